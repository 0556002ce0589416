//! Why somebody has no match in the best plan, and which single change would give them one.
//!
//! Each change is tried on the engine's present plan and taken back: a place more at each mentor in turn, then each rule
//! that keeps this mentee from somebody. What is offered is what has been seen to work.

use super::{Board, Card, Fits, Gain, Place, Stage, Studio};
use crate::ParticipationId;
use crate::criteria::{CriterionKind, Rule};
use matching::{Edit, Person, Session, Who};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A single change after which the best plan has a match for somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Change {
    /// One place more with this mentor.
    Place(ParticipationId),
    /// This rule of the programme does not hold for them. What one person has said of another is none of these.
    Rule(CriterionKind),
    /// The card of this mentee is not pinned any more.
    Pin(ParticipationId),
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

/// A remedy that was chosen, in forms `place@MENTOR@GETS`, `pin@MENTEE@GETS` or `RULE@GETS`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Chosen {
    pub change: Change,
    /// Whom they would get.
    pub mentor: ParticipationId,
}

impl Chosen {
    /// What a plan begins with in which it holds for `mentee`, for [`begin`](super::begin): they are pinned where they were
    /// promised to come. Whoever is pinned on `board` keeps their place before the others, of whom the engine makes the
    /// best.
    pub fn pairs(self, board: &Board, mentee: ParticipationId) -> Vec<(ParticipationId, Place)> {
        let there = Place { mentor: Some(self.mentor), pinned: true };
        let others = board.cards.iter().filter(|(id, _)| **id != mentee);
        let freed = |id: &ParticipationId| self.change == Change::Pin(*id);
        let place = |(id, card): (&ParticipationId, &Card)| {
            (*id, Place { pinned: card.place.pinned && !freed(id), ..card.place })
        };
        let mut pairs: Vec<_> = others.map(place).collect();
        pairs.sort_by_key(|(_, place)| !place.pinned);
        pairs.insert(0, (mentee, there));
        pairs
    }
}

impl TryFrom<String> for Chosen {
    type Error = String;
    fn try_from(text: String) -> Result<Self, String> {
        let parse = || {
            let (change, mentor) = text.rsplit_once('@')?;
            let change = match change.split_once('@') {
                Some(("place", at)) => Change::Place(at.parse().ok()?),
                Some(("pin", who)) => Change::Pin(who.parse().ok()?),
                Some(_) => return None,
                None => Change::Rule(change.parse().ok()?),
            };
            Some(Self { change, mentor: mentor.parse().ok()? })
        };
        let chosen = parse();
        chosen.ok_or(text)
    }
}

impl From<Chosen> for String {
    fn from(chosen: Chosen) -> Self {
        match chosen.change {
            Change::Place(at) => format!("place@{at}@{}", chosen.mentor),
            Change::Pin(who) => format!("pin@{who}@{}", chosen.mentor),
            Change::Rule(kind) => format!("{kind}@{}", chosen.mentor),
        }
    }
}

impl Remedy {
    /// As a form asks for it.
    pub fn chosen(&self) -> Chosen {
        Chosen { change: self.change, mentor: self.mentor }
    }
}

/// Why somebody has no match.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unmatched {
    /// Mentors whom they could have.
    pub possible: usize,
    /// Those of them whose places are all pinned, proposed or at work. The places of the others go to pairs that are worth
    /// more to the whole.
    pub settled: usize,
    /// How many mentors each rule keeps them from.
    pub forbidden: Vec<(Rule, usize)>,
    /// What would help, the greatest gain first; pins, then places, then rules, where two are equal.
    pub remedies: Vec<Remedy>,
}

impl Unmatched {
    /// What the rules alone say of `mentee`: nothing is tried.
    pub fn by_rules(board: &Board, mentee: ParticipationId, fits: &dyn Fits) -> Self {
        let mut found = Self::default();
        let mut forbidden: BTreeMap<Rule, usize> = BTreeMap::new();
        for (mentor, _) in board.mentors.iter().filter(|(_, at)| at.active) {
            match board.fit(mentee, *mentor, fits) {
                Ok(_) => found.possible += 1,
                Err(rule) => *forbidden.entry(rule).or_default() += 1,
            }
        }
        found.forbidden = forbidden.into_iter().collect();
        found
    }
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
        // A mentor with more settled mentees than places has none left for one place more.
        let settled = board.settled();
        let over = |mentor: &ParticipationId| {
            let places = board.mentors.get(mentor).map_or(0, |at| at.places);
            settled.get(mentor).is_some_and(|settled| *settled > places)
        };
        let pinned = |board: &Board| -> Vec<_> {
            let open = board
                .cards
                .iter()
                .filter(|(_, card)| card.active && card.stage == Stage::Open && card.place.pinned);
            open.filter_map(|(id, card)| Some((*id, card.place.mentor?))).collect()
        };
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
                Ok(_) => {
                    found.possible += 1;
                    found.settled += usize::from(session.problem().mentors[at as usize].capacity == 0);
                }
                Err(rule) => {
                    let fit = fits.fit_without(mentee, *mentor, rule).ok();
                    blocked.entry(rule).or_default().push((at, fit));
                }
            }
            if over(mentor) {
                continue;
            }
            let capacity = session.problem().mentors[at as usize].capacity;
            let person = Person::new(capacity + 1);
            session.apply(&Edit::Change { who: Who::Mentor(at), person })?;
            remedies.extend(seen(session, Change::Place(*mentor)));
            session.undo();
        }
        for (rule, row) in &blocked {
            let Rule::Criterion(kind) = rule else { continue };
            let row: Vec<_> = row.iter().filter_map(|&(mentor, fit)| Some((mentor, fit?))).collect();
            for &(mentor, fit) in &row {
                session.apply(&Edit::Allow { mentee: me, mentor, fit })?;
            }
            remedies.extend(seen(session, Change::Rule(*kind)).filter(|_| !row.is_empty()));
            for _ in &row {
                session.undo();
            }
        }
        let mut pins = vec![];
        for (who, with) in pinned(board) {
            let held = Gain { pairs: 1, fit: board.fit(who, with, fits).unwrap_or(0) };
            let freed = |studio: &mut Self| {
                let one = seen(studio.session(), Change::Pin(who))?;
                // One for another, who has no match then, is no help.
                Some(Remedy { gain: one.gain - held, ..one }).filter(|one| one.gain > Gain::default())
            };
            pins.extend(self.unpinned(board, who, freed)?);
        }
        let mut remedies = [pins, remedies].concat();
        remedies.sort_by_key(|one| std::cmp::Reverse(one.gain));
        found.forbidden = blocked.iter().map(|(rule, row)| (*rule, row.len())).collect();
        found.remedies = remedies;
        Ok(Some(found))
    }
}
