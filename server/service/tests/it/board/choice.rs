//! Whom people wish for and from whom they would rather be apart: what it changes on the board, and who learns of it.

use super::*;
use domain::Problem;
use domain::choice::{MOST_APART, MOST_WISHES, Wish};
use domain::directory::{Filter as Search, Match};
use service::choice::{keep_apart, wish_for};
use service::directory::{load_directory, load_mentor, load_profile};

fn names(wishes: &[Wish]) -> Vec<&str> {
    wishes.iter().map(|wish| wish.name.as_str()).collect()
}

fn problem<T: std::fmt::Debug>(result: Result<T, Error>) -> Problem {
    match result {
        Err(Error::Invalid(mut fields)) if fields.len() == 1 => fields.remove(0).problem,
        other => panic!("not one problem: {other:?}"),
    }
}

impl Scene {
    pub(super) fn of_mentee(&self, at: usize) -> Context {
        self.world.of(&self.mentees[at])
    }

    async fn wish(&self, mentee: usize, mentor: usize, place: usize) -> Result<Vec<Wish>, Error> {
        wish_for(&self.of_mentee(mentee), SLUG, self.mentor(mentor), place, command()).await
    }

    /// What the board says of a mentee at a mentor.
    pub(super) async fn fit(&self, mentee: usize, mentor: usize) -> Result<i64, Rule> {
        let card = board::load_card(&self.ann, SLUG, self.plan, self.mentee(mentee), None).await.unwrap();
        card.candidates.iter().find(|one| one.mentor == self.mentor(mentor)).unwrap().fit
    }
}

#[tokio::test]
async fn wishes_have_an_order_and_raise_the_fit() {
    let scene = Scene::new().await;
    let before = scene.fit(0, 1).await.unwrap();
    assert_eq!(names(&scene.wish(0, 0, 1).await.unwrap()), ["Tomas"]);
    assert_eq!(names(&scene.wish(0, 1, 2).await.unwrap()), ["Tomas", "Greta"]);
    assert_eq!(names(&scene.wish(0, 1, 1).await.unwrap()), ["Greta", "Tomas"]);
    assert_eq!(scene.card(0).await.wishes, [scene.mentor(1), scene.mentor(0)]);
    assert_eq!(scene.card(0).await.rank_of(scene.mentor(0)), Some(2));
    assert_eq!(scene.card(1).await.wishes, []);
    let after = scene.fit(0, 1).await.unwrap();
    assert!(after > before && after > scene.fit(0, 0).await.unwrap());

    let own = scene.of_mentee(0);
    let page = load_directory(&own, SLUG, Search::default()).await.unwrap();
    assert_eq!(names(&page.wishes.unwrap()), ["Greta", "Tomas"]);
    for other in [scene.of_mentee(1), scene.world.of(&scene.mentors[1])] {
        let page = load_directory(&other, SLUG, Search::default()).await.unwrap();
        assert!(page.wishes.is_none_or(|wishes| wishes.is_empty()));
    }
    assert_eq!(names(&scene.wish(0, 1, 0).await.unwrap()), ["Tomas"]);
    assert_eq!(names(&scene.wish(0, 0, 0).await.unwrap()), Vec::<&str>::new());
    assert_eq!(scene.fit(0, 1).await.unwrap(), before);
    assert!(!scene.world.log().await.contains(&scene.mentors[1].id.to_string()));
}

