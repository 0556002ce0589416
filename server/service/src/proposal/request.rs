//! Publications that wait: planned, signed off, sent back, cancelled, and carried out when their time comes.

use super::publish::{named, propose};
use crate::account::address_of;
use crate::actor::{self, local_moment, offset_minutes};
use crate::board::{Base, People, Writer, coordinators, plan_command, plan_row, who};
use crate::entity::{match_plan, person, profile, programme, publish_request};
use crate::error::Result;
use crate::{Context, Error, Opened, Programme, Service, mail};
use domain::board::{
    Command, Due, Event, LeftOut, Pair, PublishForm, PublishRequest, Refusal, RequestCommand, RequestNews,
    RequestState, RequestStep, RequestView, decide, decide_request, publishable, sort_out,
};
use domain::calendar::parse_moment;
use domain::form::Check;
use domain::mail::{Letter, Recipient};
use domain::stream::Aggregate;
use domain::text::board as words;
use domain::{CommandId, Instant, MatchPlanId, PersonId, Problem, ProgrammeId, PublishRequestId, Role};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, Set,
};
use std::sync::Arc;
use uuid::Uuid;

/// The longest reason for sending a publication back, in characters.
const LONGEST_REASON: usize = 500;
/// So far ahead can a publication be planned.
const MOST_DAYS: i64 = 366;
/// For so long news of a publication stay on the page that a coordinator begins with.
const NEWS_DAYS: i64 = 14;

/// Signs off what another coordinator wants to publish: it is published, or waits for its time. For coordinators.
///
/// # Errors
/// The board's refusals: one's own, over already, or a pair that has changed since.
pub async fn sign_off(
    cx: &Context,
    slug: &str,
    plan: MatchPlanId,
    request: PublishRequestId,
    command: CommandId,
) -> Result<usize> {
    carry_out(cx, slug, plan, request, command, (RequestCommand::SignOff, "")).await
}

/// Sends back what another coordinator wants to publish, with a reason that coordinators read. For coordinators.
///
/// # Errors
/// As [`sign_off`]; [`Error::Invalid`] without a reason.
pub async fn send_back(
    cx: &Context,
    slug: &str,
    plan: MatchPlanId,
    request: PublishRequestId,
    reason: &str,
    command: CommandId,
) -> Result<usize> {
    let mut check = Check::default();
    let typed = check.text("reason", reason, LONGEST_REASON);
    // Who may not send it back hears that first, whatever they typed.
    cx.coordinated(slug).await?;
    let reason = check.done(typed)?;
    carry_out(cx, slug, plan, request, command, (RequestCommand::SendBack, &reason)).await
}

/// Gives up a publication that waits; its pairs stay drafts. For coordinators.
///
/// # Errors
/// The board's refusal where it is over already.
pub async fn cancel_publication(
    cx: &Context,
    slug: &str,
    plan: MatchPlanId,
    request: PublishRequestId,
    command: CommandId,
) -> Result<usize> {
    carry_out(cx, slug, plan, request, command, (RequestCommand::Cancel, "")).await
}

/// Publishes without waiting for the time that was planned. For coordinators.
///
/// # Errors
/// As [`cancel_publication`]; where it was not signed off, or a pair has changed since it was.
pub async fn publish_now(
    cx: &Context,
    slug: &str,
    plan: MatchPlanId,
    request: PublishRequestId,
    command: CommandId,
) -> Result<usize> {
    carry_out(cx, slug, plan, request, command, (RequestCommand::Now, "")).await
}

/// Carries out what has been planned until now, each as whoever planned it, and answers how many pairs were published.
/// For the schedule.
///
/// # Errors
/// Where the database does; what is left is carried out the next time.
pub async fn publish_due(service: &Arc<Service>) -> Result<usize> {
    let system = Context::system(service.clone());
    let due = publish_request::Entity::find()
        .filter(publish_request::Column::State.eq(RequestState::Armed.as_str()))
        .filter(publish_request::Column::DueAt.lte(system.now().0))
        .order_by_asc(publish_request::Column::DueAt)
        .all(system.read())
        .await?;
    let mut count = 0;
    for row in due {
        count += match carry_out_as_planned(service, &row).await {
            Ok(count) => count,
            // Their author may not publish any more, or the programme is over: nobody waits for it in vain.
            Err(
                Error::SignInRequired
                | Error::Denied(_)
                | Error::NotFound
                | Error::Refused(_)
                | Error::RefusedSaying(..),
            ) => fail(&system, &row).await?,
            Err(error) => return Err(error),
        };
    }
    Ok(count)
}

