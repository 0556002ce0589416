//! What an event makes of a board. Cannot fail: an event about a card that is not there changes nothing.

use super::decide::next_undone;
use super::{Board, Event, Past, Place, Returned, Shift, Stage};
use crate::{ParticipationId, PersonId};

/// Applies what `by` did.
pub fn apply(board: &mut Board, event: &Event, by: Option<PersonId>) {
    match event {
        Event::Undone(shifts) => {
            // Asked before the cards lie where they were: it is what `decide` was asked.
            let undone = next_undone(board, by);
            lay(board, shifts, by);
            if let Some(at) = undone {
                let past = board.past.remove(at);
                board.undone.push(past);
            }
        }
        Event::Redone(shifts) => {
            lay(board, shifts, by);
            if let Some(at) = board.undone.iter().rposition(|past| past.by == by) {
                let past = board.undone.remove(at);
                board.past.push(past);
            }
        }
        Event::Begun(shifts) => lay(board, shifts, by),
        Event::Requested { .. } | Event::Settled { .. } => {}
        Event::Published(pairs) => {
            for (mentee, _) in pairs {
                if let Some(card) = board.cards.get_mut(mentee) {
                    card.stage = Stage::Proposed;
                    card.revision += 1;
                    card.moved_by = by;
                }
            }
        }
        Event::Started { mentee, revision, .. } => {
            if let Some(card) = board.cards.get_mut(mentee) {
                card.stage = Stage::AtWork;
                card.revision = *revision;
            }
        }
        Event::Returned { mentee, mentor, why, revision, .. } => {
            bring_back(board, *mentee, *mentor, *why);
            if let Some(card) = board.cards.get_mut(mentee) {
                card.revision = *revision;
                card.moved_by = by;
            }
        }
        placed => {
            lay(board, placed.shifts(), by);
            // Whoever goes another way has left behind what they took back.
            board.undone.retain(|past| past.by != by);
            board.past.push(Past { by, shifts: placed.shifts().to_vec() });
        }
    }
}

fn lay(board: &mut Board, shifts: &[Shift], by: Option<PersonId>) {
    for shift in shifts {
        if let Some(card) = board.cards.get_mut(&shift.mentee) {
            card.place = shift.after;
            card.revision = shift.revision;
            card.moved_by = by;
        }
    }
}

fn bring_back(board: &mut Board, mentee: ParticipationId, mentor: ParticipationId, why: Returned) {
    if let Some(card) = board.cards.get_mut(&mentee) {
        card.place = Place::TRAY;
        card.stage = Stage::Open;
        if why == Returned::Declined {
            card.declined.insert(mentor);
        }
    }
}
