//! Publishing: some pairs and not others, what is told, when, and who has a say.

use super::*;
use domain::board::{ChangedPair, Pair, PairNow, PublishForm, RequestState, RequestView, WhyWaiting};
use domain::{Problem, PublishRequestId};
use service::{Service, Settings};

impl Scene {
    fn pair(&self, mentee: usize, mentor: usize) -> Pair {
        Pair { mentee: self.mentee(mentee), mentor: self.mentor(mentor) }
    }

    async fn publish(&self, cx: &Context, pairs: &[Pair]) -> Result<usize, Error> {
        let form = PublishForm { pairs: pairs.to_vec(), ..PublishForm::default() };
        proposals::publish_pairs(cx, SLUG, self.plan, form, command()).await
    }

    /// "To: text" of every mail so far, oldest first.
    async fn mails(&self) -> Vec<String> {
        let sql = "select recipient || ': ' || body from mail order by created_at, recipient";
        self.world.house.texts(sql, []).await
    }
}

fn refused_saying<T: std::fmt::Debug>(result: Result<T, Error>) -> (Refusal, String) {
    match result {
        Err(Error::RefusedSaying(domain::Refusal::Board(refusal), sentence)) => (refusal, sentence),
        other => panic!("not refused: {other:?}"),
    }
}

#[tokio::test]
async fn somebody_left_out_hears_nothing_and_stays_a_draft() {
    let scene = Scene::new().await;
    scene.put(&scene.ann, 0, 0, 0).await.unwrap();
    scene.put(&scene.ann, 1, 1, 0).await.unwrap();
    let preview = proposals::preview_publish(&scene.ann, SLUG, scene.plan).await.unwrap();
    let told = preview.messages(|mentee| mentee == scene.mentee(0));
    assert_eq!(scene.publish(&scene.ann, &[scene.pair(0, 0)]).await.unwrap(), 1);
    let mails = scene.mails().await;
    assert_eq!(mails.len(), 2);
    for message in told {
        assert!(message.by_mail);
        let address = format!("{}@example.org", message.person.name.to_lowercase());
        assert!(mails.iter().any(|mail| mail.starts_with(&address)), "{address} was shown as told");
    }
    assert_eq!(scene.card(0).await.stage, Stage::Proposed);
    let left = scene.card(1).await;
    assert_eq!((left.stage, left.mentor), (Stage::Open, Some(scene.mentor(1))));
    assert_eq!(scene.board().await.counts.drafts, 1);
}

#[tokio::test]
async fn a_pair_that_changed_since_is_named_and_nothing_is_published() {
    let scene = Scene::new().await;
    scene.put(&scene.ann, 0, 0, 0).await.unwrap();
    scene.put(&scene.ann, 1, 1, 0).await.unwrap();
    let seen = [scene.pair(0, 0), scene.pair(1, 1)];
    scene.put(&scene.ben, 0, 1, 1).await.unwrap();
    let (refusal, sentence) = refused_saying(scene.publish(&scene.ann, &seen).await);
    let changed = vec![ChangedPair { mentee: scene.mentee(0), now: PairNow::With(scene.mentor(1)) }];
    assert_eq!(refusal, Refusal::PairsChanged { changed });
    assert!(sentence.contains("Priya is with Greta now"), "{sentence}");
    assert_eq!((scene.world.count("proposal").await, scene.world.count("mail").await), (0, 0));
    let log = scene.world.log().await;
    assert!(!log.contains("Priya"), "no name is in the log");
    assert_eq!(scene.publish(&scene.ann, &[scene.pair(0, 1), scene.pair(1, 1)]).await.unwrap(), 2);
    let (refusal, _) = refused_saying(scene.publish(&scene.ben, &[scene.pair(1, 1)]).await);
    let changed = vec![ChangedPair { mentee: scene.mentee(1), now: PairNow::Published }];
    assert_eq!(refusal, Refusal::PairsChanged { changed }, "a stale tab publishes nothing twice");
    assert_eq!(refused_saying(scene.publish(&scene.ann, &[]).await).0, Refusal::NothingChosen);
}

