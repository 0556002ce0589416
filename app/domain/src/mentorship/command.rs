//! What members can do with their plan, and the rules that answer.

use super::{
    Change, Clash, Event, GoalDraft, GoalField, Plan, Refusal, Step, StepDraft, StepField, StepState, Touch,
};
use crate::{Date, FieldError, GoalId, Instant, PersonId, Problem, StepId};
use serde::{Deserialize, Serialize};

/// One field's new text, with the text that the person saw when they began.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit<F> {
    pub field: F,
    pub was: String,
    pub new: String,
}

/// What a member wants.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Command {
    AddGoal {
        id: GoalId,
        draft: GoalDraft,
    },
    EditGoal {
        goal: GoalId,
        edits: Vec<Edit<GoalField>>,
    },
    RemoveGoal {
        goal: GoalId,
    },
    RestoreGoal {
        goal: GoalId,
    },
    AddStep {
        id: StepId,
        goal: GoalId,
        draft: StepDraft,
    },
    EditStep {
        step: StepId,
        edits: Vec<Edit<StepField>>,
    },
    SetStepState {
        step: StepId,
        was: StepState,
        new: StepState,
    },
    /// Puts a step directly behind another of the same goal; first where there is none.
    MoveStep {
        step: StepId,
        after: Option<StepId>,
    },
    RemoveStep {
        step: StepId,
    },
    RestoreStep {
        step: StepId,
    },
}

/// What happens when `actor`, a member for whom it is `today`, gives `command`. Nothing where it is so already.
pub fn decide(
    plan: &Plan,
    command: &Command,
    actor: PersonId,
    now: Instant,
    today: Date,
) -> Result<Vec<Event>, Refusal> {
    if !plan.open {
        return Err(Refusal::Ended);
    }
    let changes = match command {
        Command::AddGoal { id, draft } => add_goal(plan, *id, draft, Touch { by: Some(actor), at: now })?,
        Command::EditGoal { goal, edits } => edit_goal(plan, *goal, edits, today)?,
        Command::RemoveGoal { goal } => match plan.goal(*goal) {
            Some(goal) if goal.removed => vec![],
            Some(goal) => vec![Change::GoalRemoved { goal: goal.id }],
            None => return Err(Refusal::Gone { by: None }),
        },
        Command::RestoreGoal { goal } => restore_goal(plan, *goal)?,
        Command::AddStep { id, goal, draft } => {
            room_for_step(plan, live_goal(plan, *goal)?)?;
            let step = draft.step(*id, *goal, Touch { by: Some(actor), at: now });
            if plan.step(*id).is_some() { vec![] } else { vec![Change::StepAdded { step: Box::new(step) }] }
        }
        Command::EditStep { step, edits } => edit_step(plan, live_step(plan, *step)?, edits)?,
        Command::SetStepState { step, was, new } => set_state(plan, live_step(plan, *step)?, *was, *new)?,
        Command::MoveStep { step, after } => move_step(plan, live_step(plan, *step)?, *after)?,
        Command::RemoveStep { step } => match plan.step(*step) {
            Some(step) if step.removed => vec![],
            Some(step) => vec![Change::StepRemoved { step: step.id, goal: step.goal }],
            None => return Err(Refusal::Gone { by: None }),
        },
        Command::RestoreStep { step } => restore_step(plan, *step)?,
    };
    Ok(changes.into_iter().map(|change| Event { by: actor, at: now, change }).collect())
}

fn add_goal(plan: &Plan, id: GoalId, draft: &GoalDraft, touched: Touch) -> Result<Vec<Change>, Refusal> {
    if plan.goal(id).is_some() {
        return Ok(vec![]);
    }
    if plan.goals().count() >= Plan::GOALS {
        return Err(Refusal::TooManyGoals { limit: Plan::GOALS });
    }
    Ok(vec![Change::GoalAdded { goal: Box::new(draft.goal(id, touched)) }])
}

fn edit_goal(
    plan: &Plan,
    goal: GoalId,
    edits: &[Edit<GoalField>],
    today: Date,
) -> Result<Vec<Change>, Refusal> {
    live_goal(plan, goal)?;
    let goal = plan.goal(goal).ok_or(Refusal::Gone { by: None })?;
    let fields = settle(edits, GoalField::as_str, |f, text| f.read(text, plan, today), |f| goal.text(f));
    let fields = fields.map_err(|trouble| trouble.refusal(plan, goal.touched))?;
    Ok(fields.into_iter().map(|(field, to)| Change::GoalEdited { goal: goal.id, field, to }).collect())
}

fn edit_step(plan: &Plan, step: &Step, edits: &[Edit<StepField>]) -> Result<Vec<Change>, Refusal> {
    let edits: Vec<_> = edits.iter().filter(|edit| edit.field != StepField::State).cloned().collect();
    let fields = settle(&edits, StepField::as_str, |f, text| f.read(text, plan), |f| step.text(f));
    let fields = fields.map_err(|trouble| trouble.refusal(plan, step.touched))?;
    let edited = |(field, to)| Change::StepEdited { step: step.id, goal: step.goal, field, to };
    Ok(fields.into_iter().map(edited).collect())
}

