//! What each edit changes.

use super::{Before, Edit, Past, Session};
use crate::market::{NOBODY, unit};
use crate::search::Search;
use crate::{Arc, Arcs, Error, Person, Problem, Who, settle};

/// What stood before, `None` where the edit needs a fresh start.
type Step = Result<Option<Before>, (Error, Before)>;

impl Session {
    /// Whether the edit makes sense at all.
    pub(super) fn check(&self, edit: &Edit) -> Result<(), Error> {
        let person = |mentee: u32, mentor: u32| {
            if mentee as usize >= self.problem.mentees.len() {
                Err(Error::UnknownMentee { mentee })
            } else if mentor as usize >= self.problem.mentors.len() {
                Err(Error::UnknownMentor { mentor })
            } else {
                Ok(self.problem.pins.contains(&(mentee, mentor)))
            }
        };
        match *edit {
            Edit::Pin { mentee, mentor } => {
                if person(mentee, mentor)? {
                    return Err(Error::DoubledPin { mentee, mentor });
                }
                match self.problem.arcs.fit(mentee, mentor) {
                    None => Err(Error::UnknownPair { mentee, mentor }),
                    Some(_) if self.market.wanted[mentee as usize] == 0 => {
                        Err(Error::MenteeOverpinned { mentee })
                    }
                    Some(_) if self.market.places[mentor as usize] == 0 => {
                        Err(Error::MentorOverpinned { mentor })
                    }
                    Some(_) => Ok(()),
                }
            }
            Edit::Unpin { mentee, mentor } => {
                if person(mentee, mentor)? {
                    Ok(())
                } else {
                    Err(Error::UnknownPair { mentee, mentor })
                }
            }
            Edit::Block { mentee, mentor } => {
                if person(mentee, mentor)? {
                    Err(Error::PinBlocked { mentee, mentor })
                } else {
                    Ok(())
                }
            }
            Edit::Allow { mentee, mentor, .. } => person(mentee, mentor).map(|_| ()),
            Edit::Change { who, person: Person { minimum, capacity, .. } } => {
                let known = match who {
                    Who::Mentee(mentee) if mentee as usize >= self.problem.mentees.len() => {
                        Err(Error::UnknownMentee { mentee })
                    }
                    Who::Mentor(mentor) if mentor as usize >= self.problem.mentors.len() => {
                        Err(Error::UnknownMentor { mentor })
                    }
                    _ => Ok(()),
                };
                known.and(if minimum > capacity { Err(Error::MinimumAboveCapacity { who }) } else { Ok(()) })
            }
            Edit::AddMentee { .. } | Edit::AddMentor { .. } => Ok(()),
        }
    }

    pub(super) fn step(&mut self, edit: &Edit) -> Step {
        match *edit {
            Edit::Pin { mentee, mentor } => self.pin(mentee, mentor).map(Some),
            Edit::Unpin { mentee, mentor } => self.unpin(mentee, mentor),
            Edit::Block { mentee, mentor } => self.set_fit(mentee, mentor, None),
            Edit::Allow { mentee, mentor, fit } => self.set_fit(mentee, mentor, Some(fit)),
            Edit::Change { who: Who::Mentor(mentor), person } => self.change_mentor(mentor, person),
            Edit::Change { who: Who::Mentee(mentee), person } => self.change_mentee(mentee, person),
            Edit::AddMentee { .. } | Edit::AddMentor { .. } => Ok(None),
        }
    }

    /// Lets somebody join, if that is what the edit says and the table can grow; `false` where it cannot.
    pub(super) fn join(&mut self, edit: &Edit) -> Result<bool, Error> {
        let (mentees, mentors) = (self.problem.mentees.len(), self.problem.mentors.len());
        let arc =
            |mentee: usize, mentor: usize, fit| Arc { mentee: mentee as u32, mentor: mentor as u32, fit };
        let (who, person, more): (Who, Person, Vec<Arc>) = match edit {
            Edit::AddMentee { person, fits } => {
                let more = fits.iter().map(|&(mentor, fit)| arc(mentees, mentor as usize, fit)).collect();
                (Who::Mentee(mentees as u32), *person, more)
            }
            Edit::AddMentor { person, fits } => {
                let more = fits.iter().map(|&(mentee, fit)| arc(mentee as usize, mentors, fit)).collect();
                (Who::Mentor(mentors as u32), *person, more)
            }
            _ => return Ok(false),
        };
        // The market counts no more places of a mentor than there were mentees.
        let counted = |one: &Person| one.capacity as usize <= mentees;
        if person.minimum > person.capacity || !self.problem.mentors.iter().all(counted) {
            return Ok(false);
        }
        let is_mentee = matches!(who, Who::Mentee(_));
        let size = (mentees + usize::from(is_mentee), mentors + usize::from(!is_mentee));
        let Some(arcs) = self.problem.arcs.grown(size.0, size.1, &more) else { return Ok(false) };
        let whole = (self.problem.clone(), self.market.clone());
        self.problem.arcs = arcs;
        if is_mentee {
            self.problem.mentees.push(Person::new(0));
            self.market.add_mentee();
        } else {
            self.problem.mentors.push(Person::new(0));
            self.market.add_mentor(&self.problem.arcs);
        }
        self.search = Search::new(&self.market);
        let fits = unit(&self.problem, 0).is_ok_and(|unit| unit <= self.market.unit);
        let done = if fits { self.step(&Edit::Change { who, person }) } else { Ok(None) };
        if !matches!(done, Ok(Some(_))) {
            (self.problem, self.market) = whole;
            self.search = Search::new(&self.market);
            return done.map(|_| false).map_err(|(error, _)| error);
        }
        self.past.push(Past::Whole(Box::new(whole)));
        Ok(true)
    }

