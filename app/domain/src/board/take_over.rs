//! How a place that somebody has in another plan can be theirs here: at once, or when somebody makes room.

use super::{Board, Card, Command, Event, Fits, Gain, Place, Refusal, SeenCard, decide};
use crate::ParticipationId;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// Somebody who could make room, and what that would gain all together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MakesRoom {
    pub card: SeenCard,
    /// By changing places; none where a rule is against it, or where that is the tray as well.
    pub swap: Option<Gain>,
    /// By going to the tray.
    pub tray: Gain,
}

/// How a card can come to `to`: by itself where nobody is answered, or when one of them makes room, the best first.
///
/// # Errors
/// What the board says where none of that is possible.
pub fn take_over(
    board: &Board,
    mentee: ParticipationId,
    to: Option<ParticipationId>,
    fits: &dyn Fits,
) -> Result<Vec<MakesRoom>, Refusal> {
    let card = board.cards.get(&mentee).ok_or(Refusal::NotOnBoard)?;
    let seen = card.revision;
    let full = match decide(board, &Command::Move { mentee, to, seen }, None, fits) {
        Err(full @ Refusal::MentorFull { .. }) => full,
        decided => return decided.map(|_| vec![]),
    };
    let waits = card.place.mentor.is_none();
    let makes_room = |(other, there): (&ParticipationId, &Card)| {
        let seen = (seen, there.revision);
        let (one, other) = (mentee, *other);
        let swap = Command::Swap { one, other, seen };
        Some(MakesRoom {
            card: SeenCard { id: other, revision: there.revision },
            swap: if waits { None } else { gain(board, &swap, fits) },
            tray: gain(board, &Command::Replace { one, other, seen }, fits)?,
        })
    };
    let there = board.cards.iter().filter(|(_, card)| card.place.mentor == to);
    let mut rooms: Vec<_> = there.filter_map(makes_room).collect();
    rooms.sort_by_key(|one| (Reverse(one.swap.unwrap_or(one.tray).max(one.tray)), one.card.id));
    if rooms.is_empty() { Err(full) } else { Ok(rooms) }
}

/// What a command gains all together; none where it may not be.
fn gain(board: &Board, command: &Command, fits: &dyn Fits) -> Option<Gain> {
    let events = decide(board, command, None, fits).ok()?;
    let value = |mentee, place: Place| {
        let fit = place.mentor.map_or(0, |mentor| board.fit(mentee, mentor, fits).unwrap_or(0));
        Gain { pairs: i64::from(place.mentor.is_some()), fit }
    };
    let gains = events
        .iter()
        .flat_map(Event::shifts)
        .map(|one| value(one.mentee, one.after) - value(one.mentee, one.before));
    Some(gains.fold(Gain::default(), |sum, one| sum + one))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::board::Stage;
    use crate::board::tests::{fits, mentee, mentor, placed};
    use crate::criteria::{CriterionKind, Rule};

    #[test]
    fn where_there_is_a_place_nobody_has_to_make_room() {
        let board = placed(&[1, 2], 3, &[(0, 0), (1, 1)]);
        assert_eq!(take_over(&board, mentee(0), Some(mentor(1)), &fits), Ok(vec![]));
        assert_eq!(take_over(&board, mentee(0), None, &fits), Ok(vec![]));
        assert_eq!(take_over(&board, mentee(7), None, &fits), Err(Refusal::NotOnBoard));
    }

    #[test]
    fn where_all_places_are_taken_the_others_change_places_or_go_to_the_tray() {
        let board = placed(&[1, 2], 4, &[(0, 0), (1, 1), (2, 1)]);
        let rooms = take_over(&board, mentee(0), Some(mentor(1)), &fits).unwrap();
        let fit = |one, with| fits(mentee(one), mentor(with)).unwrap();
        assert_eq!(rooms.len(), 2);
        for room in &rooms {
            let other = if room.card.id == mentee(1) { 1 } else { 2 };
            let moved = fit(0, 1) - fit(0, 0);
            let swap = Gain { pairs: 0, fit: moved + fit(other, 0) - fit(other, 1) };
            assert_eq!(room.swap, Some(swap));
            assert_eq!(room.tray, Gain { pairs: -1, fit: moved - fit(other, 1) });
        }
        assert!(rooms[0].swap >= rooms[1].swap);
        let rooms = take_over(&board, mentee(3), Some(mentor(0)), &fits).unwrap();
        let [room] = rooms[..] else { panic!("{rooms:?}") };
        assert_eq!((room.card.id, room.swap), (mentee(0), None), "from the tray both are the same");
        assert_eq!(room.tray, Gain { pairs: 0, fit: fit(3, 0) - fit(0, 0) });
    }

    #[test]
    fn whom_a_rule_or_a_proposal_keeps_makes_no_room() {
        let mut board = placed(&[1, 1], 10, &[(1, 0), (9, 1)]);
        let rooms = take_over(&board, mentee(1), Some(mentor(1)), &fits).unwrap();
        let [room] = rooms[..] else { panic!("{rooms:?}") };
        assert_eq!((room.card.id, room.swap), (mentee(9), None), "a rule keeps mentee 9 from mentor 0");
        let rule = Rule::Criterion(CriterionKind::OtherTeam);
        assert_eq!(
            take_over(&board, mentee(9), Some(mentor(0)), &fits),
            Err(Refusal::Forbidden { mentee: mentee(9), mentor: mentor(0), rule })
        );
        board.cards.get_mut(&mentee(9)).unwrap().stage = Stage::Proposed;
        assert_eq!(
            take_over(&board, mentee(1), Some(mentor(1)), &fits),
            Err(Refusal::MentorFull { mentor: mentor(1), places: 1 })
        );
        assert_eq!(
            take_over(&board, mentee(9), None, &fits),
            Err(Refusal::WaitsForAnswer { mentee: mentee(9) })
        );
    }
}
