//! One's own profile as a form: lists are typed in one line, skills with their level in brackets.

use super::ProfileField;
use crate::form::{Check, FieldError, Problem};
use crate::person::{Level, Profile, Skill};
use serde::{Deserialize, Serialize};

/// Every field as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ProfileForm {
    pub job: String,
    pub pronouns: String,
    pub biography: String,
    pub seniority: String,
    pub experience_years: String,
    pub skills_offered: String,
    pub skills_wanted: String,
    /// One a line.
    pub goals: String,
    pub interests: String,
    pub languages: String,
    pub time_zone: String,
    pub availability: String,
    pub meeting: String,
    pub style: String,
    pub capacity: String,
}

/// Which fields of a profile its person has changed; what the log keeps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProfileEdited {
    pub fields: Vec<ProfileField>,
}

impl crate::stream::Event for ProfileEdited {
    fn kind(&self) -> &'static str {
        "person.profile_edited"
    }
}

/// The most words in one list.
const MOST: usize = 30;

impl ProfileForm {
    /// The form filled with a profile.
    pub fn of(profile: &Profile) -> Self {
        let word = |word: Option<&'static str>| word.unwrap_or_default().to_owned();
        let number = |number: Option<u8>| number.map(|number| number.to_string()).unwrap_or_default();
        Self {
            job: profile.job.clone(),
            pronouns: profile.pronouns.clone(),
            biography: profile.biography.clone(),
            seniority: word(profile.seniority.map(|seniority| seniority.as_str())),
            experience_years: number(profile.experience_years),
            skills_offered: written(profile.skills_offered.iter().map(skill_text)),
            skills_wanted: written(profile.skills_wanted.iter().map(skill_text)),
            goals: profile.goals.join("\n"),
            interests: written(profile.interests.iter().cloned()),
            languages: written(profile.languages.iter().cloned()),
            time_zone: profile.time_zone.clone(),
            availability: profile.availability.clone(),
            meeting: word(profile.meeting.map(|meeting| meeting.as_str())),
            style: word(profile.style.map(|style| style.as_str())),
            capacity: number(profile.capacity),
        }
    }

    /// The profile, or everything that is wrong. `zone_exists` knows the names of time zones.
    ///
    /// # Errors
    /// A problem for each field that cannot be read.
    pub fn read(&self, zone_exists: impl Fn(&str) -> bool) -> Result<Profile, Vec<FieldError>> {
        let mut check = Check::default();
        let time_zone = self.time_zone.trim().to_owned();
        if !time_zone.is_empty() && !zone_exists(&time_zone) {
            check.refuse("time_zone", Problem::NotAZone);
        }
        let goals =
            self.goals.lines().map(str::trim).filter(|goal| !goal.is_empty()).map(str::to_owned).collect();
        let profile = Profile {
            job: check.optional_text("job", &self.job, 120),
            pronouns: check.optional_text("pronouns", &self.pronouns, 40),
            biography: check.optional_text("biography", &self.biography.replace("\r\n", "\n"), 2000),
            seniority: optional(&mut check, "seniority", &self.seniority),
            experience_years: number(&mut check, "experience_years", &self.experience_years, 70),
            skills_offered: skills(&mut check, "skills_offered", &self.skills_offered),
            skills_wanted: skills(&mut check, "skills_wanted", &self.skills_wanted),
            goals: limited(&mut check, "goals", goals, 200),
            interests: words(&mut check, "interests", &self.interests),
            languages: words(&mut check, "languages", &self.languages),
            time_zone,
            availability: check.optional_text("availability", &self.availability, 200),
            meeting: optional(&mut check, "meeting", &self.meeting),
            style: optional(&mut check, "style", &self.style),
            capacity: number(&mut check, "capacity", &self.capacity, 50),
        };
        check.done(profile)
    }
}