    fn pin(&mut self, mentee: u32, mentor: u32) -> Result<Before, (Error, Before)> {
        let (i, j) = (mentee as usize, mentor as usize);
        self.problem.pins.push((mentee, mentor));
        self.market.take_away(mentee);
        self.market.set_wanted(i, 0, 0);
        self.market.set_places(j, self.market.places[j] - 1, self.market.least[j].saturating_sub(1));
        if !settle::empty_places(&self.problem.arcs, &mut self.market, &mut self.search, j) {
            return Err((Error::PinImpossible { mentee, mentor }, Before::Pinned));
        }
        if self.market.places[j] == 0 {
            let dear = self.market.price[j].max(self.market.floor + self.market.dear(&self.problem.arcs));
            self.market.set_price(j, dear);
        }
        self.settle().map_err(|error| (error, Before::Pinned))?;
        Ok(Before::Pinned)
    }

    fn unpin(&mut self, mentee: u32, mentor: u32) -> Step {
        let (i, j) = (mentee as usize, mentor as usize);
        let Some(place) = self.problem.pins.iter().position(|pin| *pin == (mentee, mentor)) else {
            return Ok(None);
        };
        let before = Before::Unpinned { place, pair: self.problem.pins.remove(place) };
        let pinned = self.problem.pins.iter().filter(|pin| pin.1 == mentor).count() as u32;
        let least = self.problem.mentors[j].minimum.saturating_sub(pinned);
        let was_dear = self.market.places[j] == 0;
        self.market.set_places(j, self.market.places[j] + 1, least);
        self.market.set_wanted(i, 1, self.problem.mentees[i].minimum);
        if was_dear {
            self.lower(j);
        }
        let placed = settle::place(&self.problem.arcs, &mut self.market, &mut self.search, mentee);
        match placed.and_then(|()| self.settle()) {
            Ok(()) => Ok(Some(before)),
            Err(error) => Err((error, before)),
        }
    }

    fn set_fit(&mut self, mentee: u32, mentor: u32, fit: Option<i64>) -> Step {
        let before = Before::Fit { mentee, mentor, fit: self.problem.arcs.fit(mentee, mentor) };
        if !self.problem.arcs.set(mentee, mentor, fit) {
            return Ok(None);
        }
        self.market.lists.forget(mentee as usize);
        let at = self.market.at[mentee as usize];
        if at == NOBODY || (fit.is_none() && at != mentor) {
            return Ok(Some(before));
        }
        self.market.take_away(mentee);
        let placed = settle::place(&self.problem.arcs, &mut self.market, &mut self.search, mentee);
        match placed.and_then(|()| self.settle()) {
            Ok(()) => Ok(Some(before)),
            Err(error) => Err((error, before)),
        }
    }

    fn change_mentee(&mut self, mentee: u32, person: Person) -> Step {
        let i = mentee as usize;
        let pinned = self.problem.pins.iter().filter(|pin| pin.0 == mentee).count() as u32;
        let old = self.problem.mentees[i];
        let before = Before::Person { who: Who::Mentee(mentee), person: old };
        let Some(wanted) = person.capacity.checked_sub(pinned) else {
            return Err((Error::MenteeOverpinned { mentee }, before));
        };
        if person.may_close || person.capacity > 1 {
            return Ok(None);
        }
        self.problem.mentees[i] = person;
        if person.capacity > old.capacity && self.market.unit > 0 && self.short_of_unit() {
            self.problem.mentees[i] = old;
            return Ok(None);
        }
        self.market.take_away(mentee);
        self.market.set_wanted(i, wanted, person.minimum.saturating_sub(pinned));
        let placed = match wanted {
            0 => Ok(()),
            _ => settle::place(&self.problem.arcs, &mut self.market, &mut self.search, mentee),
        };
        match placed.and_then(|()| self.settle()) {
            Ok(()) => Ok(Some(before)),
            Err(error) => Err((error, before)),
        }
    }

