//! The checker: believes neither the plan nor whoever made it.
//!
//! Owns the proof of the crate's first page and nothing else. It refuses to share code with the solver, and to
//! be clever: it computes in 128 bits, looks at every arc once, and compares. Whatever it accepts is a best plan,
//! whoever wrote the certificate; a certificate that differs from the solver's and is accepted is another valid
//! one, for prices are rarely unique. O(arcs · log arcs).

use std::collections::{HashMap, HashSet};

use crate::{Plan, Price, Problem};

/// The first thing found wrong with a [`Plan`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// The problem itself has an arc to nobody, or two for one pair.
    BrokenProblem { mentee: u32, mentor: u32 },
    /// A pair of the plan is doubled or stands before a smaller one.
    Unsorted { mentee: u32, mentor: u32 },
    /// A pair of the plan, or a pin, is not an allowed pair.
    NotAllowed { mentee: u32, mentor: u32 },
    /// A pin is not in the plan.
    PinMissing { mentee: u32, mentor: u32 },
    /// The plan gives this mentee more mentors than it may have.
    MenteeOverCapacity { mentee: usize },
    /// The plan gives this mentor more mentees than it may have.
    MentorOverCapacity { mentor: usize },
    /// The fits of the pairs do not sum to the total.
    WrongTotal { claimed: i64, actual: i128 },
    /// The certificate does not have one price for each person.
    WrongLength,
    /// Nobody's price may be below zero.
    MenteePriceNegative { mentee: usize },
    MentorPriceNegative { mentor: usize },
    /// A price above zero for somebody who still has a free place.
    MenteePriceButFree { mentee: usize },
    MentorPriceButFree { mentor: usize },
    /// A pair outside the plan is worth more than its prices: another plan may be better.
    WorthMore { mentee: u32, mentor: u32 },
    /// A pair in the plan, not pinned, is worth less than its prices: another plan may be better.
    WorthLess { mentee: u32, mentor: u32 },
}

/// Whether `plan` is allowed by `problem` and its certificate proves that no other plan is better.
pub fn verify(problem: &Problem, plan: &Plan) -> Result<(), Flaw> {
    let fits = fits(problem)?;
    check_pairs(problem, plan, &fits)?;
    check_prices(problem, plan)?;
    check_slack(problem, plan)
}

fn fits(problem: &Problem) -> Result<HashMap<(u32, u32), i64>, Flaw> {
    let mut fits = HashMap::with_capacity(problem.arcs.len());
    for arc in &problem.arcs {
        let (mentee, mentor) = (arc.mentee, arc.mentor);
        let known = (mentee as usize) < problem.mentees.len() && (mentor as usize) < problem.mentors.len();
        if !known || fits.insert((mentee, mentor), arc.fit).is_some() {
            return Err(Flaw::BrokenProblem { mentee, mentor });
        }
    }
    Ok(fits)
}

fn check_pairs(problem: &Problem, plan: &Plan, fits: &HashMap<(u32, u32), i64>) -> Result<(), Flaw> {
    todo!()
}
