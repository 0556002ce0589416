//! "Match with…": one list of places for a card, the one that gains most first, with what stands in the way.

use super::api;
use super::board_page::Links;
use super::card::is_movable;
use super::desk::Desk;
use super::held::{few_stakes, meaning};
use super::introductions::introduced;
use super::keys::{all, follow_card};
use super::panel::STAKES;
use crate::ui::*;
use domain::ParticipationId;
use domain::board::{Candidate, CardView, Gain, percent, says};
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
                let loaded = api::load_card(desk.slug(), desk.plan, card, None).await;
                // The places of another card may be asked for by now.
                if desk.placing.try_get_untracked() != Some(Some(card)) {
                    return;
                }
                match loaded {
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
            light=true
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

/// A place, and whom the card can change places with there.
#[derive(Clone, PartialEq)]
struct Offer {
    place: Candidate,
    swaps: Vec<(ParticipationId, String)>,
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
        follow_card(desk, card, true);
    };
    let swap = move |other: ParticipationId| {
        desk.placing.set(None);
        desk.swap(card, other);
        follow_card(desk, card, true);
    };
    // Asked only for those that are drawn; the list is of one moment, and so is what it says.
    let board = StoredValue::new(desk.known_board());
    let gain = move |other: ParticipationId| {
        let gain = board.with_value(|board| desk.exchange(board.as_ref()?, card, other));
        gain.and_then(Result::ok).map(Gain::text)
    };
    // Of the place that has the focus or the pointer.
    let about = RwSignal::new(None);
    let links = expect_context::<StoredValue<Links>>();
    let why = move |place: Candidate| {
        let name = desk.card(card).map(|card| card.person.name).unwrap_or_default();
        let (mentor, label) = (place.mentor, words::pair_why_of(name, place.person.name));
        view! {
            <a
                class="places__why"
                href=links.with_value(|links| links.pair(card, mentor))
                data-noscroll=""
                aria-label=label
                on:click=move |_| desk.placing.set(None)
            >
                {words::pair_why()}
            </a>
        }
    };
    let rank_of = move |mentor: ParticipationId| desk.card(card).and_then(|card| card.rank_of(mentor));
    let to_tray = move |_| {
        desk.move_card(card, None, None);
        follow_card(desk, card, true);
    };
    // Whoever is looked for by name may be a mentee there, to change places with.
    let places = places.into_iter().map(|one| (swaps(desk, here, &one), one));
    let all = StoredValue::new(places.map(|(swaps, place)| Offer { place, swaps }).collect::<Vec<_>>());
    let found = Memo::new(move |_| {
        let typed = typed.get().trim().to_lowercase();
        let says = |one: &&Offer| {
            let mut texts = vec![one.place.person.name.as_str(), one.place.person.does.as_str()];
            texts.extend(one.swaps.iter().map(|(_, name)| name.as_str()));
            says(&typed, &texts)
        };
        all.with_value(|all| all.iter().filter(says).cloned().collect::<Vec<_>>())
    });
    let stakes = Memo::new(move |_| {
        let about = about.get()?;
        let mentor = found.with(|found| {
            let place = &found.iter().find(|one| one.place.mentor == about)?.place;
            Some(place.person.name.clone()).filter(|_| place.is_open())
        });
        Some((mentor?, desk.stakes(card, about)?))
    });
    let shown = move || found.with(|found| found.iter().take(SHOWN).cloned().collect::<Vec<_>>());
    let more = move || found.with(Vec::len).saturating_sub(SHOWN);
    let search = NodeRef::<leptos::html::Input>::new();
    Effect::new(move || {
        if let Some(search) = search.get() {
            // The line may be the one of the list before, with what was typed there.
            search.set_value(&typed.get_untracked());
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
                let first =
                    found.with_untracked(|found| found.iter().find(|one| one.place.is_open()).cloned());
                first.into_iter().for_each(|first| take(first.place));
            }
            "ArrowDown" => walk(&event, 1),
            "ArrowUp" => walk(&event, -1),
            _ => {}
        }
    };
    let line = move |one: Offer| {
        let mentor = one.place.mentor;
        view! {
            <li on:focusin=move |_| about.set(Some(mentor)) on:mouseenter=move |_| about.set(Some(mentor))>
                <Place
                    introduced=desk.card(card).and_then(|card| introduced(desk, &card, mentor))
                    rank=rank_of(mentor)
                    one=one.place.clone()
                    take=Callback::new(take)
                />
                {why(one.place)}
                <Swaps swaps=one.swaps gain=Callback::new(gain) swap=Callback::new(swap) />
            </li>
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
                            <button class="places__one places__pick" type="button" on:click=to_tray>
                                <span class="places__name">{words::tray_choice()}</span>
                            </button>
                        </li>
                    }
                })}
            <For each=shown key=|one| one.place.mentor children=line />
        </ul>
        </div>
        <div class="places__stakes" role="status" dir="auto">
            {move || stakes.get().map(|(mentor, stakes)| stakes_line(&mentor, stakes))}
        </div>
        {move || Some(more()).filter(|more| *more > 0).map(|more| view! { <p class="board__none">{words::places_more(more)}</p> })}
    }
}

