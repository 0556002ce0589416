//! All pairs of a large programme, a mentee at a time.
//!
//! [`Scorer::score`] compares two people and takes some hundred nanoseconds, which is minutes for thirty million pairs.
//! A row spares most of that work. Mentors with equal answers to a criterion form a **class**; a mentee is compared with
//! one of each class, and the rest is a look-up and an addition per mentor, in a plain loop. Where answers are lists,
//! hardly two mentors are equal; there each wanted thing keeps the mentors who **cover** it with how much, so that a
//! mentee walks only along those who have something for them. Nothing is allocated per pair, and the answer is the one
//! of `score` to the last unit (a law in the tests).
//!
//! With n mentees, m mentors, c criteria and d different wanted things, preparing takes O(d · m) and all rows
//! O(n · m · c) additions; memory is O(m · c) and the pairs in which something is covered.

use super::answers::Answers;
use super::reason::Rule;
use super::share::Share;
use super::skill::Known;
use super::tally::Tally;
use super::{Criterion, CriterionKind, Scorer, Side};
use std::collections::HashMap;
use std::hash::Hash;

/// Rows of fits, one after the other in one place. Made by [`Scorer::rows`].
pub struct Rows<'s> {
    scorer: &'s Scorer,
    columns: Vec<(Criterion, Column)>,
    /// The place of a mentor in the list, by person, for whoever is on both sides.
    places: HashMap<crate::PersonId, usize>,
    row: Vec<Result<i64, Rule>>,
    tallies: Vec<Tally>,
    /// The first rule that a pair breaks, by its place among the criteria from 1 on; 0 for none.
    broken: Vec<u8>,
    met: Vec<u32>,
    by_class: Vec<(Tally, bool)>,
}

/// The mentors' side of one criterion.
enum Column {
    /// A mentor's class, and a mentor of each class.
    Classes { of: Vec<u32>, first: Vec<usize> },
    /// How many things each mentor names, and the mentors who cover each wanted thing with the thousandths of it.
    Lists { named: Vec<u32>, cover: HashMap<Known, Vec<(u32, u32)>> },
}

impl Scorer {
    /// Prepares the fits of whole rows.
    pub fn rows(&self) -> Rows<'_> {
        let count = self.mentors.len();
        Rows {
            scorer: self,
            columns: self.criteria.iter().map(|one| (*one, self.column(one.kind))).collect(),
            places: self.mentors.iter().enumerate().map(|(at, mentor)| (mentor.person, at)).collect(),
            row: vec![Ok(0); count],
            tallies: vec![Tally::default(); count],
            broken: vec![0; count],
            met: vec![0; count],
            by_class: vec![],
        }
    }

    fn column(&self, kind: CriterionKind) -> Column {
        let all = || self.mentors.iter();
        match kind {
            CriterionKind::Goals | CriterionKind::Skills | CriterionKind::Interests => self.lists(kind),
            CriterionKind::Languages => classes(all().map(|one| &one.languages)),
            CriterionKind::OtherTeam => classes(all().map(|one| (one.standing.team, one.standing.manager))),
            CriterionKind::Style => classes(all().map(|one| one.style)),
            CriterionKind::Experience => classes(all().map(|one| one.experience)),
            CriterionKind::Availability => classes(all().map(|one| one.free)),
            CriterionKind::TimeZone => classes(all().map(|one| one.zone)),
            CriterionKind::Meeting => classes(all().map(|one| one.meeting)),
            // These are about the very person: everybody is a class of their own.
            CriterionKind::OwnManager | CriterionKind::Earlier | CriterionKind::Wish => {
                classes(0..self.mentors.len())
            }
        }
    }

    fn lists(&self, kind: CriterionKind) -> Column {
        let mut cover: HashMap<Known, Vec<(u32, u32)>> = HashMap::new();
        for want in self.mentees.iter().flat_map(|mentee| mentee.wants(kind)) {
            cover.entry(*want).or_insert_with(|| {
                let part = |(at, mentor): (usize, &Answers)| {
                    let part = want.best_cover(mentor.offers(kind)).part();
                    (part > 0).then_some((at as u32, part))
                };
                self.mentors.iter().enumerate().filter_map(part).collect()
            });
        }
        Column::Lists {
            named: self.mentors.iter().map(|mentor| mentor.offers(kind).len() as u32).collect(),
            cover,
        }
    }
}

