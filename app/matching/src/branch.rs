//! Groups that have at least so many, or nobody.
//!
//! Owns the choice of who closes, by branch and bound (Land and Doig 1960). Whether a mentor opens is a yes or no that
//! no price decides; with many such mentors the problem is NP-hard. So the first try lets everybody have any number.
//! Whoever ends up between nobody and the minimum is branched on: closed in one case, open with the minimum in the
//! other. A case whose best is no better than a plan already found needs no further branching, and its prices are the
//! proof of that. The prices of all cases together prove the plan; where the work was cut short they prove how far
//! the plan can at most be from the best, and that is what is reported as the gap.
//!
//! In practice few are branched on, for prices push most groups either way. The limit is on the number of cases
//! and depends on nothing but the problem's size.

use crate::market::Market;
use crate::{Case, Error, Person, Plan, Price, Problem, Who, certify, settle};
use std::cmp::Reverse;

type Worth = (i128, i128);

/// A case still to be looked at or done with.
struct Branch {
    closed: Vec<Who>,
    open: Vec<Who>,
    bound: Worth,
    case: Case,
    pairs: Vec<(u32, u32)>,
}

/// Arcs looked at in all, more or less, before branching is cut short; and at least so many cases.
const WORK: usize = 200_000_000;
const FEWEST: usize = 64;
/// What makes a case that cannot be worth less than any plan.
const IMPOSSIBLE: i64 = 1 << 40;

/// The best plan found and the proof, or how far it may be from the best.
pub(crate) fn solve(problem: &Problem) -> Result<Plan, Error> {
    let root = branch(problem, vec![], vec![])?;
    let mut best = greedy(problem, &root);
    let limit = (WORK / (problem.arcs.len() + 1000)).max(FEWEST);
    let mut seen = 1;
    let mut waiting = vec![root];
    let mut done: Vec<Branch> = Vec::new();
    let mut refusal = None;
    // The most promising first: what is left when the work is cut short is then as little as can be.
    while let Some(at) = (0..waiting.len()).max_by_key(|&at| (waiting[at].bound, Reverse(at))) {
        let next = waiting.swap_remove(at);
        let beaten = best.as_ref().is_some_and(|best: &(Worth, Vec<(u32, u32)>)| next.bound <= best.0);
        let Some(who) = between(problem, &next.pairs) else {
            if !beaten {
                best = Some((next.bound, next.pairs.clone()));
            }
            done.push(next);
            continue;
        };
        if beaten || seen >= limit {
            done.push(next);
            continue;
        }
        for close in [true, false] {
            let (mut closed, mut open) = (next.closed.clone(), next.open.clone());
            if close { &mut closed } else { &mut open }.push(who);
            closed.sort_unstable();
            open.sort_unstable();
            seen += 1;
            match branch(problem, closed.clone(), open.clone()) {
                Ok(branch) => waiting.push(branch),
                Err(error) => {
                    done.push(impossible(problem, &next, closed, open, &error));
                    refusal = Some(error);
                }
            }
        }
    }
    let Some((value, pairs)) = best else {
        return Err(refusal.unwrap_or(Error::ForeignPlan));
    };
    let highest = done.iter().map(|branch| branch.bound).max().unwrap_or(value).max(value);
    let total = pairs.iter().filter_map(|&(mentee, mentor)| problem.arcs.fit(mentee, mentor)).sum();
    let gap = Price { count: (highest.0 - value.0) as i64, fit: (highest.1 - value.1) as i64 };
    Ok(Plan { pairs, total, gap, cases: done.into_iter().map(|branch| branch.case).collect() })
}

/// The best plan with these closed and these open, everybody else having any number.
fn branch(problem: &Problem, closed: Vec<Who>, open: Vec<Who>) -> Result<Branch, Error> {
    let mut decided = problem.clone();
    for &who in closed.iter().chain(&open) {
        person(&mut decided, who).settle(|| open.contains(&who));
    }
    let mut market = Market::new(&decided)?;
    settle::best(&decided, &mut market)?;
    let pairs = certify::pairs(&decided, &market);
    let mut case = certify::case(&decided, &market);
    (case.closed, case.open) = (closed.clone(), open.clone());
    Ok(Branch { bound: worth(problem, &pairs), closed, open, case, pairs })
}

fn person(problem: &mut Problem, who: Who) -> &mut Person {
    match who {
        Who::Mentee(at) => &mut problem.mentees[at as usize],
        Who::Mentor(at) => &mut problem.mentors[at as usize],
    }
}

/// A plan for sure, where there is one at hand: a quarter of those between nobody and the minimum close, whoever lacks most
/// first, until nobody is left between.
fn greedy(problem: &Problem, root: &Branch) -> Option<(Worth, Vec<(u32, u32)>)> {
    let mut closed = Vec::new();
    let mut pairs = root.pairs.clone();
    loop {
        let mut between = all_between(problem, &pairs);
        if between.is_empty() {
            return Some((worth(problem, &pairs), pairs));
        }
        between.sort_by_key(|&(who, lacks)| (Reverse(lacks), who));
        let some = between.len().div_ceil(4);
        closed.extend(between[..some].iter().map(|one| one.0));
        pairs = branch(problem, closed.clone(), vec![]).ok()?.pairs;
    }
}

/// The first who has somebody, but not enough.
fn between(problem: &Problem, pairs: &[(u32, u32)]) -> Option<Who> {
    all_between(problem, pairs).first().map(|one| one.0)
}

