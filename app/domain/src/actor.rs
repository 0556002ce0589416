//! Who is asking, and what they are in which programme.

use crate::word::words;
use crate::{PersonId, ProgrammeId};
use serde::{Deserialize, Serialize};

words! {
    /// What somebody is in one programme. Mentor, mentee and facilitator take part; coordinator and sponsor look after it.
    pub enum Role { Coordinator = "coordinator", Mentor = "mentor", Mentee = "mentee", Facilitator = "facilitator", Sponsor = "sponsor" }
}

words! {
    /// Who may do what the asker may not, as a 403 says it.
    pub enum Who { Coordinators = "coordinators", Admins = "admins", Members = "members", Creators = "creators", Owner = "owner" }
}

impl Who {
    /// "coordinators of this programme".
    pub fn sentence(self) -> &'static str {
        use crate::text::error as words;
        match self {
            Self::Coordinators => words::who_coordinators(),
            Self::Admins => words::who_admins(),
            Self::Members => words::who_members(),
            Self::Creators => words::who_creators(),
            Self::Owner => words::who_person(),
        }
    }
}

/// The person who asks, with all their roles, as they are at this moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    pub person: PersonId,
    pub name: String,
    pub admin: bool,
    pub may_create: bool,
    pub roles: Vec<(ProgrammeId, Role)>,
}

impl Actor {
    /// Whether the person has `role` in `programme`.
    pub fn is(&self, role: Role, programme: ProgrammeId) -> bool {
        self.roles.contains(&(programme, role))
    }

    /// Whether the person coordinates `programme`.
    pub fn coordinates(&self, programme: ProgrammeId) -> bool {
        self.is(Role::Coordinator, programme)
    }

    /// Whether the person takes part in `programme` as mentor, mentee or facilitator.
    pub fn takes_part(&self, programme: ProgrammeId) -> bool {
        [Role::Mentor, Role::Mentee, Role::Facilitator].into_iter().any(|role| self.is(role, programme))
    }

    /// Whether the person may know that `programme` exists.
    pub fn sees(&self, programme: ProgrammeId) -> bool {
        self.admin || self.roles.iter().any(|(at, _)| *at == programme)
    }

    /// Whether the person may create programmes.
    pub fn creates(&self) -> bool {
        self.admin || self.may_create
    }
}
