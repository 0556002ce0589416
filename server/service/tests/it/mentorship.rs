//! Action plans: who may, what is stored, and two people at once.

use crate::world::{NOW, Person, World, command};
use domain::actor::Who;
use domain::mentorship::{Clash, GoalForm, Plan, Record, Refusal, Rows, Saved, StepForm, StepState, View};
use domain::stream::{Frame, Topic, Version};
use domain::{GoalId, MentorshipId, Problem, Role, StepId};
use service::mentorship::{
    add_goal, add_step, edit_goal, edit_step, load_mentorship, move_step, my_mentorships, remove_goal,
    remove_step, restore_goal, restore_step, set_step_state,
};
use service::{Context, Error};

struct Pair {
    world: World,
    mentor: Person,
    mentee: Person,
    id: MentorshipId,
}

impl Pair {
    async fn new() -> Self {
        let world = World::new().await;
        let mentor = world.participant("Tomás", Role::Mentor).await;
        let mentee = world.participant("Priya", Role::Mentee).await;
        let id = world.mentorship(&mentor, &mentee, 20).await;
        Self { world, mentor, mentee, id }
    }

    fn mentor(&self) -> Context {
        self.world.of(&self.mentor)
    }

    fn mentee(&self) -> Context {
        self.world.of(&self.mentee)
    }

    async fn plan(&self) -> Plan {
        match load_mentorship(&self.mentor(), self.id).await.unwrap().view {
            View::Whole { plan, .. } => *plan,
            View::Outline(_) => panic!("a member sees the whole plan"),
        }
    }

    async fn goal(&self) -> GoalId {
        let saved = add_goal(&self.mentor(), command(), self.id, goal("Lead the review")).await.unwrap();
        saved.rows.goals[0].id
    }

    async fn step(&self, goal: GoalId, title: &str) -> StepId {
        let saved = add_step(&self.mentee(), command(), self.id, goal, step(title)).await.unwrap();
        saved.rows.steps[0].id
    }
}

fn goal(title: &str) -> GoalForm {
    let text = str::to_owned;
    GoalForm {
        title: text(title),
        measure: text("Reviews led"),
        target: text("4"),
        baseline: text("0"),
        due: text("2026-12-18"),
        ..GoalForm::default()
    }
}

fn step(title: &str) -> StepForm {
    StepForm { title: title.to_owned(), ..StepForm::default() }
}

fn titled(title: &str) -> StepForm {
    step(title)
}

#[tokio::test]
async fn both_members_build_one_plan() {
    let pair = Pair::new().await;
    let goal = pair.goal().await;
    let first = pair.step(goal, "Shadow a review").await;
    let second = pair.step(goal, "Write the checklist").await;
    let (todo, done) = (StepState::Todo, StepState::Done);
    set_step_state(&pair.mentor(), command(), pair.id, first, todo, done).await.unwrap();
    move_step(&pair.mentee(), command(), pair.id, second, None).await.unwrap();
    let owner =
        StepForm { owner: pair.mentee.id.to_string(), due: "2026-12-01".to_owned(), ..step("Write it") };
    let saved = edit_step(&pair.mentor(), command(), pair.id, second, owner, titled("Write the checklist"))
        .await
        .unwrap();
    assert_eq!((saved.previous, saved.version), (Version(5), Version(8)));

    let plan = pair.plan().await;
    let steps: Vec<_> = plan.steps(goal).map(|step| (step.title.as_str(), step.state, step.owner)).collect();
    assert_eq!(steps, [("Write it", todo, Some(pair.mentee.id)), ("Shadow a review", done, None)]);
    assert_eq!(plan.step(first).unwrap().done_at, Some(NOW));
    assert_eq!((plan.version, plan.steps_done()), (Version(8), (1, 2)));
    assert_eq!(pair.world.count("event").await, 8);
    let line = my_mentorships(&pair.mentee()).await.unwrap().pop().unwrap();
    assert_eq!((line.role, line.steps_done, line.steps, line.moved_at), (Role::Mentee, 1, 2, NOW));
    assert_eq!(line.next.map(|(title, _)| title).as_deref(), Some("Write it"));
}

