//! What is wrong with a file, and where.

use crate::text::exchange as words;

/// Something in a file that cannot be taken as it stands. Nothing was computed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// As the person named it.
    pub file: String,
    /// The first line is 1. Where a record spans lines, the one it starts on.
    pub line: u64,
    pub reason: Reason,
}

impl Fault {
    /// File, line and reason in one sentence.
    pub fn sentence(&self) -> String {
        words::fault(&self.file, self.line, self.reason.sentence())
    }
}

/// Why a line cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    NotUtf8,
    /// The file has no first line with the columns' names.
    NoHeader,
    UnknownColumn(String),
    DoubledColumn(String),
    MissingColumn(&'static str),
    /// More fields than the first line has columns.
    TooManyFields,
    /// A quotation mark that is never closed.
    OpenQuote,
    /// Text between a closing quotation mark and the next comma.
    AfterQuote,
    Empty(&'static str),
    BadSide(String),
    BadScore(String),
    BadCount(String),
    NegativeCount(String),
    BadRank(String),
    BadYesNo(String),
    /// A number too large to compute with exactly.
    Overflow(String),
    MinimumAboveCapacity {
        minimum: u32,
        capacity: u32,
    },
    DoubledPair {
        mentee: String,
        mentor: String,
    },
    DoubledPerson(String),
    DoubledChoice {
        who: String,
        choice: String,
    },
    UnknownMentee(String),
    UnknownMentor(String),
    PinBlocked {
        mentee: String,
        mentor: String,
    },
    /// A pin for two people who have no score, or of whom one does not list the other.
    PinNotAllowed {
        mentee: String,
        mentor: String,
    },
    MenteeOverpinned {
        mentee: String,
        capacity: u32,
    },
    MentorOverpinned {
        mentor: String,
        capacity: u32,
    },
    /// A fair or a diverse plan with somebody who may close.
    MayClose(String),
    BadScope(String),
    BadReward(String),
    UnknownGroup(String),
    DoubledGroup(String),
    /// The same group, for the same mentor, for every mentor or in the programme.
    DoubledQuota(String),
    /// A quota of the programme that names a person.
    ProgrammeId(String),
    LeastAboveMost {
        at_least: u32,
        at_most: u32,
    },
    RewardsRise(String),
    /// More lines or people than can be numbered.
    TooLarge,
}

impl Reason {
    /// The reason in words, as the end of a sentence that names the place.
    pub fn sentence(&self) -> String {
        match self {
            Self::NotUtf8 => words::not_utf8().to_owned(),
            Self::NoHeader => words::no_header().to_owned(),
            Self::UnknownColumn(name) => words::unknown_column(name),
            Self::DoubledColumn(name) => words::doubled_column(name),
            Self::MissingColumn(name) => words::missing_column(name),
            Self::TooManyFields => words::too_many_fields().to_owned(),
            Self::OpenQuote => words::open_quote().to_owned(),
            Self::AfterQuote => words::after_quote().to_owned(),
            Self::Empty(name) => words::empty(name),
            Self::BadSide(given) => words::bad_side(given),
            Self::BadScore(given) => words::bad_score(given),
            Self::BadCount(given) => words::bad_count(given),
            Self::NegativeCount(given) => words::negative_count(given),
            Self::BadRank(given) => words::bad_rank(given),
            Self::BadYesNo(given) => words::bad_yes_no(given),
            Self::Overflow(given) => words::overflow(given),
            Self::MinimumAboveCapacity { minimum, capacity } => {
                words::minimum_above_capacity(minimum, capacity)
            }
            Self::DoubledPair { mentee, mentor } => words::doubled_pair(mentee, mentor),
            Self::DoubledPerson(id) => words::doubled_person(id),
            Self::DoubledChoice { who, choice } => words::doubled_choice(who, choice),
            Self::UnknownMentee(id) => words::unknown_mentee(id),
            Self::UnknownMentor(id) => words::unknown_mentor(id),
            Self::PinBlocked { mentee, mentor } => words::pin_blocked(mentee, mentor),
            Self::PinNotAllowed { mentee, mentor } => words::pin_not_allowed(mentee, mentor),
            Self::MenteeOverpinned { mentee, capacity } => words::mentee_overpinned(mentee, capacity),
            Self::MentorOverpinned { mentor, capacity } => words::mentor_overpinned(mentor, capacity),
            Self::MayClose(id) => words::cannot_weigh_closing(id),
            Self::BadScope(given) => words::bad_scope(given),
            Self::BadReward(given) => words::bad_reward(given),
            Self::UnknownGroup(group) => words::unknown_group(group),
            Self::DoubledGroup(id) => words::doubled_group(id),
            Self::DoubledQuota(group) => words::doubled_quota(group),
            Self::ProgrammeId(id) => words::programme_id(id),
            Self::LeastAboveMost { at_least, at_most } => words::least_above_most(at_least, at_most),
            Self::RewardsRise(given) => words::rewards_rise(given),
            Self::TooLarge => words::too_large().to_owned(),
        }
    }
}
