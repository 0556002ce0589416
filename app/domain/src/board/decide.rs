//! Whether a command may be, and what follows.

use super::publish::{publish_all, publish_chosen};
use super::{
    Aim, Board, Card, Command, Deed, Event, Fits, Mentor, Past, Place, Refusal, Returned, Revision, Shift,
    Stage,
};
use crate::{ParticipationId, PersonId};
use std::collections::BTreeMap;

pub(super) type Decided<T = Vec<Event>> = Result<T, Refusal>;

/// What follows from `command` given by `actor`; nothing where all is as it asks for.
///
/// # Errors
/// The rule that says no; the board stays as it is.
pub fn decide(board: &Board, command: &Command, actor: Option<PersonId>, fits: &dyn Fits) -> Decided {
    match command {
        Command::Move { mentee, to, seen } => move_card(board, *mentee, *to, *seen, fits),
        Command::Swap { one, other, seen } => swap(board, *one, *other, *seen, fits),
        Command::Replace { one, other, seen } => replace(board, *one, *other, *seen, fits),
        Command::Pin { mentee, seen } => pin(board, *mentee, *seen, true),
        Command::Unpin { mentee, seen } => pin(board, *mentee, *seen, false),
        Command::Several { cards, deed } => several(board, cards, *deed, fits),
        Command::Rebalance { changes, aim } => rebalance(board, changes, *aim, fits),
        Command::Undo => undo(board, actor, fits),
        Command::Redo => redo(board, actor, fits),
        Command::Publish => publish_all(board, fits),
        Command::PublishPairs { pairs } => publish_chosen(board, pairs, fits),
        Command::Start { mentee, mentor } => Ok(start(board, *mentee, *mentor)),
        Command::Return { mentee, mentor, why } => Ok(bring_back(board, *mentee, *mentor, *why)),
    }
}

fn move_card(
    board: &Board,
    mentee: ParticipationId,
    to: Option<ParticipationId>,
    seen: Revision,
    fits: &dyn Fits,
) -> Decided {
    let Some(shift) = to_place(board, mentee, Place { mentor: to, pinned: to.is_some() }, seen)? else {
        return Ok(vec![]);
    };
    possible(board, &[shift], fits)?;
    Ok(vec![Event::Moved(shift)])
}

/// A card's way to a place; none where it is there.
fn to_place(board: &Board, mentee: ParticipationId, after: Place, seen: Revision) -> Decided<Option<Shift>> {
    let card = card_for(board, mentee, after.mentor)?;
    if card.place == after {
        return Ok(None);
    }
    fresh(mentee, card, seen)?;
    Ok(Some(shift(mentee, card, after)))
}

fn swap(
    board: &Board,
    one: ParticipationId,
    other: ParticipationId,
    seen: (Revision, Revision),
    fits: &dyn Fits,
) -> Decided {
    let (first, second) = (seen_card(board, one, seen.0)?, seen_card(board, other, seen.1)?);
    if first.place.mentor == second.place.mentor {
        return Err(Refusal::NothingToSwap);
    }
    let at = |place: Place| Place { mentor: place.mentor, pinned: place.mentor.is_some() };
    let shifts = [shift(one, first, at(second.place)), shift(other, second, at(first.place))];
    possible(board, &shifts, fits)?;
    Ok(vec![Event::Swapped(shifts)])
}

fn replace(
    board: &Board,
    one: ParticipationId,
    other: ParticipationId,
    seen: (Revision, Revision),
    fits: &dyn Fits,
) -> Decided {
    let (first, second) = (seen_card(board, one, seen.0)?, seen_card(board, other, seen.1)?);
    let Some(mentor) = second.place.mentor.filter(|mentor| first.place.mentor != Some(*mentor)) else {
        return Err(Refusal::NothingToSwap);
    };
    let there = Place { mentor: Some(mentor), pinned: true };
    let shifts = [shift(one, first, there), shift(other, second, Place::TRAY)];
    possible(board, &shifts, fits)?;
    Ok(vec![Event::Replaced(shifts)])
}

fn pin(board: &Board, mentee: ParticipationId, seen: Revision, pinned: bool) -> Decided {
    let shift = to_pin(board, mentee, seen, pinned)?;
    Ok(shift.map(if pinned { Event::Pinned } else { Event::Unpinned }).into_iter().collect())
}

/// A card pinned or unpinned; none where it is so.
fn to_pin(board: &Board, mentee: ParticipationId, seen: Revision, pinned: bool) -> Decided<Option<Shift>> {
    let card = free_card(board, mentee)?;
    let Some(mentor) = card.place.mentor else { return Err(Refusal::NothingToPin { mentee }) };
    to_place(board, mentee, Place { mentor: Some(mentor), pinned }, seen)
}

