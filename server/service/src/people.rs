//! The organisation's people: found, invited, made admins, archived.

mod invite;
mod list;

pub use invite::{Added, add, invite, invite_again};
pub(crate) use invite::{invited_to, welcome};
pub(crate) use list::fits;
pub use list::people;

use crate::account::{Brought, carry_out, load};
use crate::error::Result;
use crate::{Context, Opened};
use domain::account::Command;
use domain::people::{Changed, PersonChange};
use domain::stream::Aggregate;
use domain::{CommandId, PersonId};

/// Does `change` to somebody's account. For organisation admins.
///
/// # Errors
/// As the use cases below and [`invite_again`].
pub async fn change_person(
    cx: &Context,
    command: CommandId,
    person: PersonId,
    change: PersonChange,
) -> Result<Changed> {
    let name = match change {
        PersonChange::Invite => invite_again(cx, command, person).await?.name,
        PersonChange::MakeAdmin => set_admin(cx, command, person, true).await?,
        PersonChange::EndAdmin => set_admin(cx, command, person, false).await?,
        PersonChange::AllowCreate => set_may_create(cx, command, person, true).await?,
        PersonChange::EndCreate => set_may_create(cx, command, person, false).await?,
        PersonChange::Archive => archive(cx, command, person).await?,
        PersonChange::Restore => restore(cx, command, person).await?,
    };
    Ok(Changed { change, name })
}

/// Makes somebody an organisation admin, or ends that. For organisation admins. Answers with the person's name.
///
/// # Errors
/// [`domain::account::Refusal::LastAdmin`], [`crate::Error::NotFound`].
pub async fn set_admin(cx: &Context, command: CommandId, person: PersonId, admin: bool) -> Result<String> {
    administer(cx, command, person, Command::SetAdmin { admin }).await
}

/// Lets somebody create programmes, or ends that. For organisation admins. Answers with the person's name.
///
/// # Errors
/// [`crate::Error::NotFound`].
pub async fn set_may_create(
    cx: &Context,
    command: CommandId,
    person: PersonId,
    may_create: bool,
) -> Result<String> {
    administer(cx, command, person, Command::SetMayCreate { may_create }).await
}

/// Archives somebody: they are signed out everywhere and stay so. For organisation admins. Answers with the name.
///
/// # Errors
/// [`domain::account::Refusal::LastAdmin`], [`domain::account::Refusal::Yourself`], [`crate::Error::NotFound`].
pub async fn archive(cx: &Context, command: CommandId, person: PersonId) -> Result<String> {
    let own = cx.signed_in().is_some_and(|actor| actor.person == person);
    administer(cx, command, person, Command::Archive { own }).await
}

/// Restores somebody who was archived. For organisation admins. Answers with the person's name.
///
/// # Errors
/// [`crate::Error::NotFound`].
pub async fn restore(cx: &Context, command: CommandId, person: PersonId) -> Result<String> {
    administer(cx, command, person, Command::Restore).await
}

/// One change of rights at a time in the whole organisation: two admins who end each other's right at once would
/// leave nobody.
async fn administer(cx: &Context, command: CommandId, person: PersonId, what: Command) -> Result<String> {
    cx.admin()?;
    let mut change = match cx.change::<String>(Aggregate::Organisation, command).await? {
        Opened::Repeated(_) => {
            // A name is not kept with the command, as it could not be erased there.
            return name_of(cx, person).await;
        }
        Opened::New(change) => change,
    };
    let (row, _) = load(&mut change, person).await?;
    carry_out(&mut change, person, &what, Brought::default()).await?;
    change.commit(String::new()).await?;
    Ok(row.name)
}

async fn name_of(cx: &Context, person: PersonId) -> Result<String> {
    use sea_orm::EntityTrait;
    let row = crate::entity::person::Entity::find_by_id(person.0).one(cx.read()).await?;
    Ok(row.ok_or(crate::Error::NotFound)?.name)
}
