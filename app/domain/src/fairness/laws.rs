//! The laws of what is told: nothing small, nothing that can be worked out, nothing that depends on an order.

use super::*;
use crate::ParticipationId;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

fn question(choices: usize) -> Question {
    Question { text: "Origin".into(), choices: (0..choices).map(|at| format!("place {at}")).collect() }
}

/// All vectors with these largest numbers.
fn vectors(most: &[u32]) -> Vec<Vec<u32>> {
    most.iter().fold(vec![vec![]], |all, &most| {
        all.iter().flat_map(|one| (0..=most).map(move |n| [&one[..], &[n]].concat())).collect()
    })
}

/// What could be true, and which of its numbers are shown.
type Truth = (Vec<u32>, Vec<bool>);

/// Sorts all possible truths by what is told of them, and says which are told so that a number that is not shown has only
/// one value left.
fn told_away<T: Ord>(truths: impl Iterator<Item = (T, Vec<u32>, Vec<bool>)>) -> Vec<(usize, Vec<u32>)> {
    let mut alike: BTreeMap<T, Vec<Truth>> = BTreeMap::new();
    for (told, truth, shown) in truths {
        alike.entry(told).or_default().push((truth, shown));
    }
    let mut found = vec![];
    for truths in alike.values() {
        let (first, shown) = &truths[0];
        for at in (0..first.len()).filter(|at| !shown[*at]) {
            let values: BTreeSet<u32> = truths.iter().map(|(truth, _)| truth[at]).collect();
            if values.len() < 2 {
                found.push((at, first.clone()));
            }
        }
    }
    found
}

#[test]
fn how_many_are_in_a_small_group_cannot_be_worked_out() {
    for all in [5_u32, 9, 12, 20] {
        let spread = vectors(&[all, all, all]).into_iter().filter(|one| one.iter().sum::<u32>() <= all);
        let truths = spread.map(|groups| {
            let shown = shown(&groups, all);
            let told: Vec<Option<u32>> =
                groups.iter().zip(&shown).map(|(people, shown)| shown.then_some(*people)).collect();
            (told, groups, shown)
        });
        assert_eq!(told_away(truths), [], "of {all}");
    }
}

#[test]
fn how_many_of_a_group_have_a_match_cannot_be_worked_out_where_few_do_or_do_not() {
    for (sizes, others) in
        [(vec![5, 6], 0), (vec![12, 7], 3), (vec![14, 11], 0), (vec![5, 11, 6], 2), (vec![13, 12], 9)]
    {
        let all = sizes.iter().sum::<u32>() + others;
        for matched in 1..all {
            let spread = vectors(&sizes).into_iter().filter(|with| {
                let rest = matched.checked_sub(with.iter().sum());
                rest.is_some_and(|rest| rest <= others)
            });
            let truths = spread.map(|with| {
                let groups: Vec<(u32, u32)> = sizes.iter().copied().zip(with.iter().copied()).collect();
                let told = counts(&groups, all, matched);
                let shown: Vec<bool> = told.iter().map(|one| matches!(one, Count::Exactly(_))).collect();
                (told.iter().map(|one| format!("{one:?}")).collect::<Vec<_>>(), with, shown)
            });
            assert_eq!(told_away(truths), [], "{matched} of {sizes:?} and {others} others");
        }
    }
}

prop_compose! {
    /// Mentees, and what they have said.
    fn people()(
        list in prop::collection::vec((any::<bool>(), 0..=1_000_000_i64, 1..40_u32, 0..90_i64, prop::option::of(0..4_usize)), 0..60)
    ) -> Vec<(Case, Option<usize>)> {
        let case = |matched, fit, rank, waited| match matched {
            true => Case { matched, fit: Some(fit), rank: Some(rank), waited: None },
            false => Case { waited: Some(waited), ..Case::default() },
        };
        list.into_iter().map(|(matched, fit, rank, waited, said)| (case(matched, fit, rank, waited), said)).collect()
    }
}

/// The audit of people who stand in this order.
fn audited(people: &[(Case, Option<usize>)], order: &[u128]) -> QuestionFigures {
    let question = question(4);
    let id = |at: usize| ParticipationId(Uuid::from_u128(order[at]));
    let cases = people.iter().enumerate().map(|(at, one)| (id(at), one.0)).collect();
    let said = people.iter().enumerate();
    let said = said.filter_map(|(at, one)| Some((id(at), question.choices[one.1?].clone()))).collect();
    audit(&question, &cases, &said)
}

fn in_order(people: &[(Case, Option<usize>)]) -> QuestionFigures {
    audited(people, &(0..people.len() as u128).collect::<Vec<_>>())
}

