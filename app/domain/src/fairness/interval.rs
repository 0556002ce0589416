//! Figures with the interval in which chance alone could have moved them.

use super::cells::{Count, LEAST};
use serde::{Deserialize, Serialize};

/// The two-sided 95 % quantile of the normal distribution.
const Z: f64 = 1.959_964;

/// A part of a group in whole hundredths, with its 95 % interval rounded outwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    pub count: Count,
    pub of: u32,
    /// The hundredths; for a count that is not told exactly the least and the most that they can be.
    pub least: u8,
    pub most: u8,
    pub low: u8,
    pub high: u8,
}

impl Share {
    /// None where nothing is told, and for nobody at all.
    pub fn new(count: Count, of: u32) -> Option<Self> {
        let (least, most) = match count {
            _ if of == 0 => return None,
            Count::Exactly(some) => (some, some),
            Count::Most => (of.saturating_sub(LEAST - 1), of),
            Count::Few => (0, of.min(LEAST - 1)),
            Count::Hidden => return None,
        };
        let part = |some: u32| f64::from(some) * 100.0 / f64::from(of);
        Some(Self {
            count,
            of,
            least: part(least).round() as u8,
            most: part(most).round() as u8,
            low: wilson(least, of).0.floor() as u8,
            high: wilson(most, of).1.ceil() as u8,
        })
    }
}

/// Wilson's score interval in hundredths (Wilson, *Journal of the American Statistical Association* 22, 1927): unlike the
/// textbook's it is never empty and never beyond nobody or everybody.
fn wilson(some: u32, of: u32) -> (f64, f64) {
    let (n, z2) = (f64::from(of), Z * Z);
    let p = f64::from(some) / n;
    let middle = (p + z2 / (2.0 * n)) / (1.0 + z2 / n);
    let reach = Z / (1.0 + z2 / n) * (p * (1.0 - p) / n + z2 / (4.0 * n * n)).sqrt();
    let low = if some == 0 { 0.0 } else { 100.0 * (middle - reach) };
    let high = if some == of { 100.0 } else { 100.0 * (middle + reach) };
    (low.clamp(0.0, 100.0 * p), high.clamp(100.0 * p, 100.0))
}

/// A mean with its 95 % interval, in the unit of what it is the mean of, rounded outwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mean {
    pub value: i64,
    pub low: i64,
    pub high: i64,
}

impl Mean {
    /// Of [`LEAST`] and more that lie between `least` and `most`; none of fewer. Sums are whole numbers, so the order
    /// does not matter.
    pub fn new(of: &[i64], least: i64, most: i64) -> Option<Self> {
        if of.len() < LEAST as usize {
            return None;
        }
        let n = of.len() as f64;
        let sum: i128 = of.iter().map(|one| i128::from(*one)).sum();
        let squares: i128 = of.iter().map(|one| i128::from(*one) * i128::from(*one)).sum();
        let mean = sum as f64 / n;
        // n Σx² − (Σx)² is exact; dividing it first would lose what small differences are.
        let spread = (of.len() as i128 * squares - sum * sum) as f64 / (n * (n - 1.0));
        let reach = student(n - 1.0) * (spread / n).sqrt();
        let within = |bound: f64| (bound as i64).clamp(least, most);
        let value = mean.round() as i64;
        let (low, high) = (within((mean - reach).floor()), within((mean + reach).ceil()));
        Some(Self { value, low: low.min(value), high: high.max(value) })
    }
}

/// The two-sided 95 % quantile of Student's distribution with `free` degrees of freedom, from 4 on to within a hundredth:
/// the expansion in powers of `1 / free` (Abramowitz and Stegun, 26.7.5).
fn student(free: f64) -> f64 {
    let z = Z;
    let (z3, z5, z7) = (z.powi(3), z.powi(5), z.powi(7));
    z + (z3 + z) / (4.0 * free)
        + (5.0 * z5 + 16.0 * z3 + 3.0 * z) / (96.0 * free.powi(2))
        + (3.0 * z7 + 19.0 * z5 + 17.0 * z3 - 15.0 * z) / (384.0 * free.powi(3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn intervals_are_those_of_the_tables() {
        for (some, of, low, high) in [(0, 10, 0, 28), (5, 10, 23, 77), (10, 10, 72, 100), (81, 263, 25, 37)] {
            let share = Share::new(Count::Exactly(some), of).unwrap();
            assert_eq!((share.low, share.high), (low, high), "{some} of {of}");
        }
        for (free, table) in [(4.0, 2.776), (5.0, 2.571), (9.0, 2.262), (30.0, 2.042), (1000.0, 1.962)] {
            assert!((student(free) - table).abs() < 0.01, "{free}: {}", student(free));
        }
        let mean = Mean::new(&[10, 20, 30, 40, 50], 0, 100).unwrap();
        assert_eq!(mean, Mean { value: 30, low: 10, high: 50 }, "30 ± 2.776 · √50");
        assert_eq!(Mean::new(&[1; 4], 0, 100), None);
    }
}
