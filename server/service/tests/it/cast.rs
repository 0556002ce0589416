//! The demo on a fresh database, and requests of its people.

use crate::world::NOW;
use domain::PersonId;
use sea_orm::sea_query::{Alias, Expr, ExprTrait, Query};
use sea_orm::{ConnectionTrait, DatabaseConnection};
use service::source::Clock;
use service::{Context, Service, Settings, actor, database, demo};
use std::sync::Arc;
use uuid::Uuid;

/// A database of its own.
pub struct Cast {
    pub service: Arc<Service>,
    pub db: DatabaseConnection,
    _folder: tempfile::TempDir,
}

impl Cast {
    /// An empty database, in demo mode or not.
    pub async fn empty(demo: bool) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}", folder.path().join("trellis.db").display());
        let handles = database::open(&url).await.unwrap();
        let db = handles.write.clone();
        let settings = Settings { demo, clock: Clock::fixed(NOW), ..Settings::default() };
        let service = Service::start(handles, settings).await.unwrap();
        Self { service, db, _folder: folder }
    }

    /// The demo, loaded.
    pub async fn new() -> Self {
        let cast = Self::empty(true).await;
        demo::load(&cast.system()).await.unwrap();
        cast
    }

    /// The command line.
    pub fn system(&self) -> Context {
        Context::system(self.service.clone())
    }

    /// The person called `name`.
    pub async fn id(&self, name: &str) -> PersonId {
        let mut select = Query::select();
        select
            .column(Alias::new("id"))
            .from(Alias::new("person"))
            .and_where(Expr::col(Alias::new("name")).eq(name));
        let row = self.db.query_one(&select).await.unwrap().unwrap_or_else(|| panic!("{name} is not there"));
        PersonId(row.try_get::<Uuid>("", "id").unwrap())
    }

    /// A request of the person called `name`, with the roles that they have now.
    pub async fn of(&self, name: &str) -> Context {
        let actor = actor::load(&self.service, self.id(name).await).await.unwrap().unwrap();
        Context::of(self.service.clone(), actor)
    }

    /// How many rows `table` has.
    pub async fn count(&self, table: &str) -> i64 {
        let mut select = Query::select();
        select.expr_as(Expr::cust("count(*)"), Alias::new("n")).from(Alias::new(table));
        self.db.query_one(&select).await.unwrap().unwrap().try_get("", "n").unwrap()
    }
}