    fn change_mentor(&mut self, mentor: u32, person: Person) -> Step {
        let j = mentor as usize;
        let pinned = self.problem.pins.iter().filter(|pin| pin.1 == mentor).count() as u32;
        let most = (self.problem.mentees.len() as u32).saturating_add(1);
        let before = Before::Person { who: Who::Mentor(mentor), person: self.problem.mentors[j] };
        let Some(places) = person.capacity.min(most).checked_sub(pinned) else {
            return Err((Error::MentorOverpinned { mentor }, before));
        };
        // The unit grows with the number of places, and the room for it has been measured once.
        if person.may_close
            || person.capacity > self.problem.mentors[j].capacity
                && self.market.unit > 0
                && self.short_of_unit()
        {
            return Ok(None);
        }
        self.problem.mentors[j] = person;
        let was_dear = self.market.places[j] == 0;
        self.market.set_places(j, places, person.minimum.saturating_sub(pinned));
        // Also without places: for somebody who just joined, a price that is only dear may not be dear enough.
        if was_dear {
            self.lower(j);
        }
        if !settle::empty_places(&self.problem.arcs, &mut self.market, &mut self.search, j) {
            return Err((
                Error::TooFewMentors {
                    mentees: self.market.held[j].to_vec(),
                    needed: self.market.held[j].len() as u64,
                    available: u64::from(places),
                },
                before,
            ));
        }
        if places == 0 {
            let dear = self.market.price[j].max(self.market.floor + self.market.dear(&self.problem.arcs));
            self.market.set_price(j, dear);
        }
        match self.settle() {
            Ok(()) => Ok(Some(before)),
            Err(error) => Err((error, before)),
        }
    }

    /// Whether more places could make more pairs than the unit allows for.
    fn short_of_unit(&self) -> bool {
        let wanted: u64 = self.problem.mentees.iter().map(|one| u64::from(one.capacity)).sum();
        let pairs = wanted.min(self.problem.arcs.len() as u64) as i128;
        4 * pairs * i128::from(self.problem.arcs.most()) + 2 > i128::from(self.market.unit)
    }

    /// Lowers the price of a mentor who had no places to the least that nobody would rather pay.
    fn lower(&mut self, j: usize) {
        let mut price = self.market.floor;
        for mentee in 0..self.problem.mentees.len() {
            let Some(fit) = self.problem.arcs.unit(mentee as u32, j as u32) else { continue };
            let at = self.market.at[mentee] as usize;
            if at <= self.market.hub() {
                let here = self
                    .market
                    .price
                    .get(at)
                    .map_or(self.market.alone_now(), |price| self.market.own[mentee] - price);
                price = price.max(fit - here);
            }
            self.market.lists.forget(mentee);
        }
        self.market.set_price(j, price);
    }

    /// Mentors below the floor without need, minimums, holes: in this order, for a search from the hub (the last two)
    /// may meet nobody who would rather give a place up.
    fn settle(&mut self) -> Result<(), Error> {
        let arcs = &self.problem.arcs;
        for mentor in 0..self.market.hub() {
            settle::relieve(arcs, &mut self.market, &mut self.search, mentor);
        }
        settle::meet_minimums(arcs, &mut self.market, &mut self.search)?;
        settle::fill_holes(arcs, &mut self.market, &mut self.search);
        Ok(())
    }
}

/// The problem after an edit.
pub(super) fn changed(problem: &Problem, edit: &Edit) -> Result<Problem, Error> {
    let mut problem = problem.clone();
    let list = |problem: &Problem, but: Option<(u32, u32)>, more: Vec<Arc>| -> Result<Arcs, Error> {
        let kept = problem.arcs.iter().filter(|arc| Some((arc.mentee, arc.mentor)) != but);
        let list: Vec<Arc> = kept.chain(more).collect();
        Arcs::new(problem.mentees.len(), problem.mentors.len(), &list)
    };
    match edit {
        Edit::Pin { mentee, mentor } => problem.pins.push((*mentee, *mentor)),
        Edit::Unpin { mentee, mentor } => problem.pins.retain(|pin| *pin != (*mentee, *mentor)),
        Edit::Block { mentee, mentor } => problem.arcs = list(&problem, Some((*mentee, *mentor)), vec![])?,
        Edit::Allow { mentee, mentor, fit } => {
            let arc = Arc { mentee: *mentee, mentor: *mentor, fit: *fit };
            problem.arcs = list(&problem, Some((*mentee, *mentor)), vec![arc])?;
        }
        Edit::Change { who: Who::Mentee(at), person } => problem.mentees[*at as usize] = *person,
        Edit::Change { who: Who::Mentor(at), person } => problem.mentors[*at as usize] = *person,
        Edit::AddMentee { person, fits } => {
            let mentee = problem.mentees.len() as u32;
            problem.mentees.push(*person);
            let more = fits.iter().map(|&(mentor, fit)| Arc { mentee, mentor, fit }).collect();
            problem.arcs = list(&problem, None, more)?;
        }
        Edit::AddMentor { person, fits } => {
            let mentor = problem.mentors.len() as u32;
            problem.mentors.push(*person);
            let more = fits.iter().map(|&(mentee, fit)| Arc { mentee, mentor, fit }).collect();
            problem.arcs = list(&problem, None, more)?;
        }
    }
    Ok(problem)
}
