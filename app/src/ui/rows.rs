//! A list whose rows are parted by hairlines.

use super::Tone;
use leptos::children::ViewFnOnce;
use leptos::prelude::*;

/// A list of [`Row`]s.
#[component]
pub fn Rows(
    /// Names the list, where no heading does.
    #[prop(optional, into)]
    label: Option<String>,
    children: Children,
) -> impl IntoView {
    view! {
        <ul class="rows" role="list" aria-label=label>
            {children()}
        </ul>
    }
}

/// One row: what leads it, its body, and what stands at its end.
#[component]
pub fn Row(
    #[prop(optional, into)] lead: Option<ViewFnOnce>,
    #[prop(optional, into)] end: Option<ViewFnOnce>,
    /// [`Tone::Info`] for the row that somebody is at.
    #[prop(optional)]
    tone: Tone,
    children: Children,
) -> impl IntoView {
    view! {
        <li class="row" data-tone=tone.attribute()>
            {lead.map(|lead| view! { <div class="row__lead">{lead.run()}</div> })}
            <div class="row__body">{children()}</div>
            {end.map(|end| view! { <div class="row__end">{end.run()}</div> })}
        </li>
    }
}
