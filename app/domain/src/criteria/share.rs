//! How much of one reason a pair has.
//!
//! Plain loops over small lists. Whoever asks for all pairs of a large programme takes [`super::rows`], which calls
//! these functions once for people with equal answers.

use super::availability::Free;
use super::skill::Known;
use crate::PersonId;
use crate::person::{Meeting, Seniority, Style};
use serde::{Deserialize, Serialize};

/// Whose answer is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Side {
    Mentee,
    Mentor,
    Both,
}

/// How much of one reason a pair has: thousandths, or nothing to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Share {
    Of(u16),
    /// Left out of the mean.
    Missing(Side),
}

/// The share of a reason that is met in full.
pub(super) const WHOLE: u16 = 1000;

/// Minutes of a working day, of which two people far apart share a part.
const WORKING_DAY: u32 = 8 * 60;
const DAY: u32 = 24 * 60;

impl Share {
    /// The share as thousandths, where there is one.
    pub fn value(self) -> Option<u16> {
        match self {
            Self::Of(value) => Some(value),
            Self::Missing(_) => None,
        }
    }

    /// Missing, where at least one of the answers is.
    pub(super) fn absent(mentee: bool, mentor: bool) -> Option<Self> {
        match (mentee, mentor) {
            (false, false) => None,
            (true, false) => Some(Self::Missing(Side::Mentee)),
            (false, true) => Some(Self::Missing(Side::Mentor)),
            (true, true) => Some(Self::Missing(Side::Both)),
        }
    }

    fn part(met: u32, of: u32) -> Self {
        Self::Of((met * u32::from(WHOLE) / of.max(1)) as u16)
    }

    /// The mean of `of` parts whose thousandths add up to `met`.
    pub(super) fn of_parts(met: u32, of: usize) -> Self {
        Self::Of((met / (of as u32).max(1)) as u16)
    }
}

/// The share of the wanted skills that are offered, themselves or by a close relative; or of the mentee's goals that
/// the mentor has too.
pub(super) fn covered(wanted: &[Known], offered: &[Known]) -> Share {
    Share::absent(wanted.is_empty(), offered.is_empty())
        .unwrap_or_else(|| Share::of_parts(met(wanted, offered), wanted.len()))
}

/// What is in common, of the shorter list, so that naming more interests never counts against anybody.
pub(super) fn interests(mentee: &[Known], mentor: &[Known]) -> Share {
    Share::absent(mentee.is_empty(), mentor.is_empty())
        .unwrap_or_else(|| Share::of_parts(met(mentee, mentor), mentee.len().min(mentor.len())))
}

/// Thousandths of what is wanted that are offered, added up.
fn met(wanted: &[Known], offered: &[Known]) -> u32 {
    wanted.iter().map(|want| want.best_cover(offered).part()).sum()
}

fn common(a: &[u32], b: &[u32]) -> u32 {
    let (mut at, mut other, mut both) = (0, 0, 0);
    while at < a.len() && other < b.len() {
        let (one, two) = (a[at], b[other]);
        if one == two {
            both += 1;
        }
        if one <= two {
            at += 1;
        }
        if two <= one {
            other += 1;
        }
    }
    both
}

/// One language is enough.
pub(super) fn languages(mentee: &[u32], mentor: &[u32]) -> Share {
    Share::absent(mentee.is_empty(), mentor.is_empty())
        .unwrap_or_else(|| Share::part(common(mentee, mentor).min(1), 1))
}

/// Minutes by which two working days of eight hours overlap, the clock going round.
pub(super) fn overlap(mentee: i32, mentor: i32) -> u32 {
    let apart = mentee.abs_diff(mentor) % DAY;
    WORKING_DAY.saturating_sub(apart.min(DAY - apart))
}

pub(super) fn zones(mentee: Option<i32>, mentor: Option<i32>) -> Share {
    match (mentee, mentor) {
        (Some(mentee), Some(mentor)) => Share::part(overlap(mentee, mentor), WORKING_DAY),
        _ => missing(mentee.is_none(), mentor.is_none()),
    }
}

pub(super) fn availability(mentee: Option<&Free>, mentor: Option<&Free>) -> Share {
    match (mentee, mentor) {
        (Some(mentee), Some(mentor)) => match mentee.with(mentor) {
            Some(share) => Share::Of(share),
            // Both said something, of which nothing can be compared.
            None => Share::Missing(Side::Both),
        },
        _ => missing(mentee.is_none(), mentor.is_none()),
    }
}

pub(super) fn meeting(mentee: Option<Meeting>, mentor: Option<Meeting>) -> Share {
    match (mentee, mentor) {
        (Some(mentee), Some(mentor)) => {
            let agree = mentee == mentor || mentee == Meeting::Either || mentor == Meeting::Either;
            Share::Of(if agree { WHOLE } else { 0 })
        }
        _ => missing(mentee.is_none(), mentor.is_none()),
    }
}

