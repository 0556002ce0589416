//! A SMART objective: what is measured, from where to where, by when, and which goal of the organisation it serves.

use crate::text::programme as words;
use crate::word::words;
use crate::{Date, ObjectiveId};
use serde::{Deserialize, Serialize};

words! {
    /// Where the figure of an objective comes from: from what happens in the programme, or from a coordinator.
    pub enum Source {
        ByHand = "by-hand",
        /// Approved mentees who have a mentorship, in percent.
        Matched = "matched",
        /// Mentorships at work, a count.
        Mentorships = "mentorships",
        /// Mentorships with at least one goal, in percent.
        GoalsAgreed = "goals-agreed",
        /// Goals whose target is met, in percent of all goals.
        GoalsReached = "goals-reached",
        /// Steps that are done, in percent of all steps.
        StepsDone = "steps-done",
    }
}

impl Source {
    /// "Mentees with a mentorship, in percent".
    pub fn title(self) -> &'static str {
        match self {
            Self::ByHand => words::source_by_hand(),
            Self::Matched => words::source_matched(),
            Self::Mentorships => words::source_mentorships(),
            Self::GoalsAgreed => words::source_goals_agreed(),
            Self::GoalsReached => words::source_goals_reached(),
            Self::StepsDone => words::source_steps_done(),
        }
    }
}

/// One objective. Figures have at most two decimals.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Objective {
    pub id: ObjectiveId,
    #[serde(flatten)]
    pub is: Measured,
}

/// What an objective says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Measured {
    /// What is measured: "Mentees who would recommend the programme".
    pub measure: String,
    /// "%", "people", "of 5".
    pub unit: String,
    pub source: Source,
    pub baseline: f64,
    pub target: f64,
    /// The figure of today where a coordinator enters it ([`Source::ByHand`]).
    pub by_hand: Option<f64>,
    pub due: Option<Date>,
    /// The goal of the organisation that it serves; may be empty.
    pub serves: String,
}

impl Measured {
    /// How far `value` is from baseline to target, 0 to 100. A target below the baseline is approached downwards.
    pub fn progress(&self, value: f64) -> u8 {
        let way = self.target - self.baseline;
        if way == 0.0 {
            return if value >= self.target { 100 } else { 0 };
        }
        (((value - self.baseline) / way).clamp(0.0, 1.0) * 100.0).floor() as u8
    }
}

/// The figures that the programme itself knows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    /// Mentees who are approved.
    pub mentees: u64,
    /// Of those, the ones in a mentorship.
    pub matched: u64,
    /// Mentorships at work.
    pub mentorships: u64,
    /// Of those, the ones with a goal.
    pub with_goal: u64,
    pub goals: u64,
    pub goals_reached: u64,
    pub steps: u64,
    pub steps_done: u64,
}

impl Figures {
    /// The value of an objective today, shares in whole percent; none where it is entered by hand and nobody has yet, or where there is nothing
    /// to count.
    pub fn value(&self, objective: &Measured) -> Option<f64> {
        let share = |part: u64, whole: u64| (whole > 0).then(|| (part as f64 * 100.0 / whole as f64).round());
        match objective.source {
            Source::ByHand => objective.by_hand,
            Source::Matched => share(self.matched, self.mentees),
            Source::Mentorships => Some(self.mentorships as f64),
            Source::GoalsAgreed => share(self.with_goal, self.mentorships),
            Source::GoalsReached => share(self.goals_reached, self.goals),
            Source::StepsDone => share(self.steps_done, self.steps),
        }
    }
}

/// A figure typed with a point or a comma, rounded to two decimals; none where it is none or beyond a billion.
pub fn parse_figure(text: &str) -> Option<f64> {
    let text = text.trim().replace(',', ".");
    let plain = text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '-' | '+'));
    let value: f64 = if plain { text.parse().ok()? } else { return None };
    (value.is_finite() && value.abs() <= 1e9).then(|| round(value))
}

/// "4", "4.25": without zeros that say nothing.
pub fn figure(value: f64) -> String {
    let text = format!("{:.2}", round(value));
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// To two decimals, and never a negative zero.
fn round(value: f64) -> f64 {
    (value * 100.0).round() / 100.0 + 0.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn from_to(baseline: f64, target: f64) -> Measured {
        Measured {
            measure: "m".into(),
            unit: "%".into(),
            source: Source::ByHand,
            baseline,
            target,
            by_hand: None,
            due: None,
            serves: String::new(),
        }
    }

    fn check(baseline: f64, target: f64, value: f64, expect: u8) {
        assert_eq!(from_to(baseline, target).progress(value), expect, "{baseline} to {target} at {value}");
    }

    #[test]
    fn progress_goes_either_way() {
        check(0.0, 4.0, 2.0, 50);
        check(40.0, 80.0, 39.0, 0);
        check(40.0, 80.0, 90.0, 100);
        check(30.0, 10.0, 25.0, 25);
        check(30.0, 10.0, 10.0, 100);
        check(5.0, 5.0, 5.0, 100);
        check(5.0, 5.0, 4.9, 0);
        check(0.0, 3.0, 2.999, 99);
    }

    #[test]
    fn figures_are_read_and_written_as_people_do() {
        for (typed, read) in [
            ("4", Some(4.0)),
            (" 4,25 ", Some(4.25)),
            ("-3", Some(-3.0)),
            ("1e9", None),
            ("", None),
            ("NaN", None),
        ] {
            assert_eq!(parse_figure(typed), read, "{typed}");
        }
        assert_eq!(parse_figure("2000000000"), None);
        for (value, written) in [(4.0, "4"), (4.25, "4.25"), (4.5, "4.5"), (-0.001, "0"), (100.0, "100")] {
            assert_eq!(figure(value), written);
        }
    }

    #[test]
    fn live_figures_are_shares_of_something() {
        let mut objective = from_to(0.0, 90.0);
        objective.source = Source::Matched;
        assert_eq!(Figures::default().value(&objective), None);
        let figures = Figures { mentees: 3, matched: 2, ..Figures::default() };
        assert_eq!(figures.value(&objective), Some(67.0));
        objective.source = Source::Mentorships;
        assert_eq!(Figures::default().value(&objective), Some(0.0));
        objective.source = Source::ByHand;
        objective.by_hand = Some(4.2);
        assert_eq!(figures.value(&objective), Some(4.2));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(hundredths in -100_000_000_i64..100_000_000) {
            let value = hundredths as f64 / 100.0;
            prop_assert_eq!(parse_figure(&figure(value)), Some(round(value)));
        }

        #[test]
        fn progress_never_falls_on_the_way(from in -100.0..100.0_f64, to in -100.0..100.0_f64, a in 0.0..1.0_f64, b in 0.0..1.0_f64) {
            let objective = from_to(from, to);
            let at = |share: f64| objective.progress(from + (to - from) * share);
            prop_assume!(from != to);
            prop_assert!(at(a.min(b)) <= at(a.max(b)));
        }
    }
}
