//! The use cases on a real database, one database a test.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may stop where something is not as it must be"
)]

mod account;
mod board;
mod cast;
mod demo;
mod directory;
mod fairness;
mod house;
mod import;
mod mail;
mod mentorship;
mod people;
mod programme;
mod progress;
mod smtp;
mod together;
mod world;
