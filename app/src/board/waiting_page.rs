//! The waiting list of a programme: who has no mentor, in which order they shall be helped, and why they wait.

use super::api;
use crate::load::Load;
use crate::path;
use crate::ui::*;
use crate::wire::load;
use domain::Instant;
use domain::board::{Returned, ReturnedLine, WaitingLine, WaitingList};
use domain::text::board as words;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

#[component]
pub fn WaitingListPage() -> impl IntoView {
    let (params, query) = (use_params_map(), use_query_map());
    let asked = move || {
        let page = query.with(|query| query.get("page").and_then(|page| page.parse().ok()).unwrap_or(1));
        (params.with(|params| params.get("programme").unwrap_or_default()), page)
    };
    let list = load(asked, |(slug, page)| api::load_waiting(slug, page));
    view! { <Load resource=list view=|list: WaitingList| show(list).into_any() /> }
}

fn show(list: WaitingList) -> impl IntoView {
    let crumbs = vec![
        Crumb::new(list.programme.clone(), path::programme(&list.slug)),
        Crumb::new(words::plans_title(), path::match_plans(&list.slug)),
    ];
    let (slug, now, total) = (list.slug.clone(), list.now, list.total);
    let Some((plan, name)) = list.plan.clone() else {
        let to = path::match_plans(&slug);
        let actions =
            move || view! { <ButtonLink href=to look=Look::Primary>{words::plan_create()}</ButtonLink> };
        let why = words::waiting_no_plan_why(words::mentees(total));
        return view! {
            <Page title=words::waiting_title() crumbs>
                <EmptyState title=words::waiting_no_plan() why actions />
            </Page>
        }
        .into_any();
    };
    let board = path::board(&slug, plan);
    if total == 0 {
        let actions = move || view! { <ButtonLink href=board>{words::publish_back()}</ButtonLink> };
        return view! {
            <Page title=words::waiting_title() crumbs>
                <EmptyState title=words::waiting_nobody() why=words::waiting_nobody_why() actions />
            </Page>
        }
        .into_any();
    }
    let card = board.clone();
    let rows = list.lines.into_iter().map(move |line| row(line, &card, now)).collect_view();
    let (page, pages) = (list.page, list.pages);
    let actions = move || view! { <ButtonLink href=board icon=Glyph::Board>{words::waiting_to_board(&name)}</ButtonLink> };
    view! {
        <Page title=words::waiting_title() lead=words::waiting_lead(words::mentees(total)) crumbs actions>
            <Stack>
                <p>{words::waiting_order()}</p>
                <DataTable caption=words::waiting_title() caption_hidden=true stack=true>
                    <thead>
                        <tr>
                            <ColumnHead label=words::waiting_place() numeric=true />
                            <ColumnHead label=words::publish_mentee_head() />
                            <ColumnHead label=words::waiting_since() />
                            <ColumnHead label=words::waiting_why() />
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </DataTable>
                <Pagination
                    page
                    pages
                    what=words::mentees(total)
                    href=Callback::new(move |page: u32| path::waiting(&slug, page))
                />
            </Stack>
        </Page>
    }
    .into_any()
}

fn row(line: WaitingLine, board: &str, now: Instant) -> impl IntoView + use<> {
    let href = format!("{board}?card={}#panel", line.id);
    let what = if line.wish.is_empty() { line.person.does } else { words::panel_wish(&line.wish) };
    let since = line.since.span(now).unwrap_or_else(|| line.since.relative(now));
    let why = line.why.sentences().into_iter().map(|one| view! { <p dir="auto">{one}</p> }).collect_view();
    let misfit = line.returned.as_ref().and_then(ReturnedLine::did_not_fit);
    let back = line.returned.map(|back| view! { <p dir="auto">{came_back(&back)}</p> });
    let misfit = misfit.map(|said| view! { <p dir="auto">{said}</p> });
    let help = line.why.help().map(|help| {
        view! {
            <p class="waiting__help" dir="auto">
                <Icon glyph=Glyph::Wand size=Size::Small />
                {help}
            </p>
        }
    });
    view! {
        <tr>
            <Cell label=words::waiting_place() numeric=true>
                {line.place}
            </Cell>
            <RowHead>
                <PersonLine name=line.person.name what seed=line.person.id.to_string() href />
            </RowHead>
            <Cell label=words::waiting_since()>{since}</Cell>
            <Cell label=words::waiting_why()>
                <div class="waiting__why">{why} {back} {misfit} {help}</div>
            </Cell>
        </tr>
    }
}

/// How the last proposal came to nothing.
fn came_back(line: &ReturnedLine) -> String {
    match line.why {
        Returned::Declined => words::panel_returned(&line.mentor, &line.by, &line.reason),
        Returned::Expired => words::panel_expired(&line.mentor),
        Returned::Recalled => words::panel_recalled(&line.mentor),
    }
}
