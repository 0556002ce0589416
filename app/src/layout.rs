//! The frame around every page: where one is, who one is, and the way everywhere else.
//!
//! It knows no noun: what the pages offer comes to the palette through [`offer_commands`] and to the keyboard through
//! [`offer_shortcut`].

mod command;
mod foot;
mod nav;
mod palette;
mod places;
mod public;
mod shortcuts;
mod theme;

pub use command::Command;
pub(crate) use nav::BottomBar;
use palette::PaletteState;
pub use palette::offer_commands;
pub use shortcuts::offer_shortcut;

use crate::files::House;
use crate::path;
use crate::ui::{Glyph, Icon, Size, ToastRegion, provide_toasts};
use crate::viewer::use_viewer;
use domain::text::layout as words;
use leptos::html;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

/// Chooses the frame: navigation for who is signed in, a quiet one for who is not.
#[component]
pub fn Frame(children: Children) -> impl IntoView {
    provide_toasts();
    let palette = palette::provide_palette();
    let shortcuts = shortcuts::provide_shortcuts();
    let viewer = use_viewer();
    let pathname = use_location().pathname;
    let signed_in = Memo::new(move |_| viewer.with(|viewer| viewer.person.is_some()));
    let motif = move || !signed_in.get() && pathname.with(|path| public::is_door(path));
    let main = NodeRef::<html::Main>::new();
    arrive(main, pathname);
    Effect::new(move || {
        let _ = window_event_listener(leptos::ev::keydown, move |event| {
            shortcuts::pressed(&event, palette, shortcuts);
        });
    });
    view! {
        <div class="frame" data-public=move || !signed_in.get() data-motif=motif>
            <a class="skip" href="#main" rel="external">
                {words::skip()}
            </a>
            <Show when=move || viewer.with(|viewer| viewer.demo)>
                <DemoBanner />
            </Show>
            {move || if signed_in.get() { House::Top.show() } else { view! { <public::PublicTop /> }.into_any() }}
            <main class="frame__main" id="main" tabindex="-1" node_ref=main>
                {children()}
            </main>
            {move || if signed_in.get() { House::Bottom.show() } else { view! { <public::PublicFoot /> }.into_any() }}
            {move || signed_in.get().then(|| House::Over.show())}
        </div>
    }
}

/// After going to another page the keyboard and the screen reader begin at its content.
fn arrive(main: NodeRef<html::Main>, pathname: Memo<String>) {
    Effect::new(move |before: Option<String>| {
        let now = pathname.get();
        if before.is_some_and(|before| before != now) {
            nav::close_menu();
            if let Some(main) = main.get_untracked() {
                let _ = main.focus();
            }
        }
        now
    });
}

/// The bars of who is signed in: at the top of a phone, at the side of everything else.
#[component]
pub(crate) fn Bars() -> impl IntoView {
    let palette = expect_context::<PaletteState>();
    view! {
        <nav::TopBar palette />
        <nav::SideNav palette />
    }
}

/// What lies over a page: what has just happened, the palette, and the list of shortcuts.
#[component]
pub(crate) fn Overlays() -> impl IntoView {
    view! {
        <ToastRegion />
        <palette::Palette palette=expect_context() />
        <shortcuts::ShortcutList shortcuts=expect_context() />
    }
}

#[component]
fn DemoBanner() -> impl IntoView {
    view! {
        <aside class="frame__demo" aria-label=words::demo_name()>
            <p>
                <Icon glyph=Glyph::Info size=Size::Small />
                {words::demo()}
            </p>
            <a href=path::mail()>{words::demo_mail()}</a>
        </aside>
    }
}
