//! The tray: mentees without a mentor.

use super::board_page::Links;
use super::card::BoardCard;
use super::desk::Desk;
use super::find::Find;
use super::sight::Sight;
use crate::ui::*;
use domain::board::Density;
use domain::text::board as words;
use leptos::prelude::*;

/// So many cards are drawn, or left out, together.
const STRETCH: usize = 40;
/// How high a card is likely to be that has not been drawn yet, in pixels: at each density.
const CARD: usize = 76;
const LINE: usize = 28;
/// Faces side by side.
const FACES: usize = 6;

#[component]
pub(super) fn Tray(page: u32, pages: u32, waiting: u32, mentees: u32) -> impl IntoView {
    let desk = expect_context::<Desk>();
    let links = expect_context::<StoredValue<Links>>();
    let all = Memo::new(move |_| desk.places.with(|places| places.get(&None).cloned().unwrap_or_default()));
    let Find { tray: found, density, .. } = expect_context::<Find>();
    let sight = Sight::new(density);
    provide_context(sight);
    Effect::new(move || {
        let Some(card) = desk.followed.get() else { return };
        let at = found.with_untracked(|found| found.iter().position(|one| *one == card));
        if let Some(at) = at {
            sight.show(&(at / STRETCH).to_string());
        }
    });
    let stretches = move || (0..found.with(Vec::len).div_ceil(STRETCH)).collect::<Vec<_>>();
    let how_many = move || if desk.whole.get() { all.with(Vec::len) as u32 } else { waiting };
    let none = move || match how_many() {
        0 if mentees == 0 => words::mentees_nobody(),
        0 => words::waiting_none(),
        _ => words::waiting_not_found(),
    };
    let over = move || desk.over.get() == Some(None);
    view! {
        <section class="tray board__place" data-place="" data-over=over aria-labelledby="tray-title">
            <header class="tray__head">
                <h2 id="tray-title">{words::waiting_in_tray()}</h2>
                <Badge tone=Tone::Warn>
                    <span aria-hidden="true">{how_many}</span>
                    <span class="unseen">{move || words::waiting_how_many(how_many())}</span>
                </Badge>
            </header>
            <For each=stretches key=|at| *at let(at)>
                <Stretch at />
            </For>
            {move || found.with(Vec::is_empty).then(|| view! { <p class="board__none">{none()}</p> })}
            <Show when=move || { pages > 1 && !desk.whole.get() }>
                <Pagination
                    page
                    pages
                    what=words::page_of_tray(page, pages)
                    href=Callback::new(move |page| links.with_value(|links| links.tray(page)))
                />
            </Show>
        </section>
    }
}

/// A part of the tray, drawn while it is near.
#[component]
fn Stretch(at: usize) -> impl IntoView {
    let Find { tray, density, heads, .. } = expect_context::<Find>();
    let sight = expect_context::<Sight>();
    let cards = Memo::new(move |_| {
        tray.with(|all| all.iter().skip(at * STRETCH).take(STRETCH).copied().collect::<Vec<_>>())
    });
    let length = tray.with_untracked(Vec::len);
    let near = sight.of(at.to_string(), length);
    provide_context(near);
    let frame = NodeRef::<leptos::html::Ul>::new();
    #[cfg(feature = "hydrate")]
    Effect::new(move || frame.get().into_iter().for_each(|frame| sight.watch(&frame, length)));
    let height = move || {
        let count = cards.with(Vec::len);
        let likely = || match density.get() {
            Density::Comfortable => count * CARD,
            Density::Compact => count * LINE,
            Density::Whole => count.div_ceil(FACES) * LINE,
        };
        (!near.is.get()).then(|| format!("{}px", near.height.get().unwrap_or_else(|| likely() as i32)))
    };
    let part = move || {
        let all = tray.with(Vec::len);
        let from = at * STRETCH;
        (all > STRETCH).then(|| words::tray_part(from + 1, (from + STRETCH).min(all), all))
    };
    view! {
        <ul
            class="tray__cards"
            data-sight=at.to_string()
            aria-label=part
            style:min-block-size=height
            node_ref=frame
        >
            <Show when=move || near.is.get()>
                <For each=move || cards.get() key=|id| *id let(id)>
                    {move || {
                        heads
                            .with(|heads| heads.get(&id).cloned())
                            .map(|head| view! { <li class="tray__group"><h3 dir="auto">{head}</h3></li> })
                    }}
                    <BoardCard id />
                </For>
            </Show>
        </ul>
    }
}
