//! What the files say, once they are read: people by number, and what they may and want.

use super::Decimal;
use super::unsolved::name;
use matching::{Arc, Arcs, Pairs, Person, Problem, Quotas, Ranked, Rankings, Who};

/// A matching problem as its files state it. Ids are sorted by their bytes and stand for the people's numbers, so
/// that neither the order of rows nor spacing can be seen from here on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Instance {
    pub mentees: Vec<String>,
    pub mentors: Vec<String>,
    /// How many partners each may have, and must.
    pub mentee_places: Vec<Person>,
    pub mentor_places: Vec<Person>,
    /// The scores by mentee and mentor, in units of `10^-places`. None where no file of scores was given.
    pub scores: Option<Vec<Arc>>,
    /// Who lists whom, by mentee and mentor. Empty where nobody of that side lists anybody: then that side accepts
    /// everybody.
    pub mentee_wishes: Vec<Wish>,
    pub mentor_wishes: Vec<Wish>,
    /// Sorted.
    pub pins: Vec<(u32, u32)>,
    pub blocks: Vec<(u32, u32)>,
    /// The groups of mentees that the files name, sorted by their bytes, and what is asked of them: the group of each
    /// mentee, and the quotas by scope and group, their rewards in units of `10^-places`. Empty where nothing is.
    pub group_names: Vec<String>,
    pub quotas: Quotas,
    /// How many decimals a unit of the scores stands for, and of `unmatched`.
    pub places: u32,
    /// What an unused place of a mentee counts, in the same units.
    pub unmatched: i64,
}

/// One line of somebody's list: the lower rank is preferred.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wish {
    pub mentee: u32,
    pub mentor: u32,
    pub rank: i64,
}

impl Instance {
    /// The problem of the highest total or of the fairest plan.
    ///
    /// # Errors
    /// Those of [`Arcs::new`].
    pub fn problem(&self, pairs: Pairs) -> Result<Problem, matching::Error> {
        let arcs: Vec<Arc> = self.allowed().map(|(arc, _, _)| arc).collect();
        Ok(Problem {
            arcs: Arcs::new(self.mentees.len(), self.mentors.len(), &arcs)?,
            mentees: self.mentee_places.iter().map(plain).collect(),
            mentors: self.mentor_places.iter().map(plain).collect(),
            pins: self.pins.clone(),
            pairs,
        })
    }

    /// The problem of stable plans. A side without lists ranks by score, and without scores finds all equal.
    pub fn rankings(&self) -> Rankings {
        let by_score = |fit: i64| if self.scores.is_some() { !fit } else { 0 };
        let ranked = |(arc, mentee, mentor): (Arc, Option<i64>, Option<i64>)| Ranked {
            mentee: arc.mentee,
            mentor: arc.mentor,
            mentee_rank: mentee.unwrap_or(by_score(arc.fit)),
            mentor_rank: mentor.unwrap_or(by_score(arc.fit)),
            fit: arc.fit,
        };
        Rankings {
            mentees: self.mentee_places.iter().map(|places| places.capacity).collect(),
            mentors: self.mentor_places.iter().map(|places| places.capacity).collect(),
            arcs: self.allowed().map(ranked).collect(),
            pins: self.pins.clone(),
        }
    }

    /// The sum of the scores of these pairs, if it can be computed with.
    pub fn total(&self, pairs: &[(u32, u32)]) -> Option<i64> {
        let scores = self.scores.as_ref()?;
        pairs.iter().try_fold(0_i64, |total, pair| {
            let at = scores.binary_search_by_key(pair, |arc| (arc.mentee, arc.mentor)).ok()?;
            total.checked_add(scores[at].fit)
        })
    }

    /// Of a pair by number, the two ids.
    pub fn ids(&self, (mentee, mentor): (u32, u32)) -> (String, String) {
        (name(&self.mentees, mentee), name(&self.mentors, mentor))
    }

