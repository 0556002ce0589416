//! What the pages of the board ask of the server.

use crate::error::AppError;
use domain::board::{
    BoardAnswer, BoardQuery, BoardView, CardDetail, Chosen, CompareQuery, Comparison, EnginePreview,
    Exception, Origin, Pair, PastBoard, PlanForm, PlanHistory, PlanList, PlanListView, PublishPreview,
    SavedView, SeenCard, Target, VerdictView, WaitingList,
};
use domain::fairness::FairnessView;
use domain::stream::Version;
use domain::{CommandId, MatchPlanId, ParticipationId, PlanListId, PublishRequestId, SavedViewId};
use leptos::prelude::*;
use uuid::Uuid;

#[cfg(feature = "ssr")]
use domain::board::PublishForm;
#[cfg(feature = "ssr")]
use domain::fairness::Room;

/// The match plans of a programme. For its coordinators, as everything here.
#[server]
pub async fn list_plans(programme: String) -> Result<PlanList, AppError> {
    let cx = crate::request::context()?;
    Ok(service::board::list_plans(&cx, &programme).await?)
}

/// A new match plan, with everybody in the tray or with the pairs of plan `from`, filled by the engine where `fill` says for
/// what; goes to its board.
#[server]
pub async fn create_plan(
    command_id: CommandId,
    programme: String,
    name: String,
    #[server(default)] note: String,
    #[server(default)] from: Origin,
    #[server(default)] fill: String,
) -> Result<(), AppError> {
    let cx = crate::request::context()?;
    let new = service::board::NewPlan { name, note, from: from.0, fill };
    let plan = service::board::create_plan(&cx, &programme, new, command_id).await?;
    crate::request::go_to(&crate::path::board(&programme, plan));
    Ok(())
}

/// A new match plan with the pairs that plan `from` had after a change; goes to its board.
#[server]
pub async fn create_plan_from_version(
    command_id: CommandId,
    programme: String,
    name: String,
    from: MatchPlanId,
    version: Version,
) -> Result<(), AppError> {
    let cx = crate::request::context()?;
    let plan =
        service::board::create_plan_from_version(&cx, &programme, &name, from, version, command_id).await?;
    crate::request::go_to(&crate::path::board(&programme, plan));
    Ok(())
}

/// Gives a plan another name or note.
#[server]
pub async fn describe_plan(
    command_id: CommandId,
    programme: String,
    plan: MatchPlanId,
    form: PlanForm,
    was: PlanForm,
) -> Result<(), AppError> {
    let cx = crate::request::context()?;
    Ok(service::board::describe_plan(&cx, &programme, plan, form, was, command_id).await?)
}

/// A page of all that was done to a plan.
#[server]
pub async fn load_history(programme: String, plan: MatchPlanId, page: u32) -> Result<PlanHistory, AppError> {
    let cx = crate::request::context()?;
    Ok(service::board::load_history(&cx, &programme, plan, page).await?)
}

/// A plan as it was after a change.
#[server]
pub async fn load_version(
    programme: String,
    plan: MatchPlanId,
    version: Version,
    page: u32,
) -> Result<PastBoard, AppError> {
    let cx = crate::request::context()?;
    Ok(service::board::load_version(&cx, &programme, plan, version, page).await?)
}

/// What would come of a list of pairs.
#[server]
pub async fn load_list(programme: String, list: PlanListId) -> Result<PlanListView, AppError> {
    let cx = crate::request::context()?;
    Ok(service::board::load_list(&cx, &programme, list).await?)
}

/// A new match plan with the pairs of a list, without the rows that are not possible where `leave` says so; goes to its
/// board.
#[server]
pub async fn create_plan_from_list(
    command_id: CommandId,
    programme: String,
    list: PlanListId,
    name: String,
    #[server(default)] leave: bool,
) -> Result<(), AppError> {
    let cx = crate::request::context()?;
    let plan = service::board::create_plan_from_list(&cx, &programme, list, &name, leave, command_id).await?;
    crate::request::go_to(&crate::path::board(&programme, plan));
    Ok(())
}

