//! The match plans of a programme, and a new one.

use super::base::Base;
use super::people::People;
use super::store::{Writer, who};
use super::{plan_command, plan_row, view};
use crate::entity::{match_plan, pair, person};
use crate::error::Result;
use crate::{Change, Context, Opened, Programme};
use domain::board::{
    self, Comparison, Difference, Gain, Place, PlanLine, PlanList, PlanState, SeenCard, Stage, Target,
};
use domain::form::Check;
use domain::stream::Aggregate;
use domain::{CommandId, Instant, MatchPlanId, ParticipationId, Role};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Set};
use serde_json::Value;
use std::collections::{BTreeSet, HashMap};
use uuid::Uuid;

/// The programme's match plans. For coordinators.
///
/// # Errors
/// [`Error::SignInRequired`], [`Error::NotFound`], [`Error::Denied`].
pub async fn list_plans(cx: &Context, slug: &str) -> Result<PlanList> {
    let programme = cx.coordinated(slug).await?;
    let rows = match_plan::Entity::find()
        .filter(match_plan::Column::ProgrammeId.eq(programme.id.0))
        .order_by_desc(match_plan::Column::CreatedAt)
        .order_by_desc(match_plan::Column::Id)
        .all(cx.read())
        .await?;
    let authors: Vec<Uuid> = rows.iter().filter_map(|row| row.author).collect();
    let names: HashMap<Uuid, String> = person::Entity::find()
        .filter(person::Column::Id.is_in(authors))
        .all(cx.read())
        .await?
        .into_iter()
        .map(|row| (row.id, row.name))
        .collect();
    let mut plans = vec![];
    for row in rows {
        let base = Base::of(cx.read(), programme.row.clone(), row).await?;
        // Counts without fits need nobody's answers.
        let nobody = People::load(cx.read(), &base, Some(&BTreeSet::new()), cx.now()).await?;
        plans.push(PlanLine {
            id: base.board.plan,
            name: base.plan.name.clone(),
            state: base.plan.state.parse().unwrap_or(PlanState::Draft),
            created_at: Instant(base.plan.created_at),
            published_at: base.plan.published_at.map(Instant),
            author: base.plan.author.and_then(|id| names.get(&id).cloned()),
            counts: view::counts(&base, &nobody),
        });
    }
    let (mentors, mentees) = enrolled(cx, &programme).await?;
    Ok(PlanList {
        slug: programme.slug().to_owned(),
        programme: programme.name().to_owned(),
        plans,
        mentors,
        mentees,
        now: cx.now(),
    })
}

/// How many mentors and mentees are approved.
async fn enrolled(cx: &Context, programme: &Programme) -> Result<(u32, u32)> {
    use crate::entity::participation::{Column, Entity};
    use domain::programme::ParticipationState;
    use sea_orm::PaginatorTrait;
    let count = |role: Role| {
        Entity::find()
            .filter(Column::ProgrammeId.eq(programme.id.0))
            .filter(Column::State.eq(ParticipationState::Approved.as_str()))
            .filter(Column::Role.eq(role.as_str()))
            .count(cx.read())
    };
    Ok((count(Role::Mentor).await? as u32, count(Role::Mentee).await? as u32))
}

/// A new match plan: with everybody in the tray, or with the pairs of another plan as far as they are still possible. For
/// coordinators.
///
/// # Errors
/// [`Error::Invalid`] where the name is missing or too long; [`Error::NotFound`] where `from` is no plan of the programme.
pub async fn create_plan(
    cx: &Context,
    slug: &str,
    name: &str,
    from: Option<MatchPlanId>,
    command: CommandId,
) -> Result<MatchPlanId> {
    let programme = plan_command(cx, slug).await?;
    if let Some(from) = from {
        plan_row(cx.read(), &programme, from).await?;
    }
    let mut check = Check::default();
    let name = check.text("name", name, 80);
    let name = check.done(name)?;
    let mut change = match cx.change(Aggregate::Programme(programme.id), command).await? {
        Opened::Repeated(plan) => return Ok(plan),
        Opened::New(change) => change,
    };
    let plan: MatchPlanId = cx.new_id();
    let row = match_plan::ActiveModel {
        id: Set(plan.0),
        programme_id: Set(programme.id.0),
        name: Set(name),
        state: Set(PlanState::Draft.as_str().to_owned()),
        author: Set(who(cx).map(|person| person.0)),
        engine: Set(Value::Null),
        created_at: Set(change.now.0),
        published_at: Set(None),
        version: Set(0),
        note: Set(String::new()),
    };
    let row = row.insert(change.tx()).await?;
    change.record(&board::PlanCreated { plan })?;
    if let Some(from) = from {
        let base = Base::of(change.tx(), programme.row.clone(), row).await?;
        change = copy(change, base, from).await?;
    }
    change.commit(plan).await
}

