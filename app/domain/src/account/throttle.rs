//! How often somebody may try a password, and how long they wait after that.
//!
//! Failures of the last quarter of an hour count, per account (also one that does not exist, so that both answer the
//! same) and per network address. After the free ones the wait doubles up to a quarter of an hour. Nobody is locked
//! out for longer than that, whoever tries in their name, and a reset by mail opens the door meanwhile.

use crate::Instant;

/// Attempts older than this are forgotten.
pub const WINDOW_SECONDS: i64 = 15 * 60;

/// How many attempts are free, and the wait in seconds after the first that is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    pub free: usize,
    pub first_wait: i64,
}

/// Failed passwords for one account: a person mistypes three or four times.
pub const PER_ACCOUNT: Limit = Limit { free: 5, first_wait: 30 };
/// Failed passwords from one address: a whole office can stand behind one.
pub const PER_ADDRESS: Limit = Limit { free: 50, first_wait: 30 };
/// Reset mails for one recipient, so that nobody's mailbox is filled by somebody else.
pub const PER_RECIPIENT: Limit = Limit { free: 3, first_wait: 5 * 60 };

/// The seconds until the next attempt is allowed; none where it is allowed at `now`.
///
/// `attempts` are the moments of those that count against the limit, in any order.
pub fn wait(limit: Limit, attempts: &[Instant], now: Instant) -> Option<i64> {
    let since = now.plus_seconds(-WINDOW_SECONDS);
    let recent = attempts.iter().filter(|at| **at > since);
    let count = recent.clone().count();
    let latest = recent.max()?;
    let over = count.checked_sub(limit.free)?;
    let doubled = i64::try_from(over).unwrap_or(i64::MAX).min(16);
    let pause = (limit.first_wait << doubled).min(WINDOW_SECONDS);
    let left = latest.plus_seconds(pause).0 - now.0;
    (left > 0).then(|| (left + 999) / 1000)
}
