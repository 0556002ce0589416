//! What each criterion gives to a pair, in tables.

use super::*;
use crate::PersonId;
use crate::person::{Employment, Level, Profile, Seniority, Skill};
use uuid::Uuid;

pub(super) fn person(number: u128) -> Subject {
    Subject {
        person: PersonId(Uuid::from_u128(number)),
        email: format!("p{number}@example.org"),
        employment: Employment::default(),
        profile: Profile::default(),
        zone: None,
        second_manager: String::new(),
        earlier: vec![],
        wishes: vec![],
        apart: vec![],
        matters: vec![],
        attributes: vec![],
    }
}

pub(super) fn only(kind: CriterionKind) -> Criteria {
    Criteria(vec![Criterion::counts(kind, 10)])
}

pub(super) fn hard(kind: CriterionKind) -> Criteria {
    Criteria(vec![Criterion::rule(kind)])
}

pub(super) fn score(mentee: &Subject, mentor: &Subject, criteria: &Criteria) -> Result<i64, Rule> {
    match fit(mentee, mentor, criteria) {
        Outcome::Allowed(fit) => Ok(fit.score),
        Outcome::Forbidden(rule) => Err(rule),
    }
}

pub(super) fn skills(list: &[(&str, Option<Level>)]) -> Vec<Skill> {
    list.iter().map(|(name, level)| Skill { name: (*name).into(), level: *level }).collect()
}

/// What `kind` gives to a pair that `set` has filled in.
fn check(kind: CriterionKind, set: impl Fn(&mut Subject, &mut Subject), expect: Result<i64, Rule>) {
    let (mut mentee, mut mentor) = (person(1), person(2));
    set(&mut mentee, &mut mentor);
    assert_eq!(score(&mentee, &mentor, &only(kind)), expect, "{kind}");
}

#[test]
fn each_criterion_gives_its_share() {
    use CriterionKind::*;
    let want = |mentee: &mut Subject, wanted: &[(&str, Option<Level>)]| {
        mentee.profile.skills_wanted = skills(wanted)
    };
    let offer = |mentor: &mut Subject, offered: &[(&str, Option<Level>)]| {
        mentor.profile.skills_offered = skills(offered)
    };
    check(
        Skills,
        |a, b| {
            want(a, &[("rust", None), ("sql", None)]);
            offer(b, &[("sql", None), ("sailing", None)])
        },
        Ok(500_000),
    );
    check(
        Skills,
        |a, b| {
            want(a, &[("Rust ", None)]);
            offer(b, &[("rust", None)])
        },
        Ok(FULL),
    );
    check(
        Skills,
        |a, b| {
            want(a, &[("rust", Some(Level::Expert))]);
            offer(b, &[("rust", Some(Level::Advanced))])
        },
        Ok(700_000),
    );
    check(
        Skills,
        |a, b| {
            want(a, &[("rust", Some(Level::Expert))]);
            offer(b, &[("rust", Some(Level::Beginner))])
        },
        Ok(400_000),
    );
    check(
        Skills,
        |a, b| {
            want(a, &[("rust", Some(Level::Expert))]);
            offer(b, &[("rust", None)])
        },
        Ok(FULL),
    );
    check(Skills, |a, _| want(a, &[("rust", None)]), Ok(NEUTRAL));
    check(
        Goals,
        |a, b| {
            a.profile.goals = vec!["Lead a team".into(), "Speak".into()];
            b.profile.goals = vec!["lead a team".into()]
        },
        Ok(500_000),
    );
    check(
        Interests,
        |a, b| {
            a.profile.interests = vec!["chess".into(), "music".into()];
            b.profile.interests = vec!["chess".into()]
        },
        Ok(FULL),
    );
    check(
        Languages,
        |a, b| {
            a.profile.languages = vec!["german".into(), "english".into()];
            b.profile.languages = vec!["english".into()]
        },
        Ok(FULL),
    );
    check(
        Languages,
        |a, b| {
            a.profile.languages = vec!["german".into()];
            b.profile.languages = vec!["english".into()]
        },
        Ok(0),
    );
    check(
        Style,
        |a, b| {
            a.profile.style = Some(crate::person::Style::Direct);
            b.profile.style = Some(crate::person::Style::Reflective)
        },
        Ok(0),
    );
    check(
        Meeting,
        |a, b| {
            a.profile.meeting = Some(crate::person::Meeting::Either);
            b.profile.meeting = Some(crate::person::Meeting::Video)
        },
        Ok(FULL),
    );
    check(
        Experience,
        |a, b| {
            a.profile.experience_years = Some(2);
            b.profile.experience_years = Some(8)
        },
        Ok(FULL),
    );
    check(
        Experience,
        |a, b| {
            a.profile.seniority = Some(Seniority::Senior);
            b.profile.seniority = Some(Seniority::Mid)
        },
        Ok(0),
    );
    check(
        Experience,
        |a, b| {
            a.profile.seniority = Some(Seniority::Senior);
            b.profile.experience_years = Some(9)
        },
        Ok(NEUTRAL),
    );
    check(
        OtherTeam,
        |a, b| {
            a.employment.team = "Search".into();
            b.employment.team = "search".into()
        },
        Ok(0),
    );
    check(
        OtherTeam,
        |a, b| {
            a.employment.team = "Search".into();
            b.employment.team = "Data".into()
        },
        Ok(FULL),
    );
    check(OwnManager, |a, _| a.employment.manager_email = "p2@example.org".into(), Ok(0));
    check(OwnManager, |_, b| b.employment.manager_email = "p1@example.org".into(), Ok(0));
    check(OwnManager, |a, _| a.employment.manager_email = "p3@example.org".into(), Ok(FULL));
    check(OwnManager, |a, _| a.second_manager = "p2@example.org".into(), Ok(500_000));
    check(
        OtherTeam,
        |a, b| {
            for (one, team) in [(a, "Search"), (b, "Data")] {
                one.employment = Employment {
                    team: team.into(),
                    manager_email: "p3@example.org".into(),
                    ..Employment::default()
                };
            }
        },
        Ok(500_000),
    );
    check(Earlier, |_, _| {}, Ok(FULL));
    check(Earlier, |a, _| a.earlier = vec![person(3).person, person(2).person], Ok(0));
    check(Earlier, |_, b| b.earlier = vec![person(1).person], Ok(0));
}

