//! Single values as lists write them, in the languages of their authors.

mod number;
mod role;
mod word;

pub use number::{MOST_PLACES, capacity, experience, number};
pub use role::{roles, yes_or_no};
pub use word::{meeting, seniority, skill, style};
