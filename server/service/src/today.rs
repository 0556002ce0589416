//! Use cases of this noun.

use crate::Context;
use crate::error::Result;
use serde_json::Value;

/// What waits for the asker.
pub(crate) async fn figures(_cx: &Context) -> Result<Value> {
    Ok(Value::Null)
}
