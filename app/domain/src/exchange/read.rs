//! From files to an [`Instance`].
//!
//! Owns the order of reading and who the people are: whoever a score, a capacity or a preference names. A pin or a block
//! for somebody else is a mistake and refused. What the columns of a file mean stands in a module for each.

mod capacities;
mod pins;
mod preferences;
mod quotas;
mod rows;
mod scores;

use super::instance::Instance;
use super::roster::Roster;
use super::{Decimal, Fault, Reason, Sources};
use capacities::Capacities;
use matching::Person;
use preferences::Preferences;
use quotas::Asked;
use rows::Row;
use scores::Scores;
use std::borrow::Cow;

/// Reads all files. `unmatched` is what an unused place of a mentee counts where matches are weighed themselves.
///
/// # Errors
/// The first fault of the first file that has one; the files in the order of the fields of [`Sources`].
pub fn read(sources: &Sources, unmatched: Decimal) -> Result<Instance, Fault> {
    let mut people = People::default();
    let scores = sources.scores.map(|source| Scores::read(source, &mut people)).transpose()?;
    let capacities = sources.capacities.map(|source| Capacities::read(source, &mut people)).transpose()?;
    let preferences = sources.preferences.map(|source| Preferences::read(source, &mut people)).transpose()?;

    let asked = sources.quotas.map(Asked::read);
    // What is wrong with the quotas is said when it is their turn; scores and rewards share their decimals.
    let reward_places = asked.iter().flatten().map(Asked::places).max().unwrap_or_default();

    let (mentees, mentee_at) = people.mentees.sorted();
    let (mentors, mentor_at) = people.mentors.sorted();
    let order = Order { mentees: mentee_at, mentors: mentor_at };
    let mut instance = Instance {
        mentee_places: vec![Person::default(); mentees.len()],
        mentor_places: vec![Person::default(); mentors.len()],
        mentees,
        mentors,
        places: unmatched.places.max(reward_places),
        ..Instance::default()
    };
    match scores {
        Some(scores) => scores.settle(&order, unmatched, &mut instance)?,
        // Without scores nothing is computed with it.
        None => instance.unmatched = unmatched.units_at(instance.places).unwrap_or_default(),
    }
    if let Some(capacities) = capacities {
        capacities.settle(&order, &mut instance);
    }
    if let Some(preferences) = preferences {
        preferences.settle(&order, &mut instance)?;
    }
    if let Some(source) = sources.blocks {
        instance.blocks =
            pins::pairs(&instance, source)?.into_iter().map(|row| (row.mentee, row.mentor)).collect();
    }
    if let Some(source) = sources.pins {
        instance.pins = pins::pins(&instance, source)?;
    }
    if let Some(source) = sources.groups {
        quotas::groups(&mut instance, source)?;
    }
    if let Some(asked) = asked {
        asked?.settle(&mut instance)?;
    }
    Ok(instance)
}

/// Everybody named so far, numbered as they come.
#[derive(Default)]
struct People<'t> {
    mentees: Roster<'t>,
    mentors: Roster<'t>,
}

impl<'t> People<'t> {
    fn row(&mut self, mentee: Cow<'t, str>, mentor: Cow<'t, str>, line: u64) -> Result<Row, Reason> {
        let mentee = self.mentees.number(mentee).ok_or(Reason::TooLarge)?;
        let mentor = self.mentors.number(mentor).ok_or(Reason::TooLarge)?;
        Ok(Row { mentee, mentor, line: u32::try_from(line).map_err(|_| Reason::TooLarge)? })
    }

    fn person(&mut self, mentor: bool, id: Cow<'t, str>) -> Result<u32, Reason> {
        let roster = if mentor { &mut self.mentors } else { &mut self.mentees };
        roster.number(id).ok_or(Reason::TooLarge)
    }
}

/// For each number as people came, the place of the person among the sorted ids.
struct Order {
    mentees: Vec<u32>,
    mentors: Vec<u32>,
}

impl Order {
    fn of(&self, row: Row) -> Row {
        let Row { mentee, mentor, line } = row;
        Row { mentee: self.mentees[mentee as usize], mentor: self.mentors[mentor as usize], line }
    }
}

/// A field that may not be empty.
fn filled<'t>(field: Cow<'t, str>, column: &'static str) -> Result<Cow<'t, str>, Reason> {
    if field.is_empty() { Err(Reason::Empty(column)) } else { Ok(field) }
}

fn is_mentor(side: &str) -> Result<bool, Reason> {
    match side {
        "" => Err(Reason::Empty("side")),
        side if side.eq_ignore_ascii_case("mentor") => Ok(true),
        side if side.eq_ignore_ascii_case("mentee") => Ok(false),
        side => Err(Reason::BadSide(side.to_owned())),
    }
}
