//! What every pair would cost: the loss if it is forced into the plan, and for pairs of the plan if it is forbidden.
//!
//! Owns the losses of all pairs at once, from one plan and its prices, without solving again. Forcing mentee `i` to
//! mentor `j` leaves a place at `i`'s own mentor empty and makes one too many at `j`; the cheapest way to move the
//! surplus from `j` to the gap is a shortest path in the residual graph (its nodes are in `search`), so
//!
//! > loss(i, j) = slack(i, j) + distance(j, mentor of i)
//!
//! where the slack is what `i` alone gives up at present prices. A path is a chain of people who move, so the path
//! that ends there is also the explanation. This is sensitivity analysis by reduced costs and shortest paths
//! (Ahuja, Magnanti and Orlin, section 9.11) with the mentees between the mentors left out: between two mentors only
//! the cheapest mover counts, which leaves a graph of mentors and the hub.
//!
//! # All distances
//!
//! An edge that is longer than a way round is on no shortest path. Two landmarks, with upper bounds on the way to them
//! from everywhere and on from there (Bellman 1958, Ford 1956), show that of nearly all edges: of 1,666 mentors' 2.8
//! million edges 7,390 are left, of 2,000 people's on a map 41,034 of 4 million. One Dijkstra toward each node on what
//! is left makes the table, O(mentors · edges left). Where many are left, which is where costs make long chains of small
//! steps cheaper than one large step (Machol and Wien 1977), Floyd's and Warshall's three loops do, O(mentors³): their
//! innermost is a minimum that every compiler vectorises, and an edge costs a search some thirty times as much as them.
//!
//! The table has 32 bits. Distances that do not fit count as unknown; only where one of those is asked for, the three
//! loops run in 64 bits. With more than 1,024 mentors and few arcs there is no table, but by target the distances that
//! somebody asks for.
//!
//! Three loops alone took 0.85 s for 1,666 mentors, two landmarks and the searches 0.11 s (0.15 s and 0.28 s for
//! Machol's and Wien's costs). The table goes by target, as it is read: by source, reading was a fifth of the time.
//!
//! The losses do not depend on which of several best plans one starts from.

mod distances;
mod graph;

use crate::market::{Market, NOBODY};
use crate::{Error, Plan, Price, Problem, Who};
use distances::Distances;

/// The losses of all pairs of a problem.
#[derive(Clone, Debug)]
pub struct Regrets {
    problem: Problem,
    market: Market,
    distances: Distances,
}

/// What a pair would cost: pairs first, then fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Regret {
    pub mentor: u32,
    /// By how much the best plan is better than the best one with this pair; nothing where there is none.
    pub forced: Option<Price>,
    /// By how much it is better than the best one without this pair; nothing where there is none.
    pub forbidden: Option<Price>,
}

/// The losses of all pairs, given a best plan of the problem. Where somebody may close, whoever has nobody in the
/// plan counts as closed and all others as open.
///
/// # Errors
/// Those of [`solve`](crate::solve), and [`Error::ForeignPlan`] for a plan that is not a best one.
pub fn regrets(problem: &Problem, plan: &Plan) -> Result<Regrets, Error> {
    let problem = opened(problem, plan).in_units().into_owned();
    let mut market = Market::new(&problem)?;
    crate::settle::best(&problem, &mut market)?;
    let best = crate::certify::pairs(&problem, &market);
    let total: i64 = best.iter().filter_map(|pair| problem.arcs.fit(pair.0, pair.1)).sum();
    if problem.value(best.len(), total) != problem.value(plan.pairs.len(), plan.total) {
        return Err(Error::ForeignPlan);
    }
    Ok(Regrets::of(problem, market))
}

impl Regrets {
    pub(crate) fn of(problem: Problem, market: Market) -> Regrets {
        let distances = Distances::new(&problem.arcs, &market);
        Regrets { problem, market, distances }
    }

    /// The same for the row of one mentee, who has one place at most, and for no other. O(arcs + mentors²).
    pub(crate) fn of_mentee(problem: &Problem, market: &Market, mentee: u32) -> Vec<Regret> {
        let target = market.at.get(mentee as usize).filter(|at| **at != NOBODY);
        let distances = match target {
            Some(&at) => Distances::to(&problem.arcs, market, at as usize),
            None => Distances::Thin(vec![]),
        };
        Seen { problem, market, distances: &distances }.row(mentee)
    }

