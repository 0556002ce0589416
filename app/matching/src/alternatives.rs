//! The next-best plans.
//!
//! Owns their order: the best plan, then the best of all others, and so on (Murty 1968, Lawler 1972). The plans other
//! than a given one are split by the first of its pairs that they do not have: the pairs before it pinned, it blocked. (Where fewer pairs may be
//! better, there are also those that have all of its pairs and more, split by the first of these.)
//! Each part's best plan is one edit of a session away, so an alternative costs as many edits as the plan has pairs.

use crate::{Edit, Error, Pairs, Problem, Session};

/// One of several plans, without a proof of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// The pairs `(mentee, mentor)`, sorted, pins included.
    pub pairs: Vec<(u32, u32)>,
    /// The sum of their fits.
    pub total: i64,
}

/// A part of all plans, and its best one.
struct Part {
    problem: Problem,
    best: Alternative,
}

/// The best `most` plans that differ in at least one pair, the best first.
///
/// # Errors
/// Those of [`Session::new`].
pub fn alternatives(problem: &Problem, most: usize) -> Result<Vec<Alternative>, Error> {
    let session = Session::new(problem)?;
    let mut parts = vec![Part { problem: problem.clone(), best: best(&session) }];
    let mut found = Vec::new();
    while found.len() < most {
        let value = |part: &Part| problem.value(part.best.pairs.len(), part.best.total);
        let next = (0..parts.len()).max_by_key(|&at| (value(&parts[at]), std::cmp::Reverse(at)));
        let Some(next) = next else { break };
        let part = parts.remove(next);
        if found.len() + 1 < most {
            split(&part, &mut parts)?;
        }
        found.push(part.best);
    }
    Ok(found)
}

fn split(part: &Part, parts: &mut Vec<Part>) -> Result<(), Error> {
    let mut session = Session::new(&part.problem)?;
    for &(mentee, mentor) in &part.best.pairs {
        if part.problem.pins.contains(&(mentee, mentor)) {
            continue;
        }
        if session.apply(&Edit::Block { mentee, mentor }).is_ok() {
            parts.push(Part { problem: session.problem().clone(), best: best(&session) });
            session.undo();
        }
        session.apply(&Edit::Pin { mentee, mentor })?;
    }
    // Plans that have all of these pairs and more: none where as many as possible come first.
    if matches!(part.problem.pairs, Pairs::Free { .. }) {
        let others: Vec<(u32, u32)> = part.problem.arcs.iter().map(|arc| (arc.mentee, arc.mentor)).collect();
        for (mentee, mentor) in others.into_iter().filter(|pair| part.best.pairs.binary_search(pair).is_err())
        {
            if session.apply(&Edit::Pin { mentee, mentor }).is_ok() {
                parts.push(Part { problem: session.problem().clone(), best: best(&session) });
                session.undo();
                session.apply(&Edit::Block { mentee, mentor })?;
            }
        }
    }
    Ok(())
}

fn best(session: &Session) -> Alternative {
    Alternative { pairs: session.pairs(), total: session.total() }
}
