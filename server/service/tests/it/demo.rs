//! The demo loads once, and shows what it is for.

use crate::cast::Cast;
use domain::board::BoardQuery;
use domain::programme::view::PeopleQuery;
use domain::programme::{ProgrammeState, Source};
use domain::today::NextAction;
use domain::{Instant, Role};
use service::board::{Run, list_plans, load_board, preview_engine};
use service::fairness::load_fairness;
use service::programme::{list_programmes, load_people, load_programme};
use service::today::load_today;
use service::{Context, Error, demo};

#[tokio::test]
async fn it_loads_once() {
    let cast = Cast::empty(true).await;
    demo::load(&cast.system()).await.unwrap();
    let tables = [
        "person",
        "programme",
        "participation",
        "pair",
        "proposal",
        "mentorship",
        "step",
        "event",
        "fairness_answer",
    ];
    let mut before = vec![];
    for table in tables {
        before.push(cast.count(table).await);
    }
    demo::load(&cast.system()).await.unwrap();
    for (table, before) in tables.iter().zip(before) {
        assert!(before > 0, "{table} is empty");
        assert_eq!(cast.count(table).await, before, "{table}");
    }
}

#[tokio::test]
async fn the_large_programme_is_matched_and_the_same_everywhere() {
    let cast = Cast::empty(true).await;
    for _ in 0..2 {
        demo::load_large(&cast.system()).await.unwrap();
    }
    let ingrid = cast.of("Ingrid Novák").await;
    let plans = list_plans(&ingrid, "across-the-company-26").await.unwrap();
    let [plan] = &plans.plans[..] else { panic!("{plans:?}") };
    let board = load_board(&ingrid, &plans.slug, plan.id, &BoardQuery::default()).await.unwrap();
    let counts = board.counts;
    assert_eq!((counts.mentors, counts.mentees, counts.places), (500, 1500, 1406));
    assert_eq!((counts.drafts, counts.broken), (1406, 0));
    let names: Vec<_> = board.mentors.iter().take(2).map(|one| one.person.name.as_str()).collect();
    assert_eq!(names, ["Aigerim Ahmadi", "Aigerim Mokoena"]);
}

#[tokio::test]
async fn outside_demo_mode_it_is_refused() {
    let cast = Cast::empty(false).await;
    assert!(matches!(demo::load(&cast.system()).await, Err(Error::Internal(_))));
    assert_eq!(cast.count("person").await, 0);
}

#[tokio::test]
async fn its_programmes_are_at_work() {
    let cast = Cast::new().await;
    let ingrid = cast.of("Ingrid Novák").await;
    let lines = list_programmes(&ingrid).await.unwrap().lines;
    assert_eq!(lines.iter().map(|line| line.slug.as_str()).collect::<Vec<_>>(), ["women-in-tech-26"]);
    let line = &lines[0];
    assert_eq!((line.state, line.week), (ProgrammeState::Running, Some((11, 25))));
    assert_eq!((line.counts.mentors, line.counts.mentees, line.counts.mentorships), (24, 56, 8));
    let view = load_programme(&ingrid, "women-in-tech-26").await.unwrap();
    let value = |source| {
        let objective = view.programme.objectives.iter().find(|one| one.is.source == source).unwrap();
        view.value(objective)
    };
    assert_eq!(value(Source::Matched), Some(14.0));
    assert_eq!(value(Source::GoalsReached), Some(11.0));
    assert_eq!(value(Source::ByHand), Some(13.0));
    assert!(view.may_edit && view.looked_after.iter().any(|(_, role)| *role == Role::Sponsor));
    let waits = PeopleQuery { search: "المنصوري".into(), ..PeopleQuery::default() };
    assert_eq!(load_people(&ingrid, "women-in-tech-26", waits).await.unwrap().found, 1);
}

#[tokio::test]
async fn everybody_finds_what_waits_for_them() {
    let cast = Cast::new().await;
    let today = async |name: &str| load_today(&cast.of(name).await).await.unwrap();

    let zainab = today("Zainab Bello").await;
    assert_eq!(zainab.proposals[0].other.name, "Mei Tanaka");
    assert_eq!(zainab.proposals[0].me, Role::Mentor);
    let mei = today("Mei Tanaka").await;
    assert!(mei.proposals.is_empty(), "who has answered is not asked again");
    assert_eq!((mei.awaited.len(), mei.awaited[0].other.name.as_str()), (1, "Zainab Bello"));
    assert!(zainab.awaited.is_empty());

    let priya = today("Priya Sharma").await;
    assert_eq!(priya.mentorships[0].next.as_ref().unwrap().title, "Lead the ledger review");
    assert_eq!((priya.mentorships[0].steps_done, priya.mentorships[0].steps), (2, 5));
    assert!(priya.enrolled.is_empty(), "who is matched does not wait");

    let jonas = today("Jonas Weber").await;
    assert_eq!(jonas.mentorships[0].me, Role::Mentor);
    assert_eq!(jonas.enrolled[0].role, Role::Mentee);

    let ingrid = today("Ingrid Novák").await;
    let standing = ingrid.coordinated[0].standing;
    assert_eq!((standing.quiet, standing.unanswered, standing.mentorships), (2, 1, 8));
    assert_eq!(standing.waiting_mentees, 56 - 8 - 1);
    assert!(matches!(standing.next(), NextAction::Publish { pairs: 15, .. }), "{standing:?}");

    let sponsor = today("Beatrix Vandenberghe").await;
    assert_eq!(sponsor.sponsored.len(), 2);
    assert!(sponsor.coordinated.is_empty() && sponsor.people.is_none());
    assert_eq!(today("Anneliese Krüger").await.people, Some(88));
    let anybody = Context::visitor(cast.service.clone());
    assert!(matches!(load_today(&anybody).await, Err(Error::SignInRequired)));
}

#[tokio::test]
async fn what_is_quiet_is_quiet_on_the_day_of_loading() {
    let cast = Cast::new().await;
    let oskar = load_today(&cast.of("Oskar Berg").await).await.unwrap();
    let nia = oskar.mentorships.iter().find(|one| one.others[0].name == "Nia Abebe").unwrap();
    assert_eq!((cast.service.now().0 - nia.moved.0) / Instant::DAY, 23);
}

#[tokio::test]
async fn its_mentees_have_said_enough_for_figures_and_for_room() {
    let cast = Cast::new().await;
    let ingrid = cast.of("Ingrid Novák").await;
    let plans = list_plans(&ingrid, "women-in-tech-26").await.unwrap();
    let draft = plans.plans.iter().find(|plan| plan.name == "Second round").unwrap().id;
    let view = load_fairness(&ingrid, "women-in-tech-26", draft).await.unwrap();
    let shown = |at: usize| view.questions[at].groups.iter().filter(|group| group.figures.is_some()).count();
    assert_eq!((shown(0), shown(1)), (2, 2), "{view:?}");
    assert_eq!(view.questions[1].groups.len(), 3, "too few work on shifts");
    let told = view.questions.iter().flat_map(|one| &one.groups).filter_map(|group| group.figures?.matched);
    assert!(told.count() > 0);
    let preview = preview_engine(&ingrid, "women-in-tech-26", draft, Run::default()).await.unwrap();
    assert_eq!(preview.groups.len(), 4, "{:?}", preview.groups);
}
