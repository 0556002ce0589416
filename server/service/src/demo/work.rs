//! Mentorships at work, with the proposals from which they came; and the one proposal that still waits.

use super::day;
use super::people::People;
use super::plans::fit;
use super::programmes::Running;
use super::story::{self, GoalStory, StepStory, Story};
use crate::Change;
use crate::entity::{goal, mentorship, mentorship_member, proposal, proposal_answer, step};
use crate::error::Result;
use domain::mentorship::StepState;
use domain::proposal::ProposalState;
use domain::{Instant, MatchPlanId, MentorshipId, PersonId, ProposalId, Role};
use sea_orm::{ActiveModelTrait, Set};
use uuid::Uuid;

/// Begins every mentorship of `stories`; returns how many. Those of a match plan came from its proposals.
pub(super) async fn begin(
    change: &mut Change,
    people: &People,
    running: &Running,
    plan: Option<MatchPlanId>,
    stories: &[Story],
) -> Result<usize> {
    for story in stories {
        let began = change.now.plus_days(-story.began);
        let from = match plan {
            None => None,
            Some(plan) => {
                let pair = (story.mentee, story.mentor);
                Some(propose(change, people, running, plan, pair, began.plus_days(-2), Some(began)).await?)
            }
        };
        work(change, people, running, story, from).await?;
    }
    if let Some(plan) = plan {
        propose(change, people, running, plan, story::ASKED, change.now.plus_days(-6), None).await?;
    }
    Ok(stories.len())
}

/// A proposal that both have accepted, or that the mentee has and the mentor has not answered yet.
async fn propose(
    change: &Change,
    people: &People,
    running: &Running,
    plan: MatchPlanId,
    (mentee, mentor): (&str, &str),
    at: Instant,
    accepted: Option<Instant>,
) -> Result<ProposalId> {
    let id: ProposalId = change.cx().new_id();
    let fit = fit(change, people, running, mentee, mentor)?;
    let (mentee, mentor) = (people.get(mentee)?.id, people.get(mentor)?.id);
    let state = if accepted.is_some() { ProposalState::Accepted } else { ProposalState::Waiting };
    let row = proposal::ActiveModel {
        id: Set(id.0),
        programme_id: Set(running.id.0),
        match_plan_id: Set(plan.0),
        mentee_id: Set(running.participation(mentee, Role::Mentee).0),
        mentor_id: Set(running.participation(mentor, Role::Mentor).0),
        fit: Set(fit.score),
        reasons: Set(serde_json::to_value(&fit.reasons)?),
        state: Set(state.to_string()),
        created_at: Set(at.0),
        expires_at: Set(at.plus_days(running.programme.rules.capacity.proposal_days.into()).0),
        closed_at: Set(accepted.map(|at| at.0)),
    };
    row.insert(change.tx()).await?;
    for person in [Some(mentee), accepted.map(|_| mentor)].into_iter().flatten() {
        let answer = proposal_answer::ActiveModel {
            proposal_id: Set(id.0),
            person_id: Set(person.0),
            accepted: Set(true),
            reason: Set(String::new()),
            criterion: Set(None),
            at: Set(at.plus_days(1).0),
        };
        answer.insert(change.tx()).await?;
    }
    Ok(id)
}

async fn work(
    change: &Change,
    people: &People,
    running: &Running,
    story: &Story,
    from: Option<ProposalId>,
) -> Result<()> {
    let id: MentorshipId = change.cx().new_id();
    let row = mentorship::ActiveModel {
        id: Set(id.0),
        programme_id: Set(running.id.0),
        proposal_id: Set(from.map(|from| from.0)),
        state: Set("active".to_owned()),
        started_at: Set(change.now.plus_days(-story.began).0),
        closed_at: Set(None),
        closure_reason: Set(String::new()),
        moved_at: Set(change.now.plus_days(-story.moved).0),
        version: Set(0),
    };
    row.insert(change.tx()).await?;
    let both = [(Role::Mentor, people.get(story.mentor)?.id), (Role::Mentee, people.get(story.mentee)?.id)];
    for (role, person) in both {
        let row = mentorship_member::ActiveModel {
            mentorship_id: Set(id.0),
            person_id: Set(person.0),
            role: Set(role.to_string()),
        };
        row.insert(change.tx()).await?;
    }
    let serves = running.programme.objectives.get(1).map(|objective| objective.id.0);
    let mut place = 0;
    for (position, goal) in story.goals.iter().enumerate() {
        let began = change.now.plus_days(1 - story.began);
        let goal_id = insert_goal(change, running, (id, position, began), goal, serves, both[1].1).await?;
        for step in goal.steps {
            let owner = if step.by_mentor { both[0].1 } else { both[1].1 };
            insert_step(change, running, (id, goal_id, place, began), step, owner, story.moved).await?;
            place += 1;
        }
    }
    Ok(())
}

async fn insert_goal(
    change: &Change,
    running: &Running,
    (mentorship, position, at): (MentorshipId, usize, Instant),
    is: &GoalStory,
    serves: Option<Uuid>,
    by: PersonId,
) -> Result<Uuid> {
    let id: Uuid = change.cx().new_id();
    let row = goal::ActiveModel {
        id: Set(id),
        mentorship_id: Set(mentorship.0),
        objective_id: Set(serves.filter(|_| position == 0)),
        title: Set(is.title.to_owned()),
        measure: Set(is.measure.to_owned()),
        unit: Set(is.unit.to_owned()),
        baseline: Set(Some(is.figures.0)),
        target: Set(Some(is.figures.1)),
        current: Set(Some(is.figures.2)),
        due_on: Set(Some(day(running.today, is.due))),
        position: Set(position as i64),
        revision: Set(0),
        created_at: Set(at.0),
        archived_at: Set(None),
        touched_by: Set(Some(by.0)),
        touched_at: Set(at.0),
    };
    row.insert(change.tx()).await?;
    Ok(id)
}

async fn insert_step(
    change: &Change,
    running: &Running,
    (mentorship, goal, place, at): (MentorshipId, Uuid, i64, Instant),
    is: &StepStory,
    owner: PersonId,
    moved: i64,
) -> Result<()> {
    let done = is.state == StepState::Done;
    // Done about when it was due, but neither before the mentorship's last change nor after it.
    let touched = match is.state {
        StepState::Done => change.now.plus_days(is.due.min(-moved)),
        StepState::Doing => change.now.plus_days(-moved),
        StepState::Todo => at,
    };
    let row = step::ActiveModel {
        id: Set(change.cx().new_id()),
        mentorship_id: Set(mentorship.0),
        goal_id: Set(goal),
        title: Set(is.title.to_owned()),
        owner: Set(Some(owner.0)),
        due_on: Set(Some(day(running.today, is.due))),
        state: Set(is.state.to_string()),
        note: Set(is.note.to_owned()),
        position: Set(place),
        revision: Set(0),
        created_at: Set(at.0),
        done_at: Set(done.then_some(touched.0)),
        archived_at: Set(None),
        touched_by: Set(Some(owner.0)),
        touched_at: Set(touched.0),
    };
    row.insert(change.tx()).await?;
    Ok(())
}
