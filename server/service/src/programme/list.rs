//! The list of programmes, and the page of one.

use super::load::{load, phases_of, state_of, today_in};
use crate::Context;
use crate::entity::{goal, mentorship, mentorship_member, participation, person, profile, programme, step};
use crate::error::Result;
use domain::person::PersonLine;
use domain::programme::objective::Figures;
use domain::programme::view::{Counts, ProgrammeLine, ProgrammeView, Programmes};
use domain::programme::{ParticipationState, ProgrammeState, phase};
use domain::{PersonId, ProgrammeId, Role};
use sea_orm::sea_query::{Expr, Func};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use std::collections::HashMap;
use uuid::Uuid;

/// The programmes that the asker may see, by name: those they have a role in, and all of them for admins and the
/// command line. Drafts only for their coordinators and for admins.
///
/// # Errors
/// [`crate::Error::SignInRequired`].
pub async fn list_programmes(cx: &Context) -> Result<Programmes> {
    let actor = if cx.is_system() { None } else { Some(cx.actor()?) };
    let mut query = programme::Entity::find().filter(programme::Column::ArchivedAt.is_null());
    if let Some(actor) = actor.filter(|actor| !actor.admin) {
        query = query.filter(programme::Column::Id.is_in(actor.roles.iter().map(|(at, _)| at.0)));
    }
    let rows = query.order_by_asc(programme::Column::Name).all(cx.read()).await?;
    let ids: Vec<ProgrammeId> = rows.iter().map(|row| ProgrammeId(row.id)).collect();
    let counts = counts(cx.read(), &ids).await?;
    let mut lines = Vec::new();
    for row in rows {
        let id = ProgrammeId(row.id);
        let roles: Vec<Role> = actor
            .iter()
            .flat_map(|actor| &actor.roles)
            .filter(|(at, _)| *at == id)
            .map(|(_, role)| *role)
            .collect();
        let sees_draft = actor.is_none_or(|actor| actor.admin || roles.contains(&Role::Coordinator));
        if state_of(&row)? == ProgrammeState::Draft && !sees_draft {
            continue;
        }
        lines.push(line(cx, row, roles, counts.get(&id).copied().unwrap_or_default()).await?);
    }
    Ok(Programmes { lines, may_create: actor.is_some_and(|actor| actor.creates()) })
}

/// A programme as a list shows it.
pub(crate) async fn line(
    cx: &Context,
    row: programme::Model,
    roles: Vec<Role>,
    counts: Counts,
) -> Result<ProgrammeLine> {
    let phases = phases_of(cx.read(), ProgrammeId(row.id)).await?;
    Ok(ProgrammeLine {
        state: state_of(&row)?,
        roles,
        counts,
        span: phase::span(&phases),
        week: phase::week(&phases, today_in(&row.time_zone, cx.now())),
        slug: row.slug,
        name: row.name,
    })
}

/// The page of a programme, for whoever has a role in it and for admins.
///
/// # Errors
/// [`crate::Error::NotFound`], also for a draft that the asker does not coordinate.
pub async fn load_programme(cx: &Context, slug: &str) -> Result<ProgrammeView> {
    let scope = cx.readable(slug).await?;
    let programme = load(cx.read(), scope.id).await?;
    let actor = cx.signed_in();
    let my_roles: Vec<Role> = Role::ALL
        .iter()
        .copied()
        .filter(|role| actor.is_some_and(|actor| actor.is(*role, scope.id)))
        .collect();
    let may_edit = cx.is_system() || my_roles.contains(&Role::Coordinator);
    Ok(ProgrammeView {
        looked_after: looked_after(cx, &programme.roles).await?,
        figures: figures(cx, scope.id).await?,
        counts: counts(cx.read(), &[scope.id]).await?.remove(&scope.id).unwrap_or_default(),
        today: today_in(&programme.time_zone, cx.now()),
        may_see_people: may_edit || actor.is_some_and(|actor| actor.admin),
        may_edit,
        my_roles,
        programme,
    })
}

async fn looked_after(cx: &Context, roles: &[(PersonId, Role)]) -> Result<Vec<(PersonLine, Role)>> {
    let lines = lines_of(cx.read(), roles.iter().map(|(person, _)| person.0).collect()).await?;
    let mut found: Vec<(PersonLine, Role)> =
        roles.iter().filter_map(|(person, role)| Some((lines.get(&person.0)?.clone(), *role))).collect();
    found.sort_by(|(a, _), (b, _)| a.name.cmp(&b.name));
    Ok(found)
}

/// The lines of some people, by their id; archived ones too, as their work stays.
pub(crate) async fn lines_of(db: &impl ConnectionTrait, ids: Vec<Uuid>) -> Result<HashMap<Uuid, PersonLine>> {
    let people = person::Entity::find().filter(person::Column::Id.is_in(ids.clone())).all(db).await?;
    let jobs: Vec<(Uuid, String)> = profile::Entity::find()
        .select_only()
        .columns([profile::Column::PersonId, profile::Column::Job])
        .filter(profile::Column::PersonId.is_in(ids))
        .into_tuple()
        .all(db)
        .await?;
    let jobs: HashMap<Uuid, String> = jobs.into_iter().collect();
    let line = |row: person::Model| {
        let job = jobs.get(&row.id).map_or("", String::as_str);
        (row.id, PersonLine::new(PersonId(row.id), &row.name, job, &row.team))
    };
    Ok(people.into_iter().map(line).collect())
}

