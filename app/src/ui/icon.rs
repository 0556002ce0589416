//! One picture of the sprite.

use super::{Glyph, Size};
use leptos::prelude::*;

/// A picture, hidden from assistive technology: a text beside it, or the name of its button, says the same.
#[component]
pub fn Icon(
    /// Which one.
    glyph: Glyph,
    /// How large.
    #[prop(optional)]
    size: Size,
) -> impl IntoView {
    let turns = matches!(
        glyph,
        Glyph::ArrowLeft
            | Glyph::ArrowRight
            | Glyph::ChevronLeft
            | Glyph::ChevronRight
            | Glyph::Undo
            | Glyph::Redo
    );
    view! {
        <svg class="icon" data-size=size.attribute() data-turns=turns aria-hidden="true" viewBox="0 0 24 24">
            <use_ href=glyph.href() />
        </svg>
    }
}
