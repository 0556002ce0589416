//! The time that larger problems take, here and in a browser.

use crate::deeds::{losses, moves};
use crate::shapes::{dense, uniform};
use matching::solve;
use std::hint::black_box;

/// Name and milliseconds, between tabulators: of a solution the median, of moves also the 99th percentile.
pub fn lines() -> Vec<String> {
    let mut lines = Vec::new();
    for (name, rounds, problem) in [
        ("solve 500 x 500", 401, dense(500, 500, 1, uniform)),
        ("solve 2000 x 2000", 11, dense(2000, 2000, 1, uniform)),
        ("solve 1998 x 666 x 3", 21, dense(1998, 666, 3, uniform)),
    ] {
        lines.push(line(name, &repeated(rounds, || black_box(solve(&problem)).is_ok()), 50));
    }
    let problem = dense(1500, 500, 3, uniform);
    lines.push(line("regrets 1500 x 500 x 3", &repeated(7, || losses(&problem) > 0), 50));
    let moves = moves(&problem, clock::now);
    lines.push(line("a move, median", &moves, 50));
    lines.push(line("a move, 99 % below", &moves, 99));
    lines
}

fn line(name: &str, times: &[f64], percent: usize) -> String {
    format!("{name}\t{:.4}", times[times.len() * percent / 100])
}

/// Rising. The first quarter and two do not count: a browser compiles once more what turns out to be busy, and goes on
/// with what it had until that is done.
fn repeated(rounds: usize, mut run: impl FnMut() -> bool) -> Vec<f64> {
    let first = rounds / 4 + 2;
    let times = (0..first + rounds).map(|_| timed(|| assert!(run()))).collect::<Vec<_>>();
    rising(&times[first..])
}

fn rising(times: &[f64]) -> Vec<f64> {
    let mut times = times.to_vec();
    times.sort_by(f64::total_cmp);
    times
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
