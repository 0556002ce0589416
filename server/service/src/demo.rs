//! The cast and the demo programme.

use crate::Context;
use crate::error::Result;

/// Loads the demo where the database is empty.
///
/// # Errors
/// Where the database holds real people.
pub async fn load(_cx: &Context) -> Result<()> {
    Ok(())
}
