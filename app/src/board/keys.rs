//! Arrow keys between the handles of cards: up and down in a column, left and right to the next one that has cards; and
//! the keys that choose a card.

use super::desk::Desk;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlElement};

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

fn card_of(event: &KeyboardEvent) -> Option<domain::ParticipationId> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    target.closest("[data-card]").ok()??.get_attribute("data-card")?.parse().ok()
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

/// Puts the focus on the handle of a card once it is drawn in its new place. Where that is not on the page, the line
/// that says what happened takes it.
pub(super) fn follow_card(desk: Desk, id: domain::ParticipationId) {
    request_animation_frame(move || {
        request_animation_frame(move || {
            let grip = document().get_element_by_id(&format!("grip-{id}"));
            match grip.and_then(|grip| grip.dyn_into::<HtmlElement>().ok()) {
                Some(grip) => {
                    let _ = grip.focus();
                }
                None => desk.astray.set(true),
            }
        });
    });
}
