//! One person as the criteria see them.

use super::{Attribute, CriterionKind};
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
    /// The address of the manager's manager, in lower case; empty where unknown.
    pub second_manager: String,
    /// Whom this person has been in a mentorship with that has ended, as the other side of it.
    pub earlier: Vec<PersonId>,
    /// Whom they would like best, best first; empty where they have named nobody. Ranks are between the person and the
    /// coordinators: a fit that participants see is made without the wishes of the other side.
    pub wishes: Vec<PersonId>,
    /// Whom they would rather not be matched with. Nobody reads it: to coordinators too the pair is
    /// [`Rule::Apart`](super::Rule::Apart), whoever of the two has said so.
    pub apart: Vec<PersonId>,
    /// What did not fit in a pair that they have declined: in all their pairs it counts double. Sorted, each once. This
    /// too is between the person and the coordinators: what participants read of others is made without it.
    pub matters: Vec<CriterionKind>,
    /// What they have let be compared with the people they might be matched with. Coordinators learn how much two differ
    /// and in how many answers, nobody which; what participants read is made without it.
    pub attributes: Vec<Attribute>,
}
