//! Whether a diverse plan keeps its quotas, and whether its prices prove that none is better.

use super::pairs::{self, loads};
use super::{Flaw, prices};
use crate::{DiversePlan, Pairs, Price, Problem, Quotas, Scope, Who};
use std::collections::BTreeMap;

/// Pairs and fit in 128 bits, compared in that order.
type Worth = (i128, i128);

/// How many pairs are counted somewhere, how many must and may be, and what the next and the last add.
struct Count {
    load: u32,
    least: u32,
    most: u32,
    next: i64,
    last: i64,
}

pub(super) fn check(problem: &Problem, quotas: &Quotas, plan: &DiversePlan) -> Result<(), Flaw> {
    pairs::check(problem, &plan.pairs, plan.total)?;
    let by_quota = Index::new(problem, quotas)?;
    if plan.mentees.len() != problem.mentees.len()
        || plan.mentors.len() != problem.mentors.len()
        || plan.quotas.len() != quotas.quotas.len()
    {
        return Err(Flaw::WrongShape);
    }
    check_quotas(problem, quotas, plan, &by_quota)?;
    check_people(problem, plan)?;
    check_arcs(problem, quotas, plan)?;
    pairs::check(problem, &plan.without.pairs, plan.without.total)?;
    prices::check(problem, &plan.without)?;
    let best = value(problem, plan.without.pairs.len(), plan.without.total);
    let here = value(problem, plan.pairs.len(), plan.total);
    let price = (i128::from(plan.price_of_diversity.count), i128::from(plan.price_of_diversity.fit));
    if plan.without.gap == Price::ZERO && price == (best.0 - here.0, best.1 - here.1) {
        Ok(())
    } else {
        Err(Flaw::WrongPriceOfDiversity)
    }
}

/// The quotas by what they count.
struct Index<'q> {
    groups: &'q [Option<u32>],
    at: BTreeMap<(Scope, u32), usize>,
}

