//! The tray: mentees without a mentor.

use super::board_page::Links;
use super::card::BoardCard;
use super::desk::Desk;
use super::find::Find;
use crate::ui::*;
use domain::text::board as words;
use leptos::prelude::*;

/// So many more cards are drawn when asked for more.
const MORE: usize = 40;

#[component]
pub(super) fn Tray(page: u32, pages: u32, waiting: u32) -> impl IntoView {
    let desk = expect_context::<Desk>();
    let links = expect_context::<StoredValue<Links>>();
    let all = Memo::new(move |_| desk.places.with(|places| places.get(&None).cloned().unwrap_or_default()));
    let found = expect_context::<Find>().tray;
    let room = RwSignal::new(MORE);
    let hidden = move || found.with(Vec::len).saturating_sub(room.get());
    let how_many = move || if desk.whole.get() { all.with(Vec::len) as u32 } else { waiting };
    let none = move || if how_many() == 0 { words::waiting_none() } else { words::waiting_not_found() };
    let over = move || desk.held.with(|held| held.as_ref().is_some_and(|held| held.over == Some(None)));
    view! {
        <section class="tray board__place" data-place="" data-over=over aria-labelledby="tray-title">
            <header class="tray__head">
                <h2 id="tray-title">{words::waiting()}</h2>
                <Badge tone=Tone::Warn>
                    <span aria-hidden="true">{how_many}</span>
                    <span class="unseen">{move || words::waiting_how_many(how_many())}</span>
                </Badge>
            </header>
            <ul class="tray__cards">
                <For each=move || found.with(|all| all.iter().take(room.get()).copied().collect::<Vec<_>>()) key=|id| *id let(id)>
                    <BoardCard id />
                </For>
            </ul>
            {move || found.with(Vec::is_empty).then(|| view! { <p class="board__none">{none()}</p> })}
            <Show when=move || { hidden() > 0 }>
                <Button size=Size::Small on_press=move |_| room.update(|room| *room += MORE)>
                    {move || words::more_waiting(hidden().min(MORE))}
                </Button>
            </Show>
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
