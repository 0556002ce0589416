//! One person as the criteria see them.

use crate::PersonId;
use crate::person::{Employment, Profile};

/// A time zone with its present distance from UTC, which only a zone table knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zoned {
    /// An IANA name.
    pub name: String,
    /// Minutes east of UTC.
    pub offset_minutes: i32,
}

/// What is compared about one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    pub person: PersonId,
    /// In lower case; empty where there is none.
    pub email: String,
    pub employment: Employment,
    pub profile: Profile,
    pub zone: Option<Zoned>,
}
