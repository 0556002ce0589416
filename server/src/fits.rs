//! `GET …/matching/PLAN/fits`: how well everybody on a board fits, as bytes, for the engine in the browser.

use crate::router::AppState;
use app::error::AppError;
use app::request::Asking;
use axum::extract::{Extension, Path};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Router, body::Body};
use domain::MatchPlanId;
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;

/// The route, compressed as fast as that goes: one coordinator at a time fetches it, and waits for it.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/programmes/{programme}/matching/{plan}/fits", get(table))
        .layer(CompressionLayer::new().quality(CompressionLevel::Fastest))
}

async fn table(
    Extension(Asking(cx)): Extension<Asking>,
    Path((slug, plan)): Path<(String, String)>,
) -> Response {
    let loaded = match plan.parse::<MatchPlanId>() {
        Ok(plan) => service::board::load_fits(&cx, &slug, plan).await.map_err(AppError::from),
        Err(_) => Err(AppError::NotFound),
    };
    match loaded {
        Ok(bytes) => {
            let mut response = Response::new(Body::from(bytes));
            let answer = response.headers_mut();
            answer.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/octet-stream"));
            answer.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
            response
        }
        Err(error) => (error.status(), error.sentence()).into_response(),
    }
}
