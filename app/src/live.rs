//! Follows what others do: one stream a tab, closed while the tab is hidden, resumed where it stopped.

use domain::stream::{Frame, Topic, Version};
use leptos::prelude::*;
use serde_json::value::RawValue;

/// A frame whose events and rows are still JSON.
pub type AnyFrame = Frame<Box<RawValue>, Box<RawValue>>;

/// Whether changes of others reach this tab.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// The page has just been loaded, or has no live part.
    Quiet,
    Connected,
    /// The server does not answer; trying again.
    Lost,
}

/// Follows `topic` from `version` (of the page as it was loaded) for as long as the caller is on screen.
///
/// `on_frame` gets each change once and in order. `on_loss` is called where changes were missed: read the page again,
/// and report the version of what was read by [`Live::seen`]. Does nothing on the server.
pub fn follow(
    topic: Topic,
    version: Version,
    on_frame: impl Fn(AnyFrame) + 'static,
    on_loss: impl Fn() + 'static,
) {
    #[cfg(feature = "hydrate")]
    if let Some(live) = use_context::<Live>() {
        live.follow(topic, version, on_frame, on_loss);
    }
    #[cfg(not(feature = "hydrate"))]
    let _ = (topic, version, on_frame, on_loss);
}

/// The state of this tab's stream.
pub fn link() -> Signal<Link> {
    #[cfg(feature = "hydrate")]
    if let Some(live) = use_context::<Live>() {
        return live.link();
    }
    Signal::stored(Link::Quiet)
}

#[cfg(feature = "hydrate")]
mod stream;
#[cfg(feature = "hydrate")]
pub use stream::Live;

/// Gives the tab's stream to every page below. Called once, by the root.
pub(crate) fn provide_live() {
    #[cfg(feature = "hydrate")]
    provide_context(Live::start());
}
