//! The fields of a step, for a new one and for one that is there.

use super::bench::Bench;
use super::kept::Kept;
use crate::form::field_error;
use crate::ui::{Choice, Field, FieldKind, FieldRow, Select, TextArea};
use domain::mentorship::StepForm;
use domain::text::mentorship as words;
use leptos::prelude::*;

/// Title, who, when and a note, filled with `filled`.
#[component]
pub(super) fn StepFields(
    bench: Bench,
    filled: StepForm,
    /// Makes ids unlike those of other forms.
    key: String,
    /// The step is there already, so that others may change it at the same time.
    #[prop(optional)]
    kept: bool,
) -> impl IntoView {
    let members = bench.plan.with_untracked(|plan| plan.members.clone());
    let nobody = if members.len() > 2 { words::step_owner_all() } else { words::step_owner_none() };
    let people: Vec<Choice> = members
        .iter()
        .map(|member| Choice::new(member.person.id.to_string(), member.person.name.clone()))
        .collect();
    let StepForm { title, owner, due, note } = filled;
    let title_field = {
        let (title, key) = (title.clone(), key.clone());
        move || {
            view! {
                <Field
                    name="form[title]"
                    id=format!("title-{key}")
                    label=words::step_title()
                    value=title.clone()
                    error=field_error("title")
                    required=true
                    maxlength=200
                />
            }
        }
    };
    let owner_field = {
        let (owner, key) = (owner.clone(), key.clone());
        move || {
            view! {
                <Select
                    name="form[owner]"
                    id=format!("owner-{key}")
                    label=words::step_owner()
                    options=people.clone()
                    value=owner.clone()
                    empty_label=nobody
                    error=field_error("owner")
                />
            }
        }
    };
    let due_field = {
        let (due, key) = (due.clone(), key.clone());
        move || {
            view! {
                <Field
                    name="form[due]"
                    id=format!("due-{key}")
                    kind=FieldKind::Date
                    label=words::step_due()
                    value=due.clone()
                    error=field_error("due")
                    short=true
                />
            }
        }
    };
    let note_field = {
        let (note, key) = (note.clone(), key.clone());
        move || {
            view! {
                <TextArea
                    name="form[note]"
                    id=format!("note-{key}")
                    label=words::step_note()
                    value=note.clone()
                    error=field_error("note")
                    who_sees=words::step_note_who()
                    rows=2
                    maxlength=2000
                />
            }
        }
    };
    if !kept {
        return view! {
            {title_field()}
            <FieldRow>{owner_field()} {due_field()}</FieldRow>
            {note_field()}
        }
        .into_any();
    }
    let (owner_key, due_key) = (key.clone(), key.clone());
    view! {
        <Kept bench field="title" label=words::step_title() was=title key=key.clone()>{title_field()}</Kept>
        <FieldRow>
            <Kept bench field="owner" label=words::step_owner() was=owner key=owner_key>{owner_field()}</Kept>
            <Kept bench field="due" label=words::step_due() was=due key=due_key>{due_field()}</Kept>
        </FieldRow>
        <Kept bench field="note" label=words::step_note() was=note key=key.clone()>{note_field()}</Kept>
    }
    .into_any()
}
