//! A good start: most mentees placed by bidding, before the first search.
//!
//! Owns the augmenting row reduction of Jonker and Volgenant (*Computing* 38, 1987), that is, an auction without
//! a least increment (Bertsekas 1981), carried over to mentors with several places. Refuses to be exact: it may
//! stop at any moment, and `assign` goes on from there. That is why it may have a budget.
//!
//! A mentee looks at its best and second-best mentor at present prices and offers the best one the price at which
//! it would not mind the second. A mentor with a free place accepts at the present price. A full one now has one
//! offer too many: the lowest leaves, and **becomes the price**. (Raising the price to the new offer, as with
//! single places, would be too much for the other mentees there; the lowest of all is one that everybody who
//! stays has agreed to.) Going unmatched counts as one more mentor, worth 0 and always free.
//!
//! After every step the conditions that `search` needs are true: prices only rise, so a second best only gets
//! worse and an old offer stays a safe one; a price above 0 stands only at full mentors; who is placed is at its
//! best mentor. Without a least increment two equal offers could chase each other for ever, hence the budget of
//! [`BIDS_PER_MENTEE`]. One bid is one row: O(budget · arcs) in all.
//!
//! Mentees with several places do not bid: an offer against the second best says nothing when one wants both.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};

use crate::network::{BIDS_PER_MENTEE, Network};
use crate::search::Search;

/// By mentor, the offers of those placed there, the lowest first: what they would pay, and their arc.
type Offers = Vec<BinaryHeap<Reverse<(i64, usize)>>>;

/// Places whom it can, and tells by mentee whether it did.
pub(crate) fn open(search: &mut Search) -> Vec<bool> {
    let network = &search.network;
    let mut offers: Offers = network.mentors.iter().map(|_| BinaryHeap::new()).collect();
    let mut waiting: VecDeque<usize> =
        (0..network.mentees.len()).filter(|&mentee| network.mentees[mentee] == 1).collect();
    for _ in 0..waiting.len() * BIDS_PER_MENTEE {
        let Some(mentee) = waiting.pop_front() else { break };
        let Some((arc, offer)) = bid(search, &offers, mentee) else { continue };
        let mentor = search.network.arc_mentor[arc] as usize;
        offers[mentor].push(Reverse((offer, arc)));
        if offers[mentor].len() > search.network.mentors[mentor]
            && let Some(Reverse((lowest, loser))) = offers[mentor].pop()
        {
            search.price[mentor] = lowest;
            waiting.push_back(search.network.arc_mentee[loser] as usize);
        }
    }
    let mut placed = vec![false; search.network.mentees.len()];
    for (mentor, offers) in offers.into_iter().enumerate() {
        // Out of the heap in the order of the offers, which no detail of the heap can change.
        for Reverse((_, arc)) in offers.into_sorted_vec() {
            let mentee = search.network.arc_mentee[arc] as usize;
            let label = search.label(mentee);
            search.price[label] = search.network.arc_worth[arc] - search.price[mentor];
            search.taken[arc] = true;
            search.held[mentor].push(arc);
            placed[mentee] = true;
        }
    }
    placed
}

/// The arc to bid on and the most that it is worth to the mentee, or nothing where no mentor is.
fn bid(search: &Search, offers: &Offers, mentee: usize) -> Option<(usize, i64)> {
    let network: &Network = &search.network;
    let is_free = |arc: usize| {
        let mentor = network.arc_mentor[arc] as usize;
        offers[mentor].len() < network.mentors[mentor]
    };
    let (mut best, mut best_gain, mut second, mut second_gain) = (None, 0, None, 0);
    for arc in network.row(mentee) {
        let gain = network.arc_worth[arc] - search.price[network.arc_mentor[arc] as usize];
        if gain > second_gain && !search.taken[arc] {
            if gain > best_gain {
                (second, second_gain) = (best, best_gain);
                (best, best_gain) = (Some(arc), gain);
            } else {
                (second, second_gain) = (Some(arc), gain);
            }
        }
    }
    // Between two equally good mentors, a free one spares somebody else the move.
    if best_gain == second_gain
        && let Some(arc) = second.filter(|&arc| is_free(arc))
    {
        best = Some(arc);
    }
    best.map(|arc| (arc, network.arc_worth[arc] - second_gain))
}
