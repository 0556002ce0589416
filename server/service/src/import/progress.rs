//! How far imports are that are being stored by this process, for whoever waits for them.

use domain::ImportId;
use domain::import::view::Progress;
use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};

static RUNNING: LazyLock<Mutex<HashMap<ImportId, Progress>>> = LazyLock::new(Mutex::default);

/// Counts one running import; forgotten when it is dropped.
pub(super) struct Meter(ImportId);

impl Meter {
    /// Starts counting to `total`.
    pub(super) fn start(import: ImportId, total: usize) -> Self {
        running().insert(import, Progress { done: 0, total });
        Self(import)
    }

    /// Counts `people` more.
    pub(super) fn advance(&self, people: usize) {
        if let Some(progress) = running().get_mut(&self.0) {
            progress.done += people;
        }
    }
}

impl Drop for Meter {
    fn drop(&mut self) {
        running().remove(&self.0);
    }
}

/// How far an import is, where it is being stored now.
pub(super) fn of(import: ImportId) -> Option<Progress> {
    running().get(&import).copied()
}

fn running() -> MutexGuard<'static, HashMap<ImportId, Progress>> {
    // A count is whole after every statement, also where its holder has panicked.
    RUNNING.lock().unwrap_or_else(PoisonError::into_inner)
}
