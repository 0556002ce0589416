//! One row becomes one draft.

use super::{Columns, Draft, filled};
use crate::import::guess::Mapping;
use crate::import::table::Row;
use crate::import::zone::Zones;
use crate::import::{Field, Reason, Remark, clean, value};
use crate::{Role, form};

/// What one row gave: a draft, unless something was refused.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    pub draft: Draft,
    pub refused: Vec<Remark>,
    pub notes: Vec<Remark>,
}

impl Outcome {
    pub(super) fn refused(remark: Remark) -> Self {
        Self { draft: Draft { row: remark.row, ..Draft::default() }, refused: vec![remark], notes: vec![] }
    }
}

/// Reads `row`; everything that is wrong with it is said at once.
pub(super) fn read(
    row: &Row,
    columns: &Columns,
    mapping: &Mapping,
    role: Option<Role>,
    zones: &Zones,
) -> Outcome {
    let mut reader = Reader { row, columns, outcome: Outcome::default() };
    reader.outcome.draft.row = row.number;
    reader.refuse_what_no_cell_may_be();
    if !reader.outcome.refused.is_empty() {
        reader.identify();
        return reader.outcome;
    }
    reader.identify();
    reader.name();
    reader.roles(mapping, role);
    reader.employment();
    reader.profile(zones);
    reader.outcome
}

pub(super) struct Reader<'r> {
    row: &'r Row,
    pub(super) columns: &'r Columns<'r>,
    pub(super) outcome: Outcome,
}

impl<'r> Reader<'r> {
    /// The cells of the columns that hold `field`, with the columns' places; empty ones are left out.
    pub(super) fn cells(&self, field: Field) -> Vec<(usize, &'r str)> {
        let row = self.row;
        let held = self.columns.fields.iter().enumerate().filter(|(_, held)| **held == field);
        held.filter_map(|(at, _)| Some((at, filled(row.cells.get(at)?)?))).collect()
    }

    /// The text of `field` in one line; several columns joined as the field says.
    fn text(&self, field: Field) -> Option<String> {
        let parts: Vec<String> = self
            .cells(field)
            .into_iter()
            .map(|(_, cell)| if field == Field::Biography { clean::lines(cell) } else { clean::line(cell) })
            .filter(|part| !part.is_empty())
            .collect();
        (!parts.is_empty()).then(|| parts.join(field.joins_with().unwrap_or(" ")))
    }

    fn remark(&self, at: usize, reason: Reason) -> Remark {
        let value = self.row.cells.get(at).map_or("", String::as_str);
        Remark::new(self.row.number, &self.columns.headings[at], self.columns.fields[at], value, reason)
    }

    /// Refuses the row for `reason` where the field matters, else notes it.
    pub(super) fn object(&mut self, at: usize, reason: Reason) {
        let remark = self.remark(at, reason);
        if remark.field.matters() {
            self.outcome.refused.push(remark)
        } else {
            self.outcome.notes.push(remark)
        }
    }

    /// The value of `field` as `read` understands it.
    pub(super) fn value<T>(&mut self, field: Field, read: impl Fn(&str) -> Result<T, Reason>) -> Option<T> {
        let (at, cell) = self.cells(field).into_iter().next()?;
        let text = clean::line(cell);
        if clean::is_spreadsheet_error(&text) {
            self.object(at, Reason::SpreadsheetError);
            return None;
        }
        match read(&text) {
            Ok(value) => Some(value),
            Err(reason) => {
                self.object(at, reason);
                None
            }
        }
    }

    /// Formulas are never taken, whatever the column; nor is text that would have to be cut.
    fn refuse_what_no_cell_may_be(&mut self) {
        for (at, field) in self.columns.fields.iter().enumerate() {
            let Some(cell) = self.row.cells.get(at).map(String::as_str).filter(|_| *field != Field::Ignore)
            else {
                continue;
            };
            let reason = if clean::is_formula(clean::unguard(cell.trim())) {
                Reason::Formula
            } else if cell.len() > field.limit() && clean::lines(cell).chars().count() > field.limit() {
                Reason::TooLong { limit: field.limit() }
            } else if field.matters() && clean::is_spreadsheet_error(cell) {
                Reason::SpreadsheetError
            } else {
                continue;
            };
            let remark = self.remark(at, reason);
            self.outcome.refused.push(remark);
        }
    }

