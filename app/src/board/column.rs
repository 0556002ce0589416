//! Mentors as columns with places.

use super::board_page::Links;
use super::card::BoardCard;
use super::desk::Desk;
use super::find::Find;
use super::held::few_stakes;
use super::sight::{Sight, next_frame};
use crate::ui::*;
use domain::ParticipationId;
use domain::board::{Density, Sort};
use domain::text::board as words;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::{HashMap, HashSet};

/// Columns on a page of the first HTML.
const PAGE: u32 = 24;
/// So many columns are added in a frame.
const STEP: usize = 20;
/// How high a column is likely to be that has not been drawn yet, in pixels: its head, and each place; or a line.
const HEAD: usize = 72;
const PLACE: usize = 96;
const LINE: usize = 44;

/// A column, or the team that those after it are of.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Piece {
    Team(String),
    Column(ParticipationId),
}

/// So many of those who lose or gain are named where a card hangs over a place.
const OVER: usize = 2;

/// The mentors that match the search, in the chosen order; `matching` on all pages, of so many `mentors`.
#[component]
pub(super) fn Columns(page: u32, pages: u32, matching: u32, mentors: u32) -> impl IntoView {
    let desk = expect_context::<Desk>();
    let links = expect_context::<StoredValue<Links>>();
    let find = expect_context::<Find>();
    let sight = Sight::new(find.density);
    provide_context(sight);
    Effect::new(move || {
        if let Some(place) = desk.followed_to() {
            sight.show(&place.to_string());
        }
    });
    let found = find.mentors;
    let pieces = in_steps(Memo::new(move |_| pieces(desk, find)));
    let first = (page - 1) * PAGE + 1;
    let listed = desk.mentors.with_untracked(Vec::len) as u32;
    let what = words::page_of_mentors(first, first + listed.saturating_sub(1), matching);
    let none = if mentors == 0 { words::mentors_nobody() } else { words::mentors_none() };
    view! {
        <section class="board__columns" aria-label=words::mentors()>
            <h2 class="unseen">{words::mentors()}</h2>
            <p class="board__hint" id="board-hint">
                {words::drag_hint()}
            </p>
            <div class="board__grid">
                <For each=move || pieces.get() key=Clone::clone let(piece)>
                    {match piece {
                        Piece::Column(id) => view! { <Column id /> }.into_any(),
                        Piece::Team(team) => view! { <TeamHead team /> }.into_any(),
                    }}
                </For>
            </div>
            {move || found.with(Vec::is_empty).then(|| view! { <p class="board__none">{none}</p> })}
            <Show when=move || { pages > 1 && !desk.whole.get() }>
                <Pagination
                    page
                    pages
                    what=what.clone()
                    href=Callback::new(move |page| links.with_value(|links| links.page(page)))
                />
            </Show>
        </section>
    }
}

/// The pieces that are drawn: where many come at once, so many in a frame, the first ones first.
fn in_steps(pieces: Memo<Vec<Piece>>) -> RwSignal<Vec<Piece>> {
    let drawn = RwSignal::new(pieces.get_untracked());
    let turn = StoredValue::new(0_u32);
    Effect::new(move |before: Option<()>| {
        let all = pieces.get();
        if before.is_none() && drawn.with_untracked(|drawn| *drawn == all) {
            return;
        }
        let this = turn.get_value() + 1;
        turn.set_value(this);
        let known: HashSet<Piece> = drawn.with_untracked(|drawn| drawn.iter().cloned().collect());
        let new = all.iter().filter(|one| !known.contains(one)).count();
        spawn_local(async move {
            for most in (STEP..).step_by(STEP) {
                let mut left = most;
                let part = all.iter().filter(|one| {
                    let take = known.contains(one) || left > 0;
                    left -= usize::from(take && !known.contains(one));
                    take
                });
                let part = part.cloned().collect();
                if turn.try_get_value() != Some(this) {
                    return;
                }
                drawn.set(part);
                if most >= new {
                    return;
                }
                next_frame().await;
            }
        });
    });
    drawn
}

/// The columns, under their teams where they are in that order.
fn pieces(desk: Desk, find: Find) -> Vec<Piece> {
    let found = find.mentors.get();
    if find.query.with(|query| query.sort != Sort::Team) {
        return found.into_iter().map(Piece::Column).collect();
    }
    desk.mentors.with(|mentors| {
        let teams: HashMap<_, _> = mentors.iter().map(|one| (one.id, &one.traits.team)).collect();
        let (mut pieces, mut last) = (vec![], None);
        for id in found {
            let team = teams.get(&id).copied();
            if team != last {
                pieces.extend(team.cloned().map(Piece::Team));
                last = team;
            }
            pieces.push(Piece::Column(id));
        }
        pieces
    })
}

#[component]
fn TeamHead(team: String) -> impl IntoView {
    let name = if team.is_empty() { words::team_none().to_owned() } else { team };
    view! {
        <h3 class="board__team" dir="auto">
            {name}
        </h3>
    }
}

