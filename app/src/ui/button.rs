//! Press to do, or follow to go.

use super::{Glyph, Icon};
use crate::form;
use domain::text::ui as words;
use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// How much a button asks for attention. One [`Look::Primary`] on a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// The one obvious next thing.
    Primary,
    /// Everything else.
    #[default]
    Secondary,
    /// Beside other things, without a box.
    Quiet,
    /// Takes something away.
    Danger,
}

impl Look {
    pub(crate) const fn attribute(self) -> Option<&'static str> {
        match self {
            Look::Primary => Some("primary"),
            Look::Secondary => None,
            Look::Quiet => Some("quiet"),
            Look::Danger => Some("danger"),
        }
    }
}

/// Three sizes, for whatever comes in sizes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Size {
    /// In tables and cards.
    Small,
    /// Elsewhere.
    #[default]
    Medium,
    /// Where it stands alone.
    Large,
}

impl Size {
    pub(crate) const fn attribute(self) -> Option<&'static str> {
        match self {
            Size::Small => Some("small"),
            Size::Medium => None,
            Size::Large => Some("large"),
        }
    }
}

/// A button. It sends its form with `submit`, and otherwise does what `on_press` says.
///
/// While `busy` it keeps the focus and ignores presses; inside a [`form::Form`] a submitting button is busy by itself.
/// With a `disabled_reason` it cannot be pressed and says why beside it.
#[component]
pub fn Button(
    #[prop(optional)] look: Look,
    #[prop(optional)] size: Size,
    #[prop(optional)] icon: Option<Glyph>,
    /// Sends the form around it, or the one that `form` names.
    #[prop(optional)]
    submit: bool,
    #[prop(optional, into)] busy: Option<Signal<bool>>,
    #[prop(optional, into)] disabled_reason: MaybeProp<String>,
    #[prop(optional, into)] on_press: Option<Callback<MouseEvent>>,
    #[prop(optional, into)] name: Option<String>,
    #[prop(optional, into)] value: Option<String>,
    /// The id of a form elsewhere on the page.
    #[prop(optional, into)]
    form: Option<String>,
    children: Children,
) -> impl IntoView {
    let busy = busy.unwrap_or_else(|| if submit { form::pending() } else { Signal::stored(false) });
    let reason = move || disabled_reason.get();
    view! {
        <button
            class="button"
            type=if submit { "submit" } else { "button" }
            data-look=look.attribute()
            data-size=size.attribute()
            name=name
            value=value
            form=form
            disabled=move || reason().is_some()
            title=reason
            aria-busy=move || busy.get().then_some("true")
            on:click=move |event| press(&event, busy.get_untracked(), on_press)
        >
            {icon.map(|glyph| view! { <Icon glyph /> })}
            <span>{children()}</span>
            {move || busy.get().then(busy_dots)}
        </button>
        {move || {
            reason()
                .map(|reason| {
                    view! {
                        <span class="button-reason">
                            <Icon glyph=Glyph::Info size=Size::Small />
                            {reason}
                        </span>
                    }
                })
        }}
    }
}

/// Goes to `href` and looks like a button.
#[component]
pub fn ButtonLink(
    #[prop(into)] href: String,
    #[prop(optional)] look: Look,
    #[prop(optional)] size: Size,
    #[prop(optional)] icon: Option<Glyph>,
    children: Children,
) -> impl IntoView {
    view! {
        <a class="button" href=href data-look=look.attribute() data-size=size.attribute()>
            {icon.map(|glyph| view! { <Icon glyph /> })}
            <span>{children()}</span>
        </a>
    }
}

/// A button that is only a picture: `label` is its name and its tip.
#[component]
pub fn IconButton(
    glyph: Glyph,
    #[prop(into)] label: String,
    #[prop(optional)] size: Size,
    #[prop(optional)] submit: bool,
    #[prop(optional, into)] busy: Option<Signal<bool>>,
    /// For a button that stays down: whether it is.
    #[prop(optional, into)]
    pressed: MaybeProp<bool>,
    #[prop(optional, into)] on_press: Option<Callback<MouseEvent>>,
    #[prop(optional, into)] name: Option<String>,
    #[prop(optional, into)] value: Option<String>,
) -> impl IntoView {
    let busy = busy.unwrap_or_else(|| if submit { form::pending() } else { Signal::stored(false) });
    view! {
        <button
            class="icon-button"
            type=if submit { "submit" } else { "button" }
            data-size=size.attribute()
            name=name
            value=value
            aria-label=label.clone()
            title=label
            aria-pressed=move || pressed.get().map(|down| if down { "true" } else { "false" })
            aria-busy=move || busy.get().then_some("true")
            on:click=move |event| press(&event, busy.get_untracked(), on_press)
        >
            <Icon glyph />
        </button>
    }
}

fn press(event: &MouseEvent, busy: bool, on_press: Option<Callback<MouseEvent>>) {
    if busy {
        event.prevent_default();
    } else if let Some(on_press) = on_press {
        on_press.run(event.clone());
    }
}

fn busy_dots() -> impl IntoView {
    view! {
        <span class="button__busy">
            <i></i>
            <i></i>
            <i></i>
            <span class="unseen">{words::busy()}</span>
        </span>
    }
}
