//! What the command line says about a plan, for scripts.

use super::closing::StableAnswer;
use super::diverse::DiverseFacts;
use super::proof::Named;
use super::question::{Answer, Objective, Question};
use super::{Decimal, Instance};
use matching::Who;
use serde::Serialize;

/// `summary.json`. The names are stable; further ones may come.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Summary {
    pub objective: Objective,
    /// The sum of the pairs' scores; none where there are no scores, or too large ones.
    pub total: Option<Number>,
    pub pairs: usize,
    /// Mentees with a place and without a mentor.
    pub unmatched: usize,
    /// By how much the total of a better plan could at most be higher, 0 where this plan is proved the best. One that
    /// had more pairs could have `gap_pairs` more.
    pub gap: Number,
    pub gap_pairs: i64,
    /// How many mentees and mentors would both rather have each other.
    pub blocking_pairs: usize,
    /// For stable plans: who they are, who closed, and who has fewer partners than places, here and in every other plan
    /// that is stable among those who are open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stable: Option<StableFacts>,
    /// For diverse plans: what the pairs earn and what the quotas cost.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub diverse: Option<DiverseFacts>,
    pub engine_version: String,
    /// Of the input in canonical form, in hexadecimal digits.
    pub input_hash: String,
    /// Solving alone.
    pub milliseconds: f64,
}

/// What holds for every stable plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StableFacts {
    pub blocking: Vec<(String, String)>,
    /// Who has nobody, as there were fewer than the minimum.
    pub closed: Named,
    pub mentees_with_free_places: Vec<String>,
    pub mentors_with_free_places: Vec<String>,
}

/// A number that is written as an integer where it is one.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Number {
    Integer(i64),
    Decimal(f64),
}

impl From<Decimal> for Number {
    fn from(number: Decimal) -> Self {
        if number.places == 0 { Self::Integer(number.units) } else { Self::Decimal(number.to_f64()) }
    }
}

impl Summary {
    /// Sums up an answer.
    pub fn new(
        instance: &Instance,
        question: &Question,
        answer: &Answer,
        input_hash: String,
        milliseconds: f64,
    ) -> Summary {
        let units = |units: i64| Number::from(Decimal::new(units, instance.places));
        let (total, gap, gap_pairs) = match answer {
            Answer::Total(plan) => (Some(plan.total), plan.gap.fit, plan.gap.count),
            Answer::Fair(plan) => (Some(plan.total), 0, 0),
            Answer::Diverse(plan) => (Some(plan.total), 0, 0),
            Answer::Stable(answer) => (instance.total(&answer.plan.pairs), 0, 0),
        };
        let pairs = answer.pairs();
        let mut has = vec![false; instance.mentees.len()];
        for &(mentee, _) in pairs {
            if let Some(has) = has.get_mut(mentee as usize) {
                *has = true;
            }
        }
        let waits = |(has, places): &(&bool, &matching::Person)| !**has && places.capacity > 0;
        let (blocking_pairs, stable) = match answer {
            Answer::Stable(answer) => (answer.plan.blocking.len(), Some(StableFacts::new(instance, answer))),
            _ => (matching::blocking_pairs(&instance.rankings(), pairs).len(), None),
        };
        Summary {
            objective: question.objective,
            total: total.map(units),
            pairs: pairs.len(),
            unmatched: has.iter().zip(&instance.mentee_places).filter(waits).count(),
            gap: units(gap),
            gap_pairs,
            blocking_pairs,
            stable,
            diverse: match answer {
                Answer::Diverse(plan) => Some(DiverseFacts::new(instance, plan)),
                _ => None,
            },
            engine_version: env!("CARGO_PKG_VERSION").to_owned(),
            input_hash,
            milliseconds,
        }
    }
}

impl StableFacts {
    fn new(instance: &Instance, answer: &StableAnswer) -> StableFacts {
        let plan = &answer.plan;
        let short = |places: &[matching::Person], loads: &[u32], who: fn(u32) -> Who| {
            let everybody = places.iter().zip(loads).zip((0..).map(who));
            let short = everybody.filter(|((place, load), who)| {
                **load < place.capacity && answer.closed.binary_search(who).is_err()
            });
            short.map(|(_, who)| instance.id(who)).collect::<Vec<_>>()
        };
        StableFacts {
            blocking: plan.blocking.iter().map(|&pair| instance.ids(pair)).collect(),
            closed: Named::new(instance, &answer.closed),
            mentees_with_free_places: short(&instance.mentee_places, &plan.loads.mentees, Who::Mentee),
            mentors_with_free_places: short(&instance.mentor_places, &plan.loads.mentors, Who::Mentor),
        }
    }
}
