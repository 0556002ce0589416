//! The server as it is deployed: the real router, a real database, real sockets.

mod house;
mod security;
mod tidy;
