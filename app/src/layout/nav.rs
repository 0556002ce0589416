//! The bars that show where somebody may go.

use super::foot::Foot;
use super::palette::PaletteState;
use super::places::{NavItem, current, organisation, places, programmes};
use crate::path;
use crate::ui::{Glyph, Icon, IconButton, Logo};
use crate::viewer::{Viewer, use_viewer};
use domain::text::layout as words;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos_router::hooks::use_location;

/// What a list of places needs: the places, and which of them we are at.
fn listed(
    make: impl Fn(&Viewer, &str) -> Vec<NavItem> + Send + Sync + 'static,
) -> (Memo<Vec<NavItem>>, Memo<Option<String>>) {
    let viewer = use_viewer();
    let pathname = use_location().pathname;
    let items = Memo::new(move |_| pathname.with(|path| viewer.with(|viewer| make(viewer, path))));
    let here = Memo::new(move |_| items.with(|items| pathname.with(|path| current(items.iter(), path))));
    (items, here)
}

/// On a phone: our mark and the way to search.
#[component]
pub(crate) fn TopBar(palette: PaletteState) -> impl IntoView {
    view! {
        <header class="frame__top">
            <Brand />
            <IconButton
                glyph=Glyph::Search
                label=words::palette()
                attr:data-scripted=""
                on_press=move |_| palette.open.set(true)
            />
        </header>
    }
}

/// Our mark, leading to the start.
#[component]
pub(crate) fn Brand() -> impl IntoView {
    view! {
        <a class="brand" href=path::today() aria-label=words::brand_home()>
            <Logo />
            <span>"Trellis"</span>
        </a>
    }
}

/// The places at the side; on a phone behind the menu button.
#[component]
pub(crate) fn SideNav(palette: PaletteState) -> impl IntoView {
    let (main, at_main) = listed(places);
    let (mine, at_mine) = listed(|viewer, _| programmes(viewer));
    let (house, at_house) = listed(|viewer, _| organisation(viewer));
    view! {
        <nav class="frame__nav" id="nav" popover="auto" aria-label=words::nav()>
            <div class="frame__nav-head">
                <Brand />
                <span class="frame__close">
                    <button
                        class="icon-button"
                        type="button"
                        popovertarget="nav"
                        popovertargetaction="hide"
                        aria-label=words::close_menu()
                    >
                        <Icon glyph=Glyph::Close />
                    </button>
                </span>
            </div>
            <button
                class="frame__search"
                type="button"
                data-scripted=""
                aria-keyshortcuts="Control+K Meta+K"
                on:click=move |_| palette.open.set(true)
            >
                <Icon glyph=Glyph::Search />
                <span>{words::palette_short()}</span>
                <kbd>{words::key_control()} " K"</kbd>
            </button>
            <div class="frame__places">
                <ul class="nav">{move || links(&main.get(), at_main, "page", false)}</ul>
                <Show when=move || mine.with(|mine| !mine.is_empty())>
                    <h2 class="nav__title">{words::programmes()}</h2>
                    <ul class="nav">{move || links(&mine.get(), at_mine, "true", true)}</ul>
                </Show>
                <Show when=move || house.with(|house| !house.is_empty())>
                    <h2 class="nav__title">{words::organisation()}</h2>
                    <ul class="nav">{move || links(&house.get(), at_house, "page", false)}</ul>
                </Show>
            </div>
            <Foot />
        </nav>
    }
}

fn links(
    items: &[NavItem],
    here: Memo<Option<String>>,
    mark: &'static str,
    dots: bool,
) -> impl IntoView + use<> {
    items
        .iter()
        .map(|item| {
            let NavItem { href, label, glyph, count } = item.clone();
            let me = href.clone();
            let is_here = move || here.with(|here| here.as_ref() == Some(&me)).then_some(mark);
            let picture = if dots && glyph == Glyph::Route {
                view! { <span class="nav__dot"></span> }.into_any()
            } else {
                view! { <Icon glyph /> }.into_any()
            };
            view! {
                <li>
                    <a class="nav__item" href=href aria-current=is_here>
                        {picture}
                        <span class="nav__label">{label}</span>
                        {counted(count)}
                    </a>
                </li>
            }
        })
        .collect_view()
}

fn counted(count: usize) -> Option<impl IntoView> {
    (count > 0).then(|| {
        view! {
            <span class="nav__count">
                <span aria-hidden="true">{count}</span>
                <span class="unseen">{words::waiting(count)}</span>
            </span>
        }
    })
}

/// On a phone: the first places at the thumb, and the menu with all of them.
#[component]
pub(crate) fn BottomBar() -> impl IntoView {
    let (items, here) = listed(places);
    let first = move || {
        items
            .get()
            .into_iter()
            .take(4)
            .map(|NavItem { href, label, glyph, count }| {
                let me = href.clone();
                let is_here = move || here.with(|here| here.as_ref() == Some(&me)).then_some("page");
                view! {
                    <a class="frame__place" href=href aria-current=is_here>
                        <Icon glyph />
                        <span>{label}</span>
                        {counted(count)}
                    </a>
                }
            })
            .collect_view()
    };
    view! {
        <nav class="frame__bar" aria-label=words::nav_short()>
            {first}
            <button class="frame__place" type="button" popovertarget="nav">
                <Icon glyph=Glyph::Menu />
                <span>{words::menu()}</span>
            </button>
        </nav>
    }
}

/// Closes the menu of a phone, after going somewhere.
pub(crate) fn close_menu() {
    let nav = document()
        .get_element_by_id("nav")
        .and_then(|nav| nav.dyn_into::<leptos::web_sys::HtmlElement>().ok());
    if let Some(nav) = nav.filter(|nav| nav.matches(":popover-open").unwrap_or_default()) {
        let _ = nav.hide_popover();
    }
}
