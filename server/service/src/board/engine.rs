//! Runs the engine: computes outside of any transaction, and applies the result only to the board it was computed for.

use super::answer::{Done, answer, finish};
use super::base::Base;
use super::people::People;
use super::plan_command;
use super::runs::{input_hash, text_hash};
use super::store::Writer;
use crate::entity::{participation, profile};
use crate::error::Result;
use crate::{Context, Error, Opened};
use domain::board::{
    self, Board, BoardAnswer, Command, Destination, EngineMove, EnginePreview, FitTable, Refusal, Step,
    Studio,
};
use domain::exchange::{Objective, plan_csv};
use domain::stream::{Aggregate, Version};
use domain::{CommandId, MatchPlanId, ParticipationId};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use std::fmt::Debug;
use std::sync::Arc;

/// So often the engine starts anew where the board has changed meanwhile.
const ATTEMPTS: usize = 5;

/// What the engine is asked for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Run {
    /// So many people may lose the mentor whom they have; everybody where there is no number.
    pub most: Option<u32>,
    /// No pair may fit less than so many hundredths.
    pub least: Option<u8>,
    /// Only on the board at this version: what was looked at is what happens.
    pub seen: Option<Version>,
}

/// Finds the best plan around the pins and applies it. For coordinators.
///
/// # Errors
/// [`Refusal::ChangedMeanwhile`] where the board changes faster than the engine works, or is not as it was seen.
pub async fn run_engine(
    cx: &Context,
    slug: &str,
    plan: MatchPlanId,
    run: Run,
    command: CommandId,
) -> Result<BoardAnswer> {
    self::run(cx, slug, plan, run, None, command).await
}

/// The same, where it may repeat a run of `earlier`.
pub(super) async fn run(
    cx: &Context,
    slug: &str,
    plan: MatchPlanId,
    run: Run,
    earlier: Option<&board::Run>,
    command: CommandId,
) -> Result<BoardAnswer> {
    let programme = plan_command(cx, slug).await?;
    for _ in 0..ATTEMPTS {
        let base = Base::load(cx.read(), &programme, plan).await?;
        let inputs = inputs(cx.read(), &base).await?;
        let people = Arc::new(People::load(cx.read(), &base, None, cx.now()).await?);
        let (changes, mut done) = work(&base, &people, move |studio, board| {
            let Some(changes) = asked(&studio, board, run)? else { return Ok(None) };
            let instance = studio.instance();
            let done = board::Run {
                objective: Objective::Total,
                most: run.most,
                least: run.least,
                engine: env!("CARGO_PKG_VERSION").to_owned(),
                input: input_hash(&instance),
                plan: text_hash(&plan_csv(&instance, &studio.made(board, &changes))),
                repeat: None,
            };
            Ok::<_, String>(Some((changes, done)))
        })
        .await?
        .ok_or(Refusal::ChangedMeanwhile)?;
        done.repeat = earlier.map(|earlier| done.repeats(earlier));
        let change = match cx.change(Aggregate::MatchPlan(plan), command).await? {
            Opened::Repeated(done) => return answer(cx, &programme, plan, done).await,
            Opened::New(change) => change,
        };
        let mut writer = Writer::new(change, plan).await?;
        if run.seen.is_some_and(|seen| seen != writer.version()) {
            return Err(Refusal::ChangedMeanwhile.into());
        }
        let mut now = Base::load(writer.change.tx(), &programme, plan).await?;
        if now.board != base.board || self::inputs(writer.change.tx(), &now).await? != inputs {
            continue;
        }
        writer.of_run(&done)?;
        let first = Version(writer.version().0 + 1);
        let events = writer.carry_out(&mut now, &people, &Command::Rebalance { changes }).await?;
        let done = Done { first, last: writer.version(), engine: true };
        return finish(writer, &now, Some(&people), &events, done).await;
    }
    Err(Refusal::ChangedMeanwhile.into())
}

/// What a run would change; none where its guarantee would cost a pair by now.
fn asked(studio: &Studio, board: &Board, run: Run) -> std::result::Result<Option<Vec<Destination>>, String> {
    let said = |error| format!("{error:?}");
    Ok(match (run.least, run.most) {
        (Some(least), _) => studio.guaranteed(board, least).map_err(said)?.map(|step| step.changes),
        (None, Some(most)) => {
            let steps = studio.steps(board, most as usize).map_err(said)?;
            Some(at_most(&steps, most).map(|at| steps[at].changes.clone()).unwrap_or_default())
        }
        (None, None) => Some(studio.changes(board)),
    })
}

