//! A number that a goal is measured in: exact, with at most three decimals.

use crate::Problem;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A measured number in thousandths, so that what is shown is what was typed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Amount(pub i64);

impl Amount {
    /// The largest amount, up and down.
    pub const MOST: i64 = 1_000_000_000_000;

    /// Reads "4", "-2.5" or "2,5". A comma before exactly three digits is refused, as it could be either sign.
    pub fn read(text: &str) -> Result<Self, Problem> {
        let text = text.trim();
        let (negative, digits) = match text.strip_prefix(['-', '\u{2212}']) {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (whole, part) = match digits.split_once(['.', ',']) {
            Some((_, part)) if digits.contains(',') && part.len() == 3 => return Err(Problem::NotANumber),
            Some((whole, part)) if !part.is_empty() && part.len() <= 3 => (whole, part),
            Some(_) => return Err(Problem::NotANumber),
            None => (digits, ""),
        };
        let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !all_digits(whole) || !all_digits(part) {
            return Err(Problem::NotANumber);
        }
        let too_far = Problem::OutOfRange { least: -Self::MOST, most: Self::MOST };
        let whole: i64 = whole.parse().ok().filter(|number| *number <= Self::MOST).ok_or(too_far)?;
        let part: i64 = format!("{part:0<3}").parse().map_err(|_| Problem::NotANumber)?;
        let thousandths = whole * 1000 + part;
        Ok(Self(if negative { -thousandths } else { thousandths }))
    }

    /// From a column that holds a floating number; nearest thousandth.
    pub fn from_f64(number: f64) -> Self {
        let most = Self::MOST as f64;
        Self((number.clamp(-most, most) * 1000.0).round() as i64)
    }

    /// For a column that holds a floating number.
    pub fn to_f64(self) -> f64 {
        self.0 as f64 / 1000.0
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, part) = (self.0.unsigned_abs() / 1000, self.0.unsigned_abs() % 1000);
        let sign = if self.0 < 0 { "-" } else { "" };
        match part {
            0 => write!(f, "{sign}{whole}"),
            _ => write!(f, "{sign}{whole}.{}", format!("{part:03}").trim_end_matches('0')),
        }
    }
}
