//! What is typed, and what it means.

use super::*;
use crate::PhaseId;
use crate::criteria::{Criteria, CriterionKind};
use crate::form::Problem;
use crate::programme::Format;

fn wrong<T: std::fmt::Debug>(result: Result<T, Vec<FieldError>>) -> Vec<(String, Problem)> {
    result.unwrap_err().into_iter().map(|error| (error.field, error.problem)).collect()
}

#[test]
fn all_that_is_wrong_is_said_at_once() {
    assert_eq!(
        wrong(ObjectiveForm::default().read()).into_iter().map(|(field, _)| field).collect::<Vec<_>>(),
        ["measure", "unit", "source", "baseline", "target", "due"]
    );
    assert_eq!(
        wrong(
            CreateForm { template: "circle".into(), name: "  ".into(), starts: "31.12.2026".into() }.read()
        ),
        [("name".into(), Problem::Missing), ("starts".into(), Problem::NotADate)]
    );
}

#[test]
fn a_target_goes_somewhere() {
    let form = ObjectiveForm {
        measure: "Goals\nreached".into(),
        unit: "%".into(),
        source: "goals-reached".into(),
        baseline: "70".into(),
        target: "70,00".into(),
        due: "2027-05-01".into(),
        ..ObjectiveForm::default()
    };
    assert_eq!(wrong(form.read()), [("target".into(), Problem::SameAsStart)]);
    let read = ObjectiveForm { target: "82,5".into(), ..form }.read().unwrap();
    assert_eq!((read.measure.as_str(), read.target), ("Goals reached", 82.5));
    assert_eq!(ObjectiveForm::from(&read).read(), Ok(read));
}

#[test]
fn a_phase_has_both_days_or_none() {
    let form = |starts: &[&str], ends: &[&str]| PhasesForm {
        starts: starts.iter().map(|text| (*text).into()).collect(),
        ends: ends.iter().map(|text| (*text).into()).collect(),
    };
    assert_eq!(form(&[], &[]).read(), Ok(vec![]));
    assert_eq!(form(&["", "2026-12-01"], &["", "2026-12-08"]).read().unwrap().len(), 1);
    assert_eq!(wrong(form(&["2026-12-01"], &[""]).read()), [("ends-recruit".into(), Problem::Missing)]);
    let reversed = wrong(form(&["2026-12-08"], &["2026-12-01"]).read());
    assert_eq!(reversed[0].0, "ends-recruit");
}

#[test]
fn phases_that_stay_keep_their_id() {
    let form = PhasesForm { starts: vec!["2026-12-01".into(); 2], ends: vec!["2026-12-08".into(); 2] };
    let dates = form.read().unwrap();
    let mut next = 0;
    let mut mint = || {
        next += 1;
        PhaseId(uuid::Uuid::from_u128(next))
    };
    let first = with_ids(&dates, &[], &mut mint);
    let second = with_ids(&dates[1..], &first, &mut mint);
    assert_eq!(second, first[1..]);
    assert_eq!(next, 2);
}

#[test]
fn a_mentor_is_not_given_more_than_the_most() {
    let mut form = RulesForm::from(&Template::Leadership.rules());
    form.mentor_default = "4".into();
    assert_eq!(wrong(form.read()), [("mentor_default".into(), Problem::OutOfRange { least: 0, most: 2 })]);
    form.mentor_default = "two".into();
    form.format = "speed-dating".into();
    let fields: Vec<_> = wrong(form.read()).into_iter().map(|(field, _)| field).collect();
    assert_eq!(fields, ["format", "mentor_default"]);
}

#[test]
fn a_group_begins_with_no_more_than_it_may_have_and_a_pair_with_two() {
    let mut form = RulesForm::from(&Template::Circle.rules());
    assert_eq!(form.read().unwrap().capacity.mentor_fewest, 3);
    form.mentor_fewest = "9".into();
    assert_eq!(wrong(form.read()), [("mentor_fewest".into(), Problem::OutOfRange { least: 1, most: 5 })]);
    form.mentor_fewest = String::new();
    assert_eq!(form.read().unwrap().capacity.mentor_fewest, 1);
    form.mentor_fewest = "4".into();
    form.format = Format::OneToOne.to_string();
    assert_eq!(form.read().unwrap().capacity.mentor_fewest, 1, "not kept for pairs");
}

#[test]
fn something_has_to_count() {
    let nothing =
        CriteriaForm { weights: vec!["0".into(); CriterionKind::ALL.len()], hard: vec!["languages".into()] };
    assert_eq!(wrong(nothing.read()), [("weights".into(), Problem::NothingChosen)]);
    let mut form = CriteriaForm::from(&Criteria::default());
    form.weights[1] = "101".into();
    assert_eq!(wrong(form.read())[0].0, "weights-skills");
    form.weights[1] = String::new();
    let read = form.read().unwrap();
    assert_eq!(read.get(CriterionKind::Skills).weight, 0);
    assert!(read.get(CriterionKind::Languages).hard);
}
