//! The use cases on a real database, one database a test.

mod account;
mod board;
mod cast;
mod demo;
mod directory;
mod house;
mod import;
mod mail;
mod mentorship;
mod people;
mod programme;
mod progress;
mod smtp;
mod world;
