//! People and their profiles in tables, and as what the criteria compare.

use crate::actor::offset_minutes;
use crate::entity::{person, profile};
use crate::error::Result;
use domain::criteria::{Subject, Zoned};
use domain::person::{Employment, Profile};
use domain::{Instant, PersonId};
use sea_orm::Set;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::HashMap;

pub(crate) fn subject(
    person: &person::Model,
    profile: Option<&profile::Model>,
    zones: &mut Zones,
) -> Subject {
    let profile = profile.map(read_profile).unwrap_or_default();
    Subject {
        person: PersonId(person.id),
        email: person.email.clone().unwrap_or_default(),
        employment: employment(person),
        zone: zones.of(&profile.time_zone),
        profile,
        second_manager: String::new(),
        earlier: vec![],
        wishes: vec![],
        apart: vec![],
        matters: vec![],
        attributes: vec![],
    }
}

pub(crate) fn employment(row: &person::Model) -> Employment {
    Employment {
        external_id: row.external_id.clone(),
        team: row.team.clone(),
        manager_email: row.manager_email.clone(),
        location: row.location.clone(),
    }
}

pub(crate) fn read_profile(row: &profile::Model) -> Profile {
    /// What was stored; an empty list where it is something else.
    fn list<T: DeserializeOwned>(value: &serde_json::Value) -> Vec<T> {
        Vec::deserialize(value).unwrap_or_default()
    }
    let word = |text: &Option<String>| text.clone().unwrap_or_default();
    let small = |number: Option<i64>| number.and_then(|number| u8::try_from(number).ok());
    Profile {
        job: row.job.clone(),
        pronouns: row.pronouns.clone(),
        seniority: word(&row.seniority).parse().ok(),
        experience_years: small(row.experience_years),
        skills_offered: list(&row.skills_offered),
        skills_wanted: list(&row.skills_wanted),
        goals: list(&row.goals),
        interests: list(&row.interests),
        languages: list(&row.languages),
        time_zone: row.time_zone.clone(),
        availability: row.availability.clone(),
        meeting: word(&row.meeting).parse().ok(),
        style: word(&row.style).parse().ok(),
        capacity: small(row.capacity),
        biography: row.biography.clone(),
    }
}

pub(crate) fn profile_row(
    person: PersonId,
    profile: &Profile,
    revision: i64,
) -> Result<profile::ActiveModel> {
    let word = |word: Option<&'static str>| Set(word.map(str::to_owned));
    Ok(profile::ActiveModel {
        person_id: Set(person.0),
        job: Set(profile.job.clone()),
        pronouns: Set(profile.pronouns.clone()),
        seniority: word(profile.seniority.map(|seniority| seniority.as_str())),
        experience_years: Set(profile.experience_years.map(i64::from)),
        skills_offered: Set(serde_json::to_value(&profile.skills_offered)?),
        skills_wanted: Set(serde_json::to_value(&profile.skills_wanted)?),
        goals: Set(serde_json::to_value(&profile.goals)?),
        interests: Set(serde_json::to_value(&profile.interests)?),
        languages: Set(serde_json::to_value(&profile.languages)?),
        time_zone: Set(profile.time_zone.clone()),
        availability: Set(profile.availability.clone()),
        meeting: word(profile.meeting.map(|meeting| meeting.as_str())),
        style: word(profile.style.map(|style| style.as_str())),
        capacity: Set(profile.capacity.map(i64::from)),
        biography: Set(profile.biography.clone()),
        revision: Set(revision),
    })
}

/// Offsets of time zones at one moment, each looked up once.
pub(crate) struct Zones {
    now: Instant,
    known: HashMap<String, Option<i32>>,
}

impl Zones {
    pub(crate) fn at(now: Instant) -> Self {
        Self { now, known: HashMap::new() }
    }

    fn of(&mut self, name: &str) -> Option<Zoned> {
        if name.is_empty() {
            return None;
        }
        let now = self.now;
        let offset = *self.known.entry(name.to_owned()).or_insert_with(|| offset_minutes(name, now));
        offset.map(|offset_minutes| Zoned { name: name.to_owned(), offset_minutes })
    }
}
