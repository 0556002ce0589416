//! What mentees say of themselves: who reads it, how it is taken back, what groups are told of, and room for a group.

use crate::world::{Person, World, command};
use domain::board::{Refusal, Repeat};
use domain::fairness::{Count, FairnessView, Figures, Group, Room, TellForm, Told};
use domain::programme::view::mark;
use domain::{MatchPlanId, Problem, Role};
use service::board::Run;
use service::{Context, Error, board, directory, fairness, programme};

const SLUG: &str = "women-in-tech";
const QUESTION: &str = "Works";
const ASKED: &str = "Works: full time, part time, on shifts";

/// A coordinator, three mentors with two places each, and mentees who have said nothing yet.
struct Scene {
    world: World,
    ann: Context,
    plan: MatchPlanId,
    mentees: Vec<Person>,
}

impl Scene {
    async fn with(mentees: usize) -> Self {
        let world = World::new().await;
        let ann = world.coordinator("Ann").await;
        let ann = world.of(&ann);
        for name in ["Tomas", "Greta", "Ravi"] {
            world.participant(name, Role::Mentor).await;
        }
        let mut people = vec![];
        for number in 0..mentees {
            people.push(world.participant(&format!("Mentee{number:02}"), Role::Mentee).await);
        }
        let scene = Self {
            plan: board::create_plan(&ann, SLUG, board::NewPlan::named("Draft A"), command()).await.unwrap(),
            world,
            ann,
            mentees: people,
        };
        scene.ask("", ASKED).await;
        scene
    }

    async fn ask(&self, before: &str, questions: &str) {
        let before = domain::fairness::read_questions(before).unwrap();
        programme::ask_mentees(&self.ann, command(), SLUG, &mark(&before), questions).await.unwrap();
    }

    fn of(&self, mentee: usize) -> Context {
        self.world.of(&self.mentees[mentee])
    }

    async fn say(
        &self,
        mentee: usize,
        choice: &str,
        figures: bool,
        matching: bool,
    ) -> Result<Option<Told>, Error> {
        let tick = |is: bool| if is { "true".to_owned() } else { String::new() };
        let form = TellForm {
            question: QUESTION.into(),
            choice: choice.into(),
            figures: tick(figures),
            matching: tick(matching),
            comparing: String::new(),
        };
        fairness::tell(&self.of(mentee), SLUG, form, command()).await
    }

    async fn view(&self) -> FairnessView {
        fairness::load_fairness(&self.ann, SLUG, self.plan).await.unwrap()
    }

    /// What is told of full time, part time and on shifts.
    async fn told(&self) -> Vec<Option<Figures>> {
        self.view().await.questions.remove(0).groups.into_iter().map(|group| group.figures).collect()
    }

    async fn run(&self, share: u8) -> Result<(), Error> {
        let run = Run { room: Some(Room { group: part_time(), share }), ..Run::default() };
        board::run_engine(&self.ann, SLUG, self.plan, run, command()).await.map(drop)
    }
}

fn part_time() -> Group {
    Group { question: QUESTION.into(), choice: "part time".into() }
}

#[tokio::test]
async fn what_somebody_says_is_theirs_alone_to_read_and_gone_when_they_take_it_back() {
    let scene = Scene::with(1).await;
    let told = Told { choice: "part time".into(), figures: true, matching: false, comparing: false };
    assert_eq!(scene.say(0, "part time", true, false).await.unwrap(), Some(told.clone()));
    let own = directory::load_profile(&scene.of(0)).await.unwrap().asked;
    assert_eq!((own.len(), own[0].told.clone()), (1, Some(told)));
    let other = directory::load_profile(&scene.ann).await.unwrap().asked;
    assert_eq!(other, [], "a coordinator is not asked, and reads nobody's answer");
    let log = scene.world.log().await;
    assert!(log.contains("person.fairness_told") && !log.contains("part time") && !log.contains(QUESTION));
    assert_eq!(scene.say(0, "", true, true).await.unwrap(), None);
    assert_eq!(scene.world.count("fairness_answer").await, 0);
    assert_eq!(directory::load_profile(&scene.of(0)).await.unwrap().asked[0].told, None);
}

#[tokio::test]
async fn nothing_is_kept_without_consent_or_of_who_is_not_asked() {
    let scene = Scene::with(2).await;
    let no = |result: Result<Option<Told>, Error>| match result {
        Err(Error::Invalid(fields)) => fields[0].problem.clone(),
        other => panic!("{other:?}"),
    };
    assert_eq!(no(scene.say(0, "part time", false, false).await), Problem::NoConsent);
    assert_eq!(no(scene.say(0, "at night", true, false).await), Problem::NotAChoice);
    let form = || TellForm {
        question: QUESTION.into(),
        choice: "part time".into(),
        figures: "true".into(),
        matching: String::new(),
        comparing: String::new(),
    };
    for cx in [scene.ann.clone(), scene.world.of(&scene.world.person("Stranger").await)] {
        assert!(matches!(fairness::tell(&cx, SLUG, form(), command()).await, Err(Error::NotFound)));
    }
    let visitor = Context::visitor(scene.world.service.clone());
    assert!(matches!(fairness::tell(&visitor, SLUG, form(), command()).await, Err(Error::SignInRequired)));
    assert_eq!(scene.world.count("fairness_answer").await, 0);
    // Whoever has left can take back what they said, and say nothing new.
    scene.say(1, "part time", true, true).await.unwrap();
    let left = scene.world.of(&Person { roles: vec![], ..scene.mentees[1].clone() });
    assert!(matches!(fairness::tell(&left, SLUG, form(), command()).await, Err(Error::NotFound)));
    let gone = TellForm { choice: String::new(), ..form() };
    assert_eq!(fairness::tell(&left, SLUG, gone, command()).await.unwrap(), None);
    assert_eq!(scene.world.count("fairness_answer").await, 0);
}

