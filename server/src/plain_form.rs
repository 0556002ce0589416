//! Plain forms, without wasm or before it has loaded.
//!
//! A server function answers in JSON. For a form that the browser posted by itself, success becomes a redirect to the
//! page it came from, and a refusal renders that page again, with the error's status, the message beside the field and
//! everything that was typed still there. Such a page stands at the address of the server function; who opens that again
//! begins anew.

use crate::router::AppState;
use app::error::AppError;
use app::form::Returned;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use leptos::server_fn::error::FromServerFnError;
use tower::ServiceExt;

/// The most that a form may send.
pub const MOST_BYTES: usize = 1024 * 1024;

/// Answers plain forms with pages; lets everything else through.
pub async fn layer(State(state): State<AppState>, request: Request, next: Next) -> Response {
    if is_page_asked_of_a_function(&request) {
        return Redirect::to(&app::path::today()).into_response();
    }
    if !is_plain_form(&request) {
        return next.run(request).await;
    }
    let (mut parts, body) = request.into_parts();
    let Ok(typed) = to_bytes(body, MOST_BYTES).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    let back = named_page(&typed).unwrap_or_else(|| referring_page(&parts.headers));
    let (headers, path) = (parts.headers.clone(), parts.uri.path().to_owned());
    parts.headers.insert(header::ACCEPT, HeaderValue::from_static("application/json"));
    let answer = next.run(Request::from_parts(parts, Body::from(typed.clone()))).await;
    if let Some(location) = answer.headers().get(header::LOCATION).cloned() {
        return redirect(&answer, location);
    }
    if answer.status().is_success() {
        let location = HeaderValue::from_str(back.path_and_query().map_or("/", |path| path.as_str()));
        return redirect(&answer, location.unwrap_or(HeaderValue::from_static("/")));
    }
    let status = answer.status();
    let error = match to_bytes(answer.into_body(), MOST_BYTES).await {
        Ok(bytes) => AppError::de(bytes),
        Err(_) => AppError::Outdated,
    };
    let mut fields: Vec<(String, String)> =
        url::form_urlencoded::parse(&typed).into_owned().filter(|(name, _)| !is_secret(name)).collect();
    fields.retain(|(name, _)| name != "form_page");
    fields.push(("form_page".to_owned(), back.to_string()));
    let returned = Returned { path, fields, error };
    render_again(state, back, &headers, returned, status).await
}

fn is_page_asked_of_a_function(request: &Request) -> bool {
    request.method() == Method::GET && wants_page_of_function(request)
}

fn is_plain_form(request: &Request) -> bool {
    request.method() == Method::POST
        && wants_page_of_function(request)
        && header(request, header::CONTENT_TYPE)
            .is_some_and(|kind| kind.starts_with("application/x-www-form-urlencoded"))
}

fn wants_page_of_function(request: &Request) -> bool {
    request.uri().path().starts_with("/api/")
        && header(request, header::ACCEPT).is_some_and(|accept| accept.contains("text/html"))
}

fn header(request: &Request, name: HeaderName) -> Option<&str> {
    request.headers().get(name).and_then(|value| value.to_str().ok())
}

/// Passwords are not sent back.
fn is_secret(field: &str) -> bool {
    field.contains("password") || field.contains("token")
}

/// The page that a form names itself: one that came back refused stands at the address of its server function.
fn named_page(typed: &[u8]) -> Option<Uri> {
    let page = url::form_urlencoded::parse(typed).find(|(name, _)| name == "form_page")?.1.into_owned();
    let page = page.parse::<Uri>().ok()?.into_parts().path_and_query?;
    let own =
        page.path().starts_with('/') && !page.path().starts_with("//") && !page.path().starts_with("/api/");
    own.then(|| Uri::from(page))
}

/// The page of this site that the form stood on; the start page where the browser does not say.
fn referring_page(headers: &HeaderMap) -> Uri {
    headers
        .get(header::REFERER)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.parse::<Uri>().ok())
        .and_then(|uri| uri.path_and_query().cloned())
        .filter(|path| !path.path().starts_with("/api/"))
        .map_or(Uri::from_static("/"), Uri::from)
}

fn redirect(answer: &Response, location: HeaderValue) -> Response {
    let mut response = Redirect::to(location.to_str().unwrap_or("/")).into_response();
    for cookie in answer.headers().get_all(header::SET_COOKIE) {
        response.headers_mut().append(header::SET_COOKIE, cookie.clone());
    }
    response
}

/// Renders `page` again with a form that was refused.
pub(crate) async fn render_again(
    state: AppState,
    page: Uri,
    headers: &HeaderMap,
    returned: Returned,
    status: StatusCode,
) -> Response {
    let mut again = Request::new(Body::empty());
    *again.uri_mut() = page;
    for name in [header::COOKIE, header::ACCEPT, header::ACCEPT_LANGUAGE, header::USER_AGENT, header::HOST] {
        if let Some(value) = headers.get(&name) {
            again.headers_mut().insert(name, value.clone());
        }
    }
    again.extensions_mut().insert(returned);
    match crate::router::pages(state).oneshot(again).await {
        Ok(mut response) => {
            if response.status().is_success() {
                *response.status_mut() = status;
            }
            response
        }
        Err(never) => match never {},
    }
}
