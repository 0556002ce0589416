//! Runs of the engine for the fairest plan and for a stable one, and new plans that are filled at once.

use super::*;
use domain::board::{Aim, AimStep};
use domain::exchange::Objective;
use service::board::NewPlan;

/// Tomas offers the first skills, Greta the second, one place each; Priya and Jonas want the others, Noor has left.
async fn scene(offered: [&str; 2], wanted: [&str; 2]) -> Scene {
    let scene = Scene::new().await;
    let run = async |sql: &str, skills: &str, person: &Person| {
        let skills: Vec<_> = skills.chars().map(|one| Skill::named(&one.to_string())).collect();
        let skills = serde_json::to_value(skills).unwrap();
        scene.world.house.run(sql, [skills.into(), person.id.0.into()]).await;
    };
    for at in 0..2 {
        run("update profile set skills_offered = $1 where person_id = $2", offered[at], &scene.mentors[at])
            .await;
        run("update profile set skills_wanted = $1 where person_id = $2", wanted[at], &scene.mentees[at])
            .await;
    }
    let criteria = "[{\"kind\":\"skills\",\"weight\":10,\"hard\":false}]";
    scene.world.house.run(&format!("update programme set criteria = '{criteria}'"), []).await;
    scene.world.house.run("update participation set capacity = 1 where role = 'mentor'", []).await;
    let gone = "update participation set state = 'withdrawn' where id = $1";
    scene.world.house.run(gone, [scene.mentee(2).0.into()]).await;
    scene
}

/// Together Priya with Tomas and Jonas with Greta are best, who has hardly anything for him; the other way round both have
/// something.
async fn unfair() -> Scene {
    scene(["abcdefghij", "abc"], ["abcdefghij", "adefghklmn"]).await
}

/// Priya and Tomas fit best of all; together it is better that she goes to Greta, who is nearly as good for her.
async fn unstable() -> Scene {
    scene(["abcdefghij", "abcdefghi"], ["abcdefghij", "ajk"]).await
}

/// With whom Priya and Jonas are: 0 is Tomas.
async fn places(scene: &Scene) -> [Option<usize>; 2] {
    places_in(scene, scene.plan).await
}

async fn places_in(scene: &Scene, plan: MatchPlanId) -> [Option<usize>; 2] {
    let board = board::load_board(&scene.ann, SLUG, plan, &BoardQuery::default()).await.unwrap();
    [0, 1].map(|at| {
        let card = board.cards.iter().find(|card| card.id == scene.mentee(at)).unwrap();
        (0..2).find(|one| card.mentor == Some(scene.mentor(*one)))
    })
}

async fn run_for(scene: &Scene, aim: Aim) -> String {
    let run = Run { aim, ..Run::default() };
    board::run_engine(&scene.ann, SLUG, scene.plan, run, command()).await.unwrap().said
}

