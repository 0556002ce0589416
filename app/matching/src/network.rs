//! A checked problem, laid out for the search.
//!
//! Owns every check of the input and the packing of `(count, fit)` into one integer; past this module nothing
//! can be out of range, doubled or too large. Refuses to know how a plan is found.
//!
//! # One integer for count and fit
//!
//! A pair is worth `(1, fit)` in lexicographic order. The search compares such worths millions of times, so
//! they are packed as `unit + fit`, with a `unit` so large that no sum of fits in the algorithm can reach it:
//!
//! - Two plans differ by at most `2 * pairs * fit` in fit, where `pairs` is the most that fit into the
//!   capacities and `fit` the largest absolute fit. A unit above that makes "as many pairs as possible" come
//!   first.
//! - A price is 0 or the alternating sum of worths along a simple path of tight arcs that ends in a price of
//!   0 (see `search`). Such a path has at most `2 * min(mentors, mentees)` arcs, and one more for the mentee
//!   who has just come; the units in it cancel to 0 or 1. With half the unit above the fit that a price can
//!   hold, [`Network::price`] recovers the two parts; with the unit above the fit of two prices and an arc,
//!   the signs that `verify` looks at are the signs seen here.
//!
//! All this holds for the `unit` below. Prices and distances stay between 0 and `unit + fit`, and the largest
//! thing ever computed is two of them plus a worth, so an eighth of the range of `i64` leaves room to spare.
//! That is the whole of [`Error::Overflow`].

use crate::{Arc, Error, Pairs, Price, Problem};

/// The arcs of mentee `i` are `row_start[i]..row_start[i + 1]`, by rising mentor: compressed sparse rows, in
/// which the scan of a mentee is one walk through neighbouring memory.
pub(crate) struct Network {
    /// Capacity that the pins leave, by mentor and by mentee.
    pub(crate) mentors: Vec<usize>,
    pub(crate) mentees: Vec<usize>,
    pub(crate) row_start: Vec<usize>,
    pub(crate) arc_mentee: Vec<u32>,
    pub(crate) arc_mentor: Vec<u32>,
    /// `unit + fit`.
    pub(crate) arc_worth: Vec<i64>,
    /// The arcs that are pinned: in the plan, and out of the search's reach.
    pub(crate) pinned: Vec<usize>,
    pub(crate) unit: i64,
    counted: bool,
}

impl Network {
    pub(crate) fn new(problem: &Problem) -> Result<Network, Error> {
        if problem.arcs.mentees != problem.mentees.len() || problem.arcs.mentors != problem.mentors.len() {
            return Err(Error::TooLarge);
        }
        let arcs: Vec<Arc> = problem.arcs.iter().collect();
        let unit = match problem.pairs {
            Pairs::Maximum => unit(problem, &arcs)?,
            Pairs::Free { unmatched } => -unmatched,
        };
        let mut network = Network {
            mentors: problem.mentors.iter().map(|one| one.capacity as usize).collect(),
            mentees: problem.mentees.iter().map(|one| one.capacity as usize).collect(),
            row_start: row_starts(problem.mentees.len(), &arcs),
            arc_mentee: arcs.iter().map(|arc| arc.mentee).collect(),
            arc_mentor: arcs.iter().map(|arc| arc.mentor).collect(),
            arc_worth: arcs.iter().map(|arc| unit + arc.fit).collect(),
            pinned: Vec::with_capacity(problem.pins.len()),
            unit,
            counted: problem.pairs == Pairs::Maximum,
        };
        network.pin(problem)?;
        Ok(network)
    }

    pub(crate) fn row(&self, mentee: usize) -> std::ops::Range<usize> {
        self.row_start[mentee]..self.row_start[mentee + 1]
    }

    pub(crate) fn fit(&self, arc: usize) -> i64 {
        self.arc_worth[arc] - self.unit
    }

    /// Unpacks a price. It lies near 0 or near `unit`, so the nearer of the two is its count.
    pub(crate) fn price(&self, packed: i64) -> Price {
        if self.counted && packed > self.unit / 2 {
            Price { count: 1, fit: packed - self.unit }
        } else {
            Price { count: 0, fit: packed }
        }
    }

    /// Pinned pairs leave the problem: they use up capacity on both sides, and nobody may bid for them.
    fn pin(&mut self, problem: &Problem) -> Result<(), Error> {
        let mut pins = problem.pins.clone();
        pins.sort_unstable();
        for (index, &(mentee, mentor)) in pins.iter().enumerate() {
            check_people(problem, mentee, mentor)?;
            if index > 0 && pins[index - 1] == (mentee, mentor) {
                return Err(Error::DoubledPin { mentee, mentor });
            }
            let row = self.row(mentee as usize);
            let place = self.arc_mentor[row.clone()]
                .binary_search(&mentor)
                .map_err(|_| Error::UnknownPair { mentee, mentor })?;
            let (by_mentee, by_mentor) =
                (&mut self.mentees[mentee as usize], &mut self.mentors[mentor as usize]);
            *by_mentee = by_mentee.checked_sub(1).ok_or(Error::MenteeOverpinned { mentee })?;
            *by_mentor = by_mentor.checked_sub(1).ok_or(Error::MentorOverpinned { mentor })?;
            self.pinned.push(row.start + place);
        }
        Ok(())
    }
}

fn check_people(problem: &Problem, mentee: u32, mentor: u32) -> Result<(), Error> {
    if mentee as usize >= problem.mentees.len() {
        Err(Error::UnknownMentee { mentee })
    } else if mentor as usize >= problem.mentors.len() {
        Err(Error::UnknownMentor { mentor })
    } else {
        Ok(())
    }
}

fn row_starts(mentees: usize, arcs: &[Arc]) -> Vec<usize> {
    let mut starts = vec![0; mentees + 1];
    for arc in arcs {
        starts[arc.mentee as usize + 1] += 1;
    }
    for mentee in 0..mentees {
        starts[mentee + 1] += starts[mentee];
    }
    starts
}

/// The unit of the module's first page, or the arc whose fit leaves no room for one.
fn unit(problem: &Problem, arcs: &[Arc]) -> Result<i64, Error> {
    // Of several arcs equally far from zero, `max_by_key` would name the last; reversing names the first.
    let Some(extreme) = arcs.iter().rev().max_by_key(|arc| arc.fit.unsigned_abs()) else { return Ok(1) };
    let places = |people: &[crate::Person]| people.iter().map(|one| u128::from(one.capacity)).sum::<u128>();
    let pairs = places(&problem.mentors).min(places(&problem.mentees)).min(arcs.len() as u128);
    let people = problem.mentors.len().min(problem.mentees.len()) as u128;
    let fit = u128::from(extreme.fit.unsigned_abs());
    let in_a_price = 2 * people + 2;
    let unit = (2 * pairs + 2 * in_a_price + 1).checked_mul(fit).map(|sums| sums + 1);
    unit.and_then(|unit| i64::try_from(unit).ok())
        .filter(|&unit| unit <= i64::MAX / 8)
        .ok_or(Error::Overflow { mentee: extreme.mentee, mentor: extreme.mentor })
}