/// Each card by itself, after those before it: so the first ones get the places that are free.
fn several(board: &Board, cards: &[(ParticipationId, Revision)], deed: Deed, fits: &dyn Fits) -> Decided {
    let (mut shifts, mut stayed): (Vec<Shift>, Vec<_>) = (vec![], vec![]);
    for &(mentee, seen) in cards {
        if shifts.iter().any(|one| one.mentee == mentee) || stayed.iter().any(|(one, _)| *one == mentee) {
            continue;
        }
        let one = match deed {
            Deed::Move(to) => to_place(board, mentee, Place { mentor: to, pinned: to.is_some() }, seen),
            Deed::Pin => to_pin(board, mentee, seen, true),
            Deed::Unpin => to_pin(board, mentee, seen, false),
        };
        let together = one.and_then(|one| {
            let Some(one) = one else { return Ok(()) };
            shifts.push(one);
            possible(board, &shifts, fits).inspect_err(|_| {
                shifts.pop();
            })
        });
        if let Err(refusal) = together {
            stayed.push((mentee, refusal));
        }
    }
    match stayed.first() {
        Some((_, refusal)) if shifts.is_empty() => Err(refusal.clone()),
        _ if shifts.is_empty() => Ok(vec![]),
        _ => Ok(vec![Event::Several { deed, shifts, stayed }]),
    }
}

fn rebalance(
    board: &Board,
    changes: &[(ParticipationId, Option<ParticipationId>)],
    aim: Aim,
    fits: &dyn Fits,
) -> Decided {
    let mut shifts = BTreeMap::new();
    for &(mentee, to) in changes {
        let card = card_for(board, mentee, to).map_err(|_| Refusal::ChangedMeanwhile)?;
        let after = Place { mentor: to, pinned: false };
        if (card.place.pinned && !card.is_left()) || shifts.contains_key(&mentee) {
            return Err(Refusal::ChangedMeanwhile);
        }
        if card.place != after {
            shifts.insert(mentee, shift(mentee, card, after));
        }
    }
    let shifts: Vec<Shift> = shifts.into_values().collect();
    possible(board, &shifts, fits)?;
    if shifts.is_empty() {
        return Ok(vec![]);
    }
    let before = board.total(fits);
    let gain = |place: Place, mentee| place.mentor.map_or(0, |mentor| fits.fit(mentee, mentor).unwrap_or(0));
    let change: i64 =
        shifts.iter().map(|one| gain(one.after, one.mentee) - gain(one.before, one.mentee)).sum();
    Ok(vec![Event::Rebalanced { shifts, before, after: before + change, aim }])
}

fn undo(board: &Board, actor: Option<PersonId>, fits: &dyn Fits) -> Decided {
    let at = next_undone(board, actor).ok_or(Refusal::NothingToUndo)?;
    let shifts = taken_back(board, &board.past[at])?;
    possible(board, &shifts, fits)?;
    Ok(vec![Event::Undone(shifts)])
}

/// The place in `past` of what the actor takes back next: the newest change of theirs that nobody has overtaken, or the
/// newest where somebody has overtaken all.
pub(super) fn next_undone(board: &Board, actor: Option<PersonId>) -> Option<usize> {
    let own = |past: &&Past| past.by == actor;
    let newest = board.past.iter().rposition(|past| own(&past))?;
    Some(board.past.iter().rposition(|past| own(&past) && stands(board, past)).unwrap_or(newest))
}

/// Whether every card that `past` moved lies where it was put and is free, so that taking it back is worth offering.
pub fn stands(board: &Board, past: &Past) -> bool {
    taken_back(board, past).is_ok()
}

fn taken_back(board: &Board, past: &Past) -> Decided<Vec<Shift>> {
    still_here(board, past, |done, card| match card.place == done.after {
        true => Ok(shift(done.mentee, card, done.before)),
        false => Err(Refusal::ChangedSince { mentee: done.mentee, by: card.moved_by }),
    })
}

fn redo(board: &Board, actor: Option<PersonId>, fits: &dyn Fits) -> Decided {
    let past = board.undone.iter().rev().find(|past| past.by == actor).ok_or(Refusal::NothingToRedo)?;
    let shifts = done_again(board, past)?;
    possible(board, &shifts, fits)?;
    Ok(vec![Event::Redone(shifts)])
}

/// Whether every card that `past` moved lies again where it came from and is free, so that doing it again is worth
/// offering.
pub fn stands_back(board: &Board, past: &Past) -> bool {
    done_again(board, past).is_ok()
}

fn done_again(board: &Board, past: &Past) -> Decided<Vec<Shift>> {
    still_here(board, past, |done, card| match card.place == done.before {
        true => Ok(shift(done.mentee, card, done.after)),
        false => Err(Refusal::ChangedSinceUndo { mentee: done.mentee, by: card.moved_by }),
    })
}

/// The shifts that `back` makes of those of `past`. Whoever has left since stays as they are, so that one who is gone does
/// not keep a hundred others where they are; but somebody has to be left.
fn still_here(
    board: &Board,
    past: &Past,
    back: impl Fn(&Shift, &Card) -> Decided<Shift>,
) -> Decided<Vec<Shift>> {
    let mut shifts = Vec::with_capacity(past.shifts.len());
    let mut gone = None;
    for done in &past.shifts {
        match free_card(board, done.mentee) {
            Ok(card) => shifts.push(back(done, card)?),
            Err(refusal @ (Refusal::NotOnBoard | Refusal::Withdrawn { .. })) => gone = Some(refusal),
            Err(refusal) => return Err(refusal),
        }
    }
    match gone {
        Some(refusal) if shifts.is_empty() => Err(refusal),
        _ => Ok(shifts),
    }
}

