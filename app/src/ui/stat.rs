//! A figure with what it means.

use super::{Badge, Tone};
use leptos::prelude::*;

/// A large figure. With `href` it opens the list behind it. Live ones take signals.
#[component]
pub fn Stat(
    #[prop(into)] label: String,
    #[prop(into)] value: Signal<String>,
    /// What the figure is measured by: "of 131 accepted".
    #[prop(optional, into)]
    note: MaybeProp<String>,
    /// How it stands.
    #[prop(optional)]
    tone: Tone,
    #[prop(optional, into)] href: Option<String>,
) -> impl IntoView {
    let figure = view! { <span class="stat__value">{move || value.get()}</span> };
    let inner = view! {
        <span class="stat__label">{label}</span>
        {figure}
    };
    view! {
        <div class="stat">
            {match href {
                Some(href) => {
                    view! {
                        <a class="stat__link" href=href>
                            {inner}
                        </a>
                    }
                        .into_any()
                }
                None => inner.into_any(),
            }}
            {move || note.get().map(|note| view! { <Badge tone>{note}</Badge> })}
        </div>
    }
}
