//! In by a link from a mail: the first password, or a new one.

use super::session::new_token;
use super::sign_in::enter;
use super::{Brought, Entered, address_of, by_email, carry_out, issue, link, throttle};
use crate::entity::{command, participation, person, programme, session as session_row};
use crate::error::Result;
use crate::{Change, Context, Error, Opened, mail};
use domain::account::{Command, LinkView, Purpose, Refusal, judge};
use domain::form::Check;
use domain::mail::{Letter, Recipient};
use domain::stream::Aggregate;
use domain::{CommandId, PersonId, SessionId};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

/// The page behind a link from a mail. For whoever holds the link; reading it does not use it up, so that a mail
/// filter that follows links does no harm.
///
/// # Errors
/// Why the link does not work.
pub async fn link_page(cx: &Context, purpose: Purpose, token: &str) -> Result<LinkView> {
    let (row, link) = link::find(cx.read(), token).await?;
    link.usable(purpose, cx.now())?;
    let person = person::Entity::find_by_id(row.person_id).one(cx.read()).await?;
    let person = person.filter(|person| person.archived_at.is_none()).ok_or(Refusal::LinkUnknown)?;
    let programmes = match purpose {
        Purpose::Reset => vec![],
        Purpose::Invitation => {
            let ids: Vec<uuid::Uuid> = participation::Entity::find()
                .select_only()
                .column(participation::Column::ProgrammeId)
                .filter(participation::Column::PersonId.eq(person.id))
                .filter(participation::Column::State.ne("withdrawn"))
                .into_tuple()
                .all(cx.read())
                .await?;
            let names = programme::Entity::find().select_only().column(programme::Column::Name);
            let names = names.filter(programme::Column::Id.is_in(ids)).order_by_asc(programme::Column::Name);
            names.into_tuple().all(cx.read()).await?
        }
    };
    Ok(LinkView { purpose, name: person.name, email: person.email.unwrap_or_default(), programmes })
}

/// Takes an invitation: the first password, and a session. For whoever holds the link. Programmes that the person was
/// invited to count on them from now on.
///
/// # Errors
/// Why the link does not work; [`crate::Error::Invalid`] for a password that is not good enough.
pub async fn accept_invitation(
    cx: &Context,
    command: CommandId,
    token: &str,
    password: &str,
) -> Result<Entered> {
    by_link(cx, command, Purpose::Invitation, token, password).await
}

/// Sets a new password by a link: every session of the person ends, and a new one begins here. For whoever holds the
/// link.
///
/// # Errors
/// As [`accept_invitation`].
pub async fn reset_password(
    cx: &Context,
    command: CommandId,
    token: &str,
    password: &str,
) -> Result<Entered> {
    by_link(cx, command, Purpose::Reset, token, password).await
}

async fn by_link(
    cx: &Context,
    command: CommandId,
    purpose: Purpose,
    token: &str,
    password: &str,
) -> Result<Entered> {
    let (row, link) = link::find(cx.read(), token).await?;
    let person = PersonId(row.person_id);
    // Before any work is done for it: a link that does not work costs no hash.
    if let Err(refusal) = link.usable(purpose, cx.now()) {
        return again(cx, command, person, refusal).await;
    }
    let known = person::Entity::find_by_id(person.0).one(cx.read()).await?.ok_or(Refusal::LinkUnknown)?;
    let email = known.email.clone().unwrap_or_default();
    let mut check = Check::default();
    judge(&mut check, "password", password, &[&email, &known.name]);
    check.done(())?;
    let password_hash = cx.service.passwords.hash(password).await?;
    let (token_for_browser, token_hash) = new_token(cx)?;
    let session: SessionId = cx.new_id();
    // Programmes are locked before people, here as everywhere: an import does so too, and would else wait for us.
    let programmes = match purpose {
        Purpose::Invitation => crate::people::invited_to(cx, person).await?,
        Purpose::Reset => vec![],
    };
    let first = programmes.first().map_or(Aggregate::Person(person), |id| Aggregate::Programme(*id));
    let mut change = match cx.change::<SessionId>(first, command).await {
        Ok(Opened::New(change)) => change,
        // Stale: the first click was faster, and the programmes that we were about to lock are no longer waiting.
        Ok(Opened::Repeated(_)) | Err(Error::Stale) => {
            return again(cx, command, person, Refusal::LinkUsed { purpose }).await;
        }
        Err(error) => return Err(error),
    };
    for programme in programmes {
        change.lock(Aggregate::Programme(programme)).await?;
    }
    change.lock(Aggregate::Person(person)).await?;
    // Again, now that nobody else can: of two who use it at once, one is late.
    let (row, link) = link::find(change.tx(), token).await?;
    let brought = Brought { password_hash: Some(password_hash), token_hash: Some(token_hash), name: None };
    let wanted = match purpose {
        Purpose::Invitation => Command::Accept { link, session },
        Purpose::Reset => Command::Reset { link, session },
    };
    if let Err(refusal) = link.usable(purpose, change.now) {
        drop(change);
        return again(cx, command, person, refusal).await;
    }
    link::close(&change, row).await?;
    carry_out(&mut change, person, &wanted, brought).await?;
    match purpose {
        Purpose::Invitation => crate::people::welcome(&mut change, person).await?,
        Purpose::Reset => tell_of_new_password(&mut change, &known).await?,
    }
    change.commit(session).await?;
    Ok(Entered { person, session, token: token_for_browser })
}

