//! What was done to a board, and what of it can be taken back.

use super::people::People;
use crate::entity::{board_change, proposal};
use crate::error::Result;
use domain::board::{Board, Event, HistoryLine, Past, Publication, Run, said, stands, stands_back};
use domain::proposal::ProposalState;
use domain::stream::Version;
use domain::{Instant, MatchPlanId, ParticipationId, PersonId};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select,
};
use std::collections::HashMap;

/// So many overtaken changes are read at a time.
const OVERTAKEN: u64 = 100;

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

/// What its author can take back.
pub(super) fn is_undoable(kind: &str) -> bool {
    UNDOABLE.contains(&kind)
}

/// What the asker can undo and do again.
pub(crate) struct Offered {
    pub(crate) undo: Option<board_change::Model>,
    pub(crate) redo: Option<board_change::Model>,
}

impl Offered {
    /// The asker's newest changes, where they are still possible.
    pub(crate) async fn load(db: &impl ConnectionTrait, board: &Board, by: Option<PersonId>) -> Result<Self> {
        let undo = next_undone(db, board, by).await?;
        let redo = last_undone(db, board.plan, by).await?;
        Ok(Self {
            undo: undo.filter(|row| past(row).is_ok_and(|past| stands(board, &past))),
            redo: redo.filter(|row| past(row).is_ok_and(|past| stands_back(board, &past))),
        })
    }

    /// Everybody whom the sentences name.
    pub(crate) fn named(&self) -> Vec<ParticipationId> {
        [&self.undo, &self.redo].into_iter().flat_map(|row| named(row.as_slice())).collect()
    }

    /// Both in words.
    pub(crate) fn said(&self, people: &People) -> (Option<String>, Option<String>) {
        let told = |row: &Option<board_change::Model>| Some(said(&event(row.as_ref()?)?, people));
        (told(&self.undo), told(&self.redo))
    }
}

/// What the asker takes back next: their newest change that nobody has overtaken, or the newest of all where somebody has
/// overtaken every one.
pub(crate) async fn next_undone(
    db: &impl ConnectionTrait,
    board: &Board,
    by: Option<PersonId>,
) -> Result<Option<board_change::Model>> {
    let own = of_author(board.plan, by)
        .filter(board_change::Column::UndoneAt.is_null())
        .filter(board_change::Column::Kind.is_in(UNDOABLE))
        .order_by_desc(board_change::Column::Version);
    let mut newest = None;
    // Nearly always the first one is it.
    let mut size = 1;
    let mut seen = 0;
    loop {
        let rows = own.clone().offset(seen).limit(size).all(db).await?;
        if rows.is_empty() {
            return Ok(newest);
        }
        seen += rows.len() as u64;
        size = OVERTAKEN;
        for row in rows {
            if stands(board, &past(&row)?) {
                return Ok(Some(row));
            }
            newest.get_or_insert(row);
        }
    }
}

/// The change that the asker took back last, where they have made none since: of those of one moment, the oldest.
pub(crate) async fn last_undone(
    db: &impl ConnectionTrait,
    plan: MatchPlanId,
    by: Option<PersonId>,
) -> Result<Option<board_change::Model>> {
    Ok(of_author(plan, by)
        .filter(board_change::Column::Again.eq(true))
        .order_by_desc(board_change::Column::UndoneAt)
        .order_by_asc(board_change::Column::Version)
        .one(db)
        .await?)
}

fn of_author(plan: MatchPlanId, by: Option<PersonId>) -> Select<board_change::Entity> {
    board_change::Entity::find().filter(by_author(plan, by))
}

/// The changes of one author on a plan.
pub(super) fn by_author(plan: MatchPlanId, by: Option<PersonId>) -> Condition {
    let by = match by {
        Some(by) => board_change::Column::PersonId.eq(by.0),
        None => board_change::Column::PersonId.is_null(),
    };
    Condition::all().add(board_change::Column::MatchPlanId.eq(plan.0)).add(by)
}

/// So long, in milliseconds, a publication is told to whoever has made it.
const JUST_NOW: i64 = 60_000;

/// How the plan was published, where `newest` is part of that and `by` has done it just now: who looks at the board later has
/// not published again.
pub(crate) async fn publication(
    db: &impl ConnectionTrait,
    newest: Option<&board_change::Model>,
    by: Option<PersonId>,
    now: Instant,
) -> Result<Option<Publication>> {
    let newest = newest.filter(|row| row.person_id == by.map(|by| by.0) && now.0 - row.at < JUST_NOW);
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

/// The changes made by the events from `first` to `last`, and those that these undid or did again, newest first.
pub(crate) async fn between(
    db: &impl ConnectionTrait,
    plan: MatchPlanId,
    first: Version,
    last: Version,
) -> Result<Vec<board_change::Model>> {
    let made = board_change::Column::Version.between(first.0, last.0);
    let taken_up = board_change::Entity::find()
        .select_only()
        .column(board_change::Column::OfVersion)
        .filter(board_change::Column::MatchPlanId.eq(plan.0))
        .filter(board_change::Column::OfVersion.is_not_null())
        .filter(made.clone());
    let taken_up =
        board_change::Column::Version.in_subquery(QuerySelect::query(&mut taken_up.clone()).to_owned());
    Ok(board_change::Entity::find()
        .filter(board_change::Column::MatchPlanId.eq(plan.0))
        .filter(Condition::any().add(made).add(taken_up))
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
            Event::Begun(_)
            | Event::Rebalanced { .. }
            | Event::Published(_)
            | Event::Undone(_)
            | Event::Redone(_) => {}
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

/// A change in words; `names` are those of everybody who may have made it.
pub(crate) fn line(
    row: &board_change::Model,
    people: &People,
    names: &HashMap<PersonId, String>,
) -> Option<HistoryLine> {
    let event = event(row)?;
    Some(HistoryLine {
        version: Version(row.version),
        by: row.person_id.and_then(|id| names.get(&PersonId(id)).cloned()),
        at: Instant(row.at),
        said: said(&event, people),
        undone: row.undone_at.is_some(),
        mentees: event.mentees(),
        run: run(row),
    })
}

/// The run of the engine that it was.
pub(super) fn run(row: &board_change::Model) -> Option<Run> {
    serde_json::from_value(row.run.clone()?).ok()
}

/// What happened.
pub(super) fn event(row: &board_change::Model) -> Option<Event> {
    serde_json::from_value(row.after.clone()).ok()
}
