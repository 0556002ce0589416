//! How much memory the solver takes: the most that lives at once while it answers, over the bytes of the scores at eight
//! a pair. The table itself counts (its cells take two or four bytes where that is enough), and so does the answer.
//!
//! `cargo bench -p matching --bench memory`

#![expect(clippy::expect_used, reason = "a benchmark may stop where something is not as it must be")]

#[path = "matching/shapes.rs"]
mod shapes;

use matching::{Problem, fair, regrets, solve};
use peak_alloc::PeakAlloc;
use shapes::{dense, distance, machol_wien, product, sparse, uniform};
use std::hint::black_box;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

fn main() {
    println!("{:26} {:>10} {:>8} {:>8} {:>8}", "", "matrix", "solve", "regrets", "fair");
    println!("{:26} {:>10} {:>8} {:>8} {:>8}", "bar", "", 1.5, 2.5, 2.5);
    row("uniform 1000 x 1000", || dense(1000, 1000, 1, uniform));
    row("uniform 1500 x 500 x 3", || dense(1500, 500, 3, uniform));
    row("product 1500 x 500 x 3", || dense(1500, 500, 3, product));
    row("uniform 2000 x 2000", || dense(2000, 2000, 1, uniform));
    row("distances 2000 x 2000", || dense(2000, 2000, 1, distance));
    row("machol-wien 2000 x 2000", || dense(2000, 2000, 1, machol_wien));
    row("uniform 4998 x 1666 x 3", || dense(4998, 1666, 3, uniform));
    row("wide 1500 x 500 x 3", || dense(1500, 500, 3, wide));
    let thin = |popular| move || sparse(10_000, 3334, 4, popular);
    only_solved("sparse 10000 x 3334 x 4", thin(false));
    only_solved("popular 10000 x 3334 x 4", thin(true));
}

/// Fits that do not fit into four bytes.
fn wide(mentees: usize, mentors: usize) -> Vec<i64> {
    let mut draw = shapes::draws(6);
    (0..mentees * mentors).map(|_| draw(1 << 40)).collect()
}

fn row(name: &str, problem: impl Fn() -> Problem) {
    let losses = peak(&problem, |problem| {
        let plan = solve(problem).expect("a plan");
        let regrets = regrets(problem, &plan).expect("the same plan");
        for mentee in 0..problem.mentees.len() as u32 {
            black_box(regrets.row(mentee));
        }
    });
    let fairly = peak(&problem, |problem| {
        black_box(fair(problem)).expect("a plan");
    });
    let scores = scores(&problem);
    println!("{} {:8.2} {:8.2}", solved(name, &problem), losses / scores, fairly / scores);
}

fn only_solved(name: &str, problem: impl Fn() -> Problem) {
    println!("{}", solved(name, &problem));
}

fn solved(name: &str, problem: &impl Fn() -> Problem) -> String {
    let most = peak(problem, |problem| {
        black_box(solve(problem)).expect("a plan");
    });
    let scores = scores(problem);
    format!("{name:26} {:7.1} MB {:8.2}", scores / 1e6, most / scores)
}

fn scores(problem: &impl Fn() -> Problem) -> f64 {
    8.0 * problem().arcs.len() as f64
}

/// The most bytes that live at once, from the finished problem on.
fn peak(problem: &impl Fn() -> Problem, answer: impl Fn(&Problem)) -> f64 {
    let before = MEMORY.current_usage();
    let problem = problem();
    MEMORY.reset_peak_usage();
    answer(&problem);
    (MEMORY.peak_usage() - before) as f64
}
