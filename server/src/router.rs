//! Every route of the server, and the layers around them.

use crate::{fits, import_upload, live, plain_form, plan_files, security, session};
use app::site::Site;
use app::{App, shell};
use axum::Router;
use axum::extract::{DefaultBodyLimit, FromRef, Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use domain::board::Density;
use leptos::prelude::LeptosOptions;
use leptos_axum::{LeptosRoutes, generate_route_list};
use service::Service;
use std::sync::Arc;
use tokio_util::sync::CancellationToken;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::csrf::CsrfLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::services::ServeDir;

/// What every handler may use.
#[derive(Clone)]
pub struct AppState {
    pub service: Arc<Service>,
    pub leptos: LeptosOptions,
    pub site: Site,
    /// How many proxies stand before this server.
    pub proxies: usize,
    /// Ends the live streams when the server stops.
    pub stop: CancellationToken,
}

impl FromRef<AppState> for LeptosOptions {
    fn from_ref(state: &AppState) -> Self {
        state.leptos.clone()
    }
}

/// The most that any request may send; an upload of a list says its own, smaller limit.
const MOST_BYTES: usize = 25 * 1024 * 1024;

/// The whole application.
pub fn router(state: AppState) -> Router {
    let https = state.service.settings.public_url.starts_with("https://");
    let api = Router::new()
        .route("/api/{*function}", post(server_function))
        .layer(DefaultBodyLimit::max(plain_form::MOST_BYTES))
        .layer(RequestBodyLimitLayer::new(plain_form::MOST_BYTES))
        .layer(from_fn_with_state(state.clone(), plain_form::layer))
        .layer(from_fn_with_state(state.clone(), session::layer))
        .with_state(state.clone());
    let streams = Router::new()
        .route("/live", get(live::stream))
        .layer(from_fn_with_state(state.clone(), session::layer))
        .with_state(state.clone());
    let fits =
        fits::routes().layer(from_fn_with_state(state.clone(), session::layer)).with_state(state.clone());
    let imports = import_upload::routes()
        .layer(from_fn_with_state(state.clone(), session::layer))
        .with_state(state.clone());
    let plans = plan_files::routes()
        .layer(from_fn_with_state(state.clone(), session::layer))
        .with_state(state.clone());
    let plain = Router::new()
        .route("/theme", post(theme))
        .route("/density", post(density))
        .route("/healthz", get(|| async { "ok" }))
        .with_state(state.clone());
    let files = files(&state).layer(CompressionLayer::new());
    // The pages bring every server function along under its exact path, which wins over the pattern above: plain forms
    // arrive there.
    let mut router = Router::new()
        .merge(api)
        .merge(plain)
        .merge(fits)
        .merge(files)
        .merge(
            pages(state.clone())
                .layer(from_fn_with_state(state, plain_form::layer))
                .layer(RequestBodyLimitLayer::new(plain_form::MOST_BYTES))
                .layer(CompressionLayer::new()),
        )
        .layer(RequestBodyLimitLayer::new(MOST_BYTES))
        .merge(streams)
        // Uploads have a limit of their own, which answers with a page.
        .merge(imports)
        .merge(plans)
        .layer(CsrfLayer::new())
        .layer(from_fn(security::headers))
        .layer(CatchPanicLayer::new());
    if https {
        router = router.layer(from_fn(security::strict_transport));
    }
    router
}

/// The pages alone: also what a refused plain form is rendered through.
pub fn pages(state: AppState) -> Router {
    let routes = generate_route_list(App);
    let site = state.site.clone();
    Router::new()
        .leptos_routes_with_context(&state, routes, security::give_policy, move || shell(&site))
        .fallback(not_found)
        .layer(from_fn_with_state(state.clone(), session::layer))
        .with_state(state)
}

/// The page that says that there is nothing here, with its status.
async fn not_found(State(state): State<AppState>, request: Request) -> Response {
    let site = state.site.clone();
    let render = leptos_axum::render_app_async_with_context(security::give_policy, move || shell(&site));
    let mut response = render(request).await.into_response();
    *response.status_mut() = StatusCode::NOT_FOUND;
    response
}

async fn server_function(request: Request) -> Response {
    leptos_axum::handle_server_fns_with_context(|| (), request).await.into_response()
}

/// Script, wasm, styles, fonts and pictures. Files with a hash in their name come compressed from the build.
fn files(state: &AppState) -> Router {
    let root = std::path::PathBuf::from(&*state.leptos.site_root);
    let serve = |path: &str| ServeDir::new(root.join(path)).precompressed_br().precompressed_gzip();
    let file = |name: &str| tower_http::services::ServeFile::new(root.join(name)).precompressed_br();
    Router::new()
        .nest_service("/pkg", serve("pkg"))
        .nest_service("/fonts", serve("fonts"))
        .route_service("/icons.svg", file("icons.svg"))
        .route_service("/favicon.svg", file("favicon.svg"))
        .route_service("/robots.txt", file("robots.txt"))
}

/// Keeps the chosen theme in a cookie and goes back to the page. A matter of this browser, not of an account.
async fn theme(headers: HeaderMap, body: String) -> Response {
    let cookie = match chosen(&body, "theme").as_deref() {
        Some("light") => "theme=light; Path=/; SameSite=Lax; Max-Age=31536000",
        Some("dark") => "theme=dark; Path=/; SameSite=Lax; Max-Age=31536000",
        _ => "theme=; Path=/; SameSite=Lax; Max-Age=0",
    };
    back_with(&headers, HeaderValue::from_static(cookie))
}

/// The same for how densely the board is shown.
async fn density(headers: HeaderMap, body: String) -> Response {
    let cookie = match chosen(&body, "density").and_then(|word| word.parse::<Density>().ok()) {
        Some(density) => format!("density={density}; Path=/; SameSite=Lax; Max-Age=31536000"),
        None => "density=; Path=/; SameSite=Lax; Max-Age=0".to_owned(),
    };
    match cookie.parse() {
        Ok(cookie) => back_with(&headers, cookie),
        Err(_) => StatusCode::BAD_REQUEST.into_response(),
    }
}

fn chosen(body: &str, name: &str) -> Option<String> {
    let mut fields = url::form_urlencoded::parse(body.as_bytes());
    fields.find(|(one, _)| one == name).map(|(_, value)| value.into_owned())
}

/// Goes back to the page that asked, with a cookie.
fn back_with(headers: &HeaderMap, cookie: HeaderValue) -> Response {
    let back = headers
        .get(header::REFERER)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.parse::<axum::http::Uri>().ok())
        .and_then(|uri| uri.path_and_query().map(ToString::to_string))
        // Two slashes would name another host.
        .filter(|back| !back.starts_with("//"))
        .unwrap_or_else(|| "/".to_owned());
    let mut response = Redirect::to(&back).into_response();
    response.headers_mut().insert(header::SET_COOKIE, cookie);
    response
}
