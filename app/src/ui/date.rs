//! When.

use leptos::prelude::*;

/// A moment, how far away and exactly: "in 3 days · Thu 26 Nov, 15:00, your time". The words come formatted.
#[component]
pub fn RelativeDate(
    #[prop(into)] relative: String,
    #[prop(into)] exact: String,
    /// For machines: `2026-11-26T15:00:00Z`.
    #[prop(into)]
    datetime: String,
    /// In tight places: the exact words only as a tip.
    #[prop(optional)]
    brief: bool,
) -> impl IntoView {
    let tip = brief.then(|| exact.clone());
    view! {
        <time class="date" datetime=datetime title=tip>
            {relative}
            {(!brief).then(|| view! { <span class="date__exact">{format!(" · {exact}")}</span> })}
        </time>
    }
}
