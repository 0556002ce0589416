//! The fits of everybody on a board as bytes, for the engine in the browser.
//!
//! `TRF2`; how many mentees, mentors and rules, each in four bytes; the rules, a byte each; the ids, sixteen bytes each,
//! mentees first, both rising; then the mentees' rows, three bytes a pair: the fit in millionths or, counted down from the
//! top, the place of the rule that forbids the pair. Numbers are little-endian. 1,500 mentees and 500 mentors are 2.3 MB,
//! less than half of that once compressed.

use super::{Board, Fits};
use crate::ParticipationId;
use crate::criteria::{CriterionKind, FULL, Rule};
use std::fmt;
use uuid::Uuid;

const MARK: &[u8; 4] = b"TRF2";
const CELL: usize = 3;
/// The cell of the first rule; that of the next is one less.
const FIRST_RULE: u32 = 0x00ff_ffff;

/// The fits of all pairs of a board. Whoever is not in it fits nobody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FitTable {
    mentees: Vec<ParticipationId>,
    mentors: Vec<ParticipationId>,
    rules: Vec<Rule>,
    cells: Vec<u32>,
}

/// The bytes are not a table of fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotATable;

impl fmt::Display for NotATable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a table of fits")
    }
}

impl std::error::Error for NotATable {}

impl FitTable {
    /// The table of everybody on `board`; what was declined there is forbidden.
    pub fn of(board: &Board, fits: &dyn Fits) -> Self {
        let mentees: Vec<_> = board.cards.keys().copied().collect();
        let mentors: Vec<_> = board.mentors.keys().copied().collect();
        let declined: Vec<_> = board.cards.values().map(|card| &card.declined).collect();
        let mut rules = vec![];
        let mut cells = Vec::with_capacity(mentees.len() * mentors.len());
        fits.fits(&mentees, &mentors, &mut |mentee, mentor, fit| {
            let fit = if declined[mentee].contains(&mentors[mentor]) { Err(Rule::Declined) } else { fit };
            cells.push(match fit {
                Ok(fit) => fit.clamp(0, FULL) as u32,
                Err(rule) => {
                    let known = rules.iter().position(|one| *one == rule);
                    FIRST_RULE - known.unwrap_or_else(|| push(&mut rules, rule)) as u32
                }
            });
        });
        Self { mentees, mentors, rules, cells }
    }

    pub fn to_bytes(&self) -> Vec<u8> {
        let rules: Vec<u8> = self.rules.iter().map(|rule| byte(*rule)).collect();
        let ids = self.mentees.len() + self.mentors.len();
        let mut bytes = Vec::with_capacity(16 + rules.len() + 16 * ids + CELL * self.cells.len());
        bytes.extend_from_slice(MARK);
        for count in [self.mentees.len(), self.mentors.len(), rules.len()] {
            bytes.extend_from_slice(&(count as u32).to_le_bytes());
        }
        bytes.extend_from_slice(&rules);
        for id in self.mentees.iter().chain(&self.mentors) {
            bytes.extend_from_slice(id.0.as_bytes());
        }
        for cell in &self.cells {
            bytes.extend_from_slice(&cell.to_le_bytes()[..CELL]);
        }
        bytes
    }

    /// # Errors
    /// [`NotATable`] for bytes that [`FitTable::to_bytes`] did not make, or not all of them.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, NotATable> {
        let (mark, rest) = bytes.split_first_chunk().ok_or(NotATable)?;
        if mark != MARK {
            return Err(NotATable);
        }
        let (mentees, rest) = count(rest)?;
        let (mentors, rest) = count(rest)?;
        let (length, rest) = count(rest)?;
        let (rules, rest) = rest.split_at_checked(length).ok_or(NotATable)?;
        let rules: Vec<Rule> =
            rules.iter().map(|byte| rule(*byte).ok_or(NotATable)).collect::<Result<_, _>>()?;
        let (mentees, rest) = ids(rest, mentees)?;
        let (mentors, rest) = ids(rest, mentors)?;
        let (cells, end) = rest.as_chunks::<CELL>();
        let pairs = mentees.len().checked_mul(mentors.len());
        if !end.is_empty() || pairs != Some(cells.len()) {
            return Err(NotATable);
        }
        let cells: Vec<u32> = cells.iter().map(|&[a, b, c]| u32::from_le_bytes([a, b, c, 0])).collect();
        let known = |cell: &u32| i64::from(*cell) <= FULL || ((FIRST_RULE - cell) as usize) < rules.len();
        if !cells.iter().all(known) {
            return Err(NotATable);
        }
        Ok(Self { mentees, mentors, rules, cells })
    }

    /// Whether everybody on `board` is in it.
    pub fn covers(&self, board: &Board) -> bool {
        board.cards.keys().all(|id| self.mentees.binary_search(id).is_ok())
            && board.mentors.keys().all(|id| self.mentors.binary_search(id).is_ok())
    }

    fn read(&self, cell: u32) -> Result<i64, Rule> {
        match self.rules.get((FIRST_RULE - cell) as usize) {
            Some(rule) => Err(*rule),
            None => Ok(i64::from(cell)),
        }
    }
}

