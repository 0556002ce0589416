//! The checker of stable plans: believes nobody, and shares no code with the solver.
//!
//! Owns two checks that need no certificate, as the lists themselves prove the answer.
//!
//! [`blocking_pairs`] looks at every arc once: would both of its people rather have each other? The lists with
//! ties count, so both must be strictly better off. O(arcs · log pairs).
//!
//! [`verify_stable`] makes sure that a plan is *the* plan: allowed, with every pin, without a blocking pair in the
//! strict lists once the pins are taken out, and the best such plan for one side. Being the best needs no second
//! solution either. Every other stable plan that suits that side better can be reached by a chain of exchanges,
//! rotations, each a cycle in which everybody on the other side steps down to the best they can still get (Irving
//! and Leather, *SIAM Journal on Computing* 15, 1986; with capacities on both sides Bansal, Agrawal and
//! Malhotra, *Theoretical Computer Science* 379, 2007). So draw an arrow from everybody on the other side who
//! is full, by way of the first person below on their own list who would trade somebody for them, to the one
//! who would be given up. The plan is the best for its side where these arrows, at most one for each person, close
//! no cycle. O(arcs · log pairs).

use super::{Ranked, Rankings, Side};

/// The first thing found wrong with a stable plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StableFlaw {
    /// The problem itself has a pair with two arcs, or one with nobody.
    BrokenProblem { mentee: u32, mentor: u32 },
    /// A pair of the plan is doubled or stands before a smaller one.
    Unsorted { mentee: u32, mentor: u32 },
    /// A pair of the plan is not one that both accept.
    NotAllowed { mentee: u32, mentor: u32 },
    /// A pin is not in the plan.
    PinMissing { mentee: u32, mentor: u32 },
    /// The plan gives this mentee more mentors than it may have.
    MenteeOverCapacity { mentee: u32 },
    /// The plan gives this mentor more mentees than it may have.
    MentorOverCapacity { mentor: u32 },
    /// These two would both rather have each other, pins and ties in their fixed order considered.
    Blocking { mentee: u32, mentor: u32 },
    /// Another stable plan is better for the side that should have proposed: there this mentee, or this mentor,
    /// gets the mentor, or the mentee, named here.
    NotBest { mentee: u32, mentor: u32 },
}

/// The pairs, sorted, outside `pairs` who would both rather have each other than somebody they got or a place
/// left free. Pinned pairs count like all others. `pairs` must be sorted, as plans are; any plan may be asked
/// about, also one that was not meant to be stable.
pub fn blocking_pairs(rankings: &Rankings, pairs: &[(u32, u32)]) -> Vec<(u32, u32)> {
    Held::new(rankings, pairs, weak).blocking(rankings)
}

/// Whether `pairs` is the stable plan that is best for `side`.
///
/// # Errors
/// The first flaw found; of several of one kind the lowest pair or person.
pub fn verify_stable(rankings: &Rankings, side: Side, pairs: &[(u32, u32)]) -> Result<(), StableFlaw> {
    check_problem(rankings)?;
    check_pairs(rankings, pairs)?;
    let (rest, pairs) = without_pins(rankings, pairs);
    let held = Held::new(&rest, &pairs, strict);
    match held.blocking(&rest).first() {
        Some(&(mentee, mentor)) => Err(StableFlaw::Blocking { mentee, mentor }),
        None => held.check_best(&rest, side),
    }
}

/// How good a choice is, the lesser the better: rank, then what orders ties.
type Key = (i64, i64, u32);

/// What the mentee and the mentor of an arc think of each other, ties as ties.
fn weak(arc: &Ranked) -> (Key, Key) {
    ((arc.mentee_rank, 0, 0), (arc.mentor_rank, 0, 0))
}

/// The same with ties in their fixed order. The last part of a key is the position of the other person.
fn strict(arc: &Ranked) -> (Key, Key) {
    ((arc.mentee_rank, !arc.fit, arc.mentor), (arc.mentor_rank, !arc.fit, arc.mentee))
}

