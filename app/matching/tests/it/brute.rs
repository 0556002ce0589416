//! The oracle: every plan there is. It knows no prices and no paths.

use matching::{Arc, Pairs, Person, Problem};

/// Count and fit of the best plan, in the order of the problem's `pairs`; none where no plan is allowed.
pub fn best(problem: &Problem) -> Option<(i64, i64)> {
    let mut best = None;
    every(problem, &mut |chosen| {
        let worth = worth(problem, chosen);
        if best.is_none_or(|best| worth > best) {
            best = Some(worth);
        }
    });
    best
}

/// What a plan is worth, to be compared.
pub fn worth(problem: &Problem, chosen: &[Arc]) -> (i64, i64) {
    let fits: i64 = chosen.iter().map(|arc| arc.fit).sum();
    match problem.pairs {
        Pairs::Maximum => (chosen.len() as i64, fits),
        Pairs::Free { unmatched } => (0, fits - unmatched * chosen.len() as i64),
    }
}

/// The same of a list of pairs.
pub fn value(problem: &Problem, pairs: &[(u32, u32)]) -> (i64, i64) {
    let arc = |&(mentee, mentor): &(u32, u32)| Arc {
        mentee,
        mentor,
        fit: problem.arcs.fit(mentee, mentor).unwrap(),
    };
    worth(problem, &pairs.iter().map(arc).collect::<Vec<_>>())
}

/// Calls `each` with every allowed plan.
pub fn every(problem: &Problem, each: &mut dyn FnMut(&[Arc])) {
    let arcs: Vec<Arc> = problem.arcs.iter().collect();
    let loads = (vec![0; problem.mentees.len()], vec![0; problem.mentors.len()]);
    try_arcs(problem, &arcs, loads, &mut vec![], each);
}

/// Both fates of the first arc.
fn try_arcs(
    problem: &Problem,
    arcs: &[Arc],
    mut loads: (Vec<u32>, Vec<u32>),
    chosen: &mut Vec<Arc>,
    each: &mut dyn FnMut(&[Arc]),
) {
    let Some((arc, rest)) = arcs.split_first() else {
        if enough(&problem.mentees, &loads.0) && enough(&problem.mentors, &loads.1) {
            each(chosen);
        }
        return;
    };
    if !problem.pins.contains(&(arc.mentee, arc.mentor)) {
        try_arcs(problem, rest, loads.clone(), chosen, each);
    }
    let (mentee, mentor) = (arc.mentee as usize, arc.mentor as usize);
    loads.0[mentee] += 1;
    loads.1[mentor] += 1;
    if loads.0[mentee] <= problem.mentees[mentee].capacity
        && loads.1[mentor] <= problem.mentors[mentor].capacity
    {
        chosen.push(*arc);
        try_arcs(problem, rest, loads, chosen, each);
        chosen.pop();
    }
}

fn enough(people: &[Person], loads: &[u32]) -> bool {
    people.iter().zip(loads).all(|(one, &load)| load >= one.minimum || (one.may_close && load == 0))
}
