//! Which parts of a long list are near the window: only those are drawn with their cards, so that a programme of five
//! hundred mentors is as quick as one of twenty, and a tray of fifteen hundred as one of forty.
//!
//! A part is a column, or a stretch of the tray. One that is far away keeps its frame and its height. Whatever holds the
//! focus or the card in the hand stays drawn.
//!
//! Parts are drawn, left out and drawn at another density a few at a time, what is seen first: at a density at which most
//! of the board is near, all of them at once would keep the page from answering for a good part of a second.

use domain::board::Density;
use leptos::prelude::*;
use std::collections::HashMap;

#[cfg(feature = "hydrate")]
use {
    leptos::wasm_bindgen::{JsCast, closure::Closure},
    leptos::web_sys::IntersectionObserver,
    leptos::web_sys::{Element, HtmlElement, IntersectionObserverEntry, IntersectionObserverInit},
    std::collections::VecDeque,
};

/// A list of so few is always drawn whole: the browser's own search finds everybody then.
const FEW: usize = 60;
/// So far beyond the window, or beyond what is seen of a list that scrolls by itself, parts are drawn already.
#[cfg(feature = "hydrate")]
const MARGIN: &str = "800px 0px";
/// The attribute by which a part is known again.
#[cfg(feature = "hydrate")]
const NAME: &str = "data-sight";

/// So many milliseconds of a frame go into drawing parts.
#[cfg(feature = "hydrate")]
const SLICE: f64 = 7.0;

/// A part's place in sight: whether it is near, how high it was when it was last, and the density that it is drawn at.
#[derive(Clone, Copy)]
pub(super) struct Near {
    pub(super) is: RwSignal<bool>,
    pub(super) height: RwSignal<Option<i32>>,
    pub(super) at: RwSignal<Density>,
}

/// A part that is to be drawn, or left out where it is not near; and how far it is from the middle of the window.
#[cfg(feature = "hydrate")]
struct Due {
    name: String,
    part: Element,
    near: bool,
    distance: f64,
}

/// The parts of a list.
#[derive(Clone, Copy)]
pub(super) struct Sight {
    parts: StoredValue<HashMap<String, Near>>,
    density: Memo<Density>,
    /// Whether the first HTML has come alive: what is drawn later begins far away.
    alive: StoredValue<bool>,
    /// The parts that are to be drawn otherwise than they are, the nearest first.
    #[cfg(feature = "hydrate")]
    due: StoredValue<VecDeque<Due>, LocalStorage>,
    #[cfg(feature = "hydrate")]
    working: StoredValue<bool>,
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
    pub(super) fn new(density: Memo<Density>) -> Self {
        let sight = Self {
            parts: StoredValue::new(HashMap::new()),
            density,
            alive: StoredValue::new(false),
            #[cfg(feature = "hydrate")]
            due: StoredValue::new_local(VecDeque::new()),
            #[cfg(feature = "hydrate")]
            working: StoredValue::new(false),
            #[cfg(feature = "hydrate")]
            watch: StoredValue::new_local(None),
        };
        Effect::new(move || sight.alive.set_value(true));
        #[cfg(feature = "hydrate")]
        Effect::new(move |before: Option<Density>| {
            let now = density.get();
            if before.is_some_and(|before| before != now) {
                sight.draw_anew(now);
            }
            now
        });
        sight
    }

    /// The place of a part that is being drawn, with its `data-sight`, in a list of so many.
    pub(super) fn of(self, name: String, length: usize) -> Near {
        let begins = length <= FEW || !self.alive.get_value();
        let at = RwSignal::new(self.density.get_untracked());
        let near = Near { is: RwSignal::new(begins), height: RwSignal::new(None), at };
        let gone = name.clone();
        self.parts.update_value(|all| {
            all.insert(name, near);
        });
        on_cleanup(move || {
            self.parts.try_update_value(|all| all.remove(&gone));
        });
        near
    }

    /// Draws a part however far away it is, for what in it is about to have the focus.
    pub(super) fn show(self, name: &str) {
        let near = self.parts.with_value(|all| all.get(name).copied());
        if let Some(near) = near.filter(|near| !near.is.get_untracked()) {
            near.at.set(self.density.get_untracked());
            near.is.set(true);
        }
    }

    /// Watches the element of a part that [`Sight::of`] knows, in a list of so many.
    #[cfg(feature = "hydrate")]
    pub(super) fn watch(self, part: &Element, length: usize) {
        if length <= FEW {
            return;
        }
        self.watch.update_value(|watch| {
            if watch.is_none() {
                *watch = self.begin();
            }
            if let Some(watch) = watch {
                watch.observer.observe(part);
            }
        });
    }
}

