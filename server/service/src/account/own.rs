//! One's own account: name, password, sessions.

use super::session::own;
use super::{Brought, carry_out, recover, throttle};
use crate::entity::{person, session};
use crate::error::Result;
use crate::{Context, Error, Opened};
use domain::account::{AccountView, Command, SessionLine, browser, judge};
use domain::form::Check;
use domain::stream::Aggregate;
use domain::{CommandId, Instant, Problem, SessionId};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

/// The asker's own account. For everybody who is signed in.
///
/// # Errors
/// [`Error::SignInRequired`].
pub async fn account_page(cx: &Context) -> Result<AccountView> {
    let actor = cx.actor()?;
    let row =
        person::Entity::find_by_id(actor.person.0).one(cx.read()).await?.ok_or(Error::SignInRequired)?;
    let mut sessions = sessions(cx).await?;
    sessions.sort_by_key(|line| (!line.this, -line.seen.0));
    Ok(AccountView {
        name: row.name,
        email: row.email.unwrap_or_default(),
        admin: row.admin,
        has_password: row.password_hash.is_some(),
        sessions,
        now: cx.now(),
    })
}

async fn sessions(cx: &Context) -> Result<Vec<SessionLine>> {
    let actor = cx.actor()?;
    let rows = session::Entity::find()
        .filter(session::Column::PersonId.eq(actor.person.0))
        .order_by_desc(session::Column::SeenAt)
        .all(cx.read())
        .await?;
    let open = rows.into_iter().filter(|row| {
        let dates = domain::account::Session {
            began: Instant(row.created_at),
            last_seen: Instant(row.seen_at),
            ended: None,
        };
        dates.is_open(cx.now())
    });
    let line = |row: session::Model| SessionLine {
        id: SessionId(row.id),
        this: cx.session == Some(SessionId(row.id)),
        browser: browser(&row.agent),
        address: row.address,
        began: Instant(row.created_at),
        seen: Instant(row.seen_at),
    };
    Ok(open.map(line).collect())
}

/// Changes the asker's own name. For everybody who is signed in.
///
/// # Errors
/// [`Error::Invalid`], [`Error::SignInRequired`].
pub async fn rename(cx: &Context, command: CommandId, name: &str) -> Result<()> {
    let actor = cx.actor()?;
    let mut check = Check::default();
    let name = check.text("name", name, 120);
    let name = domain::mail::one_line(&check.done(name)?);
    let Opened::New(mut change) = cx.change::<()>(Aggregate::Person(actor.person), command).await? else {
        return Ok(());
    };
    let brought = Brought { name: Some(name), ..Brought::default() };
    carry_out(&mut change, actor.person, &Command::Rename, brought).await?;
    change.commit(()).await
}

/// Changes the asker's own password; their other sessions end, and a letter tells them. For everybody who is signed in
/// and knows the present one. Wrong ones count as attempts to sign in: an open laptop is no place to guess.
///
/// # Errors
/// [`Error::Invalid`], [`Error::TooMany`], [`Error::SignInRequired`].
pub async fn change_password(cx: &Context, command: CommandId, present: &str, password: &str) -> Result<()> {
    let actor = cx.actor()?;
    let keep = own(cx)?;
    let row =
        person::Entity::find_by_id(actor.person.0).one(cx.read()).await?.ok_or(Error::SignInRequired)?;
    let email = row.email.clone().unwrap_or_default();
    let mut check = Check::default();
    if present.is_empty() {
        check.refuse("present_password", Problem::Missing);
    }
    judge(&mut check, "password", password, &[&email, &row.name]);
    check.done(())?;
    let attempt = throttle::sign_in(cx, &email).await?;
    let verified = row.password_hash.clone();
    if !cx.service.passwords.verify(present, verified.clone()).await? {
        return Err(Error::field("present_password", Problem::WrongPassword));
    }
    let password_hash = cx.service.passwords.hash(password).await?;
    let Opened::New(mut change) = cx.change::<()>(Aggregate::Person(actor.person), command).await? else {
        return Ok(());
    };
    let now =
        person::Entity::find_by_id(actor.person.0).one(change.tx()).await?.ok_or(Error::SignInRequired)?;
    if now.password_hash != verified {
        return Err(Error::Stale);
    }
    let brought = Brought { password_hash: Some(password_hash), ..Brought::default() };
    carry_out(&mut change, actor.person, &Command::ChangePassword { keep }, brought).await?;
    throttle::forgive(change.tx(), attempt).await?;
    recover::tell_of_new_password(&mut change, &row).await?;
    change.commit(()).await
}

/// Ends one of the asker's own sessions. For everybody who is signed in.
///
/// # Errors
/// [`domain::account::Refusal::SessionGone`], also for a session of somebody else.
pub async fn end_session(cx: &Context, command: CommandId, session: SessionId) -> Result<()> {
    own_command(cx, command, Command::EndSession { session }).await
}

/// Ends all sessions of the asker but the one that asks. For everybody who is signed in.
///
/// # Errors
/// [`Error::SignInRequired`].
pub async fn end_other_sessions(cx: &Context, command: CommandId) -> Result<()> {
    let keep = own(cx)?;
    own_command(cx, command, Command::EndOtherSessions { keep }).await
}

async fn own_command(cx: &Context, command: CommandId, what: Command) -> Result<()> {
    let actor = cx.actor()?;
    let Opened::New(mut change) = cx.change::<()>(Aggregate::Person(actor.person), command).await? else {
        return Ok(());
    };
    carry_out(&mut change, actor.person, &what, Brought::default()).await?;
    change.commit(()).await
}
