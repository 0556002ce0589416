//! A programme: what it is for, how it is measured, when it runs, and by which rules people are matched in it.
//!
//! This module owns the aggregate and its rules. It does not know who sits in which pair (`board`), nor what a
//! mentorship does (`mentorship`). People take part through a participation, whose state is only that of enrolment.

pub mod change;
pub mod enrolment;
pub mod form;
pub mod objective;
pub mod phase;
pub mod slug;
pub mod template;
pub mod view;

use crate::criteria::Criteria;
use crate::fairness::Question;
use crate::text::programme as words;
use crate::word::words;
use crate::{Date, PersonId, ProgrammeId, Role};
use serde::{Deserialize, Serialize};

pub use change::{Command, Event, apply, decide};
pub use enrolment::{Enrolment, ParticipationState};
pub use objective::{Objective, Source};
pub use phase::{Phase, PhaseKind};
pub use template::Template;
pub use view::mark;

words! {
    /// Who is with whom: one mentor and one mentee, one mentor and several, the junior as mentor, equals in a circle,
    /// or a single conversation.
    pub enum Format { OneToOne = "one-to-one", Group = "group", Reverse = "reverse", Peer = "peer", Flash = "flash" }
}

impl Format {
    /// "One to one".
    pub fn title(self) -> &'static str {
        match self {
            Self::OneToOne => words::format_one_to_one(),
            Self::Group => words::format_group(),
            Self::Reverse => words::format_reverse(),
            Self::Peer => words::format_peer(),
            Self::Flash => words::format_flash(),
        }
    }

    /// What it means, in one sentence.
    pub fn explanation(self) -> &'static str {
        match self {
            Self::OneToOne => words::format_one_to_one_help(),
            Self::Group => words::format_group_help(),
            Self::Reverse => words::format_reverse_help(),
            Self::Peer => words::format_peer_help(),
            Self::Flash => words::format_flash_help(),
        }
    }
}

words! {
    /// Whose yes makes a mentorship of a proposal.
    pub enum Acceptance { Both = "both", Mentor = "mentor", Nobody = "nobody" }
}

impl Acceptance {
    /// "Mentor and mentee both accept".
    pub fn title(self) -> &'static str {
        match self {
            Self::Both => words::acceptance_both(),
            Self::Mentor => words::acceptance_mentor(),
            Self::Nobody => words::acceptance_nobody(),
        }
    }
}

words! {
    /// Where a programme is in its life: only its coordinators see a draft; an open one takes people in; a running one
    /// has mentorships at work; a closed one is only read.
    pub enum ProgrammeState { Draft = "draft", Open = "open", Running = "running", Closed = "closed" }
}

impl ProgrammeState {
    /// "Draft".
    pub fn title(self) -> &'static str {
        match self {
            Self::Draft => words::state_draft(),
            Self::Open => words::state_open(),
            Self::Running => words::state_running(),
            Self::Closed => words::state_closed(),
        }
    }
}

/// What a programme says about itself. The texts are plain, with empty lines between paragraphs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Description {
    pub name: String,
    pub purpose: String,
    /// What mentors get and what they give.
    pub mentors: String,
    /// What mentees get and what they give.
    pub mentees: String,
}

/// How many mentees a mentor has, and how long a proposal waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CapacityRule {
    /// Places of a mentor who has not said how many they offer, 0 to 50.
    pub mentor_default: u8,
    /// The most mentees of any mentor, whatever they offer, 1 to 50.
    pub mentor_most: u8,
    /// A mentor has at least so many mentees or none, 1 to the most. More than one only where the format is a group.
    #[serde(default = "one")]
    pub mentor_fewest: u8,
    /// Days until an unanswered proposal expires, 1 to 60.
    pub proposal_days: u8,
}

/// What every programme had before there was a choice.
fn one() -> u8 {
    1
}

impl CapacityRule {
    /// The places of a mentor who offers `offered`.
    pub fn places(&self, offered: Option<u8>) -> u8 {
        offered.unwrap_or(self.mentor_default).min(self.mentor_most)
    }
}

impl Default for CapacityRule {
    fn default() -> Self {
        Self { mentor_default: 1, mentor_most: 3, mentor_fewest: 1, proposal_days: 10 }
    }
}

