//! Runs the engine: computes outside of any transaction, and applies the result only to the board it was computed for.

use super::answer::{Done, answer, finish};
use super::base::Base;
use super::people::People;
use super::plan_command;
use super::runs::{input_hash, text_hash};
use super::store::Writer;
use super::view;
use crate::choice::Choices;
use crate::entity::{participation, person, profile};
use crate::error::Result;
use crate::fairness::Backgrounds;
use crate::matter::Matters;
use crate::{Context, Error, Opened, fairness};
use domain::board::{
    self, Aim, Aimed, Board, BoardAnswer, Card, Command, Destination, EngineError, EngineMove, EnginePreview,
    Exceptions, FitTable, Fits, Gain, GroupsBegin, MOST_MOVES, RatherLine, Refusal, Step, Studio,
};
use domain::exchange::{Objective, plan_csv};
use domain::fairness::{Group, Room};
use domain::stream::{Aggregate, Version};
use domain::{CommandId, MatchPlanId, ParticipationId};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use std::collections::BTreeSet;
use std::sync::Arc;

/// So often the engine starts anew where the board has changed meanwhile.
const ATTEMPTS: usize = 5;

/// What the engine is asked for.
#[derive(Clone, Debug, Default)]
pub struct Run {
    /// What "best" means. Room for a group is made for the highest total; moves and a least fit count for that alone.
    pub aim: Aim,
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
        self.aim.is_total() && self.most.is_none() && self.least.is_none() && self.room.is_none()
    }

    fn aim(&self) -> Aim {
        if self.room.is_some() { Aim::Total } else { self.aim }
    }
}

/// The aim that an address or a form names; the highest total where it names none.
///
/// # Errors
/// [`Refusal::UnknownAim`].
pub fn aim(word: &str) -> Result<Aim> {
    Ok(Aim::asked(word)?)
}

