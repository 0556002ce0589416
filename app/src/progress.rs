//! A programme as its coordinators watch it: figures that move, and the list behind each.

pub mod api;
mod list_page;
mod page;

pub use list_page::ProgressListPage;
pub use page::ProgressPage;

use domain::progress::Outline;
use domain::text::mentorship as words;

/// "Nia Abebe and Oskar Berg".
fn names(outline: &Outline) -> String {
    let mut names: Vec<&str> = outline.members.iter().map(|(person, _)| person.name.as_str()).collect();
    match (names.pop(), names.is_empty()) {
        (Some(last), false) => words::and(names.join(", "), last),
        (Some(only), true) => only.to_owned(),
        (None, _) => String::new(),
    }
}
