//! What can be done with a step beside editing it: start, move, remove.

use super::api::{MoveStep, RemoveStep, SetStepState};
use super::bench::{Bench, Leaving};
use crate::form::{Form, FormAction};
use crate::ui::*;
use domain::StepId;
use domain::mentorship::{Plan, Step, StepState};
use domain::text::mentorship as words;
use leptos::prelude::*;

/// Small forms, each with one button.
#[component]
pub(super) fn StepTools(
    bench: Bench,
    id: StepId,
    step: Memo<Option<Step>>,
    state: Memo<StepState>,
) -> impl IntoView {
    let start = FormAction::<SetStepState>::new();
    let (up, down) = (FormAction::<MoveStep>::new(), FormAction::<MoveStep>::new());
    let remove = FormAction::<RemoveStep>::new();
    bench.keep(start.value());
    bench.keep(up.value());
    bench.keep(down.value());
    bench.keep(remove.value());
    let title = Memo::new(move |_| {
        step.with(|step| step.as_ref().map(|step| step.title.clone()).unwrap_or_default())
    });
    let place = Memo::new(move |_| bench.plan.with(|plan| Place::of(plan, id)));
    let hidden = move || {
        view! {
            <input type="hidden" name="mentorship" value=bench.id.to_string() />
            <input type="hidden" name="step" value=id.to_string() />
        }
    };
    let wish = move || if state.get() == StepState::Doing { StepState::Todo } else { StepState::Doing };
    let behind = move |after: Option<StepId>| {
        after.map(|after| view! { <input type="hidden" name="after" value=after.to_string() /> })
    };
    view! {
        <div class="step__tools">
            {move || {
                (state.get() != StepState::Done)
                    .then(|| {
                        view! {
                            <Form action=start name=format!("start-{id}")>
                                {hidden()} <input type="hidden" name="was" value=state.get_untracked().as_str() />
                                <input type="hidden" name="new" value=wish().as_str() />
                                <Button submit=true size=Size::Small icon=Glyph::Play>
                                    {if wish() == StepState::Doing { words::mark_doing() } else { words::mark_paused() }}
                                </Button>
                            </Form>
                        }
                    })
            }}
            {move || {
                place.get()
                    .up
                    .map(|after| {
                        view! {
                            <Form action=up name=format!("up-{id}")>
                                {hidden()} {behind(after)}
                                <IconButton submit=true glyph=Glyph::ArrowUp label=words::move_up(title.get()) />
                            </Form>
                        }
                    })
            }}
            {move || {
                place.get()
                    .down
                    .map(|after| {
                        view! {
                            <Form action=down name=format!("down-{id}")>
                                {hidden()} {behind(Some(after))}
                                <IconButton submit=true glyph=Glyph::ArrowDown label=words::move_down(title.get()) />
                            </Form>
                        }
                    })
            }}
            <Form action=remove name=format!("remove-{id}")>
                {hidden()}
                <Button
                    submit=true
                    size=Size::Small
                    look=Look::Quiet
                    icon=Glyph::Trash
                    on_press=move |_| bench.leaving.set(Some(Leaving::Step(id)))
                >
                    {words::remove_step()}
                </Button>
            </Form>
        </div>
    }
}

/// Behind which step this one comes when it is moved.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Place {
    /// None at the top; else the step two above, or none for the very first place.
    up: Option<Option<StepId>>,
    /// None at the bottom; else the step below.
    down: Option<StepId>,
}

impl Place {
    fn of(plan: &Plan, id: StepId) -> Self {
        let Some(step) = plan.step(id) else { return Self::default() };
        let all: Vec<StepId> = plan.steps(step.goal).map(|step| step.id).collect();
        let Some(at) = all.iter().position(|own| *own == id) else { return Self::default() };
        Self { up: (at > 0).then(|| at.checked_sub(2).map(|at| all[at])), down: all.get(at + 1).copied() }
    }
}
