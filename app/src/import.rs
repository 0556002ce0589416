//! Pages of this noun.

use leptos::prelude::*;

/// A page.
#[component]
pub fn ImportPage() -> impl IntoView {
    view! { <h1>"ImportPage"</h1> }
}

/// A page.
#[component]
pub fn ImportStepPage() -> impl IntoView {
    view! { <h1>"ImportStepPage"</h1> }
}
