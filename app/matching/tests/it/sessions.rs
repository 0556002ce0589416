//! A session against solving anew, after any edits; undo against what was.

use crate::problems::{constructed, made, medium, varied};
use matching::{Edit, Pairs, Person, Problem, Session, Who, solve, verify};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

/// An edit by numbers, or `None` to undo.
#[derive(Clone, Debug)]
enum Deed {
    Pin(Index, Index),
    Unpin(Index),
    Block(Index, Index),
    BlockPair(Index),
    Allow(Index, Index, i64),
    Places(Index, u32, u32),
    Wants(Index, u32, u32),
    Join(bool, u32, Vec<(Index, i64)>),
    Undo,
}

fn deed() -> impl Strategy<Value = Deed> {
    let at = any::<Index>;
    prop_oneof![
        4 => (at(), at()).prop_map(|(one, other)| Deed::Pin(one, other)),
        2 => at().prop_map(Deed::Unpin),
        1 => (at(), at()).prop_map(|(one, other)| Deed::Block(one, other)),
        3 => at().prop_map(Deed::BlockPair),
        3 => (at(), at(), -9..=9_i64).prop_map(|(one, other, fit)| Deed::Allow(one, other, fit)),
        2 => (at(), 0..4_u32, 0..3_u32).prop_map(|(one, places, least)| Deed::Places(one, places, least)),
        2 => (at(), 0..3_u32, 0..2_u32).prop_map(|(one, most, least)| Deed::Wants(one, most, least)),
        1 => (any::<bool>(), 0..3_u32, vec((at(), -9..=9_i64), 0..4)).prop_map(|(side, most, fits)| Deed::Join(side, most, fits)),
        3 => Just(Deed::Undo),
    ]
}

fn edit(session: &Session, deed: &Deed) -> Option<Edit> {
    let problem: &Problem = session.problem();
    let mentee = |at: &Index| at.index(problem.mentees.len()) as u32;
    let mentor = |at: &Index| at.index(problem.mentors.len()) as u32;
    let some = |at: &Index, pairs: &[(u32, u32)]| (!pairs.is_empty()).then(|| pairs[at.index(pairs.len())]);
    Some(match deed {
        Deed::Pin(one, other) => Edit::Pin { mentee: mentee(one), mentor: mentor(other) },
        Deed::Unpin(at) => some(at, &problem.pins).map(|(mentee, mentor)| Edit::Unpin { mentee, mentor })?,
        Deed::Block(one, other) => Edit::Block { mentee: mentee(one), mentor: mentor(other) },
        Deed::BlockPair(at) => {
            some(at, &session.pairs()).map(|(mentee, mentor)| Edit::Block { mentee, mentor })?
        }
        Deed::Allow(one, other, fit) => Edit::Allow { mentee: mentee(one), mentor: mentor(other), fit: *fit },
        Deed::Places(at, places, least) => Edit::Change {
            who: Who::Mentor(mentor(at)),
            person: Person::new(*places).at_least(*least.min(places)),
        },
        Deed::Wants(at, most, least) => Edit::Change {
            who: Who::Mentee(mentee(at)),
            person: Person::new(*most).at_least(*least.min(most)),
        },
        Deed::Join(true, most, fits) => {
            let mut fits: Vec<(u32, i64)> = fits.iter().map(|(at, fit)| (mentor(at), *fit)).collect();
            fits.sort_unstable();
            fits.dedup_by_key(|fit| fit.0);
            Edit::AddMentee { person: Person::new(*most), fits }
        }
        Deed::Join(false, most, fits) => {
            let mut fits: Vec<(u32, i64)> = fits.iter().map(|(at, fit)| (mentee(at), *fit)).collect();
            fits.sort_unstable();
            fits.dedup_by_key(|fit| fit.0);
            Edit::AddMentor { person: Person::new(*most), fits }
        }
        Deed::Undo => return None,
    })
}

/// After every edit the plan is proved and as good as one made anew; undo is exact; a refusal changes nothing.
fn check(problem: &Problem, deeds: &[Deed]) -> Result<(), TestCaseError> {
    let Ok(mut session) = Session::new(problem) else { return Ok(()) };
    let mut past = vec![(session.problem().clone(), session.plan())];
    for deed in deeds {
        let (before, plan) = past.last().cloned().unwrap();
        match edit(&session, deed) {
            None if matches!(deed, Deed::Undo) => {
                if session.undo() {
                    past.pop();
                }
                let (before, plan) = past.last().cloned().unwrap();
                prop_assert_eq!((session.problem(), session.plan()), (&before, plan));
            }
            None => {}
            Some(edit) => match session.apply(&edit) {
                Ok(()) => {
                    let plan = session.plan();
                    prop_assert_eq!(verify(session.problem(), &plan), Ok(()), "{:?}", edit);
                    let anew = solve(session.problem()).unwrap();
                    if session.problem().pairs == Pairs::Maximum {
                        prop_assert_eq!((anew.pairs.len(), anew.total), (plan.pairs.len(), session.total()));
                    }
                    let regrets = session.regrets();
                    for mentee in 0..session.problem().mentees.len() as u32 {
                        prop_assert_eq!(session.losses(mentee), regrets.row(mentee));
                    }
                    past.push((session.problem().clone(), plan));
                }
                Err(_) => prop_assert_eq!((session.problem(), session.plan()), (&before, plan)),
            },
        }
    }
    Ok(())
}

/// The mentee's list was made before the fourth mentor joined, who has no place either.
#[test]
fn who_joins_without_a_place_is_not_in_the_way_of_a_minimum() {
    let arcs = [matching::Arc { mentee: 0, mentor: 2, fit: 1 }];
    let mut session = Session::new(&made(&[1], &[0, 0, 0], &arcs, vec![])).unwrap();
    session.apply(&Edit::Allow { mentee: 0, mentor: 1, fit: 0 }).unwrap();
    session.apply(&Edit::AddMentor { person: Person::new(0), fits: vec![(0, 0)] }).unwrap();
    let wanting = Edit::Change { who: Who::Mentor(0), person: Person::new(1).at_least(1) };
    assert!(matches!(session.apply(&wanting), Err(matching::Error::TooFewMentees { .. })));
    assert_eq!(session.pairs(), []);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn small_sessions(problem in varied(14), deeds in vec(deed(), 1..40)) {
        check(&problem, &deeds)?;
    }

    #[test]
    fn larger_sessions(problem in medium(), deeds in vec(deed(), 1..40)) {
        check(&problem, &deeds)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3))]

    #[test]
    fn a_thousand_edits(deeds in vec(deed(), 1_000)) {
        check(&constructed(12, 3).0, &deeds)?;
    }
}