/// What everybody has in a plan.
struct Held<'p> {
    pairs: &'p [(u32, u32)],
    keys: fn(&Ranked) -> (Key, Key),
    mentees: Vec<One>,
    mentors: Vec<One>,
}

/// What one person has: free places, and the worst of those who took the others.
#[derive(Clone, Copy, Default)]
struct One {
    free: u32,
    worst: Option<Key>,
}

impl One {
    fn take(&mut self, key: Key) {
        self.free = self.free.saturating_sub(1);
        self.worst = self.worst.max(Some(key));
    }

    fn would_take(self, key: Key) -> bool {
        self.free > 0 || self.worst.is_some_and(|worst| key < worst)
    }
}

impl<'p> Held<'p> {
    fn new(rankings: &Rankings, pairs: &'p [(u32, u32)], keys: fn(&Ranked) -> (Key, Key)) -> Held<'p> {
        let empty = |places: &[u32]| places.iter().map(|&free| One { free, worst: None }).collect::<Vec<_>>();
        let (mut mentees, mut mentors) = (empty(&rankings.mentees), empty(&rankings.mentors));
        for arc in rankings.arcs.iter().filter(|arc| has(pairs, (arc.mentee, arc.mentor))) {
            let (by_mentee, by_mentor) = keys(arc);
            if let Some(mentee) = mentees.get_mut(arc.mentee as usize) {
                mentee.take(by_mentee);
            }
            if let Some(mentor) = mentors.get_mut(arc.mentor as usize) {
                mentor.take(by_mentor);
            }
        }
        Held { pairs, keys, mentees, mentors }
    }

    fn blocking(&self, rankings: &Rankings) -> Vec<(u32, u32)> {
        let blocks = |arc: &&Ranked| {
            let (by_mentee, by_mentor) = (self.keys)(arc);
            let mentee = self.mentees.get(arc.mentee as usize);
            let mentor = self.mentors.get(arc.mentor as usize);
            mentee.is_some_and(|one| one.would_take(by_mentee))
                && mentor.is_some_and(|one| one.would_take(by_mentor))
                && !has(self.pairs, (arc.mentee, arc.mentor))
        };
        let found = rankings.arcs.iter().filter(blocks).map(|arc| (arc.mentee, arc.mentor));
        let mut found: Vec<_> = found.collect();
        found.sort_unstable();
        found
    }

    /// No cycle of arrows, as the module's first page says. The lists must be strict and the plan stable.
    fn check_best(&self, rankings: &Rankings, side: Side) -> Result<(), StableFlaw> {
        let (ours, theirs) = match side {
            Side::Mentee => (&self.mentees, &self.mentors),
            Side::Mentor => (&self.mentors, &self.mentees),
        };
        // For everybody on the other side: the best they can still get, and who gets it.
        let mut step: Vec<Option<(Key, u32)>> = vec![None; theirs.len()];
        for arc in &rankings.arcs {
            let (by_mentee, by_mentor) = (self.keys)(arc);
            let (us, them, by_us, by_them) = match side {
                Side::Mentee => (arc.mentee, arc.mentor, by_mentee, by_mentor),
                Side::Mentor => (arc.mentor, arc.mentee, by_mentor, by_mentee),
            };
            let better = step[them as usize].is_none_or(|(best, _)| by_them < best);
            if better && ours[us as usize].would_take(by_us) && !has(self.pairs, (arc.mentee, arc.mentor)) {
                step[them as usize] = Some((by_them, us));
            }
        }
        let arrow = |them: usize| {
            let full = theirs[them].free == 0 && theirs[them].worst.is_some();
            let (_, us) = step[them].filter(|_| full)?;
            let one = ours[us as usize];
            // Somebody with a free place gives nobody up, and the chain ends.
            one.worst.filter(|_| one.free == 0).map(|(_, _, given_up)| given_up as usize)
        };
        let Some(them) = first_on_cycle(theirs.len(), arrow) else { return Ok(()) };
        let us = step[them].map_or(0, |(_, us)| us);
        Err(match side {
            Side::Mentee => StableFlaw::NotBest { mentee: us, mentor: them as u32 },
            Side::Mentor => StableFlaw::NotBest { mentee: them as u32, mentor: us },
        })
    }
}

/// Of all that lie on a cycle of arrows, the lowest on the first cycle that is met.
fn first_on_cycle(people: usize, arrow: impl Fn(usize) -> Option<usize>) -> Option<usize> {
    const NEVER: usize = usize::MAX;
    let mut walk = vec![NEVER; people];
    for start in 0..people {
        let mut at = start;
        while walk[at] == NEVER {
            walk[at] = start;
            match arrow(at) {
                Some(next) => at = next,
                None => break,
            }
        }
        // Met again on the same walk, and not because the walk ended there.
        if walk[at] == start && arrow(at).is_some() {
            let cycle = std::iter::successors(arrow(at), |&next| arrow(next).filter(|_| next != at));
            return cycle.min();
        }
    }
    None
}

fn check_problem(rankings: &Rankings) -> Result<(), StableFlaw> {
    let mut pairs: Vec<_> = rankings.arcs.iter().map(|arc| (arc.mentee, arc.mentor)).collect();
    pairs.sort_unstable();
    let mut before = None;
    for (mentee, mentor) in pairs {
        let known = (mentee as usize) < rankings.mentees.len() && (mentor as usize) < rankings.mentors.len();
        if !known || before == Some((mentee, mentor)) {
            return Err(StableFlaw::BrokenProblem { mentee, mentor });
        }
        before = Some((mentee, mentor));
    }
    Ok(())
}

fn check_pairs(rankings: &Rankings, pairs: &[(u32, u32)]) -> Result<(), StableFlaw> {
    if let Some(two) = pairs.windows(2).find(|two| two[0] >= two[1]) {
        let (mentee, mentor) = two[1];
        return Err(StableFlaw::Unsorted { mentee, mentor });
    }
    let mut allowed: Vec<_> = rankings.arcs.iter().map(|arc| (arc.mentee, arc.mentor)).collect();
    allowed.sort_unstable();
    if let Some(&(mentee, mentor)) = pairs.iter().find(|&&pair| !has(&allowed, pair)) {
        return Err(StableFlaw::NotAllowed { mentee, mentor });
    }
    if let Some(&(mentee, mentor)) = rankings.pins.iter().filter(|&&pin| !has(pairs, pin)).min() {
        return Err(StableFlaw::PinMissing { mentee, mentor });
    }
    if let Some(mentee) = first_over(&rankings.mentees, pairs.iter().map(|pair| pair.0)) {
        return Err(StableFlaw::MenteeOverCapacity { mentee });
    }
    if let Some(mentor) = first_over(&rankings.mentors, pairs.iter().map(|pair| pair.1)) {
        return Err(StableFlaw::MentorOverCapacity { mentor });
    }
    Ok(())
}

fn first_over(places: &[u32], people: impl Iterator<Item = u32>) -> Option<u32> {
    let mut left: Vec<i64> = places.iter().map(|&places| i64::from(places)).collect();
    people.for_each(|person| left[person as usize] -= 1);
    left.iter().position(|&left| left < 0).map(|person| person as u32)
}

/// The problem and the plan that remain once the pinned pairs have taken their places.
fn without_pins(rankings: &Rankings, pairs: &[(u32, u32)]) -> (Rankings, Vec<(u32, u32)>) {
    let mut pins = rankings.pins.clone();
    pins.sort_unstable();
    pins.dedup();
    let mut rest = Rankings { pins: Vec::new(), ..rankings.clone() };
    for &(mentee, mentor) in &pins {
        rest.mentees[mentee as usize] -= 1;
        rest.mentors[mentor as usize] -= 1;
    }
    rest.arcs.retain(|arc| !has(&pins, (arc.mentee, arc.mentor)));
    (rest, pairs.iter().copied().filter(|&pair| !has(&pins, pair)).collect())
}

fn has(sorted: &[(u32, u32)], pair: (u32, u32)) -> bool {
    sorted.binary_search(&pair).is_ok()
}
