//! Never a dead end.

use super::Lattice;
use leptos::children::ViewFnOnce;
use leptos::prelude::*;

/// Nothing is here: why, and what to do about it.
#[component]
pub fn EmptyState(
    #[prop(into)] title: String,
    #[prop(into)] why: String,
    /// The heading's level.
    #[prop(default = 2)]
    level: u8,
    #[prop(optional, into)] actions: Option<ViewFnOnce>,
) -> impl IntoView {
    view! {
        <div class="empty">
            <Lattice />
            {super::card::heading(level, None, title.into_any())}
            <p class="empty__why">{why}</p>
            {actions.map(|actions| view! { <div class="empty__actions">{actions.run()}</div> })}
        </div>
    }
}