/// Format, acceptance and capacity: everything of the rules but the criteria.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rules {
    pub format: Format,
    pub acceptance: Acceptance,
    /// Whether a second coordinator signs off before anything is published.
    pub sign_off: bool,
    pub capacity: CapacityRule,
}

impl Rules {
    /// What a form about matching was filled from, for [`mark`].
    pub fn matching(&self) -> (Acceptance, bool, CapacityRule) {
        (self.acceptance, self.sign_off, self.capacity)
    }
}

/// A programme with all that its coordinators decide.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Programme {
    pub id: ProgrammeId,
    /// The name in addresses, unique in the organisation.
    pub slug: String,
    pub state: ProgrammeState,
    pub template: Template,
    pub description: Description,
    pub rules: Rules,
    pub criteria: Criteria,
    /// What mentees are asked for fairness.
    pub asked: Vec<Question>,
    /// An IANA name; the zone of all dates of this programme.
    pub time_zone: String,
    /// In the order in which they are shown.
    pub objectives: Vec<Objective>,
    /// In the order of [`PhaseKind::ALL`]; those that the programme has.
    pub phases: Vec<Phase>,
    /// Coordinators and sponsors.
    pub roles: Vec<(PersonId, Role)>,
}

impl Programme {
    /// The first and the last day, where there are dates.
    pub fn span(&self) -> Option<(Date, Date)> {
        phase::span(&self.phases)
    }

    /// What is still missing before it can be opened; empty where nothing is.
    pub fn lacks(&self) -> Vec<Lack> {
        let mut lacks = Vec::new();
        if self.description.purpose.is_empty() {
            lacks.push(Lack::Purpose);
        }
        if self.phases.is_empty() {
            lacks.push(Lack::Phases);
        }
        lacks
    }

    /// How many people coordinate it.
    pub fn coordinators(&self) -> usize {
        self.roles.iter().filter(|(_, role)| *role == Role::Coordinator).count()
    }
}

/// What a draft needs before people can see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Lack {
    Purpose,
    Phases,
}

/// Why a command of this noun cannot be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Refusal {
    /// The draft cannot be opened yet.
    NotReady { lacks: Vec<Lack> },
    /// The programme is a draft: whoever was told of it could not open it.
    StillDraft,
    /// The programme is closed, and only read.
    Closed,
    /// The state does not lead where the command wants.
    WrongState { state: ProgrammeState },
    /// The objective is not there any more.
    NoSuchObjective,
    /// More objectives than anybody can follow.
    TooManyObjectives { most: usize },
    /// A programme keeps at least one coordinator.
    LastCoordinator,
    /// A sign-off needs a second coordinator.
    NobodyToSignOff,
    /// Nobody in the organisation has this address.
    NoSuchPerson { email: String },
    /// The person has this role already.
    HasRole,
    /// Only coordinator and sponsor are given by hand; people take part by enrolment.
    NotAGivenRole,
    /// The enrolment is in a state from which this does not follow.
    WrongEnrolment { state: ParticipationState },
    /// The person is in a mentorship or has a proposal, which has to be ended first.
    StillMatched,
}

impl Refusal {
    /// What a person reads.
    pub fn sentence(&self) -> String {
        match self {
            Self::NotReady { lacks } => words::not_ready(list_of_lacks(lacks)),
            Self::StillDraft => words::refused_draft().into(),
            Self::Closed => words::refused_closed().into(),
            Self::WrongState { state } => words::refused_state(state.title()),
            Self::NoSuchObjective => words::refused_no_objective().into(),
            Self::TooManyObjectives { most } => words::refused_too_many_objectives(most),
            Self::LastCoordinator => words::refused_last_coordinator().into(),
            Self::NobodyToSignOff => words::nobody_to_sign_off().into(),
            Self::NoSuchPerson { email } => words::refused_no_person(email),
            Self::HasRole => words::refused_has_role().into(),
            Self::NotAGivenRole => words::refused_not_given().into(),
            Self::WrongEnrolment { state } => words::refused_enrolment(state.title()),
            Self::StillMatched => words::refused_still_matched().into(),
        }
    }
}

fn list_of_lacks(lacks: &[Lack]) -> String {
    let names: Vec<&str> = lacks
        .iter()
        .map(|lack| match lack {
            Lack::Purpose => words::lack_purpose(),
            Lack::Phases => words::lack_phases(),
        })
        .collect();
    names.join(words::and())
}
