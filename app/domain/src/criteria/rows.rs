//! All pairs of a large programme, a mentee at a time.
//!
//! [`Scorer::score`] compares two people with each other, which for thirty million pairs adds up. A row spares most of
//! that work.
//!
//! - Mentors with equal answers to a criterion form a **class**. A mentee is compared with one of each class, and the
//!   rest is a look-up and an addition per mentor, in a plain loop.
//! - Where it matters who somebody is (their manager, their team, people they have named), nearly everybody is a
//!   stranger, and strangers are one class; those who have a **tie** with the mentee are compared one by one.
//! - Where answers are lists, hardly two mentors are equal. There each wanted thing keeps the mentors who **cover** it
//!   and with how much, so that a mentee walks only along those who have something for them.
//! - What **matters** to a mentee more than usual has another weight in the whole row. The few mentors to whom it does
//!   are put right one by one.
//!
//! Nothing is allocated per pair, and a row says what `score` says, to the last unit (a law in the tests). With n
//! mentees, m mentors, c criteria and d different wanted things, preparing takes O(d · m) and all rows O(n · m · c)
//! additions; memory is O(m · c), the ties, and the pairs of a wanted thing and a mentor who covers it.

use super::column::Column;
use super::reason::Rule;
use super::share::Share;
use super::tally::Tally;
use super::{Criterion, CriterionKind, Scorer, Side};
use crate::PersonId;
use std::collections::HashMap;

/// Rows of fits, one after the other in one place. Made by [`Scorer::rows`].
pub struct Rows<'s> {
    scorer: &'s Scorer,
    /// Each criterion, and the mentors to whom it matters more than usual.
    columns: Vec<(Criterion, Column, Vec<u32>)>,
    /// The places of a mentor in the list, by person, for whoever is on both sides.
    places: HashMap<PersonId, Vec<usize>>,
    /// The places of the mentors who would rather be apart from somebody, by who that is.
    apart: HashMap<PersonId, Vec<usize>>,
    row: Vec<Result<i64, Rule>>,
    sums: Sums,
}

/// What has been added up for the row at hand, and room to work in.
struct Sums {
    tallies: Vec<Tally>,
    /// The first rule that each pair breaks, by its place among the criteria from 1 on; 0 for none.
    broken: Vec<u8>,
    met: Vec<u32>,
    shares: Vec<Share>,
    adds: Vec<Tally>,
    /// Whether each pair has nothing of a criterion that is a hard rule.
    nothing: Vec<bool>,
}

impl Scorer {
    /// Prepares the fits of whole rows.
    pub fn rows(&self) -> Rows<'_> {
        let count = self.mentors.len();
        let mut places: HashMap<PersonId, Vec<usize>> = HashMap::new();
        let mut apart: HashMap<PersonId, Vec<usize>> = HashMap::new();
        for (at, mentor) in self.mentors.iter().enumerate() {
            places.entry(mentor.person).or_default().push(at);
            mentor.apart.iter().for_each(|person| apart.entry(*person).or_default().push(at));
        }
        Rows {
            scorer: self,
            columns: self
                .criteria
                .iter()
                .map(|one| (*one, self.column(one.kind), self.who_minds(one.kind)))
                .collect(),
            places,
            apart,
            row: vec![Ok(0); count],
            sums: Sums {
                tallies: vec![Tally::default(); count],
                broken: vec![0; count],
                met: vec![0; count],
                shares: vec![],
                adds: vec![],
                nothing: vec![false; count],
            },
        }
    }
}

impl Rows<'_> {
    /// The fits of the mentee at this place with every mentor, in their order; the same as [`Scorer::score`] gives.
    pub fn of(&mut self, mentee: usize) -> &[Result<i64, Rule>] {
        let one = &self.scorer.mentees[mentee];
        self.sums.tallies.fill(Tally::default());
        self.sums.broken.fill(0);
        for (at, (criterion, column, mind)) in self.columns.iter().enumerate() {
            // What matters to the mentee counts double with everybody, and no more with whom it matters to as well.
            let minds = one.minds(criterion.kind);
            let (criterion, mind) =
                if minds { (criterion.doubled(), &[][..]) } else { (*criterion, &mind[..]) };
            let breaks = match column {
                Column::Classes { of, members, tied } => {
                    let tied = tied.get(mentee).map_or(&[][..], Vec::as_slice);
                    let share =
                        |mentor: u32| one.share(criterion.kind, &self.scorer.mentors[mentor as usize]);
                    self.sums.add_classes(&criterion, of, members, tied, mind, share)
                }
                Column::Lists { named, cover } => {
                    let wants = one.wants(criterion.kind);
                    let cover = wants.iter().filter_map(|want| cover.get(want)).flatten();
                    self.sums.add_lists(&criterion, wants.len(), named, mind, cover)
                }
            };
            if breaks {
                self.sums.note(at);
            }
        }
        for ((row, tally), broken) in self.row.iter_mut().zip(&self.sums.tallies).zip(&self.sums.broken) {
            *row = match usize::from(*broken).checked_sub(1) {
                None => Ok(tally.fit()),
                Some(rule) => Err(Rule::Criterion(self.columns[rule].0.kind)),
            };
        }
        let theirs = one.apart.iter().filter_map(|person| self.places.get(person));
        for at in theirs.chain(self.apart.get(&one.person)).flatten() {
            self.row[*at] = self.row[*at].and(Err(Rule::Apart));
        }
        for at in self.places.get(&one.person).into_iter().flatten() {
            self.row[*at] = Err(Rule::Oneself);
        }
        &self.row
    }
}