/// Pages of two plans beside each other.
#[server]
pub async fn compare_plans(
    programme: String,
    plan: MatchPlanId,
    with: MatchPlanId,
    #[server(default)] query: CompareQuery,
) -> Result<Comparison, AppError> {
    let cx = crate::request::context()?;
    Ok(service::board::compare_plans(&cx, &programme, plan, with, query).await?)
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

/// A card with its reasons and every other place for it; about the mentor it has, or another.
#[server]
pub async fn load_card(
    programme: String,
    plan: MatchPlanId,
    mentee: ParticipationId,
    with: Option<ParticipationId>,
) -> Result<CardDetail, AppError> {
    let cx = crate::request::context()?;
    Ok(service::board::load_card(&cx, &programme, plan, mentee, with).await?)
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

/// Introduces a mentee and a mentor to each other by mail.
#[server]
pub async fn introduce(
    command_id: CommandId,
    programme: String,
    plan: MatchPlanId,
    mentee: ParticipationId,
    mentor: ParticipationId,
) -> Result<BoardAnswer, AppError> {
    let cx = crate::request::context()?;
    Ok(service::introduction::introduce(&cx, &programme, plan, mentee, mentor, command_id).await?)
}

/// Shows the other coordinators which card the asker holds.
#[server]
pub async fn hold_card(plan: MatchPlanId, tab: Uuid, card: Option<ParticipationId>) -> Result<(), AppError> {
    let cx = crate::request::context()?;
    Ok(service::presence::hold_card(&cx, plan, tab, card).await?)
}

/// Moves several cards to a mentor or into the tray; those that cannot be moved stay.
#[server]
pub async fn move_cards(
    command_id: CommandId,
    programme: String,
    plan: MatchPlanId,
    cards: Vec<SeenCard>,
    to: Target,
) -> Result<BoardAnswer, AppError> {
    let cx = crate::request::context()?;
    let deed = domain::board::Deed::Move(to.0);
    Ok(service::board::change_cards(&cx, &programme, plan, &cards, deed, command_id).await?)
}

/// Tells the engine to leave several pairs alone.
#[server]
pub async fn pin_cards(
    command_id: CommandId,
    programme: String,
    plan: MatchPlanId,
    cards: Vec<SeenCard>,
) -> Result<BoardAnswer, AppError> {
    let cx = crate::request::context()?;
    let deed = domain::board::Deed::Pin;
    Ok(service::board::change_cards(&cx, &programme, plan, &cards, deed, command_id).await?)
}

/// Lets the engine move several cards again.
#[server]
pub async fn unpin_cards(
    command_id: CommandId,
    programme: String,
    plan: MatchPlanId,
    cards: Vec<SeenCard>,
) -> Result<BoardAnswer, AppError> {
    let cx = crate::request::context()?;
    let deed = domain::board::Deed::Unpin;
    Ok(service::board::change_cards(&cx, &programme, plan, &cards, deed, command_id).await?)
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

/// Keeps a way of looking at the programme's boards under a name.
#[server]
pub async fn save_view(
    command_id: CommandId,
    programme: String,
    name: String,
    look: String,
) -> Result<Vec<SavedView>, AppError> {
    let cx = crate::request::context()?;
    Ok(service::board::save_view(&cx, &programme, &name, &look, command_id).await?)
}

/// Forgets a way of looking.
#[server]
pub async fn delete_view(
    command_id: CommandId,
    programme: String,
    view: SavedViewId,
) -> Result<Vec<SavedView>, AppError> {
    let cx = crate::request::context()?;
    Ok(service::board::delete_view(&cx, &programme, view, command_id).await?)
}

/// Does again what the asker took back last.
#[server]
pub async fn redo(
    command_id: CommandId,
    programme: String,
    plan: MatchPlanId,
) -> Result<BoardAnswer, AppError> {
    let cx = crate::request::context()?;
    Ok(service::board::redo(&cx, &programme, plan, command_id).await?)
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

/// What a run of the engine would change, where at most so many lose the mentor whom they have, or no pair fits less than
/// so many hundredths, or so many of a group have a match, or it is for another objective than the highest total.
#[server]
pub async fn preview_engine(
    programme: String,
    plan: MatchPlanId,
    most: Option<u32>,
    least: Option<u8>,
    #[server(default)] question: String,
    #[server(default)] choice: String,
    #[server(default)] share: u8,
    #[server(default)] objective: String,
) -> Result<EnginePreview, AppError> {
    let cx = crate::request::context()?;
    let (room, aim) = (Room::asked(question, choice, share), service::board::aim(&objective)?);
    let run = service::board::Run { aim, most, least, room, seen: None };
    Ok(service::board::preview_engine(&cx, &programme, plan, run).await?)
}

/// How groups of mentees fare in a plan.
#[server]
pub async fn load_fairness(programme: String, plan: MatchPlanId) -> Result<FairnessView, AppError> {
    let cx = crate::request::context()?;
    Ok(service::fairness::load_fairness(&cx, &programme, plan).await?)
}

/// How good a plan is.
#[server]
pub async fn load_verdict(programme: String, plan: MatchPlanId) -> Result<VerdictView, AppError> {
    let cx = crate::request::context()?;
    Ok(service::board::load_verdict(&cx, &programme, plan).await?)
}

/// Applies what was previewed, where it was previewed only of the board at version `seen`; goes back to the board.
#[server]
pub async fn apply_engine(
    command_id: CommandId,
    programme: String,
    plan: MatchPlanId,
    most: Option<u32>,
    least: Option<u8>,
    #[server(default)] question: String,
    #[server(default)] choice: String,
    #[server(default)] share: u8,
    #[server(default)] objective: String,
    seen: Option<Version>,
) -> Result<(), AppError> {
    let cx = crate::request::context()?;
    let (room, aim) = (Room::asked(question, choice, share), service::board::aim(&objective)?);
    let run = service::board::Run { aim, most, least, room, seen };
    service::board::run_engine(&cx, &programme, plan, run, command_id).await?;
    crate::request::go_to(&crate::path::board(&programme, plan));
    Ok(())
}

/// A new plan with the pairs from before a run of the engine, and the same run on it; goes to its history.
#[server]
pub async fn run_again(
    command_id: CommandId,
    programme: String,
    plan: MatchPlanId,
    version: Version,
) -> Result<(), AppError> {
    let cx = crate::request::context()?;
    let new = service::board::run_again(&cx, &programme, plan, version, command_id).await?;
    crate::request::go_to(&crate::path::plan_history(&programme, new, 1));
    Ok(())
}

/// A new plan from this one, in which a change holds that gives `mentee` a mentor; goes to their card on its board.
#[server]
pub async fn try_remedy(
    command_id: CommandId,
    programme: String,
    plan: MatchPlanId,
    mentee: ParticipationId,
    chosen: Chosen,
) -> Result<(), AppError> {
    let cx = crate::request::context()?;
    let new = service::board::try_remedy(&cx, &programme, plan, mentee, chosen, command_id).await?;
    crate::request::go_to(&crate::path::board_card(&programme, new, mentee));
    Ok(())
}

/// Takes an exception of a plan back; goes to its board.
#[server]
pub async fn withdraw_exception(
    command_id: CommandId,
    programme: String,
    plan: MatchPlanId,
    exception: Exception,
) -> Result<(), AppError> {
    let cx = crate::request::context()?;
    service::board::withdraw_exception(&cx, &programme, plan, exception, command_id).await?;
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
