//! The problems, made from their number alone.

use crate::shapes::{dense, distance, draws, machol_wien, product, sparse, uniform};
use matching::{Arc, Arcs, Pairs, Person, Problem, Ranked, Rankings};

/// Everything at once: capacities and minimums on both sides, pins, ties or wide fits, negative ones, thin or full
/// tables. `closing` lets some groups close.
pub fn problem(number: u64, most_mentees: u64, closing: bool) -> Problem {
    let mut draw = draws(number + 1);
    let mentees = 1 + draw(most_mentees);
    let mentors = 1 + draw(1 + most_mentees / 2);
    let density = [15, 50, 100][draw(3) as usize];
    let spread = [1, 4, 1000, 1_i64 << 40][draw(4) as usize];
    let mut arcs = Vec::new();
    for mentee in 0..mentees as u32 {
        for mentor in 0..mentors as u32 {
            if draw(100) < density {
                arcs.push(Arc { mentee, mentor, fit: draw(2 * spread as u64 + 1) - spread });
            }
        }
    }
    let several = draw(3) == 0;
    let quotas = draw(4) == 0;
    let mut person = |several: bool| {
        let capacity = if several { draw(5) as u32 } else { 1 };
        let minimum = if quotas && draw(5) == 0 { draw(u64::from(capacity) + 1) as u32 } else { 0 };
        let person = Person::new(capacity).at_least(minimum);
        if closing && draw(4) == 0 { person.or_nobody() } else { person }
    };
    let mentees: Vec<Person> = (0..mentees).map(|_| person(several)).collect();
    let mentors: Vec<Person> = (0..mentors).map(|_| person(true)).collect();
    let pins = pins(&mut draw, &arcs, &mentees, &mentors);
    let pairs = match draw(3) {
        0 => Pairs::Free { unmatched: draw(2 * spread as u64 + 1) - spread },
        _ => Pairs::Maximum,
    };
    let arcs = Arcs::new(mentees.len(), mentors.len(), &arcs).expect("known people");
    Problem { mentees, mentors, arcs, pins, pairs }
}

/// Of the allowed pairs a few for which there is a place on both sides.
fn pins(
    draw: &mut impl FnMut(u64) -> i64,
    arcs: &[Arc],
    mentees: &[Person],
    mentors: &[Person],
) -> Vec<(u32, u32)> {
    if draw(3) > 0 {
        return vec![];
    }
    let capacities = |people: &[Person]| people.iter().map(|person| person.capacity).collect::<Vec<_>>();
    let (mut of_mentees, mut of_mentors) = (capacities(mentees), capacities(mentors));
    let mut pins = Vec::new();
    for arc in arcs {
        let (one, other) = (&mut of_mentees[arc.mentee as usize], &mut of_mentors[arc.mentor as usize]);
        if *one > 0 && *other > 0 && draw(20) == 0 {
            *one -= 1;
            *other -= 1;
            pins.push((arc.mentee, arc.mentor));
        }
    }
    pins
}

/// Both sides' lists, incomplete and with ties.
pub fn rankings(number: u64) -> Rankings {
    let Problem { mentees, mentors, arcs, pins, .. } = problem(number, 80, false);
    let mut draw = draws(number + 1001);
    let ranks = 1 + draw(30) as u64;
    let arcs = arcs
        .iter()
        .map(|arc| Ranked {
            mentee: arc.mentee,
            mentor: arc.mentor,
            mentee_rank: draw(ranks),
            mentor_rank: draw(ranks),
            fit: arc.fit,
        })
        .collect();
    let capacities = |people: &[Person]| people.iter().map(|person| person.capacity).collect();
    Rankings { mentors: capacities(&mentors), mentees: capacities(&mentees), arcs, pins }
}

/// Larger, in the shapes that take the engine down its other ways: everybody wants the same, costs that are a product,
/// fits too wide for four bytes.
pub fn middle(number: u64) -> Problem {
    // The shapes draw the same numbers every time, so no two are of one size.
    let more = number as usize;
    match number % 6 {
        0 => sparse(800 + more, 300, 3, true),
        1 => dense(140 + more, 140 + more, 1, machol_wien),
        2 => dense(240 + 3 * more, 80 + more, 3, |mentees, mentors| {
            let mut draw = draws(9);
            (0..mentees * mentors).map(|_| draw(1 << 45) - (1 << 44)).collect()
        }),
        3 => dense(200 + more, 200 + more, 1, distance),
        4 => dense(300 + more, 110, 3, product),
        _ => dense(300 + more, 120, 2, uniform),
    }
}
