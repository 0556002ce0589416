//! The pairs worth looking at, where there are too many to look at all.

use super::Scorer;
use crate::PersonId;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// The best pairs of everybody, and what leaving the others out can cost. Made by [`Scorer::best`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidates {
    /// For each mentee the mentors that are left, by their place, with the fit.
    pub pairs: Vec<Vec<(usize, i64)>>,
    /// For each mentee a fit that no pair left out exceeds; nothing where none was left out.
    pub left_out: Vec<Option<i64>>,
}

impl Scorer {
    /// Keeps a pair where the mentor is among the best `each` of the mentee, or the mentee among the best `each` of the
    /// mentor, so that nobody is left without their best choices. Forbidden pairs are not there. Of equal fits, the
    /// person with the smaller id comes first, whatever the order of the lists.
    ///
    /// With n mentees and m mentors it takes the time of all rows, and O(m · each + the pairs kept) of memory: the
    /// table of all pairs is never there at once.
    pub fn best(&self, each: usize) -> Candidates {
        let ranks = |people: &mut dyn Iterator<Item = PersonId>| {
            let people: Vec<PersonId> = people.collect();
            let mut order: Vec<usize> = (0..people.len()).collect();
            order.sort_by_key(|at| people[*at]);
            let mut ranks = vec![0; people.len()];
            for (rank, at) in order.into_iter().enumerate() {
                ranks[at] = rank as u32;
            }
            ranks
        };
        let mentees = ranks(&mut self.mentees.iter().map(|one| one.person));
        let mentors = ranks(&mut self.mentors.iter().map(|one| one.person));
        // For each mentor the best mentees so far, the worst of them on top.
        let mut chosen: Vec<BinaryHeap<Reverse<(Choice, u32)>>> = vec![BinaryHeap::new(); self.mentors.len()];
        let mut candidates = Candidates { pairs: vec![], left_out: vec![] };
        let (mut rows, mut row) = (self.rows(), vec![]);
        for (mentee, rank) in mentees.iter().enumerate() {
            row.clear();
            for (mentor, fit) in rows.of(mentee).iter().enumerate() {
                let Ok(fit) = *fit else { continue };
                row.push((choice(fit, mentors[mentor]), mentor as u32));
                let (best, mine) = (&mut chosen[mentor], (choice(fit, *rank), mentee as u32));
                if best.len() < each {
                    best.push(Reverse(mine));
                } else if let Some(mut worst) = best.peek_mut()
                    && worst.0 < mine
                {
                    *worst = Reverse(mine);
                }
            }
            candidates.left_out.push(cut(&mut row, each));
            candidates
                .pairs
                .push(row.iter().map(|(choice, mentor)| (*mentor as usize, fit_of(*choice))).collect());
        }
        for (mentor, best) in chosen.into_iter().enumerate() {
            for Reverse((choice, mentee)) in best {
                candidates.pairs[mentee as usize].push((mentor, fit_of(choice)));
            }
        }
        for pairs in &mut candidates.pairs {
            pairs.sort_unstable();
            pairs.dedup();
        }
        candidates
    }
}

impl Candidates {
    /// How much the highest total over all pairs can exceed `dual`, the value of a solution of the dual among the pairs
    /// that are left, in which the price of mentee a is `prices[a]` and every price of a mentor's place is at least 0.
    /// Each mentee takes one mentor here; nothing is lost where no mentee's price is below what was left out.
    ///
    /// That it is a bound: raise the price of each mentee a to at least `left_out[a]`. Then prices cover the fit of every
    /// pair, left out or not, since those of mentors are not negative; so by weak duality no plan over all pairs is worth
    /// more than the dual's new value, and that has risen by this sum. Where as many pairs as possible come before fit,
    /// both prices and `left_out` stand with the worth of a pair added to them. To know exactly, an engine prices the
    /// pairs that were left out with [`Scorer::rows`] and adds those that a price does not cover.
    pub fn loss(&self, prices: &[i64]) -> i64 {
        let left = self.left_out.iter().zip(prices);
        left.filter_map(|(left, price)| Some(left.as_ref()?.saturating_sub(*price).max(0))).sum()
    }
}