fn start(board: &Board, mentee: ParticipationId, mentor: ParticipationId) -> Vec<Event> {
    proposed(board, mentee, mentor)
        .map(|card| Event::Started { mentee, mentor, revision: card.revision + 1 })
        .into_iter()
        .collect()
}

fn bring_back(board: &Board, mentee: ParticipationId, mentor: ParticipationId, why: Returned) -> Vec<Event> {
    proposed(board, mentee, mentor)
        .map(|card| Event::Returned {
            mentee,
            mentor,
            why,
            revision: card.revision + 1,
            pinned: card.place.pinned,
        })
        .into_iter()
        .collect()
}

fn proposed(board: &Board, mentee: ParticipationId, mentor: ParticipationId) -> Option<&Card> {
    board.cards.get(&mentee).filter(|card| card.stage == Stage::Proposed && card.place.mentor == Some(mentor))
}

/// The card, where it may be moved at all.
pub(super) fn free_card(board: &Board, mentee: ParticipationId) -> Decided<&Card> {
    let card = board.cards.get(&mentee).ok_or(Refusal::NotOnBoard)?;
    match card.stage {
        Stage::Proposed => Err(Refusal::WaitsForAnswer { mentee }),
        Stage::AtWork => Err(Refusal::AtWork { mentee }),
        Stage::Open if !card.active => Err(Refusal::Withdrawn { who: mentee }),
        Stage::Open => Ok(card),
    }
}

/// The card, where it may go to this place: whoever has left is only taken off.
fn card_for(board: &Board, mentee: ParticipationId, to: Option<ParticipationId>) -> Decided<&Card> {
    match board.cards.get(&mentee) {
        Some(card) if to.is_none() && card.is_left() => Ok(card),
        _ => free_card(board, mentee),
    }
}

/// The card, where it may be moved and is as it was seen.
fn seen_card(board: &Board, mentee: ParticipationId, seen: Revision) -> Decided<&Card> {
    let card = free_card(board, mentee)?;
    fresh(mentee, card, seen)?;
    Ok(card)
}

fn fresh(mentee: ParticipationId, card: &Card, seen: Revision) -> Decided<()> {
    if card.revision == seen {
        return Ok(());
    }
    Err(Refusal::MovedMeanwhile { mentee, by: card.moved_by, to: card.place.mentor })
}

pub(super) fn shift(mentee: ParticipationId, card: &Card, after: Place) -> Shift {
    Shift { mentee, before: card.place, after, revision: card.revision + 1 }
}

/// Whether all `shifts` together leave every mentor within their places and break no rule. A mentor who has lost
/// places may stay over them, but takes nobody new.
fn possible(board: &Board, shifts: &[Shift], fits: &dyn Fits) -> Decided<()> {
    let mut change: BTreeMap<ParticipationId, i64> = BTreeMap::new();
    for one in shifts.iter().filter(|one| one.before.mentor != one.after.mentor) {
        if let Some(mentor) = one.before.mentor {
            *change.entry(mentor).or_default() -= 1;
        }
        let Some(mentor) = one.after.mentor else { continue };
        *change.entry(mentor).or_default() += 1;
        allowed(board, one.mentee, mentor, fits)?;
    }
    let loads = board.loads();
    for (mentor, gained) in change.into_iter().filter(|(_, gained)| *gained > 0) {
        let places = board.mentors.get(&mentor).map_or(0, |at| at.places);
        if i64::from(loads.get(&mentor).copied().unwrap_or(0)) + gained > i64::from(places) {
            return Err(Refusal::MentorFull { mentor, places });
        }
    }
    Ok(())
}

/// The mentor, where the two may be a pair.
fn allowed<'a>(
    board: &'a Board,
    mentee: ParticipationId,
    mentor: ParticipationId,
    fits: &dyn Fits,
) -> Decided<&'a Mentor> {
    let at = board.mentors.get(&mentor).ok_or(Refusal::NotOnBoard)?;
    if !at.active {
        return Err(Refusal::Withdrawn { who: mentor });
    }
    board.fit(mentee, mentor, fits).map_err(|rule| Refusal::Forbidden { mentee, mentor, rule })?;
    Ok(at)
}

/// Whether the two may be a pair where the mentor has `load` mentees already.
pub(super) fn possible_one(
    board: &Board,
    mentee: ParticipationId,
    mentor: ParticipationId,
    load: u32,
    fits: &dyn Fits,
) -> Decided<()> {
    let places = allowed(board, mentee, mentor, fits)?.places;
    if load < places { Ok(()) } else { Err(Refusal::MentorFull { mentor, places }) }
}