/// All of them, mentors first, with how many they lack.
fn all_between(problem: &Problem, pairs: &[(u32, u32)]) -> Vec<(Who, u32)> {
    let mut loads = (vec![0; problem.mentees.len()], vec![0; problem.mentors.len()]);
    for &(mentee, mentor) in pairs {
        loads.0[mentee as usize] += 1;
        loads.1[mentor as usize] += 1;
    }
    let side = |people: &[Person], loads: &[u32], who: fn(u32) -> Who| {
        let short = |(at, (one, &load)): (u32, (&Person, &u32))| {
            let is = one.may_close && load > 0 && load < one.minimum;
            is.then(|| (who(at), one.minimum - load))
        };
        (0..).zip(people.iter().zip(loads)).filter_map(short).collect::<Vec<_>>()
    };
    [side(&problem.mentors, &loads.1, Who::Mentor), side(&problem.mentees, &loads.0, Who::Mentee)].concat()
}

fn worth(problem: &Problem, pairs: &[(u32, u32)]) -> Worth {
    let fits = pairs.iter().filter_map(|&(mentee, mentor)| problem.arcs.fit(mentee, mentor));
    let total: i64 = fits.sum();
    problem.value(pairs.len(), total)
}

/// A case without a plan. Prices prove that as well: let those whose minimums cannot be met pay, and all whom they
/// could have be paid, as much as one likes; since there are too few of them, the case becomes worth less than
/// anything. Who has more places than there are pairs in question is not paid: then it is the pairs that are too few,
/// and each counts once.
fn impossible(problem: &Problem, parent: &Branch, closed: Vec<Who>, open: Vec<Who>, error: &Error) -> Branch {
    let mut case = Case { closed: closed.clone(), open: open.clone(), ..parent.case.clone() };
    let (short_mentees, short_mentors): (&[u32], &[u32]) = match error {
        Error::TooFewMentees { mentors, .. } => (&[], mentors),
        Error::TooFewMentors { mentees, .. } => (mentees, &[]),
        _ => (&[], &[]),
    };
    let mut asked = (vec![0_u32; case.mentees.len()], vec![0_u32; case.mentors.len()]);
    let is_closed = |who: Who| closed.contains(&who);
    for arc in problem.arcs.iter() {
        if short_mentees.contains(&arc.mentee) && !is_closed(Who::Mentor(arc.mentor)) {
            asked.1[arc.mentor as usize] += 1;
        }
        if short_mentors.contains(&arc.mentor) && !is_closed(Who::Mentee(arc.mentee)) {
            asked.0[arc.mentee as usize] += 1;
        }
    }
    let pay = |prices: &mut [Price], asked: Vec<u32>, people: &[Person]| {
        for ((price, asked), one) in prices.iter_mut().zip(asked).zip(people) {
            if asked > one.capacity {
                price.count += IMPOSSIBLE;
            }
        }
    };
    pay(&mut case.mentees, asked.0, &problem.mentees);
    pay(&mut case.mentors, asked.1, &problem.mentors);
    for who in &closed {
        match *who {
            Who::Mentee(at) => case.mentees[at as usize].count += IMPOSSIBLE,
            Who::Mentor(at) => case.mentors[at as usize].count += IMPOSSIBLE,
        }
    }
    for &at in short_mentees {
        case.mentees[at as usize].count -= IMPOSSIBLE;
    }
    for &at in short_mentors {
        case.mentors[at as usize].count -= IMPOSSIBLE;
    }
    let bound = bound(problem, &case);
    Branch { closed, open, bound, case, pairs: vec![] }
}

/// What the prices of a case say that no plan of it exceeds.
fn bound(problem: &Problem, case: &Case) -> Worth {
    let mut bound: Worth = (0, 0);
    let mut add =
        |times: i128, price: (i128, i128)| bound = (bound.0 + times * price.0, bound.1 + times * price.1);
    let wide = |price: Price| (i128::from(price.count), i128::from(price.fit));
    let pinned = |who: Who| {
        let at = |pin: &&(u32, u32)| who == Who::Mentee(pin.0) || who == Who::Mentor(pin.1);
        problem.pins.iter().filter(at).count() as u32
    };
    let mentees = (0..)
        .zip(&problem.mentees)
        .zip(&case.mentees)
        .map(|((at, one), price)| (Who::Mentee(at), one, price));
    let mentors = (0..)
        .zip(&problem.mentors)
        .zip(&case.mentors)
        .map(|((at, one), price)| (Who::Mentor(at), one, price));
    for (who, one, &price) in mentees.chain(mentors) {
        let pins = pinned(who);
        let most = if case.closed.contains(&who) { 0 } else { one.capacity };
        let free = one.may_close && pins == 0 && !case.open.contains(&who);
        let least = if free { pins } else { one.minimum.max(pins) }.min(most);
        add(i128::from(if price > Price::ZERO { most } else { least }), wide(price));
    }
    for arc in problem.arcs.iter() {
        let value = problem.value(1, arc.fit);
        let (u, v) = (wide(case.mentees[arc.mentee as usize]), wide(case.mentors[arc.mentor as usize]));
        let excess = (value.0 - u.0 - v.0, value.1 - u.1 - v.1);
        if excess > (0, 0) || problem.pins.contains(&(arc.mentee, arc.mentor)) {
            add(1, excess);
        }
    }
    bound
}
