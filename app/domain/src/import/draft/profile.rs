//! What one row says about somebody beyond who they are.

use super::row::Reader;
use crate::Role;
use crate::import::zone::Zones;
use crate::import::{Field, Reason, clean, language, value};
use crate::person::Skill;

/// The most values of one list, and the most characters of one value (a goal may have four times as many).
const MOST_VALUES: usize = 100;
const LONGEST_VALUE: usize = 80;

impl Reader<'_> {
    pub(super) fn profile(&mut self, zones: &Zones) {
        let mentors = self.outcome.draft.roles.contains(&Role::Mentor);
        let mut profile = std::mem::take(&mut self.outcome.draft.profile);
        profile.job = self.plain(Field::Job).unwrap_or_default();
        profile.pronouns = self.plain(Field::Pronouns).unwrap_or_default();
        profile.availability = self.plain(Field::Availability).unwrap_or_default();
        profile.biography = self.plain(Field::Biography).unwrap_or_default();
        profile.seniority = self.value(Field::Seniority, value::seniority);
        profile.experience_years = self.value(Field::Experience, value::experience);
        profile.meeting = self.value(Field::Meeting, value::meeting);
        profile.style = self.value(Field::Style, value::style);
        let zone = self.value(Field::TimeZone, |text| zones.find(text).ok_or(Reason::NotAZone));
        profile.time_zone = zone.unwrap_or_default();
        // What a mentee's row says about places means nothing, so it cannot be wrong either.
        profile.capacity = mentors.then(|| self.value(Field::Capacity, value::capacity)).flatten();
        let languages = self.list(Field::Languages, LONGEST_VALUE);
        profile.languages = unique(languages.iter().map(|text| language::canonical(text)));
        profile.goals = self.list(Field::Goals, 4 * LONGEST_VALUE);
        profile.interests = self.list(Field::Interests, LONGEST_VALUE);
        let skills = self.skills(Field::Skills);
        profile.skills_offered = self.skills(Field::SkillsOffered);
        profile.skills_wanted = self.skills(Field::SkillsWanted);
        if mentors {
            profile.skills_offered.extend(skills)
        } else {
            profile.skills_wanted.extend(skills)
        }
        self.outcome.draft.profile = profile;
    }

    fn skills(&mut self, field: Field) -> Vec<Skill> {
        let mut skills: Vec<Skill> = Vec::new();
        for skill in self.list(field, LONGEST_VALUE).iter().map(|text| value::skill(text)) {
            if !skills.iter().any(|known| known.name == skill.name) {
                skills.push(skill);
            }
        }
        skills
    }

    /// The values of all columns of `field`, none twice; too long ones are left out with a note.
    fn list(&mut self, field: Field, longest: usize) -> Vec<String> {
        let mut values = Vec::new();
        for (at, cell) in self.cells(field) {
            if clean::is_spreadsheet_error(cell) {
                self.object(at, Reason::SpreadsheetError);
                continue;
            }
            let split = self.columns.splitters[at].split(clean::unguard(cell));
            let (short, long): (Vec<_>, Vec<_>) =
                split.into_iter().partition(|value| value.chars().count() <= longest);
            if !long.is_empty() {
                self.object(at, Reason::TooLong { limit: longest });
            }
            values.extend(short);
        }
        let mut values = unique(values.into_iter());
        values.truncate(MOST_VALUES);
        values
    }
}

fn unique(values: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen = std::collections::HashSet::new();
    values.filter(|value| seen.insert(value.to_lowercase())).collect()
}
