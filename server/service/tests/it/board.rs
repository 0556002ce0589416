//! The board and its proposals: moves by several people at once, the engine, publishing and what people answer.

use crate::world::{NOW, Person, World, command};
use domain::board::{
    Aim, BoardQuery, BoardRows, BoardView, By, CardView, CompareQuery, Deed, Filter, FitTable, Fits, Gain,
    MOST_VIEWS, PlanForm, Publication, Refusal, Repeat, Returned, SeenCard, Stage, Standing, Target, WhyNone,
};
use domain::criteria::{CriterionKind, Rule};
use domain::exchange::{self, Certificate, Question, Source, Sources, Task};
use domain::person::Skill;
use domain::proposal::{self, ProposalState};
use domain::stream::{Frame, Topic, Version};
use domain::today::NextAction;
use domain::{MatchPlanId, ParticipationId, ProposalId, Role};
use serde::de::IgnoredAny;
use service::board::Run;
use service::{Context, Error, board, live, presence, proposal as proposals};
use uuid::Uuid;

mod aims;
mod background;
mod choice;
mod compare;
mod groups;
mod introductions;
mod misfit;
mod publishing;
mod remedies;
mod small;

const SLUG: &str = "women-in-tech";

/// A plan with two mentors of two places each, three mentees and two coordinators.
struct Scene {
    world: World,
    plan: MatchPlanId,
    ann: Context,
    ben: Context,
    mentors: Vec<Person>,
    mentees: Vec<Person>,
}

impl Scene {
    async fn new() -> Self {
        let world = World::new().await;
        let ann = world.coordinator("Ann").await;
        let ben = world.coordinator("Ben").await;
        let (mut mentors, mut mentees) = (vec![], vec![]);
        for name in ["Tomas", "Greta"] {
            let person = world.participant(name, Role::Mentor).await;
            says(&world, &person, &["rust", "sql"], &[]).await;
            mentors.push(person);
        }
        for (name, wanted) in [("Priya", "rust"), ("Jonas", "sql"), ("Noor", "sailing")] {
            let person = world.participant(name, Role::Mentee).await;
            says(&world, &person, &[], &[wanted]).await;
            mentees.push(person);
        }
        let (ann, ben) = (world.of(&ann), world.of(&ben));
        let plan = board::create_plan(&ann, SLUG, board::NewPlan::named("Draft A"), command()).await.unwrap();
        Self { world, plan, ann, ben, mentors, mentees }
    }

    fn mentor(&self, at: usize) -> ParticipationId {
        self.mentors[at].participation.unwrap()
    }

    fn mentee(&self, at: usize) -> ParticipationId {
        self.mentees[at].participation.unwrap()
    }

    fn seen(&self, at: usize, revision: i64) -> SeenCard {
        SeenCard { id: self.mentee(at), revision }
    }

    async fn board(&self) -> BoardView {
        board::load_board(&self.ann, SLUG, self.plan, &BoardQuery::default()).await.unwrap()
    }

    async fn card(&self, at: usize) -> CardView {
        self.board().await.cards.into_iter().find(|card| card.id == self.mentee(at)).unwrap()
    }

    async fn put(&self, cx: &Context, mentee: usize, mentor: usize, seen: i64) -> Result<(), Error> {
        let to = Target(Some(self.mentor(mentor)));
        board::move_card(cx, SLUG, self.plan, self.seen(mentee, seen), to, command()).await.map(drop)
    }

    /// Priya with Tomas and Jonas with Greta, published; the proposals in that order.
    async fn published(&self) -> [ProposalId; 2] {
        self.put(&self.ann, 0, 0, 0).await.unwrap();
        self.put(&self.ann, 1, 1, 0).await.unwrap();
        assert_eq!(proposals::publish_plan(&self.ann, SLUG, self.plan, command()).await.unwrap(), 2);
        [self.card(0).await.proposal.unwrap(), self.card(1).await.proposal.unwrap()]
    }
}

/// What somebody offers and wants, an address for mail, and nothing else.
async fn says(world: &World, person: &Person, offered: &[&str], wanted: &[&str]) {
    let skills = |names: &[&str]| {
        let skills: Vec<_> = names.iter().map(|name| Skill::named(name)).collect();
        serde_json::to_value(skills).unwrap()
    };
    let empty = || serde_json::json!([]);
    let row = [
        ("person_id", person.id.0.into()),
        ("job", "".into()),
        ("pronouns", "".into()),
        ("skills_offered", skills(offered).into()),
        ("skills_wanted", skills(wanted).into()),
        ("goals", empty().into()),
        ("interests", empty().into()),
        ("languages", empty().into()),
        ("time_zone", "".into()),
        ("availability", "".into()),
        ("biography", "".into()),
    ];
    world.insert("profile", &row).await;
    let address = format!("{}@example.org", person.name.to_lowercase());
    world.house.run("update person set email = $1 where id = $2", [address.into(), person.id.0.into()]).await;
}

