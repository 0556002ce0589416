//! How is it going? Figures and pictures that change as people work.

use super::{api, names};
use crate::live::{self, Link};
use crate::load::Load;
use crate::path;
use crate::ui::*;
use crate::wire::{load, read};
use domain::progress::{Figures, Listing, Outline, Stage, Watch, WatchPage};
use domain::stream::{Topic, Version};
use domain::text::{calendar, progress as words};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// The coordinator's live view.
#[component]
pub fn ProgressPage() -> impl IntoView {
    let params = use_params_map();
    let slug = move || params.with(|params| params.get("programme").unwrap_or_default());
    let loaded = load(slug, api::load_progress);
    view! { <Load resource=loaded view=|page: WatchPage| view! { <Live page /> }.into_any() /> }
}

#[component]
fn Live(page: WatchPage) -> impl IntoView {
    let WatchPage { id, name, slug, watch, .. } = page;
    let watch = RwSignal::new(watch);
    let paused = RwSignal::new(false);
    // What came while the figures stood still.
    let held = RwSignal::new(None::<Watch>);
    let age = RwSignal::new(0_u64);
    live::follow(
        Topic::Progress(id),
        Version(0),
        move |frame| {
            let Some(fresh) = read::<Watch>(&frame.rows) else { return };
            if paused.get_untracked() {
                held.set(Some(fresh));
            } else {
                watch.set(fresh);
                age.set(0);
            }
        },
        || (),
    );
    Effect::new(move || {
        let tick =
            set_interval_with_handle(move || age.update(|age| *age += 1), std::time::Duration::from_secs(1));
        on_cleanup(move || {
            if let Ok(tick) = tick {
                tick.clear();
            }
        });
    });
    let turn = move |_| {
        paused.update(|paused| *paused = !*paused);
        if !paused.get_untracked()
            && let Some(fresh) = held.write().take()
        {
            watch.set(fresh);
            age.set(0);
        }
    };
    let kicker = words::kicker_live(&name);
    let actions = move || view! { <Freshness age paused turn=Callback::new(turn) /> };
    let figures = Memo::new(move |_| watch.with(|watch| watch.figures.clone()));
    let nobody = move || figures.with(|figures| figures.at_stage(Stage::Imported) == 0);
    let people = path::import(&slug);
    let (stats, funnel) = (slug.clone(), slug.clone());
    view! {
        <Page title=words::title() kicker actions>
            {move || {
                let people = people.clone();
                nobody()
                    .then(|| {
                        let actions = move || {
                            view! {
                                <ButtonLink href=people look=Look::Primary>
                                    {words::take_in()}
                                </ButtonLink>
                            }
                        };
                        view! { <EmptyState title=words::nothing_title() why=words::nothing() actions /> }
                    })
            }} <Stats slug=stats figures /> <div class="progress-grid">
                <Card>
                    <Funnel slug=funnel figures />
                </Card>
                <Quiet slug watch />
            </div> <Card>
                <Weeks figures />
            </Card>
        </Page>
    }
}

#[component]
fn Freshness(age: RwSignal<u64>, paused: RwSignal<bool>, turn: Callback<()>) -> impl IntoView {
    let link = live::link();
    let said = move || match (paused.get(), link.get(), age.get()) {
        (true, _, _) => words::paused().to_owned(),
        (_, Link::Lost, _) => words::reconnecting().to_owned(),
        (_, _, 0) => words::updated_now().to_owned(),
        (_, _, seconds @ 1..=59) => words::updated_seconds(seconds),
        (_, _, seconds) => words::updated_minutes(calendar::minutes(seconds / 60)),
    };
    view! {
        <span class="freshness" data-paused=move || paused.get()>
            <Icon glyph=Glyph::Activity size=Size::Small />
            <span>{said}</span>
        </span>
        <button class="button" data-size="small" type="button" on:click=move |_| turn.run(())>
            {move || if paused.get() { words::resume() } else { words::pause() }}
        </button>
    }
}

