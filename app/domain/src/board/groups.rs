//! Groups that begin with so many mentees or not at all.
//!
//! By hand a group grows one by one, so nothing is refused while it is small; the board says what is missing. The engine
//! fills or empties them: whether one begins is a yes or no that no price decides, so its best plan is found by branching
//! and is another one than what the session of a [`Studio`] follows, which counts every pair alike.

use super::{Board, Gain, Step, Studio};
use crate::ParticipationId;
use crate::exchange::Instance;
use matching::{Error, Person, Plan, Price, Problem};

impl Board {
    /// Who has mentees, but fewer than a group begins with, and how many.
    pub fn small_groups(&self) -> Vec<(ParticipationId, u32)> {
        let all = |(id, load)| (id, load + self.elsewhere(id));
        self.loads().into_iter().map(all).filter(|(_, load)| *load < self.fewest).collect()
    }

    /// How many mentees a mentor has in other plans.
    fn elsewhere(&self, mentor: ParticipationId) -> u32 {
        self.mentors.get(&mentor).map_or(0, |mentor| mentor.elsewhere)
    }

    /// Whether groups begin with more than one.
    pub fn has_groups(&self) -> bool {
        self.fewest > 1
    }
}

impl Studio {
    /// The best plan in which every group has so many mentees as it begins with, or nobody whose card may be moved.
    ///
    /// # Errors
    /// The solver's own, for a board larger than it can count.
    pub fn whole_groups(&self, board: &Board) -> Result<Plan, Error> {
        matching::solve(&self.whole(board))
    }

    /// The same as a step of `board`, and by how much a better one could at most be better, where branching was cut short.
    ///
    /// # Errors
    /// The solver's own, for a board larger than it can count.
    pub fn whole_step(&self, board: &Board) -> Result<(Step, Gain), Error> {
        let Plan { pairs, gap: Price { count, fit }, .. } = self.whole_groups(board)?;
        Ok((self.step(board, &pairs), Gain { pairs: count, fit }))
    }

    /// The input of such a run as the command line reads it.
    pub fn whole_instance(&self, board: &Board) -> Instance {
        Instance { mentor_places: self.whole(board).mentors, ..self.instance() }
    }

    /// Whoever is settled in a group counts: only as many as it still lacks have to come.
    fn whole(&self, board: &Board) -> Problem {
        let settled = board.settled();
        let group = |(id, left): (&ParticipationId, &Person)| {
            let here = settled.get(id).copied().unwrap_or(0) + board.elsewhere(*id);
            let minimum = board.fewest.saturating_sub(here);
            match left.capacity {
                // A group that can never be large enough begins with nobody, unless somebody is there already.
                places if places < minimum && here == 0 => Person::new(0),
                places if places < minimum || minimum < 2 => *left,
                _ => Person { minimum, may_close: true, ..*left },
            }
        };
        let mentors = self.mentors().iter().zip(&self.problem().mentors).map(group).collect();
        Problem { mentors, ..self.problem().clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::board::Place;
    use crate::board::tests::{board, fits};
    use proptest::prelude::*;

    proptest! {
        /// After a run no group is smaller than it has to be but those which hands have made so; it is the best over every way
        /// of saying which groups begin, it is worth what it says, and its proof holds.
        #[test]
        fn whole_groups_are_whole(
            places in prop::collection::vec(1..5_u32, 1..5), mentees in 1..10_u128, pins in any::<u16>(), fewest in 2..4_u32,
        ) {
            let mut board = Board { fewest, ..board(&places, mentees) };
            let mentors: Vec<_> = board.mentors.iter().map(|(id, one)| (*id, one.places)).collect();
            let mut free: Vec<_> = mentors.iter().flat_map(|(id, places)| vec![*id; *places as usize]).collect();
            for (at, card) in board.cards.values_mut().enumerate() {
                if pins >> at & 3 == 3 && let Some(mentor) = free.pop() {
                    card.place = Place { mentor: Some(mentor), pinned: true };
                }
            }
            let settled = board.settled();
            let studio = Studio::new(&board, &fits).unwrap();
            let plan = studio.whole_groups(&board).unwrap();
            prop_assert_eq!(matching::verify(&studio.whole(&board), &plan), Ok(()));
            let (step, gap) = studio.whole_step(&board).unwrap();
            prop_assert_eq!(gap, Gain::default());
            prop_assert!(step.gain <= studio.better(&board));
            let mut after = board.clone();
            for (mentee, to) in &step.changes {
                after.cards.get_mut(mentee).unwrap().place.mentor = *to;
            }
            for (mentor, _) in after.small_groups() {
                prop_assert!(settled.contains_key(&mentor));
            }
            prop_assert_eq!(studio.worth(&studio.present(&after)) - studio.worth(&studio.present(&board)), step.gain);
            if settled.is_empty() {
                prop_assert_eq!(studio.worth(&plan.pairs), best_by_trying(&board, &studio));
            }
        }
    }

    /// The best over every way of saying which mentors begin.
    fn best_by_trying(board: &Board, studio: &Studio) -> Gain {
        let problem = studio.problem();
        let mut best = Gain { pairs: -1, fit: 0 };
        for begin in 0..1_u32 << problem.mentors.len() {
            let mut mentors = problem.mentors.clone();
            for (at, mentor) in mentors.iter_mut().enumerate() {
                let open = begin >> at & 1 == 1;
                *mentor = if open { Person { minimum: board.fewest, ..*mentor } } else { Person::new(0) };
            }
            if mentors.iter().any(|mentor| mentor.minimum > mentor.capacity) {
                continue;
            }
            if let Ok(plan) = matching::solve(&Problem { mentors, ..problem.clone() }) {
                best = best.max(Gain { pairs: plan.pairs.len() as i64, fit: plan.total });
            }
        }
        best
    }
}
