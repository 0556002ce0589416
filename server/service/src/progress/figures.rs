//! All figures of a programme at one moment.

use super::{is_at_work, is_quiet, stage};
use crate::actor;
use crate::entity::{goal, mentorship, participation, step};
use crate::error::Result;
use domain::progress::{Figures, Stage, Week};
use domain::{Instant, ProgrammeId};
use sea_orm::sea_query::SelectStatement;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect, QueryTrait, Select,
};
use uuid::Uuid;

pub(super) async fn figures(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
    zone: &str,
    now: Instant,
) -> Result<Figures> {
    let id = programme.0;
    let mut stages = vec![];
    for stage in Stage::ALL {
        stages.push(participation::Entity::find().filter(stage::reached(*stage, id, now)).count(db).await?);
    }
    let begun = mentorship::Entity::find().filter(mentorship::Column::ProgrammeId.eq(id)).count(db).await?;
    let with_goals = goal::Entity::find()
        .select_only()
        .column(goal::Column::MentorshipId)
        .filter(goal::Column::ArchivedAt.is_null())
        .into_query();
    let at_work = mentorship::Entity::find().filter(is_at_work(id));
    let done = live_steps(id).filter(step::Column::State.eq("done"));
    let weeks = weeks(db, id, zone, now).await?;
    Ok(Figures {
        stages,
        begun,
        at_work: at_work.clone().count(db).await?,
        with_goals: at_work.filter(mentorship::Column::Id.in_subquery(with_goals)).count(db).await?,
        goals: live_goals(id).count(db).await?,
        steps: live_steps(id).count(db).await?,
        steps_done: done.count(db).await?,
        quiet: mentorship::Entity::find().filter(is_quiet(id, now)).count(db).await?,
        weeks,
        at: now,
    })
}

/// Steps done in each of the last weeks. Each moment is dated with the zone's offset of its own time, so that a
/// change of the clocks moves no step into another week.
async fn weeks(db: &impl ConnectionTrait, programme: Uuid, zone: &str, now: Instant) -> Result<Vec<Week>> {
    let local = |at: Instant| at.date(actor::offset_minutes(zone, at).unwrap_or_default());
    let since = now.plus_days(-7 * (Week::SHOWN as i64 + 1));
    let moments: Vec<Option<i64>> = live_steps(programme)
        .filter(step::Column::DoneAt.gte(since.0))
        .select_only()
        .column(step::Column::DoneAt)
        .into_tuple()
        .all(db)
        .await?;
    Ok(Week::count(moments.into_iter().flatten().map(|at| local(Instant(at))), local(now)))
}

fn mentorships(programme: Uuid) -> SelectStatement {
    mentorship::Entity::find()
        .select_only()
        .column(mentorship::Column::Id)
        .filter(mentorship::Column::ProgrammeId.eq(programme))
        .into_query()
}

fn live_goals(programme: Uuid) -> Select<goal::Entity> {
    goal::Entity::find()
        .filter(goal::Column::MentorshipId.in_subquery(mentorships(programme)))
        .filter(goal::Column::ArchivedAt.is_null())
}

fn live_steps(programme: Uuid) -> Select<step::Entity> {
    let goals = live_goals(programme).select_only().column(goal::Column::Id).into_query();
    step::Entity::find()
        .filter(step::Column::ArchivedAt.is_null())
        .filter(step::Column::GoalId.in_subquery(goals))
}
