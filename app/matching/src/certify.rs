//! From the market to the plan and its proof.
//!
//! Owns the way back from packed prices to `(count, fit)`. The counts are found by themselves rather than unpacked:
//! start from every mentee who could have one pair more, and go on from a mentee to any mentor they do not have and
//! from a mentor to everybody there (this is the decomposition of Dulmage and Mendelsohn 1958). A mentor who is
//! reached is full, or there would be a pair more, and has a count of 1; a mentee who is not reached is at capacity
//! and has a count of 1; all others have 0. A price in fit is then the packed one less its count of units, whatever
//! its size, because the units cancel on every arc on which the counts do not already decide.

use crate::arcs::Arcs;
use crate::market::{Market, NOBODY};
use crate::{Case, Pairs, Plan, Price, Problem};

/// Who cannot have a place beyond the pins pays this, which is more than anything is worth.
const DEAR: Price = Price { count: 2, fit: 0 };

pub(crate) fn plan(problem: &Problem, market: &Market) -> Plan {
    let pairs = pairs(problem, market);
    let total = pairs.iter().filter_map(|&(mentee, mentor)| problem.arcs.fit(mentee, mentor)).sum();
    Plan { pairs, total, gap: Price::ZERO, cases: vec![case(problem, market)] }
}

/// Everybody's pairs, sorted, pins included.
pub(crate) fn pairs(problem: &Problem, market: &Market) -> Vec<(u32, u32)> {
    let mut pairs = problem.pins.clone();
    for (mentee, &at) in (0..).zip(&market.at) {
        if (at as usize) < market.hub() {
            pairs.push((mentee, at));
        }
    }
    for several in &market.several {
        pairs.extend(several.taken.iter().map(|taken| (several.mentee, taken.0)));
    }
    pairs.sort_unstable();
    pairs
}

pub(crate) fn case(problem: &Problem, market: &Market) -> Case {
    let (mentee_counts, mentor_counts) = counts(problem, market);
    let price = |packed: i64, count: bool| Price {
        count: i64::from(count),
        fit: (packed - i64::from(count) * market.unit) * problem.arcs.scale,
    };
    let mentors = (0..market.hub()).map(|mentor| match market.places[mentor] {
        0 => DEAR,
        _ => price(market.price[mentor] - market.floor, mentor_counts[mentor]),
    });
    let mentees = (0..market.at.len()).map(|mentee| match mentee_worth(market, mentee) {
        None => DEAR,
        Some(worth) => price(worth - market.alone_now(), mentee_counts[mentee]),
    });
    Case { closed: vec![], open: vec![], mentees: mentees.collect(), mentors: mentors.collect() }
}

/// What a place is worth to a mentee at present prices.
fn mentee_worth(market: &Market, mentee: usize) -> Option<i64> {
    if let Some(at) = market.several_of(mentee as u32) {
        return Some(market.several[at].price);
    }
    match market.at[mentee] {
        NOBODY => None,
        at if at as usize == market.hub() => Some(market.alone_now()),
        at => Some(market.own[mentee] - market.price[at as usize]),
    }
}

/// The counts by mentee and by mentor.
fn counts(problem: &Problem, market: &Market) -> (Vec<bool>, Vec<bool>) {
    let mut mentors = vec![false; market.hub()];
    if problem.pairs != Pairs::Maximum {
        return (vec![false; market.at.len()], mentors);
    }
    let mut mentees = vec![true; market.at.len()];
    let mut waiting: Vec<u32> = market.held[market.hub()].to_vec();
    let more = |one: &&crate::market::Several| one.taken.len() < market.wanted[one.mentee as usize] as usize;
    waiting.extend(market.several.iter().filter(more).map(|one| one.mentee));
    for &mentee in &waiting {
        mentees[mentee as usize] = false;
    }
    let mut unreached = market.hub();
    while unreached > 0
        && let Some(mentee) = waiting.pop()
    {
        each_other(&problem.arcs, market, mentee, |mentor| {
            if !mentors[mentor as usize] {
                mentors[mentor as usize] = true;
                unreached -= 1;
                for &held in &market.held[mentor as usize] {
                    if mentees[held as usize] {
                        mentees[held as usize] = false;
                        waiting.push(held);
                    }
                }
            }
        });
    }
    (mentees, mentors)
}

/// The mentors with places whom a mentee may have and does not.
fn each_other(arcs: &Arcs, market: &Market, mentee: u32, mut each: impl FnMut(u32)) {
    let several = market.several_of(mentee).map(|at| &market.several[at]);
    let has = |mentor: u32| match several {
        Some(one) => one.pinned.contains(&mentor) || one.taken.iter().any(|taken| taken.0 == mentor),
        None => market.at[mentee as usize] == mentor,
    };
    arcs.each(mentee as usize, |mentor, _| {
        if market.places[mentor as usize] > 0 && !has(mentor) {
            each(mentor);
        }
    });
}
