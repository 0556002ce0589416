//! Laws of the criteria: what a weight, an answer and a rule may do to a fit.

use super::tests::{only, person, score};
use super::*;
use crate::PersonId;
use crate::person::{Level, Meeting, Profile, Seniority, Skill, Style};
use proptest::prelude::*;

fn some_words(of: &'static [&'static str]) -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(prop::sample::select(of).prop_map(str::to_owned), 0..5)
}

fn some_skills() -> impl Strategy<Value = Vec<Skill>> {
    let name = prop::sample::select(
        &["rust", "Rust", "sql", "golang", "css", "leading", "coaching", "c++", " "][..],
    );
    let level = prop::option::of(prop::sample::select(Level::ALL));
    prop::collection::vec((name, level).prop_map(|(name, level)| Skill { name: name.into(), level }), 0..6)
}

fn some_people() -> impl Strategy<Value = Vec<PersonId>> {
    let anyone = (1..9u128).prop_map(|number| person(number).person);
    prop_oneof![2 => Just(vec![]), 1 => prop::collection::vec(anyone, 1..4)]
}

/// What may matter to somebody more than usual.
fn some_kinds() -> impl Strategy<Value = Vec<CriterionKind>> {
    prop::collection::vec(prop::sample::select(CriterionKind::ALL), 0..4)
}

const MANAGERS: &[&str] = &["", "p1@example.org", "p2@example.org", "p9@example.org"];

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
        others in (some_people(), some_people()),
        words in prop::sample::select(&["", "2h im Monat", "flexibel", "mornings", "1h a week, evenings"][..]),
        team in prop::sample::select(&["", "Data", "Search"][..]),
        manager in prop::sample::select(MANAGERS),
        above in prop::sample::select(MANAGERS),
    ) -> Subject {
        let mut one = person(number);
        one.profile = Profile {
            skills_wanted: wanted, skills_offered: offered, goals, interests, languages, meeting, style, seniority,
            experience_years: years, availability: words.into(), ..Profile::default()
        };
        one.zone = zone.map(|offset_minutes| Zoned { name: "Some/Zone".into(), offset_minutes });
        one.employment.team = team.into();
        one.employment.manager_email = manager.into();
        one.second_manager = above.into();
        (one.earlier, one.wishes) = others;
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

    #[test]
    fn what_is_said_of_skills_is_what_they_count(a in anybody(1), b in anybody(2)) {
        let (mut a, mut b) = (a, b);
        for skill in a.profile.skills_wanted.iter_mut().chain(&mut b.profile.skills_offered) {
            skill.level = None;
        }
        if let Outcome::Allowed(fit) = fit(&a, &b, &only(CriterionKind::Skills))
            && let (Share::Of(value), Detail::Covered { met, close, lacking }) = (fit.reasons[0].share, &fit.reasons[0].detail)
        {
            let count = met.len() + close.len() + lacking.len();
            prop_assert_eq!(usize::from(value), (met.len() * 1000 + close.len() * 400) / count);
        }
    }

    #[test]
    fn wishes_of_nobody_leave_the_fit_as_it_was(a in anybody(1), b in anybody(2), criteria in some_criteria()) {
        let (mut a, mut b) = (a, b);
        (a.wishes, b.wishes) = (vec![], vec![]);
        let without = Criteria(criteria.0.iter().copied().filter(|one| one.kind != CriterionKind::Wish).collect());
        prop_assert_eq!(fit(&a, &b, &criteria), fit(&a, &b, &without));
    }

    #[test]
    fn a_better_rank_never_lowers_the_fit(a in anybody(1), b in anybody(2), at in 0..6usize) {
        let (mut a, criteria) = (a, only(CriterionKind::Wish));
        let mut before = None;
        a.wishes = (3..9).map(|number| person(number).person).collect();
        for rank in (0..=at).rev() {
            let mut ranked = a.clone();
            ranked.wishes.insert(rank, b.person);
            let now = score(&ranked, &b, &criteria)?;
            prop_assert!(before.is_none_or(|before| now >= before) && now > score(&a, &b, &criteria)?);
            before = Some(now);
        }
    }

    #[test]
    fn what_matters_to_somebody_has_twice_the_weight_and_nothing_else_changes(
        a in anybody(1), b in anybody(2), criteria in some_criteria(),
        matters in (some_kinds(), some_kinds()),
    ) {
        let (mut one, mut other) = (a.clone(), b.clone());
        (one.matters, other.matters) = matters;
        let twice = |kind| if one.matters.contains(&kind) || other.matters.contains(&kind) { 2 } else { 1 };
        let heavier = criteria.0.iter().map(|one| Criterion { weight: one.weight * twice(one.kind), ..*one });
        prop_assert_eq!(fit(&one, &other, &criteria), fit(&a, &b, &Criteria(heavier.collect())));
    }

    #[test]
    fn what_matters_draws_the_fit_towards_its_share(a in anybody(1), b in anybody(2), criteria in some_criteria(), mentor in any::<bool>()) {
        let soft = Criteria(criteria.0.iter().map(|one| Criterion { hard: false, ..*one }).collect());
        let Outcome::Allowed(all) = fit(&a, &b, &soft) else { panic!("nothing is hard") };
        // Of what is known alone: what is missing draws the fit towards the middle.
        let known = all.reasons.iter().filter(|reason| reason.share.value().is_some());
        let known = Criteria(known.map(|reason| Criterion::counts(reason.kind, reason.weight)).collect());
        let Outcome::Allowed(before) = fit(&a, &b, &known) else { panic!("nothing is hard") };
        for reason in before.reasons {
            let (mut one, mut other) = (a.clone(), b.clone());
            let who = if mentor { &mut other } else { &mut one };
            who.matters = vec![reason.kind];
            let (after, share) = (score(&one, &other, &known)?, reason.share.value().map_or(0, |share| i64::from(share) * 1000));
            let range = before.score.min(share)..=before.score.max(share);
            prop_assert!(range.contains(&after));
        }
    }

    #[test]
    fn whole_rows_are_what_pairs_are(scorer in some_programme()) {
        let mut rows = scorer.rows();
        for mentee in 0..scorer.mentees.len() {
            let row = rows.of(mentee).to_vec();
            let pairs: Vec<_> = (0..scorer.mentors.len()).map(|mentor| scorer.score(mentee, mentor)).collect();
            prop_assert_eq!(row, pairs);
        }
    }
}

