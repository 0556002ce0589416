//! What coordinators ask of a board, and what happened then. Ids and numbers only.

use super::{Aim, Pair, Place, Refusal, RequestState, Revision};
use crate::stream;
use crate::word::words;
use crate::{MatchPlanId, ParticipationId, PlanListId, PublishRequestId};
use serde::{Deserialize, Serialize};

/// What somebody asks. `seen` is the revision of the card that they looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Command {
    /// Puts a card with a mentor, or into the tray. With a mentor it is pinned.
    Move { mentee: ParticipationId, to: Option<ParticipationId>, seen: Revision },
    /// Two cards change places; with a mentor they are pinned.
    Swap { one: ParticipationId, other: ParticipationId, seen: (Revision, Revision) },
    /// A card takes the place of another with a mentor, pinned; that one goes to the tray.
    Replace { one: ParticipationId, other: ParticipationId, seen: (Revision, Revision) },
    /// The engine shall leave this pair alone.
    Pin { mentee: ParticipationId, seen: Revision },
    /// The engine may move this card again.
    Unpin { mentee: ParticipationId, seen: Revision },
    /// The same with several cards, in this order; those with which it cannot be done stay as they are.
    Several { cards: Vec<(ParticipationId, Revision)>, deed: Deed },
    /// What the engine found: where each card that it moves goes.
    Rebalance { changes: Vec<(ParticipationId, Option<ParticipationId>)>, aim: Aim },
    /// Takes back the asker's last change.
    Undo,
    /// Does again what the asker took back last.
    Redo,
    /// Proposes every pair that is not proposed yet.
    Publish,
    /// Proposes these pairs; the others stay drafts.
    PublishPairs { pairs: Vec<Pair> },
    /// A proposal has become a mentorship.
    Start { mentee: ParticipationId, mentor: ParticipationId },
    /// A proposal has come to nothing.
    Return { mentee: ParticipationId, mentor: ParticipationId, why: Returned },
}

/// What is done with several cards at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Deed {
    /// To a mentor, pinned, or into the tray.
    Move(Option<ParticipationId>),
    Pin,
    Unpin,
}

words! {
    /// Why a card came back from a proposal.
    pub enum Returned { Declined = "declined", Expired = "expired", Recalled = "recalled" }
}

/// One card's change of place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shift {
    pub mentee: ParticipationId,
    pub before: Place,
    pub after: Place,
    /// The card's revision afterwards.
    pub revision: Revision,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Event {
    /// What the plan began with, where that was not nothing.
    Begun(Vec<Shift>),
    Moved(Shift),
    Swapped([Shift; 2]),
    /// The first took the place of the second.
    Replaced([Shift; 2]),
    Pinned(Shift),
    Unpinned(Shift),
    /// The same was done with several cards; of those that stayed stands why.
    Several {
        deed: Deed,
        shifts: Vec<Shift>,
        stayed: Vec<(ParticipationId, Refusal)>,
    },
    /// The totals are sums of fits in millionths, before and after.
    Rebalanced {
        shifts: Vec<Shift>,
        before: i64,
        after: i64,
        /// What the engine was run for.
        #[serde(default, skip_serializing_if = "Aim::is_total")]
        aim: Aim,
    },
    Undone(Vec<Shift>),
    /// What was undone, done again.
    Redone(Vec<Shift>),
    /// The publication of so many pairs waits.
    Requested {
        request: PublishRequestId,
        pairs: usize,
        to: RequestState,
    },
    /// A publication that waited has come further.
    Settled {
        request: PublishRequestId,
        to: RequestState,
    },
    /// Mentee and mentor of each pair.
    Published(Vec<(ParticipationId, ParticipationId)>),
    Started {
        mentee: ParticipationId,
        mentor: ParticipationId,
        revision: Revision,
    },
    Returned {
        mentee: ParticipationId,
        mentor: ParticipationId,
        why: Returned,
        revision: Revision,
        /// Whether the pair was pinned.
        #[serde(default)]
        pinned: bool,
    },
}

