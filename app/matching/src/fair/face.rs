//! The face: what the stages so far have left undecided.

use super::{HEAVIEST, counts};
use crate::{Arc, Arcs, Case, Level, Pairs, Person, Price, Prices, Problem};
use std::collections::BTreeMap;

/// More levels than this are never solved at once: each at least doubles the weights.
const MOST_LEVELS: usize = 32;

pub(super) struct Face<'a> {
    problem: &'a Problem,
    mentees: Vec<Person>,
    mentors: Vec<Person>,
    /// The mentors of undecided arcs, and of all that are fixed in the plan, rising, the mentees' rows one after the
    /// other: four bytes an arc, as there may be millions.
    open: Vec<u32>,
    /// The row of mentee `i` is `starts[i]..starts[i + 1]`.
    starts: Vec<usize>,
    /// In the plan for good: pins, and pairs on which some price decided. Sorted.
    fixed: Vec<(u32, u32)>,
    /// The highest level that is settled.
    done: Option<i64>,
    pairs: usize,
}

impl<'a> Face<'a> {
    /// The face of all plans with as many pairs as possible, and the prices in pairs.
    pub(super) fn new(problem: &'a Problem, case: &Case, pairs: &[(u32, u32)]) -> (Face<'a>, Prices) {
        let mut fixed = problem.pins.clone();
        fixed.sort_unstable();
        let worst = pairs.iter().filter_map(|pair| problem.arcs.fit(pair.0, pair.1)).min();
        let may_be = |arc: &Arc| Some(arc.fit) >= worst && counts(problem, arc);
        let mut open = Vec::with_capacity(problem.arcs.iter().filter(may_be).count());
        let mut starts = vec![0];
        for mentee in 0..problem.mentees.len() as u32 {
            open.extend(problem.arcs.row(mentee).filter(may_be).map(|arc| arc.mentor));
            starts.push(open.len());
        }
        let mut face = Face {
            problem,
            mentees: problem.mentees.clone(),
            mentors: problem.mentors.clone(),
            open,
            starts,
            fixed,
            done: None,
            pairs: pairs.len(),
        };
        let count = |price: &Price| price.count;
        let prices = Prices {
            mentees: sparse(case.mentees.iter().map(count)),
            mentors: sparse(case.mentors.iter().map(count)),
        };
        let one =
            |arc: &Arc| 1 - case.mentees[arc.mentee as usize].count - case.mentors[arc.mentor as usize].count;
        face.decide(pairs, &|arc, _| Some(one(arc)));
        face.bind(&prices);
        (face, prices)
    }

    /// The pairs that the next stage may move.
    pub(super) fn movable(&self, pairs: &[(u32, u32)]) -> Vec<(u32, u32)> {
        pairs.iter().copied().filter(|pair| self.fixed.binary_search(pair).is_err()).collect()
    }

    /// The next levels, from the worst that is in use and not settled, with their weights; none where all is settled.
    pub(super) fn next_levels(&self, pairs: &[(u32, u32)]) -> Option<Vec<Level>> {
        let worst = (self.movable(pairs).iter())
            .filter_map(|pair| self.problem.arcs.fit(pair.0, pair.1))
            .filter(|&fit| Some(fit) > self.done)
            .min()?;
        // The lowest levels and how many arcs each has. One that had to go cannot come back: there are enough lower.
        let mut lowest: BTreeMap<i64, usize> = BTreeMap::new();
        for arc in self.arcs().filter(|arc| arc.fit >= worst && !self.is_fixed(arc)) {
            if let Some(count) = lowest.get_mut(&arc.fit) {
                *count += 1;
            } else if lowest.len() < MOST_LEVELS
                || lowest.last_key_value().is_some_and(|(last, _)| arc.fit < *last)
            {
                lowest.insert(arc.fit, 1);
                if lowest.len() > MOST_LEVELS {
                    lowest.pop_last();
                }
            }
        }
        let mut chosen: Vec<(i64, i64)> = Vec::new();
        let mut heaviest = 1_i64;
        for (fit, count) in lowest {
            let most = count.min(self.pairs) as i64;
            if !chosen.is_empty() && heaviest.saturating_mul(most + 1) > HEAVIEST {
                break;
            }
            heaviest = if chosen.is_empty() { 1 } else { heaviest * (most + 1) };
            chosen.push((fit, most));
        }
        let mut levels = Vec::with_capacity(chosen.len());
        let mut above = 0;
        for (fit, most) in chosen.into_iter().rev() {
            let weight = above + 1;
            levels.push(Level { fit, weight });
            above += weight * most;
        }
        levels.reverse();
        Some(levels)
    }