#[component]
fn Column(id: ParticipationId) -> impl IntoView {
    let desk = expect_context::<Desk>();
    let mentor = Memo::new(move |_| desk.mentors.with(|all| all.iter().find(|one| one.id == id).cloned()));
    let cards =
        Memo::new(move |_| desk.places.with(|places| places.get(&Some(id)).cloned().unwrap_or_default()));
    let places = move || mentor.with(|one| one.as_ref().map_or(0, |one| one.places));
    let taken = Memo::new(move |_| {
        let here = |id: &&ParticipationId| {
            desk.cards.with_untracked(|all| all.get(*id).is_some_and(|card| !card.is_left()))
        };
        cards.with(|ids| ids.iter().filter(here).count() as u32)
    });
    let length = desk.mentors.with_untracked(Vec::len);
    let sight = expect_context::<Sight>();
    let near = sight.of(id.to_string(), length);
    provide_context(near);
    let frame = NodeRef::<leptos::html::Section>::new();
    #[cfg(feature = "hydrate")]
    Effect::new(move || frame.get().into_iter().for_each(|frame| sight.watch(&frame, length)));
    let density = expect_context::<Find>().density;
    let height = move || {
        let likely = || match density.get() {
            Density::Comfortable => (HEAD + PLACE * cards.with(Vec::len).max(places() as usize)) as i32,
            Density::Compact | Density::Whole => LINE as i32,
        };
        (!near.is.get()).then(|| format!("{}px", near.height.get().unwrap_or_else(likely)))
    };
    let prospect = Memo::new(move |_| near.is.get().then(|| desk.prospect(id)).flatten());
    let over = Memo::new(move |_| desk.over.get() == Some(Some(id)));
    let exchange = Memo::new(move |_| over.get().then(|| desk.exchange_over(id)).flatten());
    let stakes = Memo::new(move |_| {
        let held = over.get().then(|| desk.held.with(|held| held.as_ref().map(|held| held.card)))??;
        few_stakes(desk.stakes(held, id)?, OVER)
    });
    let head = move || {
        mentor.get().map(|one| {
            view! {
                <PersonLine
                    name=one.person.name.clone()
                    what=one.person.does
                    seed=one.person.id.to_string()
                    size=AvatarSize::Small
                />
            }
        })
    };
    let name = move || mentor.with(|one| one.as_ref().map(|one| one.person.name.clone())).unwrap_or_default();
    // Where there is room for it.
    let offers = move || {
        let roomy = near.at.get() == Density::Comfortable;
        mentor.with(|one| {
            let offers = one.as_ref().map(|one| one.offers.clone()).filter(|_| roomy)?;
            (!offers.is_empty()).then_some(offers)
        })
    };
    let more = move || mentor.with(|one| one.as_ref().map_or(0, |one| one.more));
    let left = move || mentor.with(|one| one.as_ref().is_some_and(|one| !one.active));
    let elsewhere = move || mentor.with(|one| one.as_ref().map_or(0, |one| one.elsewhere));
    let group = move || match taken.get() + elsewhere() {
        _ if places() + elsewhere() < desk.fewest && !left() => Some(words::group_too_few(desk.fewest)),
        _ if desk.fewest < 2 || left() => None,
        0 => Some(words::group_begins(desk.fewest)),
        taken if taken < desk.fewest => Some(words::group_lacks(desk.fewest - taken, desk.fewest)),
        _ => None,
    };
    view! {
        <section
            class="column board__place"
            data-place=id.to_string()
            data-sight=id.to_string()
            data-over=move || over.get()
            data-possible=move || prospect.get().map(|one| if one.possible { "yes" } else { "no" })
            data-rank=move || prospect.with(|one| one.as_ref()?.rank)
            aria-label=name
            style:min-block-size=height
            node_ref=frame
        >
            <Show when=move || near.is.get()>
            <header class="column__head">
                {head}
                <span class="column__places" data-over=move || { taken.get() > places() }>
                    <span aria-hidden="true">{move || format!("{}/{}", taken.get(), places())}</span>
                    <span class="unseen">{move || words::places_taken(taken.get(), places())}</span>
                </span>
            </header>
            {move || {
                offers()
                    .map(|offers| {
                        view! {
                            <p class="column__offers" dir="auto" title=offers.clone()>
                                {offers.clone()}
                            </p>
                        }
                    })
            }}
            {move || left().then(|| view! { <Badge tone=Tone::Warn>{words::left()}</Badge> })}
            {move || (taken.get() > places() && !left()).then(|| view! { <Badge tone=Tone::Bad icon=Glyph::Alert>{words::column_overfull()}</Badge> })}
            {move || (more() > 0).then(|| view! { <p class="column__more">{words::column_more(words::places_on_top(more()))}</p> })}
            {move || group().map(|said| view! { <p class="column__more">{said}</p> })}
            {move || {
                prospect
                    .get()
                    .map(|one| {
                        let closer = exchange.get().or(one.closer);
                        view! {
                            <p class="column__prospect">
                                <span>{one.text}</span>
                                {closer.map(|more| view! { <span class="column__closer">{more}</span> })}
                                {move || stakes.get().map(|more| view! { <span class="column__closer">{more}</span> })}
                            </p>
                        }
                    })
            }}
            <ul class="column__cards">
                <For each=move || cards.get() key=|id| *id let(id)>
                    <BoardCard id />
                </For>
            </ul>
            {move || {
                (taken.get()..places())
                    .map(|_| view! { <p class="column__free">{words::free_place()}</p> })
                    .collect_view()
            }}
            </Show>
        </section>
    }
}
