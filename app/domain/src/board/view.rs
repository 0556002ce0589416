//! The board as coordinators see it: what the server sends and the browser keeps.

use super::{
    Consequence, Gain, Pair, PlanState, RequestView, Returned, Revision, SeenCard, Stage, Target, Unmatched,
};
use crate::criteria::{Reason, Rule};
use crate::person::PersonLine;
use crate::stream::Version;
use crate::{Instant, MatchPlanId, ParticipationId, PersonId, ProposalId, Role};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A mentee's card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardView {
    pub id: ParticipationId,
    pub person: PersonLine,
    /// What the mentee is looking for, in a few words.
    pub wish: String,
    /// None is the tray.
    pub mentor: Option<ParticipationId>,
    pub pinned: bool,
    pub revision: Revision,
    pub stage: Stage,
    pub active: bool,
    /// In millionths; none in the tray.
    pub fit: Option<i64>,
    /// The rule that the pair breaks, as rules and answers have changed since it was made.
    pub broken: Option<Rule>,
    /// Since when the mentee has been waiting.
    pub since: Instant,
    /// The proposal that waits for answers.
    pub proposal: Option<ProposalId>,
    /// Who of the two has accepted it so far.
    pub accepted: Vec<Role>,
    /// The last proposal that came to nothing.
    pub returned: Option<ReturnedLine>,
}

/// A proposal that came to nothing, as coordinators see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReturnedLine {
    pub mentor: String,
    pub why: Returned,
    /// Who declined; empty where nobody did.
    pub by: String,
    /// What they wrote.
    pub reason: String,
    pub at: Instant,
}

/// A mentor's column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MentorView {
    pub id: ParticipationId,
    pub person: PersonLine,
    /// What the mentor offers, in a few words.
    pub offers: String,
    pub places: u32,
    pub active: bool,
}

/// How many there are, over all pages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    pub mentees: u32,
    pub mentors: u32,
    pub places: u32,
    /// In the tray.
    pub waiting: u32,
    /// With a mentor, and to be proposed.
    pub drafts: u32,
    pub pinned: u32,
    pub proposed: u32,
    pub at_work: u32,
    /// Pairs that a rule forbids by now.
    pub broken: u32,
    /// The sum of all fits, in millionths.
    pub total: i64,
}

/// What was done to the board, as its history says it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoryLine {
    pub version: Version,
    pub by: Option<String>,
    pub at: Instant,
    pub said: String,
    pub undone: bool,
    /// The cards that were changed.
    pub mentees: Vec<ParticipationId>,
}

/// One page of a board, with its numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoardView {
    pub plan: MatchPlanId,
    pub slug: String,
    pub programme: String,
    pub name: String,
    pub state: PlanState,
    pub version: Version,
    /// Where nothing was done since it was published.
    pub published: Option<Publication>,
    /// The publication that waits, or how the last one went astray.
    pub request: Option<RequestView>,
    pub counts: Counts,
    pub mentors: Vec<MentorView>,
    /// The cards of these mentors, and a page of the tray.
    pub cards: Vec<CardView>,
    /// Pages of mentors, at least 1; 1 where everything is here.
    pub pages: u32,
    pub page: u32,
    /// Pages of the tray.
    pub tray_pages: u32,
    /// What the asker's next undo takes back.
    pub undo: Option<String>,
    /// The newest first.
    pub history: Vec<HistoryLine>,
    /// Who may change the board, so that their names can be said.
    pub coordinators: Vec<(PersonId, String)>,
    pub now: Instant,
}

/// What publishing has led to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Publication {
    pub pairs: usize,
    /// When the last answer is due; none where nobody is asked.
    pub until: Option<Instant>,
}

/// Which part of a board is asked for; all of it by default.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct BoardQuery {
    /// Words that a name, a job, a team, a wish or an offer contains.
    pub words: String,
    pub sort: Sort,
    /// From 1; 0 is the whole board.
    pub page: u32,
    /// From 1.
    pub tray_page: u32,
}

crate::word::words! {
    /// The order of the mentors; the tray has its own, longest waiting first.
    #[derive(Default)]
    pub enum Sort { #[default] Name = "name", Places = "places", Fit = "fit" }
}

/// One mentor as a place for one mentee.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Candidate {
    pub mentor: ParticipationId,
    pub person: PersonLine,
    pub places: u32,
    pub free: u32,
    /// In millionths, or why not.
    pub fit: Result<i64, Rule>,
    /// Whether the mentee is there now.
    pub here: bool,
    /// What moving the mentee there would mean; none where that is not possible.
    pub consequence: Option<Consequence>,
    /// The name of whoever would have to make room.
    pub displaced: Option<String>,
}

impl Candidate {
    /// Whether the mentee can be moved there.
    pub fn is_open(&self) -> bool {
        !self.here && self.consequence.is_some()
    }
}

/// Puts places in order: those that gain most for everybody first, then by this move alone and by fit; what a rule forbids
/// comes last.
pub fn sort_candidates(candidates: &mut [Candidate]) {
    candidates.sort_by(|a, b| {
        let gains = |one: &Candidate| one.consequence.map(|one| (one.around, one.alone));
        let first = a.fit.is_err().cmp(&b.fit.is_err());
        let first = first.then_with(|| gains(b).cmp(&gains(a))).then_with(|| b.fit.ok().cmp(&a.fit.ok()));
        first.then_with(|| a.person.name.cmp(&b.person.name)).then_with(|| a.mentor.cmp(&b.mentor))
    });
}