    fn identify(&mut self) {
        self.outcome.draft.external_id = self.text(Field::ExternalId).map(|id| whole_number(&id));
        let email = self.value(Field::Email, |text| address(text).ok_or(Reason::NotAnEmail));
        self.outcome.draft.email = email;
        let draft = &self.outcome.draft;
        if draft.external_id.is_none() && draft.email.is_none() && self.outcome.refused.is_empty() {
            let column = [Field::Email, Field::ExternalId].map(|field| self.columns.heading_of(field));
            let column = column.into_iter().find(|heading| !heading.is_empty()).unwrap_or_default();
            let remark = Remark::new(self.row.number, column, Field::Email, "", Reason::Nobody);
            self.outcome.refused.push(remark);
        }
    }

    fn name(&mut self) {
        let whole = self.cells(Field::Name).into_iter().next().map(|(at, cell)| {
            let name = clean::line(cell);
            match name.split_once(',') {
                Some((last, first)) if self.columns.last_first[at] && !first.contains(',') => {
                    format!("{} {}", first.trim(), last.trim())
                }
                _ => name,
            }
        });
        let parts = [self.text(Field::FirstName), self.text(Field::LastName)];
        let joined = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
        self.outcome.draft.name = Some(whole.unwrap_or(joined)).filter(|name| !name.is_empty());
    }

    fn roles(&mut self, mapping: &Mapping, role: Option<Role>) {
        let mut roles = self.value(Field::Role, value::roles).unwrap_or_default();
        for (field, role) in [(Field::Mentor, Role::Mentor), (Field::Mentee, Role::Mentee)] {
            if self.value(field, value::yes_or_no) == Some(true) {
                roles.push(role);
            }
        }
        if roles.is_empty() && self.outcome.refused.is_empty() {
            roles.extend(role);
        }
        if roles.is_empty() && self.outcome.refused.is_empty() && !mapping.says_role() {
            roles = self.roles_by_cells();
        }
        if roles.is_empty() && self.outcome.refused.is_empty() {
            let said =
                [Field::Role, Field::Mentor, Field::Mentee].map(|field| self.columns.heading_of(field));
            let column = said.into_iter().find(|heading| !heading.is_empty()).unwrap_or_default();
            let remark = Remark::new(self.row.number, column, Field::Role, "", Reason::NoRole);
            self.outcome.refused.push(remark);
        }
        roles.sort();
        roles.dedup();
        self.outcome.draft.roles = roles;
    }

    /// Whoever offers something is a mentor, whoever wants something a mentee.
    fn roles_by_cells(&self) -> Vec<Role> {
        let has = |field| !self.cells(field).is_empty();
        let mut roles = Vec::new();
        if has(Field::SkillsOffered) || has(Field::Capacity) {
            roles.push(Role::Mentor);
        }
        if has(Field::SkillsWanted) {
            roles.push(Role::Mentee);
        }
        roles
    }

    fn employment(&mut self) {
        self.outcome.draft.team = self.plain(Field::Team);
        self.outcome.draft.location = self.plain(Field::Location);
        let manager = self
            .plain(Field::Manager)
            .map(|manager| address(&manager).unwrap_or_else(|| whole_number(&manager)));
        let draft = &self.outcome.draft;
        let own = manager.is_some() && (manager == draft.email || manager == draft.external_id);
        if own && let Some((at, _)) = self.cells(Field::Manager).into_iter().next() {
            self.object(at, Reason::OwnManager);
            return;
        }
        self.outcome.draft.manager = manager;
    }

    /// Text that is taken as it stands, unless it is the error of a spreadsheet.
    pub(super) fn plain(&mut self, field: Field) -> Option<String> {
        let text = self.text(field)?;
        if clean::is_spreadsheet_error(&text) {
            if let Some((at, _)) = self.cells(field).into_iter().next() {
                self.object(at, Reason::SpreadsheetError);
            }
            return None;
        }
        Some(text)
    }
}

/// An address out of "a@b.org", "mailto:a@b.org" or "Ada <a@b.org>".
fn address(text: &str) -> Option<String> {
    let text = text.trim();
    let inside = text.rsplit_once('<').map_or(text, |(_, rest)| rest.trim_end_matches('>'));
    form::email(inside.strip_prefix("mailto:").unwrap_or(inside))
}

/// "1001" out of "1001.0", as spreadsheets write numbers.
fn whole_number(id: &str) -> String {
    match id.split_once(['.', ',']) {
        Some((whole, "0" | "00"))
            if !whole.is_empty() && whole.chars().all(|digit| digit.is_ascii_digit()) =>
        {
            whole.into()
        }
        _ => id.to_owned(),
    }
}