async fn carry_out_as_planned(service: &Arc<Service>, row: &publish_request::Model) -> Result<usize> {
    let author = actor::load(service, PersonId(row.asked_by)).await?.ok_or(Error::SignInRequired)?;
    let cx = Context::of(service.clone(), author);
    let slug = slug_of(&cx, row).await?;
    let (plan, request) = (MatchPlanId(row.match_plan_id), PublishRequestId(row.id));
    // The request names the command too: what two servers begin, one carries out.
    carry_out(&cx, &slug, plan, request, CommandId(row.id), (RequestCommand::Due, "")).await
}

async fn fail(system: &Context, row: &publish_request::Model) -> Result<usize> {
    let slug = slug_of(system, row).await?;
    let programme = system.coordinated(&slug).await?;
    let plan = MatchPlanId(row.match_plan_id);
    let Opened::New(change) = system.change::<usize>(Aggregate::MatchPlan(plan), system.new_id()).await?
    else {
        return Ok(0);
    };
    let mut writer = Writer::new(change, plan).await?;
    let base = Base::load(writer.change.tx(), &programme, plan).await?;
    let people = People::load(writer.change.tx(), &base, None, writer.change.now).await?;
    let row = read(writer.change.tx(), plan, PublishRequestId(row.id)).await?;
    if row.state == RequestState::Armed.as_str() {
        settle(&mut writer, &base, &people, row, Settled::to(RequestState::Failed)).await?;
    }
    writer.change.commit(0).await
}

async fn slug_of(cx: &Context, row: &publish_request::Model) -> Result<String> {
    Ok(cx.programme_by_id(ProgrammeId(row.programme_id)).await?.slug().to_owned())
}

async fn carry_out(
    cx: &Context,
    slug: &str,
    plan: MatchPlanId,
    request: PublishRequestId,
    command_id: CommandId,
    (command, reason): (RequestCommand, &str),
) -> Result<usize> {
    let programme = plan_command(cx, slug).await?;
    plan_row(cx.read(), &programme, plan).await?;
    let change = match cx.change(Aggregate::MatchPlan(plan), command_id).await? {
        Opened::Repeated(count) => return Ok(count),
        Opened::New(change) => change,
    };
    let mut writer = Writer::new(change, plan).await?;
    let mut base = Base::load(writer.change.tx(), &programme, plan).await?;
    let people = People::load(writer.change.tx(), &base, None, writer.change.now).await?;
    let row = read(writer.change.tx(), plan, request).await?;
    let pairs = pairs_of(&row)?;
    let (_, changed) = sort_out(&base.board, &pairs);
    let state = PublishRequest {
        asked_by: PersonId(row.asked_by),
        state: state_of(&row)?,
        due: row.due_at.map(Instant),
        signed: row.signed_by.is_some(),
        changed: !changed.is_empty(),
    };
    let mut count = 0;
    match decide_request(&state, command, who(cx), writer.change.now)? {
        RequestStep::Nothing => {}
        RequestStep::Become(to) => {
            let left_out = match to {
                RequestState::Failed => changed.into_iter().map(LeftOut::Changed).collect(),
                _ => vec![],
            };
            let signs = matches!(command, RequestCommand::SignOff | RequestCommand::SendBack);
            let settled = Settled { to, count, left_out, reason, signs };
            settle(&mut writer, &base, &people, row, settled).await?;
        }
        RequestStep::Publish => {
            let (pairs, left_out) = publishable(&base.board, &pairs, &people);
            count = pairs.len();
            let to = if pairs.is_empty() { RequestState::Failed } else { RequestState::Done };
            let signs = command == RequestCommand::SignOff;
            let settled = Settled { to, count, left_out, reason, signs };
            settle(&mut writer, &base, &people, row, settled).await?;
            if !pairs.is_empty() {
                propose(&mut writer, &mut base, &people, &Command::PublishPairs { pairs }).await?;
            }
        }
    }
    writer.change.commit(count).await
}

