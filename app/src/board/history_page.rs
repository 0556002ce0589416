//! A match plan and all that was done to it: its name and note, and every version to be opened.

use super::address;
use super::api::{self, DescribePlan};
use super::exceptions::Exceptions;
use crate::form::{Form, FormAction};
use crate::load::Load;
use crate::path;
use crate::ui::*;
use crate::wire::load;
use domain::board::{Aim, HistoryLine, PlanHistory, Repeat};
use domain::text::board as words;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

#[component]
pub fn HistoryPage() -> impl IntoView {
    let address = address();
    let query = use_query_map();
    let page = Memo::new(move |_| {
        query.with(|query| query.get("page")).and_then(|page| page.parse::<u32>().ok()).unwrap_or(1)
    });
    let describe = FormAction::<DescribePlan>::new();
    let history = load(
        move || (address.get(), page.get(), describe.version().get()),
        |((slug, plan), page, _)| api::load_history(slug, plan, page),
    );
    let view = move |view: PlanHistory| {
        let crumbs = vec![
            Crumb::new(view.programme.clone(), path::programme(&view.slug)),
            Crumb::new(words::plans_title(), path::match_plans(&view.slug)),
            Crumb::new(view.name.clone(), path::board(&view.slug, view.plan)),
        ];
        let (slug, plan, page, pages) = (view.slug.clone(), view.plan, view.page, view.pages);
        let address = slug.clone();
        let href = move |page: u32| path::plan_history(&address, plan, page);
        let none = view.lines.is_empty();
        let now = view.now;
        let lines = view.lines.iter().cloned().map(|one| line(&slug, &view, one)).collect_view();
        let made = view.created_at.relative(now);
        let made = match &view.author {
            Some(author) => words::plan_made_by(author, made),
            None => words::plan_made(made),
        };
        let lead = format!("{made}. {}", words::changes_counted(view.changes));
        let board = path::board(&view.slug, view.plan);
        let csv = path::plan_csv(&view.slug, view.plan);
        let actions = move || {
            view! {
                <ButtonLink href=csv icon=Glyph::Download attr:download="" attr:rel="external">
                    {words::list_export()}
                </ButtonLink>
                <ButtonLink href=board icon=Glyph::Board>
                    {words::publish_back()}
                </ButtonLink>
            }
        };
        let list = if none {
            view! { <p>{words::history_none()}</p> }.into_any()
        } else {
            view! { <Rows label=words::history()>{lines}</Rows> }.into_any()
        };
        view! {
            <Page title=words::history_title(&view.name) lead crumbs actions>
                <Stack gap=Gap::Loose>
                    {description(describe, &view)}
                    <Exceptions lines=view.exceptions.clone() at=(view.slug.clone(), view.plan) actions=true />
                    <Section title=words::history() lead=words::history_lead()>
                        {list}
                        <Pagination page pages what=words::history_page(page, pages) href />
                    </Section>
                    {engine_files(&view)}
                    <VisibilityNote text=words::who_sees() />
                </Stack>
            </Page>
        }
        .into_any()
    };
    view! { <Load resource=history view /> }
}

/// What the plan is called and what is to be remembered of it, and the form that changes both.
fn description(describe: FormAction<DescribePlan>, view: &PlanHistory) -> impl IntoView + use<> {
    let (slug, plan) = (view.slug.clone(), view.plan.to_string());
    let (name, note) = (view.name.clone(), view.note.clone());
    let shown = Some(note.clone()).filter(|note| !note.is_empty());
    let shown = shown.map(|note| view! { <Note icon=Glyph::Note><p dir="auto">{note}</p></Note> });
    let open = crate::form::came_back("describe");
    view! {
        {shown}
        <Disclosure summary=words::plan_describe() open>
            <Form action=describe name="describe" label=words::plan_describe()>
                <input type="hidden" name="programme" value=slug />
                <input type="hidden" name="plan" value=plan />
                <input type="hidden" name="was[name]" value=name.clone() />
                <input type="hidden" name="was[note]" value=note.clone() />
                <Field name="form[name]" label=words::plan_name() value=name maxlength=80 required=true />
                <TextArea
                    name="form[note]"
                    label=words::plan_note()
                    hint=words::plan_note_hint()
                    value=note
                    maxlength=2000
                />
                <FormActions>
                    <Button submit=true look=Look::Primary>
                        {words::plan_describe_save()}
                    </Button>
                </FormActions>
            </Form>
        </Disclosure>
    }
}

fn line(slug: &str, view: &PlanHistory, line: HistoryLine) -> impl IntoView + use<> {
    let href = path::plan_version(slug, view.plan, line.version);
    let by = line.by.unwrap_or_else(|| words::by_system().to_owned());
    let when = line.at.relative(view.now);
    let undone = line.undone;
    let repeat = line.run.as_ref().and_then(|run| run.repeat).map(Repeat::sentence);
    view! {
        <Row end=move || {
            view! {
                {undone.then(|| view! { <Badge>{words::history_undone()}</Badge> })}
            }
        }>
            <a href=href dir="auto">
                {line.said}
            </a>
            <p class="muted small">{words::history_by(by, when)}</p>
            {line.run.as_ref().map(|run| view! { <p class="muted small">{run.sentence()}</p> })}
            {repeat.map(|repeat| view! { <p class="small">{repeat}</p> })}
        </Row>
    }
}

/// What the engine is given and answers, for the command line.
fn engine_files(view: &PlanHistory) -> impl IntoView + use<> {
    const TABLES: [&str; 2] = ["scores.csv", "capacities.csv"];
    let aims = || Aim::ALL.iter().copied().filter(|aim| aim.with_groups_of(view.fewest).is_ok());
    let commands = aims().map(commands).collect::<Vec<_>>().join("\n");
    let links = TABLES
        .into_iter()
        .chain(aims().flat_map(Aim::files))
        .map(|file| {
            view! {
                <li>
                    <a href=path::engine_file(&view.slug, view.plan, file) download="" rel="external">
                        {file}
                    </a>
                </li>
            }
        })
        .collect_view();
    view! {
        <Disclosure summary=words::engine_files()>
            <p>{words::engine_files_lead()}</p>
            <ul>{links}</ul>
            <p>{words::engine_files_how()}</p>
            <pre class="past__command">
                <code>{commands}</code>
            </pre>
        </Disclosure>
    }
}

/// What one types to find the plan for an aim elsewhere, and to check its proof.
fn commands(aim: Aim) -> String {
    let [plan, proof] = aim.files();
    let objective = if aim.is_total() { String::new() } else { format!(" --objective {aim}") };
    let given = format!("--scores scores.csv --capacities capacities.csv{objective}");
    format!(
        "trellis match {given} --out mine.csv\ntrellis verify {given} --plan {plan} --certificate {proof}"
    )
}
