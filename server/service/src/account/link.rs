//! Links that arrive by mail: made, found, closed.

use super::fingerprint;
use crate::change::Change;
use crate::entity::secret_link::{ActiveModel, Column, Entity, Model};
use crate::error::Result;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::account::{Link, Purpose, Refusal};
use domain::{Instant, PersonId};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, Set};

/// Makes a link for `person` and closes earlier ones of the same purpose. Returns its path: `/invitation/…` or
/// `/reset/…`.
///
/// # Errors
/// Where the database or the operating system's randomness fails.
pub(crate) async fn issue(change: &Change, person: PersonId, purpose: Purpose) -> Result<String> {
    let secret = change.cx().new_secret()?;
    Entity::delete_many()
        .filter(Column::PersonId.eq(person.0))
        .filter(Column::Kind.eq(purpose.as_str()))
        .exec(change.tx())
        .await?;
    let link = Link::new(purpose, change.now);
    let row = ActiveModel {
        id: Set(change.cx().new_id()),
        kind: Set(purpose.as_str().to_owned()),
        person_id: Set(person.0),
        token_hash: Set(fingerprint(&secret)),
        created_at: Set(change.now.0),
        expires_at: Set(link.expires.0),
        used_at: Set(None),
    };
    row.insert(change.tx()).await?;
    Ok(format!("/{}/{}", purpose.as_str(), URL_SAFE_NO_PAD.encode(secret)))
}

/// The link behind a token, and its row.
///
/// # Errors
/// [`Refusal::LinkUnknown`].
pub(super) async fn find(db: &impl ConnectionTrait, token: &str) -> Result<(Model, Link)> {
    let secret = URL_SAFE_NO_PAD.decode(token.trim()).map_err(|_| Refusal::LinkUnknown)?;
    let row = Entity::find().filter(Column::TokenHash.eq(fingerprint(&secret))).one(db).await?;
    let row = row.ok_or(Refusal::LinkUnknown)?;
    let purpose = row.kind.parse().map_err(|()| Refusal::LinkUnknown)?;
    let link = Link { purpose, expires: Instant(row.expires_at), used: row.used_at.map(Instant) };
    Ok((row, link))
}

/// Marks a link as used, so that who comes again hears that.
pub(super) async fn close(change: &Change, link: Model) -> Result<()> {
    let mut row: ActiveModel = link.into();
    row.used_at = Set(Some(change.now.0));
    row.update(change.tx()).await?;
    Ok(())
}

/// Forgets the unused links of `person`.
pub(super) async fn close_all(db: &impl ConnectionTrait, person: PersonId) -> Result<()> {
    Entity::delete_many()
        .filter(Column::PersonId.eq(person.0))
        .filter(Column::UsedAt.is_null())
        .exec(db)
        .await?;
    Ok(())
}
