//! A button and the list that it opens.

use super::browser::{Move, focus_by_letter, move_focus};
use super::{Glyph, Icon, Look, Size};
use leptos::ev::{Event, KeyboardEvent, MouseEvent};
use leptos::html;
use leptos::prelude::*;

/// A button that opens a list of [`MenuItem`]s.
///
/// The list is a popover: it opens and closes without script. With script arrows, Home, End and letters move in it.
#[component]
pub fn Menu(
    /// Unlike the others on the page.
    #[prop(into)]
    id: String,
    #[prop(into)] label: String,
    #[prop(optional)] icon: Option<Glyph>,
    #[prop(optional)] look: Look,
    #[prop(optional)] size: Size,
    /// Shows the picture alone; the label is the button's name.
    #[prop(optional)]
    icon_only: bool,
    children: Children,
) -> impl IntoView {
    let list = NodeRef::<html::Div>::new();
    let open = RwSignal::new(false);
    let toggled = move |_: Event| {
        let Some(list) = list.get_untracked() else { return };
        let shown = list.matches(":popover-open").unwrap_or_default();
        open.set(shown);
        if shown {
            move_focus(&list, "menu__item", Move::First);
        }
    };
    let pressed = move |event: KeyboardEvent| {
        let Some(list) = list.get_untracked() else { return };
        let key = event.key();
        if let Some(to) = Move::of_key(&key) {
            event.prevent_default();
            move_focus(&list, "menu__item", to);
        } else if key == "Tab" {
            let _ = list.hide_popover();
        } else if key.chars().count() == 1 && key != " " && !event.ctrl_key() && !event.meta_key() {
            focus_by_letter(&list, "menu__item", &key);
        }
    };
    let opened_by = move |event: KeyboardEvent| {
        let Some(list) = list.get_untracked() else { return };
        if matches!(event.key().as_str(), "ArrowDown" | "ArrowUp") {
            event.prevent_default();
            let _ = list.show_popover();
        }
    };
    let close = move |_: MouseEvent| {
        if let Some(list) = list.get_untracked() {
            let _ = list.hide_popover();
        }
    };
    let expanded = move || if open.get() { "true" } else { "false" };
    let button = if icon_only {
        view! {
            <button
                class="icon-button"
                type="button"
                popovertarget=id.clone()
                data-size=size.attribute()
                aria-label=label.clone()
                title=label.clone()
                aria-haspopup="menu"
                aria-expanded=expanded
                on:keydown=opened_by
            >
                <Icon glyph=icon.unwrap_or(Glyph::More) />
            </button>
        }
        .into_any()
    } else {
        view! {
            <button
                class="button"
                type="button"
                popovertarget=id.clone()
                data-look=look.attribute()
                data-size=size.attribute()
                aria-haspopup="menu"
                aria-expanded=expanded
                on:keydown=opened_by
            >
                {icon.map(|glyph| view! { <Icon glyph /> })}
                <span>{label.clone()}</span>
                <Icon glyph=Glyph::ChevronDown size=Size::Small />
            </button>
        }
        .into_any()
    };
    view! {
        <div class="menu">
            {button}
            <div
                class="menu__list"
                node_ref=list
                id=id
                popover="auto"
                role="menu"
                aria-label=label
                on:toggle=toggled
                on:keydown=pressed
                on:click=close
            >
                {children()}
            </div>
        </div>
    }
}

/// One line of a [`Menu`]: a link with `href`, else a button.
#[component]
pub fn MenuItem(
    #[prop(optional, into)] href: Option<String>,
    #[prop(optional)] icon: Option<Glyph>,
    /// Takes something away.
    #[prop(optional)]
    danger: bool,
    /// Why it cannot be chosen now; shown below it.
    #[prop(optional, into)]
    disabled_reason: MaybeProp<String>,
    #[prop(optional, into)] on_press: Option<Callback<MouseEvent>>,
    /// Sends the form around it, or the one that `form` names.
    #[prop(optional)]
    submit: bool,
    #[prop(optional, into)] form: Option<String>,
    #[prop(optional, into)] name: Option<String>,
    #[prop(optional, into)] value: Option<String>,
    children: Children,
) -> impl IntoView {
    let off = move || disabled_reason.with(Option::is_some);
    let inner = view! {
        {icon.map(|glyph| view! { <Icon glyph /> })}
        <span>{children()} {move || disabled_reason.get().map(|reason| view! { <small>{reason}</small> })}</span>
    };
    match href {
        Some(href) => view! {
            <a class="menu__item" role="menuitem" tabindex="-1" href=href data-danger=danger>
                {inner}
            </a>
        }
        .into_any(),
        None => {
            let press = move |event: MouseEvent| {
                if disabled_reason.with_untracked(Option::is_some) {
                    event.prevent_default();
                    event.stop_propagation();
                } else if let Some(on_press) = on_press {
                    on_press.run(event);
                }
            };
            view! {
                <button
                    class="menu__item"
                    role="menuitem"
                    tabindex="-1"
                    type=if submit { "submit" } else { "button" }
                    form=form
                    name=name
                    value=value
                    data-danger=danger
                    aria-disabled=move || off().then_some("true")
                    on:click=press
                >
                    {inner}
                </button>
            }
            .into_any()
        }
    }
}

/// A line between two groups of a [`Menu`].
#[component]
pub fn MenuRule() -> impl IntoView {
    view! { <div class="menu__rule" role="separator"></div> }
}
