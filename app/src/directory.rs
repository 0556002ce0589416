//! Mentors as mentees find them, one mentor's profile, and one's own.

mod apart_forms;
pub mod api;
mod browse_page;
mod filters;
mod fit;
mod mentor_page;
mod profile_page;
mod told_form;
mod wishes;

pub use browse_page::DirectoryPage;
pub use mentor_page::MentorPage;
pub use profile_page::ProfilePage;

use domain::person::{Meeting, Seniority, Skill, Style};
use domain::text::directory as words;

/// "By video".
pub(crate) fn meeting(meeting: Meeting) -> &'static str {
    match meeting {
        Meeting::Video => words::by_video(),
        Meeting::InPerson => words::in_person(),
        Meeting::Either => words::either(),
    }
}

fn seniority(seniority: Seniority) -> &'static str {
    match seniority {
        Seniority::Junior => words::junior(),
        Seniority::Mid => words::mid(),
        Seniority::Senior => words::senior(),
        Seniority::Lead => words::lead_level(),
        Seniority::Executive => words::executive(),
    }
}

fn style(style: Style) -> &'static str {
    match style {
        Style::Direct => words::direct(),
        Style::Reflective => words::reflective(),
        Style::Structured => words::structured(),
        Style::Exploring => words::exploring(),
    }
}

/// "Rust", as skills are shown.
fn skill(skill: &Skill) -> String {
    domain::directory::shown(&skill.name)
}
