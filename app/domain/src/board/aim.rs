//! What a run of the engine is for: the highest total, the fairest plan, or one in which nobody would rather have each
//! other.
//!
//! All three are found around the pins and to the last unit of fit. Groups that begin with so many mentees or not at all
//! only go with the highest total: the engine's fairest plan knows no groups that stay empty, and with them there need not
//! be any stable one.

use super::verdict::rather;
use super::{Board, Destination, Fits, Gain, Rather, Refusal, Step, Studio};
use crate::exchange::{Answer, Objective, StableAnswer};
use crate::text::board as words;
use crate::word::words as closed;
use matching::{Arc, Error, Ranked, Rankings, Side};
use serde::{Deserialize, Serialize};

closed! {
    /// What "best" means to somebody who runs the engine.
    #[derive(Default)]
    pub enum Aim {
        /// As many pairs as possible, then the highest total fit.
        #[default]
        Total = "total",
        /// As many pairs as possible, then the worst pair as good as it can be, then the next.
        Fair = "fair",
        /// Both sides rank each other by the fit: no mentor and mentee would both rather have each other.
        Stable = "stable",
    }
}

impl Aim {
    /// The aim that an address or a form names; the highest total where it names none.
    ///
    /// # Errors
    /// [`Refusal::UnknownAim`] for any other word.
    pub fn asked(word: &str) -> Result<Self, Refusal> {
        if word.is_empty() { Ok(Self::Total) } else { word.parse().map_err(|()| Refusal::UnknownAim) }
    }

    /// Whether it is the highest total.
    pub fn is_total(&self) -> bool {
        *self == Self::Total
    }

    /// The same as files and the command line call it.
    pub fn objective(self) -> Objective {
        match self {
            Self::Total => Objective::Total,
            Self::Fair => Objective::Fair,
            Self::Stable => Objective::Stable,
        }
    }

    /// What a run was for that is kept under `objective`; room for a group is made for the highest total.
    pub fn of(objective: Objective) -> Self {
        match objective {
            Objective::Total | Objective::Diverse => Self::Total,
            Objective::Fair => Self::Fair,
            Objective::Stable => Self::Stable,
        }
    }

    /// What the files with its plan and its proof are called.
    pub fn files(self) -> [&'static str; 2] {
        match self {
            Self::Total => ["plan.csv", "plan.json"],
            Self::Fair => ["plan-fair.csv", "plan-fair.json"],
            Self::Stable => ["plan-stable.csv", "plan-stable.json"],
        }
    }

    /// What is said where a run moves nobody.
    pub fn said_nothing_moved(self) -> &'static str {
        match self {
            Self::Total => words::said_nothing_moved(),
            Self::Fair => words::said_nothing_fair(),
            Self::Stable => words::said_nothing_stable(),
        }
    }

    /// Refuses what a programme cannot have whose groups begin with `fewest` mentees.
    ///
    /// # Errors
    /// [`Refusal::GroupsForTotalOnly`].
    pub fn with_groups_of(self, fewest: u32) -> Result<(), Refusal> {
        if fewest > 1 && !self.is_total() { Err(Refusal::GroupsForTotalOnly { fewest }) } else { Ok(()) }
    }
}

/// What a plan for another aim than the highest total would be, beside the best plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AimStep {
    pub aim: Aim,
    /// None on a large board, where it is worked out for whoever asks.
    pub known: Option<AimPrice>,
}

/// What is to be known of it before its moves are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AimPrice {
    /// How many people lose the mentor whom they have.
    pub moves: u32,
    /// How many cards change their place in all.
    pub changes: u32,
    /// Beside the best plan: never above nothing.
    pub price: Gain,
    /// The lowest fit of a pair that may be moved, in millionths; none where there is no such pair.
    pub lowest: Option<i64>,
    /// How many would rather have each other all the same. Of a stable plan only pins can be the cause.
    pub apart: u32,
}

