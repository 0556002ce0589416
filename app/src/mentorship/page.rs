//! A mentorship: who it is with, what they want to reach, and the steps on the way.

use super::api::{AddGoal, load_mentorship};
use super::bench::Bench;
use super::editor::{Place, close, escape};
use super::goal_card::GoalCard;
use super::goal_form::GoalFields;
use super::names;
use super::outline::OutlinePage;
use super::removed::Removed;
use crate::error::AppError;
use crate::form::{self, Form, FormAction};
use crate::live::{Link, link};
use crate::load::Load;
use crate::path;
use crate::ui::*;
use crate::wire::load;
use domain::mentorship::{GoalForm, Page as Loaded, Plan, View};
use domain::text::mentorship as words;
use domain::{Instant, MentorshipId, PersonId, calendar};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// A mentorship, whole for its members and as counts for its coordinators.
#[component]
pub fn MentorshipPage() -> impl IntoView {
    let params = use_params_map();
    let id =
        move || params.with(|params| params.get("mentorship").and_then(|id| id.parse::<MentorshipId>().ok()));
    let loaded = load(id, |id| async move {
        match id {
            Some(id) => load_mentorship(id).await,
            None => Err(AppError::NotFound),
        }
    });
    let show = |page: Loaded| match page.view.clone() {
        View::Whole { me, plan } => view! { <Whole page me plan=*plan /> }.into_any(),
        View::Outline(outline) => view! { <OutlinePage page outline /> }.into_any(),
    };
    view! { <Load resource=loaded view=show /> }
}

#[component]
fn Whole(page: Loaded, me: PersonId, plan: Plan) -> impl IntoView {
    let title = words::with_you(names(plan.others(me)));
    let days = (page.now.0 - page.started_at.0) / Instant::DAY;
    let since = words::since(calendar::long_date(page.started_at.date(page.offset)));
    let kicker = format!("{} · {}", page.programme, words::week(days / 7 + 1));
    let people: Vec<_> = plan.others(me).map(|member| member.person.clone()).collect();
    let open = plan.open;
    let bench = Bench::follow(me, plan, page.now, page.offset);
    let goals = move || bench.plan.with(|plan| plan.goals().map(|goal| goal.id).collect::<Vec<_>>());
    let none = move || goals().is_empty();
    let aside = move || {
        view! {
            <Stack>
                <GrowthCard bench />
                <Card title=words::people_title()>
                    <Stack gap=Gap::Snug>
                        {people
                            .into_iter()
                            .map(|person| {
                                view! { <PersonLine name=person.name what=person.does seed=person.id.to_string() /> }
                            })
                            .collect_view()}
                    </Stack>
                </Card>
                <Card title=words::privacy_title()>
                    <p>{words::privacy()}</p>
                    <p class="live-note" role="status">
                        {move || if link().get() == Link::Lost { words::offline() } else { words::live() }}
                    </p>
                </Card>
            </Stack>
        }
    };
    view! {
        <Page title kicker lead=since crumbs=vec![Crumb::new(words::mine_title(), path::mentorships())]>
            {(!open).then(|| view! { <Note tone=Tone::Info>{words::ended()}</Note> })}
            <p class="unseen" role="status" aria-live="polite">
                {move || bench.said.get()}
            </p>
            <Split aside>
                <Stack>
                    {move || {
                        (none() && open)
                            .then(|| view! { <EmptyState title=words::goals_none_title() why=words::goals_none() /> })
                    }}
                    <For each=goals key=|id| *id let(goal)>
                        <GoalCard bench id=goal />
                    </For>
                    {open.then(|| view! { <AddGoalForm bench /> })}
                    {open.then(|| view! { <Removed bench /> })}
                </Stack>
            </Split>
        </Page>
    }
}

#[component]
fn GrowthCard(bench: Bench) -> impl IntoView {
    let counts = Memo::new(move |_| bench.plan.with(|plan| (plan.steps_done(), plan.grown())));
    let done = Signal::derive(move || counts.get().0.0 as u32);
    let of = Signal::derive(move || counts.get().0.1.max(1) as u32);
    let said = move || match counts.get() {
        ((0, _), 0) => words::growth_none().to_owned(),
        ((done, all), percent) => words::growth_words(done, all, percent),
    };
    view! {
        <Card title=words::growth_title()>
            <Growth label=words::growth_title() done of />
            <p>{said}</p>
        </Card>
    }
}

#[component]
fn AddGoalForm(bench: Bench) -> impl IntoView {
    let add = FormAction::<AddGoal>::new();
    bench.keep(add.value());
    let value = add.value();
    let place = Place::new();
    let count = RwSignal::new(0);
    Effect::new(move || {
        let saved = value.with(|answer| Some(answer.as_ref()?.as_ref().ok()?.rows.goals.first()?.id));
        if let Some(goal) = saved {
            count.update(|count| *count += 1);
            close(place);
            #[cfg(feature = "hydrate")]
            crate::ui::focus_by_id(format!("goal-{goal}-title"));
            #[cfg(not(feature = "hydrate"))]
            let _ = goal;
        }
    });
    let first = bench.plan.with_untracked(|plan| plan.goals().next().is_none());
    let opened = first || form::came_back("add-goal");
    view! {
        <details
            class="goal-add"
            node_ref=place
            open=opened
            id="add-goal"
            on:keydown=move |event| escape(&event, place)
        >
            <summary>
                <Icon glyph=Glyph::Target />
                {words::add_goal()}
            </summary>
            <Card title=words::add_goal_title()>
                <Form action=add name="add-goal">
                    <input type="hidden" name="mentorship" value=bench.id.to_string() />
                    // A list of one: new fields instead of the old ones with what was typed.
                    <For each=move || [count.get()] key=|count| *count let(count)>
                        <GoalFields bench filled=GoalForm::default() key=format!("new-{count}") />
                    </For>
                    <FormActions>
                        <Button submit=true look=Look::Primary>
                            {words::save_goal()}
                        </Button>
                    </FormActions>
                </Form>
            </Card>
        </details>
    }
}
