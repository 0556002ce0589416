//! What the pages about people ask of the server.

use crate::error::AppError;
use domain::people::{Changed, Invited, PeopleList, PersonChange};
use domain::{CommandId, PersonId};
use leptos::prelude::*;

/// A page of people. For organisation admins.
#[server]
pub async fn people(
    #[server(default)] find: String,
    #[server(default)] page: u64,
) -> Result<PeopleList, AppError> {
    let cx = crate::request::context()?;
    Ok(service::people::people(&cx, &find, page).await?)
}

/// Invites somebody. For organisation admins, and for coordinators to their programme.
#[server]
pub async fn invite(
    command_id: CommandId,
    name: String,
    email: String,
    #[server(default)] programme: String,
    #[server(default)] role: String,
) -> Result<Invited, AppError> {
    let cx = crate::request::context()?;
    let invited = service::people::invite(&cx, command_id, &name, &email, &programme, &role).await?;
    crate::request::go_to(&crate::path::invited(&programme, invited.welcome));
    Ok(invited)
}

/// Changes what somebody may do, or sends them an invitation. For organisation admins.
#[server]
pub async fn change_person(
    command_id: CommandId,
    person: PersonId,
    change: PersonChange,
) -> Result<Changed, AppError> {
    let cx = crate::request::context()?;
    Ok(service::people::change_person(&cx, command_id, person, change).await?)
}
