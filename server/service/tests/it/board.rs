//! The board and its proposals: moves by several people at once, the engine, publishing and what people answer.

use crate::world::{NOW, Person, World, command};
use domain::board::{
    BoardQuery, BoardView, CardView, FitTable, Fits, Gain, Publication, Refusal, Returned, SeenCard, Stage,
    Target, WhyNone,
};
use domain::criteria::{CriterionKind, Rule};
use domain::person::Skill;
use domain::proposal::{self, ProposalState};
use domain::stream::{Topic, Version};
use domain::today::NextAction;
use domain::{MatchPlanId, ParticipationId, ProposalId, Role};
use service::board::Run;
use service::{Context, Error, board, live, proposal as proposals};

mod publishing;

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
        let plan = board::create_plan(&ann, SLUG, "Draft A", None, command()).await.unwrap();
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
    assert_eq!(undone.said, "Undone: 1 person back where they were.");
    assert_eq!(scene.card(0).await.mentor, Some(scene.mentor(0)));
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
    let detail = board::load_card(&scene.ann, SLUG, scene.plan, scene.mentee(2)).await.unwrap();
    assert!(detail.candidates.iter().all(|one| one.fit == Err(rule)));
    let detail = board::load_card(&scene.ann, SLUG, scene.plan, scene.mentee(0)).await.unwrap();
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
    let preview = board::preview_engine(&scene.ann, SLUG, scene.plan, Some(0)).await.unwrap();
    let (moves, gain) = preview.steps[preview.chosen];
    assert_eq!((moves, gain.pairs, preview.moves.len()), (0, 2, 2));
    assert!(preview.moves.iter().all(|one| one.from.is_none() && one.to.is_some() && one.after.is_some()));
    let before = scene.board().await.counts;
    let run = Run { most: Some(0), seen: Some(Version(preview.version.0 - 1)) };
    let stale = board::run_engine(&scene.ann, SLUG, scene.plan, run, command()).await;
    assert_eq!(refused(stale), Refusal::ChangedMeanwhile);
    assert_eq!(scene.board().await.counts, before);
    let run = Run { most: Some(0), seen: Some(preview.version) };
    board::run_engine(&scene.ann, SLUG, scene.plan, run, command()).await.unwrap();
    let after = scene.board().await.counts;
    assert_eq!((before.waiting - after.waiting, after.total - before.total), (2, gain.fit));
    assert_eq!(scene.card(0).await.mentor, Some(scene.mentor(0)), "nobody leaves their mentor");
    let done = board::preview_engine(&scene.ann, SLUG, scene.plan, None).await.unwrap();
    assert_eq!((done.steps.len(), done.moves.len()), (1, 0));
}

#[tokio::test]
async fn the_fits_of_a_board_are_those_of_its_cards() {
    let scene = Scene::new().await;
    let bytes = board::load_fits(&scene.ann, SLUG, scene.plan).await.unwrap();
    let table = FitTable::from_bytes(&bytes).unwrap();
    for number in 0..3 {
        let mentee = scene.mentee(number);
        let detail = board::load_card(&scene.ann, SLUG, scene.plan, mentee).await.unwrap();
        for one in &detail.candidates {
            assert_eq!(table.fit(mentee, one.mentor), one.fit);
        }
    }
    let mentee = scene.world.of(&scene.mentees[0]);
    assert!(matches!(board::load_fits(&mentee, SLUG, scene.plan).await, Err(Error::Denied(_))));
}

