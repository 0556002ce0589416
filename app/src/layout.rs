//! The frame around every page.

use leptos::prelude::*;

/// Chooses the frame: navigation for who is signed in, a quiet one for who is not.
#[component]
pub fn Frame(children: Children) -> impl IntoView {
    view! { <main id="main" tabindex="-1">{children()}</main> }
}