#[tokio::test]
async fn the_fairest_plan_is_shown_with_its_price_applied_and_repeated() {
    let scene = unfair().await;
    repeated_for(&scene, Aim::Fair).await;
    run_for(&scene, Aim::Total).await;
    assert_eq!(places(&scene).await, [Some(0), Some(1)]);
    let run = Run { aim: Aim::Fair, ..Run::default() };
    let preview = board::preview_engine(&scene.ann, SLUG, scene.plan, run.clone()).await.unwrap();
    let [AimStep { aim: Aim::Fair, known: Some(fair) }, AimStep { aim: Aim::Stable, known: Some(stable) }] =
        preview.aims[..]
    else {
        panic!("{:?}", preview.aims)
    };
    assert_eq!((preview.aim, preview.chosen, preview.least), (Some(Aim::Fair), None, None));
    assert!(
        fair.price.pairs == 0 && fair.price.fit < 0 && fair.lowest > stable.lowest,
        "{fair:?} {stable:?}"
    );
    assert_eq!((fair.moves, preview.moves.len(), stable.changes), (2, 2, 0));
    let before = scene.board().await.counts;
    let stale = Run { seen: Some(Version(preview.version.0 - 1)), ..run.clone() };
    let stale = board::run_engine(&scene.ann, SLUG, scene.plan, stale, command()).await;
    assert_eq!(refused(stale), Refusal::ChangedMeanwhile);
    assert_eq!(scene.board().await.counts, before);

    let (once, run) = (command(), Run { seen: Some(preview.version), ..run });
    let done = board::run_engine(&scene.ann, SLUG, scene.plan, run.clone(), once).await.unwrap();
    assert!(
        done.said.starts_with("Ran the engine for the fairest plan: 2 people moved, total fit down"),
        "{}",
        done.said
    );
    assert_eq!(board::run_engine(&scene.ann, SLUG, scene.plan, run, once).await.unwrap(), done);
    assert_eq!(places(&scene).await, [Some(1), Some(0)]);
    assert_eq!(scene.board().await.counts.total - before.total, fair.price.fit);
    assert_eq!(
        run_for(&scene, Aim::Fair).await,
        "Nobody had to move: this is the fairest plan around your pins."
    );

    let newest = async |plan| board::load_history(&scene.ann, SLUG, plan, 1).await.unwrap().lines.remove(0);
    let line = newest(scene.plan).await;
    let kept = line.run.unwrap();
    assert_eq!((kept.objective, kept.most, kept.repeat), (Objective::Fair, None, None));
    assert!(kept.sentence().starts_with("Fairest plan around the pins · engine 0."), "{}", kept.sentence());
    let copy = board::run_again(&scene.ben, SLUG, scene.plan, line.version, command()).await.unwrap();
    let again = newest(copy).await.run.unwrap();
    assert_eq!((again.objective, again.repeat), (Objective::Fair, Some(Repeat::Same)));
    assert_eq!((again.input, again.plan), (kept.input, kept.plan));
    board::undo(&scene.ann, SLUG, scene.plan, command()).await.unwrap();
    assert_eq!(places(&scene).await, [Some(0), Some(1)]);
}

#[tokio::test]
async fn a_stable_plan_names_whom_a_pin_keeps_apart() {
    let scene = unstable().await;
    repeated_for(&scene, Aim::Stable).await;
    run_for(&scene, Aim::Total).await;
    assert_eq!(places(&scene).await, [Some(1), Some(0)]);
    assert_eq!(board::load_verdict(&scene.ann, SLUG, scene.plan).await.unwrap().rather_count, 1);
    let run = Run { aim: Aim::Stable, ..Run::default() };
    let preview = board::preview_engine(&scene.ann, SLUG, scene.plan, run.clone()).await.unwrap();
    let stable = preview.aims[1].known.unwrap();
    assert!(stable.price.fit < 0 && stable.apart == 0 && preview.apart.is_empty(), "{stable:?}");
    let run = Run { seen: Some(preview.version), ..run };
    let done = board::run_engine(&scene.ann, SLUG, scene.plan, run.clone(), command()).await.unwrap();
    assert!(done.said.starts_with("Ran the engine for a stable plan: 2 people moved"), "{}", done.said);
    assert_eq!(places(&scene).await, [Some(0), Some(1)]);
    assert_eq!(board::load_verdict(&scene.ann, SLUG, scene.plan).await.unwrap().rather_count, 0);

    // Priya is held at Greta's, though she and Tomas would rather have each other.
    board::undo(&scene.ann, SLUG, scene.plan, command()).await.unwrap();
    let revision = scene.card(0).await.revision;
    board::pin_card(&scene.ann, SLUG, scene.plan, scene.seen(0, revision), command()).await.unwrap();
    let run = Run { aim: Aim::Stable, ..Run::default() };
    let preview = board::preview_engine(&scene.ann, SLUG, scene.plan, run).await.unwrap();
    let [apart] = &preview.apart[..] else { panic!("{preview:?}") };
    assert_eq!((apart.mentee.as_str(), apart.mentor.as_str()), ("Priya", "Tomas"));
    assert_eq!((preview.aims[1].known.unwrap().apart, preview.moves.len()), (1, 0));
    assert_eq!(
        run_for(&scene, Aim::Stable).await,
        "Nobody had to move: this is the stable plan around your pins."
    );
    repeated_for(&scene, Aim::Stable).await;
}

