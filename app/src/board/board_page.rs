//! The board of a match plan.

use super::card::HeldCard;
use super::column::Columns;
use super::desk::Desk;
use super::drag::Drag;
use super::keys;
use super::panel::Panel;
use super::place_dialog::PlaceDialog;
use super::request::Waiting;
use super::tools::{Said, Tools};
use super::tray::Tray;
use super::{address, api};
use crate::live::{Link, link};
use crate::load::Load;
use crate::path;
use crate::ui::*;
use crate::wire::load;
use domain::board::{BoardQuery, BoardView, Sort};
use domain::text::board as words;
use domain::{MatchPlanId, ParticipationId};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// The board, with the panel of the card in the address.
#[component]
pub fn BoardPage() -> impl IntoView {
    let address = address();
    let query = use_query_map();
    let part = Memo::new(move |_| {
        query.with(|query| {
            let number = |name: &str| query.get(name).and_then(|text| text.parse().ok()).filter(|n| *n > 0);
            BoardQuery {
                words: query.get("q").unwrap_or_default(),
                sort: query.get("sort").and_then(|word| word.parse().ok()).unwrap_or(Sort::Name),
                page: number("page").unwrap_or(1),
                tray_page: number("tray").unwrap_or(1),
            }
        })
    });
    let selected: Memo<Option<ParticipationId>> =
        Memo::new(move |_| query.with(|query| query.get("card")).and_then(|text| text.parse().ok()));
    let board =
        load(move || (address.get(), part.get()), |((slug, plan), query)| api::load_board(slug, plan, query));
    let view = move |view: BoardView| view! { <Board view query=part.get_untracked() selected /> }.into_any();
    view! { <Load resource=board view /> }
}

/// Links of this board: they keep what else is in the address.
#[derive(Clone, PartialEq)]
pub(super) struct Links {
    slug: String,
    plan: MatchPlanId,
    pub(super) query: BoardQuery,
}

impl Links {
    fn with(&self, page: u32, tray: u32, card: Option<ParticipationId>) -> String {
        let mut parts = vec![];
        if !self.query.words.is_empty() {
            parts.push(format!("q={}", path::encoded(&self.query.words)));
        }
        if self.query.sort != Sort::Name {
            parts.push(format!("sort={}", self.query.sort));
        }
        for (name, number) in [("page", page), ("tray", tray)] {
            if number > 1 {
                parts.push(format!("{name}={number}"));
            }
        }
        if let Some(card) = card {
            parts.push(format!("card={card}"));
        }
        let board = path::board(&self.slug, self.plan);
        if parts.is_empty() { board } else { format!("{board}?{}", parts.join("&")) }
    }

    /// The board with a card opened.
    pub(super) fn card(&self, card: ParticipationId) -> String {
        format!("{}#panel", self.with(self.query.page, self.query.tray_page, Some(card)))
    }

    /// The board without a card opened.
    pub(super) fn close(&self) -> String {
        self.with(self.query.page, self.query.tray_page, None)
    }

    pub(super) fn page(&self, page: u32) -> String {
        self.with(page, self.query.tray_page, None)
    }

    pub(super) fn tray(&self, tray: u32) -> String {
        self.with(self.query.page, tray, None)
    }
}

#[component]
fn Board(view: BoardView, query: BoardQuery, selected: Memo<Option<ParticipationId>>) -> impl IntoView {
    let desk = Desk::new(&view, !query.words.is_empty());
    let drag = Drag::new(desk);
    desk.wake(&view);
    provide_context(desk);
    provide_context(drag);
    let links = StoredValue::new(Links { slug: view.slug.clone(), plan: view.plan, query: query.clone() });
    provide_context(links);
    let words_typed = RwSignal::new(query.words.clone());
    let sort = RwSignal::new(query.sort);
    let counts = view.counts;
    let crumbs = vec![
        Crumb::new(view.programme.clone(), path::programme(&view.slug)),
        Crumb::new(words::plans_title(), path::match_plans(&view.slug)),
    ];
    let publish = path::publish(&view.slug, view.plan);
    let waiting = path::waiting(&view.slug, 1);
    let left = Memo::new(move |_| desk.counts.with(|counts| counts.drafts > 0));
    let actions = move || {
        move || {
            let look = if left.get() { Look::Primary } else { Look::Secondary };
            view! {
                <ButtonLink href=waiting.clone() look=Look::Quiet icon=Glyph::Clock>
                    {words::waiting_link()}
                </ButtonLink>
                <ButtonLink href=publish.clone() look icon=Glyph::Send>
                    {words::publish()}
                </ButtonLink>
            }
        }
    };
    let lead = words::board_lead(counts.mentees, counts.mentors, counts.places);
    let (request, place) = (view.request.clone(), (view.slug.clone(), view.plan));
    let dragging = move || drag.at().is_some();
    view! {
        <Page title=view.name.clone() lead crumbs actions width=PageWidth::Bleed>
            <div class="board" data-density="compact" data-dragging=dragging on:keydown=keys::pressed>
                <Tools words_typed sort query=query.clone() />
                <Said />
                {request.map(|request| view! { <Waiting request at=place.clone() now=view.now /> })}
                <p class="unseen" role="status">
                    {move || desk.heard.get()}
                </p>
                <p class="board__lost" role="status">
                    {move || (link().get() == Link::Lost).then(words::link_lost)}
                </p>
                <div class="board__body">
                    <Tray words_typed page=query.tray_page pages=view.tray_pages waiting=counts.waiting />
                    <Columns words_typed sort page=view.page pages=view.pages mentors=counts.mentors />
                    <Panel selected now=view.now />
                </div>
            </div>
            <PlaceDialog />
            <HeldCard />
        </Page>
    }
}
