//! Whether quotas can be asked for at all.

use super::{Quota, Quotas, Scope};
use crate::{Error, Pairs, Problem};

/// What the fits of prices and paths may sum to; see `network`.
const ROOM: u128 = 1 << 86;

pub(super) fn check(problem: &Problem, quotas: &Quotas) -> Result<(), Error> {
    if quotas.groups.len() != problem.mentees.len() {
        return Err(Error::WrongGroups);
    }
    let nodes = problem.mentees.len() + problem.mentors.len() + quotas.quotas.len() + 1;
    if u32::try_from(nodes).is_err() {
        return Err(Error::TooLarge);
    }
    for (at, quota) in (0..).zip(&quotas.quotas) {
        check_one(problem, at, quota)?;
    }
    let mut order: Vec<(Scope, u32, u32)> =
        (0..).zip(&quotas.quotas).map(|(at, quota)| (quota.scope, quota.group, at)).collect();
    order.sort_unstable();
    let doubled = order.windows(2).filter(|two| (two[0].0, two[0].1) == (two[1].0, two[1].1));
    if let Some(quota) = doubled.map(|two| two[1].2).min() {
        return Err(Error::DoubledQuota { quota });
    }
    let unmatched = match problem.pairs {
        Pairs::Maximum => 0,
        Pairs::Free { unmatched } => unmatched.unsigned_abs(),
    };
    let fit = u128::from(problem.arcs.most().unsigned_abs()) * u128::from(problem.arcs.scale.unsigned_abs());
    let reward = u128::from(quotas.quotas.iter().filter_map(largest).max().unwrap_or(0));
    let step = fit.max(reward).max(u128::from(unmatched)) + 1;
    match step.checked_mul(16 * nodes as u128) {
        Some(sums) if sums <= ROOM => Ok(()),
        _ if reward > fit => Err(reward_overflow(quotas)),
        _ => Err(overflow(problem)),
    }
}

fn check_one(problem: &Problem, at: u32, quota: &Quota) -> Result<(), Error> {
    if let Scope::Mentor(mentor) = quota.scope
        && mentor as usize >= problem.mentors.len()
    {
        return Err(Error::UnknownMentor { mentor });
    }
    if quota.at_least > quota.at_most {
        return Err(Error::QuotaContradicts { quota: at });
    }
    if quota.rewards.windows(2).any(|two| two[0] < two[1]) {
        return Err(Error::RewardsRise { quota: at });
    }
    Ok(())
}

/// Rewards do not rise, so the largest is at either end.
fn largest(quota: &Quota) -> Option<u64> {
    Some(quota.rewards.first()?.unsigned_abs().max(quota.rewards.last()?.unsigned_abs()))
}

/// The quota with the largest reward, the first of several.
pub(super) fn reward_overflow(quotas: &Quotas) -> Error {
    let largest =
        (0_u32..).zip(&quotas.quotas).map(|(at, quota)| (largest(quota), std::cmp::Reverse(at))).max();
    Error::RewardOverflow { quota: largest.map_or(0, |(_, at)| at.0) }
}

/// The pair whose fit is furthest from zero, the first of several.
pub(super) fn overflow(problem: &Problem) -> Error {
    let furthest = problem
        .arcs
        .iter()
        .reduce(|one, other| if other.fit.unsigned_abs() > one.fit.unsigned_abs() { other } else { one });
    let (mentee, mentor) = furthest.map_or((0, 0), |arc| (arc.mentee, arc.mentor));
    Error::Overflow { mentee, mentor }
}