/// Finds the best plan around the pins and applies it. For coordinators.
///
/// # Errors
/// [`Refusal::ChangedMeanwhile`] where the board changes faster than the engine works, or is not as it was seen;
/// [`Refusal::NoRoom`] where there is no plan with room for the group, or the group has become too small to be one;
/// [`Refusal::GroupsForTotalOnly`] for another aim than the highest total where groups have a minimum.
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
        run.aim().with_groups_of(base.board.fewest)?;
        let inputs = inputs(cx.read(), &base).await?;
        let group = members(cx.read(), &base, run.room.as_ref()).await?;
        let people = Arc::new(People::load(cx.read(), &base, None, cx.now()).await?);
        let (wanted, some) = (run.clone(), group.clone());
        let (studio, changes) = work(&base, &people, move |studio, board| {
            Ok(asked(&studio, board, &wanted, &some)?.map(|changes| (studio, changes)))
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
        let rebalance = Command::Rebalance { changes, aim: run.aim() };
        let events = writer.carry_out(&mut now, &people, &rebalance).await?;
        let done = Done { first, last: writer.version(), engine: true, aim: run.aim() };
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
        None => (run.aim.objective(), studio.instance()),
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
) -> std::result::Result<Option<Vec<Destination>>, EngineError> {
    Ok(match (&run.room, run.aim, run.least, run.most) {
        (Some(_), ..) if group.is_empty() => None,
        (Some(room), ..) => studio.room(board, group, room)?.map(|step| step.changes),
        (None, Aim::Total, Some(least), _) => studio.guaranteed(board, least)?.map(|step| step.changes),
        (None, Aim::Total, None, Some(most)) => {
            let steps = studio.steps(board, few(run))?;
            Some(at_most(&steps, most).map(|at| steps[at].changes.clone()).unwrap_or_default())
        }
        (None, Aim::Total, None, None) if !board.has_groups() => Some(studio.changes(board)),
        (None, aim, ..) => Some(studio.aimed(board, aim)?.changes),
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

/// So many of those whom a stable plan keeps apart are named.
const APART: usize = 10;

/// What the engine answers to all that its page asks of one board.
struct Weighed {
    steps: Vec<Step>,
    /// What the best plan with groups of any size gains: prices are beside this.
    best: Gain,
    groups_begin: Option<GroupsBegin>,
    guarantees: Vec<(u8, Step)>,
    rooms: Vec<(u8, Option<Step>)>,
    aims: Vec<Aimed>,
}

/// What is chosen of it.
#[derive(Default)]
struct Chosen<'w> {
    room: Option<&'w Step>,
    aim: Option<&'w Aimed>,
    guarantee: Option<&'w (u8, Step)>,
    step: Option<usize>,
}

impl Weighed {
    fn new(
        studio: &Studio,
        board: &Board,
        fits: &dyn Fits,
        run: &Run,
        group: Option<(BTreeSet<ParticipationId>, Group)>,
    ) -> std::result::Result<Self, EngineError> {
        let count = few(run);
        let rooms = group.map(|(some, group)| match run.room.as_ref().filter(|_| board.is_large()) {
            Some(room) if Room::SHARES.contains(&room.share) => {
                Ok(vec![(room.share, studio.room(board, &some, room)?)])
            }
            // Nothing is chosen yet: the least that is offered, so that there is a first price to go on from.
            Some(room) => {
                let least = Room { share: Room::SHARES[0], ..room.clone() };
                Ok(vec![(least.share, studio.room(board, &some, &least)?)])
            }
            None => studio.rooms(board, &some, &group),
        });
        let rooms = rooms.transpose()?;
        let mut steps = match board.is_large() && run.most.is_none() {
            true => vec![studio.best_step(board)],
            false => studio.steps(board, count)?,
        };
        let best = steps.last().map(|step| step.gain).unwrap_or_default();
        let whole = board.has_groups().then(|| studio.whole_step(board)).transpose()?;
        let groups_begin = whole.map(|(step, gap)| {
            // The best plan with groups of any size is no choice where it moves many.
            steps.retain(|step| step.moves <= count);
            steps.push(step.clone());
            GroupsBegin { fewest: board.fewest, price: step.gain - best, gap }
        });
        let guarantees = match (board.is_large(), run.least) {
            (false, _) => studio.guarantees(board)?,
            (true, Some(least)) => {
                studio.guaranteed(board, least)?.map(|step| (least, step)).into_iter().collect()
            }
            (true, None) => vec![],
        };
        let aims = studio.aims(board, fits, run.aim(), APART)?;
        Ok(Self { steps, best, groups_begin, guarantees, rooms: rooms.unwrap_or_default(), aims })
    }

    /// The one of all these plans that `run` asks for: the best of all where it asks for none of them.
    fn chosen(&self, run: &Run) -> Chosen<'_> {
        let share = run.room.as_ref().map(|room| room.share);
        let room = self.rooms.iter().find(|(at, _)| Some(*at) == share).and_then(|(_, step)| step.as_ref());
        if room.is_some() {
            return Chosen { room, ..Chosen::default() };
        }
        let aim = self.aims.iter().find(|one| one.line.aim == run.aim());
        if aim.is_some() {
            return Chosen { aim, ..Chosen::default() };
        }
        let guarantee = self.guarantees.iter().find(|(at, _)| Some(*at) == run.least);
        if guarantee.is_some() {
            return Chosen { guarantee, ..Chosen::default() };
        }
        let last = self.steps.len().saturating_sub(1);
        // Whole groups are made by the last step alone, however few it moves.
        let few = if self.groups_begin.is_some() { last } else { self.steps.len() };
        let step = run.most.and_then(|most| at_most(&self.steps[..few], most)).unwrap_or(last);
        Chosen { step: Some(step), ..Chosen::default() }
    }

    fn changes<'w>(&'w self, chosen: &Chosen<'w>) -> &'w [Destination] {
        let aim = chosen.aim.and_then(|one| one.step.as_ref());
        let guarantee = chosen.guarantee.map(|(_, step)| step);
        let step = chosen.room.or(aim).or(guarantee).or_else(|| self.steps.get(chosen.step?));
        step.map_or(&[], |step| &step.changes)
    }
}

/// Up to how many moves the steps are weighed one by one.
fn few(run: &Run) -> usize {
    run.most.unwrap_or(STEPS).clamp(STEPS, MOST_MOVES) as usize
}

/// What a run of the engine would change. For coordinators.
///
/// # Errors
/// Those of every page of a plan.
pub async fn preview_engine(cx: &Context, slug: &str, plan: MatchPlanId, run: Run) -> Result<EnginePreview> {
    let programme = cx.coordinated(slug).await?;
    let base = Base::load(cx.read(), &programme, plan).await?;
    let people = Arc::new(People::load(cx.read(), &base, None, cx.now()).await?);
    let groups = fairness::groups(cx.read(), &base).await?;
    let asked =
        run.room.as_ref().and_then(|room| Some((groups.get(&room.group)?.clone(), room.group.clone())));
    // A group that is too small to be named is none.
    let run = Run { room: run.room.filter(|_| asked.is_some()), ..run };
    let (wanted, group, fits) = (run.clone(), asked.clone(), people.clone());
    let weighed =
        work(&base, &people, move |studio, board| Weighed::new(&studio, board, &*fits, &wanted, group))
            .await?;
    let chosen = weighed.chosen(&run);
    let name = |id: ParticipationId| people.line(id).name;
    let apart = chosen.aim.into_iter().flat_map(|one| &one.apart);
    let apart =
        apart.map(|&rather| RatherLine { mentee: name(rather.mentee), mentor: name(rather.mentor), rather });
    let beside = |step: &Step| step.gain - weighed.best;
    Ok(EnginePreview {
        slug: base.programme.slug.clone(),
        programme: base.programme.name.clone(),
        plan,
        name: base.plan.name.clone(),
        version: Version(base.plan.version),
        large: base.board.is_large(),
        steps: weighed.steps.iter().map(|step| (step.moves as u32, step.gain)).collect(),
        groups_begin: weighed.groups_begin,
        chosen: chosen.step,
        least: chosen.guarantee.map(|(at, _)| *at),
        guarantees: weighed.guarantees.iter().map(|(at, step)| (*at, beside(step))).collect(),
        share: run.room.as_ref().map(|room| room.share).filter(|_| chosen.room.is_some()),
        rooms: weighed.rooms.iter().map(|(at, step)| (*at, step.as_ref().map(beside))).collect(),
        group: asked.map(|(_, group)| group),
        groups: groups.into_keys().collect(),
        aims: weighed.aims.iter().map(|one| one.line).collect(),
        aim: chosen.aim.map(|one| one.line.aim),
        apart: apart.collect(),
        moves: moves(&base, &people, weighed.changes(&chosen)),
    })
}

/// The changes with names, by those of the mentees.
fn moves(base: &Base, people: &People, changes: &[Destination]) -> Vec<EngineMove> {
    let name = |id: Option<ParticipationId>| id.map(|id| people.line(id).name);
    let fit = |mentee, mentor: Option<ParticipationId>| base.board.fit(mentee, mentor?, people).ok();
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
    let mut moves: Vec<EngineMove> = changes.iter().map(line).collect();
    moves.sort_by(|a, b| a.mentee.name.cmp(&b.mentee.name));
    moves
}

/// The last of the steps that moves at most so many.
fn at_most(steps: &[Step], most: u32) -> Option<usize> {
    steps.iter().rposition(|step| step.moves <= most as usize)
}

/// Asks the engine, where nobody waits for this thread.
pub(super) async fn work<T: Send + 'static>(
    base: &Base,
    people: &Arc<People>,
    ask: impl FnOnce(Studio, &Board) -> std::result::Result<T, EngineError> + Send + 'static,
) -> Result<T> {
    let (board, fits) = (base.board.clone(), people.clone());
    let asked = tokio::task::spawn_blocking(move || ask(Studio::new(&board, &*fits)?, &board));
    asked.await.map_err(Error::internal)?.map_err(view::unsolved)
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

/// What changes with every answer and every rule that the engine reads.
#[derive(PartialEq)]
struct Inputs {
    profiles: usize,
    /// The revisions of all answers, and of what the organisation's list says.
    revisions: i64,
    criteria: serde_json::Value,
    exceptions: Exceptions,
    choices: Choices,
    matters: Matters,
    backgrounds: Backgrounds,
}

async fn inputs(db: &impl ConnectionTrait, base: &Base) -> Result<Inputs> {
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
    let listed = person::Entity::find()
        .select_only()
        .column(person::Column::Revision)
        .filter(person::Column::Id.in_subquery(people))
        .into_tuple::<i64>()
        .all(db)
        .await?;
    Ok(Inputs {
        profiles: revisions.len(),
        revisions: revisions.iter().chain(&listed).sum(),
        criteria: base.programme.criteria.clone(),
        exceptions: base.exceptions.clone(),
        choices: Choices::load(db, base.programme.id, None).await?,
        matters: Matters::load(db, base.programme.id, None).await?,
        backgrounds: Backgrounds::load(db, &base.programme, None).await?,
    })
}
