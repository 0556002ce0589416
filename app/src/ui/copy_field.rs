//! A link or a code to take away.

use super::{Button, Glyph, use_toasts};
use domain::text::ui as words;
use leptos::ev::FocusEvent;
use leptos::prelude::*;
use leptos::web_sys::HtmlInputElement;

/// A text that is not typed but copied. Without script it can still be selected.
#[component]
pub fn CopyField(
    #[prop(into)] label: String,
    #[prop(into)] value: String,
    #[prop(optional, into)] hint: Option<String>,
    /// Unlike the others on the page.
    #[prop(default = "copy".into(), into)]
    id: String,
) -> impl IntoView {
    let toasts = use_toasts();
    let copied = value.clone();
    let copy = move |_| {
        super::browser::copy_text(&copied);
        toasts.good(words::copied());
    };
    let select = |event: FocusEvent| event_target::<HtmlInputElement>(&event).select();
    view! {
        <div class="field copy-field">
            <label class="field__label" for=id.clone()>
                {label}
            </label>
            {hint.map(|hint| view! { <p class="field__hint" id=format!("{id}-hint")>{hint}</p> })}
            <div class="field__line">
                <input
                    class="control"
                    type="text"
                    readonly=true
                    id=id.clone()
                    value=value
                    aria-describedby=format!("{id}-hint")
                    on:focus=select
                />
                <Button icon=Glyph::Copy on_press=copy>
                    {words::copy()}
                </Button>
            </div>
        </div>
    }
}
