//! What is promised of each aim, held against every other plan.

use super::*;
use crate::ParticipationId;
use crate::board::laws::{befall, command, deed};
use crate::board::tests::{board, fits};
use crate::board::{Command, Place, apply, decide};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// The fits of pairs of the problem's numbers, the lowest first.
fn sorted(studio: &Studio, pairs: &[(u32, u32)]) -> Vec<i64> {
    let mut fits: Vec<i64> =
        pairs.iter().map(|pair| studio.problem().arcs.fit(pair.0, pair.1).unwrap()).collect();
    fits.sort_unstable();
    fits
}

/// A mentee and a mentor in the problem's numbers.
type Numbers = (u32, u32);

/// Every plan that the problem allows, from the row `from` on.
fn every_plan(
    studio: &Studio,
    from: u32,
    left: &mut [u32],
    pairs: &mut Vec<Numbers>,
    each: &mut dyn FnMut(&[Numbers]),
) {
    let problem = studio.problem();
    let Some(mentee) = problem.mentees.get(from as usize) else { return each(pairs) };
    every_plan(studio, from + 1, left, pairs, each);
    for mentor in 0..left.len() {
        if mentee.capacity == 0 || left[mentor] == 0 || problem.arcs.fit(from, mentor as u32).is_none() {
            continue;
        }
        left[mentor] -= 1;
        pairs.push((from, mentor as u32));
        every_plan(studio, from + 1, left, pairs, each);
        pairs.pop();
        left[mentor] += 1;
    }
}

/// Pins the mentees of whose number the bit is set, as long as there are places.
fn pin(board: &mut Board, pins: u16) {
    let mentors = board.mentors.iter().flat_map(|(id, one)| vec![*id; one.places as usize]);
    let mut free: Vec<ParticipationId> = mentors.collect();
    for (at, (mentee, card)) in board.cards.iter_mut().enumerate() {
        if pins >> at & 1 == 1
            && let Some(mentor) = free.pop()
            && fits(*mentee, mentor).is_ok()
        {
            card.place = Place { mentor: Some(mentor), pinned: true };
        }
    }
}

