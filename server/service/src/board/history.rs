//! What was done to a board, and what of it can be taken back.

use super::people::People;
use crate::entity::{board_change, proposal};
use crate::error::Result;
use domain::board::{Board, Event, HistoryLine, Past, Publication, said, stands};
use domain::proposal::ProposalState;
use domain::stream::Version;
use domain::{Instant, MatchPlanId, ParticipationId, PersonId};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

/// Kinds that their author can take back.
const UNDOABLE: [&str; 7] = [
    "board.moved",
    "board.swapped",
    "board.replaced",
    "board.pinned",
    "board.unpinned",
    "board.several",
    "board.rebalanced",
];

/// The asker's newest change, where it can still be taken back.
pub(crate) async fn offered_undo(
    db: &impl ConnectionTrait,
    board: &Board,
    by: Option<PersonId>,
) -> Result<Option<board_change::Model>> {
    let newest = newest_undoable(db, board.plan, by).await?;
    Ok(newest.filter(|row| past(row).is_ok_and(|past| stands(board, &past))))
}

/// The asker's newest change that was not taken back.
pub(crate) async fn newest_undoable(
    db: &impl ConnectionTrait,
    plan: MatchPlanId,
    by: Option<PersonId>,
) -> Result<Option<board_change::Model>> {
    let by = match by {
        Some(by) => board_change::Column::PersonId.eq(by.0),
        None => board_change::Column::PersonId.is_null(),
    };
    Ok(board_change::Entity::find()
        .filter(board_change::Column::MatchPlanId.eq(plan.0))
        .filter(board_change::Column::UndoneAt.is_null())
        .filter(board_change::Column::Kind.is_in(UNDOABLE))
        .filter(by)
        .order_by_desc(board_change::Column::Version)
        .one(db)
        .await?)
}

/// How the plan was published, where `newest` is part of that.
pub(crate) async fn publication(
    db: &impl ConnectionTrait,
    newest: Option<&board_change::Model>,
) -> Result<Option<Publication>> {
    // Where nobody is asked, the mentorships begin in the same moment and are the newer changes.
    let newest = newest.filter(|row| ["board.published", "board.started"].contains(&row.kind.as_str()));
    let Some(newest) = newest else { return Ok(None) };
    let row = board_change::Entity::find()
        .filter(board_change::Column::MatchPlanId.eq(newest.match_plan_id))
        .filter(board_change::Column::At.eq(newest.at))
        .filter(board_change::Column::Kind.eq("board.published"))
        .one(db)
        .await?;
    let Some(Event::Published(pairs)) = row.as_ref().and_then(event) else { return Ok(None) };
    let until: Option<Option<i64>> = proposal::Entity::find()
        .select_only()
        .column_as(proposal::Column::ExpiresAt.max(), "until")
        .filter(proposal::Column::MatchPlanId.eq(newest.match_plan_id))
        .filter(proposal::Column::CreatedAt.eq(newest.at))
        .filter(proposal::Column::State.eq(ProposalState::Waiting.as_str()))
        .into_tuple()
        .one(db)
        .await?;
    Ok(Some(Publication { pairs: pairs.len(), until: until.flatten().map(Instant) }))
}

/// The same as the rules read it.
pub(crate) fn past(row: &board_change::Model) -> Result<Past> {
    Ok(Past { by: row.person_id.map(PersonId), shifts: serde_json::from_value(row.before.clone())? })
}

/// The newest changes.
pub(crate) async fn newest(
    db: &impl ConnectionTrait,
    plan: MatchPlanId,
    limit: u64,
) -> Result<Vec<board_change::Model>> {
    Ok(board_change::Entity::find()
        .filter(board_change::Column::MatchPlanId.eq(plan.0))
        .order_by_desc(board_change::Column::Version)
        .limit(limit)
        .all(db)
        .await?)
}

/// The changes made by the events from `first` to `last`, newest first.
pub(crate) async fn between(
    db: &impl ConnectionTrait,
    plan: MatchPlanId,
    first: Version,
    last: Version,
) -> Result<Vec<board_change::Model>> {
    Ok(board_change::Entity::find()
        .filter(board_change::Column::MatchPlanId.eq(plan.0))
        .filter(board_change::Column::Version.between(first.0, last.0))
        .order_by_desc(board_change::Column::Version)
        .all(db)
        .await?)
}

/// Everybody whom the sentences about these changes name.
pub(crate) fn named(rows: &[board_change::Model]) -> Vec<ParticipationId> {
    let mut named = vec![];
    for event in rows.iter().filter_map(event) {
        match &event {
            // Their sentences count people and name nobody.
            Event::Rebalanced { .. } | Event::Published(_) | Event::Undone(_) => {}
            Event::Started { mentee, mentor, .. } | Event::Returned { mentee, mentor, .. } => {
                named.extend([*mentee, *mentor]);
            }
            other => {
                if let Event::Several { stayed, .. } = other {
                    named.extend(stayed.iter().map(|(mentee, _)| *mentee));
                }
                for shift in other.shifts() {
                    named.push(shift.mentee);
                    named.extend(shift.before.mentor);
                    named.extend(shift.after.mentor);
                }
            }
        }
    }
    named
}

/// A change in words.
pub(crate) fn line(row: &board_change::Model, people: &People) -> Option<HistoryLine> {
    let event = event(row)?;
    Some(HistoryLine {
        version: Version(row.version),
        by: row.person_id.and_then(|id| people.names.get(&PersonId(id)).cloned()),
        at: Instant(row.at),
        said: said(&event, people),
        undone: row.undone_at.is_some(),
        mentees: event.mentees(),
    })
}

fn event(row: &board_change::Model) -> Option<Event> {
    serde_json::from_value(row.after.clone()).ok()
}
