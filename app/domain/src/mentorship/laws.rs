//! What holds for every plan and every order of commands.

use super::*;
use crate::person::PersonLine;
use crate::{FieldError, Problem, calendar};
use proptest::prelude::*;
use uuid::Uuid;

fn person(number: u128) -> PersonId {
    PersonId(Uuid::from_u128(number))
}

fn goal(number: u8) -> GoalId {
    GoalId(Uuid::from_u128(u128::from(number)))
}

fn step(number: u8) -> StepId {
    StepId(Uuid::from_u128(u128::from(number)))
}

fn member(number: u128, name: &str, role: Role) -> Member {
    Member { person: PersonLine::new(person(number), name, "", ""), role }
}

fn empty() -> Plan {
    Plan {
        id: MentorshipId(Uuid::nil()),
        version: Version(0),
        open: true,
        members: vec![member(1, "Tomás", Role::Mentor), member(2, "Priya", Role::Mentee)],
        objectives: vec![],
        goals: vec![],
        steps: vec![],
    }
}

fn form(title: &str) -> GoalForm {
    let text = str::to_owned;
    GoalForm {
        title: text(title),
        measure: text("reviews led"),
        due: text("2026-12-18"),
        ..GoalForm::default()
    }
}

fn today() -> Date {
    calendar::parse_date("2026-11-22").unwrap()
}

fn run(plan: &mut Plan, command: &Command, by: u128, at: i64) -> Result<Vec<Event>, Refusal> {
    let events = decide(plan, command, person(by), Instant(at), today())?;
    events.iter().for_each(|event| apply(plan, event));
    Ok(events)
}

fn planted() -> Plan {
    let mut plan = empty();
    let draft = form("Lead the review").read(&plan, today()).unwrap();
    run(&mut plan, &Command::AddGoal { id: goal(1), draft }, 1, 1).unwrap();
    for number in 1..=4 {
        let draft = StepForm { title: format!("Step {number}"), ..StepForm::default() }.read(&plan).unwrap();
        run(&mut plan, &Command::AddStep { id: step(number), goal: goal(1), draft }, 1, 1).unwrap();
    }
    plan
}

fn edit(field: StepField, was: &str, new: &str) -> Command {
    let edits = vec![Edit { field, was: was.to_owned(), new: new.to_owned() }];
    Command::EditStep { step: step(1), edits }
}

fn titles(plan: &Plan) -> Vec<&str> {
    plan.steps(goal(1)).map(|step| step.title.as_str()).collect()
}

#[test]
fn two_texts_for_one_field_are_both_kept_and_asked_about() {
    let mut plan = planted();
    run(&mut plan, &edit(StepField::Title, "Step 1", "Theirs"), 2, 2).unwrap();
    let refusal = run(&mut plan, &edit(StepField::Title, "Step 1", "Mine"), 1, 3).unwrap_err();
    let text = str::to_owned;
    let clash =
        Clash { field: text("title"), was: text("Step 1"), theirs: text("Theirs"), mine: text("Mine") };
    assert_eq!(clash.joined().as_deref(), Some("Theirs · Mine"));
    assert_eq!(refusal, Refusal::Conflict { clashes: vec![clash], by: Some(text("Priya")), at: Instant(2) });
    assert_eq!(plan.step(step(1)).unwrap().title, "Theirs");
    run(&mut plan, &edit(StepField::Title, "Theirs", "Theirs · Mine"), 1, 4).unwrap();
    assert_eq!(plan.step(step(1)).unwrap().title, "Theirs · Mine");
}

#[test]
fn the_same_text_twice_is_no_conflict_and_no_event() {
    let mut plan = planted();
    run(&mut plan, &edit(StepField::Due, "", "2026-12-01"), 2, 2).unwrap();
    assert_eq!(run(&mut plan, &edit(StepField::Due, "", "2026-12-01"), 1, 3), Ok(vec![]));
    assert_eq!(run(&mut plan, &edit(StepField::Note, "", "  "), 1, 3), Ok(vec![]));
}

