//! What the command line prints about an import.

use super::plan::Missing;
use super::{Field, Remark};
use crate::Role;
use serde::Serialize;

/// What the command line prints about an import. The names are stable.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Summary {
    pub programme: String,
    pub file: String,
    pub encoding: String,
    pub separator: String,
    /// Rows with people in the file.
    pub rows: usize,
    /// The role of rows that do not say theirs.
    pub role: Option<Role>,
    pub columns: Vec<SummaryColumn>,
    pub new: usize,
    pub changed: usize,
    pub unchanged: usize,
    pub repeated: usize,
    pub refused_rows: usize,
    pub refused: Vec<SummaryRemark>,
    pub notes: Vec<SummaryRemark>,
    pub missing: Vec<SummaryMissing>,
    pub withdrawn: usize,
    pub dry_run: bool,
    pub stored: bool,
}

/// What one column was taken for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SummaryColumn {
    pub heading: String,
    pub field: Field,
}

/// One cell that was refused or left out, with the sentence that says why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SummaryRemark {
    pub row: u32,
    pub column: String,
    pub value: String,
    pub reason: String,
}

impl From<&Remark> for SummaryRemark {
    fn from(remark: &Remark) -> Self {
        Self {
            row: remark.row,
            column: remark.column.clone(),
            value: remark.value.clone(),
            reason: remark.sentence(),
        }
    }
}

/// Somebody whom a full list does not name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SummaryMissing {
    pub name: String,
    pub email: Option<String>,
    pub external_id: Option<String>,
    pub role: Role,
}

impl From<&Missing> for SummaryMissing {
    fn from(missing: &Missing) -> Self {
        Self {
            name: missing.name.clone(),
            email: missing.email.clone(),
            external_id: missing.external_id.clone(),
            role: missing.role,
        }
    }
}
