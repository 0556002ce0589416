//! The start page of who is signed out.

use crate::path;
use crate::ui::*;
use domain::text::today as words;
use leptos::prelude::*;

/// What this is, and the way in.
#[component]
pub fn WelcomePage() -> impl IntoView {
    let lines = [words::welcome_mentee(), words::welcome_mentor(), words::welcome_coordinator()];
    view! {
        <Page title=words::welcome_title() lead=words::welcome_lead() width=PageWidth::Read>
            <ul class="welcome">{lines.map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
            <p>
                <ButtonLink href=path::sign_in() look=Look::Primary icon=Glyph::SignIn>
                    {words::welcome_sign_in()}
                </ButtonLink>
            </p>
        </Page>
    }
}
