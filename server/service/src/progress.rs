//! Use cases of this noun.

use crate::Context;
use crate::error::Result;
use domain::ProgrammeId;
use serde_json::Value;

/// The coalesced figures of a programme.
pub(crate) async fn figures(_cx: &Context, _programme: ProgrammeId) -> Result<Value> {
    Ok(Value::Null)
}
