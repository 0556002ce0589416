//! The market in which mentees look for places: who is where, and what each place costs.
//!
//! Owns the state that every part of the solver works on, in units of the table's scale. It keeps these true
//! between any two steps, save where a step says otherwise:
//!
//! - a mentee who is placed is at a best mentor at present prices, `fit - price` being highest there, and would
//!   not rather be alone;
//! - a mentor with a free place, and one with more than the minimum, costs no less than the `floor`; one with a
//!   free place no more than the floor (that is a *hole* otherwise, see `settle`); one with less than the floor is
//!   at the minimum.
//!
//! Prices less the floor are then the `v` of the crate's first page. **Prices only ever rise, and so does the
//! floor**: to let all but a few prices fall, raise the others and the floor. It is what keeps `shortlist` valid.
//!
//! Places are counted, not copied: all places of a mentor share one price. A mentee with several places is in
//! `several`, with a price of its own; everybody else's price follows from where they are.

use crate::arcs::Arcs;
use crate::shortlist::{NEVER, Shortlists};
use crate::{Error, Pairs, Person, Problem, Who};
use smallvec::SmallVec;

/// Nobody and nowhere.
pub(crate) const NOBODY: u32 = u32::MAX;

#[derive(Clone, Debug, Default)]
pub(crate) struct Market {
    /// By mentor: places that the pins leave, at most one more than there are mentees, and the minimum they leave.
    pub(crate) places: Vec<u32>,
    pub(crate) least: Vec<u32>,
    /// By mentee, the same.
    pub(crate) wanted: Vec<u32>,
    pub(crate) needed: Vec<u32>,
    /// By mentor.
    pub(crate) price: Vec<i64>,
    pub(crate) floor: i64,
    /// What being alone is worth, less the floor.
    pub(crate) alone: i64,
    /// By mentee with one place: the mentor, [`Market::hub`] if alone, [`NOBODY`] if not in the market.
    pub(crate) at: Vec<u32>,
    /// By such a mentee, the fit there, and the place in the mentor's list.
    pub(crate) own: Vec<i64>,
    slot: Vec<u32>,
    /// By mentor, then the hub: who is there. A few are kept in place: five hundred lists of one in memory of their own made
    /// the whole solver 4 % slower on 500 by 500.
    pub(crate) held: Vec<SmallVec<[u32; 4]>>,
    pub(crate) several: Vec<Several>,
    /// By mentee, the place in `several`, or [`NOBODY`]; empty where nobody has several.
    pub(crate) several_of: Vec<u32>,
    pub(crate) lists: Shortlists,
    /// Above every sum of fits that two plans can differ by; 0 where only fits count.
    pub(crate) unit: i64,
    /// What to do to be where one was, the last first, where somebody keeps count.
    pub(crate) journal: Option<Vec<Deed>>,
}

/// A mentee with several places.
#[derive(Clone, Debug, Default)]
pub(crate) struct Several {
    pub(crate) mentee: u32,
    /// `u` plus what being alone is worth, less the floor: what a place here is worth at present prices.
    pub(crate) price: i64,
    /// Mentors and fits; the pinned ones are in the plan for good.
    pub(crate) taken: Vec<(u32, i64)>,
    pub(crate) pinned: Vec<u32>,
}

/// What was before.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Deed {
    Price(usize, i64),
    Floor(i64),
    Places(usize, u32, u32),
    Wanted(usize, u32, u32),
    Listed(u32),
    Put(u32),
    TakenAway { mentee: u32, from: u32, slot: usize, own: i64 },
}

/// The best and the second best that a mentee can have.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Choice {
    pub(crate) best: i64,
    pub(crate) second: i64,
    /// [`NOBODY`] where being alone is best.
    pub(crate) mentor: u32,
    pub(crate) fit: i64,
}

impl Market {
    pub(crate) fn new(problem: &Problem) -> Result<Market, Error> {
        Market::with_room(problem, 0)
    }

