//! From a good start to the best plan, exactly.
//!
//! Owns the order of the work: whoever has no place asks for one, by shortest augmenting paths (Jonker and
//! Volgenant 1987; Ahuja, Magnanti and Orlin, section 12.4); then holes are filled or become cheap; then minimums
//! are met. Each step keeps the conditions of `market`, so that after the last one nothing is left to gain.
//!
//! A search costs at most O(arcs + people · log people) and there are at most as many as mentees, wanted places,
//! holes and missing minimums together. In practice the start leaves few and each reads a few shortlists.

use crate::arcs::Arcs;
use crate::bidding;
use crate::market::Market;
use crate::search::{Search, Source};
use crate::{Error, Problem};

/// Where bidding leaves more than one in this many, or there are not places enough for all, it was the wrong way to bid. It
/// was too where placing the others takes new shortlists for one in this many mentees, and as large a part of those others
/// is still to come.
const CONTESTED: usize = 4;

/// The best plan of a market in which nobody has a place yet.
pub(crate) fn best(problem: &Problem, market: &mut Market) -> Result<Search, Error> {
    let arcs = &problem.arcs;
    let single = |mentee: &u32| market.wanted[*mentee as usize] == 1 && market.several_of(*mentee).is_none();
    let bidders: Vec<u32> = (0..problem.mentees.len() as u32).filter(single).collect();
    let mut left = bidding::reduce(arcs, market, bidders.clone());
    let mut scaled = false;
    let short = market.places.iter().map(|&places| places as usize).sum::<usize>() < bidders.len();
    if (short || left.len() * CONTESTED > bidders.len())
        && let Some(other) = bidding::scale(arcs, market, &bidders)
    {
        (left, scaled) = (other, true);
    }
    let mut search = Search::new(market);
    left.sort_unstable();
    let mut patience = market.lists.made + bidders.len() / CONTESTED;
    let mut placed = 0;
    while let Some(&mentee) = left.get(placed) {
        let rest = left.len() - placed;
        if !scaled && market.lists.made > patience && rest * CONTESTED > left.len() {
            patience = usize::MAX;
            if let Some(other) = bidding::scale(arcs, market, &bidders) {
                (left, placed, scaled) = (other, 0, true);
                continue;
            }
        }
        place(arcs, market, &mut search, mentee)?;
        placed += 1;
    }
    for at in 0..market.several.len() {
        place_several(arcs, market, &mut search, at)?;
    }
    meet_minimums(arcs, market, &mut search)?;
    fill_holes(arcs, market, &mut search);
    Ok(search)
}

/// The best plan of a market in which nobody has a place yet and no fit is above 0, being alone worth 0: whoever has
/// a pair at 0 in `pairs`, pins left out, keeps it.
pub(crate) fn best_from(problem: &Problem, market: &mut Market, pairs: &[(u32, u32)]) -> Result<(), Error> {
    let arcs = &problem.arcs;
    for &(mentee, mentor) in pairs.iter().filter(|pair| arcs.unit(pair.0, pair.1) == Some(0)) {
        match market.several_of(mentee) {
            Some(at) => market.add_several(at, mentor, 0),
            None => market.put(mentee, mentor as usize, 0),
        }
    }
    let mut search = Search::new(market);
    for mentee in 0..problem.mentees.len() as u32 {
        if let Some(at) = market.several_of(mentee) {
            ask(arcs, market, &mut search, at)?;
        } else if market.at[mentee as usize] == crate::market::NOBODY && market.wanted[mentee as usize] > 0 {
            if market.needed[mentee as usize] == 0 {
                market.put(mentee, market.hub(), 0);
            } else {
                place(arcs, market, &mut search, mentee)?;
            }
        }
    }
    meet_minimums(arcs, market, &mut search)?;
    fill_holes(arcs, market, &mut search);
    Ok(())
}

/// Finds a mentee with one place that place, or leaves them alone where that is better.
pub(crate) fn place(arcs: &Arcs, market: &mut Market, search: &mut Search, mentee: u32) -> Result<(), Error> {
    let worth = market.choose(arcs, mentee as usize, market.option(mentee)).best;
    let hub = market.hub();
    if search.augment(arcs, market, Source::Mentee(mentee, worth), hub, None) {
        return Ok(());
    }
    Err(mentors_missing(market, search, mentee))
}