/// Numbers equal keys alike.
fn classes<K: Eq + Hash>(keys: impl Iterator<Item = K>) -> Column {
    let (mut known, mut first) = (HashMap::new(), vec![]);
    let of = keys
        .enumerate()
        .map(|(at, key)| {
            *known.entry(key).or_insert_with(|| {
                first.push(at);
                first.len() as u32 - 1
            })
        })
        .collect();
    Column::Classes { of, first }
}

impl Answers {
    /// What a mentee names for a criterion of lists.
    fn wants(&self, kind: CriterionKind) -> &[Known] {
        match kind {
            CriterionKind::Skills => &self.wanted,
            CriterionKind::Goals => &self.goals,
            _ => &self.interests,
        }
    }

    /// What a mentor names for it.
    fn offers(&self, kind: CriterionKind) -> &[Known] {
        if kind == CriterionKind::Skills { &self.offered } else { self.wants(kind) }
    }
}

impl Rows<'_> {
    /// The fits of the mentee at this place with every mentor, in their order; the same as [`Scorer::score`] gives.
    pub fn of(&mut self, mentee: usize) -> &[Result<i64, Rule>] {
        let one = &self.scorer.mentees[mentee];
        self.tallies.fill(Tally::default());
        self.broken.fill(0);
        for (at, (criterion, column)) in self.columns.iter().enumerate() {
            let rule = if criterion.hard { at as u8 + 1 } else { 0 };
            match column {
                Column::Classes { of, first } => {
                    self.by_class.clear();
                    self.by_class.extend(first.iter().map(|mentor| {
                        let share = one.share(criterion.kind, &self.scorer.mentors[*mentor]);
                        (criterion.tally(share), criterion.is_broken_by(share))
                    }));
                    add_classes(&mut self.tallies, of, &self.by_class);
                    if self.by_class.iter().any(|class| class.1) {
                        break_rules(
                            &mut self.broken,
                            rule,
                            of.iter().map(|class| self.by_class[*class as usize].1),
                        );
                    }
                }
                Column::Lists { named, cover } => {
                    let wants = one.wants(criterion.kind);
                    self.met.fill(0);
                    for (mentor, part) in wants.iter().filter_map(|want| cover.get(want)).flatten() {
                        self.met[*mentor as usize] += part;
                    }
                    let shorter = criterion.kind == CriterionKind::Interests;
                    let share = |met: u32, named: u32| {
                        let of = if shorter { wants.len().min(named as usize) } else { wants.len() };
                        Share::absent(wants.is_empty(), named == 0)
                            .unwrap_or_else(|| Share::of_parts(met, of))
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
                    if criterion.hard && !wants.is_empty() {
                        let nothing = self
                            .met
                            .iter()
                            .zip(named)
                            .map(|(met, named)| share(*met, *named) == Share::Of(0));
                        break_rules(&mut self.broken, rule, nothing);
                    }
                }
            }
        }
        for ((row, tally), broken) in self.row.iter_mut().zip(&self.tallies).zip(&self.broken) {
            *row = match usize::from(*broken).checked_sub(1) {
                None => Ok(tally.fit()),
                Some(rule) => Err(Rule::Criterion(self.columns[rule].0.kind)),
            };
        }
        if let Some(at) = self.places.get(&one.person) {
            self.row[*at] = Err(Rule::Oneself);
        }
        &self.row
    }
}

fn add_classes(tallies: &mut [Tally], of: &[u32], by_class: &[(Tally, bool)]) {
    for (tally, class) in tallies.iter_mut().zip(of) {
        tally.add(by_class[*class as usize].0);
    }
}

/// Notes the rule for each pair that breaks it and none before it.
fn break_rules(broken: &mut [u8], rule: u8, breaks: impl Iterator<Item = bool>) {
    for (first, breaks) in broken.iter_mut().zip(breaks) {
        if breaks && *first == 0 {
            *first = rule;
        }
    }
}
