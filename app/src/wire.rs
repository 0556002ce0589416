//! JSON, read in one way.
//!
//! A reader is compiled once for each type and each kind of source, and that was a third of the wasm of a page. So what a
//! page was rendered with, what server functions answer and what the stream brings are all read from bytes.

use crate::error::AppError;
use codee::{Decoder, Encoder};
use leptos::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;
use serde_json::{Error, from_slice, to_string};

/// What a page loads from the server.
pub type Loaded<T> = Resource<Result<T, AppError>, Json>;

/// Loads with `fetch` whatever `asked` asks for, again when that changes. The page's first HTML waits for it.
pub fn load<S, T, F>(
    asked: impl Fn() -> S + Send + Sync + 'static,
    fetch: impl Fn(S) -> F + Send + Sync + 'static,
) -> Loaded<T>
where
    S: Clone + PartialEq + Send + Sync + 'static,
    T: Serialize + DeserializeOwned + Send + Sync + 'static,
    F: Future<Output = Result<T, AppError>> + Send + 'static,
{
    Resource::new_with_options(asked, fetch, true)
}

/// Hands a value of the server to the browser within the page.
pub(crate) fn hand_over<T>(value: impl FnOnce() -> T) -> T
where
    T: Serialize + DeserializeOwned,
{
    SharedValue::<T, Json>::new_with_encoding(value).into_inner()
}

/// Reads a part that was left as JSON; none where it is something else.
pub fn read<T: DeserializeOwned>(raw: &RawValue) -> Option<T> {
    from_slice(raw.get().as_bytes()).ok()
}

/// The encoding of everything that travels within a page.
#[derive(Clone, Copy, Debug)]
pub struct Json;

impl<T: Serialize> Encoder<T> for Json {
    type Error = Error;
    type Encoded = String;

    fn encode(value: &T) -> Result<String, Error> {
        to_string(value)
    }
}

impl<T: DeserializeOwned> Decoder<T> for Json {
    type Error = Error;
    type Encoded = str;

    fn decode(text: &str) -> Result<T, Error> {
        from_slice(text.as_bytes())
    }
}
