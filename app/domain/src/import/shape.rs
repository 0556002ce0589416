//! What the cells of a column look like.

use super::{clean, language, value, zone::Zones};
use std::collections::HashSet;

/// Of the first cells of a column, how many look like what.
#[derive(Clone, Debug, Default)]
pub(super) struct Shape {
    pub filled: usize,
    emails: usize,
    numbers: usize,
    yes_or_no: usize,
    roles: usize,
    zones: usize,
    languages: usize,
    distinct: usize,
    /// Cells with exactly one comma.
    one_comma: usize,
    /// 1, 2, 3 …: rows counted, not people numbered.
    pub counts_rows: bool,
}

/// How many cells of a column are looked at.
const LOOKED_AT: usize = 300;

impl Shape {
    pub(super) fn of<'c>(cells: impl Iterator<Item = &'c str>, zones: &Zones) -> Self {
        let mut shape = Self { counts_rows: true, ..Self::default() };
        let mut seen = HashSet::new();
        for cell in cells.filter(|cell| !clean::is_blank(cell)).take(LOOKED_AT) {
            let cell = clean::line(cell);
            shape.filled += 1;
            shape.emails += usize::from(crate::form::email(&cell).is_some());
            shape.numbers += usize::from(value::number(&cell).is_ok());
            shape.yes_or_no += usize::from(value::yes_or_no(&cell).is_ok());
            shape.roles += usize::from(value::roles(&cell).is_ok());
            shape.zones += usize::from(cell.contains('/') && zones.find(&cell).is_some());
            shape.languages += usize::from(cell.split([',', ';', '|', '/']).all(language::is_known));
            shape.one_comma += usize::from(cell.matches(',').count() == 1);
            shape.counts_rows &= cell.parse() == Ok(shape.filled);
            seen.insert(cell);
        }
        shape.distinct = seen.len();
        shape.counts_rows &= shape.filled > 1;
        shape
    }

    /// Whether at least `percent` of the filled cells count; never for an empty column.
    fn most(&self, count: usize, percent: usize) -> bool {
        self.filled > 0 && count * 100 >= self.filled * percent
    }

    pub(super) fn has_emails(&self, percent: usize) -> bool {
        self.most(self.emails, percent)
    }
    pub(super) fn has_numbers(&self) -> bool {
        self.most(self.numbers, 50)
    }
    pub(super) fn has_yes_or_no(&self) -> bool {
        self.most(self.yes_or_no, 80)
    }
    pub(super) fn has_roles(&self) -> bool {
        self.most(self.roles, 50)
    }
    pub(super) fn has_zones(&self) -> bool {
        self.most(self.zones, 80)
    }
    pub(super) fn has_languages(&self) -> bool {
        self.most(self.languages, 80)
    }
    pub(super) fn has_one_comma(&self) -> bool {
        self.most(self.one_comma, 60)
    }
    pub(super) fn is_unique(&self) -> bool {
        self.most(self.distinct, 90)
    }
}
