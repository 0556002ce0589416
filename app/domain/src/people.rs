//! The organisation's people, as organisation admins list them.

use crate::person::PersonLine;
use crate::text::account as words;
use crate::word::words;
use crate::{Instant, ParticipationId, PersonId, Role, stream};
use serde::{Deserialize, Serialize};

words! {
    /// How far somebody has come in.
    pub enum Standing {
        Active = "active",
        /// A link is on its way to them and still works.
        Invited = "invited",
        /// On a list, but never invited, or the invitation has run out.
        Listed = "listed",
        Archived = "archived",
    }
}

impl Standing {
    /// The standing as a list shows it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Active => words::person_active(),
            Self::Invited => words::person_invited(),
            Self::Listed => words::person_listed(),
            Self::Archived => words::person_archived(),
        }
    }
}

/// One person in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    pub person: PersonLine,
    /// Empty where none is known; then no mail reaches them.
    pub email: String,
    pub standing: Standing,
    pub admin: bool,
    pub may_create: bool,
    /// The last use of any of their sessions that is still open.
    pub seen: Option<Instant>,
    /// Whether it is the asker.
    pub you: bool,
}

/// A page of people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PeopleList {
    pub rows: Vec<Row>,
    /// What was searched for.
    pub find: String,
    /// Counted from 1.
    pub page: u64,
    /// How many people fit the search.
    pub total: u64,
    /// Whether mails leave this machine.
    pub has_server: bool,
    pub now: Instant,
}

/// What happened to a programme's people by an invitation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    Invited { person: PersonId, role: Role },
    Joined { participation: ParticipationId, person: PersonId },
}

impl stream::Event for Event {
    fn kind(&self) -> &'static str {
        match self {
            Self::Invited { .. } => "programme.person_invited",
            Self::Joined { .. } => "programme.person_joined",
        }
    }
}

/// What inviting somebody gave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invited {
    pub person: PersonId,
    pub name: String,
    /// Whether a mail is on its way; else it waits in the outbox.
    pub sent: bool,
}