#[tokio::test]
async fn wishes_have_limits_and_belong_to_mentees() {
    let scene = Scene::new().await;
    let mut more = vec![];
    for number in 0..MOST_WISHES {
        more.push(scene.world.participant(&format!("More{number}"), Role::Mentor).await);
    }
    let own = scene.of_mentee(0);
    for (place, mentor) in (1..).zip(&more) {
        wish_for(&own, SLUG, mentor.participation.unwrap(), place, command()).await.unwrap();
    }
    assert_eq!(problem(scene.wish(0, 0, 1).await), Problem::TooMany { most: MOST_WISHES });
    assert_eq!(names(&scene.wish(1, 0, 9).await.unwrap()), ["Tomas"], "behind the last is the last");
    // A mentor wishes for nobody, and a mentee is no mentor.
    let mentor = scene.world.of(&scene.mentors[0]);
    let refused = wish_for(&mentor, SLUG, scene.mentor(1), 1, command()).await;
    assert!(matches!(refused, Err(Error::NotFound)));
    let refused = wish_for(&own, SLUG, scene.mentee(1), 1, command()).await;
    assert!(matches!(refused, Err(Error::NotFound)));
    // Sent twice, it is done once; whoever has left the programme leaves no gap.
    let once = command();
    for _ in 0..2 {
        let kept = wish_for(&own, SLUG, more[4].participation.unwrap(), 1, once).await.unwrap();
        assert_eq!(names(&kept), ["More4", "More0", "More1", "More2", "More3"]);
    }
    let gone = more[0].participation.unwrap();
    let state = async |state: &str| {
        let sql = "update participation set state = $1 where id = $2";
        scene.world.house.run(sql, [state.into(), gone.0.into()]).await;
    };
    state("paused").await;
    assert_eq!(scene.card(0).await.rank_of(more[1].participation.unwrap()), Some(2));
    // Whoever only pauses keeps their place among the others.
    let kept = wish_for(&own, SLUG, more[4].participation.unwrap(), 0, command()).await.unwrap();
    assert_eq!(names(&kept), ["More1", "More2", "More3"]);
    state("approved").await;
    let kept = wish_for(&own, SLUG, more[1].participation.unwrap(), 1, command()).await.unwrap();
    assert_eq!(names(&kept), ["More1", "More0", "More2", "More3"]);
}

/// Whoever is mentor and mentee wishes as a mentee: as a mentor they have put nobody in order.
#[tokio::test]
async fn wishes_of_a_mentee_are_no_order_of_mentees() {
    let scene = Scene::new().await;
    let before = scene.fit(1, 0).await.unwrap();
    let mut tomas = scene.mentors[0].clone();
    tomas.roles.push((scene.world.programme, Role::Mentee));
    let id = ParticipationId(service::source::new_uuid());
    let sql = "insert into participation (id, programme_id, person_id, role, state, created_at, revision) \
               select $1, programme_id, person_id, 'mentee', 'approved', 0, 0 from participation where id = $2";
    scene.world.house.run(sql, [id.0.into(), scene.mentor(0).0.into()]).await;
    wish_for(&scene.world.of(&tomas), SLUG, scene.mentor(1), 1, command()).await.unwrap();
    assert_eq!(
        board::load_card(&scene.ann, SLUG, scene.plan, id, None).await.unwrap().card.wishes,
        [scene.mentor(1)]
    );
    assert_eq!(scene.fit(1, 0).await.unwrap(), before, "compared as ever");
}

