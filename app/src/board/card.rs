//! A mentee's card, on the board and in the hand.

use super::board_page::Links;
use super::chosen::ChooseBox;
use super::desk::Desk;
use super::drag::Drag;
use super::find::Find;
use super::sight::Near;
use crate::ui::*;
use crate::viewer::use_viewer;
use domain::ParticipationId;
use domain::board::{CardView, Density, LOW, Returned, Stage, percent};
use domain::text::{board as words, introduction};
use leptos::ev;
use leptos::prelude::*;

/// One card. What it shows follows the desk; where it lies is the list around it.
#[component]
pub(super) fn BoardCard(id: ParticipationId) -> impl IntoView {
    let desk = expect_context::<Desk>();
    let drag = expect_context::<Drag>();
    let links = expect_context::<StoredValue<Links>>();
    let card = Memo::new(move |_| desk.cards.with(|cards| cards.get(&id).cloned()));
    let fresh = move || desk.fresh.with(|fresh| fresh.contains(&id));
    let in_hand = move || desk.held.with(|held| held.as_ref().is_some_and(|held| held.card == id));
    // Who holds it now, or has just moved it.
    let hand = move || {
        let holder = desk.holder(id).map(words::held_by);
        holder.or_else(|| desk.fresh_by.get().filter(|_| fresh()).map(words::moved_by))
    };
    let chosen = move || desk.chosen.with(|all| all.contains(&id));
    let find = expect_context::<Find>();
    let density = expect_context::<Near>().at;
    let face = move || {
        card.get().map(|card| match density.get() {
            Density::Comfortable => view! { <Face card links /> }.into_any(),
            Density::Compact => view! { <Line card links /> }.into_any(),
            Density::Whole => view! { <Dot card links /> }.into_any(),
        })
    };
    let movable = move || card.with(|card| card.as_ref().is_some_and(is_movable));
    // At the highest density the face is the handle too.
    let handle = move || movable() && density.get() != Density::Whole;
    view! {
        <li
            class="board-card"
            id=format!("card-{id}")
            data-card=id.to_string()
            data-fresh=fresh
            data-held=in_hand
            data-taken=move || desk.holder(id).is_some()
            data-chosen=chosen
            data-stage=move || card.with(|card| card.as_ref().map(|card| card.stage.as_str()))
            on:pointerdown:capture=move |_| drag.touched()
            on:pointerdown=move |event: ev::PointerEvent| {
                if movable() && !on_control(&event) {
                    drag.press(&event, id, false);
                }
            }
            on:click=move |event: ev::MouseEvent| {
                match (event.shift_key(), event.ctrl_key() || event.meta_key()) {
                    (false, false) => {
                        if !drag.has_dragged() {
                            open_panel(&event);
                        }
                        return;
                    }
                    _ if !movable() => return,
                    (true, _) => desk.choose_to(find, id),
                    (false, true) => desk.choose(id),
                }
                event.prevent_default();
            }
            on:touchmove=move |event: ev::TouchEvent| {
                if drag.is_dragging() {
                    event.prevent_default();
                }
            }
            on:contextmenu=move |event: ev::MouseEvent| {
                if drag.is_dragging() {
                    event.prevent_default();
                }
            }
        >
            <Show when=movable>
                <ChooseBox id />
            </Show>
            {face}
            {move || hand().map(|hand| view! { <p class="board-card__hand">{hand}</p> })}
            {move || chosen().then(|| view! { <span class="unseen">{words::is_chosen()}</span> })}
            <Show when=handle>
                <Grip id card />
            </Show>
        </li>
    }
}

/// Whether the card can be moved by hand.
pub(super) fn is_movable(card: &CardView) -> bool {
    card.stage == Stage::Open && card.active
}

fn on_control(event: &ev::Event) -> bool {
    use leptos::wasm_bindgen::JsCast;
    event
        .target()
        .and_then(|target| target.dyn_into::<leptos::web_sys::Element>().ok())
        .is_some_and(|element| element.closest("button, input, select, summary").ok().flatten().is_some())
}

/// A press anywhere on a card opens it, as a press on the name does.
fn open_panel(event: &ev::MouseEvent) {
    use leptos::wasm_bindgen::JsCast;
    use leptos::web_sys::{Element, HtmlElement};
    let pressed = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let on_link = pressed.is_some_and(|element| element.closest("a, label").is_ok_and(|link| link.is_some()));
    if on_link || on_control(event) {
        return;
    }
    let card = event.current_target().and_then(|card| card.dyn_into::<Element>().ok());
    let name = card.and_then(|card| card.query_selector("a.board-card__name").ok().flatten());
    if let Some(name) = name.and_then(|name| name.dyn_into::<HtmlElement>().ok()) {
        // Not within this click, which would be asked again before it has answered.
        queue_microtask(move || name.click());
    }
}

