//! Diverse plans: quotas and rewards for groups of mentees, exactly.
//!
//! Every mentee is in one group or in none. A [`Quota`] says of one group how many of its pairs one mentor, or the whole
//! programme, must and may have, and what the first, the second, … of them adds to the total. Wanted is the plan with
//! the most pairs that keeps all quotas and, among those, the one with the highest total of fits and rewards
//! ([`Pairs::Free`](crate::Pairs::Free): the highest total alone). A mentee with several places counts once for each
//! of their pairs.
//!
//! # Why this is still polynomial
//!
//! At a mentor, each pair is counted in at most one quota and then in the mentor's capacity: the sets that are counted
//! lie one within the other or apart, they are *laminar*. On the mentees' side the same holds: a mentee's places, then
//! the quota of their group in the programme. So a plan is a flow through two trees with a common root, the **hub**,
//!
//! ```text
//! hub → group in the programme → mentee → (mentor, group) → mentor → hub
//! ```
//!
//! in which every step but those between people has a lower and an upper limit, and rewards that do not rise are a
//! concave gain on a step. A best flow of that kind is integral and found in polynomial time (Ahuja, Magnanti and Orlin,
//! *Network Flows*, 1993, chapters 9 and 14; laminar quotas of stable plans: Huang, *SODA* 2010).
//!
//! # What is not laminar, and is refused
//!
//! - **Two attributes at once**, such as so many of a region *and* so many of a faculty at each mentor. A pair would be
//!   counted in two sets that cross. With mentees as lessons of a teacher and a class, mentors as hours and at most one
//!   of each teacher and of each class an hour, that is the timetable problem, which is NP-complete (Even, Itai and
//!   Shamir, *SIAM Journal on Computing* 5, 1976). Here a mentee cannot be in two groups, so the question cannot be asked;
//!   the exact way around is one attribute whose groups are the combinations.
//! - **Rewards that rise**, such as one for the second of a group, but not for the first: [`Error::RewardsRise`].
//! - **Groups of people that may close**, which no price decides: [`Error::MayClose`].
//!
//! There is no bound in an answer and no gap: what is answered is proved to be the best.
//!
//! # The algorithm
//!
//! The best plan without quotas ([`solve`]) with its prices is the best flow of a network in which quotas cost nothing;
//! it breaks only the quotas themselves. Each quota's step gets a flow that is right at the price 0, which leaves some
//! nodes with a pair too many and others with one too few, and one shortest path after the other moves them (Edmonds and
//! Karp, *Journal of the ACM* 19, 1972). So the work grows with what the quotas change, and without quotas
//! the answer is that of [`solve`], pair by pair. One path costs O(arcs + nodes · log nodes) and usually a small part of
//! it. Where no path leads to where a pair is wanted, the nodes that were reached are the reason (Hoffman's theorem on
//! circulations, 1960), and [`Error::QuotasImpossible`] names the quotas at their edge.
//!
//! Measured on one core of a busy machine, with four groups and all their quotas or rewards at every mentor: 1,500 by 500 by
//! 3 in 0.05 to 0.1 s, 4,998 by 1,666 by 3 in 0.5 s, 10,000 by 3,334 with 50 candidates in about 1 s. Worst are rewards
//! at thousands of mentors with places to spare, 6 s for the last, as each promised reward that nobody earns is taken back by
//! a path of its own.
//!
//! # The proof
//!
//! That of the crate's first page with a price for each quota beside those of the people: a pair is compared with the
//! sum of the prices of its mentee, its mentor and the quotas that count it; and where a quota counts `n` pairs,
//! its price and the reward of the next are together at most 0 if there may be one more, and its price and the reward of
//! the last at least 0 if there may be one fewer. So the price of a quota is what one more of that group there
//! would cost beyond fits and rewards: above 0 where `at_most` holds people back, below 0 where `at_least` forces them.

mod admit;
mod cut;
mod network;
mod path;
mod rows;

use crate::fair::may_not_close;
use crate::{Error, Plan, Price, Problem, solve};
use network::{Network, fit_of, price};
use path::Path;

/// Who is in which group, and what is asked of the groups.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quotas {
    /// One for each mentee. What the numbers stand for is known one layer up.
    pub groups: Vec<Option<u32>>,
    /// At most one for each scope and group, in any order.
    pub quotas: Vec<Quota>,
}

