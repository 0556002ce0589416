//! Puts the cast into the organisation and into its programmes.

use super::cast::Member;
use super::programmes::Running;
use crate::entity::{participation, person, profile};
use crate::error::Result;
use crate::{Change, Error};
use domain::criteria::{Subject, Zoned};
use domain::person::{Employment, Profile};
use domain::programme::ParticipationState;
use domain::{ParticipationId, PersonId, Role};
use sea_orm::{EntityTrait, Set};
use std::collections::HashMap;

/// Mentees whom the second round still has to find somebody for, and for how many days they have waited.
const WAITING: &[(&str, i64)] = &[
    ("Diego Vargas", 12),
    ("Hana Petrova", 9),
    ("Samir Ahmadi", 9),
    ("Thandi Dlamini", 4),
    ("Lucía Costa", 0),
];

/// No more rows than this in one statement.
const CHUNK: usize = 500;

/// Somebody of the cast, in the database.
pub(super) struct Person {
    pub(super) id: PersonId,
    pub(super) member: Member,
    email: String,
    manager: String,
    profile: Profile,
}

/// The cast by name.
pub(super) struct People {
    all: Vec<Person>,
    by_name: HashMap<String, usize>,
}

impl People {
    /// The person called `name`.
    pub(super) fn get(&self, name: &str) -> Result<&Person> {
        let at =
            self.by_name.get(name).ok_or_else(|| Error::internal(format!("{name} is not in the cast")))?;
        Ok(&self.all[*at])
    }

    /// Who has `role` in the programme called `programme` in the table.
    pub(super) fn with_role<'a>(
        &'a self,
        programme: &'a str,
        role: &'a str,
    ) -> impl Iterator<Item = &'a Person> {
        self.all.iter().filter(move |person| person.member.roles(programme).any(|has| has == role))
    }
}

impl Person {
    /// The person as the criteria see them.
    pub(super) fn subject(&self, change: &Change) -> Subject {
        let name = self.profile.time_zone.clone();
        let offset = crate::actor::offset_minutes(&name, change.now);
        Subject {
            person: self.id,
            email: self.email.clone(),
            employment: Employment {
                external_id: None,
                team: self.member.team.clone(),
                manager_email: self.manager.clone(),
                location: self.member.place.clone(),
            },
            profile: self.profile.clone(),
            zone: offset.map(|offset_minutes| Zoned { name, offset_minutes }),
            second_manager: String::new(),
            earlier: vec![],
            wishes: vec![],
            apart: vec![],
            matters: vec![],
            attributes: vec![],
        }
    }
}

/// Inserts everybody with their profiles; staff numbers begin with `letter`. Whoever mentors in the programme called
/// `programme` in the table and is the first of a team manages it, as far as the demo is concerned.
pub(super) async fn insert(
    change: &mut Change,
    cast: &[Member],
    programme: &str,
    letter: char,
) -> Result<People> {
    let mut managers: HashMap<&str, String> = HashMap::new();
    for member in cast.iter().filter(|member| member.roles(programme).any(|role| role == "mentor")) {
        managers.entry(&member.team).or_insert_with(|| member.email());
    }
    let created = change.now.plus_days(-80);
    let mut all = Vec::new();
    for member in cast {
        let email = member.email();
        let manager = managers.get(member.team.as_str()).filter(|manager| **manager != email);
        all.push(Person {
            id: change.cx().new_id(),
            manager: manager.cloned().unwrap_or_default(),
            profile: member.profile()?,
            member: member.clone(),
            email: email.clone(),
        });
    }
    let rows = all.iter().enumerate().map(|(number, person)| person::ActiveModel {
        id: Set(person.id.0),
        name: Set(person.member.name.clone()),
        email: Set(Some(person.email.clone())),
        external_id: Set(Some(format!("{letter}{:04}", number + 1))),
        team: Set(person.member.team.clone()),
        manager_email: Set(person.manager.clone()),
        location: Set(person.member.place.clone()),
        admin: Set(person.member.is_admin()),
        may_create: Set(person.member.roles("wit").any(|role| role == "coordinator")),
        demo: Set(true),
        password_hash: Set(None),
        version: Set(0),
        revision: Set(0),
        created_at: Set(created.0),
        archived_at: Set(None),
    });
    for some in rows.collect::<Vec<_>>().chunks(CHUNK) {
        person::Entity::insert_many(some.to_vec()).exec_without_returning(change.tx()).await?;
    }
    let profiles =
        all.iter().map(|person| profile_row(person.id, &person.profile)).collect::<Result<Vec<_>>>()?;
    for some in profiles.chunks(CHUNK) {
        profile::Entity::insert_many(some.to_vec()).exec_without_returning(change.tx()).await?;
    }
    let by_name = all.iter().enumerate().map(|(at, person)| (person.member.name.clone(), at)).collect();
    Ok(People { all, by_name })
}

fn profile_row(id: PersonId, is: &Profile) -> Result<profile::ActiveModel> {
    Ok(profile::ActiveModel {
        person_id: Set(id.0),
        job: Set(is.job.clone()),
        pronouns: Set(is.pronouns.clone()),
        seniority: Set(is.seniority.map(|word| word.to_string())),
        experience_years: Set(is.experience_years.map(i64::from)),
        skills_offered: Set(serde_json::to_value(&is.skills_offered)?),
        skills_wanted: Set(serde_json::to_value(&is.skills_wanted)?),
        goals: Set(serde_json::to_value(&is.goals)?),
        interests: Set(serde_json::to_value(&is.interests)?),
        languages: Set(serde_json::to_value(&is.languages)?),
        time_zone: Set(is.time_zone.clone()),
        availability: Set(is.availability.clone()),
        meeting: Set(is.meeting.map(|word| word.to_string())),
        style: Set(is.style.map(|word| word.to_string())),
        capacity: Set(is.capacity.map(i64::from)),
        biography: Set(is.biography.clone()),
        revision: Set(0),
    })
}

/// Enrols everybody who takes part in `running`, which is called `name` in the table.
pub(super) async fn enrol(change: &mut Change, people: &People, running: &Running, name: &str) -> Result<()> {
    let mut rows = Vec::new();
    for role in [Role::Mentor, Role::Mentee] {
        for (number, person) in people.with_role(name, role.as_str()).enumerate() {
            let waiting = WAITING.iter().find(|(name, _)| *name == person.member.name).map(|(_, days)| *days);
            let days = waiting.unwrap_or(50 - (number as i64 * 7) % 40);
            rows.push(participation::ActiveModel {
                id: Set(running.participation(person.id, role).0),
                programme_id: Set(running.id.0),
                person_id: Set(person.id.0),
                role: Set(role.to_string()),
                state: Set(ParticipationState::Approved.to_string()),
                capacity: Set(None),
                created_at: Set(change.now.plus_days(-days).0),
                revision: Set(0),
            });
        }
    }
    for some in rows.chunks(CHUNK) {
        participation::Entity::insert_many(some.to_vec()).exec_without_returning(change.tx()).await?;
    }
    Ok(())
}

/// The id of an enrolment.
pub(super) type Enrolments = HashMap<(PersonId, Role), ParticipationId>;
