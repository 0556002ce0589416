//! Groups that have at least so many, or nobody.

use crate::brute;
use crate::problems::{closing, made};
use matching::{Arc, Person, Price, solve, verify};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn what_is_called_best_is_best_and_the_gap_is_true(problem in closing(10)) {
        match solve(&problem) {
            Ok(plan) => {
                prop_assert_eq!(verify(&problem, &plan), Ok(()));
                let (best, found) = (brute::best(&problem).unwrap(), brute::value(&problem, &plan.pairs));
                let most = (found.0 + plan.gap.count, found.1 + plan.gap.fit);
                prop_assert!(found <= best && best <= most);
                if plan.gap == Price::ZERO {
                    prop_assert_eq!(found, best);
                }
            }
            Err(error) => prop_assert_eq!(brute::best(&problem), None, "{:?}", error),
        }
    }
}

/// Two groups of at least three for four people: one opens, and the proof has a case for either.
#[test]
fn one_of_two_groups_opens() {
    let fits = [(0, 0, 5), (0, 1, 4), (1, 0, 5), (1, 1, 4), (2, 0, 1), (2, 1, 4), (3, 0, 1), (3, 1, 4)];
    let arcs: Vec<Arc> = fits.iter().map(|&(mentee, mentor, fit)| Arc { mentee, mentor, fit }).collect();
    let mut problem = made(&[1; 4], &[4, 4], &arcs, vec![]);
    problem.mentors = vec![Person::new(4).at_least(3).or_nobody(); 2];
    let plan = solve(&problem).unwrap();
    assert_eq!((plan.pairs, plan.total, plan.gap), (vec![(0, 1), (1, 1), (2, 1), (3, 1)], 16, Price::ZERO));
    assert!(plan.cases.len() > 1);
}

/// A mentee who wants two mentors or nobody may have one only: their case is impossible, however many places that
/// mentor has.
#[test]
fn a_case_is_impossible_for_want_of_pairs_too() {
    let arcs = [Arc { mentee: 0, mentor: 0, fit: 3 }, Arc { mentee: 1, mentor: 0, fit: 5 }];
    let mut problem = made(&[2, 1], &[u32::MAX], &arcs, vec![]);
    problem.mentees[0] = Person::new(2).at_least(2).or_nobody();
    let plan = solve(&problem).unwrap();
    assert_eq!((&plan.pairs, plan.total, plan.gap), (&vec![(1, 0)], 5, Price::ZERO));
    assert_eq!(verify(&problem, &plan), Ok(()));
}
