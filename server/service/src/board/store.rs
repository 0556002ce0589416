//! Carries out commands: what the rules decide becomes rows and events of the same transaction.

use super::base::Base;
use super::history;
use super::people::People;
use crate::entity::{board_change, card, match_plan, pair};
use crate::error::Result;
use crate::{Change, Context};
use domain::board::{self, Board, Command, Event, Fits, PlanState, Run, Shift};
use domain::stream::{Aggregate, Event as _, Version};
use domain::{MatchPlanId, ParticipationId, PersonId};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, Set};
use serde_json::Value;
use uuid::Uuid;

/// No more rows than this in one statement; databases limit its parameters.
const CHUNK: usize = 500;

/// A change of a match plan on its way into the database.
pub(crate) struct Writer {
    pub(crate) change: Box<Change>,
    plan: MatchPlanId,
    version: i64,
    /// The run of the engine that the next change is.
    run: Option<Value>,
    /// The change that the next one takes back.
    undone: Option<board_change::Model>,
}

impl Writer {
    /// Goes on with a change that was opened on `plan`.
    pub(crate) async fn new(mut change: Box<Change>, plan: MatchPlanId) -> Result<Self> {
        let Version(version) = change.lock(Aggregate::MatchPlan(plan)).await?;
        Ok(Self { change, plan, version, run: None, undone: None })
    }

    /// The plan's version with what has been recorded so far.
    pub(crate) fn version(&self) -> Version {
        Version(self.version)
    }

    /// Remembers that what follows is a run of the engine.
    pub(super) fn of_run(&mut self, run: &Run) -> Result<()> {
        self.run = Some(serde_json::to_value(run)?);
        Ok(())
    }

    /// Lets the rules decide about `command`, and stores what follows. The board in `base` follows too.
    ///
    /// # Errors
    /// The board's refusal; nothing is stored then.
    pub(crate) async fn carry_out(
        &mut self,
        base: &mut Base,
        people: &People,
        command: &Command,
    ) -> Result<Vec<Event>> {
        let by = who(self.change.cx());
        let events = board::decide(&base.board, command, by, people)?;
        for event in &events {
            board::apply(&mut base.board, event, by);
            self.store(&base.board, people, event, by).await?;
        }
        Ok(events)
    }

    /// Stores an event that some other rule than the board's has decided.
    pub(crate) async fn note(&mut self, base: &Base, people: &People, event: &Event) -> Result<()> {
        let by = who(self.change.cx());
        self.store(&base.board, people, event, by).await
    }

    /// Appends an event of another noun that belongs to this plan.
    pub(crate) fn record(&mut self, event: &impl domain::stream::Event) -> Result<()> {
        self.change.record(event)?;
        self.version += 1;
        Ok(())
    }

    /// Lays the first pairs of a new plan, whatever this change was opened on.
    pub(super) async fn begin(&mut self, base: &mut Base, people: &People, shifts: Vec<Shift>) -> Result<()> {
        if shifts.is_empty() {
            return Ok(());
        }
        let by = who(self.change.cx());
        let event = Event::Begun(shifts);
        board::apply(&mut base.board, &event, by);
        self.change.record_on(Aggregate::MatchPlan(self.plan), &event).await?;
        self.version += 1;
        self.keep(&base.board, people, &event, by).await
    }

    async fn store(
        &mut self,
        board: &Board,
        people: &People,
        event: &Event,
        by: Option<PersonId>,
    ) -> Result<()> {
        self.record(event)?;
        self.keep(board, people, event, by).await
    }

    /// Stores what a recorded event has made of the board, and the change itself.
    async fn keep(&self, board: &Board, people: &People, event: &Event, by: Option<PersonId>) -> Result<()> {
        self.store_cards(board, &event.mentees(), by).await?;
        self.store_pairs(board, people, &event.mentees()).await?;
        let of_version = match event {
            Event::Undone(_) => self.mark(self.undone.clone(), Some(self.change.now.0)).await?,
            Event::Redone(_) => self.mark_redone(by).await?,
            Event::Published(_) => {
                self.mark_published().await?;
                None
            }
            other => {
                if history::is_undoable(other.kind()) {
                    self.leave_behind(by).await?;
                }
                None
            }
        };
        let row = board_change::ActiveModel {
            id: Set(self.change.cx().new_id()),
            match_plan_id: Set(self.plan.0),
            version: Set(self.version),
            person_id: Set(by.map(|by| by.0)),
            kind: Set(event.kind().to_owned()),
            before: Set(serde_json::to_value::<&[Shift]>(event.shifts())?),
            after: Set(serde_json::to_value(event)?),
            at: Set(self.change.now.0),
            undone_at: Set(None),
            again: Set(false),
            of_version: Set(of_version),
            run: Set(self.run.clone()),
        };
        row.insert(self.change.tx()).await?;
        Ok(())
    }