fn refused<T: std::fmt::Debug>(result: Result<T, Error>) -> Refusal {
    match result {
        Err(
            Error::Refused(domain::Refusal::Board(refusal))
            | Error::RefusedSaying(domain::Refusal::Board(refusal), _),
        ) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}

#[tokio::test]
async fn a_move_is_stored_said_and_pinned() {
    let scene = Scene::new().await;
    let to = Some(scene.mentor(0));
    let once = command();
    let card = scene.seen(0, 0);
    let answer = board::move_card(&scene.ann, SLUG, scene.plan, card, Target(to), once).await.unwrap();
    assert_eq!(answer.said, "Priya moved to Tomas and pinned.");
    assert_eq!(answer.undo.as_deref(), Some("Priya moved to Tomas and pinned."));
    let again = board::move_card(&scene.ann, SLUG, scene.plan, card, Target(to), once).await.unwrap();
    assert_eq!(again, answer, "the same command twice is once");
    let view = scene.board().await;
    assert_eq!((view.version, view.counts.drafts, view.counts.pinned), (Version(1), 1, 1));
    let card = scene.card(0).await;
    assert_eq!((card.mentor, card.pinned, card.revision), (to, true, 1));
    assert_eq!(
        card.fit,
        Some(736_842),
        "the one skill that Priya wants is offered, and little else is known"
    );
    assert_eq!(view.history[0].by.as_deref(), Some("Ann"));
    assert!(!scene.world.log().await.contains("Priya"), "no name is in the log");
    assert_eq!(scene.world.count("pair").await, 1);
}

#[tokio::test]
async fn a_card_that_was_just_moved_is_not_overwritten() {
    let scene = Scene::new().await;
    scene.put(&scene.ann, 0, 0, 0).await.unwrap();
    let ann = scene.ann.signed_in().map(|actor| actor.person);
    assert_eq!(
        refused(scene.put(&scene.ben, 0, 1, 0).await),
        Refusal::MovedMeanwhile { mentee: scene.mentee(0), by: ann, to: Some(scene.mentor(0)) }
    );
    scene.put(&scene.ben, 1, 1, 0).await.unwrap();
    scene.put(&scene.ben, 0, 1, 1).await.unwrap();
    assert_eq!(scene.card(0).await.mentor, Some(scene.mentor(1)));
    assert!(matches!(
        refused(board::undo(&scene.ann, SLUG, scene.plan, command()).await),
        Refusal::ChangedSince { .. }
    ));
    let undone = board::undo(&scene.ben, SLUG, scene.plan, command()).await.unwrap();
    assert_eq!(undone.said, "Undone: Priya is with Tomas again.");
    assert_eq!(scene.card(0).await.mentor, Some(scene.mentor(0)));
}

#[tokio::test]
async fn undo_leaves_what_somebody_else_has_changed_since_and_goes_on_to_what_is_older() {
    let scene = Scene::new().await;
    let (to, other) = (Some(scene.mentor(0)), Some(scene.mentor(1)));
    scene.put(&scene.ann, 1, 0, 0).await.unwrap();
    scene.put(&scene.ann, 0, 0, 0).await.unwrap();
    scene.put(&scene.ben, 0, 1, 1).await.unwrap();
    assert_eq!(scene.board().await.undo.as_deref(), Some("Jonas moved to Tomas and pinned."));
    board::undo(&scene.ann, SLUG, scene.plan, command()).await.unwrap();
    assert_eq!((scene.card(1).await.mentor, scene.card(0).await.mentor), (None, other));
    assert!(matches!(
        refused(board::undo(&scene.ann, SLUG, scene.plan, command()).await),
        Refusal::ChangedSince { .. }
    ));
    board::redo(&scene.ann, SLUG, scene.plan, command()).await.unwrap();
    assert_eq!(scene.card(1).await.mentor, to);
}

#[tokio::test]
async fn what_was_undone_can_be_done_again_until_one_goes_another_way() {
    let scene = Scene::new().await;
    let undo = async |cx: &Context| board::undo(cx, SLUG, scene.plan, command()).await;
    let redo = async |cx: &Context| board::redo(cx, SLUG, scene.plan, command()).await;
    assert_eq!(refused(redo(&scene.ann).await), Refusal::NothingToRedo);
    scene.put(&scene.ann, 0, 0, 0).await.unwrap();
    scene.put(&scene.ann, 1, 1, 0).await.unwrap();
    undo(&scene.ann).await.unwrap();
    let undone = undo(&scene.ann).await.unwrap();
    assert_eq!(undone.undo, None);
    assert_eq!(undone.redo.as_deref(), Some("Priya moved to Tomas and pinned."));
    let marked: Vec<_> = scene.board().await.history.iter().map(|line| line.undone).collect();
    assert_eq!(marked, [false, false, true, true], "two undone, and their undoing");
    assert_eq!(refused(redo(&scene.ben).await), Refusal::NothingToRedo, "each undoes and redoes their own");
    let once = command();
    let done = board::redo(&scene.ann, SLUG, scene.plan, once).await.unwrap();
    assert_eq!(board::redo(&scene.ann, SLUG, scene.plan, once).await.unwrap(), done);
    assert_eq!(done.said, "Done again: Priya is with Tomas again.");
    assert_eq!(done.redo.as_deref(), Some("Jonas moved to Greta and pinned."));
    let known: Vec<_> = done.rows.history.iter().map(|line| (line.version.0, line.undone)).collect();
    assert_eq!(known, [(5, false), (1, false)], "the mark is taken from the change that was done again");
    assert_eq!(scene.card(0).await.mentor, Some(scene.mentor(0)));
    scene.put(&scene.ben, 2, 1, 0).await.unwrap();
    assert!(scene.board().await.redo.is_some(), "what others do elsewhere takes nothing away");
    scene.put(&scene.ann, 2, 0, 1).await.unwrap();
    assert_eq!(scene.board().await.redo, None);
    assert_eq!(refused(redo(&scene.ann).await), Refusal::NothingToRedo);
    undo(&scene.ann).await.unwrap();
    undo(&scene.ann).await.unwrap();
    scene.put(&scene.ben, 0, 1, 4).await.unwrap();
    assert_eq!(scene.board().await.redo, None);
    let ben = scene.ben.signed_in().map(|actor| actor.person);
    let changed = Refusal::ChangedSinceUndo { mentee: scene.mentee(0), by: ben };
    assert_eq!(refused(redo(&scene.ann).await), changed);
}

#[tokio::test]
async fn undo_and_redo_have_no_end() {
    let scene = Scene::new().await;
    for round in 0..60 {
        scene.put(&scene.ann, 0, round % 2, round as i64).await.unwrap();
    }
    for _ in 0..60 {
        board::undo(&scene.ann, SLUG, scene.plan, command()).await.unwrap();
    }
    assert_eq!(scene.card(0).await.mentor, None);
    for _ in 0..60 {
        board::redo(&scene.ann, SLUG, scene.plan, command()).await.unwrap();
    }
    assert_eq!(scene.card(0).await.mentor, Some(scene.mentor(1)));
}

#[tokio::test]
async fn every_version_of_a_plan_can_be_opened_and_made_a_plan_of() {
    let scene = Scene::new().await;
    scene.put(&scene.ann, 0, 0, 0).await.unwrap();
    scene.put(&scene.ben, 1, 1, 0).await.unwrap();
    scene.put(&scene.ann, 0, 1, 1).await.unwrap();
    board::undo(&scene.ann, SLUG, scene.plan, command()).await.unwrap();
    board::run_engine(&scene.ann, SLUG, scene.plan, Run::default(), command()).await.unwrap();
    let history = board::load_history(&scene.ben, SLUG, scene.plan, 1).await.unwrap();
    let said: Vec<_> = history.lines.iter().map(|line| (line.version.0, line.undone)).collect();
    assert_eq!(said, [(5, false), (4, false), (3, true), (2, false), (1, false)]);
    assert_eq!((history.changes, history.author.as_deref()), (5, Some("Ann")));
    let past = async |version| board::load_version(&scene.ben, SLUG, scene.plan, Version(version), 1).await;
    let pairs = async |version| {
        let past = past(version).await.unwrap();
        let column = |column: &domain::board::PastColumn| {
            let cards =
                column.cards.iter().map(|card| (column.mentor.name.clone(), card.person.name.clone()));
            cards.collect::<Vec<_>>()
        };
        let mut pairs: Vec<_> = past.columns.iter().flat_map(column).collect();
        pairs.sort();
        assert_eq!((past.mentees, past.matched as usize), (3, pairs.len()));
        pairs
    };
    let pair = |mentor: &str, mentee: &str| (mentor.to_owned(), mentee.to_owned());
    assert_eq!(pairs(1).await, [pair("Tomas", "Priya")]);
    let second = [pair("Greta", "Jonas"), pair("Tomas", "Priya")];
    assert_eq!(pairs(2).await, second);
    assert_eq!(pairs(3).await, [pair("Greta", "Jonas"), pair("Greta", "Priya")]);
    assert_eq!(pairs(4).await, second, "what was undone is undone there too");
    assert_eq!(pairs(5).await.len(), 3);
    let third = past(3).await.unwrap();
    assert_eq!((third.earlier, third.later), (Some(Version(2)), Some(Version(4))));
    assert_eq!(third.columns[0].cards.iter().filter(|card| card.changed).count(), 1);
    assert!(matches!(past(6).await, Err(Error::NotFound)));
    let copy =
        board::create_plan_from_version(&scene.ben, SLUG, "As it was", scene.plan, Version(3), command());
    let copy = copy.await.unwrap();
    let made = board::load_board(&scene.ben, SLUG, copy, &BoardQuery::default()).await.unwrap();
    let with = |at| made.cards.iter().find(|card| card.id == scene.mentee(at)).map(|card| card.mentor);
    let greta = Some(scene.mentor(1));
    assert_eq!([with(0), with(1), with(2)], [Some(greta), Some(greta), Some(None)]);
    assert_eq!(made.counts.pinned, 2);
    assert_eq!((made.undo, made.history.len()), (None, 1), "a beginning is told and not undone");
    let first = board::load_version(&scene.ben, SLUG, copy, Version(1), 1).await.unwrap();
    assert_eq!((first.matched, first.earlier, first.later), (2, None, None));
}

#[tokio::test]
async fn a_plan_has_a_name_and_a_note_that_nobody_overwrites_unseen() {
    let scene = Scene::new().await;
    let form = |name: &str, note: &str| PlanForm { name: name.into(), note: note.into() };
    let describe = async |cx: &Context, to: PlanForm, was: PlanForm| {
        board::describe_plan(cx, SLUG, scene.plan, to, was, command()).await
    };
    let (first, second) = (form("Draft A", ""), form("Autumn", "With Ben's pins."));
    describe(&scene.ann, second.clone(), first.clone()).await.unwrap();
    let plans = board::list_plans(&scene.ben, SLUG).await.unwrap().plans;
    assert_eq!((plans[0].name.as_str(), plans[0].note.as_str()), ("Autumn", "With Ben's pins."));
    assert_eq!(plans[0].author.as_deref(), Some("Ann"));
    let stale = describe(&scene.ben, form("Winter", ""), first.clone()).await;
    assert_eq!(refused(stale), Refusal::DescribedMeanwhile);
    let nameless = describe(&scene.ben, form(" ", ""), second).await;
    assert!(matches!(nameless, Err(Error::Invalid(errors)) if errors[0].field == "form[name]"));
    assert!(!scene.world.log().await.contains("Autumn"), "what is typed is not in the log");
}

#[tokio::test]
async fn a_plan_that_was_saved_as_csv_becomes_the_same_plan_again() {
    let scene = Scene::new().await;
    scene.put(&scene.ann, 0, 0, 0).await.unwrap();
    scene.put(&scene.ann, 1, 1, 0).await.unwrap();
    board::unpin_card(&scene.ann, SLUG, scene.plan, scene.seen(1, 1), command()).await.unwrap();
    scene.world.house.run("update person set name = '=cmd()' where name = 'Noor'", []).await;
    let (name, csv) = board::export_plan(&scene.ann, SLUG, scene.plan).await.unwrap();
    assert_eq!(name, "Draft A.csv");
    let text = String::from_utf8(csv.clone()).unwrap();
    assert!(text.contains("Priya,priya@example.org,,Tomas,tomas@example.org,,74,yes"), "{text}");
    assert!(text.contains("'=cmd()"), "nothing that a spreadsheet would compute");
    let list = board::upload_list(&scene.ben, command(), SLUG, "Autumn.csv", csv).await.unwrap();
    let view = board::load_list(&scene.ben, SLUG, list).await.unwrap();
    assert_eq!((view.pairs, view.waiting, view.wrong, view.plan_name.as_str()), (2, 1, 0, "Autumn"));
    let plan =
        board::create_plan_from_list(&scene.ben, SLUG, list, "Autumn", false, command()).await.unwrap();
    let pairs = async |plan| {
        let board = board::load_board(&scene.ben, SLUG, plan, &BoardQuery::default()).await.unwrap();
        let mut pairs: Vec<_> = board.cards.iter().map(|card| (card.id, card.mentor, card.pinned)).collect();
        pairs.sort();
        pairs
    };
    assert_eq!(pairs(plan).await, pairs(scene.plan).await);
    assert!(
        matches!(board::load_list(&scene.ben, SLUG, list).await, Err(Error::NotFound)),
        "the file is gone"
    );
}

#[tokio::test]
async fn a_list_says_of_each_row_what_is_wrong_and_is_taken_whole_or_not_at_all() {
    let scene = Scene::new().await;
    let row = async |sql: &str| scene.world.house.run(sql, []).await;
    row("update person set external_id = '007' where name = 'Jonas'").await;
    row("update participation set state = 'withdrawn' where person_id = (select id from person where name = 'Greta')").await;
    let list = "Mentee e-mail;Mentee ID;Mentor e-mail;Pinned\n\
        priya@example.org;;tomas@example.org;yes\n\
        ;007;tomas@example.org;perhaps\n\
        nobody@example.org;;tomas@example.org;\n\
        PRIYA@example.org;;greta@example.org;\n\
        noor@example.org;;greta@example.org;no\n\
        ;;tomas@example.org;\n\
        ;007;;\n";
    let utf16: Vec<u8> = list.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let list = board::upload_list(&scene.ann, command(), SLUG, "list.csv", utf16).await.unwrap();
    let view = board::load_list(&scene.ann, SLUG, list).await.unwrap();
    let rows: Vec<_> = view.problems.iter().map(|problem| problem.row).collect();
    assert_eq!((view.pairs, view.waiting, rows), (1, 1, vec![3, 4, 5, 6, 7]), "{:?}", view.problems);
    assert!(view.problems[1].why.contains("nobody@example.org"), "{}", view.problems[1].why);
    assert!(view.problems[3].why.contains("Greta"), "{}", view.problems[3].why);
    let plans = scene.world.count("match_plan").await;
    let made = board::create_plan_from_list(&scene.ann, SLUG, list, "New", false, command()).await;
    assert_eq!(refused(made), Refusal::ListHasProblems { rows: 5 });
    assert_eq!(scene.world.count("match_plan").await, plans, "nothing is half made");
    let plan = board::create_plan_from_list(&scene.ann, SLUG, list, "New", true, command()).await.unwrap();
    let board = board::load_board(&scene.ann, SLUG, plan, &BoardQuery::default()).await.unwrap();
    assert_eq!((board.counts.drafts, board.counts.pinned), (1, 1));
    let people = b"Name,E-mail\nPriya,priya@example.org\n".to_vec();
    let refusal = refused(board::upload_list(&scene.ann, command(), SLUG, "people.csv", people).await);
    assert_eq!(refusal, Refusal::ListWithoutPeople);
    let stranger = scene.world.of(&scene.mentees[0]);
    assert!(matches!(board::load_list(&stranger, SLUG, list).await, Err(Error::Denied(_))));
}

/// Solves what the command line is given for a board: it has to find the same plan, with the same proof. Answers the hash of
/// the input.
async fn repeated(scene: &Scene) -> String {
    repeated_for(scene, Aim::Total).await
}

/// The same for another aim.
async fn repeated_for(scene: &Scene, aim: Aim) -> String {
    let question = Question { objective: aim.objective(), ..Question::default() };
    let [plan_file, proof_file] = aim.files();
    let file = async |name| {
        let bytes = board::engine_file(&scene.ann, SLUG, scene.plan, name).await.unwrap();
        String::from_utf8(bytes).unwrap()
    };
    let files = [file("scores.csv").await, file("capacities.csv").await, file(plan_file).await];
    let [scores, capacities, plan] = &files;
    let source = |name, text: &'static str| Source { name, bytes: text.as_bytes() };
    let leak = |text: &String| -> &'static str { text.clone().leak() };
    let sources = Sources {
        scores: Some(source("scores.csv", leak(scores))),
        capacities: Some(source("capacities.csv", leak(capacities))),
        ..Sources::default()
    };
    let instance = exchange::read(&sources, Default::default()).unwrap();
    let task = Task::new(&instance, &question).unwrap();
    let answer = task.solve(&instance).unwrap();
    assert_eq!(&exchange::plan_csv(&instance, answer.pairs()), plan, "the command line finds the same");
    let certificate: Certificate = serde_json::from_str(&file(proof_file).await).unwrap();
    let hash = board::input_hash(&instance);
    let proved = certificate.answer(&instance, &hash, &question, answer.pairs().to_vec()).unwrap();
    exchange::check(&instance, &task, &proved).unwrap();
    hash
}

#[tokio::test]
async fn a_run_of_the_engine_is_repeated_to_the_last_byte_here_and_by_the_command_line() {
    let scene = Scene::new().await;
    scene.put(&scene.ann, 2, 1, 0).await.unwrap();
    let hash = repeated(&scene).await;
    let nothing = board::engine_file(&scene.ann, SLUG, scene.plan, "people.csv").await;
    assert!(matches!(nothing, Err(Error::NotFound)));

    board::run_engine(&scene.ann, SLUG, scene.plan, Run::default(), command()).await.unwrap();
    let newest = async |plan| board::load_history(&scene.ann, SLUG, plan, 1).await.unwrap().lines.remove(0);
    let run = newest(scene.plan).await.run.unwrap();
    assert_eq!((run.input.as_str(), run.most, run.repeat), (hash.as_str(), None, None));
    assert!(run.sentence().starts_with("Best plan around the pins · engine 0."), "{}", run.sentence());
    let once = command();
    let again = async |version, command| {
        board::run_again(&scene.ben, SLUG, scene.plan, Version(version), command).await
    };
    let copy = again(2, once).await.unwrap();
    assert_eq!(again(2, once).await.unwrap(), copy);
    let repeated = newest(copy).await.run.unwrap();
    assert_eq!((repeated.repeat, &repeated.plan), (Some(Repeat::Same), &run.plan));
    assert!(matches!(again(1, command()).await, Err(Error::NotFound)), "a move by hand is no run");

    scene.world.house.run("update profile set skills_wanted = '[]'", []).await;
    let other = again(2, command()).await.unwrap();
    assert_eq!(newest(other).await.run.unwrap().repeat, Some(Repeat::OtherInput));
}

#[tokio::test]
async fn of_two_who_move_one_card_at_once_one_wins() {
    let scene = Scene::new().await;
    for round in 0..10 {
        let seen = scene.card(0).await.revision;
        let (first, second) = tokio::join!(
            scene.put(&scene.ann, 0, round % 2, seen),
            scene.put(&scene.ben, 0, (round + 1) % 2, seen)
        );
        let won = [&first, &second].iter().filter(|result| result.is_ok()).count();
        // One of them may ask for where the card is already, which is no conflict.
        assert!(won == 1 || scene.card(0).await.revision == seen + 1, "{first:?} {second:?}");
        assert_eq!(scene.card(0).await.revision, seen + 1);
    }
    let (first, second) = tokio::join!(scene.put(&scene.ann, 1, 0, 0), scene.put(&scene.ben, 2, 1, 0));
    first.unwrap();
    second.unwrap();
    assert_eq!(scene.world.count("pair").await, 3);
}

#[tokio::test]
async fn places_are_never_overrun_by_two_at_once() {
    let scene = Scene::new().await;
    scene.put(&scene.ann, 0, 0, 0).await.unwrap();
    let (first, second) = tokio::join!(scene.put(&scene.ann, 1, 0, 0), scene.put(&scene.ben, 2, 0, 0));
    let lost = if first.is_ok() { second } else { first };
    assert_eq!(refused(lost), Refusal::MentorFull { mentor: scene.mentor(0), places: 2 });
    assert_eq!(scene.world.count("pair").await, 2);
}

#[tokio::test]
async fn rules_of_the_programme_hold() {
    let scene = Scene::new().await;
    let criteria = "[{\"kind\":\"skills\",\"weight\":10,\"hard\":true}]";
    scene.world.house.run(&format!("update programme set criteria = '{criteria}'"), []).await;
    let refusal = refused(scene.put(&scene.ann, 2, 0, 0).await);
    let rule = Rule::Criterion(CriterionKind::Skills);
    assert_eq!(refusal, Refusal::Forbidden { mentee: scene.mentee(2), mentor: scene.mentor(0), rule });
    let detail = board::load_card(&scene.ann, SLUG, scene.plan, scene.mentee(2), None).await.unwrap();
    assert!(detail.candidates.iter().all(|one| one.fit == Err(rule)));
    let detail = board::load_card(&scene.ann, SLUG, scene.plan, scene.mentee(0), None).await.unwrap();
    assert_eq!(
        detail.candidates.iter().map(|one| one.fit).collect::<Vec<_>>(),
        [Ok(1_000_000), Ok(1_000_000)]
    );
}

#[tokio::test]
async fn the_engine_fills_the_free_places_around_pins() {
    let scene = Scene::new().await;
    scene.put(&scene.ann, 2, 1, 0).await.unwrap();
    let answer = board::run_engine(&scene.ann, SLUG, scene.plan, Run::default(), command()).await.unwrap();
    assert!(answer.said.starts_with("2 people moved by the engine"), "{}", answer.said);
    let view = scene.board().await;
    assert_eq!((view.counts.waiting, view.counts.drafts, view.counts.pinned), (0, 3, 1));
    assert_eq!(scene.card(2).await.mentor, Some(scene.mentor(1)));
    let again = board::run_engine(&scene.ann, SLUG, scene.plan, Run::default(), command()).await.unwrap();
    assert_eq!(again.said, "Nobody had to move: this is the best plan around your pins.");
    board::undo(&scene.ann, SLUG, scene.plan, command()).await.unwrap();
    assert_eq!(scene.board().await.counts.waiting, 2);
}

#[tokio::test]
async fn what_is_previewed_of_the_engine_is_what_happens() {
    let scene = Scene::new().await;
    scene.put(&scene.ann, 0, 0, 0).await.unwrap();
    board::unpin_card(&scene.ann, SLUG, scene.plan, scene.seen(0, 1), command()).await.unwrap();
    let preview =
        board::preview_engine(&scene.ann, SLUG, scene.plan, Run { most: Some(0), ..Run::default() })
            .await
            .unwrap();
    let (moves, gain) = preview.steps[preview.chosen.unwrap()];
    assert_eq!((moves, gain.pairs, preview.moves.len()), (0, 2, 2));
    assert!(preview.moves.iter().all(|one| one.from.is_none() && one.to.is_some() && one.after.is_some()));
    let before = scene.board().await.counts;
    let run = Run { most: Some(0), seen: Some(Version(preview.version.0 - 1)), ..Run::default() };
    let stale = board::run_engine(&scene.ann, SLUG, scene.plan, run, command()).await;
    assert_eq!(refused(stale), Refusal::ChangedMeanwhile);
    assert_eq!(scene.board().await.counts, before);
    let run = Run { most: Some(0), seen: Some(preview.version), ..Run::default() };
    board::run_engine(&scene.ann, SLUG, scene.plan, run, command()).await.unwrap();
    let after = scene.board().await.counts;
    assert_eq!((before.waiting - after.waiting, after.total - before.total), (2, gain.fit));
    assert_eq!(scene.card(0).await.mentor, Some(scene.mentor(0)), "nobody leaves their mentor");
    let done = board::preview_engine(&scene.ann, SLUG, scene.plan, Run::default()).await.unwrap();
    assert_eq!((done.steps.len(), done.moves.len()), (1, 0));
}

#[tokio::test]
async fn a_verdict_names_the_price_of_a_pin_and_who_would_rather_have_each_other() {
    let scene = Scene::new().await;
    let best = board::load_verdict(&scene.ann, SLUG, scene.plan).await.unwrap();
    assert!(best.proved_at.is_some() && best.better.pairs == 3 && best.pins.is_empty());
    assert_eq!(best.waiting.len(), 3);
    // Noor wants what nobody offers: with her and Priya both at Greta's, Jonas has one place left, and nobody suffers.
    scene.put(&scene.ann, 2, 0, 0).await.unwrap();
    board::run_engine(&scene.ann, SLUG, scene.plan, Run::default(), command()).await.unwrap();
    let view = board::load_verdict(&scene.ann, SLUG, scene.plan).await.unwrap();
    assert_eq!((view.better, view.waiting.len(), view.movable), (Gain::default(), 0, 2));
    let [pin] = &view.pins[..] else { panic!("{view:?}") };
    assert_eq!((pin.pair.mentee.as_str(), pin.pair.mentor.as_str()), ("Noor", "Tomas"));
    assert_eq!(pin.price, Some(Gain::default()), "two places each: nobody is in anybody's way");
    assert_eq!(view.pins_cost, pin.price);
    assert_eq!((view.spread.iter().sum::<u32>(), view.rather_count, view.lowest.len()), (3, 0, 3));
    let detail = board::load_card(&scene.ann, SLUG, scene.plan, scene.mentee(0), None).await.unwrap();
    assert_eq!(detail.standing, Some(Standing::Sometimes), "either mentor offers all that Priya wants");
    assert!(!detail.is_other());
    let other = [0, 1].map(|at| scene.mentor(at)).into_iter().find(|at| Some(*at) != detail.card.mentor);
    let asked = board::load_card(&scene.ann, SLUG, scene.plan, detail.card.id, other).await.unwrap();
    assert!(asked.is_other() && asked.fit.is_some_and(|fit| fit.is_ok()) && !asked.reasons.is_empty());
    assert_eq!(asked.mentor.map(|one| one.id), other);
    assert_eq!(asked.stakes, [], "there is room for everybody");
    assert!(matches!(
        board::load_verdict(&scene.world.of(&scene.mentees[0]), SLUG, scene.plan).await,
        Err(Error::Denied(_))
    ));
}

#[tokio::test]
async fn a_guarantee_is_applied_as_it_was_shown() {
    let scene = Scene::new().await;
    let preview =
        board::preview_engine(&scene.ann, SLUG, scene.plan, Run { least: Some(40), ..Run::default() })
            .await
            .unwrap();
    let shown = preview.guarantees.iter().map(|one| one.0).collect::<Vec<_>>();
    assert_eq!(preview.least, shown.contains(&40).then_some(40));
    let run = Run { least: Some(100), seen: Some(preview.version), ..Run::default() };
    let refused_run = board::run_engine(&scene.ann, SLUG, scene.plan, run, command()).await;
    assert_eq!(
        refused(refused_run),
        Refusal::ChangedMeanwhile,
        "what costs a pair is not offered and not done"
    );
    assert_eq!(scene.board().await.counts.waiting, 3);
}

#[tokio::test]
async fn who_is_at_a_board_is_seen_with_what_they_hold() {
    let scene = Scene::new().await;
    let presence = &scene.world.service.presence;
    let mut changes = presence.subscribe();
    let first = presence::arrive(&scene.ann, scene.plan).await.unwrap();
    let second = presence::arrive(&scene.ann, scene.plan).await.unwrap();
    assert_eq!(changes.recv().await.unwrap(), scene.plan);
    let (one, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
    presence::hold_card(&scene.ann, scene.plan, one, Some(scene.mentee(0))).await.unwrap();
    presence::hold_card(&scene.ben, scene.plan, one, Some(scene.mentee(1))).await.unwrap();
    // Another tab, loaded anew, holds nothing, and takes nothing out of the first one's hand.
    presence::hold_card(&scene.ann, scene.plan, other, None).await.unwrap();
    let [ann] = &presence.at(scene.plan)[..] else { panic!("one is here") };
    assert_eq!((ann.name.as_str(), &ann.holds[..]), ("Ann", &[scene.mentee(0)][..]));
    presence::hold_card(&scene.ann, scene.plan, other, Some(scene.mentee(2))).await.unwrap();
    assert_eq!(presence.at(scene.plan)[0].holds, [scene.mentee(2), scene.mentee(0)]);
    presence::hold_card(&scene.ann, scene.plan, other, None).await.unwrap();
    drop(first);
    assert_eq!(presence.at(scene.plan).len(), 1, "the other tab is still open");
    drop(second);
    assert_eq!(presence.at(scene.plan), []);
    let again = presence::arrive(&scene.ann, scene.plan).await.unwrap();
    assert_eq!(presence.at(scene.plan)[0].holds, [scene.mentee(0)], "the stream was only opened anew");
    drop(again);
    scene.world.house.advance(6);
    let later = presence::arrive(&scene.ann, scene.plan).await.unwrap();
    assert_eq!(presence.at(scene.plan)[0].holds, []);
    drop(later);
    let mentee = scene.world.of(&scene.mentees[0]);
    assert!(presence::arrive(&mentee, scene.plan).await.is_err());
    assert!(presence::hold_card(&mentee, scene.plan, one, None).await.is_err());
    assert!(live::authorise(&mentee, Topic::Presence(scene.plan)).await.is_err());
}

#[tokio::test]
async fn the_fits_of_a_board_are_those_of_its_cards() {
    let scene = Scene::new().await;
    let bytes = board::load_fits(&scene.ann, SLUG, scene.plan).await.unwrap();
    let table = FitTable::from_bytes(&bytes).unwrap();
    for number in 0..3 {
        let mentee = scene.mentee(number);
        let detail = board::load_card(&scene.ann, SLUG, scene.plan, mentee, None).await.unwrap();
        for one in &detail.candidates {
            assert_eq!(table.fit(mentee, one.mentor), one.fit);
        }
    }
    let mentee = scene.world.of(&scene.mentees[0]);
    assert!(matches!(board::load_fits(&mentee, SLUG, scene.plan).await, Err(Error::Denied(_))));
}

#[tokio::test]
async fn swap_pin_and_unpin() {
    let scene = Scene::new().await;
    scene.put(&scene.ann, 0, 0, 0).await.unwrap();
    scene.put(&scene.ann, 1, 1, 0).await.unwrap();
    let (one, other) = (scene.seen(0, 1), scene.seen(1, 1));
    let answer = board::swap_cards(&scene.ann, SLUG, scene.plan, one, other, command()).await.unwrap();
    assert_eq!(answer.said, "Priya and Jonas changed places and are pinned.");
    assert_eq!(scene.card(0).await.mentor, Some(scene.mentor(1)));
    board::unpin_card(&scene.ann, SLUG, scene.plan, scene.seen(0, 2), command()).await.unwrap();
    assert!(!scene.card(0).await.pinned);
    board::pin_card(&scene.ann, SLUG, scene.plan, scene.seen(0, 3), command()).await.unwrap();
    assert!(scene.card(0).await.pinned);
    assert_eq!(
        refused(board::pin_card(&scene.ann, SLUG, scene.plan, scene.seen(2, 0), command()).await),
        Refusal::NothingToPin { mentee: scene.mentee(2) }
    );
}

#[tokio::test]
async fn a_card_takes_the_place_that_the_outlook_offers() {
    let scene = Scene::new().await;
    scene.put(&scene.ann, 0, 0, 0).await.unwrap();
    scene.put(&scene.ann, 2, 0, 0).await.unwrap();
    board::unpin_card(&scene.ann, SLUG, scene.plan, scene.seen(0, 1), command()).await.unwrap();
    let detail = board::load_card(&scene.ann, SLUG, scene.plan, scene.mentee(1), None).await.unwrap();
    let full = detail.candidates.iter().find(|one| one.mentor == scene.mentor(0)).unwrap();
    let consequence = full.consequence.unwrap();
    assert_eq!((full.free, consequence.displaced), (0, Some(scene.mentee(0))));
    assert_eq!((full.displaced.as_deref(), consequence.alone.pairs), (Some("Priya"), 0));
    let before = scene.board().await.counts.total;
    let (one, other) = (scene.seen(1, 0), scene.seen(0, 2));
    let answer = board::take_place(&scene.ann, SLUG, scene.plan, one, other, command()).await.unwrap();
    assert_eq!(answer.said, "Jonas took the place of Priya, who is in the tray now, and is pinned there.");
    assert_eq!(scene.board().await.counts.total - before, consequence.alone.fit);
    assert_eq!((scene.card(0).await.mentor, scene.card(1).await.mentor), (None, Some(scene.mentor(0))));
    board::undo(&scene.ann, SLUG, scene.plan, command()).await.unwrap();
    assert_eq!(scene.card(0).await.mentor, Some(scene.mentor(0)));
}

#[tokio::test]
async fn who_waits_is_told_why_and_what_would_help() {
    let scene = Scene::new().await;
    let opened = async |mentee| {
        board::load_card(&scene.ann, SLUG, scene.plan, scene.mentee(mentee), None).await.unwrap().why_none
    };
    assert_eq!(opened(0).await, Some(WhyNone::Ready));
    scene.put(&scene.ann, 0, 0, 0).await.unwrap();
    assert_eq!(opened(0).await, None);
}

#[tokio::test]
async fn only_coordinators_see_and_change_a_board() {
    let scene = Scene::new().await;
    let stranger = scene.world.of(&scene.world.person("Stranger").await);
    let mentee = scene.world.of(&scene.mentees[0]);
    let whole = BoardQuery::default();
    assert!(matches!(board::load_board(&mentee, SLUG, scene.plan, &whole).await, Err(Error::Denied(_))));
    assert!(matches!(board::load_board(&stranger, SLUG, scene.plan, &whole).await, Err(Error::NotFound)));
    assert!(matches!(scene.put(&mentee, 0, 0, 0).await, Err(Error::Denied(_))));
    assert!(matches!(scene.put(&stranger, 0, 0, 0).await, Err(Error::NotFound)));
    let run = board::run_engine(&stranger, SLUG, scene.plan, Run::default(), command()).await;
    assert!(matches!(run, Err(Error::NotFound)));
    assert!(matches!(
        proposals::publish_plan(&mentee, SLUG, scene.plan, command()).await,
        Err(Error::Denied(_))
    ));
    assert!(matches!(live::authorise(&stranger, Topic::MatchPlan(scene.plan)).await, Err(Error::NotFound)));
    assert!(live::authorise(&mentee, Topic::MatchPlan(scene.plan)).await.is_err());
    live::authorise(&scene.ben, Topic::MatchPlan(scene.plan)).await.unwrap();
    assert_eq!(scene.world.count("event").await, 1, "the plan's making, and nothing else");
}

#[tokio::test]
async fn who_follows_hears_of_changed_cards() {
    let scene = Scene::new().await;
    let mut hub = scene.world.service.hub.subscribe();
    scene.put(&scene.ann, 0, 0, 0).await.unwrap();
    let published = hub.recv().await.unwrap();
    let topic = Topic::MatchPlan(scene.plan);
    assert!(live::concerns(&scene.ben, topic, &published));
    let frame = live::frame(&scene.world.service, topic, &published).await.unwrap();
    let Frame { rows, .. } = serde_json::from_str::<Frame<IgnoredAny, BoardRows>>(&frame).unwrap();
    // How many mentors are possible is counted where the whole board is read.
    assert_eq!(rows.cards, [CardView { choices: None, ..scene.card(0).await }]);
    assert_eq!(rows.history[0].said, "Priya moved to Tomas and pinned.");
}

#[tokio::test]
async fn publishing_tells_everybody_once() {
    let scene = Scene::new().await;
    scene.put(&scene.ann, 0, 0, 0).await.unwrap();
    scene.put(&scene.ann, 1, 0, 0).await.unwrap();
    let preview = proposals::preview_publish(&scene.ann, SLUG, scene.plan).await.unwrap();
    assert_eq!((preview.pairs.len(), preview.messages(|_| true).len(), preview.waiting), (2, 3, 1));
    let messages = preview.messages(|_| true);
    let tomas = messages.iter().find(|message| message.person.name == "Tomas").unwrap();
    assert!(tomas.text.contains("Jonas, Priya") || tomas.text.contains("Priya, Jonas"), "{}", tomas.text);
    let once = command();
    assert_eq!(proposals::publish_plan(&scene.ann, SLUG, scene.plan, once).await.unwrap(), 2);
    assert_eq!(proposals::publish_plan(&scene.ann, SLUG, scene.plan, once).await.unwrap(), 2);
    assert_eq!(
        refused(proposals::publish_plan(&scene.ann, SLUG, scene.plan, command()).await),
        Refusal::AlreadyPublished
    );
    assert_eq!((scene.world.count("proposal").await, scene.world.count("mail").await), (2, 3));
    assert_eq!(scene.card(0).await.stage, Stage::Proposed);
    assert_eq!(
        refused(scene.put(&scene.ann, 0, 1, 2).await),
        Refusal::WaitsForAnswer { mentee: scene.mentee(0) }
    );
    let inbox = proposals::inbox(&scene.world.of(&scene.mentors[0])).await.unwrap();
    assert_eq!(inbox.len(), 2);
    assert!(inbox.iter().all(|line| line.asks_me && line.role == Role::Mentor));
}

#[tokio::test]
async fn a_published_board_says_so_and_offers_only_what_can_be_taken_back() {
    let scene = Scene::new().await;
    scene.put(&scene.ann, 0, 0, 0).await.unwrap();
    let before = scene.board().await;
    assert!(before.undo.is_some() && before.published.is_none() && before.counts.drafts == 1);
    proposals::publish_plan(&scene.ann, SLUG, scene.plan, command()).await.unwrap();
    let board = scene.board().await;
    assert_eq!((board.undo, board.counts.drafts), (None, 0));
    assert_eq!(board.published, Some(Publication { pairs: 1, until: Some(NOW.plus_days(10)) }));
    scene.put(&scene.ann, 1, 1, 0).await.unwrap();
    let board = scene.board().await;
    assert!(board.undo.is_some() && board.published.is_none());
}

#[tokio::test]
async fn all_that_waits_is_recalled_at_once() {
    let scene = Scene::new().await;
    let [id, _] = scene.published().await;
    let mentee = scene.world.of(&scene.mentees[0]);
    proposals::accept_proposal(&mentee, id, command()).await.unwrap();
    let once = command();
    for cx in [&scene.ann, &scene.ann] {
        assert_eq!(proposals::recall_proposals(cx, SLUG, scene.plan, once).await.unwrap(), 2);
    }
    assert_eq!(proposals::load_proposal(&mentee, id).await.unwrap().state, ProposalState::Recalled);
    let board = scene.board().await;
    assert_eq!((board.counts.proposed, board.counts.waiting), (0, 3));
    assert_eq!(proposals::recall_proposals(&scene.ann, SLUG, scene.plan, command()).await.unwrap(), 0);
    let denied = proposals::recall_proposals(&mentee, SLUG, scene.plan, command()).await;
    assert!(matches!(denied, Err(Error::Denied(_))), "{denied:?}");
}

#[tokio::test]
async fn two_yeses_make_a_mentorship() {
    let scene = Scene::new().await;
    let [id, _] = scene.published().await;
    let (mentor, mentee) = (scene.world.of(&scene.mentors[0]), scene.world.of(&scene.mentees[0]));
    let view = proposals::load_proposal(&mentee, id).await.unwrap();
    assert!(view.asks_me && view.role == Role::Mentee && !view.reasons.is_empty());
    assert_eq!(proposals::accept_proposal(&mentee, id, command()).await.unwrap(), None);
    assert_eq!(proposals::accept_proposal(&mentee, id, command()).await.unwrap(), None, "a double click");
    assert_eq!(scene.card(0).await.accepted, [Role::Mentee]);
    let started = proposals::accept_proposal(&mentor, id, command()).await.unwrap();
    let view = proposals::load_proposal(&mentor, id).await.unwrap();
    assert_eq!((view.state, view.mentorship), (ProposalState::Accepted, started));
    assert!(started.is_some());
    assert_eq!((scene.world.count("mentorship").await, scene.world.count("mentorship_member").await), (1, 2));
    assert_eq!(scene.card(0).await.stage, Stage::AtWork);
    assert_eq!(scene.board().await.counts.at_work, 1);
}

#[tokio::test]
async fn a_declined_pair_comes_back_with_its_reason() {
    let scene = Scene::new().await;
    let [id, _] = scene.published().await;
    let (mentor, mentee) = (scene.world.of(&scene.mentors[0]), scene.world.of(&scene.mentees[0]));
    assert!(matches!(
        proposals::decline_proposal(&mentor, id, "  ", "", command()).await,
        Err(Error::Invalid(_))
    ));
    proposals::decline_proposal(&mentor, id, "I change teams <b>soon</b>", "", command()).await.unwrap();
    let card = scene.card(0).await;
    assert_eq!((card.stage, card.mentor, card.proposal), (Stage::Open, None, None));
    let today = service::today::load_today(&scene.ann).await.unwrap();
    assert_eq!(today.coordinated[0].standing.next(), NextAction::Rematch { plan: scene.plan, mentees: 1 });
    let back = card.returned.unwrap();
    assert_eq!((back.why, back.by.as_str(), back.mentor.as_str()), (Returned::Declined, "Tomas", "Tomas"));
    assert_eq!(back.reason, "I change teams <b>soon</b>");
    assert!(!scene.world.log().await.contains("teams"), "no typed text is in the log");
    assert_eq!(
        proposals::load_proposal(&mentee, id).await.unwrap().reason,
        None,
        "the mentee does not read why"
    );
    assert!(matches!(
        refused(scene.put(&scene.ann, 0, 0, card.revision).await),
        Refusal::Forbidden { rule: Rule::Declined, .. }
    ));
    assert!(matches!(
        proposals::accept_proposal(&mentee, id, command()).await,
        Err(Error::Refused(domain::Refusal::Proposal(proposal::Refusal::Closed { .. })))
    ));
    scene.put(&scene.ann, 0, 1, card.revision).await.unwrap();
    assert_eq!(proposals::publish_plan(&scene.ann, SLUG, scene.plan, command()).await.unwrap(), 1);
}

#[tokio::test]
async fn a_proposal_expires_and_can_be_recalled() {
    let scene = Scene::new().await;
    let [first, second] = scene.published().await;
    let stranger = scene.world.of(&scene.world.person("Stranger").await);
    let mentee = scene.world.of(&scene.mentees[0]);
    assert!(matches!(proposals::load_proposal(&stranger, first).await, Err(Error::NotFound)));
    assert!(matches!(proposals::accept_proposal(&stranger, first, command()).await, Err(Error::NotFound)));
    assert!(matches!(proposals::accept_proposal(&scene.ann, first, command()).await, Err(Error::Denied(_))));
    assert!(matches!(proposals::recall_proposal(&mentee, first, command()).await, Err(Error::Denied(_))));
    proposals::recall_proposal(&scene.ann, first, command()).await.unwrap();
    assert_eq!(scene.card(0).await.returned.unwrap().why, Returned::Recalled);
    assert_eq!(proposals::expire_due(&scene.world.service).await.unwrap(), 0);
    scene.world.service.settings.clock.advance(11 * 24 * 3600);
    assert!(scene.ann.now() > NOW.plus_days(10));
    assert_eq!(proposals::expire_due(&scene.world.service).await.unwrap(), 1);
    assert_eq!(proposals::expire_due(&scene.world.service).await.unwrap(), 0);
    assert_eq!(scene.card(1).await.returned.unwrap().why, Returned::Expired);
    assert_eq!(
        proposals::load_proposal(&mentee, second).await.unwrap_err().to_string(),
        Error::NotFound.to_string()
    );
    let jonas = scene.world.of(&scene.mentees[1]);
    assert_eq!(proposals::load_proposal(&jonas, second).await.unwrap().state, ProposalState::Expired);
}

#[tokio::test]
async fn where_nobody_is_asked_pairs_begin_at_once() {
    let scene = Scene::new().await;
    scene.world.house.run("update programme set acceptance = 'nobody'", []).await;
    scene.put(&scene.ann, 0, 0, 0).await.unwrap();
    assert_eq!(proposals::publish_plan(&scene.ann, SLUG, scene.plan, command()).await.unwrap(), 1);
    assert_eq!(scene.card(0).await.stage, Stage::AtWork);
    assert_eq!(scene.world.count("mentorship").await, 1);
}

#[tokio::test]
async fn a_large_board_is_read_in_pages() {
    let scene = Scene::new().await;
    for number in 0..60 {
        scene.world.participant(&format!("Mentor {number:02}"), Role::Mentor).await;
        scene.world.participant(&format!("Mentee {number:02}"), Role::Mentee).await;
    }
    let page = |words: &str, page: u32| BoardQuery {
        words: words.into(),
        page,
        tray_page: 1,
        ..BoardQuery::default()
    };
    let first = board::load_board(&scene.ann, SLUG, scene.plan, &page("", 1)).await.unwrap();
    assert_eq!((first.mentors.len(), first.pages, first.tray_pages), (24, 3, 2));
    let last = board::load_board(&scene.ann, SLUG, scene.plan, &page("", 9)).await.unwrap();
    assert_eq!((last.page, last.mentors.len()), (3, 14));
    let found = board::load_board(&scene.ann, SLUG, scene.plan, &page("mentor 07", 1)).await.unwrap();
    assert_eq!((found.mentors.len(), found.found), (1, (1, 0)));
    let has = |by: By, value: &str| {
        let facets = first.facets.iter().find(|one| one.0 == by).unwrap();
        facets.1.iter().find(|one| one.value == value).map(|one| (one.mentors, one.mentees)).unwrap()
    };
    assert_eq!((has(By::Has, "free"), has(By::Waits, "possible")), ((62, 0), (0, 63)));
    let full = BoardQuery { filters: vec![Filter::new(By::Has, "full").unwrap()], ..page("", 1) };
    let full = board::load_board(&scene.ann, SLUG, scene.plan, &full).await.unwrap();
    assert_eq!((full.mentors.len(), full.cards.len(), full.tray_pages), (0, 40, 2));
    let whole = scene.board().await;
    assert_eq!((whole.mentors.len(), whole.cards.len(), whole.counts.mentees), (62, 63, 63));
}

#[tokio::test]
async fn several_are_moved_at_once_and_one_undo_takes_all_back() {
    let scene = Scene::new().await;
    scene.put(&scene.ben, 1, 1, 0).await.unwrap();
    let all = [scene.seen(0, 0), scene.seen(1, 0), scene.seen(2, 0)];
    let once = command();
    let to = Deed::Move(Some(scene.mentor(0)));
    let answer = board::change_cards(&scene.ann, SLUG, scene.plan, &all, to, once).await.unwrap();
    assert!(
        answer.said.starts_with("2 people moved to Tomas and pinned. Not moved: Jonas. "),
        "{}",
        answer.said
    );
    assert!(answer.said.contains("has just moved Jonas"), "{}", answer.said);
    assert_eq!(answer.undo.as_ref(), Some(&answer.said));
    let again = board::change_cards(&scene.ann, SLUG, scene.plan, &all, to, once).await.unwrap();
    assert_eq!(again.said, answer.said);
    let with =
        |cards: &[CardView], at: usize| cards.iter().find(|card| card.id == scene.mentee(at)).unwrap().mentor;
    let board = scene.board().await;
    let places = [0, 1, 2].map(|at| with(&board.cards, at));
    assert_eq!(places, [Some(scene.mentor(0)), Some(scene.mentor(1)), Some(scene.mentor(0))]);
    assert_eq!(board.history[0].said.split('.').next(), answer.said.split('.').next());
    let undone = board::undo(&scene.ann, SLUG, scene.plan, command()).await.unwrap();
    assert_eq!(undone.said, "Undone: 2 people back where they were.");
    let board = scene.board().await;
    assert_eq!([0, 2].map(|at| with(&board.cards, at)), [None, None]);
    let nobody =
        board::change_cards(&scene.ann, SLUG, scene.plan, &[scene.seen(1, 0)], Deed::Unpin, command()).await;
    assert!(matches!(refused(nobody), Refusal::MovedMeanwhile { .. }));
}

#[tokio::test]
async fn a_view_is_kept_by_its_name_for_its_person_and_programme_alone() {
    let scene = Scene::new().await;
    let look = |words: &str| {
        serde_json::to_string(&BoardQuery { words: words.into(), page: 3, ..BoardQuery::default() }).unwrap()
    };
    let save = async |cx: &Context, name: &str, words: &str| {
        board::save_view(cx, SLUG, name, &look(words), command()).await
    };
    save(&scene.ann, "Rust people", "rust").await.unwrap();
    let kept = save(&scene.ann, " Rust people ", "rust lead").await.unwrap();
    assert_eq!(kept.iter().map(|view| view.query.words.as_str()).collect::<Vec<_>>(), ["rust lead"]);
    assert_eq!(scene.board().await.saved, kept);
    assert_eq!(kept[0].query.page, 1);
    assert!(matches!(save(&scene.ann, " ", "").await, Err(Error::Invalid(_))));
    let nonsense = board::save_view(&scene.ann, SLUG, "Nonsense", "q=rust", command()).await;
    assert!(matches!(nonsense, Err(Error::Invalid(_))));
    assert_eq!(board::delete_view(&scene.ben, SLUG, kept[0].id, command()).await.unwrap(), []);
    assert_eq!(scene.board().await.saved, kept);
    for number in 1..MOST_VIEWS {
        save(&scene.ann, &format!("View {number}"), "").await.unwrap();
    }
    assert_eq!(refused(save(&scene.ann, "One more", "").await), Refusal::TooManyViews);
    save(&scene.ann, "View 7", "again").await.unwrap();
    let left = board::delete_view(&scene.ann, SLUG, kept[0].id, command()).await.unwrap();
    assert_eq!(left.len(), MOST_VIEWS - 1);
    assert!(!scene.world.log().await.contains("rust lead"), "what was typed stays out of the log");
}
