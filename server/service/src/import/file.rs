//! A file is imported in one go, for scripts and nightly runs.

use super::confirm::compare;
use super::kept::{self, Kept};
use super::progress::Meter;
use super::{prepare, refused, store, upload};
use crate::entity::import;
use crate::error::Result;
use crate::{Context, Opened};
use domain::import::plan::{Options, Plan};
use domain::import::summary::{Summary, SummaryColumn};
use domain::import::view::Counts;
use domain::import::{Command, Field, Full, ImportState, decide};
use domain::stream::Aggregate;
use domain::{CommandId, ImportId, Role};
use sea_orm::{ActiveModelTrait, Set};

/// A file and how it is taken.
#[derive(Clone, Debug)]
pub struct FileImport {
    pub file_name: String,
    pub bytes: Vec<u8>,
    /// The encoding, where it is not to be guessed.
    pub encoding: Option<String>,
    /// The role of rows that do not say theirs.
    pub role: Option<Role>,
    /// What columns hold, by heading; the others are remembered or guessed.
    pub columns: Vec<(String, Field)>,
    pub dry_run: bool,
    /// Stores the other rows where some are refused.
    pub skip_refused: bool,
    pub overwrite: bool,
    pub full: Full,
}

/// Imports `file` into the programme at `slug`. For coordinators and the command line. Where rows are refused and are
/// not to be left out, nothing is stored and the summary says so.
///
/// # Errors
/// [`domain::import::Refusal`] of the whole file or its columns.
pub async fn import_file(cx: &Context, slug: &str, file: FileImport) -> Result<Summary> {
    let programme = cx.coordinated(slug).await?;
    let list = prepare::list(file.bytes, file.encoding).await?;
    let headings = &list.table.headings;
    let (mut mapping, _) = kept::mapping(cx.read(), programme.id, &list.table, &list.guess, None).await?;
    mapping.choose(headings, &file.columns)?;
    let role = file.role.or_else(|| mapping.suggested_role(&file.file_name));
    let (list, reading) = prepare::people(list, mapping.clone(), role).await?;
    let reading = reading?;
    let options = Options { overwrite: file.overwrite, full: file.full };
    let heading = |field| list.heading_of(&mapping, field);
    let rows = list.table.rows.len();
    let summary = |plan: &Plan, stored: bool| Summary {
        programme: slug.to_owned(),
        file: file.file_name.clone(),
        encoding: list.encoding.to_owned(),
        separator: list.table.separator.to_string(),
        rows,
        role: (!mapping.says_role()).then_some(role).flatten(),
        columns: list
            .table
            .headings
            .iter()
            .zip(&mapping.0)
            .map(|(heading, field)| SummaryColumn { heading: heading.clone(), field: *field })
            .collect(),
        new: plan.new.len(),
        changed: plan.changed.len(),
        unchanged: plan.unchanged.len(),
        repeated: plan.repeated,
        refused_rows: plan.refused_rows(),
        refused: plan.refused.iter().map(Into::into).collect(),
        notes: plan.notes.iter().map(Into::into).collect(),
        missing: plan.missing.iter().map(Into::into).collect(),
        withdrawn: if stored { Counts::of(plan, rows, file.full).withdrawn } else { 0 },
        dry_run: file.dry_run,
        stored,
    };
    if file.dry_run {
        let (plan, _) = compare(cx.read(), programme.id, reading, heading, options, false).await?;
        return Ok(summary(&plan, false));
    }
    let command: CommandId = cx.new_id();
    let Opened::New(mut change) = cx.change::<()>(Aggregate::Programme(programme.id), command).await? else {
        return Err(crate::Error::Stale);
    };
    let (plan, found) = compare(change.tx(), programme.id, reading, heading, options, true).await?;
    let counts = Counts::of(&plan, rows, file.full);
    if counts.refused > 0 && !file.skip_refused {
        return Ok(summary(&plan, false));
    }
    let id: ImportId = cx.new_id();
    let confirm = Command::Confirm { counts, skip_refused: file.skip_refused };
    change.record(&decide(id, ImportState::Uploaded, &confirm)?)?;
    let meter = Meter::start(id, counts.new + counts.changed);
    let withdrawn = store::store(&change, programme.id, &plan, &found, file.full, &meter).await?;
    kept::remember(change.tx(), programme.id, &list.table, &mapping).await?;
    let kept =
        Kept { fields: Some(mapping.0.clone()), role, overwrite: file.overwrite, full: file.full, withdrawn };
    let row = import::ActiveModel {
        id: Set(id.0),
        programme_id: Set(programme.id.0),
        person_id: Set(cx.signed_in().map(|actor| actor.person.0).unwrap_or_default()),
        file_name: Set(upload::plain_name(&file.file_name)),
        state: Set(ImportState::Confirmed.to_string()),
        content: Set(refused::write(&list.table, &plan.refused)?),
        settings: Set(serde_json::to_value(kept)?),
        summary: Set(serde_json::to_value(counts)?),
        created_at: Set(change.now.0),
        confirmed_at: Set(Some(change.now.0)),
    };
    row.insert(change.tx()).await?;
    change.commit(()).await?;
    Ok(summary(&plan, true))
}
