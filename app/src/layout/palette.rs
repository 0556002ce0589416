//! Go anywhere, do anything, from the keyboard: Ctrl or Cmd and K.

use super::command::{Act, Command};
use super::places::{NavItem, boards, organisation, places, programmes};
use crate::path;
use crate::ui::{Glyph, Icon, Move};
use crate::viewer::use_viewer;
use domain::text::layout as words;
use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};

/// Whether the palette is open, and what the pages offer.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PaletteState {
    pub(crate) open: RwSignal<bool>,
    offered: RwSignal<Vec<(u32, Signal<Vec<Command>>)>>,
    next: StoredValue<u32>,
}

pub(crate) fn provide_palette() -> PaletteState {
    let state = PaletteState {
        open: RwSignal::new(false),
        offered: RwSignal::new(Vec::new()),
        next: StoredValue::new(0),
    };
    provide_context(state);
    state
}

/// Adds to the palette what this page can do, for as long as the page is shown.
pub fn offer_commands(commands: impl Fn() -> Vec<Command> + Send + Sync + 'static) {
    let Some(state) = use_context::<PaletteState>() else { return };
    let commands = Signal::derive(commands);
    let key = state.next.get_value();
    state.next.set_value(key + 1);
    Effect::new(move || state.offered.update(|offered| offered.push((key, commands))));
    on_cleanup(move || {
        let _ = state.offered.try_update(|offered| offered.retain(|(other, _)| *other != key));
    });
}

/// The places of the navigation and what the page offers.
fn everything(state: PaletteState) -> Vec<Command> {
    let viewer = use_viewer().get();
    let here = use_location().pathname.get();
    let go = |item: NavItem, what: &str| Command::go(item.label, what, item.glyph, item.href);
    let offered = state.offered.get().into_iter().flat_map(|(_, commands)| commands.get());
    let mut all: Vec<Command> = offered.collect();
    all.extend(places(&viewer, &here).into_iter().map(|item| go(item, "")));
    let listed: Vec<String> = places(&viewer, &here).into_iter().map(|item| item.href).collect();
    let boards = boards(&viewer).into_iter().filter(|(item, _)| !listed.contains(&item.href));
    all.extend(boards.map(|(item, programme)| go(item, &programme)));
    all.extend(programmes(&viewer).into_iter().map(|item| go(item, words::programmes())));
    all.extend(organisation(&viewer).into_iter().map(|item| go(item, words::organisation())));
    all.push(Command::go(words::profile(), words::you(), Glyph::Person, path::profile()));
    all.push(Command::go(words::account(), words::you(), Glyph::Settings, path::account()));
    all.push(Command::go(words::privacy(), "", Glyph::Shield, path::privacy()));
    all
}

/// A dialog with a line to type in and a list that follows it.
#[component]
pub(crate) fn Palette(palette: PaletteState) -> impl IntoView {
    let place = NodeRef::<html::Dialog>::new();
    let line = NodeRef::<html::Input>::new();
    let typed = RwSignal::new(String::new());
    let at = RwSignal::new(0_usize);
    let owner = Owner::current();
    let found = Memo::new_with_compare(
        move |_| {
            if !palette.open.get() {
                return Vec::new();
            }
            let all = owner.as_ref().map(|owner| owner.with(|| everything(palette))).unwrap_or_default();
            typed.with(|typed| all.into_iter().filter(|command| command.fits(typed)).collect::<Vec<_>>())
        },
        |_, _| true,
    );
    Effect::new(move || {
        let (Some(dialog), wanted) = (place.get(), palette.open.get()) else { return };
        if wanted && !dialog.open() {
            typed.set(String::new());
            at.set(0);
            let _ = dialog.show_modal();
            if let Some(line) = line.get_untracked() {
                line.set_value("");
                let _ = line.focus();
            }
        } else if !wanted && dialog.open() {
            dialog.close();
        }
    });
    let navigate = use_navigate();
    let act = move |index: usize| {
        let Some(command) = found.with_untracked(|found| found.get(index).cloned()) else { return };
        palette.open.set(false);
        match command.act {
            Act::Go(href) => navigate(&href, NavigateOptions::default()),
            Act::Do(run) => run.run(()),
        }
    };
    let chosen = StoredValue::new(act);
    let pressed = move |event: KeyboardEvent| {
        let key = event.key();
        if let Some(to) = Move::of_key(&key).filter(|to| matches!(to, Move::Next | Move::Previous)) {
            event.prevent_default();
            at.update(|at| *at = to.from(Some(*at), found.with_untracked(Vec::len)));
            show_option(at.get_untracked());
        } else if key == "Enter" {
            event.prevent_default();
            chosen.with_value(|act| act(at.get_untracked()));
        }
    };
    let options = move || {
        found
            .get()
            .into_iter()
            .enumerate()
            .map(|(index, Command { label, what, glyph, .. })| {
                view! {
                    <li
                        class="palette__item"
                        role="option"
                        id=option_id(index)
                        aria-selected=move || if at.get() == index { "true" } else { "false" }
                        on:click=move |_| chosen.with_value(|act| act(index))
                        on:pointermove=move |_| at.set(index)
                    >
                        <Icon glyph />
                        <span>{label}</span>
                        <small>{what}</small>
                    </li>
                }
            })
            .collect_view()
    };
    let none = move || palette.open.get() && found.with(Vec::is_empty);
    view! {
        <dialog
            class="palette"
            node_ref=place
            aria-label=words::palette()
            closedby="any"
            on:close=move |_| palette.open.set(false)
        >
            <div class="palette__line">
                <Icon glyph=Glyph::Search />
                <input
                    class="palette__input"
                    node_ref=line
                    type="text"
                    role="combobox"
                    aria-expanded="true"
                    aria-controls="palette-list"
                    aria-autocomplete="list"
                    aria-activedescendant=move || (!none()).then(|| option_id(at.get()))
                    aria-label=words::palette()
                    placeholder=words::palette()
                    autocomplete="off"
                    spellcheck="false"
                    on:input=move |event| {
                        typed.set(event_target_value(&event));
                        at.set(0);
                    }
                    on:keydown=pressed
                />
            </div>
            <ul class="palette__list" id="palette-list" role="listbox" aria-label=words::palette_results()>
                {options}
            </ul>
            <p class="unseen" role="status">
                {move || palette.open.get().then(|| words::palette_found(found.with(Vec::len)))}
            </p>
            <Show when=none>
                <p class="palette__empty">{move || words::palette_none(typed.get())}</p>
            </Show>
            <p class="palette__foot" aria-hidden="true">
                <span><kbd>"↑"</kbd> " " <kbd>"↓"</kbd> " " {words::palette_choose()}</span>
                <span><kbd>"↵"</kbd> " " {words::palette_go()}</span>
                <span><kbd>"Esc"</kbd> " " {words::palette_close()}</span>
            </p>
        </dialog>
    }
}

fn option_id(index: usize) -> String {
    format!("palette-{index}")
}

fn show_option(index: usize) {
    if let Some(option) = document().get_element_by_id(&option_id(index)) {
        crate::ui::scroll_into_view(&option);
    }
}
