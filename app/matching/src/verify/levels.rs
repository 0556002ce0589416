//! Whether the prices of a fair plan prove it: stage by stage, each deciding arcs and people until none is left.

use super::{Flaw, pairs::loads};
use crate::{FairPlan, Level, Pairs, Person, Prices, Problem, Stage, Who};

/// An arc on which no stage has decided yet.
struct Open {
    mentee: u32,
    mentor: u32,
    fit: i64,
    inside: bool,
}

pub(super) fn check(problem: &Problem, plan: &FairPlan) -> Result<(), Flaw> {
    let mut sides = [
        Side::new(
            &problem.mentees,
            plan.pairs.iter().map(|pair| pair.0),
            problem.pins.iter().map(|pin| pin.0),
            Who::Mentee,
        ),
        Side::new(
            &problem.mentors,
            plan.pairs.iter().map(|pair| pair.1),
            problem.pins.iter().map(|pin| pin.1),
            Who::Mentor,
        ),
    ];
    let mut pins = problem.pins.clone();
    pins.sort_unstable();
    let mut open: Vec<Open> = Vec::new();
    for arc in problem.arcs.iter() {
        let (pair, fit) = ((arc.mentee, arc.mentor), arc.fit);
        let inside = plan.pairs.binary_search(&pair).is_ok();
        if pins.binary_search(&pair).is_ok() {
            continue;
        }
        match problem.pairs {
            Pairs::Free { unmatched } if fit <= unmatched && inside => {
                return Err(Flaw::NotAllowed { mentee: arc.mentee, mentor: arc.mentor });
            }
            Pairs::Free { unmatched } if fit <= unmatched => {}
            _ => open.push(Open { mentee: arc.mentee, mentor: arc.mentor, fit, inside }),
        }
    }
    decide(&mut sides, &mut open, &plan.count, |_| Some(1))?;
    let mut done = None;
    for stage in &plan.stages {
        check_levels(&open, plan.pairs.len(), done, stage)?;
        let Some((low, high)) = stage.levels.first().zip(stage.levels.last()) else {
            return Err(Flaw::WrongLevels);
        };
        // Levels between the stages: whatever is still open there is worse than anything above.
        close_between(&mut open, done, Some(low.fit))?;
        decide(&mut sides, &mut open, &stage.prices, |fit| {
            match stage.levels.binary_search_by_key(&fit, |level| level.fit) {
                Ok(at) => Some(-i128::from(stage.levels[at].weight)),
                Err(_) if fit > high.fit || Some(fit) <= done => Some(0),
                Err(_) => None,
            }
        })?;
        done = Some(high.fit);
    }
    close_between(&mut open, done, None)
}

/// Arcs of levels without a stage, above `done` and below `low`, are out of the plan: one more pair there, and it
/// would be less fair.
fn close_between(open: &mut Vec<Open>, done: Option<i64>, low: Option<i64>) -> Result<(), Flaw> {
    let between = |arc: &Open| Some(arc.fit) > done && low.is_none_or(|low| arc.fit < low);
    if let Some(arc) = open.iter().find(|arc| arc.inside && between(arc)) {
        return Err(Flaw::WorthLess { mentee: arc.mentee, mentor: arc.mentor });
    }
    open.retain(|arc| !between(arc));
    Ok(())
}

/// The levels rise, and each outweighs all that there can be above it in its stage.
fn check_levels(open: &[Open], pairs: usize, done: Option<i64>, stage: &Stage) -> Result<(), Flaw> {
    let rising = stage.levels.windows(2).all(|two| two[0].fit < two[1].fit);
    let mut counts = vec![0_usize; stage.levels.len()];
    for arc in open {
        if let Ok(at) = stage.levels.binary_search_by_key(&arc.fit, |level| level.fit) {
            counts[at] += 1;
        }
    }
    let mut above = 0_i128;
    for (Level { weight, .. }, count) in stage.levels.iter().zip(counts).rev() {
        if i128::from(*weight) <= above {
            return Err(Flaw::WrongLevels);
        }
        above += i128::from(*weight) * count.min(pairs) as i128;
    }
    let later = stage.levels.first().is_some_and(|level| Some(level.fit) > done);
    if rising && later { Ok(()) } else { Err(Flaw::WrongLevels) }
}

/// Decides arcs by the worth that a stage gives to a fit, `None` where a fit should have been decided before, and
/// people by the sign of their price.
fn decide(
    [mentees, mentors]: &mut [Side; 2],
    open: &mut Vec<Open>,
    prices: &Prices,
    worth: impl Fn(i64) -> Option<i128>,
) -> Result<(), Flaw> {
    let (u, v) = (mentees.decide(&prices.mentees)?, mentors.decide(&prices.mentors)?);
    let mut flaw = None;
    open.retain(|arc| {
        let (mentee, mentor) = (arc.mentee, arc.mentor);
        let Some(worth) = worth(arc.fit) else {
            flaw = flaw.or(Some(Flaw::WrongLevels));
            return false;
        };
        let excess = worth - i128::from(u[mentee as usize]) - i128::from(v[mentor as usize]);
        if excess > 0 && !arc.inside {
            flaw = flaw.or(Some(Flaw::WorthMore { mentee, mentor }));
        }
        if excess < 0 && arc.inside {
            flaw = flaw.or(Some(Flaw::WorthLess { mentee, mentor }));
        }
        if excess > 0 {
            mentees.fixed[mentee as usize] += 1;
            mentors.fixed[mentor as usize] += 1;
        }
        excess == 0
    });
    flaw.map_or(Ok(()), Err)
}

/// One side of the market.
struct Side<'a> {
    people: &'a [Person],
    loads: Vec<u32>,
    /// Pairs that no plan as good so far can do without: pins, and those on which a price decided.
    fixed: Vec<u32>,
    /// Whose price has decided where they must be: only the first part that is not 0 does.
    decided: Vec<bool>,
    who: fn(u32) -> Who,
}

impl Side<'_> {
    fn new(
        people: &[Person],
        pairs: impl Iterator<Item = u32>,
        pins: impl Iterator<Item = u32>,
        who: fn(u32) -> Who,
    ) -> Side<'_> {
        let (loads, fixed) = (loads(people.len(), pairs), loads(people.len(), pins));
        Side { people, loads, fixed, decided: vec![false; people.len()], who }
    }

    /// Checks the signs of a stage's prices, and lays them out by person.
    fn decide(&mut self, prices: &[(u32, i64)]) -> Result<Vec<i64>, Flaw> {
        let mut dense = vec![0; self.people.len()];
        let mut before = None;
        for &(at, price) in prices {
            let (place, who) = (at as usize, (self.who)(at));
            if price == 0 || before >= Some(at) || place >= dense.len() {
                return Err(Flaw::WrongShape);
            }
            before = Some(at);
            dense[place] = price;
            if std::mem::replace(&mut self.decided[place], true) {
                continue;
            }
            if price > 0 && self.loads[place] < self.people[place].capacity {
                return Err(Flaw::PriceButFree { who });
            }
            if price < 0 && self.loads[place] > self.people[place].minimum.max(self.fixed[place]) {
                return Err(Flaw::PriceBelowZero { who });
            }
        }
        Ok(dense)
    }
}
