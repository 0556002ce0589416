//! Pages of this noun.

use leptos::prelude::*;

/// A page.
#[component]
pub fn PeoplePage() -> impl IntoView {
    view! { <h1>"PeoplePage"</h1> }
}
