//! Room for a group: the best plan in which so many of its people have a match, and what that costs all together.

use super::{Board, Card, Step, Studio};
use crate::ParticipationId;
use crate::exchange::Instance;
use crate::fairness::{Group, Room};
use matching::{Error, Quota, Quotas, Scope};
use std::collections::BTreeSet;

impl Studio {
    /// The best plan in which at least so many of `people` have a match, pairs that are settled counted with; none where
    /// there is no such plan. Whoever does not take part at present is not counted.
    ///
    /// # Errors
    /// The solver's own, for a board larger than it can count.
    pub fn room(
        &self,
        board: &Board,
        people: &BTreeSet<ParticipationId>,
        room: &Room,
    ) -> Result<Option<Step>, Error> {
        match matching::diverse(self.problem(), &self.quotas(board, people, room)) {
            Ok(plan) => Ok(Some(self.step(board, &plan.pairs))),
            Err(Error::QuotasImpossible { .. }) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// What each share that is offered to a group would be; none where there is no such plan.
    ///
    /// # Errors
    /// The solver's own, for a board larger than it can count.
    pub fn rooms(
        &self,
        board: &Board,
        people: &BTreeSet<ParticipationId>,
        group: &Group,
    ) -> Result<Vec<(u8, Option<Step>)>, Error> {
        let one = |share: u8| {
            let room = Room { group: group.clone(), share };
            Ok((share, self.room(board, people, &room)?))
        };
        Room::SHARES.into_iter().map(one).collect()
    }

    /// The input of such a run as the command line reads it.
    pub fn instance_with(&self, board: &Board, people: &BTreeSet<ParticipationId>, room: &Room) -> Instance {
        Instance {
            group_names: vec![room.group.sentence()],
            quotas: self.quotas(board, people, room),
            ..self.instance()
        }
    }

    fn quotas(&self, board: &Board, people: &BTreeSet<ParticipationId>, room: &Room) -> Quotas {
        let here = || people.iter().filter_map(|id| board.cards.get(id)).filter(|card| card.active);
        let settled = |card: &&Card| !card.is_free() && card.place.mentor.is_some();
        let least = room.of(here().count()).saturating_sub(here().filter(settled).count());
        let group = |mentee: &ParticipationId| people.contains(mentee).then_some(0);
        let quota = Quota { at_least: least as u32, ..Quota::new(Scope::Programme, 0) };
        Quotas { groups: self.mentees().iter().map(group).collect(), quotas: vec![quota] }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::board::tests::{board, fits};
    use crate::board::{Gain, Place};
    use proptest::prelude::*;

    fn room(share: u8) -> Room {
        Room { group: Group { question: "Q".into(), choice: "a".into() }, share }
    }

    proptest! {
        /// What is promised is kept, no pair is lost for it, it costs what it says, more room never costs less, and its
        /// proof holds.
        #[test]
        fn room_is_kept_and_has_its_price(
            places in prop::collection::vec(1..3_u32, 1..5), mentees in 1..12_u128, members in any::<u16>(),
            pins in any::<u16>(),
        ) {
            let mut board = board(&places, mentees);
            let people: BTreeSet<_> =
                board.cards.keys().enumerate().filter(|(at, _)| members >> at & 1 == 1).map(|one| *one.1).collect();
            let mentors: Vec<_> = board.mentors.iter().map(|(id, one)| (*id, one.places)).collect();
            let mut free: Vec<_> = mentors.iter().flat_map(|(id, places)| vec![*id; *places as usize]).collect();
            for (at, card) in board.cards.values_mut().enumerate() {
                if pins >> at & 3 == 3 && let Some(mentor) = free.pop() {
                    card.place = Place { mentor: Some(mentor), pinned: true };
                }
            }
            let studio = Studio::new(&board, &fits).unwrap();
            let best = studio.steps(&board, 0).unwrap().last().map(|step| step.gain).unwrap_or_default();
            let mut before = Gain::default();
            for share in Room::SHARES {
                let room = room(share);
                let Some(step) = studio.room(&board, &people, &room).unwrap() else { continue };
                let mut after = board.clone();
                for (mentee, to) in &step.changes {
                    after.cards.get_mut(mentee).unwrap().place.mentor = *to;
                }
                let matched = people.iter().filter(|id| after.cards[id].place.mentor.is_some()).count();
                prop_assert!(matched >= room.of(people.len()));
                let price = step.gain - best;
                prop_assert_eq!(price.pairs, 0);
                prop_assert!(price.fit <= before.fit);
                before = price;
                let quotas = studio.quotas(&board, &people, &room);
                let plan = matching::diverse(studio.problem(), &quotas).unwrap();
                prop_assert_eq!(matching::verify_diverse(studio.problem(), &quotas, &plan), Ok(()));
            }
        }
    }
}