fn set_state(plan: &Plan, step: &Step, was: StepState, new: StepState) -> Result<Vec<Change>, Refusal> {
    if step.state == new {
        return Ok(vec![]);
    }
    if step.state != was {
        let clash = Clash {
            field: StepField::State.to_string(),
            was: was.to_string(),
            theirs: step.state.to_string(),
            mine: new.to_string(),
        };
        return Err(Trouble { clashes: vec![clash], errors: vec![] }.refusal(plan, step.touched));
    }
    Ok(vec![Change::StepStateSet { step: step.id, goal: step.goal, state: new }])
}

fn move_step(plan: &Plan, step: &Step, after: Option<StepId>) -> Result<Vec<Change>, Refusal> {
    let live: Vec<StepId> = plan.steps(step.goal).map(|step| step.id).collect();
    let before =
        live.iter().position(|id| *id == step.id).and_then(|at| at.checked_sub(1)).map(|at| live[at]);
    match after {
        Some(after) if after == step.id => Ok(vec![]),
        Some(after) if !live.contains(&after) => Err(gone(plan, plan.step(after).map(|step| step.touched))),
        after if after == before => Ok(vec![]),
        after => Ok(vec![Change::StepMoved { step: step.id, goal: step.goal, after }]),
    }
}

fn restore_goal(plan: &Plan, goal: GoalId) -> Result<Vec<Change>, Refusal> {
    match plan.goal(goal) {
        Some(goal) if !goal.removed => Ok(vec![]),
        Some(_) if plan.goals().count() >= Plan::GOALS => Err(Refusal::TooManyGoals { limit: Plan::GOALS }),
        Some(goal) => Ok(vec![Change::GoalRestored { goal: goal.id }]),
        None => Err(Refusal::Gone { by: None }),
    }
}

fn restore_step(plan: &Plan, step: StepId) -> Result<Vec<Change>, Refusal> {
    let step = plan.step(step).ok_or(Refusal::Gone { by: None })?;
    if !step.removed {
        return Ok(vec![]);
    }
    room_for_step(plan, live_goal(plan, step.goal)?)?;
    Ok(vec![Change::StepRestored { step: step.id, goal: step.goal }])
}

fn room_for_step(plan: &Plan, goal: GoalId) -> Result<(), Refusal> {
    let full = plan.steps(goal).count() >= Plan::STEPS;
    if full { Err(Refusal::TooManySteps { limit: Plan::STEPS }) } else { Ok(()) }
}

fn live_goal(plan: &Plan, goal: GoalId) -> Result<GoalId, Refusal> {
    match plan.goal(goal) {
        Some(goal) if !goal.removed => Ok(goal.id),
        other => Err(gone(plan, other.map(|goal| goal.touched))),
    }
}

fn live_step(plan: &Plan, step: StepId) -> Result<&Step, Refusal> {
    match plan.step(step) {
        Some(step) if !step.removed => live_goal(plan, step.goal).map(|_| step),
        other => Err(gone(plan, other.map(|step| step.touched))),
    }
}

fn gone(plan: &Plan, touched: Option<Touch>) -> Refusal {
    Refusal::Gone { by: touched.and_then(|touched| name(plan, touched)) }
}

fn name(plan: &Plan, touched: Touch) -> Option<String> {
    touched.by.and_then(|by| plan.member(by)).map(|member| member.person.name.clone())
}

/// What stands in the way of a list of edits.
struct Trouble {
    clashes: Vec<Clash>,
    errors: Vec<FieldError>,
}

impl Trouble {
    fn refusal(self, plan: &Plan, touched: Touch) -> Refusal {
        if self.errors.is_empty() {
            Refusal::Conflict { clashes: self.clashes, by: name(plan, touched), at: touched.at }
        } else {
            Refusal::Invalid { errors: self.errors }
        }
    }
}

/// The fields that really change. An edit that the person did not make, or that somebody else made alike, is none; an
/// edit of a text that somebody else has changed is a clash; all of them are told at once and nothing is changed then.
fn settle<F: Copy + PartialEq>(
    edits: &[Edit<F>],
    word: impl Fn(F) -> &'static str,
    read: impl Fn(F, &str) -> Result<String, Problem>,
    present: impl Fn(F) -> String,
) -> Result<Vec<(F, String)>, Trouble> {
    let mut trouble = Trouble { clashes: vec![], errors: vec![] };
    let mut fields: Vec<(F, String)> = vec![];
    for edit in edits {
        let theirs = present(edit.field);
        // What was shown may not be readable by today's rules (a former member as owner, a date that has passed); it is
        // compared as it is.
        let was = read(edit.field, &edit.was).unwrap_or_else(|_| edit.was.trim().replace("\r\n", "\n"));
        match read(edit.field, &edit.new) {
            _ if edit.new == edit.was => {}
            Ok(new) if new == theirs || new == was => {}
            Ok(new) if was == theirs => {
                fields.retain(|(field, _)| *field != edit.field);
                fields.push((edit.field, new));
            }
            Ok(mine) => trouble.clashes.push(Clash { field: word(edit.field).to_owned(), was, theirs, mine }),
            Err(problem) => trouble.errors.push(FieldError { field: word(edit.field).to_owned(), problem }),
        }
    }
    if trouble.clashes.is_empty() && trouble.errors.is_empty() { Ok(fields) } else { Err(trouble) }
}
