//! What is answered: the pairs, what they sum to, and the proof that nothing better exists.

use crate::Who;
use std::ops::{Add, Neg, Sub};

/// The answer to a [`Problem`](crate::Problem).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// The pairs `(mentee, mentor)`, sorted, pins included.
    pub pairs: Vec<(u32, u32)>,
    /// The sum of the fits of these pairs.
    pub total: i64,
    /// By how much a better plan could at most be better: `Price::ZERO` where this one is proved the best,
    /// which is always so unless somebody `may_close` and branching was cut short.
    pub gap: Price,
    /// The proof, case by case: a single one unless somebody `may_close`.
    pub cases: Vec<Case>,
}

/// One price for each person; the crate's first page says what they prove.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Case {
    /// Of those who may close: who has nobody in this case, and who has at least the minimum. For the others the
    /// prices prove the bound either way. Sorted.
    pub closed: Vec<Who>,
    pub open: Vec<Who>,
    /// `u`, one for each mentee.
    pub mentees: Vec<Price>,
    /// `v`, one for each mentor.
    pub mentors: Vec<Price>,
}

/// What one more place at this person would add to the plan: `count` pairs and, after that, `fit`.
/// The order is lexicographic: the derived one, by `count` and then by `fit`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Price {
    pub count: i64,
    pub fit: i64,
}

impl Price {
    pub const ZERO: Price = Price { count: 0, fit: 0 };
}

impl Add for Price {
    type Output = Price;
    fn add(self, other: Price) -> Price {
        Price { count: self.count + other.count, fit: self.fit + other.fit }
    }
}

impl Sub for Price {
    type Output = Price;
    fn sub(self, other: Price) -> Price {
        Price { count: self.count - other.count, fit: self.fit - other.fit }
    }
}

impl Neg for Price {
    type Output = Price;
    fn neg(self) -> Price {
        Price { count: -self.count, fit: -self.fit }
    }
}

/// The fairest plan, with its proof.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FairPlan {
    /// The pairs `(mentee, mentor)`, sorted, pins included.
    pub pairs: Vec<(u32, u32)>,
    /// The sum of the fits of these pairs.
    pub total: i64,
    /// The prices in pairs, the first part of every price.
    pub count: Prices,
    /// The other parts, the lowest fits first; `fair` says what they prove.
    pub stages: Vec<Stage>,
}

/// A few levels of fit and the prices in them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stage {
    /// The lowest first.
    pub levels: Vec<Level>,
    pub prices: Prices,
}

/// What a pair of exactly this fit costs in its stage: more than all pairs of the stage's higher levels together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Level {
    pub fit: i64,
    pub weight: i64,
}

/// Who has a price other than 0, sorted by position.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prices {
    pub mentees: Vec<(u32, i64)>,
    pub mentors: Vec<(u32, i64)>,
}