proptest! {
    #[test]
    fn no_group_below_the_least_is_told_of(people in people()) {
        let told = in_order(&people);
        prop_assert_eq!(told.groups.len(), 4);
        for (at, group) in told.groups.iter().enumerate() {
            let of = || people.iter().filter(|one| one.1 == Some(at));
            let Some(figures) = group.figures else { continue };
            prop_assert_eq!(figures.people as usize, of().count());
            prop_assert!(figures.people >= LEAST);
            let (with, without) = (of().filter(|one| one.0.matched).count() as u32, of().filter(|one| !one.0.matched).count() as u32);
            prop_assert!(figures.fit.is_none() && figures.rank.is_none() || with >= LEAST);
            prop_assert!(figures.waited.is_none() || without >= LEAST);
            let everybody_alike = people.iter().all(|one| one.0.matched) || people.iter().all(|one| !one.0.matched);
            if let Some(Share { count: Count::Exactly(matched), .. }) = figures.matched {
                prop_assert_eq!(matched, with);
                prop_assert!(everybody_alike || (with >= LEAST && without >= LEAST));
            }
        }
    }

    #[test]
    fn an_interval_holds_its_figure_and_stays_within_what_is_possible(people in people()) {
        for figures in in_order(&people).groups.into_iter().filter_map(|group| group.figures) {
            if let Some(share) = figures.matched {
                prop_assert!(share.low <= share.least && share.least <= share.most && share.most <= share.high);
                prop_assert!(share.high <= 100);
            }
            for mean in [figures.fit, figures.rank, figures.waited].into_iter().flatten() {
                prop_assert!(mean.low <= mean.value && mean.value <= mean.high);
            }
            prop_assert!(figures.fit.is_none_or(|fit| fit.low >= 0 && fit.high <= 100));
        }
    }

    #[test]
    fn the_order_of_people_changes_nothing(people in people(), salt in any::<u64>()) {
        let mixed = |at: u128| (at + 1).wrapping_mul(u128::from(salt) | 1) % 1_000_000_007;
        let order: Vec<u128> = (0..people.len() as u128).map(mixed).collect();
        prop_assume!(order.iter().collect::<BTreeSet<_>>().len() == order.len());
        prop_assert_eq!(audited(&people, &order), in_order(&people));
    }

    #[test]
    fn room_is_for_whole_people_and_never_for_fewer_than_asked(people in 0..2000_usize, share in 0..=100_u8) {
        let room = Room { group: Group { question: String::new(), choice: String::new() }, share };
        let least = room.of(people);
        prop_assert!(least <= people && least * 100 >= people * usize::from(share));
        prop_assert!(least == 0 || (least - 1) * 100 < people * usize::from(share));
    }
}

#[test]
fn an_answer_needs_something_that_it_may_be_used_for() {
    let asked = [question(2)];
    let form = |choice: &str, figures: &str, matching: &str| TellForm {
        question: "Origin".into(),
        choice: choice.into(),
        figures: figures.into(),
        matching: matching.into(),
        comparing: String::new(),
    };
    let mentee = Uses::of(true, false, false);
    let problem = |form: TellForm| form.read(&asked, mentee).unwrap_err()[0].problem.clone();
    let told = Told { choice: "place 1".into(), figures: false, matching: true, comparing: false };
    assert_eq!(form("place 1", "", "true").read(&asked, mentee), Ok(Some(told.clone())));
    assert_eq!(form("", "true", "true").read(&asked, mentee), Ok(None));
    assert_eq!(problem(form("place 1", "", "")), crate::Problem::NoConsent);
    assert_eq!(problem(form("place 7", "true", "")), crate::Problem::NotAChoice);
    let gone = TellForm { question: "Age".into(), ..form("place 1", "true", "") };
    assert_eq!(problem(gone), crate::Problem::NotAChoice);
    // What there is no use for is no consent: a mentor is in no group, and nobody is compared where that does not count.
    let all = || TellForm { comparing: "true".into(), ..form("place 1", "true", "true") };
    assert_eq!(
        problem(TellForm { comparing: "true".into(), ..form("place 1", "", "") }),
        crate::Problem::NoConsent
    );
    assert_eq!(all().read(&asked, mentee), Ok(Some(Told { figures: true, ..told.clone() })));
    let mentor = Uses::of(false, true, true);
    let compared = Told { matching: false, comparing: true, ..told };
    assert_eq!(all().read(&asked, mentor), Ok(Some(compared)));
    let nothing = form("place 1", "true", "true").read(&asked, mentor).unwrap_err();
    assert_eq!((nothing[0].field.as_str(), &nothing[0].problem), ("comparing", &crate::Problem::NoConsent));
    assert!(!Uses::of(false, true, false).any() && !Uses::of(false, false, true).any());
}
