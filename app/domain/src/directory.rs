//! Who can help with what: mentors as others see them, found by words and filters, and one's own profile.
//!
//! Every field of a profile has an [`Audience`]; what somebody may not see is left out here, before it is searched,
//! counted or sent.

mod audience;
mod browse;
mod profile_form;
mod search;
#[cfg(test)]
mod tests;

pub use audience::{Audience, ProfileField, Seen};
pub use browse::{Browsed, Facet, Filter, browse};
pub use profile_form::{ProfileEdited, ProfileForm};
pub use search::fold;

use crate::ParticipationId;
use crate::choice::{Apart, Choice, Wish};
use crate::fairness::Asked;
use crate::person::{Employment, Meeting, PersonLine, Profile, Skill};
use serde::{Deserialize, Serialize};

/// A mentor in the directory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    pub id: ParticipationId,
    pub person: PersonLine,
    pub location: String,
    pub biography: String,
    pub skills: Vec<Skill>,
    pub languages: Vec<String>,
    pub interests: Vec<String>,
    pub meeting: Option<Meeting>,
    /// Mentees that this mentor takes in this programme.
    pub places: u32,
    /// Places that nobody has yet.
    pub free: u32,
    /// How well they fit with who asks; none where nobody is to be fitted.
    pub fit: Option<Match>,
}

/// How a mentor fits with the mentee who asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Match {
    /// From 0 to 100, and sentences that say why.
    Fits { percent: u8, reasons: Vec<String> },
    /// A rule of the programme forbids it.
    Cannot { why: String },
}

impl Card {
    /// The card of a mentor as other participants see it.
    pub fn new(
        id: ParticipationId,
        person: PersonLine,
        employment: &Employment,
        profile: &Profile,
        places: u32,
        free: u32,
    ) -> Self {
        let (employment, profile) = Seen::by(Audience::Participants, employment, profile).into_parts();
        Self {
            id,
            person,
            location: employment.location,
            biography: profile.biography,
            skills: profile.skills_offered,
            languages: profile.languages,
            interests: profile.interests,
            meeting: profile.meeting,
            places,
            free,
            fit: None,
        }
    }

    /// The fit, for sorting: what cannot be is behind what can.
    pub fn rank(&self) -> u8 {
        match &self.fit {
            Some(Match::Fits { percent, .. }) => *percent + 1,
            _ => 0,
        }
    }
}

/// The directory as it is loaded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DirectoryPage {
    pub name: String,
    pub slug: String,
    /// Whether the mentors were fitted with who asks, a mentee.
    pub fitted: bool,
    /// Whom the asker wishes for, the best first; none where they are no mentee here.
    pub wishes: Option<Vec<Wish>>,
    pub filter: Filter,
    pub browsed: Browsed,
}

/// One mentor's page as it is loaded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MentorPage {
    pub name: String,
    pub slug: String,
    pub card: Card,
    pub seen: Seen,
    /// Whether it is the reader's own.
    pub own: bool,
    /// What the reader, a mentee here, has chosen about this mentor.
    pub choice: Option<Choice>,
}

/// One's own profile as it is loaded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnProfile {
    pub name: String,
    pub employment: Employment,
    /// Which state of the profile the form was filled from.
    pub revision: i64,
    pub form: ProfileForm,
    /// What the programmes ask for fairness. Nobody else reads the answers.
    pub asked: Vec<Asked>,
    /// From whom one would rather be apart. Nobody else reads it.
    pub apart: Vec<Apart>,
}

/// A word as it is shown: stored in lower case, it begins with a capital letter.
pub fn shown(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
