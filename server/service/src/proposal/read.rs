//! A proposal as the people in it see it, and the inbox.

use super::{Loaded, unanswered_by};
use crate::actor::offset_minutes;
use crate::board::{Base, People};
use crate::entity::{match_plan, mentorship, participation, person, profile, programme, proposal};
use crate::error::Result;
use crate::{Context, Error};
use domain::criteria::Reason;
use domain::person::PersonLine;
use domain::programme::Acceptance;
use domain::proposal::{ProposalLine, ProposalState, ProposalView};
use domain::{Instant, MentorshipId, ParticipationId, PersonId, ProgrammeId, ProposalId, Role};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, Select};
use std::collections::{BTreeSet, HashMap};
use uuid::Uuid;

/// A proposal with its reasons. For its mentor, its mentee and coordinators.
///
/// # Errors
/// [`Error::SignInRequired`]; [`Error::NotFound`] for everybody else.
pub async fn load_proposal(cx: &Context, id: ProposalId) -> Result<ProposalView> {
    let me = cx.actor()?.person;
    let loaded = Loaded::read(cx.read(), id).await?;
    let coordinates = cx.actor()?.coordinates(ProgrammeId(loaded.row.programme_id));
    if !loaded.is_party(me) && !coordinates {
        return Err(Error::NotFound);
    }
    let plan = match_plan::Entity::find_by_id(loaded.row.match_plan_id).one(cx.read()).await?;
    let base = Base::of(cx.read(), loaded.programme.clone(), plan.ok_or(Error::NotFound)?).await?;
    let (mentee, mentor) = (ParticipationId(loaded.row.mentee_id), ParticipationId(loaded.row.mentor_id));
    let people = People::load(cx.read(), &base, Some(&BTreeSet::from([mentee, mentor])), cx.now()).await?;
    let role = match me {
        me if me == loaded.state.mentee => Role::Mentee,
        me if me == loaded.state.mentor => Role::Mentor,
        _ => Role::Coordinator,
    };
    let other = if role == Role::Mentee { mentor } else { mentee };
    let about = people.known(other).filter(|_| role != Role::Coordinator);
    let about = about.map(|known| [known.gist.clone(), known.biography.clone()]).into_iter().flatten();
    let name =
        |person: PersonId| people.line(if person == loaded.state.mentee { mentee } else { mentor }).name;
    let awaits =
        loaded.state.needs().into_iter().filter(|one| loaded.state.waits_for(*one, cx.now())).map(name);
    let mine = loaded.answers.iter().find(|row| PersonId(row.person_id) == me);
    let refused = loaded.answers.iter().find(|row| !row.accepted);
    let refused = refused.filter(|row| coordinates || PersonId(row.person_id) == me);
    let started =
        mentorship::Entity::find().filter(mentorship::Column::ProposalId.eq(id.0)).one(cx.read()).await?;
    let zone = profile::Entity::find_by_id(me.0).one(cx.read()).await?.map(|row| row.time_zone);
    Ok(ProposalView {
        id,
        slug: loaded.programme.slug.clone(),
        programme: loaded.programme.name.clone(),
        purpose: loaded.programme.purpose.clone(),
        state: loaded.state.state,
        role,
        mentee: people.line(mentee),
        mentor: people.line(mentor),
        about: about.filter(|text| !text.is_empty()).collect(),
        reasons: serde_json::from_value::<Vec<Reason>>(loaded.row.reasons.clone()).unwrap_or_default(),
        acceptance: loaded.state.acceptance,
        asks_me: loaded.state.waits_for(me, cx.now()),
        my_answer: mine.map(|row| row.accepted),
        awaits: awaits.collect(),
        reason: refused.map(|row| row.reason.clone()),
        misfit: refused.and_then(|row| row.criterion.as_ref()?.parse().ok()),
        mentorship: started.map(|row| MentorshipId(row.id)),
        created_at: Instant(loaded.row.created_at),
        expires_at: Instant(loaded.row.expires_at),
        closed_at: loaded.row.closed_at.map(Instant),
        now: cx.now(),
        offset: zone.and_then(|zone| offset_minutes(&zone, cx.now())).unwrap_or(0),
    })
}

