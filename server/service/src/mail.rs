//! The outbox.

use crate::Service;
use std::future::Future;
use std::sync::Arc;
use tokio_util::sync::CancellationToken;

/// Sends queued mails until `stop`.
pub fn deliver(_service: Arc<Service>, stop: CancellationToken) -> impl Future<Output = ()> {
    async move { stop.cancelled().await }
}
