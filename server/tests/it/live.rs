//! Live streams: complete, in order, once, and only for whom they are.

use crate::house::{Browser, House};
use domain::mentorship::{GoalForm, Saved};
use domain::stream::Version;
use domain::{CommandId, MentorshipId};
use reqwest::{Method, Response, StatusCode};
use serde_json::Value;
use service::{Context, mentorship};
use std::time::Duration;

/// What arrives on a stream, message by message.
struct Stream {
    response: Response,
    buffer: String,
}

/// One message: its event, id and data.
#[derive(Debug)]
struct Message {
    event: String,
    id: String,
    data: String,
}

impl Stream {
    async fn open(browser: &Browser, topics: &str, last: Option<&str>) -> Self {
        let mut request = browser.request(Method::GET, &format!("/live?{topics}"));
        if let Some(last) = last {
            request = request.header("last-event-id", last);
        }
        let response = request.send().await.unwrap();
        assert_eq!(response.status(), StatusCode::OK);
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        Self { response, buffer: String::new() }
    }

    /// The next message; none when the server ended the stream. Fails after ten seconds of silence.
    async fn next(&mut self) -> Option<Message> {
        loop {
            if let Some(end) = self.buffer.find("\n\n") {
                let text: String = self.buffer.drain(..end + 2).collect();
                let field = |name: &str| {
                    let lines = text.lines().filter_map(|line| line.strip_prefix(&format!("{name}: ")));
                    lines.collect::<Vec<_>>().join("\n")
                };
                let message = Message { event: field("event"), id: field("id"), data: field("data") };
                if message.data.is_empty() {
                    continue;
                }
                return Some(message);
            }
            let chunk = tokio::time::timeout(Duration::from_secs(10), self.response.chunk()).await;
            match chunk.expect("silence on the stream") {
                Ok(Some(bytes)) => self.buffer.push_str(&String::from_utf8_lossy(&bytes)),
                _ => return None,
            }
        }
    }

    async fn frame(&mut self) -> (String, Value) {
        let message = self.next().await.expect("a frame, but the stream ended");
        assert_eq!(message.event, "frame", "{message:?}");
        (message.id, serde_json::from_str(&message.data).unwrap())
    }
}

struct AtWork {
    house: House,
    mentor: Context,
    id: MentorshipId,
    version: Version,
}

async fn at_work() -> AtWork {
    let house = House::new().await;
    let mentor = house.context("Tomás Herrera").await;
    let id = mentorship::my_mentorships(&mentor).await.unwrap()[0].id;
    let version = version(&mentor, id).await;
    AtWork { house, mentor, id, version }
}

async fn version(member: &Context, id: MentorshipId) -> Version {
    match mentorship::load_mentorship(member, id).await.unwrap().view {
        domain::mentorship::View::Whole { plan, .. } => plan.version,
        outline => panic!("not a member: {outline:?}"),
    }
}

impl AtWork {
    async fn write(&self, title: &str) -> Saved {
        let form = GoalForm {
            title: title.into(),
            measure: "talks".into(),
            unit: "talks".into(),
            baseline: "0".into(),
            target: "2".into(),
            current: "0".into(),
            due: "2027-06-30".into(),
            ..GoalForm::default()
        };
        let command = CommandId(service::source::new_uuid());
        mentorship::add_goal(&self.mentor, command, self.id, form).await.unwrap()
    }

    fn topic(&self) -> String {
        format!("topic=mentorship:{}@{}", self.id, self.version.0)
    }
}

#[tokio::test]
async fn a_member_sees_each_change_once_and_in_order() {
    let world = at_work().await;
    let mentor = world.house.enter("Tomás Herrera").await;
    let mut stream = Stream::open(&mentor, &world.topic(), None).await;
    let mut seen = world.version.0;
    for count in 0..20 {
        world.write(&format!("Goal {count}")).await;
    }
    while seen < world.version.0 + 20 {
        let (_, frame) = stream.frame().await;
        assert_eq!(frame["previous"], seen, "a gap or a double");
        seen = frame["version"].as_i64().unwrap();
    }
    let now = version(&world.mentor, world.id).await;
    assert_eq!(Version(seen), now);
}