/// What becomes of a request.
struct Settled<'a> {
    to: RequestState,
    count: usize,
    left_out: Vec<LeftOut>,
    reason: &'a str,
    /// Whether whoever does it is the second coordinator.
    signs: bool,
}

impl Settled<'_> {
    fn to(to: RequestState) -> Self {
        Self { to, count: 0, left_out: vec![], reason: "", signs: false }
    }
}

/// Stores what becomes of a request, and tells whoever asked for it where they did not do it themselves.
async fn settle(
    writer: &mut Writer,
    base: &Base,
    people: &People,
    row: publish_request::Model,
    settled: Settled<'_>,
) -> Result<()> {
    let (now, by) = (writer.change.now, who(writer.change.cx()));
    let (id, author) = (PublishRequestId(row.id), PersonId(row.asked_by));
    let planned = row.due_at.is_some_and(|due| due <= now.0);
    let mut after = publish_request::ActiveModel {
        state: Set(settled.to.as_str().to_owned()),
        reason: Set(settled.reason.to_owned()),
        left_out: Set(serde_json::to_value(&settled.left_out)?),
        closed_at: Set((!settled.to.is_open()).then_some(now.0)),
        ..row.into()
    };
    if settled.signs {
        (after.signed_by, after.signed_at) = (Set(by.map(|by| by.0)), Set(Some(now.0)));
    }
    after.update(writer.change.tx()).await?;
    writer.note(base, people, &Event::Settled { request: id, to: settled.to }).await?;
    for (coordinator, _) in coordinators(writer.change.tx(), base).await? {
        writer.change.tell(coordinator);
    }
    if by == Some(author) && !planned {
        return Ok(());
    }
    let left_out = settled.left_out.iter().map(|one| one.sentence(people)).collect();
    let by = by.filter(|by| *by != author);
    write_to(writer, base, author, by, (settled.to, settled.count, left_out)).await
}

/// Writes to `reader` how far a publication has come.
async fn write_to(
    writer: &mut Writer,
    base: &Base,
    reader: PersonId,
    by: Option<PersonId>,
    (state, pairs, left_out): (RequestState, usize, Vec<String>),
) -> Result<()> {
    let name = |row: Option<person::Model>| row.map(|row| row.name);
    let by = match by {
        Some(by) => name(person::Entity::find_by_id(by.0).one(writer.change.tx()).await?),
        None => None,
    };
    let Some(row) = person::Entity::find_by_id(reader.0).one(writer.change.tx()).await? else {
        return Ok(());
    };
    let Some(address) = row.email.filter(|_| row.archived_at.is_none()) else { return Ok(()) };
    let path = format!("/programmes/{}/matching/{}/publish", base.programme.slug, base.plan.id);
    let letter = Letter::Publication {
        programme: base.programme.name.clone(),
        plan: base.plan.name.clone(),
        by,
        state,
        pairs,
        left_out,
        link: address_of(writer.change.cx(), &path),
    };
    let to = Recipient { person: Some(reader), name: row.name, address };
    mail::queue(&mut writer.change, &to, &letter).await
}

/// When the form wants it published; none is now.
///
/// # Errors
/// [`Error::Invalid`] where that is no moment of the coming year.
pub(super) async fn due(cx: &Context, programme: &Programme, form: &PublishForm) -> Result<Option<Instant>> {
    if form.when != PublishForm::LATER {
        return Ok(None);
    }
    let wrong = |problem| Error::field("at", problem);
    if form.at.trim().is_empty() {
        return Err(wrong(Problem::Missing));
    }
    let typed = parse_moment(&form.at).ok_or_else(|| wrong(Problem::NotAMoment))?;
    let zone = zone_of(cx.read(), who(cx), &programme.row).await?;
    let at = local_moment(&zone, typed).ok_or_else(|| wrong(Problem::SkippedHour))?;
    if at <= cx.now() {
        return Err(wrong(Problem::Past));
    }
    if at > cx.now().plus_days(MOST_DAYS) {
        return Err(wrong(Problem::TooFar));
    }
    Ok(Some(at))
}

