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
//! A fair plan is proved the same way with prices that are vectors (`fair`), a diverse one with a price more for each
//! quota (`diverse`); groups that may close by one such proof for each case (`branch`).
//!
//! # What is exact, and what has a gap
//!
//! | question | function | answer |
//! |---|---|---|
//! | most pairs, then the highest total; or total with a weight on matching | [`solve`] | exact |
//! | the same with groups of at least so many, or nobody | [`solve`] | exact, or with its gap where cut short |
//! | the worst pair as good as can be, then the next | [`fair()`] | exact |
//! | a guaranteed fit, then the highest total | [`guarantees`] | exact |
//! | quotas and rewards for groups of mentees, then the highest total | [`diverse()`] | exact; what would not be is refused |
//! | what any pair would cost; what all best plans share | [`regrets`] | exact |
//! | the same plan after an edit | [`Session`] | exact |
//! | the next-best plans | [`alternatives`] | exact |
//! | the best plan with few moves | [`repair()`] | exact at corners of a curve, else with its gap |
//!
//! # Where to read on
//!
//! `problem`, `arcs`, `plan`: what is asked and answered. `market` is the state that all algorithms share, `shortlist`
//! why most of the table is never looked at twice, `bidding` the start, `search` the one shortest path that everything
//! else repeats, `settle` the order of the work, `certify` the proof. `verify` is the checker.
//!
//! Ties between equally good plans follow from positions alone: mentees bid and are placed by rising position, equal
//! mentors are tried from a place in the list that depends on the mentee's position, equal distances go to the lower
//! node. There is no other source of choice, hence no other answer on another machine.
//!
//! # What was measured, and what lost
//!
//! `make bench` measures all of it. On one core of an Intel Xeon, by the command line and so each time in a fresh process,
//! beside scipy 1.17, lapx 0.11 and OR-tools 9.15 in the same run, all totals equal; the ratio is to the fastest of them:
//!
//! | problem | ms | ratio |
//! |---|--:|--:|
//! | dense, uniform: 500 × 500; 2,000 × 2,000 | 0.8; 5.9 | 0.50; 0.18 |
//! | dense 2,000 × 2,000: shared tags; distances | 30; 70 | 0.16; 0.29 |
//! | 1,998 × 666 × 3 places; 4,998 × 1,666 × 3 (the others copy columns) | 2.2; 12 | 0.06; 0.02 |
//! | 50 candidates each, uniform: 10,000; 50,000 mentees | 5.0; 36 | 0.02; 0.01 |
//! | the same, places just enough | 22; 380 | 0.06; 0.09 |
//! | the same, everybody wants the same mentors | 59; 661 | 0.18; 0.17 |
//! | Machol-Wien costs: 1,000; 2,000 (beside scipy and lapx alone 0.08; 0.04) | 43; 159 | 0.36; 0.22 |
//! | stable: 4,000 × 1,000 × 4; 20,000 × 5,000 × 4 | 2.1; 28 | |
//! | fair, 1,500 × 500 × 3: uniform; correlated | 12; 1,248 | |
//! | all losses: 1,500 × 500 × 3; 4,998 × 1,666 × 3 | 24; 312 | |
//! | a move, median and 99th percentile: 1,500 × 500 × 3 | 0.04; 0.14 | |
//! | the same: 4,998 × 1,666 × 3 | 0.10; 0.55 | |
//!
//! A fresh process costs 500 by 500 a third of its time (0.5 ms once warm): caches are cold, and no branch has been taken
//! before. Two fifths of the rest are the searches, nine in ten of whose steps lead no further away. A programme of 1,500
//! mentees, 500 mentors and 1,406 places, scored by the criteria, takes 17 ms; it took 300 before those who must be alone
//! bid for that (`bidding`). In Chromium with simd128 solving takes 1.2 to 1.3 times as long as natively, all losses 1.3 times, a move
//! 0.05 ms; a page's first solutions take twice that, until the browser has compiled them well. The loops over distances
//! vectorise only where the last crate of a wasm file is not optimised for size: there all losses take three times as
//! long. (The answers are the same to the byte: `examples/twins`.)
//!
//! The most memory that lives at once, table included, over eight bytes a pair: solving 0.3 to 0.6 (1.1 where fits need
//! eight bytes; 1.4 to 2.1 for lists of 50), with all losses 0.5 to 1.1 (1.5), fair 0.8 to 1.6. (A face that kept its arcs with their fits took
//! 8 where fits are correlated and it stays large; it keeps the mentors only, and reads the fits in the table.)
//!
//! Tried and worse:
//!
//! - The beaten offer as the price in the first bidding: two to three times as many mentees left over as with the
//!   lowest standing offer. In epsilon scaling it is the other way round: the standing offer leaves about three times
//!   as many not quite at their best.
//! - Reading all of a row, or of its shortlist, when a search comes to it: with no end in sight everything is near
//!   enough. Rows that wait in the queue with their bound made searches two to four times as fast.
//! - New shortlists for every failed bid of the scaling: a third slower than reading the row in blocks, which does not
//!   keep what would be stale at once.
//! - Steps of the increment by eight instead of five: a fifth more bids. Blocks of 64 instead of 16 cells: a quarter
//!   slower, as one good cell costs a look at all.
//! - On 500 by 500: entries in four-byte numbers where the table is narrow, no faster than one kind of entry for all
//!   tables; asking whether any of sixteen cells is above the bar before asking which, 3 % slower; offers for a single
//!   place outside of a heap, and a heap of fixed size for the searches, no faster.
//! - One search from many of the left-over mentees at once, up to where a second free place would belong to the same of
//!   them: on 500 by 500 fewer searches (21 instead of 57), each so much wider that all together took a fifth longer.
//! - Scaling for uniform fits: ten times slower than bidding and paths, hence the switch in `settle`.

mod alternatives;
mod arcs;
mod bidding;
mod branch;
mod certify;
mod diverse;
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
pub use diverse::{DiversePlan, Quota, Quotas, Scope, diverse};
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
pub use verify::{Flaw, verify, verify_diverse, verify_fair};

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
