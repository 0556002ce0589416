//! From files to an [`Instance`].
//!
//! Owns what the columns mean and every check of them. People are whoever a score, a capacity or a preference
//! names; a pin or a block for somebody else is a mistake and refused.

use super::instance::{Instance, Wish};
use super::records::Records;
use super::roster::{Roster, find};
use super::{Decimal, Fault, NotDecimal, Reason, Source, Sources};
use matching::{Arc, Person};
use std::borrow::Cow;

/// Reads all files. `unmatched` is what an unused place of a mentee counts where matches are weighed themselves.
///
/// # Errors
/// The first fault of the first file that has one; the files in the order of their fields in [`Sources`].
pub fn read(sources: &Sources, unmatched: Decimal) -> Result<Instance, Fault> {
    let mut reader = Reader::default();
    if let Some(source) = &sources.scores {
        reader.scores(source)?;
    }
    if let Some(source) = &sources.capacities {
        reader.capacities(source)?;
    }
    if let Some(source) = &sources.preferences {
        reader.preferences(source)?;
    }
    let mut instance = reader.instance(sources, unmatched)?;
    if let Some(source) = &sources.blocks {
        instance.blocks = pairs(&instance, source)?.into_iter().map(|(pair, _)| pair).collect();
    }
    if let Some(source) = &sources.pins {
        instance.pins = pins(&instance, source)?;
    }
    Ok(instance)
}

/// Rows as they come, people numbered as they come.
#[derive(Default)]
struct Reader<'t> {
    mentees: Roster<'t>,
    mentors: Roster<'t>,
    scores: Vec<Score>,
    capacities: Vec<(bool, u32, Person)>,
    wishes: Vec<(bool, Row, i64)>,
}

/// A pair and the line that it stands on.
#[derive(Clone, Copy)]
struct Row {
    mentee: u32,
    mentor: u32,
    line: u32,
}

struct Score {
    row: Row,
    score: Decimal,
}

impl<'t> Reader<'t> {
    fn scores(&mut self, source: &Source<'t>) -> Result<(), Fault> {
        let mut records = Records::new(source, &["mentee", "mentor", "score"], 3)?;
        while let Some(record) = records.next::<3>()? {
            let fault = |reason| records.fault(record.line, reason);
            let [mentee, mentor, score] = record.fields;
            let row = self.row(mentee, mentor, record.line).map_err(fault)?;
            let score = score.parse().map_err(|cause| {
                let given = score.clone().into_owned();
                fault(match cause {
                    NotDecimal::Malformed if given.is_empty() => Reason::Empty("score"),
                    NotDecimal::Malformed => Reason::BadScore(given),
                    NotDecimal::Overflow => Reason::Overflow(given),
                })
            })?;
            self.scores.push(Score { row, score });
        }
        Ok(())
    }

    fn capacities(&mut self, source: &Source<'t>) -> Result<(), Fault> {
        let names = ["side", "id", "capacity", "minimum", "may_close"];
        let mut records = Records::new(source, &names, 3)?;
        while let Some(record) = records.next::<5>()? {
            let fault = |reason| records.fault(record.line, reason);
            let [side, id, capacity, minimum, may_close] = record.fields;
            let mentor = is_mentor(&side).map_err(fault)?;
            let place = self.person(mentor, id).map_err(fault)?;
            let person = Person {
                capacity: count(&capacity, 1).map_err(fault)?,
                minimum: count(&minimum, 0).map_err(fault)?,
                may_close: yes_no(&may_close).map_err(fault)?,
            };
            if person.minimum > person.capacity {
                let Person { minimum, capacity, .. } = person;
                return Err(fault(Reason::MinimumAboveCapacity { minimum, capacity }));
            }
            self.capacities.push((mentor, place, person));
            if u32::try_from(self.capacities.len()).is_err() {
                return Err(fault(Reason::TooLarge));
            }
        }
        self.one_capacity_each(source)
    }

    /// Nobody has two capacities.
    fn one_capacity_each(&self, source: &Source<'t>) -> Result<(), Fault> {
        let mut seen = std::collections::HashSet::new();
        let Some(at) = self.capacities.iter().position(|&(mentor, place, _)| !seen.insert((mentor, place)))
        else {
            return Ok(());
        };
        // Read once more, to say where; this happens once at most.
        let mut records = Records::new(source, &["side", "id", "capacity", "minimum", "may_close"], 3)?;
        for _ in 0..at {
            records.next::<5>()?;
        }
        let (line, id) = records.next::<5>()?.map_or((0, String::new()), |record| {
            let [_, id, ..] = record.fields;
            (record.line, id.into_owned())
        });
        Err(records.fault(line, Reason::DoubledPerson(id)))
    }

