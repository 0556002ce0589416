//! Whether the pairs are a plan at all: allowed, pinned, within capacities and minimums, summed right.

use super::Flaw;
use crate::{Person, Problem, Who};

pub(super) fn check(problem: &Problem, pairs: &[(u32, u32)], total: i64) -> Result<(), Flaw> {
    if problem.arcs.mentees != problem.mentees.len() || problem.arcs.mentors != problem.mentors.len() {
        return Err(Flaw::BrokenProblem);
    }
    let mut actual = 0;
    let mut before = None;
    for &(mentee, mentor) in pairs {
        if before >= Some((mentee, mentor)) {
            return Err(Flaw::Unsorted { mentee, mentor });
        }
        before = Some((mentee, mentor));
        let fit = problem.arcs.fit(mentee, mentor).ok_or(Flaw::NotAllowed { mentee, mentor })?;
        actual += i128::from(fit);
    }
    for &(mentee, mentor) in &problem.pins {
        if pairs.binary_search(&(mentee, mentor)).is_err() {
            return Err(Flaw::PinMissing { mentee, mentor });
        }
    }
    loads_fit(&problem.mentees, &loads(problem.mentees.len(), pairs.iter().map(|pair| pair.0)), Who::Mentee)?;
    loads_fit(&problem.mentors, &loads(problem.mentors.len(), pairs.iter().map(|pair| pair.1)), Who::Mentor)?;
    if actual != i128::from(total) {
        return Err(Flaw::WrongTotal { claimed: total, actual });
    }
    Ok(())
}

fn loads_fit(people: &[Person], loads: &[u32], who: fn(u32) -> Who) -> Result<(), Flaw> {
    for ((at, person), &load) in (0..).zip(people).zip(loads) {
        if load > person.capacity {
            return Err(Flaw::OverCapacity { who: who(at) });
        }
        if load < person.minimum && !(person.may_close && load == 0) {
            return Err(Flaw::BelowMinimum { who: who(at) });
        }
    }
    Ok(())
}

/// How many partners each has.
pub(super) fn loads(people: usize, places: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut loads = vec![0; people];
    for place in places {
        if let Some(load) = loads.get_mut(place as usize) {
            *load += 1;
        }
    }
    loads
}
