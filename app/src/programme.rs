//! Pages of this noun.

use leptos::prelude::*;

/// A page.
#[component]
pub fn EditProgrammePage() -> impl IntoView {
    view! { <h1>"EditProgrammePage"</h1> }
}

/// A page.
#[component]
pub fn NewProgrammePage() -> impl IntoView {
    view! { <h1>"NewProgrammePage"</h1> }
}

/// A page.
#[component]
pub fn ParticipantsPage() -> impl IntoView {
    view! { <h1>"ParticipantsPage"</h1> }
}

/// A page.
#[component]
pub fn ProgrammePage() -> impl IntoView {
    view! { <h1>"ProgrammePage"</h1> }
}

/// A page.
#[component]
pub fn ProgrammesPage() -> impl IntoView {
    view! { <h1>"ProgrammesPage"</h1> }
}
