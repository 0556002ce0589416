//! New goals and steps, read from forms in one go so that everything that is wrong is said at once.

use super::{Goal, GoalField, Plan, Step, StepField, StepState, Touch};
use crate::{Date, FieldError, GoalId, StepId};
use serde::{Deserialize, Serialize};

/// The SMART form as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct GoalForm {
    pub title: String,
    pub measure: String,
    pub unit: String,
    pub baseline: String,
    pub target: String,
    pub current: String,
    pub due: String,
    pub objective: String,
}

/// The form of a step as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct StepForm {
    pub title: String,
    pub owner: String,
    pub due: String,
    pub note: String,
}

/// A goal's fields, each read and in its one form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoalDraft(Vec<(GoalField, String)>);

/// A step's fields, each read and in its one form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepDraft(Vec<(StepField, String)>);

impl GoalForm {
    /// What was typed into `field`.
    pub fn typed(&self, field: GoalField) -> &str {
        match field {
            GoalField::Title => &self.title,
            GoalField::Measure => &self.measure,
            GoalField::Unit => &self.unit,
            GoalField::Baseline => &self.baseline,
            GoalField::Target => &self.target,
            GoalField::Current => &self.current,
            GoalField::Due => &self.due,
            GoalField::Objective => &self.objective,
        }
    }

    /// The form filled with a goal that exists.
    pub fn of(goal: &Goal) -> Self {
        Self {
            title: goal.text(GoalField::Title),
            measure: goal.text(GoalField::Measure),
            unit: goal.text(GoalField::Unit),
            baseline: goal.text(GoalField::Baseline),
            target: goal.text(GoalField::Target),
            current: goal.text(GoalField::Current),
            due: goal.text(GoalField::Due),
            objective: goal.text(GoalField::Objective),
        }
    }

    /// Every field read on the day `today`, or everything that is wrong.
    pub fn read(&self, plan: &Plan, today: Date) -> Result<GoalDraft, Vec<FieldError>> {
        read(GoalField::ALL, |field| (field.as_str(), field.read(self.typed(field), plan, today)))
            .map(GoalDraft)
    }
}

impl StepForm {
    /// What was typed into `field`. The state is not part of the form.
    pub fn typed(&self, field: StepField) -> &str {
        match field {
            StepField::Title => &self.title,
            StepField::Owner => &self.owner,
            StepField::Due => &self.due,
            StepField::Note => &self.note,
            StepField::State => StepState::Todo.as_str(),
        }
    }

    /// The form filled with a step that exists.
    pub fn of(step: &Step) -> Self {
        Self {
            title: step.text(StepField::Title),
            owner: step.text(StepField::Owner),
            due: step.text(StepField::Due),
            note: step.text(StepField::Note),
        }
    }

    /// Every field read, or everything that is wrong.
    pub fn read(&self, plan: &Plan) -> Result<StepDraft, Vec<FieldError>> {
        read(StepField::ALL, |field| (field.as_str(), field.read(self.typed(field), plan))).map(StepDraft)
    }
}

impl GoalDraft {
    pub(super) fn goal(&self, id: GoalId, touched: Touch) -> Goal {
        let mut goal = Goal {
            id,
            title: String::new(),
            measure: String::new(),
            unit: String::new(),
            baseline: None,
            target: None,
            current: None,
            due: None,
            objective: None,
            removed: false,
            touched,
        };
        for (field, text) in &self.0 {
            goal.set(*field, text);
        }
        goal.current = goal.current.or(goal.baseline);
        goal
    }
}

impl StepDraft {
    pub(super) fn step(&self, id: StepId, goal: GoalId, touched: Touch) -> Step {
        let mut step = Step {
            id,
            goal,
            title: String::new(),
            owner: None,
            due: None,
            state: StepState::Todo,
            note: String::new(),
            done_at: None,
            removed: false,
            touched,
        };
        for (field, text) in &self.0 {
            step.set(*field, text);
        }
        step
    }
}

fn read<F: Copy>(
    fields: &[F],
    one: impl Fn(F) -> (&'static str, Result<String, crate::Problem>),
) -> Result<Vec<(F, String)>, Vec<FieldError>> {
    let (mut good, mut bad) = (Vec::new(), Vec::new());
    for field in fields {
        match one(*field) {
            (_, Ok(text)) => good.push((*field, text)),
            (name, Err(problem)) => bad.push(FieldError { field: name.to_owned(), problem }),
        }
    }
    if bad.is_empty() { Ok(good) } else { Err(bad) }
}
