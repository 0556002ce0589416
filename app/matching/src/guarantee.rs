//! Between total and fair: a fit that every pair is guaranteed, then the highest total.
//!
//! Owns the price of each guarantee. The best plan's worst pair gives the first; asking for more than that means the
//! best plan without any pair as bad, whose worst pair gives the next, and so on until a higher guarantee would cost a
//! pair. The last guarantee is the worst pair of the fairest plan. Pins count, wherever their fit. One solve for each
//! step of the curve, of which there are at most as many as levels of fit between the two ends.

use crate::{Arc, Arcs, Error, Pairs, Plan, Problem, solve};

/// The highest total with no pair below a fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guarantee {
    /// The fit of the worst pair that is not pinned; nothing where there is none.
    pub minimum: Option<i64>,
    /// The best plan, with its proof for [`guaranteed`].
    pub plan: Plan,
}

/// The problem in which no pair may be worse than `minimum`, unless it is pinned.
///
/// # Errors
/// None: what is left of a table is a table.
pub fn guaranteed(problem: &Problem, minimum: i64) -> Result<Problem, Error> {
    let stays = |arc: &Arc| arc.fit >= minimum || problem.pins.contains(&(arc.mentee, arc.mentor));
    let list: Vec<Arc> = problem.arcs.iter().filter(stays).collect();
    Ok(Problem { arcs: Arcs::new(problem.mentees.len(), problem.mentors.len(), &list)?, ..problem.clone() })
}

/// All guarantees that cost no pair, from the highest total to the fairest, each with what it costs.
///
/// # Errors
/// Those of [`solve`].
pub fn guarantees(problem: &Problem) -> Result<Vec<Guarantee>, Error> {
    let mut plan = solve(problem)?;
    let pairs = plan.pairs.len();
    let mut steps = Vec::new();
    loop {
        let free = plan.pairs.iter().filter(|pair| !problem.pins.contains(pair));
        let minimum = free.filter_map(|&(mentee, mentor)| problem.arcs.fit(mentee, mentor)).min();
        steps.push(Guarantee { minimum, plan });
        let Some(minimum) = minimum else { return Ok(steps) };
        plan = match solve(&guaranteed(problem, minimum.saturating_add(1))?) {
            Ok(next)
                if next.pairs.len() == pairs
                    || (problem.pairs != Pairs::Maximum && !next.pairs.is_empty()) =>
            {
                next
            }
            Ok(_) | Err(Error::TooFewMentees { .. } | Error::TooFewMentors { .. }) => return Ok(steps),
            Err(error) => return Err(error),
        };
    }
}
