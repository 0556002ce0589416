//! A match plan as a list of pairs: what is written into a file, and what is read from one.
//!
//! A row names a mentee and a mentor by e-mail address, by employee number, or by a name that only one of them has; a row
//! without a mentor is somebody who waits. Whatever else stands in it is left alone. A row about somebody who is not known,
//! or who stands in an earlier row already, is refused and the others are read.

use super::Refusal;
use crate::import::table::Table;
use crate::import::value::yes_or_no;
use crate::import::{Field, clean, field_of, fold};
use crate::text::board as words;
use crate::{ParticipationId, Role};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The most pairs that one list may have.
pub const MOST_PAIRS: usize = 10_000;

/// Who is meant by a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Who {
    pub email: String,
    pub number: String,
    pub name: String,
}

impl Who {
    fn is_nobody(&self) -> bool {
        self.email.is_empty() && self.number.is_empty() && self.name.is_empty()
    }

    /// As the row calls them.
    fn called(&self) -> String {
        [&self.name, &self.email, &self.number]
            .into_iter()
            .find(|text| !text.is_empty())
            .cloned()
            .unwrap_or_default()
    }
}

/// Knows who takes part.
pub trait Register {
    /// Who in this role is meant; none where nobody or more than one is.
    fn find(&self, role: Role, who: &Who) -> Option<ParticipationId>;
}

/// A pair of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListedPair {
    /// As a spreadsheet shows it.
    pub row: u32,
    pub mentee: ParticipationId,
    pub mentor: ParticipationId,
    pub pinned: bool,
}

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListProblem {
    pub row: u32,
    pub why: String,
}

/// What a list says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PairList {
    pub pairs: Vec<ListedPair>,
    /// Rows without a mentor.
    pub waiting: u32,
    pub problems: Vec<ListProblem>,
}

/// Where each thing stands in a row.
#[derive(Default)]
struct Columns {
    mentee: BTreeMap<usize, Field>,
    mentor: BTreeMap<usize, Field>,
    pinned: Option<usize>,
}

/// The headings of a list that [`read_pairs`] reads again: those of the mentee, of the mentor, fit, pinned.
pub fn pair_headings() -> [&'static str; 8] {
    [
        words::list_mentee(),
        words::list_mentee_email(),
        words::list_mentee_number(),
        words::list_mentor(),
        words::list_mentor_email(),
        words::list_mentor_number(),
        words::list_fit(),
        words::list_pinned(),
    ]
}

/// Reads the pairs of a list.
///
/// # Errors
/// [`Refusal::ListWithoutPeople`], [`Refusal::ListTooLong`].
pub fn read_pairs(table: &Table, register: &dyn Register) -> Result<PairList, Refusal> {
    if table.rows.len() > MOST_PAIRS {
        return Err(Refusal::ListTooLong { limit: MOST_PAIRS });
    }
    let columns = columns(&table.headings);
    if columns.mentee.is_empty() || columns.mentor.is_empty() {
        return Err(Refusal::ListWithoutPeople);
    }
    let mut list = PairList::default();
    let mut seen: BTreeMap<ParticipationId, u32> = BTreeMap::new();
    for row in &table.rows {
        let cell = |at: usize| row.cells.get(at).map(|cell| clean::line(cell)).unwrap_or_default();
        let who = |columns: &BTreeMap<usize, Field>| {
            let mut who = Who::default();
            for (at, field) in columns {
                match field {
                    Field::Email => who.email = cell(*at).to_lowercase(),
                    Field::ExternalId => who.number = cell(*at),
                    _ => who.name = cell(*at),
                }
            }
            who
        };
        let pinned = columns.pinned.map(cell).filter(|text| !clean::is_blank(text));
        match pair(&who(&columns.mentee), &who(&columns.mentor), pinned.as_deref(), register) {
            Ok(Some((mentee, mentor, pinned))) => match seen.get(&mentee) {
                Some(first) => {
                    list.problems.push(ListProblem { row: row.number, why: words::list_twice(*first) });
                }
                None => {
                    seen.insert(mentee, row.number);
                    list.pairs.push(ListedPair { row: row.number, mentee, mentor, pinned });
                }
            },
            Ok(None) => list.waiting += 1,
            Err(why) => list.problems.push(ListProblem { row: row.number, why }),
        }
    }
    Ok(list)
}

type Pair = (ParticipationId, ParticipationId, bool);