/// What is asked of one group in one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quota {
    pub scope: Scope,
    pub group: u32,
    /// How many pairs of this group there must be and may be.
    pub at_least: u32,
    pub at_most: u32,
    /// What the first such pair, the second, and so on add to the total; never rising. One beyond the end of the list
    /// adds 0, or as much as the last of the list where that is below 0.
    pub rewards: Vec<i64>,
}

impl Quota {
    /// A quota that asks for nothing.
    pub const fn new(scope: Scope, group: u32) -> Quota {
        Quota { scope, group, at_least: 0, at_most: u32::MAX, rewards: Vec::new() }
    }

    /// What the `nth` pair adds, counted from 1.
    pub fn reward(&self, nth: u32) -> i64 {
        let last = self.rewards.last().map_or(0, |&last| last.min(0));
        self.rewards.get((nth as usize).wrapping_sub(1)).copied().unwrap_or(last)
    }
}

/// Where a group is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    Mentor(u32),
    Programme,
}

/// The answer to a [`Problem`] with [`Quotas`], and its proof.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DiversePlan {
    /// The pairs `(mentee, mentor)`, sorted, pins included.
    pub pairs: Vec<(u32, u32)>,
    /// The sum of the fits of these pairs.
    pub total: i64,
    /// The sum of the rewards that they earn.
    pub reward: i64,
    /// One price for each mentee, mentor and quota, in the order in which they were asked about.
    pub mentees: Vec<Price>,
    pub mentors: Vec<Price>,
    pub quotas: Vec<Price>,
    /// The best plan where nobody asks for quotas, with its proof.
    pub without: Plan,
    /// What that plan is worth more than this one, rewards aside: pairs and then fit; with
    /// [`Pairs::Free`](crate::Pairs::Free) fit alone, in which a mentee without a mentor counts.
    pub price_of_diversity: Price,
}

/// The best plan that keeps all quotas. Of several equally good plans the choice follows from the positions of the
/// people alone.
///
/// # Errors
/// Those of [`solve`]; [`Error::MayClose`]; quotas that contradict themselves, each other or the problem, by position:
/// [`Error::WrongGroups`], [`Error::UnknownMentor`], [`Error::DoubledQuota`], [`Error::QuotaContradicts`],
/// [`Error::RewardsRise`], [`Error::RewardOverflow`], [`Error::QuotasImpossible`].
pub fn diverse(problem: &Problem, quotas: &Quotas) -> Result<DiversePlan, Error> {
    may_not_close(problem)?;
    admit::check(problem, quotas)?;
    let without = solve(problem)?;
    let mut network = Network::new(problem, quotas, &without)?;
    let mut path = Path::new(&network);
    for node in 0..network.nodes() {
        while network.excess[node] > 0 {
            if !path.send(&mut network, node) {
                return Err(cut::reason(&network, quotas, &path));
            }
        }
    }
    plan(problem, quotas, &network, without)
}

/// From the network to the plan.
fn plan(problem: &Problem, quotas: &Quotas, network: &Network, without: Plan) -> Result<DiversePlan, Error> {
    let pairs = network.pairs();
    let overflow = || admit::overflow(problem);
    let fits = pairs.iter().map(|&(mentee, mentor)| fit_of(problem, mentee, mentor));
    let total = i64::try_from(fits.sum::<i128>()).map_err(|_| overflow())?;
    let earned = (0..quotas.quotas.len()).map(|quota| network.earned(quota)).sum::<i128>();
    let reward = i64::try_from(earned).map_err(|_| admit::reward_overflow(quotas))?;
    let prices = |range: &mut dyn Iterator<Item = usize>| -> Result<Vec<Price>, Error> {
        range.map(|node| price(network.price(node)).ok_or_else(overflow)).collect()
    };
    let best = problem.value(without.pairs.len(), without.total);
    let here = problem.value(pairs.len(), total);
    let narrow = |wide: i128| i64::try_from(wide).map_err(|_| overflow());
    Ok(DiversePlan {
        mentees: prices(&mut (0..problem.mentees.len()).map(|mentee| network.mentee_node(mentee)))?,
        mentors: prices(&mut (0..problem.mentors.len()))?,
        quotas: prices(&mut (0..quotas.quotas.len()).map(|quota| network.quota_node(quota)))?,
        price_of_diversity: Price { count: narrow(best.0 - here.0)?, fit: narrow(best.1 - here.1)? },
        pairs,
        total,
        reward,
        without,
    })
}
