//! Bringing somebody in: to the organisation, and to a programme in a role.

use crate::account::{Brought, address_of, by_email, carry_out, issue, recipient};
use crate::entity::{participation, person, profile, programme_role};
use crate::error::Result;
use crate::{Change, Context, Error, Opened, Programme, mail};
use domain::account::{Command, Purpose, Refusal, judge};
use domain::form::Check;
use domain::mail::{Letter, one_line};
use domain::people::{Event, Invited, Welcome};
use domain::stream::Aggregate;
use domain::{CommandId, ParticipationId, PersonId, Problem, ProgrammeId, Role};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Set};
use serde::{Deserialize, Serialize};

/// Invites somebody by e-mail: organisation admins to the organisation or to any programme, coordinators to theirs.
/// `programme` is a slug or empty, `role` a role in it or empty.
///
/// Who has an account keeps it, its name too; who has a password is in the programme at once and gets a letter that
/// says so. Others are `invited` until they choose a password.
///
/// # Errors
/// [`Error::Invalid`]; [`Refusal::AlreadyJoined`] where there is nothing left to invite to; [`Refusal::Archived`].
pub async fn invite(
    cx: &Context,
    command: CommandId,
    name: &str,
    email: &str,
    programme: &str,
    role: &str,
) -> Result<Invited> {
    let programme = scope(cx, programme).await?;
    let mut check = Check::default();
    let name = one_line(&check.text("name", name, 120));
    let email = check.email("email", email);
    let role: Option<Role> = if programme.is_some() { check.choice("role", role) } else { None };
    check.done(())?;
    let aggregate =
        programme.as_ref().map_or(Aggregate::Organisation, |programme| Aggregate::Programme(programme.id));
    let mut change = match cx.change::<(PersonId, Welcome)>(aggregate, command).await? {
        Opened::Repeated((person, welcome)) => return answer(cx, person, welcome).await,
        Opened::New(change) => change,
    };
    // So that nobody else makes an account of the same address meanwhile.
    change.lock(Aggregate::Organisation).await?;
    let (row, welcome) = match by_email(change.tx(), &email).await? {
        Some(row) if row.password_hash.is_some() => (row, Welcome::Enrolled),
        Some(row) => (row, Welcome::Again),
        None => (insert(&mut change, &name, &email).await?, on_its_way(cx)),
    };
    let person = PersonId(row.id);
    if row.archived_at.is_some() {
        return Err(Refusal::Archived.into());
    }
    if let (Some(programme), Some(role)) = (&programme, role) {
        join(&mut change, programme.id, &row, role).await?;
    }
    match (&row.password_hash, &programme) {
        (Some(_), None) => return Err(Refusal::AlreadyJoined.into()),
        (Some(_), Some(programme)) => tell(&mut change, &row, programme).await?,
        (None, _) => {
            send(&mut change, &row, programme.as_ref().map(|programme| programme.name().to_owned())).await?
        }
    }
    change.commit((person, welcome)).await?;
    answer(cx, person, welcome).await
}

/// Whose invitation it is: of a coordinator for the programme at `slug`, or of an organisation admin.
async fn scope(cx: &Context, slug: &str) -> Result<Option<Programme>> {
    if slug.is_empty() {
        if !cx.is_system() {
            cx.admin()?;
        }
        return Ok(None);
    }
    let programme = cx.programme(slug).await?;
    if !cx.signed_in().is_some_and(|actor| actor.admin) {
        cx.must_coordinate(programme.id)?;
    }
    Ok(Some(programme))
}

/// Whether mails leave the house.
fn on_its_way(cx: &Context) -> Welcome {
    if cx.service.settings.smtp_url.is_some() { Welcome::Sent } else { Welcome::Kept }
}

async fn answer(cx: &Context, person: PersonId, welcome: Welcome) -> Result<Invited> {
    let row = person::Entity::find_by_id(person.0).one(cx.read()).await?.ok_or(Error::NotFound)?;
    Ok(Invited { person, name: row.name, welcome })
}