impl Sums {
    /// Adds a criterion by classes, and those who are tied one by one; double for those who mind. Whether a pair may break
    /// it as a hard rule; then `nothing` says which.
    fn add_classes(
        &mut self,
        criterion: &Criterion,
        of: &[u32],
        members: &[Vec<u32>],
        tied: &[u32],
        mind: &[u32],
        share: impl Fn(u32) -> Share,
    ) -> bool {
        // Where all of a class are tied, nobody asks for its share.
        let stranger = |class: &Vec<u32>| {
            let free = class.iter().find(|mentor| tied.binary_search(mentor).is_err());
            free.or(class.first()).copied()
        };
        self.shares.clear();
        self.shares.extend(members.iter().filter_map(stranger).map(&share));
        self.adds.clear();
        self.adds.extend(self.shares.iter().map(|share| criterion.tally(*share)));
        for (tally, class) in self.tallies.iter_mut().zip(of) {
            tally.add(self.adds[*class as usize]);
        }
        for mentor in tied {
            let at = *mentor as usize;
            self.tallies[at].replace(self.adds[of[at] as usize], criterion.tally(share(*mentor)));
        }
        for mentor in mind {
            self.double(criterion, *mentor, share(*mentor));
        }
        let breaks = criterion.hard && (!tied.is_empty() || self.shares.contains(&Share::Of(0)));
        if breaks {
            for (nothing, class) in self.nothing.iter_mut().zip(of) {
                *nothing = self.shares[*class as usize] == Share::Of(0);
            }
            for mentor in tied {
                self.nothing[*mentor as usize] = share(*mentor) == Share::Of(0);
            }
        }
        breaks
    }

    /// Adds a criterion by lists, of which the mentee names `wants` things. Says the same as the other.
    fn add_lists<'c>(
        &mut self,
        criterion: &Criterion,
        wants: usize,
        named: &[u32],
        mind: &[u32],
        cover: impl Iterator<Item = &'c (u32, u32)>,
    ) -> bool {
        self.met.fill(0);
        for (mentor, part) in cover {
            self.met[*mentor as usize] += part;
        }
        let shorter = criterion.kind == CriterionKind::Interests;
        let share = |met: u32, named: u32| {
            let of = if shorter { wants.min(named as usize) } else { wants };
            Share::absent(wants == 0, named == 0).unwrap_or_else(|| Share::of_parts(met, of))
        };
        let none = criterion.tally(share(0, 1));
        let unsaid = criterion.tally(Share::Missing(Side::Mentor));
        for ((tally, met), named) in self.tallies.iter_mut().zip(&self.met).zip(named) {
            tally.add(match (*met, *named) {
                (_, 0) => unsaid,
                (0, _) => none,
                (met, named) => criterion.tally(share(met, named)),
            });
        }
        for mentor in mind {
            let at = *mentor as usize;
            self.double(criterion, *mentor, share(self.met[at], named[at]));
        }
        if criterion.hard {
            for ((nothing, met), named) in self.nothing.iter_mut().zip(&self.met).zip(named) {
                *nothing = share(*met, *named) == Share::Of(0);
            }
        }
        criterion.hard
    }

    /// Makes what a criterion has added for this mentor count double.
    fn double(&mut self, criterion: &Criterion, mentor: u32, share: Share) {
        self.tallies[mentor as usize].replace(criterion.tally(share), criterion.doubled().tally(share));
    }

    /// Notes the rule at this place for each pair that has nothing of it and breaks none before it.
    fn note(&mut self, rule: usize) {
        for (first, nothing) in self.broken.iter_mut().zip(&self.nothing) {
            if *nothing && *first == 0 {
                *first = rule as u8 + 1;
            }
        }
    }
}
