//! What waits for one person: the page that they begin with.

use crate::board::RequestNews;
use crate::person::PersonLine;
use crate::programme::view::ProgrammeLine;
use crate::programme::{ParticipationState, PhaseKind};
use crate::text::today as words;
use crate::{Date, Instant, MatchPlanId, MentorshipId, ProposalId, Role};
use serde::{Deserialize, Serialize};

/// Everything that waits for whoever asks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Today {
    /// Those that expire first come first.
    pub proposals: Vec<WaitingProposal>,
    /// Those to which the asker has said yes and the other has not answered, in the same order.
    pub awaited: Vec<WaitingProposal>,
    /// Those with the nearest step first.
    pub mentorships: Vec<MyMentorship>,
    /// Publications that wait for the asker, or that went otherwise than they planned.
    pub publications: Vec<RequestNews>,
    /// Programmes that the asker coordinates.
    pub coordinated: Vec<Coordinated>,
    /// Programmes that the asker sponsors.
    pub sponsored: Vec<ProgrammeLine>,
    /// Enrolments that have led to no mentorship yet.
    pub enrolled: Vec<Enrolled>,
    /// For organisation admins: how many people there are.
    pub people: Option<u64>,
    pub may_create: bool,
}

/// A proposal that waits for the asker's answer, or after their yes for that of the other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaitingProposal {
    pub id: ProposalId,
    pub programme: String,
    pub other: PersonLine,
    /// What the asker would be.
    pub me: Role,
    pub expires: Instant,
}

/// A mentorship of the asker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MyMentorship {
    pub id: MentorshipId,
    pub programme: String,
    pub others: Vec<PersonLine>,
    pub me: Role,
    pub next: Option<NextStep>,
    pub goals: u64,
    pub steps: u64,
    pub steps_done: u64,
    /// When anything was changed last.
    pub moved: Instant,
}

/// The step that is due first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NextStep {
    pub title: String,
    pub due: Option<Date>,
    /// Whether the asker is to do it; else another member, or everybody.
    pub mine: bool,
}

/// An enrolment that waits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Enrolled {
    pub slug: String,
    pub programme: String,
    pub role: Role,
    pub state: ParticipationState,
    /// The present or next phase and its last day.
    pub phase: Option<(PhaseKind, Date)>,
}

/// A programme with its figures, for a coordinator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coordinated {
    pub line: ProgrammeLine,
    pub standing: Standing,
}

/// What of a programme a coordinator acts on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    pub is_draft: bool,
    pub is_closed: bool,
    /// People who applied and wait for approval.
    pub applied: u64,
    pub approved_mentors: u64,
    pub approved_mentees: u64,
    /// Approved mentees without an open proposal or a mentorship.
    pub waiting_mentees: u64,
    /// Those of them whose last proposal was declined and who are not on the board of the newest match plan.
    pub declined: u64,
    /// The newest match plan.
    pub plan: Option<MatchPlanId>,
    /// Pairs of that plan that were not published.
    pub unpublished: u64,
    /// Proposals that nobody or only one side has answered.
    pub unanswered: u64,
    pub mentorships: u64,
    /// Mentorships in which nothing has moved for two weeks.
    pub quiet: u64,
}

/// The one thing that a coordinator should do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum NextAction {
    FinishDraft,
    ImportPeople,
    ImportMentors,
    ImportMentees,
    Approve {
        people: u64,
    },
    /// Mentees go back to the board after a no.
    Rematch {
        plan: MatchPlanId,
        mentees: u64,
    },
    Match {
        mentees: u64,
    },
    Publish {
        plan: MatchPlanId,
        pairs: u64,
    },
    Answers {
        proposals: u64,
    },
    HelpQuiet {
        mentorships: u64,
    },
    AllWell,
    Closed,
}

