//! Problems of any numbers for the stable solver: a plan that its checker accepts, or an error.

#![no_main]

use libfuzzer_sys::fuzz_target;
use matching::{Ranked, Rankings, Side, stable, verify_stable};

fuzz_target!(|bytes: &[u8]| {
    let mut bytes = bytes.iter().copied();
    let mut next = || bytes.next();
    let (Some(mentees), Some(mentors)) = (next(), next()) else { return };
    let mut problem = Rankings::default();
    for _ in 0..mentees % 24 {
        problem.mentees.push(places(next().unwrap_or(1)));
    }
    for _ in 0..mentors % 24 {
        problem.mentors.push(places(next().unwrap_or(1)));
    }
    while let (Some(kind), Some(mentee), Some(mentor), Some(one), Some(other)) =
        (next(), next(), next(), next(), next())
    {
        let (mentee, mentor) = (u32::from(mentee % 25), u32::from(mentor % 25));
        if kind % 16 == 0 {
            problem.pins.push((mentee, mentor));
        } else {
            let (mentee_rank, mentor_rank, fit) = (rank(one), rank(other), rank(kind));
            problem.arcs.push(Ranked { mentee, mentor, mentee_rank, mentor_rank, fit });
        }
    }
    for side in [Side::Mentee, Side::Mentor] {
        match stable(&problem, side) {
            Ok(plan) => assert_eq!(verify_stable(&problem, side, &plan.pairs), Ok(())),
            // An empty plan is asked about, so that the checker too sees what the solver refuses.
            Err(_) => drop(verify_stable(&problem, side, &[])),
        }
    }
});

fn places(byte: u8) -> u32 {
    if byte == u8::MAX { u32::MAX } else { u32::from(byte % 5) }
}

/// Mostly small, so that there are ties, and now and then as far out as can be.
fn rank(byte: u8) -> i64 {
    match byte {
        254 => i64::MIN,
        255 => i64::MAX,
        byte => i64::from(byte % 9),
    }
}