    /// A market for a problem to which so many more pairs may come.
    pub(crate) fn with_room(problem: &Problem, more: usize) -> Result<Market, Error> {
        let (mentees, mentors) = (problem.mentees.len(), problem.mentors.len());
        if (problem.arcs.mentees, problem.arcs.mentors) != (mentees, mentors) {
            return Err(Error::WrongTable);
        }
        let unit = unit(problem, more).or_else(|_| unit(problem, 0))?;
        let alone = match problem.pairs {
            Pairs::Maximum => -unit,
            Pairs::Free { unmatched } => unmatched / problem.arcs.scale,
        };
        let mut market = Market {
            places: problem
                .mentors
                .iter()
                .map(|one| one.capacity.min((mentees as u32).saturating_add(1)))
                .collect(),
            least: problem.mentors.iter().map(|one| one.minimum).collect(),
            wanted: problem
                .mentees
                .iter()
                .map(|one| one.capacity.min((mentors as u32).saturating_add(1)))
                .collect(),
            needed: problem.mentees.iter().map(|one| one.minimum).collect(),
            price: vec![0; mentors],
            floor: 0,
            alone,
            at: vec![NOBODY; mentees],
            own: vec![0; mentees],
            slot: vec![0; mentees],
            held: vec![SmallVec::new(); mentors + 1],
            several: Vec::new(),
            several_of: Vec::new(),
            lists: Shortlists::new(&problem.arcs),
            unit,
            journal: None,
        };
        market.admit(problem)?;
        Ok(market)
    }

    /// Pins use up capacity on both sides; who has several places left, or one and a pin beside it, is noted.
    fn admit(&mut self, problem: &Problem) -> Result<(), Error> {
        let mut pins = problem.pins.clone();
        pins.sort_unstable();
        check_pins(problem, &pins)?;
        for (at, one) in (0..).zip(&problem.mentees) {
            check_minimum(one, Who::Mentee(at))?;
            if one.may_close && pins.binary_search_by_key(&at, |pin| pin.0).is_err() {
                self.needed[at as usize] = 0;
            }
        }
        for (at, one) in (0..).zip(&problem.mentors) {
            check_minimum(one, Who::Mentor(at))?;
            if one.may_close && !pins.iter().any(|pin| pin.1 == at) {
                self.least[at as usize] = 0;
            }
        }
        for &(mentee, mentor) in &pins {
            let (i, j) = (mentee as usize, mentor as usize);
            self.wanted[i] = self.wanted[i].checked_sub(1).ok_or(Error::MenteeOverpinned { mentee })?;
            self.places[j] = self.places[j].checked_sub(1).ok_or(Error::MentorOverpinned { mentor })?;
            self.needed[i] = self.needed[i].saturating_sub(1);
            self.least[j] = self.least[j].saturating_sub(1);
        }
        if problem.mentees.iter().any(|one| one.capacity > 1) {
            self.several_of = vec![NOBODY; problem.mentees.len()];
            for (mentee, one) in (0..).zip(&problem.mentees) {
                if one.capacity > 1 && self.wanted[mentee as usize] > 0 {
                    self.several_of[mentee as usize] = self.several.len() as u32;
                    let first = pins.partition_point(|pin| pin.0 < mentee);
                    let pinned =
                        pins[first..].iter().take_while(|pin| pin.0 == mentee).map(|pin| pin.1).collect();
                    self.several.push(Several { mentee, pinned, ..Several::default() });
                }
            }
        }
        // Nobody can have a place where there is none; this price keeps everybody away.
        let dear = self.dear(&problem.arcs);
        for mentor in 0..self.price.len() {
            if self.places[mentor] == 0 {
                self.set_price(mentor, dear);
            }
        }
        Ok(())
    }

    /// Somebody joins after the last mentee, without a place for now.
    pub(crate) fn add_mentee(&mut self) {
        for list in [&mut self.wanted, &mut self.needed, &mut self.slot] {
            list.push(0);
        }
        self.at.push(NOBODY);
        self.own.push(0);
        self.lists.add_mentee();
    }

