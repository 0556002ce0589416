//! What the pages of the board ask of the server.

use crate::error::AppError;
use domain::board::{
    BoardAnswer, BoardQuery, BoardView, CardDetail, Comparison, EnginePreview, Origin, Pair, PlanList,
    PublishPreview, SeenCard, Target, WaitingList,
};
use domain::stream::Version;
use domain::{CommandId, MatchPlanId, ParticipationId, PublishRequestId};
use leptos::prelude::*;

#[cfg(feature = "ssr")]
use domain::board::PublishForm;

/// The match plans of a programme. For its coordinators, as everything here.
#[server]
pub async fn list_plans(programme: String) -> Result<PlanList, AppError> {
    let cx = crate::request::context()?;
    Ok(service::board::list_plans(&cx, &programme).await?)
}

/// A new match plan, with everybody in the tray or with the pairs of plan `from`; goes to its board.
#[server]
pub async fn create_plan(
    command_id: CommandId,
    programme: String,
    name: String,
    #[server(default)] from: Origin,
) -> Result<(), AppError> {
    let cx = crate::request::context()?;
    let plan = service::board::create_plan(&cx, &programme, &name, from.0, command_id).await?;
    crate::request::go_to(&crate::path::board(&programme, plan));
    Ok(())
}

/// Two plans beside each other.
#[server]
pub async fn compare_plans(
    programme: String,
    plan: MatchPlanId,
    with: MatchPlanId,
) -> Result<Comparison, AppError> {
    let cx = crate::request::context()?;
    Ok(service::board::compare_plans(&cx, &programme, plan, with).await?)
}

/// A page of a board; page 0 is all of it.
#[server]
pub async fn load_board(
    programme: String,
    plan: MatchPlanId,
    query: BoardQuery,
) -> Result<BoardView, AppError> {
    let cx = crate::request::context()?;
    Ok(service::board::load_board(&cx, &programme, plan, &query).await?)
}

/// A card with its reasons and every other place for it.
#[server]
pub async fn load_card(
    programme: String,
    plan: MatchPlanId,
    mentee: ParticipationId,
) -> Result<CardDetail, AppError> {
    let cx = crate::request::context()?;
    Ok(service::board::load_card(&cx, &programme, plan, mentee).await?)
}

/// Moves a card to a mentor or into the tray.
#[server]
pub async fn move_card(
    command_id: CommandId,
    programme: String,
    plan: MatchPlanId,
    card: SeenCard,
    to: Target,
) -> Result<BoardAnswer, AppError> {
    let cx = crate::request::context()?;
    Ok(service::board::move_card(&cx, &programme, plan, card, to, command_id).await?)
}

/// Lets two cards change places.
#[server]
pub async fn swap_cards(
    command_id: CommandId,
    programme: String,
    plan: MatchPlanId,
    one: SeenCard,
    other: SeenCard,
) -> Result<BoardAnswer, AppError> {
    let cx = crate::request::context()?;
    Ok(service::board::swap_cards(&cx, &programme, plan, one, other, command_id).await?)
}

/// Puts a card in the place of another, which goes to the tray.
#[server]
pub async fn take_place(
    command_id: CommandId,
    programme: String,
    plan: MatchPlanId,
    one: SeenCard,
    other: SeenCard,
) -> Result<BoardAnswer, AppError> {
    let cx = crate::request::context()?;
    Ok(service::board::take_place(&cx, &programme, plan, one, other, command_id).await?)
}

/// Tells the engine to leave a pair alone.
#[server]
pub async fn pin_card(
    command_id: CommandId,
    programme: String,
    plan: MatchPlanId,
    card: SeenCard,
) -> Result<BoardAnswer, AppError> {
    let cx = crate::request::context()?;
    Ok(service::board::pin_card(&cx, &programme, plan, card, command_id).await?)
}

/// Lets the engine move a card again.
#[server]
pub async fn unpin_card(
    command_id: CommandId,
    programme: String,
    plan: MatchPlanId,
    card: SeenCard,
) -> Result<BoardAnswer, AppError> {
    let cx = crate::request::context()?;
    Ok(service::board::unpin_card(&cx, &programme, plan, card, command_id).await?)
}

/// Takes back the asker's last change.
#[server]
pub async fn undo(
    command_id: CommandId,
    programme: String,
    plan: MatchPlanId,
) -> Result<BoardAnswer, AppError> {
    let cx = crate::request::context()?;
    Ok(service::board::undo(&cx, &programme, plan, command_id).await?)
}

