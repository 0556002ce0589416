//! Mentors of a programme, one mentor's profile, and one's own.

mod browse;
mod own;

pub use browse::{load_directory, load_mentor};
pub use own::{edit_profile, load_profile};
