//! Whom people would like to be matched with, and whom not.
//!
//! A mentee's **wishes** are mentors in an order, the best first: coordinators see their ranks on the board, and nobody
//! else does. Whom somebody would rather be **apart** from is read back by themselves alone; everybody else meets it as
//! [`Rule::Apart`](crate::criteria::Rule::Apart), "not possible, confidential". Neither is in the log or in a stream.

use crate::form::{Check, FieldError, Problem};
use crate::{ParticipationId, PersonId, ProgrammeId};
use serde::{Deserialize, Serialize};

/// More wishes than this say little: a tenth less for each better one.
pub const MOST_WISHES: usize = 5;
/// Whoever would rather be apart from more people than this should talk to a coordinator.
pub const MOST_APART: usize = 20;
/// The name of the field in which somebody is named.
pub const WHO: &str = "who";

/// A mentor whom a mentee wishes for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wish {
    pub mentor: ParticipationId,
    pub name: String,
}

/// What a mentee has chosen about one mentor.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// All wishes, the best first.
    pub wishes: Vec<Wish>,
    pub apart: bool,
}

/// From whom somebody would rather be apart in one programme, as they alone read it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Apart {
    pub slug: String,
    pub programme: String,
    /// In the order of their names.
    pub people: Vec<Named>,
    /// To whom the asker was introduced, who can be named without an address.
    pub met: Vec<Named>,
}

/// Somebody as the asker has named them: by the name that a page showed, or by the address that was typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    pub id: PersonId,
    pub name: String,
}

/// Somebody has chosen; whom, how high and whether at all is not in the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chosen {
    pub programme: ProgrammeId,
}

impl crate::stream::Event for Chosen {
    fn kind(&self) -> &'static str {
        "person.chose"
    }
}

/// The wishes with `one` at `place`, from 1 on, or without them at 0. Those who stood there move one down; a place behind
/// the last is the last, for another tab may have taken wishes off.
///
/// # Errors
/// [`Problem::TooMany`] where somebody new would be one too many.
pub fn placed(mut wishes: Vec<PersonId>, one: PersonId, place: usize) -> Result<Vec<PersonId>, Problem> {
    wishes.retain(|wish| *wish != one);
    if place == 0 {
        return Ok(wishes);
    }
    let last = wishes.len() + 1;
    if last > MOST_WISHES {
        return Err(Problem::TooMany { most: MOST_WISHES });
    }
    wishes.insert(place.min(last) - 1, one);
    Ok(wishes)
}

/// Whether one more may be added to `already`, which does not have them yet.
///
/// # Errors
/// [`Problem::TooMany`] of the field [`WHO`].
pub fn one_more_apart(already: usize) -> Result<(), Vec<FieldError>> {
    let mut check = Check::default();
    if already >= MOST_APART {
        check.refuse(WHO, Problem::TooMany { most: MOST_APART });
    }
    check.done(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn people(numbers: impl IntoIterator<Item = u128>) -> Vec<PersonId> {
        numbers.into_iter().map(|number| PersonId(Uuid::from_u128(number))).collect()
    }

    #[test]
    fn wishes_are_added_moved_and_taken_off() {
        let one = people([1])[0];
        assert_eq!(placed(people([]), one, 1), Ok(people([1])));
        assert_eq!(placed(people([2, 3]), one, 3), Ok(people([2, 3, 1])));
        assert_eq!(placed(people([2, 1, 3]), one, 1), Ok(people([1, 2, 3])));
        assert_eq!(placed(people([1, 2, 3]), one, 3), Ok(people([2, 3, 1])));
        assert_eq!(placed(people([2, 1]), one, 0), Ok(people([2])));
        assert_eq!(placed(people([2]), one, 0), Ok(people([2])));
        let full = Problem::TooMany { most: MOST_WISHES };
        assert_eq!(placed(people(2..7), one, 1), Err(full));
        assert_eq!(placed(people([2]), one, 3), Ok(people([2, 1])));
        assert!(placed(people(1..6), one, 5).is_ok());
    }

    #[test]
    fn nobody_is_apart_from_everybody() {
        assert!(one_more_apart(MOST_APART - 1).is_ok());
        assert!(one_more_apart(MOST_APART).is_err());
    }

    proptest! {
        /// Whatever is asked for, nobody is named twice, nobody else is lost, and the one stands where they were put.
        #[test]
        fn nobody_else_is_lost(before in prop::collection::btree_set(1..9u128, 0..6), one in 1..9u128, place in 0..8usize) {
            let (before, one) = (people(before), people([one])[0]);
            if let Ok(after) = placed(before.clone(), one, place) {
                let others = |all: &[PersonId]| all.iter().copied().filter(|wish| *wish != one).collect::<Vec<_>>();
                prop_assert_eq!(others(&after), others(&before));
                let place = place.min(after.len());
                prop_assert_eq!(after.iter().position(|wish| *wish == one), place.checked_sub(1));
                prop_assert!(after.len() <= MOST_WISHES);
            }
        }
    }
}
