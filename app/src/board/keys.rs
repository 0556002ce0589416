//! Arrow keys between the handles of cards: up and down in a column, left and right to the next one that has cards; and
//! the keys that choose a card.

use super::desk::Desk;
use crate::ui::{focus_in_place, in_dialog};
use domain::ParticipationId;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlElement};

/// The board's own name on the page.
pub(super) const BOARD: &str = "board";

/// Moves the focus, where it is on a handle; chooses the card that the focus is in.
pub(super) fn pressed(desk: Desk, event: KeyboardEvent) {
    let key = event.key();
    if key == "Escape" && desk.held.with_untracked(Option::is_none) {
        desk.chosen.set(vec![]);
        return;
    }
    let plain = !event.ctrl_key() && !event.meta_key() && !event.alt_key();
    if (key == "x" && plain) || (key == " " && event.ctrl_key()) {
        if let Some(card) = card_of(&event) {
            event.prevent_default();
            desk.choose(card);
        }
        return;
    }
    if !matches!(key.as_str(), "ArrowUp" | "ArrowDown" | "ArrowLeft" | "ArrowRight") {
        return;
    }
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let Some(grip) = target.filter(|element| element.has_attribute("data-grip")) else { return };
    if let Some(next) = next(&grip, &key) {
        event.prevent_default();
        let _ = next.focus();
    }
}

fn card_of(event: &KeyboardEvent) -> Option<ParticipationId> {
    card_at(&event.target()?.dyn_into::<Element>().ok()?)
}

fn card_at(element: &Element) -> Option<ParticipationId> {
    element.closest("[data-card]").ok()??.get_attribute("data-card")?.parse().ok()
}

fn next(grip: &Element, key: &str) -> Option<HtmlElement> {
    let place = grip.closest(".board__place").ok()??;
    let here = grips(&place);
    let at = here.iter().position(|one| one == grip)?;
    let found = match key {
        "ArrowUp" => here.get(at.checked_sub(1)?)?.clone(),
        "ArrowDown" => here.get(at + 1)?.clone(),
        _ => {
            let columns = all(&document().document_element()?, "board__place");
            let column = columns.iter().position(|one| one == &place)?;
            let rtl = document().dir() == "rtl";
            let onward = (key == "ArrowRight") != rtl;
            let candidates: Vec<&Element> = if onward {
                columns[column + 1..].iter().collect()
            } else {
                columns[..column].iter().rev().collect()
            };
            let filled = candidates.into_iter().map(grips).find(|grips| !grips.is_empty())?;
            filled.get(at).or_else(|| filled.last())?.clone()
        }
    };
    found.dyn_into().ok()
}

fn grips(place: &Element) -> Vec<Element> {
    all(place, "board-grip")
}

/// What has the class within an element, in the order of the page.
pub(super) fn all(within: &Element, class: &str) -> Vec<Element> {
    let list = within.get_elements_by_class_name(class);
    (0..list.length()).filter_map(|at| list.item(at)).collect()
}

/// So many frames a card has to be drawn in its new place.
const FRAMES: u8 = 12;

/// Puts the focus on the handle of a card once it is drawn in its new place, and brings it into sight where `show` says
/// so. Where it is not on the page, as the search leaves it out, the line that says what happened takes the focus.
pub(super) fn follow_card(desk: Desk, id: ParticipationId, show: bool) {
    desk.followed.set(Some(id));
    // A drag by touch leaves the focus where it was, perhaps on the card before.
    let left = focused_card();
    // Two frames: a dialog that closes gives the focus back first.
    request_animation_frame(move || {
        request_animation_frame(move || find_handle(desk, id, left, show, FRAMES))
    });
}

fn find_handle(desk: Desk, id: ParticipationId, left: Option<ParticipationId>, show: bool, frames: u8) {
    if desk.followed.try_get_untracked() != Some(Some(id)) {
        return;
    }
    // Whoever has gone on to another card since, or to the places of one, stays there.
    if in_dialog() || focused_card().is_some_and(|now| now != id && left != Some(now)) {
        desk.followed.set(None);
        return;
    }
    let grip = document().get_element_by_id(&format!("grip-{id}"));
    match grip.and_then(|grip| grip.dyn_into::<HtmlElement>().ok()) {
        Some(grip) => {
            desk.followed.set(None);
            if show {
                let _ = grip.focus();
            } else {
                focus_in_place(&grip);
            }
        }
        None if frames > 0 => request_animation_frame(move || find_handle(desk, id, left, show, frames - 1)),
        None => {
            desk.followed.set(None);
            rescue_focus();
        }
    }
}

/// Whether the focus is on nothing of its own, as what had it is gone.
pub(super) fn is_focus_lost() -> bool {
    document().active_element().is_none_or(|now| now.tag_name() == "BODY" || now.id() == BOARD)
}

/// Puts a focus that is lost on the board itself, so that the next key goes on from there.
pub(super) fn rescue_focus() {
    if is_focus_lost()
        && let Some(board) = document().get_element_by_id(BOARD)
        && let Ok(board) = board.dyn_into::<HtmlElement>()
    {
        focus_in_place(&board);
    }
}

/// The card that the focus is in.
pub(super) fn focused_card() -> Option<ParticipationId> {
    card_at(&document().active_element()?)
}
