//! Mentors are found by those who may look, fitted with who asks, and shown as far as they wish.

use crate::world::{Person, World, command};
use domain::Problem;
use domain::Role;
use domain::directory::{Filter, Match, OwnProfile, ProfileForm};
use service::Error;
use service::directory::{edit_profile, load_directory, load_mentor, load_profile};

const SLUG: &str = "women-in-tech";

async fn mentor(world: &World, name: &str, form: ProfileForm) -> Person {
    let person = world.participant(name, Role::Mentor).await;
    edit_profile(&world.of(&person), command(), 0, form).await.unwrap();
    person
}

fn offers(skills: &str) -> ProfileForm {
    let text = str::to_owned;
    ProfileForm {
        job: text("Engineer"),
        skills_offered: text(skills),
        languages: text("english"),
        goals: text("CANARYGOAL"),
        skills_wanted: text("canarywish"),
        ..ProfileForm::default()
    }
}

#[tokio::test]
async fn a_mentee_finds_mentors_by_fit_and_filter() {
    let world = World::new().await;
    mentor(&world, "Greta", offers("data, hiring")).await;
    let tomas =
        mentor(&world, "Tomás", ProfileForm { capacity: "1".to_owned(), ..offers("rust, leading people") })
            .await;
    world.participant_in_state("Waiting", Role::Mentor, "applied").await;
    let mentee = world.participant("Priya", Role::Mentee).await;
    let wants = ProfileForm {
        skills_wanted: "rust".to_owned(),
        languages: "english".to_owned(),
        ..ProfileForm::default()
    };
    edit_profile(&world.of(&mentee), command(), 0, wants).await.unwrap();
    let other = world.participant("Nia", Role::Mentee).await;
    world.mentorship(&tomas, &other, 1).await;

    let cx = world.of(&mentee);
    let page = load_directory(&cx, SLUG, Filter::default()).await.unwrap();
    let names: Vec<_> = page.browsed.cards.iter().map(|card| card.person.name.as_str()).collect();
    assert_eq!((names, page.fitted), (vec!["Tomás", "Greta"], true));
    let [tomas_card, greta_card] = &page.browsed.cards[..] else { panic!("two mentors") };
    assert_eq!((tomas_card.places, tomas_card.free, greta_card.places, greta_card.free), (1, 0, 2, 2));
    assert!(
        matches!(&tomas_card.fit, Some(Match::Fits { percent, reasons }) if *percent > 50 && !reasons.is_empty())
    );
    let sent = serde_json::to_string(&page).unwrap();
    assert!(!sent.contains("CANARY") && !sent.contains("canary") && !sent.contains("boss-of"), "{sent}");

    let filter = Filter { free: true, ..Filter::default() };
    assert_eq!(load_directory(&cx, SLUG, filter).await.unwrap().browsed.found, 1);
    let filter = Filter { words: "tomas rust".to_owned(), ..Filter::default() };
    assert_eq!(load_directory(&cx, SLUG, filter).await.unwrap().browsed.cards[0].person.name, "Tomás");
}

#[tokio::test]
async fn a_profile_shows_each_reader_what_is_for_them() {
    let world = World::new().await;
    let greta = mentor(&world, "Greta", offers("data")).await;
    let (matched, other) =
        (world.participant("Priya", Role::Mentee).await, world.participant("Nia", Role::Mentee).await);
    world.mentorship(&greta, &matched, 1).await;
    let (coordinator, stranger) = (world.coordinator("Ingrid").await, world.person("Omar").await);
    let id = greta.participation.unwrap();
    let seen = async |person: &Person| {
        let page = load_mentor(&world.of(person), SLUG, id).await.unwrap();
        let (profile, employment) = (page.seen.profile().clone(), page.seen.employment().clone());
        (!profile.goals.is_empty(), !employment.manager_email.is_empty(), page.own)
    };
    assert_eq!(seen(&other).await, (false, false, false));
    assert_eq!(seen(&matched).await, (true, false, false));
    assert_eq!(seen(&coordinator).await, (true, true, false));
    assert_eq!(seen(&greta).await, (true, true, true));
    assert!(matches!(load_mentor(&world.of(&stranger), SLUG, id).await, Err(Error::NotFound)));
    let mentee = matched.participation.unwrap();
    assert!(matches!(load_mentor(&world.of(&other), SLUG, mentee).await, Err(Error::NotFound)));
    let mut sponsor = world.person("Sam").await;
    sponsor.roles.push((world.programme, Role::Sponsor));
    assert!(matches!(
        load_directory(&world.of(&sponsor), SLUG, Filter::default()).await,
        Err(Error::NotFound)
    ));
}

#[tokio::test]
async fn ones_own_profile_is_kept_whole_or_refused_whole() {
    let world = World::new().await;
    let person = world.person("Omar").await;
    let cx = world.of(&person);
    let form = ProfileForm {
        time_zone: "Europe/Berlin".to_owned(),
        biography: "CANARY".to_owned(),
        ..offers("rust (expert), sql")
    };
    edit_profile(&cx, command(), 0, form.clone()).await.unwrap();
    let OwnProfile { name, revision, form: stored, .. } = load_profile(&cx).await.unwrap();
    assert_eq!((name.as_str(), revision, &stored), ("Omar", 1, &form));
    assert!(!world.log().await.contains("CANARY"));

    edit_profile(&cx, command(), 1, form.clone()).await.unwrap();
    assert_eq!((world.count("event").await, load_profile(&cx).await.unwrap().revision), (1, 1));
    let late = ProfileForm { job: "Director".to_owned(), ..form.clone() };
    assert!(matches!(edit_profile(&cx, command(), 0, late).await, Err(Error::Stale)));
    let wrong =
        ProfileForm { time_zone: "Middle/Earth".to_owned(), capacity: "99".to_owned(), ..form.clone() };
    let Err(Error::Invalid(errors)) = edit_profile(&cx, command(), 1, wrong).await else {
        panic!("two fields are wrong")
    };
    let problems: Vec<_> = errors.iter().map(|error| &error.problem).collect();
    assert_eq!(problems, [&Problem::NotAZone, &Problem::OutOfRange { least: 0, most: 50 }]);
    assert_eq!(load_profile(&cx).await.unwrap().form, form);
}

#[tokio::test]
async fn who_has_had_each_other_does_not_get_each_other_again() {
    let world = World::new().await;
    let greta = mentor(&world, "Greta", offers("data")).await;
    let (former, other) =
        (world.participant("Priya", Role::Mentee).await, world.participant("Nia", Role::Mentee).await);
    world.mentorship(&greta, &former, 300).await;
    let fit = async |mentee: &Person| {
        let page = load_directory(&world.of(mentee), SLUG, Filter::default()).await.unwrap();
        page.browsed.cards.into_iter().next().unwrap().fit.unwrap()
    };
    assert!(matches!(fit(&former).await, Match::Fits { .. }), "while it is at work, nothing is over");
    world.house.run("update mentorship set closed_at = 1", []).await;
    let again = domain::criteria::CriterionKind::Earlier.rule().to_owned();
    assert_eq!(fit(&former).await, Match::Cannot { why: again });
    assert!(matches!(fit(&other).await, Match::Fits { .. }));
}
