//! Two plans beside each other: who has another place, what that is worth, and a button that takes it over.

use super::api::{self, MoveCard};
use super::nothing_to_do;
use crate::form::{Form, FormAction};
use crate::load::Load;
use crate::path;
use crate::ui::*;
use crate::wire::load;
use domain::MatchPlanId;
use domain::board::{Comparison, Difference, percent};
use domain::text::board as words;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

#[component]
pub fn ComparePage() -> impl IntoView {
    let (params, query) = (use_params_map(), use_query_map());
    let slug = Memo::new(move |_| params.with(|params| params.get("programme").unwrap_or_default()));
    let plans = Memo::new(move |_| {
        let plan = |name: &str| query.with(|query| query.get(name)).and_then(|id| id.parse().ok());
        (plan("plan").unwrap_or_else(nowhere), plan("with").unwrap_or_else(nowhere))
    });
    let comparison =
        load(move || (slug.get(), plans.get()), |(slug, (plan, with))| api::compare_plans(slug, plan, with));
    let take = FormAction::<MoveCard>::new();
    let toasts = use_toasts();
    Effect::new(move || match take.value().get() {
        Some(Ok(answer)) => {
            toasts.say(answer.said);
            comparison.refetch();
        }
        Some(Err(error)) => toasts.fail(error.sentence()),
        None => {}
    });
    let view = move |view: Comparison| {
        let board = path::board(&view.slug, view.plan);
        let crumbs = vec![
            Crumb::new(view.programme.clone(), path::programme(&view.slug)),
            Crumb::new(words::plans_title(), path::match_plans(&view.slug)),
            Crumb::new(view.name.clone(), board.clone()),
        ];
        if view.differences.is_empty() {
            return nothing_to_do(
                words::compare_title(),
                words::compare_alike(),
                words::compare_alike_why(),
                crumbs,
                board,
            );
        }
        let lead = words::compare_lead(words::pairs(view.same), &view.with_name, view.gain.text());
        let (slug, plan) = (view.slug.clone(), view.plan);
        let names = (view.name.clone(), view.with_name.clone());
        let rows = view
            .differences
            .into_iter()
            .map(|one| row(take, (&slug, plan), (&names.0, &names.1), one))
            .collect_view();
        view! {
            <Page title=words::compare_title() lead crumbs>
                <Section title=words::compare_differ()>
                    <DataTable caption=words::compare_differ() caption_hidden=true stack=true>
                            <thead>
                                <tr>
                                    <ColumnHead label=words::publish_mentee_head() />
                                    <ColumnHead label=view.name.clone() />
                                    <ColumnHead label=view.with_name.clone() />
                                    <ColumnHead label=words::compare_take_head() />
                                </tr>
                            </thead>
                            <tbody>{rows}</tbody>
                    </DataTable>
                </Section>
            </Page>
        }
        .into_any()
    };
    view! { <Load resource=comparison view /> }
}

/// A plan that is not there: the page of such an address is not found.
fn nowhere() -> MatchPlanId {
    MatchPlanId(uuid::Uuid::nil())
}

fn row(
    take: FormAction<MoveCard>,
    (slug, plan): (&str, MatchPlanId),
    (name, other): (&str, &str),
    one: Difference,
) -> impl IntoView + use<> {
    let place = |name: Option<String>, fit: Option<i64>| match (name, fit) {
        (Some(name), Some(fit)) => format!("{name} · {}", words::fit_figure(percent(fit))),
        (Some(name), None) => name,
        (None, _) => words::waiting().to_owned(),
    };
    let there = one.there.clone().unwrap_or_else(|| words::waiting().to_owned());
    let label = words::compare_take(&one.mentee.name, there);
    let slug = slug.to_owned();
    let form = move || {
        view! {
            <Form action=take name=one.seen.id.to_string() label=label.clone()>
                <input type="hidden" name="programme" value=slug />
                <input type="hidden" name="plan" value=plan.to_string() />
                <input type="hidden" name="card" value=String::from(one.seen) />
                <input type="hidden" name="to" value=String::from(one.to) />
                <IconButton glyph=Glyph::ArrowLeft label submit=true />
            </Form>
        }
    };
    view! {
        <tr>
            <RowHead>{one.mentee.name}</RowHead>
            <Cell label=name>{place(one.here, one.before)}</Cell>
            <Cell label=other>{place(one.there, one.after)}</Cell>
            <Cell label=words::compare_take_head()>{one.movable.then(form)}</Cell>
        </tr>
    }
}
