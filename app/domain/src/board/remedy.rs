//! Why somebody has no match in the best plan, and which single change would give them one.
//!
//! Each change is tried on the engine's present plan and taken back: a place more at each mentor in turn, then each rule
//! that keeps this mentee from somebody. What is offered is what has been seen to work.

use super::{Board, Card, Fits, Gain, Studio};
use crate::ParticipationId;
use crate::criteria::Rule;
use matching::{Edit, Person, Session, Who};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A single change after which the best plan has a match for somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Change {
    /// One place more with this mentor.
    Place(ParticipationId),
    /// This rule does not hold for them.
    Rule(Rule),
}

/// A change that helps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remedy {
    pub change: Change,
    /// Whom they would get.
    pub mentor: ParticipationId,
    /// What the best plan gains by it.
    pub gain: Gain,
}

/// Why somebody has no match.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unmatched {
    /// Mentors whom they could have; all their places go to pairs that are worth more to the whole.
    pub possible: usize,
    /// How many mentors each rule keeps them from.
    pub forbidden: Vec<(Rule, usize)>,
    /// What would help, the greatest gain first; places, then rules, where two are equal.
    pub remedies: Vec<Remedy>,
}

impl Studio {
    /// Why `mentee` has no match in the best plan for the board that the engine follows; none where they have one, or their
    /// card may not be moved.
    ///
    /// # Errors
    /// The solver's own, for a board larger than it can count.
    pub fn unmatched(
        &mut self,
        board: &Board,
        mentee: ParticipationId,
        fits: &dyn Fits,
    ) -> Result<Option<Unmatched>, matching::Error> {
        let free = board.cards.get(&mentee).is_some_and(Card::is_free);
        let Some(me) = self.row(mentee).filter(|_| free) else { return Ok(None) };
        let mentors = self.mentors().to_vec();
        let session = self.session();
        let mine = |session: &Session| session.pairs().iter().find(|pair| pair.0 == me).map(|pair| pair.1);
        if mine(session).is_some() {
            return Ok(None);
        }
        let worth = |session: &Session| Gain { pairs: session.pairs().len() as i64, fit: session.total() };
        let before = worth(session);
        let seen = |session: &Session, change| {
            let mentor = *mentors.get(mine(session)? as usize)?;
            Some(Remedy { change, mentor, gain: worth(session) - before })
        };
        let mut remedies = Vec::new();
        let mut blocked: BTreeMap<Rule, Vec<(u32, Option<i64>)>> = BTreeMap::new();
        let mut found = Unmatched::default();
        for (at, mentor) in (0..).zip(&mentors) {
            match board.fit(mentee, *mentor, fits) {
                Ok(_) => found.possible += 1,
                Err(rule) => {
                    let fit = fits.fit_without(mentee, *mentor, rule).ok();
                    blocked.entry(rule).or_default().push((at, fit));
                }
            }
            let capacity = session.problem().mentors[at as usize].capacity;
            let person = Person::new(capacity + 1);
            session.apply(&Edit::Change { who: Who::Mentor(at), person })?;
            remedies.extend(seen(session, Change::Place(*mentor)));
            session.undo();
        }
        for (rule, row) in &blocked {
            let row: Vec<_> = row.iter().filter_map(|&(mentor, fit)| Some((mentor, fit?))).collect();
            for &(mentor, fit) in &row {
                session.apply(&Edit::Allow { mentee: me, mentor, fit })?;
            }
            remedies.extend(seen(session, Change::Rule(*rule)).filter(|_| !row.is_empty()));
            for _ in &row {
                session.undo();
            }
        }
        remedies.sort_by_key(|one| std::cmp::Reverse(one.gain));
        found.forbidden = blocked.iter().map(|(rule, row)| (*rule, row.len())).collect();
        found.remedies = remedies;
        Ok(Some(found))
    }
}
