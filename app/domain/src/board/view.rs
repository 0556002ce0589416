//! The board as coordinators see it: what the server sends and the browser keeps.

use super::{
    Consequence, ExceptionLine, Facets, ListProblem, Pair, PlanState, RequestView, Returned, Revision, Run,
    SavedView, Stage, Stake, Traits, Unmatched,
};
use crate::criteria::{CriterionKind, Reason, Rule};
use crate::person::PersonLine;
use crate::proposal::misfit;
use crate::stream::Version;
use crate::text::board as words;
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
    /// The mentors whom the mentee wishes for, the best first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub wishes: Vec<ParticipationId>,
    /// The mentors to whom the mentee was introduced, and when, the last one first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub introduced: Vec<(ParticipationId, Instant)>,
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

impl CardView {
    /// The place of a mentor among the mentee's wishes, from 1 on; none where the mentee has not named them.
    pub fn rank_of(&self, mentor: ParticipationId) -> Option<usize> {
        self.wishes.iter().position(|wish| *wish == mentor).map(|at| at + 1)
    }

    /// When the mentee and a mentor were introduced to each other, if they were.
    pub fn introduced_to(&self, mentor: ParticipationId) -> Option<Instant> {
        self.introduced.iter().find(|(one, _)| *one == mentor).map(|(_, at)| *at)
    }

    /// Whether it belongs to somebody who has left before their pair was published, and can only be taken off.
    pub fn is_left(&self) -> bool {
        !self.active && self.stage == Stage::Open
    }
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
    /// What did not fit, where they chose it, and whether the programme counts it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub misfit: Option<(CriterionKind, bool)>,
    pub at: Instant,
}

impl ReturnedLine {
    /// "What did not fit: skills. It counts double for Priya since then."
    pub fn did_not_fit(&self) -> Option<String> {
        let (kind, counts) = self.misfit?;
        misfit::consequence(kind, counts, &self.by)
    }
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
    /// So many of them by an exception of the plan.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub more: u32,
    /// How many mentees they have in other plans.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub elsewhere: u32,
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
    /// These, where of some of the people the figures were `before` and are `after`: mentors and places are as they were.
    pub fn changed(&self, before: &Self, after: &Self) -> Self {
        let now = |all: u32, before: u32, after: u32| (all + after).saturating_sub(before);
        Self {
            waiting: now(self.waiting, before.waiting, after.waiting),
            drafts: now(self.drafts, before.drafts, after.drafts),
            pinned: now(self.pinned, before.pinned, after.pinned),
            proposed: now(self.proposed, before.proposed, after.proposed),
            at_work: now(self.at_work, before.at_work, after.at_work),
            broken: now(self.broken, before.broken, after.broken),
            total: self.total + after.total - before.total,
            ..*self
        }
    }

    /// Mentees who have a mentor.
    pub fn matched(&self) -> u32 {
        self.mentees.saturating_sub(self.waiting)
    }

    /// The fit of a pair on average, in hundredths; none where there is no pair.
    pub fn mean_fit(&self) -> Option<u8> {
        let pairs = i64::from(self.matched());
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
    /// Whether it is so large that it is asked for page by page.
    pub large: bool,
    /// With how many mentees a mentor's group begins; 1 where any number will do.
    pub fewest: u32,
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
    /// What holds in this plan alone.
    pub exceptions: Vec<ExceptionLine>,
    /// Who has come and gone since the plan was made, filled by the engine or published.
    pub since: Since,
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

/// How many people have come and gone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Since {
    /// Mentees without a mentor, and mentors without a mentee.
    pub joined: u32,
    /// Mentees who still lie with a mentor, and mentors who still have mentees to be moved.
    pub left: u32,
}

impl Since {
    /// "2 joined, 1 left"; none where nobody has.
    pub fn sentence(self) -> Option<String> {
        match (self.joined, self.left) {
            (0, 0) => None,
            (joined, 0) => Some(words::since_joined(joined)),
            (0, left) => Some(words::since_left(left)),
            (joined, left) => Some(words::since_both(words::since_joined(joined), words::since_left(left))),
        }
    }
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
    /// The board is so large that the engine is not asked about one person: what the rules alone say.
    Large(Unmatched),
    /// Groups begin with so many, so that a match depends on who else comes: what the rules alone say.
    Group(u32, Unmatched),
    /// The remedies, the best few, each with the name of the mentor whom they would get, and of whose places there would be
    /// more where that is somebody else, or whose card would be unpinned.
    Unmatched { why: Unmatched, names: Vec<(String, Option<String>)> },
}

/// A card opened: why this pair, and where else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardDetail {
    pub card: CardView,
    /// The mentor of the pair that this is about: whom the mentee has, unless another was asked for.
    pub mentor: Option<MentorView>,
    /// How well the two fit in millionths, or why they may not be a pair.
    pub fit: Option<Result<i64, Rule>>,
    pub reasons: Vec<Reason>,
    /// What the pair means for the whole.
    pub standing: Option<super::Standing>,
    /// Who else is better or worse off in the best plan around the pair, by name.
    pub stakes: Vec<(String, Stake)>,
    /// Who else would fit the mentor, the best first.
    pub others: Vec<OtherMentee>,
    /// In the order of [`sort_candidates`].
    pub candidates: Vec<Candidate>,
    /// For a card in the tray that may be moved.
    pub why_none: Option<WhyNone>,
}

impl CardDetail {
    /// Whether the pair is one that was asked for and not the one that there is.
    pub fn is_other(&self) -> bool {
        self.mentor.as_ref().is_some_and(|mentor| self.card.mentor != Some(mentor.id))
    }
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
    /// The cards in their hands, one a tab at most.
    pub holds: Vec<ParticipationId>,
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
    /// So many mentors have more mentees than places.
    pub overfull: u32,
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
    /// With how many mentees a mentor's group begins; 1 where any number will do.
    pub fewest: u32,
    pub now: Instant,
}

/// What a plan is called and what is to be remembered of it, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanForm {
    pub name: String,
    #[serde(default)]
    pub note: String,
}

impl PlanForm {
    /// A name without a note.
    pub fn named(name: String) -> Self {
        Self { name, note: String::new() }
    }
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
    pub exceptions: Vec<ExceptionLine>,
    /// With how many mentees a mentor's group begins; 1 where any number will do.
    pub fewest: u32,
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
    /// What holds in this plan alone.
    pub exceptions: Vec<ExceptionLine>,
    /// With how many mentees groups begin, and those that have fewer, by the names of the mentors.
    pub fewest: u32,
    pub small_groups: Vec<(String, u32)>,
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

fn is_zero(count: &u32) -> bool {
    *count == 0
}

/// "84": a fit as the nearest whole hundredth.
pub fn percent(fit: i64) -> u8 {
    const HUNDREDTH: i64 = crate::criteria::FULL / 100;
    ((fit.clamp(0, crate::criteria::FULL) + HUNDREDTH / 2) / HUNDREDTH) as u8
}
