//! Files of imports: the list that is sent, and the refused rows that are fetched. Server functions carry no files.

use crate::plain_form::render_again;
use crate::router::AppState;
use app::error::AppError;
use app::form::Returned;
use app::path;
use app::request::Asking;
use axum::Router;
use axum::body::Body;
use axum::extract::multipart::MultipartError;
use axum::extract::{DefaultBodyLimit, Extension, FromRequest, Multipart, Path, Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use domain::import::Refusal;
use domain::import::table::MOST_BYTES;
use domain::{CommandId, ImportId};
use futures::StreamExt;
use service::{Context, Error};

/// What a form adds to the bytes of its file.
pub(crate) const AROUND: usize = 16 * 1024;
/// The most that is read of a file that is too large, only so that its sender hears why: a browser that is still
/// sending does not listen.
const MOST_IGNORED: usize = 512 * 1024 * 1024;

/// Routes that send and fetch files of imports.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/programmes/{programme}/import/upload", post(send).get(form))
        .layer(DefaultBodyLimit::max(MOST_BYTES + AROUND))
        .route("/programmes/{programme}/import/{import}/refused.csv", get(refused))
}

/// The address of the form's target, opened by hand or reloaded.
async fn form(Path(slug): Path<String>) -> Redirect {
    Redirect::to(&path::import(&slug))
}

/// Takes a list and goes on to its page; a refused one brings the form back with the reason.
async fn send(
    State(state): State<AppState>,
    Extension(Asking(cx)): Extension<Asking>,
    Path(slug): Path<String>,
    request: Request,
) -> Response {
    let headers = request.headers().clone();
    let taken = take(&cx, &slug, request).await.map(|import| path::import_step(&slug, import));
    go_on(state, &headers, taken, path::import_upload(&slug), &path::import(&slug)).await
}

/// Goes on to where a file that was taken leads, or back to the `form` on `page` with the reason why it was not.
pub(crate) async fn go_on(
    state: AppState,
    headers: &HeaderMap,
    taken: Result<String, AppError>,
    form: String,
    page: &str,
) -> Response {
    match taken {
        Ok(path) => Redirect::to(&path).into_response(),
        Err(error) => {
            let status = error.status();
            let returned = Returned { path: form, fields: vec![], error };
            let page = page.parse().unwrap_or(Uri::from_static("/"));
            render_again(state, page, headers, returned, status).await
        }
    }
}

async fn take(cx: &Context, slug: &str, request: Request) -> Result<ImportId, AppError> {
    // Whoever may not import is told before their file is read.
    cx.coordinated(slug).await?;
    let (command, name, bytes) = take_file(request).await?;
    Ok(service::import::upload(cx, command, slug, &name, bytes).await?)
}

/// The command, the name and the bytes of a file that a form sends.
pub(crate) async fn take_file(request: Request) -> Result<(CommandId, String, Vec<u8>), AppError> {
    if length(request.headers()).is_some_and(|length| length > MOST_BYTES + AROUND) {
        ignore(request).await;
        return Err(too_large());
    }
    let mut form = Multipart::from_request(request, &()).await.map_err(|_| AppError::Outdated)?;
    let (mut command, mut file) = (None, None);
    while let Some(field) = form.next_field().await.map_err(broken)? {
        match field.name() {
            Some("command_id") => command = field.text().await.map_err(broken)?.parse::<CommandId>().ok(),
            Some("file") => {
                let name = field.file_name().unwrap_or_default().to_owned();
                file = Some((name, field.bytes().await.map_err(broken)?));
            }
            _ => {}
        }
    }
    let (Some(command), Some((name, bytes))) = (command, file) else { return Err(AppError::Outdated) };
    Ok((command, name, bytes.to_vec()))
}

fn length(headers: &HeaderMap) -> Option<usize> {
    headers.get(header::CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

/// Reads what is sent and keeps nothing of it.
async fn ignore(request: Request) {
    let mut left = MOST_IGNORED;
    let mut body = request.into_body().into_data_stream();
    while let Some(Ok(bytes)) = body.next().await {
        left = left.saturating_sub(bytes.len());
        if left == 0 {
            return;
        }
    }
}

fn too_large() -> AppError {
    Error::from(Refusal::TooLarge { megabytes: MOST_BYTES / 1024 / 1024 }).into()
}

/// A form that cannot be read: too large, or cut off on its way.
fn broken(error: MultipartError) -> AppError {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        return too_large();
    }
    AppError::Outdated
}

/// The refused rows of a list, as an attachment.
async fn refused(
    State(state): State<AppState>,
    Extension(Asking(cx)): Extension<Asking>,
    Path((slug, import)): Path<(String, String)>,
    headers: HeaderMap,
) -> Response {
    match fetch(&cx, &slug, &import).await {
        Ok((name, bytes)) => attached("text/csv; charset=utf-8", &name, bytes),
        Err(error) => {
            let status = error.status();
            let returned = Returned { path: String::new(), fields: vec![], error };
            let page = path::import(&slug).parse().unwrap_or(Uri::from_static("/"));
            render_again(state, page, &headers, returned, status).await
        }
    }
}

async fn fetch(cx: &Context, slug: &str, import: &str) -> Result<(String, Vec<u8>), AppError> {
    let import: ImportId = import.parse().map_err(|_| AppError::NotFound)?;
    Ok(service::import::refused_rows(cx, slug, import).await?)
}

/// A file to be kept.
pub(crate) fn attached(kind: &'static str, name: &str, bytes: Vec<u8>) -> Response {
    let mut response = Response::new(Body::from(bytes));
    let answer = response.headers_mut();
    answer.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    answer.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    answer.insert(header::CONTENT_DISPOSITION, attachment(name));
    response
}

/// `attachment` with a file name of any script (RFC 6266).
fn attachment(name: &str) -> HeaderValue {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_');
    let encoded: String = name
        .bytes()
        .map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect();
    HeaderValue::from_str(&format!("attachment; filename*=UTF-8''{encoded}"))
        .unwrap_or(HeaderValue::from_static("attachment"))
}