#[tokio::test]
async fn groups_of_five_are_told_of_and_smaller_ones_never() {
    let scene = Scene::with(24).await;
    for mentee in 0..12 {
        scene.say(mentee, if mentee < 7 { "full time" } else { "part time" }, true, true).await.unwrap();
    }
    for mentee in 12..16 {
        scene.say(mentee, "on shifts", true, true).await.unwrap();
    }
    // For matching alone: not counted.
    scene.say(16, "on shifts", false, true).await.unwrap();
    let told = scene.told().await;
    assert_eq!(told[0].map(|figures| figures.people), Some(7));
    assert_eq!(told[1].map(|figures| figures.people), Some(5));
    assert_eq!(told[2], None, "four are too few");
    let view = scene.view().await;
    assert_eq!(view.everybody.people, 24);
    let share = told[0].and_then(|figures| figures.matched).unwrap();
    assert_eq!((share.count, share.of), (Count::Exactly(0), 7), "that nobody is matched, everybody sees");
    // One of five takes it back: the group is gone at once.
    scene.say(11, "", false, false).await.unwrap();
    assert_eq!(scene.told().await[1], None);
    scene.say(11, "part time", true, false).await.unwrap();
    assert!(scene.told().await[1].is_some());
    assert!(matches!(
        fairness::load_fairness(&scene.of(0), SLUG, scene.plan).await,
        Err(Error::Denied(_) | Error::NotFound)
    ));
}

#[tokio::test]
async fn what_is_not_asked_any_more_is_deleted() {
    let scene = Scene::with(3).await;
    for (mentee, choice) in ["full time", "part time", "on shifts"].into_iter().enumerate() {
        scene.say(mentee, choice, true, true).await.unwrap();
    }
    let other = "Works: full time, part time, at night\nLives: near, far";
    scene.ask(ASKED, other).await;
    assert_eq!(scene.world.count("fairness_answer").await, 2, "on shifts is no answer any more");
    let stale = programme::ask_mentees(&scene.ann, command(), SLUG, &mark(&0), "").await;
    assert!(matches!(stale, Err(Error::Stale)), "not over what somebody else has written");
    scene.ask(other, "Lives: near, far").await;
    assert_eq!(scene.world.count("fairness_answer").await, 0);
}

#[tokio::test]
async fn room_for_a_group_is_made_as_it_was_shown_and_done_again_the_same() {
    let scene = Scene::with(12).await;
    for mentee in 6..12 {
        scene.say(mentee, "part time", mentee == 6, mentee != 6).await.unwrap();
    }
    let room = |share| Some(Room { group: part_time(), share });
    let preview = async |room| {
        board::preview_engine(&scene.ann, SLUG, scene.plan, Run { room, ..Run::default() }).await.unwrap()
    };
    let shown = preview(room(100)).await;
    assert_eq!((shown.groups.as_slice(), shown.share), (&[part_time()][..], Some(100)));
    let (_, price) = shown.rooms.last().unwrap();
    assert_eq!(price.map(|price| price.pairs), Some(0), "no pair is lost for it");
    scene.run(100).await.unwrap();
    let view = board::load_board(&scene.ann, SLUG, scene.plan, &Default::default()).await.unwrap();
    let matched = |mentee: usize| {
        let id = scene.mentees[mentee].participation.unwrap();
        view.cards.iter().any(|card| card.id == id && card.mentor.is_some())
    };
    assert!((7..12).all(matched), "all five who let their answer be used");
    assert_eq!(view.counts.drafts, 6);
    let history = board::load_history(&scene.ann, SLUG, scene.plan, 1).await.unwrap();
    let line = history.lines.iter().find(|line| line.run.is_some()).unwrap();
    let run = line.run.clone().unwrap();
    assert_eq!(run.room, room(100));
    let again = board::run_again(&scene.ann, SLUG, scene.plan, line.version, command()).await.unwrap();
    let history = board::load_history(&scene.ann, SLUG, again, 1).await.unwrap();
    assert_eq!(history.lines.iter().find_map(|line| line.run.clone()?.repeat), Some(Repeat::Same));
    // With one answer taken back the group is too small: it is offered no more, and no run is made for it.
    scene.say(7, "", false, false).await.unwrap();
    assert_eq!(preview(room(100)).await.groups, []);
    let refused = scene.run(100).await;
    assert!(matches!(refused, Err(Error::Refused(domain::Refusal::Board(Refusal::NoRoom)))), "{refused:?}");
}

#[tokio::test]
async fn room_that_cannot_be_had_is_said_to_be_and_refused() {
    let scene = Scene::with(12).await;
    for mentee in 0..10 {
        scene.say(mentee, "part time", false, true).await.unwrap();
    }
    let room = Some(Room { group: part_time(), share: 0 });
    let preview =
        board::preview_engine(&scene.ann, SLUG, scene.plan, Run { room, ..Run::default() }).await.unwrap();
    let possible: Vec<_> = preview.rooms.iter().map(|(share, price)| (*share, price.is_some())).collect();
    assert_eq!(possible, [(50, true), (60, true), (70, false), (80, false), (90, false), (100, false)]);
    let refused = scene.run(70).await;
    assert!(matches!(refused, Err(Error::Refused(domain::Refusal::Board(Refusal::NoRoom)))), "{refused:?}");
}
