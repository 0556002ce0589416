//! Views of one thing, each with its own address.

use super::scroll_into_view;
use leptos::html;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

/// One view.
#[derive(Clone, Debug, PartialEq)]
pub struct TabItem {
    pub href: String,
    pub label: String,
    pub count: Option<usize>,
}

impl TabItem {
    /// A view without a figure.
    pub fn new(href: impl Into<String>, label: impl Into<String>) -> Self {
        TabItem { href: href.into(), label: label.into(), count: None }
    }

    /// How many things are in the view.
    pub fn count(mut self, count: usize) -> Self {
        self.count = Some(count);
        self
    }
}

/// Links to the views of one thing. The one at this address is marked by itself.
#[component]
pub fn Tabs(#[prop(into)] label: String, items: Vec<TabItem>) -> impl IntoView {
    let location = use_location();
    let hrefs: Vec<String> = items.iter().map(|item| item.href.clone()).collect();
    let current = Memo::new(move |_| {
        let (path, search) = (location.pathname.get(), location.search.get());
        closest(&hrefs, &path, &search)
    });
    // In a narrow place the row scrolls: where we are shall be seen.
    let place = NodeRef::<html::Ul>::new();
    Effect::new(move || {
        let here = current.get().and_then(|index| place.get()?.children().item(u32::try_from(index).ok()?));
        if let Some(here) = here {
            scroll_into_view(&here);
        }
    });
    let links = items
        .into_iter()
        .enumerate()
        .map(|(index, item)| {
            view! {
                <li>
                    <a
                        class="tabs__item"
                        href=item.href
                        aria-current=move || (current.get() == Some(index)).then_some("page")
                    >
                        {item.label}
                        {item.count.map(|count| view! { <span class="tabs__count">{count}</span> })}
                    </a>
                </li>
            }
        })
        .collect_view();
    view! {
        <nav aria-label=label>
            <ul class="tabs" node_ref=place>{links}</ul>
        </nav>
    }
}

/// The address that says most about where we are: the same path, and the most of its query in ours.
fn closest(hrefs: &[String], path: &str, search: &str) -> Option<usize> {
    let here: Vec<&str> = search.trim_start_matches('?').split('&').collect();
    let agreement = |href: &str| {
        let (to, query) = href.split_once('?').unwrap_or((href, ""));
        let pairs: Vec<&str> = query.split('&').filter(|pair| !pair.is_empty()).collect();
        (to == path && pairs.iter().all(|pair| here.contains(pair))).then_some(pairs.len())
    };
    let best = |(index, href): (usize, &String)| agreement(href).map(|score| (score, index));
    // Of equals the first: `max_by_key` would take the last.
    hrefs.iter().enumerate().filter_map(best).rev().max_by_key(|(score, _)| *score).map(|(_, index)| index)
}

#[cfg(test)]
mod tests {
    use super::closest;

    #[test]
    fn the_most_telling_tab_is_current() {
        let tabs = ["/people".to_owned(), "/people?role=mentor".to_owned(), "/people/import".to_owned()];
        assert_eq!(closest(&tabs, "/people", ""), Some(0));
        assert_eq!(closest(&tabs, "/people", "role=mentor&page=2"), Some(1));
        assert_eq!(closest(&tabs, "/people", "?page=2"), Some(0));
        assert_eq!(closest(&tabs, "/people/import", ""), Some(2));
        assert_eq!(closest(&tabs, "/", ""), None);
    }
}