#[tokio::test]
async fn looking_at_the_messages_sends_none() {
    let scene = Scene::new().await;
    scene.put(&scene.ann, 0, 0, 0).await.unwrap();
    let form =
        PublishForm { pairs: vec![scene.pair(0, 0)], look: "messages".into(), ..PublishForm::default() };
    let looked = proposals::publish_pairs(&scene.ann, SLUG, scene.plan, form, command()).await;
    assert!(matches!(looked, Err(Error::Invalid(fields)) if fields.is_empty()));
    assert_eq!(scene.world.count("mail").await, 0);
}

#[tokio::test]
async fn publishing_again_tells_only_what_is_new() {
    let scene = Scene::new().await;
    scene.put(&scene.ann, 0, 0, 0).await.unwrap();
    assert_eq!(scene.publish(&scene.ann, &[scene.pair(0, 0)]).await.unwrap(), 1);
    scene.put(&scene.ann, 1, 0, 0).await.unwrap();
    let preview = proposals::preview_publish(&scene.ann, SLUG, scene.plan).await.unwrap();
    assert_eq!(preview.pairs.iter().map(|one| one.pair).collect::<Vec<_>>(), [scene.pair(1, 0)]);
    scene.world.service.settings.clock.advance(60);
    assert_eq!(scene.publish(&scene.ann, &[scene.pair(1, 0)]).await.unwrap(), 1);
    let mails = scene.mails().await;
    assert_eq!(mails.len(), 4);
    assert!(mails[2].starts_with("jonas@"), "{}", mails[2]);
    assert!(mails[3].starts_with("tomas@"), "Priya hears nothing new: {}", mails[3]);
    assert!(mails[3].contains("Jonas") && !mails[3].contains("Priya"), "{}", mails[3]);
}

#[tokio::test]
async fn a_pair_that_cannot_be_published_does_not_stop_the_others() {
    let scene = Scene::new().await;
    scene.put(&scene.ann, 0, 0, 0).await.unwrap();
    scene.put(&scene.ann, 1, 1, 0).await.unwrap();
    let gone = scene.mentor(0).0.into();
    scene.world.house.run("update participation set state = 'withdrawn' where id = $1", [gone]).await;
    let preview = proposals::preview_publish(&scene.ann, SLUG, scene.plan).await.unwrap();
    let flaws: Vec<_> = preview.pairs.iter().map(|one| one.flaw.as_deref()).collect();
    assert_eq!(
        flaws,
        [None, Some("Tomas has paused or left the programme. Choose somebody who takes part.")]
    );
    assert_eq!(preview.refused, None);
    assert_eq!(scene.publish(&scene.ann, &[scene.pair(1, 1)]).await.unwrap(), 1);
}

impl Scene {
    /// The same, where Ann and Ben are also in the books, with addresses.
    async fn staffed() -> Self {
        let scene = Self::new().await;
        for (cx, address) in [(&scene.ann, "ann@example.org"), (&scene.ben, "ben@example.org")] {
            let (programme, person) = (scene.world.programme.0.into(), cx.actor().unwrap().person.0);
            let role = "insert into programme_role (programme_id, person_id, role, created_at) values ($1, $2, 'coordinator', 0)";
            scene.world.house.run(role, [programme, person.into()]).await;
            let mail = "update person set email = $1 where id = $2";
            scene.world.house.run(mail, [address.into(), person.into()]).await;
        }
        scene.put(&scene.ann, 0, 0, 0).await.unwrap();
        scene.put(&scene.ann, 1, 1, 0).await.unwrap();
        scene
    }

    /// Ann plans to publish both pairs for half past six in Berlin, an hour and a half from now.
    async fn planned(&self) -> RequestView {
        assert_eq!(self.publish_at(&self.ann, "2025-11-24T18:30").await.unwrap(), 0);
        self.board().await.request.unwrap()
    }

    async fn publish_at(&self, cx: &Context, at: &str) -> Result<usize, Error> {
        let pairs = vec![self.pair(0, 0), self.pair(1, 1)];
        let form =
            PublishForm { pairs, when: PublishForm::LATER.into(), at: at.into(), ..PublishForm::default() };
        proposals::publish_pairs(cx, SLUG, self.plan, form, command()).await
    }

    /// Ann asks for a sign-off of both pairs, which the programme wants.
    async fn asked(&self) -> PublishRequestId {
        self.world.house.run("update programme set sign_off = true", []).await;
        assert_eq!(self.publish(&self.ann, &[self.pair(0, 0), self.pair(1, 1)]).await.unwrap(), 0);
        self.board().await.request.unwrap().id
    }

