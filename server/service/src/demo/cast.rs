//! Reads the cast from its table.

use crate::error::Result;
use crate::{Error, programme::word};
use domain::person::{Profile, Skill};
use serde::Deserialize;

/// One line of `people.csv`; lists are separated by commas.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Member {
    pub(super) name: String,
    /// Empty where it follows from the name.
    pub(super) email: String,
    pub(super) job: String,
    pub(super) team: String,
    pub(super) place: String,
    pub(super) zone: String,
    pub(super) languages: String,
    pub(super) offers: String,
    pub(super) wants: String,
    pub(super) goals: String,
    pub(super) interests: String,
    pub(super) style: String,
    pub(super) meeting: String,
    pub(super) seniority: String,
    pub(super) years: String,
    pub(super) places: String,
    pub(super) time: String,
    pub(super) roles: String,
    pub(super) biography: String,
}

/// Everybody, in the order of the table.
pub(super) fn read() -> Result<Vec<Member>> {
    let mut table = csv::ReaderBuilder::new()
        .delimiter(b';')
        .quoting(false)
        .from_reader(include_bytes!("people.csv").as_slice());
    table.deserialize().collect::<std::result::Result<_, _>>().map_err(Error::internal)
}

impl Member {
    /// "tomas.herrera@example.org".
    pub(super) fn email(&self) -> String {
        if !self.email.is_empty() {
            return self.email.clone();
        }
        let plain = self.name.replace(['’', '\''], "");
        format!("{}@example.org", domain::programme::slug::from_name(&plain).replace('-', "."))
    }

    /// The roles in the programme called `programme` in the table.
    pub(super) fn roles<'a>(&'a self, programme: &'a str) -> impl Iterator<Item = &'a str> {
        let pairs = self.roles.split_whitespace().filter_map(|role| role.split_once('='));
        pairs.filter(move |(at, _)| *at == programme).map(|(_, role)| role)
    }

    pub(super) fn is_admin(&self) -> bool {
        self.roles == "admin"
    }

    pub(super) fn profile(&self) -> Result<Profile> {
        Ok(Profile {
            job: self.job.clone(),
            pronouns: String::new(),
            seniority: optional(&self.seniority)?,
            experience_years: optional(&self.years)?,
            skills_offered: skills(&self.offers)?,
            skills_wanted: skills(&self.wants)?,
            goals: list(&self.goals),
            interests: list(&self.interests),
            languages: list(&self.languages),
            time_zone: self.zone.clone(),
            availability: self.time.clone(),
            meeting: optional(&self.meeting)?,
            style: optional(&self.style)?,
            capacity: optional(&self.places)?,
            biography: self.biography.clone(),
        })
    }
}

fn optional<T: std::str::FromStr>(text: &str) -> Result<Option<T>> {
    if text.is_empty() { Ok(None) } else { word(text).map(Some) }
}

fn list(text: &str) -> Vec<String> {
    text.split(',').map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

fn skills(text: &str) -> Result<Vec<Skill>> {
    list(text)
        .iter()
        .map(|part| {
            let (name, level) = part.split_once(':').unwrap_or((part, ""));
            Ok(Skill { level: optional(level)?, ..Skill::named(name) })
        })
        .collect()
}
