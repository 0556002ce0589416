//! One step: its box to tick, what it is, and on request everything that can be done with it.

use super::api::{EditStep, SetStepState};
use super::bench::Bench;
use super::editor::{Place, close, escape};
use super::step_form::StepFields;
use super::step_tools::StepTools;
use crate::form::{self, Form, FormAction};
use crate::ui::*;
use domain::mentorship::{Plan, Step, StepForm, StepState};
use domain::text::mentorship as words;
use domain::{Date, StepId, calendar};
use leptos::prelude::*;

/// A step of a goal.
#[component]
pub(super) fn StepRow(bench: Bench, id: StepId) -> impl IntoView {
    let step = Memo::new(move |_| bench.plan.with(|plan| plan.step(id).cloned()));
    let tick = FormAction::<SetStepState>::new();
    bench.keep(tick.value());
    // While the answer is awaited the wish is shown; a refusal takes it back by itself.
    let state = Memo::new(move |_| {
        let wished = tick.sent("new").and_then(|word| word.parse().ok());
        wished.or_else(|| step.with(|step| step.as_ref().map(|step| step.state))).unwrap_or(StepState::Todo)
    });
    let done = move || state.get() == StepState::Done;
    let title = Memo::new(move |_| {
        step.with(|step| step.as_ref().map(|step| step.title.clone()).unwrap_or_default())
    });
    let stored = move || step.with(|step| step.as_ref().map_or(StepState::Todo, |step| step.state)).as_str();
    let wish = move || if done() { StepState::Todo } else { StepState::Done }.as_str();
    let open = bench.plan.with_untracked(|plan| plan.open);
    let box_ = open.then(|| {
        view! {
            <Form action=tick name=format!("tick-{id}") class="step__tick">
                <input type="hidden" name="mentorship" value=bench.id.to_string() />
                <input type="hidden" name="step" value=id.to_string() />
                <input type="hidden" name="was" value=stored />
                <input type="hidden" name="new" value=wish />
                <button
                    class="tick"
                    type="submit"
                    role="checkbox"
                    aria-checked=move || if done() { "true" } else { "false" }
                    aria-label=move || words::is_done(title.get())
                >
                    <Icon glyph=Glyph::Check size=Size::Small />
                </button>
            </Form>
        }
    });
    view! {
        <li class="step" data-state=move || state.get().as_str() id=format!("step-{id}")>
            {box_}
            <div class="step__body">
                <p class="step__title" dir="auto">{move || title.get()}</p>
                {move || (state.get() == StepState::Doing).then(|| view! { <Badge tone=Tone::Info>{words::doing()}</Badge> })}
                {move || step.with(|step| step.as_ref().and_then(note))}
            </div>
            <div class="step__facts">
                {move || step.with(|step| step.as_ref().and_then(|step| due(step, state.get(), bench.today)))}
                {move || bench.plan.with(|plan| owner(plan, id))}
            </div>
            {open.then(|| view! { <StepMore bench id step state /> })}
        </li>
    }
}

fn note(step: &Step) -> Option<impl IntoView + use<>> {
    let note = step.note.clone();
    (!note.is_empty()).then(|| view! { <p class="step__note" dir="auto">{note}</p> })
}

fn due(step: &Step, state: StepState, today: Date) -> Option<impl IntoView + use<>> {
    let date = step.due?;
    let late = date < today && state != StepState::Done;
    let said = calendar::near(date, today);
    let said = if late { words::step_overdue(said) } else { said };
    Some(view! {
        <time class="step__due" datetime=date.to_string() data-late=late title=calendar::due(date, today)>
            {said}
        </time>
    })
}

fn owner(plan: &Plan, id: StepId) -> Option<impl IntoView + use<>> {
    let person = plan.member(plan.step(id)?.owner?)?.person.clone();
    Some(view! { <Avatar name=person.name seed=person.id.to_string() size=AvatarSize::Small alone=true /> })
}

/// The editor and the other things that can be done, behind one word.
#[component]
fn StepMore(bench: Bench, id: StepId, step: Memo<Option<Step>>, state: Memo<StepState>) -> impl IntoView {
    let place = Place::new();
    let form_name = format!("edit-{id}");
    let opened = RwSignal::new(form::came_back(&form_name));
    let from = RwSignal::new(step.get_untracked());
    // While somebody writes, what others change does not pull the form from under their hands.
    Effect::new(move || {
        let now = step.get();
        if !opened.get() {
            from.set(now);
        }
    });
    let toggled = move |_| opened.set(place.get_untracked().is_some_and(|details| details.open()));
    let name = move || step.with(|step| words::edit_step_named(step.as_ref().map_or("", |step| &step.title)));
    view! {
        <details class="step__more" node_ref=place open=opened.get_untracked() on:toggle=toggled on:keydown=move |event| escape(&event, place)>
            <summary aria-label=name title=words::edit_step()>
                <Icon glyph=Glyph::Edit size=Size::Small />
            </summary>
            <div class="step__editor">
                {move || {
                    from.get()
                        .map(|step| {
                            view! { <StepEditor bench step form_name=form_name.clone() place /> }
                        })
                }}
                <StepTools bench id step state />
            </div>
        </details>
    }
}

#[component]
fn StepEditor(bench: Bench, step: Step, form_name: String, place: Place) -> impl IntoView {
    let edit = FormAction::<EditStep>::new();
    bench.keep(edit.value());
    let value = edit.value();
    Effect::new(move || {
        if value.with(|answer| matches!(answer, Some(Ok(_)))) {
            close(place);
        }
    });
    let key = step.id.to_string();
    view! {
        <Form action=edit name=form_name>
            <input type="hidden" name="mentorship" value=bench.id.to_string() />
            <input type="hidden" name="step" value=key.clone() />
            <StepFields bench filled=StepForm::of(&step) key kept=true />
            <FormActions>
                <Button submit=true look=Look::Primary size=Size::Small>
                    {words::save_step()}
                </Button>
            </FormActions>
        </Form>
    }
}
