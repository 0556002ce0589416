//! The middle ring of errors: what a use case answers when it cannot do what was asked.

use domain::actor::Who;
use domain::{FieldError, Refusal};
use sea_orm::DbErr;
use std::fmt;

pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why a use case did nothing. Nothing was stored in any of these cases.
#[derive(Debug)]
pub enum Error {
    /// Nobody is signed in.
    SignInRequired,
    /// One sees the thing, but others may change it.
    Denied(Who),
    /// It does not exist, or is not for the asker to know of.
    NotFound,
    /// Somebody else was faster.
    Stale,
    /// A rule said no.
    Refused(Refusal),
    /// The same in a sentence with the names that the asker may know, for pages that know none.
    RefusedSaying(Refusal, String),
    /// Fields of a form are wrong.
    Invalid(Vec<FieldError>),
    /// Too many attempts; wait so many seconds.
    TooMany { seconds: i64 },
    /// The database cannot take it now.
    Unavailable(Outage, String),
    /// A defect or an accident; logged, never shown.
    Internal(String),
}

/// In which way the database is out of service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outage {
    Busy,
    Full,
    ReadOnly,
    Unreachable,
}

impl Error {
    /// A field that is wrong.
    pub fn field(field: &str, problem: domain::Problem) -> Self {
        Self::Invalid(vec![FieldError { field: field.to_owned(), problem }])
    }

    /// An accident, with its cause for the log.
    pub fn internal(cause: impl fmt::Display) -> Self {
        Self::Internal(cause.to_string())
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use domain::text::error as words;
        match self {
            Self::SignInRequired => f.write_str(words::sign_in_required()),
            Self::Denied(who) => f.write_str(&words::denied(who.sentence())),
            Self::NotFound => f.write_str(words::not_found()),
            Self::Stale => f.write_str(words::stale()),
            Self::Refused(refusal) => f.write_str(&refusal.sentence()),
            Self::RefusedSaying(_, sentence) => f.write_str(sentence),
            Self::Invalid(fields) => {
                for FieldError { field, problem } in fields {
                    writeln!(f, "{field}: {}", problem.sentence())?;
                }
                Ok(())
            }
            Self::TooMany { seconds } => f.write_str(&words::too_many(domain::text::calendar::minutes(
                seconds.unsigned_abs().div_ceil(60),
            ))),
            Self::Unavailable(Outage::Busy, _) => f.write_str(words::busy()),
            Self::Unavailable(Outage::Full, _) => f.write_str(words::full()),
            Self::Unavailable(Outage::ReadOnly, _) => f.write_str(words::read_only()),
            Self::Unavailable(Outage::Unreachable, _) => f.write_str(words::unreachable()),
            Self::Internal(cause) => f.write_str(cause),
        }
    }
}

impl std::error::Error for Error {}

macro_rules! from_refusal {
    ($($noun:ident),*) => {$(
        impl From<domain::$noun::Refusal> for Error {
            fn from(refusal: domain::$noun::Refusal) -> Self {
                Self::Refused(refusal.into())
            }
        }
    )*};
}
from_refusal!(account, programme, import, board, proposal, mentorship);

impl From<Vec<FieldError>> for Error {
    fn from(fields: Vec<FieldError>) -> Self {
        Self::Invalid(fields)
    }
}

impl From<DbErr> for Error {
    fn from(cause: DbErr) -> Self {
        let text = cause.to_string();
        let outage = if text.contains("database is locked") || text.contains("(code: 5)") {
            Outage::Busy
        } else if text.contains("database or disk is full") || text.contains("No space left") {
            Outage::Full
        } else if text.contains("readonly database") || text.contains("read-only transaction") {
            Outage::ReadOnly
        } else if matches!(cause, DbErr::Conn(_) | DbErr::ConnectionAcquire(_)) {
            Outage::Unreachable
        } else {
            return Self::Internal(text);
        };
        Self::Unavailable(outage, text)
    }
}

impl From<serde_json::Error> for Error {
    fn from(cause: serde_json::Error) -> Self {
        Self::internal(cause)
    }
}

impl From<getrandom::Error> for Error {
    fn from(cause: getrandom::Error) -> Self {
        Self::internal(cause)
    }
}
