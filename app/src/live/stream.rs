//! The tab's one `EventSource`.

use super::{AnyFrame, Link};
use domain::stream::{Topic, Version};
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{EventSource, MessageEvent, VisibilityState};

struct Follower {
    key: u64,
    topic: Topic,
    seen: Version,
    on_frame: Rc<dyn Fn(AnyFrame)>,
    on_loss: Rc<dyn Fn()>,
}

#[derive(Default)]
struct State {
    next_key: u64,
    followers: Vec<Follower>,
    source: Option<EventSource>,
    /// Kept alive as long as the source calls them.
    handlers: Vec<Closure<dyn FnMut(MessageEvent)>>,
    scheduled: bool,
}

/// The stream of this tab. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Live {
    state: StoredValue<Rc<RefCell<State>>, LocalStorage>,
    link: RwSignal<Link>,
}

impl Live {
    /// Starts without topics; a stream is opened with the first.
    pub(crate) fn start() -> Self {
        let live = Self { state: StoredValue::new_local(Rc::default()), link: RwSignal::new(Link::Quiet) };
        let handle = window_event_listener_untyped("visibilitychange", move |_| live.reopen());
        on_cleanup(move || handle.remove());
        live
    }

    pub(crate) fn link(self) -> Signal<Link> {
        self.link.into()
    }

    fn state(self) -> Rc<RefCell<State>> {
        self.state.get_value()
    }

    pub(crate) fn follow(
        self,
        topic: Topic,
        seen: Version,
        on_frame: impl Fn(AnyFrame) + 'static,
        on_loss: impl Fn() + 'static,
    ) {
        let key = {
            let state = self.state();
            let mut state = state.borrow_mut();
            state.next_key += 1;
            let key = state.next_key;
            state.followers.push(Follower {
                key,
                topic,
                seen,
                on_frame: Rc::new(on_frame),
                on_loss: Rc::new(on_loss),
            });
            key
        };
        self.schedule();
        on_cleanup(move || {
            if let Some(state) = self.state.try_get_value() {
                state.borrow_mut().followers.retain(|follower| follower.key != key);
                self.schedule();
            }
        });
    }

    /// Tells the stream that the page shows `version` of `topic`: after a reload of its data, or its own write.
    pub fn seen(self, topic: Topic, version: Version) {
        let state = self.state();
        for follower in &mut state.borrow_mut().followers {
            if follower.topic == topic && follower.seen < version {
                follower.seen = version;
            }
        }
    }

    /// Opens anew once the present task is over, so that a page's topics come in one request.
    fn schedule(self) {
        let state = self.state();
        if std::mem::replace(&mut state.borrow_mut().scheduled, true) {
            return;
        }
        leptos::task::spawn_local(async move {
            leptos::task::tick().await;
            if let Some(state) = self.state.try_get_value() {
                state.borrow_mut().scheduled = false;
                self.reopen();
            }
        });
    }

    fn reopen(self) {
        let Some(state) = self.state.try_get_value() else { return };
        if let Some(source) = state.borrow_mut().source.take() {
            source.close();
        }
        state.borrow_mut().handlers.clear();
        let hidden = document().visibility_state() == VisibilityState::Hidden;
        if hidden || state.borrow().followers.is_empty() {
            return;
        }
        let mut url = String::from("/live?");
        for follower in &state.borrow().followers {
            url.push_str(&format!("topic={}@{}&", follower.topic, follower.seen.0));
        }
        let Ok(source) = EventSource::new(&url) else { return };
        let on_open = Closure::<dyn FnMut(MessageEvent)>::new(move |_| self.link.set(Link::Connected));
        let on_error = Closure::<dyn FnMut(MessageEvent)>::new(move |_| self.lost());
        let on_frame =
            Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| self.deliver(&event));
        let on_resync =
            Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| self.resync(&event));
        source.set_onopen(Some(on_open.as_ref().unchecked_ref()));
        source.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        for (name, handler) in [("frame", &on_frame), ("resync", &on_resync)] {
            let _ = source.add_event_listener_with_callback(name, handler.as_ref().unchecked_ref());
        }
        let mut state = state.borrow_mut();
        state.handlers.extend([on_open, on_error, on_frame, on_resync]);
        state.source = Some(source);
    }

    /// The browser tries again by itself unless the server refused; then the stream is opened anew after a while.
    fn lost(self) {
        self.link.set(Link::Lost);
        let state = self.state();
        let closed =
            state.borrow().source.as_ref().is_some_and(|source| source.ready_state() == EventSource::CLOSED);
        if closed {
            set_timeout(move || self.reopen(), std::time::Duration::from_secs(5));
        }
    }

    fn deliver(self, event: &MessageEvent) {
        let text = event.data().as_string().unwrap_or_default();
        let Ok(frame) = serde_json::from_slice::<AnyFrame>(text.as_bytes()) else {
            leptos::logging::error!("a frame that cannot be read");
            return;
        };
        let (mut deliver, mut lost) = (vec![], vec![]);
        let state = self.state();
        for follower in &mut state.borrow_mut().followers {
            if follower.topic.to_string() != frame.topic {
                continue;
            }
            // Figures have no version: each frame is the whole.
            if frame.version == Version(0) {
                deliver.push(follower.on_frame.clone());
            } else if frame.version > follower.seen {
                if frame.previous <= follower.seen {
                    deliver.push(follower.on_frame.clone());
                } else {
                    lost.push(follower.on_loss.clone());
                }
                follower.seen = frame.version;
            }
        }
        for on_loss in lost {
            on_loss();
        }
        for on_frame in deliver {
            on_frame(frame.clone());
        }
    }

    fn resync(self, event: &MessageEvent) {
        let topic = event.data().as_string().unwrap_or_default();
        let state = self.state();
        let lost: Vec<_> = state
            .borrow()
            .followers
            .iter()
            .filter(|follower| follower.topic.to_string() == topic)
            .map(|follower| follower.on_loss.clone())
            .collect();
        for on_loss in lost {
            on_loss();
        }
    }
}
