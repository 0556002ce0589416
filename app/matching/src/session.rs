//! A plan that stays the best while the problem changes.
//!
//! Owns the edits: what each changes in the market and which searches make the market whole again. Most take one or
//! two searches from the present prices, whatever the size of the problem; for somebody who joins the table is copied
//! beside. Solved anew is what the table cannot hold (a fit with more decimals, say), and any edit while somebody may
//! have several mentors.
//!
//! - A **pin** takes the pair out of the market: the mentee leaves a hole where they were, and the mentor who gets
//!   them may have one too many, who goes the cheapest way.
//! - **Unpin**, **block** and a changed **fit**: the mentee looks for a place again.
//! - A **capacity**: new places are holes, missing ones send somebody away; minimums likewise.
//! - Who **joins** has no place at first, and then as many as they should have.
//!
//! Holes are then filled or fall in price (`settle`). This is the dynamic Hungarian method (Mills-Tettey, Stentz and
//! Dias 2007) on counted places. An edit that leaves no plan is refused and changes nothing.
//!
//! **Undo** restores plan and prices exactly, from a journal of what changed, not by the opposite edit, which may find
//! another plan that is as good.

mod edits;

use crate::market::{Deed, Market};
use crate::regret::{Regret, Regrets};
use crate::search::Search;
use crate::{Error, Person, Plan, Problem, Who, certify, settle};

/// So many pairs may be added, and one for each eight that there are, before prices are made anew.
const ROOM: usize = 64;

/// A problem and its best plan.
#[derive(Clone, Debug)]
pub struct Session {
    problem: Problem,
    market: Market,
    search: Search,
    past: Vec<Past>,
}

/// A change of the problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    Pin {
        mentee: u32,
        mentor: u32,
    },
    Unpin {
        mentee: u32,
        mentor: u32,
    },
    /// The pair is no longer allowed.
    Block {
        mentee: u32,
        mentor: u32,
    },
    /// The pair is allowed, with this fit.
    Allow {
        mentee: u32,
        mentor: u32,
        fit: i64,
    },
    /// How many partners somebody may have. Capacity 0 takes them out.
    Change {
        who: Who,
        person: Person,
    },
    /// A mentee joins, after the last, with the fits of the mentors they may have.
    AddMentee {
        person: Person,
        fits: Vec<(u32, i64)>,
    },
    /// A mentor joins, after the last, with the fits of the mentees they may have.
    AddMentor {
        person: Person,
        fits: Vec<(u32, i64)>,
    },
}

/// What an edit changed.
#[derive(Clone, Debug)]
enum Past {
    Deeds { deeds: Vec<Deed>, before: Before },
    Whole(Box<(Problem, Market)>),
}

/// What stood in the problem before.
#[derive(Clone, Debug)]
enum Before {
    Pinned,
    Unpinned { place: usize, pair: (u32, u32) },
    Fit { mentee: u32, mentor: u32, fit: Option<i64> },
    Person { who: Who, person: Person },
}

impl Session {
    /// Solves the problem.
    ///
    /// # Errors
    /// Those of [`solve`](crate::solve), and [`Error::MayClose`]: groups that may close are not for sessions.
    pub fn new(problem: &Problem) -> Result<Session, Error> {
        crate::fair::may_not_close(problem)?;
        let problem = problem.in_units().into_owned();
        let (market, search) = begin(&problem)?;
        Ok(Session { problem, market, search, past: Vec::new() })
    }

    /// The problem as it is now.
    pub fn problem(&self) -> &Problem {
        &self.problem
    }

    /// The best plan, with its proof. O(arcs) where some mentee is alone, else O(people).
    pub fn plan(&self) -> Plan {
        certify::plan(&self.problem, &self.market)
    }

    /// The pairs of the best plan, sorted.
    pub fn pairs(&self) -> Vec<(u32, u32)> {
        certify::pairs(&self.problem, &self.market)
    }

