//! Terms and what they come to.

use leptos::prelude::*;

/// A list of [`Fact`]s.
#[component]
pub fn Facts(children: Children) -> impl IntoView {
    view! { <dl class="facts">{children()}</dl> }
}

/// A term and what it comes to.
#[component]
pub fn Fact(#[prop(into)] term: String, children: Children) -> impl IntoView {
    view! {
        <div class="facts__fact">
            <dt>{term}</dt>
            <dd>{children()}</dd>
        </div>
    }
}
