//! What was taken off the plan, and the way back.

use super::api::{RestoreGoal, RestoreStep};
use super::bench::Bench;
use crate::form::{Form, FormAction};
use crate::ui::*;
use domain::text::mentorship as words;
use domain::{GoalId, StepId};
use leptos::prelude::*;

/// Removed goals, and removed steps of goals that are there. Nothing where nothing was removed.
#[component]
pub(super) fn Removed(bench: Bench) -> impl IntoView {
    let restore_goal = FormAction::<RestoreGoal>::new();
    let restore_step = FormAction::<RestoreStep>::new();
    bench.keep(restore_goal.value());
    bench.keep(restore_step.value());
    let goals = Memo::new(move |_| {
        bench.plan.with(|plan| {
            plan.goals
                .iter()
                .filter(|goal| goal.removed)
                .map(|goal| (goal.id, goal.title.clone()))
                .collect::<Vec<_>>()
        })
    });
    let steps = Memo::new(move |_| {
        bench.plan.with(|plan| {
            let live = |id| plan.goal(id).is_some_and(|goal| !goal.removed);
            let gone = plan.steps.iter().filter(|step| step.removed && live(step.goal));
            gone.map(|step| (step.id, step.title.clone())).collect::<Vec<_>>()
        })
    });
    let goal_row = move |(id, title): (GoalId, String)| {
        view! {
            <li class="removed__item">
                <span dir="auto">{title}</span>
                <Form action=restore_goal name=format!("restore-{id}")>
                    <input type="hidden" name="mentorship" value=bench.id.to_string() />
                    <input type="hidden" name="goal" value=id.to_string() />
                    <Button submit=true size=Size::Small icon=Glyph::Undo>{words::put_back()}</Button>
                </Form>
            </li>
        }
    };
    let step_row = move |(id, title): (StepId, String)| {
        view! {
            <li class="removed__item">
                <span dir="auto">{title}</span>
                <Form action=restore_step name=format!("restore-{id}")>
                    <input type="hidden" name="mentorship" value=bench.id.to_string() />
                    <input type="hidden" name="step" value=id.to_string() />
                    <Button submit=true size=Size::Small icon=Glyph::Undo>{words::put_back()}</Button>
                </Form>
            </li>
        }
    };
    move || {
        let (goals, steps) = (goals.get(), steps.get());
        (!goals.is_empty() || !steps.is_empty()).then(|| {
            view! {
                <Disclosure summary=words::removed_title()>
                    <ul class="removed" role="list">
                        {goals.into_iter().map(goal_row).collect_view()} {steps.into_iter().map(step_row).collect_view()}
                    </ul>
                </Disclosure>
            }
        })
    }
}
