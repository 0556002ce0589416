//! Why a problem has no answer. Every variant names its culprit by position, so that the caller can say who
//! it is; this crate knows no words for it. Where several things are wrong, the lowest position is named, so
//! that the error too does not depend on the order of the arcs.

use crate::Who;

/// What is wrong with a [`Problem`](crate::Problem).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Error {
    /// An arc or a pin names a mentee that is not there.
    UnknownMentee { mentee: u32 },
    /// An arc or a pin names a mentor that is not there.
    UnknownMentor { mentor: u32 },
    /// The same pair has two arcs.
    DoubledArc { mentee: u32, mentor: u32 },
    /// The same pair is pinned twice.
    DoubledPin { mentee: u32, mentor: u32 },
    /// A pair is pinned that has no arc, and so has no fit.
    UnknownPair { mentee: u32, mentor: u32 },
    /// A pair that is pinned cannot be blocked.
    PinBlocked { mentee: u32, mentor: u32 },
    /// Nobody could leave this mentor to make room for the pin.
    PinImpossible { mentee: u32, mentor: u32 },
    /// More pins than this mentee has capacity.
    MenteeOverpinned { mentee: u32 },
    /// More pins than this mentor has capacity.
    MentorOverpinned { mentor: u32 },
    /// This person's minimum is above their capacity.
    MinimumAboveCapacity { who: Who },
    /// The minimums of these mentors need `needed` pairs, but their mentees can give only `available`.
    TooFewMentees { mentors: Vec<u32>, needed: u64, available: u64 },
    /// The minimums of these mentees need `needed` pairs, but their mentors can give only `available`.
    TooFewMentors { mentees: Vec<u32>, needed: u64, available: u64 },
    /// The fit of this pair, the one furthest from zero, is too large for sums to be exact in 64 bits. Fits
    /// up to a million million are fine with a hundred thousand people on each side.
    Overflow { mentee: u32, mentor: u32 },
    /// A fair or a diverse plan cannot say what it would be worth to close this person.
    MayClose { who: Who },
    /// There is not one group, or none, for each mentee.
    WrongGroups,
    /// Another quota has the same scope and group.
    DoubledQuota { quota: u32 },
    /// This quota asks for more than it allows.
    QuotaContradicts { quota: u32 },
    /// The rewards of this quota are not in falling order, which would make the problem NP-hard.
    RewardsRise { quota: u32 },
    /// The rewards of this quota, the one with the largest, are too large for sums to be exact.
    RewardOverflow { quota: u32 },
    /// These quotas, with the minimums, capacities and pins between them, need `needed` pairs where only `available`
    /// are possible.
    QuotasImpossible { quotas: Vec<u32>, needed: u64, available: u64 },
    /// The table of arcs is for other numbers of people than the problem has.
    WrongTable,
    /// More people or arcs than 32 bits can count.
    TooLarge,
    /// A plan was handed over that is not one of this problem, or not the best one where it must be.
    ForeignPlan,
}
