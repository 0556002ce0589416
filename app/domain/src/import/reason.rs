//! Why a row was refused, or what was left out of it.

use super::Field;
use crate::text::import as words;
use serde::{Deserialize, Serialize};

/// What is the matter with one cell or one row. Holds no typed text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reason {
    /// A name or an e-mail address is missing for somebody who is new.
    Missing,
    /// Neither an e-mail address nor a number of the organisation says who this is.
    Nobody,
    NotAnEmail,
    NotARole,
    /// Nothing says whether this is a mentor or a mentee.
    NoRole,
    NotYesOrNo,
    NotANumber,
    OutOfRange {
        least: i64,
        most: i64,
    },
    TooLong {
        limit: usize,
    },
    Formula,
    SpreadsheetError,
    /// The row has another number of cells than there are headings.
    Ragged {
        cells: usize,
        headings: usize,
    },
    /// The same person stands in the same role in an earlier row, saying something else.
    Twice {
        row: u32,
    },
    /// The same person stands in an earlier row, saying just the same.
    Repeated {
        row: u32,
    },
    /// The address stands in an earlier row, for another person.
    AddressOfRow {
        row: u32,
    },
    /// The number stands in an earlier row, for another person.
    NumberOfRow {
        row: u32,
    },
    /// The address belongs to another person than the number.
    AddressTaken,
    /// The person is known under another address, which they sign in with.
    OtherAddress,
    OwnManager,
    UnknownManager,
    NotAZone,
    NotALevel,
    NotAMeeting,
    NotAStyle,
    /// The person has left the programme, paused or completed it; the list does not bring them back.
    NotActive,
}

impl Reason {
    /// What a person reads beside `field`.
    pub fn sentence(&self, field: Field) -> String {
        match self {
            Self::Missing if field == Field::Email => words::reason_no_email().into(),
            Self::Missing => words::reason_no_name().into(),
            Self::Nobody => words::reason_nobody().into(),
            Self::NotAnEmail => words::reason_not_an_email().into(),
            Self::NotARole => words::reason_not_a_role().into(),
            Self::NoRole => words::reason_no_role().into(),
            Self::NotYesOrNo => words::reason_not_yes_or_no().into(),
            Self::NotANumber => words::reason_not_a_number().into(),
            Self::OutOfRange { least, most } => words::reason_out_of_range(least, most),
            Self::TooLong { limit } => words::reason_too_long(limit),
            Self::Formula => words::reason_formula().into(),
            Self::SpreadsheetError => words::reason_spreadsheet_error().into(),
            Self::Ragged { cells, headings } => words::reason_ragged(cells, headings),
            Self::Twice { row } => words::reason_twice(row),
            Self::Repeated { row } => words::reason_repeated(row),
            Self::AddressOfRow { row } => words::reason_address_of_row(row),
            Self::NumberOfRow { row } => words::reason_number_of_row(row),
            Self::AddressTaken => words::reason_address_taken().into(),
            Self::OtherAddress => words::reason_other_address().into(),
            Self::OwnManager => words::reason_own_manager().into(),
            Self::UnknownManager => words::reason_unknown_manager().into(),
            Self::NotAZone => words::reason_not_a_zone().into(),
            Self::NotALevel => words::reason_not_a_level().into(),
            Self::NotAMeeting => words::reason_not_a_meeting().into(),
            Self::NotAStyle => words::reason_not_a_style().into(),
            Self::NotActive => words::reason_not_active().into(),
        }
    }
}

/// One remark about one cell of the list: why its row was refused, or what was left out of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remark {
    /// As a spreadsheet shows it.
    pub row: u32,
    /// The heading of the column; empty where the whole row is meant.
    pub column: String,
    pub field: Field,
    /// What the cell holds, at most 200 characters of it.
    pub value: String,
    pub reason: Reason,
}

impl Remark {
    /// A remark about `value` in the column `column`, which holds `field`.
    pub fn new(row: u32, column: &str, field: Field, value: &str, reason: Reason) -> Self {
        let mut shown: String = value.chars().take(200).collect();
        if shown.len() < value.len() {
            shown.push('…');
        }
        Self { row, column: column.to_owned(), field, value: shown, reason }
    }

    /// What a person reads.
    pub fn sentence(&self) -> String {
        self.reason.sentence(self.field)
    }
}
