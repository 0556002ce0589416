//! Two plans beside each other: what differs for whom, who is in one of them only, and how a place is taken over.

use super::small::programme;
use super::*;
use domain::board::{COMPARED, CompareOrder, Comparison, Difference, TakeOver, Tally, WhyLone, Worth};

impl Scene {
    /// A copy of the plan as it is.
    async fn copy(&self) -> MatchPlanId {
        board::create_plan(&self.ann, SLUG, board::NewPlan::copy("Draft B", self.plan), command())
            .await
            .unwrap()
    }

    async fn beside(&self, with: MatchPlanId) -> Comparison {
        board::compare_plans(&self.ann, SLUG, self.plan, with, CompareQuery::default()).await.unwrap()
    }

    /// One place for each mentor: Priya with Tomas, Jonas with Greta, Noor waiting.
    async fn tight_pairs() -> Self {
        let scene = Self::new().await;
        scene.world.house.run("update participation set capacity = 1 where role = 'mentor'", []).await;
        scene.put(&scene.ann, 0, 0, 0).await.unwrap();
        scene.put(&scene.ann, 1, 1, 0).await.unwrap();
        scene
    }
}

fn line<'a>(compared: &'a Comparison, name: &str) -> &'a Difference {
    compared.differences.lines.iter().find(|one| one.mentee.name == name).unwrap()
}

#[tokio::test]
async fn a_plan_is_copied_and_compared() {
    let scene = Scene::new().await;
    scene.put(&scene.ann, 0, 0, 0).await.unwrap();
    scene.put(&scene.ann, 1, 1, 0).await.unwrap();
    let made = command();
    let copy = board::create_plan(&scene.ben, SLUG, board::NewPlan::copy("Draft B", scene.plan), made)
        .await
        .unwrap();
    let again = board::create_plan(&scene.ben, SLUG, board::NewPlan::copy("Draft B", scene.plan), made)
        .await
        .unwrap();
    assert_eq!(copy, again);
    let alike = scene.beside(copy).await;
    assert_eq!((alike.same, alike.differences.total, alike.gain), (2, 0, Gain::default()));
    let seen = SeenCard { id: scene.mentee(0), revision: 1 };
    board::move_card(&scene.ben, SLUG, copy, seen, Target(None), command()).await.unwrap();
    let differ = scene.beside(copy).await;
    let [one] = &differ.differences.lines[..] else { panic!("{differ:?}") };
    assert_eq!((one.mentee.name.as_str(), &one.there.mentor, one.to), ("Priya", &None, Target(None)));
    assert_eq!((differ.same, differ.gain.pairs, differ.gain.fit), (1, -1, -one.here.fit.unwrap()));
    assert_eq!((one.worth, &one.take), (Worth::Loses, &TakeOver::Free));
    assert_eq!(differ.tally, Tally { lose: 1, ..Tally::default() });
    let [mentor] = &differ.mentors.lines[..] else { panic!("{differ:?}") };
    assert_eq!((mentor.mentor.name.as_str(), mentor.here, mentor.there), ("Tomas", 1, 0));
    assert_eq!(scene.card(0).await.mentor, Some(scene.mentor(0)), "the first plan stays as it was");
    let nowhere = MatchPlanId(scene.mentee(0).0);
    let nowhere = board::create_plan(&scene.ann, SLUG, board::NewPlan::copy("C", nowhere), command()).await;
    assert!(matches!(nowhere, Err(Error::NotFound)));
}

#[tokio::test]
async fn a_place_that_is_taken_is_taken_over_by_changing_places() {
    let scene = Scene::tight_pairs().await;
    let copy = scene.copy().await;
    let (one, other) = (scene.seen(0, 1), scene.seen(1, 1));
    board::swap_cards(&scene.ben, SLUG, copy, one, other, command()).await.unwrap();
    let compared = scene.beside(copy).await;
    let priya = line(&compared, "Priya");
    assert_eq!((priya.here.mentor.as_deref(), priya.there.mentor.as_deref()), (Some("Tomas"), Some("Greta")));
    let TakeOver::Full(rooms) = &priya.take else { panic!("{priya:?}") };
    let [(name, room)] = &rooms[..] else { panic!("{rooms:?}") };
    assert_eq!((name.as_str(), room.card), ("Jonas", scene.seen(1, 1)));
    assert_eq!(room.swap, Some(compared.gain), "the swap alone makes the two plans alike");
    assert_eq!(room.tray.pairs, -1);
    let moved = board::move_card(&scene.ann, SLUG, scene.plan, priya.seen, priya.to, command()).await;
    assert_eq!(refused(moved), Refusal::MentorFull { mentor: scene.mentor(1), places: 1 });
    board::swap_cards(&scene.ann, SLUG, scene.plan, priya.seen, room.card, command()).await.unwrap();
    assert!(scene.beside(copy).await.is_alike());
}

#[tokio::test]
async fn a_place_that_is_taken_is_taken_over_by_sending_somebody_to_the_tray() {
    let scene = Scene::tight_pairs().await;
    let copy = scene.copy().await;
    let (noor, jonas) = (scene.seen(2, 0), scene.seen(1, 1));
    board::take_place(&scene.ben, SLUG, copy, noor, jonas, command()).await.unwrap();
    let compared = scene.beside(copy).await;
    assert_eq!(compared.tally, Tally { gain: 1, lose: 1, change: 0 });
    let names: Vec<_> = compared.differences.lines.iter().map(|one| one.mentee.name.as_str()).collect();
    assert_eq!(names, ["Jonas", "Noor"], "whoever loses stands first");
    assert_eq!(line(&compared, "Jonas").take, TakeOver::Free);
    let noor = line(&compared, "Noor");
    let TakeOver::Full(rooms) = &noor.take else { panic!("{noor:?}") };
    let [(_, room)] = &rooms[..] else { panic!("{rooms:?}") };
    assert_eq!((room.card, room.swap, room.tray), (jonas, None, compared.gain));
    board::take_place(&scene.ann, SLUG, scene.plan, noor.seen, room.card, command()).await.unwrap();
    assert!(scene.beside(copy).await.is_alike());
}

