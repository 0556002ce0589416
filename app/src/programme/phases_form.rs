//! Format, and when which phase is.

use super::Step;
use super::api::ScheduleProgramme;
use super::seen::Seen;
use crate::form::{Form, FormAction, field_error};
use crate::ui::*;
use domain::programme::form::PhasesForm as Dates;
use domain::programme::mark;
use domain::programme::{Format, PhaseKind, Programme};
use domain::text::programme as words;
use leptos::prelude::*;

#[component]
pub(crate) fn PhasesForm(programme: Programme, wizard: bool) -> impl IntoView {
    let schedule = FormAction::<ScheduleProgramme>::new();
    let then = if wizard { Step::Phases.next_word() } else { "" };
    let formats = Format::ALL
        .iter()
        .map(|format| Choice::new(format.as_str(), format.title()).hint(format.explanation()))
        .collect();
    let dates = Dates::from(programme.phases.as_slice());
    view! {
        <Form action=schedule>
            <Seen
                slug=programme.slug
                mark=mark(&(programme.rules.format, &programme.phases))
                of=|programme: Programme| mark(&(programme.rules.format, &programme.phases))
                answer=schedule.value().into()
            />
            <input type="hidden" name="then" value=then />
            <RadioGroup
                name="format"
                label=words::field_format()
                options=formats
                value=programme.rules.format.as_str()
            />
            <p class="field__hint">{words::phases_help()}</p>
            <PhaseFields dates />
            <FormActions>
                <Button submit=true look=Look::Primary busy=schedule.pending()>
                    {if wizard { words::wizard_continue() } else { domain::text::form::save() }}
                </Button>
            </FormActions>
        </Form>
    }
}

/// Two days for each phase.
#[component]
fn PhaseFields(dates: Dates) -> impl IntoView {
    PhaseKind::ALL
        .iter()
        .enumerate()
        .map(|(place, kind)| {
            let at = |list: &[String]| list.get(place).cloned().unwrap_or_default();
            let (starts, ends) = (at(&dates.starts), at(&dates.ends));
            view! {
                <Fieldset legend=kind.title() hint=kind.explanation()>
                    <FieldRow>
                        <Field
                            name=format!("starts[{place}]")
                            label=words::field_phase_starts(kind.title())
                            id=format!("f-starts-{kind}")
                            kind=FieldKind::Date
                            value=starts
                            error=field_error(format!("starts-{kind}"))
                            short=true
                        />
                        <Field
                            name=format!("ends[{place}]")
                            label=words::field_phase_ends(kind.title())
                            id=format!("f-ends-{kind}")
                            kind=FieldKind::Date
                            value=ends
                            error=field_error(format!("ends-{kind}"))
                            short=true
                        />
                    </FieldRow>
                </Fieldset>
            }
        })
        .collect_view()
}
