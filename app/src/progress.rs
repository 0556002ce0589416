//! Pages of this noun.

use leptos::prelude::*;

/// A page.
#[component]
pub fn ProgressListPage() -> impl IntoView {
    view! { <h1>"ProgressListPage"</h1> }
}

/// A page.
#[component]
pub fn ProgressPage() -> impl IntoView {
    view! { <h1>"ProgressPage"</h1> }
}
