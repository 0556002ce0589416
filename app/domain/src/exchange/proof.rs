//! The kinds of proof, in the words of the certificate's file: prices, levels of prices, lists, and prices with quotas.

use super::certificate::BestFor;
use super::diverse::{QuotaPrices, WithoutQuotas};
use super::roster::find;
use super::unsolved::name;
use super::{Instance, Rejection};
use matching::{Case, Level, Price, Prices, Stage, Who};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Why a plan is right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Proof {
    /// Prices that no other plan beats; more than one set of them where somebody may close.
    Prices {
        /// What an unused place of a mentee counts, where matches are weighed themselves.
        unmatched: Option<i64>,
        total: i64,
        gap: Units,
        cases: Vec<CasePrices>,
    },
    /// Prices in pairs, and then in pairs of the lowest scores, stage by stage.
    Levels { total: i64, count: Sides<i64>, stages: Vec<FairStage> },
    /// The lists of the input prove a stable plan by themselves. Named are who closed, and
    /// those who would rather have each other and are kept apart by a pin.
    Lists { side: BestFor, closed: Named, blocking: Vec<(String, String)> },
    /// Prices of the people and of the quotas, and beside them the best plan without quotas, which is worth so much more.
    Quotas {
        unmatched: Option<i64>,
        total: i64,
        reward: i64,
        prices: Sides<Units>,
        quotas: QuotaPrices,
        without: WithoutQuotas,
        price_of_diversity: Units,
    },
}

/// A price: so many pairs, then so much score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Units(i64, i64);

impl From<Price> for Units {
    fn from(price: Price) -> Self {
        Self(price.count, price.fit)
    }
}

impl Units {
    pub(super) fn price(self) -> Price {
        Price { count: self.0, fit: self.1 }
    }
}

/// Something about people of each side, by id.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sides<T> {
    pub mentees: BTreeMap<String, T>,
    pub mentors: BTreeMap<String, T>,
}

/// People by id.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Named {
    pub mentees: Vec<String>,
    pub mentors: Vec<String>,
}

/// The prices of one case of who closes and who opens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CasePrices {
    /// Of those who may close: who does in this case, and who is open.
    pub closed: Named,
    pub open: Named,
    /// One price for each person.
    pub prices: Sides<Units>,
}

/// A few scores, the lowest first, each with its weight in the prices: `[score, weight]`. Who has no price is left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FairStage {
    pub levels: Vec<(i64, i64)>,
    pub prices: Sides<i64>,
}

impl FairStage {
    pub(super) fn new(instance: &Instance, stage: &Stage) -> FairStage {
        FairStage {
            levels: stage.levels.iter().map(|level| (level.fit, level.weight)).collect(),
            prices: Sides::sparse_of(instance, &stage.prices),
        }
    }

    pub(super) fn read(&self, instance: &Instance) -> Result<Stage, Rejection> {
        let level = |&(fit, weight): &(i64, i64)| Level { fit, weight };
        Ok(Stage { levels: self.levels.iter().map(level).collect(), prices: self.prices.sparse(instance)? })
    }
}

impl CasePrices {
    pub(super) fn new(instance: &Instance, case: &Case) -> CasePrices {
        CasePrices {
            closed: Named::new(instance, &case.closed),
            open: Named::new(instance, &case.open),
            prices: Sides::full_of(instance, &case.mentees, &case.mentors),
        }
    }

    pub(super) fn read(&self, instance: &Instance) -> Result<Case, Rejection> {
        Ok(Case {
            closed: self.closed.read(instance)?,
            open: self.open.read(instance)?,
            mentees: full(&instance.mentees, &self.prices.mentees)?,
            mentors: full(&instance.mentors, &self.prices.mentors)?,
        })
    }
}

impl Named {
    pub(super) fn new(instance: &Instance, people: &[Who]) -> Named {
        let mut named = Named::default();
        for &who in people {
            match who {
                Who::Mentee(_) => named.mentees.push(instance.id(who)),
                Who::Mentor(_) => named.mentors.push(instance.id(who)),
            }
        }
        named
    }

    pub(super) fn read(&self, instance: &Instance) -> Result<Vec<Who>, Rejection> {
        let mentees = self.mentees.iter().map(|id| mentee(instance, id).map(Who::Mentee));
        let mentors = self.mentors.iter().map(|id| mentor(instance, id).map(Who::Mentor));
        mentees.chain(mentors).collect()
    }
}

pub(super) fn mentee(instance: &Instance, id: &str) -> Result<u32, Rejection> {
    find(&instance.mentees, id).ok_or_else(|| Rejection::UnknownId { id: id.to_owned() })
}

pub(super) fn mentor(instance: &Instance, id: &str) -> Result<u32, Rejection> {
    find(&instance.mentors, id).ok_or_else(|| Rejection::UnknownId { id: id.to_owned() })
}

impl Sides<Units> {
    pub(super) fn full_of(instance: &Instance, mentees: &[Price], mentors: &[Price]) -> Sides<Units> {
        let priced = |ids: &[String], prices: &[Price]| {
            ids.iter().cloned().zip(prices.iter().map(|&price| Units::from(price))).collect()
        };
        Sides { mentees: priced(&instance.mentees, mentees), mentors: priced(&instance.mentors, mentors) }
    }
}

/// One price for each person, no more and no less. Both stand in the order of ids.
pub(super) fn full(ids: &[String], prices: &BTreeMap<String, Units>) -> Result<Vec<Price>, Rejection> {
    if let Some(id) = ids.iter().find(|id| !prices.contains_key(*id)) {
        return Err(Rejection::NoPrice { id: id.clone() });
    }
    if let Some(id) = prices.keys().find(|id| find(ids, id).is_none()) {
        return Err(Rejection::UnknownId { id: id.clone() });
    }
    Ok(prices.values().map(|units| units.price()).collect())
}

impl Sides<i64> {
    pub(super) fn sparse_of(instance: &Instance, prices: &Prices) -> Sides<i64> {
        let named = |ids: &[String], prices: &[(u32, i64)]| {
            prices.iter().map(|&(number, price)| (name(ids, number), price)).collect()
        };
        Sides {
            mentees: named(&instance.mentees, &prices.mentees),
            mentors: named(&instance.mentors, &prices.mentors),
        }
    }

    pub(super) fn sparse(&self, instance: &Instance) -> Result<Prices, Rejection> {
        let numbered = |people: &BTreeMap<String, i64>,
                        number: fn(&Instance, &str) -> Result<u32, Rejection>| {
            people
                .iter()
                .map(|(id, &price)| Ok((number(instance, id)?, price)))
                .collect::<Result<Vec<_>, _>>()
        };
        Ok(Prices { mentees: numbered(&self.mentees, mentee)?, mentors: numbered(&self.mentors, mentor)? })
    }
}
