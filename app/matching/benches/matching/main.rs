//! The solver on problems of several shapes, in milliseconds, median of five. The peers' times on like problems come
//! from another program; here is what to watch while changing an algorithm.
//!
//! `cargo bench -p matching [NAME ...]`

#![expect(clippy::expect_used, reason = "a benchmark may stop where something is not as it must be")]

mod deeds;
mod shapes;

use deeds::{losses, moves};
use matching::{Problem, Quota, Quotas, Scope, diverse, fair, solve, verify, verify_diverse};
use shapes::{dense, distance, draws, machol_wien, product, sparse, uniform};
use std::hint::black_box;
use std::sync::LazyLock;
use std::time::Instant;

/// A name, and how to make the problem.
type Case = (&'static str, fn() -> Problem);

fn main() {
    let wanted: Vec<String> = std::env::args().skip(1).filter(|name| !name.starts_with("--")).collect();
    let cases: [Case; 13] = [
        ("dense 500 x 500", || dense(500, 500, 1, uniform)),
        ("dense 2000 x 2000", || dense(2000, 2000, 1, uniform)),
        ("places 1500 x 500 x 3", || dense(1500, 500, 3, uniform)),
        ("places 4998 x 1666 x 3", || dense(4998, 1666, 3, uniform)),
        ("distances 2000 x 2000", || dense(2000, 2000, 1, distance)),
        ("product 1998 x 666 x 3", || dense(1998, 666, 3, product)),
        ("too few 1998 x 600 x 3", || dense(1998, 600, 3, product)),
        ("machol-wien 1000 x 1000", || dense(1000, 1000, 1, machol_wien)),
        ("sparse 10000 x 3334 x 4", || sparse(10_000, 3334, 4, false)),
        ("tight 10000 x 3334 x 3", || sparse(10_000, 3334, 3, false)),
        ("tight 50000 x 16667 x 3", || sparse(50_000, 16_667, 3, false)),
        ("popular 10000 x 3334 x 4", || sparse(10_000, 3334, 4, true)),
        ("popular 50000 x 16667 x 4", || sparse(50_000, 16_667, 4, true)),
    ];
    for (name, problem) in cases {
        if wanted.is_empty() || wanted.iter().any(|one| name.starts_with(one.as_str())) {
            case(name, &problem());
        }
    }
}

fn case(name: &str, problem: &Problem) {
    let plan = solve(problem).expect("a plan");
    verify(problem, &plan).expect("a proof");
    print!("{name:26} solve {:8.2}", median(5, || black_box(solve(problem)).is_ok()));
    if name.starts_with("places") {
        print!("   all losses {:8.2}", median(3, || losses(problem) > 0));
        print!("   fair {:8.2}", median(3, || black_box(fair(problem)).is_ok()));
        for (kind, quotas) in [("quotas", quotas(problem)), ("rewards", rewards(problem))] {
            let plan = diverse(problem, &quotas).expect("a plan");
            verify_diverse(problem, &quotas, &plan).expect("a proof");
            print!("   {kind} {:8.2}", median(3, || black_box(diverse(problem, &quotas)).is_ok()));
        }
        let times = moves(problem, now);
        let (half, most) = (times[times.len() / 2], times[times.len() * 99 / 100]);
        let bars = if problem.mentors.len() <= 500 { (0.2, 0.5) } else { (1.0, 4.0) };
        print!("   a move {half:6.3} (bar {}), 99 % below {most:6.3} (bar {})", bars.0, bars.1);
    } else if name.starts_with("product") {
        print!("   fair {:8.2}", median(3, || black_box(fair(problem)).is_ok()));
    }
    println!();
}

fn median(rounds: usize, mut run: impl FnMut() -> bool) -> f64 {
    let mut times: Vec<f64> = (0..rounds)
        .map(|_| {
            let began = now();
            assert!(run());
            now() - began
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[rounds / 2]
}

/// Four groups, the first as large as the others together: each mentor has one of a group at the most.
fn quotas(problem: &Problem) -> Quotas {
    let mut quotas = rewards(problem);
    for quota in &mut quotas.quotas {
        quota.at_most = if quota.group == 0 { 2 } else { 1 };
        quota.rewards.clear();
    }
    quotas
}

/// The same groups: the first of each at each mentor adds as much as a third of the best fit.
fn rewards(problem: &Problem) -> Quotas {
    let mut draw = draws(6);
    let groups = (0..problem.mentees.len()).map(|_| Some(draw(6).saturating_sub(2).max(0) as u32)).collect();
    let mentors = 0..problem.mentors.len() as u32;
    let quota = |mentor: u32, group: u32| Quota {
        rewards: vec![300, 100],
        ..Quota::new(Scope::Mentor(mentor), group)
    };
    Quotas {
        groups,
        quotas: mentors.flat_map(|mentor| (0..4).map(move |group| quota(mentor, group))).collect(),
    }
}

/// Milliseconds since the first question.
fn now() -> f64 {
    static BEGAN: LazyLock<Instant> = LazyLock::new(Instant::now);
    BEGAN.elapsed().as_secs_f64() * 1e3
}
