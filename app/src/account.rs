//! Pages of this noun.

use leptos::prelude::*;

/// A page.
#[component]
pub fn AccountPage() -> impl IntoView {
    view! { <h1>"AccountPage"</h1> }
}

/// A page.
#[component]
pub fn ForgotPage() -> impl IntoView {
    view! { <h1>"ForgotPage"</h1> }
}

/// A page.
#[component]
pub fn InvitationPage() -> impl IntoView {
    view! { <h1>"InvitationPage"</h1> }
}

/// A page.
#[component]
pub fn ResetPage() -> impl IntoView {
    view! { <h1>"ResetPage"</h1> }
}

/// A page.
#[component]
pub fn SignInPage() -> impl IntoView {
    view! { <h1>"SignInPage"</h1> }
}
