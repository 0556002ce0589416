//! Why there is no plan, with the people who make it so.

use super::diverse::quota_name;
use super::tables::{line_of_pair, line_of_person, line_of_quota};
use super::{Fault, Instance, Reason, Sources};
use crate::text::exchange as words;
use matching::{Error, Scope, Who};

/// Why the engine has no plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unsolved {
    /// The engine's own reason. It names people by number.
    Engine(Error),
    /// Every stable plan gives everybody the same number of partners, and this person fewer than they must have.
    StableBelowMinimum { id: String, has: u32, minimum: u32 },
}

impl From<Error> for Unsolved {
    fn from(error: Error) -> Self {
        Self::Engine(error)
    }
}

impl Unsolved {
    /// The line at fault, where it is a line: a score or a reward that is too large to compute with, or somebody who may
    /// close where nobody can.
    pub fn fault(&self, sources: &Sources, instance: &Instance) -> Option<Fault> {
        match *self {
            Self::Engine(Error::Overflow { mentee, mentor }) => {
                let (source, score) = (sources.scores?, instance.score(mentee, mentor)?);
                let (mentee, mentor) = instance.ids((mentee, mentor));
                let line = line_of_pair(&source, &mentee, &mentor)?;
                Some(source.fault(line, Reason::Overflow(score.to_string())))
            }
            Self::Engine(Error::MayClose { who }) => {
                let (source, id) = (sources.capacities?, instance.id(who));
                let line = line_of_person(&source, matches!(who, Who::Mentor(_)), &id)?;
                Some(source.fault(line, Reason::MayClose(id)))
            }
            Self::Engine(Error::RewardOverflow { quota }) => {
                let (source, asked) = (sources.quotas?, instance.quotas.quotas.get(quota as usize)?);
                let group = name(&instance.group_names, asked.group);
                let mentor = match asked.scope {
                    Scope::Mentor(mentor) => Some(name(&instance.mentors, mentor)),
                    Scope::Programme => None,
                };
                let (line, reward) = line_of_quota(&source, mentor.as_deref(), &group)?;
                Some(source.fault(line, Reason::Overflow(reward)))
            }
            _ => None,
        }
    }

    /// The reason in words, people by their ids.
    pub fn sentence(&self, instance: &Instance) -> String {
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
            Self::Engine(Error::QuotasImpossible { quotas, needed, available }) => {
                let named = quotas.iter().take(NAMED).map(|&quota| quota_name(instance, quota)).collect();
                words::quotas_impossible(counted(named, quotas.len()), needed, available)
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
    counted(numbers.iter().take(NAMED).map(|&number| name(ids, number)).collect(), numbers.len())
}

fn counted(named: Vec<String>, all: usize) -> String {
    match all.saturating_sub(NAMED) {
        0 => named.join(", "),
        more => words::and_more(named.join(", "), more),
    }
}
