//! A person's own ways of looking at the boards of a programme.

use crate::entity::saved_view;
use crate::error::Result;
use crate::{Context, Opened};
use domain::board::{BoardQuery, LONGEST_NAME, MOST_VIEWS, Refusal, SavedView, ViewEvent};
use domain::form::{Check, Problem};
use domain::stream::Aggregate;
use domain::{CommandId, PersonId, ProgrammeId, SavedViewId};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, Set};

/// Keeps a way of looking, a [`BoardQuery`] as JSON, under a name, in place of what had that name; answers all of the asker's. For coordinators.
///
/// # Errors
/// [`crate::Error::Invalid`] where the name is missing or too long; [`Refusal::TooManyViews`].
pub async fn save_view(
    cx: &Context,
    slug: &str,
    name: &str,
    look: &str,
    command: CommandId,
) -> Result<Vec<SavedView>> {
    let programme = cx.coordinated(slug).await?;
    let person = cx.actor()?.person;
    let mut check = Check::default();
    let name = check.text("name", name, LONGEST_NAME);
    let query = serde_json::from_str::<BoardQuery>(look);
    if query.is_err() {
        check.refuse("look", Problem::NotAChoice);
    }
    let name = check.done(name)?;
    let query = BoardQuery { page: 1, tray_page: 1, ..query? };
    let Opened::New(mut change) = cx.change::<()>(Aggregate::Person(person), command).await? else {
        return views(cx.read(), programme.id, Some(person)).await;
    };
    let kept = views(change.tx(), programme.id, Some(person)).await?;
    let known = kept.iter().find(|view| view.name == name).map(|view| view.id);
    if known.is_none() && kept.len() >= MOST_VIEWS {
        return Err(Refusal::TooManyViews.into());
    }
    let view = known.unwrap_or_else(|| cx.new_id());
    let row = saved_view::ActiveModel {
        id: Set(view.0),
        person_id: Set(person.0),
        programme_id: Set(programme.id.0),
        name: Set(name),
        query: Set(serde_json::to_value(&query)?),
        saved_at: Set(change.now.0),
    };
    match known {
        Some(_) => row.update(change.tx()).await?,
        None => row.insert(change.tx()).await?,
    };
    change.record(&ViewEvent::Saved { view })?;
    let kept = views(change.tx(), programme.id, Some(person)).await?;
    change.commit(()).await?;
    Ok(kept)
}

/// Forgets one of the asker's views; one that is gone already stays gone. For coordinators.
///
/// # Errors
/// [`crate::Error::NotFound`], [`crate::Error::Denied`].
pub async fn delete_view(
    cx: &Context,
    slug: &str,
    view: SavedViewId,
    command: CommandId,
) -> Result<Vec<SavedView>> {
    let programme = cx.coordinated(slug).await?;
    let person = cx.actor()?.person;
    let Opened::New(mut change) = cx.change::<()>(Aggregate::Person(person), command).await? else {
        return views(cx.read(), programme.id, Some(person)).await;
    };
    let gone = saved_view::Entity::delete_many()
        .filter(saved_view::Column::Id.eq(view.0))
        .filter(saved_view::Column::PersonId.eq(person.0))
        .filter(saved_view::Column::ProgrammeId.eq(programme.id.0))
        .exec(change.tx())
        .await?;
    if gone.rows_affected > 0 {
        change.record(&ViewEvent::Deleted { view })?;
    }
    let kept = views(change.tx(), programme.id, Some(person)).await?;
    change.commit(()).await?;
    Ok(kept)
}

/// Somebody's views of a programme, by name. One that cannot be read any more is left out.
pub(crate) async fn views(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
    person: Option<PersonId>,
) -> Result<Vec<SavedView>> {
    let Some(person) = person else { return Ok(vec![]) };
    let rows = saved_view::Entity::find()
        .filter(saved_view::Column::PersonId.eq(person.0))
        .filter(saved_view::Column::ProgrammeId.eq(programme.0))
        .order_by_asc(saved_view::Column::Name)
        .all(db)
        .await?;
    let view = |row: saved_view::Model| {
        let query = serde_json::from_value(row.query).ok()?;
        Some(SavedView { id: SavedViewId(row.id), name: row.name, query })
    };
    Ok(rows.into_iter().filter_map(view).collect())
}
