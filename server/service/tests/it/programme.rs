//! Programmes: who may, what is stored, what is refused.

use crate::cast::Cast;
use crate::world::command;
use domain::actor::Who;
use domain::programme::form::{CreateForm, CriteriaForm, DescribeForm, ObjectiveForm, PhasesForm, RulesForm};
use domain::programme::view::{PeopleQuery, ProgrammeView, mark};
use domain::programme::{Enrolment, ParticipationState, ProgrammeState, Refusal, Template};
use domain::{CommandId, Role};
use service::programme::*;
use service::{Context, Error};

const TECH: &str = "women-in-tech-26";

async fn create(cx: &Context, template: Template, name: &str) -> String {
    let form = CreateForm { template: template.to_string(), name: name.into(), starts: "2026-12-07".into() };
    create_programme(cx, command(), form).await.unwrap()
}

fn refused<T: std::fmt::Debug>(result: service::Result<T>) -> domain::Refusal {
    match result {
        Err(Error::Refused(refusal)) => refusal,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn every_template_makes_a_draft_that_can_be_opened() {
    let cast = Cast::new().await;
    for template in Template::ALL {
        let pavel = cast.of("Pavel Dvořák").await;
        let slug = create(&pavel, *template, &format!("From {template}")).await;
        let pavel = cast.of("Pavel Dvořák").await;
        let view = load_programme(&pavel, &slug).await.unwrap();
        assert_eq!(view.programme.state, ProgrammeState::Draft);
        assert_eq!(view.programme.objectives.len(), template.objectives(Default::default()).len());
        assert_eq!(view.programme.phases.len(), 5);
        assert_eq!(view.programme.criteria, template.criteria());
        assert_eq!(view.my_roles, [Role::Coordinator]);
        let opened = change_state(&pavel, command(), &slug, ProgrammeState::Open).await;
        if *template == Template::Blank {
            assert!(matches!(refused(opened), domain::Refusal::Programme(Refusal::NotReady { .. })));
        } else {
            opened.unwrap();
        }
    }
}

#[tokio::test]
async fn a_repeated_command_creates_once() {
    let cast = Cast::new().await;
    let ingrid = cast.of("Ingrid Novák").await;
    let form = CreateForm { template: "circle".into(), name: "Circle".into(), starts: "2026-12-07".into() };
    let (before, id) = (cast.count("programme").await, command());
    let first = create_programme(&ingrid, id, form.clone()).await.unwrap();
    assert_eq!(create_programme(&ingrid, id, form.clone()).await.unwrap(), first);
    assert_eq!(cast.count("programme").await, before + 1);
    assert_eq!(create_programme(&ingrid, command(), form).await.unwrap(), "circle-2");
}

#[tokio::test]
async fn only_who_may_creates() {
    let cast = Cast::new().await;
    let form = CreateForm { template: "circle".into(), name: "Circle".into(), starts: "2026-12-07".into() };
    let tomas = create_programme(&cast.of("Tomás Herrera").await, command(), form.clone()).await;
    assert!(matches!(tomas, Err(Error::Denied(Who::Creators))), "{tomas:?}");
    let nobody = create_programme(&Context::visitor(cast.service.clone()), command(), form.clone()).await;
    assert!(matches!(nobody, Err(Error::SignInRequired)));
    let admin = create_programme(&cast.of("Anneliese Krüger").await, command(), form).await;
    assert_eq!(admin.unwrap(), "circle");
}

#[tokio::test]
async fn a_renamed_programme_is_found_under_its_old_name() {
    let cast = Cast::new().await;
    let ingrid = cast.of("Ingrid Novák").await;
    let is = load_programme(&ingrid, TECH).await.unwrap().programme;
    let rename = async |name: &str, from: &str| {
        let is = load_programme(&ingrid, from).await.unwrap().programme;
        let form = DescribeForm { name: name.into(), ..DescribeForm::from(&is.description) };
        describe_programme(&ingrid, command(), from, &mark(&is.description), form).await.unwrap()
    };
    assert_eq!(rename("Women in Tech 2027", TECH).await, "women-in-tech-2027");
    assert_eq!(load_programme(&ingrid, TECH).await.unwrap().programme.slug, "women-in-tech-2027");
    // Another programme does not get the old name, the programme itself gets it back.
    assert_eq!(create(&ingrid, Template::WomenInTech, "Women in Tech 26").await, "women-in-tech-26-2");
    assert_eq!(rename("Women in Tech 26", TECH).await, TECH);
    assert_eq!(load_programme(&ingrid, "women-in-tech-2027").await.unwrap().programme, is);
}

#[tokio::test]
async fn a_text_that_somebody_else_has_changed_is_not_overwritten() {
    let cast = Cast::new().await;
    let (ingrid, pavel) = (cast.of("Ingrid Novák").await, cast.of("Pavel Dvořák").await);
    let is = load_programme(&ingrid, TECH).await.unwrap().programme;
    let seen = mark(&is.description);
    let form =
        |purpose: &str| DescribeForm { purpose: purpose.into(), ..DescribeForm::from(&is.description) };
    describe_programme(&pavel, command(), TECH, &seen, form("Pavel’s")).await.unwrap();
    let late = describe_programme(&ingrid, command(), TECH, &seen, form("Ingrid’s")).await;
    assert!(matches!(late, Err(Error::Stale)), "{late:?}");
    describe_programme(&ingrid, command(), TECH, &seen, form("Pavel’s")).await.unwrap();
    // A change elsewhere is in nobody's way.
    let rules = RulesForm { mentor_most: "4".into(), ..RulesForm::from(&is.rules) };
    let seen = mark(&(is.rules.matching(), &is.criteria));
    set_matching(&ingrid, command(), TECH, &seen, rules, CriteriaForm::from(&is.criteria)).await.unwrap();
    let now = load_programme(&ingrid, TECH).await.unwrap().programme;
    assert_eq!((now.description.purpose.as_str(), now.rules.capacity.mentor_most), ("Pavel’s", 4));
}

#[tokio::test]
async fn phases_and_objectives_are_kept_as_typed() {
    let cast = Cast::new().await;
    let ingrid = cast.of("Ingrid Novák").await;
    let is = load_programme(&ingrid, TECH).await.unwrap().programme;
    let mut phases = PhasesForm::from(is.phases.as_slice());
    phases.ends[4] = "2027-12-31".into();
    let seen = mark(&(is.rules.format, &is.phases));
    schedule_programme(&ingrid, command(), TECH, &seen, "group".into(), phases).await.unwrap();
    let form = ObjectiveForm {
        measure: "Mentees who would recommend it".into(),
        unit: "%".into(),
        source: "by-hand".into(),
        baseline: "60".into(),
        target: "85,5".into(),
        by_hand: "71".into(),
        due: "2027-06-30".into(),
        serves: "People like to work here".into(),
    };
    add_objective(&ingrid, command(), TECH, form.clone()).await.unwrap();
    let past = ObjectiveForm { due: "2001-01-01".into(), ..form.clone() };
    assert!(matches!(add_objective(&ingrid, command(), TECH, past).await, Err(Error::Invalid(_))));
    let now = load_programme(&ingrid, TECH).await.unwrap().programme;
    assert_eq!(now.phases[0].id, is.phases[0].id);
    assert_eq!(now.span().unwrap().1.to_string(), "2027-12-31");
    let added = now.objectives.last().unwrap();
    assert_eq!((added.is.target, added.is.by_hand), (85.5, Some(71.0)));

    let changed = ObjectiveForm { by_hand: "74".into(), ..ObjectiveForm::from(&added.is) };
    set_objective(&ingrid, command(), TECH, added.id, &mark(&added.is), changed.clone()).await.unwrap();
    let other = ObjectiveForm { by_hand: "75".into(), ..changed };
    let late = set_objective(&ingrid, command(), TECH, added.id, &mark(&added.is), other).await;
    assert!(matches!(late, Err(Error::Stale)));
    remove_objective(&ingrid, command(), TECH, added.id).await.unwrap();
    let again = remove_objective(&ingrid, command(), TECH, added.id).await;
    assert_eq!(refused(again), Refusal::NoSuchObjective.into());
    assert_eq!(load_programme(&ingrid, TECH).await.unwrap().programme.objectives, is.objectives);
}

/// What somebody gets when they look at a programme, and when they try to change it.
async fn check(cast: &Cast, who: &str, slug: &str, looks: bool, changes: Result<(), &str>) {
    let cx = cast.of(who).await;
    let view = load_programme(&cx, slug).await;
    assert_eq!(view.is_ok(), looks, "{who} at {slug}: {view:?}");
    let events = cast.count("event").await;
    let result = change_state(&cx, command(), slug, ProgrammeState::Closed).await;
    match (changes, &result) {
        (Ok(()), Ok(_)) => {}
        (Err("denied"), Err(Error::Denied(Who::Coordinators))) | (Err("not found"), Err(Error::NotFound)) => {
            assert_eq!(cast.count("event").await, events, "{who}");
        }
        _ => panic!("{who} at {slug}: {result:?}"),
    }
}

#[tokio::test]
async fn who_may_not_know_of_it_finds_nothing_and_who_may_not_change_it_is_told_who_may() {
    let cast = Cast::new().await;
    check(&cast, "Tomás Herrera", TECH, true, Err("denied")).await;
    check(&cast, "Priya Sharma", TECH, true, Err("denied")).await;
    check(&cast, "Beatrix Vandenberghe", TECH, true, Err("denied")).await;
    check(&cast, "Anneliese Krüger", TECH, true, Err("denied")).await;
    check(&cast, "Aisha Rahman", TECH, false, Err("not found")).await;
    check(&cast, "Tomás Herrera", "onboarding-buddies", false, Err("not found")).await;
    check(&cast, "Tomás Herrera", "no-such-programme", false, Err("not found")).await;
    check(&cast, "Ingrid Novák", TECH, true, Ok(())).await;
    let closed = cast.of("Ingrid Novák").await;
    let refusal = refused(add_role(&closed, command(), TECH, "nobody@example.org", Role::Sponsor).await);
    assert_eq!(refusal, Refusal::NoSuchPerson { email: "nobody@example.org".into() }.into());
    let form = ObjectiveForm::from(&load_programme(&closed, TECH).await.unwrap().programme.objectives[0].is);
    assert_eq!(refused(add_objective(&closed, command(), TECH, form).await), Refusal::Closed.into());
}

#[tokio::test]
async fn a_draft_is_seen_by_its_coordinators_and_admins_only() {
    let cast = Cast::new().await;
    let slug = create(&cast.of("Ingrid Novák").await, Template::Circle, "Secret circle").await;
    let ingrid = cast.of("Ingrid Novák").await;
    let sponsor = "beatrix.vandenberghe@example.org";
    add_role(&ingrid, command(), &slug, sponsor, Role::Sponsor).await.unwrap();
    let beatrix = cast.of("Beatrix Vandenberghe").await;
    assert!(matches!(load_programme(&beatrix, &slug).await, Err(Error::NotFound)));
    let sees = |list: domain::programme::view::Programmes| list.lines.iter().any(|line| line.slug == slug);
    assert!(!sees(list_programmes(&beatrix).await.unwrap()));
    assert!(sees(list_programmes(&ingrid).await.unwrap()));
    assert!(sees(list_programmes(&cast.of("Anneliese Krüger").await).await.unwrap()));
    assert!(sees(list_programmes(&cast.system()).await.unwrap()));
    change_state(&ingrid, command(), &slug, ProgrammeState::Open).await.unwrap();
    assert!(load_programme(&beatrix, &slug).await.is_ok());
}

#[tokio::test]
async fn coordinators_come_and_go_but_one_stays() {
    let cast = Cast::new().await;
    let ingrid = cast.of("Ingrid Novák").await;
    let (me, pavel) = (cast.id("Ingrid Novák").await, cast.id("Pavel Dvořák").await);
    let twice = add_role(&ingrid, command(), TECH, "Pavel.Dvorak@example.org", Role::Coordinator).await;
    assert_eq!(refused(twice), Refusal::HasRole.into());
    remove_role(&ingrid, command(), TECH, pavel, Role::Coordinator).await.unwrap();
    let last = remove_role(&ingrid, command(), TECH, me, Role::Coordinator).await;
    assert_eq!(refused(last), Refusal::LastCoordinator.into());
    let mentor = add_role(&ingrid, command(), TECH, "nia.abebe@example.org", Role::Mentor).await;
    assert_eq!(refused(mentor), Refusal::NotAGivenRole.into());
}

#[tokio::test]
async fn people_are_found_filtered_and_paged() {
    let cast = Cast::new().await;
    let ingrid = cast.of("Ingrid Novák").await;
    let find = async |query: PeopleQuery| load_people(&ingrid, TECH, query).await.unwrap();
    let first = find(PeopleQuery::default()).await;
    assert_eq!((first.found, first.all, first.rows.len(), first.pages()), (80, 80, 50, 2));
    let names: Vec<_> = first.rows.iter().map(|row| row.person.name.as_str()).collect();
    assert!(
        names.iter().position(|name| *name == "Émile Moreau")
            < names.iter().position(|name| *name == "Farid Khan")
    );
    let second = find(PeopleQuery { page: 9, ..PeopleQuery::default() }).await;
    assert_eq!((second.query.page, second.rows.len(), second.places()), (2, 30, (51, 80)));
    let search = async |text: &str| {
        let rows = find(PeopleQuery { search: text.into(), ..PeopleQuery::default() }).await.rows;
        rows.into_iter().map(|row| row.person.name).collect::<Vec<_>>()
    };
    assert_eq!(search("emile").await, ["Émile Moreau"]);
    assert_eq!(search("HERRERA tomas").await, ["Tomás Herrera"]);
    assert_eq!(search("négotiation growth").await, ["Devraj Patel", "Ravi Iyer"]);
    assert_eq!(search("no such person").await, Vec::<String>::new());
    let mentors = find(PeopleQuery { role: Some(Role::Mentor), ..PeopleQuery::default() }).await;
    assert_eq!(mentors.found, 24);
    let tomas = mentors.rows.iter().find(|row| row.person.name == "Tomás Herrera").unwrap();
    assert_eq!((tomas.places, tomas.skills[0].as_str()), (Some(3), "rust"));
    let paused = PeopleQuery { state: Some(ParticipationState::Paused), ..PeopleQuery::default() };
    assert_eq!(find(paused).await.found, 0);
    let sponsor = load_people(&cast.of("Beatrix Vandenberghe").await, TECH, PeopleQuery::default()).await;
    assert!(matches!(sponsor, Err(Error::Denied(Who::Coordinators))));
    let admin = load_people(&cast.of("Anneliese Krüger").await, TECH, PeopleQuery::default()).await.unwrap();
    assert!(!admin.may_edit && admin.rows.iter().all(|row| row.ways.is_empty()));
}

#[tokio::test]
async fn enrolments_change_unless_somebody_counts_on_them() {
    let cast = Cast::new().await;
    let ingrid = cast.of("Ingrid Novák").await;
    let of = async |name: &str| {
        let query = PeopleQuery { search: name.into(), ..PeopleQuery::default() };
        load_people(&ingrid, TECH, query).await.unwrap().rows.remove(0)
    };
    let diego = of("Diego Vargas").await.participation;
    let set = async |change| set_participation(&ingrid, command(), TECH, diego, change).await;
    set(Enrolment::Pause).await.unwrap();
    assert_eq!(of("Diego Vargas").await.state, ParticipationState::Paused);
    let twice = refused(set(Enrolment::Pause).await);
    assert_eq!(twice, Refusal::WrongEnrolment { state: ParticipationState::Paused }.into());
    set(Enrolment::Resume).await.unwrap();
    set(Enrolment::Withdraw).await.unwrap();
    let view: ProgrammeView = load_programme(&ingrid, TECH).await.unwrap();
    assert_eq!(view.counts.mentees, 55);
    assert!(matches!(load_programme(&cast.of("Diego Vargas").await, TECH).await, Err(Error::NotFound)));
    set(Enrolment::Readmit).await.unwrap();
    for name in ["Priya Sharma", "Tomás Herrera", "Mei Tanaka"] {
        let row = of(name).await.participation;
        let refusal = refused(set_participation(&ingrid, command(), TECH, row, Enrolment::Withdraw).await);
        assert_eq!(refusal, Refusal::StillMatched.into(), "{name}");
    }
    let elsewhere =
        load_people(&cast.of("Pavel Dvořák").await, "onboarding-buddies", PeopleQuery::default()).await;
    let foreign = elsewhere.unwrap().rows[0].participation;
    let result =
        set_participation(&ingrid, CommandId(uuid::Uuid::nil()), TECH, foreign, Enrolment::Pause).await;
    assert!(matches!(result, Err(Error::NotFound)));
}
