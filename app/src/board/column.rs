//! Mentors as columns with places.

use super::board_page::Links;
use super::card::BoardCard;
use super::desk::Desk;
use super::sight::Sight;
use crate::ui::*;
use domain::ParticipationId;
use domain::board::{MentorView, Sort};
use domain::text::board as words;
use leptos::prelude::*;

/// Columns on a page of the first HTML.
const PAGE: u32 = 24;
/// How high a column is likely to be that has not been drawn yet, in pixels: its head, and each place.
const HEAD: usize = 72;
const PLACE: usize = 96;

/// The mentors that match the search, in the chosen order.
#[component]
pub(super) fn Columns(
    words_typed: RwSignal<String>,
    sort: RwSignal<Sort>,
    page: u32,
    pages: u32,
    mentors: u32,
) -> impl IntoView {
    let desk = expect_context::<Desk>();
    let links = expect_context::<StoredValue<Links>>();
    provide_context(Sight::new());
    let found = Memo::new(move |_| found(desk, &words_typed.get(), sort.get()));
    let first = (page - 1) * PAGE + 1;
    let listed = desk.mentors.with_untracked(Vec::len) as u32;
    let what = words::page_of_mentors(first, first + listed.saturating_sub(1), mentors);
    let none = if mentors == 0 { words::mentors_nobody() } else { words::mentors_none() };
    view! {
        <section class="board__columns" aria-label=words::mentors()>
            <h2 class="unseen">{words::mentors()}</h2>
            <p class="unseen" id="board-hint">
                {words::drag_hint()}
            </p>
            <div class="board__grid">
                <For each=move || found.get() key=|id| *id let(id)>
                    <Column id />
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

/// The ids of the mentors to be shown. A page that the server searched and sorted is left as it came.
fn found(desk: Desk, typed: &str, sort: Sort) -> Vec<ParticipationId> {
    let typed = typed.trim().to_lowercase();
    desk.mentors.with(|mentors| {
        if !desk.whole.get() {
            return mentors.iter().map(|one| one.id).collect();
        }
        // By name, and nothing looked for: no card's move changes that, so none is watched.
        if typed.is_empty() && sort == Sort::Name {
            let mut all: Vec<&MentorView> = mentors.iter().collect();
            all.sort_by(|a, b| by_name(a, b));
            return all.into_iter().map(|one| one.id).collect();
        }
        desk.places.with(|places| {
            desk.cards.with(|cards| {
                let of = |one: &MentorView| places.get(&Some(one.id)).map_or(&[][..], Vec::as_slice);
                let mut found: Vec<&MentorView> = mentors
                    .iter()
                    .filter(|one| {
                        says(&typed, &[&one.person.name, &one.person.does, &one.offers])
                            || of(one)
                                .iter()
                                .filter_map(|id| cards.get(id))
                                .any(|card| says(&typed, &[&card.person.name, &card.person.does, &card.wish]))
                    })
                    .collect();
                let worst = |one: &MentorView| {
                    of(one).iter().filter_map(|id| cards.get(id)?.fit).min().unwrap_or(i64::MAX)
                };
                let free = |one: &MentorView| i64::from(one.places) - of(one).len() as i64;
                found.sort_by(|a, b| {
                    let first = match sort {
                        Sort::Name => std::cmp::Ordering::Equal,
                        Sort::Places => free(b).cmp(&free(a)),
                        Sort::Fit => worst(a).cmp(&worst(b)),
                    };
                    first.then_with(|| by_name(a, b))
                });
                found.into_iter().map(|one| one.id).collect()
            })
        })
    })
}

fn by_name(a: &MentorView, b: &MentorView) -> std::cmp::Ordering {
    a.person.name.cmp(&b.person.name).then_with(|| a.id.cmp(&b.id))
}

/// Whether the texts together contain every word of `typed`, which is in lower case.
pub(super) fn says(typed: &str, texts: &[&str]) -> bool {
    typed.split_whitespace().all(|word| texts.iter().any(|text| text.to_lowercase().contains(word)))
}

#[component]
fn Column(id: ParticipationId) -> impl IntoView {
    let desk = expect_context::<Desk>();
    let mentor = Memo::new(move |_| desk.mentors.with(|all| all.iter().find(|one| one.id == id).cloned()));
    let cards =
        Memo::new(move |_| desk.places.with(|places| places.get(&Some(id)).cloned().unwrap_or_default()));
    let places = move || mentor.with(|one| one.as_ref().map_or(0, |one| one.places));
    let taken = move || cards.with(Vec::len) as u32;
    let near = expect_context::<Sight>().of(id, desk.mentors.with_untracked(Vec::len));
    let frame = NodeRef::<leptos::html::Section>::new();
    #[cfg(feature = "hydrate")]
    {
        let sight = expect_context::<Sight>();
        Effect::new(move || frame.get().into_iter().for_each(|frame| sight.watch(&frame)));
    }
    let height = move || {
        let likely = || (HEAD + PLACE * cards.with(Vec::len).max(places() as usize)) as i32;
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