/// The answer to a form that was sent twice, as by a double click: the browser follows the second answer only, and the
/// first one's token cannot be given again. Who brings the link and the command that used it gets a session in place
/// of the first one, as long as that one is open; everybody else gets the refusal.
async fn again(cx: &Context, command: CommandId, person: PersonId, refusal: Refusal) -> Result<Entered> {
    let done =
        command::Entity::find_by_id(command.0).one(cx.read()).await?.filter(|done| done.actor.is_none());
    let first: Option<SessionId> = done.and_then(|done| serde_json::from_value(done.answer).ok());
    let Some(first) = first else { return Err(refusal.into()) };
    let row = session_row::Entity::find_by_id(first.0).one(cx.read()).await?;
    if row.is_none_or(|row| row.person_id != person.0) {
        return Err(refusal.into());
    }
    enter(cx, person, |session| Command::SignIn { session }, None, None).await
}

/// A letter to the owner, who may not be the one who did it.
pub(super) async fn tell_of_new_password(change: &mut Change, person: &person::Model) -> Result<()> {
    let Some(recipient) = recipient(person) else { return Ok(()) };
    let link = address_of(change.cx(), "/forgot");
    mail::queue(change, &recipient, &Letter::PasswordChanged { link }).await
}

/// Who gets a mail to `person`; none without an address.
pub(crate) fn recipient(person: &person::Model) -> Option<Recipient> {
    let address = person.email.clone()?;
    Some(Recipient { person: Some(PersonId(person.id)), name: person.name.clone(), address })
}

/// Sends a link by which a password is chosen, to whoever has an account under `email`. For everybody; the answer is
/// the same where there is none, and so is the work: one transaction to count, one to write.
///
/// Who never had a password gets a new invitation.
///
/// # Errors
/// [`crate::Error::TooMany`], [`crate::Error::Invalid`] for what is not an address.
pub async fn request_reset(cx: &Context, command: CommandId, email: &str) -> Result<()> {
    let mut check = Check::default();
    let email = check.email("email", email);
    let email = check.done(email)?;
    throttle::reset(cx, &email).await?;
    let known = by_email(cx.read(), &email).await?.filter(|row| row.archived_at.is_none());
    let aggregate = known.as_ref().map_or(Aggregate::Organisation, |row| Aggregate::Person(PersonId(row.id)));
    let Opened::New(mut change) = cx.change::<()>(aggregate, command).await? else { return Ok(()) };
    if let Some(known) = known {
        send_link(&mut change, &known).await?;
    }
    change.commit(()).await
}

async fn send_link(change: &mut Change, known: &person::Model) -> Result<()> {
    let Some(recipient) = recipient(known) else { return Ok(()) };
    let person = PersonId(known.id);
    let (purpose, command) = match known.password_hash {
        Some(_) => (Purpose::Reset, Command::RequestReset),
        None => (Purpose::Invitation, Command::Invite),
    };
    carry_out(change, person, &command, Brought::default()).await?;
    let link = issue(change, person, purpose).await?;
    let link = address_of(change.cx(), &link);
    let letter = match purpose {
        Purpose::Reset => Letter::Reset { link },
        Purpose::Invitation => Letter::Invitation { programme: None, inviter: None, link },
    };
    mail::queue(change, &recipient, &letter).await
}
