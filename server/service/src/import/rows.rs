//! Rows of people and values of people.

use crate::entity::{participation, person, profile};
use crate::error::Result;
use domain::import::plan::{Known, New, Standing};
use domain::person::Profile;
use domain::{Instant, ProgrammeId, Role};
use sea_orm::Set;
use serde_json::{Value, to_value};
use std::collections::HashMap;
use uuid::Uuid;

pub(super) const APPROVED: &str = "approved";
pub(super) const WITHDRAWN: &str = "withdrawn";

/// How a participation stands. `missed` are those that an import has withdrawn, with their revision after that.
pub(super) fn standing(row: &participation::Model, missed: &HashMap<Uuid, i64>) -> Standing {
    match row.state.as_str() {
        APPROVED => Standing::Approved,
        "invited" | "applied" => Standing::Waiting,
        WITHDRAWN if missed.get(&row.id) == Some(&row.revision) => Standing::Missed,
        _ => Standing::Away,
    }
}

/// What a row says about somebody.
pub(super) fn profile(row: &profile::Model) -> Profile {
    fn list<T: serde::de::DeserializeOwned>(value: &Value) -> Vec<T> {
        serde_json::from_value(value.clone()).unwrap_or_default()
    }
    fn word<T: std::str::FromStr>(value: Option<&String>) -> Option<T> {
        value.and_then(|word| word.parse().ok())
    }
    let small = |number: Option<i64>| number.and_then(|number| u8::try_from(number).ok());
    Profile {
        job: row.job.clone(),
        pronouns: row.pronouns.clone(),
        seniority: word(row.seniority.as_ref()),
        experience_years: small(row.experience_years),
        skills_offered: list(&row.skills_offered),
        skills_wanted: list(&row.skills_wanted),
        goals: list(&row.goals),
        interests: list(&row.interests),
        languages: list(&row.languages),
        time_zone: row.time_zone.clone(),
        availability: row.availability.clone(),
        meeting: word(row.meeting.as_ref()),
        style: word(row.style.as_ref()),
        capacity: small(row.capacity),
        biography: row.biography.clone(),
    }
}

/// The row of a profile, whole.
pub(super) fn profile_row(person: Uuid, profile: &Profile, revision: i64) -> Result<profile::ActiveModel> {
    Ok(profile::ActiveModel {
        person_id: Set(person),
        job: Set(profile.job.clone()),
        pronouns: Set(profile.pronouns.clone()),
        seniority: Set(profile.seniority.map(|word| word.to_string())),
        experience_years: Set(profile.experience_years.map(i64::from)),
        skills_offered: Set(to_value(&profile.skills_offered)?),
        skills_wanted: Set(to_value(&profile.skills_wanted)?),
        goals: Set(to_value(&profile.goals)?),
        interests: Set(to_value(&profile.interests)?),
        languages: Set(to_value(&profile.languages)?),
        time_zone: Set(profile.time_zone.clone()),
        availability: Set(profile.availability.clone()),
        meeting: Set(profile.meeting.map(|word| word.to_string())),
        style: Set(profile.style.map(|word| word.to_string())),
        capacity: Set(profile.capacity.map(i64::from)),
        biography: Set(profile.biography.clone()),
        revision: Set(revision),
    })
}

/// The row of somebody new.
pub(super) fn new_person(id: Uuid, new: &New, demo: bool, now: Instant) -> person::ActiveModel {
    person::ActiveModel {
        id: Set(id),
        name: Set(new.name.clone()),
        email: Set(new.email.clone()),
        external_id: Set(new.employment.external_id.clone()),
        team: Set(new.employment.team.clone()),
        manager_email: Set(new.employment.manager_email.clone()),
        location: Set(new.employment.location.clone()),
        admin: Set(false),
        may_create: Set(false),
        demo: Set(demo),
        password_hash: Set(None),
        version: Set(0),
        revision: Set(0),
        created_at: Set(now.0),
        archived_at: Set(None),
    }
}

/// The row of somebody known, as they will be.
pub(super) fn changed_person(row: &person::Model, after: &Known) -> person::ActiveModel {
    person::ActiveModel {
        id: Set(row.id),
        name: Set(after.name.clone()),
        email: Set(after.email.clone()),
        external_id: Set(after.employment.external_id.clone()),
        team: Set(after.employment.team.clone()),
        manager_email: Set(after.employment.manager_email.clone()),
        location: Set(after.employment.location.clone()),
        admin: Set(row.admin),
        may_create: Set(row.may_create),
        demo: Set(row.demo),
        password_hash: Set(row.password_hash.clone()),
        version: Set(row.version),
        revision: Set(row.revision + 1),
        created_at: Set(row.created_at),
        archived_at: Set(row.archived_at),
    }
}

/// The row of somebody's taking part. The number of places is the person's own, so that they can change it.
pub(super) fn joining(
    id: Uuid,
    programme: ProgrammeId,
    person: Uuid,
    role: Role,
    now: Instant,
) -> participation::ActiveModel {
    participation::ActiveModel {
        id: Set(id),
        programme_id: Set(programme.0),
        person_id: Set(person),
        role: Set(role.to_string()),
        state: Set(APPROVED.to_owned()),
        capacity: Set(None),
        created_at: Set(now.0),
        revision: Set(0),
    }
}
