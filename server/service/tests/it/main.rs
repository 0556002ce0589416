//! The use cases on a real database.

mod directory;
mod mentorship;
mod progress;
mod world;
