//! The residual graph between mentors, hub and mentees with several places, each edge the cheapest mover's.

use crate::arcs::Arcs;
use crate::market::Market;

/// Calls `edge(from, to, cost)` for every step that `search` could take, the mentees with one place left out.
pub(super) fn each_edge(arcs: &Arcs, market: &Market, mut edge: impl FnMut(usize, usize, i64)) {
    let hub = market.hub();
    for mentor in 0..hub {
        let (price, load) = (market.price[mentor], market.held[mentor].len());
        if market.is_free(mentor) {
            edge(mentor, hub, (market.floor - price).max(0));
        }
        if load > market.least[mentor] as usize {
            edge(hub, mentor, price - market.floor);
        }
        for &mentee in market.held[mentor].iter().filter(|mentee| market.several_of(**mentee).is_none()) {
            let worth = market.own[mentee as usize] - price;
            if market.needed[mentee as usize] == 0 {
                edge(mentor, hub, worth - market.alone_now());
            }
            moves(arcs, market, mentee, mentor, worth, &mut edge);
        }
    }
    for &mentee in &market.held[hub] {
        moves(arcs, market, mentee, hub, market.alone_now(), &mut edge);
    }
    for (at, one) in market.several.iter().enumerate() {
        let node = hub + 1 + at;
        for &(mentor, fit) in &one.taken {
            edge(mentor as usize, node, fit - market.price[mentor as usize] - one.price);
        }
        if one.taken.len() > market.needed[one.mentee as usize] as usize {
            edge(node, hub, one.price - market.alone_now());
        }
        if one.taken.len() < market.wanted[one.mentee as usize] as usize {
            edge(hub, node, market.alone_now() - one.price);
        }
        arcs.each(one.mentee as usize, |mentor, fit| {
            if !one.pinned.contains(&mentor) && !one.taken.iter().any(|taken| taken.0 == mentor) {
                edge(node, mentor as usize, one.price - (fit - market.price[mentor as usize]));
            }
        });
    }
}

fn moves(
    arcs: &Arcs,
    market: &Market,
    mentee: u32,
    from: usize,
    worth: i64,
    edge: &mut impl FnMut(usize, usize, i64),
) {
    arcs.each(mentee as usize, |mentor, fit| {
        if mentor as usize != from {
            edge(from, mentor as usize, worth - (fit - market.price[mentor as usize]));
        }
    });
}
