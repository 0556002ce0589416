//! A run of the engine as something that can be repeated: what it was given, as the files of the command line, and what
//! came out.

use super::{Aim, Board, Destination, Studio};
use crate::exchange::{Instance, Objective};
use crate::fairness::Room;
use crate::text::board as words;
use crate::word::words as closed;
use serde::{Deserialize, Serialize};

closed! {
    /// What came of repeating a run.
    pub enum Repeat {
        /// The same input gave the same plan, to the last byte.
        Same = "same",
        /// People, answers, places or rules are not as they were.
        OtherInput = "other-input",
        /// The same input gave another plan, which must not be unless the engine or the settings are others.
        OtherPlan = "other-plan",
    }
}

/// A run of the engine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    pub objective: Objective,
    /// So many people could lose the mentor whom they had; everybody where there is no number.
    pub most: Option<u32>,
    /// No pair could fit less than so many hundredths.
    #[serde(default)]
    pub least: Option<u8>,
    /// So many of a group had to have a match.
    #[serde(default)]
    pub room: Option<Room>,
    pub engine: String,
    /// The hashes of the input in canonical form, and of the plan as `plan.csv`, in hexadecimal digits.
    pub input: String,
    pub plan: String,
    /// For a run that repeats an earlier one.
    #[serde(default)]
    pub repeat: Option<Repeat>,
}

impl Run {
    /// What came of repeating `earlier` with this run.
    pub fn repeats(&self, earlier: &Self) -> Repeat {
        match (self.input == earlier.input, self.plan == earlier.plan) {
            (true, true) => Repeat::Same,
            (true, false) => Repeat::OtherPlan,
            (false, _) => Repeat::OtherInput,
        }
    }

    /// "Best plan around the pins · engine 0.1.0 · input 3f2a91c04d7e".
    pub fn sentence(&self) -> String {
        let what = match (&self.room, Aim::of(self.objective), self.least, self.most) {
            (Some(room), ..) => room.sentence(),
            (None, Aim::Fair, ..) => words::run_fair().to_owned(),
            (None, Aim::Stable, ..) => words::run_stable().to_owned(),
            (None, Aim::Total, Some(least), _) => words::run_least(least),
            (None, Aim::Total, None, Some(most)) => words::run_at_most(words::engine_moves(most)),
            (None, Aim::Total, None, None) => words::run_best().to_owned(),
        };
        let short = self.input.get(..12).unwrap_or(&self.input);
        words::run_line(what, &self.engine, short)
    }
}

impl Repeat {
    /// What a person reads.
    pub fn sentence(self) -> &'static str {
        match self {
            Self::Same => words::repeat_same(),
            Self::OtherInput => words::repeat_other_input(),
            Self::OtherPlan => words::repeat_other_plan(),
        }
    }
}

impl Studio {
    /// The engine's input as the command line reads it, with people by their ids: who is settled is left out, and so are the
    /// places that they have taken.
    pub fn instance(&self) -> Instance {
        let problem = self.problem();
        Instance {
            mentees: self.mentees().iter().map(ToString::to_string).collect(),
            mentors: self.mentors().iter().map(ToString::to_string).collect(),
            mentee_places: problem.mentees.clone(),
            mentor_places: problem.mentors.clone(),
            scores: Some(problem.arcs.iter().collect()),
            ..Instance::default()
        }
    }

    /// The pairs of the plan that `changes` make of `board`, in the numbers of [`Studio::instance`].
    pub fn made(&self, board: &Board, changes: &[Destination]) -> Vec<(u32, u32)> {
        self.present(&board.after(changes))
    }
}

impl Board {
    /// The board as the engine would leave it.
    pub(super) fn after(&self, changes: &[Destination]) -> Self {
        let mut after = self.clone();
        for (mentee, to) in changes {
            if let Some(card) = after.cards.get_mut(mentee) {
                card.place.mentor = *to;
            }
        }
        after
    }
}
