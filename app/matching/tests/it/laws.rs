//! What is true of every problem.

use matching::{Arc, Arcs, Person, Problem, solve, verify};
use proptest::prelude::*;

use crate::brute;
use crate::problems::{constructed, medium, small, varied};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn brute_force_finds_nothing_better(problem in small()) {
        let plan = solve(&problem).unwrap();
        prop_assert_eq!(Some((plan.pairs.len() as i64, plan.total)), brute::best(&problem));
        prop_assert_eq!(verify(&problem, &plan), Ok(()));
    }

    /// Quotas, pins, capacities on both sides, pairs free or not; where there is no plan, brute force has none either.
    #[test]
    fn brute_force_finds_nothing_better_with_quotas(problem in varied(12)) {
        match solve(&problem) {
            Ok(plan) => {
                prop_assert_eq!(Some(brute::value(&problem, &plan.pairs)), brute::best(&problem));
                prop_assert_eq!(verify(&problem, &plan), Ok(()));
            }
            Err(error) => prop_assert_eq!(brute::best(&problem), None, "{:?}", error),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn every_plan_is_proved(problem in medium()) {
        prop_assert_eq!(verify(&problem, &solve(&problem).unwrap()), Ok(()));
    }

    #[test]
    fn the_order_of_arcs_and_pins_changes_nothing(
        (problem, shuffled) in medium().prop_flat_map(|problem| {
            let parts = (Just(problem.arcs.iter().collect::<Vec<_>>()).prop_shuffle(), Just(problem.pins.clone()).prop_shuffle());
            (Just(problem), parts)
        })
    ) {
        let arcs = Arcs::new(problem.mentees.len(), problem.mentors.len(), &shuffled.0).unwrap();
        let other = Problem { arcs, pins: shuffled.1, ..problem.clone() };
        prop_assert_eq!(solve(&problem), solve(&other));
    }

    #[test]
    fn renaming_people_changes_neither_count_nor_total(
        (problem, mentees, mentors) in medium().prop_flat_map(|problem| {
            let mentees = Just((0..problem.mentees.len() as u32).collect::<Vec<_>>()).prop_shuffle();
            let mentors = Just((0..problem.mentors.len() as u32).collect::<Vec<_>>()).prop_shuffle();
            (Just(problem), mentees, mentors)
        })
    ) {
        let other = renamed(&problem, &mentees, &mentors);
        let (plan, other_plan) = (solve(&problem).unwrap(), solve(&other).unwrap());
        prop_assert_eq!((plan.pairs.len(), plan.total), (other_plan.pairs.len(), other_plan.total));
    }

    /// Somebody else's fit, on which the size of all numbers depends.
    #[test]
    fn how_many_bytes_a_fit_takes_changes_neither_count_nor_total(
        problem in medium(),
        other in prop_oneof![Just(1_i64), Just(16_001), Just(1 << 40)],
    ) {
        let plan = solve(&problem).unwrap();
        let (mentee, mentor) = (problem.mentees.len() as u32, problem.mentors.len() as u32);
        let mut beside = problem.clone();
        beside.mentees.push(Person::new(1));
        beside.mentors.push(Person::new(1));
        let arcs: Vec<Arc> = problem.arcs.iter().chain([Arc { mentee, mentor, fit: other }]).collect();
        beside.arcs = Arcs::new(beside.mentees.len(), beside.mentors.len(), &arcs).unwrap();
        let plan_beside = solve(&beside).unwrap();
        prop_assert_eq!(verify(&beside, &plan_beside), Ok(()));
        prop_assert_eq!((plan_beside.pairs.len(), plan_beside.total), (plan.pairs.len() + 1, plan.total + other));
    }

    /// Pinning a plan's own pairs leaves nothing to gain and nothing to lose.
    #[test]
    fn a_plan_survives_being_pinned(problem in medium()) {
        let plan = solve(&problem).unwrap();
        let pinned = solve(&Problem { pins: plan.pairs.clone(), ..problem }).unwrap();
        prop_assert_eq!((pinned.pairs, pinned.total), (plan.pairs, plan.total));
    }
}

/// An optimum that is known, in a size that brute force will never see.
#[test]
fn the_optimum_of_a_large_problem_is_found() {
    let (problem, total) = constructed(100, 4);
    let plan = solve(&problem).unwrap();
    assert_eq!((plan.pairs.len(), plan.total), (400, total));
    assert!(plan.pairs.iter().all(|(mentee, mentor)| mentee % 100 == *mentor));
    assert_eq!(verify(&problem, &plan), Ok(()));
}

/// Person `i` becomes person `names[i]`.
fn renamed(problem: &Problem, mentees: &[u32], mentors: &[u32]) -> Problem {
    let mut other = problem.clone();
    for (old, &new) in mentees.iter().enumerate() {
        other.mentees[new as usize] = problem.mentees[old];
    }
    for (old, &new) in mentors.iter().enumerate() {
        other.mentors[new as usize] = problem.mentors[old];
    }
    let pair = |mentee: u32, mentor: u32| (mentees[mentee as usize], mentors[mentor as usize]);
    let arcs: Vec<Arc> = (problem.arcs.iter())
        .map(|arc| {
            let (mentee, mentor) = pair(arc.mentee, arc.mentor);
            Arc { mentee, mentor, fit: arc.fit }
        })
        .collect();
    other.arcs = Arcs::new(problem.mentees.len(), problem.mentors.len(), &arcs).unwrap();
    for pin in &mut other.pins {
        *pin = pair(pin.0, pin.1);
    }
    other
}