/// The zone in which `person` reads times of `programme`: their own, else the programme's.
pub(super) async fn zone_of(
    db: &impl ConnectionTrait,
    person: Option<PersonId>,
    programme: &programme::Model,
) -> Result<String> {
    let own = match person {
        Some(person) => profile::Entity::find_by_id(person.0).one(db).await?.map(|row| row.time_zone),
        None => None,
    };
    Ok(own.filter(|zone| !zone.is_empty()).unwrap_or_else(|| programme.time_zone.clone()))
}

/// Refuses where a publication of the plan waits already.
pub(super) async fn none_waits(db: &impl ConnectionTrait, plan: MatchPlanId) -> Result<()> {
    let waiting = publish_request::Entity::find()
        .filter(publish_request::Column::MatchPlanId.eq(plan.0))
        .filter(publish_request::Column::ClosedAt.is_null())
        .one(db)
        .await?;
    if waiting.is_some() { Err(Refusal::WaitsAlready.into()) } else { Ok(()) }
}

/// Lets the publication of `pairs` wait for `due`, and for a second coordinator where the programme asks for one.
pub(super) async fn wait(
    writer: &mut Writer,
    base: &Base,
    people: &People,
    pairs: Vec<Pair>,
    due: Option<Instant>,
) -> Result<()> {
    let by = who(writer.change.cx());
    let count = pairs.len();
    // What cannot be published now is not planned either.
    let command = Command::PublishPairs { pairs: pairs.clone() };
    decide(&base.board, &command, by, people).map_err(|refusal| named(refusal.into(), people))?;
    let others = coordinators(writer.change.tx(), base).await?.into_iter().map(|(person, _)| person);
    let others = still_here(writer.change.tx(), others.filter(|person| Some(*person) != by)).await?;
    let asks = base.programme.sign_off;
    if asks && others.is_empty() {
        return Err(Refusal::NobodyToSignOff.into());
    }
    let id: PublishRequestId = writer.change.cx().new_id();
    let state = if asks { RequestState::Asked } else { RequestState::Armed };
    let row = publish_request::ActiveModel {
        id: Set(id.0),
        programme_id: Set(base.programme.id),
        match_plan_id: Set(base.plan.id),
        asked_by: Set(by.map(|by| by.0).unwrap_or_default()),
        asked_at: Set(writer.change.now.0),
        due_at: Set(due.map(|due| due.0)),
        signed_at: Set(None),
        closed_at: Set(None),
        signed_by: Set(None),
        pairs: Set(serde_json::to_value(&pairs)?),
        state: Set(state.as_str().to_owned()),
        reason: Set(String::new()),
        left_out: Set(serde_json::json!([])),
    };
    row.insert(writer.change.tx()).await?;
    writer.note(base, people, &Event::Requested { request: id, pairs: count, to: state }).await?;
    for other in others {
        writer.change.tell(other);
        if asks {
            write_to(writer, base, other, by, (state, count, vec![])).await?;
        }
    }
    Ok(())
}

/// Whoever of `people` has an account still.
async fn still_here(
    db: &impl ConnectionTrait,
    people: impl Iterator<Item = PersonId>,
) -> Result<Vec<PersonId>> {
    let rows = person::Entity::find()
        .filter(person::Column::Id.is_in(people.map(|person| person.0)))
        .filter(person::Column::ArchivedAt.is_null())
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| PersonId(row.id)).collect())
}

async fn read(
    db: &impl ConnectionTrait,
    plan: MatchPlanId,
    id: PublishRequestId,
) -> Result<publish_request::Model> {
    let found = publish_request::Entity::find_by_id(id.0)
        .filter(publish_request::Column::MatchPlanId.eq(plan.0))
        .one(db)
        .await?;
    found.ok_or(Error::NotFound)
}

fn state_of(row: &publish_request::Model) -> Result<RequestState> {
    row.state.parse().map_err(|()| Error::internal("a publication in no state"))
}

