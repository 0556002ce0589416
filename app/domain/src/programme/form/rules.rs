//! How people are matched: format, acceptance, capacity, and what makes two people fit.

use crate::criteria::{Criteria, Criterion, CriterionKind, Flaw};
use crate::form::{Check, FieldError, Problem};
use crate::programme::{Acceptance, CapacityRule, Format, Rules};
use serde::{Deserialize, Serialize};

/// Format, acceptance and capacity.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RulesForm {
    pub format: String,
    pub acceptance: String,
    /// Not empty where it is ticked.
    pub sign_off: String,
    pub mentor_default: String,
    pub mentor_most: String,
    /// Empty where any number will do.
    pub mentor_fewest: String,
    pub proposal_days: String,
}

impl RulesForm {
    /// The rules, or what is wrong.
    pub fn read(&self) -> Result<Rules, Vec<FieldError>> {
        let mut check = Check::default();
        let format = check.choice("format", &self.format);
        let acceptance = check.choice("acceptance", &self.acceptance);
        let small = |check: &mut Check, field: &str, value: &str, least, most| {
            u8::try_from(check.number(field, value, least, most)).unwrap_or(u8::MAX)
        };
        let mentor_most = small(&mut check, "mentor_most", &self.mentor_most, 1, 50);
        let mentor_default = small(&mut check, "mentor_default", &self.mentor_default, 0, 50);
        // A pair has two; what was said for a group is not kept for another format.
        let mentor_fewest = match (format, self.mentor_fewest.trim()) {
            (Some(Format::Group), typed) if !typed.is_empty() => {
                // Whoever has not said how many they offer must be able to begin.
                let most = if mentor_default > 0 { mentor_default.min(mentor_most) } else { mentor_most };
                small(&mut check, "mentor_fewest", typed, 1, i64::from(most.clamp(1, 50)))
            }
            _ => 1,
        };
        let proposal_days = small(&mut check, "proposal_days", &self.proposal_days, 1, 60);
        if mentor_default > mentor_most {
            let most = i64::from(mentor_most);
            check.refuse("mentor_default", Problem::OutOfRange { least: 0, most });
        }
        check.done(Rules {
            format: format.unwrap_or(Format::OneToOne),
            acceptance: acceptance.unwrap_or(Acceptance::Both),
            sign_off: !self.sign_off.is_empty(),
            capacity: CapacityRule { mentor_default, mentor_most, mentor_fewest, proposal_days },
        })
    }
}

impl From<&Rules> for RulesForm {
    fn from(is: &Rules) -> Self {
        Self {
            format: is.format.to_string(),
            acceptance: is.acceptance.to_string(),
            sign_off: if is.sign_off { "true".into() } else { String::new() },
            mentor_default: is.capacity.mentor_default.to_string(),
            mentor_most: is.capacity.mentor_most.to_string(),
            mentor_fewest: is.capacity.mentor_fewest.to_string(),
            proposal_days: is.capacity.proposal_days.to_string(),
        }
    }
}

/// One weight for each of [`CriterionKind::ALL`], and the kinds that are hard rules.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CriteriaForm {
    #[serde(default)]
    pub weights: Vec<String>,
    #[serde(default)]
    pub hard: Vec<String>,
}

impl CriteriaForm {
    /// The criteria, or what is wrong. Fields are named `weights-skills`; an empty weight is 0.
    pub fn read(&self) -> Result<Criteria, Vec<FieldError>> {
        let mut check = Check::default();
        let mut criteria = Vec::new();
        for (place, kind) in CriterionKind::ALL.iter().enumerate() {
            let typed = self.weights.get(place).map_or("", |text| text.trim());
            let most = i64::from(Criterion::MOST);
            let weight = match typed {
                "" => 0,
                typed => check.number(&format!("weights-{kind}"), typed, 0, most),
            };
            let hard = kind.may_be_rule() && self.hard.iter().any(|word| word == kind.as_str());
            criteria.push(Criterion { kind: *kind, weight: u8::try_from(weight).unwrap_or_default(), hard });
        }
        let criteria = Criteria(criteria.into_iter().filter(Criterion::is_used).collect());
        if criteria.flaw() == Some(Flaw::NothingCounts) {
            check.refuse("weights", Problem::NothingChosen);
        }
        check.done(criteria)
    }
}

impl From<&Criteria> for CriteriaForm {
    fn from(is: &Criteria) -> Self {
        let all = CriterionKind::ALL;
        Self {
            weights: all.iter().map(|kind| is.get(*kind).weight.to_string()).collect(),
            hard: all.iter().filter(|kind| is.get(**kind).hard).map(ToString::to_string).collect(),
        }
    }
}
