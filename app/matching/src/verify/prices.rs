//! Whether the prices prove what they must: no plan is worth more, or in no case by more than the gap.

use super::{Flaw, pairs::loads};
use crate::{Case, Pairs, Person, Plan, Price, Problem, Who};

/// Count and fit in 128 bits, compared in that order.
type Worth = (i128, i128);

pub(super) fn check(problem: &Problem, plan: &Plan) -> Result<(), Flaw> {
    let mut pins = problem.pins.clone();
    pins.sort_unstable();
    for case in &plan.cases {
        check_shape(problem, case)?;
    }
    match &plan.cases[..] {
        [only] if only.closed.is_empty() && only.open.is_empty() && plan.gap == Price::ZERO => {
            check_people(problem, plan, only)?;
            check_arcs(problem, plan, only, &pins)
        }
        cases => {
            if !all_covered(&cases.iter().collect::<Vec<_>>(), &mut Vec::new()) {
                return Err(Flaw::CaseMissing);
            }
            check_gap(problem, plan, &pins)
        }
    }
}

fn check_shape(problem: &Problem, case: &Case) -> Result<(), Flaw> {
    let may_close = |who: &Who| {
        let person = match *who {
            Who::Mentee(at) => problem.mentees.get(at as usize),
            Who::Mentor(at) => problem.mentors.get(at as usize),
        };
        person.is_some_and(|person| person.may_close)
    };
    let prices = case.mentees.len() == problem.mentees.len() && case.mentors.len() == problem.mentors.len();
    if prices && case.closed.iter().chain(&case.open).all(may_close) { Ok(()) } else { Err(Flaw::WrongShape) }
}

/// One side of the market: the people, their prices, how many pins each has, and what they are called.
type Side<'a> = (&'a [Person], &'a [Price], Vec<u32>, fn(u32) -> Who);

fn sides<'a>(problem: &'a Problem, case: &'a Case) -> [Side<'a>; 2] {
    let by_mentee = loads(problem.mentees.len(), problem.pins.iter().map(|pin| pin.0));
    let by_mentor = loads(problem.mentors.len(), problem.pins.iter().map(|pin| pin.1));
    [
        (&problem.mentees, &case.mentees, by_mentee, Who::Mentee),
        (&problem.mentors, &case.mentors, by_mentor, Who::Mentor),
    ]
}

/// The fewest partners that anybody can have in a plan that keeps the pins.
fn least(person: &Person, pinned: u32, open: bool) -> u32 {
    let quota = if person.may_close && !open && pinned == 0 { 0 } else { person.minimum };
    quota.max(pinned)
}

fn check_people(problem: &Problem, plan: &Plan, case: &Case) -> Result<(), Flaw> {
    let by_mentee = loads(problem.mentees.len(), plan.pairs.iter().map(|pair| pair.0));
    let by_mentor = loads(problem.mentors.len(), plan.pairs.iter().map(|pair| pair.1));
    for ((people, prices, pins, who), loads) in sides(problem, case).into_iter().zip([by_mentee, by_mentor]) {
        for ((((at, person), price), pinned), load) in (0..).zip(people).zip(prices).zip(pins).zip(loads) {
            if *price > Price::ZERO && load < person.capacity {
                return Err(Flaw::PriceButFree { who: who(at) });
            }
            if *price < Price::ZERO && load > least(person, pinned, false) {
                return Err(Flaw::PriceBelowZero { who: who(at) });
            }
        }
    }
    Ok(())
}

/// Outside the plan nothing is worth more than its prices, inside it nothing is worth less unless pinned.
fn check_arcs(problem: &Problem, plan: &Plan, case: &Case, pins: &[(u32, u32)]) -> Result<(), Flaw> {
    for arc in problem.arcs.iter() {
        let (mentee, mentor) = (arc.mentee, arc.mentor);
        let excess = excess(problem, case, mentee, mentor, arc.fit);
        if excess > (0, 0) && plan.pairs.binary_search(&(mentee, mentor)).is_err() {
            return Err(Flaw::WorthMore { mentee, mentor });
        }
        if excess < (0, 0)
            && plan.pairs.binary_search(&(mentee, mentor)).is_ok()
            && pins.binary_search(&(mentee, mentor)).is_err()
        {
            return Err(Flaw::WorthLess { mentee, mentor });
        }
    }
    Ok(())
}

