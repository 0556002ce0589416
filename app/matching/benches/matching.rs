//! The solver on problems of several shapes, in milliseconds, median of five. The peers' times on like problems come
//! from another program; here is what to watch while changing an algorithm.
//!
//! `cargo bench -p matching [NAME ...]`

#![expect(clippy::expect_used, reason = "a benchmark may stop where something is not as it must be")]

use matching::{
    Arc, Arcs, Edit, Pairs, Person, Problem, Quota, Quotas, Scope, Session, diverse, fair, regrets, solve,
    verify, verify_diverse,
};
use std::hint::black_box;
use std::time::Instant;

/// A name, and how to make the problem.
type Case = (&'static str, fn() -> Problem);

fn main() {
    let wanted: Vec<String> = std::env::args().skip(1).filter(|name| !name.starts_with("--")).collect();
    let cases: [Case; 11] = [
        ("dense 500 x 500", || dense(500, 500, 1, uniform)),
        ("dense 2000 x 2000", || dense(2000, 2000, 1, uniform)),
        ("places 1500 x 500 x 3", || dense(1500, 500, 3, uniform)),
        ("places 4998 x 1666 x 3", || dense(4998, 1666, 3, uniform)),
        ("distances 2000 x 2000", || dense(2000, 2000, 1, distance)),
        ("product 1998 x 666 x 3", || dense(1998, 666, 3, product)),
        ("machol-wien 1000 x 1000", || dense(1000, 1000, 1, machol_wien)),
        ("sparse 10000 x 3334 x 4", || sparse(10_000, 3334, 4, false)),
        ("tight 10000 x 3334 x 3", || sparse(10_000, 3334, 3, false)),
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
        let (half, most) = moves(problem);
        print!("   a move {half:6.3}, 99 % below {most:6.3}");
    } else if name.starts_with("product") {
        print!("   fair {:8.2}", median(3, || black_box(fair(problem)).is_ok()));
    }
    println!();
}

fn median(rounds: usize, mut run: impl FnMut() -> bool) -> f64 {
    let mut times: Vec<f64> = (0..rounds)
        .map(|_| {
            let began = Instant::now();
            assert!(run());
            began.elapsed().as_secs_f64() * 1e3
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

fn losses(problem: &Problem) -> usize {
    let plan = solve(problem).expect("a plan");
    let regrets = regrets(problem, &plan).expect("the same plan");
    (0..problem.mentees.len() as u32).map(|mentee| regrets.row(mentee).len()).sum()
}

/// Median and 99th percentile of a thousand pins, each taken back.
fn moves(problem: &Problem) -> (f64, f64) {
    let mut session = Session::new(problem).expect("a plan");
    let mut draw = draws(7);
    let mut times = Vec::new();
    for _ in 0..1000 {
        let mentee = draw(problem.mentees.len() as u64) as u32;
        let mentor = draw(problem.mentors.len() as u64) as u32;
        for edit in [Edit::Pin { mentee, mentor }, Edit::Unpin { mentee, mentor }] {
            let began = Instant::now();
            session.apply(&edit).expect("a plan");
            times.push(began.elapsed().as_secs_f64() * 1e3);
        }
    }
    times.sort_by(f64::total_cmp);
    (times[times.len() / 2], times[times.len() * 99 / 100])
}

fn dense(mentees: usize, mentors: usize, places: u32, fits: fn(usize, usize) -> Vec<i64>) -> Problem {
    Problem {
        mentees: vec![Person::new(1); mentees],
        mentors: vec![Person::new(places); mentors],
        arcs: Arcs::full(mentees, mentors, &fits(mentees, mentors)).expect("a rectangle"),
        pins: vec![],
        pairs: Pairs::Maximum,
    }
}

fn table(mentees: usize, mentors: usize, mut fit: impl FnMut(usize, usize) -> i64) -> Vec<i64> {
    let pairs = (0..mentees).flat_map(|mentee| (0..mentors).map(move |mentor| (mentee, mentor)));
    pairs.map(|(mentee, mentor)| fit(mentee, mentor)).collect()
}

fn uniform(mentees: usize, mentors: usize) -> Vec<i64> {
    let mut draw = draws(1);
    table(mentees, mentors, |_, _| draw(1000))
}

fn distance(mentees: usize, mentors: usize) -> Vec<i64> {
    let mut draw = draws(2);
    let mut points =
        |many: usize| -> Vec<(i64, i64)> { (0..many).map(|_| (draw(10_000), draw(10_000))).collect() };
    let (here, there) = (points(mentees), points(mentors));
    table(mentees, mentors, |i, j| {
        15_000 - (here[i].0 - there[j].0).abs().max((here[i].1 - there[j].1).abs())
    })
}

fn product(mentees: usize, mentors: usize) -> Vec<i64> {
    let mut draw = draws(3);
    let mut numbers = |many: usize| -> Vec<i64> { (0..many).map(|_| draw(30)).collect() };
    let (need, worth) = (numbers(mentees), numbers(mentors));
    table(mentees, mentors, |i, j| need[i] * worth[j] + draw(100))
}

fn machol_wien(mentees: usize, mentors: usize) -> Vec<i64> {
    let mut draw = draws(4);
    let mut shuffled = |many: usize| {
        let mut numbers: Vec<i64> = (1..=many as i64).collect();
        for at in (1..many).rev() {
            numbers.swap(at, draw(at as u64 + 1) as usize);
        }
        numbers
    };
    let (one, other) = (shuffled(mentees), shuffled(mentors));
    table(mentees, mentors, |i, j| -one[i] * other[j] - draw(3))
}

fn sparse(mentees: usize, mentors: usize, places: u32, popular: bool) -> Problem {
    let mut draw = draws(5);
    let quality: Vec<i64> = (0..mentors).map(|_| draw(700)).collect();
    let mut list = Vec::with_capacity(50 * mentees);
    for mentee in 0..mentees as u32 {
        let mut chosen = std::collections::BTreeSet::new();
        while chosen.len() < 50 {
            let at = draw(mentors as u64);
            // The square of a uniform number prefers the first.
            chosen.insert(if popular { at * at / mentors as i64 } else { at } as u32);
        }
        for mentor in chosen {
            let fit = if popular { quality[mentor as usize] + draw(300) } else { draw(1000) };
            list.push(Arc { mentee, mentor, fit });
        }
    }
    Problem {
        mentees: vec![Person::new(1); mentees],
        mentors: vec![Person::new(places); mentors],
        arcs: Arcs::new(mentees, mentors, &list).expect("known people"),
        pins: vec![],
        pairs: Pairs::Maximum,
    }
}

/// Numbers below what is asked for, the same on every machine (Marsaglia's xorshift).
fn draws(seed: u64) -> impl FnMut(u64) -> i64 {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    move |below| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        ((state >> 20) % below).cast_signed()
    }
}
