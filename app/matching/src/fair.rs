//! The fairest plan: as many pairs as possible, then the worst pair as good as it can be, then the next worst, and
//! so on to the best (leximin), to the last unit of fit.
//!
//! # Why levels
//!
//! All plans with as many pairs as possible have the same number of pairs, so one is fairer than another exactly if
//! it has fewer pairs at the lowest fit at which the two differ. That makes the worth of a pair a vector, `-1` at
//! the level of its fit, compared from the lowest level up, and leximin an ordinary optimum in vectors: the proof of
//! the crate's first page holds word for word with prices that are vectors too. No big numbers are needed.
//!
//! # How it is found
//!
//! Level by level. A plan that is best so far and its prices leave a **face**: the arcs on which the prices decide
//! nothing yet, and the people whom a price binds to their capacity or their minimum; every plan within it is
//! equally good so far. The next stage solves, within the face, for a few levels at once, whose weights are chosen
//! so that one pair at a lower level outweighs all that there can be above it. It starts from the present plan: only
//! whoever is at one of these levels asks for a place again. Levels below the worst pair's are left out without
//! being solved, which is why a good start helps: the highest total of fits bent so that low ones count much more.
//!
//! For one mentor per mentee and for pairs as such this is exact and polynomial: at most one stage for each level in
//! use, each at most as dear as solving once (`settle`); faces shrink quickly. The sum of a mentee's several fits as
//! the thing to be fair in is another, NP-hard problem, and not this one.
//!
//! In [`Pairs::Free`] pairs that are worth no more than being alone are left out beforehand.

mod face;

use crate::market::Market;
use crate::{Arc, Arcs, Error, FairPlan, Pairs, Problem, Stage, Who, certify, settle};
use face::Face;

/// No weight is above this, so that a stage's table stays narrow.
const HEAVIEST: i64 = 400_000_000;
/// The fits of the start are bent on a scale of so many steps, cubed.
const STEPS: i64 = 1000;

/// The fairest plan, with its proof. Pins count, wherever their fit.
///
/// # Errors
/// Those of [`solve`](crate::solve), and [`Error::MayClose`]: groups that may close are not for fair plans.
pub fn fair(problem: &Problem) -> Result<FairPlan, Error> {
    may_not_close(problem)?;
    let bent = bent(problem)?;
    let mut market = Market::new(&bent)?;
    settle::best(&bent, &mut market)?;
    let mut pairs = certify::pairs(&bent, &market);
    let case = certify::case(&bent, &market);
    drop((market, bent));
    let (mut face, count) = Face::new(problem, &case, &pairs);
    let mut stages = Vec::new();
    while let Some(levels) = face.next_levels(&pairs) {
        let stage = face.problem(&levels);
        let mut market = Market::new(&stage)?;
        settle::best_from(&stage, &mut market, &face.movable(&pairs))?;
        pairs = certify::pairs(&stage, &market);
        let case = certify::case(&stage, &market);
        let prices = face.narrow(&levels, &case, &pairs);
        stages.push(Stage { levels, prices });
    }
    let fit = |&(mentee, mentor): &(u32, u32)| problem.arcs.fit(mentee, mentor).unwrap_or(0);
    let total = pairs.iter().map(fit).try_fold(0_i64, i64::checked_add).ok_or_else(|| {
        let (mentee, mentor) =
            pairs.iter().max_by_key(|pair| fit(pair).unsigned_abs()).copied().unwrap_or_default();
        Error::Overflow { mentee, mentor }
    })?;
    Ok(FairPlan { pairs, total, count, stages })
}

/// Refuses groups that may close.
pub(crate) fn may_not_close(problem: &Problem) -> Result<(), Error> {
    let mentees = (0..).zip(&problem.mentees).map(|(at, one)| (Who::Mentee(at), one));
    let mentors = (0..).zip(&problem.mentors).map(|(at, one)| (Who::Mentor(at), one));
    match mentees.chain(mentors).find(|(_, one)| one.may_close) {
        Some((who, _)) => Err(Error::MayClose { who }),
        None => Ok(()),
    }
}

/// Whether a pair may be in a fair plan.
fn counts(problem: &Problem, arc: &Arc) -> bool {
    match problem.pairs {
        Pairs::Maximum => true,
        Pairs::Free { unmatched } => arc.fit > unmatched || problem.pins.contains(&(arc.mentee, arc.mentor)),
    }
}

/// The same problem with fits bent so that the sum cares for the low ones.
fn bent(problem: &Problem) -> Result<Problem, Error> {
    let arcs = || problem.arcs.iter().filter(|arc| counts(problem, arc));
    let (low, high) =
        arcs().fold((i64::MAX, i64::MIN), |(low, high), arc| (low.min(arc.fit), high.max(arc.fit)));
    let range = i128::from(high) - i128::from(low);
    let bend = |fit: i64| {
        let steps = ((i128::from(high) - i128::from(fit)) * i128::from(STEPS) / range.max(1)) as i64;
        -steps * steps * steps
    };
    let arcs = match problem.pairs {
        Pairs::Maximum => problem.arcs.map(bend),
        Pairs::Free { .. } => {
            let bent = arcs().map(|arc| Arc { fit: bend(arc.fit), ..arc });
            Arcs::narrow(problem.mentees.len(), problem.mentors.len(), arcs().count(), bent)
        }
    };
    Ok(Problem {
        mentees: problem.mentees.clone(),
        mentors: problem.mentors.clone(),
        arcs,
        pins: problem.pins.clone(),
        pairs: Pairs::Maximum,
    })
}
