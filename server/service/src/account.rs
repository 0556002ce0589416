//! Use cases of this noun.

use crate::Service;
use crate::error::Result;
use domain::{Actor, SessionId};
use std::sync::Arc;

/// Who is behind a session token; none where it is unknown, expired or revoked.
pub async fn resume(_service: &Arc<Service>, _token: &str) -> Result<Option<(SessionId, Actor)>> {
    Ok(None)
}

/// The person behind a session, with their roles as they are now; none where it has ended.
pub async fn still_signed_in(_service: &Arc<Service>, _session: SessionId) -> Result<Option<Actor>> {
    Ok(None)
}
