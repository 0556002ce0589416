//! People before and after an import.

use crate::import::{Field, Full};
use crate::person::{Employment, Profile};
use crate::{PersonId, Role};

/// What a coordinator chose about an import.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// The list also replaces what people wrote about themselves.
    pub overwrite: bool,
    pub full: Full,
}

/// How somebody stands in the programme in one role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Approved,
    /// Invited or applied: being in the list approves them.
    Waiting,
    /// Paused, withdrawn or completed: the list does not bring them back.
    Away,
    /// Withdrawn because they were missing from a list: being in the list again brings them back.
    Missed,
}

/// A person as they are before the import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    pub id: PersonId,
    pub name: String,
    pub email: Option<String>,
    pub employment: Employment,
    pub profile: Profile,
    /// Their roles in this programme.
    pub standing: Vec<(Role, Standing)>,
}

/// Somebody who is not here yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct New {
    pub row: u32,
    pub name: String,
    pub email: Option<String>,
    pub employment: Employment,
    pub profile: Profile,
    pub roles: Vec<Role>,
}

/// Somebody who is here and will be different.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    pub row: u32,
    /// As they will be.
    pub after: Known,
    /// What will be different; [`Field::Role`] where they take part in a further role.
    pub fields: Vec<Field>,
    /// Roles in which they join the programme.
    pub joins: Vec<Role>,
    /// Roles in which they are approved now.
    pub approved: Vec<Role>,
}

/// Somebody of the programme whom a full list does not name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    pub person: PersonId,
    pub name: String,
    pub email: Option<String>,
    pub external_id: Option<String>,
    pub role: Role,
}
