//! The lists of the side that proposes, checked and put in order.
//!
//! Owns every check of the input. Past this module nobody is unknown, no pair is doubled, and pins are gone:
//! their places are taken off both capacities and their pairs off the lists.

use super::{Ranked, Rankings, Side};
use crate::Error;

/// One side's lists, all in one piece: those of person `i` are `starts[i]..starts[i + 1]`, best first.
pub(super) struct Lists {
    pub(super) starts: Vec<usize>,
    pub(super) choices: Vec<Choice>,
    /// Places left by the pins, of the side that proposes and of the side that answers.
    pub(super) from: Vec<u32>,
    pub(super) to: Vec<u32>,
}

/// One line of a list: whom to ask, and what the one who is asked thinks of it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Choice {
    pub(super) to: u32,
    pub(super) standing: Standing,
    order: (i64, i64),
}

/// What somebody who is asked thinks of the one who asks: the lesser, the better. Never equal for two people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Standing {
    rank: i64,
    /// The fit with all bits flipped, so that the higher fit comes first, without overflow.
    unfit: i64,
    pub(super) from: u32,
}

impl Lists {
    pub(super) fn new(rankings: &Rankings, side: Side) -> Result<Lists, Error> {
        check_people(rankings)?;
        let (mut mentees, mut mentors) = (rankings.mentees.clone(), rankings.mentors.clone());
        let pins = take_pins(rankings, &mut mentees, &mut mentors)?;
        let (from, to) = match side {
            Side::Mentee => (mentees, mentors),
            Side::Mentor => (mentors, mentees),
        };
        let (starts, mut choices) = rows(rankings, side, from.len());
        check_doubles(&starts, &choices, to.len(), side)?;
        let mut found = 0;
        for row in starts.windows(2) {
            for choice in &mut choices[row[0]..row[1]] {
                let pair = named(side, choice.standing.from, choice.to);
                if !pins.is_empty() && pins.binary_search(&pair).is_ok() {
                    found += 1;
                    // A pinned pair goes to the end of the list, where it asks nobody.
                    choice.order = (i64::MAX, i64::MAX);
                    choice.to = u32::MAX;
                }
            }
            choices[row[0]..row[1]].sort_unstable_by_key(|choice| (choice.order, choice.to));
        }
        if found < pins.len() {
            return Err(missing_pin(rankings, &pins));
        }
        Ok(Lists { starts, choices, from, to })
    }
}

/// The arcs by who proposes: counted, then dealt out, which is faster than sorting them all at once.
fn rows(rankings: &Rankings, side: Side, people: usize) -> (Vec<usize>, Vec<Choice>) {
    let of = |arc: &Ranked| if side == Side::Mentee { arc.mentee } else { arc.mentor };
    let mut starts = vec![0; people + 1];
    for arc in &rankings.arcs {
        starts[of(arc) as usize + 1] += 1;
    }
    for person in 0..people {
        starts[person + 1] += starts[person];
    }
    let mut next = starts.clone();
    let mut choices = vec![Choice::default(); rankings.arcs.len()];
    for arc in &rankings.arcs {
        let (to, mine, theirs) = match side {
            Side::Mentee => (arc.mentor, arc.mentee_rank, arc.mentor_rank),
            Side::Mentor => (arc.mentee, arc.mentor_rank, arc.mentee_rank),
        };
        let from = of(arc);
        let standing = Standing { rank: theirs, unfit: !arc.fit, from };
        choices[next[from as usize]] = Choice { to, standing, order: (mine, !arc.fit) };
        next[from as usize] += 1;
    }
    (starts, choices)
}

/// The pair of one who proposes and one who is asked, as `(mentee, mentor)`.
fn named(side: Side, from: u32, to: u32) -> (u32, u32) {
    if side == Side::Mentee { (from, to) } else { (to, from) }
}

fn check_people(rankings: &Rankings) -> Result<(), Error> {
    let unknown = |&(mentee, mentor): &(u32, u32)| {
        mentee as usize >= rankings.mentees.len() || mentor as usize >= rankings.mentors.len()
    };
    let arcs = rankings.arcs.iter().map(|arc| (arc.mentee, arc.mentor));
    match arcs.chain(rankings.pins.iter().copied()).filter(unknown).min() {
        None => Ok(()),
        Some((mentee, _)) if mentee as usize >= rankings.mentees.len() => {
            Err(Error::UnknownMentee { mentee })
        }
        Some((_, mentor)) => Err(Error::UnknownMentor { mentor }),
    }
}

/// The lowest pair that has two arcs, if any.
fn check_doubles(starts: &[usize], choices: &[Choice], others: usize, side: Side) -> Result<(), Error> {
    // Who was seen last on whose list: one pass, and nothing to clear between two lists.
    let mut seen = vec![usize::MAX; others];
    let mut lowest = None;
    for (person, row) in starts.windows(2).enumerate() {
        for choice in &choices[row[0]..row[1]] {
            if std::mem::replace(&mut seen[choice.to as usize], person) == person {
                let pair = named(side, choice.standing.from, choice.to);
                lowest = Some(lowest.map_or(pair, |other: (u32, u32)| other.min(pair)));
            }
        }
    }
    lowest.map_or(Ok(()), |(mentee, mentor)| Err(Error::DoubledArc { mentee, mentor }))
}

/// Takes the places of the pins off both capacities; the pins, sorted.
fn take_pins(
    rankings: &Rankings,
    mentees: &mut [u32],
    mentors: &mut [u32],
) -> Result<Vec<(u32, u32)>, Error> {
    let mut pins = rankings.pins.clone();
    pins.sort_unstable();
    for (at, &(mentee, mentor)) in pins.iter().enumerate() {
        if at > 0 && pins[at - 1] == (mentee, mentor) {
            return Err(Error::DoubledPin { mentee, mentor });
        }
        let (by_mentee, by_mentor) = (&mut mentees[mentee as usize], &mut mentors[mentor as usize]);
        *by_mentee = by_mentee.checked_sub(1).ok_or(Error::MenteeOverpinned { mentee })?;
        *by_mentor = by_mentor.checked_sub(1).ok_or(Error::MentorOverpinned { mentor })?;
    }
    Ok(pins)
}

/// The lowest pin without an arc. Asked only when there is one.
fn missing_pin(rankings: &Rankings, pins: &[(u32, u32)]) -> Error {
    let mut arcs: Vec<_> = rankings.arcs.iter().map(|arc| (arc.mentee, arc.mentor)).collect();
    arcs.sort_unstable();
    let missing = pins.iter().find(|pin| arcs.binary_search(pin).is_err());
    let (mentee, mentor) = missing.copied().unwrap_or_default();
    Error::UnknownPair { mentee, mentor }
}
