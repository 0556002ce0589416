//! Laws of the board: whatever happens on it, capacity holds and nothing acknowledged is lost.

use super::*;
use crate::criteria::{CriterionKind, FULL};
use uuid::Uuid;

pub(super) fn mentee(number: u128) -> ParticipationId {
    ParticipationId(Uuid::from_u128(number))
}

pub(super) fn mentor(number: u128) -> ParticipationId {
    ParticipationId(Uuid::from_u128(1000 + number))
}

pub(super) fn person(number: u128) -> PersonId {
    PersonId(Uuid::from_u128(2000 + number))
}

/// Mentors with these places, and so many mentees in the tray.
pub(super) fn board(places: &[u32], mentees: u128) -> Board {
    let mut board = Board::empty(MatchPlanId(Uuid::nil()));
    for (at, places) in places.iter().enumerate() {
        board.mentors.insert(mentor(at as u128), Mentor { places: *places, elsewhere: 0, active: true });
    }
    board.cards = (0..mentees).map(|number| (mentee(number), Card::default())).collect();
    board
}

/// The same with these pairs of mentee and mentor.
pub(super) fn placed(places: &[u32], mentees: u128, pairs: &[(u128, u128)]) -> Board {
    let mut board = board(places, mentees);
    for (one, with) in pairs {
        let card = board.cards.get_mut(&mentee(*one)).unwrap();
        card.place = Place { mentor: Some(mentor(*with)), pinned: false };
    }
    board
}

/// Mentee 9 and mentor 0 are in one team; all others fit by a number that depends on the two.
pub(super) fn fits(one: ParticipationId, other: ParticipationId) -> Result<i64, Rule> {
    if (one, other) == (mentee(9), mentor(0)) {
        return Err(Rule::Criterion(CriterionKind::OtherTeam));
    }
    let (one, other) = (one.0.as_u128() as i64, other.0.as_u128() as i64);
    Ok((one * 7919 + other * 104_729) % 1_000_001)
}

fn go(board: &mut Board, by: u128, command: Command) -> Result<Vec<Event>, Refusal> {
    let events = decide(board, &command, Some(person(by)), &fits)?;
    for event in &events {
        apply(board, event, Some(person(by)));
    }
    Ok(events)
}

fn put(one: u128, to: u128, seen: Revision) -> Command {
    Command::Move { mentee: mentee(one), to: Some(mentor(to)), seen }
}

#[test]
fn what_was_undone_is_done_again_unless_somebody_else_was_there() {
    let mut board = board(&[1, 1, 1], 3);
    go(&mut board, 0, put(0, 0, 0)).unwrap();
    go(&mut board, 0, Command::Undo).unwrap();
    assert_eq!(go(&mut board, 1, Command::Redo), Err(Refusal::NothingToRedo));
    go(&mut board, 0, Command::Redo).unwrap();
    assert_eq!(board.cards[&mentee(0)].place, Place { mentor: Some(mentor(0)), pinned: true });
    assert_eq!(go(&mut board, 0, Command::Redo), Err(Refusal::NothingToRedo));
    go(&mut board, 0, Command::Undo).unwrap();
    go(&mut board, 1, put(0, 2, 4)).unwrap();
    let changed = Refusal::ChangedSinceUndo { mentee: mentee(0), by: Some(person(1)) };
    assert_eq!(go(&mut board, 0, Command::Redo), Err(changed));
    // The place may be taken by now though the card is where it was.
    go(&mut board, 1, Command::Undo).unwrap();
    go(&mut board, 1, put(1, 0, 0)).unwrap();
    assert_eq!(go(&mut board, 0, Command::Redo), Err(Refusal::MentorFull { mentor: mentor(0), places: 1 }));
}

#[test]
fn a_move_by_hand_pins() {
    let mut board = board(&[1, 1], 2);
    go(&mut board, 0, put(0, 1, 0)).unwrap();
    assert_eq!(board.cards[&mentee(0)].place, Place { mentor: Some(mentor(1)), pinned: true });
    assert_eq!(board.cards[&mentee(0)].revision, 1);
    go(&mut board, 0, Command::Move { mentee: mentee(0), to: None, seen: 1 }).unwrap();
    assert_eq!(board.cards[&mentee(0)].place, Place::TRAY);
}

