//! The fields of goals and steps as people edit them: each has a text form, a way to read it, and a place to put it.

use super::{Amount, Goal, Plan, Step};
use crate::text::mentorship as words;
use crate::word::words;
use crate::{Date, Problem, calendar};

words! {
    /// A field of a goal that can be edited by itself; the word is the form's field name.
    pub enum GoalField {
        Title = "title", Measure = "measure", Unit = "unit", Baseline = "baseline", Target = "target",
        Current = "current", Due = "due", Objective = "objective",
    }
}

words! {
    /// A field of a step that can be edited by itself; the word is the form's field name.
    pub enum StepField { Title = "title", Owner = "owner", Due = "due", Note = "note", State = "state" }
}

impl GoalField {
    /// The label beside the field.
    pub fn label(self) -> &'static str {
        match self {
            Self::Title => words::goal_title(),
            Self::Measure => words::goal_measure(),
            Self::Unit => words::goal_unit(),
            Self::Baseline => words::goal_baseline(),
            Self::Target => words::goal_target(),
            Self::Current => words::goal_current(),
            Self::Due => words::goal_due(),
            Self::Objective => words::goal_objective(),
        }
    }

    /// The text in its one form ("2.50" is "2.5"), or what is wrong with it on the day `today`.
    pub fn read(self, text: &str, plan: &Plan, today: Date) -> Result<String, Problem> {
        let text = text.trim();
        match self {
            Self::Title => required(text, 120),
            Self::Measure => required(text, 200),
            Self::Unit => optional(text, 30),
            Self::Baseline | Self::Target | Self::Current => amount(text),
            Self::Due if text.is_empty() => Err(Problem::Missing),
            Self::Due => match calendar::parse_date(text) {
                Some(date) if date < today => Err(Problem::Before { date: today }),
                _ => date(text),
            },
            Self::Objective => choice(text, plan.objectives.iter().map(|objective| objective.id.to_string())),
        }
    }
}

impl StepField {
    /// The label beside the field.
    pub fn label(self) -> &'static str {
        match self {
            Self::Title => words::step_title(),
            Self::Owner => words::step_owner(),
            Self::Due => words::step_due(),
            Self::Note => words::step_note(),
            Self::State => words::step_state(),
        }
    }

    /// The text in its one form, or what is wrong with it.
    pub fn read(self, text: &str, plan: &Plan) -> Result<String, Problem> {
        let text = text.trim();
        match self {
            Self::Title => required(text, 200),
            Self::Owner => choice(text, plan.members.iter().map(|member| member.person.id.to_string())),
            Self::Due => date(text),
            Self::Note => optional(text, 2000),
            Self::State => match text.parse::<super::StepState>() {
                Ok(state) => Ok(state.to_string()),
                Err(()) => Err(Problem::NotAChoice),
            },
        }
    }
}

impl Goal {
    /// What the field holds, in its text form.
    pub fn text(&self, field: GoalField) -> String {
        let amount = |amount: Option<Amount>| amount.map(|amount| amount.to_string()).unwrap_or_default();
        match field {
            GoalField::Title => self.title.clone(),
            GoalField::Measure => self.measure.clone(),
            GoalField::Unit => self.unit.clone(),
            GoalField::Baseline => amount(self.baseline),
            GoalField::Target => amount(self.target),
            GoalField::Current => amount(self.current),
            GoalField::Due => self.due.map(|date| date.to_string()).unwrap_or_default(),
            GoalField::Objective => self.objective.map(|id| id.to_string()).unwrap_or_default(),
        }
    }

    /// Puts a text that [`GoalField::read`] has let through in its place.
    pub(super) fn set(&mut self, field: GoalField, text: &str) {
        match field {
            GoalField::Title => self.title = text.to_owned(),
            GoalField::Measure => self.measure = text.to_owned(),
            GoalField::Unit => self.unit = text.to_owned(),
            GoalField::Baseline => self.baseline = Amount::read(text).ok(),
            GoalField::Target => self.target = Amount::read(text).ok(),
            GoalField::Current => self.current = Amount::read(text).ok(),
            GoalField::Due => self.due = calendar::parse_date(text),
            GoalField::Objective => self.objective = text.parse().ok(),
        }
    }
}

impl Step {
    /// What the field holds, in its text form.
    pub fn text(&self, field: StepField) -> String {
        match field {
            StepField::Title => self.title.clone(),
            StepField::Owner => self.owner.map(|id| id.to_string()).unwrap_or_default(),
            StepField::Due => self.due.map(|date: Date| date.to_string()).unwrap_or_default(),
            StepField::Note => self.note.clone(),
            StepField::State => self.state.to_string(),
        }
    }

    /// Puts a text that [`StepField::read`] has let through in its place. The state has an event of its own, as it
    /// brings a time with it.
    pub(super) fn set(&mut self, field: StepField, text: &str) {
        match field {
            StepField::Title => self.title = text.to_owned(),
            StepField::Owner => self.owner = text.parse().ok(),
            StepField::Due => self.due = calendar::parse_date(text),
            StepField::Note => self.note = text.to_owned(),
            StepField::State => {}
        }
    }
}

fn required(text: &str, limit: usize) -> Result<String, Problem> {
    if text.is_empty() { Err(Problem::Missing) } else { optional(text, limit) }
}

fn optional(text: &str, limit: usize) -> Result<String, Problem> {
    // Browsers send the lines of a text area with CR LF; a difference that nobody sees must not be a conflict.
    let text = text.replace("\r\n", "\n");
    if text.chars().count() > limit { Err(Problem::TooLong { limit }) } else { Ok(text) }
}

fn amount(text: &str) -> Result<String, Problem> {
    if text.is_empty() { Ok(String::new()) } else { Amount::read(text).map(|amount| amount.to_string()) }
}

fn date(text: &str) -> Result<String, Problem> {
    match calendar::parse_date(text) {
        _ if text.is_empty() => Ok(String::new()),
        Some(date) => Ok(date.to_string()),
        None => Err(Problem::NotADate),
    }
}

fn choice(text: &str, mut offered: impl Iterator<Item = String>) -> Result<String, Problem> {
    let known = text.is_empty() || offered.any(|word| word == text);
    if known { Ok(text.to_owned()) } else { Err(Problem::NotAChoice) }
}
