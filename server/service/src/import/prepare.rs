//! A file becomes people, without the database: the long part, done on a thread of its own.

use super::decode::decode;
use crate::error::Result;
use domain::Role;
use domain::import::draft::{self, Reading};
use domain::import::guess::{Mapping, guess};
use domain::import::table::{self, Table};
use domain::import::zone::Zones;
use domain::import::{Field, Refusal};
use std::sync::OnceLock;

/// A file that can be read as a list.
#[derive(Clone, Debug)]
pub(super) struct List {
    pub table: Table,
    pub encoding: &'static str,
    /// What its columns seem to hold.
    pub guess: Mapping,
}

/// All time zones that there are.
fn zones() -> &'static Zones {
    static ZONES: OnceLock<Zones> = OnceLock::new();
    ZONES.get_or_init(|| Zones::new(chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name())))
}

/// Decodes and splits a file.
///
/// # Errors
/// [`Refusal`] of the whole file.
pub(crate) async fn table(bytes: Vec<u8>) -> Result<Table> {
    let read = tokio::task::spawn_blocking(move || table::read(&decode(&bytes, None)?.text));
    Ok(read.await.map_err(crate::Error::internal)??)
}

/// Decodes and splits a file, and guesses its columns.
///
/// # Errors
/// [`Refusal`] of the whole file.
pub(super) async fn list(bytes: Vec<u8>, encoding: Option<String>) -> Result<List> {
    let list = tokio::task::spawn_blocking(move || -> Result<List, Refusal> {
        let decoded = decode(&bytes, encoding.as_deref())?;
        let table = table::read(&decoded.text)?;
        let guess = guess(&table, zones());
        Ok(List { table, encoding: decoded.encoding, guess })
    });
    Ok(list.await.map_err(crate::Error::internal)??)
}

/// Reads the people of a list.
///
/// # Errors
/// [`Refusal`] of the columns.
pub(super) async fn people(
    list: List,
    mapping: Mapping,
    role: Option<Role>,
) -> Result<(List, Result<Reading, Refusal>)> {
    let read = tokio::task::spawn_blocking(move || {
        let reading = draft::read(&list.table, &mapping, role, zones());
        (list, reading)
    });
    read.await.map_err(crate::Error::internal)
}

impl List {
    /// The heading of the column that holds `field`; its label where none does.
    pub(super) fn heading_of(&self, mapping: &Mapping, field: Field) -> String {
        let at = mapping.0.iter().position(|held| *held == field);
        at.map_or_else(|| field.label().to_owned(), |at| self.table.headings[at].clone())
    }
}