    fn preferences(&mut self, source: &Source<'t>) -> Result<(), Fault> {
        let mut records = Records::new(source, &["side", "id", "rank", "choice"], 4)?;
        while let Some(record) = records.next::<4>()? {
            let fault = |reason| records.fault(record.line, reason);
            let [side, id, rank, choice] = record.fields;
            let mentor = is_mentor(&side).map_err(fault)?;
            if choice.is_empty() {
                return Err(fault(Reason::Empty("choice")));
            }
            if id.is_empty() {
                return Err(fault(Reason::Empty("id")));
            }
            let (mentee, mentor_id) = if mentor { (choice, id) } else { (id, choice) };
            let row = self.row(mentee, mentor_id, record.line).map_err(fault)?;
            let rank = rank.parse().map_err(|_| match rank.is_empty() {
                true => fault(Reason::Empty("rank")),
                false => fault(Reason::BadRank(rank.clone().into_owned())),
            })?;
            self.wishes.push((mentor, row, rank));
        }
        Ok(())
    }

    fn row(&mut self, mentee: Cow<'t, str>, mentor: Cow<'t, str>, line: u64) -> Result<Row, Reason> {
        if mentee.is_empty() {
            return Err(Reason::Empty("mentee"));
        }
        if mentor.is_empty() {
            return Err(Reason::Empty("mentor"));
        }
        let mentee = self.mentees.number(mentee).ok_or(Reason::TooLarge)?;
        let mentor = self.mentors.number(mentor).ok_or(Reason::TooLarge)?;
        Ok(Row { mentee, mentor, line: u32::try_from(line).map_err(|_| Reason::TooLarge)? })
    }

    fn person(&mut self, mentor: bool, id: Cow<'t, str>) -> Result<u32, Reason> {
        if id.is_empty() {
            return Err(Reason::Empty("id"));
        }
        let roster = if mentor { &mut self.mentors } else { &mut self.mentees };
        roster.number(id).ok_or(Reason::TooLarge)
    }

    /// Puts everybody into their final order, and every row with them.
    fn instance(self, sources: &Sources, unmatched: Decimal) -> Result<Instance, Fault> {
        let (mentees, mentee_at) = self.mentees.sorted();
        let (mentors, mentor_at) = self.mentors.sorted();
        let mut instance = Instance {
            mentee_places: vec![Person::default(); mentees.len()],
            mentor_places: vec![Person::default(); mentors.len()],
            mentees,
            mentors,
            ..Instance::default()
        };
        let at = |row: Row| Row {
            mentee: mentee_at[row.mentee as usize],
            mentor: mentor_at[row.mentor as usize],
            ..row
        };
        for (mentor, place, person) in self.capacities {
            match mentor {
                true => instance.mentor_places[mentor_at[place as usize] as usize] = person,
                false => instance.mentee_places[mentee_at[place as usize] as usize] = person,
            }
        }
        let wishes = |of_mentors: bool| {
            let mine = self.wishes.iter().filter(|(mentor, _, _)| *mentor == of_mentors);
            mine.map(|&(_, row, rank)| (at(row), rank)).collect::<Vec<_>>()
        };
        for (of_mentors, list) in [(false, &mut instance.mentee_wishes), (true, &mut instance.mentor_wishes)]
        {
            let (rows, doubled) = sorted(wishes(of_mentors), |it| it.0);
            if let (Some(row), Some(source)) = (doubled, &sources.preferences) {
                let (mentee, mentor) =
                    (&instance.mentees[row.mentee as usize], &instance.mentors[row.mentor as usize]);
                let (who, choice) = if of_mentors { (mentor, mentee) } else { (mentee, mentor) };
                let reason = Reason::DoubledChoice { who: who.clone(), choice: choice.clone() };
                return Err(source.fault(row.line, reason));
            }
            *list = rows
                .iter()
                .map(|&(Row { mentee, mentor, .. }, rank)| Wish { mentee, mentor, rank })
                .collect();
        }
        let places = self.scores.iter().map(|it| it.score.places).chain([unmatched.places]).max();
        instance.places = places.unwrap_or_default();
        instance.unmatched = unmatched.units_at(instance.places).ok_or_else(|| {
            let file = sources.scores.map_or("", |source| source.name).to_owned();
            Fault { file, line: 1, reason: Reason::Overflow(unmatched.to_string()) }
        })?;
        if let Some(source) = &sources.scores {
            let too_large = |it: &Score| it.score.units_at(instance.places).is_none();
            if let Some(it) = self.scores.iter().find(|it| too_large(it)) {
                return Err(source.fault(it.row.line, Reason::Overflow(it.score.to_string())));
            }
            let rows = self.scores.iter().map(|it| (at(it.row), it.score.units_at(instance.places)));
            let (rows, doubled) = sorted(rows.collect(), |it| it.0);
            if let Some(row) = doubled {
                return Err(source.fault(row.line, doubled_pair(&instance, row.mentee, row.mentor)));
            }
            let arc = |(Row { mentee, mentor, .. }, fit): (Row, Option<i64>)| Arc {
                mentee,
                mentor,
                fit: fit.unwrap_or_default(),
            };
            instance.scores = Some(rows.into_iter().map(arc).collect());
        }
        Ok(instance)
    }
}

