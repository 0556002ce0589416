//! The places that somebody may go to, and the bars that show them.

use super::foot::Foot;
use super::palette::PaletteState;
use crate::path;
use crate::ui::{Glyph, Icon, IconButton, Logo};
use crate::viewer::{Viewer, use_viewer};
use domain::Role;
use domain::text::layout as words;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos_router::hooks::use_location;

/// A place in the navigation.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct NavItem {
    pub(crate) href: String,
    pub(crate) label: String,
    pub(crate) glyph: Glyph,
    /// How many things wait there.
    pub(crate) count: usize,
}

impl NavItem {
    fn new(href: String, label: impl Into<String>, glyph: Glyph) -> Self {
        NavItem { href, label: label.into(), glyph, count: 0 }
    }
}

/// The programme that an address is in: `/programmes/<slug>/…`.
fn programme_of(path: &str) -> Option<&str> {
    path.strip_prefix("/programmes/")?.split('/').next().filter(|slug| !slug.is_empty() && *slug != "new")
}

/// The main places: mine, then those of the programme at hand as far as I have a role in it.
pub(crate) fn places(viewer: &Viewer, path: &str) -> Vec<NavItem> {
    let Some(person) = &viewer.person else { return Vec::new() };
    let mut items = vec![NavItem::new(path::today(), words::today(), Glyph::Home)];
    items[0].count = person.waiting;
    let only = match person.programmes.as_slice() {
        [only] => Some(only.slug.as_str()),
        _ => None,
    };
    let at_hand = programme_of(path).or(only).filter(|slug| !viewer.roles(slug).is_empty());
    if let Some(slug) = at_hand {
        items.push(NavItem::new(path::programme(slug), words::programme(), Glyph::Route));
        let coordinates = viewer.coordinates(slug);
        if coordinates {
            items.push(NavItem::new(path::participants(slug), words::participants(), Glyph::People));
            items.push(NavItem::new(path::match_plans(slug), words::matching(), Glyph::Board));
            items.push(NavItem::new(path::progress(slug), words::progress(), Glyph::Chart));
        }
        if coordinates {
            items.push(NavItem::new(path::directory(slug), words::directory(), Glyph::Search));
        } else if viewer.roles(slug).contains(&Role::Mentee) {
            items.push(NavItem::new(path::directory(slug), words::find_mentor(), Glyph::Search));
        }
    }
    let works = |role: &Role| matches!(role, Role::Mentor | Role::Mentee | Role::Facilitator);
    if person.programmes.iter().any(|programme| programme.roles.iter().any(works)) {
        items.push(NavItem::new(path::mentorships(), words::mentorships(), Glyph::Sprout));
    }
    items
}

/// My programmes, and the way to more.
pub(crate) fn programmes(viewer: &Viewer) -> Vec<NavItem> {
    let Some(person) = &viewer.person else { return Vec::new() };
    let mine = person.programmes.iter();
    let mut items: Vec<NavItem> =
        mine.map(|programme| NavItem::new(path::programme(&programme.slug), &programme.name, Glyph::Route)).collect();
    items.push(NavItem::new(path::programmes(), words::all_programmes(), Glyph::List));
    if person.may_create {
        items.push(NavItem::new(path::new_programme(), words::new_programme(), Glyph::Add));
    }
    items
}

/// Places of those who run the installation.
pub(crate) fn organisation(viewer: &Viewer) -> Vec<NavItem> {
    let mut items = Vec::new();
    if viewer.person.as_ref().is_some_and(|person| person.admin) {
        items.push(NavItem::new(path::people(), words::organisation_people(), Glyph::Building));
    }
    if viewer.person.as_ref().is_some_and(|person| viewer.demo || person.admin) {
        items.push(NavItem::new(path::mail(), words::mail(), Glyph::Mail));
    }
    items
}

/// The place whose address begins ours, and of several the longest.
fn current<'a>(items: impl Iterator<Item = &'a NavItem>, path: &str) -> Option<String> {
    let leads_here = |href: &str| {
        path == href || (href != "/" && path.strip_prefix(href).is_some_and(|rest| rest.starts_with('/')))
    };
    items.map(|item| &item.href).filter(|href| leads_here(href)).max_by_key(|href| href.len()).cloned()
}

/// What a list of places needs: the places, and which of them we are at.
fn listed(make: impl Fn(&Viewer, &str) -> Vec<NavItem> + Send + Sync + 'static) -> (Memo<Vec<NavItem>>, Memo<Option<String>>) {
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
                <button
                    class="icon-button frame__close"
                    type="button"
                    popovertarget="nav"
                    popovertargetaction="hide"
                    aria-label=words::close_menu()
                >
                    <Icon glyph=Glyph::Close />
                </button>
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
            <div>
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

fn links(items: &[NavItem], here: Memo<Option<String>>, mark: &'static str, dots: bool) -> impl IntoView + use<> {
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
    let nav = document().get_element_by_id("nav").and_then(|nav| nav.dyn_into::<leptos::web_sys::HtmlElement>().ok());
    if let Some(nav) = nav.filter(|nav| nav.matches(":popover-open").unwrap_or_default()) {
        let _ = nav.hide_popover();
    }
}

#[cfg(test)]
mod tests {
    use super::{NavItem, current, programme_of};
    use crate::ui::Glyph;

    #[test]
    fn the_longest_beginning_is_where_we_are() {
        let items: Vec<NavItem> = ["/", "/programmes/wit", "/programmes/wit/matching", "/programmes/wit-2"]
            .map(|href| NavItem::new(href.to_owned(), "", Glyph::Route))
            .into();
        for (path, expected) in [
            ("/", Some("/")),
            ("/programmes/wit", Some("/programmes/wit")),
            ("/programmes/wit/matching/8f", Some("/programmes/wit/matching")),
            ("/programmes/wit-2/people", Some("/programmes/wit-2")),
            ("/account", None),
        ] {
            assert_eq!(current(items.iter(), path).as_deref(), expected, "{path}");
        }
    }

    #[test]
    fn an_address_names_its_programme() {
        assert_eq!(programme_of("/programmes/wit/people"), Some("wit"));
        assert_eq!(programme_of("/programmes/new"), None);
        assert_eq!(programme_of("/programmes"), None);
        assert_eq!(programme_of("/programmes/"), None);
    }
}
