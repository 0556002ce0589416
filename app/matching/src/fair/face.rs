//! The face: what the stages so far have left undecided.

use super::{HEAVIEST, counts};
use crate::{Arc, Arcs, Case, Level, Pairs, Person, Price, Prices, Problem};

pub(super) struct Face {
    mentees: Vec<Person>,
    mentors: Vec<Person>,
    /// Undecided arcs, and all that are fixed in the plan, by mentee and then by mentor.
    arcs: Vec<Arc>,
    /// In the plan for good: pins, and pairs on which some price decided. Sorted.
    fixed: Vec<(u32, u32)>,
    /// The highest level that is settled.
    done: Option<i64>,
    pairs: usize,
}

impl Face {
    /// The face of all plans with as many pairs as possible, and the prices in pairs.
    pub(super) fn new(problem: &Problem, case: &Case, pairs: &[(u32, u32)]) -> (Face, Prices) {
        let mut fixed = problem.pins.clone();
        fixed.sort_unstable();
        let mut face = Face {
            mentees: problem.mentees.clone(),
            mentors: problem.mentors.clone(),
            arcs: Vec::new(),
            fixed,
            done: None,
            pairs: pairs.len(),
        };
        let worst = pairs.iter().filter_map(|pair| problem.arcs.fit(pair.0, pair.1)).min();
        let count = |price: &Price| price.count;
        let prices = Prices {
            mentees: sparse(case.mentees.iter().map(count)),
            mentors: sparse(case.mentors.iter().map(count)),
        };
        let arcs = problem.arcs.iter().filter(|arc| Some(arc.fit) >= worst && counts(problem, arc));
        face.decide(arcs, pairs, &|arc| {
            1 - case.mentees[arc.mentee as usize].count - case.mentors[arc.mentor as usize].count
        });
        face.bind(&prices);
        (face, prices)
    }

    /// The pairs that the next stage may move.
    pub(super) fn movable(&self, pairs: &[(u32, u32)]) -> Vec<(u32, u32)> {
        pairs.iter().copied().filter(|pair| self.fixed.binary_search(pair).is_err()).collect()
    }

    /// The next levels, from the worst that is in use and not settled, with their weights; none where all is settled.
    pub(super) fn next_levels(&self, pairs: &[(u32, u32)]) -> Option<Vec<Level>> {
        let fit = |pair: &(u32, u32)| self.arcs.binary_search_by_key(pair, |arc| (arc.mentee, arc.mentor));
        let worst = (self.movable(pairs).iter())
            .filter_map(|pair| fit(pair).ok().map(|at| self.arcs[at].fit))
            .filter(|&fit| Some(fit) > self.done)
            .min()?;
        let open =
            |arc: &&Arc| arc.fit >= worst && self.fixed.binary_search(&(arc.mentee, arc.mentor)).is_err();
        let mut fits: Vec<i64> = self.arcs.iter().filter(open).map(|arc| arc.fit).collect();
        fits.sort_unstable();
        let runs = fits.chunk_by(|a, b| a == b).map(|run| (run[0], run.len().min(self.pairs) as i64));
        let mut chosen: Vec<(i64, i64)> = Vec::new();
        let mut heaviest = 1_i64;
        for (fit, most) in runs {
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
        let weight =
            |fit: i64| levels.binary_search_by_key(&fit, |level| level.fit).map_or(0, |at| levels[at].weight);
        let is_fixed = |arc: &Arc| self.fixed.binary_search(&(arc.mentee, arc.mentor)).is_ok();
        let low = levels.first().map_or(i64::MIN, |level| level.fit);
        let list: Vec<Arc> = (self.arcs.iter())
            .filter(|arc| arc.fit >= low || self.done.is_some_and(|done| arc.fit <= done) || is_fixed(arc))
            .map(|arc| Arc { fit: if is_fixed(arc) { 0 } else { -weight(arc.fit) }, ..*arc })
            .collect();
        Problem {
            mentees: self.mentees.clone(),
            mentors: self.mentors.clone(),
            arcs: Arcs::new(self.mentees.len(), self.mentors.len(), &list).unwrap_or_default(),
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
        let (low, high) = match levels {
            [first, .., last] => (first.fit, last.fit),
            [only] => (only.fit, only.fit),
            [] => return Prices::default(),
        };
        let weight =
            |fit: i64| levels.binary_search_by_key(&fit, |level| level.fit).map_or(0, |at| levels[at].weight);
        let (done, arcs) = (self.done, std::mem::take(&mut self.arcs));
        let fixed = self.fixed.clone();
        let is_fixed = |arc: &Arc| fixed.binary_search(&(arc.mentee, arc.mentor)).is_ok();
        let stays = |arc: &Arc| arc.fit >= low || done.is_some_and(|done| arc.fit <= done) || is_fixed(arc);
        let left = arcs.into_iter().filter(stays);
        self.decide(left, pairs, &|arc| -weight(arc.fit) - u[arc.mentee as usize] - v[arc.mentor as usize]);
        self.done = Some(high);
        let prices = Prices { mentees: sparse(u.into_iter()), mentors: sparse(v.into_iter()) };
        self.bind(&prices);
        prices
    }

    /// Keeps the arcs whose `excess` is 0; others are out of the plan for good, or in it.
    fn decide(
        &mut self,
        arcs: impl Iterator<Item = Arc>,
        pairs: &[(u32, u32)],
        excess: &dyn Fn(&Arc) -> i64,
    ) {
        let mut kept = Vec::new();
        let mut fixed = std::mem::take(&mut self.fixed);
        let before = fixed.len();
        for arc in arcs {
            let pair = (arc.mentee, arc.mentor);
            let was_fixed = fixed[..before].binary_search(&pair).is_ok();
            let excess = if was_fixed { 0 } else { excess(&arc) };
            if excess > 0 && pairs.binary_search(&pair).is_ok() {
                fixed.push(pair);
            }
            if excess >= 0 {
                kept.push(arc);
            }
        }
        fixed.sort_unstable();
        (self.arcs, self.fixed) = (kept, fixed);
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
