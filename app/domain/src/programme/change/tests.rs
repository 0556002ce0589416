//! Tables of what follows from what, and the laws of `decide` and `apply`.

use super::*;
use crate::calendar::parse_date;
use crate::programme::objective::{Measured, Source};
use crate::programme::{Acceptance, Lack, PhaseKind};
use crate::{PhaseId, ProgrammeId};
use proptest::prelude::*;
use uuid::Uuid;

fn person(number: u128) -> PersonId {
    PersonId(Uuid::from_u128(number))
}

fn objective(number: u128, measure: &str) -> Objective {
    Objective {
        id: ObjectiveId(Uuid::from_u128(number)),
        is: Measured {
            measure: measure.into(),
            unit: "%".into(),
            source: Source::ByHand,
            baseline: 0.0,
            target: 10.0,
            by_hand: None,
            due: parse_date("2027-03-01"),
            serves: String::new(),
        },
    }
}

fn phase(starts: &str, ends: &str) -> Phase {
    let (starts, ends) = (parse_date(starts).unwrap(), parse_date(ends).unwrap());
    Phase { id: PhaseId(Uuid::from_u128(7)), kind: PhaseKind::Work, starts, ends }
}

fn programme(state: ProgrammeState) -> Programme {
    Programme {
        id: ProgrammeId(Uuid::from_u128(1)),
        slug: "women-in-tech".into(),
        state,
        template: Template::WomenInTech,
        description: Template::WomenInTech.description("Women in Tech"),
        rules: Template::WomenInTech.rules(),
        criteria: Criteria::default(),
        asked: vec![],
        time_zone: "Europe/Prague".into(),
        objectives: vec![objective(1, "first")],
        phases: vec![phase("2026-11-30", "2027-05-30")],
        roles: vec![(person(1), Role::Coordinator), (person(9), Role::Sponsor)],
    }
}

fn check(state: ProgrammeState, command: Command, expect: Result<&[&str], Refusal>) {
    let kinds = decide(&programme(state), &command)
        .map(|events| events.iter().map(stream::Event::kind).collect::<Vec<_>>());
    assert_eq!(kinds, expect.map(<[&str]>::to_vec), "{state} {command:?}");
}

#[test]
fn a_programme_goes_from_draft_to_closed_and_back() {
    use ProgrammeState::{Closed, Draft, Open, Running};
    check(Draft, Command::Open, Ok(&["programme.opened"]));
    check(Open, Command::Open, Ok(&[]));
    check(Draft, Command::Start, Err(Refusal::WrongState { state: Draft }));
    check(Open, Command::Start, Ok(&["programme.started"]));
    check(Running, Command::Start, Ok(&[]));
    check(Draft, Command::Close, Err(Refusal::WrongState { state: Draft }));
    check(Running, Command::Close, Ok(&["programme.closed"]));
    check(Closed, Command::Close, Ok(&[]));
    check(Closed, Command::Open, Err(Refusal::Closed));
    check(Closed, Command::AddObjective(objective(2, "x")), Err(Refusal::Closed));
    check(Closed, Command::Reopen, Ok(&["programme.reopened"]));
    check(Running, Command::Reopen, Err(Refusal::WrongState { state: Running }));
}

#[test]
fn a_draft_is_not_opened_without_purpose_and_dates() {
    let mut draft = programme(ProgrammeState::Draft);
    draft.description.purpose.clear();
    draft.phases.clear();
    let refusal = decide(&draft, &Command::Open).unwrap_err();
    assert_eq!(refusal, Refusal::NotReady { lacks: vec![Lack::Purpose, Lack::Phases] });
    assert!(refusal.sentence().contains("a purpose and at least one phase"), "{}", refusal.sentence());
}

#[test]
fn objectives_are_added_changed_and_removed() {
    use ProgrammeState::Open;
    check(Open, Command::AddObjective(objective(2, "second")), Ok(&["programme.objective_added"]));
    check(Open, Command::SetObjective(objective(1, "first")), Ok(&[]));
    check(Open, Command::SetObjective(objective(1, "changed")), Ok(&["programme.objective_set"]));
    check(Open, Command::SetObjective(objective(2, "second")), Err(Refusal::NoSuchObjective));
    check(
        Open,
        Command::RemoveObjective(ObjectiveId(Uuid::from_u128(1))),
        Ok(&["programme.objective_removed"]),
    );
    check(Open, Command::RemoveObjective(ObjectiveId(Uuid::from_u128(5))), Err(Refusal::NoSuchObjective));
    let mut full = programme(Open);
    full.objectives = (0..MOST_OBJECTIVES as u128).map(|number| objective(number, "m")).collect();
    let refused = decide(&full, &Command::AddObjective(objective(99, "one more")));
    assert_eq!(refused, Err(Refusal::TooManyObjectives { most: MOST_OBJECTIVES }));
}

