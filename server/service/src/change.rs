//! The one write path: begin, lock, (load, decide, store: the caller), append events, commit, publish.

use crate::context::Context;
use crate::entity::{command, event};
use crate::error::Result;
use crate::hub::Published;
use crate::{Error, database};
use domain::stream::{Aggregate, Event, Logged, Version};
use domain::{CommandId, Instant, PersonId, ProgrammeId};
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ActiveModelTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, Set};
use serde::{Serialize, de::DeserializeOwned};
use std::sync::Arc;
use uuid::Uuid;

/// What opening a change gives.
pub enum Opened<T> {
    /// The command was carried out before; this was the answer.
    Repeated(T),
    /// The aggregate is locked.
    New(Box<Change>),
}

/// A transaction that holds its aggregate's lock. Dropped without [`Change::commit`], it never was.
pub struct Change {
    cx: Context,
    tx: DatabaseTransaction,
    command: CommandId,
    heads: Vec<Head>,
    mail_queued: bool,
    told: Vec<PersonId>,
    /// When this change happens; one moment for all its rows and events.
    pub now: Instant,
}

/// An aggregate that this change has locked, and what it will append to it.
struct Head {
    aggregate: Aggregate,
    programme: Option<ProgrammeId>,
    before: i64,
    events: Vec<Logged<serde_json::Value>>,
    /// The changed rows for whoever follows, where they are known already.
    rows: Option<serde_json::Value>,
}

impl Change {
    pub(crate) async fn open<T: DeserializeOwned>(
        cx: &Context,
        aggregate: Aggregate,
        command: CommandId,
    ) -> Result<Opened<T>> {
        let tx = database::begin(&cx.service.handles.write).await?;
        let actor = cx.signed_in().map(|actor| actor.person.0);
        let mut change = Self {
            cx: cx.clone(),
            tx,
            command,
            heads: vec![],
            mail_queued: false,
            told: vec![],
            now: cx.now(),
        };
        change.lock(aggregate).await?;
        if let Some(done) = command::Entity::find_by_id(command.0).one(&change.tx).await? {
            if done.actor != actor || done.aggregate_id != aggregate.id() {
                return Err(Error::Stale);
            }
            return Ok(Opened::Repeated(serde_json::from_value(done.answer)?));
        }
        Ok(Opened::New(Box::new(change)))
    }

    /// The transaction, for loading and storing rows.
    pub fn tx(&self) -> &DatabaseTransaction {
        &self.tx
    }

    /// Who asks.
    pub fn cx(&self) -> &Context {
        &self.cx
    }

    /// Locks a further aggregate until the end of this change, and returns its version. Locking one twice is harmless.
    ///
    /// # Errors
    /// [`Error::NotFound`] where it is not there.
    pub async fn lock(&mut self, aggregate: Aggregate) -> Result<Version> {
        if let Some(head) = self.heads.iter().find(|head| head.aggregate == aggregate) {
            return Ok(Version(head.before));
        }
        let mut query = Query::select();
        query.column("version").from(aggregate.kind()).lock_exclusive();
        if aggregate != Aggregate::Organisation {
            query.and_where(Expr::col("id").eq(aggregate.id()));
        }
        let in_programme = matches!(aggregate, Aggregate::MatchPlan(_) | Aggregate::Mentorship(_));
        if in_programme {
            query.column("programme_id");
        }
        let row = self.tx.query_one(&query).await?.ok_or(Error::NotFound)?;
        let before: i64 = row.try_get("", "version")?;
        let programme = match aggregate {
            Aggregate::Programme(id) => Some(id),
            _ if in_programme => Some(ProgrammeId(row.try_get::<Uuid>("", "programme_id")?)),
            _ => None,
        };
        self.heads.push(Head { aggregate, programme, before, events: vec![], rows: None });
        Ok(Version(before))
    }

    /// Appends an event to the aggregate that this change was opened on.
    ///
    /// # Errors
    /// Where the event cannot be written as JSON.
    pub fn record<E: Event>(&mut self, event: &E) -> Result<()> {
        let logged = self.logged(event)?;
        match self.heads.first_mut() {
            Some(head) => head.push(logged),
            None => return Err(Error::internal("a change without an aggregate")),
        }
        Ok(())
    }

