//! Introductions: who may meet whom, what the two are told, and what the boards show of it.

use super::*;
use domain::board::BoardAnswer;
use domain::choice::Named;
use domain::introduction::INTRODUCED;
use domain::stream::Aggregate;
use domain::{CommandId, Instant};
use service::choice::{keep_apart, wish_for};
use service::directory::load_profile;
use service::introduction::introduce;

impl Scene {
    /// The same, where everybody has been here before.
    async fn of_members() -> Self {
        let scene = Self::new().await;
        scene.world.house.run("update person set password_hash = 'kept'", []).await;
        scene
    }

    async fn meet_by(
        &self,
        cx: &Context,
        mentee: usize,
        mentor: usize,
        once: CommandId,
    ) -> Result<BoardAnswer, Error> {
        introduce(cx, SLUG, self.plan, self.mentee(mentee), self.mentor(mentor), once).await
    }

    async fn meet(&self, mentee: usize, mentor: usize) -> Result<BoardAnswer, Error> {
        self.meet_by(&self.ann, mentee, mentor, command()).await
    }

    /// "subject: text" of the last letter of introduction to somebody.
    async fn mail_to(&self, name: &str) -> String {
        let sql = "select subject || ': ' || body from mail where recipient = $1 and subject like '%like to meet%' \
                   order by created_at desc";
        let address = format!("{name}@example.org");
        self.world.house.texts(sql, [address.into()]).await.into_iter().next().unwrap_or_default()
    }
}

#[tokio::test]
async fn both_are_told_who_the_other_is_and_why() {
    let scene = Scene::of_members().await;
    let job = "update profile set job = 'Staff engineer', biography = 'My own business' where person_id = $1";
    for person in [&scene.mentors[0], &scene.mentees[0]] {
        scene.world.house.run(job, [person.id.0.into()]).await;
    }
    wish_for(&scene.world.of(&scene.mentees[0]), SLUG, scene.mentor(0), 1, command()).await.unwrap();
    let once = command();
    let answer = scene.meet_by(&scene.ann, 0, 0, once).await.unwrap();
    assert_eq!(answer.said, "Priya and Tomas are introduced: both get a mail.");
    let met = vec![(scene.mentor(0), NOW)];
    assert_eq!(answer.rows.cards[0].introduced, met);
    assert_eq!((answer.version, answer.undo.as_ref()), (Version(1), None), "nothing to take back");
    let again = scene.meet_by(&scene.ann, 0, 0, once).await.unwrap();
    assert_eq!(again, answer, "the same command twice is once");
    assert_eq!((scene.world.count("introduction").await, scene.world.count("mail").await), (1, 2));

    let card = scene.card(0).await;
    assert_eq!((card.introduced_to(scene.mentor(0)), card.introduced_to(scene.mentor(1))), (Some(NOW), None));
    assert_eq!((card.revision, card.mentor), (0, None), "no place has changed");
    assert_eq!(scene.card(1).await.introduced, []);
    assert_eq!(scene.board().await.version, Version(1));

    let mail = scene.mail_to("priya").await;
    let page = format!("/programmes/{SLUG}/mentors/{}", scene.mentor(0));
    for part in
        ["meet Tomas?", "Ann coordinates", "Tomas, Staff engineer", "Skills wanted are offered: rust", &page]
    {
        assert!(mail.contains(part), "{part} in {mail}");
    }
    let mail = scene.mail_to("tomas").await;
    for part in [
        "meet Priya?",
        "one of its mentees: Priya, Staff engineer",
        "Skills wanted are offered\n",
        "/profile",
    ] {
        assert!(mail.contains(part), "{part} in {mail}");
    }
    assert!(mail.contains("can write to the other: priya@example.org."), "{mail}");
    // What a mentee wants is for their matches, and wishes are for coordinators.
    assert!(!mail.contains("rust") && !mail.to_lowercase().contains("wishes"), "{mail}");

    let log = scene.world.log().await;
    assert!(log.contains(INTRODUCED) && !log.contains("Priya") && !log.contains("Staff"), "{log}");
}

/// As the letter tells the mentor.
#[tokio::test]
async fn who_was_introduced_may_rather_not_and_needs_no_address_for_it() {
    let scene = Scene::of_members().await;
    let (tomas, priya) = (scene.world.of(&scene.mentors[0]), &scene.mentees[0]);
    let names = async || {
        let own = load_profile(&tomas).await.unwrap().apart.remove(0);
        let names = |all: Vec<Named>| all.into_iter().map(|one| one.name).collect::<Vec<_>>();
        (names(own.met), names(own.people))
    };
    let rather_not = async |id: String| keep_apart(&tomas, SLUG, &id, true, command()).await;
    assert!(rather_not(priya.id.to_string()).await.is_err(), "an id is known to whom it was shown");
    scene.meet(0, 0).await.unwrap();
    assert_eq!(names().await, (vec!["Priya".to_owned()], vec![]));
    rather_not(priya.id.to_string()).await.unwrap();
    assert_eq!(names().await, (vec!["Priya".to_owned()], vec!["Priya".to_owned()]));
    assert_eq!(scene.fit(0, 0).await, Err(Rule::Apart));
    assert!(rather_not(scene.mentees[1].id.to_string()).await.is_err(), "she was introduced to nobody");
}

