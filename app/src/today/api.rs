//! What the start page asks of the server.

use crate::error::AppError;
use domain::today::Today;
use leptos::prelude::*;

/// What waits for whoever asks.
#[server]
pub async fn load_today() -> Result<Today, AppError> {
    let cx = crate::request::context()?;
    Ok(service::today::load_today(&cx).await?)
}
