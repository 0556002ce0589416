//! Files of match plans: the list of pairs that is sent, and those that are fetched.

use crate::import_upload::{AROUND, attached, go_on, take_file};
use crate::router::AppState;
use app::error::AppError;
use app::path;
use app::request::Asking;
use axum::Router;
use axum::extract::{DefaultBodyLimit, Extension, Path, Request, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use domain::import::table::MOST_BYTES;
use domain::{MatchPlanId, PlanListId};
use service::Context;

/// Routes that send and fetch files of plans.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/programmes/{programme}/matching/list", post(send).get(form))
        .layer(DefaultBodyLimit::max(MOST_BYTES + AROUND))
        .route("/programmes/{programme}/matching/{plan}/plan.csv", get(plan))
        .route("/programmes/{programme}/matching/{plan}/engine/{file}", get(engine))
}

/// The address of the form's target, opened by hand or reloaded.
async fn form(Path(slug): Path<String>) -> Redirect {
    Redirect::to(&path::match_plans(&slug))
}

/// Takes a list of pairs and goes on to its page; a refused one brings the form back with the reason.
async fn send(
    State(state): State<AppState>,
    Extension(Asking(cx)): Extension<Asking>,
    Path(slug): Path<String>,
    request: Request,
) -> Response {
    let headers = request.headers().clone();
    let taken = take(&cx, &slug, request).await.map(|list| path::plan_list(&slug, list));
    go_on(state, &headers, taken, path::plan_list_upload(&slug), &path::match_plans(&slug)).await
}

async fn take(cx: &Context, slug: &str, request: Request) -> Result<PlanListId, AppError> {
    // Whoever may not make plans is told before their file is read.
    cx.coordinated(slug).await?;
    let (command, name, bytes) = take_file(request).await?;
    Ok(service::board::upload_list(cx, command, slug, &name, bytes).await?)
}

/// A plan as CSV.
async fn plan(
    Extension(Asking(cx)): Extension<Asking>,
    Path((slug, plan)): Path<(String, String)>,
) -> Response {
    let written = match plan.parse::<MatchPlanId>() {
        Ok(plan) => service::board::export_plan(&cx, &slug, plan).await.map_err(AppError::from),
        Err(_) => Err(AppError::NotFound),
    };
    match written {
        Ok((name, bytes)) => attached("text/csv; charset=utf-8", &name, bytes),
        Err(error) => (error.status(), error.sentence()).into_response(),
    }
}

/// What the engine is given for a board, or what it answers.
async fn engine(
    Extension(Asking(cx)): Extension<Asking>,
    Path((slug, plan, file)): Path<(String, String, String)>,
) -> Response {
    let written = match plan.parse::<MatchPlanId>() {
        Ok(plan) => service::board::engine_file(&cx, &slug, plan, &file).await.map_err(AppError::from),
        Err(_) => Err(AppError::NotFound),
    };
    match written {
        Ok(bytes) => attached("text/plain; charset=utf-8", &file, bytes),
        Err(error) => (error.status(), error.sentence()).into_response(),
    }
}
