//! The solver: who is paired with whom, in integers.
//!
//! This crate owns one question. Given the capacity of each mentor and each mentee, the pairs that are
//! allowed and how well each fits, which set of pairs has **as many pairs as possible and, among those, the
//! highest total fit**? [`solve`] answers it exactly and hands over the proof with the answer; [`verify()`]
//! checks the two and shares no code with the solver, so one may trust a plan without trusting the solver
//! that made it.
//!
//! It refuses text, people, files, the clock, randomness and floating point. An answer is a function of the
//! problem alone: the same on every machine, natively and in a browser, whatever the order of the arcs. Who a
//! number stands for, why a pair is not allowed and what a fit means is decided one layer up, in `domain`.
//!
//! # The proof
//!
//! Give every mentee `i` a price `u[i]` and every mentor `j` a price `v[j]`, none below zero, and let a pair
//! be worth `(1, fit)`: one pair first, fit second, compared in that order. Suppose that
//!
//! 1. a pair that is not in the plan is worth at most `u + v`,
//! 2. a pair that is in the plan, and is not pinned, is worth at least `u + v`,
//! 3. whoever has a price above zero is at capacity.
//!
//! Then no other plan is better. Take any plan `x`, write the worth of each of its pairs as
//! `(worth - u - v) + u + v` and sum. By 1 and 2 the brackets sum to at most what they do in our plan (pinned
//! pairs are in both, so their brackets agree); by 3 the prices sum to at most what they do in ours, which
//! pays each of them at full capacity. This is linear programming duality with complementary slackness
//! (Ahuja, Magnanti and Orlin, *Network Flows*, 1993, theorems 9.3 and 9.4), and it holds as it stands for
//! pairs of integers in lexicographic order, so the certificate needs no large constant and no rounding.
//!
//! # Where to read on
//!
//! `network` checks a problem and lays it out, `assign` finds the plan, `search` is the one shortest path
//! that `assign` repeats, `queue` says where it looks next, `verify` is the checker.

mod assign;
mod error;
mod network;
mod queue;
mod search;
mod stable;
mod verify;

pub use error::Error;
pub use stable::{
    Loads, Ranked, Rankings, Side, StableFlaw, StablePlan, blocking_pairs, stable, verify_stable,
};
pub use verify::{Flaw, verify};

/// Who is there, and which pairs are allowed. People are named by their position in `mentors` and `mentees`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problem {
    /// How many mentees each mentor may have.
    pub mentors: Vec<u32>,
    /// How many mentors each mentee may have, usually one.
    pub mentees: Vec<u32>,
    /// The allowed pairs, each at most once, in any order.
    pub arcs: Vec<Arc>,
    /// Allowed pairs `(mentee, mentor)` that must be in the plan, whatever that costs.
    pub pins: Vec<(u32, u32)>,
}

/// An allowed pair and how well it fits. A negative fit is allowed: such a pair is made only where it lets
/// more people be paired, or is pinned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arc {
    pub mentee: u32,
    pub mentor: u32,
    pub fit: i64,
}

/// The answer to a [`Problem`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// The pairs `(mentee, mentor)`, sorted, pins included.
    pub pairs: Vec<(u32, u32)>,
    /// The sum of the fits of these pairs.
    pub total: i64,
    /// Why no other plan is better.
    pub certificate: Certificate,
}

/// One price for each person; the crate's first page says what they prove.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Certificate {
    /// `u`, one for each mentee.
    pub mentees: Vec<Price>,
    /// `v`, one for each mentor.
    pub mentors: Vec<Price>,
}

/// What one more place at this person would add to the plan: `count` pairs and, after that, `fit`.
/// The order is lexicographic: the derived one, by `count` and then by `fit`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Price {
    pub count: i64,
    pub fit: i64,
}

/// The plan with the most pairs and, among those, the highest total fit, with its proof.
///
/// Of several equally good plans the choice follows from the positions of the people alone, never from the
/// order of `arcs` or `pins`.
pub fn solve(problem: &Problem) -> Result<Plan, Error> {
    Ok(assign::assign(network::Network::new(problem)?))
}
