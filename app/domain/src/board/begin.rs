//! What a new plan begins with: the pairs of another one, of an earlier version, or of a list.

use super::decide::{free_card, possible_one, shift};
use super::{Board, Fits, Place, Refusal, Shift};
use crate::ParticipationId;
use std::collections::BTreeSet;

/// What a new board takes over, and what it leaves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Beginning {
    pub shifts: Vec<Shift>,
    /// The pairs that are not possible, by their number in the list, and why not.
    pub left: Vec<(usize, Refusal)>,
}

/// Puts as many of `pairs` on `board` as are possible, in their order: a mentor who is full takes nobody more.
pub fn begin(board: &Board, pairs: &[(ParticipationId, Place)], fits: &dyn Fits) -> Beginning {
    let mut beginning = Beginning::default();
    let mut loads = board.loads();
    let mut placed = BTreeSet::new();
    for (at, (mentee, place)) in pairs.iter().enumerate() {
        let Some(mentor) = place.mentor else { continue };
        let load = loads.entry(mentor).or_default();
        let decided = free_card(board, *mentee).and_then(|card| {
            if card.place.mentor.is_some() || placed.contains(mentee) {
                return Err(Refusal::PlacedAlready { mentee: *mentee });
            }
            possible_one(board, *mentee, mentor, *load, fits)?;
            Ok(shift(*mentee, card, *place))
        });
        match decided {
            Ok(shift) => {
                *load += 1;
                placed.insert(*mentee);
                beginning.shifts.push(shift);
            }
            Err(refusal) => beginning.left.push((at, refusal)),
        }
    }
    beginning
}