fn pairs_of(row: &publish_request::Model) -> Result<Vec<Pair>> {
    Ok(serde_json::from_value(row.pairs.clone())?)
}

/// The publication of the plan that waits, or the last one where it went otherwise than planned and nothing was
/// published since.
pub(crate) async fn latest(
    db: &impl ConnectionTrait,
    base: &Base,
    people: &People,
    me: Option<PersonId>,
) -> Result<Option<RequestView>> {
    let row = publish_request::Entity::find()
        .filter(publish_request::Column::MatchPlanId.eq(base.plan.id))
        .order_by_desc(publish_request::Column::AskedAt)
        .order_by_desc(publish_request::Column::Id)
        .one(db)
        .await?;
    let Some(row) = row else { return Ok(None) };
    let state = state_of(&row)?;
    let left_out: Vec<LeftOut> = serde_json::from_value(row.left_out.clone())?;
    let astray = !left_out.is_empty() || matches!(state, RequestState::SentBack | RequestState::Failed);
    let fresh = row.closed_at >= base.plan.published_at;
    let shown = state.is_open() || (astray && fresh);
    if !shown {
        return Ok(None);
    }
    let pairs = pairs_of(&row)?;
    let changed = if state.is_open() {
        sort_out(&base.board, &pairs).1.iter().map(|one| one.sentence(people)).collect()
    } else {
        left_out.iter().map(|one| one.sentence(people)).collect()
    };
    let zone = zone_of(db, me, &base.programme).await?;
    let due =
        row.due_at.map(Instant).map(|at| Due { at, offset: offset_minutes(&zone, at).unwrap_or(0), zone });
    let name = async |id: Option<Uuid>| -> Result<Option<String>> {
        let Some(id) = id else { return Ok(None) };
        Ok(person::Entity::find_by_id(id).one(db).await?.map(|row| row.name))
    };
    Ok(Some(RequestView {
        id: PublishRequestId(row.id),
        state,
        by: name(Some(row.asked_by)).await?.unwrap_or_else(|| words::somebody_else().to_owned()),
        mine: me == Some(PersonId(row.asked_by)),
        asked_at: Instant(row.asked_at),
        due,
        pairs,
        signed_by: name(row.signed_by).await?,
        changed,
        reason: row.reason,
    }))
}

/// What of publications waits for the asker, or came to them otherwise than planned.
pub(crate) async fn news(cx: &Context) -> Result<Vec<RequestNews>> {
    use publish_request::Column;
    let actor = cx.actor()?;
    let mine: Vec<Uuid> =
        actor.roles.iter().filter(|(_, role)| *role == Role::Coordinator).map(|(id, _)| id.0).collect();
    let since = cx.now().plus_days(-NEWS_DAYS);
    let rows = publish_request::Entity::find()
        .filter(Column::ProgrammeId.is_in(mine))
        .filter(Condition::any().add(Column::ClosedAt.is_null()).add(Column::ClosedAt.gt(since.0)))
        .order_by_asc(Column::AskedAt)
        .all(cx.read())
        .await?;
    let mut news = vec![];
    for row in rows {
        let own = row.asked_by == actor.person.0;
        let wanted =
            if row.closed_at.is_some() { own } else { !own && row.state == RequestState::Asked.as_str() };
        if !wanted {
            continue;
        }
        let Ok(programme) = cx.programme_by_id(ProgrammeId(row.programme_id)).await else { continue };
        let plan = match_plan::Entity::find_by_id(row.match_plan_id).one(cx.read()).await?;
        let base = Base::of(cx.read(), programme.row, plan.ok_or(Error::NotFound)?).await?;
        let people = People::load(cx.read(), &base, None, cx.now()).await?;
        let latest = latest(cx.read(), &base, &people, Some(actor.person)).await?;
        let Some(request) = latest.filter(|one| one.id.0 == row.id) else { continue };
        news.push(RequestNews {
            slug: base.programme.slug.clone(),
            programme: base.programme.name.clone(),
            plan: MatchPlanId(row.match_plan_id),
            name: base.plan.name.clone(),
            request,
        });
    }
    Ok(news)
}