    /// Appends an event to another aggregate, which is locked for it.
    ///
    /// # Errors
    /// [`Error::NotFound`] where that aggregate is not there.
    pub async fn record_on<E: Event>(&mut self, aggregate: Aggregate, event: &E) -> Result<()> {
        let logged = self.logged(event)?;
        self.lock(aggregate).await?;
        if let Some(head) = self.heads.iter_mut().find(|head| head.aggregate == aggregate) {
            head.push(logged);
        }
        Ok(())
    }

    fn logged<E: Event>(&self, event: &E) -> Result<Logged<serde_json::Value>> {
        Ok(Logged {
            version: Version(0),
            kind: event.kind().to_owned(),
            payload: serde_json::to_value(event)?,
            actor: self.cx.signed_in().map(|actor| actor.person),
            at: self.now,
        })
    }

    /// Lets `person` know, on their inbox topic, that something of theirs has changed.
    pub fn tell(&mut self, person: PersonId) {
        self.told.push(person);
    }

    /// Hands over the rows that this change leaves behind, so that nobody who follows reads them again.
    pub(crate) fn show(&mut self, rows: serde_json::Value) {
        if let Some(head) = self.heads.first_mut() {
            head.rows = Some(rows);
        }
    }

    /// Wakes the sender of mails after the commit.
    pub(crate) fn ring_mail_bell(&mut self) {
        self.mail_queued = true;
    }

    /// Appends the events, remembers the answer, commits, and then tells whoever listens.
    ///
    /// # Errors
    /// Where the database refuses; nothing is stored then.
    pub async fn commit<T: Serialize>(self, answer: T) -> Result<T> {
        let actor = self.cx.signed_in().map(|actor| actor.person.0);
        for head in &self.heads {
            head.store(&self.tx, self.command).await?;
        }
        let aggregate_id = self.heads.first().map(|head| head.aggregate.id()).unwrap_or_default();
        let done = command::ActiveModel {
            id: Set(self.command.0),
            aggregate_id: Set(aggregate_id),
            actor: Set(actor),
            answer: Set(serde_json::to_value(&answer)?),
            at: Set(self.now.0),
        };
        done.insert(&self.tx).await?;
        self.tx.commit().await?;
        let service = &self.cx.service;
        for head in self.heads {
            if let Some(published) = head.published(&self.told) {
                service.hub.publish(Arc::new(published));
            }
        }
        if self.mail_queued {
            service.mail_bell.notify_one();
        }
        Ok(answer)
    }
}

impl Head {
    fn push(&mut self, mut event: Logged<serde_json::Value>) {
        event.version = Version(self.before + 1 + self.events.len() as i64);
        self.events.push(event);
    }

    async fn store(&self, tx: &DatabaseTransaction, command: CommandId) -> Result<()> {
        let Some(last) = self.events.last() else { return Ok(()) };
        let rows = self.events.iter().map(|logged| event::ActiveModel {
            aggregate_id: Set(self.aggregate.id()),
            version: Set(logged.version.0),
            aggregate: Set(self.aggregate.kind().to_owned()),
            programme_id: Set(self.programme.map(|id| id.0)),
            kind: Set(logged.kind.clone()),
            payload: Set(logged.payload.clone()),
            actor: Set(logged.actor.map(|id| id.0)),
            command_id: Set(command.0),
            at: Set(logged.at.0),
        });
        event::Entity::insert_many(rows).exec_without_returning(tx).await?;
        let mut update = Query::update();
        update.table(self.aggregate.kind()).value("version", last.version.0);
        if self.aggregate != Aggregate::Organisation {
            update.and_where(Expr::col("id").eq(self.aggregate.id()));
        }
        tx.execute(&update).await?;
        Ok(())
    }

    fn published(self, told: &[PersonId]) -> Option<Published> {
        let version = self.events.last()?.version;
        Some(Published::new(
            self.aggregate,
            self.programme,
            Version(self.before),
            version,
            self.events,
            told.to_vec(),
            self.rows,
        ))
    }
}