prop_compose! {
    /// A few mentees and mentors, of whom number 4 is both.
    pub(super) fn some_programme()(
        mentees in (anybody(1), anybody(2), anybody(3), anybody(4)),
        mentors in (anybody(4), anybody(5), anybody(6), anybody(7)),
        criteria in some_criteria(),
        apart in prop::collection::vec((0..8usize, 1..9u128), 0..5),
        matters in prop::collection::vec((0..8usize, prop::sample::select(CriterionKind::ALL)), 0..8),
        answers in prop::collection::vec((0..8usize, 0..3u8, 0..3u8), 0..12),
    ) -> Scorer {
        let mut mentees = vec![mentees.0, mentees.1, mentees.2, mentees.3];
        let mut mentors = vec![mentors.0, mentors.1, mentors.2, mentors.3];
        let mut everybody: Vec<&mut Subject> = mentees.iter_mut().chain(&mut mentors).collect();
        for (who, other) in apart {
            everybody[who].apart.push(person(other).person);
        }
        for (who, kind) in matters {
            everybody[who].matters.push(kind);
        }
        for (who, question, answer) in answers {
            let one = Attribute { question: question.to_string(), answer: answer.to_string() };
            everybody[who].attributes.push(one);
        }
        Scorer::new(&criteria, mentees, mentors)
    }
}

/// A rule as a test failure, so that `?` can be used above.
impl From<Rule> for TestCaseError {
    fn from(rule: Rule) -> Self {
        TestCaseError::fail(format!("{rule:?}"))
    }
}
