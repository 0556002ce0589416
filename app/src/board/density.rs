//! From one pair to the whole programme: how densely a board is shown.

use super::board_page::Links;
use super::find::Find;
use crate::ui::*;
use domain::board::{BoardQuery, Density};
use domain::text::board as words;
use leptos::prelude::*;

/// How much of the board stands on a screen: links, so that each is an address, which act at once where there is script.
#[component]
pub(super) fn Densities() -> impl IntoView {
    let find = expect_context::<Find>();
    let links = expect_context::<StoredValue<Links>>();
    let one = move |density: Density| {
        let query = move || BoardQuery { density: Some(density), ..find.query.get() };
        view! {
            <a
                class="board-density__one"
                href=move || links.with_value(|links| links.to(&query(), None))
                data-noscroll=""
                aria-current=move || (find.density.get() == density).then_some("true")
                on:click=move |event| {
                    event.prevent_default();
                    find.show_at(density);
                }
            >
                <Icon glyph=density_glyph(density) size=Size::Small />
                {density_title(density)}
            </a>
        }
    };
    view! {
        <nav class="board-density" aria-label=words::density()>
            {Density::ALL.iter().copied().map(one).collect_view()}
        </nav>
    }
}

fn density_title(density: Density) -> &'static str {
    match density {
        Density::Comfortable => words::density_comfortable(),
        Density::Compact => words::density_compact(),
        Density::Whole => words::density_whole(),
    }
}

fn density_glyph(density: Density) -> Glyph {
    match density {
        Density::Comfortable => Glyph::Board,
        Density::Compact => Glyph::List,
        Density::Whole => Glyph::Columns,
    }
}