#[cfg(feature = "hydrate")]
impl Sight {
    fn begin(self) -> Option<Watch> {
        let seen = Closure::new(move |entries: js_sys::Array| {
            for entry in entries.iter().filter_map(|entry| entry.dyn_into::<IntersectionObserverEntry>().ok())
            {
                self.judge(&entry.target(), entry.is_intersecting());
            }
            self.work();
        });
        let options = IntersectionObserverInit::new();
        options.set_root_margin(MARGIN);
        // Browsers that do not know it draw a stretch of the tray when its edge is seen.
        let _ = js_sys::Reflect::set(&options, &"scrollMargin".into(), &MARGIN.into());
        let observer =
            IntersectionObserver::new_with_options(seen.as_ref().unchecked_ref(), &options).ok()?;
        Some(Watch { observer, _seen: seen })
    }

    fn judge(self, part: &Element, near: bool) {
        let Some(name) = part.get_attribute(NAME) else { return };
        let Some(known) = self.part(&name) else { return };
        if !near {
            if busy(part) {
                return;
            }
            if known.is.get_untracked() {
                known.height.set(part.dyn_ref::<HtmlElement>().map(HtmlElement::offset_height));
            }
        }
        // What has gone out of sight can wait.
        let distance = if near { distance(part) } else { f64::INFINITY };
        self.due.update_value(|due| {
            due.retain(|one| one.name != name);
            due.push_back(Due { name, part: part.clone(), near, distance });
        });
    }

    /// Parts that are far away only forget how high they were; the others follow, those in the window first.
    fn draw_anew(self, density: Density) {
        self.parts.with_value(|all| {
            for near in all.values() {
                near.height.set(None);
                if !near.is.get_untracked() {
                    near.at.set(density);
                }
            }
        });
        leptos::task::spawn_local(async move {
            // Once the frame is laid out: to ask before where parts are would lay out the whole board twice.
            next_frame().await;
            crate::ui::pause(std::time::Duration::ZERO).await;
            let parts = document().query_selector_all(&format!("[{NAME}]"));
            let parts = parts.iter().flat_map(|all| (0..all.length()).filter_map(|at| all.item(at)));
            for part in parts.filter_map(|part| part.dyn_into::<Element>().ok()) {
                let Some(name) = part.get_attribute(NAME) else { continue };
                let drawn = self.part(&name).is_some_and(|near| near.is.get_untracked());
                if drawn {
                    let distance = distance(&part);
                    self.due.try_update_value(|due| {
                        if !due.iter().any(|one| one.name == name) {
                            due.push_back(Due { name, part, near: true, distance });
                        }
                    });
                }
            }
            self.work();
        });
    }

    fn part(self, name: &str) -> Option<Near> {
        self.parts.try_with_value(|all| all.get(name).copied()).flatten()
    }

    /// Draws what is due, a slice in each frame.
    fn work(self) {
        self.due.try_update_value(|due| {
            due.make_contiguous().sort_by(|one, other| one.distance.total_cmp(&other.distance));
        });
        if self.working.try_get_value() != Some(false) {
            return;
        }
        self.working.set_value(true);
        leptos::task::spawn_local(async move {
            let mut began = now();
            while let Some(Some(due)) = self.due.try_update_value(VecDeque::pop_front) {
                let Some(part) = self.part(&due.name) else { continue };
                let density = self.density.get_untracked();
                match (part.is.get_untracked(), due.near) {
                    (true, true) if part.at.get_untracked() == density => continue,
                    (false, false) => continue,
                    // Somebody has come back to it since it went out of sight.
                    (true, false) if busy(&due.part) => continue,
                    (true, true) => part.at.set(density),
                    (true, false) => part.is.set(false),
                    (false, true) => {
                        part.at.set(density);
                        part.is.set(true);
                    }
                }
                // What has changed is drawn before more is.
                leptos::task::tick().await;
                if now() - began > SLICE {
                    next_frame().await;
                    began = now();
                }
            }
            self.working.try_set_value(false);
        });
    }
}

/// Whether a part holds the focus or the card in the hand.
#[cfg(feature = "hydrate")]
fn busy(part: &Element) -> bool {
    document().active_element().is_some_and(|focus| part.contains(Some(&focus)))
        || part.query_selector("[data-held]").ok().flatten().is_some()
}

/// From the middle of the window to a part's upper edge.
#[cfg(feature = "hydrate")]
fn distance(part: &Element) -> f64 {
    let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(0.0);
    (part.get_bounding_client_rect().top() - height / 2.0).abs()
}

#[cfg(feature = "hydrate")]
fn now() -> f64 {
    window().performance().map_or(0.0, |clock| clock.now())
}

/// Ends with the next frame.
pub(super) async fn next_frame() {
    let (here, come) = futures::channel::oneshot::channel();
    request_animation_frame(move || {
        let _ = here.send(());
    });
    let _ = come.await;
}
