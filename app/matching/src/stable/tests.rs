//! Stable plans against brute force on small problems, and against the facts of the field.

use super::*;
use proptest::prelude::*;

type Pairs = Vec<(u32, u32)>;

/// A small problem: capacities of 0 to 2, some pairs missing, ranks of 0 to `ranks` so that ties abound.
fn problems(ranks: i64, pinned: bool) -> impl Strategy<Value = Rankings> {
    let sizes = (1_usize..5, 1_usize..5);
    sizes.prop_flat_map(move |(mentees, mentors)| {
        let arc = prop::option::weighted(0.7, (0..=ranks, 0..=ranks, 0_i64..3, prop::bool::weighted(0.15)));
        let arcs = prop::collection::vec(arc, mentees * mentors);
        (prop::collection::vec(0_u32..3, mentees), prop::collection::vec(0_u32..3, mentors), arcs).prop_map(
            move |(mentees, mentors, arcs)| {
                let mut problem = Rankings { mentees, mentors, ..Rankings::default() };
                let width = problem.mentors.len();
                let mut left = (problem.mentees.clone(), problem.mentors.clone());
                for (at, arc) in arcs.into_iter().enumerate() {
                    let Some((mentee_rank, mentor_rank, fit, pin)) = arc else { continue };
                    let (mentee, mentor) = (at / width, at % width);
                    problem.arcs.push(Ranked {
                        mentee: mentee as u32,
                        mentor: mentor as u32,
                        mentee_rank,
                        mentor_rank,
                        fit,
                    });
                    if pinned && pin && left.0[mentee] > 0 && left.1[mentor] > 0 {
                        left.0[mentee] -= 1;
                        left.1[mentor] -= 1;
                        problem.pins.push((mentee as u32, mentor as u32));
                    }
                }
                problem
            },
        )
    })
}

/// Every plan within the capacities that has all pins.
fn plans(problem: &Rankings) -> Vec<Pairs> {
    let arcs: Pairs = problem.arcs.iter().map(|arc| (arc.mentee, arc.mentor)).collect();
    let within = |pairs: &Pairs| {
        let count =
            |person: u32, of: fn(&(u32, u32)) -> u32| pairs.iter().filter(|pair| of(pair) == person).count();
        problem.mentees.iter().enumerate().all(|(at, &most)| count(at as u32, |pair| pair.0) <= most as usize)
            && problem
                .mentors
                .iter()
                .enumerate()
                .all(|(at, &most)| count(at as u32, |pair| pair.1) <= most as usize)
            && problem.pins.iter().all(|pin| pairs.contains(pin))
    };
    let chosen = |bits: u32| (0..arcs.len()).filter(|at| bits >> at & 1 == 1).map(|at| arcs[at]).collect();
    let mut all: Vec<Pairs> = (0..1_u32 << arcs.len()).map(chosen).filter(within).collect();
    all.iter_mut().for_each(|pairs| pairs.sort_unstable());
    all
}

/// The definition, word by word: ranks with ties, or with ties put in their fixed order.
fn blocks(problem: &Rankings, pairs: &Pairs, ties: bool) -> Pairs {
    let mentee_key =
        |arc: &Ranked| if ties { (arc.mentee_rank, 0, 0) } else { (arc.mentee_rank, -arc.fit, arc.mentor) };
    let mentor_key =
        |arc: &Ranked| if ties { (arc.mentor_rank, 0, 0) } else { (arc.mentor_rank, -arc.fit, arc.mentee) };
    let taken = |arc: &&Ranked| pairs.contains(&(arc.mentee, arc.mentor));
    let mut found: Pairs = problem
        .arcs
        .iter()
        .filter(|arc| {
            let theirs: Vec<_> =
                problem.arcs.iter().filter(taken).filter(|held| held.mentee == arc.mentee).collect();
            let mentee_would = theirs.len() < problem.mentees[arc.mentee as usize] as usize
                || theirs.iter().any(|held| mentee_key(arc) < mentee_key(held));
            let theirs: Vec<_> =
                problem.arcs.iter().filter(taken).filter(|held| held.mentor == arc.mentor).collect();
            let mentor_would = theirs.len() < problem.mentors[arc.mentor as usize] as usize
                || theirs.iter().any(|held| mentor_key(arc) < mentor_key(held));
            !taken(arc) && mentee_would && mentor_would
        })
        .map(|arc| (arc.mentee, arc.mentor))
        .collect();
    found.sort_unstable();
    found
}

/// The plans that are stable for the strict lists, pins set aside, by brute force.
fn stable_plans(problem: &Rankings) -> Vec<Pairs> {
    let rest = without_pins(problem);
    let free =
        |pairs: &Pairs| pairs.iter().copied().filter(|pair| !problem.pins.contains(pair)).collect::<Pairs>();
    plans(problem).into_iter().filter(|pairs| blocks(&rest, &free(pairs), false).is_empty()).collect()
}

