//! Which parts of a long list are near the window: only those are drawn with their cards, so that a programme of five
//! hundred mentors is as quick as one of twenty, and a tray of fifteen hundred as one of forty.
//!
//! A part is a column, or a stretch of the tray. One that is far away keeps its frame and its height. Whatever holds the focus or the card in the hand stays drawn.

use domain::board::Density;
use leptos::prelude::*;
use std::collections::HashMap;

#[cfg(feature = "hydrate")]
use {
    leptos::wasm_bindgen::{JsCast, closure::Closure},
    leptos::web_sys::IntersectionObserver,
    leptos::web_sys::{Element, HtmlElement, IntersectionObserverEntry, IntersectionObserverInit},
};

/// A list of so few is always drawn whole: the browser's own search finds everybody then.
const FEW: usize = 60;
/// So far beyond the window, or beyond what is seen of a list that scrolls by itself, parts are drawn already.
#[cfg(feature = "hydrate")]
const MARGIN: &str = "800px 0px";
/// The attribute by which a part is known again.
#[cfg(feature = "hydrate")]
const NAME: &str = "data-sight";

/// A part's place in sight: whether it is near, and how high it was when it was last.
#[derive(Clone, Copy)]
pub(super) struct Near {
    pub(super) is: RwSignal<bool>,
    pub(super) height: RwSignal<Option<i32>>,
}

impl Near {
    /// Forgets how high the part was whenever the density changes.
    pub(super) fn measure_at(self, density: Memo<Density>) {
        Effect::new(move |before: Option<Density>| {
            let now = density.get();
            if before.is_some_and(|before| before != now) {
                self.height.set(None);
            }
            now
        });
    }
}

/// The parts of a list.
#[derive(Clone, Copy)]
pub(super) struct Sight {
    parts: StoredValue<HashMap<String, Near>>,
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
            parts: StoredValue::new(HashMap::new()),
            alive: StoredValue::new(false),
            #[cfg(feature = "hydrate")]
            watch: StoredValue::new_local(None),
        };
        Effect::new(move || sight.alive.set_value(true));
        sight
    }

    /// The place of a part that is being drawn, with its `data-sight`, in a list of so many.
    pub(super) fn of(self, name: String, length: usize) -> Near {
        let begins = length <= FEW || !self.alive.get_value();
        let near = Near { is: RwSignal::new(begins), height: RwSignal::new(None) };
        if length > FEW {
            let gone = name.clone();
            self.parts.update_value(|all| {
                all.insert(name, near);
            });
            on_cleanup(move || {
                self.parts.try_update_value(|all| all.remove(&gone));
            });
        }
        near
    }

    /// Watches the element of a part that [`Sight::of`] knows.
    #[cfg(feature = "hydrate")]
    pub(super) fn watch(self, part: &Element) {
        self.watch.update_value(|watch| {
            if watch.is_none() {
                *watch = self.begin();
            }
            if let Some(watch) = watch {
                watch.observer.observe(part);
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
        // Browsers that do not know it draw a stretch of the tray when its edge is seen.
        let _ = js_sys::Reflect::set(&options, &"scrollMargin".into(), &MARGIN.into());
        let observer =
            IntersectionObserver::new_with_options(seen.as_ref().unchecked_ref(), &options).ok()?;
        Some(Watch { observer, _seen: seen })
    }

    #[cfg(feature = "hydrate")]
    fn judge(self, part: &Element, near: bool) {
        let name = part.get_attribute(NAME);
        let Some(known) =
            name.and_then(|name| self.parts.try_with_value(|all| all.get(&name).copied()).flatten())
        else {
            return;
        };
        if !near {
            let busy = document().active_element().is_some_and(|focus| part.contains(Some(&focus)))
                || part.query_selector("[data-held]").ok().flatten().is_some();
            if busy {
                return;
            }
            let height = part.dyn_ref::<HtmlElement>().map(HtmlElement::offset_height);
            known.height.set(height);
        }
        if known.is.get_untracked() != near {
            known.is.set(near);
        }
    }
}
