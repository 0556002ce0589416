//! Closing the editor of a goal or a step, so that whoever was in it stands on its summary again.

use crate::ui::unsent;
use domain::text::mentorship as words;
use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlElement;

/// The `<details>` around an editor.
pub(super) type Place = NodeRef<html::Details>;

/// Closes it, and takes the focus along where that was inside.
pub(super) fn close(place: Place) {
    let Some(details) = place.get_untracked() else { return };
    let inside = details.contains(document().active_element().as_deref());
    details.set_open(false);
    let summary = details.query_selector("summary").ok().flatten();
    if let Some(summary) = summary.and_then(|one| one.dyn_into::<HtmlElement>().ok()).filter(|_| inside) {
        let _ = summary.focus();
    }
}

/// Escape closes it; where something was typed, only after asking.
pub(super) fn escape(event: &KeyboardEvent, place: Place) {
    let Some(details) = place.get_untracked().filter(|details| details.open() && event.key() == "Escape")
    else {
        return;
    };
    event.prevent_default();
    let typed = unsent(&details, None).is_some();
    if !typed || window().confirm_with_message(words::discard()).unwrap_or_default() {
        close(place);
    }
}
