//! How different two people are in what they agreed to have compared.
//!
//! No criterion of a programme uses this by default, and its default weight would be 0: across the field studies,
//! sharing a gender, an ethnicity or an age predicts neither how good a mentorship is nor what comes of it, while
//! likeness in values and ways of working and covered needs do. To some people it matters much, though, and an
//! organisation may want its networks mixed. So a programme can reward it, on attributes that both have consented to
//! have compared, and sees what that costs in total fit. A hard rule belongs on the plan as a whole (so many of this
//! group), not on the pair.

use super::share::{Share, WHOLE};

/// One attribute that somebody agreed to have compared, and their value of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribute {
    /// Which, "first generation at university".
    pub name: String,
    pub value: String,
}

/// The part of the attributes named by both in which the two differ. An attribute that only one of them has agreed to
/// have compared is not looked at; where none is left, the answer is missing on the side that named none, or on both.
pub fn difference(mentee: &[Attribute], mentor: &[Attribute]) -> Share {
    if let Some(absent) = Share::absent(mentee.is_empty(), mentor.is_empty()) {
        return absent;
    }
    let value = |name: &str| mentor.iter().find(|other| other.name == name).map(|other| &other.value);
    let (mut both, mut apart) = (0, 0);
    for (at, one) in mentee.iter().enumerate() {
        if mentee[..at].iter().any(|before| before.name == one.name) {
            continue;
        }
        if let Some(other) = value(&one.name) {
            both += 1;
            apart += u32::from(*other != one.value);
        }
    }
    match (apart * u32::from(WHOLE)).checked_div(both) {
        Some(share) => Share::Of(share as u16),
        None => Share::Missing(super::Side::Both),
    }
}

#[cfg(test)]
mod tests {
    use super::super::Side;
    use super::*;
    use proptest::prelude::*;

    fn attributes(list: &[(&str, &str)]) -> Vec<Attribute> {
        let one = |&(name, value): &(&str, &str)| Attribute { name: name.into(), value: value.into() };
        list.iter().map(one).collect()
    }

    #[test]
    fn only_what_both_agreed_to_is_compared() {
        for (mentee, mentor, expect) in [
            (&[("age", "20s")][..], &[("age", "50s")][..], Share::Of(1000)),
            (&[("age", "20s")], &[("age", "20s")], Share::Of(0)),
            (&[("age", "20s"), ("home", "far")], &[("age", "20s"), ("home", "near")], Share::Of(500)),
            (&[("age", "20s"), ("home", "far")], &[("home", "near")], Share::Of(1000)),
            (&[("age", "20s")], &[("home", "near")], Share::Missing(Side::Both)),
            (&[], &[("age", "20s")], Share::Missing(Side::Mentee)),
            (&[("age", "20s")], &[], Share::Missing(Side::Mentor)),
            (&[], &[], Share::Missing(Side::Both)),
        ] {
            assert_eq!(difference(&attributes(mentee), &attributes(mentor)), expect, "{mentee:?} {mentor:?}");
        }
    }

    proptest! {
        #[test]
        fn nobody_differs_from_themselves(values in prop::collection::vec(0..9u8, 1..5)) {
            let list: Vec<Attribute> = values.iter().enumerate()
                .map(|(at, value)| Attribute { name: at.to_string(), value: value.to_string() }).collect();
            prop_assert_eq!(difference(&list, &list), Share::Of(0));
        }
    }
}
