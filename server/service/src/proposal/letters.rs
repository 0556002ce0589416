//! What people are told, and the one letter a person gets however many pairs they are in.

use crate::Context;
use crate::account::address_of;
use crate::actor::offset_minutes;
use crate::board::{Base, People};
use domain::board::told;
use domain::calendar;
use domain::mail::{Letter, Recipient};
use domain::person::PersonLine;
use domain::{Instant, ParticipationId, ProposalId};

/// A pair that is proposed, with its proposal where it is there already.
pub(super) struct Told {
    pub(super) mentee: ParticipationId,
    pub(super) mentor: ParticipationId,
    pub(super) proposal: Option<ProposalId>,
}

/// What one person is told.
pub(super) struct Message {
    pub(super) person: PersonLine,
    /// None where there is no address.
    pub(super) to: Option<Recipient>,
    pub(super) letter: Letter,
}

/// One message a person, by name.
pub(super) fn proposals(
    cx: &Context,
    base: &Base,
    people: &People,
    pairs: &[Told],
    expires_at: Instant,
) -> Vec<Message> {
    let lines: Vec<_> =
        pairs.iter().map(|pair| (people.line(pair.mentee), people.line(pair.mentor))).collect();
    let until = until(base, expires_at);
    let letters =
        told(lines.iter().map(|(mentee, mentor)| (mentee, mentor))).into_iter().filter_map(|told| {
            let first = pairs.get(*told.pairs.first()?)?;
            let me = if people.line(first.mentee).id == told.person.id { first.mentee } else { first.mentor };
            let link = match (told.pairs.len(), first.proposal) {
                (1, Some(id)) => address_of(cx, &format!("/proposals/{id}")),
                _ => address_of(cx, "/"),
            };
            let letter = Letter::Proposal {
                programme: base.programme.name.clone(),
                mentees: told.mentees,
                mentors: told.mentors,
                until: until.clone(),
                joins: false,
                link,
            };
            Some(Message { person: told.person, to: recipient(people, me), letter })
        });
    letters.collect()
}

/// The last day for an answer, in the programme's zone.
pub(super) fn until(base: &Base, expires_at: Instant) -> String {
    let offset = offset_minutes(&base.programme.time_zone, expires_at).unwrap_or(0);
    calendar::long_date(expires_at.date(offset))
}

/// Where somebody gets mail, if they do.
pub(crate) fn recipient(people: &People, id: ParticipationId) -> Option<Recipient> {
    let known = people.known(id)?;
    Some(Recipient {
        person: Some(known.line.id),
        name: known.line.name.clone(),
        address: known.email.clone()?,
    })
}
