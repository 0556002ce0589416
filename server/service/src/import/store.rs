//! What an import decided becomes rows: a few statements for thousands of people.

use super::known::Found;
use super::progress::Meter;
use super::rows;
use crate::Change;
use crate::entity::{participation, person, profile};
use crate::error::{Error, Result};
use domain::import::Full;
use domain::import::plan::Plan;
use domain::{ProgrammeId, Role};
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, Iterable, QueryFilter, SqlErr};
use uuid::Uuid;

/// How many rows one statement stores: databases bound the number of values.
const CHUNK: usize = 500;

/// Stores `plan`. Returns the participations that were withdrawn, with their revisions after it.
pub(super) async fn store(
    change: &Change,
    programme: ProgrammeId,
    plan: &Plan,
    found: &Found,
    full: Full,
    meter: &Meter,
) -> Result<Vec<(Uuid, i64)>> {
    let demo = change.cx().service.settings.demo;
    let mut joining = Vec::new();
    for chunk in plan.new.chunks(CHUNK) {
        let (mut people, mut profiles) = (Vec::new(), Vec::new());
        for new in chunk {
            let id: Uuid = change.cx().new_id();
            people.push(rows::new_person(id, new, demo, change.now));
            profiles.push(rows::profile_row(id, &new.profile, 0)?);
            joining.extend(new.roles.iter().map(|role| (id, *role)));
        }
        person::Entity::insert_many(people).exec_without_returning(change.tx()).await.map_err(taken)?;
        profile::Entity::insert_many(profiles).exec_without_returning(change.tx()).await?;
        meter.advance(chunk.len());
    }
    for chunk in plan.changed.chunks(CHUNK) {
        store_changed(change, chunk, found).await?;
        joining.extend(
            chunk.iter().flat_map(|person| person.joins.iter().map(|role| (person.after.id.0, *role))),
        );
        meter.advance(chunk.len());
    }
    join(change, programme, &joining).await?;
    let approved =
        plan.changed.iter().flat_map(|person| person.approved.iter().map(|role| (person.after.id.0, *role)));
    let approved: Vec<(Uuid, Role)> = approved.collect();
    set_state(change, found, &approved, rows::APPROVED).await?;
    if full != Full::Withdraw {
        return Ok(vec![]);
    }
    let missing: Vec<(Uuid, Role)> =
        plan.missing.iter().map(|missing| (missing.person.0, missing.role)).collect();
    set_state(change, found, &missing, rows::WITHDRAWN).await
}

/// Rewrites the rows of people who are different. They are locked, so that nothing is lost between.
async fn store_changed(
    change: &Change,
    chunk: &[domain::import::plan::Changed],
    found: &Found,
) -> Result<()> {
    let mut people = Vec::new();
    let mut profiles = Vec::new();
    for changed in chunk {
        let id = changed.after.id.0;
        let Some(row) = found.people.get(&id) else { continue };
        people.push(rows::changed_person(row, &changed.after));
        let before = found.profiles.get(&id);
        if before.map(rows::profile).as_ref() != Some(&changed.after.profile) {
            let revision = before.map_or(0, |row| row.revision + 1);
            profiles.push(rows::profile_row(id, &changed.after.profile, revision)?);
        }
    }
    let owned = person::Column::iter().filter(|column| !matches!(column, person::Column::Id));
    let replace = OnConflict::column(person::Column::Id).update_columns(owned).to_owned();
    let insert = person::Entity::insert_many(people).on_conflict(replace);
    insert.exec_without_returning(change.tx()).await.map_err(taken)?;
    if profiles.is_empty() {
        return Ok(());
    }
    let owned = profile::Column::iter().filter(|column| !matches!(column, profile::Column::PersonId));
    let replace = OnConflict::column(profile::Column::PersonId).update_columns(owned).to_owned();
    profile::Entity::insert_many(profiles).on_conflict(replace).exec_without_returning(change.tx()).await?;
    Ok(())
}

async fn join(change: &Change, programme: ProgrammeId, joining: &[(Uuid, Role)]) -> Result<()> {
    for chunk in joining.chunks(CHUNK) {
        let rows = chunk
            .iter()
            .map(|(person, role)| rows::joining(change.cx().new_id(), programme, *person, *role, change.now));
        participation::Entity::insert_many(rows).exec_without_returning(change.tx()).await?;
    }
    Ok(())
}

/// Sets the state of participations; returns them with their new revisions.
async fn set_state(
    change: &Change,
    found: &Found,
    who: &[(Uuid, Role)],
    state: &str,
) -> Result<Vec<(Uuid, i64)>> {
    let row = |(person, role): &(Uuid, Role)| found.participations.get(&(*person, role.to_string()));
    let rows: Vec<&participation::Model> = who.iter().filter_map(row).collect();
    for chunk in rows.chunks(CHUNK) {
        participation::Entity::update_many()
            .col_expr(participation::Column::State, Expr::value(state))
            .col_expr(participation::Column::Revision, Expr::col(participation::Column::Revision).add(1))
            .filter(participation::Column::Id.is_in(chunk.iter().map(|row| row.id)))
            .exec(change.tx())
            .await?;
    }
    Ok(rows.iter().map(|row| (row.id, row.revision + 1)).collect())
}

/// Somebody else has added the same person between reading and storing.
fn taken(error: DbErr) -> Error {
    match error.sql_err() {
        Some(SqlErr::UniqueConstraintViolation(_)) => Error::Stale,
        _ => error.into(),
    }
}
