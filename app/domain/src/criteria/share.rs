//! How much of one reason a pair has.
//!
//! Plain loops over small sorted lists: a programme of 1,500 mentees and 500 mentors asks each of these functions
//! 750,000 times.

use super::availability::Free;
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
}

/// A skill: its number, and its level from 1 to 4 or 0 where none was given.
pub(super) type Known = (u32, u8);

/// How many thousandths of the wanted skill `wanted` somebody offers who has it at `offered`.
pub(super) fn level_share(wanted: u8, offered: u8) -> u32 {
    if wanted == 0 || offered == 0 || offered >= wanted {
        return 1000;
    }
    if wanted - offered == 1 { 700 } else { 400 }
}

/// The share of the wanted skills that are offered; both lists sorted by number.
pub(super) fn skills(wanted: &[Known], offered: &[Known]) -> Share {
    if let Some(absent) = Share::absent(wanted.is_empty(), offered.is_empty()) {
        return absent;
    }
    let (mut at, mut other, mut met) = (0, 0, 0);
    while at < wanted.len() && other < offered.len() {
        let (want, offer) = (wanted[at], offered[other]);
        if want.0 == offer.0 {
            met += level_share(want.1, offer.1);
        }
        if want.0 <= offer.0 {
            at += 1;
        }
        if offer.0 <= want.0 {
            other += 1;
        }
    }
    Share::Of((met / wanted.len() as u32) as u16)
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

/// The share of the mentee's goals that the mentor has too.
pub(super) fn goals(mentee: &[u32], mentor: &[u32]) -> Share {
    Share::absent(mentee.is_empty(), mentor.is_empty())
        .unwrap_or_else(|| Share::part(common(mentee, mentor), mentee.len() as u32))
}

/// What is in common, of the shorter list, so that naming more interests never counts against anybody.
pub(super) fn interests(mentee: &[u32], mentor: &[u32]) -> Share {
    Share::absent(mentee.is_empty(), mentor.is_empty())
        .unwrap_or_else(|| Share::part(common(mentee, mentor), mentee.len().min(mentor.len()) as u32))
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
#[derive(Clone, Copy, Debug, Default)]
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

/// Whole for different teams; 0 stands for an unknown one.
pub(super) fn other_team(mentee: u32, mentor: u32) -> Share {
    Share::absent(mentee == 0, mentor == 0).unwrap_or(if mentee == mentor {
        Share::Of(0)
    } else {
        Share::Of(WHOLE)
    })
}

/// One person's address and their manager's, 0 where unknown.
pub(super) type Reports = (u32, u32);

/// Nothing where one manages the other.
pub(super) fn own_manager(mentee: Reports, mentor: Reports) -> Share {
    let manages = |boss: Reports, other: Reports| boss.0 != 0 && boss.0 == other.1;
    if manages(mentor, mentee) || manages(mentee, mentor) {
        return Share::Of(0);
    }
    Share::absent(mentee.1 == 0, mentor.1 == 0)
        // A mentor's own manager is rarely listed; the mentee's is what the rule is about.
        .filter(|absent| *absent != Share::Missing(Side::Mentor))
        .unwrap_or(Share::Of(WHOLE))
}

/// At least one is missing; where neither is, the two cannot be compared.
fn missing(mentee: bool, mentor: bool) -> Share {
    Share::absent(mentee, mentor).unwrap_or(Share::Missing(Side::Both))
}
