//! The life of an uploaded list: uploaded, described, then confirmed or cancelled.

use super::Refusal;
use super::view::Counts;
use crate::ImportId;
use crate::word::words;
use serde::{Deserialize, Serialize};

words! {
    /// Where an uploaded list is.
    pub enum ImportState { Uploaded = "uploaded", Confirmed = "confirmed", Cancelled = "cancelled" }
}

/// What somebody does with an uploaded list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Says what its columns hold and how it is taken.
    Describe,
    /// Stores it all: what it would do now, and whether refused rows may be left out.
    Confirm {
        counts: Counts,
        skip_refused: bool,
    },
    Cancel,
}

/// What happened to a list. Counts and ids only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Event {
    Uploaded { import: ImportId },
    Described { import: ImportId },
    Confirmed { import: ImportId, counts: Counts },
    Cancelled { import: ImportId },
}

impl crate::stream::Event for Event {
    fn kind(&self) -> &'static str {
        match self {
            Self::Uploaded { .. } => "import.uploaded",
            Self::Described { .. } => "import.described",
            Self::Confirmed { .. } => "import.confirmed",
            Self::Cancelled { .. } => "import.cancelled",
        }
    }
}

/// What follows from `command`.
///
/// # Errors
/// [`Refusal::Done`] for a list that is confirmed, [`Refusal::Gone`] for one that was cancelled,
/// [`Refusal::RowsRefused`] where rows are refused and nobody said to leave them out.
pub fn decide(import: ImportId, state: ImportState, command: &Command) -> Result<Event, Refusal> {
    match (state, command) {
        (ImportState::Confirmed, _) => Err(Refusal::Done),
        (ImportState::Cancelled, _) => Err(Refusal::Gone),
        (ImportState::Uploaded, Command::Describe) => Ok(Event::Described { import }),
        (ImportState::Uploaded, Command::Cancel) => Ok(Event::Cancelled { import }),
        (ImportState::Uploaded, Command::Confirm { counts, skip_refused }) => {
            if counts.refused > 0 && !skip_refused {
                return Err(Refusal::RowsRefused { rows: counts.refused });
            }
            Ok(Event::Confirmed { import, counts: *counts })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_confirmed_once_and_only_whole() {
        let import = ImportId(uuid::Uuid::nil());
        let check = |state, counts, skip_refused| {
            decide(import, state, &Command::Confirm { counts, skip_refused }).map(|_| ())
        };
        let (clean, dirty) =
            (Counts { new: 3, ..Counts::default() }, Counts { refused: 2, ..Counts::default() });
        assert_eq!(check(ImportState::Uploaded, clean, false), Ok(()));
        assert_eq!(check(ImportState::Uploaded, dirty, false), Err(Refusal::RowsRefused { rows: 2 }));
        assert_eq!(check(ImportState::Uploaded, dirty, true), Ok(()));
        assert_eq!(check(ImportState::Confirmed, clean, false), Err(Refusal::Done));
        assert_eq!(check(ImportState::Cancelled, clean, false), Err(Refusal::Gone));
    }
}