#[test]
fn one_bad_or_clashing_field_stops_the_whole_form() {
    let mut plan = planted();
    let text = str::to_owned;
    let edits = vec![
        Edit { field: GoalField::Title, was: text("Lead the review"), new: text("Lead two reviews") },
        Edit { field: GoalField::Target, was: text(""), new: text("many") },
        Edit { field: GoalField::Due, was: text("2026-12-18"), new: text("") },
    ];
    let before = plan.clone();
    let refusal = run(&mut plan, &Command::EditGoal { goal: goal(1), edits }, 1, 2).unwrap_err();
    let error = |field: &str, problem| FieldError { field: text(field), problem };
    let errors = vec![error("target", Problem::NotANumber), error("due", Problem::Missing)];
    assert_eq!(refusal, Refusal::Invalid { errors });
    assert_eq!(plan, before);
}

#[test]
fn a_goal_is_due_ahead_and_an_old_one_can_still_be_edited() {
    let past = Problem::Before { date: today() };
    let late = GoalForm { due: "2026-11-21".to_owned(), ..form("Too late") };
    let error = |problem| vec![FieldError { field: "due".to_owned(), problem }];
    assert_eq!(late.read(&empty(), today()), Err(error(past.clone())));
    assert!(GoalForm { due: "2026-11-22".to_owned(), ..late.clone() }.read(&empty(), today()).is_ok());

    let mut plan = planted();
    plan.goals[0].set(GoalField::Due, "2026-11-01");
    let mut change = |title: &str, due: &str| {
        let edit = |field, was: &str, new: &str| Edit { field, was: was.to_owned(), new: new.to_owned() };
        let was = plan.goals[0].title.clone();
        let edits = vec![edit(GoalField::Title, &was, title), edit(GoalField::Due, "2026-11-01", due)];
        run(&mut plan, &Command::EditGoal { goal: goal(1), edits }, 1, 2).map(|events| events.len())
    };
    assert_eq!(change("Renamed", "2026-11-01"), Ok(1));
    assert_eq!(change("Renamed", "2026-11-02"), Err(Refusal::Invalid { errors: error(past) }));
    assert_eq!(change("Renamed", "2026-11-30"), Ok(1));
}

#[test]
fn a_goal_with_only_overdue_steps_is_not_on_course() {
    let mut plan = planted();
    let check = |plan: &Plan, expect| {
        assert_eq!(plan.standing(&plan.goals[0], today(), plan.goals[0].touched.at), expect);
    };
    check(&plan, Standing::OnCourse);
    for number in 1..=3 {
        plan.steps[number].set(StepField::Due, "2026-11-20");
    }
    check(&plan, Standing::OnCourse);
    plan.steps[0].state = StepState::Done;
    check(&plan, Standing::StepsOverdue);
    plan.steps[1].set(StepField::Due, "2026-11-22");
    check(&plan, Standing::OnCourse);
}

#[test]
fn steps_move_behind_each_other() {
    let check = |moved: u8, after: Option<u8>, expect: [&str; 4]| {
        let mut plan = planted();
        let command = Command::MoveStep { step: step(moved), after: after.map(step) };
        run(&mut plan, &command, 1, 2).unwrap();
        assert_eq!(titles(&plan), expect);
    };
    check(3, None, ["Step 3", "Step 1", "Step 2", "Step 4"]);
    check(1, Some(4), ["Step 2", "Step 3", "Step 4", "Step 1"]);
    check(2, Some(3), ["Step 1", "Step 3", "Step 2", "Step 4"]);
    check(2, Some(1), ["Step 1", "Step 2", "Step 3", "Step 4"]);
}

#[test]
fn a_reader_who_missed_something_is_told_so() {
    let mut plan = planted();
    plan.version = Version(4);
    let before = plan.clone();
    assert!(plan.merge(Version(1), Version(3), Rows::default()));
    assert!(!plan.merge(Version(5), Version(6), Rows::default()));
    assert_eq!(plan, before);
}

#[test]
fn a_removed_step_refuses_edits_and_comes_back_where_it_was() {
    let mut plan = planted();
    run(&mut plan, &Command::RemoveStep { step: step(1) }, 2, 2).unwrap();
    assert_eq!(titles(&plan), ["Step 2", "Step 3", "Step 4"]);
    let refusal = run(&mut plan, &edit(StepField::Title, "Step 1", "x"), 1, 3).unwrap_err();
    assert_eq!(refusal, Refusal::Gone { by: Some("Priya".to_owned()) });
    run(&mut plan, &Command::RestoreStep { step: step(1) }, 1, 4).unwrap();
    assert_eq!(titles(&plan), ["Step 1", "Step 2", "Step 3", "Step 4"]);
}

