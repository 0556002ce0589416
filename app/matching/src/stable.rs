//! Stable plans: no mentor and no mentee who would both rather have each other than what they got.
//!
//! Owns the question, its answer and the order of ties; `stable::defer` finds the plan, [`blocking_pairs`] and
//! [`verify_stable`] check one and share no code with it. Capacities stand on both sides, lists may be
//! incomplete and may hold ties, and pins are places given away beforehand.
//!
//! # The algorithm
//!
//! Deferred acceptance (Gale and Shapley, *American Mathematical Monthly* 69, 1962). One side proposes, each of
//! its people down their own list as long as they have a free place; the other side keeps the best proposals
//! that it has places for and turns the others away. Nobody who is turned away was within reach in any stable
//! plan, so the side that proposes gets its best stable plan and the other side its worst; all people of one
//! side agree on that (Knuth, *Mariages stables*, 1976). Every arc is proposed along at most once:
//! O(arcs · log of the longest list) to sort the lists, O(arcs · log of the largest capacity) for the rest.
//!
//! # Ties
//!
//! A pair blocks a plan only where both are strictly better off (weak stability). Somebody with two equal
//! choices gets them in order of fit, the higher first, and then of position, the lower first; deferred
//! acceptance runs on these strict lists. A plan that is stable for them is stable for the lists with ties.
//! Which weakly stable plan has the most pairs is another question, an NP-hard one (Manlove and others,
//! *Theoretical Computer Science* 276, 2002), and is not asked here.
//!
//! # What every stable plan shares
//!
//! By the rural hospitals theorem (Roth, *Econometrica* 54, 1986) everybody has the same number of pairs in
//! every plan that is stable for the strict lists, and whoever has a place left has exactly the same pairs.
//! So [`StablePlan::loads`] are facts about the problem, not about the side that proposed: a mentor who is not
//! full here cannot be filled by another choice of stable plan, only by other lists.
//!
//! # Pins
//!
//! A pinned pair takes a place on both sides, and the rest is solved around it. Whoever is better off without
//! the pin may then form a blocking pair: [`StablePlan::blocking`] lists them all. Without pins it is empty.

mod check;
mod defer;
mod lists;

pub use check::{StableFlaw, blocking_pairs, verify_stable};

use crate::Error;

/// Who is there, and how they rank each other. People are named by their position in `mentors` and `mentees`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rankings {
    /// How many mentees each mentor may have.
    pub mentors: Vec<u32>,
    /// How many mentors each mentee may have, usually one.
    pub mentees: Vec<u32>,
    /// The pairs that both sides accept, each at most once, in any order.
    pub arcs: Vec<Ranked>,
    /// Accepted pairs `(mentee, mentor)` that must be in the plan.
    pub pins: Vec<(u32, u32)>,
}

/// A pair that both sides accept. Lower ranks are better, equal ranks are ties; only their order counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ranked {
    pub mentee: u32,
    pub mentor: u32,
    /// The mentor's place on the mentee's list.
    pub mentee_rank: i64,
    /// The mentee's place on the mentor's list.
    pub mentor_rank: i64,
    /// Orders ties on both lists, the higher first. 0 throughout where nothing is known.
    pub fit: i64,
}

/// The side that proposes, for which the plan is the best stable one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Side {
    #[default]
    Mentee,
    Mentor,
}

/// The answer to a [`Rankings`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StablePlan {
    /// The pairs `(mentee, mentor)`, sorted, pins included.
    pub pairs: Vec<(u32, u32)>,
    /// The pairs, sorted, who would both rather have each other. Only pins can cause them.
    pub blocking: Vec<(u32, u32)>,
    /// How many pairs everybody has, here and in every other stable plan.
    pub loads: Loads,
}

/// Numbers of pairs by person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Loads {
    pub mentors: Vec<u32>,
    pub mentees: Vec<u32>,
}

/// The best stable plan for `side`, the worst for the other.
///
/// # Errors
/// A problem that contradicts itself, with its culprit: [`Error::UnknownMentee`], [`Error::UnknownMentor`],
/// [`Error::DoubledArc`], [`Error::DoubledPin`], [`Error::UnknownPair`], [`Error::MenteeOverpinned`] and
/// [`Error::MentorOverpinned`].
pub fn stable(rankings: &Rankings, side: Side) -> Result<StablePlan, Error> {
    let lists = lists::Lists::new(rankings, side)?;
    let mut pairs = rankings.pins.clone();
    pairs.extend(defer::accept(&lists).into_iter().map(|(from, to)| match side {
        Side::Mentee => (from, to),
        Side::Mentor => (to, from),
    }));
    pairs.sort_unstable();
    // Without pins the algorithm leaves no blocking pair; `verify_stable` is there for who does not believe it.
    let blocking = if rankings.pins.is_empty() { Vec::new() } else { blocking_pairs(rankings, &pairs) };
    let loads = Loads {
        mentors: loads(rankings.mentors.len(), pairs.iter().map(|pair| pair.1)),
        mentees: loads(rankings.mentees.len(), pairs.iter().map(|pair| pair.0)),
    };
    Ok(StablePlan { pairs, blocking, loads })
}

fn loads(people: usize, places: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut loads = vec![0; people];
    for place in places {
        if let Some(load) = loads.get_mut(place as usize) {
            *load += 1;
        }
    }
    loads
}

#[cfg(test)]
mod tests;