impl ProfileEdited {
    /// What differs between two profiles; none where nothing does.
    pub fn between(before: &Profile, after: &Profile) -> Option<Self> {
        let (one, other) = (ProfileForm::of(before), ProfileForm::of(after));
        let fields: Vec<_> = ProfileField::ALL
            .iter()
            .copied()
            .filter(|field| one.typed(*field) != other.typed(*field))
            .collect();
        (!fields.is_empty()).then_some(Self { fields })
    }
}

impl ProfileForm {
    /// What was typed into `field`; nothing for what the organisation's list owns.
    pub fn typed(&self, field: ProfileField) -> &str {
        match field {
            ProfileField::Job => &self.job,
            ProfileField::Pronouns => &self.pronouns,
            ProfileField::Biography => &self.biography,
            ProfileField::Seniority => &self.seniority,
            ProfileField::ExperienceYears => &self.experience_years,
            ProfileField::SkillsOffered => &self.skills_offered,
            ProfileField::SkillsWanted => &self.skills_wanted,
            ProfileField::Goals => &self.goals,
            ProfileField::Interests => &self.interests,
            ProfileField::Languages => &self.languages,
            ProfileField::TimeZone => &self.time_zone,
            ProfileField::Availability => &self.availability,
            ProfileField::Meeting => &self.meeting,
            ProfileField::Style => &self.style,
            ProfileField::Capacity => &self.capacity,
            ProfileField::Team
            | ProfileField::Location
            | ProfileField::Manager
            | ProfileField::ExternalId => "",
        }
    }
}

/// Joined by commas; by semicolons where a word holds a comma itself.
fn written(words: impl Iterator<Item = String>) -> String {
    let words: Vec<String> = words.collect();
    let comma = words.iter().any(|word| word.contains(','));
    match words.as_slice() {
        [one] if comma => format!("{one};"),
        words => words.join(if comma { "; " } else { ", " }),
    }
}

/// Split at lines and semicolons where there is a semicolon, else at lines and commas.
fn split(text: &str) -> Vec<String> {
    let separator = if text.contains(';') { ';' } else { ',' };
    let mut words: Vec<String> = vec![];
    for word in text.split([separator, '\n']).map(|word| word.trim().to_lowercase()) {
        if word.contains(char::is_alphanumeric) && !words.contains(&word) {
            words.push(word);
        }
    }
    words
}

fn limited(check: &mut Check, field: &str, words: Vec<String>, limit: usize) -> Vec<String> {
    if words.len() > MOST {
        check.refuse(field, Problem::OutOfRange { least: 0, most: MOST as i64 });
    } else if words.iter().any(|word| word.chars().count() > limit) {
        check.refuse(field, Problem::TooLong { limit });
    }
    words
}

fn words(check: &mut Check, field: &str, text: &str) -> Vec<String> {
    limited(check, field, split(text), 80)
}

fn skill_text(skill: &Skill) -> String {
    match skill.level {
        Some(level) => format!("{} ({level})", skill.name),
        None => skill.name.clone(),
    }
}

/// "rust (advanced), sql": a level stands in brackets; other brackets belong to the name.
fn skills(check: &mut Check, field: &str, text: &str) -> Vec<Skill> {
    let mut skills: Vec<Skill> = vec![];
    for word in words(check, field, text) {
        let level = word.strip_suffix(')').and_then(|word| word.rsplit_once('('));
        let skill = match level.map(|(name, level)| (name.trim(), level.trim().parse::<Level>())) {
            Some((name, Ok(level))) if !name.is_empty() => {
                Skill { name: name.to_owned(), level: Some(level) }
            }
            _ => Skill::named(&word),
        };
        match skills.iter_mut().find(|own| own.name == skill.name) {
            Some(own) => own.level = own.level.max(skill.level),
            None => skills.push(skill),
        }
    }
    skills
}

fn optional<T: std::str::FromStr>(check: &mut Check, field: &str, text: &str) -> Option<T> {
    if text.trim().is_empty() { None } else { check.choice(field, text) }
}

fn number(check: &mut Check, field: &str, text: &str, most: i64) -> Option<u8> {
    if text.trim().is_empty() { None } else { u8::try_from(check.number(field, text, 0, most)).ok() }
}