/// What a pair is worth beyond its prices.
fn excess(problem: &Problem, case: &Case, mentee: u32, mentor: u32, fit: i64) -> Worth {
    let (u, v) = (case.mentees[mentee as usize], case.mentors[mentor as usize]);
    let worth = worth(problem, fit);
    (worth.0 - i128::from(u.count) - i128::from(v.count), worth.1 - i128::from(u.fit) - i128::from(v.fit))
}

fn worth(problem: &Problem, fit: i64) -> Worth {
    match problem.pairs {
        Pairs::Maximum => (1, i128::from(fit)),
        Pairs::Free { unmatched } => (0, i128::from(fit) - i128::from(unmatched)),
    }
}

/// Whether every way to close or open is in one of the cases.
fn all_covered(cases: &[&Case], decided: &mut Vec<(Who, bool)>) -> bool {
    let left = |case: &Case, decided: &[(Who, bool)]| {
        let asked =
            case.closed.iter().map(|who| (*who, true)).chain(case.open.iter().map(|who| (*who, false)));
        asked.filter(|one| !decided.contains(one)).collect::<Vec<_>>()
    };
    let open: Vec<_> = cases.iter().map(|case| left(case, decided)).collect();
    let Some(first) = open.first() else { return false };
    if open.iter().any(Vec::is_empty) {
        return true;
    }
    let who = first[0].0;
    [true, false].into_iter().all(|closed| {
        let agree: Vec<&Case> = (cases.iter().zip(&open))
            .filter(|(_, left)| !left.contains(&(who, !closed)))
            .map(|(case, _)| *case)
            .collect();
        decided.push((who, closed));
        let covered = all_covered(&agree, decided);
        decided.pop();
        covered
    })
}

/// By weak duality no plan of a case is worth more than its bound, so none is worth more than the highest.
fn check_gap(problem: &Problem, plan: &Plan, pins: &[(u32, u32)]) -> Result<(), Flaw> {
    let mut value: Worth = (0, 0);
    for &(mentee, mentor) in &plan.pairs {
        let worth = worth(problem, problem.arcs.fit(mentee, mentor).unwrap_or_default());
        value = (value.0 + worth.0, value.1 + worth.1);
    }
    let claimed = (value.0 + i128::from(plan.gap.count), value.1 + i128::from(plan.gap.fit));
    let bounds: Vec<Worth> = plan.cases.iter().map(|case| bound(problem, case, pins)).collect();
    if let Some(case) = bounds.iter().position(|bound| *bound > claimed) {
        return Err(Flaw::WrongGap { case });
    }
    // A gap that is larger than it need be is as wrong as one that is too small.
    let highest = bounds.into_iter().max().unwrap_or(claimed).max(value);
    if highest == claimed { Ok(()) } else { Err(Flaw::WrongGap { case: 0 }) }
}

/// What the prices of a case allow a plan to be worth: places at their prices, and pairs at what is above them.
fn bound(problem: &Problem, case: &Case, pins: &[(u32, u32)]) -> Worth {
    let mut bound: Worth = (0, 0);
    for (people, prices, pins, who) in sides(problem, case) {
        for (((at, person), price), pinned) in (0..).zip(people).zip(prices).zip(pins) {
            let (closed, open) = (case.closed.contains(&who(at)), case.open.contains(&who(at)));
            let most = if closed { 0 } else { person.capacity };
            let least = least(person, pinned, open).min(most);
            let places = i128::from(if *price > Price::ZERO { most } else { least });
            bound.0 += places * i128::from(price.count);
            bound.1 += places * i128::from(price.fit);
        }
    }
    for arc in problem.arcs.iter() {
        let excess = excess(problem, case, arc.mentee, arc.mentor, arc.fit);
        if excess > (0, 0) || pins.binary_search(&(arc.mentee, arc.mentor)).is_ok() {
            bound = (bound.0 + excess.0, bound.1 + excess.1);
        }
    }
    bound
}
