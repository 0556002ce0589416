//! The files of the matching command line: what they may hold, what they mean, and how answers are written.
//!
//! Other people's scripts are built on these files, so their form is a contract: columns and names are added to, never
//! changed. Everything here is pure, bytes in and an [`Instance`], a text or a typed error out; opening files and
//! looking at the clock is the command line's work.
//!
//! ```text
//! scores.csv       mentee,mentor,score                        a row for each allowed pair
//! capacities.csv   side,id,capacity[,minimum[,may_close]]     1 place and no minimum for who is not there
//! preferences.csv  side,id,rank,choice                        equal ranks are ties
//! pins.csv         mentee,mentor                              must be pairs
//! blocks.csv       mentee,mentor                              must not be pairs
//! groups.csv       id,group                                   the group of a mentee; none for who is not there
//! quotas.csv       scope,id,group[,at_least,at_most,reward]   of a group, with a mentor or in the programme
//! plan.csv         mentee,mentor,score                        the answer, by mentee
//! regret.csv       mentee,mentor,loss                         what forcing each allowed pair costs the total
//! ```
//!
//! `summary.json` is a [`Summary`], `plan.json` a [`Certificate`]. What a price proves is told on the first page of
//! `matching`; in the file it stands as `[pairs, score]`, in integers of `10^-decimals`:
//!
//! ```json
//! { "format": 1, "input": "(hash)", "decimals": 1, "objective": "total",
//!   "proof": { "prices": { "unmatched": null, "total": 125, "gap": [0, 0], "cases": [ {
//!     "closed": { "mentees": [], "mentors": [] }, "open": { "mentees": [], "mentors": [] },
//!     "prices": { "mentees": { "ann": [1, 10] }, "mentors": { "max": [0, 35] } } } ] } } }
//! ```
//!
//! # Rules that the columns alone do not tell
//!
//! - The first line names the columns, in any order. Spaces around a field, empty lines, line ends of either kind and
//!   a byte order mark mean nothing. A field may be quoted, and then spaces inside the quotes belong to it.
//! - An id is any text but the empty one; a mentee and a mentor may have the same. Ids are ordered by their bytes.
//! - A score is an integer or a decimal of at most six places. It is computed with as an integer of as many places as
//!   the scores of the file need, so nothing is ever rounded.
//! - Who is not on somebody's list is not acceptable to them. Where nobody of a side lists anybody, that side accepts
//!   everybody, and ranks them by score, or as equals where there are no scores either. Somebody without a list on a
//!   side where others have one accepts nobody.
//! - Where a stable plan gives somebody who may close fewer than the minimum, they close, the one who lacks most first.
//! - The loss of a pair is empty where no plan has it, or none that has as many pairs as the best plan.
//! - The scope of a quota is `mentor` or `programme`. With `mentor`, an empty id stands for every mentor for whom no row
//!   of the same group stands by itself. An empty limit is none. A reward is a list, parted by spaces, of what the
//!   first pair of the group adds to the total, the second, and so on, never rising: `2 1` or `0 0 -5`. A pair beyond the
//!   list adds 0, or as much as the last of the list where that is below 0. A mentee with several places counts
//!   once for each pair.
//! - A mentee is in one group at most: with two attributes at once the best plan is out of reach (`matching::diverse` says
//!   why), so the combinations of both are the groups.
//! - Of two equal choices the one with the higher score counts as better, then the one whose id comes first.

mod canonical;
mod certificate;
mod closing;
mod decimal;
mod diverse;
mod fault;
mod instance;
mod proof;
mod question;
mod read;
mod records;
mod rejection;
mod roster;
mod summary;
mod tables;
mod unsolved;

pub use certificate::{BestFor, Certificate};
pub use closing::StableAnswer;
pub use decimal::{Decimal, NotDecimal};
pub use diverse::{DiverseFacts, QuotaPrices, WithoutQuotas};
pub use fault::{Fault, Reason};
pub use instance::{Instance, Wish};
pub use proof::{CasePrices, FairStage, Named, Proof, Sides, Units};
pub use question::{Answer, Losses, Objective, Question, Task};
pub use read::read;
pub use rejection::{Rejection, check};
pub use summary::{Number, StableFacts, Summary};
pub use tables::{
    PlanRow, capacities_csv, pairs_of, plan_csv, read_plan, regret_head, regret_rows, scores_csv,
};
pub use unsolved::Unsolved;

/// A file: what to call it, and its bytes.
#[derive(Clone, Copy, Debug)]
pub struct Source<'t> {
    pub name: &'t str,
    pub bytes: &'t [u8],
}

impl Source<'_> {
    fn fault(&self, line: impl Into<u64>, reason: Reason) -> Fault {
        Fault { file: self.name.to_owned(), line: line.into(), reason }
    }
}

/// The files that state a problem.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sources<'t> {
    pub scores: Option<Source<'t>>,
    pub capacities: Option<Source<'t>>,
    pub preferences: Option<Source<'t>>,
    pub blocks: Option<Source<'t>>,
    pub pins: Option<Source<'t>>,
    pub groups: Option<Source<'t>>,
    pub quotas: Option<Source<'t>>,
}

#[cfg(test)]
mod tests;
