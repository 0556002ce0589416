//! All programmes that the reader may see.

use super::api::list_programmes;
use crate::load::Load;
use crate::path;
use crate::ui::*;
use crate::wire::load;
use domain::calendar::long_date;
use domain::programme::ProgrammeState;
use domain::programme::view::ProgrammeLine;
use domain::text::programme as words;
use leptos::prelude::*;

/// The list of programmes.
#[component]
pub fn ProgrammesPage() -> impl IntoView {
    let programmes = load(|| (), |()| list_programmes());
    view! {
        <Load
            resource=programmes
            view=|list| {
                let (may_create, empty) = (list.may_create, list.lines.is_empty());
                view! {
                    <Page
                        title=words::list_title()
                        actions=move || {
                            may_create
                                .then(|| view! {
                                    <ButtonLink href=path::new_programme() look=Look::Primary icon=Glyph::Add>
                                        {words::list_new()}
                                    </ButtonLink>
                                })
                        }
                    >
                        {if empty {
                            let why =
                                if may_create { words::list_empty_creator() } else { words::list_empty_other() };
                            view! { <EmptyState title=words::list_empty_title() why=why /> }.into_any()
                        } else {
                            view! { <ProgrammeRows lines=list.lines /> }.into_any()
                        }}
                    </Page>
                }
                    .into_any()
            }
        />
    }
}

/// Programmes as rows: name, state, who one is in it, when, and how many.
#[component]
pub(crate) fn ProgrammeRows(lines: Vec<ProgrammeLine>) -> impl IntoView {
    let rows = lines
        .into_iter()
        .map(|line| {
            let state = line.state;
            let counts = [
                words::mentors(line.counts.mentors),
                words::mentees(line.counts.mentees),
                words::mentorships(line.counts.mentorships),
            ];
            view! {
                <Row end=move || view! { <StateBadge state /> }>
                    <p class="programme-row__name">
                        <a href=path::programme(&line.slug)>{line.name.clone()}</a>
                    </p>
                    <p class="programme-row__facts">{about(&line)}</p>
                    <p class="programme-row__facts">{counts.join(" · ")}</p>
                </Row>
            }
        })
        .collect_view();
    view! { <Rows label=words::list_title()>{rows}</Rows> }
}

/// "week 7 of 24 · You: Coordinator".
fn about(line: &ProgrammeLine) -> String {
    let when = match (line.week, line.span) {
        (Some((week, of)), _) => words::page_week(week, of),
        (None, Some((from, to))) => words::page_span(long_date(from), long_date(to)),
        (None, None) => words::page_no_dates().to_owned(),
    };
    if line.roles.is_empty() {
        return when;
    }
    let roles: Vec<&str> = line.roles.iter().map(|role| role.title()).collect();
    format!("{when} · {}", words::list_mine(roles.join(", ")))
}

/// "Draft", "Running".
#[component]
pub(crate) fn StateBadge(state: ProgrammeState) -> impl IntoView {
    let tone = match state {
        ProgrammeState::Draft => Tone::Warn,
        ProgrammeState::Open => Tone::Info,
        ProgrammeState::Running => Tone::Good,
        ProgrammeState::Closed => Tone::Neutral,
    };
    view! { <Badge tone>{state.title()}</Badge> }
}