#[test]
fn close_relatives_of_a_wanted_skill_count_a_part() {
    use Level::*;
    for (wanted, offered, expect, said) in [
        (&[("presentations", None)][..], &[("Presenting", None)][..], FULL, "presentations"),
        (
            &[("public speaking", None)],
            &[("presentations", None)],
            400_000,
            "presentations, close to public speaking",
        ),
        (
            &[("public speaking", Some(Expert))],
            &[("storytelling", Some(Beginner)), ("presentations", Some(Advanced))],
            280_000,
            "presentations, close to public speaking",
        ),
        (&[("rust", Some(Expert))], &[("rust", Some(Beginner)), ("c++", Some(Expert))], 400_000, "rust"),
        (
            &[("rust", None), ("public speaking", None), ("sailing", None)],
            &[("systems programming", None), ("public speaking", None), ("chess", None)],
            466_000,
            "public speaking; systems programming, close to rust. Not covered: sailing",
        ),
        (&[("sailing", None)], &[("chess", None)], 0, "none"),
    ] {
        let (mut mentee, mut mentor) = (person(1), person(2));
        mentee.profile.skills_wanted = skills(wanted);
        mentor.profile.skills_offered = skills(offered);
        let Outcome::Allowed(fit) = fit(&mentee, &mentor, &only(CriterionKind::Skills)) else {
            panic!("allowed")
        };
        assert_eq!(fit.score, expect, "{wanted:?}");
        assert_eq!(fit.reasons[0].sentence(), format!("Skills wanted are offered: {said}"));
    }
}

