//! Something to know, something that went wrong, and who can see this.

use super::{Glyph, Icon, Size, Tone};
use leptos::children::ViewFnOnce;
use leptos::prelude::*;

/// Something to know before going on.
#[component]
pub fn Note(
    #[prop(optional)] tone: Tone,
    #[prop(optional, into)] title: Option<String>,
    #[prop(optional)] icon: Option<Glyph>,
    children: Children,
) -> impl IntoView {
    view! {
        <div class="note" data-tone=tone.attribute()>
            <Icon glyph=icon.unwrap_or(tone.glyph()) />
            <div class="note__words">
                {title.map(|title| view! { <p class="note__title">{title}</p> })} {children()}
            </div>
        </div>
    }
}

/// What happened, what was kept, and what to do next.
#[component]
pub fn ErrorNote(
    #[prop(into)] what: String,
    #[prop(optional, into)] kept: Option<String>,
    #[prop(optional, into)] next: Option<String>,
    #[prop(optional, into)] actions: Option<ViewFnOnce>,
) -> impl IntoView {
    view! {
        <div class="note" data-tone="bad" role="alert">
            <Icon glyph=Glyph::Error />
            <div class="note__words">
                <p class="note__title">{what}</p>
                {kept.map(|kept| view! { <p>{kept}</p> })}
                {next.map(|next| view! { <p>{next}</p> })}
                {actions.map(|actions| view! { <div class="note__actions">{actions.run()}</div> })}
            </div>
        </div>
    }
}

/// Who can read this: "Only coordinators of this programme see this."
#[component]
pub fn VisibilityNote(
    #[prop(into)] text: String,
    /// Only the reader: a lock rather than an eye.
    #[prop(optional)]
    private: bool,
) -> impl IntoView {
    let glyph = if private { Glyph::Lock } else { Glyph::Eye };
    view! {
        <p class="visibility">
            <Icon glyph size=Size::Small />
            <span>{text}</span>
        </p>
    }
}
