//! What did not fit in a declined proposal: it counts double for that person from then on, and coordinators learn of it.

use super::*;
use domain::directory::{Filter as Search, Match};
use domain::{FieldError, Problem};
use service::directory::load_directory;

impl Scene {
    async fn declines(&self, who: &Person, id: ProposalId, criterion: &str) -> Result<(), Error> {
        let reason = "We are far apart";
        proposals::decline_proposal(&self.world.of(who), id, reason, criterion, command()).await
    }

    /// How much a reason counts for a mentee with the mentor whom they have.
    async fn weight(&self, mentee: usize, kind: CriterionKind) -> u8 {
        let detail = board::load_card(&self.ann, SLUG, self.plan, self.mentee(mentee), None).await.unwrap();
        detail.reasons.iter().find(|one| one.kind == kind).unwrap().weight
    }

    /// What the directory tells a mentee of a mentor.
    async fn shown(&self, mentee: usize, mentor: usize) -> Option<Match> {
        let page = load_directory(&self.of_mentee(mentee), SLUG, Search::default()).await.unwrap();
        page.browsed.cards.into_iter().find(|card| card.id == self.mentor(mentor)).unwrap().fit
    }
}

#[tokio::test]
async fn what_did_not_fit_counts_double_for_who_declined() {
    let scene = Scene::new().await;
    let [first, second] = scene.published().await;
    let (priya, jonas, greta) = (&scene.mentees[0], &scene.mentees[1], &scene.mentors[1]);
    let (wants, nothing) = (scene.fit(0, 1).await.unwrap(), scene.fit(2, 1).await.unwrap());
    let (own, other) = (scene.shown(0, 1).await, scene.shown(2, 1).await);

    // The mentee: more of what Greta offers, and nobody else is concerned.
    scene.declines(priya, first, "skills").await.unwrap();
    let more = scene.fit(0, 1).await.unwrap();
    assert!(more > wants, "{more} of {wants}");
    assert_eq!(scene.fit(2, 1).await.unwrap(), nothing);
    assert_ne!(scene.shown(0, 1).await, own, "in the directory too, for herself");
    let card = scene.card(0).await;
    assert_eq!(
        card.returned.as_ref().unwrap().did_not_fit().as_deref(),
        Some("What did not fit: skills. It counts double for Priya since then.")
    );
    let waiting = board::load_waiting(&scene.ann, SLUG, 1).await.unwrap();
    let line = waiting.lines.into_iter().find(|line| line.id == scene.mentee(0)).unwrap();
    assert_eq!(line.returned, card.returned);

    // The mentor: less of what Noor does not find with her, and double is the most.
    scene.declines(greta, second, "skills").await.unwrap();
    assert!(scene.fit(2, 1).await.unwrap() < nothing);
    assert_eq!(scene.fit(2, 0).await.unwrap(), nothing, "as with Greta before");
    assert_eq!(scene.fit(0, 1).await.unwrap(), more);
    assert_eq!(scene.shown(2, 1).await, other, "who looks for a mentor does not learn of it");

    // Who chose it reads it, and so do coordinators.
    let misfit = async |cx: &Context| proposals::load_proposal(cx, second).await.unwrap().misfit;
    assert_eq!(misfit(&scene.world.of(greta)).await, Some(CriterionKind::Skills));
    assert_eq!(misfit(&scene.ann).await, Some(CriterionKind::Skills));
    assert_eq!(misfit(&scene.world.of(jonas)).await, None);

    // What the pair counts is for the board; what the two read is what the programme counts.
    scene.put(&scene.ann, 2, 1, 0).await.unwrap();
    scene.put(&scene.ann, 1, 0, scene.card(1).await.revision).await.unwrap();
    let (double, once) =
        (scene.weight(2, CriterionKind::Skills).await, scene.weight(1, CriterionKind::Skills).await);
    assert_eq!(double, 2 * once);
    assert_eq!(scene.weight(2, CriterionKind::Goals).await, scene.weight(1, CriterionKind::Goals).await);
    proposals::publish_plan(&scene.ann, SLUG, scene.plan, command()).await.unwrap();
    let id = scene.card(2).await.proposal.unwrap();
    let view = proposals::load_proposal(&scene.of_mentee(2), id).await.unwrap();
    assert_eq!(view.reasons.iter().find(|one| one.kind == CriterionKind::Skills).unwrap().weight, once);
    let log = scene.world.log().await;
    assert!(log.contains(r#""criterion":"skills""#) && !log.contains("far apart"), "{log}");
}

#[tokio::test]
async fn what_a_programme_does_not_count_stays_uncounted() {
    let scene = Scene::new().await;
    let [first, second] = scene.published().await;
    let before = scene.fit(0, 1).await;
    for word in ["wish", "own-manager", "everything"] {
        let errors = match scene.declines(&scene.mentees[0], first, word).await {
            Err(Error::Invalid(errors)) => errors,
            other => panic!("{other:?}"),
        };
        assert_eq!(errors, [FieldError { field: "criterion".into(), problem: Problem::NotAChoice }]);
    }
    assert_eq!(scene.world.count("proposal_answer").await, 0);
    // A language in common is a rule here, and adds nothing to a fit.
    scene.declines(&scene.mentees[0], first, "languages").await.unwrap();
    assert_eq!(scene.fit(0, 1).await, before);
    assert_eq!(
        scene.card(0).await.returned.unwrap().did_not_fit().as_deref(),
        Some("What did not fit: languages. This programme does not count it.")
    );
    // Without a choice nothing is said.
    scene.declines(&scene.mentors[1], second, "").await.unwrap();
    assert_eq!(scene.card(1).await.returned.unwrap().did_not_fit(), None);
}
