//! Pages of this noun.

use leptos::prelude::*;

/// A page.
#[component]
pub fn ProposalPage() -> impl IntoView {
    view! { <h1>"ProposalPage"</h1> }
}
