//! Programmes in which there is hardly anybody to match, and plans whose people left.

use super::*;
use domain::PersonId;
use domain::board::{Names, Since};

/// A programme with so many mentors and mentees, its coordinator, and a plan.
pub(super) async fn programme(mentors: usize, mentees: usize) -> (World, Context, MatchPlanId) {
    let world = World::new().await;
    for at in 0..mentors {
        let person = world.participant(&format!("Mentor {at}"), Role::Mentor).await;
        says(&world, &person, &["rust"], &[]).await;
    }
    for at in 0..mentees {
        let person = world.participant(&format!("Mentee {at}"), Role::Mentee).await;
        says(&world, &person, &[], &["rust"]).await;
    }
    let ann = world.of(&world.coordinator("Ann").await);
    let plan = board::create_plan(&ann, SLUG, board::NewPlan::named("Draft A"), command()).await.unwrap();
    (world, ann, plan)
}

/// Skills are a rule, and all mentors offer but one that nobody wants.
async fn nobody_offers_what_is_wanted(world: &World) {
    let criteria = "[{\"kind\":\"skills\",\"weight\":10,\"hard\":true}]";
    world.house.run(&format!("update programme set criteria = '{criteria}'"), []).await;
    let sewing = serde_json::to_string(&[Skill::named("sewing")]).unwrap();
    world.house.run(&format!("update profile set skills_offered = '{sewing}'"), []).await;
}

/// Opens every page of the plan, runs the engine, and answers what publishing says.
async fn all_pages(ann: &Context, plan: MatchPlanId) -> Option<String> {
    board::run_engine(ann, SLUG, plan, Run::default(), command()).await.unwrap();
    for (most, least) in [(None, None), (Some(0), None), (None, Some(50))] {
        board::preview_engine(ann, SLUG, plan, Run { most, least, ..Run::default() }).await.unwrap();
        let seen = None;
        board::run_engine(ann, SLUG, plan, Run { most, seen, ..Run::default() }, command()).await.unwrap();
    }
    let verdict = board::load_verdict(ann, SLUG, plan).await.unwrap();
    assert!(verdict.proved_at.is_some(), "even of nobody the best plan is proved");
    assert_eq!(verdict.better, Gain::default());
    let page = BoardQuery { page: 1, ..BoardQuery::default() };
    let view = board::load_board(ann, SLUG, plan, &page).await.unwrap();
    assert_eq!(view.since, Since::default());
    for card in &view.cards {
        board::load_card(ann, SLUG, plan, card.id, None).await.unwrap();
    }
    board::load_waiting(ann, SLUG, 1).await.unwrap();
    board::list_plans(ann, SLUG).await.unwrap();
    board::load_history(ann, SLUG, plan, 1).await.unwrap();
    board::export_plan(ann, SLUG, plan).await.unwrap();
    board::compare_plans(ann, SLUG, plan, plan, CompareQuery::default()).await.unwrap();
    FitTable::from_bytes(&board::load_fits(ann, SLUG, plan).await.unwrap()).unwrap();
    for file in ["scores.csv", "capacities.csv", "plan.csv", "plan.json"] {
        assert!(!board::engine_file(ann, SLUG, plan, file).await.unwrap().is_empty());
    }
    proposals::preview_publish(ann, SLUG, plan).await.unwrap().refused
}

#[tokio::test]
async fn a_programme_with_hardly_anybody_answers_on_every_page() {
    let nothing = Some("There are no pairs to publish yet. Match somebody first.".to_owned());
    for (mentors, mentees) in [(0, 0), (0, 2), (2, 0)] {
        let (_world, ann, plan) = programme(mentors, mentees).await;
        assert_eq!(all_pages(&ann, plan).await, nothing, "{mentors} mentors, {mentees} mentees");
        let published = proposals::publish_plan(&ann, SLUG, plan, command()).await;
        assert_eq!(refused(published), Refusal::NothingToPublish);
    }
    let (_world, ann, plan) = programme(1, 1).await;
    assert_eq!(all_pages(&ann, plan).await, None);
    assert_eq!(proposals::publish_plan(&ann, SLUG, plan, command()).await.unwrap(), 1);
}

