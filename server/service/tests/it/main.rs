//! The use cases on a real database, one database a test.

mod account;
mod house;
mod mail;
mod people;
mod smtp;
