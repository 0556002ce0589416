//! The use cases on a real database, one database a test.

mod directory;
mod house;
mod mentorship;
mod progress;
mod world;