#[tokio::test]
async fn what_was_missed_is_replayed_after_the_last_event_id() {
    let world = at_work().await;
    let mentor = world.house.enter("Tomás Herrera").await;
    let mut stream = Stream::open(&mentor, &world.topic(), None).await;
    world.write("Before the line broke").await;
    let (last, first) = stream.frame().await;
    drop(stream);
    let missed = world.write("While nobody listened").await.version;
    // The address still says what the page showed at first; the id of the last frame counts.
    let mut stream = Stream::open(&mentor, &world.topic(), Some(&last)).await;
    let (_, frame) = stream.frame().await;
    assert_eq!(frame["previous"], first["version"]);
    assert_eq!(frame["version"], missed.0);
    let after = world.write("And on").await.version;
    let (_, frame) = stream.frame().await;
    assert_eq!((&frame["previous"], &frame["version"]), (&missed.0.into(), &after.0.into()));
}

#[tokio::test]
async fn events_hold_no_typed_text_and_rows_travel_beside_them() {
    let world = at_work().await;
    let mentor = world.house.enter("Tomás Herrera").await;
    let mut stream = Stream::open(&mentor, &world.topic(), None).await;
    world.write("Xanthophyll").await;
    let (_, frame) = stream.frame().await;
    assert!(!frame["events"].to_string().contains("Xanthophyll"), "{}", frame["events"]);
    assert!(frame["rows"].to_string().contains("Xanthophyll"), "{}", frame["rows"]);
}

#[tokio::test]
async fn who_missed_too_much_is_told_to_read_again() {
    let world = at_work().await;
    use sea_orm::ConnectionTrait;
    let id = world.id.0.simple();
    let fill = format!(
        "with recursive n(v) as (select {v} + 1 union all select v + 1 from n where v < {v} + 600) \
         insert into event (aggregate_id, version, aggregate, kind, payload, command_id, at) \
         select x'{id}', v, 'mentorship', 'mentorship.goal_edited', '{{}}', x'{id}', 0 from n",
        v = world.version.0
    );
    world.house.handles.write.execute_unprepared(&fill).await.unwrap();
    let mentor = world.house.enter("Tomás Herrera").await;
    let mut stream = Stream::open(&mentor, &world.topic(), None).await;
    let message = stream.next().await.unwrap();
    assert_eq!(message.event, "resync");
    assert_eq!(message.data, format!("mentorship:{}", world.id));
}

#[tokio::test]
async fn others_may_not_follow() {
    let world = at_work().await;
    let expected = [("Samira Stranger", StatusCode::NOT_FOUND), ("Ingrid Novák", StatusCode::FORBIDDEN)];
    for (name, status) in expected {
        let browser = world.house.enter(name).await;
        let answer = browser.request(Method::GET, &format!("/live?{}", world.topic())).send().await.unwrap();
        assert_eq!(answer.status(), status, "{name}");
    }
    let answer =
        world.house.visitor().request(Method::GET, &format!("/live?{}", world.topic())).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn signing_out_ends_the_stream() {
    let world = at_work().await;
    let mentor = world.house.enter("Tomás Herrera").await;
    let mut stream = Stream::open(&mentor, &world.topic(), None).await;
    world.write("Still here").await;
    stream.frame().await;
    let answer =
        mentor.call("/api/app/account/api/sign_out", &[("command_id", &uuid::Uuid::nil().to_string())]).await;
    assert!(answer.status().is_success() || answer.status().is_redirection(), "{}", answer.status());
    assert!(stream.next().await.is_none(), "a frame after signing out");
}

#[tokio::test]
async fn progress_arrives_as_figures() {
    let world = at_work().await;
    let coordinator = world.house.enter("Ingrid Novák").await;
    let cx = world.house.context("Ingrid Novák").await;
    let programme = cx.programme("women-in-tech-26").await.unwrap().id;
    let mut stream = Stream::open(&coordinator, &format!("topic=progress:{programme}@0"), None).await;
    let (_, first) = stream.frame().await;
    world.write("One more goal").await;
    let (_, second) = stream.frame().await;
    assert_ne!(first["rows"], second["rows"], "the figures did not move");
    assert!(
        !second["rows"].to_string().contains("One more goal"),
        "figures hold nothing that a member typed"
    );
}

#[tokio::test]
async fn a_topic_that_makes_no_sense_is_refused() {
    let house = House::new().await;
    let browser = house.enter("Ingrid Novák").await;
    for query in ["", "topic=", "topic=nonsense@1", "topic=plan:1@1", "topic=inbox@x"] {
        let answer = browser.request(Method::GET, &format!("/live?{query}")).send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::BAD_REQUEST, "{query}");
    }
}
