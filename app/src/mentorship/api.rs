//! What the pages ask of the server.

use crate::error::AppError;
use domain::mentorship::{GoalForm, Line, Page, Saved, StepForm, StepState};
use domain::{CommandId, GoalId, MentorshipId, StepId};
use leptos::prelude::*;

/// The mentorships of whoever asks.
#[server]
pub async fn my_mentorships() -> Result<Vec<Line>, AppError> {
    let cx = crate::request::context()?;
    Ok(service::mentorship::my_mentorships(&cx).await?)
}

/// A mentorship, for its members and its coordinators.
#[server]
pub async fn load_mentorship(mentorship: MentorshipId) -> Result<Page, AppError> {
    let cx = crate::request::context()?;
    Ok(service::mentorship::load_mentorship(&cx, mentorship).await?)
}

/// Adds a goal; for members, as everything below.
#[server]
pub async fn add_goal(
    command_id: CommandId,
    mentorship: MentorshipId,
    form: GoalForm,
) -> Result<Saved, AppError> {
    let cx = crate::request::context()?;
    Ok(service::mentorship::add_goal(&cx, command_id, mentorship, form).await?)
}

/// Changes fields of a goal; `was` is what the form was filled with.
#[server]
pub async fn edit_goal(
    command_id: CommandId,
    mentorship: MentorshipId,
    goal: GoalId,
    form: GoalForm,
    was: GoalForm,
) -> Result<Saved, AppError> {
    let cx = crate::request::context()?;
    Ok(service::mentorship::edit_goal(&cx, command_id, mentorship, goal, form, was).await?)
}

/// Takes a goal off the plan.
#[server]
pub async fn remove_goal(
    command_id: CommandId,
    mentorship: MentorshipId,
    goal: GoalId,
) -> Result<Saved, AppError> {
    let cx = crate::request::context()?;
    Ok(service::mentorship::remove_goal(&cx, command_id, mentorship, goal).await?)
}

/// Puts a goal back.
#[server]
pub async fn restore_goal(
    command_id: CommandId,
    mentorship: MentorshipId,
    goal: GoalId,
) -> Result<Saved, AppError> {
    let cx = crate::request::context()?;
    Ok(service::mentorship::restore_goal(&cx, command_id, mentorship, goal).await?)
}

/// Adds a step to a goal.
#[server]
pub async fn add_step(
    command_id: CommandId,
    mentorship: MentorshipId,
    goal: GoalId,
    form: StepForm,
) -> Result<Saved, AppError> {
    let cx = crate::request::context()?;
    Ok(service::mentorship::add_step(&cx, command_id, mentorship, goal, form).await?)
}

/// Changes fields of a step; `was` is what the form was filled with.
#[server]
pub async fn edit_step(
    command_id: CommandId,
    mentorship: MentorshipId,
    step: StepId,
    form: StepForm,
    was: StepForm,
) -> Result<Saved, AppError> {
    let cx = crate::request::context()?;
    Ok(service::mentorship::edit_step(&cx, command_id, mentorship, step, form, was).await?)
}

/// Says how far a step is; `was` is what was shown.
#[server]
pub async fn set_step_state(
    command_id: CommandId,
    mentorship: MentorshipId,
    step: StepId,
    was: StepState,
    new: StepState,
) -> Result<Saved, AppError> {
    let cx = crate::request::context()?;
    Ok(service::mentorship::set_step_state(&cx, command_id, mentorship, step, was, new).await?)
}

/// Puts a step behind another, or first.
#[server]
pub async fn move_step(
    command_id: CommandId,
    mentorship: MentorshipId,
    step: StepId,
    #[server(default)] after: Option<StepId>,
) -> Result<Saved, AppError> {
    let cx = crate::request::context()?;
    Ok(service::mentorship::move_step(&cx, command_id, mentorship, step, after).await?)
}

/// Takes a step off the plan.
#[server]
pub async fn remove_step(
    command_id: CommandId,
    mentorship: MentorshipId,
    step: StepId,
) -> Result<Saved, AppError> {
    let cx = crate::request::context()?;
    Ok(service::mentorship::remove_step(&cx, command_id, mentorship, step).await?)
}

/// Puts a step back.
#[server]
pub async fn restore_step(
    command_id: CommandId,
    mentorship: MentorshipId,
    step: StepId,
) -> Result<Saved, AppError> {
    let cx = crate::request::context()?;
    Ok(service::mentorship::restore_step(&cx, command_id, mentorship, step).await?)
}
