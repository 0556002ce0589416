//! A good start: most mentees placed by bidding, before the first search.
//!
//! Owns two ways to bid, both carried over to mentors with several places, and refuses to be exact: either may stop
//! at any moment, and `settle` goes on from there. A mentee looks at the best and the second-best mentor at present
//! prices and offers the best one the price at which they would not mind the second. A mentor with a free place
//! accepts at the present price. A full one now has one offer too many: the lowest leaves, and **becomes the
//! price**. (Raising the price to the new offer, as with single places, would be too much for the others there; the
//! lowest of all is one that everybody who stays has agreed to.)
//!
//! - [`reduce`] is the augmenting row reduction of Jonker and Volgenant (*Computing* 38, 1987): an auction without
//!   a least increment (Bertsekas 1981), two rounds of it. Everybody placed is at a best mentor afterwards, and a
//!   price above the floor stands only at full mentors. On uniform fits it places 95 to 99.7 % of the mentees.
//! - [`scale`] is the auction with a least increment that is large first and then ever smaller (epsilon scaling:
//!   Bertsekas 1979, Goldberg and Kennedy 1995), for problems where many want the same mentors: there the first
//!   leaves more than a tenth of the mentees, each with a long search ahead. It goes down to an increment of one
//!   unit of fit, which is not enough to be exact (that would take fits multiplied by the number of people); those
//!   who are not exactly at a best mentor then leave again, and `settle` places them.
//!
//! Empty places bid too, for the cheapest mentors they can find: it is how the forward auction copes with more
//! places than mentees, where prices that rose too high would otherwise leave dear mentors empty (the usual
//! remedy, a second auction in reverse, needs the table by mentor as well). Where there are fewer places than mentees, so
//! many have to be alone as places are missing: they bid for that as for a mentor's place, and what it costs in the end says
//! by how much everybody else is dearer. (One search after the other would lift all prices for each of them.)

use crate::arcs::Arcs;
use crate::market::{Market, NOBODY};
use crate::shortlist::NEVER;
use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};

/// By mentor, and at last for being alone, the offers of those placed there, the lowest first: what they would pay, who,
/// and their fit.
struct Offers {
    standing: Vec<BinaryHeap<Reverse<(i64, u32, i64)>>>,
    /// So many have to be alone, and what that costs them.
    alone: u32,
    price: i64,
}

/// An empty place that bids.
const EMPTY: u32 = NOBODY;
/// Bids for each mentee in one round of [`reduce`], and in one step of [`scale`].
const FEW: usize = 4;
const MANY: usize = 200;
/// By how much the increment shrinks from one step to the next.
const SHRINK: i64 = 5;

impl Offers {
    fn new(market: &Market, alone: u32, price: i64) -> Offers {
        // No more than is needed, where there is one place: most of what a heap makes room for would be new memory.
        let heap = |&places: &u32| BinaryHeap::with_capacity(places.min(4) as usize);
        let all = market.places.iter().chain((alone > 0).then_some(&alone));
        Offers { standing: all.map(heap).collect(), alone, price }
    }

    /// Takes an offer; tells who leaves, and whether the price rose.
    fn take(
        &mut self,
        market: &mut Market,
        mentor: usize,
        offer: (i64, u32, i64),
        eager: bool,
    ) -> Option<(u32, bool)> {
        let offers = &mut self.standing[mentor];
        if offers.len() < market.places.get(mentor).copied().unwrap_or(self.alone) as usize {
            offers.push(Reverse(offer));
            return None;
        }
        let (beaten, leaves) = match offers.peek_mut() {
            Some(mut lowest) if lowest.0.0 < offer.0 => {
                let Reverse(left) = std::mem::replace(&mut *lowest, Reverse(offer));
                (left.0, left.1)
            }
            _ => (offer.0, offer.1),
        };
        let standing = offers.peek().map_or(beaten, |lowest| lowest.0.0);
        let price = if eager { standing } else { beaten };
        if mentor == market.hub() {
            self.price = self.price.max(price);
            return Some((leaves, true));
        }
        let rose = price > market.price[mentor];
        if rose {
            market.set_price(mentor, price);
        }
        Some((leaves, rose))
    }

