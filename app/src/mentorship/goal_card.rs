//! One goal with its steps.

use super::api::{AddStep, EditGoal, RemoveGoal};
use super::bench::{Bench, Leaving};
use super::editor::{Place, close, escape};
use super::goal_form::GoalFields;
use super::step_form::StepFields;
use super::step_row::StepRow;
use crate::form::{self, Form, FormAction};
use crate::ui::*;
use domain::mentorship::{Goal, GoalForm, Plan, StepForm};
use domain::text::mentorship as words;
use domain::{GoalId, calendar};
use leptos::prelude::*;

/// A goal, how far it is, its steps, and what can be done with it.
#[component]
pub(super) fn GoalCard(bench: Bench, id: GoalId) -> impl IntoView {
    let goal = Memo::new(move |_| bench.plan.with(|plan| plan.goal(id).cloned()));
    let title = Memo::new(move |_| {
        goal.with(|goal| goal.as_ref().map(|goal| goal.title.clone()).unwrap_or_default())
    });
    let facts =
        Memo::new(move |_| bench.plan.with(|plan| goal.with(|goal| Facts::of(plan, goal.as_ref()?, bench))));
    let of =
        move |pick: fn(&Facts) -> String| facts.with(|facts| facts.as_ref().map(pick).unwrap_or_default());
    let percent = Signal::derive(move || {
        facts.with(|facts| facts.as_ref().map_or(0, |facts| u32::from(facts.percent)))
    });
    let steps = move || bench.plan.with(|plan| plan.steps(id).map(|step| step.id).collect::<Vec<_>>());
    let open = bench.plan.with_untracked(|plan| plan.open);
    let (heading, labelled_by) = (format!("goal-{id}-title"), format!("goal-{id}-title"));
    view! {
        <section class="card goal" aria-labelledby=labelled_by id=format!("goal-{id}")>
            <header class="goal__head">
                <h2 id=heading dir="auto" tabindex="-1">{move || title.get()}</h2>
                {move || {
                    facts
                        .get()
                        .map(|facts| {
                            let tone = if facts.needs_a_look { Tone::Warn } else { Tone::Good };
                            view! { <Badge tone>{facts.standing}</Badge> }
                        })
                }} <p class="goal__when">{move || of(|facts| facts.when.clone())}</p>
            </header>
            <p class="goal__measure" dir="auto">{move || of(|facts| facts.measure.clone())}</p>
            <Progress
                label=words::progress_of(title.get_untracked())
                label_hidden=true
                done=percent
                of=Signal::stored(100)
                text=Signal::derive(move || Some(of(|facts| facts.so_far.clone())))
            />
            <ul class="goal__steps" role="list">
                <For each=steps key=|id| *id let(step)>
                    <StepRow bench id=step />
                </For>
            </ul>
            {open
                .then(|| {
                    view! {
                        <AddStepForm bench goal=id title />
                        <GoalMore bench goal title />
                    }
                })}
        </section>
    }
}

/// What the head of the card says.
#[derive(Clone, PartialEq)]
struct Facts {
    standing: String,
    needs_a_look: bool,
    when: String,
    measure: String,
    percent: u8,
    so_far: String,
}

impl Facts {
    fn of(plan: &Plan, goal: &Goal, bench: Bench) -> Option<Self> {
        let at = plan.goals().position(|own| own.id == goal.id)?;
        let number = words::goal_of(at + 1, plan.goals().count());
        let due = goal.due.map(|date| words::due_on(calendar::long_date(date)));
        let standing = plan.standing(goal, bench.today, bench.now);
        let growth = plan.growth(goal);
        Some(Self {
            standing: standing.words(),
            needs_a_look: standing.needs_a_look(),
            when: [Some(number), due].into_iter().flatten().collect::<Vec<_>>().join(" · "),
            measure: measure(plan, goal),
            percent: growth.percent,
            so_far: growth.words,
        })
    }
}