/// Sends a further invitation to somebody who is on a list or has not come in yet; earlier links stop working. For
/// organisation admins.
///
/// # Errors
/// [`Refusal::AlreadyJoined`], [`Refusal::Archived`]; [`Error::Invalid`] for who has no address.
pub async fn invite_again(cx: &Context, command: CommandId, person: PersonId) -> Result<Invited> {
    cx.admin()?;
    let Opened::New(mut change) = cx.change::<PersonId>(Aggregate::Person(person), command).await? else {
        return answer(cx, person, on_its_way(cx)).await;
    };
    let row = person::Entity::find_by_id(person.0).one(change.tx()).await?.ok_or(Error::NotFound)?;
    if row.email.is_none() {
        return Err(Error::field("email", Problem::Missing));
    }
    send(&mut change, &row, None).await?;
    change.commit(person).await?;
    answer(cx, person, on_its_way(cx)).await
}

async fn insert(change: &mut Change, name: &str, email: &str) -> Result<person::Model> {
    let id: PersonId = change.cx().new_id();
    let row = person::ActiveModel {
        id: Set(id.0),
        name: Set(name.to_owned()),
        email: Set(Some(email.to_owned())),
        external_id: Set(None),
        team: Set(String::new()),
        manager_email: Set(String::new()),
        location: Set(String::new()),
        admin: Set(false),
        may_create: Set(false),
        demo: Set(false),
        password_hash: Set(None),
        version: Set(0),
        revision: Set(0),
        created_at: Set(change.now.0),
        archived_at: Set(None),
    };
    let row = row.insert(change.tx()).await?;
    let nothing = || Set(serde_json::Value::Array(vec![]));
    let empty = profile::ActiveModel {
        person_id: Set(id.0),
        job: Set(String::new()),
        pronouns: Set(String::new()),
        seniority: Set(None),
        experience_years: Set(None),
        skills_offered: nothing(),
        skills_wanted: nothing(),
        goals: nothing(),
        interests: nothing(),
        languages: nothing(),
        time_zone: Set(String::new()),
        availability: Set(String::new()),
        meeting: Set(None),
        style: Set(None),
        capacity: Set(None),
        biography: Set(String::new()),
        revision: Set(0),
    };
    profile::Entity::insert(empty).exec_without_returning(change.tx()).await?;
    Ok(row)
}

/// Gives `person` a role in a programme; nothing happens where they have it.
async fn join(change: &mut Change, programme: ProgrammeId, person: &person::Model, role: Role) -> Result<()> {
    let event = Event::Invited { person: PersonId(person.id), role };
    let on = Aggregate::Programme(programme);
    if matches!(role, Role::Coordinator | Role::Sponsor) {
        let key = (programme.0, person.id, role.as_str().to_owned());
        if programme_role::Entity::find_by_id(key).one(change.tx()).await?.is_some() {
            return Ok(());
        }
        let row = programme_role::ActiveModel {
            programme_id: Set(programme.0),
            person_id: Set(person.id),
            role: Set(role.as_str().to_owned()),
            created_at: Set(change.now.0),
        };
        programme_role::Entity::insert(row).exec_without_returning(change.tx()).await?;
        return change.record_on(on, &event).await;
    }
    // Who can sign in takes part at once; who cannot yet, when they have chosen a password.
    let state = if person.password_hash.is_some() { "approved" } else { "invited" };
    let known = participation::Entity::find()
        .filter(participation::Column::ProgrammeId.eq(programme.0))
        .filter(participation::Column::PersonId.eq(person.id))
        .filter(participation::Column::Role.eq(role.as_str()))
        .one(change.tx())
        .await?;
    match known {
        Some(known) if known.state == "withdrawn" => {
            let revision = known.revision + 1;
            let mut row: participation::ActiveModel = known.into();
            row.state = Set(state.to_owned());
            row.revision = Set(revision);
            row.update(change.tx()).await?;
        }
        Some(_) => return Ok(()),
        None => {
            let id: ParticipationId = change.cx().new_id();
            let row = participation::ActiveModel {
                id: Set(id.0),
                programme_id: Set(programme.0),
                person_id: Set(person.id),
                role: Set(role.as_str().to_owned()),
                state: Set(state.to_owned()),
                capacity: Set(None),
                created_at: Set(change.now.0),
                revision: Set(0),
            };
            participation::Entity::insert(row).exec_without_returning(change.tx()).await?;
        }
    }
    change.record_on(on, &event).await
}

async fn send(change: &mut Change, person: &person::Model, programme: Option<String>) -> Result<()> {
    let id = PersonId(person.id);
    carry_out(change, id, &Command::Invite, Brought::default()).await?;
    let link = issue(change, id, Purpose::Invitation).await?;
    let Some(recipient) = recipient(person) else { return Ok(()) };
    let inviter = change.cx().signed_in().map(|actor| actor.name.clone());
    let link = address_of(change.cx(), &link);
    mail::queue(change, &recipient, &Letter::Invitation { programme, inviter, link }).await
}

