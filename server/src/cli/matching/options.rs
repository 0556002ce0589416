//! The options of `trellis match` and `trellis verify`.

use clap::{Args, ValueEnum};
use domain::exchange::{Decimal, Objective, Question};
use domain::text::exchange as words;
use matching::Side;

/// What is to be matched, and what "best" means
#[derive(Args, Clone, Debug)]
pub struct InputArgs {
    /// CSV with mentee,mentor,score: a row for each allowed pair. This and all other files can be - for standard input,
    /// and are unpacked where their names end in .gz
    #[arg(long, value_name = "FILE")]
    pub scores: Option<String>,
    /// CSV with side,id,capacity and, if wanted, minimum and may_close; who is not there has one place
    #[arg(long, value_name = "FILE")]
    pub capacities: Option<String>,
    /// CSV with side,id,rank,choice: equal ranks are ties, who is not listed is not acceptable
    #[arg(long, value_name = "FILE")]
    pub preferences: Option<String>,
    /// CSV with mentee,mentor: pairs that must be
    #[arg(long, value_name = "FILE")]
    pub pins: Option<String>,
    /// CSV with mentee,mentor: pairs that must not be
    #[arg(long, value_name = "FILE")]
    pub blocks: Option<String>,
    /// CSV with id,group: the groups of mentees that quotas are for
    #[arg(long, value_name = "FILE")]
    pub groups: Option<String>,
    /// CSV with scope,id,group and, if wanted, at_least, at_most and reward: the scope is mentor or programme, an empty id is every mentor
    #[arg(long, value_name = "FILE")]
    pub quotas: Option<String>,
    /// The highest total score, no two people who would rather have each other, the least served first, or the highest
    /// total that keeps the quotas
    #[arg(long, value_name = "WHAT", default_value = "total")]
    pub objective: WantedObjective,
    /// The side that gets its best stable plan
    #[arg(long, value_name = "SIDE", default_value = "mentee")]
    pub side: WantedSide,
    /// As many pairs as possible before the total counts, or the total alone
    #[arg(long, value_name = "WHICH", default_value = "maximum")]
    pub pairs: WantedPairs,
    /// What a mentee without a mentor counts with --pairs free
    #[arg(long, value_name = "N", default_value = "0", allow_hyphen_values = true, value_parser = unmatched)]
    pub unmatched: Decimal,
}

/// Match mentees with mentors from CSV files
///
/// Prints the plan as CSV unless --out names a file. Exit status: 0 done; 1 no plan exists; 2 a file or an option is
/// wrong.
#[derive(Args, Clone, Debug)]
pub struct MatchArgs {
    #[command(flatten)]
    pub input: InputArgs,
    /// Where the plan goes: mentee,mentor,score
    #[arg(long, value_name = "FILE")]
    pub out: Option<String>,
    /// Where the proof goes, for `trellis verify`
    #[arg(long, value_name = "FILE")]
    pub certificate: Option<String>,
    /// Where the cost of forcing each pair goes: mentee,mentor,loss
    #[arg(long, value_name = "FILE")]
    pub regret: Option<String>,
    /// Where the figures of the plan go, as JSON
    #[arg(long, value_name = "FILE")]
    pub summary: Option<String>,
}

/// Check a plan and its certificate against the files they were made from
///
/// Exit status: 0 the plan is right; 1 it is not, and why; 2 a file or an option is wrong.
#[derive(Args, Clone, Debug)]
pub struct VerifyArgs {
    #[command(flatten)]
    pub input: InputArgs,
    /// The plan, as `trellis match` writes it
    #[arg(long, value_name = "FILE")]
    pub plan: String,
    /// Its certificate
    #[arg(long, value_name = "FILE")]
    pub certificate: String,
}

#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum WantedObjective {
    Total,
    Stable,
    Fair,
    Diverse,
}

#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum WantedSide {
    Mentee,
    Mentor,
}

#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum WantedPairs {
    Maximum,
    Free,
}

impl InputArgs {
    /// What these options ask.
    ///
    /// # Errors
    /// A sentence about options that do not go together.
    pub(super) fn question(&self) -> Result<Question, String> {
        let objective = match self.objective {
            WantedObjective::Total => Objective::Total,
            WantedObjective::Stable => Objective::Stable,
            WantedObjective::Fair => Objective::Fair,
            WantedObjective::Diverse => Objective::Diverse,
        };
        let free = self.pairs == WantedPairs::Free;
        if objective == Objective::Stable && self.scores.is_none() && self.preferences.is_none() {
            return Err(words::needs_lists().to_owned());
        }
        if objective != Objective::Stable && self.scores.is_none() {
            return Err(words::needs_scores().to_owned());
        }
        if !matches!(objective, Objective::Total | Objective::Diverse) && free {
            return Err(words::not_free("--pairs free"));
        }
        for (option, file) in [("--groups", &self.groups), ("--quotas", &self.quotas)] {
            match (objective, file) {
                (Objective::Diverse, None) => return Err(words::needs_quotas().to_owned()),
                (Objective::Diverse, Some(_)) | (_, None) => {}
                (_, Some(_)) => return Err(words::diverse_only(option)),
            }
        }
        let side = match self.side {
            WantedSide::Mentee => Side::Mentee,
            WantedSide::Mentor => Side::Mentor,
        };
        Ok(Question { objective, side, free })
    }
}

fn unmatched(given: &str) -> Result<Decimal, String> {
    given.parse().map_err(|_| words::bad_unmatched().to_owned())
}
