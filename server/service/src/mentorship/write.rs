//! What members do with their plan: each a command, decided and stored under the mentorship's lock.

use super::{as_member, own_offset, rows};
use crate::change::Opened;
use crate::entity::mentorship;
use crate::error::Result;
use crate::{Context, Error};
use domain::mentorship::{
    Command, Edit, GoalField, GoalForm, Plan, Record, Refusal, Saved, StepField, StepForm, StepState, apply,
    decide,
};
use domain::stream::{Aggregate, Version};
use domain::{CommandId, Date, GoalId, MentorshipId, StepId};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde::{Deserialize, Serialize};

/// What is kept of an answer: no text, as it stands where nobody erases it.
#[derive(Serialize, Deserialize)]
struct Answer {
    version: Version,
}

/// Adds a goal from the SMART form.
///
/// # Errors
/// [`Error::Invalid`] with the fields that are wrong; [`Error::NotFound`], [`Error::Denied`] for who is not a member;
/// [`Error::Refused`] where the mentorship has ended or holds too many goals. The same holds for all commands here.
pub async fn add_goal(cx: &Context, command: CommandId, id: MentorshipId, form: GoalForm) -> Result<Saved> {
    let goal = cx.new_id();
    carry_out(cx, command, id, |plan, today| {
        Ok(Command::AddGoal { id: goal, draft: form.read(plan, today)? })
    })
    .await
}

/// Changes those fields of a goal that differ from `was`, what the form was filled with.
///
/// # Errors
/// As [`add_goal`]; a conflict with both texts where somebody else has changed one of these fields.
pub async fn edit_goal(
    cx: &Context,
    command: CommandId,
    id: MentorshipId,
    goal: GoalId,
    form: GoalForm,
    was: GoalForm,
) -> Result<Saved> {
    let edit = |field: &GoalField| Edit {
        field: *field,
        was: was.typed(*field).to_owned(),
        new: form.typed(*field).to_owned(),
    };
    let edits = GoalField::ALL.iter().map(edit).collect();
    carry_out(cx, command, id, |_, _| Ok(Command::EditGoal { goal, edits })).await
}

/// Takes a goal with its steps off the plan; it can be put back.
///
/// # Errors
/// As [`add_goal`].
pub async fn remove_goal(cx: &Context, command: CommandId, id: MentorshipId, goal: GoalId) -> Result<Saved> {
    carry_out(cx, command, id, |_, _| Ok(Command::RemoveGoal { goal })).await
}

/// Puts a removed goal back.
///
/// # Errors
/// As [`add_goal`].
pub async fn restore_goal(cx: &Context, command: CommandId, id: MentorshipId, goal: GoalId) -> Result<Saved> {
    carry_out(cx, command, id, |_, _| Ok(Command::RestoreGoal { goal })).await
}

/// Adds a step below the others of its goal.
///
/// # Errors
/// As [`add_goal`].
pub async fn add_step(
    cx: &Context,
    command: CommandId,
    id: MentorshipId,
    goal: GoalId,
    form: StepForm,
) -> Result<Saved> {
    let step = cx.new_id();
    carry_out(cx, command, id, |plan, _| Ok(Command::AddStep { id: step, goal, draft: form.read(plan)? }))
        .await
}

/// Changes those fields of a step that differ from `was`, what the form was filled with.
///
/// # Errors
/// As [`edit_goal`].
pub async fn edit_step(
    cx: &Context,
    command: CommandId,
    id: MentorshipId,
    step: StepId,
    form: StepForm,
    was: StepForm,
) -> Result<Saved> {
    let edit = |field: &StepField| Edit {
        field: *field,
        was: was.typed(*field).to_owned(),
        new: form.typed(*field).to_owned(),
    };
    let edits = StepField::ALL.iter().map(edit).collect();
    carry_out(cx, command, id, |_, _| Ok(Command::EditStep { step, edits })).await
}

