//! How good a plan is, with names.

use super::base::Base;
use super::engine::work;
use super::people::People;
use super::view;
use crate::Context;
use crate::error::Result;
use domain::board::{PairFit, PairLine, PinLine, Rather, RatherLine, SeenCard, VerdictView};
use domain::{MatchPlanId, ParticipationId};
use std::sync::Arc;

/// So many lines a list has.
const LINES: usize = 10;
/// So many pins are listed.
const PINS: usize = 50;

/// How far a plan is from the best one, what its pins cost and where it is weak. For coordinators.
///
/// # Errors
/// Those of every page of a plan.
pub async fn load_verdict(cx: &Context, slug: &str, plan: MatchPlanId) -> Result<VerdictView> {
    let programme = cx.coordinated(slug).await?;
    let base = Base::load(cx.read(), &programme, plan).await?;
    let people = Arc::new(People::load(cx.read(), &base, None, cx.now()).await?);
    let fits = people.clone();
    let verdict = work(&base, &people, move |mut studio, board| studio.verdict(board, &*fits, LINES)).await?;
    let name = |id: ParticipationId| people.line(id).name;
    let pair = |&(mentee, mentor, _): &PairFit| PairLine {
        card: SeenCard {
            id: mentee,
            revision: base.board.cards.get(&mentee).map_or(0, |card| card.revision),
        },
        mentee: name(mentee),
        mentor: name(mentor),
        fit: base.board.fit(mentee, mentor, &*people),
    };
    let pin = |(at, price)| PinLine { pair: pair(at), price };
    let rather =
        |&rather: &Rather| RatherLine { mentee: name(rather.mentee), mentor: name(rather.mentor), rather };
    let mut waiting: Vec<_> =
        base.board.cards.iter().filter(|(_, card)| card.active && card.place.mentor.is_none()).collect();
    let since = |id: &ParticipationId| base.participants.get(id).map(|one| one.since);
    waiting.sort_by_key(|(id, _)| (since(id), **id));
    Ok(VerdictView {
        slug: base.programme.slug.clone(),
        programme: base.programme.name.clone(),
        plan,
        name: base.plan.name.clone(),
        counts: view::counts(&base, &people),
        proved_at: verdict.proved.then(|| cx.now()),
        better: verdict.better,
        overfull: verdict.overfull.into_iter().map(name).collect(),
        fewest: base.board.fewest,
        pins_cost: verdict.pins_cost,
        pins: verdict.pins.iter().take(PINS).map(|(at, price)| pin((at, *price))).collect(),
        common: verdict.common,
        movable: verdict.movable,
        lowest: verdict.lowest.iter().map(pair).collect(),
        rather: verdict.rather.iter().map(rather).collect(),
        rather_count: verdict.rather_count,
        spread: verdict.spread,
        spread_best: verdict.spread_best,
        waiting: waiting.iter().take(LINES).map(|(id, _)| (**id, people.line(**id))).collect(),
    })
}