    async fn store_cards(
        &self,
        board: &Board,
        mentees: &[ParticipationId],
        by: Option<PersonId>,
    ) -> Result<()> {
        let rows = mentees.iter().filter_map(|id| Some((id, board.cards.get(id)?)));
        let rows: Vec<_> = rows
            .map(|(id, card)| card::ActiveModel {
                match_plan_id: Set(self.plan.0),
                mentee_id: Set(id.0),
                revision: Set(card.revision),
                moved_by: Set(by.map(|by| by.0)),
                moved_at: Set(Some(self.change.now.0)),
            })
            .collect();
        let fresh = || {
            OnConflict::columns([card::Column::MatchPlanId, card::Column::MenteeId])
                .update_columns([card::Column::Revision, card::Column::MovedBy, card::Column::MovedAt])
                .to_owned()
        };
        for chunk in rows.chunks(CHUNK) {
            card::Entity::insert_many(chunk.to_vec())
                .on_conflict(fresh())
                .exec_without_returning(self.change.tx())
                .await?;
        }
        Ok(())
    }

    async fn store_pairs(&self, board: &Board, people: &People, mentees: &[ParticipationId]) -> Result<()> {
        let tx = self.change.tx();
        for chunk in mentees.chunks(CHUNK) {
            let ids: Vec<Uuid> = chunk.iter().map(|id| id.0).collect();
            pair::Entity::delete_many()
                .filter(pair::Column::MatchPlanId.eq(self.plan.0))
                .filter(pair::Column::MenteeId.is_in(ids))
                .exec(tx)
                .await?;
            let rows = chunk.iter().filter_map(|id| {
                let place = board.cards.get(id)?.place;
                let mentor = place.mentor?;
                Some(pair::ActiveModel {
                    id: Set(self.change.cx().new_id()),
                    match_plan_id: Set(self.plan.0),
                    mentee_id: Set(id.0),
                    mentor_id: Set(mentor.0),
                    pinned: Set(place.pinned),
                    fit: Set(people.fit(*id, mentor).unwrap_or(0)),
                })
            });
            let rows: Vec<_> = rows.collect();
            if !rows.is_empty() {
                pair::Entity::insert_many(rows).exec_without_returning(tx).await?;
            }
        }
        Ok(())
    }

    /// Says which change the next command takes back.
    pub(super) fn undoes(&mut self, row: Option<board_change::Model>) {
        self.undone = row;
    }

    /// Takes the mark from the change that was undone last; answers which that is.
    async fn mark_redone(&self, by: Option<PersonId>) -> Result<Option<i64>> {
        let row = history::last_undone(self.change.tx(), self.plan, by).await?;
        self.mark(row, None).await
    }

    async fn mark(&self, row: Option<board_change::Model>, undone_at: Option<i64>) -> Result<Option<i64>> {
        let Some(row) = row else { return Ok(None) };
        let version = row.version;
        let marked = board_change::ActiveModel {
            undone_at: Set(undone_at),
            again: Set(undone_at.is_some()),
            ..row.into()
        };
        marked.update(self.change.tx()).await?;
        Ok(Some(version))
    }

    /// Whoever makes a change has left behind what they took back.
    async fn leave_behind(&self, by: Option<PersonId>) -> Result<()> {
        board_change::Entity::update_many()
            .filter(history::by_author(self.plan, by))
            .filter(board_change::Column::Again.eq(true))
            .col_expr(board_change::Column::Again, Expr::value(false))
            .exec(self.change.tx())
            .await?;
        Ok(())
    }

    async fn mark_published(&self) -> Result<()> {
        match_plan::Entity::update_many()
            .filter(match_plan::Column::Id.eq(self.plan.0))
            .col_expr(match_plan::Column::State, Expr::value(PlanState::Published.as_str()))
            .col_expr(match_plan::Column::PublishedAt, Expr::value(self.change.now.0))
            .exec(self.change.tx())
            .await?;
        Ok(())
    }
}

/// The person who asks; none for the command line and the schedule.
pub(crate) fn who(cx: &Context) -> Option<PersonId> {
    cx.signed_in().map(|actor| actor.person)
}