/// The handle: dragged by pointer, pressed for the list of places.
#[component]
fn Grip(id: ParticipationId, card: Memo<Option<CardView>>) -> impl IntoView {
    let desk = expect_context::<Desk>();
    let drag = expect_context::<Drag>();
    let label = move || {
        card.with(|card| card.as_ref().map(|card| words::match_with(&card.person.name))).unwrap_or_default()
    };
    view! {
        <button
            class="board-grip board-card__grip"
            type="button"
            id=format!("grip-{id}")
            data-grip=""
            aria-label=label
            title=label
            on:pointerdown=move |event: ev::PointerEvent| drag.press(&event, id, true)
            on:click=move |event: ev::MouseEvent| {
                let choosing = event.shift_key() || event.ctrl_key() || event.meta_key();
                if !event.default_prevented() && !choosing {
                    desk.placing.set(Some(id));
                }
            }
        >
            <Icon glyph=Glyph::Grip />
        </button>
    }
}

/// Name, wish, fit and marks.
#[component]
fn Face(card: CardView, links: StoredValue<Links>) -> impl IntoView {
    let id = card.id;
    let href = move || links.with_value(|links| links.card(id));
    let marks = marks(&card);
    let waits = waits(&card);
    let name = card.person.name.clone();
    view! {
        <div class="board-card__person">
            <Avatar name=name.clone() seed=card.person.id.to_string() size=AvatarSize::Small />
            <div class="board-card__words">
                <a class="board-card__name" href=href dir="auto" draggable="false" data-noscroll="">
                    {name.clone()}
                </a>
                {(!card.wish.is_empty())
                    .then(|| {
                        view! {
                            <span class="board-card__wish" dir="auto">
                                {card.wish.clone()}
                            </span>
                        }
                    })}
            </div>
            {card
                .pinned
                .then(|| {
                    view! {
                        <span class="board-card__pin" title=words::pinned()>
                            <Icon glyph=Glyph::Pin />
                            <span class="unseen">{words::pinned()}</span>
                        </span>
                    }
                })}
        </div>
        {card
            .fit
            .map(|fit| {
                let fit = percent(fit);
                let tone = if fit < LOW { Tone::Warn } else { Tone::Good };
                view! { <Meter label=words::fit_of(name) value=Signal::stored(fit) tone label_hidden=true /> }
            })}
        {(!marks.is_empty() || waits.is_some())
            .then(|| {
                view! {
                    <p class="board-card__marks">
                        {marks
                            .into_iter()
                            .map(|(tone, glyph, text)| {
                                let icon = (glyph == Glyph::Introduction).then_some(glyph);
                                view! { <Badge tone nostrip:icon=icon>{text}</Badge> }
                            })
                            .collect_view()}
                        {waits.map(|waits| view! { <span class="board-card__waits">{waits}</span> })}
                    </p>
                }
            })}
    }
}

/// For how long somebody in the tray has been waiting, from the first day on.
fn waits(card: &CardView) -> Option<String> {
    let now = use_viewer().with_untracked(|viewer| viewer.now);
    let waits = card.mentor.is_none() && is_movable(card) && card.since.plus_days(1) <= now;
    waits.then(|| card.since.span(now)).flatten().map(words::waits_for)
}

/// The same on a line: name, fit and marks.
#[component]
fn Line(card: CardView, links: StoredValue<Links>) -> impl IntoView {
    let id = card.id;
    let href = move || links.with_value(|links| links.card(id));
    view! {
        <a
            class="board-card__name"
            href=href
            dir="auto"
            draggable="false"
            data-noscroll=""
            title=card.wish.clone()
        >
            {card.person.name.clone()}
        </a>
        {card
            .fit
            .map(|fit| {
                let fit = percent(fit);
                view! {
                    <span class="board-card__fit" data-low=fit < LOW>
                        <span class="unseen">{words::fit()}</span>
                        {fit}
                    </span>
                }
            })}
        {all_marks(&card)
            .into_iter()
            .map(|(tone, glyph, text)| {
                view! {
                    <span class="board-card__mark" data-tone=tone.attribute() title=text.clone()>
                        <Icon glyph size=Size::Small />
                        <span class="unseen">{text.clone()}</span>
                    </span>
                }
            })
            .collect_view()}
    }
}

