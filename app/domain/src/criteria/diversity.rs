//! How different two people are in what they agreed to have compared.
//!
//! No programme counts this by default: across the field studies, sharing a gender, an ethnicity or an age predicts
//! neither how good a mentorship is nor what comes of it, while likeness in values and ways of working and covered needs
//! do. To some people it matters much, though, and an organisation may want its networks mixed. So a programme can reward
//! it, on answers that both have let be compared, and sees what that costs in total fit. A hard rule belongs on the plan
//! as a whole (so many of this group), not on the pair.

use super::{Share, Side};

/// One answer that somebody lets be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribute {
    /// "First of the family at university".
    pub question: String,
    pub answer: String,
}

/// Of the questions that both have answered, so many have different answers, and so many there are. Each list is sorted
/// and has a question once.
pub(super) fn apart(mentee: &[(u32, u32)], mentor: &[(u32, u32)]) -> (u16, u16) {
    let answer = |question: u32| mentor.iter().find(|other| other.0 == question).map(|other| other.1);
    let both = mentee.iter().filter_map(|(question, one)| Some(answer(*question)? != *one));
    both.fold((0, 0), |(apart, both), differs| (apart + u16::from(differs), both + 1))
}

/// The part of them in which the two differ. Where nothing can be compared, the answer is missing on the side that named
/// nothing, or on both.
pub(super) fn difference(mentee: &[(u32, u32)], mentor: &[(u32, u32)]) -> Share {
    if let Some(absent) = Share::absent(mentee.is_empty(), mentor.is_empty()) {
        return absent;
    }
    match apart(mentee, mentor) {
        (_, 0) => Share::Missing(Side::Both),
        (apart, both) => Share::of_parts(u32::from(apart) * 1000, usize::from(both)),
    }
}
