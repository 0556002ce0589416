//! The board of a match plan.

use super::card::HeldCard;
use super::chosen::{Boxes, ChosenBar};
use super::column::Columns;
use super::desk::Desk;
use super::drag::Drag;
use super::exceptions::Exceptions;
use super::find::{self, Find};
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
use domain::board::{BoardQuery, BoardView};
use domain::text::board as words;
use domain::{MatchPlanId, ParticipationId};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// The board, with the panel of the card in the address.
#[component]
pub fn BoardPage() -> impl IntoView {
    let address = address();
    let query = use_query_map();
    let part = Memo::new(move |_| query.with(find::read));
    let selected: Memo<Option<ParticipationId>> =
        Memo::new(move |_| query.with(|query| query.get("card")).and_then(|text| text.parse().ok()));
    // Once the whole board is here, what is looked for is found here: the address follows, and nothing is asked anew.
    let whole = RwSignal::new(false);
    let asked = Memo::new(move |before: Option<&(_, BoardQuery)>| {
        let now = (address.get(), part.get());
        let before = before.filter(|before| before.0 == now.0 && whole.get_untracked());
        before.cloned().unwrap_or(now)
    });
    let board = load(move || asked.get(), |((slug, plan), query)| api::load_board(slug, plan, query));
    let view = move |view: BoardView| view! { <Board view part selected whole /> }.into_any();
    view! { <Load resource=board view /> }
}

/// Links of this board: they keep what else is in the address.
#[derive(Clone, PartialEq)]
pub(super) struct Links {
    slug: String,
    plan: MatchPlanId,
    /// What the address asks for.
    part: Memo<BoardQuery>,
}

impl Links {
    /// The board with `query`, and with a card opened.
    pub(super) fn to(&self, query: &BoardQuery, card: Option<ParticipationId>) -> String {
        let mut parts = find::written(query);
        if let Some(card) = card {
            parts.push(("card", card.to_string()));
        }
        let parts: Vec<String> =
            parts.into_iter().map(|(name, value)| format!("{name}={}", path::encoded(&value))).collect();
        let board = path::board(&self.slug, self.plan);
        if parts.is_empty() { board } else { format!("{board}?{}", parts.join("&")) }
    }

    /// The board with a card opened.
    pub(super) fn card(&self, card: ParticipationId) -> String {
        format!("{}#panel", self.part.with(|query| self.to(query, Some(card))))
    }

    /// The board with a card opened beside a mentor whom it does not have.
    pub(super) fn pair(&self, card: ParticipationId, mentor: ParticipationId) -> String {
        format!("{}&with={mentor}#panel", self.part.with(|query| self.to(query, Some(card))))
    }

    /// The board without a card opened.
    pub(super) fn close(&self) -> String {
        self.part.with(|query| self.to(query, None))
    }

    pub(super) fn page(&self, page: u32) -> String {
        self.to(&BoardQuery { page, ..self.part.get_untracked() }, None)
    }

    pub(super) fn tray(&self, tray_page: u32) -> String {
        self.to(&BoardQuery { tray_page, ..self.part.get_untracked() }, None)
    }
}

#[component]
fn Board(
    view: BoardView,
    part: Memo<BoardQuery>,
    selected: Memo<Option<ParticipationId>>,
    whole: RwSignal<bool>,
) -> impl IntoView {
    let first = part.get_untracked();
    let desk = Desk::new(&view, &first);
    let drag = Drag::new(desk);
    desk.wake(&view);
    provide_context(desk);
    provide_context(drag);
    Effect::new(move || whole.set(desk.whole.get()));
    let links = StoredValue::new(Links { slug: view.slug.clone(), plan: view.plan, part });
    provide_context(links);
    let find = Find::new(desk, part, selected, links, &view);
    provide_context(find);
    provide_context(Boxes(RwSignal::new(false)));
    let counts = view.counts;
    let large = view.large;
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
    let dragging = move || drag.at().is_some() && desk.held.with(Option::is_some);
    view! {
        <Page title=view.name.clone() lead crumbs actions width=PageWidth::Bleed>
            <div
                class="board"
                id=keys::BOARD
                tabindex="-1"
                data-density="compact"
                data-zoom=move || find.density.get().as_str()
                data-opened=move || selected.with(Option::is_some)
                data-dragging=dragging
                on:keydown=move |event| keys::pressed(desk, event)
            >
                <Tools since=view.since />
                <ChosenBar />
                <Said />
                {large
                    .then(|| {
                        view! {
                            <Note title=words::large_title()>
                                <p>{words::large_why()}</p>
                            </Note>
                        }
                    })}
                <Exceptions lines=view.exceptions.clone() at=place.clone() />
                {request.map(|request| view! { <Waiting request at=place.clone() now=view.now /> })}
                <p class="unseen" role="status">
                    {move || desk.heard.get()}
                </p>
                <p class="board__lost" role="status">
                    {move || match desk.queue.stuck.get() {
                        0 => (link().get() == Link::Lost).then(|| words::link_lost().to_owned()),
                        waiting => Some(words::moves_wait(waiting)),
                    }}
                </p>
                <div class="board__body">
                    <Tray page=first.tray_page pages=view.tray_pages waiting=counts.waiting mentees=counts.mentees />
                    <Columns page=view.page pages=view.pages matching=view.found.0 mentors=counts.mentors />
                    <Panel selected now=view.now />
                </div>
            </div>
            <PlaceDialog />
            <HeldCard />
        </Page>
    }
}
