//! Action plans in tables.

use crate::entity::{goal, mentorship, mentorship_member, objective, person, profile, step};
use crate::error::Result;
use domain::mentorship::{Amount, Change, Event, Goal, Member, Plan, Served, Step, StepState, Touch};
use domain::person::PersonLine;
use domain::stream::Version;
use domain::{GoalId, Instant, MentorshipId, ObjectiveId, PersonId, Role, StepId};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, NotSet, QueryFilter, QueryOrder, Set,
};
use std::collections::HashMap;
use uuid::Uuid;

/// The plan of one mentorship.
pub(crate) async fn plan(db: &impl ConnectionTrait, row: &mentorship::Model) -> Result<Plan> {
    let objectives = objective::Entity::find()
        .filter(objective::Column::ProgrammeId.eq(row.programme_id))
        .order_by_asc(objective::Column::Position)
        .all(db)
        .await?;
    let mut plans = plans(db, std::slice::from_ref(row)).await?;
    let mut plan = plans.pop().ok_or(crate::Error::NotFound)?;
    plan.objectives =
        objectives.into_iter().map(|row| Served { id: ObjectiveId(row.id), name: row.measure }).collect();
    Ok(plan)
}

/// The plans of several mentorships in the same order, without the programmes' objectives.
pub(crate) async fn plans(db: &impl ConnectionTrait, rows: &[mentorship::Model]) -> Result<Vec<Plan>> {
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let mut members = members(db, &ids).await?;
    let mut goals: HashMap<Uuid, Vec<Goal>> = HashMap::new();
    let found = goal::Entity::find().filter(goal::Column::MentorshipId.is_in(ids.iter().copied()));
    for row in found.order_by_asc(goal::Column::Position).order_by_asc(goal::Column::Id).all(db).await? {
        goals.entry(row.mentorship_id).or_default().push(read_goal(row));
    }
    let mut steps: HashMap<Uuid, Vec<Step>> = HashMap::new();
    let found = step::Entity::find().filter(step::Column::MentorshipId.is_in(ids));
    for row in found.order_by_asc(step::Column::Position).order_by_asc(step::Column::Id).all(db).await? {
        steps.entry(row.mentorship_id).or_default().push(read_step(row));
    }
    let plan = |row: &mentorship::Model| Plan {
        id: MentorshipId(row.id),
        version: Version(row.version),
        open: row.closed_at.is_none(),
        members: members.remove(&row.id).unwrap_or_default(),
        objectives: vec![],
        goals: goals.remove(&row.id).unwrap_or_default(),
        steps: steps.remove(&row.id).unwrap_or_default(),
    };
    Ok(rows.iter().map(plan).collect())
}

