//! Problems of any numbers with quotas of any: a plan that its checker accepts, or an error; and of a small problem no
//! plan that keeps the quotas is better, tried one by one.

#![no_main]

use libfuzzer_sys::fuzz_target;
use matching::{
    Arc, Arcs, Error, Pairs, Person, Problem, Quota, Quotas, Scope, diverse, solve, verify_diverse,
};

fuzz_target!(|bytes: &[u8]| {
    let mut bytes = bytes.iter().copied();
    let mut next = || bytes.next();
    let (Some(mentees), Some(mentors), Some(pairs)) = (next(), next(), next()) else { return };
    let mut problem = Problem::default();
    let mut quotas = Quotas::default();
    if pairs % 4 == 0 {
        problem.pairs = Pairs::Free { unmatched: fit(pairs / 4) };
    }
    for _ in 0..mentees % 12 {
        let byte = next().unwrap_or(1);
        problem.mentees.push(person(byte));
        quotas.groups.push(Some(u32::from(byte / 4 % 4)).filter(|group| *group < 3));
    }
    for _ in 0..mentors % 12 {
        problem.mentors.push(person(next().unwrap_or(1)));
    }
    let mut arcs = vec![];
    while let (Some(kind), Some(one), Some(other)) = (next(), next(), next()) {
        let (mentee, mentor) = (u32::from(one % 12), u32::from(other % 12));
        match kind % 8 {
            0 if kind < 64 => problem.pins.push((mentee, mentor)),
            0..3 => quotas.quotas.push(Quota {
                scope: if other >= 192 { Scope::Programme } else { Scope::Mentor(mentor) },
                group: u32::from(one % 3),
                at_least: if one >= 192 { u32::from(one % 5) } else { 0 },
                at_most: if other % 16 < 8 { u32::from(other / 16 % 4) } else { u32::MAX },
                rewards: (0..kind / 64).map(|_| fit(next().unwrap_or(0))).collect(),
            }),
            _ => arcs.push(Arc { mentee, mentor, fit: fit(kind) }),
        }
    }
    let Ok(table) = Arcs::new(problem.mentees.len(), problem.mentors.len(), &arcs) else { return };
    problem.arcs = table;
    let best = (arcs.len() <= 10)
        .then(|| chosen(&problem).filter_map(|pairs| worth(&problem, &quotas, &pairs)).max());
    match diverse(&problem, &quotas) {
        Ok(plan) => {
            assert_eq!(verify_diverse(&problem, &quotas, &plan), Ok(()));
            assert_eq!(Ok(&plan.without), solve(&problem).as_ref());
            if let Some(best) = best {
                assert_eq!(worth(&problem, &quotas, &plan.pairs), best);
            }
        }
        Err(Error::QuotasImpossible { quotas, needed, available }) => {
            assert!(!quotas.is_empty() && needed > available);
            assert_eq!(best.flatten(), None, "refused, but a plan exists");
        }
        Err(_) => {}
    }
});

fn person(byte: u8) -> Person {
    let capacity = if byte % 32 == 31 { u32::MAX } else { u32::from(byte % 4) };
    Person { capacity, minimum: if byte >= 208 { u32::from(byte % 3) } else { 0 }, may_close: byte == 255 }
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

/// Pairs, then fit and rewards; in more bits than any sum needs. Nothing where the plan is not allowed.
fn worth(problem: &Problem, quotas: &Quotas, pairs: &[(u32, u32)]) -> Option<(usize, i128)> {
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
    let mut fit = fit.sum::<Option<i128>>()?;
    for quota in &quotas.quotas {
        let counts = |pair: &&(u32, u32)| {
            let here = quota.scope == Scope::Programme || quota.scope == Scope::Mentor(pair.1);
            here && quotas.groups[pair.0 as usize] == Some(quota.group)
        };
        let count = pairs.iter().filter(counts).count() as u32;
        if count < quota.at_least || count > quota.at_most {
            return None;
        }
        fit += (1..=count).map(|nth| i128::from(quota.reward(nth))).sum::<i128>();
    }
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
