//! Lists of people: uploaded, looked at, confirmed.
//!
//! The upload is a plain form to a route of the server, as server functions carry no files; everything after it is
//! server functions that also work as plain forms.

mod api;
mod columns;
mod found;
mod step_page;
mod upload_page;

pub use step_page::ImportStepPage;
pub use upload_page::ImportPage;
