//! What is asked: who is there, how many each may have, which pairs are allowed, and what "best" means.

use crate::Arcs;
use std::borrow::Cow;

/// Who is there, and which pairs are allowed. People are named by their position in `mentors` and `mentees`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problem {
    pub mentees: Vec<Person>,
    pub mentors: Vec<Person>,
    /// The allowed pairs. A block is simply a pair that is not here.
    pub arcs: Arcs,
    /// Allowed pairs `(mentee, mentor)` that must be in the plan, whatever that costs.
    pub pins: Vec<(u32, u32)>,
    pub pairs: Pairs,
}

impl Problem {
    /// The same problem, with a table in whose units the worth of being alone is a whole number.
    pub(crate) fn in_units(&self) -> Cow<'_, Problem> {
        match self.pairs {
            Pairs::Free { unmatched } if unmatched % self.arcs.scale.max(1) != 0 => {
                Cow::Owned(Problem { arcs: self.arcs.unscaled(), ..self.clone() })
            }
            _ => Cow::Borrowed(self),
        }
    }
}

impl Problem {
    /// What a plan with so many pairs and this total is worth, to be compared.
    pub(crate) fn value(&self, pairs: usize, total: i64) -> (i128, i128) {
        match self.pairs {
            Pairs::Maximum => (pairs as i128, i128::from(total)),
            Pairs::Free { unmatched } => (0, i128::from(total) - i128::from(unmatched) * pairs as i128),
        }
    }
}

/// How many partners one person may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Person {
    /// At most this many.
    pub capacity: u32,
    /// At least this many: a lower quota.
    pub minimum: u32,
    /// Turns the minimum into "at least this many, or nobody".
    pub may_close: bool,
}

impl Person {
    /// Up to `capacity` partners, and content with none.
    pub const fn new(capacity: u32) -> Person {
        Person { capacity, minimum: 0, may_close: false }
    }

    /// With a lower quota.
    pub const fn at_least(self, minimum: u32) -> Person {
        Person { minimum, ..self }
    }

    /// Closes or opens for good whoever may close.
    pub(crate) fn settle(&mut self, open: impl FnOnce() -> bool) {
        if self.may_close {
            *self = if open() { Person { may_close: false, ..*self } } else { Person::new(0) };
        }
    }

    /// The lower quota holds only where anybody comes at all.
    pub const fn or_nobody(self) -> Person {
        Person { may_close: true, ..self }
    }
}

impl Default for Person {
    fn default() -> Person {
        Person::new(1)
    }
}

/// One of the people, on either side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Who {
    Mentee(u32),
    Mentor(u32),
}

/// What comes before the total fit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pairs {
    /// As many pairs as possible first, then the highest total fit.
    #[default]
    Maximum,
    /// The highest total alone, in which each place that a mentee could have and does not counts `unmatched`.
    /// A pair is thus made only where it adds more than that.
    Free { unmatched: i64 },
}

/// An allowed pair and how well it fits. A negative fit is allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arc {
    pub mentee: u32,
    pub mentor: u32,
    pub fit: i64,
}
