//! Programmes in which a group begins with so many mentees or not at all.

use super::*;

/// The same people, where a group has two or three mentees.
async fn groups() -> Scene {
    let scene = Scene::new().await;
    scene.world.house.run("update programme set format = 'group', fewest_mentees = 2", []).await;
    scene
}

#[tokio::test]
async fn the_engine_makes_groups_that_are_large_enough_and_says_what_that_costs() {
    let scene = groups().await;
    assert_eq!(scene.board().await.fewest, 2);
    let preview = board::preview_engine(&scene.ann, SLUG, scene.plan, Run::default()).await.unwrap();
    let begin = preview.groups_begin.unwrap();
    // Two places at each mentor: whoever is the third would be alone in a group.
    assert_eq!((begin.fewest, begin.price.pairs, begin.gap), (2, -1, Gain::default()));
    assert_eq!((preview.chosen, preview.moves.len()), (Some(preview.steps.len() - 1), 2));
    board::run_engine(&scene.ann, SLUG, scene.plan, Run::default(), command()).await.unwrap();
    let view = scene.board().await;
    let with = |at: usize| view.cards.iter().filter(|card| card.mentor == Some(scene.mentor(at))).count();
    assert_eq!((view.counts.waiting, with(0) * with(1), with(0) + with(1)), (1, 0, 2));
    let run =
        board::load_history(&scene.ann, SLUG, scene.plan, 1).await.unwrap().lines.remove(0).run.unwrap();
    let copy = board::run_again(&scene.ben, SLUG, scene.plan, Version(1), command()).await.unwrap();
    let again = board::load_history(&scene.ann, SLUG, copy, 1).await.unwrap().lines.remove(0).run.unwrap();
    assert_eq!((again.repeat, again.input), (Some(Repeat::Same), run.input));

    scene.world.house.run("update programme set default_capacity = 3", []).await;
    let preview = board::preview_engine(&scene.ann, SLUG, scene.plan, Run::default()).await.unwrap();
    assert_eq!(preview.groups_begin.unwrap().price.pairs, 0, "with three places all of them are one group");
}

#[tokio::test]
async fn a_small_group_is_named_before_it_is_published() {
    let scene = groups().await;
    scene.put(&scene.ann, 0, 0, 0).await.unwrap();
    let preview = proposals::preview_publish(&scene.ann, SLUG, scene.plan).await.unwrap();
    assert_eq!((preview.fewest, preview.small_groups), (2, vec![("Tomas".to_owned(), 1)]));
    scene.put(&scene.ann, 1, 0, 0).await.unwrap();
    let preview = proposals::preview_publish(&scene.ann, SLUG, scene.plan).await.unwrap();
    assert_eq!(preview.small_groups, vec![]);
    assert_eq!(proposals::publish_plan(&scene.ann, SLUG, scene.plan, command()).await.unwrap(), 2);
}

#[tokio::test]
async fn the_command_line_finds_the_same_groups() {
    let scene = groups().await;
    let file = async |name| {
        String::from_utf8(board::engine_file(&scene.ann, SLUG, scene.plan, name).await.unwrap()).unwrap()
    };
    let capacities = file("capacities.csv").await;
    let mentors = capacities.lines().filter(|line| line.starts_with("mentor,"));
    assert!(
        mentors.clone().count() == 2 && mentors.clone().all(|line| line.ends_with(",2,2,yes")),
        "{capacities}"
    );
    repeated(&scene).await;
}

#[tokio::test]
async fn a_group_that_runs_already_takes_whoever_joins_later() {
    let scene = groups().await;
    scene.world.house.run("update programme set default_capacity = 3, fewest_mentees = 3", []).await;
    scene.put(&scene.ann, 0, 0, 0).await.unwrap();
    scene.put(&scene.ann, 1, 0, 0).await.unwrap();
    proposals::publish_plan(&scene.ann, SLUG, scene.plan, command()).await.unwrap();
    let late =
        board::create_plan(&scene.ann, SLUG, board::NewPlan::named("Late joiners"), command()).await.unwrap();
    let seen = board::load_board(&scene.ann, SLUG, late, &BoardQuery::default()).await.unwrap();
    let tomas = seen.mentors.iter().find(|one| one.id == scene.mentor(0)).unwrap();
    assert_eq!((tomas.places, tomas.elsewhere), (1, 2));
    board::run_engine(&scene.ann, SLUG, late, Run::default(), command()).await.unwrap();
    let seen = board::load_board(&scene.ann, SLUG, late, &BoardQuery::default()).await.unwrap();
    assert_eq!(seen.cards.iter().map(|card| card.mentor).collect::<Vec<_>>(), [Some(scene.mentor(0))]);
    assert_eq!(proposals::preview_publish(&scene.ann, SLUG, late).await.unwrap().small_groups, vec![]);
}

#[tokio::test]
async fn steps_with_few_moves_are_what_they_say_beside_whole_groups() {
    let scene = groups().await;
    board::run_engine(&scene.ann, SLUG, scene.plan, Run::default(), command()).await.unwrap();
    let preview =
        board::preview_engine(&scene.ann, SLUG, scene.plan, Run { most: Some(0), ..Run::default() })
            .await
            .unwrap();
    let chosen = preview.chosen.unwrap();
    assert!(chosen + 1 < preview.steps.len(), "{:?}", preview.steps);
    assert_eq!((preview.steps[chosen].1.pairs, preview.moves.len()), (1, 1), "the third joins, though alone");
    let run = Run { most: Some(0), seen: Some(preview.version), ..Run::default() };
    board::run_engine(&scene.ann, SLUG, scene.plan, run, command()).await.unwrap();
    assert_eq!(scene.board().await.counts.waiting, 0);
    // Nobody is told that the best plan has a match for them where it has none.
    board::undo(&scene.ann, SLUG, scene.plan, command()).await.unwrap();
    let alone = (0..3).map(|at| scene.mentee(at));
    let board = scene.board().await;
    let waits =
        alone.into_iter().find(|id| board.cards.iter().any(|card| card.id == *id && card.mentor.is_none()));
    let detail = board::load_card(&scene.ann, SLUG, scene.plan, waits.unwrap(), None).await.unwrap();
    assert!(matches!(detail.why_none, Some(WhyNone::Group(2, _))), "{:?}", detail.why_none);
}
