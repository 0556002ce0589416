//! Proposals as people see them.

use super::ProposalState;
use crate::criteria::{CriterionKind, Reason};
use crate::person::PersonLine;
use crate::programme::Acceptance;
use crate::{Instant, MentorshipId, ProposalId, Role};
use serde::{Deserialize, Serialize};

/// A proposal as its mentor, its mentee or a coordinator sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProposalView {
    pub id: ProposalId,
    pub slug: String,
    pub programme: String,
    pub purpose: String,
    pub state: ProposalState,
    /// What the reader is in it; a coordinator where they are neither.
    pub role: Role,
    pub mentee: PersonLine,
    pub mentor: PersonLine,
    /// What the other person says about themselves.
    pub about: Vec<String>,
    pub reasons: Vec<Reason>,
    pub acceptance: Acceptance,
    /// Whether the reader's answer is awaited.
    pub asks_me: bool,
    /// What the reader has answered.
    pub my_answer: Option<bool>,
    /// Who is still awaited.
    pub awaits: Vec<String>,
    /// Only for the one who wrote it and for coordinators.
    pub reason: Option<String>,
    /// What did not fit, where they chose it. For the same.
    pub misfit: Option<CriterionKind>,
    pub mentorship: Option<MentorshipId>,
    pub created_at: Instant,
    pub expires_at: Instant,
    pub closed_at: Option<Instant>,
    pub now: Instant,
    /// Minutes east of UTC where the reader is.
    pub offset: i32,
}

/// A proposal in somebody's inbox.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProposalLine {
    pub id: ProposalId,
    pub programme: String,
    pub other: PersonLine,
    pub role: Role,
    pub asks_me: bool,
    pub expires_at: Instant,
}
