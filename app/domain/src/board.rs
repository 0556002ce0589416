//! Rules of this noun.

use serde::{Deserialize, Serialize};

/// Why a command of this noun cannot be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Refusal {}

impl Refusal {
    /// What a person reads.
    pub fn sentence(&self) -> String {
        match *self {}
    }
}