/// Finds the best plan around the pins and applies it.
#[server]
pub async fn run_engine(
    command_id: CommandId,
    programme: String,
    plan: MatchPlanId,
) -> Result<BoardAnswer, AppError> {
    let cx = crate::request::context()?;
    let run = service::board::Run::default();
    Ok(service::board::run_engine(&cx, &programme, plan, run, command_id).await?)
}

/// What a run of the engine would change, where at most so many lose the mentor whom they have.
#[server]
pub async fn preview_engine(
    programme: String,
    plan: MatchPlanId,
    most: Option<u32>,
) -> Result<EnginePreview, AppError> {
    let cx = crate::request::context()?;
    Ok(service::board::preview_engine(&cx, &programme, plan, most).await?)
}

/// Applies what was previewed, where it was previewed only of the board at version `seen`; goes back to the board.
#[server]
pub async fn apply_engine(
    command_id: CommandId,
    programme: String,
    plan: MatchPlanId,
    most: Option<u32>,
    seen: Option<Version>,
) -> Result<(), AppError> {
    let cx = crate::request::context()?;
    let run = service::board::Run { most, seen };
    service::board::run_engine(&cx, &programme, plan, run, command_id).await?;
    crate::request::go_to(&crate::path::board(&programme, plan));
    Ok(())
}

/// Who would be told what.
#[server]
pub async fn preview_publish(programme: String, plan: MatchPlanId) -> Result<PublishPreview, AppError> {
    let cx = crate::request::context()?;
    Ok(service::proposal::preview_publish(&cx, &programme, plan).await?)
}

/// Proposes the pairs that are ticked, or lets them wait for a time or a sign-off; goes back to the board.
#[server]
pub async fn publish_pairs(
    command_id: CommandId,
    programme: String,
    plan: MatchPlanId,
    #[server(default)] pairs: Vec<Pair>,
    #[server(default)] look: String,
    #[server(default)] when: String,
    #[server(default)] at: String,
) -> Result<(), AppError> {
    let cx = crate::request::context()?;
    let form = PublishForm { pairs, look, when, at };
    service::proposal::publish_pairs(&cx, &programme, plan, form, command_id).await?;
    crate::request::go_to(&crate::path::board(&programme, plan));
    Ok(())
}

/// Signs off what another coordinator wants to publish; goes back to the board.
#[server]
pub async fn sign_off(
    command_id: CommandId,
    programme: String,
    plan: MatchPlanId,
    request: PublishRequestId,
) -> Result<(), AppError> {
    let cx = crate::request::context()?;
    service::proposal::sign_off(&cx, &programme, plan, request, command_id).await?;
    crate::request::go_to(&crate::path::board(&programme, plan));
    Ok(())
}

/// Sends it back instead, with a reason; goes back to the board.
#[server]
pub async fn send_back(
    command_id: CommandId,
    programme: String,
    plan: MatchPlanId,
    request: PublishRequestId,
    #[server(default)] reason: String,
) -> Result<(), AppError> {
    let cx = crate::request::context()?;
    service::proposal::send_back(&cx, &programme, plan, request, &reason, command_id).await?;
    crate::request::go_to(&crate::path::board(&programme, plan));
    Ok(())
}

/// Gives up a publication that waits; goes back to the board.
#[server]
pub async fn cancel_publication(
    command_id: CommandId,
    programme: String,
    plan: MatchPlanId,
    request: PublishRequestId,
) -> Result<(), AppError> {
    let cx = crate::request::context()?;
    service::proposal::cancel_publication(&cx, &programme, plan, request, command_id).await?;
    crate::request::go_to(&crate::path::board(&programme, plan));
    Ok(())
}

/// Publishes without waiting for the time that was planned; goes back to the board.
#[server]
pub async fn publish_now(
    command_id: CommandId,
    programme: String,
    plan: MatchPlanId,
    request: PublishRequestId,
) -> Result<(), AppError> {
    let cx = crate::request::context()?;
    service::proposal::publish_now(&cx, &programme, plan, request, command_id).await?;
    crate::request::go_to(&crate::path::board(&programme, plan));
    Ok(())
}

/// A page of a programme's waiting list.
#[server]
pub async fn load_waiting(programme: String, page: u32) -> Result<WaitingList, AppError> {
    let cx = crate::request::context()?;
    Ok(service::board::load_waiting(&cx, &programme, page).await?)
}
