//! How people are matched: whose yes is needed, how many mentees a mentor has, and what makes two people fit.

use super::Step;
use super::api::SetMatching;
use super::seen::Seen;
use crate::form::{Form, FormAction, field_error};
use crate::ui::*;
use domain::criteria::{Criteria, CriterionKind};
use domain::programme::form::RulesForm;
use domain::programme::mark;
use domain::programme::{Acceptance, Format, Programme};
use domain::text::programme as words;
use leptos::prelude::*;

fn mark_of(programme: &Programme) -> String {
    mark(&(programme.rules.matching(), &programme.criteria))
}

/// The form's name, for the button that stands behind all of a step's forms.
pub(super) const MATCHING: &str = "matching";

#[component]
pub(crate) fn MatchingForm(
    programme: Programme,
    wizard: bool,
    save: FormAction<SetMatching>,
) -> impl IntoView {
    let then = if wizard { Step::Matching.next_word() } else { "" };
    let acceptances = Acceptance::ALL
        .iter()
        .map(|acceptance| Choice::new(acceptance.as_str(), acceptance.title()))
        .collect();
    let mark = mark_of(&programme);
    let rules = RulesForm::from(&programme.rules);
    let grouped = programme.rules.format == Format::Group;
    view! {
        <Form action=save id=MATCHING>
            <Seen slug=programme.slug mark of=|programme: Programme| mark_of(&programme) answer=save.value().into() />
            <input type="hidden" name="then" value=then />
            <RadioGroup
                name="acceptance"
                label=words::field_acceptance()
                options=acceptances
                value=rules.acceptance
            />
            <Checkbox
                name="sign_off"
                label=words::field_sign_off()
                hint=words::field_sign_off_hint()
                checked=programme.rules.sign_off
            />
            <FieldRow>
                <Number name="mentor_default" label=words::field_mentor_default() value=rules.mentor_default most="50" />
                <Number name="mentor_most" label=words::field_mentor_most() value=rules.mentor_most most="50" />
                {grouped
                    .then(|| {
                        view! {
                            <Field
                                name="mentor_fewest"
                                label=words::field_mentor_fewest()
                                hint=words::field_mentor_fewest_help()
                                value=rules.mentor_fewest
                                kind=FieldKind::Number
                                min="1"
                                max="50"
                                short=true
                            />
                        }
                    })}
                <Number name="proposal_days" label=words::field_proposal_days() value=rules.proposal_days most="60" />
            </FieldRow>
            <CriteriaFields criteria=programme.criteria />
            {(!wizard)
                .then(|| {
                    view! {
                        <FormActions>
                            <Button submit=true look=Look::Primary busy=save.pending()>
                                {domain::text::form::save()}
                            </Button>
                        </FormActions>
                    }
                })}
        </Form>
    }
}

#[component]
fn Number(name: &'static str, label: &'static str, value: String, most: &'static str) -> impl IntoView {
    view! { <Field name label value kind=FieldKind::Number min="0" max=most short=true required=true /> }
}

/// A weight for each reason, and whether a pair without it is out.
#[component]
fn CriteriaFields(criteria: Criteria) -> impl IntoView {
    let fields = CriterionKind::ALL
        .iter()
        .enumerate()
        .map(|(place, kind)| {
            let is = criteria.get(*kind);
            view! {
                <div class="criterion">
                    <Field
                        name=format!("weights[{place}]")
                        label=kind.title()
                        hint=kind.explanation()
                        id=format!("f-weights-{kind}")
                        kind=FieldKind::Number
                        min="0"
                        max="100"
                        value=is.weight.to_string()
                        error=field_error(format!("weights-{kind}"))
                        short=true
                    />
                    {kind
                        .may_be_rule()
                        .then(|| {
                            view! {
                                <Checkbox
                                    name="hard[]"
                                    value=kind.as_str()
                                    label=words::criteria_hard(kind.title())
                                    id=format!("f-hard-{kind}")
                                    checked=is.hard
                                />
                            }
                        })}
                </div>
            }
        })
        .collect_view();
    let wrong = field_error("weights");
    view! {
        <Fieldset legend=words::criteria_title() hint=words::criteria_lead()>
            {move || wrong.get().map(|wrong| view! { <p class="form__note" role="alert">{wrong}</p> })}
            {fields}
        </Fieldset>
    }
}
