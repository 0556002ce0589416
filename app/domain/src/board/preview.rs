//! A run of the engine before it is made: the plans to choose from, their prices, and who would move.

use super::{Aim, AimStep, Gain, RatherLine};
use crate::MatchPlanId;
use crate::fairness::Group;
use crate::person::PersonLine;
use crate::stream::Version;
use serde::{Deserialize, Serialize};

/// Up to so many moves the engine weighs one by one; beyond that there is the best plan of all.
pub const MOST_MOVES: u32 = 50;

/// What a run of the engine would change, before it does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnginePreview {
    pub slug: String,
    pub programme: String,
    pub plan: MatchPlanId,
    pub name: String,
    /// The board that this is about.
    pub version: Version,
    /// Whether there are so many people that only the best plan and what was asked for are worked out.
    pub large: bool,
    /// How many people lose their mentor and what that gains, the fewest first; the last is the best plan of all.
    pub steps: Vec<(u32, Gain)>,
    /// What it costs that groups begin with so many mentees or not at all, where they do: the last step keeps to that.
    pub groups_begin: Option<GroupsBegin>,
    /// Which of them the moves are of; none where they are of a guarantee.
    pub chosen: Option<usize>,
    /// What it costs in all, beside the best plan, that no pair fits less than so many hundredths, the lowest first.
    pub guarantees: Vec<(u8, Gain)>,
    /// The guarantee that the moves are of.
    pub least: Option<u8>,
    /// The groups for which room can be made.
    pub groups: Vec<Group>,
    /// The group that was asked about.
    pub group: Option<Group>,
    /// What it costs in all, beside the best plan, that so many hundredths of that group have a match; none where there is no
    /// such plan.
    pub rooms: Vec<(u8, Option<Gain>)>,
    /// The share that the moves are of.
    pub share: Option<u8>,
    /// The other aims than the highest total; none where groups begin with more than one, to which these cannot keep.
    pub aims: Vec<AimStep>,
    /// Which of them the moves are of.
    pub aim: Option<Aim>,
    /// Who would rather have each other after these moves, the first few; [`AimPrice::apart`] says how many there are.
    ///
    /// [`AimPrice::apart`]: super::AimPrice::apart
    pub apart: Vec<RatherLine>,
    /// By the mentees' names.
    pub moves: Vec<EngineMove>,
}

/// What it costs that groups begin with so many mentees or not at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupsBegin {
    pub fewest: u32,
    /// Beside the best plan with groups of any size.
    pub price: Gain,
    /// By how much a better plan could at most be better, where not every way could be weighed.
    pub gap: Gain,
}

/// A card that a run of the engine would move.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EngineMove {
    pub mentee: PersonLine,
    /// The mentors' names; none is the tray.
    pub from: Option<String>,
    pub to: Option<String>,
    /// Whether they have left, and are only taken off the board.
    pub left: bool,
    /// The fits, in millionths.
    pub before: Option<i64>,
    pub after: Option<i64>,
}
