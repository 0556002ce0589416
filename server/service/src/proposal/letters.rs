//! What people are told, and the one letter a person gets however many pairs they are in.

use crate::Context;
use crate::account::address_of;
use crate::actor::offset_minutes;
use crate::board::{Base, People};
use domain::calendar;
use domain::mail::{Letter, Recipient};
use domain::person::PersonLine;
use domain::{Instant, ParticipationId, PersonId, ProposalId, Role};
use std::collections::BTreeMap;

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
    let mut told: BTreeMap<(String, PersonId), Vec<(&Told, Role)>> = BTreeMap::new();
    for pair in pairs {
        for (id, role) in [(pair.mentee, Role::Mentee), (pair.mentor, Role::Mentor)] {
            let line = people.line(id);
            told.entry((line.name, line.id)).or_default().push((pair, role));
        }
    }
    let offset = offset_minutes(&base.programme.time_zone, expires_at).unwrap_or(0);
    let until = calendar::long_date(expires_at.date(offset));
    told.into_values().filter_map(|pairs| message(cx, base, people, &pairs, &until)).collect()
}

/// The message to the person whom all of `pairs` are about, in the role beside each.
fn message(
    cx: &Context,
    base: &Base,
    people: &People,
    pairs: &[(&Told, Role)],
    until: &str,
) -> Option<Message> {
    let (first, role) = pairs.first()?;
    let me = if *role == Role::Mentee { first.mentee } else { first.mentor };
    let others = |mine: Role| {
        let other = move |pair: &Told| if mine == Role::Mentor { pair.mentee } else { pair.mentor };
        let pairs = pairs.iter().filter(move |(_, role)| *role == mine);
        pairs.map(|(pair, _)| people.line(other(pair)).name).collect::<Vec<_>>()
    };
    let link = match (pairs.len(), first.proposal) {
        (1, Some(id)) => address_of(cx, &format!("/proposals/{id}")),
        _ => address_of(cx, "/"),
    };
    let letter = Letter::Proposal {
        programme: base.programme.name.clone(),
        mentees: others(Role::Mentor),
        mentors: others(Role::Mentee),
        until: until.to_owned(),
        joins: false,
        link,
    };
    Some(Message { person: people.line(me), to: recipient(people, me), letter })
}

/// Where somebody gets mail, if they do.
pub(super) fn recipient(people: &People, id: ParticipationId) -> Option<Recipient> {
    let known = people.known(id)?;
    Some(Recipient {
        person: Some(known.line.id),
        name: known.line.name.clone(),
        address: known.email.clone()?,
    })
}