/// Finds a mentee with several places as many as are worth having.
pub(crate) fn place_several(
    arcs: &Arcs,
    market: &mut Market,
    search: &mut Search,
    at: usize,
) -> Result<(), Error> {
    let mentee = market.several[at].mentee;
    let mut worth = market.alone_now();
    let several = &market.several[at];
    arcs.each(mentee as usize, |mentor, fit| {
        if !several.pinned.contains(&mentor) && !several.taken.iter().any(|taken| taken.0 == mentor) {
            worth = worth.max(fit - market.price[mentor as usize]);
        }
    });
    market.several[at].price = worth;
    ask(arcs, market, search, at)
}

/// A mentee with several places asks for those they lack, as long as one more is worth having.
fn ask(arcs: &Arcs, market: &mut Market, search: &mut Search, at: usize) -> Result<(), Error> {
    let (hub, mentee) = (market.hub(), market.several[at].mentee);
    for asked in market.several[at].taken.len() as u32..market.wanted[mentee as usize] {
        if asked >= market.needed[mentee as usize] && market.several[at].price <= market.alone_now() {
            break;
        }
        if !search.augment(arcs, market, Source::Node(hub + 1 + at), hub, None) {
            return Err(mentors_missing(market, search, mentee));
        }
    }
    Ok(())
}

/// A mentor with a free place at more than the floor gets somebody or costs the floor.
pub(crate) fn fill_holes(arcs: &Arcs, market: &mut Market, search: &mut Search) {
    let hub = market.hub();
    for mentor in 0..hub {
        while market.is_free(mentor) && market.price[mentor] > market.floor {
            let most = market.price[mentor] - market.floor;
            search.augment(arcs, market, Source::Node(hub), mentor, Some(most));
        }
    }
}

/// A mentor with more mentees than places lets somebody go; `false` where nobody there can.
pub(crate) fn empty_places(arcs: &Arcs, market: &mut Market, search: &mut Search, mentor: usize) -> bool {
    let hub = market.hub();
    while market.held[mentor].len() > market.places[mentor] as usize {
        if !search.augment(arcs, market, Source::Node(mentor), hub, None) {
            return false;
        }
    }
    true
}

/// A mentor below the floor who has more than the minimum lets somebody go or costs the floor.
pub(crate) fn relieve(arcs: &Arcs, market: &mut Market, search: &mut Search, mentor: usize) {
    let hub = market.hub();
    while market.held[mentor].len() > market.least[mentor] as usize && market.price[mentor] < market.floor {
        let most = market.floor - market.price[mentor];
        search.augment(arcs, market, Source::Node(mentor), hub, Some(most));
    }
}

/// A mentor with less than the minimum gets more, whatever that costs.
pub(crate) fn meet_minimums(arcs: &Arcs, market: &mut Market, search: &mut Search) -> Result<(), Error> {
    let hub = market.hub();
    for mentor in 0..hub {
        while market.held[mentor].len() < market.least[mentor] as usize {
            if !search.augment(arcs, market, Source::Node(hub), mentor, None) {
                return Err(mentees_missing(market, search));
            }
        }
    }
    Ok(())
}

/// Everybody whom the search for a place for `mentee` reached must have one, and all their mentors are full.
fn mentors_missing(market: &Market, search: &Search, mentee: u32) -> Error {
    let mut mentees = vec![mentee];
    for node in search.reached() {
        match market.held.get(node) {
            Some(held) => mentees.extend(held),
            None => mentees.extend(market.several.get(node - market.hub() - 1).map(|one| one.mentee)),
        }
    }
    mentees.sort_unstable();
    mentees.dedup();
    let needed = mentees.iter().map(|&one| u64::from(market.needed[one as usize])).sum();
    let has = |one: u32| match market.several_of(one) {
        Some(at) => market.several[at].taken.len() as u64,
        None => u64::from((market.at[one as usize] as usize) < market.hub()),
    };
    let available = mentees.iter().map(|&one| has(one)).sum();
    Error::TooFewMentors { mentees, needed, available }
}

/// The mentors whom the search from everywhere else did not reach have all the mentees that they could have.
fn mentees_missing(market: &Market, search: &Search) -> Error {
    let mut apart = vec![true; market.hub()];
    for node in search.reached() {
        if let Some(apart) = apart.get_mut(node) {
            *apart = false;
        }
    }
    let mentors: Vec<u32> =
        (0..market.hub() as u32).filter(|&at| apart[at as usize] && market.least[at as usize] > 0).collect();
    let needed = mentors.iter().map(|&at| u64::from(market.least[at as usize])).sum();
    let available = mentors.iter().map(|&at| market.held[at as usize].len() as u64).sum();
    Error::TooFewMentees { mentors, needed, available }
}
