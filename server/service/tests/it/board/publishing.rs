//! Publishing: some pairs and not others, what is told, when, and who has a say.

use super::*;
use domain::board::{ChangedPair, Pair, PairNow, PublishForm};

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
    let form = PublishForm { pairs: vec![scene.pair(0, 0)], look: "messages".into() };
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
    assert_eq!(flaws, [None, Some("Tomas has paused or left the programme.")]);
    assert_eq!(preview.refused, None);
    assert_eq!(scene.publish(&scene.ann, &[scene.pair(1, 1)]).await.unwrap(), 1);
}
