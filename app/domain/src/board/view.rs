//! The board as coordinators see it: what the server sends and the browser keeps.

use super::{
    Consequence, Facets, Gain, ListProblem, Pair, PlanState, RequestView, Returned, Revision, Run, SavedView,
    SeenCard, Stage, Target, Traits, Unmatched,
};
use crate::criteria::{Reason, Rule};
use crate::person::PersonLine;
use crate::stream::Version;
use crate::{Instant, MatchPlanId, ParticipationId, PersonId, PlanListId, ProposalId, Role};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A mentee's card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardView {
    pub id: ParticipationId,
    pub person: PersonLine,
    /// What the mentee is looking for, in a few words.
    pub wish: String,
    pub traits: Traits,
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
    /// How many mentors the rules allow; none where nobody has counted them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub choices: Option<u32>,
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
    pub traits: Traits,
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

impl Counts {
    /// The fit of a pair on average, in hundredths; none where there is no pair.
    pub fn mean_fit(&self) -> Option<u8> {
        let pairs = i64::from(self.mentees - self.waiting);
        (pairs > 0).then(|| percent(self.total / pairs))
    }
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
    /// Where the engine did it.
    pub run: Option<Run>,
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
    /// How many mentors and cards of the tray the query leaves, over all pages.
    pub found: (u32, u32),
    pub facets: Facets,
    /// The asker's own, by name.
    pub saved: Vec<SavedView>,
    /// What the asker's next undo takes back.
    pub undo: Option<String>,
    /// What the asker's next redo does again.
    pub redo: Option<String>,
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
    /// What the present pair means for the whole.
    pub standing: Option<super::Standing>,
    /// Who else would fit the present mentor, the best first.
    pub others: Vec<OtherMentee>,
    /// In the order of [`sort_candidates`].
    pub candidates: Vec<Candidate>,
    /// For a card in the tray that may be moved.
    pub why_none: Option<WhyNone>,
}

/// Somebody who would fit a mentor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OtherMentee {
    pub card: ParticipationId,
    pub name: String,
    pub fit: i64,
    /// The mentor they have; none in the tray.
    pub with: Option<String>,
}

/// What a change did, for whoever asked for it and for who follows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoardRows {
    pub cards: Vec<CardView>,
    /// What was done, newest first.
    pub history: Vec<HistoryLine>,
}

/// Somebody who looks at a board.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Present {
    pub person: PersonId,
    pub name: String,
    /// The card in their hand.
    pub holds: Option<ParticipationId>,
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
    /// What the asker's next redo does again.
    pub redo: Option<String>,
}

/// A match plan in the list of a programme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanLine {
    pub id: MatchPlanId,
    pub name: String,
    pub note: String,
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

/// What a plan is called and what is to be remembered of it, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanForm {
    pub name: String,
    #[serde(default)]
    pub note: String,
}

/// A match plan and a page of all that was done to it, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanHistory {
    pub slug: String,
    pub programme: String,
    pub plan: MatchPlanId,
    pub name: String,
    pub note: String,
    pub author: Option<String>,
    pub created_at: Instant,
    pub lines: Vec<HistoryLine>,
    /// How many there are on all pages.
    pub changes: u64,
    pub page: u32,
    pub pages: u32,
    pub now: Instant,
}

/// A match plan as it was after one of its changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PastBoard {
    pub slug: String,
    pub programme: String,
    pub plan: MatchPlanId,
    pub name: String,
    /// The change.
    pub line: HistoryLine,
    pub earlier: Option<Version>,
    pub later: Option<Version>,
    pub matched: u32,
    pub mentees: u32,
    /// Mentors with mentees, on all pages.
    pub mentors: u32,
    pub columns: Vec<PastColumn>,
    /// The first of those without a mentor, and how many more there were.
    pub waiting: Vec<PastCard>,
    pub unnamed: u32,
    pub page: u32,
    pub pages: u32,
}

/// A mentor with the mentees they had.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PastColumn {
    pub mentor: PersonLine,
    pub cards: Vec<PastCard>,
}

/// A mentee where they were.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PastCard {
    pub person: PersonLine,
    pub pinned: bool,
    /// By the change that is looked at.
    pub changed: bool,
}

/// A list of pairs that waits to become a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanListView {
    pub slug: String,
    pub programme: String,
    pub list: PlanListId,
    pub file_name: String,
    /// What the plan could be called.
    pub plan_name: String,
    /// How many pairs the plan would have.
    pub pairs: u32,
    /// Rows without a mentor.
    pub waiting: u32,
    /// How many rows are not possible.
    pub wrong: u32,
    /// The first of them.
    pub problems: Vec<ListProblem>,
    /// The first pairs: the mentee's name, the mentor's, and whether they are pinned.
    pub placed: Vec<(String, String, bool)>,
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
    /// Which of them the moves are of; none where they are of a guarantee.
    pub chosen: Option<usize>,
    /// What it costs in all, beside the best plan, that no pair fits less than so many hundredths, the lowest first.
    pub guarantees: Vec<(u8, Gain)>,
    /// The guarantee that the moves are of.
    pub least: Option<u8>,
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
