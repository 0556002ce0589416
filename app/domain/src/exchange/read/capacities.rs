//! `capacities.csv`: how many partners somebody may have, and must.

use super::{Fault, Instance, Order, People, Reason, filled, is_mentor};
use crate::exchange::Source;
use crate::exchange::records::Records;
use matching::Person;
use std::collections::HashSet;

pub(super) struct Capacities {
    /// Whether it is a mentor, who, and what they may have.
    rows: Vec<(bool, u32, Person)>,
}

impl Capacities {
    pub(super) fn read<'t>(source: Source<'t>, people: &mut People<'t>) -> Result<Capacities, Fault> {
        let names = ["side", "id", "capacity", "minimum", "may_close"];
        let mut records = Records::new(&source, &names, 3)?;
        let (mut rows, mut seen) = (Vec::new(), HashSet::new());
        while let Some(record) = records.next::<5>()? {
            let fault = |reason| records.fault(record.line, reason);
            let [side, id, capacity, minimum, may_close] = record.fields;
            let mentor = is_mentor(&side).map_err(fault)?;
            let id = filled(id, "id").map_err(fault)?;
            let number = people.person(mentor, id.clone()).map_err(fault)?;
            let person = Person {
                capacity: count(&capacity, 1).map_err(fault)?,
                minimum: count(&minimum, 0).map_err(fault)?,
                may_close: yes_no(&may_close).map_err(fault)?,
            };
            if person.minimum > person.capacity {
                let Person { minimum, capacity, .. } = person;
                return Err(fault(Reason::MinimumAboveCapacity { minimum, capacity }));
            }
            if !seen.insert((mentor, number)) {
                return Err(fault(Reason::DoubledPerson(id.into_owned())));
            }
            rows.push((mentor, number, person));
        }
        Ok(Capacities { rows })
    }

    pub(super) fn settle(self, order: &Order, instance: &mut Instance) {
        for (mentor, number, person) in self.rows {
            match mentor {
                true => instance.mentor_places[order.mentors[number as usize] as usize] = person,
                false => instance.mentee_places[order.mentees[number as usize] as usize] = person,
            }
        }
    }
}

pub(super) fn count(given: &str, default: u32) -> Result<u32, Reason> {
    let digits = given.strip_prefix(['+', '-']).unwrap_or(given);
    if given.is_empty() {
        Ok(default)
    } else if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        Err(Reason::BadCount(given.to_owned()))
    } else if given.starts_with('-') && digits.bytes().any(|byte| byte != b'0') {
        Err(Reason::NegativeCount(given.to_owned()))
    } else {
        digits.parse().map_err(|_| Reason::Overflow(given.to_owned()))
    }
}

fn yes_no(given: &str) -> Result<bool, Reason> {
    match given {
        "" => Ok(false),
        given if given.eq_ignore_ascii_case("no") => Ok(false),
        given if given.eq_ignore_ascii_case("yes") => Ok(true),
        given => Err(Reason::BadYesNo(given.to_owned())),
    }
}
