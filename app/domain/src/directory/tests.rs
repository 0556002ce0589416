//! What is shown to whom, what is found, and that a profile survives its own form.

use super::*;
use crate::person::{Level, Seniority, Style};
use crate::{FieldError, Problem};
use crate::{ParticipationId, PersonId};
use proptest::prelude::*;
use uuid::Uuid;

fn card(number: u128, name: &str, skills: &[&str], languages: &[&str], free: u32) -> Card {
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    let profile = Profile {
        skills_offered: skills.iter().map(|skill| Skill::named(skill)).collect(),
        languages: words(languages),
        ..Profile::default()
    };
    let line = PersonLine::new(PersonId(Uuid::from_u128(number)), name, "", "");
    Card::new(ParticipationId(Uuid::from_u128(number)), line, &Employment::default(), &profile, 2, free)
}

fn cast() -> Vec<Card> {
    vec![
        card(1, "Tomás Herrera", &["rust", "leading people"], &["spanish", "english"], 1),
        card(2, "Greta Lindgren", &["data", "leading people"], &["swedish", "english"], 0),
        card(3, "Ravi Iyer", &["rust"], &["english"], 2),
    ]
}

fn names(filter: &Filter) -> Vec<String> {
    browse(cast(), filter).cards.into_iter().map(|card| card.person.name).collect()
}

#[test]
fn lists_are_met_by_any_of_their_words_and_all_lists_have_to_be_met() {
    let list = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    let check = |filter: Filter, expect: &[&str]| assert_eq!(names(&filter), expect, "{filter:?}");
    check(Filter::default(), &["Ravi Iyer", "Tomás Herrera", "Greta Lindgren"]);
    check(
        Filter { skills: list(&["rust", "data"]), ..Filter::default() },
        &["Ravi Iyer", "Tomás Herrera", "Greta Lindgren"],
    );
    check(
        Filter { skills: list(&["rust"]), languages: list(&["spanish"]), ..Filter::default() },
        &["Tomás Herrera"],
    );
    check(Filter { words: "tomas lead".to_owned(), ..Filter::default() }, &["Tomás Herrera"]);
    check(Filter { free: true, skills: list(&["leading people"]), ..Filter::default() }, &["Tomás Herrera"]);
    check(Filter { words: "nobody".to_owned(), ..Filter::default() }, &[]);
}

#[test]
fn a_facet_counts_what_choosing_it_would_leave() {
    let filter = Filter { skills: vec!["rust".to_owned()], ..Filter::default() };
    let browsed = browse(cast(), &filter);
    let count = |facets: &[Facet], value: &str| {
        facets.iter().find(|facet| facet.value == value).map(|facet| (facet.count, facet.chosen))
    };
    assert_eq!(count(&browsed.skills, "rust"), Some((2, true)));
    assert_eq!(count(&browsed.skills, "data"), Some((1, false)));
    assert_eq!(count(&browsed.languages, "spanish"), Some((1, false)));
    assert_eq!(count(&browsed.languages, "swedish"), Some((0, false)));
    assert_eq!((browsed.found, browsed.all, browsed.all_free, browsed.free), (2, 3, 2, 2));
}

#[test]
fn the_best_fit_stands_first_and_what_cannot_be_last() {
    let mut cards = cast();
    cards[0].fit = Some(Match::Cannot { why: String::new() });
    cards[1].fit = Some(Match::Fits { percent: 0, reasons: vec![] });
    cards[2].fit = Some(Match::Fits { percent: 80, reasons: vec![] });
    let order: Vec<_> =
        browse(cards, &Filter::default()).cards.into_iter().map(|card| card.person.name).collect();
    assert_eq!(order, ["Ravi Iyer", "Greta Lindgren", "Tomás Herrera"]);
}

#[test]
fn pages_hold_everybody_once() {
    let cards: Vec<Card> = (0..50).map(|number| card(number, &format!("N{number}"), &[], &[], 1)).collect();
    let page = |page| browse(cards.clone(), &Filter { page, ..Filter::default() });
    assert_eq!((page(1).pages, page(1).cards.len(), page(3).cards.len()), (3, 24, 2));
    assert_eq!(page(99).page, 3);
    let mut ids: Vec<_> = (1..=3).flat_map(|at| page(at).cards).map(|card| card.person.id).collect();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), 50);
}