#[tokio::test]
async fn groups_with_a_minimum_have_the_highest_total_only() {
    let scene = Scene::new().await;
    scene.world.house.run("update programme set format = 'group', fewest_mentees = 2", []).await;
    let only = Refusal::GroupsForTotalOnly { fewest: 2 };
    for aim in [Aim::Fair, Aim::Stable] {
        let run = Run { aim, ..Run::default() };
        let preview = board::preview_engine(&scene.ann, SLUG, scene.plan, run.clone()).await.unwrap();
        assert_eq!(
            (preview.aims.len(), preview.aim, preview.chosen),
            (0, None, Some(preview.steps.len() - 1))
        );
        let ran = board::run_engine(&scene.ann, SLUG, scene.plan, run, command()).await;
        assert_eq!(refused(ran), only);
        for file in aim.files() {
            let file = board::engine_file(&scene.ann, SLUG, scene.plan, file).await;
            assert!(matches!(file, Err(Error::NotFound)));
        }
        let plans = scene.world.count("match_plan").await;
        let new = NewPlan { fill: aim.to_string(), ..NewPlan::named("Filled") };
        assert_eq!(refused(board::create_plan(&scene.ann, SLUG, new, command()).await), only);
        assert_eq!(scene.world.count("match_plan").await, plans, "nothing is half made");
    }
    assert_eq!(scene.board().await.counts.waiting, 3);
    let new = NewPlan { fill: "total".into(), ..NewPlan::named("Filled") };
    let plan = board::create_plan(&scene.ann, SLUG, new, command()).await.unwrap();
    let view = board::load_board(&scene.ann, SLUG, plan, &BoardQuery::default()).await.unwrap();
    assert_eq!(view.counts.waiting, 1, "one group of two");
}

#[tokio::test]
async fn a_run_that_groups_could_not_have_is_not_repeated_with_them() {
    let scene = unfair().await;
    run_for(&scene, Aim::Fair).await;
    scene.world.house.run("update programme set format = 'group', fewest_mentees = 2", []).await;
    let plans = scene.world.count("match_plan").await;
    let again = board::run_again(&scene.ann, SLUG, scene.plan, Version(1), command()).await;
    assert_eq!(refused(again), Refusal::GroupsForTotalOnly { fewest: 2 });
    assert_eq!(scene.world.count("match_plan").await, plans);
}

#[tokio::test]
async fn a_new_plan_is_filled_as_it_was_asked() {
    let scene = unfair().await;
    let with = |fill: &str| NewPlan {
        fill: fill.into(),
        note: " By the engine.\r\nLook again. ".into(),
        ..NewPlan::named("Filled")
    };
    let expected = [
        ("", [None, None]),
        ("total", [Some(0), Some(1)]),
        ("fair", [Some(1), Some(0)]),
        ("stable", [Some(0), Some(1)]),
    ];
    for (fill, at) in expected {
        let once = command();
        let plan = board::create_plan(&scene.ann, SLUG, with(fill), once).await.unwrap();
        assert_eq!(board::create_plan(&scene.ann, SLUG, with(fill), once).await.unwrap(), plan);
        assert_eq!(places_in(&scene, plan).await, at, "{fill}");
        let history = board::load_history(&scene.ann, SLUG, plan, 1).await.unwrap();
        assert_eq!(
            (history.note.as_str(), history.changes),
            ("By the engine.\nLook again.", u64::from(!fill.is_empty()))
        );
        let run = history.lines.first().and_then(|line| line.run.as_ref());
        assert_eq!(run.map(|run| Aim::of(run.objective)), fill.parse().ok());
    }
    // A copy is filled around its pins.
    scene.put(&scene.ann, 0, 0, 0).await.unwrap();
    let new = NewPlan { fill: "fair".into(), ..NewPlan::copy("Copy", scene.plan) };
    let plan = board::create_plan(&scene.ann, SLUG, new, command()).await.unwrap();
    assert_eq!(places_in(&scene, plan).await, [Some(0), Some(1)]);

    let plans = scene.world.count("match_plan").await;
    let fields = async |new| match board::create_plan(&scene.ann, SLUG, new, command()).await {
        Err(Error::Invalid(errors)) => errors.into_iter().map(|one| one.field).collect::<Vec<_>>(),
        other => panic!("{other:?}"),
    };
    assert_eq!(fields(with("fairest")).await, ["fill"]);
    assert_eq!(fields(NewPlan { note: "x".repeat(2001), ..NewPlan::default() }).await, ["name", "note"]);
    assert_eq!(scene.world.count("match_plan").await, plans);
    assert!(matches!(
        board::aim("fairest"),
        Err(Error::Refused(domain::Refusal::Board(Refusal::UnknownAim)))
    ));
    let stranger = scene.world.of(&scene.mentees[0]);
    let theirs = board::create_plan(&stranger, SLUG, with("fair"), command()).await;
    assert!(matches!(theirs, Err(Error::Denied(_))));
}
