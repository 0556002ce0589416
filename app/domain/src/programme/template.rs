//! The template library: programmes that many organisations run, with texts that can be used as they are.
//!
//! A template is only where a programme starts; everything of it can be changed afterwards, and a later change of a
//! template changes no programme.

use super::objective::{Measured, Source};
use super::phase::Dates;
use super::{Acceptance, CapacityRule, Description, Format, PhaseKind, Rules};
use crate::Date;
use crate::criteria::{Criteria, Criterion, CriterionKind};
use crate::text::programme::template as words;
use crate::word::words;
use chrono::Days;

words! {
    /// A programme to start from.
    pub enum Template {
        WomenInTech = "women-in-tech", Onboarding = "onboarding", Leadership = "leadership", Reverse = "reverse",
        Returners = "returners", Circle = "circle", Blank = "blank",
    }
}

/// A phase relative to the start: first week (0 is the first) and number of weeks.
type Weeks = (PhaseKind, u64, u64);

impl Template {
    /// "Women in tech".
    pub fn title(self) -> &'static str {
        match self {
            Self::WomenInTech => words::women_title(),
            Self::Onboarding => words::onboarding_title(),
            Self::Leadership => words::leadership_title(),
            Self::Reverse => words::reverse_title(),
            Self::Returners => words::returners_title(),
            Self::Circle => words::circle_title(),
            Self::Blank => words::blank_title(),
        }
    }

    /// Whom it suits, in a sentence or two.
    pub fn summary(self) -> &'static str {
        match self {
            Self::WomenInTech => words::women_summary(),
            Self::Onboarding => words::onboarding_summary(),
            Self::Leadership => words::leadership_summary(),
            Self::Reverse => words::reverse_summary(),
            Self::Returners => words::returners_summary(),
            Self::Circle => words::circle_summary(),
            Self::Blank => words::blank_summary(),
        }
    }

    /// The texts of a programme called `name`.
    pub fn description(self, name: &str) -> Description {
        let (purpose, mentors, mentees) = match self {
            Self::WomenInTech => (words::women_purpose(), words::women_mentors(), words::women_mentees()),
            Self::Onboarding => {
                (words::onboarding_purpose(), words::onboarding_mentors(), words::onboarding_mentees())
            }
            Self::Leadership => {
                (words::leadership_purpose(), words::leadership_mentors(), words::leadership_mentees())
            }
            Self::Reverse => (words::reverse_purpose(), words::reverse_mentors(), words::reverse_mentees()),
            Self::Returners => {
                (words::returners_purpose(), words::returners_mentors(), words::returners_mentees())
            }
            Self::Circle => (words::circle_purpose(), words::circle_mentors(), words::circle_mentees()),
            Self::Blank => ("", "", ""),
        };
        Description {
            name: name.into(),
            purpose: purpose.into(),
            mentors: mentors.into(),
            mentees: mentees.into(),
        }
    }

    /// Format, acceptance and capacity.
    pub fn rules(self) -> Rules {
        let (format, acceptance, (mentor_default, mentor_most, proposal_days)) = match self {
            Self::WomenInTech => (Format::OneToOne, Acceptance::Both, (2, 3, 10)),
            Self::Onboarding => (Format::OneToOne, Acceptance::Mentor, (1, 2, 5)),
            Self::Leadership => (Format::OneToOne, Acceptance::Both, (1, 2, 14)),
            Self::Reverse => (Format::Reverse, Acceptance::Both, (1, 1, 10)),
            Self::Returners => (Format::OneToOne, Acceptance::Both, (1, 2, 10)),
            Self::Circle => (Format::Group, Acceptance::Mentor, (5, 8, 7)),
            Self::Blank => (Format::OneToOne, Acceptance::Both, (1, 3, 10)),
        };
        // A circle of two is a pair.
        let mentor_fewest = if format == Format::Group { 3 } else { 1 };
        Rules {
            format,
            acceptance,
            sign_off: false,
            capacity: CapacityRule { mentor_default, mentor_most, mentor_fewest, proposal_days },
        }
    }

    fn weeks(self) -> [Weeks; 5] {
        use PhaseKind::{Close, Match, Prepare, Recruit, Work};
        match self {
            Self::WomenInTech | Self::Blank => {
                [(Recruit, 0, 4), (Prepare, 3, 2), (Match, 4, 2), (Work, 6, 24), (Close, 30, 2)]
            }
            Self::Onboarding => {
                [(Recruit, 0, 2), (Prepare, 1, 1), (Match, 2, 1), (Work, 3, 12), (Close, 15, 1)]
            }
            Self::Leadership => {
                [(Recruit, 0, 4), (Prepare, 3, 3), (Match, 5, 3), (Work, 8, 40), (Close, 48, 3)]
            }
            Self::Reverse => [(Recruit, 0, 3), (Prepare, 2, 2), (Match, 3, 2), (Work, 5, 20), (Close, 25, 2)],
            Self::Returners => {
                [(Recruit, 0, 4), (Prepare, 3, 2), (Match, 4, 2), (Work, 6, 26), (Close, 32, 2)]
            }
            Self::Circle => [(Recruit, 0, 3), (Prepare, 2, 1), (Match, 3, 1), (Work, 4, 16), (Close, 20, 1)],
        }
    }

    /// The phases of a programme that starts on `start`; they end on the last day of their last week.
    pub fn phases(self, start: Date) -> Vec<Dates> {
        let day = |days: u64| start.checked_add_days(Days::new(days)).unwrap_or(start);
        self.weeks()
            .into_iter()
            .map(|(kind, from, weeks)| (kind, day(from * 7), day((from + weeks) * 7 - 1)))
            .collect()
    }

    /// The objectives of a programme that starts on `start`: due when the work ends, or when it should have begun.
    pub fn objectives(self, start: Date) -> Vec<Measured> {
        let phases = self.phases(start);
        let end_of = |kind: PhaseKind| phases.iter().find(|phase| phase.0 == kind).map(|phase| phase.2);
        let objective = |measure: &str,
                         (unit, source, baseline, target): Goal,
                         until: PhaseKind,
                         serves: &str| Measured {
            measure: measure.into(),
            unit: unit.into(),
            source,
            baseline,
            target,
            by_hand: None,
            due: end_of(until),
            serves: serves.into(),
        };
        let percent = |source, target| (words::percent(), source, 0.0, target);
        use PhaseKind::{Close, Match, Work};
        match self {
            Self::WomenInTech => vec![
                objective(
                    words::measure_matched(),
                    percent(Source::Matched, 90.0),
                    Match,
                    words::women_serves_place(),
                ),
                objective(
                    words::measure_reached(),
                    percent(Source::GoalsReached, 70.0),
                    Work,
                    words::women_serves_grow(),
                ),
                objective(
                    words::women_roles(),
                    (words::women_unit(), Source::ByHand, 11.0, 16.0),
                    Close,
                    words::women_serves_roles(),
                ),
            ],
            Self::Onboarding => vec![
                objective(
                    words::onboarding_paired(),
                    percent(Source::Matched, 100.0),
                    Match,
                    words::onboarding_serves_welcome(),
                ),
                objective(
                    words::measure_steps(),
                    percent(Source::StepsDone, 80.0),
                    Work,
                    words::onboarding_serves_speed(),
                ),
                objective(
                    words::onboarding_stay(),
                    (words::percent(), Source::ByHand, 88.0, 95.0),
                    Close,
                    words::onboarding_serves_stay(),
                ),
            ],
            Self::Leadership => vec![
                objective(
                    words::measure_agreed(),
                    percent(Source::GoalsAgreed, 100.0),
                    Work,
                    words::leadership_serves_bench(),
                ),
                objective(
                    words::measure_reached(),
                    percent(Source::GoalsReached, 75.0),
                    Work,
                    words::leadership_serves_bench(),
                ),
                objective(
                    words::leadership_inside(),
                    (words::percent(), Source::ByHand, 45.0, 60.0),
                    Close,
                    words::leadership_serves_inside(),
                ),
            ],
            Self::Reverse => vec![
                objective(
                    words::reverse_pairs(),
                    (words::pairs_unit(), Source::Mentorships, 0.0, 15.0),
                    Match,
                    words::reverse_serves_listen(),
                ),
                objective(
                    words::reverse_changed(),
                    (words::decisions_unit(), Source::ByHand, 0.0, 10.0),
                    Close,
                    words::reverse_serves_decide(),
                ),
            ],
            Self::Returners => vec![
                objective(
                    words::returners_matched(),
                    percent(Source::Matched, 100.0),
                    Match,
                    words::returners_serves_return(),
                ),
                objective(
                    words::measure_agreed(),
                    percent(Source::GoalsAgreed, 90.0),
                    Work,
                    words::returners_serves_career(),
                ),
                objective(
                    words::returners_stay(),
                    (words::percent(), Source::ByHand, 79.0, 90.0),
                    Close,
                    words::returners_serves_stay(),
                ),
            ],
            Self::Circle => vec![
                objective(
                    words::circle_members(),
                    percent(Source::Matched, 95.0),
                    Match,
                    words::circle_serves_share(),
                ),
                objective(
                    words::circle_steps(),
                    percent(Source::StepsDone, 70.0),
                    Work,
                    words::circle_serves_practice(),
                ),
            ],
            Self::Blank => vec![],
        }
    }

    /// What makes two people fit here: the usual reasons, weighed for what this programme is about.
    pub fn criteria(self) -> Criteria {
        use CriterionKind::{Availability, Experience, Goals, Interests, OtherTeam, Skills, Style, TimeZone};
        let (weights, other_team): (&[(CriterionKind, u8)], bool) = match self {
            Self::WomenInTech => (&[], true),
            Self::Onboarding => {
                (&[(Skills, 8), (Goals, 10), (Interests, 20), (TimeZone, 16), (Experience, 4)], true)
            }
            Self::Leadership => (&[(Goals, 26), (Experience, 16), (Style, 16), (Skills, 12)], true),
            // The junior is the mentor, so more experience is no help here.
            Self::Reverse => (&[(Skills, 26), (Experience, 0), (Style, 18)], true),
            Self::Returners => (&[(Availability, 18), (TimeZone, 12), (Interests, 12), (Goals, 16)], false),
            Self::Circle => (&[(Skills, 36), (Goals, 14), (TimeZone, 12), (Style, 6)], false),
            Self::Blank => (&[], false),
        };
        let Criteria(mut all) = Criteria::default();
        for one in &mut all {
            one.weight =
                weights.iter().find(|(kind, _)| *kind == one.kind).map_or(one.weight, |(_, weight)| *weight);
            one.hard |= other_team && one.kind == OtherTeam;
        }
        Criteria(all.into_iter().filter(Criterion::is_used).collect())
    }
}

