//! The objectives of a programme as forms: change one, remove one, add one.

use super::api::{AddObjective, RemoveObjective, SetObjective};
use super::done;
use super::seen::Seen;
use crate::form::{Form, FormAction};
use crate::ui::*;
use domain::programme::Programme;
use domain::programme::form::{MEASURE_LIMIT, ObjectiveForm, UNIT_LIMIT};
use domain::programme::mark;
use domain::programme::objective::{Objective, Source, figure};
use domain::text::programme as words;
use leptos::prelude::*;

/// What the forms of objectives send.
#[derive(Clone, Copy)]
pub(crate) struct ObjectiveActions {
    add: FormAction<AddObjective>,
    set: FormAction<SetObjective>,
    remove: FormAction<RemoveObjective>,
}

impl ObjectiveActions {
    pub(crate) fn new() -> Self {
        Self { add: FormAction::new(), set: FormAction::new(), remove: FormAction::new() }
    }

    /// How many of them were carried out; the page is read again when it changes.
    pub(crate) fn done(self) -> Memo<Vec<usize>> {
        done(vec![
            (self.add.value().into(), self.add.version().into()),
            (self.set.value().into(), self.set.version().into()),
            (self.remove.value().into(), self.remove.version().into()),
        ])
    }
}

#[component]
pub(crate) fn ObjectiveForms(programme: Programme, actions: ObjectiveActions) -> impl IntoView {
    let slug = programme.slug.clone();
    let empty = programme.objectives.is_empty();
    let last_day = programme.span().map(|(_, last)| last.to_string()).unwrap_or_default();
    let rows = programme
        .objectives
        .into_iter()
        .map(|objective| view! { <OneObjective slug=slug.clone() objective actions /> })
        .collect_view();
    let fresh = ObjectiveForm {
        source: Source::ByHand.to_string(),
        unit: domain::text::programme::template::percent().to_owned(),
        due: last_day,
        ..ObjectiveForm::default()
    };
    view! {
        <Section title=words::objectives_title() lead=words::objectives_lead()>
            {if empty {
                view! { <p>{words::objectives_empty()}</p> }.into_any()
            } else {
                view! { <Rows label=words::objectives_title()>{rows}</Rows> }.into_any()
            }}
            <Disclosure summary=words::objective_add_title() open=empty>
                <Form action=actions.add>
                    <input type="hidden" name="slug" value=slug />
                    <ObjectiveFields is=fresh key="new".to_owned() />
                    <FormActions>
                        <Button submit=true look=Look::Primary busy=actions.add.pending()>
                            {words::objective_add()}
                        </Button>
                    </FormActions>
                </Form>
            </Disclosure>
        </Section>
    }
}

#[component]
fn OneObjective(slug: String, objective: Objective, actions: ObjectiveActions) -> impl IntoView {
    let id = objective.id;
    let is = objective.is;
    let way = words::objective_way(figure(is.baseline), figure(is.target), &is.unit);
    let due = is.due.map(domain::calendar::long_date).unwrap_or_default();
    let of = slug.clone();
    let remove_label = words::objective_remove_named(&is.measure);
    view! {
        <Row>
            <p class="programme-row__name">{is.measure.clone()}</p>
            <p class="programme-row__facts">{format!("{way} · {due}")}</p>
            <div class="objective__tools">
                <Disclosure summary=words::objective_edit_named(&is.measure)>
                    <Form action=actions.set name=id.to_string()>
                        <input type="hidden" name="objective" value=id.to_string() />
                        <Seen
                            slug
                            mark=mark(&is)
                            of=move |programme: Programme| {
                                let found = programme.objectives.into_iter().find(|one| one.id == id);
                                found.map(|one| mark(&one.is)).unwrap_or_default()
                            }
                            answer=actions.set.value().into()
                        />
                        <ObjectiveFields is=ObjectiveForm::from(&is) key=id.to_string() />
                        <FormActions>
                            <Button submit=true look=Look::Primary busy=actions.set.pending()>
                                {words::objective_save()}
                            </Button>
                        </FormActions>
                    </Form>
                </Disclosure>
                <Form action=actions.remove name=id.to_string()>
                    <input type="hidden" name="slug" value=of />
                    <input type="hidden" name="objective" value=id.to_string() />
                    <IconButton glyph=Glyph::Trash label=remove_label submit=true busy=actions.remove.pending() />
                </Form>
            </div>
        </Row>
    }
}

/// The fields of one objective; `key` keeps the ids of several forms on a page apart.
#[component]
fn ObjectiveFields(is: ObjectiveForm, key: String) -> impl IntoView {
    let [measure, source, baseline, target, unit, due, by_hand, serves] =
        ["measure", "source", "baseline", "target", "unit", "due", "by_hand", "serves"]
            .map(|name| format!("f-{key}-{name}"));
    let sources = Source::ALL.iter().map(|source| Choice::new(source.as_str(), source.title())).collect();
    view! {
        <Field
            name="measure"
            id=measure
            label=words::field_measure()
            hint=words::field_measure_help()
            value=is.measure
            maxlength=MEASURE_LIMIT as u32
            required=true
        />
        <Select
            name="source"
            id=source
            label=words::field_source()
            hint=words::field_source_help()
            options=sources
            value=is.source
        />
        <FieldRow>
            <Field name="baseline" id=baseline label=words::field_baseline() value=is.baseline short=true required=true />
            <Field name="target" id=target label=words::field_target() value=is.target short=true required=true />
            <Field
                name="unit"
                id=unit
                label=words::field_unit()
                placeholder=words::field_unit_help()
                value=is.unit
                maxlength=UNIT_LIMIT as u32
                short=true
                required=true
            />
        </FieldRow>
        <FieldRow>
            <Field
                name="due"
                id=due
                label=words::field_due()
                kind=FieldKind::Date
                value=is.due
                short=true
                required=true
            />
            <Field
                name="by_hand"
                id=by_hand
                label=words::field_by_hand()
                hint=words::field_by_hand_help()
                value=is.by_hand
                short=true
            />
        </FieldRow>
        <Field
            name="serves"
            id=serves
            label=words::field_serves()
            value=is.serves
            maxlength=MEASURE_LIMIT as u32
        />
    }
}
