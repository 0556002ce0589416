//! The organisation's people.

pub mod api;
mod invite_form;
mod people_page;
mod person_row;

pub use invite_form::{InviteAnswer, InviteForm};
pub use people_page::PeoplePage;