fn without_pins(problem: &Rankings) -> Rankings {
    let mut rest = Rankings { pins: vec![], ..problem.clone() };
    for &(mentee, mentor) in &problem.pins {
        rest.mentees[mentee as usize] -= 1;
        rest.mentors[mentor as usize] -= 1;
        rest.arcs.retain(|arc| (arc.mentee, arc.mentor) != (mentee, mentor));
    }
    rest
}

/// Everybody's pairs on one side, each list best first: what that side compares two plans by.
fn served(problem: &Rankings, pairs: &Pairs, side: Side) -> Vec<Vec<(i64, i64, u32)>> {
    let people = if side == Side::Mentee { problem.mentees.len() } else { problem.mentors.len() };
    let mut lists = vec![vec![]; people];
    for arc in problem.arcs.iter().filter(|arc| pairs.contains(&(arc.mentee, arc.mentor))) {
        match side {
            Side::Mentee => lists[arc.mentee as usize].push((arc.mentee_rank, -arc.fit, arc.mentor)),
            Side::Mentor => lists[arc.mentor as usize].push((arc.mentor_rank, -arc.fit, arc.mentee)),
        }
    }
    lists.iter_mut().for_each(|list| list.sort_unstable());
    lists
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    /// Stable, the best of all stable plans for everybody on the side that proposes, and the loads are the same
    /// in all of them.
    #[test]
    fn the_plan_is_the_best_stable_one(problem in problems(3, true)) {
        prop_assume!(problem.arcs.len() <= 12);
        let all = stable_plans(&problem);
        for side in [Side::Mentee, Side::Mentor] {
            let plan = stable(&problem, side).unwrap();
            prop_assert!(all.contains(&plan.pairs));
            prop_assert_eq!(verify_stable(&problem, side, &plan.pairs), Ok(()));
            let best = served(&problem, &plan.pairs, side);
            for other in &all {
                for (ours, theirs) in best.iter().zip(served(&problem, other, side)) {
                    prop_assert_eq!(ours.len(), theirs.len());
                    prop_assert!(ours.iter().zip(&theirs).all(|(ours, theirs)| ours <= theirs));
                }
            }
        }
    }

    /// The checker's list of blocking pairs is the definition's, for every plan there is.
    #[test]
    fn blocking_pairs_are_those_of_the_definition(problem in problems(2, true)) {
        prop_assume!(problem.arcs.len() <= 8);
        for pairs in plans(&problem) {
            prop_assert_eq!(blocking_pairs(&problem, &pairs), blocks(&problem, &pairs, true));
        }
    }

    /// The checker accepts one plan and no other: the one that the solver finds.
    #[test]
    fn the_checker_accepts_the_answer_alone(problem in problems(3, true)) {
        prop_assume!(problem.arcs.len() <= 10);
        for side in [Side::Mentee, Side::Mentor] {
            let answer = stable(&problem, side).unwrap();
            for pairs in plans(&problem) {
                prop_assert_eq!(verify_stable(&problem, side, &pairs).is_ok(), pairs == answer.pairs);
            }
        }
    }

    /// The order of arcs and pins makes no difference.
    #[test]
    fn order_makes_no_difference(problem in problems(3, true), seed in any::<u64>()) {
        let mut mixed = problem.clone();
        let mixing = |at: u32| u64::from(at + 1).wrapping_mul(seed | 1).rotate_left(29);
        mixed.arcs.sort_by_key(|arc| mixing(arc.mentee * 64 + arc.mentor));
        mixed.pins.reverse();
        prop_assert_eq!(stable(&mixed, Side::Mentee), stable(&problem, Side::Mentee));
        prop_assert_eq!(stable(&mixed, Side::Mentor), stable(&problem, Side::Mentor));
    }

    /// With strict lists, new names for the same people change nothing but names.
    #[test]
    fn names_make_no_difference(mut problem in problems(0, true)) {
        // Strict lists: everybody ranks by a mixture of both numbers.
        for arc in &mut problem.arcs {
            arc.fit = 0;
            arc.mentee_rank = i64::from(arc.mentor * 7 + arc.mentee * 3) % 11;
            arc.mentor_rank = i64::from(arc.mentee * 5 + arc.mentor * 9) % 13;
        }
        let (mentees, mentors) = (problem.mentees.len() as u32, problem.mentors.len() as u32);
        let flip = |&(mentee, mentor): &(u32, u32)| (mentees - 1 - mentee, mentors - 1 - mentor);
        let mut named = problem.clone();
        named.mentees.reverse();
        named.mentors.reverse();
        named.pins = problem.pins.iter().map(flip).collect();
        for arc in &mut named.arcs {
            (arc.mentee, arc.mentor) = flip(&(arc.mentee, arc.mentor));
        }
        let mut there: Pairs = stable(&named, Side::Mentee).unwrap().pairs.iter().map(flip).collect();
        there.sort_unstable();
        prop_assert_eq!(there, stable(&problem, Side::Mentee).unwrap().pairs);
    }

    /// Whatever is asked, the answer is a plan or an error, and the checkers answer too.
    #[test]
    fn nonsense_is_refused(
        mentees in prop::collection::vec(any::<u32>(), 0..3),
        mentors in prop::collection::vec(0_u32..3, 0..3),
        arcs in prop::collection::vec((0_u32..4, 0_u32..4, any::<i64>(), any::<i64>(), any::<i64>()), 0..6),
        pins in prop::collection::vec((0_u32..4, 0_u32..4), 0..3),
        pairs in prop::collection::vec((0_u32..4, any::<u32>()), 0..3),
    ) {
        let arcs = arcs.into_iter().map(|(mentee, mentor, mentee_rank, mentor_rank, fit)| {
            Ranked { mentee, mentor, mentee_rank, mentor_rank, fit }
        });
        let problem = Rankings { mentees, mentors, arcs: arcs.collect(), pins };
        let answer = stable(&problem, Side::Mentor);
        if let Ok(plan) = &answer {
            prop_assert_eq!(verify_stable(&problem, Side::Mentor, &plan.pairs), Ok(()));
        }
        let other = verify_stable(&problem, Side::Mentor, &pairs).is_ok();
        prop_assert!(!other || answer.is_ok_and(|plan| plan.pairs == pairs));
        blocking_pairs(&problem, &pairs);
    }
}

