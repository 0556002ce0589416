//! Tells every listener on this node what was committed. Holds nothing: who falls behind reads the log.

use domain::stream::{Aggregate, Logged, Version};
use domain::{PersonId, ProgrammeId};
use serde_json::Value;
use std::sync::Arc;
use tokio::sync::{OnceCell, broadcast};

/// One commit on one aggregate.
#[derive(Debug)]
pub struct Published {
    pub aggregate: Aggregate,
    pub programme: Option<ProgrammeId>,
    /// The aggregate's version before this commit.
    pub previous: Version,
    pub version: Version,
    pub events: Vec<Logged<Value>>,
    /// Whose inbox has changed.
    pub people: Vec<PersonId>,
    /// The changed rows as the change left them, where it told.
    pub(crate) rows: Option<Value>,
    /// What readers of this aggregate are sent, once one of them has asked.
    pub(crate) frame: OnceCell<Arc<str>>,
}

impl Published {
    pub(crate) fn new(
        aggregate: Aggregate,
        programme: Option<ProgrammeId>,
        previous: Version,
        version: Version,
        events: Vec<Logged<Value>>,
        people: Vec<PersonId>,
        rows: Option<Value>,
    ) -> Self {
        Self { aggregate, programme, previous, version, events, people, rows, frame: OnceCell::new() }
    }
}

/// The broadcast channel of this node.
#[derive(Debug)]
pub struct Hub {
    sender: broadcast::Sender<Arc<Published>>,
}

impl Hub {
    pub(crate) fn new() -> Self {
        Self { sender: broadcast::Sender::new(1024) }
    }

    pub(crate) fn publish(&self, published: Arc<Published>) {
        // Nobody listening is not an error.
        let _ = self.sender.send(published);
    }

    /// Everything committed from now on.
    pub fn subscribe(&self) -> broadcast::Receiver<Arc<Published>> {
        self.sender.subscribe()
    }
}
