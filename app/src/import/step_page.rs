//! An uploaded list: what confirming it would do, and afterwards what it did.

use super::api::{CancelImport, ConfirmImport, DescribeImport, import_progress, load_import};
use super::columns::ColumnsForm;
use super::found::{DoneNumbers, Download, Found, Numbers};
use super::upload_page::ImportSteps;
use crate::form::{Form, FormAction};
use crate::load::Load;
use crate::path;
use crate::ui::*;
use crate::wire::load;
use domain::import::ImportState;
use domain::import::view::ImportView;
use domain::text::import as words;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

/// What the forms of this page do.
#[derive(Clone, Copy)]
struct Actions {
    describe: FormAction<DescribeImport>,
    confirm: FormAction<ConfirmImport>,
    cancel: FormAction<CancelImport>,
}

/// The page of one import.
#[component]
pub fn ImportStepPage() -> impl IntoView {
    let (params, asked) = (use_params_map(), use_query_map());
    let actions =
        Actions { describe: FormAction::new(), confirm: FormAction::new(), cancel: FormAction::new() };
    let key = Memo::new(move |_| {
        let of = |name| params.with(|params| params.get(name).unwrap_or_default());
        (of("programme"), of("import"))
    });
    let list = Memo::new(move |_| {
        asked.with(|asked| {
            let page = asked.get("page").and_then(|page| page.parse().ok()).unwrap_or(1);
            (asked.get("shown").unwrap_or_default(), page)
        })
    });
    // A refused form is not read again: what was chosen in it would be lost.
    let done = Memo::new(move |before: Option<&usize>| {
        let described = actions.describe.value().with(|answer| matches!(answer, Some(Ok(()))));
        let confirmed = actions.confirm.value().with(|answer| matches!(answer, Some(Ok(_))));
        before.copied().unwrap_or_default() + usize::from(described) + usize::from(confirmed)
    });
    let import = load(
        move || (key.get(), list.get(), done.get()),
        |((slug, import), (shown, page), _)| load_import(slug, import, shown, page),
    );
    view! {
        <Load
            resource=import
            view=move |view: ImportView| match view.state {
                ImportState::Confirmed => view! { <Done view /> }.into_any(),
                _ => view! { <Check view actions /> }.into_any(),
            }
        />
    }
}

fn crumbs(view: &ImportView) -> Vec<Crumb> {
    vec![
        Crumb::new(domain::text::programme::list_title(), path::programmes()),
        Crumb::new(view.programme_name.clone(), path::programme(&view.programme)),
        Crumb::new(words::title(), path::import(&view.programme)),
    ]
}

#[component]
fn Check(view: ImportView, actions: Actions) -> impl IntoView {
    let separator = match view.separator {
        ';' => words::semicolon(),
        '\t' => words::tab(),
        '|' => words::bar(),
        _ => words::comma(),
    };
    let rows = words::rows(view.counts.rows);
    let lead = words::check_lead(&view.file_name, rows, &view.encoding, separator);
    let problem = view.problem.as_ref().map(domain::import::Refusal::sentence);
    let result = match problem {
        Some(problem) => view! {
            <Note tone=Tone::Bad>
                <p>{problem}</p>
            </Note>
        }
        .into_any(),
        None => {
            let (numbers, confirmed, found) = (view.clone(), view.clone(), view.clone());
            let list = (!view.lines.is_empty()).then(|| view! { <Found view=found /> });
            view! {
                <Section title=words::result() id="result">
                    <Numbers view=numbers />
                    <Confirm view=confirmed actions />
                </Section>
                {list}
            }
            .into_any()
        }
    };
    let (slug, id) = (view.programme.clone(), view.id.to_string());
    let crumbs = crumbs(&view);
    view! {
        <Page title=words::check_title() lead crumbs>
            <ImportSteps current=1 />
            {result}
            <ColumnsForm view describe=actions.describe />
            <Form action=actions.cancel name="cancel">
                <input type="hidden" name="slug" value=slug />
                <input type="hidden" name="import" value=id />
                <FormActions>
                    <Button submit=true look=Look::Quiet>{words::cancel()}</Button>
                </FormActions>
            </Form>
        </Page>
    }
}

