//! One part of a programme at a time: the steps of the wizard for a draft, the same forms afterwards.

use super::api::{AskMentees, load_programme};
use super::asked_form::AskedForm;
use super::criteria_form::{MATCHING, MatchingForm};
use super::objective_forms::{ObjectiveActions, ObjectiveForms};
use super::phases_form::PhasesForm;
use super::texts_form::{TEXTS, TextsForm};
use super::{Step, done, tell_navigation, wizard_steps};
use crate::error::AppError;
use crate::form::FormAction;
use crate::load::{ErrorPage, Load, NotFoundPage};
use crate::path;
use crate::ui::*;
use crate::wire::load;
use domain::actor::Who;
use domain::programme::ProgrammeState;
use domain::programme::view::ProgrammeView;
use domain::text::{fairness as fair, programme as words};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos_router::components::Redirect;
use leptos_router::hooks::use_params_map;

/// The page of one step. Who may not change the programme is told who may.
#[component]
pub fn EditProgrammePage() -> impl IntoView {
    let params = use_params_map();
    let slug = Memo::new(move |_| params.with(|params| params.get("programme").unwrap_or_default()));
    let step =
        Memo::new(move |_| params.with(|params| Step::from_word(&params.get("step").unwrap_or_default())));
    let actions = ObjectiveActions::new();
    let asking = FormAction::<AskMentees>::new();
    let asked = done(vec![(asking.value().into(), asking.version().into())]);
    let toasts = use_toasts();
    Effect::new(move |before: Option<Vec<usize>>| {
        let now = asked.get();
        if before.is_some_and(|before| before != now) {
            toasts.good(fair::ask_done());
        }
        now
    });
    let set = actions.done();
    // Each step is read anew: another coordinator may have been here since the last one.
    let programme = load(
        move || (slug.get(), step.get(), set.get(), asked.get()),
        |(slug, _, _, _)| load_programme(slug),
    );
    view! {
        <Load
            resource=programme
            view=move |view| {
                let asked = slug.get_untracked();
                match step.get_untracked() {
                    None => view! { <NotFoundPage /> }.into_any(),
                    Some(_) if !view.may_edit => {
                        view! { <ErrorPage error=AppError::Denied(Who::Coordinators) /> }.into_any()
                    }
                    Some(step) if view.programme.slug != asked => {
                        let path = path::edit_programme(&view.programme.slug, step.word());
                        view! { <Redirect path /> }.into_any()
                    }
                    Some(step) => view! { <Edit view step actions asking /> }.into_any(),
                }
            }
        />
    }
}

#[component]
fn Edit(
    view: ProgrammeView,
    step: Step,
    actions: ObjectiveActions,
    asking: FormAction<AskMentees>,
) -> impl IntoView {
    let programme = view.programme;
    let (slug, name) = (programme.slug.clone(), programme.description.name.clone());
    tell_navigation(&slug, &name);
    let wizard = programme.state == ProgrammeState::Draft;
    let title = if wizard { words::wizard_draft_of(&name) } else { words::edit_title(&name) };
    let place = Step::ALL.iter().position(|one| *one == step).unwrap_or_default();
    let ways = if wizard {
        let items = wizard_steps(Some(&slug));
        view! { <Steps label=words::wizard_progress() items current=place + 1 /> }.into_any()
    } else {
        let tab = |step: Step| TabItem::new(path::edit_programme(&slug, step.word()), step.title());
        view! { <Tabs label=words::edit_parts() items=Step::ALL.map(tab).to_vec() /> }.into_any()
    };
    let crumbs =
        vec![Crumb::new(words::list_title(), path::programmes()), Crumb::new(name, path::programme(&slug))];
    let toasts = use_toasts();
    // Whatever is sent, what another form of the page holds could be lost: it is made anew, or left behind.
    let hold = move |event: SubmitEvent| {
        if hold_unsent(&event) {
            toasts.fail(words::edit_unsaved());
        }
    };
    let form = match step {
        Step::Purpose => {
            let (objectives, describe) = (programme.clone(), FormAction::new());
            let goes_on = wizard.then(|| onward(TEXTS, words::wizard_continue(), describe.pending()));
            view! {
                <div class="stack" on:submit:capture=hold>
                    <TextsForm programme wizard describe />
                    <ObjectiveForms programme=objectives actions />
                    {goes_on}
                </div>
            }
            .into_any()
        }
        Step::Phases => view! { <PhasesForm programme wizard /> }.into_any(),
        Step::Matching => {
            let (asked, save) = (programme.clone(), FormAction::new());
            let goes_on = wizard.then(|| onward(MATCHING, words::wizard_finish(), save.pending()));
            view! {
                <div class="stack" on:submit:capture=hold>
                    <MatchingForm programme wizard save />
                    <Section title=fair::ask_title() lead=fair::ask_lead()>
                        <AskedForm programme=asked save=asking />
                    </Section>
                    {goes_on}
                </div>
            }
            .into_any()
        }
    };
    view! {
        <Page title crumbs width=PageWidth::Form>
            {ways}
            <Section title=step.title()>{form}</Section>
        </Page>
    }
}

/// The button to the next step, behind all forms of this one.
fn onward(form: &'static str, text: &'static str, busy: Signal<bool>) -> impl IntoView {
    view! {
        <FormActions>
            <Button submit=true look=Look::Primary form busy>
                {text}
            </Button>
        </FormActions>
    }
}