/// Who belongs to which mentorship: mentors first, then by name.
pub(crate) async fn members(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<HashMap<Uuid, Vec<Member>>> {
    let rows = mentorship_member::Entity::find()
        .filter(mentorship_member::Column::MentorshipId.is_in(ids.iter().copied()))
        .all(db)
        .await?;
    let lines = lines(db, rows.iter().map(|row| row.person_id)).await?;
    let mut members: HashMap<Uuid, Vec<Member>> = HashMap::new();
    for row in rows {
        if let (Some(person), Ok(role)) = (lines.get(&row.person_id), row.role.parse()) {
            members.entry(row.mentorship_id).or_default().push(Member { person: person.clone(), role });
        }
    }
    for list in members.values_mut() {
        list.sort_by(|one, other| (one.role, &one.person.name).cmp(&(other.role, &other.person.name)));
    }
    Ok(members)
}

/// People as every list shows them.
pub(crate) async fn lines(
    db: &impl ConnectionTrait,
    people: impl Iterator<Item = Uuid>,
) -> Result<HashMap<Uuid, PersonLine>> {
    let mut ids: Vec<Uuid> = people.collect();
    ids.sort();
    ids.dedup();
    let profiles =
        profile::Entity::find().filter(profile::Column::PersonId.is_in(ids.clone())).all(db).await?;
    let jobs: HashMap<Uuid, String> = profiles.into_iter().map(|row| (row.person_id, row.job)).collect();
    let people = person::Entity::find().filter(person::Column::Id.is_in(ids)).all(db).await?;
    let line = |row: person::Model| {
        let job = jobs.get(&row.id).map(String::as_str).unwrap_or_default();
        (row.id, PersonLine::new(PersonId(row.id), &row.name, job, &row.team))
    };
    Ok(people.into_iter().map(line).collect())
}

fn read_goal(row: goal::Model) -> Goal {
    Goal {
        id: GoalId(row.id),
        title: row.title,
        measure: row.measure,
        unit: row.unit,
        baseline: row.baseline.map(Amount::from_f64),
        target: row.target.map(Amount::from_f64),
        current: row.current.map(Amount::from_f64),
        due: row.due_on,
        objective: row.objective_id.map(ObjectiveId),
        removed: row.archived_at.is_some(),
        touched: Touch { by: row.touched_by.map(PersonId), at: Instant(row.touched_at) },
    }
}

fn read_step(row: step::Model) -> Step {
    Step {
        id: StepId(row.id),
        goal: GoalId(row.goal_id),
        title: row.title,
        owner: row.owner.map(PersonId),
        due: row.due_on,
        // A word that this version does not know is a step still to do.
        state: row.state.parse().unwrap_or(StepState::Todo),
        note: row.note,
        done_at: row.done_at.map(Instant),
        removed: row.archived_at.is_some(),
        touched: Touch { by: row.touched_by.map(PersonId), at: Instant(row.touched_at) },
    }
}

/// Stores what `events` have made of `before`.
pub(super) async fn store(
    db: &impl ConnectionTrait,
    before: &Plan,
    after: &Plan,
    events: &[Event],
) -> Result<()> {
    for event in events {
        let record = event.change.record();
        let step = record.step.and_then(|id| after.step(id));
        match (&event.change, step, record.goal.and_then(|id| after.goal(id))) {
            (Change::GoalAdded { .. }, _, Some(goal)) => {
                let position = after.goals.iter().position(|own| own.id == goal.id).unwrap_or_default();
                let row = goal_row(goal, event.at);
                let (mentorship_id, position) = (Set(after.id.0), Set(position as i64));
                let (created_at, revision) = (Set(event.at.0), Set(0));
                goal::ActiveModel { mentorship_id, position, created_at, revision, ..row }.insert(db).await?;
            }
            (Change::StepAdded { .. }, Some(step), _) => {
                let row = step_row(step, event.at);
                let (mentorship_id, position) = (Set(after.id.0), Set(position(after, step.id)));
                let (created_at, revision) = (Set(event.at.0), Set(0));
                step::ActiveModel { mentorship_id, position, created_at, revision, ..row }.insert(db).await?;
            }
            (_, Some(step), _) => {
                step_row(step, event.at).update(db).await?;
            }
            (_, None, Some(goal)) => {
                goal_row(goal, event.at).update(db).await?;
            }
            _ => {}
        }
    }
    for step in &before.steps {
        let (was, is) = (position(before, step.id), position(after, step.id));
        if was != is {
            step::ActiveModel { id: Set(step.id.0), position: Set(is), ..Default::default() }
                .update(db)
                .await?;
        }
    }
    Ok(())
}

fn position(plan: &Plan, step: StepId) -> i64 {
    plan.steps.iter().position(|own| own.id == step).map_or(0, |at| at as i64)
}

fn goal_row(goal: &Goal, now: Instant) -> goal::ActiveModel {
    let real = |amount: Option<Amount>| Set(amount.map(Amount::to_f64));
    goal::ActiveModel {
        id: Set(goal.id.0),
        mentorship_id: NotSet,
        objective_id: Set(goal.objective.map(|id| id.0)),
        title: Set(goal.title.clone()),
        measure: Set(goal.measure.clone()),
        unit: Set(goal.unit.clone()),
        baseline: real(goal.baseline),
        target: real(goal.target),
        current: real(goal.current),
        due_on: Set(goal.due),
        position: NotSet,
        revision: NotSet,
        created_at: NotSet,
        archived_at: Set(goal.removed.then_some(now.0)),
        touched_by: Set(goal.touched.by.map(|id| id.0)),
        touched_at: Set(goal.touched.at.0),
    }
}

fn step_row(step: &Step, now: Instant) -> step::ActiveModel {
    step::ActiveModel {
        id: Set(step.id.0),
        mentorship_id: NotSet,
        goal_id: Set(step.goal.0),
        title: Set(step.title.clone()),
        owner: Set(step.owner.map(|id| id.0)),
        due_on: Set(step.due),
        state: Set(step.state.to_string()),
        note: Set(step.note.clone()),
        position: NotSet,
        revision: NotSet,
        created_at: NotSet,
        done_at: Set(step.done_at.map(|at| at.0)),
        archived_at: Set(step.removed.then_some(now.0)),
        touched_by: Set(step.touched.by.map(|id| id.0)),
        touched_at: Set(step.touched.at.0),
    }
}

/// The role of `person` in a plan.
pub(super) fn role(plan: &Plan, person: PersonId) -> Role {
    plan.member(person).map_or(Role::Mentee, |member| member.role)
}
