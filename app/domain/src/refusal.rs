//! Why a rule said no: a closed set with data and no strings, so that the sentence is made where it is read.

use crate::{account, board, import, mentorship, programme, proposal};
use serde::{Deserialize, Serialize};

/// A rule's answer to a command that cannot be. Each noun owns its own list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Refusal {
    Account(account::Refusal),
    Programme(programme::Refusal),
    Import(import::Refusal),
    Board(board::Refusal),
    Proposal(proposal::Refusal),
    Mentorship(mentorship::Refusal),
}

impl Refusal {
    /// What a person reads: what is the matter, and what to do.
    pub fn sentence(&self) -> String {
        match self {
            Self::Account(refusal) => refusal.sentence(),
            Self::Programme(refusal) => refusal.sentence(),
            Self::Import(refusal) => refusal.sentence(),
            Self::Board(refusal) => refusal.sentence(),
            Self::Proposal(refusal) => refusal.sentence(),
            Self::Mentorship(refusal) => refusal.sentence(),
        }
    }
}

macro_rules! into_refusal {
    ($($noun:ident => $variant:ident),*) => {$(
        impl From<$noun::Refusal> for Refusal {
            fn from(refusal: $noun::Refusal) -> Self {
                Self::$variant(refusal)
            }
        }
    )*};
}
into_refusal!(account => Account, programme => Programme, import => Import, board => Board, proposal => Proposal, mentorship => Mentorship);