impl Event {
    /// The cards that changed their place by somebody's hand or the engine's.
    pub fn shifts(&self) -> &[Shift] {
        match self {
            Self::Moved(shift) | Self::Pinned(shift) | Self::Unpinned(shift) => std::slice::from_ref(shift),
            Self::Swapped(shifts) | Self::Replaced(shifts) => shifts,
            Self::Begun(shifts)
            | Self::Several { shifts, .. }
            | Self::Rebalanced { shifts, .. }
            | Self::Undone(shifts)
            | Self::Redone(shifts) => shifts,
            Self::Requested { .. }
            | Self::Settled { .. }
            | Self::Published(_)
            | Self::Started { .. }
            | Self::Returned { .. } => &[],
        }
    }

    /// Every mentee whose card is touched.
    pub fn mentees(&self) -> Vec<ParticipationId> {
        match self {
            Self::Published(pairs) => pairs.iter().map(|pair| pair.0).collect(),
            Self::Started { mentee, .. } | Self::Returned { mentee, .. } => vec![*mentee],
            _ => self.shifts().iter().map(|shift| shift.mentee).collect(),
        }
    }
}

impl stream::Event for Event {
    fn kind(&self) -> &'static str {
        match self {
            Self::Begun(_) => "board.begun",
            Self::Moved(_) => "board.moved",
            Self::Swapped(_) => "board.swapped",
            Self::Replaced(_) => "board.replaced",
            Self::Pinned(_) => "board.pinned",
            Self::Unpinned(_) => "board.unpinned",
            Self::Several { .. } => "board.several",
            Self::Rebalanced { .. } => "board.rebalanced",
            Self::Undone(_) => "board.undone",
            Self::Redone(_) => "board.redone",
            Self::Requested { .. } => "board.publishing_requested",
            Self::Settled { .. } => "board.publishing_settled",
            Self::Published(_) => "board.published",
            Self::Started { .. } => "board.started",
            Self::Returned { .. } => "board.returned",
        }
    }
}

/// A match plan was begun; an event of its programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanCreated {
    pub plan: MatchPlanId,
}

impl stream::Event for PlanCreated {
    fn kind(&self) -> &'static str {
        "board.plan_created"
    }
}

/// A match plan got another name or note.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanDescribed {
    pub plan: MatchPlanId,
}

impl stream::Event for PlanDescribed {
    fn kind(&self) -> &'static str {
        "plan.described"
    }
}

/// A list of pairs was sent, to become a match plan; an event of its programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListUploaded {
    pub list: PlanListId,
}

impl stream::Event for ListUploaded {
    fn kind(&self) -> &'static str {
        "plan.list_uploaded"
    }
}

/// Where a form wants a card: `tray`, or the mentor's id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Target(pub Option<ParticipationId>);

impl Target {
    /// The word for the tray.
    pub const TRAY: &'static str = "tray";
}

impl TryFrom<String> for Target {
    type Error = String;
    fn try_from(text: String) -> Result<Self, String> {
        if text == Self::TRAY {
            return Ok(Self(None));
        }
        text.parse().map(|id| Self(Some(id))).map_err(|_| text)
    }
}

impl From<Target> for String {
    fn from(target: Target) -> Self {
        target.0.map_or_else(|| Target::TRAY.to_owned(), |id| id.to_string())
    }
}

/// What a new plan begins with, in forms: nothing, or the id of the plan whose pairs it takes over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Origin(pub Option<MatchPlanId>);

impl TryFrom<String> for Origin {
    type Error = String;
    fn try_from(text: String) -> Result<Self, String> {
        if text.is_empty() {
            return Ok(Self(None));
        }
        text.parse().map(|id| Self(Some(id))).map_err(|_| text)
    }
}

impl From<Origin> for String {
    fn from(origin: Origin) -> Self {
        origin.0.map(|id| id.to_string()).unwrap_or_default()
    }
}

/// A card and the revision at which it was looked at, `ID@REVISION` in forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct SeenCard {
    pub id: ParticipationId,
    pub revision: Revision,
}

impl TryFrom<String> for SeenCard {
    type Error = String;
    fn try_from(text: String) -> Result<Self, String> {
        let parse = || {
            let (id, revision) = text.split_once('@')?;
            Some(Self { id: id.parse().ok()?, revision: revision.parse().ok()? })
        };
        let seen = parse();
        seen.ok_or(text)
    }
}

impl From<SeenCard> for String {
    fn from(seen: SeenCard) -> Self {
        format!("{}@{}", seen.id, seen.revision)
    }
}
