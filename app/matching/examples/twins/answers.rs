//! What is asked of each problem, and what of the answer counts: all of it.

use crate::asked::{middle, problem, rankings};
use crate::digest::Digest;
use crate::shapes::draws;
use matching::{
    Edit, Error, Person, Problem, Session, Side, Who, alternatives, fair, guarantees, regrets, repair, solve,
    stable,
};

/// The number of pairs found, or why there are none.
type Found = Result<usize, Error>;

/// One problem: number, kind, pairs or refusal, hash.
pub fn line(number: u64) -> String {
    let mut digest = Digest::new();
    let (kind, found) = match number % 10 {
        0 => ("total", total(&mut digest, &problem(number, 12, false))),
        1 => ("total", total(&mut digest, &problem(number, 90, false))),
        2 => ("closing", total(&mut digest, &problem(number, 20, true))),
        3 => ("fair", fairest(&mut digest, &problem(number, 60, false))),
        4 => ("stable", stably(&mut digest, number, Side::Mentee)),
        5 => ("stable", stably(&mut digest, number, Side::Mentor)),
        6 => ("regrets", losses(&mut digest, &problem(number, 50, false))),
        7 => ("session", session(&mut digest, number)),
        8 => ("choices", choices(&mut digest, &problem(number, 20, false))),
        _ => ("middle", total(&mut digest, &middle(number / 10))),
    };
    let found = match found {
        Ok(pairs) => format!("{pairs} pairs"),
        Err(error) => {
            digest.take(&error);
            "refused".into()
        }
    };
    format!("{number:03} {kind}: {found}, {digest}")
}

fn total(digest: &mut Digest, problem: &Problem) -> Found {
    let plan = solve(problem)?;
    digest.take(&plan);
    Ok(plan.pairs.len())
}

fn fairest(digest: &mut Digest, problem: &Problem) -> Found {
    let plan = fair(problem)?;
    digest.take(&plan);
    Ok(plan.pairs.len())
}

fn stably(digest: &mut Digest, number: u64, side: Side) -> Found {
    let plan = stable(&rankings(number), side)?;
    digest.take(&plan);
    Ok(plan.pairs.len())
}

fn losses(digest: &mut Digest, problem: &Problem) -> Found {
    let plan = solve(problem)?;
    let regrets = regrets(problem, &plan)?;
    for mentee in 0..problem.mentees.len() as u32 {
        digest.take(&regrets.row(mentee));
    }
    digest.take(&regrets.common());
    Ok(plan.pairs.len())
}

/// Guarantees, the next-best plans and repairs of a plan that somebody else made.
fn choices(digest: &mut Digest, problem: &Problem) -> Found {
    let plan = solve(problem)?;
    digest.take(&guarantees(problem)?);
    digest.take(&alternatives(problem, 4)?);
    let other: Vec<_> = problem.arcs.iter().step_by(3).map(|arc| (arc.mentee, arc.mentor)).collect();
    digest.take(&repair(problem, &other, 5));
    Ok(plan.pairs.len())
}

/// Forty edits, some refused, some taken back; after each the plan with its prices.
fn session(digest: &mut Digest, number: u64) -> Found {
    let mut session = Session::new(&problem(number, 40, false))?;
    let mut draw = draws(number + 2001);
    for _ in 0..40 {
        let mentee = draw(session.problem().mentees.len() as u64) as u32;
        let mentor = draw(session.problem().mentors.len() as u64) as u32;
        let edit = match draw(8) {
            0 | 1 => Edit::Pin { mentee, mentor },
            2 => match session.problem().pins.first() {
                Some(&(mentee, mentor)) => Edit::Unpin { mentee, mentor },
                None => continue,
            },
            3 => Edit::Block { mentee, mentor },
            4 => Edit::Allow { mentee, mentor, fit: draw(200) - 100 },
            5 => Edit::Change { who: Who::Mentor(mentor), person: Person::new(draw(4) as u32) },
            6 => Edit::AddMentee { person: Person::new(1), fits: vec![(mentor, draw(100))] },
            _ => {
                digest.take(&session.undo());
                digest.take(&session.plan());
                continue;
            }
        };
        digest.take(&session.apply(&edit));
        digest.take(&session.plan());
    }
    Ok(session.pairs().len())
}
