//! The one place that asks for the time, for ids and for randomness. Tests bring their own clock.

use domain::Instant;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use uuid::Uuid;

/// Where time comes from.
#[derive(Clone, Debug)]
pub enum Clock {
    /// The machine's clock.
    System,
    /// A clock that a test moves; milliseconds since 1970.
    Fixed(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that stands at `now` until it is moved.
    pub fn fixed(now: Instant) -> Self {
        Self::Fixed(Arc::new(AtomicI64::new(now.0)))
    }

    /// The present moment.
    pub fn now(&self) -> Instant {
        match self {
            #[expect(clippy::disallowed_methods, reason = "this is the one place")]
            Self::System => Instant(chrono::Utc::now().timestamp_millis()),
            Self::Fixed(now) => Instant(now.load(Ordering::SeqCst)),
        }
    }

    /// Moves a fixed clock on; the machine's clock cannot be moved.
    pub fn advance(&self, seconds: i64) {
        if let Self::Fixed(now) = self {
            now.fetch_add(seconds * 1000, Ordering::SeqCst);
        }
    }
}

/// A new id, version 7: sorts by age.
pub fn new_uuid() -> Uuid {
    #[expect(clippy::disallowed_methods, reason = "this is the one place")]
    Uuid::now_v7()
}

/// 256 random bits, for tokens.
///
/// # Errors
/// Where the operating system has no randomness to give.
pub fn new_secret() -> Result<[u8; 32], getrandom::Error> {
    let mut secret = [0; 32];
    #[expect(clippy::disallowed_methods, reason = "this is the one place")]
    getrandom::fill(&mut secret)?;
    Ok(secret)
}
