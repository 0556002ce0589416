//! The line in which a password is typed, with a way to see it.

use crate::ui::*;
use domain::account::LEAST;
use domain::text::account as words;
use leptos::html;
use leptos::prelude::*;

/// A password. With script it can be shown; it never comes back from the server.
#[component]
pub(super) fn PasswordField(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    /// A new one, which the browser may make up and should keep.
    #[prop(optional)]
    fresh: bool,
) -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    let shown = RwSignal::new(false);
    let toggle = move |_| {
        shown.update(|shown| *shown = !*shown);
        if let Some(input) = input.get_untracked() {
            input.set_type(if shown.get_untracked() { "text" } else { "password" });
            let _ = input.focus();
        }
    };
    let hint = fresh.then(|| words::new_password_hint(LEAST));
    let autocomplete = if fresh { "new-password" } else { "current-password" };
    view! {
        <div class="password">
            <Field
                name
                label
                kind=FieldKind::Password
                nostrip:hint=hint
                autocomplete=autocomplete
                required=true
                node_ref=input
            />
            <button
                class="password__toggle"
                type="button"
                data-scripted=""
                aria-pressed=move || if shown.get() { "true" } else { "false" }
                on:click=toggle
            >
                <Icon glyph=Glyph::Eye size=Size::Small />
                {words::show_password()}
            </button>
        </div>
    }
}
