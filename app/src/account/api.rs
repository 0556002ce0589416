//! What the pages of signing in and of one's own account ask of the server.

use crate::error::AppError;
use domain::account::{AccountView, LinkView, Purpose, SignInView};
use domain::{CommandId, PersonId, SessionId};
use leptos::prelude::*;

/// What the sign-in page shows. For everybody.
#[server]
pub async fn sign_in_page(#[server(default)] find: String) -> Result<SignInView, AppError> {
    let cx = crate::request::context()?;
    Ok(service::account::sign_in_page(&cx, &find).await?)
}

/// Signs in by password. For everybody.
#[server]
pub async fn sign_in(
    email: String,
    password: String,
    #[server(default)] next: String,
) -> Result<(), AppError> {
    let cx = crate::request::context()?;
    let entered = service::account::sign_in(&cx, &email, &password).await?;
    crate::request::keep_session(&cx, &entered.token);
    crate::request::go_to(&crate::request::safe_next(&next));
    Ok(())
}

/// Signs in as anybody. Only in demo mode.
#[server]
pub async fn sign_in_as(person: PersonId, #[server(default)] next: String) -> Result<(), AppError> {
    let cx = crate::request::context()?;
    let entered = service::account::sign_in_as(&cx, person).await?;
    crate::request::keep_session(&cx, &entered.token);
    crate::request::go_to(&crate::request::safe_next(&next));
    Ok(())
}

/// Signs out. For everybody.
#[server]
pub async fn sign_out() -> Result<(), AppError> {
    let cx = crate::request::context()?;
    service::account::sign_out(&cx).await?;
    crate::request::forget_session(&cx);
    crate::request::go_to(&crate::path::sign_in());
    Ok(())
}

/// Sends a link by which a password is chosen, to whoever has an account under the address. For everybody.
#[server]
pub async fn request_reset(command_id: CommandId, email: String) -> Result<(), AppError> {
    let cx = crate::request::context()?;
    service::account::request_reset(&cx, command_id, &email).await?;
    crate::request::go_to(&crate::path::forgot_sent());
    Ok(())
}

/// The page behind a link from a mail. For whoever holds the link.
#[server]
pub async fn link_page(purpose: Purpose, token: String) -> Result<LinkView, AppError> {
    let cx = crate::request::context()?;
    Ok(service::account::link_page(&cx, purpose, &token).await?)
}

/// Takes an invitation: the first password. For whoever holds the link.
#[server]
pub async fn accept_invitation(
    command_id: CommandId,
    token: String,
    password: String,
) -> Result<(), AppError> {
    let cx = crate::request::context()?;
    let entered = service::account::accept_invitation(&cx, command_id, &token, &password).await?;
    crate::request::keep_session(&cx, &entered.token);
    crate::request::go_to(&crate::path::today());
    Ok(())
}

/// Sets a new password by a link. For whoever holds the link.
#[server]
pub async fn reset_password(command_id: CommandId, token: String, password: String) -> Result<(), AppError> {
    let cx = crate::request::context()?;
    let entered = service::account::reset_password(&cx, command_id, &token, &password).await?;
    crate::request::keep_session(&cx, &entered.token);
    crate::request::go_to(&crate::path::today());
    Ok(())
}

/// One's own account. For everybody who is signed in, as everything below.
#[server]
pub async fn account_page() -> Result<AccountView, AppError> {
    let cx = crate::request::context()?;
    Ok(service::account::account_page(&cx).await?)
}

/// Changes one's own name.
#[server]
pub async fn rename(command_id: CommandId, name: String) -> Result<(), AppError> {
    let cx = crate::request::context()?;
    service::account::rename(&cx, command_id, &name).await?;
    crate::request::go_to(&crate::path::account_done("name"));
    Ok(())
}

/// Changes one's own password.
#[server]
pub async fn change_password(
    command_id: CommandId,
    present_password: String,
    password: String,
) -> Result<(), AppError> {
    let cx = crate::request::context()?;
    service::account::change_password(&cx, command_id, &present_password, &password).await?;
    crate::request::go_to(&crate::path::account_done("password"));
    Ok(())
}

/// Ends one of one's own sessions.
#[server]
pub async fn end_session(command_id: CommandId, session: SessionId) -> Result<(), AppError> {
    let cx = crate::request::context()?;
    service::account::end_session(&cx, command_id, session).await?;
    crate::request::go_to(&crate::path::account_done("session"));
    Ok(())
}

/// Ends all of one's own sessions but this one.
#[server]
pub async fn end_other_sessions(command_id: CommandId) -> Result<(), AppError> {
    let cx = crate::request::context()?;
    service::account::end_other_sessions(&cx, command_id).await?;
    crate::request::go_to(&crate::path::account_done("sessions"));
    Ok(())
}
