//! Lists arrive and wait; old ones go.

use super::kept::Kept;
use super::prepare;
use crate::entity::{import, person};
use crate::error::Result;
use crate::{Context, Opened};
use domain::import::view::{Counts, ImportLine, ImportsView};
use domain::import::{Event, ImportState};
use domain::stream::Aggregate;
use domain::{CommandId, ImportId, Instant, ProgrammeId};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set,
};
use serde_json::Value;
use std::collections::HashMap;
use uuid::Uuid;

/// How many lists of one programme may wait at a time; the oldest give way.
const MOST_WAITING: u64 = 5;
/// For how long a list waits for its confirmation, in days.
const WAITS: i64 = 1;
/// For how long the refused rows of a confirmed list are kept, in days.
const KEPT: i64 = 7;
/// How many imports the page lists.
const LISTED: u64 = 20;

/// Takes a file that can be read as a list of people; it waits for its confirmation. For coordinators.
///
/// # Errors
/// [`domain::import::Refusal`] of the whole file; nothing is kept then.
pub async fn upload(
    cx: &Context,
    command: CommandId,
    slug: &str,
    file_name: &str,
    bytes: Vec<u8>,
) -> Result<ImportId> {
    let programme = cx.coordinated(slug).await?;
    prepare::list(bytes.clone(), None).await?;
    let mut change = match cx.change(Aggregate::Programme(programme.id), command).await? {
        Opened::Repeated(import) => return Ok(import),
        Opened::New(change) => change,
    };
    let id: ImportId = cx.new_id();
    purge(change.tx(), change.now, Some(programme.id)).await?;
    make_room(change.tx(), programme.id).await?;
    let row = import::ActiveModel {
        id: Set(id.0),
        programme_id: Set(programme.id.0),
        person_id: Set(cx.signed_in().map(|actor| actor.person.0).unwrap_or_default()),
        file_name: Set(plain_name(file_name)),
        state: Set(ImportState::Uploaded.to_string()),
        content: Set(bytes),
        settings: Set(serde_json::to_value(Kept::default())?),
        summary: Set(serde_json::to_value(Counts::default())?),
        created_at: Set(change.now.0),
        confirmed_at: Set(None),
    };
    row.insert(change.tx()).await?;
    change.record(&Event::Uploaded { import: id })?;
    change.commit(id).await
}

/// The last part of a path, without control characters, at most 100 characters.
pub(crate) fn plain_name(file_name: &str) -> String {
    let last = file_name.rsplit(['/', '\\']).next().unwrap_or_default();
    domain::import::clean::line(last).chars().take(100).collect()
}

/// Deletes the oldest waiting lists of a programme, so that one more may wait.
async fn make_room<C: ConnectionTrait>(db: &C, programme: ProgrammeId) -> Result<()> {
    let waiting: Vec<Uuid> = import::Entity::find()
        .select_only()
        .column(import::Column::Id)
        .filter(import::Column::ProgrammeId.eq(programme.0))
        .filter(import::Column::State.eq(ImportState::Uploaded.as_str()))
        .order_by_desc(import::Column::CreatedAt)
        .offset(MOST_WAITING - 1)
        .limit(1000)
        .into_tuple()
        .all(db)
        .await?;
    if !waiting.is_empty() {
        import::Entity::delete_many().filter(import::Column::Id.is_in(waiting)).exec(db).await?;
    }
    Ok(())
}

/// Deletes lists that nobody confirmed, and the refused rows of those that were confirmed long ago. For the schedule.
///
/// # Errors
/// Where the database refuses.
pub async fn purge_imports(cx: &Context, command: CommandId) -> Result<()> {
    if !cx.is_system() {
        cx.admin()?;
    }
    match cx.change(Aggregate::Organisation, command).await? {
        Opened::Repeated(answer) => Ok(answer),
        Opened::New(change) => {
            purge(change.tx(), change.now, None).await?;
            crate::board::purge_lists(change.tx(), change.now).await?;
            change.commit(()).await
        }
    }
}

async fn purge<C: ConnectionTrait>(db: &C, now: Instant, programme: Option<ProgrammeId>) -> Result<()> {
    let within = |condition: sea_orm::Condition| match programme {
        Some(programme) => condition.add(import::Column::ProgrammeId.eq(programme.0)),
        None => condition,
    };
    let confirmed = import::Column::State.eq(ImportState::Confirmed.as_str());
    let waited = within(
        sea_orm::Condition::all()
            .add(import::Column::State.ne(ImportState::Confirmed.as_str()))
            .add(import::Column::CreatedAt.lt(now.plus_days(-WAITS).0)),
    );
    import::Entity::delete_many().filter(waited).exec(db).await?;
    let old = within(
        sea_orm::Condition::all().add(confirmed).add(import::Column::ConfirmedAt.lt(now.plus_days(-KEPT).0)),
    );
    import::Entity::update_many()
        .col_expr(import::Column::Content, Expr::value(Vec::<u8>::new()))
        .filter(old)
        .exec(db)
        .await?;
    Ok(())
}

type ImportRow = (Uuid, Uuid, String, String, Value, i64, Option<i64>);

/// The programme's imports, the newest first. For coordinators.
///
/// # Errors
/// As for every page of a programme.
pub async fn list_imports(cx: &Context, slug: &str) -> Result<ImportsView> {
    let programme = cx.coordinated(slug).await?;
    let rows: Vec<ImportRow> = import::Entity::find()
        .select_only()
        .columns([
            import::Column::Id,
            import::Column::PersonId,
            import::Column::FileName,
            import::Column::State,
        ])
        .columns([import::Column::Summary, import::Column::CreatedAt, import::Column::ConfirmedAt])
        .filter(import::Column::ProgrammeId.eq(programme.id.0))
        .filter(import::Column::State.ne(ImportState::Cancelled.as_str()))
        .order_by_desc(import::Column::CreatedAt)
        .limit(LISTED)
        .into_tuple()
        .all(cx.read())
        .await?;
    let names: Vec<(Uuid, String)> = person::Entity::find()
        .select_only()
        .columns([person::Column::Id, person::Column::Name])
        .filter(person::Column::Id.is_in(rows.iter().map(|row| row.1)))
        .into_tuple()
        .all(cx.read())
        .await?;
    let names: HashMap<Uuid, String> = names.into_iter().collect();
    let mut imports = Vec::new();
    for (id, by, file_name, state, summary, created_at, confirmed_at) in rows {
        imports.push(ImportLine {
            id: ImportId(id),
            file_name,
            state: state.parse().map_err(|()| crate::Error::internal("an import in an unknown state"))?,
            at: Instant(confirmed_at.unwrap_or(created_at)),
            by: names.get(&by).cloned().unwrap_or_default(),
            counts: serde_json::from_value(summary)?,
        });
    }
    Ok(ImportsView {
        programme: programme.slug().to_owned(),
        programme_name: programme.name().to_owned(),
        imports,
    })
}
