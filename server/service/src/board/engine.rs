//! Runs the engine: computes outside of any transaction, and applies the result only to the board it was computed for.

use super::answer::{Done, answer, finish};
use super::base::Base;
use super::people::People;
use super::plan_command;
use super::runs::{input_hash, text_hash};
use super::store::Writer;
use crate::entity::{participation, person, profile};
use crate::error::Result;
use crate::{Context, Error, Opened, fairness};
use domain::board::{
    self, Board, BoardAnswer, Card, Command, Destination, EngineMove, EnginePreview, Exceptions, FitTable,
    GroupsBegin, Refusal, Step, Studio,
};
use domain::exchange::{Objective, plan_csv};
use domain::fairness::Room;
use domain::stream::{Aggregate, Version};
use domain::{CommandId, MatchPlanId, ParticipationId};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use std::collections::BTreeSet;
use std::fmt::Debug;
use std::sync::Arc;

/// So often the engine starts anew where the board has changed meanwhile.
const ATTEMPTS: usize = 5;

/// What the engine is asked for.
#[derive(Clone, Debug, Default)]
pub struct Run {
    /// So many people may lose the mentor whom they have; everybody where there is no number.
    pub most: Option<u32>,
    /// No pair may fit less than so many hundredths.
    pub least: Option<u8>,
    /// So many of a group must have a match.
    pub room: Option<Room>,
    /// Only on the board at this version: what was looked at is what happens.
    pub seen: Option<Version>,
}

impl Run {
    /// Whether it is for the best plan of all: there groups are as large as the programme wants them.
    fn is_plain(&self) -> bool {
        self.most.is_none() && self.least.is_none() && self.room.is_none()
    }
}

/// Finds the best plan around the pins and applies it. For coordinators.
///
/// # Errors
/// [`Refusal::ChangedMeanwhile`] where the board changes faster than the engine works, or is not as it was seen;
/// [`Refusal::NoRoom`] where there is no plan with room for the group, or the group has become too small to be one.
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
        let group = members(cx.read(), &base, run.room.as_ref()).await?;
        let people = Arc::new(People::load(cx.read(), &base, None, cx.now()).await?);
        let (wanted, some) = (run.clone(), group.clone());
        let (studio, changes) = work(&base, &people, move |studio, board| {
            Ok::<_, String>(asked(&studio, board, &wanted, &some)?.map(|changes| (studio, changes)))
        })
        .await?
        .ok_or(if run.room.is_some() { Refusal::NoRoom } else { Refusal::ChangedMeanwhile })?;
        // The fits of everybody take a while to hash: meanwhile the board is read again.
        let (board, wanted, some, made) = (base.board.clone(), run.clone(), group.clone(), changes.clone());
        let noted = tokio::task::spawn_blocking(move || note(&studio, &board, wanted, &some, &made));
        let change = match cx.change(Aggregate::MatchPlan(plan), command).await? {
            Opened::Repeated(done) => return answer(cx, &programme, plan, done).await,
            Opened::New(change) => change,
        };
        let mut writer = Writer::new(change, plan).await?;
        if run.seen.is_some_and(|seen| seen != writer.version()) {
            return Err(Refusal::ChangedMeanwhile.into());
        }
        let mut now = Base::load(writer.change.tx(), &programme, plan).await?;
        let same = now.board == base.board
            && self::inputs(writer.change.tx(), &now).await? == inputs
            && members(writer.change.tx(), &now, run.room.as_ref()).await? == group;
        if !same {
            continue;
        }
        let mut done = noted.await.map_err(Error::internal)?;
        done.repeat = earlier.map(|earlier| done.repeats(earlier));
        writer.of_run(&done)?;
        let first = Version(writer.version().0 + 1);
        let events = writer.carry_out(&mut now, &people, &Command::Rebalance { changes }).await?;
        let done = Done { first, last: writer.version(), engine: true };
        return finish(writer, &now, Some(&people), &events, done).await;
    }
    Err(Refusal::ChangedMeanwhile.into())
}

/// What is kept of a run, so that it can be repeated.
fn note(
    studio: &Studio,
    board: &Board,
    run: Run,
    group: &BTreeSet<ParticipationId>,
    changes: &[Destination],
) -> board::Run {
    let (objective, instance) = match &run.room {
        Some(room) => (Objective::Diverse, studio.instance_with(board, group, room)),
        None if run.is_plain() && board.has_groups() => (Objective::Total, studio.whole_instance(board)),
        None => (Objective::Total, studio.instance()),
    };
    board::Run {
        objective,
        most: run.most,
        least: run.least,
        room: run.room,
        engine: env!("CARGO_PKG_VERSION").to_owned(),
        input: input_hash(&instance),
        plan: text_hash(&plan_csv(&instance, &studio.made(board, changes))),
        repeat: None,
    }
}

/// What a run would change; none where its guarantee would cost a pair by now, or there is no room for the group.
fn asked(
    studio: &Studio,
    board: &Board,
    run: &Run,
    group: &BTreeSet<ParticipationId>,
) -> std::result::Result<Option<Vec<Destination>>, String> {
    let said = |error| format!("{error:?}");
    Ok(match (&run.room, run.least, run.most) {
        (Some(_), ..) if group.is_empty() => None,
        (Some(room), ..) => studio.room(board, group, room).map_err(said)?.map(|step| step.changes),
        (None, Some(least), _) => studio.guaranteed(board, least).map_err(said)?.map(|step| step.changes),
        (None, None, Some(most)) => {
            let steps = studio.steps(board, most as usize).map_err(said)?;
            Some(at_most(&steps, most).map(|at| steps[at].changes.clone()).unwrap_or_default())
        }
        (None, None, None) if board.has_groups() => Some(studio.whole_step(board).map_err(said)?.0.changes),
        (None, None, None) => Some(studio.changes(board)),
    })
}

