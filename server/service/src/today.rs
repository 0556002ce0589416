//! What waits for whoever asks: answers, next steps, programmes that need a hand.
//!
//! Everything here is the asker's own: proposals and mentorships of which they are a member, programmes that they
//! coordinate or sponsor.

mod coordinated;
mod mine;

use crate::Context;
use crate::entity::{participation, person, programme};
use crate::error::Result;
use crate::programme::{counts, line, phases_of, today_in, word};
use domain::programme::phase::When;
use domain::programme::view::Counts;
use domain::programme::{ParticipationState, ProgrammeState};
use domain::today::{Coordinated, Enrolled, Today};
use domain::{ProgrammeId, Role};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};
use serde_json::Value;
use std::collections::HashMap;
use uuid::Uuid;

/// Everything that waits for the asker.
///
/// # Errors
/// [`crate::Error::SignInRequired`].
pub async fn load_today(cx: &Context) -> Result<Today> {
    let actor = cx.actor()?;
    let programmes: HashMap<Uuid, programme::Model> = programme::Entity::find()
        .filter(programme::Column::Id.is_in(actor.roles.iter().map(|(at, _)| at.0)))
        .filter(programme::Column::ArchivedAt.is_null())
        .all(cx.read())
        .await?
        .into_iter()
        .map(|row| (row.id, row))
        .collect();
    let enrolments = participation::Entity::find()
        .filter(participation::Column::PersonId.eq(actor.person.0))
        .filter(participation::Column::State.ne(ParticipationState::Withdrawn.as_str()))
        .order_by_asc(participation::Column::CreatedAt)
        .all(cx.read())
        .await?;
    let (proposals, awaited) = mine::proposals(cx, &programmes, &enrolments).await?;
    let (mentorships, at_work) = mine::mentorships(cx, &programmes).await?;
    let of_role = |role: Role| {
        let mut rows: Vec<&programme::Model> =
            programmes.values().filter(|row| actor.is(role, ProgrammeId(row.id))).collect();
        rows.sort_by(|a, b| a.name.cmp(&b.name));
        rows
    };
    let counts = counts(cx.read(), &programmes.keys().map(|id| ProgrammeId(*id)).collect::<Vec<_>>()).await?;
    let count_of = |row: &programme::Model| counts.get(&ProgrammeId(row.id)).copied().unwrap_or_default();
    Ok(Today {
        publications: crate::proposal::news(cx).await?,
        coordinated: coordinated(cx, &of_role(Role::Coordinator), count_of).await?,
        sponsored: sponsored(cx, &of_role(Role::Sponsor), count_of).await?,
        enrolled: enrolled(cx, &programmes, &enrolments, &at_work).await?,
        people: people(cx).await?,
        may_create: actor.creates(),
        proposals,
        awaited,
        mentorships,
    })
}

async fn coordinated(
    cx: &Context,
    rows: &[&programme::Model],
    counts: impl Fn(&programme::Model) -> Counts,
) -> Result<Vec<Coordinated>> {
    let mut found = Vec::new();
    for &row in rows {
        let standing = coordinated::standing(cx, row).await?;
        let line = line(cx, row.clone(), vec![Role::Coordinator], counts(row)).await?;
        found.push(Coordinated { line, standing });
    }
    // What is over stands last.
    found.sort_by_key(|one| one.standing.is_closed);
    Ok(found)
}

async fn sponsored(
    cx: &Context,
    rows: &[&programme::Model],
    counts: impl Fn(&programme::Model) -> Counts,
) -> Result<Vec<domain::programme::view::ProgrammeLine>> {
    let mut found = Vec::new();
    for &row in rows.iter().filter(|row| row.state != ProgrammeState::Draft.as_str()) {
        found.push(line(cx, row.clone(), vec![Role::Sponsor], counts(row)).await?);
    }
    Ok(found)
}

/// Enrolments that have led to nothing yet; who is in a mentorship sees that instead.
async fn enrolled(
    cx: &Context,
    programmes: &HashMap<Uuid, programme::Model>,
    enrolments: &[participation::Model],
    at_work: &[(Uuid, Role)],
) -> Result<Vec<Enrolled>> {
    let mut found = Vec::new();
    for row in enrolments {
        let Some(programme) = programmes.get(&row.programme_id) else { continue };
        let role: Role = word(&row.role)?;
        let hidden = [ProgrammeState::Draft, ProgrammeState::Closed]
            .iter()
            .any(|state| programme.state == state.as_str());
        if hidden || at_work.contains(&(row.programme_id, role)) {
            continue;
        }
        let phases = phases_of(cx.read(), ProgrammeId(programme.id)).await?;
        let today = today_in(&programme.time_zone, cx.now());
        let phase = phases
            .iter()
            .rev()
            .find(|phase| phase.when(today) == When::Now)
            .or_else(|| phases.iter().find(|phase| phase.when(today) == When::Ahead));
        found.push(Enrolled {
            slug: programme.slug.clone(),
            programme: programme.name.clone(),
            role,
            state: word(&row.state)?,
            phase: phase.map(|phase| (phase.kind, phase.ends)),
        });
    }
    Ok(found)
}

async fn people(cx: &Context) -> Result<Option<u64>> {
    if !cx.actor()?.admin {
        return Ok(None);
    }
    let query = person::Entity::find().filter(person::Column::ArchivedAt.is_null());
    Ok(Some(query.count(cx.read()).await?))
}

/// What waits for the asker, as their inbox topic carries it.
pub(crate) async fn figures(cx: &Context) -> Result<Value> {
    Ok(serde_json::to_value(load_today(cx).await?)?)
}