    fn seen(&self) -> Seen<'_> {
        Seen { problem: &self.problem, market: &self.market, distances: &self.distances }
    }

    /// The losses of a mentee's allowed pairs, by mentor. O(row).
    pub fn row(&self, mentee: u32) -> Vec<Regret> {
        self.seen().row(mentee)
    }

    /// The pairs that every best plan has.
    pub fn common(&self) -> Vec<(u32, u32)> {
        let rows = (0..self.problem.mentees.len() as u32)
            .flat_map(|mentee| self.row(mentee).into_iter().map(move |regret| (mentee, regret)));
        rows.filter(|(_, regret)| regret.forced == Some(Price::ZERO) && regret.forbidden != Some(Price::ZERO))
            .map(|(mentee, regret)| (mentee, regret.mentor))
            .collect()
    }
}

/// A market with the distances that are known.
struct Seen<'a> {
    problem: &'a Problem,
    market: &'a Market,
    distances: &'a Distances,
}

impl Seen<'_> {
    fn row(&self, mentee: u32) -> Vec<Regret> {
        let mut row = Vec::new();
        let Some(place) = self.place(mentee) else {
            self.problem.arcs.each(mentee as usize, |mentor, _| {
                let here = self.is_pinned(mentee, mentor);
                row.push(Regret {
                    mentor,
                    forced: here.then_some(Price::ZERO),
                    forbidden: (!here).then_some(Price::ZERO),
                });
            });
            return row;
        };
        let several = self.market.several_of(mentee).map(|at| &self.market.several[at]);
        let worth = self.worth(mentee, place);
        // Of a mentee with one place: the two cheapest places to be, for without the cheapest there is the next.
        let mut alone = None;
        if several.is_none() && self.market.needed[mentee as usize] == 0 {
            alone = self.distance(self.market.hub(), place).map(|way| worth - self.market.alone_now() + way);
        }
        let mut elsewhere = alone;
        self.problem.arcs.each(mentee as usize, |mentor, fit| {
            let slack = worth - (fit - self.market.price[mentor as usize]);
            let taken = several.is_some_and(|one| one.taken.iter().any(|taken| taken.0 == mentor));
            let (forced, forbidden) = if self.is_pinned(mentee, mentor) {
                (Some(0), None)
            } else if taken {
                (Some(0), self.distance(place, mentor as usize).map(|way| way - slack))
            } else if several.is_none() && place == mentor as usize {
                (Some(0), None)
            } else {
                let forced = self.distance(mentor as usize, place).map(|way| way + slack);
                elsewhere = elsewhere.into_iter().chain(forced).min();
                (forced, Some(0))
            };
            let price = |packed: i64| self.unpack(packed);
            row.push(Regret { mentor, forced: forced.map(price), forbidden: forbidden.map(price) });
        });
        if several.is_none()
            && let Some(own) = row.iter_mut().find(|regret| regret.mentor as usize == place)
        {
            own.forbidden = elsewhere.map(|packed| self.unpack(packed));
        }
        row
    }

    /// The node where a mentee is, or that they are.
    fn place(&self, mentee: u32) -> Option<usize> {
        match self.market.several_of(mentee) {
            Some(at) => Some(self.market.hub() + 1 + at),
            None => {
                Some(*self.market.at.get(mentee as usize)?).filter(|at| *at != NOBODY).map(|at| at as usize)
            }
        }
    }

    /// What a place is worth to the mentee at present prices.
    fn worth(&self, mentee: u32, place: usize) -> i64 {
        match self.market.several_of(mentee) {
            Some(at) => self.market.several[at].price,
            None if place == self.market.hub() => self.market.alone_now(),
            None => self.market.own[mentee as usize] - self.market.price[place],
        }
    }

    fn is_pinned(&self, mentee: u32, mentor: u32) -> bool {
        self.problem.pins.contains(&(mentee, mentor))
    }

    fn distance(&self, from: usize, to: usize) -> Option<i64> {
        self.distances.get(from, to)
    }

    fn unpack(&self, packed: i64) -> Price {
        let unit = self.market.unit;
        let count = if unit == 0 { 0 } else { (packed + unit / 2).div_euclid(unit) };
        Price { count, fit: (packed - count * unit) * self.problem.arcs.scale }
    }
}

/// The problem with everybody who may close closed or open, as they are in the plan.
fn opened(problem: &Problem, plan: &Plan) -> Problem {
    let mut problem = problem.clone();
    let busy = |who: Who| match who {
        Who::Mentee(at) => plan.pairs.iter().any(|pair| pair.0 == at),
        Who::Mentor(at) => plan.pairs.iter().any(|pair| pair.1 == at),
    };
    for (at, one) in (0..).zip(&mut problem.mentees) {
        one.settle(|| busy(Who::Mentee(at)));
    }
    for (at, one) in (0..).zip(&mut problem.mentors) {
        one.settle(|| busy(Who::Mentor(at)));
    }
    problem
}
