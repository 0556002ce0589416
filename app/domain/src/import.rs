//! Lists of people, as organisations really send them, become people and participations.
//!
//! A list goes through five steps, each a value: text becomes a [`table`], headings and first rows give a
//! [`guess`] of what each column holds, rows become [`draft`]s of people or are refused, the drafts are compared with
//! the people that are known ([`plan`]), and only then does `service` store anything. Nothing here knows of bytes,
//! files or databases.
//!
//! A row is **refused** where it is not clear who somebody is or what they take part as: no or a wrong address, a role
//! or a number of places that makes no sense, the same person twice with different words, an address that is another
//! person's, a formula, a cell too many or too few, text that would have to be cut. Everything else that cannot be
//! understood (a time zone, a level, a manager whom nobody knows) is left empty and **noted**: people can fill it in
//! themselves. Somebody new needs an e-mail address and a name; somebody known by their number needs neither. The list
//! owns name, team, manager and location, and never an address that somebody signs in with. An empty cell says
//! nothing, so it erases nothing.

pub mod clean;
mod command;
mod dictionary;
pub mod draft;
mod field;
mod fold;
pub mod guess;
mod heading;
pub mod language;
pub mod plan;
mod reason;
mod shape;
pub mod split;
pub mod summary;
pub mod table;
#[cfg(test)]
mod tests;
pub mod value;
pub mod view;
pub mod zone;

pub use command::{Command, Event, ImportState, decide};
pub use field::Field;
pub use fold::fold;
pub use reason::{Reason, Remark};

use crate::text::import as words;
use crate::word::words as closed;
use serde::{Deserialize, Serialize};

/// What a heading says that its column holds, where that is clear.
pub fn field_of(heading: &str) -> Option<Field> {
    let number = || heading::is_number(heading).then_some(Field::ExternalId);
    heading::field(heading).map(|(field, _)| field).or_else(number)
}

closed! {
    /// What happens to people of the programme who are not in the list.
    pub enum Full {
        /// The list is only a part; nobody is looked for.
        Part = "part",
        /// They are reported.
        Report = "report",
        /// They are reported, and withdrawn from the programme.
        Withdraw = "withdraw",
    }
}

/// Why a whole list cannot be read or an import cannot be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Refusal {
    Empty,
    OnlyHeadings,
    Binary,
    Workbook,
    Damaged {
        row: u32,
    },
    TooLarge {
        megabytes: usize,
    },
    TooManyRows {
        limit: usize,
    },
    TooManyColumns {
        limit: usize,
    },
    HeadingTwice {
        heading: String,
        first: u32,
        second: u32,
    },
    NoHeadings,
    UnclosedQuote {
        row: u32,
    },
    UnknownHeading {
        heading: String,
    },
    UnknownField {
        word: String,
    },
    NotAMapping {
        text: String,
    },
    UnknownEncoding {
        word: String,
    },
    FieldTwice {
        field: Field,
        first: String,
        second: String,
    },
    /// No column says who somebody is.
    NobodyColumn,
    RoleUnknown,
    /// Rows were refused and the coordinator did not choose to leave them out.
    RowsRefused {
        rows: usize,
    },
    /// The upload was purged or never was.
    Gone,
    /// The import was confirmed before.
    Done,
}

impl Refusal {
    /// What a person reads.
    pub fn sentence(&self) -> String {
        match self {
            Self::Empty => words::refused_empty().into(),
            Self::OnlyHeadings => words::refused_only_headings().into(),
            Self::Binary => words::refused_binary().into(),
            Self::Workbook => words::refused_workbook().into(),
            Self::Damaged { row } => words::refused_damaged(row),
            Self::TooLarge { megabytes } => words::refused_too_large(megabytes),
            Self::TooManyRows { limit } => words::refused_too_many_rows(words::thousands(*limit)),
            Self::TooManyColumns { limit } => words::refused_too_many_columns(limit),
            Self::HeadingTwice { heading, first, second } => {
                words::refused_heading_twice(heading, first, second)
            }
            Self::NoHeadings => words::refused_no_headings().into(),
            Self::UnclosedQuote { row } => words::refused_unclosed_quote(row),
            Self::UnknownHeading { heading } => words::refused_unknown_heading(heading),
            Self::UnknownField { word } => {
                let all: Vec<&str> = Field::ALL.iter().map(|field| field.as_str()).collect();
                words::refused_unknown_field(word, all.join(", "))
            }
            Self::NotAMapping { text } => words::refused_not_a_mapping(text),
            Self::UnknownEncoding { word } => words::refused_unknown_encoding(word),
            Self::FieldTwice { field, first, second } => {
                words::refused_field_twice(field.label(), first, second)
            }
            Self::NobodyColumn => words::refused_nobody_column().into(),
            Self::RoleUnknown => words::refused_role_unknown().into(),
            Self::RowsRefused { rows } => words::refused_rows_refused(rows),
            Self::Gone => words::refused_gone().into(),
            Self::Done => words::refused_done().into(),
        }
    }
}