    async fn sign(&self, cx: &Context, request: PublishRequestId) -> Result<usize, Error> {
        proposals::sign_off(cx, SLUG, self.plan, request, command()).await
    }

    async fn proposed(&self) -> i64 {
        self.world.count("proposal").await
    }

    async fn due(&self) -> usize {
        proposals::publish_due(&self.world.service).await.unwrap()
    }
}

#[tokio::test]
async fn a_planned_publication_goes_out_at_its_time_and_once() {
    let scene = Scene::staffed().await;
    let request = scene.planned().await;
    let due = request.due.unwrap();
    assert_eq!((due.at, due.text()), (NOW.plus_seconds(5400), "24 Nov 2025, 18:30 (Europe/Berlin)".into()));
    assert_eq!((request.state, request.by.as_str(), request.mine), (RequestState::Armed, "Ann", true));
    assert_eq!(scene.board().await.history[0].said, "Publishing 2 pairs is planned.");
    scene.world.service.settings.clock.advance(5399);
    assert_eq!((scene.due().await, scene.proposed().await), (0, 0), "not early");
    assert_eq!(
        refused(scene.publish(&scene.ben, &[scene.pair(0, 0)]).await),
        Refusal::WaitsAlready,
        "nobody publishes past it unawares"
    );
    scene.world.service.settings.clock.advance(1);
    let settings = Settings { clock: scene.world.service.settings.clock.clone(), ..Settings::default() };
    let other = Service::start(scene.world.house.handles.clone(), settings).await.unwrap();
    let (one, two) =
        tokio::join!(proposals::publish_due(&scene.world.service), proposals::publish_due(&other));
    one.unwrap();
    two.unwrap();
    assert_eq!(scene.due().await, 0, "nothing is left to do");
    assert_eq!(scene.proposed().await, 2);
    let ann = scene.ann.actor().unwrap().person.0.into();
    let by = "select kind from event where kind = 'board.published' and actor = $1";
    assert_eq!(scene.world.house.texts(by, [ann]).await.len(), 1, "as Ann, and once");
    assert_eq!(scene.board().await.request, None);
    let told = scene.mails().await;
    assert_eq!(told.len(), 5, "two mentors, two mentees and Ann");
    assert!(told.iter().any(|mail| mail.starts_with("ann@") && mail.contains("2 pairs")));
}

#[tokio::test]
async fn a_pair_that_changes_before_its_time_is_left_out_and_its_author_is_told() {
    let scene = Scene::staffed().await;
    scene.planned().await;
    scene.put(&scene.ben, 0, 1, 1).await.unwrap();
    assert_eq!(scene.board().await.request.unwrap().changed, ["Priya is with Greta now"]);
    scene.world.service.settings.clock.advance(5400);
    assert_eq!(scene.due().await, 1);
    assert_eq!(scene.card(1).await.stage, Stage::Proposed);
    let priya = scene.card(0).await;
    assert_eq!((priya.stage, priya.mentor), (Stage::Open, Some(scene.mentor(1))));
    let told = scene.mails().await;
    assert!(told.iter().any(|mail| mail.starts_with("ann@") && mail.contains("Priya is with Greta now")));
    let today = service::today::load_today(&scene.ann).await.unwrap();
    assert_eq!(today.publications[0].request.changed, ["Priya is with Greta now"]);
    assert_eq!(service::today::load_today(&scene.ben).await.unwrap().publications, []);
    assert!(!scene.world.log().await.contains("Priya"), "no name is in the log");
}

#[tokio::test]
async fn whoever_may_not_publish_any_more_publishes_nothing() {
    let scene = Scene::staffed().await;
    scene.planned().await;
    let ann = scene.ann.actor().unwrap().person.0.into();
    scene.world.house.run("delete from programme_role where person_id = $1", [ann]).await;
    scene.world.service.settings.clock.advance(5400);
    assert_eq!((scene.due().await, scene.proposed().await), (0, 0));
    let board = board::load_board(&scene.ben, SLUG, scene.plan, &BoardQuery::default()).await.unwrap();
    assert_eq!(board.request.unwrap().state, RequestState::Failed);
    assert_eq!(scene.due().await, 0, "and it is not tried again");
}

