//! What is looked for on a board: in the address, so that it can be kept, sent and used without script; and found in the
//! browser once the whole board is there.

use super::board_page::Links;
use super::desk::Desk;
use crate::ui::post_form;
use crate::viewer::use_viewer;
use domain::ParticipationId;
use domain::board::{
    BoardQuery, BoardView, By, Density, Everybody, Facets, Filter, SavedView, Sort, TraySort,
};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use leptos_router::params::ParamsMap;
use std::collections::HashMap;
use std::time::Duration;

/// So long after the last change the address follows.
const REST: Duration = Duration::from_millis(400);

/// Reads an address.
pub(super) fn read(query: &ParamsMap) -> BoardQuery {
    let number =
        |name: &str| query.get(name).and_then(|text| text.parse().ok()).filter(|n| *n > 0).unwrap_or(1);
    let filters = By::ALL.iter().flat_map(|by| {
        let values = query.get_all(by.as_str()).unwrap_or_default();
        values.into_iter().filter_map(|value| Filter::new(*by, value))
    });
    BoardQuery {
        words: query.get("q").unwrap_or_default(),
        filters: filters.collect(),
        sort: query.get("sort").and_then(|word| word.parse().ok()).unwrap_or_default(),
        tray_sort: query.get("order").and_then(|word| word.parse().ok()).unwrap_or_default(),
        density: query.get("density").and_then(|word| word.parse().ok()),
        page: number("page"),
        tray_page: number("tray"),
    }
}

/// What [`read`] reads, without what goes without saying.
pub(super) fn written(query: &BoardQuery) -> Vec<(&'static str, String)> {
    let mut parts = vec![];
    if !query.words.is_empty() {
        parts.push(("q", query.words.clone()));
    }
    parts.extend(query.filters.iter().map(|one| (one.by.as_str(), one.value.clone())));
    if query.sort != Sort::default() {
        parts.push(("sort", query.sort.to_string()));
    }
    if query.tray_sort != TraySort::default() {
        parts.push(("order", query.tray_sort.to_string()));
    }
    parts.extend(query.density.map(|density| ("density", density.to_string())));
    let pages = [("page", query.page), ("tray", query.tray_page)];
    parts.extend(pages.into_iter().filter(|(_, number)| *number > 1).map(|(name, n)| (name, n.to_string())));
    parts
}

/// What is looked for, and what is found. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Find {
    pub(super) query: RwSignal<BoardQuery>,
    pub(super) mentors: Memo<Vec<ParticipationId>>,
    pub(super) tray: Memo<Vec<ParticipationId>>,
    /// The headings of an order of the tray that has groups, by who stands first below each.
    pub(super) heads: Memo<HashMap<ParticipationId, String>>,
    /// Whether the filters are open: only then somebody counts what each would leave.
    pub(super) open: RwSignal<bool>,
    pub(super) facets: Memo<Facets>,
    /// How many mentors and cards of the tray are left; none where nobody is left out.
    pub(super) left: Memo<Option<(u32, u32)>>,
    /// What the address says, else what was chosen last in this browser.
    pub(super) density: Memo<Density>,
    /// The reader's own ways of looking, by name.
    pub(super) saved: RwSignal<Vec<SavedView>>,
}

