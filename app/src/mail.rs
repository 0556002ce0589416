//! Pages of this noun.

use leptos::prelude::*;

/// A page.
#[component]
pub fn LetterPage() -> impl IntoView {
    view! { <h1>"LetterPage"</h1> }
}

/// A page.
#[component]
pub fn MailPage() -> impl IntoView {
    view! { <h1>"MailPage"</h1> }
}
