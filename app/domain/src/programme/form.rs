//! The forms of a programme, as they are typed, and what they mean. Every field is text, as a plain HTML form sends it.

mod phases;
mod rules;

pub use phases::{PhasesForm, with_ids};
pub use rules::{CriteriaForm, RulesForm};

use super::objective::{Measured, parse_figure};
use super::{Description, Template};
use crate::Date;
use crate::form::{Check, FieldError, Problem};
use serde::{Deserialize, Serialize};

/// The longest name of a programme, in characters.
pub const NAME_LIMIT: usize = 80;
/// The longest purpose.
pub const PURPOSE_LIMIT: usize = 2_000;
/// The longest text of what a side gets and gives.
pub const SIDE_LIMIT: usize = 1_000;
/// The longest measure or organisational goal.
pub const MEASURE_LIMIT: usize = 160;
/// The longest unit.
pub const UNIT_LIMIT: usize = 24;

/// The first step: template, name and start.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CreateForm {
    pub template: String,
    pub name: String,
    pub starts: String,
}

/// What a new programme is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beginning {
    pub template: Template,
    pub name: String,
    pub starts: Date,
}

impl CreateForm {
    /// The beginning, or what is wrong.
    pub fn read(&self) -> Result<Beginning, Vec<FieldError>> {
        let mut check = Check::default();
        let template = check.choice("template", &self.template).unwrap_or(Template::Blank);
        let name = check.text("name", &one_line(&self.name), NAME_LIMIT);
        let starts = date(&mut check, "starts", &self.starts).unwrap_or_default();
        check.done(Beginning { template, name, starts })
    }
}

/// Name and texts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DescribeForm {
    pub name: String,
    pub purpose: String,
    pub mentors: String,
    pub mentees: String,
}

impl DescribeForm {
    /// The description, or what is wrong.
    pub fn read(&self) -> Result<Description, Vec<FieldError>> {
        let mut check = Check::default();
        let description = Description {
            name: check.text("name", &one_line(&self.name), NAME_LIMIT),
            purpose: check.text("purpose", &lines(&self.purpose), PURPOSE_LIMIT),
            mentors: check.optional_text("mentors", &lines(&self.mentors), SIDE_LIMIT),
            mentees: check.optional_text("mentees", &lines(&self.mentees), SIDE_LIMIT),
        };
        check.done(description)
    }
}

impl From<&Description> for DescribeForm {
    fn from(is: &Description) -> Self {
        Self {
            name: is.name.clone(),
            purpose: is.purpose.clone(),
            mentors: is.mentors.clone(),
            mentees: is.mentees.clone(),
        }
    }
}

/// One objective.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ObjectiveForm {
    pub measure: String,
    pub unit: String,
    pub source: String,
    pub baseline: String,
    pub target: String,
    pub by_hand: String,
    pub due: String,
    pub serves: String,
}

impl ObjectiveForm {
    /// The objective, or what keeps it from being SMART: a target has to differ from the baseline, and has a day.
    pub fn read(&self) -> Result<Measured, Vec<FieldError>> {
        let mut check = Check::default();
        let measured = Measured {
            measure: check.text("measure", &one_line(&self.measure), MEASURE_LIMIT),
            unit: check.text("unit", &one_line(&self.unit), UNIT_LIMIT),
            source: check.choice("source", &self.source).unwrap_or(super::Source::ByHand),
            baseline: figure(&mut check, "baseline", &self.baseline),
            target: figure(&mut check, "target", &self.target),
            by_hand: (!self.by_hand.trim().is_empty()).then(|| figure(&mut check, "by_hand", &self.by_hand)),
            due: date(&mut check, "due", &self.due),
            serves: check.optional_text("serves", &one_line(&self.serves), MEASURE_LIMIT),
        };
        let typed = !self.target.trim().is_empty() && !self.baseline.trim().is_empty();
        if typed && measured.baseline == measured.target {
            check.refuse("target", Problem::SameAsStart);
        }
        check.done(measured)
    }
}

impl From<&Measured> for ObjectiveForm {
    fn from(is: &Measured) -> Self {
        Self {
            measure: is.measure.clone(),
            unit: is.unit.clone(),
            source: is.source.to_string(),
            baseline: super::objective::figure(is.baseline),
            target: super::objective::figure(is.target),
            by_hand: is.by_hand.map(super::objective::figure).unwrap_or_default(),
            due: is.due.map(|date| date.to_string()).unwrap_or_default(),
            serves: is.serves.clone(),
        }
    }
}

/// A date that must be there.
fn date(check: &mut Check, field: &str, value: &str) -> Option<Date> {
    if value.trim().is_empty() {
        check.refuse(field, Problem::Missing);
    }
    check.optional_date(field, value)
}

/// A figure that must be there; 0 where it is refused.
fn figure(check: &mut Check, field: &str, value: &str) -> f64 {
    let figure = parse_figure(value);
    if figure.is_none() {
        let problem = if value.trim().is_empty() { Problem::Missing } else { Problem::NotANumber };
        check.refuse(field, problem);
    }
    figure.unwrap_or_default()
}

/// Text of one line: line breaks become spaces.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Text of several lines, with the line ends of this side of the wire.
fn lines(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

#[cfg(test)]
mod tests;