#[test]
fn a_card_that_somebody_else_has_moved_is_not_moved_again_unseen() {
    let mut board = board(&[2, 2], 2);
    go(&mut board, 0, put(0, 0, 0)).unwrap();
    let refusal = go(&mut board, 1, put(0, 1, 0)).unwrap_err();
    assert_eq!(
        refusal,
        Refusal::MovedMeanwhile { mentee: mentee(0), by: Some(person(0)), to: Some(mentor(0)) }
    );
    go(&mut board, 1, put(1, 1, 0)).unwrap();
    assert_eq!(
        go(&mut board, 1, put(0, 0, 0)).unwrap(),
        vec![],
        "where both agree there is nothing to refuse"
    );
}

#[test]
fn rules_and_places_hold() {
    let mut board = board(&[1, 1], 10);
    go(&mut board, 0, put(1, 0, 0)).unwrap();
    assert_eq!(go(&mut board, 0, put(2, 0, 0)), Err(Refusal::MentorFull { mentor: mentor(0), places: 1 }));
    go(&mut board, 0, put(9, 1, 0)).unwrap();
    let swap = Command::Swap { one: mentee(1), other: mentee(9), seen: (1, 1) };
    let rule = Rule::Criterion(CriterionKind::OtherTeam);
    assert_eq!(
        go(&mut board, 0, swap),
        Err(Refusal::Forbidden { mentee: mentee(9), mentor: mentor(0), rule })
    );
    board.mentors.insert(mentor(1), Mentor { places: 3, elsewhere: 0, active: false });
    assert_eq!(go(&mut board, 0, put(3, 1, 0)), Err(Refusal::Withdrawn { who: mentor(1) }));
    assert_eq!(go(&mut board, 0, put(77, 1, 0)), Err(Refusal::NotOnBoard));
}

#[test]
fn full_mentors_can_swap() {
    let mut board = board(&[1, 1], 3);
    go(&mut board, 0, put(0, 0, 0)).unwrap();
    go(&mut board, 0, put(1, 1, 0)).unwrap();
    go(&mut board, 0, Command::Swap { one: mentee(0), other: mentee(1), seen: (1, 1) }).unwrap();
    assert_eq!(board.cards[&mentee(0)].place.mentor, Some(mentor(1)));
    go(&mut board, 0, Command::Swap { one: mentee(2), other: mentee(0), seen: (0, 2) }).unwrap();
    assert_eq!(board.cards[&mentee(0)].place, Place::TRAY);
    assert_eq!(board.cards[&mentee(2)].place, Place { mentor: Some(mentor(1)), pinned: true });
}

#[test]
fn undo_takes_back_ones_own_and_respects_others() {
    let mut board = board(&[2, 2], 3);
    go(&mut board, 0, put(0, 0, 0)).unwrap();
    go(&mut board, 1, put(1, 0, 0)).unwrap();
    go(&mut board, 0, Command::Undo).unwrap();
    assert_eq!(board.cards[&mentee(0)].place, Place::TRAY);
    assert_eq!(board.cards[&mentee(1)].place.mentor, Some(mentor(0)));
    assert_eq!(go(&mut board, 0, Command::Undo), Err(Refusal::NothingToUndo));
    go(&mut board, 0, Command::Unpin { mentee: mentee(1), seen: 1 }).unwrap();
    assert_eq!(
        go(&mut board, 1, Command::Undo),
        Err(Refusal::ChangedSince { mentee: mentee(1), by: Some(person(0)) })
    );
}

