//! Pages of this noun.

use leptos::prelude::*;

/// A page.
#[component]
pub fn TodayPage() -> impl IntoView {
    view! { <h1>"TodayPage"</h1> }
}

/// A page.
#[component]
pub fn PrivacyPage() -> impl IntoView {
    view! { <h1>"PrivacyPage"</h1> }
}
