//! Pages of this noun.

use leptos::prelude::*;

/// A page.
#[component]
pub fn BoardPage() -> impl IntoView {
    view! { <h1>"BoardPage"</h1> }
}

/// A page.
#[component]
pub fn MatchPlansPage() -> impl IntoView {
    view! { <h1>"MatchPlansPage"</h1> }
}

/// A page.
#[component]
pub fn PublishPage() -> impl IntoView {
    view! { <h1>"PublishPage"</h1> }
}