async fn tell(change: &mut Change, person: &person::Model, programme: &Programme) -> Result<()> {
    let Some(recipient) = recipient(person) else { return Ok(()) };
    let inviter = change.cx().signed_in().map(|actor| actor.name.clone());
    let link = address_of(change.cx(), &format!("/programmes/{}", programme.slug()));
    let letter = Letter::ProgrammeInvitation { programme: programme.name().to_owned(), inviter, link };
    mail::queue(change, &recipient, &letter).await
}

/// The programmes in which `person` waits for a first password, in the order in which they are locked.
pub(crate) async fn invited_to(cx: &Context, person: PersonId) -> Result<Vec<ProgrammeId>> {
    let rows = participation::Entity::find()
        .filter(participation::Column::PersonId.eq(person.0))
        .filter(participation::Column::State.eq("invited"))
        .order_by_asc(participation::Column::ProgrammeId)
        .all(cx.read())
        .await?;
    let mut programmes: Vec<ProgrammeId> =
        rows.into_iter().map(|row| ProgrammeId(row.programme_id)).collect();
    programmes.dedup();
    Ok(programmes)
}

/// Makes `person`, who has just come in, a participant of the programmes that they were invited to.
pub(crate) async fn welcome(change: &mut Change, person: PersonId) -> Result<()> {
    let waiting = participation::Entity::find()
        .filter(participation::Column::PersonId.eq(person.0))
        .filter(participation::Column::State.eq("invited"))
        .order_by_asc(participation::Column::ProgrammeId)
        .all(change.tx())
        .await?;
    for row in waiting {
        participation::Entity::update_many()
            .filter(participation::Column::Id.eq(row.id))
            .col_expr(participation::Column::State, Expr::value("approved"))
            .col_expr(participation::Column::Revision, Expr::value(row.revision + 1))
            .exec(change.tx())
            .await?;
        let event = Event::Joined { participation: ParticipationId(row.id), person };
        change.record_on(Aggregate::Programme(ProgrammeId(row.programme_id)), &event).await?;
    }
    Ok(())
}

/// What `trellis person add` answers with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Added {
    pub person: PersonId,
    pub name: String,
    /// Where the person chooses a password; none where it was given. The only way to this link.
    pub link: Option<String>,
}

/// Adds somebody from the command line, or brings back in who has lost the way: with a password where one is given,
/// else with a link to choose one. `admin` makes them an organisation admin. For the command line only.
///
/// # Errors
/// [`Error::Invalid`], [`Error::NotFound`] for everybody else.
pub async fn add(
    cx: &Context,
    name: &str,
    email: &str,
    admin: bool,
    password: Option<&str>,
) -> Result<Added> {
    if !cx.is_system() {
        return Err(Error::NotFound);
    }
    let mut check = Check::default();
    let name = one_line(&check.text("name", name, 120));
    let email = check.email("email", email);
    if let Some(password) = password {
        judge(&mut check, "password", password, &[&email, &name]);
    }
    check.done(())?;
    let password_hash = match password {
        Some(password) => Some(cx.service.passwords.hash(password).await?),
        None => None,
    };
    let Opened::New(mut change) = cx.change::<PersonId>(Aggregate::Organisation, cx.new_id()).await? else {
        return Err(Error::Stale);
    };
    let row = match by_email(change.tx(), &email).await? {
        Some(row) => row,
        None => insert(&mut change, &name, &email).await?,
    };
    let person = PersonId(row.id);
    if admin {
        carry_out(&mut change, person, &Command::SetAdmin { admin }, Brought::default()).await?;
    }
    let link = match password_hash {
        Some(hash) => {
            let brought = Brought { password_hash: Some(hash), ..Brought::default() };
            carry_out(&mut change, person, &Command::SetPassword, brought).await?;
            None
        }
        None => {
            let (purpose, command) = match row.password_hash {
                Some(_) => (Purpose::Reset, Command::RequestReset),
                None => (Purpose::Invitation, Command::Invite),
            };
            carry_out(&mut change, person, &command, Brought::default()).await?;
            let path = issue(&change, person, purpose).await?;
            Some(address_of(cx, &path))
        }
    };
    change.commit(person).await?;
    Ok(Added { person, name: row.name, link })
}