    /// Whether somebody may have nobody in place of the minimum.
    pub(super) fn may_close(&self, who: Who) -> bool {
        let person = match who {
            Who::Mentee(number) => self.mentee_places.get(number as usize),
            Who::Mentor(number) => self.mentor_places.get(number as usize),
        };
        person.is_some_and(|person| person.may_close && person.minimum > 0)
    }

    /// Somebody's id.
    pub fn id(&self, who: Who) -> String {
        match who {
            Who::Mentee(number) => name(&self.mentees, number),
            Who::Mentor(number) => name(&self.mentors, number),
        }
    }

    /// The score of a pair that has one.
    pub fn score(&self, mentee: u32, mentor: u32) -> Option<Decimal> {
        let scores = self.scores.as_ref()?;
        let at = scores.binary_search_by_key(&(mentee, mentor), |arc| (arc.mentee, arc.mentor)).ok()?;
        Some(Decimal::new(scores[at].fit, self.places))
    }

    /// Whether the pair has a score, where there are scores, and each lists the other, where their sides have lists.
    pub(super) fn lists(&self, pair: (u32, u32)) -> bool {
        let in_list = |wishes: &[Wish]| {
            let found = wishes.binary_search_by_key(&pair, |wish| (wish.mentee, wish.mentor));
            wishes.is_empty() || found.is_ok()
        };
        let scored = self.scores.is_none() || self.score(pair.0, pair.1).is_some();
        let anybody =
            self.scores.is_some() || !self.mentee_wishes.is_empty() || !self.mentor_wishes.is_empty();
        anybody && scored && in_list(&self.mentee_wishes) && in_list(&self.mentor_wishes)
    }

    /// The allowed pairs by mentee and mentor, with the ranks that the two give each other, if they do.
    fn allowed(&self) -> impl Iterator<Item = (Arc, Option<i64>, Option<i64>)> {
        let unscored = |wish: &Wish| Arc { mentee: wish.mentee, mentor: wish.mentor, fit: 0 };
        // Without scores the pairs come from the lists of either side; the other side's lists are consulted below.
        let wishes = if self.mentee_wishes.is_empty() { &self.mentor_wishes } else { &self.mentee_wishes };
        let listed = wishes.iter().filter(|_| self.scores.is_none()).map(unscored);
        let pairs = self.scores.iter().flatten().copied().chain(listed);
        // Everything is sorted alike, so each list is walked along once.
        let mut mentee_wishes = self.mentee_wishes.as_slice();
        let mut mentor_wishes = self.mentor_wishes.as_slice();
        let mut blocks = self.blocks.as_slice();
        pairs.filter_map(move |arc| {
            let pair = (arc.mentee, arc.mentor);
            if walk(&mut blocks, pair, |block| *block).is_some() {
                return None;
            }
            let mentee = walk(&mut mentee_wishes, pair, |wish| (wish.mentee, wish.mentor));
            let mentor = walk(&mut mentor_wishes, pair, |wish| (wish.mentee, wish.mentor));
            let refused = (mentee.is_none() && !self.mentee_wishes.is_empty())
                || (mentor.is_none() && !self.mentor_wishes.is_empty());
            (!refused).then_some((arc, mentee.map(|wish| wish.rank), mentor.map(|wish| wish.rank)))
        })
    }
}

/// At least one or nobody is no minimum at all.
fn plain(person: &Person) -> Person {
    match person {
        Person { may_close: true, minimum: 0 | 1, capacity } => Person::new(*capacity),
        person => *person,
    }
}

/// Walks along a sorted list to `pair`: what stands there, if anything does.
fn walk<'l, T>(list: &mut &'l [T], pair: (u32, u32), key: impl Fn(&T) -> (u32, u32)) -> Option<&'l T> {
    while let Some((first, rest)) = list.split_first()
        && key(first) < pair
    {
        *list = rest;
    }
    list.first().filter(|first| key(first) == pair)
}
