//! What a live stream may follow, and the rows that travel beside the events.

use crate::error::Result;
use crate::hub::Published;
use crate::{Context, Error, Service, board, event_log, mentorship, progress, today};
use domain::stream::{Aggregate, Frame, Logged, Topic, Version};
use serde_json::Value;
use std::sync::Arc;

/// The most events that are replayed; who has missed more reads the page again.
pub const MOST_REPLAYED: u64 = 500;

/// The aggregate behind a topic; none for figures, which have no version.
pub fn aggregate(topic: Topic) -> Option<Aggregate> {
    match topic {
        Topic::MatchPlan(id) => Some(Aggregate::MatchPlan(id)),
        Topic::Mentorship(id) => Some(Aggregate::Mentorship(id)),
        Topic::Progress(_) | Topic::Inbox | Topic::Presence(_) => None,
    }
}

/// Refuses a topic that is not for the asker. Asked when a stream opens and again whenever rights may have changed.
///
/// # Errors
/// [`Error::SignInRequired`], [`Error::NotFound`], [`Error::Denied`].
pub async fn authorise(cx: &Context, topic: Topic) -> Result<()> {
    let actor = cx.actor()?;
    match topic {
        Topic::MatchPlan(plan) | Topic::Presence(plan) => board::may_follow(cx, plan).await,
        Topic::Mentorship(mentorship) => mentorship::may_follow(cx, mentorship).await,
        Topic::Progress(programme) if actor.sees(programme) => cx.must_coordinate(programme),
        Topic::Progress(_) => Err(Error::NotFound),
        Topic::Inbox => Ok(()),
    }
}

/// Whether a commit matters to a topic as `cx` follows it.
pub fn concerns(cx: &Context, topic: Topic, published: &Published) -> bool {
    match topic {
        Topic::Progress(programme) => published.programme == Some(programme),
        Topic::Inbox => cx.signed_in().is_some_and(|actor| published.people.contains(&actor.person)),
        Topic::Presence(_) => false,
        Topic::MatchPlan(_) | Topic::Mentorship(_) => aggregate(topic) == Some(published.aggregate),
    }
}

/// What a reader of a topic with a version is sent for a commit, as JSON: the rows are read and all of it is written once,
/// however many follow.
///
/// # Errors
/// Where the database does.
pub async fn frame(service: &Arc<Service>, topic: Topic, published: &Published) -> Result<Arc<str>> {
    let written = published.frame.get_or_try_init(|| async {
        let read;
        let rows = match &published.rows {
            Some(rows) => rows,
            None => {
                read = frame_rows(service, published.aggregate, &published.events).await?;
                &read
            }
        };
        let (topic, events) = (topic.to_string(), published.events.clone());
        let Published { previous, version, .. } = *published;
        Ok::<_, Error>(serde_json::to_string(&Frame { topic, previous, version, events, rows })?.into())
    });
    written.await.cloned()
}

/// The rows that `events` touched, as they are now.
///
/// # Errors
/// Where the database does.
pub async fn frame_rows(
    service: &Arc<Service>,
    aggregate: Aggregate,
    events: &[Logged<Value>],
) -> Result<Value> {
    match aggregate {
        Aggregate::MatchPlan(plan) => board::frame_rows(service, plan, events).await,
        Aggregate::Mentorship(mentorship) => mentorship::frame_rows(service, mentorship, events).await,
        _ => Ok(Value::Null),
    }
}

/// The figures of a topic without a version: a programme's progress, what waits for the asker, who is at a board.
///
/// # Errors
/// Where the database does.
pub async fn figures(cx: &Context, topic: Topic) -> Result<Value> {
    match topic {
        Topic::Progress(programme) => progress::figures(cx, programme).await,
        Topic::Inbox => today::figures(cx).await,
        Topic::Presence(plan) => Ok(serde_json::to_value(cx.service.presence.at(plan))?),
        Topic::MatchPlan(_) | Topic::Mentorship(_) => Ok(Value::Null),
    }
}

/// The events of a topic after `version`; none where too many were missed and the page must be read again.
///
/// # Errors
/// Where the database does.
pub async fn replay(cx: &Context, topic: Topic, version: Version) -> Result<Option<Vec<Logged<Value>>>> {
    let Some(aggregate) = aggregate(topic) else { return Ok(Some(vec![])) };
    let missed = event_log::read_after(cx.read(), aggregate, version, MOST_REPLAYED + 1).await?;
    Ok((missed.len() as u64 <= MOST_REPLAYED).then_some(missed))
}
