//! Undo and redo: buttons that say what they would do, and their keys.

use super::api::{Redo, Undo};
use super::desk::Desk;
use crate::form::{Form, FormAction};
use crate::layout::offer_shortcut;
use crate::ui::*;
use domain::text::board as words;
use leptos::prelude::*;

#[component]
pub(super) fn Backward() -> impl IntoView {
    let desk = expect_context::<Desk>();
    let (undo, redo) = (FormAction::<Undo>::new(), FormAction::<Redo>::new());
    Effect::new(move || undo.value().get().into_iter().for_each(|answer| desk.answered(answer)));
    Effect::new(move || redo.value().get().into_iter().for_each(|answer| desk.answered(answer)));
    offer_shortcut("Ctrl+Z", words::undo(), move || desk.undo_last());
    offer_shortcut("Ctrl+Shift+Z", words::redo(), move || desk.redo_last());
    offer_shortcut("Ctrl+Y", words::redo(), move || desk.redo_last());
    let hidden = move || {
        view! {
            <input type="hidden" name="programme" value=desk.slug() />
            <input type="hidden" name="plan" value=desk.plan.to_string() />
        }
    };
    // As wide whatever it would take back, so that nothing beside it or below it moves.
    let button = move |glyph: Glyph, name: &'static str, what: Memo<Option<String>>| {
        view! {
            <button
                class="button"
                data-look="quiet"
                type="submit"
                disabled=move || what.with(Option::is_none)
                aria-label=move || what.get()
                title=move || what.get()
            >
                <Icon glyph />
                <span class="board__undo">{name}</span>
            </button>
        }
    };
    let undo_what = Memo::new(move |_| desk.undo.get().map(words::undo_what));
    let redo_what = Memo::new(move |_| desk.redo.get().map(words::redo_what));
    view! {
        <Form action=undo label=words::undo()>
            {hidden()}
            {button(Glyph::Undo, words::undo(), undo_what)}
        </Form>
        <Form action=redo label=words::redo()>
            {hidden()}
            {button(Glyph::Redo, words::redo(), redo_what)}
        </Form>
    }
}
