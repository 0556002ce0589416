//! The use cases on a real database, one database a test.

mod account;
mod board;
mod directory;
mod house;
mod mail;
mod mentorship;
mod people;
mod progress;
mod smtp;
mod world;