pub(super) fn style(mentee: Option<Style>, mentor: Option<Style>) -> Share {
    use Style::*;
    match (mentee, mentor) {
        (Some(mentee), Some(mentor)) if mentee == mentor => Share::Of(WHOLE),
        (Some(mentee), Some(mentor)) => match (mentee, mentor) {
            (Direct, Reflective) | (Reflective, Direct) => Share::Of(0),
            (Structured, Exploring) | (Exploring, Structured) => Share::Of(0),
            _ => Share::Of(500),
        },
        _ => missing(mentee.is_none(), mentor.is_none()),
    }
}

/// What is known of somebody's experience.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Experience {
    pub(super) years: Option<u8>,
    pub(super) band: Option<Seniority>,
}

/// A gap of three to twelve years is best: near enough to remember, far enough to help. Bands stand in for years.
pub(super) fn experience(mentee: Experience, mentor: Experience) -> Share {
    if let (Some(mentee), Some(mentor)) = (mentee.years, mentor.years) {
        return Share::Of(match i16::from(mentor) - i16::from(mentee) {
            ..0 => 0,
            0 => 200,
            1 => 400,
            2 => 700,
            3..=12 => WHOLE,
            13..=20 => 800,
            _ => 600,
        });
    }
    if let (Some(mentee), Some(mentor)) = (mentee.band, mentor.band) {
        return Share::Of(match mentor as i8 - mentee as i8 {
            ..0 => 0,
            0 => 300,
            1 | 2 => WHOLE,
            _ => 700,
        });
    }
    let none = |one: Experience| one.years.is_none() && one.band.is_none();
    missing(none(mentee), none(mentor))
}

/// Where somebody stands in the organisation: numbers, 0 where unknown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Standing {
    /// The person's own address.
    pub(super) own: u32,
    pub(super) team: u32,
    /// The address of the manager, and of the manager's manager.
    pub(super) manager: u32,
    pub(super) above: u32,
}

/// Whole for different teams, half where two teams have the same manager.
pub(super) fn other_team(mentee: Standing, mentor: Standing) -> Share {
    Share::absent(mentee.team == 0, mentor.team == 0).unwrap_or(if mentee.team == mentor.team {
        Share::Of(0)
    } else if mentee.manager != 0 && mentee.manager == mentor.manager {
        Share::Of(500)
    } else {
        Share::Of(WHOLE)
    })
}

/// Nothing where one manages the other, half where one is the other's manager's manager.
pub(super) fn own_manager(mentee: Standing, mentor: Standing) -> Share {
    let either = |is: fn(Standing, Standing) -> bool| is(mentor, mentee) || is(mentee, mentor);
    if either(|boss, other| boss.own != 0 && boss.own == other.manager) {
        return Share::Of(0);
    }
    if either(|boss, other| boss.own != 0 && boss.own == other.above) {
        return Share::Of(500);
    }
    Share::absent(mentee.manager == 0, mentor.manager == 0)
        // A mentor's own manager is rarely listed; the mentee's is what the rule is about.
        .filter(|absent| *absent != Share::Missing(Side::Mentor))
        .unwrap_or(Share::Of(WHOLE))
}

/// Whole for two who have not been in a mentorship with each other; it is enough that one of them is known to have been.
pub(super) fn earlier(mentee: (PersonId, &[PersonId]), mentor: (PersonId, &[PersonId])) -> Share {
    let again = mentee.1.contains(&mentor.0) || mentor.1.contains(&mentee.0);
    Share::Of(if again { 0 } else { WHOLE })
}

/// What a wish is worth by its rank: a tenth less for each better one, and never less than half.
fn wish_part(rank: Option<usize>) -> u32 {
    rank.map_or(0, |rank| 1000 - 100 * rank.min(5) as u32)
}

/// How high each stands in the other's wishes; the mean of those who have wishes at all. Nothing where somebody who
/// has named others has not named this one.
pub(super) fn wish(mentee: (PersonId, &[PersonId]), mentor: (PersonId, &[PersonId])) -> Share {
    let part = |wishes: &[PersonId], other| wish_part(wishes.iter().position(|one| *one == other));
    match (mentee.1, mentor.1) {
        ([], []) => Share::Missing(Side::Both),
        (wishes, []) => Share::of_parts(part(wishes, mentor.0), 1),
        ([], wishes) => Share::of_parts(part(wishes, mentee.0), 1),
        (theirs, wishes) => Share::of_parts(part(theirs, mentor.0) + part(wishes, mentee.0), 2),
    }
}

/// At least one is missing; where neither is, the two cannot be compared.
fn missing(mentee: bool, mentor: bool) -> Share {
    Share::absent(mentee, mentor).unwrap_or(Share::Missing(Side::Both))
}