    /// Somebody joins after the last mentor, without a place for now.
    pub(crate) fn add_mentor(&mut self, arcs: &Arcs) {
        let (hub, dear) = (self.hub(), self.floor + self.dear(arcs));
        self.places.push(0);
        self.least.push(0);
        self.price.push(dear);
        self.lists.add_mentor(dear);
        self.held.insert(hub, SmallVec::new());
        for at in self.at.iter_mut().filter(|at| **at as usize == hub) {
            *at += 1;
        }
    }

    /// A price that nobody would pay.
    pub(crate) fn dear(&self, arcs: &Arcs) -> i64 {
        let most = arcs.most();
        2 * most + self.unit + self.alone.abs() + 1
    }

    pub(crate) fn hub(&self) -> usize {
        self.price.len()
    }

    pub(crate) fn set_price(&mut self, mentor: usize, price: i64) {
        self.note(Deed::Price(mentor, self.price[mentor]));
        self.price[mentor] = price;
        self.lists.set_price(mentor, price);
    }

    /// The place in `several`.
    pub(crate) fn several_of(&self, mentee: u32) -> Option<usize> {
        self.several_of.get(mentee as usize).filter(|at| **at != NOBODY).map(|&at| at as usize)
    }

    /// What being alone is worth now.
    pub(crate) fn alone_now(&self) -> i64 {
        self.alone - self.floor
    }

    /// What a mentee with one place has instead of a pair.
    pub(crate) fn option(&self, mentee: u32) -> i64 {
        if self.needed[mentee as usize] == 0 { self.alone_now() } else { NEVER }
    }

    pub(crate) fn is_free(&self, mentor: usize) -> bool {
        self.held[mentor].len() < self.places[mentor] as usize
    }

    /// Puts a mentee with one place to a mentor or to the hub, from wherever they were.
    pub(crate) fn put(&mut self, mentee: u32, to: usize, fit: i64) {
        self.take_away(mentee);
        self.at[mentee as usize] = to as u32;
        self.own[mentee as usize] = fit;
        self.slot[mentee as usize] = self.held[to].len() as u32;
        self.held[to].push(mentee);
        self.note(Deed::Put(mentee));
    }

    pub(crate) fn take_away(&mut self, mentee: u32) {
        let from = std::mem::replace(&mut self.at[mentee as usize], NOBODY);
        let Some(held) = self.held.get_mut(from as usize) else { return };
        let slot = self.slot[mentee as usize] as usize;
        held.swap_remove(slot);
        if let Some(journal) = &mut self.journal {
            journal.push(Deed::TakenAway { mentee, from, slot, own: self.own[mentee as usize] });
        }
        let held = &self.held[from as usize];
        if let Some(&moved) = held.get(slot)
            && self.several_of(moved).is_none()
        {
            self.slot[moved as usize] = slot as u32;
        }
    }

    pub(crate) fn add_several(&mut self, at: usize, mentor: u32, fit: i64) {
        let several = &mut self.several[at];
        several.taken.push((mentor, fit));
        self.held[mentor as usize].push(several.mentee);
    }

    pub(crate) fn drop_several(&mut self, at: usize, mentor: u32) {
        self.several[at].taken.retain(|taken| taken.0 != mentor);
        let (mentee, held) = (self.several[at].mentee, &mut self.held[mentor as usize]);
        let Some(slot) = held.iter().position(|&one| one == mentee) else { return };
        held.swap_remove(slot);
        if let Some(&moved) = held.get(slot)
            && self.several_of(moved).is_none()
        {
            self.slot[moved as usize] = slot as u32;
        }
    }

    /// The best two of a mentee's mentors at present prices, `option` being one more to choose from.
    pub(crate) fn choose(&mut self, arcs: &Arcs, mentee: usize, option: i64) -> Choice {
        self.choose_where(arcs, mentee, option, |_| 0)
    }

