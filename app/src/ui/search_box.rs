//! One line that finds.

use super::field::tell;
use super::{Glyph, Icon};
use leptos::html;
use leptos::prelude::*;

/// A search line with its picture inside. `/` puts the cursor into the first one on the page.
#[component]
pub fn SearchBox(
    #[prop(into)] name: String,
    /// Its name for assistive technology, and the words in it while it is empty.
    #[prop(into)]
    label: String,
    #[prop(optional, into)] value: String,
    /// How many were found, as "14 mentors"; read out when it changes.
    #[prop(optional, into)]
    count: MaybeProp<String>,
    #[prop(optional, into)] on_input: Option<Callback<String>>,
    #[prop(optional)] node_ref: NodeRef<html::Input>,
) -> impl IntoView {
    view! {
        <div class="search-box" role="search">
            <Icon glyph=Glyph::Search />
            <input
                class="search-box__input"
                node_ref=node_ref
                type="search"
                name=name
                value=value
                aria-label=label.clone()
                placeholder=label
                autocomplete="off"
                spellcheck="false"
                dir="auto"
                data-search=""
                on:input=move |event| tell(on_input, event_target_value(&event))
            />
            <span class="search-box__count" role="status">
                {move || count.get()}
            </span>
        </div>
    }
}