#[test]
fn wishes_count_by_rank_and_from_both_sides() {
    let ids = |numbers: &[u128]| numbers.iter().map(|number| person(*number).person).collect::<Vec<_>>();
    for (mentee, mentor, expect, said) in [
        (&[2][..], &[][..], FULL, "Wishes: choice 1 of the mentee"),
        (&[3, 2], &[], 900_000, "Wishes: choice 2 of the mentee"),
        (&[3, 4, 5, 6, 7, 8, 9, 2], &[], 500_000, "Wishes: choice 8 of the mentee"),
        (&[3], &[], 0, "Wishes: none"),
        (&[], &[4, 5, 1], 800_000, "Wishes: choice 3 of the mentor"),
        (&[2], &[1], FULL, "Wishes: choice 1 of the mentee, choice 1 of the mentor"),
        (&[2], &[5], 500_000, "Wishes: choice 1 of the mentee"),
    ] {
        let (mut one, mut other) = (person(1), person(2));
        (one.wishes, other.wishes) = (ids(mentee), ids(mentor));
        let Outcome::Allowed(fit) = fit(&one, &other, &only(CriterionKind::Wish)) else { panic!("allowed") };
        assert_eq!((fit.score, fit.reasons[0].sentence().as_str()), (expect, said));
    }
    let Outcome::Allowed(silent) = fit(&person(1), &person(2), &only(CriterionKind::Wish)) else {
        panic!("allowed")
    };
    assert_eq!(silent, Fit { score: NEUTRAL, reasons: vec![] });
}

#[test]
fn backgrounds_count_only_in_what_both_let_be_compared() {
    let attributes = |list: &[(&str, &str)]| {
        let one = |&(question, answer): &(&str, &str)| Attribute {
            question: question.into(),
            answer: answer.into(),
        };
        list.iter().map(one).collect::<Vec<_>>()
    };
    for (mentee, mentor, expect) in [
        (&[("age", "20s")][..], &[("age", "50s")][..], Some((FULL, "1 of 1 answers differ"))),
        (&[("age", "20s")], &[("Age", "20S ")], Some((0, "0 of 1 answers differ"))),
        (
            &[("age", "20s"), ("home", "far")],
            &[("age", "20s"), ("home", "near")],
            Some((500_000, "1 of 2 answers differ")),
        ),
        (&[("age", "20s"), ("home", "far")], &[("home", "near")], Some((FULL, "1 of 1 answers differ"))),
        (&[("age", "20s")], &[("home", "near")], None),
        (&[], &[("age", "20s")], None),
        (&[], &[], None),
    ] {
        let (mut one, mut other) = (person(1), person(2));
        (one.attributes, other.attributes) = (attributes(mentee), attributes(mentor));
        let criteria = only(CriterionKind::Background);
        let Outcome::Allowed(fit) = fit(&one, &other, &criteria) else { panic!("allowed") };
        let said: Vec<String> = fit.reasons.iter().map(Reason::sentence).collect();
        match expect {
            None => assert_eq!(fit, Fit { score: NEUTRAL, reasons: vec![] }),
            Some((score, differ)) => {
                assert_eq!((fit.score, said), (score, vec![format!("Different backgrounds: {differ}")]));
                assert!(!fit.reasons[0].is_for_participants());
            }
        }
    }
}

/// Whom it keeps from whom would say who is what.
#[test]
fn a_background_forbids_nobody() {
    let (mut one, mut other) = (person(1), person(2));
    let same = vec![Attribute { question: "age".into(), answer: "20s".into() }];
    (one.attributes, other.attributes) = (same.clone(), same);
    let hard = hard(CriterionKind::Background);
    assert_eq!(hard.flaw(), Some(Flaw::NoRule(CriterionKind::Background)));
    assert!(score(&one, &other, &hard).is_ok());
}

#[test]
fn who_would_rather_be_apart_is_and_nobody_learns_why() {
    for set in [
        |mentee: &mut Subject, _: &mut Subject| mentee.apart = vec![person(2).person],
        |_: &mut Subject, mentor: &mut Subject| mentor.apart = vec![person(9).person, person(1).person],
    ] {
        let (mut mentee, mut mentor) = (person(1), person(2));
        set(&mut mentee, &mut mentor);
        assert_eq!(score(&mentee, &mentor, &Criteria::default()), Err(Rule::Apart));
        // An exception of a plan lifts rules of the programme, never this.
        let scorer = Scorer::new(&Criteria::default(), vec![mentee.clone()], vec![mentor.clone()]);
        for kind in CriterionKind::ALL {
            assert_eq!(scorer.score_without(0, 0, Some(*kind)), Err(Rule::Apart));
        }
        mentee.employment.team = "Data".into();
        mentor.employment.team = "Data".into();
        let rule = Rule::Criterion(CriterionKind::OtherTeam);
        assert_eq!(score(&mentee, &mentor, &hard(CriterionKind::OtherTeam)), Err(rule));
    }
    assert_eq!(Rule::Apart.sentence(), "Not possible, confidential.");
}

