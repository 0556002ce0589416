//! Scores as people write them: integers, or decimals of at most six places. No floating point is involved.

use std::fmt;
use std::str::FromStr;

/// The most decimal places that a score may have.
pub const MOST_PLACES: u32 = 6;

/// A number with a fixed point: `units` of `10^-places`, with no more places than it needs. One number has one
/// such form, so equal numbers are equal values.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Decimal {
    pub units: i64,
    pub places: u32,
}

/// Why a text is no [`Decimal`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotDecimal {
    Malformed,
    Overflow,
}

impl Decimal {
    /// A number of units of `10^-places`; zeros at the end are dropped.
    pub fn new(mut units: i64, mut places: u32) -> Decimal {
        while places > 0 && units % 10 == 0 {
            units /= 10;
            places -= 1;
        }
        Decimal { units, places }
    }

    /// This number in units of `10^-places`, if it has no more places than that and is not too large.
    pub fn units_at(self, places: u32) -> Option<i64> {
        self.units.checked_mul(10_i64.checked_pow(places.checked_sub(self.places)?)?)
    }

    /// The nearest floating-point number, for readers that know no other.
    pub fn to_f64(self) -> f64 {
        self.units as f64 / 10_f64.powi(self.places as i32)
    }
}

impl FromStr for Decimal {
    type Err = NotDecimal;

    fn from_str(text: &str) -> Result<Decimal, NotDecimal> {
        let (negative, digits) = match text.as_bytes() {
            [b'-', digits @ ..] => (true, digits),
            [b'+', digits @ ..] => (false, digits),
            digits => (false, digits),
        };
        let (mut units, mut places, mut point, mut any) = (0_i64, 0, false, false);
        for &byte in digits {
            match byte {
                b'0'..=b'9' => {
                    let digit = i64::from(byte - b'0');
                    let next = units.checked_mul(10);
                    // Counted downwards where negative, as the least number has no positive twin.
                    let next = next.and_then(|it| it.checked_add(if negative { -digit } else { digit }));
                    units = next.ok_or(NotDecimal::Overflow)?;
                    places += u32::from(point);
                    any = true;
                }
                b'.' if !point => point = true,
                _ => return Err(NotDecimal::Malformed),
            }
        }
        if !any || places > MOST_PLACES {
            return Err(NotDecimal::Malformed);
        }
        Ok(Decimal::new(units, places))
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = 10_u64.pow(self.places);
        let sign = if self.units < 0 { "-" } else { "" };
        let (whole, rest) = (self.units.unsigned_abs() / unit, self.units.unsigned_abs() % unit);
        match self.places as usize {
            0 => write!(to, "{sign}{whole}"),
            width => write!(to, "{sign}{whole}.{rest:0width$}"),
        }
    }
}
