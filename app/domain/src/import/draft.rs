//! Rows become people, or are refused with the cell that is the reason.

pub(super) mod fold_doubles;
mod profile;
mod row;

use super::guess::Mapping;
use super::shape::Shape;
use super::split::{self, Splitter};
use super::table::{Row, Table};
use super::zone::Zones;
use super::{Field, Reason, Refusal, Remark, clean, heading};
use crate::Role;
use crate::person::Profile;
use fold_doubles::People;
use serde::{Deserialize, Serialize};

/// What a list says about one person. Where it says nothing, there is none or the empty value.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The (first) row of this person.
    pub row: u32,
    pub name: Option<String>,
    /// In lower case.
    pub email: Option<String>,
    pub external_id: Option<String>,
    pub team: Option<String>,
    /// As written: an e-mail address in lower case, a number of the organisation, or a name.
    pub manager: Option<String>,
    pub location: Option<String>,
    pub profile: Profile,
    /// Mentor, mentee or both.
    pub roles: Vec<Role>,
}

/// What reading a whole list gave.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    pub drafts: Vec<Draft>,
    /// Why rows were refused; a row can have several reasons.
    pub refused: Vec<Remark>,
    /// What was left out of rows that were taken.
    pub notes: Vec<Remark>,
    /// Numbers and addresses in refused rows: these people are in the list all the same.
    pub refused_people: Vec<(Option<String>, Option<String>)>,
    /// Rows that only repeat an earlier one.
    pub repeated: usize,
    /// The roles that the list speaks of.
    pub covers: Vec<Role>,
}

/// Reads every row of `table`. `role` is that of rows which do not say theirs.
///
/// # Errors
/// What is wrong with the mapping, or [`Refusal::RoleUnknown`].
pub fn read(table: &Table, mapping: &Mapping, role: Option<Role>, zones: &Zones) -> Result<Reading, Refusal> {
    mapping.check(&table.headings)?;
    let by_row = mapping.has(Field::SkillsOffered) || mapping.has(Field::Capacity);
    let by_row = by_row && mapping.has(Field::SkillsWanted);
    if role.is_none() && !mapping.says_role() && !by_row {
        return Err(Refusal::RoleUnknown);
    }
    let columns = Columns::of(table, mapping, zones);
    let trimmed = trimmed_rows(&table.rows, table.headings.len());
    let mut people = People::default();
    for (at, row) in table.rows.iter().enumerate() {
        let outcome = match ragged(row, table.headings.len(), trimmed[at]) {
            Some(reason) => row::Outcome::refused(Remark::new(row.number, "", Field::Ignore, "", reason)),
            None => row::read(row, &columns, mapping, role, zones),
        };
        people.add(outcome, &columns);
    }
    let mut reading = people.done();
    reading.covers = match role {
        Some(role) if !mapping.says_role() => vec![role],
        _ => {
            let mut roles: Vec<Role> = reading.drafts.iter().flat_map(|draft| draft.roles.clone()).collect();
            roles.sort();
            roles.dedup();
            roles
        }
    };
    Ok(reading)
}

/// What is known of the columns before the first row is read.
pub(super) struct Columns<'t> {
    headings: &'t [String],
    fields: &'t [Field],
    splitters: Vec<Splitter>,
    last_first: Vec<bool>,
}

impl<'t> Columns<'t> {
    fn of(table: &'t Table, mapping: &'t Mapping, zones: &Zones) -> Self {
        let cells =
            |at: usize| table.rows.iter().filter_map(move |row| row.cells.get(at)).map(String::as_str);
        let splitters = mapping.0.iter().enumerate().map(|(at, field)| match field.is_list() {
            true => split::find(*field, cells(at)),
            false => Splitter::default(),
        });
        let last_first = mapping.0.iter().enumerate().map(|(at, field)| {
            *field == Field::Name
                && (heading::is_last_first(&table.headings[at])
                    || Shape::of(cells(at), zones).has_one_comma())
        });
        Self {
            headings: &table.headings,
            fields: &mapping.0,
            splitters: splitters.collect(),
            last_first: last_first.collect(),
        }
    }

    /// The heading of the first column that holds `field`; its label where none does.
    pub(super) fn heading_of(&self, field: Field) -> &str {
        match self.fields.iter().position(|held| *held == field) {
            Some(at) => &self.headings[at],
            None => "",
        }
    }
}

/// Rows that are shorter than the headings in a run of eight or more: Excel leaves the separators of empty last
/// columns out so, in blocks. A single short row has lost a cell somewhere.
fn trimmed_rows(rows: &[Row], width: usize) -> Vec<bool> {
    let mut trimmed = vec![false; rows.len()];
    let mut start = 0;
    while start < rows.len() {
        let length = rows[start].cells.len();
        let end = rows[start..]
            .iter()
            .position(|row| row.cells.len() != length)
            .map_or(rows.len(), |at| start + at);
        if length < width && end - start >= 8 {
            trimmed[start..end].fill(true);
        }
        start = end;
    }
    trimmed
}

fn ragged(row: &Row, width: usize, trimmed: bool) -> Option<Reason> {
    let filled = row.cells.iter().rposition(|cell| !cell.trim().is_empty()).map_or(0, |at| at + 1);
    let wrong = filled > width || (row.cells.len() < width && !trimmed);
    wrong.then_some(Reason::Ragged { cells: row.cells.len(), headings: width })
}

/// A cell whose text is "nothing" counts as empty.
pub(super) fn filled(cell: &str) -> Option<&str> {
    (!clean::is_blank(cell)).then_some(cell)
}
