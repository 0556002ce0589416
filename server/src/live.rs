//! `GET /live`: one stream of server-sent events a visible tab.
//!
//! Authorise each topic, subscribe, replay what was missed, then pass on what is committed. Subscribing before
//! replaying means that nothing falls between; versions already sent are dropped. A reader who cannot keep up is ended
//! and resumes with `Last-Event-ID`; one who missed too much is told to read the page again.

use crate::router::AppState;
use app::request::Asking;
use axum::Extension;
use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use domain::stream::{Frame, Topic, Version};
use serde_json::Value;
use service::hub::Published;
use service::presence::arrive;
use service::{Context, account, live};
use std::collections::HashMap;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{broadcast::error::RecvError, mpsc};
use tokio::time::Instant;

/// The most topics of one stream.
const MOST_TOPICS: usize = 16;
/// Rights are looked at again this often, and whenever roles may have changed.
const RECHECK: Duration = Duration::from_secs(20);
/// Figures travel at most this often.
const FIGURES_EVERY: Duration = Duration::from_millis(300);
/// So long after somebody came or went the others hear of it: a stream that is opened anew is no news.
const PRESENCE_AFTER: Duration = Duration::from_millis(100);

/// Answers `GET /live?topic=plan:ID@VERSION&topic=…`.
pub async fn stream(
    State(state): State<AppState>,
    Extension(Asking(cx)): Extension<Asking>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    let resumed = headers.get("last-event-id").and_then(|id| id.to_str().ok()).map(ids).unwrap_or_default();
    let asked = url::form_urlencoded::parse(query.unwrap_or_default().as_bytes())
        .filter(|(name, _)| name == "topic")
        .map(|(_, value)| one(&value))
        .collect::<Option<Vec<_>>>();
    let Some(topics) = asked.filter(|topics| (1..=MOST_TOPICS).contains(&topics.len())) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    for (topic, _) in &topics {
        if let Err(error) = live::authorise(&cx, *topic).await {
            return app::error::AppError::from(error).status().into_response();
        }
    }
    let (sender, receiver) = mpsc::channel::<Event>(64);
    let seen =
        topics.into_iter().map(|(topic, version)| (topic, resumed.get(&topic).copied().unwrap_or(version)));
    let reader = Reader { cx, seen: seen.collect(), sender };
    let stop = state.stop.clone();
    tokio::spawn(async move {
        tokio::select! {
            () = stop.cancelled() => {}
            _ = reader.run() => {}
        }
    });
    let events =
        futures::StreamExt::map(tokio_stream::wrappers::ReceiverStream::new(receiver), Ok::<_, Infallible>);
    let keep_alive = KeepAlive::new().interval(Duration::from_secs(15));
    let mut response = Sse::new(events).keep_alive(keep_alive).into_response();
    let headers = response.headers_mut();
    headers.insert("x-accel-buffering", axum::http::HeaderValue::from_static("no"));
    headers.insert(axum::http::header::CACHE_CONTROL, axum::http::HeaderValue::from_static("no-store"));
    response
}

/// `plan:ID@VERSION`.
fn one(text: &str) -> Option<(Topic, Version)> {
    let (topic, version) = text.rsplit_once('@').unwrap_or((text, "0"));
    Some((topic.parse().ok()?, Version(version.parse().ok()?)))
}

fn ids(text: &str) -> HashMap<Topic, Version> {
    text.split(',').filter_map(one).collect()
}

/// Why a stream ends; the browser comes back by itself.
enum End {
    Gone,
    Denied,
    Lagged,
    Failed,
}

struct Reader {
    cx: Context,
    /// The last version sent of each topic.
    seen: HashMap<Topic, Version>,
    sender: mpsc::Sender<Event>,
}