impl Standing {
    /// What is next, the earliest thing in a programme's life first. Nothing that waits is hidden by it: the figures
    /// stand beside.
    pub fn next(&self) -> NextAction {
        use NextAction as Next;
        match *self {
            Self { is_closed: true, .. } => Next::Closed,
            Self { applied: people @ 1.., is_draft: false, .. } => Next::Approve { people },
            Self { is_draft: true, .. } => Next::FinishDraft,
            Self { approved_mentors: 0, approved_mentees: 0, .. } => Next::ImportPeople,
            Self { approved_mentors: 0, .. } => Next::ImportMentors,
            Self { approved_mentees: 0, .. } => Next::ImportMentees,
            Self { unpublished: pairs @ 1.., plan: Some(plan), .. } => Next::Publish { plan, pairs },
            Self { quiet: mentorships @ 1.., waiting_mentees: 0, .. } => Next::HelpQuiet { mentorships },
            Self { declined: mentees @ 1.., plan: Some(plan), .. } => Next::Rematch { plan, mentees },
            Self { waiting_mentees: mentees @ 1.., .. } => Next::Match { mentees },
            Self { unanswered: proposals @ 1.., .. } => Next::Answers { proposals },
            _ => Next::AllWell,
        }
    }
}

impl NextAction {
    /// What is the matter, in a sentence.
    pub fn sentence(self) -> String {
        match self {
            Self::FinishDraft => words::next_finish().into(),
            Self::ImportPeople => words::next_import().into(),
            Self::ImportMentors => words::next_import_mentors().into(),
            Self::ImportMentees => words::next_import_mentees().into(),
            Self::Approve { people } => words::next_approve(words::people(people)),
            Self::Match { mentees } => words::next_match(words::mentees(mentees)),
            Self::Rematch { mentees, .. } => words::next_rematch(words::mentees(mentees)),
            Self::Publish { pairs, .. } => words::next_publish(words::pairs(pairs)),
            Self::Answers { proposals } => words::next_answers(words::proposals(proposals)),
            Self::HelpQuiet { mentorships } => words::next_quiet(words::mentorships(mentorships)),
            Self::AllWell => words::next_well().into(),
            Self::Closed => words::next_closed().into(),
        }
    }

    /// The button that leads there.
    pub fn button(self) -> &'static str {
        match self {
            Self::FinishDraft => words::do_finish(),
            Self::ImportPeople | Self::ImportMentors | Self::ImportMentees => words::do_import(),
            Self::Approve { .. } => words::do_approve(),
            Self::Match { .. } => words::do_match(),
            Self::Rematch { .. } | Self::Publish { .. } => words::do_publish(),
            Self::Answers { .. } | Self::HelpQuiet { .. } | Self::AllWell => words::do_progress(),
            Self::Closed => words::do_look(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(standing: Standing, expect: NextAction) {
        assert_eq!(standing.next(), expect, "{standing:?}");
        assert!(!expect.sentence().is_empty() && !expect.button().is_empty());
    }

    #[test]
    fn the_next_action_follows_the_life_of_a_programme() {
        let plan = MatchPlanId(uuid::Uuid::nil());
        let nobody = Standing::default();
        check(Standing { is_draft: true, ..nobody }, NextAction::FinishDraft);
        check(nobody, NextAction::ImportPeople);
        check(Standing { applied: 2, ..nobody }, NextAction::Approve { people: 2 });
        check(Standing { approved_mentees: 3, ..nobody }, NextAction::ImportMentors);
        check(Standing { approved_mentors: 3, ..nobody }, NextAction::ImportMentees);
        let people = Standing { approved_mentors: 3, approved_mentees: 5, waiting_mentees: 5, ..nobody };
        check(people, NextAction::Match { mentees: 5 });
        check(
            Standing { plan: Some(plan), unpublished: 4, ..people },
            NextAction::Publish { plan, pairs: 4 },
        );
        let refused = Standing { plan: Some(plan), declined: 1, ..people };
        check(refused, NextAction::Rematch { plan, mentees: 1 });
        check(Standing { unpublished: 4, ..refused }, NextAction::Publish { plan, pairs: 4 });
        let published = Standing { waiting_mentees: 0, plan: Some(plan), ..people };
        check(Standing { unanswered: 1, ..published }, NextAction::Answers { proposals: 1 });
        check(Standing { quiet: 2, ..published }, NextAction::HelpQuiet { mentorships: 2 });
        check(published, NextAction::AllWell);
        check(Standing { is_closed: true, ..people }, NextAction::Closed);
    }
}