proptest! {
    /// No plan has more pairs, and of those with as many none is better at the lowest fit at which the two differ.
    #[test]
    fn no_other_plan_is_fairer(places in prop::collection::vec(0..3u32, 1..4), mentees in 1..6_u128, pins in any::<u16>()) {
        let mut board = board(&places, mentees);
        pin(&mut board, pins & pins >> 5);
        let studio = Studio::new(&board, &fits).unwrap();
        let fair = studio.answer(&board, Aim::Fair).unwrap();
        let ours = sorted(&studio, fair.pairs());
        let mut left: Vec<u32> = studio.problem().mentors.iter().map(|one| one.capacity).collect();
        every_plan(&studio, 0, &mut left, &mut vec![], &mut |pairs| {
            let theirs = sorted(&studio, pairs);
            assert!(theirs.len() <= ours.len(), "{theirs:?} has more pairs than {ours:?}");
            assert!(theirs.len() < ours.len() || theirs <= ours, "{theirs:?} is fairer than {ours:?}");
        });
    }

    /// Whatever has been done to the board: the fairest plan has as many pairs as the best and costs what it says, and a
    /// stable plan leaves nobody apart but by pins; both can be carried out, and proofs and files agree with them.
    #[test]
    fn aims_keep_what_they_promise(places in prop::collection::vec(0..4u32, 5), deeds in prop::collection::vec(deed(), 0..25)) {
        let mut board = board(&places, 12);
        for deed in &deeds {
            befall(&mut board, deed);
            for event in command(&board, deed).map_or(Ok(vec![]), |one| decide(&board, &one, None, &fits)).unwrap_or_default() {
                apply(&mut board, &event, None);
            }
        }
        let studio = Studio::new(&board, &fits).unwrap();
        let rankings = studio.rankings();
        prop_assert_eq!(&rankings, &studio.instance().rankings(), "the command line ranks alike");
        let pinned = board.cards.values().filter(|card| card.place.pinned).filter_map(|card| card.place.mentor);
        let with_pins: BTreeSet<ParticipationId> = pinned.collect();
        for Aimed { line: AimStep { aim, known }, step, apart } in studio.aims(&board, &fits, Aim::Total, 100).unwrap() {
            let (price, step) = (known.unwrap(), step.unwrap());
            prop_assert_eq!((price.moves as usize, price.changes as usize), (step.moves, step.changes.len()));
            prop_assert_eq!(price.apart as usize, apart.len());
            prop_assert!(price.price <= Gain::default());
            prop_assert_eq!(price.lowest, studio.lowest(studio.answer(&board, aim).unwrap().pairs()));
            match studio.answer(&board, aim).unwrap() {
                Answer::Fair(plan) => {
                    prop_assert_eq!(price.price.pairs, 0);
                    prop_assert_eq!(matching::verify_fair(studio.problem(), &plan), Ok(()));
                }
                Answer::Stable(answer) => {
                    prop_assert_eq!(matching::verify_stable(&rankings, Side::Mentee, &answer.plan.pairs), Ok(()));
                }
                other => prop_assert!(false, "{:?}", other),
            }
            for one in &apart {
                let held = board.cards[&one.mentee].place.pinned || with_pins.contains(&one.mentor);
                prop_assert!(held, "{:?} is apart without a pin", one);
            }
            let mut after = board.clone();
            let changes = step.changes.clone();
            for event in decide(&board, &Command::Rebalance { changes, aim }, None, &fits).unwrap() {
                apply(&mut after, &event, None);
            }
            prop_assert_eq!(studio.worth(&studio.present(&after)) - studio.worth(&studio.present(&board)), step.gain);
            prop_assert_eq!(studio.made(&board, &step.changes), studio.present(&after));
        }
    }

    /// Where pins are given to the engine as pins, it finds the same stable plan, and names the same who are kept apart.
    #[test]
    fn who_is_apart_is_whom_the_engine_names(places in prop::collection::vec(0..4u32, 1..5), mentees in 1..10_u128, pins in any::<u16>()) {
        let mut board = board(&places, mentees);
        pin(&mut board, pins);
        let studio = Studio::new(&board, &fits).unwrap();
        let step = studio.aimed(&board, Aim::Stable).unwrap();
        let mut rankings = studio.rankings();
        for (mentee, card) in board.cards.iter().filter(|(_, card)| card.place.pinned) {
            let row = studio.row(*mentee).unwrap();
            let column = studio.mentors().iter().position(|id| Some(*id) == card.place.mentor).unwrap();
            rankings.mentees[row as usize] += 1;
            rankings.mentors[column] += 1;
            rankings.pins.push((row, column as u32));
        }
        let plan = matching::stable(&rankings, Side::Mentee).unwrap();
        let mut free = plan.pairs.clone();
        free.retain(|pair| !rankings.pins.contains(pair));
        prop_assert_eq!(free, studio.made(&board, &step.changes));
        let named = plan.blocking.iter().map(|&(mentee, mentor)| (studio.mentees()[mentee as usize], studio.mentors()[mentor as usize]));
        let ours = apart(&board, &step.changes, &fits);
        prop_assert_eq!(ours.iter().map(|one| (one.mentee, one.mentor)).collect::<BTreeSet<_>>(), named.collect());
    }
}

#[test]
fn an_aim_is_named_by_its_word_and_groups_have_one_only() {
    for aim in Aim::ALL {
        assert_eq!(Aim::asked(aim.as_str()), Ok(*aim));
        assert_eq!(Aim::of(aim.objective()), *aim);
        assert_eq!(aim.with_groups_of(1), Ok(()));
    }
    assert_eq!(Aim::asked(""), Ok(Aim::Total));
    assert_eq!(Aim::asked("fairest"), Err(Refusal::UnknownAim));
    assert_eq!(Aim::of(Objective::Diverse), Aim::Total);
    assert_eq!(Aim::Total.with_groups_of(3), Ok(()));
    for aim in [Aim::Fair, Aim::Stable] {
        assert_eq!(aim.with_groups_of(3), Err(Refusal::GroupsForTotalOnly { fewest: 3 }));
    }
}
