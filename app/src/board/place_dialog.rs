//! "Match with…": one list of places for a card, the one that gains most first, with what stands in the way.

use super::api;
use super::desk::Desk;
use super::held::lines;
use super::keys::{all, follow_card};
use crate::ui::*;
use domain::ParticipationId;
use domain::board::{Candidate, percent, says};
use domain::text::board as words;
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// So many places are drawn at a time.
const SHOWN: usize = 40;

/// The dialog; open while the desk has a card to be placed.
#[component]
pub(super) fn PlaceDialog() -> impl IntoView {
    let desk = expect_context::<Desk>();
    let open = RwSignal::new(false);
    let places = RwSignal::new(None::<(ParticipationId, Vec<Candidate>)>);
    let typed = RwSignal::new(String::new());
    Effect::new(move || match desk.placing.get() {
        Some(card) => {
            typed.set(String::new());
            open.set(true);
            if let Some(known) = desk.known_places(card) {
                places.set(Some((card, known)));
                return;
            }
            places.set(None);
            spawn_local(async move {
                match api::load_card(desk.slug(), desk.plan, card).await {
                    Ok(loaded) => places.set(Some((card, loaded.candidates))),
                    Err(error) => {
                        desk.placing.set(None);
                        desk.refused(&error, false);
                    }
                }
            });
        }
        None => open.set(false),
    });
    let name = move || {
        desk.placing.get().and_then(|id| desk.card(id)).map(|card| card.person.name).unwrap_or_default()
    };
    view! {
        <Dialog
            id="place-dialog"
            title=words::places_title()
            open
            lead=format!("{} {}", words::match_with_lead(), words::gains_lead())
            on_close=Callback::new(move |()| desk.placing.set(None))
        >
            <p class="places__who">
                <strong dir="auto">{name}</strong>
            </p>
            {move || match places.get() {
                None => view! { <Skeleton shape=SkeletonShape::Rows count=5 /> }.into_any(),
                Some((card, places)) => view! { <Places card places typed /> }.into_any(),
            }}
        </Dialog>
    }
}

#[component]
fn Places(card: ParticipationId, places: Vec<Candidate>, typed: RwSignal<String>) -> impl IntoView {
    let desk = expect_context::<Desk>();
    let here = desk.card(card).and_then(|card| card.mentor);
    let take = move |one: Candidate| {
        match one.consequence.and_then(|one| one.displaced) {
            Some(other) => desk.take_place(card, other, one.fit.ok()),
            None => desk.move_card(card, Some(one.mentor), one.fit.ok()),
        }
        follow_card(desk, card);
    };
    let to_tray = move |_| {
        desk.move_card(card, None, None);
        follow_card(desk, card);
    };
    let all = StoredValue::new(places);
    let found = Memo::new(move |_| {
        let typed = typed.get().trim().to_lowercase();
        let says = |one: &&Candidate| says(&typed, &[&one.person.name, &one.person.does]);
        all.with_value(|all| all.iter().filter(says).cloned().collect::<Vec<_>>())
    });
    let shown = move || found.with(|found| found.iter().take(SHOWN).cloned().collect::<Vec<_>>());
    let more = move || found.with(Vec::len).saturating_sub(SHOWN);
    let search = NodeRef::<leptos::html::Input>::new();
    Effect::new(move || {
        if let Some(search) = search.get() {
            let _ = search.focus();
        }
    });
    // Enter takes the first place of the list, and the arrows walk through it.
    let pressed = move |event: ev::KeyboardEvent| {
        let in_search =
            search.get_untracked().is_some_and(|one| event.target().is_some_and(|at| at == ****one));
        match event.key().as_str() {
            "Enter" if in_search => {
                event.prevent_default();
                let first = found.with_untracked(|found| found.iter().find(|one| one.is_open()).cloned());
                first.into_iter().for_each(take);
            }
            "ArrowDown" => walk(&event, 1),
            "ArrowUp" => walk(&event, -1),
            _ => {}
        }
    };
    view! {
        <div on:keydown=pressed>
        <SearchBox
            name="place"
            label=words::match_with_find()
            on_input=Callback::new(move |text| typed.set(text))
            node_ref=search
        />
        <ul class="places">
            {here
                .map(|_| {
                    view! {
                        <li>
                            <button class="places__one" type="button" on:click=to_tray>
                                <span class="places__name">{words::tray_choice()}</span>
                            </button>
                        </li>
                    }
                })}
            <For each=shown key=|one| one.mentor let(one)>
                <Place one take=Callback::new(take) />
            </For>
        </ul>
        </div>
        {move || Some(more()).filter(|more| *more > 0).map(|more| view! { <p class="board__none">{words::places_more(more)}</p> })}
    }
}

/// Moves the focus to the next place of the list, or the one before.
fn walk(event: &ev::KeyboardEvent, by: isize) {
    use leptos::wasm_bindgen::JsCast;
    use leptos::web_sys::{Element, HtmlElement};
    let Some(list) = event.current_target().and_then(|list| list.dyn_into::<Element>().ok()) else { return };
    let places = all(&list, "places__one");
    let at = document().active_element().and_then(|now| places.iter().position(|one| *one == now));
    let next = at.map_or(0, |at| at as isize + by);
    if let Some(place) = usize::try_from(next).ok().and_then(|next| places.get(next)) {
        event.prevent_default();
        if let Some(place) = place.dyn_ref::<HtmlElement>() {
            let _ = place.focus();
        }
    }
}

#[component]
fn Place(one: Candidate, take: Callback<Candidate>) -> impl IntoView {
    let fit = one.fit.ok();
    let blocked = match one.fit {
        Err(rule) => Some(rule.sentence()),
        Ok(_) if one.here => Some(words::here()),
        Ok(_) if one.consequence.is_none() => Some(words::drop_settled()),
        Ok(_) => None,
    };
    let off = blocked.is_some();
    let note = blocked.map_or_else(
        || {
            let mut lines = lines(&one);
            lines.extend((one.free > 0).then(|| words::free(one.free)));
            lines.join(" · ")
        },
        str::to_owned,
    );
    let chosen = StoredValue::new(one.clone());
    view! {
        <li>
            <button
                class="places__one"
                type="button"
                aria-disabled=off.then_some("true")
                on:click=move |_| {
                    if !off {
                        take.run(chosen.get_value());
                    }
                }
            >
                <span class="places__name" dir="auto">
                    {one.person.name.clone()}
                </span>
                <span class="places__does" dir="auto">
                    {one.person.does}
                </span>
                <span class="places__fit">{fit.map(percent)}</span>
                <span class="places__note">
                    {note}
                </span>
            </button>
        </li>
    }
}
