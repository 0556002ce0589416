//! The proof that travels with a plan, as JSON.
//!
//! Owns the names in that file, which are only ever added to. People stand there by id; numbers are integers in the
//! unit of the scores (`decimals` says how many places a unit has), so that nothing is rounded. A price is written
//! `[pairs, score]`.

use super::closing::StableAnswer;
use super::diverse::{QuotaPrices, WithoutQuotas};
use super::proof::{CasePrices, FairStage, Named, Proof, Sides, full, mentee, mentor};
use super::question::{Answer, Objective, Question};
use super::{Instance, Rejection};
use matching::{Case, DiversePlan, FairPlan, Plan, Side, StablePlan};
use serde::{Deserialize, Serialize};

/// The form of the file. Another number is another form.
const FORMAT: u32 = 1;

/// What proves a plan: for which input, for which question, and how.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Certificate {
    pub format: u32,
    /// The hash of the input in its canonical form.
    pub input: String,
    pub decimals: u32,
    pub objective: Objective,
    pub proof: Proof,
}

impl Certificate {
    /// The certificate of an answer to `question`.
    pub fn new(instance: &Instance, input: &str, question: &Question, answer: &Answer) -> Certificate {
        Certificate {
            format: FORMAT,
            input: input.to_owned(),
            decimals: instance.places,
            objective: question.objective,
            proof: proof(instance, question, answer),
        }
    }

    /// The answer that this certificate and these pairs make together, for the engine's checker. What it says of the
    /// question must be what is asked.
    ///
    /// # Errors
    /// The first thing that does not agree with the instance or the question.
    pub fn answer(
        &self,
        instance: &Instance,
        input: &str,
        question: &Question,
        pairs: Vec<(u32, u32)>,
    ) -> Result<Answer, Rejection> {
        if self.format != FORMAT {
            return Err(Rejection::OtherFormat { format: self.format });
        }
        if self.input != input {
            return Err(Rejection::OtherInput);
        }
        if self.decimals != instance.places {
            return Err(Rejection::OtherDecimals);
        }
        if self.objective != question.objective {
            return Err(Rejection::OtherQuestion);
        }
        match (&self.proof, question.objective) {
            (Proof::Prices { unmatched, total, gap, cases }, Objective::Total) => {
                if *unmatched != question.free.then_some(instance.unmatched) {
                    return Err(Rejection::OtherQuestion);
                }
                let cases = cases.iter().map(|case| case.read(instance)).collect::<Result<Vec<Case>, _>>()?;
                Ok(Answer::Total(Plan { pairs, total: *total, gap: gap.price(), cases }))
            }
            (Proof::Levels { total, count, stages }, Objective::Fair) => {
                let stages =
                    stages.iter().map(|stage| stage.read(instance)).collect::<Result<Vec<_>, _>>()?;
                Ok(Answer::Fair(FairPlan { pairs, total: *total, count: count.sparse(instance)?, stages }))
            }
            (Proof::Lists { side, closed, blocking }, Objective::Stable) => {
                if *side != question.side.into() {
                    return Err(Rejection::OtherQuestion);
                }
                let number =
                    |ids: &(String, String)| Ok((mentee(instance, &ids.0)?, mentor(instance, &ids.1)?));
                let blocking = blocking.iter().map(number).collect::<Result<Vec<_>, Rejection>>()?;
                let plan = StablePlan { pairs, blocking, ..StablePlan::default() };
                Ok(Answer::Stable(StableAnswer { plan, closed: closed.read(instance)? }))
            }
            (
                Proof::Quotas { unmatched, total, reward, prices, quotas, without, price_of_diversity },
                Objective::Diverse,
            ) => {
                if *unmatched != question.free.then_some(instance.unmatched) {
                    return Err(Rejection::OtherQuestion);
                }
                Ok(Answer::Diverse(DiversePlan {
                    pairs,
                    total: *total,
                    reward: *reward,
                    mentees: full(&instance.mentees, &prices.mentees)?,
                    mentors: full(&instance.mentors, &prices.mentors)?,
                    quotas: quotas.read(instance)?,
                    without: without.read(instance)?,
                    price_of_diversity: price_of_diversity.price(),
                }))
            }
            _ => Err(Rejection::OtherQuestion),
        }
    }
}

fn proof(instance: &Instance, question: &Question, answer: &Answer) -> Proof {
    match answer {
        Answer::Total(plan) => Proof::Prices {
            unmatched: question.free.then_some(instance.unmatched),
            total: plan.total,
            gap: plan.gap.into(),
            cases: plan.cases.iter().map(|case| CasePrices::new(instance, case)).collect(),
        },
        Answer::Fair(plan) => Proof::Levels {
            total: plan.total,
            count: Sides::sparse_of(instance, &plan.count),
            stages: plan.stages.iter().map(|stage| FairStage::new(instance, stage)).collect(),
        },
        Answer::Stable(answer) => Proof::Lists {
            side: question.side.into(),
            closed: Named::new(instance, &answer.closed),
            blocking: answer.plan.blocking.iter().map(|&pair| instance.ids(pair)).collect(),
        },
        Answer::Diverse(plan) => Proof::Quotas {
            unmatched: question.free.then_some(instance.unmatched),
            total: plan.total,
            reward: plan.reward,
            prices: Sides::full_of(instance, &plan.mentees, &plan.mentors),
            quotas: QuotaPrices::new(instance, &plan.quotas),
            without: WithoutQuotas::new(instance, &plan.without),
            price_of_diversity: plan.price_of_diversity.into(),
        },
    }
}

/// The side for which a stable plan is the best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BestFor {
    Mentee,
    Mentor,
}

impl From<Side> for BestFor {
    fn from(side: Side) -> Self {
        match side {
            Side::Mentee => Self::Mentee,
            Side::Mentor => Self::Mentor,
        }
    }
}
