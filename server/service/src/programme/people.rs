//! The people of a programme, and their enrolment.

use super::load::{load, word};
use crate::entity::{mentorship, mentorship_member, participation, person, profile, proposal};
use crate::error::Result;
use crate::{Context, Error, Opened, Programme};
use domain::actor::Who;
use domain::person::{PersonLine, Skill};
use domain::programme::change::decide_enrolment;
use domain::programme::slug::from_name;
use domain::programme::view::{Participant, People, PeopleQuery};
use domain::programme::{Enrolment, Event, ParticipationState};
use domain::stream::Aggregate;
use domain::{CommandId, ParticipationId, PersonId, ProgrammeId, Role};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QuerySelect, QueryTrait, RelationDef,
};
use std::collections::HashMap;
use uuid::Uuid;

/// One page of the people of a programme, by name, for its coordinators and for organisation admins.
///
/// # Errors
/// [`Error::Denied`] for who sees the programme only.
pub async fn load_people(cx: &Context, slug: &str, query: PeopleQuery) -> Result<People> {
    let scope = cx.programme(slug).await?;
    let may_edit = cx.must_coordinate(scope.id).is_ok();
    if !may_edit && !cx.signed_in().is_some_and(|actor| actor.admin) {
        return Err(Error::Denied(Who::Coordinators));
    }
    let found = find(cx, scope.id, &query).await?;
    let all = participation::Entity::find().filter(participation::Column::ProgrammeId.eq(scope.id.0));
    let all = sea_orm::PaginatorTrait::count(all, cx.read()).await?;
    let size = People::PAGE as usize;
    let pages = u32::try_from(found.len().div_ceil(size)).unwrap_or(u32::MAX);
    let query = PeopleQuery { page: query.page.clamp(1, if pages == 0 { 1 } else { pages }), ..query };
    let from = (query.page - 1) as usize * size;
    let page: Vec<Uuid> = found.iter().skip(from).take(size).copied().collect();
    Ok(People {
        slug: scope.slug().to_owned(),
        programme: scope.name().to_owned(),
        rows: rows(cx, scope.id, &page, may_edit).await?,
        found: found.len() as u64,
        all,
        may_edit,
        query,
    })
}

/// The ids of all enrolments that fit, in the order of names as people sort them. Sorted and searched here, as
/// databases do not agree on accents.
async fn find(cx: &Context, id: ProgrammeId, query: &PeopleQuery) -> Result<Vec<Uuid>> {
    let mut select = participation::Entity::find()
        .select_only()
        .column(participation::Column::Id)
        .column(person::Column::Name)
        .column(person::Column::Team)
        .column(participation::Column::Role)
        .join(JoinType::InnerJoin, to_person())
        .filter(participation::Column::ProgrammeId.eq(id.0));
    if let Some(role) = query.role {
        select = select.filter(participation::Column::Role.eq(role.as_str()));
    }
    if let Some(state) = query.state {
        select = select.filter(participation::Column::State.eq(state.as_str()));
    }
    let mut people: Vec<(Uuid, String, String, String)> = select.into_tuple().all(cx.read()).await?;
    let wanted: Vec<String> = query.search.split_whitespace().map(from_name).collect();
    if !wanted.is_empty() {
        let skills = skills_of(cx, id).await?;
        people.retain(|(id, name, team, _)| {
            let skills = skills.get(id).map_or("", String::as_str);
            let text = format!("{name} {team} {skills}");
            let folded = format!("-{}-", fold(&text));
            let typed = text.to_lowercase();
            let words = query.search.split_whitespace().zip(&wanted);
            words.into_iter().all(|(raw, word)| {
                // What folds to nothing (a name in another script) is compared as it is written.
                typed.contains(&raw.to_lowercase()) || (word != "programme" && folded.contains(word.as_str()))
            })
        });
    }
    people.sort_by_cached_key(|(id, name, _, role)| (fold(name), name.clone(), role.clone(), *id));
    Ok(people.into_iter().map(|person| person.0).collect())
}

/// Without accents and case, each word apart; long texts are not cut.
fn fold(text: &str) -> String {
    text.split_whitespace().map(from_name).collect::<Vec<_>>().join("-")
}

fn to_person() -> RelationDef {
    let relation = participation::Entity::belongs_to(person::Entity);
    relation.from(participation::Column::PersonId).to(person::Column::Id).into()
}

fn to_profile() -> RelationDef {
    let relation = participation::Entity::belongs_to(profile::Entity);
    relation.from(participation::Column::PersonId).to(profile::Column::PersonId).into()
}

async fn skills_of(cx: &Context, id: ProgrammeId) -> Result<HashMap<Uuid, String>> {
    let rows: Vec<(Uuid, String, serde_json::Value, serde_json::Value)> = participation::Entity::find()
        .select_only()
        .column(participation::Column::Id)
        .column(participation::Column::Role)
        .column(profile::Column::SkillsOffered)
        .column(profile::Column::SkillsWanted)
        .join(JoinType::InnerJoin, to_profile())
        .filter(participation::Column::ProgrammeId.eq(id.0))
        .into_tuple()
        .all(cx.read())
        .await?;
    rows.into_iter()
        .map(|(id, role, offered, wanted)| {
            Ok((id, names(if role == "mentor" { offered } else { wanted })?.join(" ")))
        })
        .collect()
}

fn names(skills: serde_json::Value) -> Result<Vec<String>> {
    let skills: Vec<Skill> = serde_json::from_value(skills)?;
    Ok(skills.into_iter().map(|skill| skill.name).collect())
}

