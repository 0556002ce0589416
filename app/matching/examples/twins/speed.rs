//! The time that larger problems take, here and in a browser.

use crate::shapes::{dense, draws, uniform};
use matching::{Edit, Problem, Session, regrets, solve};
use std::hint::black_box;

/// Name, median and 99th percentile in milliseconds, between tabulators.
pub fn lines() -> Vec<String> {
    let mut lines = Vec::new();
    for (name, rounds, problem) in [
        ("solve 500 x 500", 41, dense(500, 500, 1, uniform)),
        ("solve 2000 x 2000", 11, dense(2000, 2000, 1, uniform)),
        ("solve 1998 x 666 x 3", 21, dense(1998, 666, 3, uniform)),
    ] {
        lines.push(line(name, repeated(rounds, || black_box(solve(&problem)).is_ok())));
    }
    let problem = dense(1500, 500, 3, uniform);
    lines.push(line("regrets 1500 x 500 x 3", repeated(7, || losses(&problem) > 0)));
    lines.push(line("a move 1500 x 500 x 3", moves(&problem)));
    lines
}

fn line(name: &str, mut times: Vec<f64>) -> String {
    times.sort_by(f64::total_cmp);
    format!("{name}\t{:.4}\t{:.4}", times[times.len() / 2], times[times.len() * 99 / 100])
}

/// The first two do not count: a browser compiles once more what turns out to be busy.
fn repeated(rounds: usize, mut run: impl FnMut() -> bool) -> Vec<f64> {
    let times = (0..rounds + 2).map(|_| timed(|| assert!(run()))).collect::<Vec<_>>();
    times[2..].to_vec()
}

fn losses(problem: &Problem) -> usize {
    let plan = solve(problem).expect("a plan");
    let regrets = regrets(problem, &plan).expect("the same plan");
    (0..problem.mentees.len() as u32).map(|mentee| regrets.row(mentee).len()).sum()
}

/// Pins, each taken back.
fn moves(problem: &Problem) -> Vec<f64> {
    let mut session = Session::new(problem).expect("a plan");
    let mut draw = draws(7);
    let mut times = Vec::new();
    for _ in 0..1000 {
        let mentee = draw(problem.mentees.len() as u64) as u32;
        let mentor = draw(problem.mentors.len() as u64) as u32;
        for edit in [Edit::Pin { mentee, mentor }, Edit::Unpin { mentee, mentor }] {
            times.push(timed(|| session.apply(&edit).expect("a plan")));
        }
    }
    times.split_off(times.len() / 10)
}

fn timed(run: impl FnOnce()) -> f64 {
    let began = clock::now();
    run();
    clock::now() - began
}

#[cfg(target_arch = "wasm32")]
mod clock {
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen]
    extern "C" {
        /// The browser's: milliseconds, in steps of 5 µs where the page is isolated.
        #[wasm_bindgen(js_namespace = performance)]
        pub fn now() -> f64;
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod clock {
    use std::sync::LazyLock;
    use std::time::Instant;

    static BEGAN: LazyLock<Instant> = LazyLock::new(Instant::now);

    pub fn now() -> f64 {
        BEGAN.elapsed().as_secs_f64() * 1e3
    }
}
