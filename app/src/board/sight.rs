//! Which columns are near the window: only those are drawn with their cards, so that a programme of five hundred mentors is
//! as quick as one of twenty.
//!
//! A column that is far away keeps its frame and its height. Whatever holds the focus or the card in the hand stays drawn.

use domain::ParticipationId;
use leptos::prelude::*;
use std::collections::HashMap;

#[cfg(feature = "hydrate")]
use {
    leptos::wasm_bindgen::{JsCast, closure::Closure},
    leptos::web_sys::IntersectionObserver,
    leptos::web_sys::{Element, HtmlElement, IntersectionObserverEntry, IntersectionObserverInit},
};

/// A board with so few columns is always drawn whole: the browser's own search finds everybody then.
const FEW: usize = 60;
/// So far beyond the window columns are drawn already.
#[cfg(feature = "hydrate")]
const MARGIN: &str = "800px 0px";

/// A column's place in sight: whether it is near, and how high it was when it was last.
#[derive(Clone, Copy)]
pub(super) struct Near {
    pub(super) is: RwSignal<bool>,
    pub(super) height: RwSignal<Option<i32>>,
}

/// The columns of a board.
#[derive(Clone, Copy)]
pub(super) struct Sight {
    columns: StoredValue<HashMap<ParticipationId, Near>>,
    /// Whether the first HTML has come alive: what is drawn later begins far away.
    alive: StoredValue<bool>,
    #[cfg(feature = "hydrate")]
    watch: StoredValue<Option<Watch>, LocalStorage>,
}

/// The observer, and what it calls.
#[cfg(feature = "hydrate")]
struct Watch {
    observer: IntersectionObserver,
    _seen: Closure<dyn FnMut(js_sys::Array)>,
}

#[cfg(feature = "hydrate")]
impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

impl Sight {
    pub(super) fn new() -> Self {
        let sight = Self {
            columns: StoredValue::new(HashMap::new()),
            alive: StoredValue::new(false),
            #[cfg(feature = "hydrate")]
            watch: StoredValue::new_local(None),
        };
        Effect::new(move || sight.alive.set_value(true));
        sight
    }

    /// The place of a column that is being drawn, among so many.
    pub(super) fn of(self, id: ParticipationId, columns: usize) -> Near {
        let begins = columns <= FEW || !self.alive.get_value();
        let near = Near { is: RwSignal::new(begins), height: RwSignal::new(None) };
        if columns > FEW {
            self.columns.update_value(|all| {
                all.insert(id, near);
            });
            on_cleanup(move || {
                self.columns.try_update_value(|all| all.remove(&id));
            });
        }
        near
    }

    /// Watches the element of a column that [`Sight::of`] knows.
    #[cfg(feature = "hydrate")]
    pub(super) fn watch(self, column: &Element) {
        self.watch.update_value(|watch| {
            if watch.is_none() {
                *watch = self.begin();
            }
            if let Some(watch) = watch {
                watch.observer.observe(column);
            }
        });
    }

    #[cfg(feature = "hydrate")]
    fn begin(self) -> Option<Watch> {
        let seen = Closure::new(move |entries: js_sys::Array| {
            for entry in entries.iter().filter_map(|entry| entry.dyn_into::<IntersectionObserverEntry>().ok())
            {
                self.judge(&entry.target(), entry.is_intersecting());
            }
        });
        let options = IntersectionObserverInit::new();
        options.set_root_margin(MARGIN);
        let observer =
            IntersectionObserver::new_with_options(seen.as_ref().unchecked_ref(), &options).ok()?;
        Some(Watch { observer, _seen: seen })
    }

    #[cfg(feature = "hydrate")]
    fn judge(self, column: &Element, near: bool) {
        let id = column.get_attribute("data-place").and_then(|id| id.parse().ok());
        let Some(known) =
            id.and_then(|id| self.columns.try_with_value(|all| all.get(&id).copied()).flatten())
        else {
            return;
        };
        if !near {
            let busy = document().active_element().is_some_and(|focus| column.contains(Some(&focus)))
                || column.query_selector("[data-held]").ok().flatten().is_some();
            if busy {
                return;
            }
            let height = column.dyn_ref::<HtmlElement>().map(HtmlElement::offset_height);
            known.height.set(height);
        }
        if known.is.get_untracked() != near {
            known.is.set(near);
        }
    }
}