/// A plan for one of the other aims.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aimed {
    pub line: AimStep,
    /// None where it is not known.
    pub step: Option<Step>,
    /// Who would rather have each other in a stable plan, the greatest gain for the two first.
    pub apart: Vec<Rather>,
}

/// With more pairs than this the fairest plan takes a second where fits are alike: nobody waits for it unasked.
const UNASKED: usize = 200_000;

impl Studio {
    /// The plans for the other aims than the highest total: none with groups, which cannot be kept to, and with many pairs
    /// only what is `asked` for. Of those whom a plan keeps apart at most `most` are named.
    ///
    /// # Errors
    /// Those of [`Studio::answer`].
    pub fn aims(&self, board: &Board, fits: &dyn Fits, asked: Aim, most: usize) -> Result<Vec<Aimed>, Error> {
        let offered = Aim::ALL.iter().filter(|aim| !aim.is_total() && !board.has_groups());
        let one = |&aim: &Aim| {
            if board.mentors.len() * board.cards.len() > UNASKED && aim != asked {
                return Ok(Aimed { line: AimStep { aim, known: None }, step: None, apart: vec![] });
            }
            let step = self.aimed(board, aim)?;
            // Any other plan may leave many: that is not what it is for.
            let mut apart = if aim == Aim::Stable { apart(board, &step.changes, fits) } else { vec![] };
            let known = Some(self.priced(board, &step, apart.len()));
            apart.truncate(most);
            Ok(Aimed { line: AimStep { aim, known }, step: Some(step), apart })
        };
        offered.map(one).collect()
    }

    /// The engine's answer on `board` with its proof.
    ///
    /// # Errors
    /// The solver's own, for a board larger than it can count.
    pub fn answer(&self, board: &Board, aim: Aim) -> Result<Answer, Error> {
        Ok(match aim {
            Aim::Total if board.has_groups() => Answer::Total(self.whole_groups(board)?),
            Aim::Total => Answer::Total(self.plan()),
            Aim::Fair => Answer::Fair(matching::fair(self.problem())?),
            Aim::Stable => {
                let plan = matching::stable(&self.rankings(), Side::Mentee)?;
                Answer::Stable(StableAnswer { plan, closed: vec![] })
            }
        })
    }

    /// The same as a step of `board`.
    ///
    /// # Errors
    /// Those of [`Studio::answer`].
    pub fn aimed(&self, board: &Board, aim: Aim) -> Result<Step, Error> {
        Ok(self.step(board, self.answer(board, aim)?.pairs()))
    }

    fn priced(&self, board: &Board, step: &Step, apart: usize) -> AimPrice {
        AimPrice {
            moves: step.moves as u32,
            changes: step.changes.len() as u32,
            price: step.gain - self.better(board),
            lowest: self.lowest(&self.made(board, &step.changes)),
            apart: apart as u32,
        }
    }

    /// Everybody ranks by the fit alone, as the command line does without lists.
    fn rankings(&self) -> Rankings {
        let problem = self.problem();
        let ranked = |Arc { mentee, mentor, fit }| Ranked {
            mentee,
            mentor,
            // Lower ranks are better.
            mentee_rank: !fit,
            mentor_rank: !fit,
            fit,
        };
        Rankings {
            mentors: problem.mentors.iter().map(|one| one.capacity).collect(),
            mentees: problem.mentees.iter().map(|one| one.capacity).collect(),
            arcs: problem.arcs.iter().map(ranked).collect(),
            // Whoever is pinned wants no place, and their mentor has one less: see `Studio`.
            pins: vec![],
        }
    }
}

/// Who would rather have each other once `changes` are made on `board`, the greatest gain for the two first.
fn apart(board: &Board, changes: &[Destination], fits: &dyn Fits) -> Vec<Rather> {
    rather(&board.after(changes), fits)
}

#[cfg(test)]
mod tests;
