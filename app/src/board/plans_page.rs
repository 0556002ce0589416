//! The match plans of a programme.

use super::api::{self, CreatePlan};
use super::list_page::FromList;
use crate::form::{Form, FormAction};
use crate::load::Load;
use crate::path;
use crate::ui::*;
use crate::wire::load;
use domain::Instant;
use domain::board::{Aim, PlanLine, PlanList, PlanState};
use domain::text::board as words;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

#[component]
pub fn MatchPlansPage() -> impl IntoView {
    let params = use_params_map();
    let slug = Memo::new(move |_| params.with(|params| params.get("programme").unwrap_or_default()));
    let plans = load(move || slug.get(), api::list_plans);
    let create = FormAction::<CreatePlan>::new();
    let view = move |list: PlanList| {
        let crumbs = vec![Crumb::new(list.programme.clone(), path::programme(&list.slug))];
        let somebody = list.mentors > 0 && list.mentees > 0;
        let first = list.plans.is_empty();
        let name = if first { words::plan_first_name() } else { "" };
        let slug = list.slug.clone();
        let mut origins = vec![Choice::new("", words::plan_from_nothing())];
        origins.extend(
            list.plans.iter().map(|plan| Choice::new(plan.id.to_string(), words::plan_from_copy(&plan.name))),
        );
        let (fills, fill_hint) = fills(list.fewest);
        let others = !first;
        let from_list = list.slug.clone();
        let form = move || {
            view! {
                <Form action=create label=words::plan_create()>
                    <input type="hidden" name="programme" value=slug />
                    <Field
                        name="name"
                        label=words::plan_name()
                        hint=words::plan_name_hint()
                        value=name
                        maxlength=80
                        required=true
                    />
                    <TextArea
                        name="note"
                        label=words::plan_note()
                        hint=words::plan_note_hint()
                        rows=2
                        maxlength=2000
                    />
                    {others
                        .then(|| {
                            view! {
                                <Select name="from" label=words::plan_from() hint=words::plan_from_hint() options=origins />
                            }
                        })}
                    <Select name="fill" label=words::plan_fill() hint=fill_hint options=fills />
                    <FormActions>
                        <Button submit=true look=Look::Primary>
                            {words::plan_create()}
                        </Button>
                    </FormActions>
                </Form>
            }
        };
        let compare = (list.plans.len() > 1).then(|| compare_form(&list));
        let why = if somebody { words::plans_none_why() } else { words::plans_nobody_why() };
        let to_people = path::participants(&list.slug);
        view! {
            <Page title=words::plans_title() lead=words::plans_lead() crumbs>
                {match (first, somebody) {
                    (true, true) => view! { <EmptyState title=words::plans_none() why actions=form /> }.into_any(),
                    (true, false) => view! {
                        <EmptyState
                            title=words::plans_none()
                            why
                            actions=move || {
                                view! {
                                    <ButtonLink href=to_people look=Look::Primary>
                                        {words::plans_to_people()}
                                    </ButtonLink>
                                }
                            }
                        />
                    }
                    .into_any(),
                    (false, _) => view! {
                        <CardGrid>
                            {list
                                .plans
                                .into_iter()
                                .map(|plan| plan_card(&list.slug, plan, list.now))
                                .collect_view()}
                        </CardGrid>
                        {compare}
                        <Section title=words::plan_create()>{form()}</Section>
                    }
                    .into_any(),
                }}
                {somebody.then(|| view! { <FromList slug=from_list /> })}
            </Page>
        }
        .into_any()
    };
    view! { <Load resource=plans view /> }
}

/// What a new plan can be filled for where groups begin with `fewest` mentees, and what is to be said of that.
fn fills(fewest: u32) -> (Vec<Choice>, String) {
    let offered = Aim::ALL.iter().filter(|aim| aim.with_groups_of(fewest).is_ok());
    let label = |aim: Aim| match aim {
        Aim::Total => words::plan_fill_total(),
        Aim::Fair => words::plan_fill_fair(),
        Aim::Stable => words::plan_fill_stable(),
    };
    let mut fills = vec![Choice::new("", words::plan_fill_none())];
    fills.extend(offered.map(|aim| Choice::new(aim.as_str(), label(*aim))));
    let hint = match fewest > 1 {
        true => words::plan_fill_groups(fewest),
        false => words::plan_fill_hint().to_owned(),
    };
    (fills, hint)
}

/// Two plans to be laid beside each other: a plain form that leads to the page of the first.
fn compare_form(list: &PlanList) -> impl IntoView + use<> {
    let plans: Vec<Choice> =
        list.plans.iter().map(|plan| Choice::new(plan.id.to_string(), plan.name.clone())).collect();
    let others = plans.clone();
    let to = path::compare(&list.slug);
    let second = list.plans.get(1).map(|plan| plan.id.to_string()).unwrap_or_default();
    view! {
        <Section title=words::compare_title()>
            <form class="board__compare" method="get" action=to>
                <Select name="plan" label=words::compare_one() options=plans />
                <Select name="with" label=words::compare_other() options=others value=second />
                <Button submit=true>{words::compare_show()}</Button>
            </form>
        </Section>
    }
}

fn plan_card(slug: &str, plan: PlanLine, now: Instant) -> impl IntoView + use<> {
    let counts = plan.counts;
    let made = plan.created_at.relative(now);
    let made = match plan.author {
        Some(author) => words::plan_made_by(author, made),
        None => words::plan_made(made),
    };
    let (tone, state) = match plan.state {
        PlanState::Draft => (Tone::Neutral, words::state_draft()),
        PlanState::Published => (Tone::Good, words::state_published()),
    };
    view! {
        <Card
            title=plan.name
            href=path::board(slug, plan.id)
            lead=made
            actions=move || view! { <Badge tone>{state}</Badge> }
        >
            {(!plan.note.is_empty()).then(|| view! { <p dir="auto">{plan.note}</p> })}
            {(plan.overfull > 0)
                .then(|| {
                    view! {
                        <p>
                            <Badge tone=Tone::Bad icon=Glyph::Alert attr:title=words::overfull_hint()>
                                {words::overfull(plan.overfull as usize)}
                            </Badge>
                        </p>
                    }
                })}
            <Progress
                label=words::people_on_board(counts.mentees, counts.mentors)
                done=Signal::stored(counts.matched())
                of=Signal::stored(counts.mentees)
            />
        </Card>
    }
}