#[component]
fn Stats(slug: String, figures: Memo<Figures>) -> impl IntoView {
    let of = move |pick: fn(&Figures) -> String| Signal::derive(move || figures.with(pick));
    let at_work = path::progress_list(&slug, Listing::AtWork.as_str());
    let (plans, steps) = (at_work.clone(), at_work.clone());
    let quiet = path::progress_list(&slug, Listing::Quiet.as_str());
    view! {
        <CardGrid narrow=true>
            <Stat
                label=words::at_work()
                value=of(|figures| figures.at_work.to_string())
                note=of(|figures| words::at_work_of(figures.begun))
                href=at_work
            />
            <Stat
                label=words::plans()
                value=of(|figures| figures.with_goals.to_string())
                note=of(|figures| words::plans_of(figures.at_work))
                href=plans
            />
            <Stat
                label=words::steps_done()
                value=of(|figures| figures.steps_done.to_string())
                note=of(|figures| words::steps_done_of(figures.steps, figures.this_week()))
                href=steps
            />
            <Stat
                label=words::quiet()
                value=of(|figures| figures.quiet.to_string())
                note=of(|figures| {
                    if figures.quiet == 0 { words::quiet_none() } else { words::quiet_some() }.to_owned()
                })
                href=quiet
            />
        </CardGrid>
    }
}

#[component]
fn Funnel(slug: String, figures: Memo<Figures>) -> impl IntoView {
    let bars = Signal::derive(move || {
        let bar = |stage: &Stage| {
            let count = figures.with(|figures| figures.at_stage(*stage));
            let count = u32::try_from(count).unwrap_or(u32::MAX);
            Bar::new(stage.title(), count).href(path::progress_list(&slug, stage.as_str()))
        };
        Stage::ALL.iter().map(bar).collect::<Vec<_>>()
    });
    let loss = move || {
        let loss = figures.with(Figures::largest_loss);
        loss.map(|(from, to, lost)| words::funnel_loss(lost, from.title(), to.title()))
    };
    let heads = (words::stage().to_owned(), words::people().to_owned());
    view! {
        <BarList title=words::funnel_title() bars heads faded=true />
        <p class="funnel__note">{words::funnel_note()} " " {loss}</p>
    }
}

#[component]
fn Weeks(figures: Memo<Figures>) -> impl IntoView {
    let points = Signal::derive(move || {
        figures.with(|figures| {
            let point = |week: &domain::progress::Week| {
                Point::new(week.label(), u32::try_from(week.done).unwrap_or(u32::MAX))
            };
            figures.weeks.iter().map(point).collect::<Vec<_>>()
        })
    });
    view! { <ColumnChart title=words::weeks_title() points head=words::week() first=words::done() /> }
}

#[component]
fn Quiet(slug: String, watch: RwSignal<Watch>) -> impl IntoView {
    let rows = move || {
        watch.with(|watch| {
            let now = watch.figures.at;
            watch.quiet.iter().map(|outline| row(outline, now)).collect_view()
        })
    };
    let count = move || watch.with(|watch| watch.figures.quiet);
    let all = path::progress_list(&slug, Listing::Quiet.as_str());
    view! {
        <Card title=words::quiet_title()>
            {move || match (count(), watch.with(|watch| watch.figures.at_work)) {
                (0, 0) => view! { <p>{words::quiet_not_begun()}</p> }.into_any(),
                (0, _) => view! { <p>{words::quiet_empty()}</p> }.into_any(),
                _ => view! { <Rows label=words::quiet_title()>{rows()}</Rows> }.into_any(),
            }}
            {move || {
                let all = all.clone();
                (count() > 0)
                    .then(|| {
                        view! {
                            <p>
                                <ButtonLink href=all look=Look::Quiet size=Size::Small>
                                    {words::quiet_all(count())}
                                </ButtonLink>
                            </p>
                        }
                    })
            }}
        </Card>
    }
}

fn row(outline: &Outline, now: domain::Instant) -> impl IntoView + use<> {
    let names = names(outline);
    let people = outline
        .members
        .iter()
        .map(|(person, _)| Face::new(person.name.clone(), person.id))
        .collect::<Vec<_>>();
    let why = outline.stillness(now).unwrap_or_default();
    let href = path::mentorship(outline.id);
    let label = words::open_outline_of(&names);
    let end = move || {
        view! { <a class="button" data-size="small" href=href aria-label=label>{words::open_outline()}</a> }
    };
    view! {
        <Row lead=move || view! { <AvatarStack people /> } end>
            <span class="person__name" dir="auto">{names}</span>
            <span class="person__what">{why}</span>
        </Row>
    }
}
