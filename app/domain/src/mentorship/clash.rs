//! What a plan refuses, and the two texts of an edit that met another one.

use super::{GoalField, StepField};
use crate::text::mentorship as words;
use crate::{FieldError, Instant};
use serde::{Deserialize, Serialize};

/// Why a command of this noun cannot be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Refusal {
    /// Somebody else wrote another text meanwhile; both are here, and the person chooses.
    Conflict { clashes: Vec<Clash>, by: Option<String>, at: Instant },
    /// The goal or step was removed meanwhile.
    Gone { by: Option<String> },
    /// The mentorship has ended.
    Ended,
    /// So many goals are the most.
    TooManyGoals { limit: usize },
    /// So many steps are the most for one goal.
    TooManySteps { limit: usize },
    /// Fields that cannot be read.
    Invalid { errors: Vec<FieldError> },
}

/// One field that two people changed at the same time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clash {
    /// The word of the field, as in the form.
    pub field: String,
    pub was: String,
    pub theirs: String,
    pub mine: String,
}

impl Clash {
    /// Both texts in one where the field is free text; none for dates, numbers and choices.
    pub fn joined(&self) -> Option<String> {
        match self.field.as_str() {
            "note" => Some(format!("{}\n\n{}", self.theirs, self.mine)),
            "title" | "measure" => Some(format!("{} · {}", self.theirs, self.mine)),
            _ => None,
        }
    }

    /// The label of the field.
    pub fn label(&self) -> &'static str {
        let step = || self.field.parse().map(StepField::label);
        self.field.parse().map(GoalField::label).or_else(|()| step()).unwrap_or_default()
    }
}

impl Refusal {
    /// What a person reads.
    pub fn sentence(&self) -> String {
        let name = |by: &Option<String>| by.clone().unwrap_or_else(|| words::somebody().to_owned());
        match self {
            Self::Conflict { clashes, by, .. } => match clashes.as_slice() {
                [one] if one.field == StepField::State.as_str() => words::state_conflict(name(by)),
                _ => words::conflict(name(by)),
            },
            Self::Gone { by } => words::gone(name(by)),
            Self::Ended => words::ended().to_owned(),
            Self::TooManyGoals { limit } => words::too_many_goals(limit),
            Self::TooManySteps { limit } => words::too_many_steps(limit),
            Self::Invalid { .. } => crate::text::error::invalid_title().to_owned(),
        }
    }
}
