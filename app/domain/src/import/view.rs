//! What pages and the command line show of an import.

use super::plan::Plan;
use super::{Field, Full, ImportState, Refusal, Remark};
use crate::form::{Check, FieldError, Problem};
use crate::word::words;
use crate::{ImportId, Instant, PersonId, Role};
use serde::{Deserialize, Serialize};

words! {
    /// The lists behind the numbers of a dry run.
    pub enum Shown {
        Refused = "refused", New = "new", Changed = "changed", Unchanged = "unchanged", Notes = "notes",
        Missing = "missing",
    }
}

/// How many rows one page of a list shows.
pub const PAGE: usize = 50;

/// How many people an import concerns, and in which way. `rows` = people + `repeated` + `refused`, where nobody stands
/// in two rows with two roles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Rows with people in the file.
    pub rows: usize,
    pub new: usize,
    pub changed: usize,
    pub unchanged: usize,
    /// Rows that only repeat an earlier one.
    pub repeated: usize,
    /// Rows that are refused.
    pub refused: usize,
    /// Cells that are left out of rows which are taken.
    pub notes: usize,
    /// People of the programme whom a full list does not name.
    pub missing: usize,
    /// Those of them who are withdrawn.
    pub withdrawn: usize,
}

impl Counts {
    /// The counts of `plan`, made from a list with so many `rows`.
    pub fn of(plan: &Plan, rows: usize, full: Full) -> Self {
        Self {
            rows,
            new: plan.new.len(),
            changed: plan.changed.len(),
            unchanged: plan.unchanged.len(),
            repeated: plan.repeated,
            refused: plan.refused_rows(),
            notes: plan.notes.len(),
            missing: plan.missing.len(),
            withdrawn: if full == Full::Withdraw { plan.missing.len() } else { 0 },
        }
    }

    /// The number behind one of the lists.
    pub fn number(&self, shown: Shown) -> usize {
        match shown {
            Shown::Refused => self.refused,
            Shown::New => self.new,
            Shown::Changed => self.changed,
            Shown::Unchanged => self.unchanged,
            Shown::Notes => self.notes,
            Shown::Missing => self.missing,
        }
    }
}

/// One column of an uploaded list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    pub heading: String,
    /// Its first cells that are not empty, at most three.
    pub samples: Vec<String>,
    pub field: Field,
}

/// One line of a list behind a number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Line {
    Person {
        /// The row in the file; none for people who are missing from it.
        row: Option<u32>,
        /// Who it is, where they are known.
        person: Option<PersonId>,
        name: String,
        email: String,
        roles: Vec<Role>,
        /// What will be different.
        fields: Vec<Field>,
    },
    Cell(Remark),
}

/// How a list is taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choices {
    /// What each column holds, in the order of the columns.
    pub fields: Vec<Field>,
    /// The role of rows that do not say theirs.
    pub role: Option<Role>,
    pub overwrite: bool,
    pub full: Full,
}

/// [`Choices`] as a form sends them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChoicesForm {
    pub fields: Vec<String>,
    pub role: String,
    pub overwrite: String,
    pub full: String,
}

impl ChoicesForm {
    /// The choices.
    ///
    /// # Errors
    /// Words that are none of the offered ones.
    pub fn read(self) -> Result<Choices, Vec<FieldError>> {
        let mut check = Check::default();
        let fields: Vec<Field> = self
            .fields
            .iter()
            .enumerate()
            .filter_map(|(at, word)| check.choice(&format!("fields[{at}]"), word))
            .collect();
        let role = if self.role.is_empty() { None } else { check.choice("role", &self.role) };
        if role.is_some_and(|role| ![Role::Mentor, Role::Mentee].contains(&role)) {
            check.refuse("role", Problem::NotAChoice);
        }
        let full = if self.full.is_empty() { Some(Full::Part) } else { check.choice("full", &self.full) };
        let overwrite = self.overwrite == "true";
        check.done(Choices { fields, role, overwrite, full: full.unwrap_or(Full::Part) })
    }
}

impl From<Choices> for ChoicesForm {
    fn from(choices: Choices) -> Self {
        Self {
            fields: choices.fields.iter().map(ToString::to_string).collect(),
            role: choices.role.map(|role| role.to_string()).unwrap_or_default(),
            overwrite: choices.overwrite.to_string(),
            full: choices.full.to_string(),
        }
    }
}

/// An uploaded list: its columns, and what confirming it would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportView {
    pub id: ImportId,
    pub programme: String,
    pub programme_name: String,
    pub file_name: String,
    pub state: ImportState,
    pub at: Instant,
    /// "UTF-8", "windows-1252", …
    pub encoding: String,
    pub separator: char,
    pub columns: Vec<Column>,
    pub choices: Choices,
    /// Whether a column says who is a mentor and who a mentee.
    pub says_role: bool,
    /// Whether the columns are those of an earlier import of such a list.
    pub remembered: bool,
    /// Whether the rows that were refused can be downloaded.
    pub has_refused_file: bool,
    /// What stands in the way of reading it with these columns.
    pub problem: Option<Refusal>,
    pub counts: Counts,
    pub shown: Shown,
    /// One page of the list that is shown.
    pub lines: Vec<Line>,
    /// Counted from 1.
    pub page: usize,
    pub pages: usize,
}

/// One earlier import.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportLine {
    pub id: ImportId,
    pub file_name: String,
    pub state: ImportState,
    pub at: Instant,
    /// Who brought it; empty for the command line.
    pub by: String,
    pub counts: Counts,
}

/// The page on which lists are uploaded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportsView {
    pub programme: String,
    pub programme_name: String,
    /// The newest first, at most twenty.
    pub imports: Vec<ImportLine>,
}

/// How far storing an import is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    pub done: usize,
    pub total: usize,
}