fn ranked(lines: &[(u32, u32, i64, i64)]) -> Vec<Ranked> {
    let arc = |&(mentee, mentor, mentee_rank, mentor_rank): &(u32, u32, i64, i64)| Ranked {
        mentee,
        mentor,
        mentee_rank,
        mentor_rank,
        fit: 0,
    };
    lines.iter().map(arc).collect()
}

#[track_caller]
fn check(problem: &Rankings, side: Side, pairs: &[(u32, u32)], blocking: &[(u32, u32)]) {
    let plan = stable(problem, side).unwrap();
    assert_eq!((plan.pairs.as_slice(), plan.blocking.as_slice()), (pairs, blocking));
}

/// Everybody's first choice has them last: two stable plans, each the best for one side.
#[test]
fn each_side_gets_its_own_best() {
    let arcs = ranked(&[(0, 0, 1, 2), (0, 1, 2, 1), (1, 0, 2, 1), (1, 1, 1, 2)]);
    let problem = Rankings { mentors: vec![1, 1], mentees: vec![1, 1], arcs, pins: vec![] };
    check(&problem, Side::Mentee, &[(0, 0), (1, 1)], &[]);
    check(&problem, Side::Mentor, &[(0, 1), (1, 0)], &[]);
    assert_eq!(
        verify_stable(&problem, Side::Mentor, &[(0, 0), (1, 1)]),
        Err(StableFlaw::NotBest { mentee: 0, mentor: 1 })
    );
}

/// The mentor would rather have the other mentee, who would rather have this mentor: the pin stands between.
#[test]
fn a_pin_that_breaks_stability_lists_who_would_rather() {
    let arcs = ranked(&[(0, 0, 1, 2), (1, 0, 1, 1), (1, 1, 2, 1)]);
    let problem = Rankings { mentors: vec![1, 1], mentees: vec![1, 1], arcs, pins: vec![(0, 0)] };
    check(&problem, Side::Mentee, &[(0, 0), (1, 1)], &[(1, 0)]);
}

#[test]
fn ties_go_to_the_better_fit_and_then_to_the_lower_position() {
    let mut arcs = ranked(&[(0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 1), (1, 1, 1, 1)]);
    let mut problem = Rankings { mentors: vec![1, 1], mentees: vec![1, 1], arcs: arcs.clone(), pins: vec![] };
    check(&problem, Side::Mentee, &[(0, 0), (1, 1)], &[]);
    arcs[1].fit = 5;
    problem.arcs = arcs;
    check(&problem, Side::Mentor, &[(0, 1), (1, 0)], &[]);
}

#[test]
fn what_contradicts_itself_is_refused() {
    let arcs = ranked(&[(0, 0, 1, 1), (0, 0, 2, 2)]);
    let problem = Rankings { mentors: vec![1], mentees: vec![1], arcs, pins: vec![(0, 0)] };
    let refused = |change: &dyn Fn(&mut Rankings)| {
        let mut problem = problem.clone();
        change(&mut problem);
        stable(&problem, Side::Mentee)
    };
    assert_eq!(refused(&|_| {}), Err(Error::DoubledArc { mentee: 0, mentor: 0 }));
    assert_eq!(refused(&|it| it.arcs.clear()), Err(Error::UnknownPair { mentee: 0, mentor: 0 }));
    assert_eq!(refused(&|it| it.mentors.clear()), Err(Error::UnknownMentor { mentor: 0 }));
    assert_eq!(refused(&|it| it.mentees.clear()), Err(Error::UnknownMentee { mentee: 0 }));
    assert_eq!(refused(&|it| it.mentors[0] = 0), Err(Error::MentorOverpinned { mentor: 0 }));
    assert_eq!(refused(&|it| it.mentees[0] = 0), Err(Error::MenteeOverpinned { mentee: 0 }));
    assert_eq!(refused(&|it| it.pins.push((0, 0))), Err(Error::DoubledPin { mentee: 0, mentor: 0 }));
}
