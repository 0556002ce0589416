//! What is timed besides solving: all losses, and the moves of somebody at the board.

#![expect(clippy::expect_used, reason = "a benchmark may stop where something is not as it must be")]

use crate::shapes::draws;
use matching::{Edit, Problem, Session, regrets, solve};

/// Solves, and asks what every pair would cost; how many pairs that are.
pub fn losses(problem: &Problem) -> usize {
    let plan = solve(problem).expect("a plan");
    let regrets = regrets(problem, &plan).expect("the same plan");
    (0..problem.mentees.len() as u32).map(|mentee| regrets.row(mentee).len()).sum()
}

/// How long moves take by a clock in milliseconds, rising: a random pair pinned and unpinned, one of the plan blocked (and,
/// uncounted, allowed again), seven hundred times. The first hundred rounds do not count.
pub fn moves(problem: &Problem, clock: fn() -> f64) -> Vec<f64> {
    let mut session = Session::new(problem).expect("a plan");
    let mut draw = draws(7);
    let mut times = Vec::new();
    for _ in 0..800 {
        let mentee = draw(problem.mentees.len() as u64) as u32;
        let mentor = draw(problem.mentors.len() as u64) as u32;
        let pairs = session.pairs();
        let planned = pairs[draw(pairs.len() as u64) as usize];
        for edit in [
            Edit::Pin { mentee, mentor },
            Edit::Unpin { mentee, mentor },
            Edit::Block { mentee: planned.0, mentor: planned.1 },
        ] {
            let began = clock();
            session.apply(&edit).expect("a plan");
            times.push(clock() - began);
        }
        assert!(session.undo(), "a block can be taken back");
    }
    let mut times = times.split_off(300);
    times.sort_by(f64::total_cmp);
    times
}