#[tokio::test]
async fn a_planned_publication_is_cancelled_or_brought_forward() {
    let scene = Scene::staffed().await;
    let first = scene.planned().await.id;
    proposals::cancel_publication(&scene.ben, SLUG, scene.plan, first, command()).await.unwrap();
    let again = proposals::publish_now(&scene.ann, SLUG, scene.plan, first, command()).await;
    assert_eq!(refused(again), Refusal::RequestOver);
    let second = scene.planned().await.id;
    let once = command();
    for _ in 0..2 {
        let count = proposals::publish_now(&scene.ben, SLUG, scene.plan, second, once).await.unwrap();
        assert_eq!(count, 2, "a double click is one");
    }
    assert_eq!(scene.proposed().await, 2);
    scene.world.service.settings.clock.advance(5400);
    assert_eq!((scene.due().await, scene.proposed().await), (0, 2));
}

#[tokio::test]
async fn a_time_that_cannot_be_is_refused_beside_its_field() {
    let scene = Scene::staffed().await;
    for (at, problem) in [
        ("", Problem::Missing),
        ("soon", Problem::NotAMoment),
        ("2025-11-24T16:59", Problem::Past),
        ("2026-03-29T02:30", Problem::SkippedHour),
        ("2027-03-01T12:00", Problem::TooFar),
    ] {
        match scene.publish_at(&scene.ann, at).await {
            Err(Error::Invalid(wrong)) => {
                assert_eq!((wrong[0].field.as_str(), &wrong[0].problem), ("at", &problem), "{at}");
            }
            other => panic!("{at}: {other:?}"),
        }
    }
    assert_eq!(scene.world.count("publish_request").await, 0);
}

#[tokio::test]
async fn a_second_coordinator_signs_off_and_the_first_cannot() {
    let scene = Scene::staffed().await;
    let request = scene.asked().await;
    assert_eq!(scene.proposed().await, 0);
    let today = service::today::load_today(&scene.ben).await.unwrap();
    assert_eq!(today.publications[0].request.id, request);
    assert!(scene.mails().await[0].starts_with("ben@"));
    assert_eq!(refused(scene.sign(&scene.ann, request).await), Refusal::NotYourOwn);
    let now = proposals::publish_now(&scene.ann, SLUG, scene.plan, request, command()).await;
    assert_eq!(refused(now), Refusal::RequestOver, "nor do they go around it");
    assert_eq!(scene.sign(&scene.ben, request).await.unwrap(), 2);
    assert_eq!(scene.proposed().await, 2);
    assert_eq!(refused(scene.sign(&scene.ben, request).await), Refusal::RequestOver);
    assert_eq!(service::today::load_today(&scene.ben).await.unwrap().publications, []);
}

#[tokio::test]
async fn what_is_sent_back_comes_with_its_reason() {
    let scene = Scene::staffed().await;
    let request = scene.asked().await;
    let back = |cx: &Context, reason: &str| {
        let (cx, reason) = (cx.clone(), reason.to_owned());
        async move { proposals::send_back(&cx, SLUG, scene.plan, request, &reason, command()).await }
    };
    assert!(matches!(back(&scene.ben, " ").await, Err(Error::Invalid(_))));
    assert_eq!(refused(back(&scene.ann, "No").await), Refusal::NotYourOwn);
    back(&scene.ben, "Jonas changes teams").await.unwrap();
    let view = scene.board().await.request.unwrap();
    assert_eq!((view.state, view.signed_by.as_deref()), (RequestState::SentBack, Some("Ben")));
    assert_eq!(view.reason, "Jonas changes teams");
    assert_eq!(service::today::load_today(&scene.ann).await.unwrap().publications.len(), 1);
    let log = scene.world.log().await;
    assert!(!log.contains("teams"), "no typed text is in the log");
    assert!(scene.mails().await.iter().all(|mail| !mail.contains("teams")), "nor in a mail");
    assert_eq!(scene.proposed().await, 0);
}

