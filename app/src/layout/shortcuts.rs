//! Single keys that do something, the list of them, and the switch that turns them off (WCAG 2.1.4).

use super::palette::PaletteState;
use crate::ui::{Checkbox, Dialog, in_dialog, is_typing, store, stored};
use domain::text::layout as words;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;

/// Where the switch is kept in the browser.
const KEPT: &str = "trellis-single-keys";

#[derive(Clone, Debug)]
struct Shortcut {
    key: &'static str,
    what: String,
    run: Callback<()>,
}

/// What the keys do now.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shortcuts {
    open: RwSignal<bool>,
    on: RwSignal<bool>,
    offered: RwSignal<Vec<Shortcut>>,
}

pub(crate) fn provide_shortcuts() -> Shortcuts {
    let shortcuts =
        Shortcuts { open: RwSignal::new(false), on: RwSignal::new(true), offered: RwSignal::new(Vec::new()) };
    provide_context(shortcuts);
    Effect::new(move || shortcuts.on.set(stored(KEPT).as_deref() != Some("off")));
    shortcuts
}

/// Lets a key do something for as long as this page is shown: a single one, or one with others held, written "Ctrl+Z" or
/// "Ctrl+Shift+Z", where Command will do for Ctrl. `what` is its line in the list of shortcuts.
pub fn offer_shortcut(key: &'static str, what: impl Into<String>, run: impl Fn() + Send + Sync + 'static) {
    let Some(shortcuts) = use_context::<Shortcuts>() else { return };
    let (what, run) = (what.into(), Callback::new(move |()| run()));
    Effect::new(move || {
        let shortcut = Shortcut { key, what: what.clone(), run };
        shortcuts.offered.update(|offered| offered.push(shortcut));
    });
    on_cleanup(move || {
        let _ = shortcuts.offered.try_update(|offered| offered.retain(|other| other.key != key));
    });
}

/// Answers a key that no control wanted.
pub(crate) fn pressed(event: &KeyboardEvent, palette: PaletteState, shortcuts: Shortcuts) {
    let key = event.key();
    if (event.ctrl_key() || event.meta_key()) && !event.shift_key() && key.eq_ignore_ascii_case("k") {
        event.prevent_default();
        palette.open.update(|open| *open = !*open);
        return;
    }
    let held = event.ctrl_key() || event.meta_key();
    // Only single keys get into anybody's way, so only they can be switched off.
    if event.alt_key()
        || event.default_prevented()
        || !(held || shortcuts.on.get_untracked())
        || is_typing(event.target())
        || in_dialog()
    {
        return;
    }
    let key = match (held, event.shift_key()) {
        (true, true) => format!("Ctrl+Shift+{}", key.to_uppercase()),
        (true, false) => format!("Ctrl+{}", key.to_uppercase()),
        (false, _) => key,
    };
    let offered =
        shortcuts.offered.with_untracked(|offered| offered.iter().find(|other| other.key == key).cloned());
    match (offered, key.as_str()) {
        (Some(shortcut), _) => {
            event.prevent_default();
            shortcut.run.run(());
        }
        (None, "?") => {
            event.prevent_default();
            shortcuts.open.set(true);
        }
        (None, "/") if focus_search() => event.prevent_default(),
        _ => {}
    }
}

/// Puts the cursor into the first search line of the page, where there is one.
fn focus_search() -> bool {
    let found = document().query_selector("main [data-search]").ok().flatten();
    let Some(line) = found.and_then(|found| found.dyn_into::<leptos::web_sys::HtmlInputElement>().ok())
    else {
        return false;
    };
    line.select();
    line.focus().is_ok()
}

/// The keys that are pressed together, each as such.
fn keys(together: &'static str) -> impl IntoView {
    let name = |key: &'static str| if key == "Ctrl" { words::key_control() } else { key };
    together.split('+').map(|key| view! { <kbd>{name(key)}</kbd> " " }).collect_view()
}

/// The list of shortcuts.
#[component]
pub(crate) fn ShortcutList(shortcuts: Shortcuts) -> impl IntoView {
    let offered = move || {
        shortcuts
            .offered
            .get()
            .into_iter()
            .map(|shortcut| {
                view! {
                    <dt>{shortcut.what}</dt>
                    <dd>{keys(shortcut.key)}</dd>
                }
            })
            .collect_view()
    };
    let switch = move |on: bool| {
        shortcuts.on.set(on);
        store(KEPT, if on { "on" } else { "off" });
    };
    view! {
        <Dialog id="shortcuts" title=words::shortcuts() lead=words::shortcuts_lead() open=shortcuts.open>
            <dl class="shortcuts">
                {offered} <dt>{words::shortcut_palette()}</dt>
                <dd>
                    <kbd>{words::key_control()}</kbd>
                    " "
                    <kbd>"K"</kbd>
                </dd> <dt>{words::shortcut_search()}</dt>
                <dd>
                    <kbd>"/"</kbd>
                </dd> <dt>{words::shortcut_list()}</dt>
                <dd>
                    <kbd>"?"</kbd>
                </dd> <dt>{words::shortcut_escape()}</dt>
                <dd>
                    <kbd>"Esc"</kbd>
                </dd>
            </dl>
            // Made anew when the list opens, by which time the browser has said how it was left.
            <Show when=move || shortcuts.open.get()>
                <Checkbox
                    name="single-keys"
                    label=words::shortcuts_single()
                    hint=words::shortcuts_single_hint()
                    checked=shortcuts.on.get_untracked()
                    on_change=switch
                />
            </Show>
        </Dialog>
    }
}
