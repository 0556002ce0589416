//! Who asks, and what they may use to get it done.

use crate::Error;
use crate::account::PasswordGate;
use crate::change::{Change, Opened};
use crate::database::Handles;
use crate::entity::{organisation, person};
use crate::error::Result;
use crate::hub::Hub;
use crate::presence::Presence;
use crate::source::{self, Clock};
use domain::stream::Aggregate;
use domain::{Actor, CommandId, Instant, SessionId};
use sea_orm::{ActiveModelTrait, DatabaseConnection, EntityTrait, Set};
use serde::de::DeserializeOwned;
use std::sync::Arc;
use tokio::sync::Notify;
use uuid::Uuid;

/// What the operator chose.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Anybody may sign in as anybody of the cast, and mails can be read. Refused on a database with real people.
    pub demo: bool,
    /// The address under which people reach this installation, without a slash at the end; links in mails start with it.
    pub public_url: String,
    /// `smtp://user:password@host:port`, `smtps://…` or none: mails then stay in the outbox.
    pub smtp_url: Option<String>,
    /// The sender of mails, `Trellis <trellis@example.org>`.
    pub mail_from: String,
    pub clock: Clock,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            demo: false,
            public_url: "http://127.0.0.1:3000".into(),
            smtp_url: None,
            mail_from: "Trellis <trellis@localhost>".into(),
            clock: Clock::System,
        }
    }
}

/// One running installation: database, hub and settings. Cheap to share.
#[derive(Debug)]
pub struct Service {
    pub(crate) handles: Handles,
    pub hub: Hub,
    pub presence: Presence,
    pub settings: Settings,
    /// Rung when a mail was queued.
    pub mail_bell: Notify,
    /// Hashes passwords, two at a time.
    pub passwords: PasswordGate,
}

impl Service {
    /// Starts on an open database: makes the organisation's row where there is none, and keeps demo and real people
    /// apart.
    ///
    /// # Errors
    /// A sentence that says why this database cannot be used so.
    pub async fn start(handles: Handles, settings: Settings) -> Result<Arc<Self>> {
        let demo = settings.demo;
        let service = Arc::new(Self {
            handles,
            hub: Hub::new(),
            presence: Presence::new(),
            settings,
            mail_bell: Notify::new(),
            passwords: PasswordGate::new(2),
        });
        service.ensure_organisation(demo).await?;
        Ok(service)
    }

    /// Starts in demo mode where the database was made for the demo, and outside it where not. For commands that let
    /// nobody in; a server says in which mode it runs.
    ///
    /// # Errors
    /// As [`Service::start`].
    pub async fn start_as_it_is(handles: Handles, mut settings: Settings) -> Result<Arc<Self>> {
        if let Some(row) = organisation::Entity::find().one(&handles.read).await? {
            settings.demo = row.demo;
        }
        Self::start(handles, settings).await
    }

    /// Demo mode lets anybody in as anybody, so it refuses a database that holds real people; and a database that was
    /// made for the demo stays one, as its people are not real.
    async fn ensure_organisation(&self, demo: bool) -> Result<()> {
        let db = &self.handles.write;
        let row = match organisation::Entity::find().one(db).await? {
            Some(row) => row,
            None => {
                let row = organisation::ActiveModel {
                    id: Set(Uuid::nil()),
                    name: Set(domain::text::cli::organisation().to_owned()),
                    demo: Set(demo),
                    version: Set(0),
                    created_at: Set(self.now().0),
                };
                row.insert(db).await?
            }
        };
        if row.demo == demo {
            return Ok(());
        }
        if person::Entity::find().one(db).await?.is_some() {
            let sentence =
                if demo { domain::text::cli::demo_refused() } else { domain::text::cli::demo_database() };
            return Err(Error::Internal(sentence.to_owned()));
        }
        organisation::ActiveModel { demo: Set(demo), ..row.into() }.update(db).await?;
        Ok(())
    }

    /// The connection for reading.
    pub(crate) fn read(&self) -> &DatabaseConnection {
        &self.handles.read
    }

    /// The present moment.
    pub fn now(&self) -> Instant {
        self.settings.clock.now()
    }
}

/// Who is behind a context.
#[derive(Clone, Debug)]
pub(crate) enum Asker {
    /// Nobody is signed in.
    Visitor,
    /// A signed-in person.
    Person(Actor),
    /// The command line or the schedule: may do everything, and is nobody in the log.
    System,
}

/// One request: who asks, from where, and the service.
#[derive(Clone, Debug)]
pub struct Context {
    pub service: Arc<Service>,
    pub(crate) asker: Asker,
    /// The session that asks, where one does.
    pub session: Option<SessionId>,
    /// The asker's network address, for the throttle and the list of sessions.
    pub address: String,
    /// What the asker's browser calls itself.
    pub agent: String,
}

impl Context {
    /// A context of nobody.
    pub fn visitor(service: Arc<Service>) -> Self {
        Self { service, asker: Asker::Visitor, session: None, address: String::new(), agent: String::new() }
    }

    /// A context of a signed-in person.
    pub fn of(service: Arc<Service>, actor: Actor) -> Self {
        Self { asker: Asker::Person(actor), ..Self::visitor(service) }
    }

    /// The same, asked from this sign-in.
    #[must_use]
    pub fn with_session(self, session: SessionId) -> Self {
        Self { session: Some(session), ..self }
    }

    /// The context of the command line and the schedule.
    pub fn system(service: Arc<Service>) -> Self {
        Self { asker: Asker::System, ..Self::visitor(service) }
    }

    /// The signed-in person.
    ///
    /// # Errors
    /// [`Error::SignInRequired`].
    pub fn actor(&self) -> Result<&Actor> {
        match &self.asker {
            Asker::Person(actor) => Ok(actor),
            _ => Err(Error::SignInRequired),
        }
    }

    /// The signed-in person, if there is one.
    pub fn signed_in(&self) -> Option<&Actor> {
        self.actor().ok()
    }

    /// Whether the command line or the schedule asks.
    pub fn is_system(&self) -> bool {
        matches!(self.asker, Asker::System)
    }

    /// The present moment.
    pub fn now(&self) -> Instant {
        self.service.now()
    }

    /// A new id of any kind.
    pub fn new_id<T: From<Uuid>>(&self) -> T {
        source::new_uuid().into()
    }

    /// 256 random bits.
    ///
    /// # Errors
    /// Where the operating system has no randomness to give.
    pub fn new_secret(&self) -> Result<[u8; 32]> {
        Ok(source::new_secret()?)
    }

    /// The connection for reading.
    pub(crate) fn read(&self) -> &DatabaseConnection {
        self.service.read()
    }

    /// Opens the one way to write: begins, and locks `aggregate`. Where `command` was carried out before, its first
    /// answer comes back instead.
    ///
    /// # Errors
    /// [`Error::NotFound`] where the aggregate is not there, [`Error::Stale`] where the command id was used for
    /// something else.
    pub async fn change<T: DeserializeOwned>(
        &self,
        aggregate: Aggregate,
        command: CommandId,
    ) -> Result<Opened<T>> {
        Change::open(self, aggregate, command).await
    }
}