/// Who loses and who gains, in one line.
fn stakes_line(mentor: &str, stakes: Vec<String>) -> String {
    match few_stakes(stakes, STAKES) {
        Some(said) => format!("{} {said}", words::stakes_of(mentor)),
        None => words::stakes_none(mentor),
    }
}

/// Moves the focus to the next place of the list, or the one before.
fn walk(event: &ev::KeyboardEvent, by: isize) {
    use leptos::wasm_bindgen::JsCast;
    use leptos::web_sys::{Element, HtmlElement};
    let Some(list) = event.current_target().and_then(|list| list.dyn_into::<Element>().ok()) else { return };
    let places = all(&list, "places__pick");
    // From the link beside a place as from the place.
    let now = document().active_element().map(|now| {
        let line = now.closest("li").ok().flatten();
        line.and_then(|line| line.query_selector(".places__pick").ok().flatten()).unwrap_or(now)
    });
    let at = now.and_then(|now| places.iter().position(|one| *one == now));
    let next = at.map_or(0, |at| at as isize + by);
    if let Some(place) = usize::try_from(next).ok().and_then(|next| places.get(next)) {
        event.prevent_default();
        if let Some(place) = place.dyn_ref::<HtmlElement>() {
            let _ = place.focus();
        }
    }
}

#[component]
fn Place(
    one: Candidate,
    /// When the mentee was introduced to them.
    introduced: Option<String>,
    /// The place among the mentee's wishes.
    rank: Option<usize>,
    take: Callback<Candidate>,
) -> impl IntoView {
    let fit = one.fit.ok();
    let blocked = match one.fit {
        Err(rule) => Some(rule.sentence()),
        Ok(_) if one.here => Some(words::here()),
        Ok(_) if one.consequence.is_none() => Some(words::drop_settled()),
        Ok(_) => None,
    };
    let off = blocked.is_some();
    let note = blocked.map_or_else(|| meaning(&one), str::to_owned);
    let notes = [rank.map(words::wish_rank), introduced, Some(note)];
    let note = notes.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let chosen = StoredValue::new(one.clone());
    view! {
            <button
                class="places__one places__pick"
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
    }
}

/// Those with whom the card can change places there, as buttons.
#[component]
fn Swaps(
    swaps: Vec<(ParticipationId, String)>,
    /// What it changes, where the engine knows.
    gain: Callback<ParticipationId, Option<String>>,
    swap: Callback<ParticipationId>,
) -> impl IntoView {
    let one = move |(other, name): (ParticipationId, String)| {
        let gain = gain.run(other);
        let label = match &gain {
            Some(gain) => words::swap_with_gain(&name, gain),
            None => words::swap_with(&name),
        };
        view! {
            <button
                class="button places__pick"
                type="button"
                data-size="small"
                aria-label=label
                on:click=move |_| swap.run(other)
            >
                <Icon glyph=Glyph::Swap size=Size::Small />
                <span dir="auto">{name}</span>
                {gain.map(|gain| view! { <span class="places__gain">{gain}</span> })}
            </button>
        }
    };
    (!swaps.is_empty()).then(|| {
        view! {
            <div class="places__swaps">
                <span>{words::panel_swap()}</span>
                {swaps.into_iter().map(one).collect_view()}
            </div>
        }
    })
}

/// Whoever is at a full place and can give it up, where the rules let them have the place in return.
fn swaps(desk: Desk, here: Option<ParticipationId>, place: &Candidate) -> Vec<(ParticipationId, String)> {
    if place.here || place.free > 0 || place.fit.is_err() {
        return vec![];
    }
    let there = desk.places.with_untracked(|all| all.get(&Some(place.mentor)).cloned().unwrap_or_default());
    let cards = there.into_iter().filter_map(|id| desk.card(id)).filter(is_movable);
    let in_return = |card: &CardView| {
        here.and_then(|here| desk.allowed(std::slice::from_ref(card), here))
            .is_none_or(|(count, _)| count > 0)
    };
    cards.filter(in_return).map(|card| (card.id, card.person.name)).collect()
}
