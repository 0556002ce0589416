//! Use cases of this noun.

use crate::error::Result;
use crate::{Context, Error, Service};
use domain::MatchPlanId;
use domain::stream::Logged;
use serde_json::Value;
use std::sync::Arc;

/// Refuses whoever may not follow it.
pub(crate) async fn may_follow(_cx: &Context, _id: MatchPlanId) -> Result<()> {
    Err(Error::NotFound)
}

/// The rows that `events` touched, as they are now.
pub(crate) async fn frame_rows(
    _service: &Arc<Service>,
    _id: MatchPlanId,
    _events: &[Logged<Value>],
) -> Result<Value> {
    Ok(Value::Null)
}
