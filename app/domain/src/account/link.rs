//! Links that arrive by mail and open a door once.

use super::Refusal;
use crate::Instant;
use crate::word::words;

words! {
    /// What a link is for.
    pub enum Purpose { Invitation = "invitation", Reset = "reset" }
}

impl Purpose {
    /// When a link made at `now` stops working: an invitation survives a holiday, a reset a slow mail server.
    pub fn expires(self, now: Instant) -> Instant {
        match self {
            Self::Invitation => now.plus_days(14),
            Self::Reset => now.plus_seconds(60 * 60),
        }
    }
}

/// A link as the rules see it: what it opens and its dates, never its secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    pub purpose: Purpose,
    pub expires: Instant,
    pub used: Option<Instant>,
}

impl Link {
    /// A new link.
    pub fn new(purpose: Purpose, now: Instant) -> Self {
        Self { purpose, expires: purpose.expires(now), used: None }
    }

    /// Whether the link still opens the door of `purpose`. From the moment of its expiry on it does not.
    ///
    /// # Errors
    /// [`Refusal::LinkUnknown`], [`Refusal::LinkUsed`] before [`Refusal::LinkExpired`]: who has used a link needs to
    /// hear that, however long ago it was.
    pub fn usable(&self, purpose: Purpose, now: Instant) -> Result<(), Refusal> {
        if self.purpose != purpose {
            return Err(Refusal::LinkUnknown);
        }
        if self.used.is_some() {
            return Err(Refusal::LinkUsed { purpose });
        }
        if now >= self.expires {
            return Err(Refusal::LinkExpired { purpose });
        }
        Ok(())
    }
}