/// The rows by mentee and mentor, and the first line of the file that repeats an earlier pair.
fn sorted<T>(mut rows: Vec<T>, row: impl Fn(&T) -> Row) -> (Vec<T>, Option<Row>) {
    rows.sort_unstable_by_key(|it| {
        let Row { mentee, mentor, line } = row(it);
        (u64::from(mentee) << 32 | u64::from(mentor), line)
    });
    let twice = |two: &&[T]| {
        let (one, other) = (row(&two[0]), row(&two[1]));
        (one.mentee, one.mentor) == (other.mentee, other.mentor)
    };
    let doubled = rows.windows(2).filter(twice).map(|two| row(&two[1])).min_by_key(|row| row.line);
    (rows, doubled)
}

/// The pairs of a file of pins or blocks, sorted, with their lines.
fn pairs(instance: &Instance, source: &Source) -> Result<Vec<((u32, u32), u32)>, Fault> {
    let mut records = Records::new(source, &["mentee", "mentor"], 2)?;
    let mut rows = Vec::new();
    while let Some(record) = records.next::<2>()? {
        let fault = |reason| records.fault(record.line, reason);
        let [mentee, mentor] = &record.fields;
        let find_in = |ids, id: &str, column, unknown: fn(String) -> Reason| match id {
            "" => Err(Reason::Empty(column)),
            id => find(ids, id).ok_or_else(|| unknown(id.to_owned())),
        };
        let mentee = find_in(&instance.mentees, mentee, "mentee", Reason::UnknownMentee).map_err(fault)?;
        let mentor = find_in(&instance.mentors, mentor, "mentor", Reason::UnknownMentor).map_err(fault)?;
        let line = u32::try_from(record.line).map_err(|_| fault(Reason::TooLarge))?;
        rows.push(Row { mentee, mentor, line });
    }
    let (rows, doubled) = sorted(rows, |row| *row);
    match doubled {
        Some(row) => Err(source.fault(row.line, doubled_pair(instance, row.mentee, row.mentor))),
        None => Ok(rows.into_iter().map(|row| ((row.mentee, row.mentor), row.line)).collect()),
    }
}

/// The pins, each of them allowed, and all of them within the capacities.
fn pins(instance: &Instance, source: &Source) -> Result<Vec<(u32, u32)>, Fault> {
    let mut rows = pairs(instance, source)?;
    let ids = |(mentee, mentor): (u32, u32)| {
        (instance.mentees[mentee as usize].clone(), instance.mentors[mentor as usize].clone())
    };
    // In the order of the file, so that the line that goes too far is the one that is named.
    rows.sort_unstable_by_key(|(_, line)| *line);
    let (mut mentees, mut mentors) =
        (vec![0_u32; instance.mentees.len()], vec![0_u32; instance.mentors.len()]);
    for &(pair, line) in &rows {
        let (mentee, mentor) = ids(pair);
        if instance.blocks.binary_search(&pair).is_ok() {
            return Err(source.fault(line, Reason::PinBlocked { mentee, mentor }));
        }
        if !instance.lists(pair.0, pair.1) {
            return Err(source.fault(line, Reason::PinNotAllowed { mentee, mentor }));
        }
        let capacity = instance.mentee_places[pair.0 as usize].capacity;
        mentees[pair.0 as usize] += 1;
        if mentees[pair.0 as usize] > capacity {
            return Err(source.fault(line, Reason::MenteeOverpinned { mentee, capacity }));
        }
        let capacity = instance.mentor_places[pair.1 as usize].capacity;
        mentors[pair.1 as usize] += 1;
        if mentors[pair.1 as usize] > capacity {
            return Err(source.fault(line, Reason::MentorOverpinned { mentor, capacity }));
        }
    }
    let mut pins: Vec<_> = rows.into_iter().map(|(pair, _)| pair).collect();
    pins.sort_unstable();
    Ok(pins)
}

fn doubled_pair(instance: &Instance, mentee: u32, mentor: u32) -> Reason {
    Reason::DoubledPair {
        mentee: instance.mentees[mentee as usize].clone(),
        mentor: instance.mentors[mentor as usize].clone(),
    }
}

fn is_mentor(side: &str) -> Result<bool, Reason> {
    match side {
        "" => Err(Reason::Empty("side")),
        side if side.eq_ignore_ascii_case("mentor") => Ok(true),
        side if side.eq_ignore_ascii_case("mentee") => Ok(false),
        side => Err(Reason::BadSide(side.to_owned())),
    }
}

fn count(given: &str, default: u32) -> Result<u32, Reason> {
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