/// Unit, source, baseline and target.
type Goal = (&'static str, Source, f64, f64);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::parse_date;
    use crate::programme::form::{CriteriaForm, DescribeForm, ObjectiveForm, PhasesForm, RulesForm};
    use crate::programme::phase;

    #[test]
    fn every_template_passes_its_own_forms() {
        let start = parse_date("2026-11-30").unwrap();
        for template in Template::ALL {
            let description = template.description("Name");
            assert!(template.title().len() > 3 && template.summary().len() > 40, "{template}");
            if *template != Template::Blank {
                assert_eq!(DescribeForm::from(&description).read(), Ok(description), "{template}");
                assert!((2..=3).contains(&template.objectives(start).len()), "{template}");
            }
            assert_eq!(RulesForm::from(&template.rules()).read(), Ok(template.rules()), "{template}");
            assert_eq!(
                CriteriaForm::from(&template.criteria()).read(),
                Ok(template.criteria()),
                "{template}"
            );
            let phases = template.phases(start);
            assert_eq!(phase::problems(&phases), vec![], "{template}");
            assert_eq!(phases.first().map(|phase| phase.1), Some(start));
            let form = PhasesForm {
                starts: phases.iter().map(|phase| phase.1.to_string()).collect(),
                ends: phases.iter().map(|phase| phase.2.to_string()).collect(),
            };
            assert_eq!(form.read(), Ok(phases), "{template}");
            for objective in template.objectives(start) {
                assert!(objective.due.is_some_and(|due| due > start), "{}", objective.measure);
                assert_eq!(ObjectiveForm::from(&objective).read(), Ok(objective));
            }
        }
    }
}