impl Reader {
    async fn run(mut self) -> Result<(), End> {
        let mut commits = self.cx.service.hub.subscribe();
        let mut presence = self.cx.service.presence.subscribe();
        let mut stays = vec![];
        for topic in self.seen.keys() {
            if let Topic::Presence(plan) = topic {
                stays.push(arrive(&self.cx, *plan).await.map_err(|_| End::Denied)?);
            }
        }
        // Browsers report a stream as open with its first bytes.
        self.send(Event::default().comment("hello").retry(Duration::from_secs(1))).await?;
        for (topic, version) in self.seen.clone() {
            self.replay(topic, version).await?;
        }
        // Streams that were opened together are not all looked at in the same moment.
        let first = RECHECK.mul_f64(0.5 + f64::from(service::source::new_uuid().as_bytes()[15]) / 512.0);
        let mut recheck = tokio::time::interval_at(Instant::now() + first, RECHECK);
        let mut stale: HashMap<Topic, Instant> = HashMap::new();
        loop {
            let due = stale.values().min().copied();
            tokio::select! {
                commit = commits.recv() => match commit {
                    Ok(commit) => {
                        for topic in self.seen.keys().copied().collect::<Vec<_>>() {
                            if !live::concerns(&self.cx, topic, &commit) {
                                continue;
                            }
                            match live::aggregate(topic) {
                                Some(_) => self.pass_on(topic, &commit).await?,
                                None => { stale.entry(topic).or_insert_with(|| Instant::now() + FIGURES_EVERY); }
                            }
                        }
                        if commit.events.iter().any(|event| event.kind.contains("role") || event.kind.contains("session")) {
                            self.check_rights().await?;
                        }
                    }
                    Err(RecvError::Lagged(_)) => return Err(End::Lagged),
                    Err(RecvError::Closed) => return Err(End::Gone),
                },
                changed = presence.recv() => match changed {
                    Ok(plan) if self.seen.contains_key(&Topic::Presence(plan)) => {
                        let soon = Instant::now() + PRESENCE_AFTER;
                        stale.entry(Topic::Presence(plan)).or_insert(soon);
                    }
                    Ok(_) => {}
                    Err(RecvError::Lagged(_)) => return Err(End::Lagged),
                    Err(RecvError::Closed) => return Err(End::Gone),
                },
                () = tokio::time::sleep_until(due.unwrap_or_else(Instant::now)), if due.is_some() => {
                    let now = Instant::now();
                    for topic in stale.extract_if(|_, at| *at <= now).map(|(topic, _)| topic).collect::<Vec<_>>() {
                        self.figures(topic).await?;
                    }
                }
                _ = recheck.tick() => self.check_rights().await?,
                () = self.sender.closed() => return Err(End::Gone),
            }
        }
    }

    /// Sign-out, an archived account and a lost role end the stream.
    async fn check_rights(&mut self) -> Result<(), End> {
        if let Some(session) = self.cx.session {
            let actor = account::still_signed_in(&self.cx.service, session).await.map_err(|_| End::Failed)?;
            let actor = actor.ok_or(End::Denied)?;
            self.cx = Context::of(self.cx.service.clone(), actor).with_session(session);
        }
        for topic in self.seen.keys() {
            live::authorise(&self.cx, *topic).await.map_err(|_| End::Denied)?;
        }
        Ok(())
    }

    async fn replay(&mut self, topic: Topic, version: Version) -> Result<(), End> {
        let Some(aggregate) = live::aggregate(topic) else { return self.figures(topic).await };
        let missed = live::replay(&self.cx, topic, version).await.map_err(|_| End::Failed)?;
        let Some(events) = missed else {
            return self.send(Event::default().event("resync").data(topic.to_string())).await;
        };
        let Some(last) = events.last().map(|event| event.version) else { return Ok(()) };
        let rows = live::frame_rows(&self.cx.service, aggregate, &events).await.map_err(|_| End::Failed)?;
        self.seen.insert(topic, last);
        self.send_own(&Frame { topic: topic.to_string(), previous: version, version: last, events, rows })
            .await
    }

    async fn pass_on(&mut self, topic: Topic, commit: &Arc<Published>) -> Result<(), End> {
        let seen = self.seen.get(&topic).copied().unwrap_or_default();
        if commit.version <= seen {
            return Ok(());
        }
        // Commits of one aggregate are published after their locks are gone, so two may arrive in the wrong order.
        if commit.previous != seen {
            return self.replay(topic, seen).await;
        }
        let text = live::frame(&self.cx.service, topic, commit).await.map_err(|_| End::Failed)?;
        self.seen.insert(topic, commit.version);
        self.send_frame(&text).await
    }

    async fn figures(&mut self, topic: Topic) -> Result<(), End> {
        let rows = live::figures(&self.cx, topic).await.map_err(|_| End::Failed)?;
        let none = Version(0);
        let frame = Frame::<Value, Value> {
            topic: topic.to_string(),
            previous: none,
            version: none,
            events: vec![],
            rows,
        };
        self.send_own(&frame).await
    }

    /// A frame for this reader alone.
    async fn send_own(&self, frame: &Frame<Value, Value>) -> Result<(), End> {
        self.send_frame(&serde_json::to_string(frame).map_err(|_| End::Failed)?).await
    }

    async fn send_frame(&self, text: &str) -> Result<(), End> {
        let mut id: Vec<String> =
            self.seen.iter().map(|(topic, version)| format!("{topic}@{}", version.0)).collect();
        id.sort();
        self.send(Event::default().event("frame").id(id.join(",")).data(text)).await
    }

    async fn send(&self, event: Event) -> Result<(), End> {
        self.sender.send(event).await.map_err(|_| End::Gone)
    }
}
