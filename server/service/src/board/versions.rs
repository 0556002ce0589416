//! The whole history of a match plan, and the plan as it was after any of its changes.

use super::base::Base;
use super::people::People;
use super::{history, plan_row, view};
use crate::entity::{board_change, pair, person};
use crate::error::Result;
use crate::{Context, Error, Programme, event_log};
use domain::board::{self, Event, PastBoard, PastCard, PastColumn, Place, Places, PlanHistory};
use domain::stream::{Aggregate, Version};
use domain::{Instant, MatchPlanId, ParticipationId, Role};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use std::collections::{BTreeMap, BTreeSet};

/// Changes on a page of the history.
const CHANGES: u64 = 50;
/// Mentors on a page of a past board.
const COLUMNS: usize = 24;
/// So many of those who waited are named.
const WAITING: usize = 60;

/// A page of all that was done to a plan, newest first. For coordinators.
///
/// # Errors
/// Those of every page of a plan.
pub async fn load_history(cx: &Context, slug: &str, plan: MatchPlanId, page: u32) -> Result<PlanHistory> {
    let programme = cx.coordinated(slug).await?;
    let db = cx.read();
    let base = Base::load(db, &programme, plan).await?;
    let all = board_change::Entity::find().filter(board_change::Column::MatchPlanId.eq(plan.0));
    let count = all.clone().count(db).await?;
    let pages = u32::try_from(count.div_ceil(CHANGES)).unwrap_or(u32::MAX).max(1);
    let page = page.clamp(1, pages);
    let rows = all
        .order_by_desc(board_change::Column::Version)
        .offset(u64::from(page - 1) * CHANGES)
        .limit(CHANGES)
        .all(db)
        .await?;
    let named: BTreeSet<_> = history::named(&rows).into_iter().chain(base.exceptions.named()).collect();
    let people = People::load(db, &base, Some(&named), cx.now()).await?;
    let names = view::names(db, &view::coordinators(db, &base).await?, &rows).await?;
    let author = match base.plan.author {
        Some(id) => person::Entity::find_by_id(id).one(db).await?.map(|row| row.name),
        None => None,
    };
    Ok(PlanHistory {
        slug: base.programme.slug.clone(),
        programme: base.programme.name.clone(),
        plan,
        name: base.plan.name.clone(),
        note: base.plan.note.clone(),
        author,
        created_at: Instant(base.plan.created_at),
        exceptions: base.exceptions.lines(&people),
        fewest: base.board.fewest,
        lines: rows.iter().filter_map(|row| history::line(row, &people, &names)).collect(),
        changes: count,
        page,
        pages,
        now: cx.now(),
    })
}

/// A plan as it was after its change number `version`. For coordinators.
///
/// # Errors
/// [`Error::NotFound`] also where no change has this number.
pub async fn load_version(
    cx: &Context,
    slug: &str,
    plan: MatchPlanId,
    version: Version,
    page: u32,
) -> Result<PastBoard> {
    let programme = cx.coordinated(slug).await?;
    let db = cx.read();
    let base = Base::load(db, &programme, plan).await?;
    let row = change_at(db, plan, version).await?;
    let (places, touched) = places_at(db, plan, version).await?;
    let people = People::load(db, &base, None, cx.now()).await?;
    let coordinators = view::coordinators(db, &base).await?;
    let names = view::names(db, &coordinators, std::slice::from_ref(&row)).await?;
    let event = history::event(&row);
    let changed: BTreeSet<_> = event.iter().flat_map(Event::mentees).collect();
    let card = |id: ParticipationId, place: Place| PastCard {
        person: people.line(id),
        pinned: place.pinned,
        changed: changed.contains(&id),
    };
    let known = |id: &ParticipationId| base.participants.contains_key(id);
    let mut columns: BTreeMap<ParticipationId, Vec<PastCard>> = BTreeMap::new();
    for (mentee, place) in &places {
        if let Some(mentor) = place.mentor.filter(known).filter(|_| known(mentee)) {
            columns.entry(mentor).or_default().push(card(*mentee, *place));
        }
    }
    let there = |id: &ParticipationId| {
        base.participants.get(id).is_some_and(|one| one.role == Role::Mentee && one.since.0 <= row.at)
    };
    let here = base.board.cards.keys().copied().filter(there).chain(touched.into_iter().filter(known));
    let waiting: BTreeSet<_> = here.filter(|id| !places.contains_key(id)).collect();
    let mut waiting: Vec<_> = waiting.into_iter().map(|id| card(id, Place::TRAY)).collect();
    let order = |a: &PastCard, b: &PastCard| {
        b.changed.cmp(&a.changed).then_with(|| a.person.name.cmp(&b.person.name))
    };
    waiting.sort_by(order);
    let matched = columns.values().map(Vec::len).sum::<usize>();
    let mut columns: Vec<_> = columns
        .into_iter()
        .map(|(mentor, mut cards)| {
            cards.sort_by(order);
            PastColumn { mentor: people.line(mentor), cards }
        })
        .collect();
    // What was changed stands in front, so that each step shows what it did.
    let quiet = |column: &PastColumn| !column.cards.iter().any(|card| card.changed);
    columns.sort_by(|a, b| quiet(a).cmp(&quiet(b)).then_with(|| a.mentor.name.cmp(&b.mentor.name)));
    let pages = columns.len().div_ceil(COLUMNS).max(1);
    let page = (page as usize).clamp(1, pages);
    let mentees = matched + waiting.len();
    let unnamed = waiting.len().saturating_sub(WAITING);
    waiting.truncate(WAITING);
    Ok(PastBoard {
        slug: base.programme.slug.clone(),
        programme: base.programme.name.clone(),
        plan,
        name: base.plan.name.clone(),
        line: history::line(&row, &people, &names).ok_or(Error::NotFound)?,
        earlier: beside(db, plan, version, false).await?,
        later: beside(db, plan, version, true).await?,
        matched: matched as u32,
        mentees: mentees as u32,
        mentors: columns.len() as u32,
        columns: columns.into_iter().skip((page - 1) * COLUMNS).take(COLUMNS).collect(),
        waiting,
        unnamed: unnamed as u32,
        page: page as u32,
        pages: pages as u32,
    })
}

