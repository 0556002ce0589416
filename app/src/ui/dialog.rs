//! A question that has to be answered first, or a panel from the side.

use super::{Glyph, IconButton};
use domain::text::ui as words;
use leptos::children::ViewFnOnce;
use leptos::ev::FocusEvent;
use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlDialogElement, Node};

/// A dialog that is open, of either kind.
const OPEN: &str = "dialog:is([open], :popover-open)";

/// A native `<dialog>`: it keeps the focus inside, gives it back when it closes, and closes on Escape, on the button
/// and on a press beside it.
///
/// A light one is a popover: the page behind stays in use and is not made inert, which on a page of some thousand elements
/// takes more than a frame at opening and again at closing. It also closes where the focus goes elsewhere.
#[component]
pub fn Dialog(
    #[prop(into)] id: String,
    #[prop(into)] title: String,
    open: RwSignal<bool>,
    #[prop(optional, into)] lead: Option<String>,
    /// The buttons, at the bottom.
    #[prop(optional, into)]
    footer: Option<ViewFnOnce>,
    /// A panel at the side instead, as high as the window.
    #[prop(optional)]
    sheet: bool,
    #[prop(optional)] light: bool,
    #[prop(optional, into)] on_close: Option<Callback<()>>,
    children: Children,
) -> impl IntoView {
    let place = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let (Some(dialog), wanted) = (place.get(), open.get()) else { return };
        if wanted == is_open(&dialog) {
            return;
        }
        let _ = match (light, wanted) {
            (true, true) => dialog.show_popover(),
            (true, false) => dialog.hide_popover(),
            (false, true) => dialog.show_modal(),
            (false, false) => {
                dialog.close();
                Ok(())
            }
        };
    });
    let closed = move || {
        // Told late: it may be open again by now.
        if place.get_untracked().is_some_and(|dialog| is_open(&dialog)) {
            return;
        }
        open.set(false);
        if let Some(on_close) = on_close {
            on_close.run(());
        }
    };
    let left = move |event: FocusEvent| {
        let to = event.related_target().and_then(|to| to.dyn_into::<Node>().ok());
        let outside = |dialog: HtmlDialogElement| to.is_some_and(|to| !dialog.contains(Some(&to)));
        if light && place.get_untracked().is_some_and(outside) {
            open.set(false);
        }
    };
    let title_id = format!("{id}-title");
    let labelled_by = title_id.clone();
    view! {
        <dialog
            class="dialog"
            node_ref=place
            id=id
            aria-labelledby=labelled_by
            data-sheet=sheet
            popover=light.then_some("auto")
            closedby=(!light).then_some("any")
            on:close=move |_| closed()
            on:toggle=move |_| {
                if light {
                    closed();
                }
            }
            on:focusout=left
        >
            <h2 class="dialog__title" id=title_id>
                {title}
            </h2>
            <div class="dialog__body">
                {lead.map(|lead| view! { <p class="dialog__lead">{lead}</p> })} {children()}
            </div>
            {footer.map(|footer| view! { <div class="dialog__foot">{footer.run()}</div> })}
            // Last, so that the focus begins at what the dialog is for.
            <div class="dialog__close">
                <IconButton glyph=Glyph::Close label=words::close() on_press=move |_| open.set(false) />
            </div>
        </dialog>
    }
}

fn is_open(dialog: &Element) -> bool {
    dialog.matches(OPEN).unwrap_or_default()
}

/// Whether a dialog has to be answered first.
pub(crate) fn in_dialog() -> bool {
    document().query_selector(OPEN).is_ok_and(|open| open.is_some())
}
