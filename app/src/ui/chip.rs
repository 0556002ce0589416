//! A filter that is on.

use super::{Glyph, Icon, Size};
use domain::text::ui as words;
use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// A filter that is on; pressing it takes it off. A link with `href` (the same page without it), else a button.
#[component]
pub fn Chip(
    #[prop(into)] label: String,
    #[prop(optional, into)] href: Option<String>,
    #[prop(optional, into)] on_remove: Option<Callback<MouseEvent>>,
) -> impl IntoView {
    let name = words::take_off(&label);
    let inner = view! {
        <span>{label}</span>
        <Icon glyph=Glyph::Close size=Size::Small />
    };
    match href {
        Some(href) => view! {
            <a class="chip" href=href aria-label=name>
                {inner}
            </a>
        }
        .into_any(),
        None => view! {
            <button
                class="chip"
                type="button"
                aria-label=name
                on:click=move |event| {
                    if let Some(on_remove) = on_remove {
                        on_remove.run(event);
                    }
                }
            >
                {inner}
            </button>
        }
        .into_any(),
    }
}
