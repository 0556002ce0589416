//! Two plans beside each other: who has another place and what that is worth to them, who is in one plan only, which
//! mentors have more or fewer mentees, and buttons that take a place over.

use super::api;
use super::compare_take::{Taking, refused};
use super::nothing_to_do;
use crate::error::AppError;
use crate::load::Load;
use crate::path;
use crate::ui::*;
use crate::wire::load;
use domain::MatchPlanId;
use domain::board::{
    BoardAnswer, CompareOrder, CompareQuery, Comparison, Difference, LoadLine, LoneLine, Part, SeatLine,
    Worth, percent,
};
use domain::text::board as words;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use leptos_router::params::ParamsMap;

#[component]
pub fn ComparePage() -> impl IntoView {
    let (params, query) = (use_params_map(), use_query_map());
    let slug = Memo::new(move |_| params.with(|params| params.get("programme").unwrap_or_default()));
    let plans = Memo::new(move |_| {
        let plan = |name: &str| query.with(|query| query.get(name)).and_then(|id| id.parse().ok());
        (plan("plan").unwrap_or_else(nowhere), plan("with").unwrap_or_else(nowhere))
    });
    let pages = Memo::new(move |_| query.with(asked));
    let comparison = load(
        move || (slug.get(), plans.get(), pages.get()),
        |(slug, (plan, with), query)| api::compare_plans(slug, plan, with, query),
    );
    let toasts = use_toasts();
    let told = Callback::new(move |answer: Result<BoardAnswer, AppError>| match answer {
        Ok(answer) => {
            toasts.say(answer.said);
            comparison.refetch();
        }
        Err(error) => {
            toasts.fail(error.sentence());
            // What was refused is not as it stood here: the line says what is possible now.
            if matches!(error, AppError::Refused(_)) {
                comparison.refetch();
            }
        }
    });
    let view = move |view: Comparison| {
        let board = path::board(&view.slug, view.plan);
        let crumbs = vec![
            Crumb::new(view.programme.clone(), path::programme(&view.slug)),
            Crumb::new(words::plans_title(), path::match_plans(&view.slug)),
            Crumb::new(view.name.clone(), board.clone()),
        ];
        if view.is_alike() {
            return nothing_to_do(
                words::compare_title(),
                words::compare_alike(),
                words::compare_alike_why(),
                crumbs,
                board,
            );
        }
        let lead = words::compare_lead(words::pairs(view.same), &view.with_name, view.gain.text());
        let taking = Taking { slug: view.slug.clone(), plan: view.plan, told };
        let links = Links::of(&view);
        let refused = refused(&view.differences.lines);
        let differences = differences(&view, &links, &taking);
        let (here, there) = (
            lone(words::compare_only_here(&view.name), &view.name, &view.only_here, links.here()),
            lone(
                words::compare_only_there(&view.with_name),
                &view.with_name,
                &view.only_there,
                links.there(),
            ),
        );
        let mentors = mentors(&view, &links);
        view! {
            <Page title=words::compare_title() lead crumbs>
                <Stack gap=Gap::Loose>{refused} {differences} {here} {there} {mentors}</Stack>
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

fn asked(query: &ParamsMap) -> CompareQuery {
    let page = |name: &str| query.get(name).and_then(|page| page.parse().ok()).unwrap_or(1);
    CompareQuery {
        order: query.get("order").and_then(|order| order.parse().ok()).unwrap_or_default(),
        page: page("page"),
        here: page("here"),
        there: page("there"),
        mentors: page("mentors"),
    }
}

/// Addresses of the same comparison, in another order or with another page of one of its lists.
#[derive(Clone)]
struct Links {
    slug: String,
    plan: MatchPlanId,
    with: MatchPlanId,
    query: CompareQuery,
}

impl Links {
    fn of(view: &Comparison) -> Self {
        Self { slug: view.slug.clone(), plan: view.plan, with: view.with, query: view.query }
    }

    fn to(&self, query: &CompareQuery) -> String {
        path::compared(&self.slug, self.plan, self.with, query)
    }

    /// Another order begins with the first pages of what it puts in order.
    fn order(&self, order: CompareOrder) -> String {
        self.to(&CompareQuery { order, page: 1, mentors: 1, ..self.query })
    }

    fn page(&self) -> Callback<u32, String> {
        let links = self.clone();
        Callback::new(move |page| links.to(&CompareQuery { page, ..links.query }))
    }

    fn here(&self) -> Callback<u32, String> {
        let links = self.clone();
        Callback::new(move |here| links.to(&CompareQuery { here, ..links.query }))
    }

    fn there(&self) -> Callback<u32, String> {
        let links = self.clone();
        Callback::new(move |there| links.to(&CompareQuery { there, ..links.query }))
    }

    fn mentors(&self) -> Callback<u32, String> {
        let links = self.clone();
        Callback::new(move |mentors| links.to(&CompareQuery { mentors, ..links.query }))
    }
}

/// The pages of one of the lists.
fn pages<T>(part: &Part<T>, list: &str, href: Callback<u32, String>) -> impl IntoView + use<T> {
    let (page, pages) = (part.page, part.pages);
    let label = words::compare_pages(list);
    let what = if pages > 1 { part.range() } else { String::new() };
    view! { <Pagination page pages what href label /> }
}

/// Who has another place, what that is worth, and what can be done about it.
fn differences(view: &Comparison, links: &Links, taking: &Taking) -> impl IntoView + use<> {
    let title = words::compare_differ();
    if view.differences.total == 0 {
        return view! {
            <Section title>
                <p>{words::compare_none_differ()}</p>
            </Section>
        }
        .into_any();
    }
    let (name, other) = (view.name.clone(), view.with_name.clone());
    let rows = view.differences.lines.iter().map(|one| row(&name, &other, one, taking)).collect_view();
    let lead = view.tally.sentence(&other, view.gain);
    let (order, pages) = (order(view.query.order, links), pages(&view.differences, title, links.page()));
    view! {
        <Section title lead>
            <Stack>
                {order}
                <DataTable caption=title caption_hidden=true stack=true>
                    <thead>
                        <tr>
                            <ColumnHead label=words::publish_mentee_head() />
                            <ColumnHead label=name />
                            <ColumnHead label=other />
                            <ColumnHead label=words::compare_worth() />
                            <ColumnHead label=words::compare_take_head() />
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </DataTable>
                {pages}
            </Stack>
        </Section>
    }
    .into_any()
}

/// Links to the two orders.
fn order(now: CompareOrder, links: &Links) -> impl IntoView + use<> {
    let link = |order: CompareOrder| {
        let name = match order {
            CompareOrder::Loss => words::compare_by_loss(),
            CompareOrder::Name => words::compare_by_name(),
        };
        let here = (order == now).then_some("true");
        view! {
            <ButtonLink href=links.order(order) size=Size::Small attr:aria-current=here attr:data-noscroll="">
                {name}
            </ButtonLink>
        }
    };
    view! {
        <nav class="compare__order" aria-label=words::compare_order()>
            {CompareOrder::ALL.iter().copied().map(link).collect_view()}
        </nav>
    }
}

fn row(name: &str, other: &str, one: &Difference, taking: &Taking) -> impl IntoView + use<> {
    let tone = match one.worth {
        Worth::Fit(0) => Tone::Neutral,
        worth if worth < Worth::Fit(0) => Tone::Warn,
        _ => Tone::Good,
    };
    let (mentee, worth, take) = (one.mentee.name.clone(), one.worth.text(), taking.offer(one));
    let (here, there) = (seat(&one.here), seat(&one.there));
    view! {
        <tr>
            <RowHead>
                <bdi>{mentee}</bdi>
            </RowHead>
            <Cell label=name>{here}</Cell>
            <Cell label=other>{there}</Cell>
            <Cell label=words::compare_worth()>
                <Badge tone>{worth}</Badge>
            </Cell>
            <Cell label=words::compare_take_head()>{take}</Cell>
        </tr>
    }
}

/// "Tomas · fit 84", "Waiting · joined later".
fn seat(seat: &SeatLine) -> impl IntoView + use<> {
    let (name, note) = match (&seat.mentor, seat.fit) {
        (Some(name), Some(fit)) => (name.clone(), Some(words::fit_figure(percent(fit)))),
        (Some(name), None) => (name.clone(), Some(words::broken().to_owned())),
        (None, _) => {
            (words::waiting().to_owned(), seat.joined_later.then(|| words::compare_joined_later().to_owned()))
        }
    };
    view! {
        <span>
            <bdi>{name}</bdi>
            {note.map(|note| format!(" · {note}"))}
        </span>
    }
}

/// Who is in one of the plans only; nothing where nobody is.
fn lone(
    title: String,
    plan: &str,
    part: &Part<LoneLine>,
    href: Callback<u32, String>,
) -> Option<impl IntoView + use<>> {
    let row = |one: &LoneLine| {
        let (mentee, place) = (one.mentee.name.clone(), seat(&one.seat));
        let why = one.why.map(|why| why.sentence(plan));
        view! {
            <tr>
                <RowHead>
                    <bdi>{mentee}</bdi>
                </RowHead>
                <Cell label=words::compare_where()>{place}</Cell>
                <Cell label=words::compare_why()>{why}</Cell>
            </tr>
        }
    };
    let lead = words::compare_only_lead(words::people(part.total as usize));
    let (rows, pages) = (part.lines.iter().map(row).collect_view(), pages(part, &title, href));
    (part.total > 0).then(|| {
        view! {
            <Section title=title.clone() lead>
                <Stack>
                    <DataTable caption=title caption_hidden=true stack=true>
                        <thead>
                            <tr>
                                <ColumnHead label=words::publish_mentee_head() />
                                <ColumnHead label=words::compare_where() />
                                <ColumnHead label=words::compare_why() />
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </DataTable>
                    {pages}
                </Stack>
            </Section>
        }
    })
}

/// The mentors who have more or fewer mentees in the other plan; nothing where there is none.
fn mentors(view: &Comparison, links: &Links) -> Option<impl IntoView + use<>> {
    let (title, part) = (words::compare_mentors(), &view.mentors);
    let (name, other) = (view.name.clone(), view.with_name.clone());
    let row = |one: &LoadLine| {
        let (mentor, here, there, change) = (one.mentor.name.clone(), one.here, one.there, one.change());
        view! {
            <tr>
                <RowHead>
                    <bdi>{mentor}</bdi>
                </RowHead>
                <Cell label=name.as_str() numeric=true>
                    {here}
                </Cell>
                <Cell label=other.as_str() numeric=true>
                    {there}
                </Cell>
                <Cell label=words::compare_more_or_fewer() numeric=true>
                    {change}
                </Cell>
            </tr>
        }
    };
    let lead = words::compare_mentors_lead(words::mentors_counted(part.total as usize), &other);
    let (rows, pages) = (part.lines.iter().map(row).collect_view(), pages(part, title, links.mentors()));
    (part.total > 0).then(|| {
        view! {
            <Section title lead>
                <Stack>
                    <DataTable caption=title caption_hidden=true stack=true>
                        <thead>
                            <tr>
                                <ColumnHead label=words::publish_mentor_head() />
                                <ColumnHead label=name numeric=true />
                                <ColumnHead label=other numeric=true />
                                <ColumnHead label=words::compare_more_or_fewer() numeric=true />
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </DataTable>
                    {pages}
                </Stack>
            </Section>
        }
    })
}
