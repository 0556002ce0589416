//! The engine on a board: the best plan around its pins, which stays the best while the board changes.
//!
//! The same on the server, which applies what it finds, and in the browser, which shows what a move would mean before it is
//! made. A pinned card keeps its row, without a wish for a place, and its mentor has a place less: so a pin, a pin taken
//! back and a card in the hand are each a small edit of the engine's session and no new problem.

use super::{Board, Card, Fits, Gain, Stage};
use crate::ParticipationId;
use crate::criteria::FULL;
use matching::{Arc, Arcs, Edit, Error, Person, Plan, Problem, Regret, Session, Who};
use std::collections::BTreeMap;

/// A board in the engine's hands.
#[derive(Clone, Debug)]
pub struct Studio {
    session: Session,
    mentees: Vec<ParticipationId>,
    mentors: Vec<ParticipationId>,
}

/// A plan that the engine could make of the present one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// How many people lose the mentor whom they have now.
    pub moves: usize,
    /// By how much it is better.
    pub gain: Gain,
    pub changes: Vec<Destination>,
}

/// Where a card goes: to a mentor, or to the tray.
pub type Destination = (ParticipationId, Option<ParticipationId>);

impl Studio {
    /// Finds the best plan for everybody whose card may be moved, around the pins. Pairs that are pinned, proposed or at
    /// work are settled: they take their mentor's places and are not part of the problem, so that a pin on a pair which a
    /// later rule forbids cannot make it impossible.
    ///
    /// # Errors
    /// The solver's own, for a board larger than it can count.
    pub fn new(board: &Board, fits: &dyn Fits) -> Result<Self, Error> {
        let (problem, mentees, mentors) = problem(board, fits)?;
        Ok(Self { session: Session::new(&problem)?, mentees, mentors })
    }

    /// Brings the engine up to a board on which cards were moved, pinned or unpinned, or mentors got other places. `false`
    /// where people have come or gone, or pairs were proposed or came back: then the engine has to begin anew.
    pub fn follow(&mut self, board: &Board) -> bool {
        if !mentees(board).map(|(id, _)| id).eq(self.mentees.iter().copied())
            || !mentors(board).eq(&self.mentors)
        {
            return false;
        }
        let wanted = mentees(board).map(|(_, card)| wanted(card));
        let mut edits: Vec<(Who, u32)> = (0..).map(Who::Mentee).zip(wanted).collect();
        edits.extend((0..).map(Who::Mentor).zip(left(board, &self.mentors)));
        // Whoever lets a place go comes before whoever takes one.
        for (who, capacity) in edits {
            let person = Person::new(capacity);
            if self.person(who) != person && self.session.apply(&Edit::Change { who, person }).is_err() {
                return false;
            }
        }
        self.session.forget();
        true
    }

    fn person(&self, who: Who) -> Person {
        match who {
            Who::Mentee(at) => self.session.problem().mentees[at as usize],
            Who::Mentor(at) => self.session.problem().mentors[at as usize],
        }
    }

    /// The engine's problem: whom its numbers stand for say [`Studio::mentees`] and [`Studio::mentors`].
    pub fn problem(&self) -> &Problem {
        self.session.problem()
    }

    /// Whom the problem's mentees stand for.
    pub fn mentees(&self) -> &[ParticipationId] {
        &self.mentees
    }

    /// Whom its mentors stand for.
    pub fn mentors(&self) -> &[ParticipationId] {
        &self.mentors
    }

    /// The best plan, as changes of `board`.
    pub fn changes(&self, board: &Board) -> Vec<Destination> {
        self.changes_to(board, &self.session.pairs())
    }

    /// What `pairs` of the problem's numbers change on `board`; whoever has left is taken off it.
    pub fn changes_to(&self, board: &Board, pairs: &[(u32, u32)]) -> Vec<Destination> {
        let mut to: Vec<Option<ParticipationId>> = vec![None; self.mentees.len()];
        for &(mentee, mentor) in pairs {
            to[mentee as usize] = self.mentors.get(mentor as usize).copied();
        }
        let card = |mentee: &ParticipationId| board.cards.get(mentee);
        let moves = |(mentee, to): &Destination| {
            card(mentee).is_some_and(|card| card.is_free() && card.place.mentor != *to)
        };
        let gone = board.cards.iter().filter(|(_, card)| card.is_left() && card.place.mentor.is_some());
        let gone = gone.map(|(id, _)| (*id, None));
        self.mentees.iter().copied().zip(to).filter(moves).chain(gone).collect()
    }