#[tokio::test]
async fn a_plan_is_copied_and_compared() {
    let scene = Scene::new().await;
    scene.put(&scene.ann, 0, 0, 0).await.unwrap();
    scene.put(&scene.ann, 1, 1, 0).await.unwrap();
    let made = command();
    let copy = board::create_plan(&scene.ben, SLUG, "Draft B", Some(scene.plan), made).await.unwrap();
    let again = board::create_plan(&scene.ben, SLUG, "Draft B", Some(scene.plan), made).await.unwrap();
    assert_eq!(copy, again);
    let alike = board::compare_plans(&scene.ann, SLUG, scene.plan, copy).await.unwrap();
    assert_eq!((alike.same, alike.differences.len(), alike.gain), (2, 0, Gain::default()));
    let seen = SeenCard { id: scene.mentee(0), revision: 1 };
    board::move_card(&scene.ben, SLUG, copy, seen, Target(None), command()).await.unwrap();
    let differ = board::compare_plans(&scene.ann, SLUG, scene.plan, copy).await.unwrap();
    let [one] = &differ.differences[..] else { panic!("{differ:?}") };
    assert_eq!((one.mentee.name.as_str(), &one.there, one.to), ("Priya", &None, Target(None)));
    assert_eq!((differ.same, differ.gain.pairs, differ.gain.fit), (1, -1, -one.before.unwrap()));
    assert_eq!(scene.card(0).await.mentor, Some(scene.mentor(0)), "the first plan stays as it was");
    let nowhere = Some(MatchPlanId(scene.mentee(0).0));
    let nowhere = board::create_plan(&scene.ann, SLUG, "C", nowhere, command()).await;
    assert!(matches!(nowhere, Err(Error::NotFound)));
}

#[tokio::test]
async fn swap_pin_and_unpin() {
    let scene = Scene::new().await;
    scene.put(&scene.ann, 0, 0, 0).await.unwrap();
    scene.put(&scene.ann, 1, 1, 0).await.unwrap();
    let (one, other) = (scene.seen(0, 1), scene.seen(1, 1));
    let answer = board::swap_cards(&scene.ann, SLUG, scene.plan, one, other, command()).await.unwrap();
    assert_eq!(answer.said, "Priya and Jonas changed places.");
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
    let detail = board::load_card(&scene.ann, SLUG, scene.plan, scene.mentee(1)).await.unwrap();
    let full = detail.candidates.iter().find(|one| one.mentor == scene.mentor(0)).unwrap();
    let consequence = full.consequence.unwrap();
    assert_eq!((full.free, consequence.displaced), (0, Some(scene.mentee(0))));
    assert_eq!((full.displaced.as_deref(), consequence.alone.pairs), (Some("Priya"), 0));
    let before = scene.board().await.counts.total;
    let (one, other) = (scene.seen(1, 0), scene.seen(0, 2));
    let answer = board::take_place(&scene.ann, SLUG, scene.plan, one, other, command()).await.unwrap();
    assert_eq!(answer.said, "Jonas took the place of Priya, who is in the tray now.");
    assert_eq!(scene.board().await.counts.total - before, consequence.alone.fit);
    assert_eq!((scene.card(0).await.mentor, scene.card(1).await.mentor), (None, Some(scene.mentor(0))));
    board::undo(&scene.ann, SLUG, scene.plan, command()).await.unwrap();
    assert_eq!(scene.card(0).await.mentor, Some(scene.mentor(0)));
}

#[tokio::test]
async fn who_waits_is_told_why_and_what_would_help() {
    let scene = Scene::new().await;
    let opened = async |mentee| {
        board::load_card(&scene.ann, SLUG, scene.plan, scene.mentee(mentee)).await.unwrap().why_none
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
    assert!(live::concerns(&scene.ben, Topic::MatchPlan(scene.plan), &published));
    let rows = live::rows(&scene.world.service, &published).await.unwrap();
    let rows: domain::board::BoardRows = serde_json::from_value(rows).unwrap();
    assert_eq!(rows.cards, [scene.card(0).await]);
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
        proposals::decline_proposal(&mentor, id, "  ", command()).await,
        Err(Error::Invalid(_))
    ));
    proposals::decline_proposal(&mentor, id, "I change teams <b>soon</b>", command()).await.unwrap();
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
    assert_eq!(found.mentors.len(), 1);
    let whole = scene.board().await;
    assert_eq!((whole.mentors.len(), whole.cards.len(), whole.counts.mentees), (62, 63, 63));
}
