//! Where a list is chosen, and what came of earlier ones.

use super::api::list_imports;
use crate::form::{Returned, new_command};
use crate::load::Load;
use crate::path;
use crate::ui::*;
use crate::viewer::use_viewer;
use crate::wire::load;
use domain::import::ImportState;
use domain::import::table::{MOST_BYTES, MOST_ROWS};
use domain::import::view::{ImportLine, ImportsView};
use domain::text::import as words;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// The page on which a list is uploaded.
#[component]
pub fn ImportPage() -> impl IntoView {
    let params = use_params_map();
    let slug = Memo::new(move |_| params.with(|params| params.get("programme").unwrap_or_default()));
    let imports = load(move || slug.get(), list_imports);
    view! { <Load resource=imports view=move |imports| view! { <Upload imports /> }.into_any() /> }
}

/// The steps of an import; `current` counts from 0.
#[component]
pub(super) fn ImportSteps(current: usize) -> impl IntoView {
    let items = [words::step_file(), words::step_check(), words::step_done()].map(StepItem::new).to_vec();
    view! { <Steps label=words::steps() items current /> }
}

#[component]
fn Upload(imports: ImportsView) -> impl IntoView {
    let ImportsView { programme, programme_name, imports } = imports;
    let crumbs = vec![
        Crumb::new(domain::text::programme::list_title(), path::programmes()),
        Crumb::new(programme_name, path::programme(&programme)),
        Crumb::new(domain::text::programme::people_title(), path::participants(&programme)),
    ];
    let busy = RwSignal::new(false);
    let hint = words::file_hint(words::thousands(MOST_ROWS), MOST_BYTES / 1024 / 1024);
    let command = StoredValue::new(new_command().to_string());
    view! {
        <Page title=words::title() lead=words::lead() crumbs width=PageWidth::Form>
            <ImportSteps current=0 />
            <Refused />
            <form
                class="form"
                method="post"
                enctype="multipart/form-data"
                action=path::import_upload(&programme)
                on:submit=move |_| busy.set(true)
            >
                <input type="hidden" name="command_id" value=command.get_value() />
                <FileDrop
                    name="file"
                    label=words::file()
                    hint
                    accept=".csv,.txt,.tsv,text/csv,text/plain,text/tab-separated-values"
                    required=true
                    who_sees=words::who_sees()
                />
                <FormActions>
                    <Button submit=true look=Look::Primary icon=Glyph::Upload busy=Signal::from(busy)>
                        {move || if busy.get() { words::upload_busy() } else { words::upload() }}
                    </Button>
                </FormActions>
            </form>
            <Earlier slug=programme.clone() imports />
            <p class="import-command">
                {words::or_command_line()}
                <code>{format!("trellis import --programme {programme} FILE")}</code>
            </p>
        </Page>
    }
}

/// Why the file that was just sent cannot be taken.
#[component]
fn Refused() -> impl IntoView {
    let returned = use_context::<StoredValue<Option<Returned>>>().and_then(|returned| returned.get_value());
    returned.map(|returned| {
        view! { <ErrorNote what=returned.error.title() next=returned.error.sentence() /> }
    })
}

#[component]
fn Earlier(slug: String, imports: Vec<ImportLine>) -> impl IntoView {
    let viewer = use_viewer();
    (!imports.is_empty()).then(|| {
        let rows = imports.into_iter().map(|line| one(&slug, line, viewer)).collect_view();
        view! {
            <Section title=words::earlier() id="earlier">
                <DataTable caption=words::earlier() caption_hidden=true stack=true>
                    <thead>
                        <tr>
                            <ColumnHead label=words::earlier_file() />
                            <ColumnHead label=words::earlier_when() />
                            <ColumnHead label=words::earlier_by() />
                            <ColumnHead label=words::earlier_what() />
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </DataTable>
            </Section>
        }
    })
}

fn one(slug: &str, line: ImportLine, viewer: RwSignal<crate::viewer::Viewer>) -> impl IntoView + use<> {
    let (now, offset) = viewer.with_untracked(|viewer| (viewer.now, viewer.offset));
    let counts = line.counts;
    let what = match line.state {
        ImportState::Uploaded => words::waiting().to_owned(),
        _ => words::what_it_did(counts.new, counts.changed, counts.unchanged, counts.refused),
    };
    let by = if line.by.is_empty() { words::by_command_line().to_owned() } else { line.by };
    let href = path::import_step(slug, line.id);
    let when = format!("{} · {}", line.at.relative(now), line.at.exact(offset));
    view! {
        <tr>
            <RowHead>
                <a href=href>
                    <bdi>{line.file_name}</bdi>
                </a>
            </RowHead>
            <Cell label=words::earlier_when()>{when}</Cell>
            <Cell label=words::earlier_by()>
                <bdi>{by}</bdi>
            </Cell>
            <Cell label=words::earlier_what()>{what}</Cell>
        </tr>
    }
}
