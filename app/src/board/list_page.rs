//! A match plan from a list of pairs: the form that sends the file, and what would come of it.

use super::api::{self, CreatePlanFromList};
use crate::form::{Form, FormAction, Returned, new_command};
use crate::load::Load;
use crate::path;
use crate::ui::*;
use crate::wire::load;
use domain::PlanListId;
use domain::board::{ListProblem, MOST_PAIRS, PlanListView};
use domain::import::table::MOST_BYTES;
use domain::text::board as words;
use domain::text::import::thousands;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// The form that sends a list.
#[component]
pub(super) fn FromList(slug: String) -> impl IntoView {
    let to = path::plan_list_upload(&slug);
    let returned = use_context::<StoredValue<Option<Returned>>>().and_then(|returned| returned.get_value());
    let refused = returned
        .filter(|returned| returned.path == to)
        .map(|returned| view! { <ErrorNote what=returned.error.title() next=returned.error.sentence() /> });
    let command = StoredValue::new(new_command().to_string());
    let busy = RwSignal::new(false);
    view! {
        <Section title=words::list_section() lead=words::list_lead() id="list">
            {refused}
            <form
                class="form"
                method="post"
                enctype="multipart/form-data"
                action=to
                on:submit=move |_| busy.set(true)
            >
                <input type="hidden" name="command_id" value=command.get_value() />
                <FileDrop
                    name="file"
                    label=words::list_file_label()
                    hint=words::list_file_hint(thousands(MOST_PAIRS), MOST_BYTES / 1024 / 1024)
                    accept=".csv,.txt,.tsv,text/csv,text/plain,text/tab-separated-values"
                    required=true
                    who_sees=words::list_who_sees()
                />
                <FormActions>
                    <Button submit=true icon=Glyph::Upload busy=Signal::from(busy)>
                        {words::list_send()}
                    </Button>
                </FormActions>
            </form>
        </Section>
    }
}

/// What would come of a list: the rows that are wrong, the pairs, and the button that makes the plan.
#[component]
pub fn PlanListPage() -> impl IntoView {
    let params = use_params_map();
    let address = Memo::new(move |_| {
        params.with(|params| {
            let list = params.get("list").and_then(|text| text.parse().ok());
            (params.get("programme").unwrap_or_default(), list.unwrap_or(PlanListId(uuid::Uuid::nil())))
        })
    });
    let list = load(move || address.get(), |(slug, list)| api::load_list(slug, list));
    let create = FormAction::<CreatePlanFromList>::new();
    let view = move |view: PlanListView| {
        let crumbs = vec![
            Crumb::new(view.programme.clone(), path::programme(&view.slug)),
            Crumb::new(words::plans_title(), path::match_plans(&view.slug)),
        ];
        let lead = words::list_preview_lead(words::pairs(view.pairs as usize));
        let waiting = (view.waiting > 0).then(|| {
            let said = words::list_waiting_rows(words::rows(view.waiting));
            view! { <p>{said}</p> }
        });
        let pairs = view.pairs;
        view! {
            <Page title=words::list_title(&view.file_name) lead crumbs>
                <Stack gap=Gap::Loose>
                    {waiting}
                    {wrong(&view)}
                    {make(create, &view)}
                    {(pairs > 0).then(|| placed(view))}
                </Stack>
            </Page>
        }
        .into_any()
    };
    view! { <Load resource=list view /> }
}

fn make(create: FormAction<CreatePlanFromList>, view: &PlanListView) -> impl IntoView + use<> {
    let (slug, list, name) = (view.slug.clone(), view.list.to_string(), view.plan_name.clone());
    let leave = (view.wrong > 0).then(|| words::list_leave(words::rows(view.wrong)));
    let another = format!("{}#list", path::match_plans(&view.slug));
    view! {
        <Form action=create label=words::list_make()>
            <input type="hidden" name="programme" value=slug />
            <input type="hidden" name="list" value=list />
            <Field
                name="name"
                label=words::plan_name()
                hint=words::plan_name_hint()
                value=name
                maxlength=80
                required=true
            />
            {leave.map(|label| view! { <Checkbox name="leave" label /> })}
            <FormActions>
                <Button submit=true look=Look::Primary icon=Glyph::Branch>
                    {words::list_make()}
                </Button>
                <ButtonLink href=another>{words::list_again()}</ButtonLink>
            </FormActions>
        </Form>
    }
}

/// The rows that cannot be taken, and why.
fn wrong(view: &PlanListView) -> Option<AnyView> {
    if view.wrong == 0 {
        return None;
    }
    let row = |problem: &ListProblem| {
        let (row, why) = (problem.row, problem.why.clone());
        view! {
            <tr>
                <RowHead>{row}</RowHead>
                <Cell label=words::list_why()>
                    <span dir="auto">{why}</span>
                </Cell>
            </tr>
        }
    };
    let rows = view.problems.iter().map(row).collect_view();
    let title = words::list_wrong(words::rows(view.wrong));
    let more = (view.problems.len() < view.wrong as usize).then(|| words::list_shown(view.problems.len()));
    Some(
        view! {
            <Section title lead=words::list_wrong_lead()>
                <DataTable caption=words::list_why() caption_hidden=true stack=true>
                    <thead>
                        <tr>
                            <ColumnHead label=words::list_row() />
                            <ColumnHead label=words::list_why() />
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </DataTable>
                {more.map(|more| view! { <p>{more}</p> })}
            </Section>
        }
        .into_any(),
    )
}

fn placed(view: PlanListView) -> impl IntoView {
    let more = (view.placed.len() < view.pairs as usize).then(|| words::list_shown(view.placed.len()));
    let row = |(mentee, mentor, pinned): (String, String, bool)| {
        view! {
            <tr>
                <RowHead>
                    <bdi>{mentee}</bdi>
                </RowHead>
                <Cell label=words::list_mentor()>
                    <bdi>{mentor}</bdi>
                </Cell>
                <Cell label=words::list_pinned()>
                    {pinned.then(|| view! { <Badge icon=Glyph::Pin>{words::pinned()}</Badge> })}
                </Cell>
            </tr>
        }
    };
    view! {
        <Section title=words::list_pairs()>
            <DataTable caption=words::list_pairs() caption_hidden=true stack=true>
                <thead>
                    <tr>
                        <ColumnHead label=words::list_mentee() />
                        <ColumnHead label=words::list_mentor() />
                        <ColumnHead label=words::list_pinned() />
                    </tr>
                </thead>
                <tbody>{view.placed.into_iter().map(row).collect_view()}</tbody>
            </DataTable>
            {more.map(|more| view! { <p>{more}</p> })}
        </Section>
    }
}
