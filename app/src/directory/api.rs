//! What the pages ask of the server.

use crate::error::AppError;
use domain::choice::{Named, Wish};
use domain::directory::{DirectoryPage, Filter, MentorPage, OwnProfile, ProfileForm};
use domain::fairness::Told;
use domain::{CommandId, ParticipationId};
use leptos::prelude::*;

#[cfg(feature = "ssr")]
use domain::fairness::TellForm;

/// One page of the mentors of a programme, for its participants and coordinators.
#[server]
pub async fn load_directory(
    programme: String,
    #[server(default)] filter: Filter,
) -> Result<DirectoryPage, AppError> {
    let cx = crate::request::context()?;
    Ok(service::directory::load_directory(&cx, &programme, filter).await?)
}

/// One mentor, as far as the asker may see.
#[server]
pub async fn load_mentor(programme: String, mentor: ParticipationId) -> Result<MentorPage, AppError> {
    let cx = crate::request::context()?;
    Ok(service::directory::load_mentor(&cx, &programme, mentor).await?)
}

/// One's own profile.
#[server]
pub async fn load_profile() -> Result<OwnProfile, AppError> {
    let cx = crate::request::context()?;
    Ok(service::directory::load_profile(&cx).await?)
}

/// Changes one's own profile; `seen` is the revision that the form was filled from.
#[server]
pub async fn edit_profile(command_id: CommandId, seen: i64, form: ProfileForm) -> Result<i64, AppError> {
    let cx = crate::request::context()?;
    Ok(service::directory::edit_profile(&cx, command_id, seen, form).await?)
}

/// Says something of oneself for fairness, or takes it back; what is kept now.
#[server]
pub async fn tell_fairness(
    command_id: CommandId,
    programme: String,
    question: String,
    #[server(default)] choice: String,
    #[server(default)] figures: String,
    #[server(default)] matching: String,
    #[server(default)] comparing: String,
) -> Result<Option<Told>, AppError> {
    let cx = crate::request::context()?;
    let form = TellForm { question, choice, figures, matching, comparing };
    Ok(service::fairness::tell(&cx, &programme, form, command_id).await?)
}

/// Puts a mentor at a place among one's wishes, from 1 on, or takes them off at 0; the wishes that are kept now.
#[server]
pub async fn wish_for(
    command_id: CommandId,
    programme: String,
    mentor: ParticipationId,
    place: usize,
) -> Result<Vec<Wish>, AppError> {
    let cx = crate::request::context()?;
    Ok(service::choice::wish_for(&cx, &programme, mentor, place, command_id).await?)
}

/// Keeps oneself apart from somebody, named by an address or an id, or no longer; from whom one is apart now.
#[server]
pub async fn keep_apart(
    command_id: CommandId,
    programme: String,
    who: String,
    apart: bool,
) -> Result<Vec<Named>, AppError> {
    let cx = crate::request::context()?;
    Ok(service::choice::keep_apart(&cx, &programme, &who, apart, command_id).await?)
}
