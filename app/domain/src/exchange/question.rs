//! What is asked of an instance, and what the engine answers.

use super::closing::{self, StableAnswer};
use super::{Instance, Unsolved};
use matching::{DiversePlan, FairPlan, Pairs, Plan, Problem, Quotas, Rankings, Side};
use serde::{Deserialize, Serialize};

/// What "best" means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Objective {
    #[default]
    Total,
    Stable,
    Fair,
    Diverse,
}

/// What is asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Question {
    pub objective: Objective,
    /// For stable plans: the side that gets its best.
    pub side: Side,
    /// For the highest total and for diverse plans: whether matches are weighed themselves, in place of making as many as possible.
    pub free: bool,
}

/// An instance as a problem of the engine: what is left to do is solving alone.
#[derive(Clone, Debug)]
pub enum Task {
    Total(Problem),
    Fair(Problem),
    Stable(Rankings, Side),
    Diverse(Problem, Quotas),
}

/// What the engine found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    Total(Plan),
    Fair(FairPlan),
    Stable(StableAnswer),
    Diverse(DiversePlan),
}

impl Task {
    /// Lays the instance out for this question.
    ///
    /// # Errors
    /// [`Unsolved::Engine`] where the numbers are too large.
    pub fn new(instance: &Instance, question: &Question) -> Result<Task, Unsolved> {
        let pairs =
            if question.free { Pairs::Free { unmatched: instance.unmatched } } else { Pairs::Maximum };
        Ok(match question.objective {
            Objective::Total => Task::Total(instance.problem(pairs)?),
            Objective::Fair => Task::Fair(instance.problem(Pairs::Maximum)?),
            Objective::Stable => Task::Stable(instance.rankings(), question.side),
            Objective::Diverse => Task::Diverse(instance.problem(pairs)?, instance.quotas.clone()),
        })
    }

    /// Solves it. This is the time that counts.
    ///
    /// # Errors
    /// Why there is no plan.
    pub fn solve(&self, instance: &Instance) -> Result<Answer, Unsolved> {
        Ok(match self {
            Task::Total(problem) => Answer::Total(matching::solve(problem)?),
            Task::Fair(problem) => Answer::Fair(matching::fair(problem)?),
            Task::Stable(rankings, side) => Answer::Stable(closing::solve(instance, rankings, *side)?),
            Task::Diverse(problem, quotas) => Answer::Diverse(matching::diverse(problem, quotas)?),
        })
    }
}

/// What forcing pairs costs the highest total. Asked for mentee by mentee, so that millions of pairs need not be held at
/// once.
#[derive(Clone, Debug)]
pub struct Losses(matching::Regrets);

impl Losses {
    /// The losses of all pairs of this task.
    ///
    /// # Errors
    /// Those of [`Task::solve`]; [`matching::Error::ForeignPlan`] for a task or an answer that is not about the highest
    /// total.
    pub fn new(task: &Task, answer: &Answer) -> Result<Losses, Unsolved> {
        match (task, answer) {
            (Task::Total(problem), Answer::Total(plan)) => Ok(Losses(matching::regrets(problem, plan)?)),
            _ => Err(Unsolved::Engine(matching::Error::ForeignPlan)),
        }
    }

    /// A mentee's allowed mentors in order, each with what forcing the pair costs: nothing where no plan with as many
    /// pairs has it.
    pub fn of(&self, mentee: u32) -> Vec<(u32, Option<i64>)> {
        let loss = |regret: matching::Regret| {
            (regret.mentor, regret.forced.filter(|loss| loss.count == 0).map(|loss| loss.fit))
        };
        self.0.row(mentee).into_iter().map(loss).collect()
    }
}

impl Answer {
    /// The pairs by mentee and mentor.
    pub fn pairs(&self) -> &[(u32, u32)] {
        match self {
            Answer::Total(plan) => &plan.pairs,
            Answer::Fair(plan) => &plan.pairs,
            Answer::Stable(answer) => &answer.plan.pairs,
            Answer::Diverse(plan) => &plan.pairs,
        }
    }
}
