//! What the pages about mail ask of the server.

use crate::error::AppError;
use domain::mail::{MailList, MailText};
use domain::{CommandId, MailId};
use leptos::prelude::*;

/// A page of the outbox. For organisation admins; in a demonstration for everybody.
#[server]
pub async fn mails(#[server(default)] page: u64) -> Result<MailList, AppError> {
    let cx = crate::request::context()?;
    Ok(service::mail::mails(&cx, page).await?)
}

/// One mail with its text. Only in a demonstration, then for everybody.
#[server]
pub async fn letter(mail: MailId) -> Result<MailText, AppError> {
    let cx = crate::request::context()?;
    Ok(service::mail::letter(&cx, mail).await?)
}

/// Puts a mail into the queue again. For organisation admins.
#[server]
pub async fn send_again(command_id: CommandId, mail: MailId) -> Result<(), AppError> {
    let cx = crate::request::context()?;
    Ok(service::mail::send_again(&cx, command_id, mail).await?)
}
