//! A question that has to be answered first, or a panel from the side.

use super::{Glyph, IconButton};
use domain::text::ui as words;
use leptos::children::ViewFnOnce;
use leptos::html;
use leptos::prelude::*;

/// A native `<dialog>`: it keeps the focus inside, gives it back when it closes, and closes on Escape, on the button
/// and on a press beside it.
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
    #[prop(optional, into)] on_close: Option<Callback<()>>,
    children: Children,
) -> impl IntoView {
    let place = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let (Some(dialog), wanted) = (place.get(), open.get()) else { return };
        if wanted && !dialog.open() {
            let _ = dialog.show_modal();
        } else if !wanted && dialog.open() {
            dialog.close();
        }
    });
    let title_id = format!("{id}-title");
    let labelled_by = title_id.clone();
    view! {
        <dialog
            class="dialog"
            node_ref=place
            id=id
            aria-labelledby=labelled_by
            data-sheet=sheet
            closedby="any"
            on:close=move |_| {
                open.set(false);
                if let Some(on_close) = on_close {
                    on_close.run(());
                }
            }
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
