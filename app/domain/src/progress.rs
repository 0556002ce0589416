//! What a coordinator watches: how far people have come, what was done, and who has not moved.
//!
//! Every figure has a list behind it, and both come from the same condition, so that they never differ.

use crate::person::PersonLine;
use crate::text::{calendar, progress as words};
use crate::word::words;
use crate::{Date, Instant, MentorshipId, PersonId, ProgrammeId, Role};
use chrono::Datelike;
use serde::{Deserialize, Serialize};

words! {
    /// How far somebody has come in a programme; each stage holds those of the next.
    pub enum Stage {
        /// Everybody who was ever taken in.
        Imported = "imported",
        /// Those who take part.
        Approved = "approved",
        /// Those who have a place in a match plan.
        Matched = "matched",
        /// Those who were sent a proposal that stands.
        Proposed = "proposed",
        /// Those who said yes, or whose mentorship began.
        Accepted = "accepted",
        /// Those whose mentorship is at work and moved in the last two weeks.
        Active = "active",
    }
}

words! {
    /// A list behind a figure.
    pub enum Listing {
        Imported = "imported", Approved = "approved", Matched = "matched", Proposed = "proposed",
        Accepted = "accepted", Active = "active",
        /// Mentorships at work.
        AtWork = "at-work",
        /// Mentorships at work that have not moved for two weeks.
        Quiet = "quiet",
    }
}

impl Stage {
    /// The label of the funnel's bar.
    pub fn title(self) -> &'static str {
        match self {
            Self::Imported => words::imported(),
            Self::Approved => words::approved(),
            Self::Matched => words::matched(),
            Self::Proposed => words::proposed(),
            Self::Accepted => words::accepted(),
            Self::Active => words::active(),
        }
    }

    /// The list behind the bar.
    pub fn listing(self) -> Listing {
        match self {
            Self::Imported => Listing::Imported,
            Self::Approved => Listing::Approved,
            Self::Matched => Listing::Matched,
            Self::Proposed => Listing::Proposed,
            Self::Accepted => Listing::Accepted,
            Self::Active => Listing::Active,
        }
    }
}

impl Listing {
    /// How many lines a page has.
    pub const PAGE: u64 = 50;

    /// The stage that it lists; none for lists of mentorships.
    pub fn stage(self) -> Option<Stage> {
        Stage::ALL.iter().copied().find(|stage| stage.listing() == self)
    }

    /// The heading of the list.
    pub fn title(self) -> &'static str {
        match (self, self.stage()) {
            (_, Some(stage)) => stage.title(),
            (Self::Quiet, _) => words::quiet_title(),
            _ => words::at_work(),
        }
    }

    /// What is in the list, in one sentence.
    pub fn explanation(self) -> &'static str {
        match self {
            Self::Imported => words::imported_what(),
            Self::Approved => words::approved_what(),
            Self::Matched => words::matched_what(),
            Self::Proposed => words::proposed_what(),
            Self::Accepted => words::accepted_what(),
            Self::Active => words::active_what(),
            Self::AtWork => words::at_work_what(),
            Self::Quiet => words::quiet_what(),
        }
    }
}

/// All figures of a programme at one moment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    /// People at each of [`Stage::ALL`], a person with two roles counted in each.
    pub stages: Vec<u64>,
    /// Mentorships that ever began.
    pub begun: u64,
    /// Mentorships at work.
    pub at_work: u64,
    /// Mentorships at work with at least one goal.
    pub with_goals: u64,
    pub goals: u64,
    pub steps: u64,
    pub steps_done: u64,
    /// Mentorships at work that have not moved for two weeks.
    pub quiet: u64,
    /// Steps done in each of the last [`Week::SHOWN`] weeks, oldest first, the present one last.
    pub weeks: Vec<Week>,
    pub at: Instant,
}

impl Figures {
    /// People at `stage`.
    pub fn at_stage(&self, stage: Stage) -> u64 {
        let at = Stage::ALL.iter().position(|own| *own == stage).unwrap_or_default();
        self.stages.get(at).copied().unwrap_or_default()
    }

    /// Where the most people were lost, and how many; none where nobody was.
    pub fn largest_loss(&self) -> Option<(Stage, Stage, u64)> {
        let pairs = Stage::ALL.iter().zip(Stage::ALL.iter().skip(1));
        let losses =
            pairs.map(|(from, to)| (*from, *to, self.at_stage(*from).saturating_sub(self.at_stage(*to))));
        losses
            .filter(|(_, _, lost)| *lost > 0)
            .max_by_key(|(from, _, lost)| (*lost, std::cmp::Reverse(*from)))
    }

    /// Steps done since Monday.
    pub fn this_week(&self) -> u64 {
        self.weeks.last().map_or(0, |week| week.done)
    }
}

