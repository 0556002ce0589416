//! The wizard's first step: which template, what it is called, and when it begins.

use super::api::{CreateProgramme, list_programmes};
use super::wizard_steps;
use crate::error::AppError;
use crate::form::{Form, FormAction};
use crate::load::{ErrorPage, Load};
use crate::path;
use crate::ui::*;
use crate::viewer::use_viewer;
use crate::wire::load;
use domain::actor::Who;
use domain::programme::{Template, phase};
use domain::text::programme as words;
use leptos::prelude::*;

/// The page on which a programme begins. Who may not create one is told who may.
#[component]
pub fn NewProgrammePage() -> impl IntoView {
    let programmes = load(|| (), |()| list_programmes());
    view! {
        <Load
            resource=programmes
            view=|list| {
                if list.may_create {
                    view! { <Begin /> }.into_any()
                } else {
                    view! { <ErrorPage error=AppError::Denied(Who::Creators) /> }.into_any()
                }
            }
        />
    }
}

#[component]
fn Begin() -> impl IntoView {
    let create = FormAction::<CreateProgramme>::new();
    let (now, offset) = use_viewer().with_untracked(|viewer| (viewer.now, viewer.offset));
    let templates = Template::ALL
        .iter()
        .map(|template| Choice::new(template.as_str(), template.title()).hint(template.summary()))
        .collect();
    view! {
        <Page
            title=words::wizard_title()
            lead=words::wizard_lead()
            crumbs=vec![Crumb::new(words::list_title(), path::programmes())]
            width=PageWidth::Form
        >
            <Steps label=words::wizard_progress() items=wizard_steps(None) current=0 />
            <Form action=create>
                <RadioGroup
                    name="template"
                    label=words::wizard_template_lead()
                    options=templates
                    value=Template::ALL.first().map(|first| first.as_str()).unwrap_or_default()
                />
                <Field
                    name="name"
                    label=words::field_name()
                    hint=words::field_name_help()
                    maxlength=domain::programme::form::NAME_LIMIT as u32
                    autocomplete="off"
                    required=true
                />
                <Field
                    name="starts"
                    label=words::field_starts()
                    hint=words::field_starts_help()
                    kind=FieldKind::Date
                    value=phase::usual_start(now, offset).to_string()
                    short=true
                    required=true
                />
                <FormActions>
                    <Button submit=true look=Look::Primary busy=create.pending()>
                        {words::wizard_create()}
                    </Button>
                    <ButtonLink href=path::programmes() look=Look::Quiet>
                        {domain::text::form::cancel()}
                    </ButtonLink>
                </FormActions>
            </Form>
        </Page>
    }
}