/// The form that stores the list, with how far that is.
#[component]
fn Confirm(view: ImportView, actions: Actions) -> impl IntoView {
    let Actions { confirm, describe, .. } = actions;
    let counts = view.counts;
    let people = counts.new + counts.changed;
    if people == 0 && counts.withdrawn == 0 {
        return view! {
            <Note>
                <p>{words::confirm_nothing()}</p>
            </Note>
        }
        .into_any();
    }
    let progress = progress(&view, confirm);
    // What is shown is out of date from the moment somebody asks for another look until that one has been read.
    let shown = describe.version().get_untracked();
    let waits = Signal::derive(move || {
        let answered = describe.version().get() != shown && matches!(describe.value().get(), Some(Ok(())));
        (describe.pending().get() || answered).then(|| words::confirm_waits().to_owned())
    });
    view! {
        <Form action=confirm name="confirm">
            <input type="hidden" name="slug" value=view.programme />
            <input type="hidden" name="import" value=view.id.to_string() />
            {(counts.refused > 0)
                .then(|| {
                    view! {
                        <Checkbox
                            name="skip_refused"
                            label=words::skip_refused(words::refused_rows(counts.refused))
                            hint=words::confirm_refused()
                        />
                    }
                })}
            {(counts.withdrawn > 0)
                .then(|| {
                    view! {
                        <Note tone=Tone::Warn>
                            <p>{words::confirm_withdraws(words::people(counts.withdrawn))}</p>
                        </Note>
                    }
                })}
            <FormActions>
                <Button submit=true look=Look::Primary icon=Glyph::Import disabled_reason=waits>
                    {words::confirm(words::people(people))}
                </Button>
            </FormActions>
            {progress}
        </Form>
    }
    .into_any()
}

/// While the list is being stored, asks twice a second how far that is.
fn progress(view: &ImportView, confirm: FormAction<ConfirmImport>) -> impl IntoView + use<> {
    let total = u32::try_from(view.counts.new + view.counts.changed).unwrap_or(u32::MAX);
    let done = RwSignal::new(0_u32);
    let (slug, import) = (view.programme.clone(), view.id);
    Effect::new(move |timer: Option<Option<IntervalHandle>>| {
        if let Some(timer) = timer.flatten() {
            timer.clear();
        }
        if !confirm.pending().get() {
            return None;
        }
        let slug = slug.clone();
        let ask = move || {
            let slug = slug.clone();
            leptos::task::spawn_local(async move {
                if let Ok(Some(progress)) = import_progress(slug, import).await {
                    done.set(u32::try_from(progress.done).unwrap_or(u32::MAX));
                }
            });
        };
        set_interval_with_handle(ask, std::time::Duration::from_millis(500)).ok()
    });
    move || {
        confirm.pending().get().then(|| {
            view! {
                <Progress
                    label=words::storing()
                    done=Signal::from(done)
                    of=Signal::stored(total)
                    text=words::storing_figure(done.get(), total)
                />
            }
        })
    }
}

#[component]
fn Done(view: ImportView) -> impl IntoView {
    let slug = view.programme.clone();
    let file = view.has_refused_file.then(|| path::import_refused(&slug, view.id));
    view! {
        <Page title=words::done_title() lead=words::done_lead(&view.file_name) crumbs=crumbs(&view)>
            <ImportSteps current=2 />
            <DoneNumbers counts=view.counts />
            {file.map(|href| view! { <Download href /> })}
            <Cluster>
                <ButtonLink href=path::participants(&slug) look=Look::Primary>{words::done_people()}</ButtonLink>
                <ButtonLink href=path::match_plans(&slug)>{words::done_matching()}</ButtonLink>
                <ButtonLink href=path::import(&slug) look=Look::Quiet>{words::done_another()}</ButtonLink>
            </Cluster>
        </Page>
    }
}
