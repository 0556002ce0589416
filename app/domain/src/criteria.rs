//! Why two people fit: the reasons a programme counts, how much each weighs, and what they say about a pair.
//!
//! A [`Criterion`] names one reason, its weight and whether it is a hard rule. Each reason gives a pair a [`Share`]
//! from 0 to 1000, or nothing where somebody has not answered: a missing answer is left out of the mean
//! (but for a small neutral part, so that silence is no perfect fit), and it is shown as missing. The fit is the weighted mean in millionths, in integers, so
//! the server and the browser agree to the last digit. A hard rule forbids a pair for which its reason gives nothing.
//!
//! This module refuses to know where answers come from: callers bring [`Subject`]s, with the offset of the time zone
//! already looked up.

mod answers;
mod availability;
mod best;
mod column;
mod detail;
mod diversity;
mod reason;
mod rows;
mod scorer;
mod sentence;
mod share;
mod skill;
mod subject;
mod tally;

pub use best::Candidates;
pub use diversity::Attribute;
pub use reason::{Detail, Fit, Outcome, Reason, Rule, StandIn};
pub use rows::Rows;
pub use scorer::{Scorer, fit};
pub use sentence::{missing_sentences, sentences_before};
pub use share::{Share, Side};
pub use subject::{Subject, Zoned};
pub use tally::{FULL, NEUTRAL};

use crate::word::words;
use serde::{Deserialize, Serialize};

words! {
    /// One kind of reason for which two people fit.
    pub enum CriterionKind {
        /// Goals of the mentee that the mentor shares.
        Goals = "goals",
        /// Skills the mentee wants and the mentor offers, at the wanted level.
        Skills = "skills",
        /// How the two like to work with somebody.
        Style = "style",
        /// How much more experience the mentor has: some, but not a world apart.
        Experience = "experience",
        /// Interests in common.
        Interests = "interests",
        /// When and how often the two have time.
        Availability = "availability",
        /// How much of their working days overlaps.
        TimeZone = "time-zone",
        /// Whether they want to meet by video or in person.
        Meeting = "meeting",
        /// A language that both speak.
        Languages = "languages",
        /// Different teams.
        OtherTeam = "other-team",
        /// Neither manages the other.
        OwnManager = "own-manager",
        /// The two have not been in a mentorship with each other before.
        Earlier = "earlier",
        /// How high the two rank each other.
        Wish = "wish",
        /// How different the two are in what both have let be compared.
        Background = "background",
    }
}

impl CriterionKind {
    /// Whether everybody is asked for it, so that silence is a missing answer. Wishes and backgrounds are offered and not
    /// asked for: where there is nothing to go by, the reason is left out as if the programme did not have it.
    pub fn is_asked(self) -> bool {
        !matches!(self, Self::Wish | Self::Background)
    }

    /// Whether a pair without it may be forbidden. One without another background may not: whom a rule keeps from whom
    /// would say who is what. Room for a group is a rule on the plan as a whole.
    pub fn may_be_rule(self) -> bool {
        self != Self::Background
    }
}

/// One reason, how much it counts from 0 (not at all) to 100, and whether a pair that has none of it is forbidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Criterion {
    pub kind: CriterionKind,
    pub weight: u8,
    pub hard: bool,
}

impl Criterion {
    /// The largest weight.
    pub const MOST: u8 = 100;

    /// A reason that counts `weight`, and forbids nothing.
    pub fn counts(kind: CriterionKind, weight: u8) -> Self {
        Self { kind, weight, hard: false }
    }

    /// A hard rule that adds nothing to the fit.
    pub fn rule(kind: CriterionKind) -> Self {
        Self { kind, weight: 0, hard: true }
    }

    /// Whether the criterion changes anything.
    pub fn is_used(&self) -> bool {
        self.weight > 0 || self.hard
    }
}

/// What is wrong with a set of criteria.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Flaw {
    /// The same reason stands there twice.
    Twice(CriterionKind),
    /// A weight above 100.
    TooHeavy(CriterionKind),
    /// A hard rule of what may not be one.
    NoRule(CriterionKind),
    /// Nothing has a weight, so that every pair would be as good as every other.
    NothingCounts,
}

/// The reasons of one programme, each kind at most once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Criteria(pub Vec<Criterion>);

impl Default for Criteria {
    /// Weights of 100 in all, from the research on what makes mentoring work; a judgement from it, not a fitted model.
    ///
    /// - Needs that are covered (goals 22, skills 18) and likeness in how people work and what they care about (14 and
    ///   6): both predict the quality of a mentorship about alike (Eby et al. 2013; Alonso et al. 2023).
    /// - The two people's own wishes (20): a say in the matching goes with better outcomes (Allen, Eby and Lentz 2006),
    ///   and those who chose got more support in an experiment (Kendall and Smith-Jentsch 2015). They weigh as much as
    ///   likeness and half as much as needs, because a wish knows what no form asks, and also who is well known.
    /// - Time for each other (availability 5, time zone 3, the way to meet 2): how often two meet goes with the support
    ///   that a mentee feels. Few hours in common are a reason for care; none at all are rare.
    /// - A helpful gap in experience (8), a band and not "more is better". Another team (2) brings another view.
    ///
    /// [`CriterionKind::Background`] is not in it: likeness in gender, ethnicity or age does not predict quality. Own
    /// managers and people who have been matched with each other before are out, and people need a language.
    fn default() -> Self {
        use CriterionKind::*;
        Self(vec![
            Criterion::counts(Goals, 22),
            Criterion::counts(Skills, 18),
            Criterion::counts(Style, 14),
            Criterion::counts(Experience, 8),
            Criterion::counts(Interests, 6),
            Criterion::counts(Availability, 5),
            Criterion::counts(TimeZone, 3),
            Criterion::counts(Meeting, 2),
            Criterion::rule(Languages),
            Criterion::counts(OtherTeam, 2),
            Criterion::rule(OwnManager),
            Criterion::rule(Earlier),
            Criterion::counts(Wish, 20),
        ])
    }
}

impl Criteria {
    /// The criterion of `kind`; one that is not listed counts nothing and forbids nothing.
    pub fn get(&self, kind: CriterionKind) -> Criterion {
        self.0.iter().copied().find(|one| one.kind == kind).unwrap_or(Criterion::counts(kind, 0))
    }

    /// The first thing that is wrong, if anything is.
    pub fn flaw(&self) -> Option<Flaw> {
        for (at, one) in self.0.iter().enumerate() {
            if self.0[..at].iter().any(|other| other.kind == one.kind) {
                return Some(Flaw::Twice(one.kind));
            }
            if one.weight > Criterion::MOST {
                return Some(Flaw::TooHeavy(one.kind));
            }
            if one.hard && !one.kind.may_be_rule() {
                return Some(Flaw::NoRule(one.kind));
            }
        }
        (!self.0.iter().any(|one| one.weight > 0)).then_some(Flaw::NothingCounts)
    }
}

#[cfg(test)]
mod laws;
#[cfg(test)]
mod tests;
