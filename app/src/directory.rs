//! Pages of this noun.

use leptos::prelude::*;

/// A page.
#[component]
pub fn DirectoryPage() -> impl IntoView {
    view! { <h1>"DirectoryPage"</h1> }
}

/// A page.
#[component]
pub fn MentorPage() -> impl IntoView {
    view! { <h1>"MentorPage"</h1> }
}

/// A page.
#[component]
pub fn ProfilePage() -> impl IntoView {
    view! { <h1>"ProfilePage"</h1> }
}
