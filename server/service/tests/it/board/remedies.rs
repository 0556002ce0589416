//! What would help somebody, tried in a plan of its own; and the exceptions that such a plan makes.

use super::*;
use domain::board::{Change, Chosen, Exception, Remedy};

impl Scene {
    /// One place for each mentor, so that one of three mentees waits; who that is.
    async fn tight() -> (Self, usize) {
        let scene = Self::new().await;
        scene.world.house.run("update participation set capacity = 1 where role = 'mentor'", []).await;
        board::run_engine(&scene.ann, SLUG, scene.plan, Run::default(), command()).await.unwrap();
        let mut waiting = 0;
        for at in 0..3 {
            if scene.card(at).await.mentor.is_none() {
                waiting = at;
            }
        }
        (scene, waiting)
    }

    async fn remedies(&self, mentee: usize) -> Vec<Remedy> {
        match board::load_card(&self.ann, SLUG, self.plan, self.mentee(mentee), None).await.unwrap().why_none
        {
            Some(WhyNone::Unmatched { why, .. }) => why.remedies,
            other => panic!("nothing is missing: {other:?}"),
        }
    }

    async fn attempt(&self, mentee: usize, chosen: Chosen) -> Result<MatchPlanId, Error> {
        board::try_remedy(&self.ann, SLUG, self.plan, self.mentee(mentee), chosen, command()).await
    }
}

async fn view(scene: &Scene, plan: MatchPlanId) -> BoardView {
    board::load_board(&scene.ann, SLUG, plan, &BoardQuery::default()).await.unwrap()
}

#[tokio::test]
async fn one_place_more_is_tried_in_a_plan_of_its_own() {
    let (scene, waiting) = Scene::tight().await;
    let before = scene.board().await;
    let remedy = scene.remedies(waiting).await.remove(0);
    let Change::Place(at) = remedy.change else { panic!("a place is what is missing: {remedy:?}") };
    let once = command();
    let attempt = async || {
        board::try_remedy(&scene.ann, SLUG, scene.plan, scene.mentee(waiting), remedy.chosen(), once).await
    };
    let branch = attempt().await.unwrap();
    assert_eq!(attempt().await.unwrap(), branch, "the same command twice is once");
    let after = view(&scene, branch).await;
    let name = if at == scene.mentor(0) { "Tomas" } else { "Greta" };
    assert_eq!(after.name, format!("Draft A, with one place more at {name}"));
    let card = after.cards.iter().find(|card| card.id == scene.mentee(waiting)).unwrap();
    assert_eq!((card.mentor, card.pinned), (Some(remedy.mentor), true));
    let gain = Gain {
        pairs: i64::from(after.counts.drafts) - i64::from(before.counts.drafts),
        fit: after.counts.total - before.counts.total,
    };
    assert_eq!(gain, remedy.gain, "what was promised");
    let more: Vec<_> = after.mentors.iter().map(|one| (one.id == at, one.places, one.more)).collect();
    assert!(more.contains(&(true, 2, 1)) && more.contains(&(false, 1, 0)), "{more:?}");
    assert_eq!(after.exceptions.len(), 1);
    assert_eq!(after.exceptions[0].said, format!("{name} has 1 place more than offered."));
    assert_eq!(scene.board().await, before, "this plan stays as it is");
    assert!(!scene.world.log().await.contains(name), "no name is in the log");

    // What was done on the plan is computed with it, and the same again is the same.
    let history = board::load_history(&scene.ann, SLUG, branch, 1).await.unwrap();
    let run = history.lines.iter().find(|line| line.run.is_some());
    if let Some(run) = run {
        let again = board::run_again(&scene.ann, SLUG, branch, run.version, command()).await.unwrap();
        let repeated = board::load_history(&scene.ann, SLUG, again, 1).await.unwrap();
        assert_eq!(repeated.lines[0].run.as_ref().unwrap().repeat, Some(Repeat::Same));
    }
    let files = async |plan| board::engine_file(&scene.ann, SLUG, plan, "capacities.csv").await.unwrap();
    assert_ne!(files(branch).await, files(scene.plan).await);
    let copy =
        board::create_plan(&scene.ann, SLUG, board::NewPlan::copy("Copy", branch), command()).await.unwrap();
    assert_eq!(view(&scene, copy).await.exceptions, after.exceptions);
    assert_eq!(view(&scene, copy).await.counts, after.counts);

    // Published as it is; without the exception one has too many.
    let preview = proposals::preview_publish(&scene.ann, SLUG, branch).await.unwrap();
    assert_eq!(preview.exceptions, after.exceptions, "publishing says so");
    let one = after.exceptions[0].exception;
    board::withdraw_exception(&scene.ben, SLUG, branch, one, command()).await.unwrap();
    board::withdraw_exception(&scene.ann, SLUG, branch, one, command()).await.unwrap();
    assert!(view(&scene, branch).await.exceptions.is_empty());
    let published = proposals::publish_plan(&scene.ann, SLUG, branch, command()).await;
    assert_eq!(refused(published), Refusal::MentorFull { mentor: at, places: 1 });
    assert_eq!(proposals::publish_plan(&scene.ann, SLUG, copy, command()).await.unwrap(), 3);
}

