//! Problems of several shapes: the larger ones that are measured, here, as memory and in a browser.

#![expect(clippy::expect_used, reason = "a benchmark may stop where something is not as it must be")]

use matching::{Arc, Arcs, Pairs, Person, Problem};

pub fn dense(mentees: usize, mentors: usize, places: u32, fits: fn(usize, usize) -> Vec<i64>) -> Problem {
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

pub fn uniform(mentees: usize, mentors: usize) -> Vec<i64> {
    let mut draw = draws(1);
    table(mentees, mentors, |_, _| draw(1000))
}

pub fn distance(mentees: usize, mentors: usize) -> Vec<i64> {
    let mut draw = draws(2);
    let mut points =
        |many: usize| -> Vec<(i64, i64)> { (0..many).map(|_| (draw(10_000), draw(10_000))).collect() };
    let (here, there) = (points(mentees), points(mentors));
    table(mentees, mentors, |i, j| {
        15_000 - (here[i].0 - there[j].0).abs().max((here[i].1 - there[j].1).abs())
    })
}

pub fn product(mentees: usize, mentors: usize) -> Vec<i64> {
    let mut draw = draws(3);
    let mut numbers = |many: usize| -> Vec<i64> { (0..many).map(|_| draw(30)).collect() };
    let (need, worth) = (numbers(mentees), numbers(mentors));
    table(mentees, mentors, |i, j| need[i] * worth[j] + draw(100))
}

pub fn machol_wien(mentees: usize, mentors: usize) -> Vec<i64> {
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

pub fn sparse(mentees: usize, mentors: usize, places: u32, popular: bool) -> Problem {
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
pub fn draws(seed: u64) -> impl FnMut(u64) -> i64 {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    move |below| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        ((state >> 20) % below).cast_signed()
    }
}
