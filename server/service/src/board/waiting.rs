//! The waiting list: mentees without a mentor, the longest waiting first, each with the reason.

use super::base::Base;
use super::people::People;
use super::view::{Extras, returned, unsolved, why_none};
use crate::Context;
use crate::entity::{match_plan, participation};
use crate::error::Result;
use domain::board::{Stage, Studio, WaitingLine, WaitingList, WhyNone, WhyWaiting};
use domain::programme::ParticipationState;
use domain::{Instant, MatchPlanId, ParticipationId, Role};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

/// People on a page: for each the engine tries what would help.
const PAGE: usize = 20;

/// A page, from 1, of the mentees who have neither a proposal nor a mentorship. For coordinators.
///
/// # Errors
/// [`crate::Error::SignInRequired`], [`crate::Error::NotFound`], [`crate::Error::Denied`].
pub async fn load_waiting(cx: &Context, slug: &str, page: u32) -> Result<WaitingList> {
    let programme = cx.coordinated(slug).await?;
    let plans = match_plan::Entity::find()
        .filter(match_plan::Column::ProgrammeId.eq(programme.id.0))
        .order_by_desc(match_plan::Column::CreatedAt)
        .all(cx.read())
        .await?;
    // The board on which coordinators are at work; who joined after any publication is a late joiner.
    let plan = plans.first().cloned();
    let published = plans.iter().filter_map(|plan| plan.published_at).max();
    let base = match plan.clone() {
        Some(plan) => Base::of(cx.read(), programme.row.clone(), plan).await?,
        None => return without_plan(cx, programme.row).await,
    };
    let people = People::load(cx.read(), &base, None, cx.now()).await?;
    let extras = Extras::load(cx.read(), &base).await?;
    let mut waiting: Vec<(Instant, String, ParticipationId)> = base
        .board
        .cards
        .iter()
        .filter(|(_, card)| card.stage == Stage::Open && card.active)
        .map(|(id, _)| (since(&base, *id), people.line(*id).name, *id))
        .collect();
    waiting.sort();
    let total = waiting.len();
    let pages = total.div_ceil(PAGE).max(1);
    let page = (page.max(1) as usize).min(pages);
    let mut studio = None;
    let mut lines = vec![];
    for (at, (since, _, id)) in waiting.into_iter().enumerate().skip((page - 1) * PAGE).take(PAGE) {
        lines.push(WaitingLine {
            id,
            place: at as u32 + 1,
            person: people.line(id),
            wish: people.known(id).map(|known| known.gist.clone()).unwrap_or_default(),
            since,
            why: why(&base, &people, &mut studio, id, published)?,
            returned: returned(&base, &people, &extras, id),
        });
    }
    Ok(WaitingList {
        slug: base.programme.slug.clone(),
        programme: base.programme.name.clone(),
        plan: plan.map(|plan| (MatchPlanId(plan.id), plan.name)),
        total: total as u32,
        page: page as u32,
        pages: pages as u32,
        lines,
        now: cx.now(),
    })
}

fn since(base: &Base, id: ParticipationId) -> Instant {
    base.participants.get(&id).map_or(Instant(0), |one| one.since)
}

/// Why somebody waits. The engine is asked once it is needed, and then for all of the page.
fn why(
    base: &Base,
    people: &People,
    studio: &mut Option<Studio>,
    id: ParticipationId,
    published: Option<i64>,
) -> Result<WhyWaiting> {
    let Some(card) = base.board.cards.get(&id) else { return Ok(WhyWaiting::Engine(WhyNone::Ready)) };
    if let Some(mentor) = card.place.mentor {
        return Ok(WhyWaiting::Draft { mentor: people.line(mentor).name });
    }
    if studio.is_none() && !base.board.is_large() {
        *studio = Some(Studio::new(&base.board, people).map_err(unsolved)?);
    }
    let engine = why_none(base, people, id, card, studio.as_mut())?.unwrap_or(WhyNone::Ready);
    let joined = published.is_some_and(|published| since(base, id).0 > published);
    Ok(if joined { WhyWaiting::Joined(engine) } else { WhyWaiting::Engine(engine) })
}

/// Before the first plan everybody approved waits.
async fn without_plan(cx: &Context, row: crate::entity::programme::Model) -> Result<WaitingList> {
    let rows = participation::Entity::find()
        .filter(participation::Column::ProgrammeId.eq(row.id))
        .filter(participation::Column::Role.eq(Role::Mentee.as_str()))
        .filter(participation::Column::State.eq(ParticipationState::Approved.as_str()))
        .all(cx.read())
        .await?;
    Ok(WaitingList {
        slug: row.slug,
        programme: row.name,
        plan: None,
        total: rows.len() as u32,
        page: 1,
        pages: 1,
        lines: vec![],
        now: cx.now(),
    })
}
