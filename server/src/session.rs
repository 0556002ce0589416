//! Says of each request who asks: reads the session cookie once, and gives pages and server functions the answer.

use crate::router::AppState;
use app::request::{Asking, session_cookie};
use app::viewer::{Viewer, ViewerPerson, ViewerProgramme};
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderMap, Method, header};
use axum::middleware::Next;
use axum::response::Response;
use service::{Context, account, actor};
use std::net::SocketAddr;

/// Puts [`Asking`] and, for pages, [`Viewer`] beside the request.
pub async fn layer(State(state): State<AppState>, mut request: Request, next: Next) -> Response {
    let address = address(&state, &request);
    let headers = request.headers().clone();
    let cx = context(&state, &headers, address).await;
    let is_page = request.method() == Method::GET || request.uri().path().ends_with("/load_viewer");
    if is_page {
        let viewer = viewer(&state, &cx, &headers).await;
        request.extensions_mut().insert(viewer);
    }
    request.extensions_mut().insert(Asking(cx));
    next.run(request).await
}

async fn context(state: &AppState, headers: &HeaderMap, address: String) -> Context {
    let name = session_cookie(&state.service.settings.public_url);
    let signed = match cookie(headers, name) {
        Some(token) => account::resume(&state.service, token).await.unwrap_or_else(|cause| {
            tracing::error!(%cause, "a session could not be read");
            None
        }),
        None => None,
    };
    let mut cx = match signed {
        Some((session, actor)) => Context::of(state.service.clone(), actor).with_session(session),
        None => Context::visitor(state.service.clone()),
    };
    cx.address = address;
    let agent = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    cx.agent = agent.chars().take(200).collect();
    cx
}

/// The asker's address: the connection's, or, behind as many proxies as the operator says, the entry that the
/// outermost of them wrote into `X-Forwarded-For`. Entries further left are the asker's own words.
fn address(state: &AppState, request: &Request) -> String {
    let direct = request
        .extensions()
        .get::<ConnectInfo<SocketAddr>>()
        .map(|ConnectInfo(address)| address.ip().to_string())
        .unwrap_or_default();
    if state.proxies == 0 {
        return direct;
    }
    let forwarded: Vec<&str> = request
        .headers()
        .get_all("x-forwarded-for")
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(str::trim)
        .collect();
    forwarded.len().checked_sub(state.proxies).map_or(direct, |at| forwarded[at].to_owned())
}

async fn viewer(state: &AppState, cx: &Context, headers: &HeaderMap) -> Viewer {
    let theme =
        cookie(headers, "theme").filter(|theme| ["light", "dark"].contains(theme)).unwrap_or_default();
    let mut viewer = Viewer {
        person: None,
        demo: state.service.settings.demo,
        theme: theme.to_owned(),
        density: cookie(headers, "density").unwrap_or_default().to_owned(),
        now: cx.now(),
        offset: 0,
    };
    let Some(who) = cx.signed_in() else { return viewer };
    let around = actor::surroundings(cx).await.unwrap_or_else(|cause| {
        tracing::error!(%cause, "the viewer's programmes could not be read");
        actor::Surroundings::default()
    });
    viewer.offset = around.offset;
    viewer.person = Some(ViewerPerson {
        id: who.person,
        name: who.name.clone(),
        admin: who.admin,
        may_create: who.creates(),
        waiting: around.waiting,
        programmes: around
            .programmes
            .into_iter()
            .map(|(slug, name, roles)| ViewerProgramme { slug, name, roles })
            .collect(),
    });
    viewer
}

/// The value of a cookie.
pub fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(key, value)| (key == name).then_some(value))
}