    /// The problem of a stage: the fewest pairs at these levels within the face.
    pub(super) fn problem(&self, levels: &[Level]) -> Problem {
        let low = levels.first().map_or(i64::MIN, |level| level.fit);
        let arcs = || self.arcs().filter(|arc| self.stays(arc, low));
        let stage = arcs().map(|arc| {
            let fit = if self.is_fixed(&arc) { 0 } else { -weight(levels, arc.fit) };
            Arc { fit, ..arc }
        });
        Problem {
            mentees: self.mentees.clone(),
            mentors: self.mentors.clone(),
            arcs: Arcs::narrow(self.mentees.len(), self.mentors.len(), arcs().count(), stage),
            pins: self.fixed.clone(),
            pairs: Pairs::Free { unmatched: 0 },
        }
    }

    /// Leaves what the stage's prices do not decide.
    pub(super) fn narrow(&mut self, levels: &[Level], case: &Case, pairs: &[(u32, u32)]) -> Prices {
        let most = case.mentees.iter().chain(&case.mentors).map(|price| price.fit.abs()).max().unwrap_or(0);
        // Who can have nobody beyond those fixed pays more than anything is worth.
        let fit = |price: &Price| if price.count > 0 { most + HEAVIEST } else { price.fit };
        let (u, v): (Vec<i64>, Vec<i64>) =
            (case.mentees.iter().map(fit).collect(), case.mentors.iter().map(fit).collect());
        let Some((low, high)) = levels.first().zip(levels.last()).map(|(low, high)| (low.fit, high.fit))
        else {
            return Prices::default();
        };
        self.decide(pairs, &|arc, face| {
            let excess = -weight(levels, arc.fit) - u[arc.mentee as usize] - v[arc.mentor as usize];
            face.stays(arc, low).then_some(excess)
        });
        self.done = Some(high);
        let prices = Prices { mentees: sparse(u.into_iter()), mentors: sparse(v.into_iter()) };
        self.bind(&prices);
        prices
    }

    fn arcs(&self) -> impl Iterator<Item = Arc> {
        (0..self.mentees.len()).flat_map(move |mentee| {
            self.open[self.starts[mentee]..self.starts[mentee + 1]]
                .iter()
                .map(move |&mentor| self.arc(mentee as u32, mentor))
        })
    }

    fn arc(&self, mentee: u32, mentor: u32) -> Arc {
        Arc { mentee, mentor, fit: self.problem.arcs.fit(mentee, mentor).unwrap_or(0) }
    }

    fn is_fixed(&self, arc: &Arc) -> bool {
        self.fixed.binary_search(&(arc.mentee, arc.mentor)).is_ok()
    }

    /// Whether an arc is still possible where the lowest open level is `low`.
    fn stays(&self, arc: &Arc, low: i64) -> bool {
        arc.fit >= low || self.done.is_some_and(|done| arc.fit <= done) || self.is_fixed(arc)
    }

    /// Keeps the arcs whose excess is 0; others are out of the plan for good, or in it. An arc without one is out.
    fn decide(&mut self, pairs: &[(u32, u32)], excess: &dyn Fn(&Arc, &Face) -> Option<i64>) {
        let mut fixed = Vec::new();
        let (mut to, mut from) = (0, 0);
        for mentee in 0..self.mentees.len() {
            for at in from..self.starts[mentee + 1] {
                let arc = self.arc(mentee as u32, self.open[at]);
                let pair = (arc.mentee, arc.mentor);
                let Some(mut excess) = excess(&arc, self) else { continue };
                if self.is_fixed(&arc) {
                    excess = 0;
                } else if excess > 0 && pairs.binary_search(&pair).is_ok() {
                    fixed.push(pair);
                }
                if excess >= 0 {
                    self.open[to] = arc.mentor;
                    to += 1;
                }
            }
            from = std::mem::replace(&mut self.starts[mentee + 1], to);
        }
        self.open.truncate(to);
        self.fixed.append(&mut fixed);
        self.fixed.sort_unstable();
    }

    /// Whoever has a price stays at capacity or at the minimum.
    fn bind(&mut self, prices: &Prices) {
        let fixed = self.fixed.iter();
        let mut by_mentee = vec![0; self.mentees.len()];
        let mut by_mentor = vec![0; self.mentors.len()];
        for &(mentee, mentor) in fixed {
            by_mentee[mentee as usize] += 1;
            by_mentor[mentor as usize] += 1;
        }
        bind(&mut self.mentees, &prices.mentees, &by_mentee);
        bind(&mut self.mentors, &prices.mentors, &by_mentor);
    }
}

fn weight(levels: &[Level], fit: i64) -> i64 {
    levels.binary_search_by_key(&fit, |level| level.fit).map_or(0, |at| levels[at].weight)
}

fn bind(people: &mut [Person], prices: &[(u32, i64)], fixed: &[u32]) {
    for &(at, price) in prices {
        let person = &mut people[at as usize];
        if price > 0 {
            person.minimum = person.capacity;
        } else {
            person.capacity = person.minimum.max(fixed[at as usize]);
        }
    }
}

fn sparse(prices: impl Iterator<Item = i64>) -> Vec<(u32, i64)> {
    (0..).zip(prices).filter(|(_, price)| *price != 0).collect()
}
