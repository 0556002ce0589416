//! What the pages of imports ask of the server.

use crate::error::AppError;
use domain::import::view::{Counts, ImportView, ImportsView, Progress};
use domain::{CommandId, ImportId};
use leptos::prelude::*;

#[cfg(feature = "ssr")]
use domain::import::view::ChoicesForm;

/// The programme's imports. For coordinators.
#[server]
pub async fn list_imports(slug: String) -> Result<ImportsView, AppError> {
    let cx = crate::request::context()?;
    Ok(service::import::list_imports(&cx, &slug).await?)
}

/// An uploaded list, and one page of the list behind one of its numbers. For coordinators.
#[server]
pub async fn load_import(
    slug: String,
    import: String,
    #[server(default)] shown: String,
    #[server(default)] page: usize,
) -> Result<ImportView, AppError> {
    let cx = crate::request::context()?;
    Ok(service::import::load_import(&cx, &slug, &import, shown.parse().ok(), page).await?)
}

/// What the columns hold and how the list is taken. For coordinators.
#[server]
pub async fn describe_import(
    command_id: CommandId,
    slug: String,
    import: ImportId,
    #[server(default)] fields: Vec<String>,
    #[server(default)] role: String,
    #[server(default)] overwrite: String,
    #[server(default)] full: String,
) -> Result<(), AppError> {
    let cx = crate::request::context()?;
    let choices = ChoicesForm { fields, role, overwrite, full };
    Ok(service::import::describe_import(&cx, command_id, &slug, import, choices).await?)
}

/// Stores the list. For coordinators.
#[server]
pub async fn confirm_import(
    command_id: CommandId,
    slug: String,
    import: ImportId,
    #[server(default)] skip_refused: bool,
) -> Result<Counts, AppError> {
    let cx = crate::request::context()?;
    Ok(service::import::confirm_import(&cx, command_id, &slug, import, skip_refused).await?)
}

/// Forgets the list. For coordinators.
#[server]
pub async fn cancel_import(command_id: CommandId, slug: String, import: ImportId) -> Result<(), AppError> {
    let cx = crate::request::context()?;
    service::import::cancel_import(&cx, command_id, &slug, import).await?;
    crate::request::go_to(&crate::path::import(&slug));
    Ok(())
}

/// How far storing the list is. For coordinators.
#[server]
pub async fn import_progress(slug: String, import: ImportId) -> Result<Option<Progress>, AppError> {
    let cx = crate::request::context()?;
    Ok(service::import::import_progress(&cx, &slug, import).await?)
}