impl Find {
    pub(super) fn new(
        desk: Desk,
        part: Memo<BoardQuery>,
        selected: Memo<Option<ParticipationId>>,
        links: StoredValue<Links>,
        view: &BoardView,
    ) -> Self {
        let query = RwSignal::new(part.get_untracked());
        let open = RwSignal::new(false);
        // A page that the server searched and sorted is left as it came.
        let mentors = Memo::new(move |_| {
            if !desk.whole.get() {
                return desk.mentors.with(|all| all.iter().map(|one| one.id).collect());
            }
            query.with(|query| match query.narrows() || query.sort != Sort::default() {
                true => everybody(desk, |all| all.mentors(query)),
                // No card's move changes that, so none is watched.
                false => desk.mentors.with(|mentors| Everybody::new(mentors, []).mentors(query)),
            })
        });
        let page: Vec<_> =
            view.cards.iter().filter(|card| card.mentor.is_none()).map(|card| card.id).collect();
        let tray = Memo::new(move |_| {
            let waiting = || desk.places.with(|places| places.get(&None).cloned().unwrap_or_default());
            query.with(|query| match (desk.whole.get(), query.narrows(), query.tray_sort) {
                (false, ..) => {
                    let now = waiting();
                    // In the order of the page; who has come since stands last.
                    let (mut kept, new): (Vec<_>, Vec<_>) = now.into_iter().partition(|id| page.contains(id));
                    kept.sort_by_key(|id| page.iter().position(|one| one == id));
                    kept.extend(new);
                    kept
                }
                (true, false, TraySort::Waiting) => waiting(),
                _ => everybody(desk, |all| all.tray(query)),
            })
        });
        let heads = Memo::new(move |_| {
            query.with(|query| match query.has_groups() {
                true => tray.with(|tray| everybody(desk, |all| all.heads(tray, query))),
                false => HashMap::new(),
            })
        });
        let (first, first_left) = (view.facets.clone(), view.found);
        let facets = Memo::new(move |before: Option<&Facets>| match desk.whole.get() && open.get() {
            true => query.with(|query| everybody(desk, |all| all.facets(query))),
            false => before.cloned().unwrap_or_else(|| first.clone()),
        });
        let left = Memo::new(move |_| {
            query.with(BoardQuery::narrows).then(|| match desk.whole.get() {
                true => (mentors.with(Vec::len) as u32, tray.with(Vec::len) as u32),
                false => first_left,
            })
        });
        let viewer = use_viewer();
        let density = Memo::new(move |_| {
            let last = || viewer.with(|viewer| viewer.density.parse().unwrap_or_default());
            query.with(|query| query.density).unwrap_or_else(last)
        });
        let saved = RwSignal::new(view.saved.clone());
        let find = Self { query, mentors, tray, heads, open, facets, left, density, saved };
        find.keep_address(desk, part, selected, links);
        find
    }

    /// Writes what is looked for into the address when one pauses, and follows where the address is changed by others: a
    /// link, or the way back.
    fn keep_address(
        self,
        desk: Desk,
        part: Memo<BoardQuery>,
        selected: Memo<Option<ParticipationId>>,
        links: StoredValue<Links>,
    ) {
        let number = StoredValue::new(0_u32);
        let navigate = use_navigate();
        Effect::new(move |before: Option<()>| {
            let (now, whole) = (self.query.get(), desk.whole.get());
            if before.is_none() || !whole || now == part.get_untracked() {
                return;
            }
            let this = number.get_value() + 1;
            number.set_value(this);
            let navigate = navigate.clone();
            set_timeout(
                move || {
                    if number.try_get_value() != Some(this) {
                        return;
                    }
                    let to = links.with_value(|links| links.to(&now, selected.get_untracked()));
                    navigate(&to, NavigateOptions { replace: true, scroll: false, ..Default::default() });
                },
                REST,
            );
        });
        Effect::new(move |before: Option<()>| {
            let now = part.get();
            if before.is_some() && now != self.query.get_untracked() {
                number.update_value(|number| *number += 1);
                self.query.set(now);
            }
        });
    }

    /// Changes what is looked for, from the first page on.
    pub(super) fn change(self, change: impl FnOnce(&mut BoardQuery)) {
        self.query.update(|query| {
            change(query);
            (query.page, query.tray_page) = (1, 1);
        });
    }
}

impl Find {
    /// Shows more of the board, or more of each person, and remembers that in this browser.
    pub(super) fn show_at(self, density: Density) {
        self.query.update(|query| query.density = Some(density));
        post_form("/density", &format!("density={density}"));
    }
}

fn everybody<T>(desk: Desk, ask: impl FnOnce(&Everybody<'_>) -> T) -> T {
    desk.mentors.with(|mentors| desk.cards.with(|cards| ask(&Everybody::new(mentors, cards.values()))))
}
