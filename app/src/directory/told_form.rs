//! What people may say of themselves for fairness, a form a question.

use super::api::TellFairness;
use crate::form::{Form, FormAction};
use crate::ui::*;
use domain::fairness::{Asked, Told, Uses};
use domain::text::fairness as words;
use leptos::prelude::*;

/// The questions of all one's programmes; nothing where none is asked.
pub(super) fn told_forms(asked: Vec<Asked>) -> AnyView {
    if asked.is_empty() {
        return ().into_any();
    }
    let forms = asked.into_iter().map(|one| view! { <ToldForm one /> }).collect_view();
    view! {
        <Section title=words::title() lead=words::lead()>
            {forms} <p class="muted">{words::take_back()}</p>
        </Section>
    }
    .into_any()
}

#[component]
fn ToldForm(one: Asked) -> impl IntoView {
    let tell = FormAction::<TellFairness>::new();
    let answer = tell.value();
    let kept = RwSignal::new(one.told.clone());
    let toasts = use_toasts();
    Effect::new(move || {
        if let Some(Ok(now)) = answer.get() {
            let before = kept.get_untracked().is_some();
            toasts.good(match (before, now.is_some()) {
                (_, true) => words::told(),
                (true, false) => words::taken_back(),
                (false, false) => words::nothing_said(),
            });
            kept.set(now);
        }
    });
    let name = format!("{}: {}", one.slug, one.question.text);
    let told = one.told.unwrap_or_else(|| Told {
        choice: String::new(),
        figures: false,
        matching: false,
        comparing: false,
    });
    let options = one.question.choices.iter().map(|choice| Choice::new(choice, choice)).collect();
    // Fields of several forms on one page need ids of their own.
    let of_form = name.clone();
    let id = move |field: &str| format!("f-{field}-{of_form}").replace(char::is_whitespace, "-");
    let (question, Uses { groups, pairs }) = (one.question.text, one.uses);
    let ticks = [
        (groups, "figures", words::for_figures(), words::for_figures_hint(), told.figures),
        (groups, "matching", words::for_matching(), words::for_matching_hint(), told.matching),
        (pairs, "comparing", words::for_comparing(), words::for_comparing_hint(), told.comparing),
    ];
    let choice_id = id("choice");
    view! {
        <Form action=tell name=name label=question.clone()>
            <input type="hidden" name="programme" value=one.slug />
            <input type="hidden" name="question" value=question.clone() />
            <Select
                name="choice"
                id=choice_id
                label=question
                hint=words::of_programme(one.programme)
                value=told.choice
                options
                empty_label=words::unsaid()
                who_sees=words::only_you()
            />
            {ticks
                .into_iter()
                .filter(|tick| tick.0)
                .map(|(_, field, label, hint, checked)| {
                    view! { <Checkbox name=field id=id(field) label hint checked /> }
                })
                .collect_view()}
            <FormActions>
                <Button submit=true busy=tell.pending()>
                    {words::confirm()}
                </Button>
                <span class="muted" role="status" dir="auto">
                    {move || kept.with(state)}
                </span>
            </FormActions>
        </Form>
    }
}

/// "Kept: woman. For figures."
fn state(told: &Option<Told>) -> String {
    let Some(told) = told else { return words::kept_nothing().to_owned() };
    let uses = [
        (told.figures, words::kept_for_figures()),
        (told.matching, words::kept_for_matching()),
        (told.comparing, words::kept_for_comparing()),
    ];
    let uses = uses.into_iter().filter(|(is, _)| *is).map(|(_, said)| said);
    let mut said = words::kept(&told.choice);
    for one in uses {
        said.push(' ');
        said.push_str(one);
    }
    said
}
