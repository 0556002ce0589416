//! The server as it is deployed: the real router, a real database, real sockets.

mod house;
mod killed;
mod live;
mod rights;
mod security;
mod tidy;
