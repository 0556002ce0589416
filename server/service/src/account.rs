//! Accounts: signing in and out, invitations, new passwords, sessions, one's own account.
//!
//! Secrets leave this module once: a session's token to the browser, a link's token into a letter. The database keeps
//! their SHA-256 only, and passwords as argon2id. Every change of an account goes through [`carry_out`], which asks
//! `domain::account::decide` and turns its events into rows.

mod gate;
mod link;
mod own;
mod recover;
mod session;
mod sign_in;
mod throttle;

pub use gate::PasswordGate;
pub(crate) use link::issue;
pub use own::{account_page, change_password, end_other_sessions, end_session, rename};
pub(crate) use recover::recipient;
pub use recover::{accept_invitation, link_page, request_reset, reset_password};
pub use session::{resume, still_signed_in};
pub use sign_in::{Entered, sign_in, sign_in_as, sign_in_page, sign_out};
pub use throttle::sweep;

use crate::change::Change;
use crate::entity::{person, session as session_row};
use crate::error::Result;
use crate::{Context, Error};
use domain::account::{Account, Command, Event, decide};
use domain::stream::Aggregate;
use domain::{PersonId, SessionId};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// What the events of a command need beside themselves to become rows.
#[derive(Default)]
pub(crate) struct Brought {
    /// The new password, hashed.
    pub(crate) password_hash: Option<String>,
    /// The new name.
    pub(crate) name: Option<String>,
    /// The hash of the new session's token.
    pub(crate) token_hash: Option<Vec<u8>>,
}

/// The hash under which a secret is kept.
pub(crate) fn fingerprint(secret: &[u8]) -> Vec<u8> {
    Sha256::digest(secret).to_vec()
}

/// Locks `person` and loads what the rules need to know.
///
/// # Errors
/// [`Error::NotFound`] where there is no such person.
pub(crate) async fn load(change: &mut Change, person: PersonId) -> Result<(person::Model, Account)> {
    change.lock(Aggregate::Person(person)).await?;
    let row = person::Entity::find_by_id(person.0).one(change.tx()).await?.ok_or(Error::NotFound)?;
    let sessions: Vec<Uuid> = session_row::Entity::find()
        .select_only()
        .column(session_row::Column::Id)
        .filter(session_row::Column::PersonId.eq(person.0))
        .order_by_asc(session_row::Column::Id)
        .into_tuple()
        .all(change.tx())
        .await?;
    let other_admins = person::Entity::find()
        .filter(person::Column::Admin.eq(true))
        .filter(person::Column::ArchivedAt.is_null())
        .filter(person::Column::Id.ne(person.0))
        // Who was made an admin but never came in could not help.
        .filter(person::Column::PasswordHash.is_not_null().or(person::Column::Demo.eq(true)))
        .count(change.tx())
        .await?;
    let account = Account {
        admin: row.admin,
        may_create: row.may_create,
        archived: row.archived_at.is_some(),
        has_password: row.password_hash.is_some(),
        sessions: sessions.into_iter().map(SessionId).collect(),
        other_admins,
    };
    Ok((row, account))
}

/// Decides `command` for `person`, stores its rows and records its events. Returns what happened.
///
/// # Errors
/// The rule that forbids it; [`Error::NotFound`].
pub(crate) async fn carry_out(
    change: &mut Change,
    person: PersonId,
    command: &Command,
    brought: Brought,
) -> Result<Vec<Event>> {
    let (_, account) = load(change, person).await?;
    let events = decide(&account, command, change.now)?;
    for event in &events {
        store(change, person, event, &brought).await?;
        change.record_on(Aggregate::Person(person), event).await?;
    }
    Ok(events)
}

async fn store(change: &mut Change, person: PersonId, event: &Event, brought: &Brought) -> Result<()> {
    let now = change.now.0;
    let set = person::Entity::update_many().filter(person::Column::Id.eq(person.0));
    let set = match event {
        Event::Invited | Event::ResetRequested | Event::Joined => return Ok(()),
        Event::PasswordSet => {
            let hash =
                brought.password_hash.clone().ok_or_else(|| Error::internal("a password without a hash"))?;
            // A link that was asked for before must not undo this.
            link::close_all(change.tx(), person).await?;
            set.col_expr(person::Column::PasswordHash, Expr::value(hash))
        }
        Event::SignedIn { session } => {
            let hash =
                brought.token_hash.clone().ok_or_else(|| Error::internal("a session without a token"))?;
            return session::insert(change, *session, person, hash).await;
        }
        Event::SessionEnded { session } => {
            session_row::Entity::delete_by_id(session.0).exec(change.tx()).await?;
            return Ok(());
        }
        Event::Renamed => {
            let name = brought.name.clone().ok_or_else(|| Error::internal("a new name without a name"))?;
            set.col_expr(person::Column::Name, Expr::value(name))
                .col_expr(person::Column::Revision, Expr::col(person::Column::Revision).add(1))
        }
        Event::AdminSet { admin } => set.col_expr(person::Column::Admin, Expr::value(*admin)),
        Event::MayCreateSet { may_create } => {
            set.col_expr(person::Column::MayCreate, Expr::value(*may_create))
        }
        Event::Archived => {
            link::close_all(change.tx(), person).await?;
            set.col_expr(person::Column::ArchivedAt, Expr::value(now))
        }
        Event::Restored => set.col_expr(person::Column::ArchivedAt, Expr::value(Option::<i64>::None)),
    };
    set.exec(change.tx()).await?;
    Ok(())
}

/// The address of the page at `path`, as a mail writes it.
pub(crate) fn address_of(cx: &Context, path: &str) -> String {
    format!("{}{path}", cx.service.settings.public_url)
}

/// The person's row by e-mail address, in lower case.
pub(crate) async fn by_email(db: &impl ConnectionTrait, email: &str) -> Result<Option<person::Model>> {
    Ok(person::Entity::find().filter(person::Column::Email.eq(email)).one(db).await?)
}
