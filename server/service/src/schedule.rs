//! What happens by itself: what was planned is published, proposals run out, and what is no longer needed is deleted.
//!
//! On several nodes each runs it; every step is harmless when it is done twice.

use crate::{Context, Service, account, import, proposal};
use std::sync::Arc;
use std::time::Duration;
use tokio_util::sync::CancellationToken;

const EVERY: Duration = Duration::from_secs(10 * 60);
/// What people have set a time for comes within so much of it.
const SOON: Duration = Duration::from_secs(10);

/// Runs at the start and every so often after, until `stop`.
pub async fn run(service: Arc<Service>, stop: CancellationToken) {
    let mut due = tokio::time::interval(EVERY);
    let mut soon = tokio::time::interval(SOON);
    loop {
        tokio::select! {
            () = stop.cancelled() => return,
            _ = due.tick() => sweep(&service).await,
            _ = soon.tick() => {
                if let Err(cause) = proposal::publish_due(&service).await {
                    tracing::warn!(%cause, "what was planned could not be published; it is tried again");
                }
            }
        }
    }
}

async fn sweep(service: &Arc<Service>) {
    if let Err(cause) = account::sweep(service).await {
        tracing::warn!(%cause, "what has run out could not be swept away");
    }
    if let Err(cause) = proposal::expire_due(service).await {
        tracing::warn!(%cause, "proposals that have run out could not be closed");
    }
    let cx = Context::system(service.clone());
    if let Err(cause) = import::purge_imports(&cx, cx.new_id()).await {
        tracing::warn!(%cause, "lists that nobody confirmed could not be deleted");
    }
}
