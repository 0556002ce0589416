//! In by password, or as one of the cast; out again.

use super::session::{new_token, own};
use super::{Brought, by_email, carry_out, throttle};
use crate::entity::{participation, person, profile, programme_role};
use crate::error::Result;
use crate::{Context, Error, Opened};
use domain::account::{CastLine, Command, Refusal, SignInView};
use domain::form::Check;
use domain::person::PersonLine;
use domain::stream::Aggregate;
use domain::text::account as words;
use domain::{CommandId, PersonId, Role, SessionId};
use sea_orm::sea_query::ExprTrait;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::{BTreeMap, BTreeSet};

/// How many of the cast the sign-in page offers at once; the others are found by name.
const OFFERED: u64 = 12;

/// Somebody came in. The token is for their browser and is kept nowhere else.
#[derive(Clone, Debug)]
pub struct Entered {
    pub person: PersonId,
    pub session: SessionId,
    pub token: String,
}

/// Signs in by e-mail address and password, as a new session; the one that asked, if there was one, ends.
///
/// For everybody. An account that does not exist, is not yet open or is archived gives the answer of a wrong password,
/// after the same work and against the same throttle.
///
/// # Errors
/// [`Refusal::WrongCredentials`], [`Error::TooMany`], [`Error::Invalid`] for empty fields.
pub async fn sign_in(cx: &Context, email: &str, password: &str) -> Result<Entered> {
    let mut check = Check::default();
    let email = check.text("email", email, 254).to_lowercase();
    if password.is_empty() {
        check.refuse("password", domain::Problem::Missing);
    }
    check.done(())?;
    let attempt = throttle::sign_in(cx, &email).await?;
    let known = by_email(cx.read(), &email).await?.filter(|row| row.archived_at.is_none());
    let hash = known.as_ref().and_then(|row| row.password_hash.clone());
    let right = cx.service.passwords.verify(password, hash.clone()).await?;
    let Some(known) = known.filter(|_| right) else { return Err(Refusal::WrongCredentials.into()) };
    enter(cx, PersonId(known.id), |session| Command::SignIn { session }, hash, Some(attempt)).await
}

/// Signs in as anybody. Only in demo mode, whose database holds nobody real; elsewhere there is no such thing.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn sign_in_as(cx: &Context, person: PersonId) -> Result<Entered> {
    if !cx.service.settings.demo {
        return Err(Error::NotFound);
    }
    let row = person::Entity::find_by_id(person.0).one(cx.read()).await?;
    row.filter(|row| row.archived_at.is_none()).ok_or(Error::NotFound)?;
    enter(cx, person, |session| Command::SignInAs { session }, None, None).await
}

/// Opens the session. The command id is made here: a token cannot be given twice, so a repeated sign-in is a second
/// session, which the list of one's sessions shows.
pub(super) async fn enter(
    cx: &Context,
    person: PersonId,
    command: impl FnOnce(SessionId) -> Command,
    verified: Option<String>,
    attempt: Option<throttle::Attempt>,
) -> Result<Entered> {
    let (token, token_hash) = new_token(cx)?;
    let session: SessionId = cx.new_id();
    let Opened::New(mut change) = cx.change::<SessionId>(Aggregate::Person(person), cx.new_id()).await?
    else {
        return Err(Error::Stale);
    };
    if verified.is_some() {
        let row = person::Entity::find_by_id(person.0).one(change.tx()).await?.ok_or(Error::NotFound)?;
        // Somebody may have set another password while this one was being looked at.
        if row.password_hash != verified {
            return Err(Refusal::WrongCredentials.into());
        }
    }
    let brought = Brought { token_hash: Some(token_hash), ..Brought::default() };
    carry_out(&mut change, person, &command(session), brought).await?;
    if let Some(attempt) = attempt {
        throttle::forgive(change.tx(), attempt).await?;
    }
    change.commit(session).await?;
    // A browser has one session. That the former one stays until it runs out would harm nobody, so the new one stands
    // whether or not the old one could be ended.
    if cx.session.is_some() {
        let _ = sign_out(cx).await;
    }
    Ok(Entered { person, session, token })
}

/// Ends the session that asks. For everybody; who is signed out already stays so.
///
/// # Errors
/// Where the database refuses.
pub async fn sign_out(cx: &Context) -> Result<()> {
    let (Ok(actor), Ok(session)) = (cx.actor(), own(cx)) else { return Ok(()) };
    let command: CommandId = cx.new_id();
    let Opened::New(mut change) = cx.change::<()>(Aggregate::Person(actor.person), command).await? else {
        return Ok(());
    };
    match carry_out(&mut change, actor.person, &Command::EndSession { session }, Brought::default()).await {
        Ok(_) => change.commit(()).await,
        Err(Error::Refused(_)) => Ok(()),
        Err(error) => Err(error),
    }
}

