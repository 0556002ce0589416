//! Runs the engine: computes outside of any transaction, and applies the result only to the board it was computed for.

use super::answer::{Done, answer};
use super::base::Base;
use super::people::People;
use super::plan_command;
use super::store::Writer;
use crate::entity::{participation, profile};
use crate::error::Result;
use crate::{Context, Error, Opened};
use domain::board::{BoardAnswer, Command, Refusal, Task};
use domain::stream::{Aggregate, Version};
use domain::{CommandId, MatchPlanId};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use std::sync::Arc;

/// So often the engine starts anew where the board has changed meanwhile.
const ATTEMPTS: usize = 5;

/// Finds the best plan around the pins and applies it. For coordinators.
///
/// # Errors
/// [`Refusal::ChangedMeanwhile`] where the board changes faster than the engine works.
pub async fn run_engine(
    cx: &Context,
    slug: &str,
    plan: MatchPlanId,
    command: CommandId,
) -> Result<BoardAnswer> {
    let programme = plan_command(cx, slug).await?;
    for _ in 0..ATTEMPTS {
        let base = Base::load(cx.read(), &programme, plan).await?;
        let inputs = inputs(cx.read(), &base).await?;
        let people = Arc::new(People::load(cx.read(), &base, None, cx.now()).await?);
        let (board, fits) = (base.board.clone(), people.clone());
        let changes = tokio::task::spawn_blocking(move || Task::new(&board, &*fits)?.solve(&board))
            .await
            .map_err(Error::internal)?
            .map_err(|error| Error::internal(format!("{error:?}")))?;
        let change = match cx.change(Aggregate::MatchPlan(plan), command).await? {
            Opened::Repeated(done) => return answer(cx, &programme, plan, done).await,
            Opened::New(change) => change,
        };
        let mut writer = Writer::new(change, plan).await?;
        let mut now = Base::load(writer.change.tx(), &programme, plan).await?;
        if now.board != base.board || self::inputs(writer.change.tx(), &now).await? != inputs {
            continue;
        }
        let first = Version(writer.version().0 + 1);
        writer.carry_out(&mut now, &people, &Command::Rebalance { changes }).await?;
        let done = Done { first, last: writer.version(), engine: true };
        let done = writer.change.commit(done).await?;
        return answer(cx, &programme, plan, done).await;
    }
    Err(Refusal::ChangedMeanwhile.into())
}

/// A number that changes with every answer and every rule that the engine reads.
async fn inputs(db: &impl ConnectionTrait, base: &Base) -> Result<(i64, i64, serde_json::Value)> {
    let members = participation::Entity::find()
        .select_only()
        .column(participation::Column::PersonId)
        .filter(participation::Column::ProgrammeId.eq(base.programme.id));
    let revisions = profile::Entity::find()
        .select_only()
        .column(profile::Column::Revision)
        .filter(profile::Column::PersonId.in_subquery(QuerySelect::query(&mut members.clone()).to_owned()))
        .into_tuple::<i64>()
        .all(db)
        .await?;
    let criteria = base.programme.criteria.clone();
    Ok((revisions.len() as i64, revisions.iter().sum(), criteria))
}
