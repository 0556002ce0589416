//! Losses, alternatives and repairs against brute force.

use crate::brute;
use crate::problems::{made, varied};
use matching::{Arc, Arcs, Price, Problem, Regret, alternatives, regrets, repair, solve};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// By how much the best plan is better than the best of another problem.
fn loss(problem: &Problem, other: &Problem) -> Option<Price> {
    let best = brute::best(problem).unwrap();
    brute::best(other).map(|other| Price { count: best.0 - other.0, fit: best.1 - other.1 })
}

fn with(problem: &Problem, pair: (u32, u32)) -> Problem {
    let mut pins = problem.pins.clone();
    if !pins.contains(&pair) {
        pins.push(pair);
    }
    Problem { pins, ..problem.clone() }
}

fn without(problem: &Problem, pair: (u32, u32)) -> Problem {
    let list: Vec<Arc> = problem.arcs.iter().filter(|arc| (arc.mentee, arc.mentor) != pair).collect();
    Problem {
        arcs: Arcs::new(problem.mentees.len(), problem.mentors.len(), &list).unwrap(),
        ..problem.clone()
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn losses_are_those_of_solving_again(problem in varied(9)) {
        let Ok(plan) = solve(&problem) else { return Ok(()) };
        let regrets = regrets(&problem, &plan).unwrap();
        let mut common = vec![];
        for mentee in 0..problem.mentees.len() as u32 {
            let row = regrets.row(mentee);
            prop_assert_eq!(row.len(), problem.arcs.row(mentee).count());
            for Regret { mentor, forced, forbidden } in row {
                let pair = (mentee, mentor);
                let pinned = problem.pins.contains(&pair);
                prop_assert_eq!(forced, loss(&problem, &with(&problem, pair)));
                prop_assert_eq!(forbidden, if pinned { None } else { loss(&problem, &without(&problem, pair)) });
                if forced == Some(Price::ZERO) && forbidden != Some(Price::ZERO) {
                    common.push(pair);
                }
            }
        }
        prop_assert_eq!(regrets.common(), common);
    }

    #[test]
    fn alternatives_come_in_order_and_none_is_left_out(problem in varied(8)) {
        let Ok(found) = alternatives(&problem, 6) else { return Ok(()) };
        let mut every = vec![];
        brute::every(&problem, &mut |chosen| every.push(brute::worth(&problem, chosen)));
        every.sort_unstable_by(|a, b| b.cmp(a));
        every.truncate(6);
        let values: Vec<_> = found.iter().map(|one| brute::value(&problem, &one.pairs)).collect();
        prop_assert_eq!(values, every);
        let distinct: BTreeSet<_> = found.iter().map(|one| &one.pairs).collect();
        prop_assert_eq!(distinct.len(), found.len());
    }

    #[test]
    fn repairs_move_no_more_than_said_and_bound_the_best(problem in varied(9), other in varied(9)) {
        let present: Vec<(u32, u32)> = other.arcs.iter().map(|arc| (arc.mentee, arc.mentor)).take(4).collect();
        let Ok(steps) = repair(&problem, &present, 4) else { return Ok(()) };
        let moved = |pairs: &[(u32, u32)]| {
            let stays = |pair: &&(u32, u32)| problem.arcs.fit(pair.0, pair.1).is_some() && !pairs.contains(pair);
            present.iter().filter(stays).count()
        };
        for step in &steps {
            prop_assert!(moved(&step.pairs) <= step.moves);
            let mut best = None;
            brute::every(&problem, &mut |chosen| {
                let pairs: Vec<_> = chosen.iter().map(|arc| (arc.mentee, arc.mentor)).collect();
                if moved(&pairs) <= step.moves {
                    best = best.max(Some(brute::worth(&problem, chosen)));
                }
            });
            let (best, found) = (best.unwrap(), brute::value(&problem, &step.pairs));
            prop_assert!(found <= best && best <= (found.0 + step.gap.count, found.1 + step.gap.fit));
        }
        if let Some(last) = steps.last().filter(|last| last.moves < 4) {
            prop_assert_eq!(Some(brute::value(&problem, &last.pairs)), brute::best(&problem));
        }
    }
}

/// A mentor leaves. Whoever was there finds a place; with no moves allowed nobody else does a thing.
#[test]
fn a_mentor_leaves() {
    let fits = [(0, 0, 9), (0, 1, 8), (1, 1, 9), (1, 2, 8), (2, 2, 9), (2, 3, 1)];
    let arcs: Vec<Arc> = fits.iter().map(|&(mentee, mentor, fit)| Arc { mentee, mentor, fit }).collect();
    let problem = made(&[1, 1, 1], &[0, 1, 1, 1], &arcs, vec![]);
    let steps = repair(&problem, &[(1, 1), (2, 2)], 5).unwrap();
    let seen: Vec<(usize, usize, i64)> =
        steps.iter().map(|step| (step.moves, step.pairs.len(), step.total)).collect();
    assert_eq!(seen, [(0, 2, 18), (1, 2, 18), (2, 3, 17)]);
}
