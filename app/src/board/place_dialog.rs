//! "Match with…": one list of places for a card, the best fit first, with what stands in the way.

use super::api;
use super::column::says;
use super::desk::Desk;
use super::keys::follow_card;
use crate::ui::*;
use domain::ParticipationId;
use domain::board::{Candidate, CardDetail, percent};
use domain::text::board as words;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// So many places are drawn at a time.
const SHOWN: usize = 40;

/// The dialog; open while the desk has a card to be placed.
#[component]
pub(super) fn PlaceDialog() -> impl IntoView {
    let desk = expect_context::<Desk>();
    let open = RwSignal::new(false);
    let detail = RwSignal::new(None::<CardDetail>);
    let typed = RwSignal::new(String::new());
    Effect::new(move || match desk.placing.get() {
        Some(card) => {
            detail.set(None);
            typed.set(String::new());
            open.set(true);
            spawn_local(async move {
                match api::load_card(desk.slug(), desk.plan, card).await {
                    Ok(loaded) => detail.set(Some(loaded)),
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
            lead=words::match_with_lead()
            on_close=Callback::new(move |()| desk.placing.set(None))
        >
            <p class="places__who">
                <strong dir="auto">{name}</strong>
            </p>
            {move || match detail.get() {
                None => view! { <Skeleton shape=SkeletonShape::Rows count=5 /> }.into_any(),
                Some(detail) => view! { <Places detail typed /> }.into_any(),
            }}
        </Dialog>
    }
}

#[component]
fn Places(detail: CardDetail, typed: RwSignal<String>) -> impl IntoView {
    let desk = expect_context::<Desk>();
    let card = detail.card.id;
    let here = detail.card.mentor;
    let choose = move |to: Option<ParticipationId>, fit: Option<i64>| {
        desk.move_card(card, to, fit);
        follow_card(card);
    };
    let all = StoredValue::new(detail.candidates);
    let found = Memo::new(move |_| {
        let typed = typed.get().trim().to_lowercase();
        let says = |one: &&Candidate| says(&typed, &[&one.person.name, &one.person.does]);
        all.with_value(|all| all.iter().filter(says).cloned().collect::<Vec<_>>())
    });
    let shown = move || found.with(|found| found.iter().take(SHOWN).cloned().collect::<Vec<_>>());
    let more = move || found.with(Vec::len).saturating_sub(SHOWN);
    view! {
        <SearchBox
            name="place"
            label=words::match_with_find()
            on_input=Callback::new(move |text| typed.set(text))
        />
        <ul class="places">
            {here
                .map(|_| {
                    view! {
                        <li>
                            <button class="places__one" type="button" on:click=move |_| choose(None, None)>
                                <span class="places__name">{words::tray_choice()}</span>
                            </button>
                        </li>
                    }
                })}
            <For each=shown key=|one| one.mentor let(one)>
                <Place one choose=Callback::new(move |(to, fit)| choose(to, fit)) />
            </For>
        </ul>
        {move || Some(more()).filter(|more| *more > 0).map(|more| view! { <p class="board__none">{words::places_more(more)}</p> })}
    }
}

#[component]
fn Place(one: Candidate, choose: Callback<(Option<ParticipationId>, Option<i64>)>) -> impl IntoView {
    let mentor = one.mentor;
    let fit = one.fit.ok();
    let blocked = match one.fit {
        Err(rule) => Some(rule.sentence()),
        Ok(_) if one.here => Some(words::here()),
        Ok(_) if one.free == 0 => Some(words::full()),
        Ok(_) => None,
    };
    let off = blocked.is_some();
    view! {
        <li>
            <button
                class="places__one"
                type="button"
                aria-disabled=off.then_some("true")
                on:click=move |_| {
                    if !off {
                        choose.run((Some(mentor), fit));
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
                    {blocked.map_or_else(|| words::free(one.free), str::to_owned)}
                </span>
            </button>
        </li>
    }
}
