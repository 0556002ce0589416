//! Pages of this noun.

use leptos::prelude::*;

/// A page.
#[component]
pub fn MentorshipPage() -> impl IntoView {
    view! { <h1>"MentorshipPage"</h1> }
}

/// A page.
#[component]
pub fn MentorshipsPage() -> impl IntoView {
    view! { <h1>"MentorshipsPage"</h1> }
}
