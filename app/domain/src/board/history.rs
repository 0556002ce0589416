//! A board as it was: what happened is taken back, one event after the other.

use super::{Event, Place};
use crate::ParticipationId;
use std::collections::BTreeMap;

/// Who lies with a mentor; everybody else is in the tray.
pub type Places = BTreeMap<ParticipationId, Place>;

/// Makes of `places` what they were before `event` happened.
pub fn take_back(places: &mut Places, event: &Event) {
    match event {
        Event::Returned { mentee, mentor, pinned, .. } => {
            places.insert(*mentee, Place { mentor: Some(*mentor), pinned: *pinned });
        }
        // The pair may have left the plan since, as its mentorship has ended.
        Event::Started { mentee, mentor, .. } => {
            let there = Place { mentor: Some(*mentor), pinned: false };
            let place = places.entry(*mentee).or_insert(there);
            if place.mentor != Some(*mentor) {
                *place = there;
            }
        }
        Event::Published(_) => {}
        placed => {
            for shift in placed.shifts() {
                match shift.before.mentor {
                    Some(_) => places.insert(shift.mentee, shift.before),
                    None => places.remove(&shift.mentee),
                };
            }
        }
    }
}
