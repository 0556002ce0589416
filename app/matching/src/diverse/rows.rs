//! The best few mentors of each mentee at the potentials of some earlier moment, and a bound on all the others.
//!
//! What entering at a mentor is worth is a pair's worth and the potential there. Potentials only fall, so what a list
//! says is an upper bound for ever: whoever reads it may stop where the bound says that nothing further matters, and
//! only where the rest itself would matter is the row read again, as in `shortlist`. A list also holds the mentors that the
//! mentee has, for they may be given up later. (Without lists, 4,998 mentees by 1,666 mentors with four
//! groups took two to four times as long.)

use super::network::Network;

/// How many entries a list has.
const WIDTH: usize = 32;

#[derive(Clone, Copy)]
pub(super) struct Entry {
    /// What it was worth when the list was made.
    pub(super) key: i128,
    pub(super) worth: i128,
    pub(super) mentor: u32,
}

#[derive(Default)]
pub(super) struct List {
    /// The highest key first.
    pub(super) entries: Vec<Entry>,
    /// No key outside of the list was higher; none where there is nothing outside.
    pub(super) rest: Option<i128>,
}

impl List {
    /// A list that is still to be made.
    pub(super) fn unmade() -> List {
        List { entries: vec![], rest: Some(i128::MAX / 2) }
    }

    /// Makes the list at present potentials, and shows `each` all of the row.
    pub(super) fn make(&mut self, network: &Network, mentee: usize, mut each: impl FnMut(&Entry)) {
        let entries_of = network.entries_of(mentee);
        let arcs = &network.problem.arcs;
        let scale = i128::from(arcs.scale);
        let none = network.worth(0);
        self.entries.clear();
        arcs.each(mentee, |mentor, units| {
            let worth = none + i128::from(units) * scale;
            let key = worth + network.potential[entries_of[mentor as usize] as usize];
            let entry = Entry { key, worth, mentor };
            each(&entry);
            self.entries.push(entry);
        });
        let falling = |entry: &Entry| (std::cmp::Reverse(entry.key), entry.mentor);
        self.rest = None;
        if self.entries.len() > WIDTH {
            let (_, next, _) = self.entries.select_nth_unstable_by_key(WIDTH, falling);
            self.rest = Some(next.key);
            self.entries.truncate(WIDTH);
            self.entries.shrink_to(WIDTH);
        }
        self.entries.sort_unstable_by_key(falling);
    }
}