async fn rows(cx: &Context, id: ProgrammeId, page: &[Uuid], may_edit: bool) -> Result<Vec<Participant>> {
    let capacity = load(cx.read(), id).await?.rules.capacity;
    let db = cx.read();
    let enrolments =
        participation::Entity::find().filter(participation::Column::Id.is_in(page.to_vec())).all(db).await?;
    let ids: Vec<Uuid> = enrolments.iter().map(|row| row.person_id).collect();
    let enrolments: HashMap<Uuid, participation::Model> =
        enrolments.into_iter().map(|row| (row.id, row)).collect();
    let people = person::Entity::find().filter(person::Column::Id.is_in(ids.clone())).all(db).await?;
    let people: HashMap<Uuid, person::Model> = people.into_iter().map(|row| (row.id, row)).collect();
    let profiles = profile::Entity::find().filter(profile::Column::PersonId.is_in(ids)).all(db).await?;
    let profiles: HashMap<Uuid, profile::Model> =
        profiles.into_iter().map(|row| (row.person_id, row)).collect();
    let mut rows = Vec::new();
    for row in page.iter().filter_map(|id| enrolments.get(id)) {
        let Some(person) = people.get(&row.person_id) else { continue };
        let profile = profiles.get(&row.person_id);
        let (role, state) = (word::<Role>(&row.role)?, word::<ParticipationState>(&row.state)?);
        let skills = profile.map(|profile| match role {
            Role::Mentor => profile.skills_offered.clone(),
            _ => profile.skills_wanted.clone(),
        });
        let offered = row.capacity.or(profile.and_then(|profile| profile.capacity));
        let offered = offered.map(|places| u8::try_from(places.clamp(0, 255)).unwrap_or_default());
        let job = profile.map_or("", |profile| &profile.job);
        rows.push(Participant {
            participation: ParticipationId(row.id),
            person: PersonLine::new(PersonId(person.id), &person.name, job, ""),
            team: person.team.clone(),
            role,
            state,
            skills: skills.map(names).transpose()?.unwrap_or_default(),
            places: (role == Role::Mentor).then(|| capacity.places(offered)),
            ways: if may_edit { state.ways() } else { vec![] },
        });
    }
    Ok(rows)
}

/// Approves, pauses, resumes, withdraws or takes in again.
///
/// # Errors
/// [`Error::Refused`] where the enrolment's state does not lead there, or the person is matched.
pub async fn set_participation(
    cx: &Context,
    command_id: CommandId,
    slug: &str,
    participation: ParticipationId,
    change: Enrolment,
) -> Result<()> {
    let scope = cx.coordinated(slug).await?;
    let mut opened = match cx.change(Aggregate::Programme(scope.id), command_id).await? {
        Opened::Repeated(()) => return let_go(cx, &scope, participation, change).await,
        Opened::New(opened) => opened,
    };
    let row = participation::Entity::find_by_id(participation.0)
        .filter(participation::Column::ProgrammeId.eq(scope.id.0))
        .one(opened.tx())
        .await?
        .ok_or(Error::NotFound)?;
    let matched = is_matched(opened.tx(), &row).await?;
    for event in decide_enrolment(participation, word(&row.state)?, change, matched)? {
        if let Event::EnrolmentChanged { to, .. } = event {
            participation::Entity::update_many()
                .col_expr(participation::Column::State, Expr::value(to.as_str()))
                .col_expr(participation::Column::Revision, Expr::value(row.revision + 1))
                .filter(participation::Column::Id.eq(row.id))
                .exec(opened.tx())
                .await?;
        }
        opened.record(&event)?;
    }
    opened.tell(PersonId(row.person_id));
    opened.commit(()).await?;
    let_go(cx, &scope, participation, change).await
}

/// Whoever was to be the mentee of a mentor who leaves waits for another one, and hears of it. The locks of the plans come
/// after that of the programme is free; a change that broke off in between is finished when it is sent again.
async fn let_go(cx: &Context, scope: &Programme, id: ParticipationId, change: Enrolment) -> Result<()> {
    if change == Enrolment::Withdraw { crate::proposal::release(cx, scope, id).await } else { Ok(()) }
}

/// Whether somebody else counts on this enrolment: a mentorship at work, or for a mentee an open proposal. Who was
/// proposed to a mentor goes back to the tray instead.
async fn is_matched(db: &impl ConnectionTrait, row: &participation::Model) -> Result<bool> {
    let proposed = proposal::Entity::find()
        .filter(proposal::Column::ProgrammeId.eq(row.programme_id))
        .filter(proposal::Column::MenteeId.eq(row.id))
        .filter(proposal::Column::ClosedAt.is_null());
    if sea_orm::PaginatorTrait::count(proposed, db).await? > 0 {
        return Ok(true);
    }
    let open = mentorship::Entity::find()
        .select_only()
        .column(mentorship::Column::Id)
        .filter(mentorship::Column::ProgrammeId.eq(row.programme_id))
        .filter(mentorship::Column::ClosedAt.is_null())
        .into_query();
    let member = mentorship_member::Entity::find()
        .filter(mentorship_member::Column::PersonId.eq(row.person_id))
        .filter(mentorship_member::Column::Role.eq(&row.role))
        .filter(mentorship_member::Column::MentorshipId.in_subquery(open));
    Ok(sea_orm::PaginatorTrait::count(member, db).await? > 0)
}
