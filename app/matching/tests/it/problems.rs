//! Problems to try: small ones that brute force can do, larger ones that only the verifier can judge.

use matching::{Arc, Arcs, Pairs, Person, Problem};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::subsequence;

/// Few enough arcs for brute force; fits from a narrow range, so that ties are the rule.
pub fn small() -> impl Strategy<Value = Problem> {
    problem(1..=5, 1..=5, 14, 3)
}

/// Up to 25 by 12, capacities to 4, pins, negative fits.
pub fn medium() -> impl Strategy<Value = Problem> {
    problem(1..=25, 1..=12, 300, 4)
}

/// Any arcs, capacities and pins that fit together. Fits are drawn from a range that is itself drawn: narrow
/// ones make ties, the widest comes near to what a problem of this size may have.
fn problem(
    mentees: std::ops::RangeInclusive<u32>,
    mentors: std::ops::RangeInclusive<u32>,
    most_arcs: usize,
    capacity: u32,
) -> impl Strategy<Value = Problem> {
    (mentees, mentors, 0..=capacity, prop_oneof![Just(1_i64), Just(4), Just(1 << 50)])
        .prop_flat_map(move |(mentees, mentors, mentee_capacity, spread)| {
            let every: Vec<(u32, u32)> =
                (0..mentees).flat_map(|i| (0..mentors).map(move |j| (i, j))).collect();
            let most = every.len().min(most_arcs);
            let chosen = subsequence(every, 0..=most).prop_shuffle();
            (
                vec(0..=capacity, mentors as usize),
                vec(0..=mentee_capacity.max(1), mentees as usize),
                chosen,
                vec(-spread..=spread, most),
                vec(prop::bool::weighted(0.1), most),
            )
        })
        .prop_map(|(mentors, mentees, chosen, fits, wishes)| {
            let arcs: Vec<Arc> = chosen
                .iter()
                .zip(&fits)
                .map(|(&(mentee, mentor), &fit)| Arc { mentee, mentor, fit })
                .collect();
            let mut left = (mentees.clone(), mentors.clone());
            let mut pins = Vec::new();
            for (&(mentee, mentor), _) in chosen.iter().zip(&wishes).filter(|(_, wish)| **wish) {
                let (by_mentee, by_mentor) = (&mut left.0[mentee as usize], &mut left.1[mentor as usize]);
                if *by_mentee > 0 && *by_mentor > 0 {
                    *by_mentee -= 1;
                    *by_mentor -= 1;
                    pins.push((mentee, mentor));
                }
            }
            made(&mentees, &mentors, &arcs, pins)
        })
}

/// Everything at once and small: quotas on both sides, pins, pairs free or as many as possible.
pub fn varied(most_arcs: usize) -> impl Strategy<Value = Problem> {
    let quotas =
        (vec(prop::option::weighted(0.2, 0..=4_u32), 5), vec(prop::option::weighted(0.2, 0..=4_u32), 5));
    let pairs = prop_oneof![2 => Just(Pairs::Maximum), 1 => (-3..=3_i64).prop_map(|unmatched| Pairs::Free { unmatched })];
    (problem(1..=5, 1..=5, most_arcs, 3), quotas, pairs).prop_map(
        |(mut problem, (mentees, mentors), pairs)| {
            let sides =
                problem.mentees.iter_mut().zip(mentees).chain(problem.mentors.iter_mut().zip(mentors));
            for (person, quota) in sides {
                person.minimum = quota.unwrap_or(0).min(person.capacity);
            }
            Problem { pairs, ..problem }
        },
    )
}

/// The same, with some who may close.
pub fn closing(most_arcs: usize) -> impl Strategy<Value = Problem> {
    (varied(most_arcs), vec(any::<bool>(), 10)).prop_map(|(mut problem, closes)| {
        for (person, closes) in problem.mentors.iter_mut().chain(&mut problem.mentees).zip(closes) {
            person.may_close = closes;
        }
        problem
    })
}

/// A problem whose best total is known because it was made from prices: every mentee gets one place of mentor
/// `mentee % mentors`, worth exactly both prices, and every other pair is worth less by at least 1.
pub fn constructed(mentors: u32, places: u32) -> (Problem, i64) {
    let mentees = mentors * places;
    let mut draw = draws();
    let mentee_price: Vec<i64> = (0..mentees).map(|_| draw() % 1_000).collect();
    let mentor_price: Vec<i64> = (0..mentors).map(|_| draw() % 100_000).collect();
    let mut arcs = Vec::new();
    for mentee in 0..mentees {
        for mentor in 0..mentors {
            let gap = if mentee % mentors == mentor { 0 } else { 1 + draw() % 50 };
            let fit = mentee_price[mentee as usize] + mentor_price[mentor as usize] - gap;
            arcs.push(Arc { mentee, mentor, fit });
        }
    }
    let total = mentee_price.iter().sum::<i64>() + i64::from(places) * mentor_price.iter().sum::<i64>();
    let problem = made(&vec![1; mentees as usize], &vec![places; mentors as usize], &arcs, vec![]);
    (problem, total)
}

/// Everybody content with any number of partners up to these.
pub fn made(mentees: &[u32], mentors: &[u32], arcs: &[Arc], pins: Vec<(u32, u32)>) -> Problem {
    Problem {
        mentees: mentees.iter().map(|&capacity| Person::new(capacity)).collect(),
        mentors: mentors.iter().map(|&capacity| Person::new(capacity)).collect(),
        arcs: Arcs::new(mentees.len(), mentors.len(), arcs).unwrap(),
        pins,
        pairs: Pairs::Maximum,
    }
}

/// Knuth's linear congruential generator: the same numbers on every machine.
fn draws() -> impl FnMut() -> i64 {
    let mut state = 1_u64;
    move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 40).cast_signed()
    }
}
