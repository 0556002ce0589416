//! The plan, one mentee after the other.
//!
//! Owns the order of the work: successive shortest augmenting paths (Jonker and Volgenant, *Computing* 38,
//! 1987; Ahuja, Magnanti and Orlin, section 12.4) on a transportation problem with capacities on both sides.
//! A mentee enters with the lowest price that respects every arc, then asks for its places one by one. After
//! each request the plan is the best for all that was asked for so far, so after the last one it is the best.
//!
//! A mentee whose price has fallen to 0 stops asking: by the third condition of the crate's first page a
//! price of 0 is right whether or not the capacity is used up. The same condition is why nobody who gave a
//! place up has to be asked again.
//!
//! # Complexity and limits
//!
//! A request either adds a pair to its mentee's row or is the row's last, so there are at most as many as
//! mentees plus arcs, and with capacities of one just one for each mentee. The worst case is
//! O(mentees · (arcs + people · log people)); where mentors are not much contested it is near-linear in the
//! arcs. Memory is linear in arcs and people. Where everybody values mentors in the same order (worth =
//! quality · need, "Machol and Wien"), searches are long; epsilon scaling is the known remedy. It would set
//! prices before the loop in [`assign`].

use crate::network::Network;
use crate::search::Search;
use crate::{Case, Plan, Price};

pub(crate) fn assign(network: Network) -> Plan {
    let mentees = network.mentees.len();
    let mut search = Search::new(network);
    for mentee in 0..mentees {
        let label = search.label(mentee);
        search.price[label] = entry_price(&search, mentee);
        let mut asked = 0;
        while asked < search.network.mentees[mentee] && search.price[label] > 0 {
            search.place(mentee);
            asked += 1;
        }
    }
    plan(&search)
}

/// What the best of the mentee's arcs is worth at the mentors' present prices. Pinned arcs are settled.
fn entry_price(search: &Search, mentee: usize) -> i64 {
    let network = &search.network;
    network
        .row(mentee)
        .filter(|&arc| !search.taken[arc])
        .map(|arc| network.arc_worth[arc] - search.price[network.arc_mentor[arc] as usize])
        .fold(0, i64::max)
}

fn plan(search: &Search) -> Plan {
    let network = &search.network;
    let chosen = || (0..network.arc_worth.len()).filter(|&arc| search.taken[arc]);
    let (mentors, mentees) = search.price.split_at(network.mentors.len());
    Plan {
        pairs: chosen().map(|arc| (network.arc_mentee[arc], network.arc_mentor[arc])).collect(),
        total: chosen().map(|arc| network.fit(arc)).sum(),
        gap: Price::ZERO,
        cases: vec![Case {
            closed: vec![],
            open: vec![],
            mentees: mentees.iter().map(|&price| network.price(price)).collect(),
            mentors: mentors.iter().map(|&price| network.price(price)).collect(),
        }],
    }
}
