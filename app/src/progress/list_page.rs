//! The list behind a figure.

use super::{api, names};
use crate::error::AppError;
use crate::load::Load;
use crate::path;
use crate::ui::*;
use crate::wire::load;
use domain::Instant;
use domain::progress::{Lines, ListPage, Listing, Outline, Participant};
use domain::text::progress as words;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

/// People at a stage, or mentorships, a page at a time.
#[component]
pub fn ProgressListPage() -> impl IntoView {
    let (params, query) = (use_params_map(), use_query_map());
    let asked = move || {
        let listing =
            params.with(|params| params.get("stage").and_then(|stage| stage.parse::<Listing>().ok()));
        let page =
            query.with(|query| query.get("page").and_then(|page| page.parse::<u64>().ok()).unwrap_or(1));
        (params.with(|params| params.get("programme").unwrap_or_default()), listing, page)
    };
    let loaded = load(asked, |(slug, listing, page)| async move {
        match listing {
            Some(listing) => api::load_progress_list(slug, listing, page).await,
            None => Err(AppError::NotFound),
        }
    });
    view! { <Load resource=loaded view=|page: ListPage| show(page).into_any() /> }
}

fn show(list: ListPage) -> impl IntoView {
    let ListPage { name, slug, listing, total, page, pages, lines, now, .. } = list;
    let crumbs = vec![Crumb::new(words::title(), path::progress(&slug))];
    let caption = words::list_caption(listing.title());
    let body = match lines {
        _ if total == 0 => empty(listing, &slug).into_any(),
        Lines::People(people) => people_table(people, caption).into_any(),
        Lines::Mentorships(outlines) => mentorship_table(outlines, caption, now).into_any(),
    };
    let address = path::progress_list(&slug, listing.as_str());
    let small = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
    view! {
        <Page title=listing.title() lead=listing.explanation() kicker=name crumbs>
            <Stack>
                {(total > 0).then(|| view! { <p>{words::list_lead(total)}</p> })} {body}
                <Pagination
                    page=small(page)
                    pages=small(pages)
                    what=words::list_lead(total)
                    href=Callback::new(move |page: u32| format!("{address}?page={page}"))
                />
            </Stack>
        </Page>
    }
}

fn empty(listing: Listing, slug: &str) -> impl IntoView {
    let (title, why) = match listing {
        Listing::Quiet => (words::quiet_empty_title(), words::quiet_empty()),
        _ => (words::list_empty_title(), words::list_empty()),
    };
    let back = path::progress(slug);
    view! { <EmptyState title why actions=move || view! { <ButtonLink href=back>{words::back()}</ButtonLink> } /> }
}

fn people_table(people: Vec<Participant>, caption: String) -> impl IntoView {
    let row = |one: Participant| {
        let with = match one.with.is_empty() {
            true => words::nobody().to_owned(),
            false => one.with.into_iter().map(|(_, name)| name).collect::<Vec<_>>().join(", "),
        };
        view! {
            <tr>
                <RowHead>
                    <PersonLine name=one.person.name what=one.person.does seed=one.person.id.to_string() />
                </RowHead>
                <Cell label=words::role()>{one.role.title()}</Cell>
                <Cell label=words::with()>{with}</Cell>
            </tr>
        }
    };
    let rows = people.into_iter().map(row).collect_view();
    view! {
        <DataTable caption caption_hidden=true stack=true>
            <thead>
                <tr>
                    <ColumnHead label=words::person() />
                    <ColumnHead label=words::role() />
                    <ColumnHead label=words::with() />
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </DataTable>
    }
}

fn mentorship_table(outlines: Vec<Outline>, caption: String, now: Instant) -> impl IntoView {
    let row = |outline: Outline| {
        let steps = domain::text::mentorship::steps_so_far(outline.steps_done, outline.steps);
        let last = outline.moved_at.relative(now);
        let still = outline.stillness(now);
        let (href, title, goals) = (path::mentorship(outline.id), names(&outline), outline.goals);
        view! {
            <tr>
                <RowHead>
                    <a href=href dir="auto">
                        {title}
                    </a>
                    {still.map(|still| view! { <span class="person__what">{still}</span> })}
                </RowHead>
                <Cell label=words::goals() numeric=true>
                    {goals}
                </Cell>
                <Cell label=words::steps() numeric=true>
                    {steps}
                </Cell>
                <Cell label=words::last_change()>{last}</Cell>
            </tr>
        }
    };
    let rows = outlines.into_iter().map(row).collect_view();
    view! {
        <DataTable caption caption_hidden=true stack=true>
            <thead>
                <tr>
                    <ColumnHead label=words::members() />
                    <ColumnHead label=words::goals() numeric=true />
                    <ColumnHead label=words::steps() numeric=true />
                    <ColumnHead label=words::last_change() />
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </DataTable>
    }
}