/// Says how far a step is; `was` is what the person saw.
///
/// # Errors
/// As [`edit_goal`].
pub async fn set_step_state(
    cx: &Context,
    command: CommandId,
    id: MentorshipId,
    step: StepId,
    was: StepState,
    new: StepState,
) -> Result<Saved> {
    carry_out(cx, command, id, |_, _| Ok(Command::SetStepState { step, was, new })).await
}

/// Puts a step directly behind another of its goal, or first.
///
/// # Errors
/// As [`add_goal`].
pub async fn move_step(
    cx: &Context,
    command: CommandId,
    id: MentorshipId,
    step: StepId,
    after: Option<StepId>,
) -> Result<Saved> {
    carry_out(cx, command, id, |_, _| Ok(Command::MoveStep { step, after })).await
}

/// Takes a step off the plan; it can be put back.
///
/// # Errors
/// As [`add_goal`].
pub async fn remove_step(cx: &Context, command: CommandId, id: MentorshipId, step: StepId) -> Result<Saved> {
    carry_out(cx, command, id, |_, _| Ok(Command::RemoveStep { step })).await
}

/// Puts a removed step back where it was.
///
/// # Errors
/// As [`add_goal`].
pub async fn restore_step(cx: &Context, command: CommandId, id: MentorshipId, step: StepId) -> Result<Saved> {
    carry_out(cx, command, id, |_, _| Ok(Command::RestoreStep { step })).await
}

async fn carry_out(
    cx: &Context,
    command: CommandId,
    id: MentorshipId,
    make: impl FnOnce(&Plan, Date) -> Result<Command>,
) -> Result<Saved> {
    let member = as_member(cx, id).await?;
    let today = cx.now().date(own_offset(cx).await?);
    let mut change = match cx.change::<Answer>(Aggregate::Mentorship(id), command).await? {
        Opened::Repeated(_) => return everything(cx, id).await,
        Opened::New(change) => change,
    };
    let row = mentorship::Entity::find_by_id(id.0).one(change.tx()).await?.ok_or(Error::NotFound)?;
    let before = rows::plan(change.tx(), &row).await?;
    // Whoever left between the check above and the lock is no member any more.
    before.member(member).ok_or(Error::NotFound)?;
    let events = decide(&before, &make(&before, today)?, member, change.now, today).map_err(refused)?;
    let mut after = before.clone();
    events.iter().for_each(|event| apply(&mut after, event));
    rows::store(change.tx(), &before, &after, &events).await?;
    let records: Vec<Record> = events.iter().map(|event| event.change.record()).collect();
    for record in &records {
        change.record(record)?;
    }
    if !events.is_empty() {
        mentorship::Entity::update_many()
            .col_expr(mentorship::Column::MovedAt, Expr::value(change.now.0))
            .filter(mentorship::Column::Id.eq(id.0))
            .exec(change.tx())
            .await?;
    }
    after.version = Version(before.version.0 + events.len() as i64);
    change.commit(Answer { version: after.version }).await?;
    Ok(Saved { previous: before.version, version: after.version, rows: after.rows(&records) })
}

/// The answer to a repeated command: the plan as it is now, whatever the asker has seen of it.
async fn everything(cx: &Context, id: MentorshipId) -> Result<Saved> {
    let row = mentorship::Entity::find_by_id(id.0).one(cx.read()).await?.ok_or(Error::NotFound)?;
    let plan = rows::plan(cx.read(), &row).await?;
    let order = plan.order();
    let rows = domain::mentorship::Rows { goals: plan.goals, steps: plan.steps, order };
    Ok(Saved { previous: Version(0), version: plan.version, rows })
}

/// Fields that cannot be read belong beside their inputs.
fn refused(refusal: Refusal) -> Error {
    match refusal {
        Refusal::Invalid { errors } => Error::Invalid(errors),
        other => other.into(),
    }
}