/// A fit and a rank in one number: the higher is the better choice. Fits are from 0 to a million.
type Choice = u64;

fn choice(fit: i64, rank: u32) -> Choice {
    ((fit as u64) << 32) | u64::from(u32::MAX - rank)
}

fn fit_of(choice: Choice) -> i64 {
    (choice >> 32) as i64
}

/// Leaves the best `each` in the row, in no order, and gives the fit of the best that went.
fn cut(row: &mut Vec<(Choice, u32)>, each: usize) -> Option<i64> {
    if row.len() <= each {
        return None;
    }
    let (_, next, _) = row.select_nth_unstable_by_key(each, |(choice, _)| Reverse(*choice));
    let left = fit_of(next.0);
    row.truncate(each);
    Some(left)
}

#[cfg(test)]
mod tests {
    use super::super::laws::some_programme;
    use super::*;
    use proptest::prelude::*;

    /// The best `each` of a list of people with fits.
    fn top(mut list: Vec<(i64, PersonId, usize)>, each: usize) -> Vec<usize> {
        list.sort_by_key(|(fit, id, _)| (Reverse(*fit), *id));
        list.into_iter().take(each).map(|(_, _, at)| at).collect()
    }

    /// The highest total of a plan in which each mentee has one mentor at most, and each mentor one mentee.
    fn best_total(scorer: &Scorer, mentee: usize, taken: u32) -> i64 {
        if mentee == scorer.mentees.len() {
            return 0;
        }
        let with = |mentor: usize| {
            let fit = scorer.score(mentee, mentor).ok().filter(|_| taken & 1 << mentor == 0)?;
            Some(fit + best_total(scorer, mentee + 1, taken | 1 << mentor))
        };
        let alone = best_total(scorer, mentee + 1, taken);
        (0..scorer.mentors.len()).filter_map(with).chain([alone]).max().unwrap_or(0)
    }

    proptest! {
        #[test]
        fn everybody_keeps_their_best_and_nothing_else(scorer in some_programme(), each in 0..5usize) {
            let (count, other) = (scorer.mentees.len(), scorer.mentors.len());
            let candidates = scorer.best(each);
            let mut expect = vec![vec![]; count];
            for (mentee, kept) in expect.iter_mut().enumerate() {
                let fits = |mentor| Some((scorer.score(mentee, mentor).ok()?, scorer.mentors[mentor].person, mentor));
                kept.extend(top((0..other).filter_map(fits).collect(), each));
            }
            for mentor in 0..other {
                let fits = |mentee| Some((scorer.score(mentee, mentor).ok()?, scorer.mentees[mentee].person, mentee));
                for mentee in top((0..count).filter_map(fits).collect(), each) {
                    expect[mentee].push(mentor);
                }
            }
            for (mentee, mut mentors) in expect.into_iter().enumerate() {
                mentors.sort();
                mentors.dedup();
                let pairs = mentors.iter().map(|mentor| (*mentor, scorer.score(mentee, *mentor).unwrap()));
                prop_assert_eq!(&candidates.pairs[mentee], &pairs.collect::<Vec<_>>());
                for mentor in (0..other).filter(|mentor| !mentors.contains(mentor)) {
                    if let Ok(fit) = scorer.score(mentee, mentor) {
                        prop_assert!(candidates.left_out[mentee].is_some_and(|most| most >= fit));
                    }
                }
            }
        }

        #[test]
        fn no_plan_beats_the_prices_by_more_than_the_loss(
            scorer in some_programme(), each in 0..4usize, places in prop::collection::vec(0..1_000_000i64, 4),
        ) {
            let candidates = scorer.best(each);
            let price = |pairs: &Vec<(usize, i64)>| {
                pairs.iter().map(|(mentor, fit)| fit - places[*mentor]).max().unwrap_or(0).max(0)
            };
            let prices: Vec<i64> = candidates.pairs.iter().map(price).collect();
            let dual = prices.iter().sum::<i64>() + places.iter().sum::<i64>();
            prop_assert!(best_total(&scorer, 0, 0) <= dual + candidates.loss(&prices));
        }
    }
}
