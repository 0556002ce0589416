//! What happens: use cases on a real database.
//!
//! One file a noun, one function a use case; its first line says who may. Every write goes through
//! [`Context::change`]. Owns the entities and the event log; refuses HTTP, HTML and command lines.

pub mod account;
pub mod actor;
pub mod board;
mod change;
pub mod choice;
mod context;
pub mod database;
pub mod demo;
pub mod directory;
mod entity;
pub mod error;
pub mod event_log;
pub mod fairness;
pub mod hub;
pub mod import;
pub mod introduction;
pub mod live;
pub mod mail;
mod matter;
pub mod mentorship;
pub mod people;
pub mod presence;
pub mod programme;
pub mod progress;
pub mod proposal;
pub mod schedule;
mod scope;
pub mod source;
mod subject;
mod tie;
pub mod today;

pub use change::{Change, Opened};
pub use context::{Context, Service, Settings};
pub use error::{Error, Result};
pub use scope::Programme;
