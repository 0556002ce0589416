//! The use cases on a real database.

mod cast;
mod demo;
mod directory;
mod mentorship;
mod programme;
mod progress;
mod world;