/// Whoever is told of a programme has to be able to open it; and who published reads so once, not at every visit.
#[tokio::test]
async fn nobody_is_told_of_a_draft_and_a_publication_is_news_only_once() {
    let scene = Scene::of_members().await;
    let state = async |state: &str| {
        scene.world.house.run("update programme set state = $1", [state.into()]).await;
    };
    scene.put(&scene.ann, 1, 1, 0).await.unwrap();
    state("draft").await;
    for refused in [
        scene.meet(0, 0).await.map(drop),
        proposals::publish_plan(&scene.ann, SLUG, scene.plan, command()).await.map(drop),
    ] {
        let said = format!("{:?}", refused.unwrap_err());
        assert!(said.contains("StillDraft"), "{said}");
    }
    assert_eq!(scene.world.count("mail").await, 0);
    state("running").await;
    proposals::publish_plan(&scene.ann, SLUG, scene.plan, command()).await.unwrap();
    let news = async |cx: &Context| {
        board::load_board(cx, SLUG, scene.plan, &BoardQuery::default()).await.unwrap().published
    };
    assert_eq!(news(&scene.ann).await.map(|one| one.pairs), Some(1));
    assert_eq!(news(&scene.ben).await, None, "it was not Ben");
    let earlier = "update board_change set at = at - 60000";
    scene.world.house.run(earlier, []).await;
    assert_eq!(news(&scene.ann).await, None);
}

/// What counts double for somebody since a proposal that they declined is told by no letter, nor by its order.
#[tokio::test]
async fn a_letter_is_in_the_order_of_the_programme() {
    let scene = Scene::of_members().await;
    let criteria = r#"[{"kind":"style","weight":10,"hard":false},{"kind":"skills","weight":8,"hard":false}]"#;
    scene.world.house.run(&format!("update programme set criteria = '{criteria}'"), []).await;
    scene.world.house.run("update profile set style = 'direct'", []).await;
    let [first, _] = scene.published().await;
    proposals::decline_proposal(&scene.of_mentee(0), first, "Another time", "skills", command())
        .await
        .unwrap();
    // Jonas first met Tomas; of the pair that is introduced now, Priya is the one to whom skills matter.
    scene.meet(0, 1).await.unwrap();
    let letter = scene.mail_to("greta").await;
    let at = |what: &str| letter.find(what).unwrap_or_else(|| panic!("{what} in {letter}"));
    assert!(at("Ways of working") < at("Skills wanted"), "{letter}");
}

#[tokio::test]
async fn nobody_is_introduced_twice_or_in_vain() {
    let scene = Scene::new().await;
    scene.meet(0, 0).await.unwrap();
    scene.world.service.settings.clock.advance(3 * 24 * 60 * 60);
    let again = scene.meet_by(&scene.ben, 0, 0, command()).await;
    let Err(Error::RefusedSaying(refusal, sentence)) = again else { panic!("not refused: {again:?}") };
    assert!(matches!(refusal, domain::Refusal::Board(Refusal::IntroducedAlready { .. })));
    let on = domain::calendar::long_date(NOW.date(60));
    let said = format!("Priya and Tomas were introduced on {on} already, so nobody gets another mail.");
    assert_eq!(sentence, said);
    scene.meet(0, 1).await.unwrap();
    let met: Vec<_> = scene.card(0).await.introduced.into_iter().map(|(mentor, _)| mentor).collect();
    assert_eq!(met, [scene.mentor(1), scene.mentor(0)], "the last one first");

    // A confidential no is the rule's usual sentence.
    let greta = scene.world.of(&scene.mentors[1]);
    keep_apart(&greta, SLUG, "jonas@example.org", true, command()).await.unwrap();
    let refused_pair = scene.meet(1, 1).await;
    let Err(Error::RefusedSaying(refusal, sentence)) = refused_pair else { panic!("{refused_pair:?}") };
    assert!(matches!(refusal, domain::Refusal::Board(Refusal::Forbidden { rule: Rule::Apart, .. })));
    assert_eq!(sentence, "Jonas and Greta cannot be matched. Not possible, confidential.");

    // Whoever has left, is proposed or at work is not introduced; neither is whoever is no mentor.
    scene.put(&scene.ann, 1, 0, 0).await.unwrap();
    proposals::publish_plan(&scene.ann, SLUG, scene.plan, command()).await.unwrap();
    let mails = scene.world.count("mail").await;
    assert_eq!(refused(scene.meet(1, 0).await), Refusal::WaitsForAnswer { mentee: scene.mentee(1) });
    let proposal = scene.card(1).await.proposal.unwrap();
    for person in [&scene.mentors[0], &scene.mentees[1]] {
        proposals::accept_proposal(&scene.world.of(person), proposal, command()).await.unwrap();
    }
    let begun = scene.world.count("mail").await;
    assert!(begun > mails);
    assert_eq!(refused(scene.meet(1, 0).await), Refusal::AtWork { mentee: scene.mentee(1) });
    let left = "update participation set state = 'withdrawn' where id = $1";
    scene.world.house.run(left, [scene.mentor(0).0.into()]).await;
    assert_eq!(refused(scene.meet(2, 0).await), Refusal::Withdrawn { who: scene.mentor(0) });
    let nobody = introduce(&scene.ann, SLUG, scene.plan, scene.mentee(2), scene.mentee(0), command()).await;
    assert_eq!(refused(nobody), Refusal::NotOnBoard);
    let mentee = scene.world.of(&scene.mentees[2]);
    assert!(matches!(scene.meet_by(&mentee, 2, 1, command()).await, Err(Error::Denied(_))));
    assert_eq!((scene.world.count("introduction").await, scene.world.count("mail").await), (2, begun));
}