    /// Whoever made an offer that stands is placed.
    fn settle(self, market: &mut Market) {
        for (mentor, offers) in self.standing.into_iter().enumerate() {
            let mut offers = offers.into_vec();
            offers.sort_unstable_by_key(|offer| offer.0.1);
            for Reverse((_, mentee, fit)) in offers {
                if mentee != EMPTY {
                    market.put(mentee, mentor, fit);
                }
            }
        }
    }
}

/// Places whom it can of `waiting`, who have one place each and may be alone. Returns the others.
pub(crate) fn reduce(arcs: &Arcs, market: &mut Market, mut waiting: Vec<u32>) -> Vec<u32> {
    let mut offers = Offers::new(market, 0, 0);
    let range = 2 * arcs.most() + 1;
    for _ in 0..2 {
        let mut budget = waiting.len() * FEW;
        let mut next = Vec::new();
        for first in waiting {
            let (mut mentee, mut last) = (first, usize::MAX);
            loop {
                let places = std::mem::take(&mut market.places);
                let rank = |mentor: usize| {
                    let free = offers.standing[mentor].len() < places[mentor] as usize;
                    2 * u8::from(free) + u8::from(mentor != last)
                };
                let choice = market.choose_where(arcs, mentee as usize, market.option(mentee), rank);
                market.places = places;
                if choice.mentor == NOBODY {
                    if market.needed[mentee as usize] == 0 {
                        market.put(mentee, market.hub(), 0);
                    } else {
                        next.push(mentee);
                    }
                    break;
                }
                let mentor = choice.mentor as usize;
                // Who has nothing to fall back on would pay anything; this is enough.
                let bid = market.price[mentor] + (choice.best - choice.second).min(market.unit + range);
                match offers.take(market, mentor, (bid, mentee, choice.fit), true) {
                    None => break,
                    Some((leaves, true)) if budget > 0 => {
                        budget -= 1;
                        (mentee, last) = (leaves, mentor);
                    }
                    Some((leaves, _)) => {
                        next.push(leaves);
                        break;
                    }
                }
            }
        }
        waiting = next;
    }
    offers.settle(market);
    waiting
}

