//! A word about a state.

use super::{Glyph, Icon, Size};
use leptos::prelude::*;

/// How something stands. Never told by colour alone: the words say it too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Tone {
    #[default]
    Neutral,
    Good,
    Warn,
    Bad,
    Info,
}

impl Tone {
    /// `data-tone`, none for neutral.
    pub const fn attribute(self) -> Option<&'static str> {
        match self {
            Tone::Neutral => None,
            Tone::Good => Some("good"),
            Tone::Warn => Some("warn"),
            Tone::Bad => Some("bad"),
            Tone::Info => Some("info"),
        }
    }

    pub(crate) const fn glyph(self) -> Glyph {
        match self {
            Tone::Neutral | Tone::Info => Glyph::Info,
            Tone::Good => Glyph::CheckCircle,
            Tone::Warn => Glyph::Alert,
            Tone::Bad => Glyph::Error,
        }
    }
}

/// A word or two about a state.
#[component]
pub fn Badge(
    #[prop(optional)] tone: Tone,
    #[prop(optional)] icon: Option<Glyph>,
    children: Children,
) -> impl IntoView {
    view! {
        <span class="badge" data-tone=tone.attribute()>
            {icon.map(|glyph| view! { <Icon glyph size=Size::Small /> })}
            {children()}
        </span>
    }
}
