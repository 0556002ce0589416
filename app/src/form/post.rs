//! One POST, for all forms.

use crate::error::AppError;
use js_sys::Uint8Array;
use leptos::ev::SubmitEvent;
use leptos::server_fn::error::FromServerFnError;
use leptos::server_fn::redirect::REDIRECT_HEADER;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    FormData, Headers, HtmlButtonElement, HtmlFormElement, HtmlInputElement, RequestInit, Response,
    UrlSearchParams,
};

/// What came back for a form that was not refused.
pub(super) struct Posted {
    pub(super) body: Vec<u8>,
    /// Where the server sends the reader.
    pub(super) location: Option<String>,
}

/// What the form of `event` holds, url-encoded, with the name of the button that sent it.
pub(super) fn fields(event: &SubmitEvent) -> Option<String> {
    let form: HtmlFormElement = event.target()?.dyn_into().ok()?;
    let data = FormData::new_with_form(&form).ok()?;
    if let Some(submitter) = event.submitter() {
        let named = match submitter.dyn_ref::<HtmlButtonElement>() {
            Some(button) => Some((button.name(), button.value())),
            None => submitter.dyn_ref::<HtmlInputElement>().map(|input| (input.name(), input.value())),
        };
        if let Some((name, value)) = named.filter(|(name, _)| !name.is_empty()) {
            data.append_with_str(&name, &value).ok()?;
        }
    }
    let fields = UrlSearchParams::new_with_str_sequence_sequence(&data).ok()?;
    fields.to_string().as_string()
}

/// Sends `fields` to `path`.
pub(super) async fn post(path: &str, fields: &str) -> Result<Posted, AppError> {
    let response = send(path, fields).await.map_err(|_| AppError::Offline)?;
    let body = bytes(&response).await.map_err(|_| AppError::Offline)?;
    if !response.ok() {
        return Err(AppError::de(body.into()));
    }
    let header = |name| response.headers().get(name).ok().flatten();
    let location = header(REDIRECT_HEADER).and_then(|_| header("Location"));
    Ok(Posted { body, location })
}

/// The bytes of `path`.
pub(crate) async fn get(path: &str) -> Result<Vec<u8>, AppError> {
    let fetch = async {
        let sent = leptos::prelude::window().fetch_with_str(path);
        let response: Response = JsFuture::from(sent).await?.dyn_into()?;
        let body = bytes(&response).await?;
        Ok::<_, JsValue>((response.status(), body))
    };
    match fetch.await {
        Ok((200, body)) => Ok(body),
        Ok(_) => Err(AppError::NotFound),
        Err(_) => Err(AppError::Offline),
    }
}

async fn send(path: &str, fields: &str) -> Result<Response, JsValue> {
    let headers = Headers::new()?;
    headers.set("Accept", "application/json")?;
    headers.set("Content-Type", "application/x-www-form-urlencoded")?;
    let request = RequestInit::new();
    request.set_method("POST");
    request.set_headers(&headers);
    request.set_body(&JsValue::from_str(fields));
    let sent = leptos::prelude::window().fetch_with_str_and_init(path, &request);
    JsFuture::from(sent).await?.dyn_into()
}

async fn bytes(response: &Response) -> Result<Vec<u8>, JsValue> {
    Ok(Uint8Array::new(&JsFuture::from(response.array_buffer()?).await?).to_vec())
}