fn full() -> (Employment, Profile) {
    let text = str::to_owned;
    let employment = Employment {
        external_id: Some(text("E7")),
        team: text("Payments"),
        manager_email: text("boss@example.org"),
        location: text("Madrid"),
    };
    let profile = Profile {
        job: text("Staff engineer"),
        pronouns: text("he/him"),
        seniority: Some(Seniority::Lead),
        experience_years: Some(12),
        skills_offered: vec![
            Skill { name: text("rust"), level: Some(Level::Expert) },
            Skill::named("c, c++"),
        ],
        skills_wanted: vec![Skill::named("budgets (large)")],
        goals: vec![text("Speak, and be heard"), text("Write more")],
        interests: vec![text("chess")],
        languages: vec![text("spanish"), text("english")],
        time_zone: text("Europe/Madrid"),
        availability: text("mornings"),
        meeting: Some(Meeting::Video),
        style: Some(Style::Direct),
        capacity: Some(3),
        biography: text("I was thrown into leading a team.\nI would like to be the help."),
    };
    (employment, profile)
}

#[test]
fn others_read_only_what_is_for_them() {
    let (employment, profile) = full();
    let participants = Seen::by(Audience::Participants, &employment, &profile);
    assert_eq!(participants.employment().manager_email, "");
    assert_eq!(participants.employment().external_id, None);
    assert!(participants.profile().goals.is_empty() && participants.profile().skills_wanted.is_empty());
    assert_eq!(participants.profile().biography, profile.biography);
    let matched = Seen::by(Audience::Match, &employment, &profile);
    assert_eq!((matched.profile(), &*matched.employment().manager_email), (&profile, ""));
    let coordinator = Seen::by(Audience::Coordinators, &employment, &profile);
    assert_eq!((coordinator.profile(), coordinator.employment()), (&profile, &employment));
}

#[test]
fn a_profile_survives_its_form() {
    let (_, profile) = full();
    assert_eq!(ProfileForm::of(&profile).read(|_| true), Ok(profile.clone()));
    assert_eq!(ProfileEdited::between(&profile, &profile), None);
    let after = Profile { goals: vec![], capacity: None, ..profile.clone() };
    let fields = vec![ProfileField::Goals, ProfileField::Capacity];
    assert_eq!(ProfileEdited::between(&profile, &after), Some(ProfileEdited { fields }));
}

#[test]
fn everything_wrong_is_said_at_once() {
    let text = str::to_owned;
    let form = ProfileForm {
        time_zone: text("Middle/Earth"),
        capacity: text("many"),
        experience_years: text("71"),
        seniority: text("wizard"),
        ..ProfileForm::default()
    };
    let error = |field: &str, problem| FieldError { field: text(field), problem };
    let mut errors = form.read(|_| false).unwrap_err();
    errors.sort_by(|one, other| one.field.cmp(&other.field));
    let expect = vec![
        error("capacity", Problem::NotANumber),
        error("experience_years", Problem::OutOfRange { least: 0, most: 70 }),
        error("seniority", Problem::NotAChoice),
        error("time_zone", Problem::NotAZone),
    ];
    assert_eq!(errors, expect);
}

#[test]
fn skills_are_read_as_people_write_them() {
    let check = |text: &str, expect: &[(&str, Option<Level>)]| {
        let form = ProfileForm { skills_offered: text.to_owned(), ..ProfileForm::default() };
        let skills = form.read(|_| true).unwrap().skills_offered;
        let skills: Vec<_> = skills.iter().map(|skill| (skill.name.as_str(), skill.level)).collect();
        assert_eq!(skills, expect, "{text}");
    };
    check("Rust (Expert), SQL, rust", &[("rust", Some(Level::Expert)), ("sql", None)]);
    check("c, c++;", &[("c, c++", None)]);
    check("budgets (large)\nhiring", &[("budgets (large)", None), ("hiring", None)]);
    check(" , ;; ", &[]);
}

proptest! {
    /// Lists of any plain words come back from their form as they were.
    #[test]
    fn lists_survive(words in proptest::collection::btree_set("[a-z][a-z ,+#.]{0,10}[a-z]", 0..8)) {
        let profile = Profile { interests: words.into_iter().collect(), ..Profile::default() };
        prop_assert_eq!(ProfileForm::of(&profile).read(|_| true), Ok(profile));
    }
}
