//! Mentors as columns with places.

use super::board_page::Links;
use super::card::BoardCard;
use super::desk::Desk;
use super::find::Find;
use super::sight::Sight;
use crate::ui::*;
use domain::ParticipationId;
use domain::board::{Density, Sort};
use domain::text::board as words;
use leptos::prelude::*;
use std::collections::HashMap;

/// Columns on a page of the first HTML.
const PAGE: u32 = 24;
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

/// The mentors that match the search, in the chosen order; `matching` on all pages, of so many `mentors`.
#[component]
pub(super) fn Columns(page: u32, pages: u32, matching: u32, mentors: u32) -> impl IntoView {
    let desk = expect_context::<Desk>();
    let links = expect_context::<StoredValue<Links>>();
    provide_context(Sight::new());
    let find = expect_context::<Find>();
    let found = find.mentors;
    let pieces = Memo::new(move |_| pieces(desk, find));
    let first = (page - 1) * PAGE + 1;
    let listed = desk.mentors.with_untracked(Vec::len) as u32;
    let what = words::page_of_mentors(first, first + listed.saturating_sub(1), matching);
    let none = if mentors == 0 { words::mentors_nobody() } else { words::mentors_none() };
    view! {
        <section class="board__columns" aria-label=words::mentors()>
            <h2 class="unseen">{words::mentors()}</h2>
            <p class="unseen" id="board-hint">
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
    let taken = move || cards.with(Vec::len) as u32;
    let near = expect_context::<Sight>().of(id.to_string(), desk.mentors.with_untracked(Vec::len));
    let frame = NodeRef::<leptos::html::Section>::new();
    #[cfg(feature = "hydrate")]
    {
        let sight = expect_context::<Sight>();
        Effect::new(move || frame.get().into_iter().for_each(|frame| sight.watch(&frame)));
    }
    let density = expect_context::<Find>().density;
    near.measure_at(density);
    let height = move || {
        let likely = || match density.get() {
            Density::Comfortable => (HEAD + PLACE * cards.with(Vec::len).max(places() as usize)) as i32,
            Density::Compact | Density::Whole => LINE as i32,
        };
        (!near.is.get()).then(|| format!("{}px", near.height.get().unwrap_or_else(likely)))
    };
    let prospect = Memo::new(move |_| near.is.get().then(|| desk.prospect(id)).flatten());
    let over = move || desk.held.with(|held| held.as_ref().is_some_and(|held| held.over == Some(Some(id))));
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
    let left = move || mentor.with(|one| one.as_ref().is_some_and(|one| !one.active));
    view! {
        <section
            class="column board__place"
            data-place=id.to_string()
            data-sight=id.to_string()
            data-over=over
            data-possible=move || prospect.get().map(|one| if one.possible { "yes" } else { "no" })
            data-rank=move || prospect.with(|one| one.as_ref()?.rank)
            aria-label=name
            style:min-block-size=height
            node_ref=frame
        >
            <Show when=move || near.is.get()>
            <header class="column__head">
                {head}
                <span class="column__places" data-over=move || { taken() > places() }>
                    <span aria-hidden="true">{move || format!("{}/{}", taken(), places())}</span>
                    <span class="unseen">{move || words::places_taken(taken(), places())}</span>
                </span>
            </header>
            {move || left().then(|| view! { <Badge tone=Tone::Warn>{words::left()}</Badge> })}
            {move || {
                prospect
                    .get()
                    .map(|one| {
                        view! {
                            <p class="column__prospect">
                                <span>{one.text}</span>
                                {one.closer.map(|more| view! { <span class="column__closer">{more}</span> })}
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
                (taken()..places())
                    .map(|_| view! { <p class="column__free">{words::free_place()}</p> })
                    .collect_view()
            }}
            </Show>
        </section>
    }
}