#[test]
fn a_proposed_pair_waits_and_a_declined_one_comes_back() {
    let mut board = board(&[2, 2], 3);
    assert_eq!(go(&mut board, 0, Command::Publish), Err(Refusal::NothingToPublish));
    go(&mut board, 0, put(0, 0, 0)).unwrap();
    go(&mut board, 0, put(1, 1, 0)).unwrap();
    go(&mut board, 0, Command::Publish).unwrap();
    assert_eq!(go(&mut board, 0, Command::Publish), Err(Refusal::AlreadyPublished));
    assert_eq!(go(&mut board, 0, put(0, 1, 2)), Err(Refusal::WaitsForAnswer { mentee: mentee(0) }));
    let back = Command::Return { mentee: mentee(0), mentor: mentor(0), why: Returned::Declined };
    go(&mut board, 2, back.clone()).unwrap();
    assert_eq!(go(&mut board, 2, back), Ok(vec![]), "twice is once");
    let card = board.cards[&mentee(0)].clone();
    assert_eq!((card.place, card.stage), (Place::TRAY, Stage::Open));
    let rule = Rule::Declined;
    assert_eq!(
        go(&mut board, 0, put(0, 0, card.revision)),
        Err(Refusal::Forbidden { mentee: mentee(0), mentor: mentor(0), rule })
    );
    go(&mut board, 2, Command::Start { mentee: mentee(1), mentor: mentor(1) }).unwrap();
    let seen = board.cards[&mentee(1)].revision;
    assert_eq!(go(&mut board, 0, put(1, 0, seen)), Err(Refusal::AtWork { mentee: mentee(1) }));
    assert_eq!(go(&mut board, 0, Command::Undo), Err(Refusal::AtWork { mentee: mentee(1) }));
}

#[test]
fn the_engine_works_around_pins() {
    let mut board = board(&[1, 1, 1], 3);
    go(&mut board, 0, put(0, 1, 0)).unwrap();
    let changes = Studio::new(&board, &fits).unwrap().changes(&board);
    assert_eq!(changes.len(), 2);
    let events = go(&mut board, 0, Command::Rebalance { changes, aim: Aim::Total }).unwrap();
    let [Event::Rebalanced { shifts, before, after, .. }] = &events[..] else { panic!("{events:?}") };
    assert_eq!((shifts.len(), *before), (2, fits(mentee(0), mentor(1)).unwrap()));
    assert_eq!(*after, board.total(&fits));
    assert_eq!(board.cards[&mentee(0)].place, Place { mentor: Some(mentor(1)), pinned: true });
    let changes = Studio::new(&board, &fits).unwrap().changes(&board);
    assert_eq!(changes, vec![], "the best plan stays the best");
}

#[test]
fn refusals_say_who_and_what() {
    let refusal = Refusal::MovedMeanwhile { mentee: mentee(0), by: None, to: None };
    assert_eq!(
        refusal.sentence(),
        "Somebody else has just moved This mentee back to the tray. Your move was not made."
    );
    let text = serde_json::to_string(&refusal).unwrap();
    assert_eq!(serde_json::from_str::<Refusal>(&text).unwrap(), refusal);
}

#[test]
fn who_has_no_match_hears_why_and_what_would_help() {
    let both = board(&[1], 2);
    let alone = [mentee(0), mentee(1)]
        .map(|one| Studio::new(&both, &fits).unwrap().unmatched(&both, one, &fits).unwrap());
    let said: Vec<Unmatched> = alone.into_iter().flatten().collect();
    let [said] = &said[..] else { panic!("one of two has no match: {said:?}") };
    assert_eq!((said.possible, &said.forbidden), (1, &vec![]));
    let [one] = said.remedies[..] else { panic!("a place more helps: {said:?}") };
    assert_eq!((one.change, one.mentor, one.gain.pairs), (Change::Place(mentor(0)), mentor(0), 1));
}

#[test]
fn a_rule_that_keeps_somebody_from_everybody_is_what_would_help() {
    struct Strict;
    impl Fits for Strict {
        fn fit(&self, one: ParticipationId, other: ParticipationId) -> Result<i64, Rule> {
            fits(one, other)
        }
        fn fit_without(&self, _: ParticipationId, _: ParticipationId, _: Rule) -> Result<i64, Rule> {
            Ok(500)
        }
    }
    let mut one = board(&[1], 10);
    one.cards.retain(|id, _| *id == mentee(9));
    let rule = Rule::Criterion(CriterionKind::OtherTeam);
    let said = Studio::new(&one, &Strict).unwrap().unmatched(&one, mentee(9), &Strict).unwrap().unwrap();
    assert_eq!((said.possible, said.forbidden), (0, vec![(rule, 1)]));
    let gain = Gain { pairs: 1, fit: 500 };
    assert_eq!(
        said.remedies,
        vec![Remedy { change: Change::Rule(CriterionKind::OtherTeam), mentor: mentor(0), gain }]
    );
}

