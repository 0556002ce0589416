//! Hosts Trellis: router, sessions, live streams, configuration, command line. Refuses rules and SQL.

pub mod cli;
pub mod config;
pub mod fits;
pub mod host;
pub mod import_upload;
pub mod live;
pub mod plain_form;
pub mod plan_files;
pub mod router;
pub mod security;
pub mod session;
