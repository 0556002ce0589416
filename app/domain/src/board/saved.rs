//! Ways of looking at a board that somebody has given a name: theirs alone, for all boards of a programme.

use super::BoardQuery;
use crate::SavedViewId;
use crate::stream;
use serde::{Deserialize, Serialize};

/// So many a person keeps in a programme.
pub const MOST_VIEWS: usize = 20;
/// So many characters a name has.
pub const LONGEST_NAME: usize = 60;

/// What is looked for, in which order and how densely, by its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedView {
    pub id: SavedViewId,
    pub name: String,
    pub query: BoardQuery,
}

/// What happened to a person's views.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ViewEvent {
    Saved { view: SavedViewId },
    Deleted { view: SavedViewId },
}

impl stream::Event for ViewEvent {
    fn kind(&self) -> &'static str {
        match self {
            Self::Saved { .. } => "board.view_saved",
            Self::Deleted { .. } => "board.view_deleted",
        }
    }
}