fn pair(
    mentee: &Who,
    mentor: &Who,
    pinned: Option<&str>,
    register: &dyn Register,
) -> Result<Option<Pair>, String> {
    if mentee.is_nobody() {
        return Err(words::list_no_mentee().to_owned());
    }
    let id =
        register.find(Role::Mentee, mentee).ok_or_else(|| words::list_unknown_mentee(mentee.called()))?;
    if mentor.is_nobody() {
        return Ok(None);
    }
    let with =
        register.find(Role::Mentor, mentor).ok_or_else(|| words::list_unknown_mentor(mentor.called()))?;
    let pinned = pinned.map_or(Ok(false), yes_or_no).map_err(|_| words::list_not_yes_or_no().to_owned())?;
    Ok(Some((id, with, pinned)))
}

fn columns(headings: &[String]) -> Columns {
    let mut columns = Columns::default();
    for (at, heading) in headings.iter().enumerate() {
        let folded = fold(heading);
        let words: Vec<&str> = folded.split(' ').filter(|word| *word != "s").collect();
        let names =
            |role: &str| words.iter().any(|word| *word == role || word.strip_suffix('s') == Some(role));
        let rest: Vec<&str> = words
            .iter()
            .copied()
            .filter(|word| !["mentee", "mentor", "mentees", "mentors"].contains(word))
            .collect();
        let field = match rest.is_empty() {
            true => Some(Field::Name),
            false => field_of(&rest.join(" ")),
        };
        let field = field.filter(|field| [Field::Email, Field::ExternalId, Field::Name].contains(field));
        match (names("mentee"), names("mentor"), field) {
            (true, false, Some(field)) => drop(columns.mentee.insert(at, field)),
            (false, true, Some(field)) => drop(columns.mentor.insert(at, field)),
            _ if folded == fold(words::list_pinned()) => columns.pinned = Some(at),
            _ => {}
        }
    }
    columns
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::table;
    use proptest::prelude::*;
    use uuid::Uuid;

    /// Knows people whose address, number or name is "a0" to "a9", in either role.
    struct Ten;

    impl Register for Ten {
        fn find(&self, role: Role, who: &Who) -> Option<ParticipationId> {
            let number: u128 = who.called().strip_prefix('a')?.parse().ok().filter(|number| *number < 10)?;
            Some(ParticipationId(Uuid::from_u128(number + if role == Role::Mentor { 100 } else { 0 })))
        }
    }

    fn read(text: &str) -> Result<PairList, Refusal> {
        read_pairs(&table::read(text).unwrap(), &Ten)
    }

    #[test]
    fn columns_are_found_by_their_headings() {
        let headings = [
            "Mentee,Mentor,Pinned",
            "mentee email,mentor email,pinned",
            "Mentee's e-mail,Mentor's e-mail,Pinned",
            "Mentee ID,Mentor employee number,PINNED",
        ];
        for heading in headings {
            let list = read(&format!("{heading}\na1,a2,yes\na2,a2,\n")).unwrap();
            let pairs: Vec<_> = list.pairs.iter().map(|pair| (pair.row, pair.pinned)).collect();
            assert_eq!((pairs, list.problems), (vec![(2, true), (3, false)], vec![]), "{heading}");
        }
        for heading in ["Mentee,Fit", "Name,E-mail", "Mentor,Mentor e-mail"] {
            assert_eq!(read(&format!("{heading}\na1,a2\n")), Err(Refusal::ListWithoutPeople), "{heading}");
        }
        let long = format!("Mentee,Mentor\n{}", "a1,a2\n".repeat(MOST_PAIRS + 1));
        assert_eq!(read(&long), Err(Refusal::ListTooLong { limit: MOST_PAIRS }));
    }

    #[test]
    fn what_is_written_is_read_again() {
        let heading = pair_headings().join(",");
        let list = read(&format!("{heading}\na3,a3,a3,a4,a4,a4,80,yes\na5,,,,,,,\n")).unwrap();
        assert_eq!((list.pairs.len(), list.waiting, list.problems.len()), (1, 1, 0));
    }

    proptest! {
        /// Every row is a pair, somebody who waits, or a problem; and nobody is matched twice.
        #[test]
        fn every_row_is_accounted_for(rows in prop::collection::vec(("(a[0-9]|b|)", "(a[0-9]|b|)", "(yes|no|perhaps|)"), 1..30)) {
            let mut text = String::from("Mentee,Mentor,Pinned,Note\n");
            for (mentee, mentor, pinned) in &rows {
                text.push_str(&format!("{mentee},{mentor},{pinned},x\n"));
            }
            let list = read(&text).unwrap();
            prop_assert_eq!(list.pairs.len() + list.waiting as usize + list.problems.len(), rows.len());
            let mut mentees: Vec<_> = list.pairs.iter().map(|pair| pair.mentee).collect();
            mentees.sort();
            mentees.dedup();
            prop_assert_eq!(mentees.len(), list.pairs.len());
        }
    }
}