#[tokio::test]
async fn what_cannot_be_taken_over_says_why() {
    let scene = Scene::tight_pairs().await;
    let copy = scene.copy().await;
    let (noor, jonas) = (scene.seen(2, 0), scene.seen(1, 1));
    board::take_place(&scene.ben, SLUG, copy, noor, jonas, command()).await.unwrap();
    assert_eq!(proposals::publish_plan(&scene.ann, SLUG, scene.plan, command()).await.unwrap(), 2);
    let compared = scene.beside(copy).await;
    let only: Vec<_> = compared.only_here.lines.iter().map(|one| one.mentee.name.as_str()).collect();
    assert_eq!(only, ["Jonas", "Priya"], "proposed here, and so in no other plan");
    assert_eq!(
        line(&compared, "Noor").take,
        TakeOver::Not("Greta has no place here that could be freed: whoever has one stays.".into())
    );
}

#[tokio::test]
async fn who_is_in_one_plan_only_is_listed_with_where_and_why() {
    let scene = Scene::new().await;
    let other =
        board::create_plan(&scene.ann, SLUG, board::NewPlan::named("Draft B"), command()).await.unwrap();
    let [proposal, _] = scene.published().await;
    for person in [&scene.mentees[0], &scene.mentors[0]] {
        proposals::accept_proposal(&scene.world.of(person), proposal, command()).await.unwrap();
    }
    scene.put(&scene.ann, 2, 1, 0).await.unwrap();
    let gone = "update participation set state = 'withdrawn' where id = $1";
    scene.world.house.run(gone, [scene.mentee(2).0.into()]).await;
    let compared = scene.beside(other).await;
    let lines: Vec<_> = compared
        .only_here
        .lines
        .iter()
        .map(|one| (one.mentee.name.as_str(), one.seat.mentor.as_deref(), one.why))
        .collect();
    let expected = [
        ("Jonas", Some("Greta"), Some(WhyLone::Proposed)),
        ("Noor", Some("Greta"), Some(WhyLone::Left)),
        ("Priya", Some("Tomas"), Some(WhyLone::AtWork)),
    ];
    assert_eq!(lines, expected);
    assert_eq!((compared.only_there.total, compared.differences.total), (0, 0));
    let turned = board::compare_plans(&scene.ann, SLUG, other, scene.plan, CompareQuery::default()).await;
    assert_eq!(turned.unwrap().only_there, compared.only_here, "seen from the other plan");
}

#[tokio::test]
async fn who_joined_after_a_plan_was_made_waits_there_for_that_reason() {
    let scene = Scene::new().await;
    scene.world.service.settings.clock.advance(60);
    let late = scene.world.participant("Late", Role::Mentee).await;
    says(&scene.world, &late, &[], &["rust"]).await;
    let joined = "update participation set created_at = created_at + 30000 where id = $1";
    scene.world.house.run(joined, [late.participation.unwrap().0.into()]).await;
    let newer = scene.copy().await;
    let seen = SeenCard { id: late.participation.unwrap(), revision: 0 };
    let to = Target(Some(scene.mentor(0)));
    board::move_card(&scene.ann, SLUG, newer, seen, to, command()).await.unwrap();
    let compared = scene.beside(newer).await;
    let one = line(&compared, "Late");
    assert_eq!((one.here.joined_later, one.there.joined_later, one.worth), (true, false, Worth::Gains));
}

#[tokio::test]
async fn a_long_comparison_comes_in_pages_and_in_the_order_that_is_asked_for() {
    let (_world, ann, plan) = programme(28, 55).await;
    let full = board::create_plan(&ann, SLUG, board::NewPlan::named("Draft B"), command()).await.unwrap();
    board::run_engine(&ann, SLUG, full, Run::default(), command()).await.unwrap();
    let page = async |order, page| {
        let query = CompareQuery { order, page, ..CompareQuery::default() };
        board::compare_plans(&ann, SLUG, plan, full, query).await.unwrap()
    };
    let first = page(CompareOrder::Name, 1).await;
    let last = page(CompareOrder::Name, 2).await;
    assert_eq!((first.differences.lines.len(), last.differences.lines.len()), (COMPARED, 5));
    assert_eq!((last.differences.page, last.differences.pages, last.differences.total), (2, 2, 55));
    let both = first.differences.lines.iter().chain(&last.differences.lines);
    let names: Vec<_> = both.map(|one| one.mentee.name.clone()).collect();
    assert!(names.is_sorted(), "{names:?}");
    let gain = Tally { gain: 55, ..Tally::default() };
    assert_eq!((first.tally, last.tally), (gain, gain), "the summary is of all pages");
    let worst = page(CompareOrder::Loss, 1).await.differences.lines;
    let fits: Vec<_> = worst.iter().map(|one| one.there.fit).collect();
    assert!(fits.is_sorted(), "who would gain least: {fits:?}");
}
