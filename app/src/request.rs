//! Who is asking, on the server.

use crate::error::AppError;
use crate::form::Returned;
use crate::viewer::Viewer;
use axum::http::StatusCode;
use axum::http::request::Parts;
use domain::CommandId;
use leptos::prelude::*;
use leptos_axum::ResponseOptions;

/// What the session layer learnt about a request; every request carries one.
#[derive(Clone, Debug)]
pub struct Asking(pub service::Context);

/// The context of the request that is being answered.
///
/// # Errors
/// [`AppError::Unexpected`] outside a request.
pub fn context() -> Result<service::Context, AppError> {
    use_context::<Parts>()
        .and_then(|parts| parts.extensions.get::<Asking>().map(|asking| asking.0.clone()))
        .ok_or_else(|| unexpected("a server function was called outside a request"))
}

/// Who looks at the page, as the session layer loaded them.
pub fn viewer() -> Viewer {
    use_context::<Parts>().and_then(|parts| parts.extensions.get::<Viewer>().cloned()).unwrap_or_default()
}

/// The path of the page that is rendered.
pub fn path() -> String {
    use_context::<Parts>().map(|parts| parts.uri.path().to_owned()).unwrap_or_default()
}

/// The plain form that was refused and comes back on this page.
pub fn returned() -> Option<Returned> {
    use_context::<Parts>().and_then(|parts| parts.extensions.get::<Returned>().cloned())
}

/// Sets the HTTP status of the answer.
pub fn set_status(status: StatusCode) {
    if let Some(options) = use_context::<ResponseOptions>() {
        options.set_status(status);
    }
}

/// Logs an accident under a reference, which is all that travels.
pub fn unexpected(cause: &str) -> AppError {
    let reference = service::source::new_uuid().simple().to_string();
    let reference = reference[reference.len() - 8..].to_owned();
    tracing::error!(reference, cause, "could not answer a request");
    let error = AppError::Unexpected { reference };
    set_status(error.status());
    error
}

/// A fresh command id for a form.
pub fn new_command() -> CommandId {
    CommandId(service::source::new_uuid())
}

/// The cookie that holds a session's token. On https it carries the `__Host-` prefix, which no other host can set.
pub fn session_cookie(public_url: &str) -> &'static str {
    if public_url.starts_with("https://") { "__Host-trellis" } else { "trellis" }
}

/// Hands the browser a session's token.
pub fn keep_session(cx: &service::Context, token: &str) {
    set_session_cookie(cx, token, 90 * 86_400);
}

/// Takes the token back.
pub fn forget_session(cx: &service::Context) {
    set_session_cookie(cx, "", 0);
}

fn set_session_cookie(cx: &service::Context, token: &str, seconds: u32) {
    let url = &cx.service.settings.public_url;
    let secure = if url.starts_with("https://") { "; Secure" } else { "" };
    let cookie =
        format!("{}={token}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}", session_cookie(url));
    if let (Some(options), Ok(value)) = (use_context::<ResponseOptions>(), cookie.parse()) {
        options.append_header(http::header::SET_COOKIE, value);
    }
}

/// Sends the browser to `path` once this request is answered.
pub fn go_to(path: &str) {
    leptos_axum::redirect(path);
}

/// Only a path of this site, so that a link cannot lead elsewhere after signing in.
pub fn safe_next(next: &str) -> String {
    domain::account::inside(next).to_owned()
}