#[tokio::test]
async fn where_nobody_is_willing_each_hears_why() {
    // No mentor has a place.
    let (world, ann, plan) = programme(2, 2).await;
    world.house.run("update participation set capacity = 0 where role = 'mentor'", []).await;
    assert!(all_pages(&ann, plan).await.is_some());
    let view = board::load_board(&ann, SLUG, plan, &BoardQuery::default()).await.unwrap();
    let why = board::load_card(&ann, SLUG, plan, view.cards[0].id, None).await.unwrap().why_none.unwrap();
    let WhyNone::Unmatched { why: found, .. } = &why else { panic!("matched by nobody: {why:?}") };
    assert_eq!((found.possible, found.remedies.len()), (2, 2), "one place with either would help");
    assert_eq!(
        why.sentences(),
        ["2 mentors could take them, but offer no place, or have all of theirs pinned, proposed or at work."]
    );

    // A rule forbids every pair.
    let (world, ann, plan) = programme(2, 2).await;
    nobody_offers_what_is_wanted(&world).await;
    assert!(all_pages(&ann, plan).await.is_some());
}

/// Knows everybody by their number only.
struct Called(Vec<(ParticipationId, &'static str)>);

impl Names for Called {
    fn participant(&self, id: ParticipationId) -> Option<String> {
        self.0.iter().find(|(one, _)| *one == id).map(|(_, name)| (*name).to_owned())
    }

    fn person(&self, _: PersonId) -> Option<String> {
        None
    }
}

#[tokio::test]
async fn a_move_to_somebody_who_cannot_says_why_and_changes_nothing() {
    let scene = Scene::new().await;
    let run = async |sql: &str, at: ParticipationId| scene.world.house.run(sql, [at.0.into()]).await;
    let said = async || {
        let before = (scene.world.count("event").await, scene.world.count("pair").await);
        let refusal = refused(scene.put(&scene.ann, 0, 0, 0).await);
        assert_eq!((scene.world.count("event").await, scene.world.count("pair").await), before);
        let names = Called(vec![(scene.mentee(0), "Priya"), (scene.mentor(0), "Tomas")]);
        refusal.sentence_with(&names)
    };
    let set = "update participation set state = 'approved', capacity = null where id = $1";
    run("update participation set capacity = 0 where id = $1", scene.mentor(0)).await;
    assert_eq!(said().await, "Tomas has 0 places, and all are taken. Move somebody away first, or swap.");
    run(set, scene.mentor(0)).await;
    for state in ["withdrawn", "paused"] {
        run(&format!("update participation set state = '{state}' where id = $1"), scene.mentor(0)).await;
        assert_eq!(said().await, "This person is not on the board any more. Reload the page to see who is.");
    }
    run(set, scene.mentor(0)).await;
    let archive =
        "update person set archived_at = 1 where id = (select person_id from participation where id = $1)";
    run(archive, scene.mentor(0)).await;
    assert_eq!(said().await, "This person is not on the board any more. Reload the page to see who is.");
    run(&archive.replace("= 1", "= null"), scene.mentor(0)).await;
    nobody_offers_what_is_wanted(&scene.world).await;
    assert!(said().await.starts_with("Priya and Tomas cannot be matched. "), "{}", said().await);
    run("delete from participation where id = $1", scene.mentor(0)).await;
    assert_eq!(said().await, "This person is not on the board any more. Reload the page to see who is.");
}

#[tokio::test]
async fn whoever_has_left_takes_no_place_and_is_taken_off() {
    let scene = Scene::new().await;
    scene.world.house.run("update participation set capacity = 1 where role = 'mentor'", []).await;
    board::run_engine(&scene.ann, SLUG, scene.plan, Run::default(), command()).await.unwrap();
    let view = scene.board().await;
    assert_eq!((view.counts.drafts, view.counts.waiting), (2, 1));
    let placed: Vec<usize> = (0..3)
        .filter(|at| view.cards.iter().any(|card| card.id == scene.mentee(*at) && card.mentor.is_some()))
        .collect();
    let waiting = (0..3).find(|at| !placed.contains(at)).unwrap();
    let left = placed[0];
    let with = scene.card(left).await.mentor;
    let gone = "update participation set state = 'withdrawn' where id = $1";
    scene.world.house.run(gone, [scene.mentee(left).0.into()]).await;
    let view = scene.board().await;
    assert_eq!((view.since, view.counts.mentees), (Since { joined: 0, left: 1 }, 2));

    // The place is free: by hand, and for the engine, which takes the card off.
    let to = (0..2).find(|at| Some(scene.mentor(*at)) == with).unwrap();
    scene.put(&scene.ann, waiting, to, 0).await.unwrap();
    board::undo(&scene.ann, SLUG, scene.plan, command()).await.unwrap();
    let preview =
        board::preview_engine(&scene.ann, SLUG, scene.plan, Run { most: Some(0), ..Run::default() })
            .await
            .unwrap();
    let moved: Vec<_> = preview.moves.iter().map(|one| (one.left, one.to.is_some())).collect();
    assert_eq!(moved.len(), 2);
    assert!(moved.contains(&(true, false)) && moved.contains(&(false, true)), "{moved:?}");
    board::run_engine(&scene.ann, SLUG, scene.plan, Run { most: Some(0), ..Run::default() }, command())
        .await
        .unwrap();
    let view = scene.board().await;
    assert_eq!((view.since, view.counts.drafts, view.counts.waiting), (Since::default(), 2, 0));
    assert!(view.cards.iter().all(|card| card.id != scene.mentee(left)));

    // What the engine did is taken back, but for who is gone.
    board::undo(&scene.ann, SLUG, scene.plan, command()).await.unwrap();
    assert_eq!(scene.card(waiting).await.mentor, None);
    board::undo(&scene.ann, SLUG, scene.plan, command()).await.unwrap();
    assert_eq!(scene.board().await.counts.drafts, 0, "the first run too");
}

#[tokio::test]
async fn who_joins_and_leaves_is_repaired_and_what_is_published_stays() {
    let scene = Scene::new().await;
    let [_, proposed] = scene.published().await;
    let before = (scene.card(0).await.mentor, scene.card(1).await.mentor);
    scene.world.service.settings.clock.advance(60);
    let late = scene.world.participant("Late", Role::Mentee).await;
    says(&scene.world, &late, &[], &["rust"]).await;
    let joined = "update participation set created_at = created_at + 30000 where id = $1";
    scene.world.house.run(joined, [late.participation.unwrap().0.into()]).await;
    scene.put(&scene.ann, 2, 0, 0).await.unwrap();
    let gone = "update participation set state = 'withdrawn' where id = $1";
    scene.world.house.run(gone, [scene.mentee(2).0.into()]).await;
    let view = scene.board().await;
    assert_eq!(view.since.sentence().as_deref(), Some("1 joined, 1 left"));
    let preview =
        board::preview_engine(&scene.ann, SLUG, scene.plan, Run { most: Some(0), ..Run::default() })
            .await
            .unwrap();
    assert_eq!(preview.moves.len(), 2, "Late comes, Noor is taken off, nobody else moves");
    board::run_engine(&scene.ann, SLUG, scene.plan, Run { most: Some(0), ..Run::default() }, command())
        .await
        .unwrap();
    assert_eq!((scene.card(0).await.mentor, scene.card(1).await.mentor), before);
    assert_eq!(scene.card(1).await.proposal, Some(proposed));
    assert_eq!(scene.board().await.since, Since::default());
}
