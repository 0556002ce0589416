//! The server as it is deployed: the real router, a real database, real sockets.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may stop where something is not as it must be"
)]

mod house;
mod killed;
mod live;
mod matching_cli;
mod rights;
mod security;
mod tidy;