#[test]
fn ranks_and_managers_are_for_coordinators() {
    let seen = |kind, set: &dyn Fn(&mut Subject, &mut Subject)| {
        let (mut mentee, mut mentor) = (person(1), person(2));
        set(&mut mentee, &mut mentor);
        let Outcome::Allowed(fit) = fit(&mentee, &mentor, &only(kind)) else { panic!("allowed") };
        fit.reasons[0].is_for_participants()
    };
    use CriterionKind::*;
    assert!(!seen(Wish, &|a, _| a.wishes = vec![person(2).person]));
    assert!(!seen(OwnManager, &|a, _| a.second_manager = "p2@example.org".into()));
    assert!(seen(OwnManager, &|a, _| a.employment.manager_email = "p3@example.org".into()));
    assert!(seen(OtherTeam, &|_, _| {}) && seen(Skills, &|_, _| {}));
}

#[test]
fn the_distance_between_two_people_is_said() {
    let said = |kind, set: &dyn Fn(&mut Subject, &mut Subject)| {
        let (mut mentee, mut mentor) = (person(1), person(2));
        set(&mut mentee, &mut mentor);
        let Outcome::Allowed(fit) = fit(&mentee, &mentor, &only(kind)) else { panic!("allowed") };
        fit.reasons[0].sentence()
    };
    use CriterionKind::*;
    let zones = |minutes| {
        said(TimeZone, &|a: &mut Subject, b: &mut Subject| {
            for (one, offset_minutes) in [(a, 0), (b, minutes)] {
                one.zone = Some(Zoned { name: "Somewhere/There".into(), offset_minutes });
            }
        })
    };
    assert_eq!(zones(180), "Working days overlap: 5 of 8 hours");
    assert_eq!(zones(330), "Working days overlap: 2 hours 30 minutes of 8 hours");
    assert_eq!(
        said(OwnManager, &|a, _| a.second_manager = "p2@example.org".into()),
        "One of them is the manager of the other's manager"
    );
    assert_eq!(
        said(OwnManager, &|a, _| a.employment.manager_email = "p2@example.org".into()),
        "One of them manages the other."
    );
    assert_eq!(
        said(Earlier, &|a, _| a.earlier = vec![person(2).person]),
        "They have been in a mentorship with each other before."
    );
    assert_eq!(said(Earlier, &|_, _| {}), "New to each other");
}

#[test]
fn working_days_overlap_around_the_clock() {
    let zone = |minutes| Some(Zoned { name: "Somewhere/There".into(), offset_minutes: minutes });
    for (one, two, expect) in
        [(0, 0, FULL), (60, 300, 500_000), (-660, 780, FULL), (-600, 720, 750_000), (0, 600, 0)]
    {
        check(
            CriterionKind::TimeZone,
            |a, b| {
                a.zone = zone(one);
                b.zone = zone(two)
            },
            Ok(expect),
        );
    }
}

#[test]
fn words_about_time_are_compared_as_far_as_they_go() {
    for (one, two, expect) in [
        ("2h im Monat", "2 h a month", FULL),
        ("1h alle zwei Wochen", "2h im Monat", 923_000),
        ("1 hour every two weeks", "1 hour fortnightly", FULL),
        ("30 minutes a week", "2 hours a month", 923_000),
        ("1 h a week", "1 h every second week", 500_000),
        ("mornings", "Mornings and evenings", FULL),
        ("Tuesday mornings", "tuesday, evenings", 500_000),
        ("mornings", "abends", 0),
        ("flexibel", "Friday", FULL),
        ("month", "monday", NEUTRAL),
        ("", "mornings", NEUTRAL),
        ("ask me", "mornings", NEUTRAL),
    ] {
        check(
            CriterionKind::Availability,
            |a, b| {
                a.profile.availability = one.into();
                b.profile.availability = two.into()
            },
            Ok(expect),
        );
    }
}

