//! Laws of the criteria: what a weight, an answer and a rule may do to a fit.

use super::*;
use crate::PersonId;
use crate::person::{Employment, Level, Meeting, Profile, Seniority, Skill, Style};
use proptest::prelude::*;
use uuid::Uuid;

fn person(number: u128) -> Subject {
    Subject {
        person: PersonId(Uuid::from_u128(number)),
        email: format!("p{number}@example.org"),
        employment: Employment::default(),
        profile: Profile::default(),
        zone: None,
    }
}

fn only(kind: CriterionKind) -> Criteria {
    Criteria(vec![Criterion::counts(kind, 10)])
}

fn hard(kind: CriterionKind) -> Criteria {
    Criteria(vec![Criterion::rule(kind)])
}

fn score(mentee: &Subject, mentor: &Subject, criteria: &Criteria) -> Result<i64, Rule> {
    match fit(mentee, mentor, criteria) {
        Outcome::Allowed(fit) => Ok(fit.score),
        Outcome::Forbidden(rule) => Err(rule),
    }
}

fn skills(list: &[(&str, Option<Level>)]) -> Vec<Skill> {
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
            offer(b, &[("sql", None), ("go", None)])
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
    assert_eq!(criteria.0.len(), CriterionKind::ALL.len());
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
    assert!(
        said.contains(&"Goals in common: not enough is known, so it is not counted".to_owned()),
        "{said:?}"
    );
    assert_eq!(fit.score, 500_000);
}

fn some_words(of: &'static [&'static str]) -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(prop::sample::select(of).prop_map(str::to_owned), 0..5)
}

fn some_skills() -> impl Strategy<Value = Vec<Skill>> {
    let name = prop::sample::select(&["rust", "Rust", "sql", "go", "css", "leading", " "][..]);
    let level = prop::option::of(prop::sample::select(Level::ALL));
    prop::collection::vec((name, level).prop_map(|(name, level)| Skill { name: name.into(), level }), 0..6)
}

prop_compose! {
    fn anybody(number: u128)(
        wanted in some_skills(), offered in some_skills(),
        goals in some_words(&["lead", "speak", "grow", "Lead"]),
        interests in some_words(&["chess", "music", "go"]),
        languages in some_words(&["english", "german", ""]),
        meeting in prop::option::of(prop::sample::select(Meeting::ALL)),
        style in prop::option::of(prop::sample::select(Style::ALL)),
        seniority in prop::option::of(prop::sample::select(Seniority::ALL)),
        years in prop::option::of(0..70u8),
        zone in prop::option::of(-720..840i32),
        words in prop::sample::select(&["", "2h im Monat", "flexibel", "mornings", "1h a week, evenings"][..]),
        team in prop::sample::select(&["", "Data", "Search"][..]),
        manager in prop::sample::select(&["", "p1@example.org", "p2@example.org", "p9@example.org"][..]),
    ) -> Subject {
        let mut one = person(number);
        one.profile = Profile {
            skills_wanted: wanted, skills_offered: offered, goals, interests, languages, meeting, style, seniority,
            experience_years: years, availability: words.into(), ..Profile::default()
        };
        one.zone = zone.map(|offset_minutes| Zoned { name: "Some/Zone".into(), offset_minutes });
        one.employment.team = team.into();
        one.employment.manager_email = manager.into();
        one
    }
}

prop_compose! {
    fn some_criteria()(
        weights in prop::collection::vec((0..=100u8, prop::bool::weighted(0.2)), CriterionKind::ALL.len()),
    ) -> Criteria {
        Criteria(CriterionKind::ALL.iter().zip(weights)
            .map(|(&kind, (weight, hard))| Criterion { kind, weight, hard }).collect())
    }
}

