//! Sessions: opened at sign-in, resumed by every request, listed, ended.

use super::fingerprint;
use crate::change::Change;
use crate::entity::{participation, person, programme_role, session};
use crate::error::Result;
use crate::{Error, Service};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::account::Session;
use domain::{Actor, Instant, PersonId, ProgrammeId, SessionId};
use sea_orm::sea_query::{Expr, ExprTrait, JoinType, Query};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, Set};
use std::sync::Arc;
use uuid::Uuid;

/// A token as the browser keeps it, and the hash under which the database does.
pub(super) fn new_token(cx: &crate::Context) -> Result<(String, Vec<u8>)> {
    let secret = cx.new_secret()?;
    Ok((URL_SAFE_NO_PAD.encode(secret), fingerprint(&secret)))
}

/// The person behind a session's token, with their roles as they are now; none where the token is unknown, or the
/// session or the account has ended. One query by index. That the session was used is noted at most every few minutes
/// and beside the request, so that reading a page never waits for a writer.
///
/// # Errors
/// Where the database does not answer.
pub async fn resume(service: &Arc<Service>, token: &str) -> Result<Option<(SessionId, Actor)>> {
    let Ok(secret) = URL_SAFE_NO_PAD.decode(token) else { return Ok(None) };
    let token_hash = (session::Entity, session::Column::TokenHash);
    let Some(found) = find(service, Expr::col(token_hash).eq(fingerprint(&secret))).await? else {
        return Ok(None);
    };
    if found.dates.is_due(service.now()) {
        tokio::spawn(note_use(service.clone(), found.id, service.now()));
    }
    Ok(Some((found.id, found.actor)))
}

/// The person behind a session, with their roles as they are now; none where it has ended. For a stream that stays
/// open: it asks again whether it may, and that is no use of the session.
///
/// # Errors
/// Where the database does not answer.
pub async fn still_signed_in(service: &Arc<Service>, session: SessionId) -> Result<Option<Actor>> {
    let id = (session::Entity, session::Column::Id);
    Ok(find(service, Expr::col(id).eq(session.0)).await?.map(|found| found.actor))
}

/// An open session.
struct Found {
    id: SessionId,
    dates: Session,
    actor: Actor,
}

async fn find(service: &Service, which: Expr) -> Result<Option<Found>> {
    let rows = service.read().query_all(&who(which)).await?;
    let Some(first) = rows.first() else { return Ok(None) };
    let began: i64 = first.try_get("", "began")?;
    let seen: i64 = first.try_get("", "seen")?;
    let dates = Session { began: Instant(began), last_seen: Instant(seen), ended: None };
    if !dates.is_open(service.now()) {
        return Ok(None);
    }
    let id = SessionId(first.try_get("", "session_id")?);
    let mut actor = Actor {
        person: PersonId(first.try_get("", "person_id")?),
        name: first.try_get("", "name")?,
        admin: first.try_get("", "admin")?,
        may_create: first.try_get("", "may_create")?,
        roles: vec![],
    };
    for row in &rows {
        for (programme, role) in [("looks_after", "care"), ("takes_part", "part")] {
            let programme: Option<Uuid> = row.try_get("", programme)?;
            let role: Option<String> = row.try_get("", role)?;
            if let (Some(programme), Some(Ok(role))) = (programme, role.map(|role| role.parse())) {
                actor.roles.push((ProgrammeId(programme), role));
            }
        }
    }
    actor.roles.sort_unstable();
    actor.roles.dedup();
    Ok(Some(Found { id, dates, actor }))
}

/// The session, its person, and both kinds of roles. A person has few of each, so their product is small; a union in
/// its place would be read whole.
fn who(which: Expr) -> sea_orm::sea_query::SelectStatement {
    let of = |column: person::Column| (person::Entity, column);
    let mut query = Query::select();
    query
        .expr_as(Expr::col((session::Entity, session::Column::Id)), "session_id")
        .expr_as(Expr::col((session::Entity, session::Column::CreatedAt)), "began")
        .expr_as(Expr::col((session::Entity, session::Column::SeenAt)), "seen")
        .expr_as(Expr::col(of(person::Column::Id)), "person_id")
        .expr_as(Expr::col(of(person::Column::Name)), "name")
        .expr_as(Expr::col(of(person::Column::Admin)), "admin")
        .expr_as(Expr::col(of(person::Column::MayCreate)), "may_create")
        .expr_as(Expr::col((programme_role::Entity, programme_role::Column::ProgrammeId)), "looks_after")
        .expr_as(Expr::col((programme_role::Entity, programme_role::Column::Role)), "care")
        .expr_as(Expr::col((participation::Entity, participation::Column::ProgrammeId)), "takes_part")
        .expr_as(Expr::col((participation::Entity, participation::Column::Role)), "part")
        .from(session::Entity)
        .join(
            JoinType::InnerJoin,
            person::Entity,
            Expr::col(of(person::Column::Id)).equals((session::Entity, session::Column::PersonId)),
        )
        .join(
            JoinType::LeftJoin,
            programme_role::Entity,
            Expr::col((programme_role::Entity, programme_role::Column::PersonId))
                .equals(of(person::Column::Id)),
        )
        .join(
            JoinType::LeftJoin,
            participation::Entity,
            Expr::col((participation::Entity, participation::Column::PersonId))
                .equals(of(person::Column::Id))
                .and(Expr::col((participation::Entity, participation::Column::State)).ne("withdrawn")),
        )
        .and_where(which)
        .and_where(Expr::col(of(person::Column::ArchivedAt)).is_null());
    query
}

/// Notes that a session was used. Not a change of the person: nobody else reads it but they, and losing it harms none.
async fn note_use(service: Arc<Service>, session: SessionId, now: Instant) {
    let noted = session::Entity::update_many()
        .col_expr(session::Column::SeenAt, Expr::value(now.0))
        .filter(session::Column::Id.eq(session.0))
        .filter(session::Column::SeenAt.lt(now.0))
        .exec(&service.handles.write)
        .await;
    if let Err(cause) = noted {
        tracing::warn!(%cause, "the use of a session could not be noted");
    }
}

/// Stores a new session of `person`, for the browser that asks.
pub(super) async fn insert(
    change: &Change,
    id: SessionId,
    person: PersonId,
    token_hash: Vec<u8>,
) -> Result<()> {
    let short = |text: &str| text.chars().filter(|c| !c.is_control()).take(300).collect::<String>();
    let row = session::ActiveModel {
        id: Set(id.0),
        person_id: Set(person.0),
        token_hash: Set(token_hash),
        created_at: Set(change.now.0),
        seen_at: Set(change.now.0),
        address: Set(short(&change.cx().address)),
        agent: Set(short(&change.cx().agent)),
    };
    row.insert(change.tx()).await?;
    Ok(())
}

/// The session that asks.
///
/// # Errors
/// [`Error::SignInRequired`] on the command line and for visitors.
pub(super) fn own(cx: &crate::Context) -> Result<SessionId> {
    cx.session.ok_or(Error::SignInRequired)
}
