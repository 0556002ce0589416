//! The board: one match plan as state, the commands that coordinators give, and what follows from them.
//!
//! A [`Board`] has mentors with places and one [`Card`] a mentee. A card lies with a mentor or in the tray; a move by
//! hand pins it, and the engine works around pins. Each card has its own revision: a command that saw an older one is
//! refused with what happened, and commands about other cards go through. [`decide`] never lets a mentor have more
//! mentees than places, nor a pair be made that a rule forbids.
//!
//! Who people are and how well they fit is not kept here: [`Fits`] is asked.

mod aim;
mod apply;
mod begin;
mod command;
mod compare;
mod decide;
mod exception;
mod find;
mod groups;
mod history;
mod list;
mod outlook;
mod preview;
mod publish;
mod query;
mod refusal;
mod remedy;
mod request;
mod room;
mod run;
mod said;
mod saved;
mod stakes;
mod studio;
mod table;
mod take_over;
mod verdict;
mod view;
mod waiting;

pub use aim::{Aim, AimPrice, AimStep, Aimed};
pub use apply::apply;
pub use begin::{Beginning, begin};
pub use command::{
    Command, Deed, Event, ListUploaded, Origin, PlanCreated, PlanDescribed, Returned, SeenCard, Shift, Target,
};
pub use compare::{
    COMPARED, CompareOrder, CompareQuery, Compared, Comparison, Difference, Differs, Load, LoadLine, Lone,
    LoneLine, Part, Seat, SeatLine, Side, TakeOver, Tally, WhyLone, Worth, compare,
};
pub use decide::{decide, stands, stands_back};
pub use exception::{
    EXCEPTION_WITHDRAWN, Excepted, Exception, ExceptionLine, ExceptionWithdrawn, Exceptions,
};
pub use find::{Everybody, Facet, Facets, LOW, Traits, says};
pub use history::{Places, take_back};
pub use list::{ListProblem, ListedPair, MOST_PAIRS, PairList, Register, Who, pair_headings, read_pairs};
pub use matching::Error as EngineError;
pub use outlook::{Consequence, Gain, outlook_alone};
pub use preview::{EngineMove, EnginePreview, GroupsBegin, MOST_MOVES};
pub use publish::{ChangedPair, Pair, PairNow, PublishForm, Told, flaw, sort_out, told};
pub use query::{BoardQuery, By, Density, Filter, Has, Sort, TraySort, Waits};
pub use refusal::{Names, Refusal};
pub use remedy::{Change, Chosen, Remedy, Unmatched};
pub use request::{
    Due, LeftOut, PublishRequest, RequestCommand, RequestNews, RequestState, RequestStep, RequestView,
    decide_request, publishable,
};
pub use run::{Repeat, Run};
pub use said::said;
pub use saved::{LONGEST_NAME, MOST_VIEWS, SavedView, ViewEvent};
pub use stakes::Stake;
pub use studio::{Destination, Step, Studio};
pub use table::{FitTable, NotATable};
pub use take_over::{MakesRoom, take_over};
pub use verdict::{PairFit, PairLine, PinLine, Rather, RatherLine, Spread, Standing, Verdict, VerdictView};
pub use view::*;
pub use waiting::{WaitingLine, WaitingList, WhyWaiting};

use crate::criteria::Rule;
use crate::word::words;
use crate::{MatchPlanId, ParticipationId, PersonId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

words! {
    /// How far a card's pair is: still to be moved freely, waiting for answers, or a mentorship.
    pub enum Stage { Open = "open", Proposed = "proposed", AtWork = "at-work" }
}

words! {
    /// Whether a match plan has been published. Later rounds of the same plan may still be drafts.
    pub enum PlanState { Draft = "draft", Published = "published" }
}

/// How often a card has changed.
pub type Revision = i64;

/// Where a card lies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// None is the tray.
    pub mentor: Option<ParticipationId>,
    /// The engine leaves it where it is.
    pub pinned: bool,
}

impl Place {
    /// The tray.
    pub const TRAY: Self = Self { mentor: None, pinned: false };
}

/// A mentee on the board.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    pub place: Place,
    pub revision: Revision,
    /// Who changed it last; none for the schedule, or where nobody has.
    pub moved_by: Option<PersonId>,
    pub stage: Stage,
    /// False for somebody who has withdrawn or paused.
    pub active: bool,
    /// Mentors with whom a proposal of this mentee was declined; they are not asked twice.
    pub declined: BTreeSet<ParticipationId>,
}

impl Card {
    /// Whether the engine may move it.
    pub fn is_free(&self) -> bool {
        self.active && self.stage == Stage::Open && !self.place.pinned
    }

    /// Whether it belongs to somebody who has left before their pair was published. It lies where it was, so that nobody
    /// is lost unseen, takes no place, and can only be taken off.
    pub fn is_left(&self) -> bool {
        !self.active && self.stage == Stage::Open
    }

    /// The mentor of whom it takes a place that nothing but a hand may give to others.
    pub fn settled_with(&self) -> Option<ParticipationId> {
        self.place.mentor.filter(|_| !self.is_free() && !self.is_left())
    }
}

impl Default for Card {
    fn default() -> Self {
        Self {
            place: Place::TRAY,
            revision: 0,
            moved_by: None,
            stage: Stage::Open,
            active: true,
            declined: BTreeSet::new(),
        }
    }
}