#[tokio::test]
async fn who_would_rather_be_apart_is_and_only_they_know() {
    let scene = Scene::new().await;
    scene.wish(0, 0, 1).await.unwrap();
    // A mentee by the mentor's page, a mentor by an address.
    let (priya, greta) = (scene.of_mentee(0), scene.world.of(&scene.mentors[1]));
    let tomas = scene.mentors[0].id.to_string();
    let kept = keep_apart(&priya, SLUG, &tomas, true, command()).await.unwrap();
    assert_eq!(kept.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["Tomas"]);
    keep_apart(&greta, SLUG, " Jonas@Example.org ", true, command()).await.unwrap();
    assert_eq!(scene.fit(0, 0).await, Err(Rule::Apart));
    assert_eq!(scene.fit(1, 1).await, Err(Rule::Apart));
    assert_eq!(scene.card(0).await.wishes, [], "no wish for whom one would rather be apart from");
    assert!(matches!(
        refused(scene.put(&scene.ann, 0, 0, 0).await),
        Refusal::Forbidden { rule: Rule::Apart, .. }
    ));
    board::run_engine(&scene.ann, SLUG, scene.plan, Run::default(), command()).await.unwrap();
    assert_eq!(scene.card(0).await.mentor, Some(scene.mentor(1)));
    assert_eq!(scene.card(1).await.mentor, Some(scene.mentor(0)));

    // Nobody who is meant can tell: their pages say what they said before.
    let page = load_mentor(&scene.of_mentee(1), SLUG, scene.mentor(1)).await.unwrap();
    assert!(matches!(page.card.fit, Some(Match::Fits { .. })) && !page.choice.unwrap().apart);
    let page = load_mentor(&priya, SLUG, scene.mentor(0)).await.unwrap();
    assert!(page.choice.unwrap().apart);
    assert_eq!(load_profile(&scene.of_mentee(1)).await.unwrap().apart[0].people, []);
    assert_eq!(load_profile(&greta).await.unwrap().apart[0].people[0].name, "jonas@example.org");
    // The board's rows, its history and the log name the rule at most.
    let log = scene.world.log().await;
    assert!(!log.contains(&tomas) && !log.to_lowercase().contains("apart"), "{log}");

    // Whoever was named on a page keeps that name there, also after they have left; and an address stays one, whoever it is of.
    let gone = "update participation set state = 'completed' where person_id = $1";
    scene.world.house.run(gone, [scene.mentors[0].id.0.into()]).await;
    assert_eq!(load_profile(&priya).await.unwrap().apart[0].people[0].name, "Tomas");
    let back = "update participation set state = 'approved' where person_id = $1";
    scene.world.house.run(back, [scene.mentors[0].id.0.into()]).await;
    keep_apart(&priya, SLUG, "greta@example.org", true, command()).await.unwrap();
    let named = load_profile(&priya).await.unwrap().apart.remove(0).people;
    assert_eq!(named.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["Tomas", "greta@example.org"]);

    // A wish takes it back, and so does the list.
    scene.wish(0, 0, 1).await.unwrap();
    assert!(scene.fit(0, 0).await.is_ok());
    let jonas = scene.mentees[1].id.to_string();
    assert_eq!(keep_apart(&greta, SLUG, &jonas, false, command()).await.unwrap(), []);
    assert!(scene.fit(1, 1).await.is_ok());
}

#[tokio::test]
async fn keeping_apart_has_limits_and_says_nothing_of_others() {
    let scene = Scene::new().await;
    let own = scene.of_mentee(0);
    let say = async |who: &str| keep_apart(&own, SLUG, who, true, command()).await;
    assert_eq!(problem(say("nobody@example.org").await), Problem::Nobody);
    assert_eq!(problem(say("Priya@example.org").await), Problem::Oneself);
    assert_eq!(problem(say("Jonas").await), Problem::NotAnEmail);
    // An id is known to whom it was shown, so it is no way to names.
    assert_eq!(problem(say(&scene.mentees[1].id.to_string()).await), Problem::Nobody);
    // Somebody who does not take part may be named, and nothing tells whether they do, or what they are called.
    let person = async |name: &str| {
        let person = scene.world.person(name).await;
        let sql = "update person set email = lower(name) || '@example.org' where id = $1";
        scene.world.house.run(sql, [person.id.0.into()]).await;
        person
    };
    let outside = person("Outside").await;
    let kept = say("outside@example.org").await.unwrap();
    assert_eq!(kept.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["outside@example.org"]);
    for number in 1..MOST_APART {
        person(&format!("Person{number}")).await;
        say(&format!("person{number}@example.org")).await.unwrap();
    }
    assert_eq!(problem(say("jonas@example.org").await), Problem::TooMany { most: MOST_APART });
    let again = say(&outside.id.to_string()).await.unwrap();
    let named = again.iter().filter(|one| one.name == "outside@example.org").count();
    assert_eq!((again.len(), named), (MOST_APART, 1), "said again, and still no name");
    // A coordinator has no such list here.
    let refused = keep_apart(&scene.ann, SLUG, "jonas@example.org", true, command()).await;
    assert!(matches!(refused, Err(Error::NotFound)));
}

/// The engine's answer is for the board and the answers that were asked about.
#[tokio::test]
async fn a_wish_while_the_engine_looks_is_no_surprise() {
    let scene = Scene::new().await;
    scene.put(&scene.ann, 1, 1, 0).await.unwrap();
    scene.wish(0, 1, 1).await.unwrap();
    board::run_engine(&scene.ann, SLUG, scene.plan, Run::default(), command()).await.unwrap();
    assert_eq!(scene.card(0).await.mentor, Some(scene.mentor(1)), "as wished");
}
