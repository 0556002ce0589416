//! What the pages ask of the server.

use crate::error::AppError;
use domain::progress::{ListPage, Listing, WatchPage};
use leptos::prelude::*;

/// The figures of a programme, for its coordinators.
#[server]
pub async fn load_progress(programme: String) -> Result<WatchPage, AppError> {
    let cx = crate::request::context()?;
    Ok(service::progress::load_progress(&cx, &programme).await?)
}

/// One page of the list behind a figure, for coordinators.
#[server]
pub async fn load_progress_list(
    programme: String,
    listing: Listing,
    page: u64,
) -> Result<ListPage, AppError> {
    let cx = crate::request::context()?;
    Ok(service::progress::load_progress_list(&cx, &programme, listing, page).await?)
}