/// The asker's open proposals, the most urgent first.
///
/// # Errors
/// [`Error::SignInRequired`].
pub async fn inbox(cx: &Context) -> Result<Vec<ProposalLine>> {
    let me = cx.actor()?.person;
    let mine = roles_of(cx.read(), me).await?;
    let mut lines = vec![];
    for row in open(&mine, cx.now()).all(cx.read()).await? {
        let loaded = Loaded::read(cx.read(), ProposalId(row.id)).await?;
        let role = if mine.contains_key(&row.mentee_id) { Role::Mentee } else { Role::Mentor };
        let other = if role == Role::Mentee { loaded.state.mentor } else { loaded.state.mentee };
        lines.push(ProposalLine {
            id: ProposalId(row.id),
            programme: loaded.programme.name.clone(),
            other: line(cx.read(), other).await?,
            role,
            asks_me: loaded.state.waits_for(me, cx.now()),
            expires_at: Instant(row.expires_at),
        });
    }
    Ok(lines)
}

/// How many proposals wait for an answer of `person`. Every page shows it, so it reads little.
pub(crate) async fn waiting_for(db: &impl ConnectionTrait, person: PersonId, now: Instant) -> Result<usize> {
    let mine = roles_of(db, person).await?;
    if mine.is_empty() {
        return Ok(0);
    }
    let rows = open(&mine, now).filter(unanswered_by(person)).all(db).await?;
    let programmes: BTreeSet<Uuid> = rows.iter().map(|row| row.programme_id).collect();
    if programmes.is_empty() {
        return Ok(0);
    }
    let asked: HashMap<Uuid, Acceptance> = programme::Entity::find()
        .filter(programme::Column::Id.is_in(programmes))
        .all(db)
        .await?
        .into_iter()
        .filter_map(|row| Some((row.id, row.acceptance.parse().ok()?)))
        .collect();
    let asks = |row: &&proposal::Model| match asked.get(&row.programme_id) {
        Some(Acceptance::Both) => true,
        Some(Acceptance::Mentor) => mine.contains_key(&row.mentor_id),
        Some(Acceptance::Nobody) | None => false,
    };
    Ok(rows.iter().filter(asks).count())
}

async fn roles_of(db: &impl ConnectionTrait, person: PersonId) -> Result<HashMap<Uuid, Role>> {
    let rows =
        participation::Entity::find().filter(participation::Column::PersonId.eq(person.0)).all(db).await?;
    Ok(rows.into_iter().filter_map(|row| Some((row.id, row.role.parse().ok()?))).collect())
}

/// Proposals that wait and in which one of `mine` is.
fn open(mine: &HashMap<Uuid, Role>, now: Instant) -> Select<proposal::Entity> {
    let ids: Vec<Uuid> = mine.keys().copied().collect();
    proposal::Entity::find()
        .filter(proposal::Column::State.eq(ProposalState::Waiting.as_str()))
        .filter(proposal::Column::ExpiresAt.gt(now.0))
        .filter(
            sea_orm::Condition::any()
                .add(proposal::Column::MenteeId.is_in(ids.clone()))
                .add(proposal::Column::MentorId.is_in(ids)),
        )
        .order_by_asc(proposal::Column::ExpiresAt)
        .order_by_asc(proposal::Column::Id)
}

async fn line(db: &impl ConnectionTrait, id: PersonId) -> Result<PersonLine> {
    let row = person::Entity::find_by_id(id.0).one(db).await?.ok_or(Error::NotFound)?;
    let job = profile::Entity::find_by_id(id.0).one(db).await?.map(|row| row.job).unwrap_or_default();
    Ok(PersonLine::new(id, &row.name, &job, &row.team))
}