impl<'q> Index<'q> {
    fn new(problem: &Problem, quotas: &'q Quotas) -> Result<Index<'q>, Flaw> {
        let mut at = BTreeMap::new();
        for (position, quota) in quotas.quotas.iter().enumerate() {
            let known = match quota.scope {
                Scope::Mentor(mentor) => (mentor as usize) < problem.mentors.len(),
                Scope::Programme => true,
            };
            let falls = quota.rewards.windows(2).all(|two| two[0] >= two[1]);
            if !known || !falls || at.insert((quota.scope, quota.group), position).is_some() {
                return Err(Flaw::BrokenProblem);
            }
        }
        if quotas.groups.len() != problem.mentees.len() {
            return Err(Flaw::BrokenProblem);
        }
        Ok(Index { groups: &quotas.groups, at })
    }

    /// The quotas that count a pair.
    fn of(&self, mentee: u32, mentor: u32) -> impl Iterator<Item = usize> {
        let group = self.groups.get(mentee as usize).copied().flatten();
        let at = move |scope| group.and_then(|group| self.at.get(&(scope, group)).copied());
        [Scope::Mentor(mentor), Scope::Programme].into_iter().filter_map(at)
    }
}

fn check_quotas(problem: &Problem, quotas: &Quotas, plan: &DiversePlan, index: &Index) -> Result<(), Flaw> {
    let count = |pairs: &[(u32, u32)]| {
        let counted = pairs.iter().flat_map(|&(mentee, mentor)| index.of(mentee, mentor));
        loads(quotas.quotas.len(), counted.map(|at| at as u32))
    };
    let (loads, pins) = (count(&plan.pairs), count(&problem.pins));
    let mut reward = 0;
    for ((at, quota), (load, pinned)) in (0..).zip(&quotas.quotas).zip(loads.into_iter().zip(pins)) {
        if load < quota.at_least {
            return Err(Flaw::BelowQuota { quota: at });
        }
        if load > quota.at_most {
            return Err(Flaw::AboveQuota { quota: at });
        }
        reward += (1..=load).map(|nth| i128::from(quota.reward(nth))).sum::<i128>();
        // Nor can there be more than there are places.
        let places = match quota.scope {
            Scope::Mentor(mentor) => u64::from(problem.mentors[mentor as usize].capacity),
            Scope::Programme => (problem.mentees.iter().zip(&quotas.groups))
                .filter(|(_, group)| **group == Some(quota.group))
                .map(|(one, _)| u64::from(one.capacity))
                .sum(),
        };
        let count = Count {
            load,
            least: quota.at_least.max(pinned),
            most: u64::from(quota.at_most).min(places) as u32,
            next: quota.reward(load.saturating_add(1)),
            last: quota.reward(load),
        };
        let price = plan.quotas[at as usize];
        if !count.admits(price) {
            return Err(Flaw::PriceOffQuota { quota: at });
        }
    }
    if reward != i128::from(plan.reward) {
        return Err(Flaw::WrongReward { claimed: plan.reward, actual: reward });
    }
    Ok(())
}

fn check_people(problem: &Problem, plan: &DiversePlan) -> Result<(), Flaw> {
    let sides = [
        (
            &problem.mentees,
            &plan.mentees,
            (|pair| pair.0) as fn(&(u32, u32)) -> u32,
            Who::Mentee as fn(u32) -> Who,
        ),
        (&problem.mentors, &plan.mentors, |pair| pair.1, Who::Mentor),
    ];
    for (people, prices, of, who) in sides {
        let has = loads(people.len(), plan.pairs.iter().map(of));
        let pins = loads(people.len(), problem.pins.iter().map(of));
        for ((at, (person, &price)), (load, pinned)) in
            (0..).zip(people.iter().zip(prices)).zip(has.into_iter().zip(pins))
        {
            // Who may close can have nobody; that a plan was made without asking so is not held against it.
            let minimum = if person.may_close { 0 } else { person.minimum };
            let least = minimum.max(pinned);
            if price > Price::ZERO && load < person.capacity {
                return Err(Flaw::PriceButFree { who: who(at) });
            }
            if price < Price::ZERO && load > least {
                return Err(Flaw::PriceBelowZero { who: who(at) });
            }
        }
    }
    Ok(())
}

impl Count {
    /// Whether as many as there are is best at a price: one more would not add more than it costs, one fewer not save
    /// more than it adds.
    fn admits(&self, price: Price) -> bool {
        let with = |reward: i64| (i128::from(price.count), i128::from(price.fit) + i128::from(reward));
        (self.load >= self.most || with(self.next) <= (0, 0))
            && (self.load <= self.least || with(self.last) >= (0, 0))
    }
}

/// Outside the plan nothing is worth more than its prices, inside it nothing is worth less unless pinned.
fn check_arcs(problem: &Problem, quotas: &Quotas, plan: &DiversePlan) -> Result<(), Flaw> {
    let mut pins = problem.pins.clone();
    pins.sort_unstable();
    let mut programme: BTreeMap<u32, Price> = BTreeMap::new();
    let mut at_mentors: BTreeMap<u32, Vec<Price>> = BTreeMap::new();
    for (quota, &price) in quotas.quotas.iter().zip(&plan.quotas) {
        match quota.scope {
            Scope::Programme => {
                programme.insert(quota.group, price);
            }
            Scope::Mentor(mentor) => {
                let row = at_mentors.entry(quota.group);
                row.or_insert_with(|| vec![Price::ZERO; problem.mentors.len()])[mentor as usize] = price;
            }
        }
    }
    for (mentee, group) in (0..).zip(&quotas.groups) {
        let of_programme = group.and_then(|group| programme.get(&group).copied()).unwrap_or_default();
        let row = group.and_then(|group| at_mentors.get(&group));
        for arc in problem.arcs.row(mentee) {
            let mentor = arc.mentor;
            let mut excess: Worth = match problem.pairs {
                Pairs::Maximum => (1, i128::from(arc.fit)),
                Pairs::Free { unmatched } => (0, i128::from(arc.fit) - i128::from(unmatched)),
            };
            let here = row.map_or(Price::ZERO, |row| row[mentor as usize]);
            for price in [plan.mentees[mentee as usize], plan.mentors[mentor as usize], of_programme, here] {
                excess = (excess.0 - i128::from(price.count), excess.1 - i128::from(price.fit));
            }
            if excess > (0, 0) && plan.pairs.binary_search(&(mentee, mentor)).is_err() {
                return Err(Flaw::WorthMore { mentee, mentor });
            }
            if excess < (0, 0)
                && plan.pairs.binary_search(&(mentee, mentor)).is_ok()
                && pins.binary_search(&(mentee, mentor)).is_err()
            {
                return Err(Flaw::WorthLess { mentee, mentor });
            }
        }
    }
    Ok(())
}

fn value(problem: &Problem, pairs: usize, total: i64) -> Worth {
    match problem.pairs {
        Pairs::Maximum => (pairs as i128, i128::from(total)),
        Pairs::Free { unmatched } => (0, i128::from(total) - i128::from(unmatched) * pairs as i128),
    }
}
