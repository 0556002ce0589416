//! An uploaded list is described, confirmed or cancelled; and what confirming does.

use super::known::{self, Found};
use super::progress::Meter;
use super::{kept, prepare, refused, store};
use crate::entity::import;
use crate::error::Result;
use crate::{Change, Context, Error, Opened};
use domain::import::draft::Reading;
use domain::import::guess::Mapping;
use domain::import::plan::{Options, Plan, plan_changes};
use domain::import::view::{ChoicesForm, Counts};
use domain::import::{Command, ImportState, decide};
use domain::stream::Aggregate;
use domain::{CommandId, ImportId, ProgrammeId};
use sea_orm::{ActiveModelTrait, ConnectionTrait, EntityTrait, Set};

/// Says what the columns of an uploaded list hold and how it is taken. For coordinators.
///
/// # Errors
/// [`domain::import::Refusal`] of the columns, or of a list that is no longer waiting.
pub async fn describe_import(
    cx: &Context,
    command: CommandId,
    slug: &str,
    import: ImportId,
    choices: ChoicesForm,
) -> Result<()> {
    let (programme, row) = kept::find(cx, slug, import).await?;
    let choices = choices.read()?;
    let list = prepare::list(row.content, None).await;
    let mut change = match cx.change(Aggregate::Programme(programme.id), command).await? {
        Opened::Repeated(answer) => return Ok(answer),
        Opened::New(change) => change,
    };
    let row = locked(&change, import).await?;
    let (state, mut kept) = kept::read(&row)?;
    change.record(&decide(import, state, &Command::Describe)?)?;
    if choices.fields.len() != list?.table.headings.len() {
        return Err(Error::Stale);
    }
    kept.fields = Some(choices.fields);
    kept.role = choices.role;
    kept.overwrite = choices.overwrite;
    kept.full = choices.full;
    let settings = serde_json::to_value(kept)?;
    import::ActiveModel { settings: Set(settings), ..row.into() }.update(change.tx()).await?;
    change.commit(()).await
}

/// Stores an uploaded list: everybody, or nobody. For coordinators. Answers with what was done.
///
/// # Errors
/// [`domain::import::Refusal`] of the columns, of refused rows that nobody said to leave out, or of a list that is no
/// longer waiting; [`Error::Stale`] where somebody has described it anew in between.
pub async fn confirm_import(
    cx: &Context,
    command: CommandId,
    slug: &str,
    import: ImportId,
    skip_refused: bool,
) -> Result<Counts> {
    let (programme, row) = kept::find(cx, slug, import).await?;
    let (_, before) = kept::read(&row)?;
    let ready = ready(cx, programme.id, &row).await;
    let mut change = match cx.change(Aggregate::Programme(programme.id), command).await? {
        Opened::Repeated(answer) => return Ok(answer),
        Opened::New(change) => change,
    };
    let row = locked(&change, import).await?;
    let (state, mut kept) = kept::read(&row)?;
    // What became of the list in the meantime is said before what is wrong with it.
    decide(import, state, &Command::Describe)?;
    if kept != before {
        return Err(Error::Stale);
    }
    let Ready { list, mapping, reading } = ready?;
    let options = Options { overwrite: kept.overwrite, full: kept.full };
    let heading = |field| list.heading_of(&mapping, field);
    let (plan, found) = compare(change.tx(), programme.id, reading, heading, options, true).await?;
    let counts = Counts::of(&plan, list.table.rows.len(), kept.full);
    change.record(&decide(import, state, &Command::Confirm { counts, skip_refused })?)?;
    let meter = Meter::start(import, counts.new + counts.changed);
    kept.withdrawn = store::store(&change, programme.id, &plan, &found, kept.full, &meter).await?;
    kept::remember(change.tx(), programme.id, &list.table, &mapping).await?;
    let done = import::ActiveModel {
        state: Set(ImportState::Confirmed.to_string()),
        content: Set(refused::write(&list.table, &plan.refused)?),
        settings: Set(serde_json::to_value(kept)?),
        summary: Set(serde_json::to_value(counts)?),
        confirmed_at: Set(Some(change.now.0)),
        ..row.into()
    };
    done.update(change.tx()).await?;
    change.commit(counts).await
}

/// Forgets an uploaded list. For coordinators.
///
/// # Errors
/// [`domain::import::Refusal`] where it is no longer waiting.
pub async fn cancel_import(cx: &Context, command: CommandId, slug: &str, import: ImportId) -> Result<()> {
    let (programme, _) = kept::find(cx, slug, import).await?;
    let mut change = match cx.change(Aggregate::Programme(programme.id), command).await? {
        Opened::Repeated(answer) => return Ok(answer),
        Opened::New(change) => change,
    };
    let row = locked(&change, import).await?;
    let (state, _) = kept::read(&row)?;
    change.record(&decide(import, state, &Command::Cancel)?)?;
    let state = ImportState::Cancelled.to_string();
    import::ActiveModel { state: Set(state), content: Set(vec![]), ..row.into() }.update(change.tx()).await?;
    change.commit(()).await
}

/// The row of an import inside the change that holds its programme.
async fn locked(change: &Change, import: ImportId) -> Result<import::Model> {
    import::Entity::find_by_id(import.0).one(change.tx()).await?.ok_or(Error::NotFound)
}

/// A list that was read with its columns.
struct Ready {
    list: prepare::List,
    mapping: Mapping,
    reading: Reading,
}

async fn ready(cx: &Context, programme: ProgrammeId, row: &import::Model) -> Result<Ready> {
    let (_, kept) = kept::read(row)?;
    let list = prepare::list(row.content.clone(), None).await?;
    let (mapping, _) =
        kept::mapping(cx.read(), programme, &list.table, &list.guess, kept.fields.as_ref()).await?;
    let role = kept.role.or_else(|| mapping.suggested_role(&row.file_name));
    let (list, reading) = prepare::people(list, mapping.clone(), role).await?;
    Ok(Ready { list, mapping, reading: reading? })
}

/// Compares what was read with the people that there are. With `lock`, they stay so until the transaction ends.
pub(super) async fn compare<C: ConnectionTrait>(
    db: &C,
    programme: ProgrammeId,
    reading: Reading,
    heading: impl Fn(domain::import::Field) -> String,
    options: Options,
    lock: bool,
) -> Result<(Plan, Found)> {
    let missed = kept::missed(db, programme).await?;
    let found = known::find(db, programme, &reading, &missed, lock).await?;
    let plan = plan_changes(reading, &found.known, heading, options);
    Ok((plan, found))
}
