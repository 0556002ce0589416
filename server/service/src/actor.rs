//! Loads who asks, with their roles as they are now, and what every page says about them.

use crate::entity::{participation, person, profile, programme, programme_role};
use crate::error::Result;
use crate::{Context, Service};
use chrono::{Offset, TimeZone};
use domain::{Actor, Instant, PersonId, ProgrammeId, Role};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

/// The person with all their roles; none where the account is archived or gone.
///
/// # Errors
/// Where the database does.
pub async fn load(service: &Service, id: PersonId) -> Result<Option<Actor>> {
    let db = service.read();
    let Some(row) = person::Entity::find_by_id(id.0).one(db).await? else { return Ok(None) };
    if row.archived_at.is_some() {
        return Ok(None);
    }
    let looked_after =
        programme_role::Entity::find().filter(programme_role::Column::PersonId.eq(id.0)).all(db).await?;
    let taken_part = participation::Entity::find()
        .filter(participation::Column::PersonId.eq(id.0))
        .filter(participation::Column::State.ne("withdrawn"))
        .all(db)
        .await?;
    let roles = looked_after
        .into_iter()
        .map(|role| (role.programme_id, role.role))
        .chain(taken_part.into_iter().map(|part| (part.programme_id, part.role)))
        .filter_map(|(programme, role)| Some((ProgrammeId(programme), role.parse::<Role>().ok()?)))
        .collect();
    Ok(Some(Actor { person: id, name: row.name, admin: row.admin, may_create: row.may_create, roles }))
}

/// What every page says about whoever looks at it.
#[derive(Clone, Debug, Default)]
pub struct Surroundings {
    /// Slug, name and roles of each programme of theirs, by name.
    pub programmes: Vec<(String, String, Vec<Role>)>,
    /// Proposals that wait for their answer.
    pub waiting: usize,
    /// Minutes east of UTC where they are.
    pub offset: i32,
}

/// Those of the programmes that are not archived, in the order of their names.
pub(crate) async fn living(
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = Uuid>,
) -> Result<Vec<programme::Model>> {
    Ok(programme::Entity::find()
        .filter(programme::Column::Id.is_in(ids))
        .filter(programme::Column::ArchivedAt.is_null())
        .order_by_asc(programme::Column::Name)
        .all(db)
        .await?)
}

/// Loads the surroundings of the signed-in person.
///
/// # Errors
/// [`crate::Error::SignInRequired`].
pub async fn surroundings(cx: &Context) -> Result<Surroundings> {
    let actor = cx.actor()?;
    let ids = actor.roles.iter().map(|(id, _)| id.0);
    let rows = living(cx.read(), ids).await?;
    let programmes = rows
        .into_iter()
        .map(|row| {
            let roles = actor.roles.iter().filter(|(id, _)| id.0 == row.id).map(|(_, role)| *role).collect();
            (row.slug, row.name, roles)
        })
        .collect();
    let waiting = crate::proposal::waiting_for(cx.read(), actor.person, cx.now()).await?;
    let zone = profile::Entity::find_by_id(actor.person.0).one(cx.read()).await?.map(|row| row.time_zone);
    let offset = zone.map_or(0, |zone| offset_minutes(&zone, cx.now()).unwrap_or(0));
    Ok(Surroundings { programmes, waiting, offset })
}

/// When the clocks of the IANA `zone` show `local`, for the first time; none where they skip it, or for no zone.
pub(crate) fn local_moment(zone: &str, local: chrono::NaiveDateTime) -> Option<Instant> {
    let zone: chrono_tz::Tz = zone.parse().ok()?;
    zone.from_local_datetime(&local).earliest().map(|moment| Instant(moment.timestamp_millis()))
}

/// How many minutes east of UTC the IANA zone is at `now`; none for a zone that does not exist.
pub fn offset_minutes(zone: &str, now: Instant) -> Option<i32> {
    let zone: chrono_tz::Tz = zone.parse().ok()?;
    let moment = chrono::DateTime::from_timestamp_millis(now.0)?.naive_utc();
    Some(zone.offset_from_utc_datetime(&moment).fix().local_minus_utc() / 60)
}