proptest! {
    #[test]
    fn a_fit_is_in_range_and_is_what_its_reasons_say(a in anybody(1), b in anybody(2), criteria in some_criteria()) {
        if let Outcome::Allowed(fit) = fit(&a, &b, &criteria) {
            prop_assert!((0..=FULL).contains(&fit.score));
            let known: Vec<_> = fit.reasons.iter().filter_map(|r| Some((i64::from(r.share.value()?), i64::from(r.weight)))).collect();
            let weight: i64 = known.iter().map(|known| known.1).sum();
            let sum: i64 = known.iter().map(|known| known.0 * known.1).sum();
            let all: i64 = fit.reasons.iter().map(|reason| i64::from(reason.weight)).sum();
            let neutral = (4 * (all - weight)).min(all);
            let expect = (4 * sum * 1000 + neutral * NEUTRAL).checked_div(4 * weight + neutral);
            prop_assert_eq!(fit.score, expect.unwrap_or(NEUTRAL));
        }
    }

    #[test]
    fn more_weight_on_what_is_met_in_full_never_lowers_the_fit(a in anybody(1), b in anybody(2), criteria in some_criteria(), more in 1..=50u8) {
        if let Outcome::Allowed(before) = fit(&a, &b, &criteria) {
            for reason in before.reasons.iter().filter(|reason| reason.share == Share::Of(1000)) {
                let mut heavier = criteria.clone();
                for one in heavier.0.iter_mut().filter(|one| one.kind == reason.kind) {
                    one.weight = one.weight.saturating_add(more);
                }
                prop_assert!(score(&a, &b, &heavier)? >= before.score);
            }
        }
    }

    #[test]
    fn the_order_of_answers_changes_nothing(a in anybody(1), b in anybody(2), criteria in some_criteria()) {
        let turned = |one: &Subject| {
            let mut one = one.clone();
            let profile = &mut one.profile;
            profile.skills_offered.reverse();
            profile.skills_wanted.reverse();
            for list in [&mut profile.goals, &mut profile.interests, &mut profile.languages] {
                list.reverse();
            }
            one
        };
        prop_assert_eq!(fit(&a, &b, &criteria), fit(&turned(&a), &turned(&b), &criteria));
    }

    #[test]
    fn another_offered_skill_never_lowers_the_fit(a in anybody(1), b in anybody(2), extra in some_skills()) {
        prop_assume!(!b.profile.skills_offered.is_empty());
        let criteria = only(CriterionKind::Skills);
        let before = score(&a, &b, &criteria)?;
        let mut more = b.clone();
        more.profile.skills_offered.extend(extra);
        // An offer without a level is taken as enough; a named level may be less, so only same-named ones are left out.
        more.profile.skills_offered.retain(|skill| {
            b.profile.skills_offered.contains(skill)
                || !b.profile.skills_offered.iter().any(|known| known.name.trim().eq_ignore_ascii_case(skill.name.trim()))
        });
        let blank = |one: &Subject| one.profile.skills_offered.iter().all(|skill| skill.name.trim().is_empty());
        prop_assume!(!blank(&b));
        prop_assert!(score(&a, &more, &criteria)? >= before);
    }

    #[test]
    fn a_hard_rule_only_takes_pairs_away(a in anybody(1), b in anybody(2), criteria in some_criteria()) {
        let soft = Criteria(criteria.0.iter().map(|one| Criterion { hard: false, ..*one }).collect());
        match fit(&a, &b, &criteria) {
            Outcome::Allowed(fit) => prop_assert_eq!(score(&a, &b, &soft)?, fit.score),
            Outcome::Forbidden(Rule::Criterion(kind)) => {
                prop_assert!(criteria.get(kind).hard);
                let Outcome::Allowed(open) = super::fit(&a, &b, &only(kind)) else { panic!("nothing is hard") };
                prop_assert_eq!(open.reasons[0].share, Share::Of(0));
            }
            Outcome::Forbidden(rule) => panic!("{rule:?}"),
        }
    }
}

/// A rule as a test failure, so that `?` can be used above.
impl From<Rule> for TestCaseError {
    fn from(rule: Rule) -> Self {
        TestCaseError::fail(format!("{rule:?}"))
    }
}

#[test]
fn a_large_programme_is_scored_whole() {
    let names: Vec<String> = (0..200).map(|number| format!("skill {number}")).collect();
    let many = |count: usize, shift: usize| -> Vec<Subject> {
        (0..count)
            .map(|at| {
                let mut one = person((shift + at) as u128 + 10);
                let pick = |count: usize, step: usize| {
                    (0..count).map(|k| names[(at * 7 + k * step) % 200].clone()).collect::<Vec<_>>()
                };
                one.profile.skills_wanted = pick(5, 11).iter().map(|name| Skill::named(name)).collect();
                one.profile.skills_offered = pick(6, 13).iter().map(|name| Skill::named(name)).collect();
                one.profile.goals = pick(3, 17);
                one.profile.interests = pick(3, 19);
                one.profile.languages = vec!["english".into()];
                one.profile.style = Some(Style::ALL[at % 4]);
                one.profile.meeting = Some(Meeting::ALL[at % 3]);
                one.profile.experience_years = Some((at % 40) as u8);
                one.profile.availability = "2h a month, mornings".into();
                one.employment.team = names[at % 30].clone();
                one.employment.manager_email = format!("p{}@example.org", at % 90);
                one.zone = Some(Zoned { name: "Some/Zone".into(), offset_minutes: (at % 12) as i32 * 60 });
                one
            })
            .collect()
    };
    let (mentees, mentors) = (many(1500, 0), many(500, 5000));
    let scorer = Scorer::new(&Criteria::default(), mentees, mentors);
    let allowed = (0..1500)
        .flat_map(|a| (0..500).map(move |b| (a, b)))
        .filter(|&(a, b)| scorer.score(a, b).is_ok())
        .count();
    assert!(allowed > 500_000, "{allowed}");
}
