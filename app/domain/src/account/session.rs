//! How long a browser stays signed in.

use crate::Instant;

/// A session that nobody used for so many days has ended.
pub const IDLE_DAYS: i64 = 30;
/// A session ends after so many days, however busy it is.
pub const LONGEST_DAYS: i64 = 90;
/// The use of a session is noted at most this often, so that reading a page does not write.
pub const NOTE_EVERY_SECONDS: i64 = 5 * 60;

/// The dates of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Session {
    pub began: Instant,
    pub last_seen: Instant,
    pub ended: Option<Instant>,
}

impl Session {
    /// Whether the session lets its holder in at `now`.
    pub fn is_open(&self, now: Instant) -> bool {
        self.ended.is_none()
            && now < self.last_seen.plus_days(IDLE_DAYS)
            && now < self.began.plus_days(LONGEST_DAYS)
    }

    /// Whether it is time to note that the session was used.
    pub fn is_due(&self, now: Instant) -> bool {
        now >= self.last_seen.plus_seconds(NOTE_EVERY_SECONDS)
    }
}
