//! What the columns of a list hold, and how it is taken: one plain form.

use super::api::DescribeImport;
use crate::form::{Form, FormAction};
use crate::ui::*;
use domain::Role;
use domain::import::view::{Column, ImportView};
use domain::import::{Field, Full};
use domain::text::import as words;
use leptos::prelude::*;

/// The form under the numbers.
#[component]
pub(super) fn ColumnsForm(view: ImportView, describe: FormAction<DescribeImport>) -> impl IntoView {
    let lead = if view.remembered { words::columns_remembered() } else { words::columns_lead() };
    let choices = view.choices.clone();
    let ignored = view.columns.iter().filter(|one| one.field == Field::Ignore && !one.heading.is_empty());
    let left_out: Vec<String> = ignored.map(|one| one.heading.clone()).collect();
    let selects = view.columns.into_iter().enumerate().map(|(at, column)| one(at, column)).collect_view();
    let says_role = view.says_role;
    let fulls = vec![
        Choice::new(Full::Part.as_str(), words::full_part()).hint(words::full_part_hint()),
        Choice::new(Full::Report.as_str(), words::full_report()),
        Choice::new(Full::Withdraw.as_str(), words::full_withdraw()).hint(words::full_withdraw_hint()),
    ];
    view! {
        <Form action=describe name="columns">
            <input type="hidden" name="slug" value=view.programme />
            <input type="hidden" name="import" value=view.id.to_string() />
            <Section title=words::columns() lead=lead id="columns">
                {(!left_out.is_empty())
                    .then(|| view! { <p dir="auto">{words::columns_left_out(left_out.join(", "))}</p> })}
                <div class="import-columns">{selects}</div>
            </Section>
            <Section title=words::how() id="how">
                {(!says_role).then(|| role(choices.role))}
                <Checkbox
                    name="overwrite"
                    label=words::overwrite()
                    hint=words::overwrite_hint()
                    checked=choices.overwrite
                />
                <RadioGroup name="full" label=words::full() options=fulls value=choices.full.as_str() />
                <FormActions>
                    <Button submit=true>{words::look_again()}</Button>
                </FormActions>
            </Section>
        </Form>
    }
}

fn role(chosen: Option<Role>) -> impl IntoView {
    let options = [Role::Mentor, Role::Mentee].map(|role| Choice::new(role.as_str(), role.title())).to_vec();
    view! {
        <Select
            name="role"
            label=words::role()
            hint=words::role_hint()
            options
            value=chosen.map(|role| role.to_string()).unwrap_or_default()
            empty_label=words::role_choose()
            short=true
        />
    }
}

/// One column: its heading, its first cells, and what it holds.
fn one(at: usize, column: Column) -> impl IntoView {
    let heading = if column.heading.is_empty() { words::no_heading(at + 1) } else { column.heading };
    let hint = match column.samples.as_slice() {
        [] => words::no_samples().to_owned(),
        samples => words::samples(samples.join(" · ")),
    };
    let options =
        Field::ALL.iter().map(|field| Choice::new(field.as_str(), field.label())).collect::<Vec<_>>();
    view! {
        <div class="import-column" data-ignored=column.field == Field::Ignore>
            <Select name=format!("fields[{at}]") label=heading hint options value=column.field.as_str() />
        </div>
    }
}
