//! The solver against solvers that others wrote, on problems too large for brute force.

use matching::{Arc, Arcs, Pairs, Person, Problem, solve, verify};
use proptest::collection::vec;
use proptest::prelude::*;

/// The widest range of fits.
const MOST: i64 = 1 << 33;

/// A full table of so many by so many, with fits that take two, four or eight bytes.
fn table(
    mentees: std::ops::RangeInclusive<usize>,
    mentors: std::ops::RangeInclusive<usize>,
) -> impl Strategy<Value = (usize, usize, Vec<i64>)> {
    (mentees, mentors, prop_oneof![Just(5_i64), Just(1000), Just(16_000), Just(1_000_000), Just(MOST)])
        .prop_flat_map(|(mentees, mentors, most)| {
            (Just(mentees), Just(mentors), vec(-most..=most, mentees * mentors))
        })
}

fn problem(mentees: usize, mentors: &[u32], arcs: Arcs) -> Problem {
    Problem {
        mentees: vec![Person::new(1); mentees],
        mentors: mentors.iter().map(|&places| Person::new(places)).collect(),
        arcs,
        pins: vec![],
        pairs: Pairs::Maximum,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// One place each: the assignment problem, as `pathfinding` solves it.
    #[test]
    fn assignments((mentees, mentors, fits) in table(1..=40, 40..=60)) {
        let weights = pathfinding::matrix::Matrix::from_vec(mentees, mentors, fits.clone()).unwrap();
        let (best, _) = pathfinding::kuhn_munkres::kuhn_munkres(&weights);
        let problem = problem(mentees, &vec![1; mentors], Arcs::full(mentees, mentors, &fits).unwrap());
        let plan = solve(&problem).unwrap();
        prop_assert_eq!(verify(&problem, &plan), Ok(()));
        prop_assert_eq!((plan.pairs.len(), plan.total), (mentees, best));
    }

    /// Several places and few allowed pairs: a flow of most pairs and least cost, as the AtCoder library finds it.
    #[test]
    fn flows(
        (mentees, mentors, fits) in table(1..=40, 1..=20),
        places in vec(0..=4_u32, 20),
        allowed in vec(prop::bool::weighted(0.3), 800),
    ) {
        let (source, sink) = (mentees + mentors, mentees + mentors + 1);
        let mut graph = ac_library::MinCostFlowGraph::new(mentees + mentors + 2);
        let mut arcs = Vec::new();
        for mentee in 0..mentees {
            graph.add_edge(source, mentee, 1, 0);
            for mentor in (0..mentors).filter(|mentor| allowed[mentee * mentors + mentor]) {
                let fit = fits[mentee * mentors + mentor];
                graph.add_edge(mentee, mentees + mentor, 1, MOST - fit);
                arcs.push(Arc { mentee: mentee as u32, mentor: mentor as u32, fit });
            }
        }
        for (mentor, &places) in places[..mentors].iter().enumerate() {
            graph.add_edge(mentees + mentor, sink, i64::from(places), 0);
        }
        let (pairs, cost) = graph.flow(source, sink, i64::MAX);
        let problem =
            problem(mentees, &places[..mentors], Arcs::new(mentees, mentors, &arcs).unwrap());
        let plan = solve(&problem).unwrap();
        prop_assert_eq!(verify(&problem, &plan), Ok(()));
        prop_assert_eq!((plan.pairs.len() as i64, plan.total), (pairs, pairs * MOST - cost));
    }
}
