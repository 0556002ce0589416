//! More, for those who ask.

use super::{Glyph, Icon, Size};
use leptos::prelude::*;

/// Something that is shown on request, without script.
#[component]
pub fn Disclosure(
    #[prop(into)] summary: String,
    #[prop(optional)] open: bool,
    children: Children,
) -> impl IntoView {
    view! {
        <details class="disclosure" open=open>
            <summary>
                <Icon glyph=Glyph::ChevronRight size=Size::Small />
                {summary}
            </summary>
            <div class="disclosure__body">{children()}</div>
        </details>
    }
}