/// Who is in the group for which room is made; nobody where it is none, or too small by now.
async fn members(
    db: &impl ConnectionTrait,
    base: &Base,
    room: Option<&Room>,
) -> Result<BTreeSet<ParticipationId>> {
    match room {
        Some(room) => Ok(fairness::groups(db, base).await?.remove(&room.group).unwrap_or_default()),
        None => Ok(BTreeSet::new()),
    }
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
    room: Option<Room>,
) -> Result<EnginePreview> {
    let programme = cx.coordinated(slug).await?;
    let base = Base::load(cx.read(), &programme, plan).await?;
    let people = Arc::new(People::load(cx.read(), &base, None, cx.now()).await?);
    let count = most.unwrap_or(STEPS).max(STEPS) as usize;
    let groups = fairness::groups(cx.read(), &base).await?;
    let asked = room.and_then(|room| Some((groups.get(&room.group)?.clone(), room)));
    let wanted = asked.clone();
    let (steps, best, groups_begin, guarantees, rooms) = work(&base, &people, move |studio, board| {
        let rooms = wanted.map(|(some, room)| studio.rooms(board, &some, &room.group)).transpose()?;
        let mut steps = studio.steps(board, count)?;
        let best = steps.last().map(|step| step.gain).unwrap_or_default();
        let whole = board.has_groups().then(|| studio.whole_step(board)).transpose()?;
        let groups_begin = whole.map(|(step, gap)| {
            // The best plan with groups of any size is no choice where it moves many.
            steps.retain(|step| step.moves <= count);
            steps.push(step.clone());
            GroupsBegin { fewest: board.fewest, price: step.gain - best, gap }
        });
        let rooms = rooms.unwrap_or_default();
        studio.guarantees(board).map(|guarantees| (steps, best, groups_begin, guarantees, rooms))
    })
    .await?;
    let last = steps.len().saturating_sub(1);
    let guarantee = guarantees.iter().find(|(at, _)| Some(*at) == least);
    let share = asked.as_ref().map(|(_, room)| room.share);
    let room = rooms.iter().find(|(at, _)| Some(*at) == share).and_then(|(_, step)| step.as_ref());
    let guarantee = guarantee.filter(|_| room.is_none());
    let made = room.or(guarantee.map(|(_, step)| step));
    let chosen = match made {
        Some(_) => None,
        None => {
            // Whole groups are made by the last step alone, however few it moves.
            let few = if groups_begin.is_some() { last } else { steps.len() };
            Some(most.and_then(|most| at_most(&steps[..few], most)).unwrap_or(last))
        }
    };
    let changes = made.or_else(|| steps.get(chosen?)).map(|step| &step.changes);
    let name = |id: Option<ParticipationId>| id.map(|id| people.line(id).name);
    let fit = |mentee, mentor: Option<ParticipationId>| base.board.fit(mentee, mentor?, &*people).ok();
    let line = |&(mentee, to): &Destination| {
        let from = base.board.cards.get(&mentee).and_then(|card| card.place.mentor);
        EngineMove {
            mentee: people.line(mentee),
            from: name(from),
            to: name(to),
            left: base.board.cards.get(&mentee).is_some_and(Card::is_left),
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
        groups_begin,
        chosen,
        least: guarantee.map(|(at, _)| *at),
        guarantees: guarantees.iter().map(|(at, step)| (*at, step.gain - best)).collect(),
        share: share.filter(|_| room.is_some()),
        rooms: rooms.iter().map(|(at, step)| (*at, step.as_ref().map(|step| step.gain - best))).collect(),
        group: asked.map(|(_, room)| room.group),
        groups: groups.into_keys().collect(),
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
/// Those of every page of a plan; [`Error::NotFound`] also for a board that is too large for a browser.
pub async fn load_fits(cx: &Context, slug: &str, plan: MatchPlanId) -> Result<Vec<u8>> {
    let programme = cx.coordinated(slug).await?;
    let base = Base::load(cx.read(), &programme, plan).await?;
    if base.board.is_large() {
        return Err(Error::NotFound);
    }
    let people = People::load(cx.read(), &base, None, cx.now()).await?;
    let table = tokio::task::spawn_blocking(move || FitTable::of(&base.board, &people).to_bytes());
    table.await.map_err(Error::internal)
}

/// A number that changes with every answer and every rule that the engine reads.
async fn inputs(db: &impl ConnectionTrait, base: &Base) -> Result<(i64, i64, serde_json::Value, Exceptions)> {
    let members = participation::Entity::find()
        .select_only()
        .column(participation::Column::PersonId)
        .filter(participation::Column::ProgrammeId.eq(base.programme.id));
    let people = QuerySelect::query(&mut members.clone()).to_owned();
    let revisions = profile::Entity::find()
        .select_only()
        .column(profile::Column::Revision)
        .filter(profile::Column::PersonId.in_subquery(people.clone()))
        .into_tuple::<i64>()
        .all(db)
        .await?;
    // What the organisation's list says of them, and whom they have chosen.
    let versions = person::Entity::find()
        .select_only()
        .column(person::Column::Version)
        .filter(person::Column::Id.in_subquery(people))
        .into_tuple::<i64>()
        .all(db)
        .await?;
    let criteria = base.programme.criteria.clone();
    let changes = revisions.iter().chain(&versions).sum();
    Ok((revisions.len() as i64, changes, criteria, base.exceptions.clone()))
}
