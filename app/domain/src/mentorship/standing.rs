//! How far a goal is, and what a glance at it should say.

use super::{Amount, Goal, Plan, StepState};
use crate::text::{calendar, mentorship as words};
use crate::{Date, Instant};
use serde::{Deserialize, Serialize};

/// How far something is: `done` of `of`, in steps or in the goal's own unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Growth {
    /// From 0 to 100.
    pub percent: u8,
    /// "2 of 4 reviews", "1 of 3 steps".
    pub words: String,
}

/// The one mark beside a goal's title.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Standing {
    Reached,
    /// So many days over the date.
    Overdue(u32),
    /// No step is planned.
    NoSteps,
    /// Every open step is over its date.
    StepsOverdue,
    /// No step was changed for so many days.
    Quiet(u32),
    OnCourse,
}

impl Standing {
    /// The mark's text.
    pub fn words(self) -> String {
        match self {
            Self::Reached => words::reached().to_owned(),
            Self::Overdue(days) => words::overdue(calendar::days(u64::from(days))),
            Self::NoSteps => words::no_steps().to_owned(),
            Self::StepsOverdue => words::steps_overdue().to_owned(),
            Self::Quiet(days) => words::quiet(calendar::days(u64::from(days))),
            Self::OnCourse => words::on_course().to_owned(),
        }
    }

    /// Whether the members should look at it.
    pub fn needs_a_look(self) -> bool {
        matches!(self, Self::Overdue(_) | Self::NoSteps | Self::StepsOverdue | Self::Quiet(_))
    }
}

impl Goal {
    /// Where a goal with a target stands: where it began as long as nobody has said otherwise.
    pub fn stands_at(&self) -> Option<Amount> {
        self.target.map(|_| self.current.or(self.baseline).unwrap_or_default())
    }

    /// How far the goal is on its own scale, in percent; none where it has no numbers.
    fn measured(&self) -> Option<u8> {
        let (target, current) = (self.target?.0, self.stands_at()?.0);
        let baseline = self.baseline.map_or(0, |amount| amount.0);
        if target == baseline {
            return Some(if current == target { 100 } else { 0 });
        }
        let share = i128::from(current - baseline) * 100 / i128::from(target - baseline);
        Some(share.clamp(0, 100) as u8)
    }
}

impl Plan {
    /// How far a goal is: by its numbers where it has them, else by its steps.
    pub fn growth(&self, goal: &Goal) -> Growth {
        match (goal.measured(), goal.stands_at(), goal.target) {
            (Some(percent), Some(current), Some(target)) => {
                Growth { percent, words: words::so_far(current, target, &goal.unit).trim_end().to_owned() }
            }
            _ => {
                let all = self.steps(goal.id).count();
                let done = self.steps(goal.id).filter(|step| step.state == StepState::Done).count();
                let percent = (done * 100).checked_div(all).unwrap_or(0) as u8;
                Growth { percent, words: words::steps_so_far(done, all) }
            }
        }
    }

    /// The mark of a goal on the day `today` at the moment `now`.
    pub fn standing(&self, goal: &Goal, today: Date, now: Instant) -> Standing {
        let last = self.steps(goal.id).map(|step| step.touched.at).chain([goal.touched.at]).max();
        let quiet = last.map_or(0, |last| (now.0 - last.0) / Instant::DAY);
        let growth = self.growth(goal);
        let late = goal.due.map_or(0, |due| (today - due).num_days());
        let mut open = self.steps(goal.id).filter(|step| step.state != StepState::Done).peekable();
        match () {
            () if growth.percent == 100 => Standing::Reached,
            () if late > 0 => Standing::Overdue(late as u32),
            () if self.steps(goal.id).next().is_none() => Standing::NoSteps,
            () if open.peek().is_some() && open.all(|step| step.due.is_some_and(|due| due < today)) => {
                Standing::StepsOverdue
            }
            () if quiet >= 14 => Standing::Quiet(u32::try_from(quiet).unwrap_or(u32::MAX)),
            () => Standing::OnCourse,
        }
    }

    /// How far the whole plan is, as the mean of its goals, in percent.
    pub fn grown(&self) -> u8 {
        let (sum, count) = self
            .goals()
            .fold((0, 0), |(sum, count), goal| (sum + usize::from(self.growth(goal).percent), count + 1));
        sum.checked_div(count).unwrap_or(0) as u8
    }
}