#[tokio::test]
async fn a_change_of_the_pairs_withdraws_the_sign_off() {
    let scene = Scene::staffed().await;
    let request = scene.asked().await;
    scene.put(&scene.ann, 0, 1, 1).await.unwrap();
    assert_eq!(scene.board().await.request.unwrap().changed, ["Priya is with Greta now"]);
    assert_eq!(refused(scene.sign(&scene.ben, request).await), Refusal::SignOffWithdrawn);
    proposals::cancel_publication(&scene.ann, SLUG, scene.plan, request, command()).await.unwrap();

    scene.put(&scene.ann, 0, 0, 2).await.unwrap();
    let later = scene.planned().await;
    assert_eq!(later.state, RequestState::Asked);
    assert_eq!(scene.sign(&scene.ben, later.id).await.unwrap(), 0, "it waits for its time");
    scene.put(&scene.ann, 0, 1, 3).await.unwrap();
    let now = proposals::publish_now(&scene.ann, SLUG, scene.plan, later.id, command()).await;
    assert_eq!(refused(now), Refusal::SignOffWithdrawn);
    scene.world.service.settings.clock.advance(5400);
    assert_eq!((scene.due().await, scene.proposed().await), (0, 0));
    assert_eq!(scene.board().await.request.unwrap().state, RequestState::Failed);
}

#[tokio::test]
async fn a_sign_off_needs_somebody_to_give_it() {
    let scene = Scene::staffed().await;
    let ben = scene.ben.actor().unwrap().person.0.into();
    scene.world.house.run("delete from programme_role where person_id = $1", [ben]).await;
    scene.world.house.run("update programme set sign_off = true", []).await;
    assert_eq!(refused(scene.publish(&scene.ann, &[scene.pair(0, 0)]).await), Refusal::NobodyToSignOff);
    assert_eq!(scene.world.count("publish_request").await, 0);
}

#[tokio::test]
async fn the_waiting_list_is_fair_and_says_why() {
    let scene = Scene::new().await;
    let earlier = "update participation set created_at = created_at - 1000 where id = $1";
    scene.world.house.run(earlier, [scene.mentee(2).0.into()]).await;
    scene.put(&scene.ann, 0, 0, 0).await.unwrap();
    scene.put(&scene.ann, 1, 1, 0).await.unwrap();
    assert_eq!(scene.publish(&scene.ann, &[scene.pair(0, 0)]).await.unwrap(), 1);
    let late = scene.world.participant("Lena", Role::Mentee).await;
    let later = "update participation set created_at = created_at + 5000 where id = $1";
    scene.world.house.run(later, [late.participation.unwrap().0.into()]).await;
    let list = board::load_waiting(&scene.ann, SLUG, 1).await.unwrap();
    let names: Vec<_> = list.lines.iter().map(|line| (line.place, line.person.name.as_str())).collect();
    assert_eq!(names, [(1, "Noor"), (2, "Jonas"), (3, "Lena")]);
    assert_eq!(list.lines[1].why, WhyWaiting::Draft { mentor: "Greta".into() });
    assert!(matches!(list.lines[2].why, WhyWaiting::Joined(_)));
    assert!(list.lines.iter().all(|line| !line.why.sentences().is_empty()));
    let denied = board::load_waiting(&scene.world.of(&scene.mentees[0]), SLUG, 1).await;
    assert!(matches!(denied, Err(Error::Denied(_))));
}

#[tokio::test]
async fn before_the_first_plan_everybody_waits_for_one() {
    let world = World::new().await;
    let ann = world.coordinator("Ann").await;
    world.participant("Priya", Role::Mentee).await;
    let list = board::load_waiting(&world.of(&ann), SLUG, 1).await.unwrap();
    assert_eq!((list.plan, list.total, list.lines.len()), (None, 1, 0));
}

#[tokio::test]
async fn a_mentor_who_leaves_gives_back_whoever_has_not_begun() {
    let scene = Scene::new().await;
    scene.put(&scene.ann, 0, 0, 0).await.unwrap();
    assert_eq!(scene.publish(&scene.ann, &[scene.pair(0, 0)]).await.unwrap(), 1);
    scene.put(&scene.ann, 1, 0, 0).await.unwrap();
    let before = scene.mails().await.len();
    let once = command();
    for _ in 0..2 {
        let leaves = domain::programme::Enrolment::Withdraw;
        let mentor = scene.mentor(0);
        service::programme::set_participation(&scene.ann, once, SLUG, mentor, leaves).await.unwrap();
    }
    let board = scene.board().await;
    assert_eq!((board.counts.proposed, board.counts.waiting), (0, 3));
    assert_eq!(scene.card(0).await.returned.unwrap().why, Returned::Recalled);
    assert_eq!(
        scene.mails().await.len(),
        before + 2,
        "Priya and Tomas hear that it is off, Jonas never knew"
    );
    let list = board::load_waiting(&scene.ann, SLUG, 1).await.unwrap();
    assert_eq!(list.total, 3);
}
