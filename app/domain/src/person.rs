//! A person and what they say about themselves.

use crate::PersonId;
use crate::word::words;
use serde::{Deserialize, Serialize};

words! {
    /// How well somebody knows a skill, or how well they want to know it.
    pub enum Level { Beginner = "beginner", Intermediate = "intermediate", Advanced = "advanced", Expert = "expert" }
}

words! {
    /// How somebody likes to meet.
    pub enum Meeting { Video = "video", InPerson = "in-person", Either = "either" }
}

words! {
    /// How long somebody has worked in their field, in bands that lists of people use.
    pub enum Seniority { Junior = "junior", Mid = "mid", Senior = "senior", Lead = "lead", Executive = "executive" }
}

words! {
    /// How somebody likes to work with another person.
    pub enum Style { Direct = "direct", Reflective = "reflective", Structured = "structured", Exploring = "exploring" }
}

/// A skill by its name as people write it, in lower case, with a level where one is known.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Skill {
    pub name: String,
    pub level: Option<Level>,
}

impl Skill {
    /// A skill without a level; the name is trimmed and in lower case.
    pub fn named(name: &str) -> Self {
        Self { name: name.trim().to_lowercase(), level: None }
    }
}

/// What the organisation's list owns about a person.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Employment {
    pub external_id: Option<String>,
    pub team: String,
    /// The manager's e-mail address, in lower case; empty where unknown.
    pub manager_email: String,
    pub location: String,
}

/// What a person says about themselves; the same in every programme.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// What they do, "Staff engineer".
    pub job: String,
    pub pronouns: String,
    pub seniority: Option<Seniority>,
    /// Whole years of experience, 0 to 70.
    pub experience_years: Option<u8>,
    pub skills_offered: Vec<Skill>,
    pub skills_wanted: Vec<Skill>,
    pub goals: Vec<String>,
    pub interests: Vec<String>,
    /// Languages by their English name in lower case where known ("german"), else as written, lower case.
    pub languages: Vec<String>,
    /// An IANA name, "Europe/Berlin"; empty where unknown.
    pub time_zone: String,
    /// Free words, "2 h a month, mornings".
    pub availability: String,
    pub meeting: Option<Meeting>,
    pub style: Option<Style>,
    /// How many mentees this person offers to take in all, 0 to 50.
    pub capacity: Option<u8>,
    pub biography: String,
}

/// Who somebody is, as short as every list shows it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PersonLine {
    pub id: PersonId,
    pub name: String,
    /// What they do and where: "Staff engineer · Payments".
    pub does: String,
}

impl PersonLine {
    /// The line of a person with `job` and `team`.
    pub fn new(id: PersonId, name: &str, job: &str, team: &str) -> Self {
        let does = match (job.is_empty(), team.is_empty()) {
            (false, false) => format!("{job} · {team}"),
            (false, true) => job.to_owned(),
            _ => team.to_owned(),
        };
        Self { id, name: name.to_owned(), does }
    }
}
