//! Who am I?

use super::Viewer;
use crate::error::AppError;
use leptos::prelude::*;

/// Who looks at the pages. For everybody, also signed out.
#[server]
pub async fn load_viewer() -> Result<Viewer, AppError> {
    Ok(crate::request::viewer())
}
