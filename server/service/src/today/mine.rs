//! The asker's own proposals and mentorships.

use crate::Context;
use crate::entity::{
    goal, mentorship, mentorship_member, participation, programme, proposal, proposal_answer, step,
};
use crate::error::Result;
use crate::programme::{lines_of, word};
use domain::programme::Acceptance;
use domain::today::{MyMentorship, NextStep, WaitingProposal};
use domain::{Instant, MentorshipId, ProposalId, Role};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::HashMap;
use uuid::Uuid;

/// Open proposals that need the asker's answer, and those that after their yes need the other's; the first to expire
/// first.
pub(super) async fn proposals(
    cx: &Context,
    programmes: &HashMap<Uuid, programme::Model>,
    enrolments: &[participation::Model],
) -> Result<(Vec<WaitingProposal>, Vec<WaitingProposal>)> {
    let actor = cx.actor()?;
    let mine: Vec<Uuid> = enrolments.iter().map(|row| row.id).collect();
    let rows = proposal::Entity::find()
        .filter(proposal::Column::ClosedAt.is_null())
        .filter(proposal::Column::ExpiresAt.gt(cx.now().0))
        .filter(
            Condition::any()
                .add(proposal::Column::MenteeId.is_in(mine.clone()))
                .add(proposal::Column::MentorId.is_in(mine.clone())),
        )
        .order_by_asc(proposal::Column::ExpiresAt)
        .all(cx.read())
        .await?;
    let others: Vec<Uuid> = rows
        .iter()
        .map(|row| if mine.contains(&row.mentor_id) { row.mentee_id } else { row.mentor_id })
        .collect();
    let people: HashMap<Uuid, Uuid> = participation::Entity::find()
        .select_only()
        .columns([participation::Column::Id, participation::Column::PersonId])
        .filter(participation::Column::Id.is_in(others.clone()))
        .into_tuple::<(Uuid, Uuid)>()
        .all(cx.read())
        .await?
        .into_iter()
        .collect();
    let lines = lines_of(cx.read(), people.values().copied().collect()).await?;
    let answered: Vec<Uuid> = proposal_answer::Entity::find()
        .select_only()
        .column(proposal_answer::Column::ProposalId)
        .filter(proposal_answer::Column::PersonId.eq(actor.person.0))
        .filter(proposal_answer::Column::ProposalId.is_in(rows.iter().map(|row| row.id)))
        .into_tuple()
        .all(cx.read())
        .await?;
    let (mut asked, mut awaited) = (Vec::new(), Vec::new());
    for (row, other) in rows.into_iter().zip(others) {
        let me = if mine.contains(&row.mentor_id) { Role::Mentor } else { Role::Mentee };
        let Some(programme) = programmes.get(&row.programme_id) else { continue };
        let is_asked = match word::<Acceptance>(&programme.acceptance)? {
            Acceptance::Both => true,
            Acceptance::Mentor => me == Role::Mentor,
            Acceptance::Nobody => false,
        };
        let line = people.get(&other).and_then(|person| lines.get(person));
        let list = match answered.contains(&row.id) {
            true => &mut awaited,
            false if is_asked => &mut asked,
            false => continue,
        };
        if let Some(other) = line {
            list.push(WaitingProposal {
                id: ProposalId(row.id),
                programme: programme.name.clone(),
                other: other.clone(),
                me,
                expires: Instant(row.expires_at),
            });
        }
    }
    Ok((asked, awaited))
}

/// Mentorships of the asker that are at work, the one with the nearest step first; and in which programme and role.
pub(super) async fn mentorships(
    cx: &Context,
    programmes: &HashMap<Uuid, programme::Model>,
) -> Result<(Vec<MyMentorship>, Vec<(Uuid, Role)>)> {
    let me = cx.actor()?.person.0;
    let db = cx.read();
    let mine: Vec<Uuid> = mentorship_member::Entity::find()
        .select_only()
        .column(mentorship_member::Column::MentorshipId)
        .filter(mentorship_member::Column::PersonId.eq(me))
        .into_tuple()
        .all(db)
        .await?;
    let rows = mentorship::Entity::find()
        .filter(mentorship::Column::Id.is_in(mine))
        .filter(mentorship::Column::ClosedAt.is_null())
        .all(db)
        .await?;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let members = mentorship_member::Entity::find()
        .filter(mentorship_member::Column::MentorshipId.is_in(ids.clone()))
        .all(db)
        .await?;
    let lines = lines_of(db, members.iter().map(|member| member.person_id).collect()).await?;
    let goals: Vec<(Uuid, Uuid)> = goal::Entity::find()
        .select_only()
        .columns([goal::Column::Id, goal::Column::MentorshipId])
        .filter(goal::Column::MentorshipId.is_in(ids.clone()))
        .filter(goal::Column::ArchivedAt.is_null())
        .into_tuple()
        .all(db)
        .await?;
    // Steps under a goal that was removed are not shown anywhere.
    let steps = step::Entity::find()
        .filter(step::Column::GoalId.is_in(goals.iter().map(|goal| goal.0)))
        .filter(step::Column::ArchivedAt.is_null())
        .order_by_asc(step::Column::Position)
        .all(db)
        .await?;
    let (mut found, mut at_work) = (Vec::new(), Vec::new());
    for row in rows {
        let here: Vec<_> = members.iter().filter(|member| member.mentorship_id == row.id).collect();
        let Some(myself) = here.iter().find(|member| member.person_id == me) else { continue };
        let role: Role = word(&myself.role)?;
        at_work.push((row.programme_id, role));
        let others = here.iter().filter(|member| member.person_id != me);
        let all: Vec<&step::Model> = steps.iter().filter(|step| step.mentorship_id == row.id).collect();
        found.push(MyMentorship {
            id: MentorshipId(row.id),
            programme: programmes.get(&row.programme_id).map(|row| row.name.clone()).unwrap_or_default(),
            others: others.filter_map(|member| lines.get(&member.person_id).cloned()).collect(),
            me: role,
            next: next_step(&all, me),
            goals: goals.iter().filter(|goal| goal.1 == row.id).count() as u64,
            steps: all.len() as u64,
            steps_done: all.iter().filter(|step| step.done_at.is_some()).count() as u64,
            moved: Instant(row.moved_at),
        });
    }
    found.sort_by_key(|one| {
        let due = one.next.as_ref().map(|next| next.due);
        (due.is_none(), due.flatten().is_none(), due.flatten(), one.id)
    });
    Ok((found, at_work))
}

/// The open step that is due first; one without a date comes after those with one, in the order of the plan.
fn next_step(steps: &[&step::Model], me: Uuid) -> Option<NextStep> {
    let open = steps.iter().filter(|step| step.done_at.is_none());
    let next = open.min_by_key(|step| (step.due_on.is_none(), step.due_on, step.position))?;
    let mine = next.owner.is_none_or(|owner| owner == me);
    Some(NextStep { title: next.title.clone(), due: next.due_on, mine })
}
