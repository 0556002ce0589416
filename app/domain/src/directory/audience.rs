//! Who can see which field of a profile.

use crate::person::{Employment, Profile};
use crate::text::directory as words;
use crate::word::words;

words! {
    /// Who can see a field, from the fewest to the most. Everybody sees what is theirs.
    pub enum Audience { Oneself = "oneself", Coordinators = "coordinators", Match = "match", Participants = "participants" }
}

words! {
    /// A field of a profile; the word is the form's field name.
    pub enum ProfileField {
        Job = "job", Pronouns = "pronouns", Biography = "biography", Seniority = "seniority",
        ExperienceYears = "experience_years", SkillsOffered = "skills_offered", SkillsWanted = "skills_wanted",
        Goals = "goals", Interests = "interests", Languages = "languages", TimeZone = "time_zone",
        Availability = "availability", Meeting = "meeting", Style = "style", Capacity = "capacity",
        Team = "team", Location = "location", Manager = "manager_email", ExternalId = "external_id",
    }
}

impl Audience {
    /// "People of your programmes".
    pub fn sentence(self) -> &'static str {
        match self {
            Self::Oneself => words::seen_by_oneself(),
            Self::Coordinators => words::seen_by_coordinators(),
            Self::Match => words::seen_by_match(),
            Self::Participants => words::seen_by_participants(),
        }
    }

    /// Whether a reader of this kind may read what is for `audience`.
    pub fn reads(self, audience: Self) -> bool {
        match self {
            Self::Oneself => true,
            // A match reads what is for matches and for all participants; a coordinator reads that as well, because
            // the board shows it, and what is for coordinators only.
            Self::Coordinators => audience != Self::Oneself,
            Self::Match => matches!(audience, Self::Match | Self::Participants),
            Self::Participants => audience == Self::Participants,
        }
    }
}

impl ProfileField {
    /// Who can see it, beside oneself.
    pub fn audience(self) -> Audience {
        match self {
            Self::Manager | Self::ExternalId => Audience::Coordinators,
            Self::SkillsWanted | Self::Goals => Audience::Match,
            _ => Audience::Participants,
        }
    }

    /// The label beside the field.
    pub fn label(self) -> &'static str {
        match self {
            Self::Job => words::job(),
            Self::Pronouns => words::pronouns(),
            Self::Biography => words::biography(),
            Self::Seniority => words::seniority(),
            Self::ExperienceYears => words::experience_years(),
            Self::SkillsOffered => words::skills_offered(),
            Self::SkillsWanted => words::skills_wanted(),
            Self::Goals => words::goals(),
            Self::Interests => words::interests(),
            Self::Languages => words::languages(),
            Self::TimeZone => words::time_zone(),
            Self::Availability => words::availability(),
            Self::Meeting => words::meeting(),
            Self::Style => words::style(),
            Self::Capacity => words::capacity(),
            Self::Team => words::team(),
            Self::Location => words::location(),
            Self::Manager => words::manager(),
            Self::ExternalId => words::external_id(),
        }
    }
}

/// A profile with everything left out that its reader may not see.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Seen {
    employment: Employment,
    profile: Profile,
}

impl Seen {
    /// What a reader of the kind `reader` sees of a person.
    pub fn by(reader: Audience, employment: &Employment, profile: &Profile) -> Self {
        let (mut employment, mut profile) = (employment.clone(), profile.clone());
        for field in ProfileField::ALL.iter().filter(|field| !reader.reads(field.audience())) {
            match field {
                ProfileField::Job => profile.job.clear(),
                ProfileField::Pronouns => profile.pronouns.clear(),
                ProfileField::Biography => profile.biography.clear(),
                ProfileField::Seniority => profile.seniority = None,
                ProfileField::ExperienceYears => profile.experience_years = None,
                ProfileField::SkillsOffered => profile.skills_offered.clear(),
                ProfileField::SkillsWanted => profile.skills_wanted.clear(),
                ProfileField::Goals => profile.goals.clear(),
                ProfileField::Interests => profile.interests.clear(),
                ProfileField::Languages => profile.languages.clear(),
                ProfileField::TimeZone => profile.time_zone.clear(),
                ProfileField::Availability => profile.availability.clear(),
                ProfileField::Meeting => profile.meeting = None,
                ProfileField::Style => profile.style = None,
                ProfileField::Capacity => profile.capacity = None,
                ProfileField::Team => employment.team.clear(),
                ProfileField::Location => employment.location.clear(),
                ProfileField::Manager => employment.manager_email.clear(),
                ProfileField::ExternalId => employment.external_id = None,
            }
        }
        Self { employment, profile }
    }

    /// The organisation's part.
    pub fn employment(&self) -> &Employment {
        &self.employment
    }

    /// The person's own part.
    pub fn profile(&self) -> &Profile {
        &self.profile
    }

    pub(super) fn into_parts(self) -> (Employment, Profile) {
        (self.employment, self.profile)
    }
}