    /// The best plan with its proof.
    pub fn plan(&self) -> Plan {
        self.session.plan()
    }

    /// By how much the best plan is better than `board` as it is.
    pub fn better(&self, board: &Board) -> Gain {
        self.best() - self.worth(&self.present(board))
    }

    /// What pairs of the problem's numbers are worth.
    pub(super) fn worth(&self, pairs: &[(u32, u32)]) -> Gain {
        let fits = pairs.iter().filter_map(|pair| self.problem().arcs.fit(pair.0, pair.1));
        Gain { pairs: pairs.len() as i64, fit: fits.sum() }
    }

    /// The best plan of all, as a step of `board`.
    pub fn best_step(&self, board: &Board) -> Step {
        self.step(board, &self.session.pairs())
    }

    /// The best plans that move few people, from the fewest that are possible to `most`, each where one move more or some
    /// gain something; the last is the best plan of all, however many it moves, where that is better still.
    ///
    /// # Errors
    /// The solver's own, for a board larger than it can count.
    pub fn steps(&self, board: &Board, most: usize) -> Result<Vec<Step>, Error> {
        let mut steps: Vec<Step> = vec![];
        let repairs = matching::repair(self.problem(), &self.present(board), most)?;
        let best = self.best_step(board);
        for one in repairs.iter().map(|repair| self.step(board, &repair.pairs)).chain([best]) {
            if steps.last().is_none_or(|last| last.gain < one.gain) {
                steps.push(one);
            }
        }
        Ok(steps)
    }

    /// The best plan in which no pair that may be moved fits less than `least` hundredths; none where that would cost a
    /// pair.
    ///
    /// # Errors
    /// The solver's own, for a board larger than it can count.
    pub fn guaranteed(&self, board: &Board, least: u8) -> Result<Option<Step>, Error> {
        let plan = matching::solve(&self.at_least(least)?)?;
        Ok((plan.pairs.len() == self.session.pairs().len()).then(|| self.step(board, &plan.pairs)))
    }

    fn at_least(&self, least: u8) -> Result<Problem, Error> {
        matching::guaranteed(self.problem(), i64::from(least) * FULL / 100)
    }

    /// The lowest fit of `pairs`.
    pub(super) fn lowest(&self, pairs: &[(u32, u32)]) -> Option<i64> {
        pairs.iter().filter_map(|pair| self.problem().arcs.fit(pair.0, pair.1)).min()
    }

    /// Between total and fair: the guarantees, in steps of five hundredths, that cost no pair, each with the best plan that keeps
    /// it, where that is another than the one before.
    ///
    /// # Errors
    /// The solver's own, for a board larger than it can count.
    pub fn guarantees(&self, board: &Board) -> Result<Vec<(u8, Step)>, Error> {
        let mut found: Vec<(u8, Step)> = vec![];
        // What the plan before guarantees already is no step.
        let mut lowest = self.lowest(&self.session.pairs());
        for least in (1..20).map(|step| step * 5) {
            if lowest.is_none_or(|lowest| i64::from(least) * FULL / 100 <= lowest) {
                continue;
            }
            let plan = matching::solve(&self.at_least(least)?)?;
            if plan.pairs.len() < self.session.pairs().len() {
                break;
            }
            lowest = self.lowest(&plan.pairs);
            found.push((least, self.step(board, &plan.pairs)));
        }
        Ok(found)
    }

    /// What `pairs` of the problem's numbers would be beside `board`.
    pub(super) fn step(&self, board: &Board, pairs: &[(u32, u32)]) -> Step {
        let present = self.present(board);
        Step {
            moves: present.iter().filter(|pair| pairs.binary_search(pair).is_err()).count(),
            gain: self.worth(pairs) - self.worth(&present),
            changes: self.changes_to(board, pairs),
        }
    }

    /// The pairs of `board` that the engine may change, in the problem's numbers.
    pub fn present(&self, board: &Board) -> Vec<(u32, u32)> {
        let at: BTreeMap<ParticipationId, u32> = self.mentors.iter().copied().zip(0..).collect();
        let free = |mentee: &ParticipationId| board.cards.get(mentee).filter(|card| card.is_free());
        let mentor = |mentee: &ParticipationId| at.get(&free(mentee)?.place.mentor?).copied();
        (0..).zip(&self.mentees).filter_map(|(row, mentee)| Some((row, mentor(mentee)?))).collect()
    }

