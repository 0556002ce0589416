//! The mentorships of whoever asks.

use super::rows;
use crate::Context;
use crate::entity::{mentorship, mentorship_member, programme};
use crate::error::Result;
use domain::Instant;
use domain::mentorship::Line;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use std::collections::HashMap;
use uuid::Uuid;

/// Everybody the asker works with, those at work first, the longest untouched first among them.
///
/// # Errors
/// [`crate::Error::SignInRequired`].
pub async fn my_mentorships(cx: &Context) -> Result<Vec<Line>> {
    let me = cx.actor()?.person;
    let mine = mentorship_member::Entity::find()
        .select_only()
        .column(mentorship_member::Column::MentorshipId)
        .filter(mentorship_member::Column::PersonId.eq(me.0))
        .into_query();
    let mut found = mentorship::Entity::find()
        .filter(mentorship::Column::Id.in_subquery(mine))
        .order_by_asc(mentorship::Column::MovedAt)
        .all(cx.read())
        .await?;
    found.sort_by_key(|row| row.closed_at.is_some());
    let programmes: Vec<Uuid> = found.iter().map(|row| row.programme_id).collect();
    let names: HashMap<Uuid, String> = programme::Entity::find()
        .filter(programme::Column::Id.is_in(programmes))
        .all(cx.read())
        .await?
        .into_iter()
        .map(|row| (row.id, row.name))
        .collect();
    let plans = rows::plans(cx.read(), &found).await?;
    let line = |(row, plan): (mentorship::Model, domain::mentorship::Plan)| {
        let (steps_done, steps) = plan.steps_done();
        Line {
            id: plan.id,
            programme: names.get(&row.programme_id).cloned().unwrap_or_default(),
            role: rows::role(&plan, me),
            others: plan.others(me).cloned().collect(),
            open: plan.open,
            started_at: Instant(row.started_at),
            moved_at: Instant(row.moved_at),
            grown: plan.grown(),
            steps_done,
            steps,
            goals: plan.goals().count(),
            next: plan.next_step().map(|step| (step.title.clone(), step.due)),
        }
    };
    Ok(found.into_iter().zip(plans).map(line).collect())
}
