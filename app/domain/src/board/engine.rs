//! The board as a problem for the solver, and the solver's plan as changes of the board.

use super::{Board, Fits};
use crate::ParticipationId;
use matching::{Arc, Arcs, Person, Plan, Problem};

/// A problem, and who its numbers stand for.
#[derive(Clone, Debug)]
pub struct Task {
    pub problem: Problem,
    mentees: Vec<ParticipationId>,
    mentors: Vec<ParticipationId>,
}

impl Task {
    /// Everybody whom the engine may place: open cards that are not pinned, and mentors with what places pinned,
    /// proposed and working pairs leave. Those pairs are settled and not part of the problem, so that a pin on a pair
    /// which a later rule forbids cannot make the problem impossible.
    ///
    /// # Errors
    /// The solver's own, for a board larger than it can count.
    pub fn new(board: &Board, fits: &dyn Fits) -> Result<Self, matching::Error> {
        let mut task = Self { problem: Problem::default(), mentees: vec![], mentors: vec![] };
        let (mut left, mut arcs): (Vec<u32>, Vec<Arc>) = (vec![], vec![]);
        for (id, mentor) in board.mentors.iter().filter(|(_, mentor)| mentor.active) {
            let settled =
                board.cards.values().filter(|card| card.place.mentor == Some(*id) && !card.is_free());
            left.push(mentor.places.saturating_sub(settled.count() as u32));
            task.mentors.push(*id);
        }
        task.mentees = board.cards.iter().filter(|(_, card)| card.is_free()).map(|(id, _)| *id).collect();
        let declined = |mentee: usize, mentor: usize| {
            let card = board.cards.get(&task.mentees[mentee]);
            card.is_some_and(|card| card.declined.contains(&task.mentors[mentor]))
        };
        fits.fits(&task.mentees, &task.mentors, &mut |mentee, mentor, fit| {
            if let Ok(fit) = fit
                && !declined(mentee, mentor)
            {
                arcs.push(Arc { mentee: mentee as u32, mentor: mentor as u32, fit });
            }
        });
        task.problem.arcs = Arcs::new(task.mentees.len(), task.mentors.len(), &arcs)?;
        task.problem.mentees = vec![Person::new(1); task.mentees.len()];
        task.problem.mentors = left.into_iter().map(Person::new).collect();
        Ok(task)
    }

    /// Whom the problem's mentees stand for.
    pub fn mentees(&self) -> &[ParticipationId] {
        &self.mentees
    }

    /// Whom its mentors stand for.
    pub fn mentors(&self) -> &[ParticipationId] {
        &self.mentors
    }

    /// The best plan for this task, as changes of `board`.
    ///
    /// # Errors
    /// None for a task made by [`Task::new`]; the solver's own where it disagrees.
    pub fn solve(
        &self,
        board: &Board,
    ) -> Result<Vec<(ParticipationId, Option<ParticipationId>)>, matching::Error> {
        Ok(self.changes(board, &matching::solve(&self.problem)?))
    }

    /// Where each card goes that `plan` moves.
    pub fn changes(&self, board: &Board, plan: &Plan) -> Vec<(ParticipationId, Option<ParticipationId>)> {
        let mut to: Vec<Option<ParticipationId>> = vec![None; self.mentees.len()];
        for &(mentee, mentor) in &plan.pairs {
            to[mentee as usize] = self.mentors.get(mentor as usize).copied();
        }
        let was = |mentee: &ParticipationId| board.cards.get(mentee).and_then(|card| card.place.mentor);
        self.mentees.iter().copied().zip(to).filter(|(mentee, to)| was(mentee) != *to).collect()
    }
}
