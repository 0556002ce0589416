//! Mentorships at work: read whole by their members, as counts and states by their coordinators, by nobody else.

mod mine;
pub(crate) mod rows;
mod write;

pub use mine::my_mentorships;
pub use write::{
    add_goal, add_step, edit_goal, edit_step, move_step, remove_goal, remove_step, restore_goal,
    restore_step, set_step_state,
};

use crate::entity::{mentorship, mentorship_member, profile, programme};
use crate::error::Result;
use crate::{Context, Error, Service, actor, progress};
use domain::actor::Who;
use domain::mentorship::{Page, Record, View};
use domain::stream::Logged;
use domain::{Instant, MentorshipId, PersonId, ProgrammeId};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use serde_json::Value;
use std::sync::Arc;

/// What somebody is to a mentorship that they may know of.
enum Standing {
    Member(PersonId),
    Coordinator,
}

/// The mentorship, for its members and for coordinators of its programme; to everybody else it is not there.
async fn scope(
    cx: &Context,
    db: &impl ConnectionTrait,
    id: MentorshipId,
) -> Result<(mentorship::Model, Standing)> {
    let asker = cx.actor()?;
    let row = mentorship::Entity::find_by_id(id.0).one(db).await?.ok_or(Error::NotFound)?;
    let member = mentorship_member::Entity::find()
        .filter(mentorship_member::Column::MentorshipId.eq(id.0))
        .filter(mentorship_member::Column::PersonId.eq(asker.person.0))
        .one(db)
        .await?;
    match member {
        Some(_) => Ok((row, Standing::Member(asker.person))),
        None if asker.coordinates(ProgrammeId(row.programme_id)) => Ok((row, Standing::Coordinator)),
        None => Err(Error::NotFound),
    }
}

/// The mentorship, for its members only.
async fn as_member(cx: &Context, id: MentorshipId) -> Result<PersonId> {
    match scope(cx, cx.read(), id).await? {
        (_, Standing::Member(person)) => Ok(person),
        (_, Standing::Coordinator) => Err(Error::Denied(Who::Members)),
    }
}

/// Refuses whoever may not follow it.
pub(crate) async fn may_follow(cx: &Context, id: MentorshipId) -> Result<()> {
    as_member(cx, id).await.map(|_| ())
}

/// A mentorship: its plan for members, its counts and states for coordinators.
///
/// # Errors
/// [`Error::SignInRequired`]; [`Error::NotFound`] for everybody else.
pub async fn load_mentorship(cx: &Context, id: MentorshipId) -> Result<Page> {
    let (row, standing) = scope(cx, cx.read(), id).await?;
    let programme =
        programme::Entity::find_by_id(row.programme_id).one(cx.read()).await?.ok_or(Error::NotFound)?;
    let (now, started_at) = (cx.now(), Instant(row.started_at));
    let view = match standing {
        Standing::Member(me) => View::Whole { me, plan: Box::new(rows::plan(cx.read(), &row).await?) },
        Standing::Coordinator => {
            let today = now.date(actor::offset_minutes(&programme.time_zone, now).unwrap_or_default());
            let outline = progress::outlines(cx.read(), vec![row], today).await?.pop();
            View::Outline(outline.ok_or(Error::NotFound)?)
        }
    };
    let offset = own_offset(cx).await?;
    Ok(Page { programme: programme.name, slug: programme.slug, started_at, now, offset, view })
}

/// Minutes east of UTC where the asker is.
async fn own_offset(cx: &Context) -> Result<i32> {
    let row = profile::Entity::find_by_id(cx.actor()?.person.0).one(cx.read()).await?;
    Ok(row.and_then(|row| actor::offset_minutes(&row.time_zone, cx.now())).unwrap_or_default())
}

/// The goals and steps that `events` touched, as they are now; for members, who alone may follow.
pub(crate) async fn frame_rows(
    service: &Arc<Service>,
    id: MentorshipId,
    events: &[Logged<Value>],
) -> Result<Value> {
    let Some(row) = mentorship::Entity::find_by_id(id.0).one(service.read()).await? else {
        return Ok(Value::Null);
    };
    let plan = rows::plan(service.read(), &row).await?;
    let records: Vec<Record> =
        events.iter().filter_map(|logged| serde_json::from_value(logged.payload.clone()).ok()).collect();
    Ok(serde_json::to_value(plan.rows(&records))?)
}