#[test]
fn roles_are_given_and_taken_but_somebody_coordinates() {
    use ProgrammeState::Open;
    let give = |who, role| Command::GiveRole { person: person(who), role };
    let take = |who, role| Command::TakeRole { person: person(who), role };
    check(Open, give(2, Role::Coordinator), Ok(&["programme.role_given"]));
    check(Open, give(1, Role::Coordinator), Err(Refusal::HasRole));
    check(Open, give(1, Role::Sponsor), Ok(&["programme.role_given"]));
    check(Open, give(2, Role::Mentor), Err(Refusal::NotAGivenRole));
    check(Open, take(1, Role::Coordinator), Err(Refusal::LastCoordinator));
    check(Open, take(2, Role::Coordinator), Ok(&[]));
    check(Open, take(9, Role::Sponsor), Ok(&["programme.role_taken"]));
    check(ProgrammeState::Closed, give(2, Role::Coordinator), Ok(&["programme.role_given"]));
}

#[test]
fn a_sign_off_is_switched_on_where_somebody_could_give_it() {
    let mut alone = programme(ProgrammeState::Open);
    let rules = Rules { sign_off: true, ..alone.rules };
    assert_eq!(decide(&alone, &Command::SetRules(rules)), Err(Refusal::NobodyToSignOff));
    alone.roles.push((person(2), Role::Coordinator));
    let events = decide(&alone, &Command::SetRules(rules)).unwrap();
    assert_eq!(events, [Event::RulesSet { fields: vec![Field::SignOff], is: Some(rules) }]);
}

#[test]
fn enrolments_with_a_match_are_not_withdrawn() {
    let id = ParticipationId(Uuid::from_u128(4));
    let decide = |state, change, matched| decide_enrolment(id, state, change, matched);
    let approved = ParticipationState::Approved;
    assert_eq!(decide(approved, Enrolment::Withdraw, true), Err(Refusal::StillMatched));
    assert!(decide(approved, Enrolment::Pause, true).is_ok());
    assert!(decide(approved, Enrolment::Withdraw, false).is_ok());
    assert!(decide(approved, Enrolment::Approve, false).is_err());
}

#[test]
fn stored_events_hold_no_typed_text() {
    let typed = "canary";
    let is = programme(ProgrammeState::Open);
    let description = Description {
        name: typed.into(),
        purpose: typed.into(),
        mentors: typed.into(),
        mentees: typed.into(),
    };
    let mut objective = objective(1, typed);
    objective.is.unit = typed.into();
    objective.is.serves = typed.into();
    for command in [
        Command::Describe { description, slug: typed.into() },
        Command::SetObjective(objective.clone()),
        Command::AddObjective(objective),
    ] {
        for event in decide(&is, &command).unwrap() {
            let stored = serde_json::to_string(&event).unwrap();
            assert!(!stored.contains(typed), "{stored}");
            let read: Event = serde_json::from_str(&stored).unwrap();
            let mut unchanged = is.clone();
            apply(&mut unchanged, &read);
            assert_eq!(unchanged, is, "an event without its texts leaves the texts alone");
        }
    }
}

fn commands() -> impl Strategy<Value = Command> {
    let role = prop_oneof![Just(Role::Coordinator), Just(Role::Sponsor), Just(Role::Mentor)];
    prop_oneof![
        "[a-c]{0,2}".prop_map(|name| Command::Describe {
            slug: crate::programme::slug::from_name(&name),
            description: Description { name, purpose: "p".into(), ..Description::default() },
        }),
        (0..4_u8).prop_map(|most| {
            let mut rules = Template::Blank.rules();
            rules.capacity.mentor_most = most + 1;
            rules.acceptance = if most % 2 == 0 { Acceptance::Both } else { Acceptance::Nobody };
            Command::SetRules(rules)
        }),
        (0..4_u128, "[a-c]").prop_map(|(id, measure)| Command::AddObjective(objective(id + 10, &measure))),
        (0..4_u128, "[a-c]").prop_map(|(id, measure)| Command::SetObjective(objective(id + 10, &measure))),
        (0..4_u128).prop_map(|id| Command::RemoveObjective(ObjectiveId(Uuid::from_u128(id + 10)))),
        Just(Command::SchedulePhases(vec![phase("2026-12-01", "2027-01-01")])),
        Just(Command::Open),
        Just(Command::Start),
        Just(Command::Close),
        Just(Command::Reopen),
        (0..3_u128, role.clone()).prop_map(|(who, role)| Command::GiveRole { person: person(who), role }),
        (0..3_u128, role).prop_map(|(who, role)| Command::TakeRole { person: person(who), role }),
    ]
}

proptest! {
    #[test]
    fn somebody_coordinates_and_a_repeated_change_changes_nothing(commands in prop::collection::vec(commands(), 0..40)) {
        let mut is = programme(ProgrammeState::Draft);
        for command in &commands {
            let Ok(events) = decide(&is, command) else { continue };
            for event in &events {
                apply(&mut is, event);
            }
            prop_assert!(is.coordinators() >= 1);
            prop_assert!(is.objectives.len() <= MOST_OBJECTIVES);
            if !matches!(command, Command::AddObjective(_)) {
                let again = decide(&is, command).unwrap_or_default();
                prop_assert!(again.is_empty(), "{command:?} again gives {again:?}");
            }
        }
    }
}
