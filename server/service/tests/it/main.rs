//! The use cases on a real database, one database a test.