/// So many moves at the most are weighed one by one before the best plan of all.
const STEPS: u32 = 10;

/// What a run of the engine would change. For coordinators.
///
/// # Errors
/// Those of every page of a plan.
pub async fn preview_engine(
    cx: &Context,
    slug: &str,
    plan: MatchPlanId,
    most: Option<u32>,
    least: Option<u8>,
) -> Result<EnginePreview> {
    let programme = cx.coordinated(slug).await?;
    let base = Base::load(cx.read(), &programme, plan).await?;
    let people = Arc::new(People::load(cx.read(), &base, None, cx.now()).await?);
    let count = most.unwrap_or(STEPS).max(STEPS) as usize;
    let (steps, guarantees) = work(&base, &people, move |studio, board| {
        studio.steps(board, count).and_then(|steps| Ok((steps, studio.guarantees(board)?)))
    })
    .await?;
    let last = steps.len().saturating_sub(1);
    let best = steps.last().map(|step| step.gain).unwrap_or_default();
    let guarantee = guarantees.iter().find(|(at, _)| Some(*at) == least);
    let chosen = match guarantee {
        Some(_) => None,
        None => Some(most.map_or(last, |most| at_most(&steps, most).unwrap_or(0))),
    };
    let changes = guarantee.map(|(_, step)| step).or_else(|| steps.get(chosen?)).map(|step| &step.changes);
    let name = |id: Option<ParticipationId>| id.map(|id| people.line(id).name);
    let fit = |mentee, mentor: Option<ParticipationId>| base.board.fit(mentee, mentor?, &*people).ok();
    let line = |&(mentee, to): &Destination| {
        let from = base.board.cards.get(&mentee).and_then(|card| card.place.mentor);
        EngineMove {
            mentee: people.line(mentee),
            from: name(from),
            to: name(to),
            before: fit(mentee, from),
            after: fit(mentee, to),
        }
    };
    let mut moves: Vec<EngineMove> = changes.into_iter().flatten().map(line).collect();
    moves.sort_by(|a, b| a.mentee.name.cmp(&b.mentee.name));
    Ok(EnginePreview {
        slug: base.programme.slug.clone(),
        programme: base.programme.name.clone(),
        plan,
        name: base.plan.name.clone(),
        version: Version(base.plan.version),
        steps: steps.iter().map(|step| (step.moves as u32, step.gain)).collect(),
        chosen,
        least: guarantee.map(|(at, _)| *at),
        guarantees: guarantees.iter().map(|(at, step)| (*at, step.gain - best)).collect(),
        moves,
    })
}

/// The last of the steps that moves at most so many.
fn at_most(steps: &[Step], most: u32) -> Option<usize> {
    steps.iter().rposition(|step| step.moves <= most as usize)
}

/// Asks the engine, where nobody waits for this thread.
pub(super) async fn work<T: Send + 'static, E: Debug>(
    base: &Base,
    people: &Arc<People>,
    ask: impl FnOnce(Studio, &Board) -> std::result::Result<T, E> + Send + 'static,
) -> Result<T> {
    let (board, fits) = (base.board.clone(), people.clone());
    let asked = tokio::task::spawn_blocking(move || {
        let studio = Studio::new(&board, &*fits).map_err(|error| format!("{error:?}"))?;
        ask(studio, &board).map_err(|error| format!("{error:?}"))
    });
    asked.await.map_err(Error::internal)?.map_err(Error::internal)
}

/// The fits of everybody on the board as bytes, for the engine in the browser. For coordinators.
///
/// # Errors
/// Those of every page of a plan.
pub async fn load_fits(cx: &Context, slug: &str, plan: MatchPlanId) -> Result<Vec<u8>> {
    let programme = cx.coordinated(slug).await?;
    let base = Base::load(cx.read(), &programme, plan).await?;
    let people = People::load(cx.read(), &base, None, cx.now()).await?;
    let table = tokio::task::spawn_blocking(move || FitTable::of(&base.board, &people).to_bytes());
    table.await.map_err(Error::internal)
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
