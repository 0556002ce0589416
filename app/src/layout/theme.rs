//! Light, dark, or as the system says.

use crate::ui::{Glyph, Icon, Size};
use domain::text::layout as words;
use leptos::prelude::*;

/// Three buttons of a plain form: without script the server sets the cookie and comes back to the page, with script the
/// page changes at once and the server is told meanwhile. Which one is on is drawn from `html[data-theme]`.
#[component]
pub(crate) fn ThemeSwitch() -> impl IntoView {
    let theme = RwSignal::new(None::<String>);
    Effect::new(move || {
        let now = document().document_element().and_then(|root| root.get_attribute("data-theme"));
        theme.set(Some(now.filter(|now| !now.is_empty()).unwrap_or_else(|| "system".to_owned())));
    });
    let choice = move |value: &'static str, label: &'static str, glyph: Glyph| {
        let pressed = move || {
            theme.with(|theme| theme.as_deref().map(|now| if now == value { "true" } else { "false" }))
        };
        view! {
            <button
                class="theme__choice"
                type="submit"
                name="theme"
                value=value
                aria-label=label
                title=label
                aria-pressed=pressed
                on:click=move |event| {
                    event.prevent_default();
                    choose(value);
                    theme.set(Some(value.to_owned()));
                }
            >
                <Icon glyph size=Size::Small />
            </button>
        }
    };
    view! {
        <form method="post" action="/theme">
            <div class="theme" role="group" aria-label=words::theme()>
                {choice("light", words::theme_light(), Glyph::Sun)}
                {choice("dark", words::theme_dark(), Glyph::Moon)}
                {choice("system", words::theme_system(), Glyph::Monitor)}
            </div>
        </form>
    }
}

fn choose(theme: &'static str) {
    if let Some(root) = document().document_element() {
        let _ = match theme {
            "system" => root.remove_attribute("data-theme"),
            theme => root.set_attribute("data-theme", theme),
        };
    }
    crate::ui::post_form("/theme", &format!("theme={theme}"));
}
