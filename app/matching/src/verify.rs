//! The checker: believes neither the plan nor whoever made it.
//!
//! Owns the proof of the crate's first page and nothing else. It refuses to share code with the solver, and
//! to be clever: it computes in 128 bits, looks at every arc once, and compares. Whatever it accepts is a
//! best plan, whoever wrote the certificate; a certificate that differs from the solver's and is accepted is
//! another valid one, for prices are rarely unique. O(arcs · log arcs).

use crate::{Arc, Plan, Price, Problem};

/// The first thing found wrong with a [`Plan`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// The problem itself has an arc to nobody, or two for one pair.
    BrokenProblem {
        mentee: u32,
        mentor: u32,
    },
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
    /// The plan gives this mentee more mentors than it may have.
    MenteeOverCapacity {
        mentee: usize,
    },
    /// The plan gives this mentor more mentees than it may have.
    MentorOverCapacity {
        mentor: usize,
    },
    /// The fits of the pairs do not sum to the total.
    WrongTotal {
        claimed: i64,
        actual: i128,
    },
    /// The certificate does not have one price for each person.
    WrongLength,
    /// Nobody's price may be below zero.
    MenteePriceNegative {
        mentee: usize,
    },
    MentorPriceNegative {
        mentor: usize,
    },
    /// A price above zero for somebody who still has a free place.
    MenteePriceButFree {
        mentee: usize,
    },
    MentorPriceButFree {
        mentor: usize,
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
}

/// Whether `plan` is allowed by `problem` and its certificate proves that no other plan is better.
pub fn verify(problem: &Problem, plan: &Plan) -> Result<(), Flaw> {
    let arcs = arcs(problem)?;
    check_pairs(problem, plan, &arcs)?;
    check_prices(problem, plan)?;
    check_slack(problem, plan, &arcs)
}

/// The arcs by mentee, then mentor.
fn arcs(problem: &Problem) -> Result<Vec<Arc>, Flaw> {
    let mut arcs = problem.arcs.clone();
    arcs.sort_by_key(|arc| (arc.mentee, arc.mentor));
    let mut before = None;
    for &Arc { mentee, mentor, .. } in &arcs {
        let known = (mentee as usize) < problem.mentees.len() && (mentor as usize) < problem.mentors.len();
        if !known || before == Some((mentee, mentor)) {
            return Err(Flaw::BrokenProblem { mentee, mentor });
        }
        before = Some((mentee, mentor));
    }
    Ok(arcs)
}

fn check_pairs(problem: &Problem, plan: &Plan, arcs: &[Arc]) -> Result<(), Flaw> {
    let mut actual = 0;
    let mut before = None;
    for &(mentee, mentor) in &plan.pairs {
        if before >= Some((mentee, mentor)) {
            return Err(Flaw::Unsorted { mentee, mentor });
        }
        before = Some((mentee, mentor));
        let arc = arcs
            .binary_search_by_key(&(mentee, mentor), |arc| (arc.mentee, arc.mentor))
            .map_err(|_| Flaw::NotAllowed { mentee, mentor })?;
        actual += i128::from(arcs[arc].fit);
    }
    for &(mentee, mentor) in &problem.pins {
        if !has(plan, mentee, mentor) {
            return Err(Flaw::PinMissing { mentee, mentor });
        }
    }
    let by_mentee = loads(problem.mentees.len(), plan.pairs.iter().map(|pair| pair.0));
    let by_mentor = loads(problem.mentors.len(), plan.pairs.iter().map(|pair| pair.1));
    if let Some(mentee) = (0..by_mentee.len()).find(|&mentee| by_mentee[mentee] > problem.mentees[mentee]) {
        return Err(Flaw::MenteeOverCapacity { mentee });
    }
    if let Some(mentor) = (0..by_mentor.len()).find(|&mentor| by_mentor[mentor] > problem.mentors[mentor]) {
        return Err(Flaw::MentorOverCapacity { mentor });
    }
    if actual != i128::from(plan.total) {
        return Err(Flaw::WrongTotal { claimed: plan.total, actual });
    }
    Ok(())
}

/// Prices are there, none is negative, and whoever has one is at capacity.
fn check_prices(problem: &Problem, plan: &Plan) -> Result<(), Flaw> {
    let (mentees, mentors) = (&plan.certificate.mentees, &plan.certificate.mentors);
    if mentees.len() != problem.mentees.len() || mentors.len() != problem.mentors.len() {
        return Err(Flaw::WrongLength);
    }
    let nothing = Price { count: 0, fit: 0 };
    let by_mentee = loads(mentees.len(), plan.pairs.iter().map(|pair| pair.0));
    let by_mentor = loads(mentors.len(), plan.pairs.iter().map(|pair| pair.1));
    for (mentee, price) in mentees.iter().enumerate() {
        if *price < nothing {
            return Err(Flaw::MenteePriceNegative { mentee });
        }
        if *price > nothing && by_mentee[mentee] < problem.mentees[mentee] {
            return Err(Flaw::MenteePriceButFree { mentee });
        }
    }
    for (mentor, price) in mentors.iter().enumerate() {
        if *price < nothing {
            return Err(Flaw::MentorPriceNegative { mentor });
        }
        if *price > nothing && by_mentor[mentor] < problem.mentors[mentor] {
            return Err(Flaw::MentorPriceButFree { mentor });
        }
    }
    Ok(())
}

/// Outside the plan nothing is worth more than its prices, inside it nothing is worth less unless it is
/// pinned.
fn check_slack(problem: &Problem, plan: &Plan, arcs: &[Arc]) -> Result<(), Flaw> {
    let mut pins = problem.pins.clone();
    pins.sort_unstable();
    for &Arc { mentee, mentor, fit } in arcs {
        let (u, v) = (plan.certificate.mentees[mentee as usize], plan.certificate.mentors[mentor as usize]);
        let slack = (
            i128::from(u.count) + i128::from(v.count) - 1,
            i128::from(u.fit) + i128::from(v.fit) - i128::from(fit),
        );
        let inside = has(plan, mentee, mentor);
        if !inside && slack < (0, 0) {
            return Err(Flaw::WorthMore { mentee, mentor });
        }
        if inside && slack > (0, 0) && pins.binary_search(&(mentee, mentor)).is_err() {
            return Err(Flaw::WorthLess { mentee, mentor });
        }
    }
    Ok(())
}

/// Relies on the order that `check_pairs` has seen to.
fn has(plan: &Plan, mentee: u32, mentor: u32) -> bool {
    plan.pairs.binary_search(&(mentee, mentor)).is_ok()
}

fn loads(people: usize, places: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut loads = vec![0; people];
    for place in places {
        loads[place as usize] += 1;
    }
    loads
}
