//! What happened to a plan: with its text in memory, without any where it is stored or sent.

use super::{Goal, GoalField, Plan, Step, StepField, StepState, Touch};
use crate::{GoalId, Instant, PersonId, StepId};
use serde::{Deserialize, Serialize};

/// One change, who made it and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    pub by: PersonId,
    pub at: Instant,
    pub change: Change,
}

/// What changed, with the text that was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    GoalAdded { goal: Box<Goal> },
    GoalEdited { goal: GoalId, field: GoalField, to: String },
    GoalRemoved { goal: GoalId },
    GoalRestored { goal: GoalId },
    StepAdded { step: Box<Step> },
    StepEdited { step: StepId, goal: GoalId, field: StepField, to: String },
    StepStateSet { step: StepId, goal: GoalId, state: StepState },
    StepMoved { step: StepId, goal: GoalId, after: Option<StepId> },
    StepRemoved { step: StepId, goal: GoalId },
    StepRestored { step: StepId, goal: GoalId },
}

/// The part of an event that may be stored and sent: ids, field names and states.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// Empty in a record that was read from the log, which keeps the kind beside it.
    #[serde(skip)]
    pub kind: &'static str,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub goal: Option<GoalId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<StepId>,
    /// The word of the field that was edited.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<StepState>,
}

impl crate::stream::Event for Record {
    fn kind(&self) -> &'static str {
        self.kind
    }
}

impl Change {
    /// The kind under which the log keeps it.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::GoalAdded { .. } => "mentorship.goal_added",
            Self::GoalEdited { .. } => "mentorship.goal_edited",
            Self::GoalRemoved { .. } => "mentorship.goal_removed",
            Self::GoalRestored { .. } => "mentorship.goal_restored",
            Self::StepAdded { .. } => "mentorship.step_added",
            Self::StepEdited { .. } => "mentorship.step_edited",
            Self::StepStateSet { .. } => "mentorship.step_state_set",
            Self::StepMoved { .. } => "mentorship.step_moved",
            Self::StepRemoved { .. } => "mentorship.step_removed",
            Self::StepRestored { .. } => "mentorship.step_restored",
        }
    }

    /// The change without its text.
    pub fn record(&self) -> Record {
        let of_goal = |goal: GoalId| Record { kind: self.kind(), goal: Some(goal), ..Record::default() };
        let of_step = |step: StepId, goal: GoalId| Record { step: Some(step), ..of_goal(goal) };
        match self {
            Self::GoalAdded { goal } => of_goal(goal.id),
            Self::GoalEdited { goal, field, .. } => {
                Record { field: Some(field.to_string()), ..of_goal(*goal) }
            }
            Self::GoalRemoved { goal } | Self::GoalRestored { goal } => of_goal(*goal),
            Self::StepAdded { step } => of_step(step.id, step.goal),
            Self::StepEdited { step, goal, field, .. } => {
                Record { field: Some(field.to_string()), ..of_step(*step, *goal) }
            }
            Self::StepStateSet { step, goal, state } => {
                Record { state: Some(*state), ..of_step(*step, *goal) }
            }
            Self::StepMoved { step, goal, .. }
            | Self::StepRemoved { step, goal }
            | Self::StepRestored { step, goal } => of_step(*step, *goal),
        }
    }
}

/// Makes the change. An event about something that the plan does not hold changes nothing.
pub fn apply(plan: &mut Plan, event: &Event) {
    let touched = Touch { by: Some(event.by), at: event.at };
    let edit_goal = |plan: &mut Plan, id: GoalId, edit: &dyn Fn(&mut Goal)| {
        if let Some(goal) = plan.goals.iter_mut().find(|goal| goal.id == id) {
            edit(goal);
            goal.touched = touched;
        }
    };
    let edit_step = |plan: &mut Plan, id: StepId, edit: &dyn Fn(&mut Step)| {
        if let Some(step) = plan.steps.iter_mut().find(|step| step.id == id) {
            edit(step);
            step.touched = touched;
        }
    };
    match &event.change {
        Change::GoalAdded { goal } => plan.goals.push((**goal).clone()),
        Change::GoalEdited { goal, field, to } => edit_goal(plan, *goal, &|goal| goal.set(*field, to)),
        Change::GoalRemoved { goal } => edit_goal(plan, *goal, &|goal| goal.removed = true),
        Change::GoalRestored { goal } => edit_goal(plan, *goal, &|goal| goal.removed = false),
        Change::StepAdded { step } => plan.steps.push((**step).clone()),
        Change::StepEdited { step, field, to, .. } => edit_step(plan, *step, &|step| step.set(*field, to)),
        Change::StepStateSet { step, state, .. } => edit_step(plan, *step, &|step| {
            step.state = *state;
            step.done_at = (*state == StepState::Done).then_some(event.at);
        }),
        Change::StepMoved { step, goal, after } => {
            move_behind(plan, *step, *goal, *after);
            edit_step(plan, *step, &|_| ());
        }
        Change::StepRemoved { step, .. } => edit_step(plan, *step, &|step| step.removed = true),
        Change::StepRestored { step, .. } => edit_step(plan, *step, &|step| step.removed = false),
    }
}

fn move_behind(plan: &mut Plan, step: StepId, goal: GoalId, after: Option<StepId>) {
    let Some(from) = plan.steps.iter().position(|own| own.id == step) else { return };
    let moved = plan.steps.remove(from);
    let to = match after {
        Some(after) => plan.steps.iter().position(|own| own.id == after).map(|at| at + 1),
        None => plan.steps.iter().position(|own| own.goal == goal),
    };
    plan.steps.insert(to.unwrap_or(plan.steps.len()), moved);
}