#[tokio::test]
async fn an_edit_of_a_text_that_changed_keeps_both() {
    let pair = Pair::new().await;
    let goal = pair.goal().await;
    let id = pair.step(goal, "Shadow a review").await;
    let was = titled("Shadow a review");
    edit_step(&pair.mentee(), command(), pair.id, id, titled("Shadow two"), was.clone()).await.unwrap();
    let mine = StepForm { due: "2026-12-01".to_owned(), ..titled("Shadow Tomás") };
    let refused = edit_step(&pair.mentor(), command(), pair.id, id, mine.clone(), was).await;
    let Err(Error::Refused(domain::Refusal::Mentorship(Refusal::Conflict { clashes, by, at }))) = refused
    else {
        panic!("{refused:?}");
    };
    let text = str::to_owned;
    let clash = Clash {
        field: text("title"),
        was: text("Shadow a review"),
        theirs: text("Shadow two"),
        mine: text("Shadow Tomás"),
    };
    assert_eq!((clashes, by.as_deref(), at), (vec![clash], Some("Priya"), NOW));
    let kept = pair.plan().await.step(id).cloned().unwrap();
    assert_eq!((kept.title.as_str(), kept.due), ("Shadow two", None));

    edit_step(&pair.mentor(), command(), pair.id, id, mine, titled("Shadow two")).await.unwrap();
    assert_eq!(pair.plan().await.step(id).unwrap().title, "Shadow Tomás");
}

#[tokio::test]
async fn two_members_at_the_same_moment_lose_nothing() {
    let pair = Pair::new().await;
    let goal = pair.goal().await;
    let id = pair.step(goal, "Shadow a review").await;
    let was = titled("Shadow a review");
    let (mentor, mentee) = (pair.mentor(), pair.mentee());
    let one = edit_step(&mentor, command(), pair.id, id, titled("One"), was.clone());
    let other = edit_step(&mentee, command(), pair.id, id, titled("Other"), was.clone());
    let (one, other) = tokio::join!(one, other);
    assert_eq!(one.is_ok() as u8 + other.is_ok() as u8, 1, "{one:?} {other:?}");

    let adds = (0..10).map(|number| {
        let cx = if number % 2 == 0 { mentor.clone() } else { mentee.clone() };
        let mentorship = pair.id;
        tokio::spawn(
            async move { add_step(&cx, command(), mentorship, goal, step(&number.to_string())).await },
        )
    });
    for add in adds.collect::<Vec<_>>() {
        add.await.unwrap().unwrap();
    }
    let plan = pair.plan().await;
    assert_eq!(plan.steps(goal).count(), 11);
    assert_eq!(plan.version, Version(13));
}

#[tokio::test]
async fn a_repeated_command_is_carried_out_once() {
    let pair = Pair::new().await;
    let goal_id = pair.goal().await;
    let once = command();
    let first = add_step(&pair.mentor(), once, pair.id, goal_id, step("Once")).await.unwrap();
    let again = add_step(&pair.mentor(), once, pair.id, goal_id, step("Once")).await.unwrap();
    assert_eq!((again.version, again.rows.steps), (first.version, first.rows.steps));
    assert_eq!(pair.world.count("step").await, 1);
}

#[tokio::test]
async fn what_is_removed_comes_back() {
    let pair = Pair::new().await;
    let goal = pair.goal().await;
    let id = pair.step(goal, "Shadow a review").await;
    remove_step(&pair.mentor(), command(), pair.id, id).await.unwrap();
    assert_eq!(pair.plan().await.steps(goal).count(), 0);
    restore_step(&pair.mentee(), command(), pair.id, id).await.unwrap();
    remove_goal(&pair.mentor(), command(), pair.id, goal).await.unwrap();
    let refused =
        set_step_state(&pair.mentee(), command(), pair.id, id, StepState::Todo, StepState::Done).await;
    let gone = Refusal::Gone { by: Some("Tomás".to_owned()) };
    assert!(matches!(refused, Err(Error::Refused(domain::Refusal::Mentorship(refusal))) if refusal == gone));
    restore_goal(&pair.mentee(), command(), pair.id, goal).await.unwrap();
    assert_eq!(pair.plan().await.steps(goal).count(), 1);
}

#[tokio::test]
async fn wrong_fields_are_all_named_and_nothing_is_stored() {
    let pair = Pair::new().await;
    let form = GoalForm { title: " ".to_owned(), target: "many".to_owned(), ..goal("") };
    let Err(Error::Invalid(errors)) = add_goal(&pair.mentor(), command(), pair.id, form).await else {
        panic!("the form is wrong");
    };
    let errors: Vec<_> = errors.iter().map(|error| (error.field.as_str(), &error.problem)).collect();
    assert_eq!(errors, [("title", &Problem::Missing), ("target", &Problem::NotANumber)]);
    let goal_id = pair.goal().await;
    let was = goal("Lead the review");
    let wrong = GoalForm { due: String::new(), ..was.clone() };
    let refused = edit_goal(&pair.mentor(), command(), pair.id, goal_id, wrong, was).await;
    assert!(matches!(refused, Err(Error::Invalid(errors)) if errors[0].field == "due"));
    assert_eq!(pair.world.count("event").await, 1);
}