/// What the sign-in page shows. For everybody. `find` looks for one of the cast by a part of the name.
///
/// # Errors
/// Where the database refuses.
pub async fn sign_in_page(cx: &Context, find: &str) -> Result<SignInView> {
    let cast = if cx.service.settings.demo { Some(cast(cx, find).await?) } else { None };
    Ok(SignInView { signed_in: cx.signed_in().map(|actor| actor.name.clone()), cast })
}

async fn cast(cx: &Context, find: &str) -> Result<Vec<CastLine>> {
    let of_the_cast = || person::Entity::find().filter(person::Column::ArchivedAt.is_null());
    let people = if find.trim().is_empty() {
        // Whoever looks after something first, then as many of both sides as there is room for.
        let carers: Vec<uuid::Uuid> = programme_role::Entity::find()
            .select_only()
            .column(programme_role::Column::PersonId)
            .into_tuple()
            .all(cx.read())
            .await?;
        let leading = person::Column::Admin.eq(true).or(person::Column::Id.is_in(carers));
        let mut people = of_the_cast()
            .filter(leading.clone())
            .order_by_desc(person::Column::Admin)
            .order_by_asc(person::Column::CreatedAt)
            .order_by_asc(person::Column::Id)
            .limit(OFFERED / 2)
            .all(cx.read())
            .await?;
        for role in [Role::Mentor, Role::Mentee] {
            let taking_part = participation::Entity::find()
                .select_only()
                .column(participation::Column::PersonId)
                .filter(participation::Column::Role.eq(role.as_str()))
                .order_by_asc(participation::Column::CreatedAt)
                .order_by_asc(participation::Column::Id)
                .limit(OFFERED);
            let ids: Vec<uuid::Uuid> = taking_part.into_tuple().all(cx.read()).await?;
            let seen: BTreeSet<_> = people.iter().map(|row| row.id).collect();
            let room = if role == Role::Mentor { 3 } else { OFFERED.saturating_sub(people.len() as u64) };
            let more = of_the_cast()
                .filter(person::Column::Id.is_in(ids.into_iter().filter(|id| !seen.contains(id))))
                .order_by_asc(person::Column::CreatedAt)
                .order_by_asc(person::Column::Id)
                .limit(room)
                .all(cx.read())
                .await?;
            people.extend(more);
        }
        people
    } else {
        of_the_cast()
            .filter(crate::people::fits(find))
            .order_by_asc(person::Column::Name)
            .order_by_asc(person::Column::Id)
            .limit(OFFERED * 2)
            .all(cx.read())
            .await?
    };
    lines(cx, people).await
}

async fn lines(cx: &Context, people: Vec<person::Model>) -> Result<Vec<CastLine>> {
    let ids: Vec<_> = people.iter().map(|row| row.id).collect();
    let mut roles: BTreeMap<uuid::Uuid, BTreeSet<Role>> = BTreeMap::new();
    let cares: Vec<(uuid::Uuid, String)> = programme_role::Entity::find()
        .select_only()
        .column(programme_role::Column::PersonId)
        .column(programme_role::Column::Role)
        .filter(programme_role::Column::PersonId.is_in(ids.clone()))
        .into_tuple()
        .all(cx.read())
        .await?;
    let parts: Vec<(uuid::Uuid, String)> = participation::Entity::find()
        .select_only()
        .column(participation::Column::PersonId)
        .column(participation::Column::Role)
        .filter(participation::Column::PersonId.is_in(ids.clone()))
        .into_tuple()
        .all(cx.read())
        .await?;
    for (person, role) in cares.into_iter().chain(parts) {
        if let Ok(role) = role.parse() {
            roles.entry(person).or_default().insert(role);
        }
    }
    let jobs: Vec<(uuid::Uuid, String)> = profile::Entity::find()
        .select_only()
        .column(profile::Column::PersonId)
        .column(profile::Column::Job)
        .filter(profile::Column::PersonId.is_in(ids))
        .into_tuple()
        .all(cx.read())
        .await?;
    let jobs: BTreeMap<_, _> = jobs.into_iter().collect();
    Ok(people
        .into_iter()
        .map(|row| {
            let mut part: Vec<&str> = if row.admin { vec![words::part_admin()] } else { vec![] };
            part.extend(roles.get(&row.id).into_iter().flatten().map(|role| role.title()));
            let job = jobs.get(&row.id).map_or("", String::as_str);
            CastLine {
                person: PersonLine::new(PersonId(row.id), &row.name, job, &row.team),
                part: part.join(", "),
            }
        })
        .collect())
}