#[test]
fn only_members_own_steps_and_an_ended_plan_is_only_read() {
    let mut plan = planted();
    let stranger = person(9).to_string();
    let refusal = run(&mut plan, &edit(StepField::Owner, "", &stranger), 1, 2).unwrap_err();
    let error = FieldError { field: "owner".to_owned(), problem: Problem::NotAChoice };
    assert_eq!(refusal, Refusal::Invalid { errors: vec![error] });
    plan.open = false;
    assert_eq!(run(&mut plan, &edit(StepField::Title, "Step 1", "x"), 1, 3), Err(Refusal::Ended));
}

#[test]
fn a_done_step_has_a_time_and_two_ticks_at_once_agree() {
    let mut plan = planted();
    let set = |was, new| Command::SetStepState { step: step(1), was, new };
    run(&mut plan, &set(StepState::Todo, StepState::Done), 1, 7).unwrap();
    assert_eq!(plan.step(step(1)).unwrap().done_at, Some(Instant(7)));
    assert_eq!(run(&mut plan, &set(StepState::Todo, StepState::Done), 2, 8), Ok(vec![]));
    let clash = run(&mut plan, &set(StepState::Todo, StepState::Doing), 2, 8).unwrap_err();
    assert!(matches!(clash, Refusal::Conflict { .. }));
    run(&mut plan, &set(StepState::Done, StepState::Todo), 2, 9).unwrap();
    assert_eq!(plan.step(step(1)).unwrap().done_at, None);
}

#[test]
fn a_goal_is_as_far_as_its_numbers_or_else_its_steps() {
    let mut plan = planted();
    let set = Command::SetStepState { step: step(1), was: StepState::Todo, new: StepState::Done };
    run(&mut plan, &set, 1, 1).unwrap();
    assert_eq!(plan.growth(plan.goal(goal(1)).unwrap()).percent, 25);
    let check = |baseline: &str, current: &str, target: &str, percent: u8| {
        let mut plan = plan.clone();
        for (field, text) in
            [(GoalField::Baseline, baseline), (GoalField::Current, current), (GoalField::Target, target)]
        {
            plan.goals[0].set(field, text);
        }
        assert_eq!(plan.growth(&plan.goals[0]).percent, percent);
    };
    check("0", "2", "4", 50);
    check("10", "4", "2", 75);
    check("", "9", "4", 100);
    check("", "", "4", 0);
    check("1", "", "4", 0);
    check("3", "3", "3", 100);
    check("0", "-5", "4", 0);
}

#[test]
fn amounts_are_read_as_people_write_them() {
    let check = |text: &str, expect: Option<&str>| {
        assert_eq!(Amount::read(text).ok().map(|amount| amount.to_string()).as_deref(), expect, "{text}");
    };
    check("4", Some("4"));
    check(" -2.50 ", Some("-2.5"));
    check("2,5", Some("2.5"));
    check("+0.125", Some("0.125"));
    check("1,000", None);
    check("1.2345", None);
    check(".5", None);
    check("4 reviews", None);
    check("99999999999999999999", None);
}

fn any_command() -> impl Strategy<Value = Command> {
    let text =
        || prop_oneof![Just(""), Just("Step 1"), Just("a"), Just("b"), Just("2026-12-01"), Just("todo")];
    let state = || prop_oneof![Just(StepState::Todo), Just(StepState::Doing), Just(StepState::Done)];
    let steps = || (1u8..7).prop_map(step);
    let goals = || (1u8..4).prop_map(goal);
    let field = || proptest::sample::select(StepField::ALL);
    prop_oneof![
        (1u8..4).prop_map(|id| {
            Command::AddGoal { id: goal(id), draft: form("A goal").read(&empty(), today()).unwrap() }
        }),
        ((1u8..7), goals()).prop_map(|(id, goal)| {
            let form = StepForm { title: "A step".to_owned(), ..StepForm::default() };
            Command::AddStep { id: step(id), goal, draft: form.read(&empty()).unwrap() }
        }),
        (steps(), field(), text(), text()).prop_map(|(step, field, was, new)| {
            let edits = vec![Edit { field, was: was.to_owned(), new: new.to_owned() }];
            Command::EditStep { step, edits }
        }),
        (goals(), proptest::sample::select(GoalField::ALL), text(), text()).prop_map(
            |(goal, field, was, new)| {
                let edits = vec![Edit { field, was: was.to_owned(), new: new.to_owned() }];
                Command::EditGoal { goal, edits }
            }
        ),
        (steps(), state(), state()).prop_map(|(step, was, new)| Command::SetStepState { step, was, new }),
        (steps(), proptest::option::of(steps())).prop_map(|(step, after)| Command::MoveStep { step, after }),
        steps().prop_map(|step| Command::RemoveStep { step }),
        steps().prop_map(|step| Command::RestoreStep { step }),
        goals().prop_map(|goal| Command::RemoveGoal { goal }),
        goals().prop_map(|goal| Command::RestoreGoal { goal }),
    ]
}

