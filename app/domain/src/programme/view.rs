//! What pages show of programmes, as it crosses the wire.

use super::objective::Figures;
use super::{Enrolment, Objective, ParticipationState, Phase, Programme, ProgrammeState};
use crate::person::PersonLine;
use crate::text::programme as words;
use crate::{Date, ParticipationId, Role};
use serde::{Deserialize, Serialize};

impl Role {
    /// "Mentor".
    pub fn title(self) -> &'static str {
        match self {
            Self::Coordinator => words::role_coordinator(),
            Self::Mentor => words::role_mentor(),
            Self::Mentee => words::role_mentee(),
            Self::Facilitator => words::role_facilitator(),
            Self::Sponsor => words::role_sponsor(),
        }
    }
}

/// How many people take part (withdrawn ones are not counted), and how many mentorships are at work.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    pub mentors: u64,
    pub mentees: u64,
    pub mentorships: u64,
}

/// One programme in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgrammeLine {
    pub slug: String,
    pub name: String,
    pub state: ProgrammeState,
    /// What the asker is in it.
    pub roles: Vec<Role>,
    pub counts: Counts,
    /// The first and the last day.
    pub span: Option<(Date, Date)>,
    /// "week 7 of 24", where it is going on today.
    pub week: Option<(u32, u32)>,
}

/// The programmes that the asker may see, by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Programmes {
    pub lines: Vec<ProgrammeLine>,
    pub may_create: bool,
}

/// The programme page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProgrammeView {
    pub programme: Programme,
    /// Coordinators and sponsors, by name.
    pub looked_after: Vec<(PersonLine, Role)>,
    pub figures: Figures,
    pub counts: Counts,
    pub my_roles: Vec<Role>,
    /// Whether the asker may change it.
    pub may_edit: bool,
    /// Whether the asker may see its people by name and say who coordinates it: coordinators and organisation admins.
    pub may_see_people: bool,
    /// Today in the programme's zone.
    pub today: Date,
}

impl ProgrammeView {
    /// An objective's figure today.
    pub fn value(&self, objective: &Objective) -> Option<f64> {
        self.figures.value(&objective.is)
    }

    /// The phase that matters now: the last one that has begun and is not over, else the next.
    pub fn present_phase(&self) -> Option<&Phase> {
        use super::phase::When;
        let phases = &self.programme.phases;
        let now = phases.iter().rev().find(|phase| phase.when(self.today) == When::Now);
        now.or_else(|| phases.iter().find(|phase| phase.when(self.today) == When::Ahead))
    }
}

/// Which people a list asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PeopleQuery {
    /// Words of a name, a team or a skill; accents and case do not matter.
    #[serde(default)]
    pub search: String,
    #[serde(default)]
    pub role: Option<Role>,
    #[serde(default)]
    pub state: Option<ParticipationState>,
    /// From 1.
    #[serde(default)]
    pub page: u32,
}

/// One enrolment in the list of people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Participant {
    pub participation: ParticipationId,
    pub person: PersonLine,
    pub team: String,
    pub role: Role,
    pub state: ParticipationState,
    /// Skills offered by a mentor, wanted by a mentee.
    pub skills: Vec<String>,
    /// A mentor's places; none for others.
    pub places: Option<u8>,
    /// What can be done with the enrolment; empty for who may only look.
    pub ways: Vec<Enrolment>,
}

/// One page of a programme's people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct People {
    pub slug: String,
    pub programme: String,
    pub query: PeopleQuery,
    pub rows: Vec<Participant>,
    /// How many fit the query.
    pub found: u64,
    /// How many enrolments there are at all.
    pub all: u64,
    pub may_edit: bool,
}

impl People {
    /// Rows on a page.
    pub const PAGE: u32 = 50;

    /// How many pages there are, at least 1.
    pub fn pages(&self) -> u32 {
        u32::try_from(self.found.div_ceil(u64::from(Self::PAGE))).unwrap_or(u32::MAX).max(1)
    }

    /// The first and the last place on this page, counted from 1.
    pub fn places(&self) -> (u64, u64) {
        let first = u64::from(self.query.page.max(1) - 1) * u64::from(Self::PAGE) + 1;
        (first, first + self.rows.len() as u64 - 1)
    }
}

/// A fingerprint of a part of a programme: the form sends back which one it was filled from, so that a change by
/// somebody else in between is noticed, and a change elsewhere is not.
pub fn mark(part: &impl std::fmt::Debug) -> String {
    // FNV-1a: the same on every machine and in every version of the standard library.
    let text = format!("{part:?}");
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    format!("{hash:016x}")
}