/// Why a card in the tray has no match, and what would help, with names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum WhyNone {
    /// The best plan has a match for them; the engine has not run since.
    Ready,
    /// The remedies with the name of the mentor whom they would get; the best few.
    Unmatched { why: Unmatched, names: Vec<String> },
}

/// A card opened: why this pair, and where else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardDetail {
    pub card: CardView,
    pub mentor: Option<MentorView>,
    /// Of the present pair.
    pub reasons: Vec<Reason>,
    /// In the order of [`sort_candidates`].
    pub candidates: Vec<Candidate>,
    /// For a card in the tray that may be moved.
    pub why_none: Option<WhyNone>,
}

/// What a change did, for whoever asked for it and for who follows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoardRows {
    pub cards: Vec<CardView>,
    /// What was done, newest first.
    pub history: Vec<HistoryLine>,
}

/// The answer to a command.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoardAnswer {
    pub version: Version,
    pub rows: BoardRows,
    /// What happened, in a sentence.
    pub said: String,
    /// What the asker's next undo takes back.
    pub undo: Option<String>,
}

/// A match plan in the list of a programme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanLine {
    pub id: MatchPlanId,
    pub name: String,
    pub state: PlanState,
    pub created_at: Instant,
    pub published_at: Option<Instant>,
    pub author: Option<String>,
    pub counts: Counts,
}

/// The match plans of a programme, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanList {
    pub slug: String,
    pub programme: String,
    pub plans: Vec<PlanLine>,
    /// Approved mentors and mentees, for whom a new plan would be.
    pub mentors: u32,
    pub mentees: u32,
    pub now: Instant,
}

/// Two plans of a programme beside each other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comparison {
    pub slug: String,
    pub programme: String,
    pub plan: MatchPlanId,
    pub name: String,
    pub with: MatchPlanId,
    pub with_name: String,
    /// Pairs that both plans have.
    pub same: usize,
    /// By how much the other plan is better, as far as both know the people.
    pub gain: Gain,
    /// By the mentees' names.
    pub differences: Vec<Difference>,
}

/// A mentee who has another place in the other plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Difference {
    pub mentee: PersonLine,
    pub seen: SeenCard,
    /// Whether the card may be moved in this plan.
    pub movable: bool,
    /// The mentors' names; none is the tray.
    pub here: Option<String>,
    pub there: Option<String>,
    /// The place in the other plan.
    pub to: Target,
    /// The fits, in millionths.
    pub before: Option<i64>,
    pub after: Option<i64>,
}

/// What a run of the engine would change, before it does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnginePreview {
    pub slug: String,
    pub programme: String,
    pub plan: MatchPlanId,
    pub name: String,
    /// The board that this is about.
    pub version: Version,
    /// How many people lose their mentor and what that gains, the fewest first; the last is the best plan of all.
    pub steps: Vec<(u32, Gain)>,
    /// Which of them the moves are of.
    pub chosen: usize,
    /// By the mentees' names.
    pub moves: Vec<EngineMove>,
}

/// A card that a run of the engine would move.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EngineMove {
    pub mentee: PersonLine,
    /// The mentors' names; none is the tray.
    pub from: Option<String>,
    pub to: Option<String>,
    /// The fits, in millionths.
    pub before: Option<i64>,
    pub after: Option<i64>,
}

/// Who would be told what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublishPreview {
    pub slug: String,
    pub programme: String,
    pub plan: MatchPlanId,
    pub name: String,
    pub acceptance: crate::programme::Acceptance,
    pub expires_at: Instant,
    /// The day of that, as the letters say it.
    pub until: String,
    /// The drafts, by the names of the mentors.
    pub pairs: Vec<PreviewPair>,
    /// Who has an address for mail.
    pub mailed: BTreeSet<PersonId>,
    /// Who has never been here, so that their link lets them choose a password first.
    pub joining: BTreeSet<PersonId>,
    /// Where the letters lead.
    pub link: String,
    /// Why nothing can be published now.
    pub refused: Option<String>,
    /// Mentees who would stay without a mentor.
    pub waiting: u32,
    /// Days for an answer.
    pub days: i64,
    /// Whether a second coordinator has to sign it off.
    pub sign_off: bool,
    /// The publication that waits, or how the last one went astray.
    pub request: Option<RequestView>,
    /// The reader's zone, and tomorrow morning there as a form writes it.
    pub zone: String,
    pub tomorrow: String,
    pub now: Instant,
}

/// A pair that would be proposed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviewPair {
    pub pair: Pair,
    pub mentee: PersonLine,
    pub mentor: PersonLine,
    pub fit: Option<i64>,
    /// Why this pair cannot be published, in a sentence.
    pub flaw: Option<String>,
}

/// What one person would be told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviewMessage {
    pub person: PersonLine,
    /// By mail too; otherwise in the app only, as there is no address.
    pub by_mail: bool,
    pub subject: String,
    pub text: String,
}

/// "84": a fit as a whole hundredth.
pub fn percent(fit: i64) -> u8 {
    (fit.clamp(0, crate::criteria::FULL) / (crate::criteria::FULL / 100)) as u8
}