    /// The sum of their fits.
    pub fn total(&self) -> i64 {
        let fit = |pair: &(u32, u32)| self.problem.arcs.fit(pair.0, pair.1);
        self.pairs().iter().filter_map(fit).sum()
    }

    /// The losses of all pairs, as of now.
    pub fn regrets(&self) -> Regrets {
        Regrets::of(self.problem.clone(), self.market.clone())
    }

    /// The losses of the pairs of one mentee, as of now: as [`Session::regrets`] tells them, sooner. O(arcs + mentors²)
    /// where nobody may have several mentors.
    pub fn losses(&self, mentee: u32) -> Vec<Regret> {
        if self.market.several_of.is_empty() {
            return Regrets::of_mentee(&self.problem, &self.market, mentee);
        }
        self.regrets().row(mentee)
    }

    /// Changes the problem and the plan with it.
    ///
    /// # Errors
    /// Those of [`solve`](crate::solve) for the changed problem; then nothing has changed. Unpinning a pair that is
    /// not pinned and blocking one that is pinned are [`Error::UnknownPair`] and [`Error::PinBlocked`].
    pub fn apply(&mut self, edit: &Edit) -> Result<(), Error> {
        self.check(edit)?;
        if self.market.several_of.is_empty() && self.market.floor < self.too_high() {
            if self.join(edit)? {
                return Ok(());
            }
            self.market.journal = Some(Vec::new());
            let done = self.step(edit);
            let deeds = self.market.journal.take().unwrap_or_default();
            match done {
                Ok(Some(before)) => {
                    self.past.push(Past::Deeds { deeds, before });
                    return Ok(());
                }
                Ok(None) => self.market.undo(deeds),
                Err((error, before)) => {
                    self.market.undo(deeds);
                    self.restore(before);
                    return Err(error);
                }
            }
        }
        self.anew(edit)
    }

    /// Takes back the last edit; `false` where there is none.
    pub fn undo(&mut self) -> bool {
        match self.past.pop() {
            None => return false,
            Some(Past::Deeds { deeds, before }) => {
                self.market.undo(deeds);
                self.restore(before);
            }
            Some(Past::Whole(whole)) => {
                (self.problem, self.market) = *whole;
                self.search = Search::new(&self.market);
            }
        }
        true
    }

    /// Forgets what could be taken back. A session that follows something that others undo would otherwise only grow.
    pub fn forget(&mut self) {
        self.past.clear();
    }

    /// Solves the changed problem from scratch.
    fn anew(&mut self, edit: &Edit) -> Result<(), Error> {
        let problem = edits::changed(&self.problem, edit)?.in_units().into_owned();
        crate::fair::may_not_close(&problem)?;
        let (market, search) = begin(&problem)?;
        self.search = search;
        let before =
            (std::mem::replace(&mut self.problem, problem), std::mem::replace(&mut self.market, market));
        self.past.push(Past::Whole(Box::new(before)));
        Ok(())
    }

    /// With a higher floor prices are made anew: the shortlists of narrow tables compare in 32 bits.
    fn too_high(&self) -> i64 {
        if self.problem.arcs.is_narrow() { 1 << 29 } else { i64::MAX / 64 }
    }

    fn restore(&mut self, before: Before) {
        match before {
            Before::Pinned => {
                self.problem.pins.pop();
            }
            Before::Unpinned { place, pair } => self.problem.pins.insert(place, pair),
            Before::Fit { mentee, mentor, fit } => {
                self.problem.arcs.set(mentee, mentor, fit);
                self.market.lists.forget(mentee as usize);
            }
            Before::Person { who: Who::Mentee(at), person } => self.problem.mentees[at as usize] = person,
            Before::Person { who: Who::Mentor(at), person } => self.problem.mentors[at as usize] = person,
        }
    }
}

/// The best plan from scratch, with room for more people.
fn begin(problem: &Problem) -> Result<(Market, Search), Error> {
    let mut market = Market::with_room(problem, ROOM + problem.mentees.len() / 8)?;
    let search = settle::best(problem, &mut market)?;
    Ok((market, search))
}
