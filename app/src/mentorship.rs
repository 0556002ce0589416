//! People at work together: the list of one's mentorships, and the action plan that its members build.

pub mod api;
mod bench;
mod editor;
mod goal_card;
mod goal_form;
mod kept;
mod list_page;
mod outline;
mod page;
mod removed;
mod step_form;
mod step_row;
mod step_tools;

pub use list_page::MentorshipsPage;
pub use page::MentorshipPage;

use domain::mentorship::Member;
use domain::text::mentorship as words;

/// "Priya", "Priya and Nia", "Priya, Nia and Sam".
fn names<'a>(members: impl Iterator<Item = &'a Member>) -> String {
    let mut names: Vec<&str> = members.map(|member| member.person.name.as_str()).collect();
    match (names.pop(), names.is_empty()) {
        (Some(last), false) => words::and(names.join(", "), last),
        (Some(only), true) => only.to_owned(),
        (None, _) => String::new(),
    }
}