proptest! {
    /// Whatever is asked in whatever order, the plan stays whole; a refusal changes nothing, and the same command again
    /// changes nothing more.
    #[test]
    fn plans_stay_whole(commands in proptest::collection::vec((any_command(), 1u128..3), 0..60)) {
        let mut plan = planted();
        for (at, (command, by)) in commands.into_iter().enumerate() {
            let before = plan.clone();
            match run(&mut plan, &command, by, at as i64) {
                Err(_) => prop_assert_eq!(&plan, &before),
                Ok(events) if events.is_empty() => prop_assert_eq!(&plan, &before),
                Ok(_) => {}
            }
            let mut ids: Vec<_> = plan.steps.iter().map(|step| step.id).collect();
            ids.sort();
            ids.dedup();
            prop_assert_eq!(ids.len(), plan.steps.len());
            prop_assert!(plan.steps.iter().all(|step| plan.goal(step.goal).is_some()));
            let done = |step: &Step| step.done_at.is_some() == (step.state == StepState::Done);
            prop_assert!(plan.steps.iter().all(done));
            prop_assert!(plan.steps.iter().all(|step| !step.title.is_empty()));
        }
    }

    /// Edits of different fields by different people end alike in either order.
    #[test]
    fn edits_of_different_fields_commute(first in 0usize..4, second in 0usize..4) {
        let texts = ["Another title", &person(2).to_string(), "2027-01-02", "A note"];
        prop_assume!(first != second);
        let was = |at: usize| if at == 0 { "Step 1" } else { "" };
        let command = |at: usize| edit(StepField::ALL[at], was(at), texts[at]);
        let (mut one, mut other) = (planted(), planted());
        run(&mut one, &command(first), 1, 2).unwrap();
        run(&mut one, &command(second), 1, 2).unwrap();
        run(&mut other, &command(second), 1, 2).unwrap();
        run(&mut other, &command(first), 1, 2).unwrap();
        prop_assert_eq!(one, other);
    }

    /// A reader who merges the rows of every frame sees what the server has, in its order.
    #[test]
    fn merged_frames_make_the_same_plan(commands in proptest::collection::vec((any_command(), 1u128..3), 0..40)) {
        let mut plan = planted();
        let mut reader = plan.clone();
        for (command, by) in commands {
            if let Ok(events) = run(&mut plan, &command, by, 9) && !events.is_empty() {
                plan.version = Version(plan.version.0 + 1);
                let records: Vec<Record> = events.iter().map(|event| event.change.record()).collect();
                prop_assert!(reader.merge(reader.version, plan.version, plan.rows(&records)));
            }
            prop_assert_eq!(&reader, &plan);
        }
    }

    /// Nothing that was typed is in what is stored or sent as an event.
    #[test]
    fn records_hold_no_typed_text(word in "[A-Z]{12}") {
        let mut plan = planted();
        let mut events = vec![];
        let draft = form(&word).read(&plan, today()).unwrap();
        events.extend(run(&mut plan, &Command::AddGoal { id: goal(2), draft }, 1, 2).unwrap());
        let form = StepForm { title: word.clone(), note: word.clone(), ..StepForm::default() };
        let draft = form.read(&plan).unwrap();
        events.extend(run(&mut plan, &Command::AddStep { id: step(9), goal: goal(2), draft }, 1, 2).unwrap());
        events.extend(run(&mut plan, &edit(StepField::Note, "", &word), 1, 2).unwrap());
        prop_assert_eq!(events.len(), 3);
        for event in events {
            let stored = serde_json::to_string(&event.change.record()).unwrap();
            prop_assert!(!stored.contains(&word));
        }
    }

    /// An amount is written in the form in which it is read.
    #[test]
    fn amounts_come_back(thousandths in -Amount::MOST..Amount::MOST) {
        let amount = Amount(thousandths);
        prop_assert_eq!(Amount::read(&amount.to_string()), Ok(amount));
    }
}
