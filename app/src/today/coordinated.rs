//! The programmes that the reader coordinates: where each stands, and the one thing to do next.

use crate::path;
use crate::programme::StateBadge;
use crate::ui::*;
use domain::board::RequestNews;
use domain::text::{board, programme, today as words};
use domain::today::{Coordinated, NextAction};
use leptos::prelude::*;

/// A card for each programme.
#[component]
pub(crate) fn Coordinates(programmes: Vec<Coordinated>) -> impl IntoView {
    (!programmes.is_empty()).then(|| {
        let cards = programmes.into_iter().map(|one| view! { <OneProgramme one /> }).collect_view();
        view! {
            <Section title=words::coordinated_title()>
                <Stack>{cards}</Stack>
            </Section>
        }
    })
}

/// Publications that wait for a sign-off, or that went otherwise than planned.
#[component]
pub(crate) fn Publications(news: Vec<RequestNews>) -> impl IntoView {
    (!news.is_empty()).then(|| {
        let notes = news.into_iter().map(|one| {
            let request = &one.request;
            let asks = request.state.is_open();
            let (by, pairs) = (&request.by, board::pairs(request.pairs.len()));
            let title = if asks { words::sign_off_title(by) } else { request.state.said().to_owned() };
            let what = if asks {
                words::sign_off_what(pairs, &one.name, &one.programme)
            } else {
                words::publication_astray(&one.name, &one.programme)
            };
            view! {
                <Note tone=if asks { Tone::Info } else { Tone::Warn } title icon=Glyph::Send>
                    <p>{what}</p>
                    <p>
                        <ButtonLink href=path::publish(&one.slug, one.plan) size=Size::Small>
                            {board::request_look()}
                        </ButtonLink>
                    </p>
                </Note>
            }
        });
        view! {
            <Section title=words::publications_title()>
                <Stack>{notes.collect_view()}</Stack>
            </Section>
        }
    })
}

#[component]
fn OneProgramme(one: Coordinated) -> impl IntoView {
    let (line, standing) = (one.line, one.standing);
    let next = standing.next();
    let kicker = line.week.map(|(week, of)| programme::page_week(week, of));
    let (slug, state) = (line.slug.clone(), line.state);
    let progress = path::progress(&slug);
    let declined = (standing.declined > 0).then(|| words::figure_declined(standing.declined));
    let figures = [
        (programme::figure_mentors(), line.counts.mentors, path::participants(&slug), None),
        (programme::figure_mentees(), line.counts.mentees, path::participants(&slug), None),
        (words::figure_waiting(), standing.waiting_mentees, path::waiting(&slug, 1), declined),
        (words::figure_unanswered(), standing.unanswered, progress.clone(), None),
        (words::figure_mentorships(), standing.mentorships, progress.clone(), None),
        (words::figure_quiet(), standing.quiet, path::progress_list(&slug, "quiet"), None),
    ];
    let figures = figures
        .into_iter()
        .map(|(label, value, href, note)| {
            view! { <Stat label value=Signal::stored(value.to_string()) href note tone=Tone::Warn /> }
        })
        .collect_view();
    view! {
        <Card title=line.name.clone() level=3 href=path::programme(&slug) nostrip:lead=kicker actions=move || view! { <StateBadge state /> }>
            <div class="today__figures">{figures}</div>
            <p>{next.sentence()}</p>
            <p>
                <ButtonLink href=way(next, &slug) look=Look::Primary>
                    {next.button()}
                </ButtonLink>
            </p>
        </Card>
    }
}

/// Where the next action is done.
fn way(next: NextAction, slug: &str) -> String {
    match next {
        NextAction::FinishDraft => path::edit_programme(slug, "purpose"),
        NextAction::ImportPeople | NextAction::ImportMentors | NextAction::ImportMentees => {
            path::import(slug)
        }
        NextAction::Approve { .. } => format!("{}?state=applied", path::participants(slug)),
        NextAction::Match { .. } => path::match_plans(slug),
        NextAction::Rematch { plan, .. } | NextAction::Publish { plan, .. } => path::board(slug, plan),
        NextAction::HelpQuiet { .. } => path::progress_list(slug, "quiet"),
        NextAction::Answers { .. } | NextAction::AllWell => path::progress(slug),
        NextAction::Closed => path::programme(slug),
    }
}