/// Mentors, mentees and mentorships of each programme; withdrawn people are not counted.
pub(crate) async fn counts(
    db: &impl ConnectionTrait,
    ids: &[ProgrammeId],
) -> Result<HashMap<ProgrammeId, Counts>> {
    let ids: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    let mut all: HashMap<ProgrammeId, Counts> = HashMap::new();
    let people: Vec<(Uuid, String, i64)> = participation::Entity::find()
        .select_only()
        .column(participation::Column::ProgrammeId)
        .column(participation::Column::Role)
        .column_as(participation::Column::Id.count(), "count")
        .filter(participation::Column::ProgrammeId.is_in(ids.clone()))
        .filter(participation::Column::State.ne(ParticipationState::Withdrawn.as_str()))
        .group_by(participation::Column::ProgrammeId)
        .group_by(participation::Column::Role)
        .into_tuple()
        .all(db)
        .await?;
    for (id, role, count) in people {
        let counts = all.entry(ProgrammeId(id)).or_default();
        match role.parse() {
            Ok(Role::Mentor) => counts.mentors = count.unsigned_abs(),
            Ok(Role::Mentee) => counts.mentees = count.unsigned_abs(),
            _ => {}
        }
    }
    let mentorships: Vec<(Uuid, i64)> = mentorship::Entity::find()
        .select_only()
        .column(mentorship::Column::ProgrammeId)
        .column_as(mentorship::Column::Id.count(), "count")
        .filter(mentorship::Column::ProgrammeId.is_in(ids))
        .filter(mentorship::Column::ClosedAt.is_null())
        .group_by(mentorship::Column::ProgrammeId)
        .into_tuple()
        .all(db)
        .await?;
    for (id, count) in mentorships {
        all.entry(ProgrammeId(id)).or_default().mentorships = count.unsigned_abs();
    }
    Ok(all)
}

/// What the programme's objectives are fed from.
pub(crate) async fn figures(cx: &Context, id: ProgrammeId) -> Result<Figures> {
    let db = cx.read();
    let open: Vec<Uuid> = mentorship::Entity::find()
        .select_only()
        .column(mentorship::Column::Id)
        .filter(mentorship::Column::ProgrammeId.eq(id.0))
        .filter(mentorship::Column::ClosedAt.is_null())
        .into_tuple()
        .all(db)
        .await?;
    let in_programme = || {
        mentorship::Entity::find()
            .select_only()
            .column(mentorship::Column::Id)
            .filter(mentorship::Column::ProgrammeId.eq(id.0))
            .filter(mentorship::Column::ClosedAt.is_null())
            .into_query()
    };
    let mentees: Vec<Uuid> = participation::Entity::find()
        .select_only()
        .column(participation::Column::PersonId)
        .filter(participation::Column::ProgrammeId.eq(id.0))
        .filter(participation::Column::Role.eq(Role::Mentee.as_str()))
        .filter(participation::Column::State.eq(ParticipationState::Approved.as_str()))
        .into_tuple()
        .all(db)
        .await?;
    let members: Vec<Uuid> = mentorship_member::Entity::find()
        .select_only()
        .column(mentorship_member::Column::PersonId)
        .distinct()
        .filter(mentorship_member::Column::Role.eq(Role::Mentee.as_str()))
        .filter(mentorship_member::Column::MentorshipId.in_subquery(in_programme()))
        .into_tuple()
        .all(db)
        .await?;
    let members: std::collections::HashSet<Uuid> = members.into_iter().collect();
    let goals: Vec<(Uuid, Uuid, f64, f64, f64)> = goal::Entity::find()
        .select_only()
        .columns([goal::Column::Id, goal::Column::MentorshipId])
        .columns([goal::Column::Baseline, goal::Column::Target, goal::Column::Current])
        .filter(goal::Column::ArchivedAt.is_null())
        .filter(goal::Column::MentorshipId.in_subquery(in_programme()))
        .into_tuple()
        .all(db)
        .await?;
    let done = Func::sum(Expr::case(step::Column::DoneAt.is_not_null(), 1).finally(0));
    let steps: Option<(i64, Option<i64>)> = step::Entity::find()
        .select_only()
        .column_as(step::Column::Id.count(), "all")
        .column_as(Expr::expr(done), "done")
        .filter(step::Column::ArchivedAt.is_null())
        .filter(step::Column::MentorshipId.in_subquery(in_programme()))
        .into_tuple()
        .one(db)
        .await?;
    let (steps, steps_done) = steps.map_or((0, 0), |(all, done)| (all, done.unwrap_or_default()));
    let with_goal: std::collections::HashSet<Uuid> = goals.iter().map(|goal| goal.1).collect();
    // A goal may be reached downwards: fewer defects, less time.
    let reached = |from: f64, to: f64, now: f64| if to >= from { now >= to && to != from } else { now <= to };
    Ok(Figures {
        mentees: mentees.len() as u64,
        matched: mentees.iter().filter(|person| members.contains(person)).count() as u64,
        mentorships: open.len() as u64,
        with_goal: with_goal.len() as u64,
        goals: goals.len() as u64,
        goals_reached: goals.iter().filter(|goal| reached(goal.2, goal.3, goal.4)).count() as u64,
        steps: steps.unsigned_abs(),
        steps_done: steps_done.unsigned_abs(),
    })
}
