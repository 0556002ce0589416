//! Stable plans where somebody has nobody rather than too few.
//!
//! Whoever may close and gets fewer partners than their minimum closes, one after the other: each time the one who lacks
//! most (of several, a mentor before a mentee, and then the first by id), as closing one sends partners to the others, who
//! may then have enough. The plan is stable among those who stay open. Whether fewer could close is not claimed: with
//! closings, whether a stable plan exists is NP-complete already (Biró, Fleiner, Irving and Manlove, *Theoretical
//! Computer Science* 411, 2010).

use super::{Instance, Unsolved};
use matching::{Person, Rankings, Side, StablePlan, Who};

/// A stable plan and who closed for it, sorted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StableAnswer {
    pub plan: StablePlan,
    pub closed: Vec<Who>,
}

/// The best stable plan for `side` among those who stay open.
///
/// # Errors
/// [`Unsolved::StableBelowMinimum`] for somebody who may not close, and what the engine says of the rankings.
pub(super) fn solve(instance: &Instance, rankings: &Rankings, side: Side) -> Result<StableAnswer, Unsolved> {
    let mut closed: Vec<Who> = Vec::new();
    loop {
        let plan = match closed.is_empty() {
            true => matching::stable(rankings, side)?,
            false => matching::stable(&without(rankings, &closed), side)?,
        };
        let pinned = |who: Who| match who {
            Who::Mentee(number) => instance.pins.iter().any(|pin| pin.0 == number),
            Who::Mentor(number) => instance.pins.iter().any(|pin| pin.1 == number),
        };
        let short = short(instance, &plan.pairs);
        let next = short.iter().filter(|it| it.may_close && !pinned(it.who)).max_by_key(|it| {
            (it.minimum - it.has, matches!(it.who, Who::Mentor(_)), std::cmp::Reverse(it.who))
        });
        match (next, short.first()) {
            (Some(next), _) => closed.push(next.who),
            (None, Some(it)) => {
                let (id, has, minimum) = (instance.id(it.who), it.has, it.minimum);
                return Err(Unsolved::StableBelowMinimum { id, has, minimum });
            }
            (None, None) => {
                closed.sort_unstable();
                return Ok(StableAnswer { plan, closed });
            }
        }
    }
}

/// The rankings once these people have no places any more.
pub(super) fn without(rankings: &Rankings, closed: &[Who]) -> Rankings {
    let mut rest = rankings.clone();
    for who in closed {
        let place = match *who {
            Who::Mentee(number) => rest.mentees.get_mut(number as usize),
            Who::Mentor(number) => rest.mentors.get_mut(number as usize),
        };
        if let Some(place) = place {
            *place = 0;
        }
    }
    rest
}

/// Somebody with fewer partners than their minimum, and not with nobody where that is allowed.
pub(super) struct Short {
    pub(super) who: Who,
    pub(super) has: u32,
    minimum: u32,
    may_close: bool,
}

/// Whom these pairs leave short, mentors first.
pub(super) fn short(instance: &Instance, pairs: &[(u32, u32)]) -> Vec<Short> {
    let mut has = (vec![0_u32; instance.mentees.len()], vec![0_u32; instance.mentors.len()]);
    for &(mentee, mentor) in pairs {
        has.0[mentee as usize] += 1;
        has.1[mentor as usize] += 1;
    }
    let of = |people: &[Person], has: &[u32], who: fn(u32) -> Who| {
        let everybody = people.iter().zip(has).zip(0..);
        let short = everybody
            .filter(|((person, has), _)| **has < person.minimum && !(person.may_close && **has == 0));
        let named = short.map(|((person, &has), number)| {
            let Person { minimum, may_close, .. } = *person;
            Short { who: who(number), has, minimum, may_close }
        });
        named.collect::<Vec<_>>()
    };
    let mut short = of(&instance.mentor_places, &has.1, Who::Mentor);
    short.extend(of(&instance.mentee_places, &has.0, Who::Mentee));
    short
}
