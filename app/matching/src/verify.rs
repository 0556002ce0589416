//! The checker: believes neither the plan nor whoever made it.
//!
//! Owns the proof of the crate's first page and nothing else. It refuses to share code with the solver, and
//! to be clever: it computes in 128 bits, looks at every arc once, and compares. Whatever it accepts is a
//! best plan, whoever wrote the certificate; a certificate that differs from the solver's and is accepted is
//! another valid one, for prices are rarely unique. O(arcs · log plan) a case.

mod diverse;
mod levels;
mod pairs;
mod prices;

use crate::{DiversePlan, FairPlan, Plan, Problem, Quotas, Who};

/// The first thing found wrong with a [`Plan`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// The table of arcs is for other numbers of people than the problem has.
    BrokenProblem,
    /// A pair of the plan is doubled or stands before a smaller one.
    Unsorted {
        mentee: u32,
        mentor: u32,
    },
    /// A pair of the plan is not an allowed pair.
    NotAllowed {
        mentee: u32,
        mentor: u32,
    },
    /// A pin is not in the plan.
    PinMissing {
        mentee: u32,
        mentor: u32,
    },
    /// The plan gives this person more partners than they may have.
    OverCapacity {
        who: Who,
    },
    /// The plan gives this person fewer partners than they must have.
    BelowMinimum {
        who: Who,
    },
    /// The fits of the pairs do not sum to the total.
    WrongTotal {
        claimed: i64,
        actual: i128,
    },
    /// The certificate does not have one price for each person, or speaks of somebody who is not there or who
    /// may not close.
    WrongShape,
    /// A price above zero for somebody who still has a free place.
    PriceButFree {
        who: Who,
    },
    /// A price below zero for somebody who has more than the minimum.
    PriceBelowZero {
        who: Who,
    },
    /// A pair outside the plan is worth more than its prices: another plan may be better.
    WorthMore {
        mentee: u32,
        mentor: u32,
    },
    /// A pair in the plan, not pinned, is worth less than its prices: another plan may be better.
    WorthLess {
        mentee: u32,
        mentor: u32,
    },
    /// The cases leave out a combination of who closes and who opens.
    CaseMissing,
    /// By the prices of this case a plan may be better by something else than the gap.
    WrongGap {
        case: usize,
    },
    /// The levels of a fair plan do not rise, or the parts of its prices do not fit together.
    WrongLevels,
    /// The plan gives this quota's group fewer pairs, or more, than it asks for.
    BelowQuota {
        quota: u32,
    },
    AboveQuota {
        quota: u32,
    },
    /// The rewards that the pairs earn do not sum to this.
    WrongReward {
        claimed: i64,
        actual: i128,
    },
    /// At its price this quota would count another number of pairs: another plan may be better.
    PriceOffQuota {
        quota: u32,
    },
    /// The plan without quotas is not worth so much more.
    WrongPriceOfDiversity,
}

/// Whether `plan` is allowed by `problem` and its certificate proves that no other plan is better, or not by
/// more than the gap that it states.
pub fn verify(problem: &Problem, plan: &Plan) -> Result<(), Flaw> {
    pairs::check(problem, &plan.pairs, plan.total)?;
    prices::check(problem, plan)
}

/// Whether `plan` is allowed by `problem` and its levels prove that no other plan is fairer: with as many pairs as
/// possible, none has fewer pairs at the lowest fit at which the two differ.
pub fn verify_fair(problem: &Problem, plan: &FairPlan) -> Result<(), Flaw> {
    pairs::check(problem, &plan.pairs, plan.total)?;
    if problem.mentees.iter().chain(&problem.mentors).any(|one| one.may_close) {
        return Err(Flaw::WrongLevels);
    }
    levels::check(problem, plan)
}

/// Whether `plan` is allowed by `problem` and keeps the quotas, and its certificate proves that no other that does so is
/// better. The plan without quotas that comes with it is checked too, and what the quotas cost.
pub fn verify_diverse(problem: &Problem, quotas: &Quotas, plan: &DiversePlan) -> Result<(), Flaw> {
    diverse::check(problem, quotas, plan)
}
