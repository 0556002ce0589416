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