/// The same as a face alone, which is the handle too: its name says the rest.
#[component]
fn Dot(card: CardView, links: StoredValue<Links>) -> impl IntoView {
    let id = card.id;
    let href = move || links.with_value(|links| links.card(id));
    let marks = all_marks(&card);
    let fit = card.fit.map(percent);
    let mut said = vec![card.person.name.clone()];
    said.extend(fit.map(words::fit_figure));
    said.extend(marks.iter().map(|(_, _, text)| text.clone()));
    let said = said.join(", ");
    view! {
        <a
            class="board-grip board-card__dot"
            id=format!("grip-{id}")
            href=href
            draggable="false"
            data-noscroll=""
            data-grip=""
            data-low=fit.is_some_and(|fit| fit < LOW)
            title=said
        >
            <span class="unseen">{said.clone()}</span>
            <Avatar name=card.person.name seed=card.person.id.to_string() size=AvatarSize::Small />
            {marks
                .first()
                .map(|(tone, glyph, _)| {
                    view! {
                        <span class="board-card__mark" data-tone=tone.attribute()>
                            <Icon glyph=*glyph size=Size::Small />
                        </span>
                    }
                })}
        </a>
    }
}

/// The marks, what is wrong first, and the pin.
fn all_marks(card: &CardView) -> Vec<(Tone, Glyph, String)> {
    let mut marks = marks(card);
    marks.sort_by_key(|(tone, ..)| *tone != Tone::Bad);
    marks.extend(card.pinned.then(|| (Tone::Info, Glyph::Pin, words::pinned().to_owned())));
    marks
}

fn marks(card: &CardView) -> Vec<(Tone, Glyph, String)> {
    let mut marks = vec![];
    if let Some(rank) = card.mentor.and_then(|mentor| card.rank_of(mentor)) {
        marks.push((Tone::Neutral, Glyph::Heart, words::wish_rank(rank)));
    }
    let met = card.mentor.and_then(|mentor| card.introduced_to(mentor));
    if met.is_some() && card.stage != Stage::AtWork {
        marks.push((Tone::Neutral, Glyph::Introduction, introduction::introduced().to_owned()));
    }
    match (card.stage, card.accepted.len()) {
        (Stage::Proposed, 0) => marks.push((Tone::Info, Glyph::Send, words::proposed().to_owned())),
        (Stage::Proposed, _) => marks.push((Tone::Good, Glyph::Send, words::proposed_one().to_owned())),
        (Stage::AtWork, _) => marks.push((Tone::Good, Glyph::CheckCircle, words::at_work_badge().to_owned())),
        (Stage::Open, _) => {}
    }
    if card.broken.is_some() {
        marks.push((Tone::Bad, Glyph::Alert, words::broken().to_owned()));
    }
    if !card.active {
        marks.push((Tone::Warn, Glyph::Block, words::left().to_owned()));
    }
    if let (Stage::Open, None, Some(returned)) = (card.stage, card.mentor, &card.returned) {
        marks.push(match returned.why {
            Returned::Declined => (Tone::Bad, Glyph::Close, words::declined_badge().to_owned()),
            Returned::Expired => (Tone::Warn, Glyph::Clock, words::expired_badge().to_owned()),
            Returned::Recalled => (Tone::Neutral, Glyph::Undo, words::recalled_badge().to_owned()),
        });
    }
    marks
}

/// How many come along with a card in the hand.
fn carried(desk: Desk, card: ParticipationId) -> Option<impl IntoView> {
    let more = desk.carries(card).then(|| desk.chosen.with_untracked(Vec::len) - 1)?;
    Some(view! { <Badge tone=Tone::Info>{format!("+{more}")}</Badge> })
}

/// The card under the pointer.
#[component]
pub(super) fn HeldCard() -> impl IntoView {
    let desk = expect_context::<Desk>();
    let drag = expect_context::<Drag>();
    let card =
        move || desk.held.with(|held| held.as_ref().map(|held| held.card)).and_then(|id| desk.card(id));
    let shift = move || drag.at().map(|(x, y)| format!("{x}px {y}px")).unwrap_or_default();
    view! {
        <Show when=move || drag.at().is_some() && desk.held.with(Option::is_some)>
            <div class="board-held" aria-hidden="true" style:translate=shift>
                {move || {
                    card()
                        .map(|card| {
                            view! {
                                <div class="board-card__person">
                                    <Avatar
                                        name=card.person.name.clone()
                                        seed=card.person.id.to_string()
                                        size=AvatarSize::Small
                                    />
                                    <div class="board-card__words">
                                        <span class="board-card__name" dir="auto">
                                            {card.person.name.clone()}
                                        </span>
                                        <span class="board-card__wish" dir="auto">
                                            {card.wish}
                                        </span>
                                    </div>
                                    {carried(desk, card.id)}
                                </div>
                            }
                        })
                }}
            </div>
        </Show>
    }
}
