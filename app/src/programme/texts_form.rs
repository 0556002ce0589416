//! Name, purpose, and what both sides get and give.

use super::Step;
use super::api::DescribeProgramme;
use super::seen::Seen;
use crate::form::{Form, FormAction};
use crate::ui::*;
use domain::programme::Programme;
use domain::programme::form::{NAME_LIMIT, PURPOSE_LIMIT, SIDE_LIMIT};
use domain::programme::mark;
use domain::text::programme as words;
use leptos::prelude::*;

/// The form's name, for the button that stands behind all of a step's forms.
pub(super) const TEXTS: &str = "texts";

#[component]
pub(crate) fn TextsForm(
    programme: Programme,
    wizard: bool,
    describe: FormAction<DescribeProgramme>,
) -> impl IntoView {
    let is = programme.description;
    let then = if wizard { Step::Purpose.next_word() } else { "" };
    view! {
        <Form action=describe id=TEXTS>
            <Seen
                slug=programme.slug
                mark=mark(&is)
                of=|programme: Programme| mark(&programme.description)
                answer=describe.value().into()
            />
            <input type="hidden" name="then" value=then />
            <Field
                name="name"
                label=words::field_name()
                hint=words::field_name_help()
                value=is.name
                maxlength=NAME_LIMIT as u32
                autocomplete="off"
                required=true
            />
            <TextArea
                name="purpose"
                label=words::field_purpose()
                hint=words::field_purpose_help()
                value=is.purpose
                rows=8
                maxlength=PURPOSE_LIMIT as u32
                required=true
            />
            <TextArea
                name="mentors"
                label=words::field_mentors()
                value=is.mentors
                rows=5
                maxlength=SIDE_LIMIT as u32
            />
            <TextArea
                name="mentees"
                label=words::field_mentees()
                value=is.mentees
                rows=5
                maxlength=SIDE_LIMIT as u32
            />
            {(!wizard)
                .then(|| {
                    view! {
                        <FormActions>
                            <Button submit=true look=Look::Primary busy=describe.pending()>
                                {domain::text::form::save()}
                            </Button>
                        </FormActions>
                    }
                })}
        </Form>
    }
}
