//! Figures and the lists behind them agree, move with the work, and are for coordinators.

use crate::world::{World, command};
use domain::Role;
use domain::actor::Who;
use domain::mentorship::{GoalForm, StepForm, StepState};
use domain::progress::{Lines, Listing, Stage, Watch};
use domain::stream::Topic;
use service::Error;
use service::mentorship::{add_goal, add_step, set_step_state};
use service::progress::{load_progress, load_progress_list};

fn goal() -> GoalForm {
    let text = str::to_owned;
    GoalForm {
        title: text("CANARY"),
        measure: text("CANARY"),
        due: text("2026-12-18"),
        ..GoalForm::default()
    }
}

#[tokio::test]
async fn people_are_counted_as_far_as_they_have_come() {
    let world = World::new().await;
    let coordinator = world.coordinator("Ingrid").await;
    world.participant_in_state("Applied", Role::Mentee, "applied").await;
    world.participant_in_state("Gone", Role::Mentee, "withdrawn").await;
    world.participant("Approved", Role::Mentee).await;
    let mentor = world.participant("Asked mentor", Role::Mentor).await;
    let mentee = world.participant("Asked mentee", Role::Mentee).await;
    world.proposal(&mentor, &mentee, &[&mentee]).await;
    let (moving, still) =
        (world.participant("Moving", Role::Mentor).await, world.participant("Still", Role::Mentor).await);
    let (one, other) =
        (world.participant("One", Role::Mentee).await, world.participant("Other", Role::Mentee).await);
    world.mentorship(&moving, &one, 3).await;
    world.mentorship(&still, &other, 15).await;

    let cx = world.of(&coordinator);
    let figures = load_progress(&cx, "women-in-tech").await.unwrap().watch.figures;
    assert_eq!(figures.stages, [9, 7, 6, 6, 5, 2]);
    assert_eq!((figures.begun, figures.at_work, figures.quiet, figures.with_goals), (2, 2, 1, 0));
    for stage in Stage::ALL {
        let list = load_progress_list(&cx, "women-in-tech", stage.listing(), 1).await.unwrap();
        let Lines::People(people) = list.lines else { panic!("a stage lists people") };
        assert_eq!(list.total, figures.at_stage(*stage));
        assert_eq!(people.len() as u64, list.total);
        assert!(people.is_sorted_by_key(|one| one.person.name.clone()));
    }
    let list = load_progress_list(&cx, "women-in-tech", Listing::Active, 1).await.unwrap();
    let Lines::People(people) = list.lines else { panic!("a stage lists people") };
    let with: Vec<_> = people.iter().map(|one| (one.person.name.as_str(), one.with[0].1.as_str())).collect();
    assert_eq!(with, [("Moving", "One"), ("One", "Moving")]);
    let list = load_progress_list(&cx, "women-in-tech", Listing::Quiet, 99).await.unwrap();
    let Lines::Mentorships(quiet) = list.lines else { panic!("mentorships are listed") };
    assert_eq!((list.page, quiet.len(), quiet[0].days_still(list.now)), (1, 1, 15));
}

#[tokio::test]
async fn work_moves_the_figures_and_names_no_words() {
    let world = World::new().await;
    let coordinator = world.coordinator("Ingrid").await;
    let mentor = world.participant("Tomás", Role::Mentor).await;
    let mentee = world.participant("Priya", Role::Mentee).await;
    let id = world.mentorship(&mentor, &mentee, 20).await;
    let (cx, member) = (world.of(&coordinator), world.of(&mentor));
    let before = load_progress(&cx, "women-in-tech").await.unwrap().watch;
    assert_eq!((before.figures.quiet, before.quiet.len()), (1, 1));

    let saved = add_goal(&member, command(), id, goal()).await.unwrap();
    let form = StepForm { title: "CANARY".to_owned(), note: "CANARY".to_owned(), ..StepForm::default() };
    let saved = add_step(&member, command(), id, saved.rows.goals[0].id, form).await.unwrap();
    let step = saved.rows.steps[0].id;
    set_step_state(&member, command(), id, step, StepState::Todo, StepState::Done).await.unwrap();

    let value = service::live::figures(&cx, Topic::Progress(world.programme)).await.unwrap();
    assert!(!value.to_string().contains("CANARY"));
    let after: Watch = serde_json::from_value(value).unwrap();
    let figures = &after.figures;
    assert_eq!((figures.steps, figures.steps_done, figures.goals, figures.this_week()), (1, 1, 1, 1));
    assert_eq!((figures.quiet, figures.with_goals, after.quiet.len()), (0, 1, 0));
    assert_eq!(figures.at_stage(Stage::Active), 2);
}

#[tokio::test]
async fn only_coordinators_watch() {
    let world = World::new().await;
    let mentee = world.participant("Priya", Role::Mentee).await;
    let stranger = world.person("Omar").await;
    let denied = load_progress(&world.of(&mentee), "women-in-tech").await;
    assert!(matches!(denied, Err(Error::Denied(Who::Coordinators))));
    let hidden = load_progress(&world.of(&stranger), "women-in-tech").await;
    assert!(matches!(hidden, Err(Error::NotFound)));
    let hidden = load_progress_list(&world.of(&stranger), "women-in-tech", Listing::Quiet, 1).await;
    assert!(matches!(hidden, Err(Error::NotFound)));
    let follow = service::live::authorise(&world.of(&mentee), Topic::Progress(world.programme)).await;
    assert!(matches!(follow, Err(Error::Denied(Who::Coordinators))));
}

#[tokio::test]
async fn long_lists_come_in_pages() {
    let world = World::new().await;
    let coordinator = world.coordinator("Ingrid").await;
    for number in 0..120 {
        world.participant(&format!("Person {number:03}"), Role::Mentee).await;
    }
    let cx = world.of(&coordinator);
    let page = |page| load_progress_list(&cx, "women-in-tech", Listing::Approved, page);
    let (first, last) = (page(1).await.unwrap(), page(3).await.unwrap());
    assert_eq!((first.total, first.pages, last.page), (120, 3, 3));
    let names = |lines: Lines| match lines {
        Lines::People(people) => people.into_iter().map(|one| one.person.name).collect::<Vec<_>>(),
        Lines::Mentorships(_) => vec![],
    };
    let (first, last) = (names(first.lines), names(last.lines));
    assert_eq!((first.len(), last.len()), (50, 20));
    assert_eq!((first[0].as_str(), last[19].as_str()), ("Person 000", "Person 119"));
}
