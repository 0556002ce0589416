//! What every place would mean for one card and for everybody else, before it is dropped.
//!
//! Two figures a place: this move alone, and the best plan around it. The second compares the best plan under all pins
//! and this one with the best under the pins as they are; it comes from the engine's losses, all places at once.

use super::{Board, Card, Fits, Stage, Studio};
use crate::ParticipationId;
use crate::criteria::{FULL, Rule};
use crate::text::board as words;
use matching::Price;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::ops::{Add, Sub};

/// What a whole plan gains: pairs first, then fit in millionths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Gain {
    pub pairs: i64,
    pub fit: i64,
}

impl Add for Gain {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { pairs: self.pairs + other.pairs, fit: self.fit + other.fit }
    }
}

impl Sub for Gain {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self { pairs: self.pairs - other.pairs, fit: self.fit - other.fit }
    }
}

impl From<Price> for Gain {
    fn from(price: Price) -> Self {
        Self { pairs: price.count, fit: price.fit }
    }
}

impl Gain {
    /// "+12.3" in hundredths of a fit, with the pairs before it where there are more or fewer.
    pub fn text(self) -> String {
        const TENTH: u64 = FULL.unsigned_abs() / 1000;
        let tenths = (self.fit.unsigned_abs() + TENTH / 2) / TENTH;
        let sign = match self.fit {
            _ if tenths == 0 => "±",
            0.. => "+",
            _ => "−",
        };
        let fit = format!("{sign}{}.{}", tenths / 10, tenths % 10);
        match self.pairs {
            0 => fit,
            pairs => words::gain_pairs(words::signed_pairs(pairs), fit),
        }
    }

    /// The same where there is little room: the pairs alone, where there are more or fewer.
    pub fn short(self) -> String {
        if self.pairs == 0 { self.text() } else { words::signed_pairs(self.pairs) }
    }
}

/// What putting a card to one mentor would mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consequence {
    /// By this move alone.
    pub alone: Gain,
    /// Who would have to make room, and go to the tray.
    pub displaced: Option<ParticipationId>,
    /// Once everybody who is not pinned is placed anew around it; none on a board so large that nobody asks the engine for
    /// one card.
    pub around: Option<Gain>,
}

impl Studio {
    /// The consequences for one card, by mentor, on the board that the engine follows. A mentor is not in it whom a rule
    /// forbids, who has left, or whose places are taken by pairs that may not be moved; nobody is where the card may not be
    /// moved itself.
    ///
    /// # Errors
    /// The solver's own, for a board larger than it can count.
    pub fn outlook(
        &mut self,
        board: &Board,
        mentee: ParticipationId,
        fits: &dyn Fits,
    ) -> Result<BTreeMap<ParticipationId, Consequence>, matching::Error> {
        let Some(card) = board.cards.get(&mentee) else { return Ok(BTreeMap::new()) };
        let from = card.place;
        let alone = Alone::of(board, mentee, fits);
        let losses: BTreeMap<ParticipationId, Price> = self
            .losses(board, mentee)?
            .into_iter()
            .filter_map(|one| Some((*self.mentors().get(one.mentor as usize)?, one.forced?)))
            .collect();
        // Where the card is pinned now, the pins as they are cost this already.
        let now = from.mentor.filter(|_| from.pinned).and_then(|mentor| losses.get(&mentor).copied());
        let now = now.unwrap_or(Price::ZERO);
        let consequence = |(mentor, loss): (ParticipationId, Price)| {
            let around = Gain::from(now) - Gain::from(loss);
            (mentor, Consequence { around: Some(around), ..alone.at(mentor) })
        };
        Ok(losses.into_iter().map(consequence).collect())
    }
}

/// The consequences for one card by each move alone, without the engine: for a board on which that would take too long.
/// Who is in it is told by [`Studio::outlook`].
pub fn outlook_alone(
    board: &Board,
    mentee: ParticipationId,
    fits: &dyn Fits,
) -> BTreeMap<ParticipationId, Consequence> {
    if !board.cards.get(&mentee).is_some_and(|card| card.active && card.stage == Stage::Open) {
        return BTreeMap::new();
    }
    let (alone, mut settled) = (Alone::of(board, mentee, fits), board.settled());
    if let Some(at) = board.cards.get(&mentee).and_then(Card::settled_with) {
        settled.entry(at).and_modify(|count| *count -= 1);
    }
    let open = board.mentors.iter().filter(|(id, at)| {
        at.active && settled.get(*id).is_none_or(|settled| *settled < at.places) && at.places > 0
    });
    let possible = open.filter(|(id, _)| board.fit(mentee, **id, fits).is_ok());
    possible.map(|(id, _)| (*id, alone.at(*id))).collect()
}

/// A card and who is with whom, to say what a move of it means by itself.
struct Alone<'a> {
    board: &'a Board,
    fits: &'a dyn Fits,
    mentee: ParticipationId,
    from: Option<ParticipationId>,
    /// The fit that the card has now.
    here: i64,
    there: Columns,
}

impl<'a> Alone<'a> {
    fn of(board: &'a Board, mentee: ParticipationId, fits: &'a dyn Fits) -> Self {
        let from = board.cards.get(&mentee).and_then(|card| card.place.mentor);
        let here = from.map_or(0, |mentor| board.fit(mentee, mentor, fits).unwrap_or(0));
        Self { board, fits, mentee, from, here, there: Columns::of(board) }
    }

    fn at(&self, mentor: ParticipationId) -> Consequence {
        let places = self.board.mentors.get(&mentor).map_or(0, |one| one.places);
        let cards = self.there.0.get(&mentor).map_or(&[][..], Vec::as_slice);
        let full = self.from != Some(mentor) && cards.len() >= places as usize;
        let displaced = if full { lowest(self.board, cards, mentor, self.fits) } else { None };
        let fit = self.board.fit(self.mentee, mentor, self.fits).unwrap_or(0);
        let alone = Gain {
            pairs: i64::from(self.from.is_none()) - i64::from(displaced.is_some()),
            fit: fit - self.here - displaced.map_or(0, |(_, fit)| fit),
        };
        Consequence { alone, displaced: displaced.map(|(id, _)| id), around: None }
    }
}

/// The cards of each mentor who has any.
struct Columns(BTreeMap<ParticipationId, Vec<ParticipationId>>);

impl Columns {
    fn of(board: &Board) -> Self {
        let mut columns: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (id, card) in board.cards.iter().filter(|(_, card)| !card.is_left()) {
            if let Some(mentor) = card.place.mentor {
                columns.entry(mentor).or_default().push(*id);
            }
        }
        Self(columns)
    }
}

/// Of the cards with a mentor that may be moved, the one with the lowest fit; one that a rule now forbids before all.
fn lowest(
    board: &Board,
    cards: &[ParticipationId],
    mentor: ParticipationId,
    fits: &dyn Fits,
) -> Option<(ParticipationId, i64)> {
    let may_move = |id: &&ParticipationId| board.cards.get(*id).is_some_and(Card::is_free);
    let fit = |id: &ParticipationId| -> Result<i64, Rule> { board.fit(*id, mentor, fits) };
    let there = cards.iter().filter(may_move);
    there.map(|id| (*id, fit(id).unwrap_or(0))).min_by_key(|(id, _)| (fit(id).unwrap_or(i64::MIN), *id))
}
