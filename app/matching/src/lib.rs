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
//! Give every mentee `i` a price `u[i]` and every mentor `j` a price `v[j]`, and let a pair be worth `(1, fit)`:
//! one pair first, fit second, compared in that order. ([`Pairs::Free`] weighs a match itself: then a pair is
//! worth `(0, fit - unmatched)`.) Suppose that
//!
//! 1. a pair that is not in the plan is worth at most `u + v`,
//! 2. a pair that is in the plan, and is not pinned, is worth at least `u + v`,
//! 3. whoever has a price above zero is at capacity, whoever has one below zero is at their minimum.
//!
//! Then no other plan is better. Take any plan `x`, write the worth of each of its pairs as
//! `(worth - u - v) + u + v` and sum. By 1 and 2 the brackets sum to at most what they do in our plan (pinned
//! pairs are in both, so their brackets agree); by 3 the prices sum to at most what they do in ours, which
//! fills the places that are dear and leaves empty those that cost. This is linear programming duality with
//! complementary slackness (Ahuja, Magnanti and Orlin, *Network Flows*, 1993, theorems 9.3 and 9.4), and it holds
//! as it stands for pairs of integers in lexicographic order, so the certificate needs no large constant and no
//! rounding.
//!
//! # Where to read on
//!
//! `network` checks a problem and lays it out, `assign` finds the plan, `search` is the one shortest path
//! that `assign` repeats, `queue` says where it looks next, `verify` is the checker.

mod alternatives;
mod arcs;
mod bidding;
mod branch;
mod certify;
mod error;
mod fair;
mod guarantee;
mod market;
mod plan;
mod problem;
mod queue;
mod regret;
mod repair;
mod search;
mod session;
mod settle;
mod shortlist;
mod stable;
mod verify;

pub use alternatives::{Alternative, alternatives};
pub use arcs::Arcs;
pub use error::Error;
pub use fair::fair;
pub use guarantee::{Guarantee, guaranteed, guarantees};
pub use plan::{Case, FairPlan, Level, Plan, Price, Prices, Stage};
pub use problem::{Arc, Pairs, Person, Problem, Who};
pub use regret::{Regret, Regrets, regrets};
pub use repair::{Repair, repair};
pub use session::{Edit, Session};
pub use stable::{
    Loads, Ranked, Rankings, Side, StableFlaw, StablePlan, blocking_pairs, stable, verify_stable,
};
pub use verify::{Flaw, verify, verify_fair};

/// The plan with the most pairs and, among those, the highest total fit, with its proof.
///
/// Of several equally good plans the choice follows from the positions of the people alone, never from the
/// order of `arcs` or `pins`.
pub fn solve(problem: &Problem) -> Result<Plan, Error> {
    let problem = &*problem.in_units();
    if problem.mentees.iter().chain(&problem.mentors).any(|one| one.may_close && one.minimum > 1) {
        return branch::solve(problem);
    }
    let mut market = market::Market::new(problem)?;
    settle::best(problem, &mut market)?;
    Ok(certify::plan(problem, &market))
}
