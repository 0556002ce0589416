//! A programme as its coordinators watch it: figures, and the list behind each.

mod figures;
mod list;
mod outline;
mod stage;

pub use list::load_progress_list;
pub(crate) use outline::outlines;

use crate::entity::mentorship;
use crate::error::Result;
use crate::{Context, Service, actor};
use domain::progress::{Watch, WatchPage};
use domain::{Date, Instant, ProgrammeId};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::Value;
use uuid::Uuid;

/// How many quiet mentorships the first page names.
const NAMED: u64 = 5;

/// The figures of a programme, for its coordinators.
///
/// # Errors
/// [`crate::Error::Denied`] for those who only see the programme, [`crate::Error::NotFound`] for all others.
pub async fn load_progress(cx: &Context, slug: &str) -> Result<WatchPage> {
    let programme = cx.coordinated(slug).await?;
    let zone = &programme.row.time_zone;
    let offset = actor::offset_minutes(zone, cx.now()).unwrap_or_default();
    let watch = watch(cx.read(), programme.id, zone, cx.now()).await?;
    let (name, slug) = (programme.name().to_owned(), programme.slug().to_owned());
    Ok(WatchPage { id: programme.id, name, slug, offset, watch })
}

/// The coalesced figures of a programme. The live module has asked who may follow.
pub(crate) async fn figures(cx: &Context, programme: ProgrammeId) -> Result<Value> {
    let service: &Service = &cx.service;
    let row = crate::entity::programme::Entity::find_by_id(programme.0).one(service.read()).await?;
    let Some(row) = row else { return Ok(Value::Null) };
    Ok(serde_json::to_value(watch(service.read(), programme, &row.time_zone, service.now()).await?)?)
}

async fn watch(db: &impl ConnectionTrait, programme: ProgrammeId, zone: &str, now: Instant) -> Result<Watch> {
    let today = now.date(actor::offset_minutes(zone, now).unwrap_or_default());
    let figures = figures::figures(db, programme, zone, now).await?;
    let quiet =
        if figures.quiet == 0 { vec![] } else { quiet(db, programme.0, now, today, 0, NAMED).await? };
    Ok(Watch { figures, quiet })
}

/// Mentorships at work that have not moved for two weeks, the longest first.
async fn quiet(
    db: &impl ConnectionTrait,
    programme: Uuid,
    now: Instant,
    today: Date,
    offset: u64,
    limit: u64,
) -> Result<Vec<domain::progress::Outline>> {
    let rows = mentorship::Entity::find()
        .filter(is_quiet(programme, now))
        .order_by_asc(mentorship::Column::MovedAt)
        .order_by_asc(mentorship::Column::Id)
        .offset(offset)
        .limit(limit)
        .all(db)
        .await?;
    outlines(db, rows, today).await
}

/// At work, in `programme`.
fn is_at_work(programme: Uuid) -> Condition {
    Condition::all()
        .add(mentorship::Column::ProgrammeId.eq(programme))
        .add(mentorship::Column::ClosedAt.is_null())
}

/// At work, and nothing has changed for two weeks.
fn is_quiet(programme: Uuid, now: Instant) -> Condition {
    is_at_work(programme).add(mentorship::Column::MovedAt.lte(stage::still_since(now)))
}
