//! The board and what leads to it and from it: match plans, the board itself, publishing.
//!
//! A page of the board is whole in the first HTML, and every change can be made by form on the panel of a card. With
//! wasm the rest of the board is fetched once, changes are shown before they are confirmed, and cards can be dragged.

mod aims;
pub mod api;
mod backward;
mod board_page;
mod card;
mod changes;
mod chosen;
mod column;
mod compare_page;
mod compare_take;
mod density;
mod desk;
mod drag;
mod engine;
mod engine_page;
mod exceptions;
mod fairness_page;
mod find;
mod find_form;
mod held;
mod history_page;
mod introductions;
mod keys;
mod list_page;
mod panel;
mod phase;
mod place_dialog;
mod plans_page;
mod presence;
mod publish_page;
mod queue;
mod request;
mod saved;
mod sight;
mod tools;
mod tray;
mod verdict_page;
mod version_page;
mod waiting_page;

pub use board_page::BoardPage;
pub use compare_page::ComparePage;
pub use engine_page::EnginePage;
pub use fairness_page::FairnessPage;
pub use history_page::HistoryPage;
pub use list_page::PlanListPage;
pub(crate) use panel::Reasons;
pub use plans_page::MatchPlansPage;
pub use publish_page::PublishPage;
pub use verdict_page::VerdictPage;
pub use version_page::VersionPage;
pub use waiting_page::WaitingListPage;

use crate::ui::*;
use domain::MatchPlanId;
use domain::text::board as words;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// The slug and the plan in the address; a plan that is none leads to the page for nothing.
fn address() -> Memo<(String, MatchPlanId)> {
    let params = use_params_map();
    Memo::new(move |_| {
        params.with(|params| {
            let plan = params.get("plan").and_then(|text| text.parse().ok());
            (params.get("programme").unwrap_or_default(), plan.unwrap_or(MatchPlanId(uuid::Uuid::nil())))
        })
    })
}

/// A page of a plan on which there is nothing to do: why, and the way back to the board.
fn nothing_to_do(
    page: &'static str,
    title: &'static str,
    why: impl Into<String>,
    crumbs: Vec<Crumb>,
    board: String,
) -> AnyView {
    let why = why.into();
    let back = move || {
        view! {
            <ButtonLink href=board look=Look::Primary>
                {words::publish_back()}
            </ButtonLink>
        }
    };
    view! {
        <Page title=page crumbs>
            <EmptyState title why actions=back />
        </Page>
    }
    .into_any()
}
