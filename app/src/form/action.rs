//! Sends what a form holds, in the background, exactly as the browser would: the server reads one format, and no form
//! brings a reader and a writer of its fields along.

use crate::error::AppError;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use serde::de::DeserializeOwned;

/// What the server function `F` answers.
pub type Answer<F> = Result<<F as ServerFn>::Output, AppError>;

/// A server function behind forms. Cheap to copy.
#[derive(Debug)]
pub struct FormAction<F>
where
    F: ServerFn<Error = AppError>,
    F::Output: Send + Sync + 'static,
{
    /// What is on its way, as it is sent.
    sent: RwSignal<Option<String>>,
    value: RwSignal<Option<Answer<F>>>,
    version: RwSignal<usize>,
    /// The name of the form that was sent last.
    by: RwSignal<String>,
}

impl<F> Clone for FormAction<F>
where
    F: ServerFn<Error = AppError>,
    F::Output: Send + Sync + 'static,
{
    fn clone(&self) -> Self {
        *self
    }
}

impl<F> Copy for FormAction<F>
where
    F: ServerFn<Error = AppError>,
    F::Output: Send + Sync + 'static,
{
}

impl<F> FormAction<F>
where
    F: ServerFn<Error = AppError>,
    F::Output: DeserializeOwned + Send + Sync + 'static,
{
    /// Nothing sent yet.
    #[expect(clippy::new_without_default, reason = "an action belongs to a page and is made on purpose")]
    pub fn new() -> Self {
        Self {
            sent: RwSignal::new(None),
            value: RwSignal::new(None),
            version: RwSignal::new(0),
            by: RwSignal::default(),
        }
    }

    /// The last answer.
    pub fn value(self) -> ReadSignal<Option<Answer<F>>> {
        self.value.read_only()
    }

    /// How many answers there were.
    pub fn version(self) -> ReadSignal<usize> {
        self.version.read_only()
    }

    /// Whether the last answer is to the form of this name.
    pub(super) fn is_by(self, name: &str) -> bool {
        self.by.with(|by| by == name)
    }

    /// Whether an answer is awaited.
    pub fn pending(self) -> Signal<bool> {
        let sent = self.sent;
        Signal::derive(move || sent.with(Option::is_some))
    }

    /// The field `name` of what is on its way.
    pub fn sent(self, name: &str) -> Option<String> {
        self.sent.with(|sent| {
            let field = |pair: &str| pair.strip_prefix(name)?.strip_prefix('=').map(str::to_owned);
            sent.as_ref()?.split('&').find_map(field)
        })
    }

    /// Sends the `fields` of the form called `by`, which are url-encoded. Where something is on its way already, only the later answer counts.
    #[cfg(feature = "hydrate")]
    pub(super) fn send(self, by: &str, fields: String) {
        self.by.set(by.to_owned());
        self.sent.set(Some(fields.clone()));
        leptos::task::spawn_local(async move {
            let answer = super::post::post(F::PATH, &fields).await.and_then(|answer| {
                let value = serde_json::from_slice(&answer.body).map_err(|_| AppError::Outdated)?;
                Ok((value, answer.location))
            });
            // None where the page has been left.
            let current = self.sent.try_with_untracked(|sent| sent.as_ref() == Some(&fields));
            if current != Some(true) {
                return;
            }
            let (value, location) = match answer {
                Ok((value, location)) => (Ok(value), location),
                Err(error) => (Err(error), None),
            };
            self.value.set(Some(value));
            self.version.update(|version| *version += 1);
            self.sent.set(None);
            if let Some(location) = location {
                leptos::server_fn::redirect::call_redirect_hook(&location);
            }
        });
    }
}
