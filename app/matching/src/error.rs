//! Why a problem has no answer. Every variant names its culprit by position, so that the caller can say who
//! it is; this crate knows no words for it. Where several things are wrong, the lowest position is named, so
//! that the error too does not depend on the order of the arcs.

/// What is wrong with a [`Problem`](crate::Problem).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
    /// More pins than this mentee has capacity.
    MenteeOverpinned { mentee: u32 },
    /// More pins than this mentor has capacity.
    MentorOverpinned { mentor: u32 },
    /// The fit of this pair, the one furthest from zero, is too large for sums to be exact in 64 bits. Fits
    /// up to a million million are fine with a hundred thousand people on each side.
    Overflow { mentee: u32, mentor: u32 },
}
