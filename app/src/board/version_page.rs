//! A match plan as it was: who lay where after one of its changes, and a button that makes a plan of that.

use super::address;
use super::api::{self, CreatePlanFromVersion, RunAgain};
use crate::form::{Form, FormAction};
use crate::load::Load;
use crate::path;
use crate::ui::*;
use crate::viewer::use_viewer;
use crate::wire::load;
use domain::board::{PastBoard, PastCard, PastColumn, Repeat};
use domain::stream::Version;
use domain::text::board as words;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

#[component]
pub fn VersionPage() -> impl IntoView {
    let address = address();
    let (params, query) = (use_params_map(), use_query_map());
    let version = Memo::new(move |_| {
        params.with(|params| params.get("version")).and_then(|text| text.parse().ok()).unwrap_or(0)
    });
    let page = Memo::new(move |_| {
        query.with(|query| query.get("page")).and_then(|page| page.parse::<u32>().ok()).unwrap_or(1)
    });
    let create = FormAction::<CreatePlanFromVersion>::new();
    let again = FormAction::<RunAgain>::new();
    let offset = use_viewer().with_untracked(|viewer| viewer.offset);
    let past = load(
        move || (address.get(), version.get(), page.get()),
        |((slug, plan), version, page)| api::load_version(slug, plan, Version(version), page),
    );
    let view = move |view: PastBoard| {
        let crumbs = vec![
            Crumb::new(view.programme.clone(), path::programme(&view.slug)),
            Crumb::new(view.name.clone(), path::board(&view.slug, view.plan)),
            Crumb::new(words::history(), path::plan_history(&view.slug, view.plan, 1)),
        ];
        let by = view.line.by.clone().unwrap_or_else(|| words::by_system().to_owned());
        let at = view.line.at.exact(offset);
        let said = view.line.said.clone();
        let undone = view.line.undone;
        let (slug, plan, at_version) = (view.slug.clone(), view.plan, view.line.version);
        let waiting = view.mentees - view.matched;
        let unnamed = view.unnamed;
        let href = move |page: u32| path::plan_version_page(&slug, plan, at_version, page);
        let copy = copy_form(create, &view, &at);
        let repeat = run_again(again, &view);
        let steps = steps(&view);
        view! {
            <Page title=words::version_title(&view.name, &at) lead=words::matched_of(view.matched, view.mentees) crumbs>
                <Stack gap=Gap::Loose>
                    {steps}
                    <Note icon=Glyph::History>
                        <p dir="auto">{said}</p>
                        <p class="small">{words::history_by(by, at)}</p>
                        {undone.then(|| view! { <Badge>{words::version_undone()}</Badge> })}
                    </Note>
                    <Section title=words::mentors()>
                        <CardGrid>{view.columns.into_iter().map(column).collect_view()}</CardGrid>
                        <Pagination
                            page=view.page
                            pages=view.pages
                            what=words::mentors_counted(view.mentors as usize)
                            href
                        />
                    </Section>
                    {(waiting > 0)
                        .then(|| {
                            view! {
                                <Section title=words::waiting_how_many(waiting)>
                                    <ul class="past__cards" role="list">
                                        {view.waiting.into_iter().map(card).collect_view()}
                                    </ul>
                                    {(unnamed > 0).then(|| view! { <p>{words::version_unnamed(unnamed)}</p> })}
                                </Section>
                            }
                        })}
                    {copy}
                    {repeat}
                </Stack>
            </Page>
        }
        .into_any()
    };
    view! { <Load resource=past view /> }
}

/// Links to the change before and the one after.
fn steps(view: &PastBoard) -> impl IntoView + use<> {
    let link = |to: Option<Version>, icon: Glyph, label: &'static str| {
        let href = to.map(|version| path::plan_version(&view.slug, view.plan, version));
        href.map(|href| view! { <ButtonLink href icon>{label}</ButtonLink> })
    };
    let (earlier, later) = (
        link(view.earlier, Glyph::ChevronLeft, words::version_earlier()),
        link(view.later, Glyph::ChevronRight, words::version_later()),
    );
    let now = view.later.is_none().then(|| {
        view! {
            <ButtonLink href=path::board(&view.slug, view.plan) icon=Glyph::Board>
                {words::version_now()}
            </ButtonLink>
        }
    });
    view! {
        <nav aria-label=words::version_steps()>
            <Cluster>{earlier} {later} {now}</Cluster>
        </nav>
    }
}

fn copy_form(create: FormAction<CreatePlanFromVersion>, view: &PastBoard, at: &str) -> impl IntoView + use<> {
    let name: String = words::version_copy_name(&view.name, at).chars().take(80).collect();
    let (slug, plan, version) = (view.slug.clone(), view.plan, view.line.version.0.to_string());
    view! {
        <Section title=words::version_copy() lead=words::version_copy_lead()>
            <Form action=create label=words::version_copy()>
                <input type="hidden" name="programme" value=slug />
                <input type="hidden" name="from" value=plan.to_string() />
                <input type="hidden" name="version" value=version />
                <Field name="name" label=words::plan_name() value=name maxlength=80 required=true />
                <FormActions>
                    <Button submit=true look=Look::Primary icon=Glyph::Branch>
                        {words::version_copy()}
                    </Button>
                </FormActions>
            </Form>
        </Section>
    }
}

/// For a run of the engine: what it was given, and the button that does the same again.
fn run_again(again: FormAction<RunAgain>, view: &PastBoard) -> Option<AnyView> {
    let run = view.line.run.as_ref()?;
    let (slug, plan, version) = (view.slug.clone(), view.plan.to_string(), view.line.version.0.to_string());
    let (said, full) = (run.sentence(), words::run_full_hash(&run.input));
    let repeat = run.repeat.map(Repeat::sentence);
    Some(
        view! {
            <Section title=words::run_again() lead=words::run_again_lead()>
                <p>{said}</p>
                <p class="muted small past__hash">{full}</p>
                {repeat.map(|repeat| view! { <p>{repeat}</p> })}
                <Form action=again name="again" label=words::run_again()>
                    <input type="hidden" name="programme" value=slug />
                    <input type="hidden" name="plan" value=plan />
                    <input type="hidden" name="version" value=version />
                    <FormActions>
                        <Button submit=true icon=Glyph::Repeat>
                            {words::run_again()}
                        </Button>
                    </FormActions>
                </Form>
            </Section>
        }
        .into_any(),
    )
}

fn column(column: PastColumn) -> impl IntoView {
    view! {
        <Card title=column.mentor.name level=3 lead=column.mentor.does>
            <ul class="past__cards" role="list">{column.cards.into_iter().map(card).collect_view()}</ul>
        </Card>
    }
}

fn card(card: PastCard) -> impl IntoView {
    let marks = (card.changed || card.pinned).then(|| {
        view! {
            <Cluster gap=Gap::Tight>
                {card.changed.then(|| view! { <Badge tone=Tone::Info>{words::version_changed()}</Badge> })}
                {card.pinned.then(|| view! { <Badge icon=Glyph::Pin>{words::pinned()}</Badge> })}
            </Cluster>
        }
    });
    view! {
        <li class="past__card">
            <PersonLine
                name=card.person.name
                what=card.person.does
                seed=card.person.id.to_string()
                size=AvatarSize::Small
            />
            {marks}
        </li>
    }
}
