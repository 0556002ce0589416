//! What is looked for on a board, in which order and how densely: what stands in the address.

use crate::person::Meeting;
use crate::word::words;
use serde::{Deserialize, Serialize};

/// Which part of a board is asked for, in which order and how densely; all of it by default.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct BoardQuery {
    /// Words that a name, a job, a team, a wish, an offer or a skill contains.
    pub words: String,
    /// Of one kind any will do; every kind has to be met.
    pub filters: Vec<Filter>,
    pub sort: Sort,
    pub tray_sort: TraySort,
    /// None is what the reader chose last.
    pub density: Option<Density>,
    /// From 1; 0 is the whole board.
    pub page: u32,
    /// From 1.
    pub tray_page: u32,
}

words! {
    /// The order of the mentors.
    #[derive(Default)]
    pub enum Sort { #[default] Name = "name", Places = "places", Fit = "fit", Team = "team" }
}

words! {
    /// The order of the tray.
    #[derive(Default)]
    pub enum TraySort {
        /// The longest first.
        #[default] Waiting = "waiting",
        Name = "name",
        /// Those first for whom the rules leave the fewest mentors.
        Hardest = "hardest",
        Wish = "wish",
        Team = "team",
    }
}

words! {
    /// How much of a board stands on a screen.
    #[derive(Default)]
    pub enum Density {
        #[default] Comfortable = "comfortable",
        /// A line a mentor.
        Compact = "compact",
        /// The whole programme at a glance.
        Whole = "whole",
    }
}

words! {
    /// What people on a board are filtered by; the word stands in the address.
    pub enum By {
        Skill = "skill",
        Team = "team",
        Language = "speaks",
        /// By video or in person.
        Meets = "meets",
        /// [`Has`]: mentors only.
        Has = "has",
        /// [`Waits`]: the tray only.
        Waits = "waits",
    }
}

words! {
    /// What a mentor has.
    pub enum Has {
        Free = "free", Full = "full", Broken = "broken", Low = "low", Pinned = "pinned", Proposed = "proposed",
        AtWork = "at-work",
    }
}

words! {
    /// How somebody waits in the tray.
    pub enum Waits { Impossible = "impossible", Possible = "possible", Declined = "declined", Unanswered = "unanswered" }
}

/// One thing that people are filtered by.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Filter {
    pub by: By,
    pub value: String,
}

impl Filter {
    /// A filter; none where no board has such a state.
    pub fn new(by: By, value: impl Into<String>) -> Option<Self> {
        let value = value.into();
        let known = match by {
            By::Has => value.parse::<Has>().is_ok(),
            By::Waits => value.parse::<Waits>().is_ok(),
            By::Meets => value.parse::<Meeting>().is_ok(),
            By::Skill | By::Team | By::Language => !value.is_empty(),
        };
        known.then_some(Self { by, value })
    }
}

impl BoardQuery {
    /// Whether it leaves anybody out.
    pub fn narrows(&self) -> bool {
        !self.words.trim().is_empty() || !self.filters.is_empty()
    }

    /// Whether its order puts the tray in groups.
    pub fn has_groups(&self) -> bool {
        matches!(self.tray_sort, TraySort::Team | TraySort::Hardest)
    }

    /// Whether it is about how many mentors are possible for somebody.
    pub fn counts_choices(&self) -> bool {
        self.tray_sort == TraySort::Hardest || self.filters.iter().any(|one| one.by == By::Waits)
    }

    /// Puts a filter on, or takes it off.
    pub fn toggle(&mut self, filter: Filter) {
        match self.filters.iter().position(|one| *one == filter) {
            Some(at) => {
                self.filters.remove(at);
            }
            None => self.filters.push(filter),
        }
    }

    /// The values of a kind that are on.
    pub(super) fn of(&self, by: By) -> impl Iterator<Item = &str> {
        self.filters.iter().filter(move |one| one.by == by).map(|one| one.value.as_str())
    }

    /// Whether what somebody holds meets the filters of a kind.
    pub(super) fn passes<'a>(&self, by: By, held: impl IntoIterator<Item = &'a str>) -> bool {
        let mut wanted = self.of(by).peekable();
        if wanted.peek().is_none() {
            return true;
        }
        let held: Vec<&str> = held.into_iter().collect();
        wanted.any(|value| held.contains(&value))
    }
}
