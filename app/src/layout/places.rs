//! The places that somebody may go to.

use crate::path;
use crate::ui::Glyph;
use crate::viewer::Viewer;
use domain::Role;
use domain::text::layout as words;

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

/// Where I match people, in each programme that I coordinate, with its name.
pub(crate) fn boards(viewer: &Viewer) -> Vec<(NavItem, String)> {
    let mine = viewer.person.iter().flat_map(|person| &person.programmes);
    let coordinated = mine.filter(|programme| programme.roles.contains(&Role::Coordinator));
    let board = |slug: &str| NavItem::new(path::match_plans(slug), words::matching(), Glyph::Board);
    coordinated.map(|programme| (board(&programme.slug), programme.name.clone())).collect()
}

/// My programmes, and the way to more.
pub(crate) fn programmes(viewer: &Viewer) -> Vec<NavItem> {
    let Some(person) = &viewer.person else { return Vec::new() };
    let mine = person.programmes.iter();
    let mut items: Vec<NavItem> = mine
        .map(|programme| NavItem::new(path::programme(&programme.slug), &programme.name, Glyph::Route))
        .collect();
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
pub(crate) fn current<'a>(items: impl Iterator<Item = &'a NavItem>, path: &str) -> Option<String> {
    // An import is a page of the people.
    let path =
        path.split_once("/import").map_or(path.to_owned(), |(programme, _)| format!("{programme}/people"));
    let leads_here = |href: &str| {
        path == href || (href != "/" && path.strip_prefix(href).is_some_and(|rest| rest.starts_with('/')))
    };
    items.map(|item| &item.href).filter(|href| leads_here(href)).max_by_key(|href| href.len()).cloned()
}

#[cfg(test)]
mod tests {
    use super::{NavItem, boards, current, programme_of};
    use crate::ui::Glyph;
    use crate::viewer::{Viewer, ViewerPerson, ViewerProgramme};
    use domain::{PersonId, Role};

    #[test]
    fn every_board_of_a_coordinator_is_a_place() {
        let programme = |slug: &str, role| ViewerProgramme {
            slug: slug.to_owned(),
            name: slug.to_uppercase(),
            roles: vec![role],
        };
        let programmes = vec![
            programme("one", Role::Coordinator),
            programme("two", Role::Mentor),
            programme("three", Role::Coordinator),
        ];
        let person = ViewerPerson {
            id: PersonId(uuid::Uuid::nil()),
            name: "Ada".to_owned(),
            admin: false,
            may_create: false,
            programmes,
            waiting: 0,
        };
        let found = boards(&Viewer { person: Some(person), ..Viewer::default() });
        let found: Vec<_> = found.iter().map(|(item, name)| (item.href.as_str(), name.as_str())).collect();
        assert_eq!(found, [("/programmes/one/matching", "ONE"), ("/programmes/three/matching", "THREE")]);
    }

    #[test]
    fn the_longest_beginning_is_where_we_are() {
        let items: Vec<NavItem> = [
            "/",
            "/programmes/wit",
            "/programmes/wit/people",
            "/programmes/wit/matching",
            "/programmes/wit-2",
        ]
        .map(|href| NavItem::new(href.to_owned(), "", Glyph::Route))
        .into();
        for (path, expected) in [
            ("/", Some("/")),
            ("/programmes/wit", Some("/programmes/wit")),
            ("/programmes/wit/matching/8f", Some("/programmes/wit/matching")),
            ("/programmes/wit-2/people", Some("/programmes/wit-2")),
            ("/programmes/wit/import/8f", Some("/programmes/wit/people")),
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