impl Fits for FitTable {
    fn fit(&self, mentee: ParticipationId, mentor: ParticipationId) -> Result<i64, Rule> {
        match (self.mentees.binary_search(&mentee), self.mentors.binary_search(&mentor)) {
            (Ok(mentee), Ok(mentor)) => self.read(self.cells[mentee * self.mentors.len() + mentor]),
            _ => Err(Rule::Oneself),
        }
    }

    fn fits(
        &self,
        mentees: &[ParticipationId],
        mentors: &[ParticipationId],
        each: &mut dyn FnMut(usize, usize, Result<i64, Rule>),
    ) {
        let columns: Vec<_> = mentors.iter().map(|id| self.mentors.binary_search(id).ok()).collect();
        for (at, mentee) in mentees.iter().enumerate() {
            let row = self.mentees.binary_search(mentee).map(|row| row * self.mentors.len());
            for (to, column) in columns.iter().enumerate() {
                each(
                    at,
                    to,
                    match (row, column) {
                        (Ok(row), Some(column)) => self.read(self.cells[row + column]),
                        _ => Err(Rule::Oneself),
                    },
                );
            }
        }
    }
}

fn byte(rule: Rule) -> u8 {
    match rule {
        Rule::Oneself => 0,
        Rule::Declined => 1,
        Rule::Apart => 2,
        Rule::Criterion(kind) => 3 + CriterionKind::ALL.iter().take_while(|one| **one != kind).count() as u8,
    }
}

fn rule(byte: u8) -> Option<Rule> {
    match byte {
        0 => Some(Rule::Oneself),
        1 => Some(Rule::Declined),
        2 => Some(Rule::Apart),
        _ => CriterionKind::ALL.get(usize::from(byte) - 3).copied().map(Rule::Criterion),
    }
}

fn push(rules: &mut Vec<Rule>, rule: Rule) -> usize {
    rules.push(rule);
    rules.len() - 1
}

fn count(bytes: &[u8]) -> Result<(usize, &[u8]), NotATable> {
    let (count, rest) = bytes.split_first_chunk().ok_or(NotATable)?;
    Ok((u32::from_le_bytes(*count) as usize, rest))
}

/// So many ids, each above the one before.
fn ids(bytes: &[u8], count: usize) -> Result<(Vec<ParticipationId>, &[u8]), NotATable> {
    let length = count.checked_mul(16).ok_or(NotATable)?;
    let (ids, rest) = bytes.split_at_checked(length).ok_or(NotATable)?;
    let ids: Vec<_> = ids.as_chunks().0.iter().map(|id| ParticipationId(Uuid::from_bytes(*id))).collect();
    if ids.windows(2).any(|two| two[0] >= two[1]) {
        return Err(NotATable);
    }
    Ok((ids, rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::board::tests::{board, fits};
    use proptest::prelude::*;

    #[test]
    fn a_table_answers_as_what_it_was_made_of() {
        let mut board = board(&[1, 1, 2], 11);
        let (mentee, mentor) = (*board.cards.keys().next().unwrap(), *board.mentors.keys().next().unwrap());
        board.cards.get_mut(&mentee).unwrap().declined.insert(mentor);
        let table = FitTable::of(&board, &fits);
        let read = FitTable::from_bytes(&table.to_bytes()).unwrap();
        assert_eq!(read, table);
        assert!(read.covers(&board));
        assert_eq!(read.fit(mentee, mentor), Err(Rule::Declined));
        for (mentee, card) in &board.cards {
            for mentor in board.mentors.keys().filter(|mentor| !card.declined.contains(mentor)) {
                assert_eq!(read.fit(*mentee, *mentor), fits(*mentee, *mentor));
            }
        }
        let nobody = ParticipationId(Uuid::from_u128(77));
        assert_eq!(read.fit(nobody, mentor), Err(Rule::Oneself));
    }

    #[test]
    fn every_rule_has_its_byte() {
        let criteria = CriterionKind::ALL.iter().copied().map(Rule::Criterion);
        for one in criteria.chain([Rule::Oneself, Rule::Declined, Rule::Apart]) {
            assert_eq!(rule(byte(one)), Some(one));
        }
        assert_eq!(rule(u8::MAX), None);
    }

    proptest! {
        /// Cut, lengthened or changed bytes are refused or read as some table; nothing else happens.
        #[test]
        fn wrong_bytes_are_refused(cut in 0..200usize, at in 0..200usize, to in any::<u8>()) {
            let mut bytes = FitTable::of(&board(&[1, 2], 3), &fits).to_bytes();
            let length = bytes.len();
            bytes[at.min(length - 1)] = to;
            let _ = FitTable::from_bytes(&bytes);
            prop_assert_eq!(FitTable::from_bytes(&bytes[..cut.min(length - 1)]), Err(NotATable));
            bytes.push(0);
            prop_assert_eq!(FitTable::from_bytes(&bytes), Err(NotATable));
        }
    }
}