/// A mentor on the board.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mentor {
    /// How many mentees this plan may give them.
    pub places: u32,
    /// How many they have in other plans already; their places are not among these.
    pub elsewhere: u32,
    /// False for somebody who has withdrawn or paused.
    pub active: bool,
}

/// A change that its author can take back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Past {
    pub by: Option<PersonId>,
    pub shifts: Vec<Shift>,
}

/// A match plan as it is now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Board {
    pub plan: MatchPlanId,
    pub mentors: BTreeMap<ParticipationId, Mentor>,
    pub cards: BTreeMap<ParticipationId, Card>,
    /// A mentor should have at least so many mentees or none; nothing is asked where it is not above 1.
    pub fewest: u32,
    /// What can be undone, oldest first. Whoever loads a board may leave out what the command does not need.
    pub past: Vec<Past>,
    /// What was undone and can be done again, what was undone last at the end. Left out likewise.
    pub undone: Vec<Past>,
}

/// Answers how well two people fit, in millionths, or which rule forbids them.
pub trait Fits {
    /// The fit of a mentee and a mentor who are on the board.
    fn fit(&self, mentee: ParticipationId, mentor: ParticipationId) -> Result<i64, Rule>;

    /// The same where this one rule does not hold; whoever knows no rules but their own answers as ever.
    fn fit_without(&self, mentee: ParticipationId, mentor: ParticipationId, rule: Rule) -> Result<i64, Rule> {
        let _ = rule;
        self.fit(mentee, mentor)
    }

    /// Tells `each` the fits of all pairs, by their places in the two lists, the mentees' rows one after the other.
    /// Worth its own answer where a row costs less than its pairs.
    fn fits(
        &self,
        mentees: &[ParticipationId],
        mentors: &[ParticipationId],
        each: &mut dyn FnMut(usize, usize, Result<i64, Rule>),
    ) {
        for (at, mentee) in mentees.iter().enumerate() {
            for (to, mentor) in mentors.iter().enumerate() {
                each(at, to, self.fit(*mentee, *mentor));
            }
        }
    }
}

impl<F: Fn(ParticipationId, ParticipationId) -> Result<i64, Rule>> Fits for F {
    fn fit(&self, mentee: ParticipationId, mentor: ParticipationId) -> Result<i64, Rule> {
        self(mentee, mentor)
    }
}

/// With more pairs than this a board is large: three times a programme of 500 mentors and 1,500 mentees.
const MOST_AT_HAND: usize = 2_250_000;

impl Board {
    /// Whether there are so many people that no browser loads all of it, and no engine is asked about one card.
    pub fn is_large(&self) -> bool {
        self.mentors.len() * self.cards.len() > MOST_AT_HAND
    }

    /// A plan without people.
    pub fn empty(plan: MatchPlanId) -> Self {
        Self {
            plan,
            mentors: BTreeMap::new(),
            cards: BTreeMap::new(),
            fewest: 1,
            past: vec![],
            undone: vec![],
        }
    }

    /// How many mentees `mentor` has; whoever has left is not counted.
    pub fn load(&self, mentor: ParticipationId) -> u32 {
        self.taken().filter(|taken| *taken == mentor).count() as u32
    }

    /// The mentor of each place that is taken.
    fn taken(&self) -> impl Iterator<Item = ParticipationId> {
        self.cards.values().filter(|card| !card.is_left()).filter_map(|card| card.place.mentor)
    }

    /// How many mentees every mentor has who has any; whoever has left is not counted.
    pub fn loads(&self) -> BTreeMap<ParticipationId, u32> {
        let mut loads = BTreeMap::new();
        for mentor in self.taken() {
            *loads.entry(mentor).or_default() += 1;
        }
        loads
    }

    /// How many places of every mentor nothing but a hand may give to others.
    fn settled(&self) -> BTreeMap<ParticipationId, u32> {
        let mut settled = BTreeMap::new();
        for mentor in self.cards.values().filter_map(Card::settled_with) {
            *settled.entry(mentor).or_default() += 1;
        }
        settled
    }

    /// How well the two fit, or why they cannot be a pair.
    pub fn fit(
        &self,
        mentee: ParticipationId,
        mentor: ParticipationId,
        fits: &dyn Fits,
    ) -> Result<i64, Rule> {
        match self.cards.get(&mentee) {
            Some(card) if card.declined.contains(&mentor) => Err(Rule::Declined),
            _ => fits.fit(mentee, mentor),
        }
    }

    /// The sum of the fits of all pairs; one that a rule now forbids adds nothing.
    pub fn total(&self, fits: &dyn Fits) -> i64 {
        let fit = |(mentee, card): (&ParticipationId, &Card)| {
            card.place.mentor.map_or(0, |mentor| fits.fit(*mentee, mentor).unwrap_or(0))
        };
        self.cards.iter().map(fit).sum()
    }

    /// The pairs that publishing would propose.
    pub fn drafts(&self) -> impl Iterator<Item = (ParticipationId, ParticipationId)> {
        self.cards
            .iter()
            .filter(|(_, card)| card.stage == Stage::Open && card.active)
            .filter_map(|(mentee, card)| Some((*mentee, card.place.mentor?)))
    }
}

#[cfg(test)]
mod laws;
#[cfg(test)]
mod promises;
#[cfg(test)]
mod tests;
