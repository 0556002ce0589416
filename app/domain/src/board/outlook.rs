//! What every place would mean for one card and for everybody else, before it is dropped.
//!
//! Two figures a place: this move alone, and the best plan around it. The second compares the best plan under all pins
//! and this one with the best under the pins as they are; it comes from the engine's losses, all places at once.

use super::{Board, Card, Fits, Stage, Task};
use crate::ParticipationId;
use crate::criteria::{FULL, Rule};
use crate::text::board as words;
use matching::{Price, Session};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a whole plan gains: pairs first, then fit in millionths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Gain {
    pub pairs: i64,
    pub fit: i64,
}

impl Gain {
    /// "+12.3" in hundredths of a fit, with the pairs before it where there are more or fewer.
    pub fn text(self) -> String {
        let tenths = self.fit.unsigned_abs() / (FULL / 1000).unsigned_abs();
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
}

/// What putting a card to one mentor would mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consequence {
    /// By this move alone.
    pub alone: Gain,
    /// Who would have to make room, and go to the tray.
    pub displaced: Option<ParticipationId>,
    /// Once everybody who is not pinned is placed anew around it.
    pub around: Gain,
}

/// The consequences for one card, by mentor. A mentor is not in it whom a rule forbids, who has left, or whose places
/// are taken by pairs that may not be moved; nobody is where the card may not be moved itself.
pub fn outlook(
    board: &Board,
    mentee: ParticipationId,
    fits: &dyn Fits,
) -> Result<BTreeMap<ParticipationId, Consequence>, matching::Error> {
    let mut free = board.clone();
    let Some(card) = free.cards.get_mut(&mentee).filter(|card| card.active && card.stage == Stage::Open)
    else {
        return Ok(BTreeMap::new());
    };
    let from = card.place;
    card.place.pinned = false;
    let task = Task::new(&free, fits)?;
    let Some(row) = task.mentees().iter().position(|id| *id == mentee) else { return Ok(BTreeMap::new()) };
    let losses: BTreeMap<ParticipationId, Price> = Session::new(&task.problem)?
        .losses(row as u32)
        .into_iter()
        .filter_map(|one| Some((*task.mentors().get(one.mentor as usize)?, one.forced?)))
        .collect();
    // Where the card is pinned now, the pins as they are cost this already.
    let now = from.mentor.filter(|_| from.pinned).and_then(|mentor| losses.get(&mentor).copied());
    let now = now.unwrap_or(Price::ZERO);
    let loads = board.loads();
    let here = from.mentor.map_or(0, |mentor| board.fit(mentee, mentor, fits).unwrap_or(0));
    let consequence = |(mentor, loss): (ParticipationId, Price)| {
        let around = Gain { pairs: now.count - loss.count, fit: now.fit - loss.fit };
        let places = board.mentors.get(&mentor).map_or(0, |one| one.places);
        let full = from.mentor != Some(mentor) && loads.get(&mentor).copied().unwrap_or(0) >= places;
        let displaced = if full { lowest(board, mentor, fits) } else { None };
        let there = board.fit(mentee, mentor, fits).unwrap_or(0);
        let alone = Gain {
            pairs: i64::from(from.mentor.is_none()) - i64::from(displaced.is_some()),
            fit: there - here - displaced.map_or(0, |(_, fit)| fit),
        };
        (mentor, Consequence { alone, displaced: displaced.map(|(id, _)| id), around })
    };
    Ok(losses.into_iter().map(consequence).collect())
}

/// Of the cards with a mentor that may be moved, the one with the lowest fit; one that a rule now forbids before all.
fn lowest(board: &Board, mentor: ParticipationId, fits: &dyn Fits) -> Option<(ParticipationId, i64)> {
    let may_move = |card: &Card| card.place.mentor == Some(mentor) && card.is_free();
    let there = board.cards.iter().filter(|(_, card)| may_move(card));
    let fit = |id: &ParticipationId| -> Result<i64, Rule> { board.fit(*id, mentor, fits) };
    there.map(|(id, _)| (*id, fit(id).unwrap_or(0))).min_by_key(|(id, _)| (fit(id).unwrap_or(i64::MIN), *id))
}
