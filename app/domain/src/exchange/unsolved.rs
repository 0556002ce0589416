//! Why there is no plan, with the people who make it so.

use super::{Fault, Instance, Source, locate};
use crate::text::exchange as words;
use matching::Who;

/// Why the engine has no plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unsolved {
    /// The engine's own reason. It names people by number.
    Engine(matching::Error),
    /// Every stable plan gives everybody the same number of partners, and this person fewer than they must have.
    StableBelowMinimum { id: String, has: u32, minimum: u32 },
}

impl From<matching::Error> for Unsolved {
    fn from(error: matching::Error) -> Self {
        Self::Engine(error)
    }
}

impl Unsolved {
    /// The line of the scores at fault, where it is a score that is too large to compute with.
    pub fn fault(&self, scores: Option<&Source>, instance: &Instance) -> Option<Fault> {
        let Self::Engine(matching::Error::Overflow { mentee, mentor }) = *self else { return None };
        let (source, score) = (scores?, instance.score(mentee, mentor)?);
        let line =
            locate(source, instance.mentees.get(mentee as usize)?, instance.mentors.get(mentor as usize)?)?;
        Some(source.fault(line, super::Reason::Overflow(score.to_string())))
    }

    /// The reason in words, people by their ids.
    pub fn sentence(&self, instance: &Instance) -> String {
        use matching::Error;
        let mentee = |number: u32| name(&instance.mentees, number);
        let mentor = |number: u32| name(&instance.mentors, number);
        match self {
            Self::StableBelowMinimum { id, has, minimum } => words::stable_below_minimum(id, has, minimum),
            Self::Engine(Error::TooFewMentees { mentors, needed, available }) => {
                words::too_few_mentees(list(&instance.mentors, mentors), needed, available)
            }
            Self::Engine(Error::TooFewMentors { mentees, needed, available }) => {
                words::too_few_mentors(list(&instance.mentees, mentees), needed, available)
            }
            Self::Engine(Error::MinimumAboveCapacity { who: Who::Mentor(number) }) => {
                words::mentor_minimum_above_capacity(mentor(*number))
            }
            Self::Engine(Error::MinimumAboveCapacity { who: Who::Mentee(number) }) => {
                words::mentee_minimum_above_capacity(mentee(*number))
            }
            Self::Engine(Error::MentorOverpinned { mentor: number }) => {
                words::mentor_has_more_pins(mentor(*number))
            }
            Self::Engine(Error::MenteeOverpinned { mentee: number }) => {
                words::mentee_has_more_pins(mentee(*number))
            }
            Self::Engine(Error::Overflow { mentee: a, mentor: b }) => {
                words::score_too_large(mentee(*a), mentor(*b))
            }
            Self::Engine(Error::TooLarge) => words::too_large().to_owned(),
            // What the files can say wrong otherwise was refused when they were read.
            Self::Engine(other) => words::engine_refuses(format!("{other:?}")),
        }
    }
}

/// The id of a number, or the number where there is none.
pub(super) fn name(ids: &[String], number: u32) -> String {
    ids.get(number as usize).cloned().unwrap_or_else(|| number.to_string())
}

/// How many ids a sentence names before it only counts.
const NAMED: usize = 10;

fn list(ids: &[String], numbers: &[u32]) -> String {
    let named: Vec<String> = numbers.iter().take(NAMED).map(|&number| name(ids, number)).collect();
    match numbers.len().saturating_sub(NAMED) {
        0 => named.join(", "),
        more => words::and_more(named.join(", "), more),
    }
}