/// Brings the pairs of plan `from` to the new and empty board of `base`. Who has left, is proposed or at work by now, or whom
/// a rule forbids stays in the tray.
async fn copy(change: Box<Change>, mut base: Base, from: MatchPlanId) -> Result<Box<Change>> {
    let people = People::load(change.tx(), &base, None, change.now).await?;
    let kept = pair::Entity::find()
        .filter(pair::Column::MatchPlanId.eq(from.0))
        .order_by_asc(pair::Column::MenteeId)
        .all(change.tx())
        .await?;
    let mut loads = base.board.loads();
    let mut placed = vec![];
    for row in kept {
        let (mentee, mentor) = (ParticipationId(row.mentee_id), ParticipationId(row.mentor_id));
        let allowed = base.board.fit(mentee, mentor, &people).is_ok();
        let Some(at) = base.board.mentors.get(&mentor).filter(|at| at.active && allowed) else { continue };
        let load = loads.entry(mentor).or_default();
        let Some(card) = base.board.cards.get_mut(&mentee).filter(|card| card.is_free()) else { continue };
        if *load < at.places {
            *load += 1;
            card.place = Place { mentor: Some(mentor), pinned: row.pinned };
            card.revision = 1;
            placed.push(mentee);
        }
    }
    let by = who(change.cx());
    let writer = Writer::new(change, base.board.plan).await?;
    writer.store_cards(&base.board, &placed, by).await?;
    writer.store_pairs(&base.board, &people, &placed).await?;
    Ok(writer.change)
}

/// Two plans of a programme beside each other: whoever has another place in the other plan. For coordinators.
///
/// # Errors
/// [`Error::NotFound`] where one of them is no plan of the programme.
pub async fn compare_plans(
    cx: &Context,
    slug: &str,
    plan: MatchPlanId,
    with: MatchPlanId,
) -> Result<Comparison> {
    let programme = cx.coordinated(slug).await?;
    let here = Base::load(cx.read(), &programme, plan).await?;
    let there = Base::load(cx.read(), &programme, with).await?;
    let people = People::load(cx.read(), &here, None, cx.now()).await?;
    let name = |id: Option<ParticipationId>| Some(people.line(id?).name);
    let mut differences = vec![];
    let (mut gain, mut same) = (Gain::default(), 0);
    for (id, card) in &here.board.cards {
        let Some(other) = there.board.cards.get(id) else { continue };
        let (now, then) = (card.place.mentor, other.place.mentor);
        if now == then {
            same += usize::from(now.is_some());
            continue;
        }
        let fit = |mentor: Option<ParticipationId>| here.board.fit(*id, mentor?, &people).ok();
        let (before, after) = (fit(now), fit(then));
        gain.pairs += i64::from(then.is_some()) - i64::from(now.is_some());
        gain.fit += after.unwrap_or(0) - before.unwrap_or(0);
        differences.push(Difference {
            mentee: people.line(*id),
            seen: SeenCard { id: *id, revision: card.revision },
            movable: card.active && card.stage == Stage::Open,
            here: name(now),
            there: name(then),
            to: Target(then),
            before,
            after,
        });
    }
    differences.sort_by(|a, b| a.mentee.name.cmp(&b.mentee.name));
    Ok(Comparison {
        slug: here.programme.slug.clone(),
        programme: here.programme.name.clone(),
        plan,
        name: here.plan.name.clone(),
        with,
        with_name: there.plan.name.clone(),
        same,
        gain,
        differences,
    })
}
