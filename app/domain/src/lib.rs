//! What Trellis knows about mentoring: people, programmes, rules, events and words.
//!
//! Everything here is a value. Nothing here waits, reads a clock, draws a random number, or knows of a database or a
//! browser; time, ids and randomness are arguments. The same code therefore decides on the server and previews in
//! the browser. Every noun has a file, and the same noun names its file in `service`, its folder in `app`, its style
//! sheet and its journey.

pub mod account;
pub mod actor;
pub mod board;
pub mod calendar;
pub mod choice;
pub mod criteria;
pub mod directory;
pub mod exchange;
pub mod fairness;
pub mod form;
pub mod id;
pub mod import;
pub mod introduction;
pub mod mail;
pub mod mentorship;
pub mod people;
pub mod person;
pub mod programme;
pub mod progress;
pub mod proposal;
pub mod refusal;
pub mod stream;
pub mod text;
pub mod today;
mod word;

pub use actor::{Actor, Role};
pub use calendar::{Date, Instant};
pub use form::{FieldError, Problem};
pub use id::*;
pub use refusal::Refusal;
