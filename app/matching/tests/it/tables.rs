//! Problems small enough to read, each with its answer.

use crate::problems::made;
use matching::{Arc, Arcs, Error, Problem, solve, verify};

/// Arcs are `(mentee, mentor, fit)`, pins `(mentee, mentor)`.
pub fn problem(mentors: &[u32], mentees: &[u32], arcs: &[(u32, u32, i64)], pins: &[(u32, u32)]) -> Problem {
    made(mentees, mentors, &list(arcs), pins.to_vec())
}

fn list(arcs: &[(u32, u32, i64)]) -> Vec<Arc> {
    arcs.iter().map(|&(mentee, mentor, fit)| Arc { mentee, mentor, fit }).collect()
}

type Answer = (&'static [(u32, u32)], i64);

/// What comes out: the pairs and the total, or the error. What comes out as a plan is verified on the way.
#[track_caller]
fn check(problem: Problem, expect: Result<Answer, Error>) {
    let actual = solve(&problem);
    if let Ok(plan) = &actual {
        assert_eq!(verify(&problem, plan), Ok(()));
    }
    let expect = expect.map(|(pairs, total)| (pairs.to_vec(), total));
    assert_eq!(actual.map(|plan| (plan.pairs, plan.total)), expect);
}

#[test]
fn plans() {
    // Nobody at all; people without arcs; places for nobody.
    check(problem(&[], &[], &[], &[]), Ok((&[], 0)));
    check(problem(&[1], &[1], &[], &[]), Ok((&[], 0)));
    check(problem(&[0], &[1], &[(0, 0, 5)], &[]), Ok((&[], 0)));
    check(problem(&[1], &[0], &[(0, 0, 5)], &[]), Ok((&[], 0)));
    // More pairs go before better ones, even at a negative fit.
    check(
        problem(&[1, 1], &[1, 1], &[(0, 0, 100), (0, 1, -50), (1, 0, 1)], &[]),
        Ok((&[(0, 1), (1, 0)], -49)),
    );
    // With as many pairs either way, the sum decides, not the first come.
    check(
        problem(&[1, 1], &[1, 1], &[(0, 0, 9), (0, 1, 8), (1, 0, 7), (1, 1, 1)], &[]),
        Ok((&[(0, 1), (1, 0)], 15)),
    );
    // A mentor's places are used up, but not beyond.
    check(problem(&[2], &[1, 1, 1], &[(0, 0, 1), (1, 0, 3), (2, 0, 2)], &[]), Ok((&[(1, 0), (2, 0)], 5)));
    // A mentee with two places gets two different mentors, never one twice.
    check(problem(&[2, 1], &[2], &[(0, 0, 9), (0, 1, 1)], &[]), Ok((&[(0, 0), (0, 1)], 10)));
    // More capacity than there can be pairs.
    check(problem(&[u32::MAX], &[u32::MAX], &[(0, 0, 1)], &[]), Ok((&[(0, 0)], 1)));
}

#[test]
fn pins_hold_at_any_cost() {
    let arcs = [(0, 0, 9), (0, 1, -9), (1, 0, 1)];
    check(problem(&[1, 1], &[1, 1], &arcs, &[(0, 0)]), Ok((&[(0, 0)], 9)));
    check(problem(&[1, 1], &[1, 1], &arcs, &[(0, 1)]), Ok((&[(0, 1), (1, 0)], -8)));
    // A pin takes one place of two; the other is open to all.
    check(
        problem(&[2], &[1, 1, 1], &[(0, 0, -5), (1, 0, 1), (2, 0, 2)], &[(0, 0)]),
        Ok((&[(0, 0), (2, 0)], -3)),
    );
}

#[test]
fn errors_name_their_culprit() {
    let (mentee, mentor) = (1, 1);
    let with = |arcs: &[(u32, u32, i64)], pins: &[(u32, u32)]| problem(&[1, 1], &[1, 1], arcs, pins);
    let pair = [(1, 1, 0)];
    let table = |arcs: &[(u32, u32, i64)]| Arcs::new(2, 2, &list(arcs)).unwrap_err();
    assert_eq!(table(&[(2, 0, 0)]), Error::UnknownMentee { mentee: 2 });
    assert_eq!(table(&[(0, 2, 0)]), Error::UnknownMentor { mentor: 2 });
    assert_eq!(table(&[(1, 1, 3), (0, 0, 0), (1, 1, 4)]), Error::DoubledArc { mentee, mentor });
    check(with(&pair, &[(2, 1)]), Err(Error::UnknownMentee { mentee: 2 }));
    check(with(&pair, &[(1, u32::MAX)]), Err(Error::UnknownMentor { mentor: u32::MAX }));
    check(with(&pair, &[(1, 1), (1, 1)]), Err(Error::DoubledPin { mentee, mentor }));
    check(with(&[(1, 0, 0)], &[(1, 1)]), Err(Error::UnknownPair { mentee, mentor }));
    check(with(&[(1, 0, 0), (1, 1, 0)], &[(1, 1), (1, 0)]), Err(Error::MenteeOverpinned { mentee }));
    check(with(&[(0, 1, 0), (1, 1, 0)], &[(1, 1), (0, 1)]), Err(Error::MentorOverpinned { mentor }));
    for fit in [i64::MAX, -i64::MAX, i64::MAX / 64] {
        check(with(&[(0, 0, 5), (1, 1, fit)], &[]), Err(Error::Overflow { mentee, mentor }));
    }
    // Of a common divisor only the sum is too large.
    check(with(&[(0, 0, 1 << 61), (1, 1, 1 << 62)], &[]), Err(Error::Overflow { mentee, mentor }));
}
