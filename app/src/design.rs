//! Pages of this noun.

use leptos::prelude::*;

/// A page.
#[component]
pub fn DesignPage() -> impl IntoView {
    view! { <h1>"DesignPage"</h1> }
}