#[tokio::test]
async fn whoever_has_no_address_is_named_and_whoever_never_came_is_invited() {
    let scene = Scene::of_members().await;
    let unknown = "update person set email = null where id = $1";
    scene.world.house.run(unknown, [scene.mentors[0].id.0.into()]).await;
    let answer = scene.meet(0, 0).await.unwrap();
    let said = "Priya and Tomas are introduced. Tell Tomas yourself: there is no address for mail.";
    assert_eq!(answer.said, said);
    assert_eq!(scene.world.count("mail").await, 1);
    let mail = scene.mail_to("priya").await;
    assert!(mail.contains("Please take the first step. Ann tells Tomas about it."), "{mail}");
    scene.world.house.run(unknown, [scene.mentees[0].id.0.into()]).await;
    let answer = scene.meet(0, 1).await.unwrap();
    assert!(answer.said.contains("Tell Priya yourself"), "{}", answer.said);

    // A list has brought them, and nobody has chosen a password for them.
    let imported = "update person set password_hash = null where id = $1";
    scene.world.house.run(imported, [scene.mentees[1].id.0.into()]).await;
    scene.meet(1, 1).await.unwrap();
    let mail = scene.mail_to("jonas").await;
    assert!(mail.contains("choose a password first") && mail.contains("/invitation/"), "{mail}");
}

#[tokio::test]
async fn who_follows_hears_of_it_and_other_boards_know() {
    let scene = Scene::new().await;
    let other = board::NewPlan::named("Draft B");
    let other = board::create_plan(&scene.ben, SLUG, other, command()).await.unwrap();
    let mut hub = scene.world.service.hub.subscribe();
    scene.meet(0, 0).await.unwrap();
    let published = hub.recv().await.unwrap();
    let topic = Topic::MatchPlan(scene.plan);
    assert!(live::concerns(&scene.ben, topic, &published));
    let frame = live::frame(&scene.world.service, topic, &published).await.unwrap();
    let Frame { rows, .. } = serde_json::from_str::<Frame<IgnoredAny, BoardRows>>(&frame).unwrap();
    let card = CardView { choices: None, ..scene.card(0).await };
    assert_eq!(rows.cards, std::slice::from_ref(&card));
    assert_eq!(card.introduced, [(scene.mentor(0), NOW)]);
    assert_eq!(rows.history, [], "no change of the board");

    // Whoever was away reads the same from the log.
    let missed = live::replay(&scene.ben, topic, Version(0)).await.unwrap().unwrap();
    assert_eq!(missed.iter().map(|event| event.kind.as_str()).collect::<Vec<_>>(), [INTRODUCED]);
    let aggregate = Aggregate::MatchPlan(scene.plan);
    let rows = live::frame_rows(&scene.world.service, aggregate, &missed).await.unwrap();
    assert_eq!(serde_json::from_value::<BoardRows>(rows).unwrap().cards, [card]);

    let view = board::load_board(&scene.ben, SLUG, other, &BoardQuery::default()).await.unwrap();
    let card = view.cards.iter().find(|card| card.id == scene.mentee(0)).unwrap();
    assert_eq!(card.introduced_to(scene.mentor(0)), Some(Instant(NOW.0)));
    let again = introduce(&scene.ben, SLUG, other, scene.mentee(0), scene.mentor(0), command()).await;
    assert!(matches!(refused(again), Refusal::IntroducedAlready { .. }));
    // The board itself is as it was: a move that saw the card before goes through.
    scene.put(&scene.ben, 0, 0, 0).await.unwrap();
    assert_eq!(scene.card(0).await.introduced, [(scene.mentor(0), NOW)]);
}
