//! Fairness: what people may say of themselves of their own accord, and how groups of them fare in a match plan.
//!
//! A programme asks [`Question`]s with fixed answers. Whoever likes answers, and says for each answer what it may be
//! used for; without that nothing is kept. An answer is to the words as they stood: where they change, it is deleted.
//! What comes out is about groups of [`LEAST`] and more, and nothing smaller can be worked out from it.

mod audit;
mod cells;
mod form;
mod interval;

pub use audit::{Case, Figures, GroupFigures, QuestionFigures, audit, cases};
pub use cells::{Count, LEAST, counts, shown};
pub use form::{MOST_CHOICES, MOST_QUESTIONS, read_questions, write_questions};
pub use interval::{Mean, Share};

use crate::form::{Check, FieldError, Problem};
use crate::text::fairness as words;
use crate::{MatchPlanId, ProgrammeId};
use serde::{Deserialize, Serialize};

/// What a programme asks, with the answers that it knows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    pub text: String,
    pub choices: Vec<String>,
}

/// One's own answer, and what it may be used for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    pub choice: String,
    /// For figures about groups.
    pub figures: bool,
    /// For matching, where a coordinator makes room for a group.
    pub matching: bool,
    /// For matching, where the programme counts how different two people are.
    pub comparing: bool,
}

/// What an answer of somebody may be used for in a programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Uses {
    /// For groups of mentees: for figures, and to make room for one.
    pub groups: bool,
    /// To compare mentees with mentors.
    pub pairs: bool,
}

impl Uses {
    /// Of a mentee, a mentor, somebody who is both, in a programme that counts different backgrounds or does not.
    pub fn of(mentee: bool, mentor: bool, counts: bool) -> Self {
        Self { groups: mentee, pairs: counts && (mentee || mentor) }
    }

    /// Whether there is something to answer for.
    pub fn any(self) -> bool {
        self.groups || self.pairs
    }
}

/// A question to oneself, with one's answer so far.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    pub slug: String,
    pub programme: String,
    pub question: Question,
    pub uses: Uses,
    pub told: Option<Told>,
}

/// What somebody sends about themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TellForm {
    pub question: String,
    /// Empty is to say nothing, and to delete what was said.
    pub choice: String,
    /// Not empty where ticked.
    pub figures: String,
    pub matching: String,
    #[serde(default)]
    pub comparing: String,
}

impl TellForm {
    /// What is kept from now on; nothing where nothing is said. What there is no use for is not kept for it.
    ///
    /// # Errors
    /// An answer that the programme does not offer (any more), or one that may be used for nothing.
    pub fn read(&self, asked: &[Question], uses: Uses) -> Result<Option<Told>, Vec<FieldError>> {
        if self.choice.is_empty() {
            return Ok(None);
        }
        let mut check = Check::default();
        let question = asked.iter().find(|question| question.text == self.question);
        if !question.is_some_and(|question| question.choices.contains(&self.choice)) {
            check.refuse("choice", Problem::NotAChoice);
        }
        let told = Told {
            choice: self.choice.clone(),
            figures: uses.groups && !self.figures.is_empty(),
            matching: uses.groups && !self.matching.is_empty(),
            comparing: uses.pairs && !self.comparing.is_empty(),
        };
        if !told.figures && !told.matching && !told.comparing {
            check.refuse(if uses.groups { "figures" } else { "comparing" }, Problem::NoConsent);
        }
        check.done(Some(told))
    }
}

/// Somebody has said or taken back something about themselves; what and to which question is not in the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spoken {
    pub programme: ProgrammeId,
}

impl crate::stream::Event for Spoken {
    fn kind(&self) -> &'static str {
        "person.fairness_told"
    }
}

/// The mentees who chose an answer and let it be used for matching.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Group {
    pub question: String,
    pub choice: String,
}

/// Room for a group: at least so many hundredths of its people on the board have a match.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Room {
    pub group: Group,
    pub share: u8,
}

impl Room {
    /// The shares that are offered.
    pub const SHARES: [u8; 6] = [50, 60, 70, 80, 90, 100];

    /// What an address or a form asks for; nothing where it names no group.
    pub fn asked(question: String, choice: String, share: u8) -> Option<Self> {
        (!question.is_empty()).then_some(Self { group: Group { question, choice }, share })
    }

    /// How many of `people` that is at the least.
    pub fn of(&self, people: usize) -> usize {
        (people * usize::from(self.share.min(100))).div_ceil(100)
    }

    /// "Room for 80 % of “Gender: woman”".
    pub fn sentence(&self) -> String {
        words::room_for(self.share, self.group.sentence())
    }
}

impl Group {
    /// "Gender: woman".
    pub fn sentence(&self) -> String {
        words::group_of(&self.question, &self.choice)
    }
}

/// How groups fare in a match plan, for its page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FairnessView {
    pub slug: String,
    pub programme: String,
    pub plan: MatchPlanId,
    pub name: String,
    /// All mentees on the board.
    pub everybody: Figures,
    /// One for each question of the programme.
    pub questions: Vec<QuestionFigures>,
}

#[cfg(test)]
mod laws;
