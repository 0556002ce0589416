//! What is kept of an import beside its file: how it is taken, whom it withdrew, and the columns for next time.

use crate::entity::{import, import_mapping};
use crate::error::Result;
use crate::{Context, Error, Programme};
use domain::import::guess::Mapping;
use domain::import::table::{Table, signature};
use domain::import::{Field, Full, ImportState};
use domain::{ImportId, ProgrammeId, Role};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use uuid::Uuid;

/// How a list is taken, and what taking it has done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Kept {
    /// None until somebody has looked: the columns are then remembered or guessed ones.
    pub fields: Option<Vec<Field>>,
    pub role: Option<Role>,
    pub overwrite: bool,
    pub full: Full,
    /// The participations that this import has withdrawn, with their revisions after it.
    #[serde(default)]
    pub withdrawn: Vec<(Uuid, i64)>,
}

impl Default for Kept {
    fn default() -> Self {
        Self { fields: None, role: None, overwrite: false, full: Full::Part, withdrawn: vec![] }
    }
}

/// An import of a programme that the asker coordinates.
pub(super) async fn find(cx: &Context, slug: &str, import: ImportId) -> Result<(Programme, import::Model)> {
    let programme = cx.coordinated(slug).await?;
    let row = import::Entity::find_by_id(import.0)
        .filter(import::Column::ProgrammeId.eq(programme.id.0))
        .one(cx.read())
        .await?
        .ok_or(Error::NotFound)?;
    Ok((programme, row))
}

/// The state and the choices of a row.
pub(super) fn read(row: &import::Model) -> Result<(ImportState, Kept)> {
    let state = row.state.parse().map_err(|()| Error::internal("an import in an unknown state"))?;
    Ok((state, serde_json::from_value(row.settings.clone())?))
}

/// The columns of `table`: as chosen, or as they were for an earlier list with the same headings, or as guessed. And
/// whether they were remembered.
pub(super) async fn mapping<C: ConnectionTrait>(
    db: &C,
    programme: ProgrammeId,
    table: &Table,
    guess: &Mapping,
    chosen: Option<&Vec<Field>>,
) -> Result<(Mapping, bool)> {
    if let Some(fields) = chosen.filter(|fields| fields.len() == table.headings.len()) {
        return Ok((Mapping(fields.clone()), false));
    }
    let row = import_mapping::Entity::find_by_id((programme.0, signature(&table.headings))).one(db).await?;
    let Some(row) = row else { return Ok((guess.clone(), false)) };
    let remembered: Vec<(String, Field)> = serde_json::from_value(row.mapping)?;
    Ok((Mapping::remembered(&table.headings, &remembered), true))
}

/// Remembers the columns of `table` for the next list with the same headings.
pub(super) async fn remember<C: ConnectionTrait>(
    db: &C,
    programme: ProgrammeId,
    table: &Table,
    mapping: &Mapping,
) -> Result<()> {
    let row = import_mapping::ActiveModel {
        programme_id: Set(programme.0),
        signature: Set(signature(&table.headings)),
        mapping: Set(serde_json::to_value(mapping.to_remember(&table.headings))?),
    };
    let key = [import_mapping::Column::ProgrammeId, import_mapping::Column::Signature];
    let replace = OnConflict::columns(key).update_column(import_mapping::Column::Mapping).to_owned();
    import_mapping::Entity::insert(row).on_conflict(replace).exec_without_returning(db).await?;
    Ok(())
}

/// The participations that imports into `programme` have withdrawn, with their revisions after that. Whoever was
/// changed since then stays as they are.
pub(super) async fn missed<C: ConnectionTrait>(db: &C, programme: ProgrammeId) -> Result<HashMap<Uuid, i64>> {
    let settings: Vec<serde_json::Value> = import::Entity::find()
        .select_only()
        .column(import::Column::Settings)
        .filter(import::Column::ProgrammeId.eq(programme.0))
        .filter(import::Column::State.eq(ImportState::Confirmed.as_str()))
        .order_by_asc(import::Column::ConfirmedAt)
        .into_tuple()
        .all(db)
        .await?;
    let mut missed = HashMap::new();
    for settings in settings {
        let kept: Kept = serde_json::from_value(settings)?;
        missed.extend(kept.withdrawn);
    }
    Ok(missed)
}
