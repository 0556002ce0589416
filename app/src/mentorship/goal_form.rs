//! The SMART form of a goal, for a new one and for one that is there.

use super::bench::Bench;
use super::kept::Kept;
use crate::form::field_error;
use crate::ui::{Choice, Field, FieldKind, FieldRow, Fieldset, Select};
use domain::mentorship::{GoalField, GoalForm};
use domain::text::mentorship as words;
use leptos::prelude::*;

/// What, how measured, by when, and which aim of the programme it serves, filled with `filled`.
#[component]
pub(super) fn GoalFields(
    bench: Bench,
    filled: GoalForm,
    /// Makes ids unlike those of other forms.
    key: String,
    /// The goal is there already: others may change it at the same time, and its present figure can be set.
    #[prop(optional)]
    kept: bool,
) -> impl IntoView {
    let filled = StoredValue::new(filled);
    let key = StoredValue::new(key);
    let row = move |field: GoalField| {
        if kept {
            let was = filled.with_value(|filled| filled.typed(field).to_owned());
            view! {
                <Kept bench field=field.as_str() label=field.label() was key=key.get_value()>
                    {one(bench, field, &filled.get_value(), &key.get_value())}
                </Kept>
            }
            .into_any()
        } else {
            one(bench, field, &filled.get_value(), &key.get_value())
        }
    };
    let has_objectives = bench.plan.with_untracked(|plan| !plan.objectives.is_empty());
    view! {
        {row(GoalField::Title)}
        {row(GoalField::Measure)}
        <Fieldset legend=words::goal_numbers()>
            <FieldRow>
                {row(GoalField::Baseline)} {row(GoalField::Target)} {kept.then(|| row(GoalField::Current))}
                {row(GoalField::Unit)}
            </FieldRow>
        </Fieldset>
        {row(GoalField::Due)}
        {has_objectives.then(|| row(GoalField::Objective))}
    }
}

fn one(bench: Bench, field: GoalField, filled: &GoalForm, key: &str) -> AnyView {
    let (name, id) = (format!("form[{field}]"), format!("{field}-{key}"));
    let (label, value, error) = (field.label(), filled.typed(field).to_owned(), field_error(field.as_str()));
    match field {
        GoalField::Title => view! {
            <Field name id label value error hint=words::goal_title_hint() required=true maxlength=120 />
        }
        .into_any(),
        GoalField::Measure => view! {
            <Field name id label value error hint=words::goal_measure_hint() required=true maxlength=200 />
        }
        .into_any(),
        GoalField::Unit => view! {
            <Field name id label value error placeholder=words::goal_unit_hint() short=true maxlength=30 />
        }
        .into_any(),
        // Text, because the browser's number field hides what it cannot read instead of keeping it.
        GoalField::Baseline | GoalField::Target | GoalField::Current => {
            view! { <Field name id label value error short=true maxlength=20 /> }.into_any()
        }
        GoalField::Due => view! {
            <Field
                name
                id
                label
                value
                error
                kind=FieldKind::Date
                hint=words::goal_due_hint()
                required=true
                short=true
            />
        }
        .into_any(),
        GoalField::Objective => {
            let objectives = bench.plan.with_untracked(|plan| plan.objectives.clone());
            let options: Vec<Choice> =
                objectives.into_iter().map(|own| Choice::new(own.id.to_string(), own.name)).collect();
            view! { <Select name id label value error options empty_label=words::goal_objective_none() /> }
                .into_any()
        }
    }
}
