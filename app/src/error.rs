//! The outer ring of errors: the only one on the wire.

use domain::actor::Who;
use domain::text::{calendar, error as words};
use domain::{board, mentorship};
use http::StatusCode;
use leptos::server_fn::codec::JsonEncoding;
use leptos::server_fn::error::{FromServerFnError, ServerFnErrorErr};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

/// Why the server did nothing. Causes stay on the server, under a reference.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum AppError {
    SignInRequired,
    Denied(Who),
    NotFound,
    Stale,
    Refused(Refused),
    Invalid(Vec<FieldMessage>),
    TooMany {
        seconds: i64,
    },
    /// The database cannot take it now; the sentence says why.
    Unavailable {
        sentence: String,
    },
    Unexpected {
        reference: String,
    },
    /// The server did not answer.
    Offline,
    /// The page is older than the server.
    Outdated,
}

/// A rule's refusal as it travels: said already, because the reasons of all nouns together are a tenth of what a browser
/// would have to fetch before its first page.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Refused {
    /// What is the matter, and what to do.
    pub sentence: String,
    /// The [`domain::Refusal`], for the pages that do more than say it.
    refusal: Box<RawValue>,
}

/// What is wrong with one field of a form.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FieldMessage {
    /// The field's name.
    pub field: String,
    pub sentence: String,
}

impl Refused {
    /// The refusal, if it is about a board.
    pub fn board(&self) -> Option<board::Refusal> {
        #[derive(Deserialize)]
        struct Of {
            #[serde(rename = "Board")]
            refusal: board::Refusal,
        }
        self.read().map(|of: Of| of.refusal)
    }

    /// The refusal, if it is about a mentorship.
    pub fn mentorship(&self) -> Option<mentorship::Refusal> {
        #[derive(Deserialize)]
        struct Of {
            #[serde(rename = "Mentorship")]
            refusal: mentorship::Refusal,
        }
        self.read().map(|of: Of| of.refusal)
    }

    fn read<T: DeserializeOwned>(&self) -> Option<T> {
        crate::wire::read(&self.refusal)
    }
}

impl PartialEq for Refused {
    fn eq(&self, other: &Self) -> bool {
        self.refusal.get() == other.refusal.get()
    }
}

impl AppError {
    /// The HTTP status that goes with it.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::SignInRequired => StatusCode::UNAUTHORIZED,
            Self::Denied(_) => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Stale | Self::Refused(_) => StatusCode::CONFLICT,
            Self::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::Unavailable { .. } | Self::Offline => StatusCode::SERVICE_UNAVAILABLE,
            Self::Unexpected { .. } => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Outdated => StatusCode::BAD_REQUEST,
        }
    }

    /// A heading.
    pub fn title(&self) -> &'static str {
        match self {
            Self::SignInRequired => words::sign_in_title(),
            Self::Denied(_) => words::denied_title(),
            Self::NotFound => words::not_found_title(),
            Self::Stale => words::stale_title(),
            Self::Refused(_) | Self::TooMany { .. } => words::refused_title(),
            Self::Invalid(_) => words::invalid_title(),
            Self::Unavailable { .. } | Self::Offline => words::unavailable_title(),
            Self::Unexpected { .. } | Self::Outdated => words::unexpected_title(),
        }
    }

    /// What happened, what was kept, and what to do next.
    pub fn sentence(&self) -> String {
        match self {
            Self::SignInRequired => words::sign_in_required().into(),
            Self::Denied(who) => words::denied(who.sentence()),
            Self::NotFound => words::not_found().into(),
            Self::Stale => words::stale().into(),
            Self::Refused(refused) => refused.sentence.clone(),
            Self::Invalid(_) => words::invalid_title().into(),
            Self::TooMany { seconds } => {
                words::too_many(calendar::minutes(seconds.unsigned_abs().div_ceil(60)))
            }
            Self::Unavailable { sentence } => sentence.clone(),
            Self::Unexpected { reference } => words::unexpected(reference),
            Self::Offline => words::offline().into(),
            Self::Outdated => words::outdated().into(),
        }
    }

    /// The message for one field, if this error has one.
    pub fn field(&self, name: &str) -> Option<String> {
        match self {
            Self::Invalid(fields) => {
                fields.iter().find(|error| error.field == name).map(|error| error.sentence.clone())
            }
            _ => None,
        }
    }
}

impl std::fmt::Display for AppError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.sentence())
    }
}

impl std::error::Error for AppError {}

impl FromServerFnError for AppError {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        match error {
            ServerFnErrorErr::Request(_) => Self::Offline,
            ServerFnErrorErr::Args(_)
            | ServerFnErrorErr::MissingArg(_)
            | ServerFnErrorErr::Serialization(_)
            | ServerFnErrorErr::Deserialization(_)
            | ServerFnErrorErr::UnsupportedRequestMethod(_) => {
                #[cfg(feature = "ssr")]
                crate::request::set_status(StatusCode::BAD_REQUEST);
                Self::Outdated
            }
            #[cfg(feature = "ssr")]
            other => crate::request::unexpected(&other.to_string()),
            #[cfg(not(feature = "ssr"))]
            _ => Self::Offline,
        }
    }
}

#[cfg(feature = "ssr")]
impl From<service::Error> for AppError {
    fn from(error: service::Error) -> Self {
        use service::Error;
        let error = match error {
            Error::SignInRequired => Self::SignInRequired,
            Error::Denied(who) => Self::Denied(who),
            Error::NotFound => Self::NotFound,
            Error::Stale => Self::Stale,
            Error::Refused(refusal) => refused(&refusal, refusal.sentence()),
            Error::RefusedSaying(refusal, sentence) => refused(&refusal, sentence),
            Error::Invalid(fields) => Self::Invalid(
                fields
                    .into_iter()
                    .map(|error| FieldMessage { field: error.field, sentence: error.problem.sentence() })
                    .collect(),
            ),
            Error::TooMany { seconds } => Self::TooMany { seconds },
            Error::Unavailable(_, ref cause) => {
                tracing::error!(cause, "the database is out of service");
                Self::Unavailable { sentence: error.to_string() }
            }
            Error::Internal(cause) => crate::request::unexpected(&cause),
        };
        crate::request::set_status(error.status());
        error
    }
}

#[cfg(feature = "ssr")]
fn refused(refusal: &domain::Refusal, sentence: String) -> AppError {
    match serde_json::value::to_raw_value(refusal) {
        Ok(raw) => AppError::Refused(Refused { sentence, refusal: raw }),
        Err(error) => crate::request::unexpected(&error.to_string()),
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use domain::Refusal;

    fn arrived(refusal: impl Into<Refusal>) -> Refused {
        let sent = AppError::from(service::Error::Refused(refusal.into()));
        match AppError::de(sent.ser()) {
            AppError::Refused(refused) => refused,
            other => panic!("a refusal became {other:?}"),
        }
    }

    #[test]
    fn a_refusal_arrives_with_its_sentence_and_its_reason() {
        let board = board::Refusal::ChangedMeanwhile;
        assert_eq!(arrived(board.clone()).sentence, board.sentence());
        assert_eq!(arrived(board.clone()).board(), Some(board.clone()));
        assert_eq!(arrived(board).mentorship(), None);
        let gone = mentorship::Refusal::Gone { by: Some("Ada".into()) };
        assert_eq!(arrived(gone.clone()).board(), None);
        assert_eq!(arrived(gone.clone()).mentorship(), Some(gone));
    }
}
