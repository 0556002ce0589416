//! What is said about a pair: whether it may be, how well it fits, and why.

use super::share::WHOLE;
use super::{Criteria, CriterionKind, Share};
use crate::person::{Meeting, Seniority, Style};
use crate::text::criteria as words;
use serde::{Deserialize, Serialize};

/// A rule that a pair would break.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Rule {
    /// Nobody mentors themselves.
    Oneself,
    /// A hard criterion of the programme.
    Criterion(CriterionKind),
    /// One of the two has declined the other before.
    Declined,
    /// One of the two would rather not be matched with the other. Who, and that it is this, nobody is told.
    Apart,
}

impl Rule {
    /// "They are in the same team."
    pub fn sentence(self) -> &'static str {
        match self {
            Self::Oneself => words::oneself(),
            Self::Declined => words::declined_before(),
            Self::Apart => words::confidential(),
            Self::Criterion(kind) => match kind {
                CriterionKind::Goals => words::no_goal(),
                CriterionKind::Skills => words::no_skill(),
                CriterionKind::Style => words::opposite_style(),
                CriterionKind::Experience => words::less_experience(),
                CriterionKind::Interests => words::no_interest(),
                CriterionKind::Availability => words::no_time(),
                CriterionKind::TimeZone => words::no_overlap(),
                CriterionKind::Meeting => words::no_meeting(),
                CriterionKind::Languages => words::no_language(),
                CriterionKind::OtherTeam => words::same_team(),
                CriterionKind::OwnManager => words::own_manager(),
                CriterionKind::Earlier => words::together_before(),
                CriterionKind::Wish => words::no_wish(),
                CriterionKind::Background => words::no_difference(),
            },
        }
    }
}

/// A skill that is offered in place of a wanted one that is not, its close relative.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StandIn {
    pub wanted: String,
    pub offered: String,
}

/// What a reason is about, as people wrote it; lists are sorted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Detail {
    /// Of what the mentee asks for, what the mentor has, what they have something close to, and what not.
    Covered {
        met: Vec<String>,
        #[serde(default)]
        close: Vec<StandIn>,
        lacking: Vec<String>,
    },
    /// What the two have in common.
    Common(Vec<String>),
    /// How many minutes of the working day they share.
    Overlap(u16),
    Styles(Style, Style),
    Meetings(Meeting, Meeting),
    /// How many years more the mentor has.
    Years(i16),
    /// The mentee's and the mentor's.
    Bands(Seniority, Seniority),
    /// The place of the mentor among the mentee's wishes, and of the mentee among the mentor's, from 1 on.
    Ranks {
        mentee: Option<u16>,
        mentor: Option<u16>,
    },
    /// In how many of the answers that both have let be compared the two differ. Which these are is not said.
    Apart {
        apart: u16,
        both: u16,
    },
    /// The share says it all.
    Plain,
}

/// One reason of a pair.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    pub kind: CriterionKind,
    pub share: Share,
    /// As it counts for the two: double, where it matters to one of them.
    pub weight: u8,
    pub hard: bool,
    pub detail: Detail,
}

/// A pair that may be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fit {
    /// Millionths, 0 to 1,000,000.
    pub score: i64,
    /// In the order of the programme's criteria.
    pub reasons: Vec<Reason>,
}

/// Whether a pair may be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome {
    Allowed(Fit),
    Forbidden(Rule),
}

impl CriterionKind {
    /// The name of the reason: "Skills wanted are offered".
    pub fn title(self) -> &'static str {
        match self {
            Self::Goals => words::goals(),
            Self::Skills => words::skills(),
            Self::Style => words::style(),
            Self::Experience => words::experience(),
            Self::Interests => words::interests(),
            Self::Availability => words::availability(),
            Self::TimeZone => words::time_zone(),
            Self::Meeting => words::meeting(),
            Self::Languages => words::languages(),
            Self::OtherTeam => words::other_team(),
            Self::OwnManager => words::not_own_manager(),
            Self::Earlier => words::new_to_each_other(),
            Self::Wish => words::wish(),
            Self::Background => words::background(),
        }
    }

    /// What the criterion counts, for who sets its weight.
    pub fn explanation(self) -> &'static str {
        match self {
            Self::Goals => words::goals_why(),
            Self::Skills => words::skills_why(),
            Self::Style => words::style_why(),
            Self::Experience => words::experience_why(),
            Self::Interests => words::interests_why(),
            Self::Availability => words::availability_why(),
            Self::TimeZone => words::time_zone_why(),
            Self::Meeting => words::meeting_why(),
            Self::Languages => words::languages_why(),
            Self::OtherTeam => words::other_team_why(),
            Self::OwnManager => words::own_manager_why(),
            Self::Earlier => words::earlier_why(),
            Self::Wish => words::wish_why(),
            Self::Background => words::background_why(),
        }
    }

    /// What the criterion forbids as a hard rule.
    pub fn rule(self) -> &'static str {
        Rule::Criterion(self).sentence()
    }
}

impl Reason {
    /// Whether participants may read it. Ranks and backgrounds are between each person and the coordinators, and so is who
    /// manages whom:
    /// a reason with a part of a share there would say whose manager two people have in common.
    pub fn is_for_participants(&self) -> bool {
        match self.kind {
            CriterionKind::Wish | CriterionKind::Background => false,
            CriterionKind::OtherTeam | CriterionKind::OwnManager => {
                self.share.value().is_none_or(|value| value == 0 || value == WHOLE)
            }
            _ => true,
        }
    }

    /// As participants may read it, none where they may not. Its weight is that of the programme: what matters to one of
    /// the two more than usual is not for the other.
    pub fn for_participants(self, criteria: &Criteria) -> Option<Self> {
        let weight = criteria.get(self.kind).weight;
        self.is_for_participants().then_some(Self { weight, ..self })
    }

    /// The share in whole hundredths, where there is one.
    pub fn percent(&self) -> Option<u8> {
        self.share.value().map(|value| (value / 10) as u8)
    }
}
