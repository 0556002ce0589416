//! The match plans of a programme, and a new one.

use super::base::Base;
use super::people::People;
use super::store::who;
use super::{plan_command, view};
use crate::entity::{match_plan, person};
use crate::error::Result;
use crate::{Context, Opened, Programme};
use domain::board::{self, PlanLine, PlanList, PlanState};
use domain::form::Check;
use domain::stream::Aggregate;
use domain::{CommandId, Instant, MatchPlanId, Role};
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

/// A new match plan, with everybody in the tray. For coordinators.
///
/// # Errors
/// [`Error::Invalid`] where the name is missing or too long.
pub async fn create_plan(cx: &Context, slug: &str, name: &str, command: CommandId) -> Result<MatchPlanId> {
    let programme = plan_command(cx, slug).await?;
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
    };
    row.insert(change.tx()).await?;
    change.record(&board::PlanCreated { plan })?;
    change.commit(plan).await
}
