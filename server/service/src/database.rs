//! Opens, checks and migrates the database.
//!
//! SQLite: one writer connection, whose transactions begin immediately, and a pool of read-only ones, in WAL mode with
//! `synchronous=FULL`, so that what was acknowledged outlives a power cut. PostgreSQL: one pool for both.

use crate::Error;
use crate::error::Result;
use migrations::{Migrator, MigratorTrait};
use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DatabaseTransaction, DbBackend,
    SqliteTransactionMode, Statement, TransactionOptions, TransactionTrait,
};
use std::time::Duration;

/// The oldest SQLite without the WAL reset bug that could corrupt a database.
const OLDEST_SQLITE: [u32; 3] = [3, 51, 3];

/// Two handles on one database.
#[derive(Clone, Debug)]
pub struct Handles {
    pub write: DatabaseConnection,
    pub read: DatabaseConnection,
}

/// Opens the database at `url` (`sqlite://FILE` or `postgres://…`), makes it where it is an absent SQLite file, and
/// brings its schema up to date.
///
/// # Errors
/// A sentence that says what is wrong with the address, the file or the server.
pub async fn open(url: &str) -> Result<Handles> {
    let handles = connect(url).await?;
    migrate(&handles.write).await?;
    Ok(handles)
}

async fn connect(url: &str) -> Result<Handles> {
    if let Some(rest) = url.strip_prefix("sqlite:") {
        let path = rest.trim_start_matches("//").split('?').next().unwrap_or_default();
        if let Some(folder) =
            std::path::Path::new(path).parent().filter(|folder| !folder.as_os_str().is_empty())
        {
            std::fs::create_dir_all(folder).map_err(|cause| {
                Error::Internal(format!("cannot make the folder {}: {cause}", folder.display()))
            })?;
        }
        let write = sqlite(path, false).await?;
        check_sqlite(&write).await?;
        let read = sqlite(path, true).await?;
        return Ok(Handles { write, read });
    }
    let mut options = ConnectOptions::new(url.to_owned());
    options.max_connections(16).acquire_timeout(Duration::from_secs(5)).sqlx_logging(false);
    let pool = Database::connect(options).await?;
    Ok(Handles { write: pool.clone(), read: pool })
}

async fn sqlite(path: &str, read_only: bool) -> Result<DatabaseConnection> {
    let mode = if read_only { "ro" } else { "rwc" };
    let mut options = ConnectOptions::new(format!("sqlite://{path}?mode={mode}"));
    options
        .max_connections(if read_only { 8 } else { 1 })
        .min_connections(1)
        .acquire_timeout(Duration::from_secs(20))
        .sqlx_logging(false)
        .map_sqlx_sqlite_opts(move |options| {
            let options = options
                .foreign_keys(true)
                .busy_timeout(Duration::from_secs(10))
                .pragma("cache_size", "-16000")
                // A page reads some hundreds of rows; with room for all, the thread that reads them does not stop
                // between.
                .row_buffer_size(1000)
                .statement_cache_capacity(256);
            if read_only {
                options.read_only(true)
            } else {
                options.journal_mode(SqliteJournalMode::Wal).synchronous(SqliteSynchronous::Full)
            }
        });
    Ok(Database::connect(options).await?)
}

async fn pragma(db: &DatabaseConnection, sql: &str) -> Result<String> {
    let row = db.query_one_raw(Statement::from_string(DbBackend::Sqlite, sql)).await?;
    let row = row.ok_or_else(|| Error::Internal(format!("{sql} answers nothing")))?;
    Ok(row
        .try_get_by_index::<String>(0)
        .or_else(|_| row.try_get_by_index::<i64>(0).map(|n| n.to_string()))?)
}

/// Asserts what the promise to lose nothing rests on.
async fn check_sqlite(db: &DatabaseConnection) -> Result<()> {
    let version = pragma(db, "select sqlite_version()").await?;
    let parts: Vec<u32> = version.split('.').filter_map(|part| part.parse().ok()).collect();
    if parts.as_slice() < OLDEST_SQLITE.as_slice() {
        return Err(Error::Internal(format!("SQLite {version} is too old; 3.51.3 or later is needed")));
    }
    let (journal, synchronous) =
        (pragma(db, "pragma journal_mode").await?, pragma(db, "pragma synchronous").await?);
    if journal != "wal" || synchronous != "2" {
        return Err(Error::Internal(format!(
            "SQLite runs with journal_mode={journal} and synchronous={synchronous}; wal and 2 (full) are needed. \
             Is the database on a network drive?"
        )));
    }
    Ok(())
}

/// Brings the schema up to date. On PostgreSQL under an advisory lock, as several nodes may start at once.
async fn migrate(db: &DatabaseConnection) -> Result<()> {
    if db.get_database_backend() == DbBackend::Postgres {
        let guard = db.begin().await?;
        let lock = "select pg_advisory_xact_lock(7274001)";
        guard.execute_raw(Statement::from_string(DbBackend::Postgres, lock)).await?;
        Migrator::up(db, None).await?;
        guard.commit().await?;
        return Ok(());
    }
    Ok(Migrator::up(db, None).await?)
}

/// Begins a writing transaction. On SQLite immediately: one that reads first and writes later would fail at once
/// beside another writer, whatever the time-out.
pub(crate) async fn begin(db: &DatabaseConnection) -> Result<DatabaseTransaction> {
    let options = TransactionOptions {
        sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
        ..TransactionOptions::default()
    };
    Ok(db.begin_with_options(options).await?)
}
