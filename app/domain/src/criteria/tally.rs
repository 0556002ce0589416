//! The mean of the shares of a pair.

use super::share::Share;

/// The fit of a pair that is perfect in all that is known.
pub const FULL: i64 = 1_000_000;
/// The fit of a pair about which nothing is known: neither good nor bad.
pub const NEUTRAL: i64 = 500_000;

/// What the reasons of a pair add up to. Three sums lie side by side in one number, so that adding a reason is one
/// addition and a row of pairs a plain loop over numbers: the weighted shares in the low 32 bits, then 16 bits each for
/// the weight that is known and the weight that is missing. Nothing overflows: reasons of a programme are some dozen,
/// with weights of at most 255, doubled ones too, and shares of at most 1000.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally(u64);

impl Tally {
    /// What one reason of this weight adds.
    pub(super) fn of(weight: u8, share: Share) -> Self {
        let weight = u64::from(weight);
        match share {
            Share::Of(value) => Self(weight * u64::from(value) + (weight << 32)),
            Share::Missing(_) => Self(weight << 48),
        }
    }

    pub(super) fn add(&mut self, other: Self) {
        self.0 += other.0;
    }

    /// Takes back one of the reasons added before, and adds another in its place.
    pub(super) fn replace(&mut self, before: Self, now: Self) {
        self.0 = self.0 - before.0 + now.0;
    }

    /// The fit in millionths.
    ///
    /// What is missing is left out of the mean, but for up to a quarter of all weight, which counts as neutral:
    /// otherwise somebody who has answered next to nothing would fit everybody perfectly, and be placed first. All is
    /// counted in quarters, so that no rounding makes a heavier weight on something good lower the fit.
    pub(super) fn fit(self) -> i64 {
        let (sum, known, missing) = (self.0 & 0xffff_ffff, (self.0 >> 32) & 0xffff, self.0 >> 48);
        let neutral = (4 * missing).min(known + missing);
        let sum = 4 * sum * 1000 + neutral * NEUTRAL as u64;
        sum.checked_div(4 * known + neutral).map_or(NEUTRAL, |mean| mean as i64)
    }
}
