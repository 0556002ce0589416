//! What a column of a list of people can hold.

use crate::text::import as words;
use crate::word::words as closed;

closed! {
    /// What one column means to Trellis. The words are those of `--map "Heading=field"`.
    pub enum Field {
        Name = "name",
        FirstName = "first-name",
        LastName = "last-name",
        Email = "email",
        ExternalId = "external-id",
        Role = "role",
        /// Yes or no: takes part as a mentor.
        Mentor = "mentor",
        /// Yes or no: takes part as a mentee.
        Mentee = "mentee",
        Team = "team",
        Manager = "manager",
        Location = "location",
        Job = "job",
        Seniority = "seniority",
        Experience = "experience",
        SkillsOffered = "skills-offered",
        SkillsWanted = "skills-wanted",
        /// Offered by a mentor, wanted by a mentee.
        Skills = "skills",
        Goals = "goals",
        Interests = "interests",
        Languages = "languages",
        TimeZone = "time-zone",
        Availability = "availability",
        Meeting = "meeting",
        Style = "style",
        Pronouns = "pronouns",
        Capacity = "capacity",
        Biography = "biography",
        Ignore = "ignore",
    }
}

impl Field {
    /// What a person reads for this field.
    pub fn label(self) -> &'static str {
        match self {
            Self::Name => words::field_name(),
            Self::FirstName => words::field_first_name(),
            Self::LastName => words::field_last_name(),
            Self::Email => words::field_email(),
            Self::ExternalId => words::field_external_id(),
            Self::Role => words::field_role(),
            Self::Mentor => words::field_mentor(),
            Self::Mentee => words::field_mentee(),
            Self::Team => words::field_team(),
            Self::Manager => words::field_manager(),
            Self::Location => words::field_location(),
            Self::Job => words::field_job(),
            Self::Seniority => words::field_seniority(),
            Self::Experience => words::field_experience(),
            Self::SkillsOffered => words::field_skills_offered(),
            Self::SkillsWanted => words::field_skills_wanted(),
            Self::Skills => words::field_skills(),
            Self::Goals => words::field_goals(),
            Self::Interests => words::field_interests(),
            Self::Languages => words::field_languages(),
            Self::TimeZone => words::field_time_zone(),
            Self::Availability => words::field_availability(),
            Self::Meeting => words::field_meeting(),
            Self::Style => words::field_style(),
            Self::Pronouns => words::field_pronouns(),
            Self::Capacity => words::field_capacity(),
            Self::Biography => words::field_biography(),
            Self::Ignore => words::field_ignore(),
        }
    }

    /// Whether a cell holds several values, split at the separator found in its column.
    pub fn is_list(self) -> bool {
        matches!(
            self,
            Self::SkillsOffered
                | Self::SkillsWanted
                | Self::Skills
                | Self::Goals
                | Self::Interests
                | Self::Languages
        )
    }

    /// What stands between the cells of several columns of this field; none where only one column may hold it.
    pub fn joins_with(self) -> Option<&'static str> {
        match self {
            Self::FirstName | Self::LastName => Some(" "),
            Self::Location => Some(", "),
            Self::Availability => Some("; "),
            Self::Biography => Some("\n"),
            // A list of columns is one list; each cell is split by itself.
            field if field.is_list() => Some("\n"),
            Self::Ignore => Some(""),
            _ => None,
        }
    }

    /// Whether a cell of this field that cannot be understood refuses its row. Anything else is left empty with a
    /// note: who somebody is and what they take part as has to be right, the rest they can fill in themselves.
    pub fn matters(self) -> bool {
        matches!(
            self,
            Self::Name
                | Self::FirstName
                | Self::LastName
                | Self::Email
                | Self::ExternalId
                | Self::Role
                | Self::Mentor
                | Self::Mentee
                | Self::Capacity
        )
    }

    /// The most characters that a cell of this field may have.
    pub fn limit(self) -> usize {
        match self {
            Self::Email | Self::Manager => 254,
            Self::ExternalId => 100,
            Self::Biography => 4_000,
            Self::Ignore => usize::MAX,
            field if field.is_list() => 4_000,
            Self::Pronouns => 40,
            _ => 200,
        }
    }
}