#[tokio::test]
async fn only_members_read_it_and_coordinators_see_counts() {
    let pair = Pair::new().await;
    let goal = pair.goal().await;
    let secret = StepForm { note: "CANARYNOTE".to_owned(), ..step("CANARYSTEP") };
    add_step(&pair.mentee(), command(), pair.id, goal, secret).await.unwrap();
    let coordinator = pair.world.coordinator("Ingrid").await;
    let page = load_mentorship(&pair.world.of(&coordinator), pair.id).await.unwrap();
    let sent = serde_json::to_string(&page).unwrap();
    assert!(!sent.contains("CANARY") && !sent.contains("Lead the review"), "{sent}");
    let View::Outline(outline) = page.view else { panic!("a coordinator sees the outline only") };
    assert_eq!((outline.goals, outline.steps, outline.steps_done), (1, 1, 0));
    let denied = add_step(&pair.world.of(&coordinator), command(), pair.id, goal, step("x")).await;
    assert!(matches!(denied, Err(Error::Denied(Who::Members))));

    let other = pair.world.participant("Nia", Role::Mentee).await;
    let stranger = pair.world.person("Omar").await;
    let admin = pair.world.of_admin(&stranger);
    for cx in [pair.world.of(&other), pair.world.of(&stranger), admin] {
        assert!(matches!(load_mentorship(&cx, pair.id).await, Err(Error::NotFound)));
        let refused = add_step(&cx, command(), pair.id, goal, step("x")).await;
        assert!(matches!(refused, Err(Error::NotFound)));
        let follow = service::live::authorise(&cx, Topic::Mentorship(pair.id)).await;
        assert!(matches!(follow, Err(Error::NotFound)));
    }
    let visitor = Context::visitor(pair.world.service.clone());
    assert!(matches!(load_mentorship(&visitor, pair.id).await, Err(Error::SignInRequired)));
    assert_eq!((pair.world.count("event").await, pair.world.count("step").await), (2, 1));
}

#[tokio::test]
async fn events_and_answers_in_the_log_hold_no_typed_text() {
    let pair = Pair::new().await;
    let form = GoalForm { title: "CANARY".to_owned(), measure: "CANARY".to_owned(), ..goal("") };
    let saved = add_goal(&pair.mentor(), command(), pair.id, form).await.unwrap();
    let goal = saved.rows.goals[0].id;
    let form = StepForm { note: "CANARY".to_owned(), ..step("CANARY") };
    add_step(&pair.mentor(), command(), pair.id, goal, form).await.unwrap();
    let log = pair.world.log().await;
    assert!(log.contains("mentorship.step_added") && !log.contains("CANARY"), "{log}");
}

#[tokio::test]
async fn a_frame_brings_a_reader_to_what_the_server_has() {
    let pair = Pair::new().await;
    let mut commits = pair.world.service.hub.subscribe();
    let mut reader = pair.plan().await;
    let goal = pair.goal().await;
    let first = pair.step(goal, "One").await;
    let second = pair.step(goal, "Two").await;
    move_step(&pair.mentee(), command(), pair.id, second, None).await.unwrap();
    remove_step(&pair.mentee(), command(), pair.id, first).await.unwrap();
    while let Ok(published) = commits.try_recv() {
        assert!(published.events.iter().all(|logged| {
            serde_json::from_value::<Record>(logged.payload.clone()).unwrap().goal == Some(goal)
        }));
        let topic = Topic::Mentorship(pair.id);
        let frame = service::live::frame(&pair.world.service, topic, &published).await.unwrap();
        let frame: Frame<Record, Rows> = serde_json::from_str(&frame).unwrap();
        assert_eq!(frame.topic, topic.to_string());
        assert!(reader.merge(frame.previous, frame.version, frame.rows));
    }
    assert_eq!(reader, pair.plan().await);
}

#[tokio::test]
async fn nothing_changes_where_it_is_so_already() {
    let pair = Pair::new().await;
    let goal = pair.goal().await;
    let id = pair.step(goal, "One").await;
    let Saved { previous, version, rows } =
        edit_step(&pair.mentor(), command(), pair.id, id, titled("One"), titled("One")).await.unwrap();
    assert_eq!((previous, rows.steps.len()), (version, 0));
    assert_eq!(pair.world.count("event").await, 2);
}
