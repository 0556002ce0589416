//! A service on a database of its own, with a clock that stands still until it is moved.
//!
//! SQLite by default; PostgreSQL where `TRELLIS_TEST_POSTGRES` is the address of a server on which databases can be made.

use domain::{Actor, CommandId, Instant, PersonId, ProgrammeId, SessionId};
use sea_orm::{ConnectionTrait, Database, Statement, Value};
use service::account::{Entered, accept_invitation, resume};
use service::source::{Clock, new_uuid};
use service::{Context, Service, Settings, database, people};
use std::sync::Arc;
use tempfile::TempDir;

/// The moment at which every test begins.
pub const BEGIN: Instant = Instant(1_764_000_000_000);
/// A password that is good enough for everybody.
pub const PASSWORD: &str = "wisteria on the wall";

/// One installation.
pub struct House {
    pub service: Arc<Service>,
    pub handles: database::Handles,
    _folder: TempDir,
}

impl House {
    /// A real installation without a mail server.
    pub async fn new() -> Self {
        Self::with(|_| ()).await
    }

    /// An installation as `choose` sets it.
    pub async fn with(choose: impl FnOnce(&mut Settings)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = match std::env::var("TRELLIS_TEST_POSTGRES") {
            Ok(server) => new_postgres(&server).await,
            Err(_) => format!("sqlite://{}", folder.path().join("trellis.db").display()),
        };
        let handles = database::open(&url).await.unwrap();
        let mut settings = Settings { clock: Clock::fixed(BEGIN), ..Settings::default() };
        choose(&mut settings);
        let service = Service::start(handles.clone(), settings).await.unwrap();
        Self { service, handles, _folder: folder }
    }

    /// Nobody, at an address of a documentation network.
    pub fn visitor(&self) -> Context {
        self.visitor_at("192.0.2.1")
    }

    /// Nobody, at this network address.
    pub fn visitor_at(&self, address: &str) -> Context {
        let mut cx = Context::visitor(self.service.clone());
        cx.address = address.to_owned();
        cx
    }

    pub fn system(&self) -> Context {
        Context::system(self.service.clone())
    }

    pub fn advance(&self, seconds: i64) {
        self.service.settings.clock.advance(seconds);
    }

    /// Somebody who has an account and the password [`PASSWORD`], signed in.
    pub async fn member(&self, name: &str) -> Context {
        let entered = self.enter(name, false).await;
        self.holder(&entered.token).await.unwrap()
    }

    /// An organisation admin, signed in.
    pub async fn admin(&self, name: &str) -> Context {
        let entered = self.enter(name, true).await;
        self.holder(&entered.token).await.unwrap()
    }

    async fn enter(&self, name: &str, admin: bool) -> Entered {
        let added = people::add(&self.system(), name, &email(name), admin, None).await.unwrap();
        let link = added.link.unwrap();
        accept_invitation(&self.visitor(), command(), token(&link), PASSWORD).await.unwrap()
    }

    /// Whoever holds a session's token.
    pub async fn holder(&self, token: &str) -> Option<Context> {
        let (session, actor) = resume(&self.service, token).await.unwrap()?;
        Some(self.asking(session, actor))
    }

    fn asking(&self, session: SessionId, actor: Actor) -> Context {
        let mut cx = Context::of(self.service.clone(), actor).with_session(session);
        cx.address = "192.0.2.1".to_owned();
        cx
    }

    /// A programme at `slug`.
    pub async fn programme(&self, slug: &str) -> ProgrammeId {
        let id = new_uuid();
        self.run(
            "insert into programme (id, slug, name, purpose, gives_mentors, gives_mentees, format, acceptance, state, \
             template, time_zone, default_capacity, most_mentees, proposal_days, criteria, created_at) values ($1, $2, \
             $3, '', '', '', 'one-to-one', 'both', 'open', 'blank', 'UTC', 2, 5, 14, '[]', 0)",
            [id.into(), slug.into(), format!("Programme {slug}").into()],
        )
        .await;
        ProgrammeId(id)
    }

    /// Makes the person behind `cx` something in a programme, and returns a context that knows.
    pub async fn give_role(&self, cx: &Context, programme: ProgrammeId, role: &str) -> Context {
        let person = cx.actor().unwrap().person;
        self.run(
            "insert into programme_role (programme_id, person_id, role, created_at) values ($1, $2, $3, 0)",
            [programme.0.into(), person.0.into(), role.into()],
        )
        .await;
        let mut actor = cx.actor().unwrap().clone();
        actor.roles.push((programme, role.parse().unwrap()));
        self.asking(cx.session.unwrap(), actor)
    }

    /// Changes rows by hand.
    pub async fn run<const N: usize>(&self, sql: &str, values: [Value; N]) {
        let db = &self.handles.write;
        db.execute_raw(Statement::from_sql_and_values(db.get_database_backend(), sql, values)).await.unwrap();
    }

    /// The first column of the rows of a query, as text.
    pub async fn texts<const N: usize>(&self, sql: &str, values: [Value; N]) -> Vec<String> {
        let db = &self.handles.write;
        let rows = db
            .query_all_raw(Statement::from_sql_and_values(db.get_database_backend(), sql, values))
            .await
            .unwrap();
        rows.iter().map(|row| row.try_get_by_index::<String>(0).unwrap()).collect()
    }

    /// How many rows `of` (a table, and perhaps a condition) has.
    pub async fn count(&self, of: &str) -> i64 {
        let db = &self.handles.write;
        let sql = format!("select count(*) from {of}");
        let row =
            db.query_one_raw(Statement::from_string(db.get_database_backend(), sql)).await.unwrap().unwrap();
        row.try_get_by_index(0).unwrap()
    }

    /// The kinds of the events of a person, oldest first.
    pub async fn events(&self, person: PersonId) -> Vec<String> {
        self.texts("select kind from event where aggregate_id = $1 order by version", [person.0.into()]).await
    }

    /// The newest mail to `recipient`: its kind, and the token of the link in it.
    pub async fn mail_to(&self, recipient: &str) -> (String, String) {
        let last = "from mail where recipient = $1 order by created_at desc, id desc limit 1";
        let kind = self.texts(&format!("select kind {last}"), [recipient.into()]).await.remove(0);
        let body = self.texts(&format!("select body {last}"), [recipient.into()]).await.remove(0);
        let link = body.lines().find(|line| line.starts_with("http")).unwrap().to_owned();
        (kind, token(&link).to_owned())
    }
}

/// `ada@example.org` for Ada Lovelace.
pub fn email(name: &str) -> String {
    format!("{}@example.org", name.split(' ').next().unwrap().to_lowercase())
}

pub fn command() -> CommandId {
    CommandId(new_uuid())
}

/// The token at the end of a link.
pub fn token(link: &str) -> &str {
    link.rsplit('/').next().unwrap()
}

async fn new_postgres(server: &str) -> String {
    let name = format!("t{}", new_uuid().simple());
    let admin = Database::connect(format!("{server}/postgres")).await.unwrap();
    admin.execute_unprepared(&format!("create database {name}")).await.unwrap();
    admin.close().await.unwrap();
    format!("{server}/{name}")
}