#[test]
fn a_hard_rule_forbids_and_a_missing_answer_does_not() {
    use CriterionKind::*;
    let (mut mentee, mut mentor) = (person(1), person(2));
    for kind in CriterionKind::ALL {
        assert_eq!(score(&mentee, &mentor, &hard(*kind)), Ok(NEUTRAL), "{kind}");
    }
    mentee.earlier = vec![mentor.person];
    assert_eq!(score(&mentee, &mentor, &Criteria::default()), Err(Rule::Criterion(Earlier)));
    mentee.earlier.clear();
    mentee.employment =
        Employment { team: "Data".into(), manager_email: "p2@example.org".into(), ..Default::default() };
    mentor.employment.team = "Data".into();
    mentee.profile.languages = vec!["german".into()];
    mentor.profile.languages = vec!["english".into()];
    for kind in [OtherTeam, OwnManager, Languages] {
        assert_eq!(score(&mentee, &mentor, &hard(kind)), Err(Rule::Criterion(kind)));
    }
}

#[test]
fn who_has_answered_little_fits_nobody_perfectly() {
    let (mut mentee, mut mentor) = (person(1), person(2));
    mentee.employment.team = "Data".into();
    mentor.employment.team = "Search".into();
    let little = score(&mentee, &mentor, &Criteria::default()).unwrap();
    assert!((NEUTRAL..700_000).contains(&little), "{little}");
    mentee.profile.skills_wanted = skills(&[("rust", None)]);
    mentor.profile.skills_offered = skills(&[("rust", None)]);
    assert!(score(&mentee, &mentor, &Criteria::default()).unwrap() > little);
}

#[test]
fn nobody_mentors_themselves() {
    let same = person(7);
    assert_eq!(fit(&same, &same, &Criteria::default()), Outcome::Forbidden(Rule::Oneself));
    assert_eq!(fit(&same, &same, &Criteria(vec![])), Outcome::Forbidden(Rule::Oneself));
}

#[test]
fn the_defaults_are_sound() {
    let criteria = Criteria::default();
    assert_eq!(criteria.flaw(), None);
    // All but one: nobody's background counts unless a programme says so.
    assert_eq!(criteria.0.len(), CriterionKind::ALL.len() - 1);
    assert_eq!(criteria.get(CriterionKind::Background).weight, 0);
    assert_eq!(criteria.0.iter().map(|one| u32::from(one.weight)).sum::<u32>(), 100);
    let text = serde_json::to_string(&criteria).unwrap();
    assert_eq!(serde_json::from_str::<Criteria>(&text).unwrap(), criteria);
    assert_eq!(Criteria(vec![]).flaw(), Some(Flaw::NothingCounts));
    assert_eq!(hard(CriterionKind::Goals).flaw(), Some(Flaw::NothingCounts));
    assert_eq!(
        Criteria(vec![Criterion::counts(CriterionKind::Goals, 101)]).flaw(),
        Some(Flaw::TooHeavy(CriterionKind::Goals))
    );
    let twice = Criterion::counts(CriterionKind::Goals, 1);
    assert_eq!(Criteria(vec![twice, twice]).flaw(), Some(Flaw::Twice(CriterionKind::Goals)));
}

#[test]
fn reasons_are_said_in_words() {
    let (mut mentee, mut mentor) = (person(1), person(2));
    mentee.profile.skills_wanted = skills(&[("sql", None), ("rust", None)]);
    mentor.profile.skills_offered = skills(&[("rust", None)]);
    let Outcome::Allowed(fit) = fit(&mentee, &mentor, &Criteria::default()) else { panic!("allowed") };
    let said: Vec<String> = fit.reasons.iter().map(Reason::sentence).collect();
    assert!(said.contains(&"Skills wanted are offered: rust. Not covered: sql".to_owned()), "{said:?}");
    assert!(said.contains(&"Not counted, as not enough is known: Goals in common".to_owned()), "{said:?}");
    assert_eq!(fit.score, 500_000);
    let missing: Vec<_> = fit.reasons.into_iter().filter(|one| one.percent().is_none()).collect();
    let sentences = missing_sentences(&missing);
    assert!(missing.len() > sentences.len(), "a sentence for each side, not for each reason: {sentences:?}");
}