    /// The same, preferring among equals the mentor of the highest rank, as far as the shortlist tells.
    pub(crate) fn choose_where(
        &mut self,
        arcs: &Arcs,
        mentee: usize,
        option: i64,
        rank: impl Fn(usize) -> u8,
    ) -> Choice {
        let choice = self.choose_listed(mentee, option, &rank);
        if self.lists.rest(mentee) <= choice.second {
            return choice;
        }
        self.make_list(arcs, mentee);
        let choice = self.choose_listed(mentee, option, &rank);
        if self.lists.rest(mentee) <= choice.second {
            return choice;
        }
        let mut choice = Choice { best: option, second: NEVER, mentor: NOBODY, fit: 0 };
        arcs.each(mentee, |mentor, fit| choice.consider(mentor, fit, fit - self.price[mentor as usize]));
        choice
    }

    /// The same as [`Market::choose`], but reads the whole row where the shortlist is not enough: cheaper than a new
    /// list where prices rise so fast that it would not last. Of a thin table it reads the row at once, which is as long
    /// as a few lists (a third less time for 50,000 mentees who want the same mentors).
    pub(crate) fn weigh(&mut self, arcs: &Arcs, mentee: usize, option: i64) -> Choice {
        let mut choice = Choice { best: option, second: NEVER, mentor: NOBODY, fit: 0 };
        if arcs.is_matrix() {
            let listed = self.choose_listed(mentee, option, &|_| 0);
            if self.lists.rest(mentee) <= listed.second {
                return listed;
            }
            if self.lists.weigh(arcs, mentee, listed.second, |mentor, fit| {
                choice.consider(mentor, fit, fit - self.price[mentor as usize]);
                choice.second
            }) {
                return choice;
            }
        }
        arcs.each(mentee, |mentor, fit| choice.consider(mentor, fit, fit - self.price[mentor as usize]));
        choice
    }

    fn note(&mut self, deed: Deed) {
        if let Some(journal) = &mut self.journal {
            journal.push(deed);
        }
    }

    pub(crate) fn make_list(&mut self, arcs: &Arcs, mentee: usize) {
        self.note(Deed::Listed(mentee as u32));
        self.lists.make(arcs, &self.price, mentee);
    }

    pub(crate) fn raise_floor(&mut self, rise: i64) {
        self.note(Deed::Floor(self.floor));
        self.floor += rise;
    }

    pub(crate) fn set_places(&mut self, mentor: usize, places: u32, least: u32) {
        self.note(Deed::Places(mentor, self.places[mentor], self.least[mentor]));
        (self.places[mentor], self.least[mentor]) = (places, least);
    }

    pub(crate) fn set_wanted(&mut self, mentee: usize, wanted: u32, needed: u32) {
        self.note(Deed::Wanted(mentee, self.wanted[mentee], self.needed[mentee]));
        (self.wanted[mentee], self.needed[mentee]) = (wanted, needed);
    }

    /// Undoes what the journal says, the last first. Lists that were made meanwhile at higher prices are forgotten.
    pub(crate) fn undo(&mut self, deeds: Vec<Deed>) {
        self.journal = None;
        for deed in deeds.into_iter().rev() {
            match deed {
                Deed::Price(mentor, price) => self.set_price(mentor, price),
                Deed::Floor(floor) => self.floor = floor,
                Deed::Places(mentor, places, least) => self.set_places(mentor, places, least),
                Deed::Wanted(mentee, wanted, needed) => self.set_wanted(mentee, wanted, needed),
                Deed::Listed(mentee) => self.lists.forget(mentee as usize),
                Deed::Put(mentee) => self.take_away(mentee),
                Deed::TakenAway { mentee, from, slot, own } => self.put_back(mentee, from, slot, own),
            }
        }
    }

    /// The opposite of [`Market::take_away`], to the same place of the list.
    fn put_back(&mut self, mentee: u32, from: u32, slot: usize, own: i64) {
        (self.at[mentee as usize], self.own[mentee as usize]) = (from, own);
        let held = &mut self.held[from as usize];
        held.push(mentee);
        let last = held.len() - 1;
        held.swap(slot, last);
        for place in [slot, last] {
            self.slot[held[place] as usize] = place as u32;
        }
    }

