//! What just happened, and the way back.

use super::{Button, Glyph, Icon, IconButton, Look, Size, Tone};
use crate::live::{Link, link};
use domain::text::ui as words;
use leptos::prelude::*;
use std::sync::Arc;
use std::time::Duration;

/// Long enough to be read twice.
const STAYS: Duration = Duration::from_secs(12);

/// The way back. It is not of the page that offered it: a toast stays when its page is left.
#[derive(Clone)]
struct Undo(Arc<dyn Fn() + Send + Sync>);

impl std::fmt::Debug for Undo {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Undo")
    }
}

#[derive(Clone, Debug)]
struct Toast {
    id: u32,
    text: String,
    tone: Tone,
    undo: Option<Undo>,
}

/// Says what happened. Get it with [`use_toasts`].
#[derive(Clone, Copy, Debug)]
pub struct Toasts {
    list: RwSignal<Vec<Toast>>,
    next: RwSignal<u32>,
}

impl Toasts {
    /// Something happened.
    pub fn say(self, text: impl Into<String>) {
        self.show(text.into(), Tone::Neutral, None);
    }

    /// Something went well.
    pub fn good(self, text: impl Into<String>) {
        self.show(text.into(), Tone::Good, None);
    }

    /// Something happened that `undo` takes back. Stays until it is dismissed.
    pub fn undo(self, text: impl Into<String>, undo: impl Fn() + Send + Sync + 'static) {
        self.show(text.into(), Tone::Neutral, Some(Undo(Arc::new(undo))));
    }

    /// Something did not happen: what, and what was kept. Stays until it is dismissed.
    pub fn fail(self, text: impl Into<String>) {
        self.show(text.into(), Tone::Bad, None);
    }

    fn show(self, text: String, tone: Tone, undo: Option<Undo>) {
        let id = self.next.get_untracked();
        self.next.set(id + 1);
        let stays = undo.is_some() || tone == Tone::Bad;
        self.list.update(|list| {
            // What is said again is said once.
            list.retain(|toast| toast.text != text);
            list.push(Toast { id, text, tone, undo });
        });
        if !stays {
            set_timeout(move || self.dismiss(id), STAYS);
        }
    }

    /// What could not be done because the server did not answer is over when it does.
    fn connected(self) {
        let lost = |toast: &Toast| toast.text.starts_with(domain::text::error::offline());
        if self.list.with_untracked(|list| list.iter().any(lost)) {
            self.list.update(|list| list.retain(|toast| !lost(toast)));
        }
    }

    fn dismiss(self, id: u32) {
        // The timer may outlive the page.
        let _ = self.list.try_update(|list| list.retain(|toast| toast.id != id));
    }
}

/// Makes the toasts of the app. Called once, by the frame.
pub fn provide_toasts() -> Toasts {
    let toasts = Toasts { list: RwSignal::new(Vec::new()), next: RwSignal::new(0) };
    provide_context(toasts);
    toasts
}

/// The toasts of the app. Outside the frame, ones that nobody sees.
pub fn use_toasts() -> Toasts {
    use_context::<Toasts>().unwrap_or_else(provide_toasts)
}

/// Where toasts appear; read out as they come. The frame has one.
#[component]
pub fn ToastRegion() -> impl IntoView {
    let toasts = use_toasts();
    let link = link();
    Effect::new(move || {
        if link.get() == Link::Connected {
            toasts.connected();
        }
    });
    Effect::new(move || {
        let back = window_event_listener(leptos::ev::online, move |_| toasts.connected());
        on_cleanup(move || back.remove());
    });
    view! {
        <div class="toasts" role="status" aria-live="polite" aria-label=words::messages()>
            <For each=move || toasts.list.get() key=|toast| toast.id let(toast)>
                <ToastLine toast toasts />
            </For>
        </div>
    }
}

#[component]
fn ToastLine(toast: Toast, toasts: Toasts) -> impl IntoView {
    let Toast { id, text, tone, undo } = toast;
    let glyph = match tone {
        Tone::Neutral => None,
        tone => Some(tone.glyph()),
    };
    view! {
        <div class="toast" data-tone=tone.attribute()>
            {glyph.map(|glyph: Glyph| view! { <Icon glyph /> })}
            <p class="toast__text">{text}</p>
            {undo
                .map(|undo| {
                    view! {
                        <Button
                            size=Size::Small
                            look=Look::Secondary
                            icon=Glyph::Undo
                            on_press=move |_| {
                                (undo.0)();
                                toasts.dismiss(id);
                            }
                        >
                            {words::undo()}
                        </Button>
                    }
                })}
            <IconButton
                glyph=Glyph::Close
                label=words::dismiss()
                size=Size::Small
                on_press=move |_| toasts.dismiss(id)
            />
        </div>
    }
}