    /// The problem's number of a mentee whose card may be moved.
    pub(super) fn row(&self, mentee: ParticipationId) -> Option<u32> {
        self.mentees.binary_search(&mentee).ok().map(|at| at as u32)
    }

    /// What having each of their allowed mentors would cost the best plan, were the mentee's card not pinned.
    pub(super) fn losses(&mut self, board: &Board, mentee: ParticipationId) -> Result<Vec<Regret>, Error> {
        let Some(row) = self.row(mentee) else { return Ok(vec![]) };
        self.unpinned(board, mentee, |studio| studio.session.losses(row))
    }

    /// The answer to `ask` were the mentee's card not pinned.
    pub(super) fn unpinned<T>(
        &mut self,
        board: &Board,
        mentee: ParticipationId,
        ask: impl FnOnce(&mut Self) -> T,
    ) -> Result<T, Error> {
        let place = board.cards.get(&mentee).map(|card| card.place).unwrap_or_default();
        let mut edits = vec![];
        if let Some(row) = self.row(mentee).filter(|_| place.pinned) {
            edits.push((Who::Mentee(row), 1));
            if let Some(at) = place.mentor.and_then(|mentor| self.mentors.binary_search(&mentor).ok()) {
                let mentor = self.mentors[at];
                let settled = |card: &&Card| card.settled_with() == Some(mentor);
                let others = board.cards.values().filter(settled).count().saturating_sub(1) as u32;
                let places = board.mentors.get(&mentor).map_or(0, |mentor| mentor.places);
                edits.push((Who::Mentor(at as u32), places.saturating_sub(others)));
            }
        }
        for (who, capacity) in &edits {
            self.session.apply(&Edit::Change { who: *who, person: Person::new(*capacity) })?;
        }
        let answer = ask(self);
        for _ in &edits {
            self.session.undo();
        }
        Ok(answer)
    }

    /// What the best plan is worth, settled pairs left aside.
    pub(super) fn best(&self) -> Gain {
        self.worth(&self.session.pairs())
    }

    /// Whether the best plan's certificate holds: checked by code that shares nothing with what found it.
    pub fn is_proved(&self) -> bool {
        matching::verify(self.problem(), &self.session.plan()).is_ok()
    }

    /// The engine's session, to try something: whoever changes it takes it back.
    pub(super) fn session(&mut self) -> &mut Session {
        &mut self.session
    }
}

/// A problem, and whom its mentees and mentors stand for.
type Numbered = (Problem, Vec<ParticipationId>, Vec<ParticipationId>);

fn problem(board: &Board, fits: &dyn Fits) -> Result<Numbered, Error> {
    let (rows, cards): (Vec<_>, Vec<_>) = mentees(board).unzip();
    let columns: Vec<ParticipationId> = mentors(board).copied().collect();
    let mut arcs = Vec::with_capacity(rows.len() * columns.len());
    fits.fits(&rows, &columns, &mut |mentee, mentor, fit| {
        if let Ok(fit) = fit
            && !cards[mentee].declined.contains(&columns[mentor])
        {
            arcs.push(Arc { mentee: mentee as u32, mentor: mentor as u32, fit });
        }
    });
    let problem = Problem {
        arcs: Arcs::new(rows.len(), columns.len(), &arcs)?,
        mentees: cards.into_iter().map(|card| Person::new(wanted(card))).collect(),
        mentors: left(board, &columns).map(Person::new).collect(),
        ..Problem::default()
    };
    Ok((problem, rows, columns))
}

fn mentees(board: &Board) -> impl Iterator<Item = (ParticipationId, &Card)> {
    board
        .cards
        .iter()
        .map(|(id, card)| (*id, card))
        .filter(|(_, card)| card.active && card.stage == Stage::Open)
}

fn mentors(board: &Board) -> impl Iterator<Item = &ParticipationId> {
    board.mentors.iter().filter(|(_, mentor)| mentor.active).map(|(id, _)| id)
}

/// How many places the engine may give to the owner of a card.
fn wanted(card: &Card) -> u32 {
    u32::from(!card.place.pinned)
}

/// The places of `mentors` that settled pairs leave.
fn left(board: &Board, mentors: &[ParticipationId]) -> impl Iterator<Item = u32> {
    let settled = board.settled();
    let left = |id: &ParticipationId| {
        let places = board.mentors.get(id).map_or(0, |mentor| mentor.places);
        places.saturating_sub(settled.get(id).copied().unwrap_or(0))
    };
    mentors.iter().map(left).collect::<Vec<_>>().into_iter()
}