/// The pairs of a plan as it was, which must be one of `programme`.
pub(super) async fn pairs_at(
    db: &impl ConnectionTrait,
    programme: &Programme,
    plan: MatchPlanId,
    version: Version,
) -> Result<Places> {
    plan_row(db, programme, plan).await?;
    change_at(db, plan, version).await?;
    Ok(places_at(db, plan, version).await?.0)
}

/// The pairs of a plan as it is.
pub(super) async fn pairs_now(db: &impl ConnectionTrait, plan: MatchPlanId) -> Result<Places> {
    let pairs = pair::Entity::find().filter(pair::Column::MatchPlanId.eq(plan.0)).all(db).await?;
    let place =
        |row: &pair::Model| Place { mentor: Some(ParticipationId(row.mentor_id)), pinned: row.pinned };
    Ok(pairs.iter().map(|row| (ParticipationId(row.mentee_id), place(row))).collect())
}

pub(super) async fn change_at(
    db: &impl ConnectionTrait,
    plan: MatchPlanId,
    version: Version,
) -> Result<board_change::Model> {
    board_change::Entity::find()
        .filter(board_change::Column::MatchPlanId.eq(plan.0))
        .filter(board_change::Column::Version.eq(version.0))
        .one(db)
        .await?
        .ok_or(Error::NotFound)
}

/// Who lay where after change `version`, and who has been moved since. Walks back from the pairs of today, which nothing
/// but the log's events has made.
async fn places_at(
    db: &impl ConnectionTrait,
    plan: MatchPlanId,
    version: Version,
) -> Result<(Places, BTreeSet<ParticipationId>)> {
    let mut places = pairs_now(db, plan).await?;
    let mut touched = BTreeSet::new();
    let since = event_log::read_after(db, Aggregate::MatchPlan(plan), version, i64::MAX as u64).await?;
    // The log has the events of proposals too, which move nobody.
    for logged in since.into_iter().rev().filter(|logged| logged.kind.starts_with("board.")) {
        let Ok(event) = serde_json::from_value::<Event>(logged.payload) else { continue };
        board::take_back(&mut places, &event);
        touched.extend(event.mentees());
    }
    Ok((places, touched))
}

/// The next change, or the one before.
async fn beside(
    db: &impl ConnectionTrait,
    plan: MatchPlanId,
    version: Version,
    later: bool,
) -> Result<Option<Version>> {
    let column = board_change::Column::Version;
    let all = board_change::Entity::find().filter(board_change::Column::MatchPlanId.eq(plan.0));
    let found = match later {
        true => all.filter(column.gt(version.0)).order_by_asc(column),
        false => all.filter(column.lt(version.0)).order_by_desc(column),
    };
    Ok(found.one(db).await?.map(|row| Version(row.version)))
}
