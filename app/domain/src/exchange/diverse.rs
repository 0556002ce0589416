//! Diverse plans in the words of the files: quotas by name, and what the certificate and the summary say of them.

use super::proof::{Sides, Units, full, mentee, mentor};
use super::summary::Number;
use super::unsolved::name;
use super::{Decimal, Instance, Rejection};
use crate::text::exchange as words;
use matching::{Case, DiversePlan, Plan, Price, Scope};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One price for each quota: by mentor and group, and by group in the programme.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuotaPrices {
    pub mentors: BTreeMap<String, BTreeMap<String, Units>>,
    pub programme: BTreeMap<String, Units>,
}

/// The best plan where nobody asks for quotas, and its proof.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WithoutQuotas {
    pub pairs: Vec<(String, String)>,
    pub total: i64,
    pub prices: Sides<Units>,
}

/// What a summary says of a diverse plan.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DiverseFacts {
    /// What the pairs earn by the rewards of their groups. The total does not hold it.
    pub reward: Number,
    /// By how much the best plan without quotas is better: so many pairs, then so much score; with `--pairs free` score
    /// alone, in which a mentee without a mentor counts.
    pub price_pairs: i64,
    pub price_score: Number,
}

impl DiverseFacts {
    pub(super) fn new(instance: &Instance, plan: &DiversePlan) -> DiverseFacts {
        let units = |units: i64| Number::from(Decimal::new(units, instance.places));
        DiverseFacts {
            reward: units(plan.reward),
            price_pairs: plan.price_of_diversity.count,
            price_score: units(plan.price_of_diversity.fit),
        }
    }
}

impl QuotaPrices {
    pub(super) fn new(instance: &Instance, prices: &[Price]) -> QuotaPrices {
        let mut by_name = QuotaPrices::default();
        for (quota, &price) in instance.quotas.quotas.iter().zip(prices) {
            let group = name(&instance.group_names, quota.group);
            let groups = match quota.scope {
                Scope::Mentor(mentor) => by_name.mentors.entry(name(&instance.mentors, mentor)).or_default(),
                Scope::Programme => &mut by_name.programme,
            };
            groups.insert(group, price.into());
        }
        by_name
    }

    /// One price for each quota, no more and no less.
    pub(super) fn read(&self, instance: &Instance) -> Result<Vec<Price>, Rejection> {
        let mut left = self.clone();
        let mut prices = Vec::new();
        for (quota, number) in instance.quotas.quotas.iter().zip(0..) {
            let group = name(&instance.group_names, quota.group);
            let price = match quota.scope {
                Scope::Mentor(mentor) => left
                    .mentors
                    .get_mut(&name(&instance.mentors, mentor))
                    .and_then(|groups| groups.remove(&group)),
                Scope::Programme => left.programme.remove(&group),
            };
            let price = price.ok_or_else(|| Rejection::NoPrice { id: quota_name(instance, number) })?;
            prices.push(price.price());
        }
        let mentors = left.mentors.iter().find_map(|(mentor, groups)| {
            let group = groups.keys().next()?;
            Some(words::quota_with(group, mentor))
        });
        // Nor a mentor for whom there is no quota at all.
        let idle =
            self.mentors.iter().find(|(_, groups)| groups.is_empty()).map(|(mentor, _)| mentor.clone());
        match mentors.or(idle).or_else(|| left.programme.into_keys().next()) {
            Some(id) => Err(Rejection::UnknownId { id }),
            None => Ok(prices),
        }
    }
}

impl WithoutQuotas {
    pub(super) fn new(instance: &Instance, plan: &Plan) -> WithoutQuotas {
        let (mentees, mentors) =
            plan.cases.first().map_or((&[][..], &[][..]), |case| (&case.mentees, &case.mentors));
        WithoutQuotas {
            pairs: plan.pairs.iter().map(|&pair| instance.ids(pair)).collect(),
            total: plan.total,
            prices: Sides::full_of(instance, mentees, mentors),
        }
    }

    pub(super) fn read(&self, instance: &Instance) -> Result<Plan, Rejection> {
        let number = |ids: &(String, String)| Ok((mentee(instance, &ids.0)?, mentor(instance, &ids.1)?));
        let case = Case {
            mentees: full(&instance.mentees, &self.prices.mentees)?,
            mentors: full(&instance.mentors, &self.prices.mentors)?,
            ..Case::default()
        };
        Ok(Plan {
            pairs: self.pairs.iter().map(number).collect::<Result<_, Rejection>>()?,
            total: self.total,
            gap: Price::ZERO,
            cases: vec![case],
        })
    }
}

/// A quota by group and mentor.
pub(super) fn quota_name(instance: &Instance, number: u32) -> String {
    let Some(quota) = instance.quotas.quotas.get(number as usize) else { return number.to_string() };
    let group = name(&instance.group_names, quota.group);
    match quota.scope {
        Scope::Mentor(mentor) => words::quota_with(group, name(&instance.mentors, mentor)),
        Scope::Programme => words::quota_in_programme(group),
    }
}
