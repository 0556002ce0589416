//! Reads the log of one aggregate.

use crate::entity::event;
use crate::error::Result;
use domain::stream::{Aggregate, Logged, Version};
use domain::{Instant, PersonId};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::Value;

/// At most `limit` events of `aggregate` after `version`, oldest first.
///
/// # Errors
/// Where the database does.
pub async fn read_after(
    db: &impl ConnectionTrait,
    aggregate: Aggregate,
    version: Version,
    limit: u64,
) -> Result<Vec<Logged<Value>>> {
    let rows = event::Entity::find()
        .filter(event::Column::AggregateId.eq(aggregate.id()))
        .filter(event::Column::Version.gt(version.0))
        .order_by_asc(event::Column::Version)
        .limit(limit)
        .all(db)
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| Logged {
            version: Version(row.version),
            kind: row.kind,
            payload: row.payload,
            actor: row.actor.map(PersonId),
            at: Instant(row.at),
        })
        .collect())
}
