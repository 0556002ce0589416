//! What stands around the pages of somebody who is not signed in.

use super::nav::Brand;
use super::theme::ThemeSwitch;
use crate::path;
use crate::ui::{ButtonLink, Lattice};
use domain::text::layout as words;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

/// Whether a page is a way in: there the trellis stands beside the form.
pub(crate) fn is_door(path: &str) -> bool {
    ["/sign-in", "/forgot", "/reset/", "/invitation/"].iter().any(|door| path.starts_with(door))
}

/// Our mark and the way in; beside a form, the trellis.
#[component]
pub(crate) fn PublicTop() -> impl IntoView {
    let pathname = use_location().pathname;
    let door = move || pathname.with(|path| is_door(path));
    view! {
        <Show when=door>
            <aside class="public__motif" aria-hidden="true">
                <p class="public__saying">{words::saying()}</p>
                <Lattice large=true />
            </aside>
        </Show>
        <header class="public__top">
            <Brand />
            <Show when=move || !door()>
                <ButtonLink href=path::sign_in()>{words::sign_in()}</ButtonLink>
            </Show>
        </header>
    }
}

/// Privacy and colours.
#[component]
pub(crate) fn PublicFoot() -> impl IntoView {
    view! {
        <footer class="public__foot">
            <a href=path::privacy()>{words::privacy()}</a>
            <ThemeSwitch />
        </footer>
    }
}
