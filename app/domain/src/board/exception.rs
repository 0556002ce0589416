//! What holds in one match plan alone: places more with a mentor, and pairs for which a rule of the programme does not hold.
//!
//! Only a rule of the programme's criteria can be excepted. What one person has said about another holds in every plan: a
//! declined proposal, or a wish that is nobody's business, is no [`CriterionKind`] and so has no place in here.

use super::{Board, Change, Chosen, Fits, Names, Pair};
use crate::criteria::{CriterionKind, Rule};
use crate::stream;
use crate::text::board as words;
use crate::{MatchPlanId, ParticipationId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The exceptions of one match plan.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exceptions {
    /// How many places more a mentor has.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    places: BTreeMap<ParticipationId, u32>,
    /// The rule that does not hold for a pair.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pairs: BTreeMap<Pair, CriterionKind>,
}

/// One of them, in forms `place@MENTOR` or `MENTEE@MENTOR`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Exception {
    Places(ParticipationId),
    Pair(Pair),
}

/// The word before a mentor who has places more.
const PLACE: &str = "place@";

impl TryFrom<String> for Exception {
    type Error = String;
    fn try_from(text: String) -> Result<Self, String> {
        match text.strip_prefix(PLACE) {
            Some(mentor) => mentor.parse().map(Self::Places).map_err(|_| text),
            None => Pair::try_from(text).map(Self::Pair),
        }
    }
}

impl From<Exception> for String {
    fn from(one: Exception) -> Self {
        match one {
            Exception::Places(mentor) => format!("{PLACE}{mentor}"),
            Exception::Pair(pair) => pair.into(),
        }
    }
}

/// An exception as coordinators read it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExceptionLine {
    pub exception: Exception,
    pub said: String,
}

impl Exceptions {
    pub fn is_empty(&self) -> bool {
        self.places.is_empty() && self.pairs.is_empty()
    }

    /// Makes the change of `remedy` for `mentee`: a rule is relaxed for the one pair that comes of it.
    pub fn admit(&mut self, mentee: ParticipationId, remedy: Chosen) {
        match remedy.change {
            Change::Place(mentor) => *self.places.entry(mentor).or_default() += 1,
            Change::Rule(kind) => {
                self.pairs.insert(Pair { mentee, mentor: remedy.mentor }, kind);
            }
            Change::Pin(_) => {}
        }
    }

    /// Takes one back; `false` where it was not there.
    pub fn withdraw(&mut self, one: Exception) -> bool {
        match one {
            Exception::Places(mentor) => self.places.remove(&mentor).is_some(),
            Exception::Pair(pair) => self.pairs.remove(&pair).is_some(),
        }
    }

    /// Gives the mentors of `board` their places more.
    pub fn widen(&self, board: &mut Board) {
        for (mentor, more) in &self.places {
            if let Some(at) = board.mentors.get_mut(mentor) {
                at.places += more;
            }
        }
    }

    /// How many places more `mentor` has.
    pub fn places(&self, mentor: ParticipationId) -> u32 {
        self.places.get(&mentor).copied().unwrap_or(0)
    }

    /// The rule that does not hold for the two.
    pub fn rule(&self, mentee: ParticipationId, mentor: ParticipationId) -> Option<Rule> {
        // Most plans have none, and a board asks for millions of pairs.
        if self.pairs.is_empty() {
            return None;
        }
        self.pairs.get(&Pair { mentee, mentor }).copied().map(Rule::Criterion)
    }

    /// Everybody whom the exceptions name.
    pub fn named(&self) -> impl Iterator<Item = ParticipationId> {
        let pairs = self.pairs.keys().flat_map(|pair| [pair.mentee, pair.mentor]);
        self.places.keys().copied().chain(pairs)
    }

    /// All of them in words; those about people who have gone altogether are left out.
    pub fn lines(&self, names: &dyn Names) -> Vec<ExceptionLine> {
        let places = self.places.iter().filter_map(|(mentor, more)| {
            let said = words::exception_places(names.participant(*mentor)?, words::places_on_top(*more));
            Some(ExceptionLine { exception: Exception::Places(*mentor), said })
        });
        let pairs = self.pairs.iter().filter_map(|(pair, kind)| {
            let (mentee, mentor) = (names.participant(pair.mentee)?, names.participant(pair.mentor)?);
            let said = words::exception_pair(mentee, mentor, Rule::Criterion(*kind).sentence());
            Some(ExceptionLine { exception: Exception::Pair(*pair), said })
        });
        places.chain(pairs).collect()
    }
}

/// Fits by rules from which a plan makes exceptions.
pub struct Excepted<'a, F: ?Sized> {
    pub fits: &'a F,
    pub exceptions: &'a Exceptions,
}

impl<F: Fits + ?Sized> Fits for Excepted<'_, F> {
    fn fit(&self, mentee: ParticipationId, mentor: ParticipationId) -> Result<i64, Rule> {
        match self.exceptions.rule(mentee, mentor) {
            Some(rule) => self.fits.fit_without(mentee, mentor, rule),
            None => self.fits.fit(mentee, mentor),
        }
    }

    /// One exception is made for a pair, and no second one.
    fn fit_without(&self, mentee: ParticipationId, mentor: ParticipationId, rule: Rule) -> Result<i64, Rule> {
        match self.exceptions.rule(mentee, mentor) {
            Some(_) => self.fit(mentee, mentor),
            None => self.fits.fit_without(mentee, mentor, rule),
        }
    }

    fn fits(
        &self,
        mentees: &[ParticipationId],
        mentors: &[ParticipationId],
        each: &mut dyn FnMut(usize, usize, Result<i64, Rule>),
    ) {
        self.fits.fits(mentees, mentors, &mut |at, to, fit| {
            let excepted = self.exceptions.rule(mentees[at], mentors[to]);
            each(at, to, excepted.map_or(fit, |rule| self.fits.fit_without(mentees[at], mentors[to], rule)));
        });
    }
}

/// A match plan makes an exception less.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExceptionWithdrawn {
    pub plan: MatchPlanId,
}

/// The kind of that event: who follows the plan reads all of it again.
pub const EXCEPTION_WITHDRAWN: &str = "plan.exception_withdrawn";

impl stream::Event for ExceptionWithdrawn {
    fn kind(&self) -> &'static str {
        EXCEPTION_WITHDRAWN
    }
}
