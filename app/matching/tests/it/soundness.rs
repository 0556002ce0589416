//! The verifier accepts no plan that is not best, whatever it is given, and says what is wrong.

use matching::{Case, Flaw, Plan, Price, Problem, Who, solve, verify};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::brute;
use crate::problems::{medium, small};
use crate::tables::problem;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    /// Whatever the certificate says: only best plans are accepted. Prices near the solver's are the most
    /// dangerous ones, so half of the certificates are those with a few prices changed.
    #[test]
    fn only_best_plans_are_accepted(
        problem in small(),
        dropped in 0..20_usize,
        changes in vec((any::<bool>(), 0..5_usize, -1..=1_i64, -3..=3_i64), 0..4),
    ) {
        let mut plan = solve(&problem).unwrap();
        if dropped < plan.pairs.len() {
            plan.pairs.remove(dropped);
            plan.total = total(&problem, &plan);
        }
        for (mentor, person, count, fit) in changes {
            let Case { mentees, mentors, .. } = &mut plan.cases[0];
            if let Some(price) = (if mentor { mentors } else { mentees }).get_mut(person) {
                *price = Price { count: price.count + count, fit: price.fit + fit };
            }
        }
        if verify(&problem, &plan).is_ok() {
            prop_assert_eq!(Some((plan.pairs.len() as i64, plan.total)), brute::best(&problem));
        }
    }

    #[test]
    fn mutations_of_a_plan_are_rejected(problem in medium(), place in any::<prop::sample::Index>()) {
        let plan = solve(&problem).unwrap();
        for (total, expect) in [(plan.total.wrapping_add(1), false), (plan.total, true)] {
            prop_assert_eq!(verify(&problem, &Plan { total, ..plan.clone() }).is_ok(), expect);
        }
        if plan.pairs.is_empty() {
            return Ok(());
        }
        let at = place.index(plan.pairs.len());
        let mut shorter = plan.clone();
        shorter.pairs.remove(at);
        shorter.total = total(&problem, &shorter);
        prop_assert!(verify(&problem, &shorter).is_err());
        let mut doubled = plan.clone();
        doubled.pairs.insert(at, plan.pairs[at]);
        let (mentee, mentor) = plan.pairs[at];
        prop_assert_eq!(verify(&problem, &doubled), Err(Flaw::Unsorted { mentee, mentor }));
    }
}

/// Two mentees want mentor 0, who has one place; mentee 1 goes to mentor 1. Mentor 2 stays free, mentee 2 has
/// no arc.
#[test]
fn flaws_are_named() {
    let check = |change: fn(&mut Problem, &mut Plan), expect: Result<(), Flaw>| {
        let mut problem = problem(&[1, 1, 1], &[1, 1, 1], &[(0, 0, 9), (1, 0, 8), (1, 1, 5), (0, 2, 1)], &[]);
        let mut plan = solve(&problem).unwrap();
        assert_eq!((plan.pairs.as_slice(), plan.total), ([(0, 0), (1, 1)].as_slice(), 14));
        change(&mut problem, &mut plan);
        assert_eq!(verify(&problem, &plan), expect);
    };
    let (mentee, mentor) = (1, 0);
    check(|_, _| {}, Ok(()));
    check(|problem, _| problem.mentors.clear(), Err(Flaw::BrokenProblem));
    check(|_, plan| plan.pairs.swap(0, 1), Err(Flaw::Unsorted { mentee: 0, mentor: 0 }));
    check(|_, plan| plan.pairs[1] = (2, 2), Err(Flaw::NotAllowed { mentee: 2, mentor: 2 }));
    check(|problem, _| problem.pins.push((1, 0)), Err(Flaw::PinMissing { mentee, mentor }));
    check(|_, plan| plan.pairs.push((1, 0)), Err(Flaw::Unsorted { mentee, mentor }));
    check(|_, plan| plan.pairs.insert(1, (0, 2)), Err(Flaw::OverCapacity { who: Who::Mentee(0) }));
    check(|_, plan| plan.pairs[1] = (1, 0), Err(Flaw::OverCapacity { who: Who::Mentor(0) }));
    check(|_, plan| plan.total = 15, Err(Flaw::WrongTotal { claimed: 15, actual: 14 }));
    check(|_, plan| plan.cases[0].mentors.truncate(2), Err(Flaw::WrongShape));
    check(
        |_, plan| plan.cases[0].mentees[1] = Price { count: 0, fit: -1 },
        Err(Flaw::PriceBelowZero { who: Who::Mentee(1) }),
    );
    check(
        |_, plan| plan.cases[0].mentors[1] = Price { count: -1, fit: 7 },
        Err(Flaw::PriceBelowZero { who: Who::Mentor(1) }),
    );
    check(
        |_, plan| plan.cases[0].mentees[2] = Price { count: 0, fit: 1 },
        Err(Flaw::PriceButFree { who: Who::Mentee(2) }),
    );
    check(
        |_, plan| plan.cases[0].mentors[2] = Price { count: 1, fit: -7 },
        Err(Flaw::PriceButFree { who: Who::Mentor(2) }),
    );
    check(
        |_, plan| {
            plan.cases[0].mentees = vec![Price::ZERO; 3];
        },
        Err(Flaw::WorthMore { mentee: 0, mentor: 2 }),
    );
    check(
        |_, plan| plan.cases[0].mentors[1] = Price { count: 9, fit: 0 },
        Err(Flaw::WorthLess { mentee: 1, mentor: 1 }),
    );
    // A pinned pair may be worth less than its prices: it is not there for its worth.
    check(
        |problem, plan| {
            problem.pins.push((1, 1));
            plan.cases[0].mentors[1] = Price { count: 9, fit: 0 };
        },
        Ok(()),
    );
}

fn total(problem: &Problem, plan: &Plan) -> i64 {
    let chosen = problem.arcs.iter().filter(|arc| plan.pairs.contains(&(arc.mentee, arc.mentor)));
    chosen.map(|arc| arc.fit).sum()
}