/// "Measure: reviews led, from 0 to 4. Today 2. Serves “two more women in staff roles”."
fn measure(plan: &Plan, goal: &Goal) -> String {
    let first = match (goal.baseline, goal.target) {
        (baseline, Some(target)) => words::measured(
            &goal.measure,
            baseline.unwrap_or_default(),
            format!("{target} {}", goal.unit).trim_end(),
        ),
        _ => words::measured_in_words(&goal.measure),
    };
    let today = goal.stands_at().map(words::today_at);
    let served = plan.objectives.iter().find(|own| Some(own.id) == goal.objective);
    let serves = served.map(|own| words::serves(&own.name));
    [Some(first), today, serves].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

#[component]
fn AddStepForm(bench: Bench, goal: GoalId, title: Memo<String>) -> impl IntoView {
    let add = FormAction::<AddStep>::new();
    bench.keep(add.value());
    let place = Place::new();
    let form_name = format!("add-{goal}");
    let opened = form::came_back(&form_name);
    let value = add.value();
    // A new set of fields for the next step, once one is stored.
    let count = RwSignal::new(0);
    Effect::new(move || {
        if value.with(|answer| matches!(answer, Some(Ok(_)))) {
            count.update(|count| *count += 1);
            #[cfg(feature = "hydrate")]
            crate::ui::focus_by_id(format!("title-{goal}-{}", count.get_untracked()));
        }
    });
    let none = move || bench.plan.with(|plan| plan.steps(goal).next().is_none());
    let name =
        move || if none() { words::plan_first_of(title.get()) } else { words::add_step_to(title.get()) };
    view! {
        <details class="step-add" node_ref=place open=opened on:keydown=move |event| escape(&event, place)>
            <summary aria-label=name>
                <Icon glyph=Glyph::Add size=Size::Small />
                {move || if none() { words::plan_first() } else { words::add_step() }}
            </summary>
            <Form action=add name=form_name>
                <input type="hidden" name="mentorship" value=bench.id.to_string() />
                <input type="hidden" name="goal" value=goal.to_string() />
                // A list of one: new fields instead of the old ones with what was typed.
                <For each=move || [count.get()] key=|count| *count let(count)>
                    <StepFields bench filled=StepForm::default() key=format!("{goal}-{count}") />
                </For>
                <FormActions>
                    <Button submit=true look=Look::Primary size=Size::Small icon=Glyph::Add>
                        {words::add_step()}
                    </Button>
                </FormActions>
            </Form>
        </details>
    }
}

/// Editing and removing the goal, behind one word.
#[component]
fn GoalMore(bench: Bench, goal: Memo<Option<Goal>>, title: Memo<String>) -> impl IntoView {
    let place = Place::new();
    let id = goal.with_untracked(|goal| goal.as_ref().map(|goal| goal.id.to_string()).unwrap_or_default());
    let form_name = format!("edit-{id}");
    let opened = RwSignal::new(form::came_back(&form_name));
    let from = RwSignal::new(goal.get_untracked());
    Effect::new(move || {
        let now = goal.get();
        if !opened.get() {
            from.set(now);
        }
    });
    let toggled = move |_| opened.set(place.get_untracked().is_some_and(|details| details.open()));
    view! {
        <details class="goal__more" node_ref=place open=opened.get_untracked() on:toggle=toggled on:keydown=move |event| escape(&event, place)>
            <summary aria-label=move || words::edit_goal_named(title.get())>
                <Icon glyph=Glyph::Edit size=Size::Small />
                {words::edit_goal()}
            </summary>
            <div class="goal__editor">
                {move || {
                    from.get().map(|goal| view! { <GoalEditor bench goal form_name=form_name.clone() place /> })
                }}
                {goal.get_untracked().map(|goal| view! { <RemoveGoalForm bench goal=goal.id /> })}
            </div>
        </details>
    }
}

#[component]
fn GoalEditor(bench: Bench, goal: Goal, form_name: String, place: Place) -> impl IntoView {
    let edit = FormAction::<EditGoal>::new();
    bench.keep(edit.value());
    let value = edit.value();
    Effect::new(move || {
        if value.with(|answer| matches!(answer, Some(Ok(_)))) {
            close(place);
        }
    });
    let key = goal.id.to_string();
    view! {
        <Form action=edit name=form_name>
            <input type="hidden" name="mentorship" value=bench.id.to_string() />
            <input type="hidden" name="goal" value=key.clone() />
            <GoalFields bench filled=GoalForm::of(&goal) key kept=true />
            <FormActions>
                <Button submit=true look=Look::Primary size=Size::Small>
                    {words::save_goal()}
                </Button>
            </FormActions>
        </Form>
    }
}

#[component]
fn RemoveGoalForm(bench: Bench, goal: GoalId) -> impl IntoView {
    let remove = FormAction::<RemoveGoal>::new();
    bench.keep(remove.value());
    view! {
        <Form action=remove name=format!("remove-{goal}")>
            <input type="hidden" name="mentorship" value=bench.id.to_string() />
            <input type="hidden" name="goal" value=goal.to_string() />
            <Button
                submit=true
                size=Size::Small
                look=Look::Quiet
                icon=Glyph::Trash
                on_press=move |_| bench.leaving.set(Some(Leaving::Goal(goal)))
            >
                {words::remove_goal()}
            </Button>
        </Form>
    }
}