#[test]
fn a_pin_that_takes_somebodys_place_is_what_would_help() {
    // Mentee 8 holds the only place that mentee 1 would fill better.
    let mut both = board(&[1], 9);
    both.cards.retain(|id, _| [mentee(1), mentee(8)].contains(id));
    let better =
        |one: ParticipationId, _: ParticipationId| Ok(if one == mentee(1) { 900_000 } else { 300_000 });
    both.cards.get_mut(&mentee(8)).unwrap().place = Place { mentor: Some(mentor(0)), pinned: true };
    let said = Studio::new(&both, &better).unwrap().unmatched(&both, mentee(1), &better).unwrap().unwrap();
    assert_eq!((said.possible, said.settled), (1, 1), "the only place is pinned");
    let gain = |pairs, fit| Gain { pairs, fit };
    let place = Remedy { change: Change::Place(mentor(0)), mentor: mentor(0), gain: gain(1, 900_000) };
    let pin = Remedy { change: Change::Pin(mentee(8)), mentor: mentor(0), gain: gain(0, 600_000) };
    assert_eq!(said.remedies, vec![place, pin]);
    // Where whoever is pinned fits better, letting go of them would help nobody.
    let worse =
        |one: ParticipationId, _: ParticipationId| Ok(if one == mentee(1) { 200_000 } else { 300_000 });
    let said = Studio::new(&both, &worse).unwrap().unmatched(&both, mentee(1), &worse).unwrap().unwrap();
    assert_eq!(said.remedies.len(), 1, "only a place more: {said:?}");
}

#[test]
fn a_plan_whose_places_were_taken_since_says_so_and_the_engine_puts_it_right() {
    let mut board = placed(&[2, 1], 3, &[(0, 0), (1, 0), (2, 1)]);
    assert_eq!(board.overfull(), vec![]);
    board.mentors.get_mut(&mentor(0)).unwrap().places = 1;
    assert_eq!(board.overfull(), vec![mentor(0)]);
    let said = Studio::new(&board, &fits).unwrap().verdict(&board, &fits, 5).unwrap();
    assert_eq!(said.overfull, vec![mentor(0)]);
    let changes = Studio::new(&board, &fits).unwrap().changes(&board);
    go(&mut board, 1, Command::Rebalance { changes, aim: Aim::Total }).unwrap();
    assert_eq!(board.overfull(), vec![]);
}

#[test]
fn figures_are_rounded_so_that_what_is_said_of_a_change_and_what_is_shown_agree() {
    assert_eq!([0, 4_999, 5_000, 995_000, FULL].map(percent), [0, 0, 1, 100, 100]);
    let text = |fit| Gain { pairs: 0, fit }.text();
    assert_eq!([12_400, 12_500, -12_500, 499, -499].map(text), ["+1.2", "+1.3", "−1.3", "±0.0", "±0.0"]);
}

#[test]
fn what_is_taken_back_is_said_by_name() {
    struct Called;
    impl Names for Called {
        fn participant(&self, id: ParticipationId) -> Option<String> {
            Some(if id == mentor(0) { "Greta".to_owned() } else { "Priya".to_owned() })
        }
        fn person(&self, _: PersonId) -> Option<String> {
            None
        }
    }
    let mut board = board(&[1], 1);
    let mut say = |command| {
        let events = go(&mut board, 1, command).unwrap();
        said(&events[0], &Called)
    };
    say(put(0, 0, 0));
    say(Command::Unpin { mentee: mentee(0), seen: 1 });
    assert_eq!(say(Command::Undo), "Undone: Priya is pinned to Greta again.");
    assert_eq!(say(Command::Redo), "Done again: Priya is not pinned to Greta any more.");
    say(Command::Undo);
    assert_eq!(say(Command::Undo), "Undone: Priya is in the tray again.");
    assert_eq!(say(Command::Redo), "Done again: Priya is with Greta again.");
}