/// Steps done in one week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Week {
    /// Its Monday.
    pub monday: Date,
    pub done: u64,
}

impl Week {
    /// How many weeks the picture shows.
    pub const SHOWN: usize = 8;

    /// "16 Nov".
    pub fn label(&self) -> String {
        format!("{} {}", self.monday.day(), calendar::month(self.monday.month()))
    }

    /// The Monday of the first week shown on the day `today`.
    pub fn first(today: Date) -> Date {
        let monday = today - chrono::Days::new(u64::from(today.weekday().num_days_from_monday()));
        monday - chrono::Days::new(7 * (Self::SHOWN as u64 - 1))
    }

    /// Counts `days` into the weeks shown on `today`; other days are passed over.
    pub fn count(days: impl IntoIterator<Item = Date>, today: Date) -> Vec<Self> {
        let first = Self::first(today);
        let week = |at: u64| Self { monday: first + chrono::Days::new(7 * at), done: 0 };
        let mut weeks: Vec<Self> = (0..Self::SHOWN as u64).map(week).collect();
        for day in days {
            let at = (day - first).num_days().div_euclid(7);
            if let Some(week) = usize::try_from(at).ok().and_then(|at| weeks.get_mut(at)) {
                week.done += 1;
            }
        }
        weeks
    }
}

/// Days without a change after which a mentorship is quiet.
pub const QUIET_DAYS: i64 = 14;

/// Why a mentorship has not moved, as far as its coordinator may know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stillness {
    /// No goal was agreed on.
    NoGoal,
    /// Goals, and no step to reach them.
    NoStep,
    /// So many steps are over their date.
    Overdue(u64),
    /// Every step is done and nothing new is planned.
    AllDone,
    /// Steps are open and none was touched.
    Untouched,
}

impl Stillness {
    /// The most telling reason.
    pub fn of(goals: u64, steps: u64, done: u64, overdue: u64) -> Self {
        match (goals, steps) {
            (0, _) => Self::NoGoal,
            (_, 0) => Self::NoStep,
            _ if overdue > 0 => Self::Overdue(overdue),
            _ if done == steps => Self::AllDone,
            _ => Self::Untouched,
        }
    }

    /// "No change for 16 days; 2 steps are over their date".
    pub fn sentence(self, days: i64) -> String {
        let days = calendar::days(days.unsigned_abs());
        match self {
            Self::NoGoal => words::still_no_goal(days),
            Self::NoStep => words::still_no_step(days),
            Self::Overdue(1) => words::still_overdue_one(days),
            Self::Overdue(count) => words::still_overdue(days, count),
            Self::AllDone => words::still_all_done(days),
            Self::Untouched => words::still_untouched(days),
        }
    }
}

/// A mentorship as its coordinator sees it: that it exists, its counts and states, and none of its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outline {
    pub id: MentorshipId,
    pub members: Vec<(PersonLine, Role)>,
    pub started_at: Instant,
    pub moved_at: Instant,
    pub open: bool,
    pub goals: u64,
    pub steps: u64,
    pub steps_done: u64,
    pub overdue: u64,
}

impl Outline {
    /// Whole days since something last changed.
    pub fn days_still(&self, now: Instant) -> i64 {
        ((now.0 - self.moved_at.0) / Instant::DAY).max(0)
    }

    /// Why it is still, where it has been for two weeks.
    pub fn stillness(&self, now: Instant) -> Option<String> {
        let days = self.days_still(now);
        let quiet = self.open && days >= QUIET_DAYS;
        quiet.then(|| Stillness::of(self.goals, self.steps, self.steps_done, self.overdue).sentence(days))
    }
}

/// A person in a list behind a bar of the funnel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Participant {
    pub person: PersonLine,
    pub role: Role,
    /// With whom they are in a mentorship; empty where in none.
    pub with: Vec<(PersonId, String)>,
}

/// What the live view shows: figures, and who has been quiet the longest.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Watch {
    pub figures: Figures,
    pub quiet: Vec<Outline>,
}

/// The live view as it is loaded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WatchPage {
    pub id: ProgrammeId,
    pub name: String,
    pub slug: String,
    /// Minutes east of UTC in the programme's zone.
    pub offset: i32,
    pub watch: Watch,
}

/// One page of the list behind a figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListPage {
    pub name: String,
    pub slug: String,
    pub listing: Listing,
    pub total: u64,
    /// Counted from 1.
    pub page: u64,
    pub pages: u64,
    pub lines: Lines,
    pub now: Instant,
    pub offset: i32,
}

/// What a list is made of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Lines {
    People(Vec<Participant>),
    Mentorships(Vec<Outline>),
}

#[cfg(test)]
mod tests;
