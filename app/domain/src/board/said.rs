//! What happened, in a sentence.

use super::{Aim, Deed, Event, Names, Refusal, RequestState, Returned, Shift};
use crate::ParticipationId;
use crate::text::board as words;

/// So many people, and so many reasons, are named in one sentence.
const NAMED: usize = 3;

/// The sentence for `event`, as the live region, the undo button and the history say it.
pub fn said(event: &Event, names: &dyn Names) -> String {
    let mentee = |id: ParticipationId| names.participant(id).unwrap_or_else(|| words::this_mentee().into());
    let mentor = |id: Option<ParticipationId>| {
        id.and_then(|id| names.participant(id)).unwrap_or_else(|| words::this_mentor().into())
    };
    match event {
        Event::Moved(shift) if shift.after.mentor.is_none() => words::said_to_tray(mentee(shift.mentee)),
        Event::Moved(shift) => words::said_moved(mentee(shift.mentee), mentor(shift.after.mentor)),
        Event::Swapped([one, other]) if other.after.mentor.is_none() => {
            words::said_replaced(mentee(one.mentee), mentee(other.mentee))
        }
        Event::Swapped([one, other]) if one.after.mentor.is_none() => {
            words::said_replaced(mentee(other.mentee), mentee(one.mentee))
        }
        Event::Swapped([one, other]) => words::said_swapped(mentee(one.mentee), mentee(other.mentee)),
        Event::Replaced([one, other]) => words::said_replaced(mentee(one.mentee), mentee(other.mentee)),
        Event::Pinned(shift) => words::said_pinned(mentee(shift.mentee), mentor(shift.after.mentor)),
        Event::Unpinned(shift) => words::said_unpinned(mentee(shift.mentee), mentor(shift.after.mentor)),
        Event::Several { deed, shifts, stayed } => {
            let people = words::people(shifts.len());
            let done = match deed {
                Deed::Move(None) => words::several_to_tray(people),
                Deed::Move(to) => words::several_moved(people, mentor(*to)),
                Deed::Pin => words::several_pinned(people),
                Deed::Unpin => words::several_unpinned(people),
            };
            let stayed = behind(stayed, names);
            [done].into_iter().chain(stayed).collect::<Vec<_>>().join(" ")
        }
        Event::Rebalanced { shifts, before, after, aim } => {
            let (people, change) = (words::people(shifts.len()), change(*before, *after));
            match aim {
                Aim::Total => words::said_rebalanced(people, change),
                Aim::Fair => words::said_fair(people, change),
                Aim::Stable => words::said_stable(people, change),
            }
        }
        Event::Undone(shifts) => match again(shifts, names) {
            Some(what) => words::said_undone_one(what),
            None => words::said_undone(words::people(shifts.len())),
        },
        Event::Redone(shifts) => match again(shifts, names) {
            Some(what) => words::said_redone_one(what),
            None => words::said_redone(words::people(shifts.len())),
        },
        Event::Begun(shifts) => words::said_begun(words::pairs(shifts.len())),
        Event::Requested { pairs, to, .. } if *to == RequestState::Asked => {
            words::said_sign_off_asked(words::pairs(*pairs))
        }
        Event::Requested { pairs, .. } => words::said_planned(words::pairs(*pairs)),
        Event::Settled { to, .. } => to.said().into(),
        Event::Published(pairs) => words::said_published(words::pairs(pairs.len())),
        Event::Started { mentee: one, mentor: other, .. } => {
            words::said_started(mentee(*one), mentor(Some(*other)))
        }
        Event::Returned { mentee: one, mentor: other, why, .. } => {
            let (one, other) = (mentee(*one), mentor(Some(*other)));
            match why {
                Returned::Declined => words::said_declined(one, other),
                Returned::Expired => words::said_expired(one, other),
                Returned::Recalled => words::said_recalled(one, other),
            }
        }
    }
}

/// How it is again after what was taken back or done again, where that is one card, or only pins.
fn again(shifts: &[Shift], names: &dyn Names) -> Option<String> {
    if let [shift] = shifts {
        let mentee = names.participant(shift.mentee).unwrap_or_else(|| words::this_mentee().into());
        let Some(mentor) = shift.after.mentor else { return Some(words::again_in_tray(mentee)) };
        let mentor = names.participant(mentor).unwrap_or_else(|| words::this_mentor().into());
        return Some(match (shift.before.mentor == shift.after.mentor, shift.after.pinned) {
            (true, true) => words::again_pinned(mentee, mentor),
            (true, false) => words::again_unpinned(mentee, mentor),
            (false, _) => words::again_with(mentee, mentor),
        });
    }
    let people = || words::people(shifts.len());
    let only_pins = shifts.iter().all(|shift| shift.before.mentor == shift.after.mentor);
    only_pins.then(|| words::again_pins(people()))
}

/// Who stayed behind, and why: each reason once.
fn behind(stayed: &[(ParticipationId, Refusal)], names: &dyn Names) -> Vec<String> {
    let mut reasons: Vec<(String, Vec<String>)> = vec![];
    for (mentee, refusal) in stayed {
        let who = names.participant(*mentee).unwrap_or_else(|| words::this_mentee().into());
        let why = refusal.sentence_with(names);
        match reasons.iter_mut().find(|(known, _)| *known == why) {
            Some((_, people)) => people.push(who),
            None => reasons.push((why, vec![who])),
        }
    }
    let more: usize = reasons.iter().skip(NAMED).map(|(_, people)| people.len()).sum();
    let named =
        reasons.into_iter().take(NAMED).map(|(why, people)| match people.len() - people.len().min(NAMED) {
            0 => words::several_stayed(people.join(", "), why),
            more => words::several_stayed(words::and_more(people[..NAMED].join(", "), more), why),
        });
    let more = (more > 0).then(|| words::several_stayed_too(words::people(more)));
    named.chain(more).collect()
}

/// "total fit up 3 %". Parts of a hundredth are dropped.
fn change(before: i64, after: i64) -> String {
    if before <= 0 {
        return words::total_new().to_owned();
    }
    let percent = (after - before).saturating_mul(100) / before;
    match percent {
        0 => words::total_same().to_owned(),
        1.. => words::total_up(percent),
        _ => words::total_down(-percent),
    }
}
