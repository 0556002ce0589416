//! One criterion as [`super::Rows`] compares it: the mentors in classes, or by what they cover.

use super::answers::Answers;
use super::skill::Known;
use super::{CriterionKind, Scorer, Side};
use std::collections::HashMap;
use std::hash::Hash;

/// The mentors' side of one criterion.
pub(super) enum Column {
    /// A mentor's class, the mentors of each class, and for each mentee the mentors who are compared one by one.
    Classes { of: Vec<u32>, members: Vec<Vec<u32>>, tied: Vec<Vec<u32>> },
    /// How many things each mentor names, and the mentors who cover each wanted thing with the thousandths of it.
    Lists { named: Vec<u32>, cover: HashMap<Known, Vec<(u32, u32)>> },
}

impl Scorer {
    /// Prepares the criterion of this kind.
    pub(super) fn column(&self, kind: CriterionKind) -> Column {
        let all = || self.mentors.iter();
        match kind {
            CriterionKind::Goals | CriterionKind::Skills | CriterionKind::Interests => self.lists(kind),
            CriterionKind::Languages => classes(all().map(|one| &one.languages)),
            CriterionKind::Style => classes(all().map(|one| one.style)),
            CriterionKind::Experience => classes(all().map(|one| one.experience)),
            CriterionKind::Availability => classes(all().map(|one| one.free)),
            CriterionKind::TimeZone => classes(all().map(|one| one.zone)),
            CriterionKind::Meeting => classes(all().map(|one| one.meeting)),
            CriterionKind::Background => classes(all().map(|one| &one.background)),
            // Here a class is one of strangers, and says only whose answer is missing.
            CriterionKind::OtherTeam => self.tied(kind, classes(all().map(|one| one.standing.team == 0))),
            CriterionKind::OwnManager => self.tied(kind, classes(all().map(|one| one.standing.manager == 0))),
            CriterionKind::Earlier => self.tied(kind, classes(all().map(|_| ()))),
            CriterionKind::Wish => self.tied(kind, classes(all().map(|one| one.wishes.is_empty()))),
        }
    }

    /// The places of the mentors to whom this kind matters more than usual.
    pub(super) fn who_minds(&self, kind: CriterionKind) -> Vec<u32> {
        let all = self.mentors.iter().enumerate();
        all.filter(|(_, mentor)| mentor.minds(kind)).map(|(at, _)| at as u32).collect()
    }

    /// The classes, with the mentors apart who have a tie of this kind with a mentee.
    fn tied(&self, kind: CriterionKind, mut column: Column) -> Column {
        let mut by_tie: HashMap<Tie, Vec<u32>> = HashMap::new();
        for (at, mentor) in self.mentors.iter().enumerate() {
            mentor.ties(kind, Side::Mentor, |tie| by_tie.entry(tie).or_default().push(at as u32));
        }
        if let Column::Classes { tied, .. } = &mut column {
            *tied = Vec::with_capacity(self.mentees.len());
            for mentee in &self.mentees {
                let mut mentors = vec![];
                mentee.ties(kind, Side::Mentee, |tie| mentors.extend(by_tie.get(&tie).into_iter().flatten()));
                mentors.sort_unstable();
                mentors.dedup();
                tied.push(mentors);
            }
        }
        column
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

/// Puts equal keys into one class.
fn classes<K: Eq + Hash>(keys: impl Iterator<Item = K>) -> Column {
    let (mut known, mut members) = (HashMap::new(), Vec::<Vec<u32>>::new());
    let mut of = vec![];
    for (at, key) in keys.enumerate() {
        let class = *known.entry(key).or_insert(members.len());
        if class == members.len() {
            members.push(vec![]);
        }
        members[class].push(at as u32);
        of.push(class as u32);
    }
    Column::Classes { of, members, tied: vec![] }
}

/// What ties a mentee to a mentor: they have a tie where both name the same.
type Tie = (u8, u128);

impl Answers {
    /// What a mentee names for a criterion of lists.
    pub(super) fn wants(&self, kind: CriterionKind) -> &[Known] {
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

    /// All that may tie this person to somebody on the other side.
    fn ties(&self, kind: CriterionKind, side: Side, mut tie: impl FnMut(Tie)) {
        // A tie says who is meant by whom: a mentor, or a mentee.
        let (me, other) = if side == Side::Mentor { (0, 1) } else { (1, 0) };
        let is = &self.standing;
        let mut number = |tag, number| {
            if number != 0 {
                tie((tag, u128::from(number)))
            }
        };
        match kind {
            CriterionKind::OtherTeam => {
                number(0, is.team);
                number(1, is.manager);
            }
            CriterionKind::OwnManager => {
                number(me, is.own);
                number(other, is.manager);
                number(other, is.above);
            }
            _ => {
                let named = if kind == CriterionKind::Wish { &self.wishes } else { &self.earlier };
                tie((me, self.person.0.as_u128()));
                named.iter().for_each(|person| tie((other, person.0.as_u128())));
            }
        }
    }
}