    fn choose_listed(&self, mentee: usize, option: i64, rank: &impl Fn(usize) -> u8) -> Choice {
        let mut choice = Choice { best: option, second: NEVER, mentor: NOBODY, fit: 0 };
        for entry in self.lists.list(mentee) {
            if self.lists.key(entry) < choice.second {
                break;
            }
            let value = entry.fit - self.price[entry.mentor as usize];
            if value == choice.best
                && choice.mentor != NOBODY
                && rank(choice.mentor as usize) < rank(entry.mentor as usize)
            {
                choice = Choice { second: value, mentor: entry.mentor, fit: entry.fit, ..choice };
            } else {
                choice.consider(entry.mentor, entry.fit, value);
            }
        }
        choice
    }
}

impl Choice {
    fn consider(&mut self, mentor: u32, fit: i64, value: i64) {
        if value > self.best {
            *self = Choice { best: value, second: self.best, mentor, fit };
        } else if value > self.second {
            self.second = value;
        }
    }
}

fn check_minimum(one: &Person, who: Who) -> Result<(), Error> {
    if one.minimum > one.capacity { Err(Error::MinimumAboveCapacity { who }) } else { Ok(()) }
}

fn check_pins(problem: &Problem, pins: &[(u32, u32)]) -> Result<(), Error> {
    for (index, &(mentee, mentor)) in pins.iter().enumerate() {
        if mentee as usize >= problem.mentees.len() {
            return Err(Error::UnknownMentee { mentee });
        }
        if mentor as usize >= problem.mentors.len() {
            return Err(Error::UnknownMentor { mentor });
        }
        if index > 0 && pins[index - 1] == (mentee, mentor) {
            return Err(Error::DoubledPin { mentee, mentor });
        }
        if problem.arcs.fit(mentee, mentor).is_none() {
            return Err(Error::UnknownPair { mentee, mentor });
        }
    }
    Ok(())
}

/// The unit, with room for so many more pairs, or the arc whose fit leaves no room for one.
///
/// A pair is worth `(1, fit)` in lexicographic order. The solver packs the two into `unit + fit`, or rather lets
/// being alone be worth `-unit`. Two plans differ by at most `2 * pairs * fit` in fit, where `pairs` is the most
/// that fit into the capacities and `fit` the largest absolute fit, so a unit above that makes "as many pairs as
/// possible" come first, and one above twice that lets a loss be unpacked by rounding. A price is the alternating sum
/// of fits along a path of at most `2 * people + 2` arcs and at most one unit. An eighth of the range of `i64` for a
/// unit and such a sum leaves room for the two prices and the distance that are ever added up; and all of it must
/// still be there once it is multiplied by the scale.
pub(crate) fn unit(problem: &Problem, more: usize) -> Result<i64, Error> {
    let sum = |places: &mut dyn Iterator<Item = u32>| places.map(u128::from).sum::<u128>();
    let pairs = sum(&mut problem.mentors.iter().map(|one| one.capacity))
        .min(sum(&mut problem.mentees.iter().map(|one| one.capacity)))
        .min(problem.arcs.len() as u128)
        + more as u128;
    let in_a_price = 2 * problem.mentors.len().min(problem.mentees.len()) as u128 + 2;
    let most = problem.arcs.most().unsigned_abs() as u128;
    let scale = problem.arcs.scale.max(1).unsigned_abs() as u128;
    let (unit, other) = match problem.pairs {
        Pairs::Maximum => (4 * pairs * most + 2, 0),
        Pairs::Free { unmatched } => (0, u128::from(unmatched.unsigned_abs()) / scale),
    };
    let room = (2 * in_a_price).checked_mul(most).and_then(|sums| sums.checked_add(unit + 2 * other));
    let fits = |room: u128| room <= i64::MAX as u128 / 8 && room * scale <= i64::MAX as u128;
    if room.is_some_and(fits) {
        return Ok(unit as i64);
    }
    let extreme = problem.arcs.iter().fold(None::<crate::Arc>, |extreme, arc| match extreme {
        Some(other) if other.fit.unsigned_abs() >= arc.fit.unsigned_abs() => Some(other),
        _ => Some(arc),
    });
    let (mentee, mentor) = extreme.map_or((0, 0), |arc| (arc.mentee, arc.mentor));
    Err(Error::Overflow { mentee, mentor })
}
