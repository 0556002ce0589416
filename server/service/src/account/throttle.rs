//! Counting attempts, per account and per network address.
//!
//! An attempt is counted before the password is looked at and forgotten when it was right, so that a hundred at once
//! are a hundred. Keys are hashed: the table holds neither addresses nor names. What does not exist is counted like
//! what does.

use super::fingerprint;
use crate::entity::sign_in_attempt::{ActiveModel, Column, Entity};
use crate::entity::{secret_link, session};
use crate::error::Result;
use crate::{Context, Error, Service, database};
use domain::Instant;
use domain::account::{
    IDLE_DAYS, LONGEST_DAYS, Limit, PER_ACCOUNT, PER_ADDRESS, PER_RECIPIENT, WINDOW_SECONDS, wait,
};
use sea_orm::sea_query::ExprTrait;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, DbBackend, EntityTrait, QueryFilter, QuerySelect, Set,
    Statement,
};
use std::net::IpAddr;
use uuid::Uuid;

/// The rows of an attempt, to be forgotten where it was right.
pub(super) struct Attempt {
    account: Vec<u8>,
    own: Vec<Uuid>,
}

/// Counts an attempt to sign in to the account of `email`.
///
/// # Errors
/// [`Error::TooMany`]; then it is not counted.
pub(super) async fn sign_in(cx: &Context, email: &str) -> Result<Attempt> {
    attempt(cx, "account", email, PER_ACCOUNT).await
}

/// Counts a mail with a link that somebody asked for.
///
/// # Errors
/// As [`sign_in`].
pub(super) async fn reset(cx: &Context, email: &str) -> Result<()> {
    attempt(cx, "reset", email, PER_RECIPIENT).await?;
    Ok(())
}

async fn attempt(cx: &Context, what: &str, email: &str, limit: Limit) -> Result<Attempt> {
    let account = fingerprint(format!("{what}:{email}").as_bytes());
    let mut keys = vec![(account.clone(), limit)];
    if let Some(network) = network(&cx.address) {
        keys.push((fingerprint(format!("{what} from:{network}").as_bytes()), PER_ADDRESS));
    }
    let now = cx.now();
    let tx = database::begin(&cx.service.handles.write).await?;
    for (key, limit) in &keys {
        lock(&tx, key).await?;
        let recent: Vec<i64> = Entity::find()
            .select_only()
            .column(Column::At)
            .filter(Column::KeyHash.eq(key.clone()))
            .filter(Column::At.gt(now.plus_seconds(-WINDOW_SECONDS).0))
            .into_tuple()
            .all(&tx)
            .await?;
        let recent: Vec<Instant> = recent.into_iter().map(Instant).collect();
        if let Some(seconds) = wait(*limit, &recent, now) {
            return Err(Error::TooMany { seconds });
        }
    }
    let own: Vec<Uuid> = keys.iter().map(|_| cx.new_id()).collect();
    let rows = keys.into_iter().zip(&own);
    let rows = rows.map(|((key, _), id)| ActiveModel { id: Set(*id), key_hash: Set(key), at: Set(now.0) });
    Entity::insert_many(rows).exec_without_returning(&tx).await?;
    tx.commit().await?;
    Ok(Attempt { account, own })
}

/// Forgets an attempt that was right, and the account's earlier ones. Those of the address stay: who owns one account
/// could else try at all others for ever.
pub(super) async fn forgive(db: &impl ConnectionTrait, attempt: Attempt) -> Result<()> {
    let mine = Column::Id.is_in(attempt.own).or(Column::KeyHash.eq(attempt.account));
    Entity::delete_many().filter(mine).exec(db).await?;
    Ok(())
}

/// On PostgreSQL two attempts at one moment would both read the same count; on SQLite the transaction is alone.
async fn lock(tx: &DatabaseTransaction, key: &[u8]) -> Result<()> {
    if tx.get_database_backend() == DbBackend::Postgres {
        let number = key.iter().take(8).fold(0_i64, |sum, byte| (sum << 8) | i64::from(*byte));
        let sql = "select pg_advisory_xact_lock($1)";
        tx.execute_raw(Statement::from_sql_and_values(DbBackend::Postgres, sql, [number.into()])).await?;
    }
    Ok(())
}

/// What counts as one address: an IPv4 address, or the /64 network that one IPv6 subscriber has to himself.
fn network(address: &str) -> Option<String> {
    match address.parse::<IpAddr>().ok()?.to_canonical() {
        IpAddr::V4(address) => Some(address.to_string()),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            Some(format!("{a:x}:{b:x}:{c:x}:{d:x}::/64"))
        }
    }
}

/// Deletes what has run out: counted attempts, sessions, links.
///
/// # Errors
/// Where the database refuses.
pub async fn sweep(service: &Service) -> Result<()> {
    let (now, db) = (service.now(), &service.handles.write);
    Entity::delete_many().filter(Column::At.lt(now.plus_seconds(-WINDOW_SECONDS).0)).exec(db).await?;
    let idle = session::Column::SeenAt.lt(now.plus_days(-IDLE_DAYS).0);
    let old = session::Column::CreatedAt.lt(now.plus_days(-LONGEST_DAYS).0);
    session::Entity::delete_many().filter(idle.or(old)).exec(db).await?;
    // A month longer than it works, so that who comes late hears why it does not.
    let long_gone = secret_link::Column::ExpiresAt.lt(now.plus_days(-30).0);
    secret_link::Entity::delete_many().filter(long_gone).exec(db).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::network;

    #[test]
    fn networks() {
        let table = [
            ("192.0.2.7", Some("192.0.2.7")),
            ("::ffff:192.0.2.7", Some("192.0.2.7")),
            ("2001:db8:1:2:3:4:5:6", Some("2001:db8:1:2::/64")),
            ("", None),
        ];
        for (address, expect) in table {
            assert_eq!(network(address).as_deref(), expect, "{address}");
        }
    }
}