/// Finds prices and places by epsilon scaling for everybody in the market who has one place and may be alone.
/// Returns those who are left without a place at a best mentor, or `None` where it does not apply: with so many more places
/// than mentees that the empty ones would outbid everybody, or with so many fewer.
pub(crate) fn scale(arcs: &Arcs, market: &mut Market, bidders: &[u32]) -> Option<Vec<u32>> {
    let others: usize = market.several.iter().map(|one| market.wanted[one.mentee as usize] as usize).sum();
    let places: usize = market.places.iter().map(|&places| places as usize).sum();
    let wanted = bidders.len() + others;
    let (missing, empty) = (wanted.saturating_sub(places), places.saturating_sub(wanted));
    let short = missing > 0;
    if empty > 2 * bidders.len() || short && (!arcs.is_matrix() || 2 * missing > wanted) {
        return None;
    }
    let alone = if market.unit > 0 { missing as u32 } else { 0 };
    let hub = market.hub();
    for &mentee in bidders {
        market.take_away(mentee);
    }
    let range = 2 * arcs.most() + 1;
    // Being alone must not become dearer than a unit, or prices would have to fall in the end.
    let most = if alone > 0 { market.unit } else { market.unit.max(range).saturating_mul(4) };
    let limit = (i64::MAX / 16).min(most);
    let mut increment = (range / 8).max(1);
    let mut offers;
    let mut complete = true;
    let mut dear = 0;
    loop {
        offers = Offers::new(market, alone, dear);
        let mut cheap: BinaryHeap<Reverse<(i64, u32)>> = (0..market.price.len())
            .filter(|&mentor| market.places[mentor] > 0)
            .map(|mentor| Reverse((market.price[mentor], mentor as u32)))
            .collect();
        let mut queue: VecDeque<u32> = bidders.iter().copied().collect();
        queue.extend(std::iter::repeat_n(EMPTY, empty));
        let mut budget = queue.len() * MANY;
        while let Some(bidder) = queue.pop_front() {
            if budget == 0 {
                complete = false;
                break;
            }
            budget -= 1;
            let (mentor, bid, fit) = if bidder == EMPTY {
                let Some((mentor, second)) = cheapest(market, &mut cheap) else { break };
                (mentor, second + increment, 0)
            } else {
                let option = match market.needed[bidder as usize] {
                    0 if alone > 0 => -offers.price,
                    0 if short => market.alone_now(),
                    _ => NEVER,
                };
                let choice = market.weigh(arcs, bidder as usize, option);
                let mentor = match choice.mentor {
                    NOBODY if option == NEVER => continue,
                    NOBODY if alone > 0 => hub,
                    NOBODY => {
                        market.put(bidder, hub, 0);
                        continue;
                    }
                    mentor => mentor as usize,
                };
                let price = market.price.get(mentor).copied().unwrap_or(offers.price);
                let step = if choice.second > NEVER { choice.best - choice.second } else { range };
                (mentor, price + step + increment, choice.fit)
            };
            if bid > limit {
                complete = false;
                continue;
            }
            if let Some((leaves, _)) = offers.take(market, mentor, (bid, bidder, fit), false) {
                queue.push_back(leaves);
            }
        }
        dear = offers.price;
        if increment == 1 || !complete {
            break;
        }
        increment = (increment / SHRINK).max(1);
    }
    offers.settle(market);
    if alone > 0 {
        // Nobody had to pay a unit for a place yet; whoever is alone would.
        let rise = market.unit + market.floor - dear;
        for mentor in 0..hub {
            market.set_price(mentor, market.price[mentor] + rise);
        }
    } else if !short {
        let used = (0..hub).filter(|&mentor| !market.held[mentor].is_empty());
        market.floor = market.floor.max(used.map(|mentor| market.price[mentor]).min().unwrap_or(0));
    }
    Some(release(arcs, market, bidders))
}

/// The cheapest mentor and what the next one costs.
fn cheapest(market: &Market, cheap: &mut BinaryHeap<Reverse<(i64, u32)>>) -> Option<(usize, i64)> {
    let (first, mentor) = freshen(market, cheap)?;
    cheap.pop();
    let second = freshen(market, cheap).map_or(first, |(second, _)| second);
    cheap.push(Reverse((first, mentor)));
    Some((mentor as usize, second))
}

/// Brings the price at the top of the heap up to date, until the top stays the top.
fn freshen(market: &Market, cheap: &mut BinaryHeap<Reverse<(i64, u32)>>) -> Option<(i64, u32)> {
    loop {
        let mut top = cheap.peek_mut()?;
        let (price, mentor) = top.0;
        let now = market.price[mentor as usize];
        if now == price {
            return Some((price, mentor));
        }
        top.0.0 = now;
    }
}

/// No price is below the floor any more, and whoever is not where they are best is taken away: after that the market's
/// conditions hold, save for holes.
fn release(arcs: &Arcs, market: &mut Market, bidders: &[u32]) -> Vec<u32> {
    for mentor in 0..market.price.len() {
        if market.places[mentor] > 0 && market.price[mentor] < market.floor {
            market.set_price(mentor, market.floor);
        }
    }
    let mut left = Vec::new();
    for &mentee in bidders {
        let at = market.at[mentee as usize] as usize;
        let best = market.choose(arcs, mentee as usize, market.option(mentee)).best;
        let content = match market.price.get(at) {
            Some(price) => market.own[mentee as usize] - price >= best,
            None => at == market.hub() && market.alone_now() >= best,
        };
        if !content {
            market.take_away(mentee);
            left.push(mentee);
        }
    }
    left
}
