//! Problems of any numbers for the exact solvers: a plan that its checker accepts, or an error; and of a small problem no
//! plan is better or fairer, tried one by one.

#![no_main]

use libfuzzer_sys::fuzz_target;
use matching::{Arc, Arcs, Pairs, Person, Price, Problem, fair, regrets, solve, verify, verify_fair};

fuzz_target!(|bytes: &[u8]| {
    let mut bytes = bytes.iter().copied();
    let mut next = || bytes.next();
    let (Some(mentees), Some(mentors), Some(pairs)) = (next(), next(), next()) else { return };
    let mut problem = Problem::default();
    if pairs % 4 == 0 {
        problem.pairs = Pairs::Free { unmatched: fit(pairs / 4) };
    }
    for _ in 0..mentees % 12 {
        problem.mentees.push(person(next().unwrap_or(1)));
    }
    for _ in 0..mentors % 12 {
        problem.mentors.push(person(next().unwrap_or(1)));
    }
    let mut arcs = vec![];
    while let (Some(kind), Some(mentee), Some(mentor)) = (next(), next(), next()) {
        let (mentee, mentor) = (u32::from(mentee % 12), u32::from(mentor % 12));
        if kind % 16 == 0 {
            problem.pins.push((mentee, mentor));
        } else {
            arcs.push(Arc { mentee, mentor, fit: fit(kind) });
        }
    }
    let Ok(table) = Arcs::new(problem.mentees.len(), problem.mentors.len(), &arcs) else { return };
    problem.arcs = table;
    let small = arcs.len() <= 10;
    match solve(&problem) {
        Ok(plan) => {
            assert_eq!(verify(&problem, &plan), Ok(()));
            let regrets = regrets(&problem, &plan).expect("the plan is its own");
            let rows = (0..problem.mentees.len() as u32).map(|mentee| regrets.row(mentee).len());
            assert_eq!(rows.sum::<usize>(), problem.arcs.len());
            if small {
                let worth = worth(&problem, &plan.pairs).expect("an allowed plan");
                let best = chosen(&problem).filter_map(|pairs| self::worth(&problem, &pairs)).max();
                assert!(Some(worth) <= best);
                assert!(Some(worth) == best || plan.gap != Price::ZERO, "a better plan, and no gap");
            }
        }
        Err(matching::Error::TooFewMentees { .. } | matching::Error::TooFewMentors { .. }) if small => {
            assert!(
                chosen(&problem).all(|pairs| worth(&problem, &pairs).is_none()),
                "refused, but a plan exists"
            );
        }
        Err(_) => {}
    }
    let Ok(plan) = fair(&problem) else { return };
    assert_eq!(verify_fair(&problem, &plan), Ok(()));
    if small && problem.pairs == Pairs::Maximum {
        let fairness = |pairs: &Vec<(u32, u32)>| {
            worth(&problem, pairs)?;
            let mut fits: Vec<_> =
                pairs.iter().map(|&(mentee, mentor)| problem.arcs.fit(mentee, mentor)).collect();
            fits.sort_unstable();
            Some((fits.len(), fits))
        };
        assert_eq!(fairness(&plan.pairs), chosen(&problem).filter_map(|pairs| fairness(&pairs)).max());
    }
});

fn person(byte: u8) -> Person {
    let capacity = if byte % 32 == 31 { u32::MAX } else { u32::from(byte % 4) };
    Person { capacity, minimum: if byte >= 160 { u32::from(byte % 3) } else { 0 }, may_close: byte >= 208 }
}

/// Mostly small, so that there are ties, and now and then as far out as can be.
fn fit(byte: u8) -> i64 {
    match byte {
        253 => i64::MIN,
        254 => i64::MAX,
        255 => 1_000_000_000_000,
        byte => i64::from(byte % 13) - 4,
    }
}

/// Pairs, then fit; in more bits than any sum needs. Nothing where the plan is not allowed.
fn worth(problem: &Problem, pairs: &[(u32, u32)]) -> Option<(usize, i128)> {
    let within = |people: &[Person], of: fn(&(u32, u32)) -> u32| {
        people.iter().enumerate().all(|(at, person)| {
            let has = pairs.iter().filter(|pair| of(pair) as usize == at).count() as u32;
            has <= person.capacity && (has >= person.minimum || person.may_close && has == 0)
        })
    };
    let allowed = within(&problem.mentees, |pair| pair.0)
        && within(&problem.mentors, |pair| pair.1)
        && problem.pins.iter().all(|pin| pairs.contains(pin));
    let fit = pairs.iter().map(|&(mentee, mentor)| problem.arcs.fit(mentee, mentor).map(i128::from));
    let fit = fit.sum::<Option<i128>>()?;
    let worth = match problem.pairs {
        Pairs::Maximum => (pairs.len(), fit),
        Pairs::Free { unmatched } => (0, fit - i128::from(unmatched) * pairs.len() as i128),
    };
    allowed.then_some(worth)
}

/// Every set of allowed pairs.
fn chosen(problem: &Problem) -> impl Iterator<Item = Vec<(u32, u32)>> {
    let arcs: Vec<(u32, u32)> = problem.arcs.iter().map(|arc| (arc.mentee, arc.mentor)).collect();
    (0..1_u32 << arcs.len())
        .map(move |bits| (0..arcs.len()).filter(|at| bits >> at & 1 == 1).map(|at| arcs[at]).collect())
}