#[tokio::test]
async fn a_rule_is_relaxed_for_one_pair_and_no_other() {
    let scene = Scene::new().await;
    let criteria = "[{\"kind\":\"skills\",\"weight\":10,\"hard\":true},{\"kind\":\"goals\",\"weight\":10,\"hard\":false}]";
    scene.world.house.run(&format!("update programme set criteria = '{criteria}'"), []).await;
    board::run_engine(&scene.ann, SLUG, scene.plan, Run::default(), command()).await.unwrap();
    let remedies = scene.remedies(2).await;
    let rule = |one: &&Remedy| one.change == Change::Rule(CriterionKind::Skills);
    let remedy = *remedies.iter().find(rule).unwrap();
    let branch = scene.attempt(2, remedy.chosen()).await.unwrap();
    let after = view(&scene, branch).await;
    let mentor = after.mentors.iter().find(|one| one.id == remedy.mentor).unwrap().person.name.clone();
    assert_eq!(after.name, format!("Draft A, with an exception for Noor and {mentor}"));
    let card = after.cards.iter().find(|card| card.id == scene.mentee(2)).unwrap();
    assert_eq!((card.mentor, card.broken), (Some(remedy.mentor), None));
    assert!(card.fit.is_some());
    let detail = board::load_card(&scene.ann, SLUG, branch, scene.mentee(2), None).await.unwrap();
    assert!(!detail.reasons.is_empty(), "why the two fit is said all the same");
    let allowed = detail.candidates.iter().filter(|one| one.fit.is_ok()).count();
    assert_eq!(allowed, 1, "the rule holds for her with everybody else");
    let table = FitTable::from_bytes(&board::load_fits(&scene.ann, SLUG, branch).await.unwrap()).unwrap();
    assert_eq!(
        Some(table.fit(scene.mentee(2), remedy.mentor).unwrap()),
        card.fit,
        "the browser knows it too"
    );
    let verdict = board::load_verdict(&scene.ann, SLUG, branch).await.unwrap();
    assert_eq!((verdict.counts.broken, verdict.better), (0, Gain::default()));
    let compared =
        board::compare_plans(&scene.ann, SLUG, scene.plan, branch, CompareQuery::default()).await.unwrap();
    assert_eq!(compared.gain, remedy.gain, "beside each other the two differ by what was promised");
    let other = scene.attempt(0, remedy.chosen()).await;
    assert_eq!(refused(other), Refusal::RemedyGone, "Priya needs none");

    let one = Exception::try_from(format!("{}@{}", scene.mentee(2), remedy.mentor)).unwrap();
    let copy =
        board::create_plan(&scene.ann, SLUG, board::NewPlan::copy("Copy", branch), command()).await.unwrap();
    board::withdraw_exception(&scene.ann, SLUG, copy, one, command()).await.unwrap();
    assert_eq!(view(&scene, copy).await.counts.broken, 1, "the pair stays, and is marked");
    let published = proposals::publish_plan(&scene.ann, SLUG, copy, command()).await;
    assert!(matches!(refused(published), Refusal::Forbidden { .. }));
    assert_eq!(proposals::publish_plan(&scene.ann, SLUG, branch, command()).await.unwrap(), 3);
}

#[tokio::test]
async fn no_plan_excepts_what_one_has_said_of_the_other() {
    let scene = Scene::new().await;
    let [first, _] = scene.published().await;
    scene.world.house.run("update participation set capacity = 1 where role = 'mentor'", []).await;
    let tomas = scene.world.of(&scene.mentors[0]);
    proposals::decline_proposal(&tomas, first, "I change teams soon", "", command()).await.unwrap();
    let changes: Vec<_> = scene.remedies(0).await.iter().map(|one| one.change).collect();
    assert_eq!(changes, [Change::Place(scene.mentor(1))], "not one more word about Tomas");
    let declined = |kind: CriterionKind| Chosen { change: Change::Rule(kind), mentor: scene.mentor(0) };
    for kind in CriterionKind::ALL {
        assert_eq!(refused(scene.attempt(0, declined(*kind)).await), Refusal::RemedyGone);
    }
    for word in ["declined", "oneself", "place"] {
        assert!(Chosen::try_from(format!("{word}@{}", scene.mentor(0))).is_err());
    }
    assert_eq!(scene.world.count("match_plan").await, 1, "nothing is half-made");
}

#[tokio::test]
async fn a_remedy_that_the_plan_has_outlived_makes_no_plan() {
    let (scene, waiting) = Scene::tight().await;
    let remedy = scene.remedies(waiting).await.remove(0);
    scene.world.house.run("update participation set capacity = 3 where role = 'mentor'", []).await;
    let refusal = refused(scene.attempt(waiting, remedy.chosen()).await);
    assert_eq!(refusal, Refusal::RemedyGone);
    assert_eq!(scene.world.count("match_plan").await, 1);
}
