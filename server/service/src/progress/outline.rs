//! Mentorships as their coordinators see them: counts and states.

use crate::entity::{goal, mentorship, step};
use crate::error::Result;
use crate::mentorship::rows;
use domain::progress::Outline;
use domain::{Date, Instant, MentorshipId};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// The outlines of `found`, in the same order; what is overdue is so on the day `today`.
pub(crate) async fn outlines(
    db: &impl ConnectionTrait,
    found: Vec<mentorship::Model>,
    today: Date,
) -> Result<Vec<Outline>> {
    let ids: Vec<Uuid> = found.iter().map(|row| row.id).collect();
    let mut members = rows::members(db, &ids).await?;
    let goals: Vec<(Uuid, Uuid)> = goal::Entity::find()
        .select_only()
        .columns([goal::Column::Id, goal::Column::MentorshipId])
        .filter(goal::Column::MentorshipId.is_in(ids.iter().copied()))
        .filter(goal::Column::ArchivedAt.is_null())
        .into_tuple()
        .all(db)
        .await?;
    let live: HashSet<Uuid> = goals.iter().map(|(goal, _)| *goal).collect();
    let steps: Vec<(Uuid, Uuid, String, Option<Date>)> = step::Entity::find()
        .select_only()
        .columns([step::Column::MentorshipId, step::Column::GoalId, step::Column::State, step::Column::DueOn])
        .filter(step::Column::MentorshipId.is_in(ids))
        .filter(step::Column::ArchivedAt.is_null())
        .into_tuple()
        .all(db)
        .await?;
    let mut counts: HashMap<Uuid, [u64; 4]> = HashMap::new();
    for (_, mentorship) in goals {
        counts.entry(mentorship).or_default()[0] += 1;
    }
    for (mentorship, _, state, due) in steps.into_iter().filter(|(_, goal, _, _)| live.contains(goal)) {
        let count = counts.entry(mentorship).or_default();
        let done = state == "done";
        count[1] += 1;
        count[2] += u64::from(done);
        count[3] += u64::from(!done && due.is_some_and(|due| due < today));
    }
    let outline = |row: mentorship::Model| {
        let [goals, steps, steps_done, overdue] = counts.get(&row.id).copied().unwrap_or_default();
        let people = members.remove(&row.id).unwrap_or_default();
        Outline {
            id: MentorshipId(row.id),
            members: people.into_iter().map(|member| (member.person, member.role)).collect(),
            started_at: Instant(row.started_at),
            moved_at: Instant(row.moved_at),
            open: row.closed_at.is_none(),
            goals,
            steps,
            steps_done,
            overdue,
        }
    };
    Ok(found.into_iter().map(outline).collect())
}
