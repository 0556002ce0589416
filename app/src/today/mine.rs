//! The reader's own proposals, mentorships and enrolments.

use crate::path;
use crate::ui::*;
use crate::viewer::use_viewer;
use domain::calendar::{away, due, long_date};
use domain::programme::ParticipationState;
use domain::text::{proposal, today as words};
use domain::today::{Enrolled, MyMentorship, WaitingProposal};
use domain::{Instant, Role};
use leptos::prelude::*;

/// What waits for an answer.
#[component]
pub(crate) fn Proposals(proposals: Vec<WaitingProposal>) -> impl IntoView {
    let (now, offset) = use_viewer().with_untracked(|viewer| (viewer.now, viewer.offset));
    let rows = proposals
        .into_iter()
        .map(|proposal| {
            let name = proposal.other.name.clone();
            let title = match proposal.me {
                Role::Mentor => words::proposal_as_mentor(&name),
                _ => words::proposal_as_mentee(&name),
            };
            let href = path::proposal(proposal.id);
            let end = move || {
                view! {
                    <ButtonLink href look=Look::Primary attr:aria-label=words::proposal_open_named(&name)>
                        {words::proposal_open()}
                    </ButtonLink>
                }
            };
            let (other, seed) = (proposal.other.name.clone(), proposal.other.id.to_string());
            let expires = words::proposal_expires(due(proposal.expires.date(offset), now.date(offset)));
            view! {
                <Row lead=move || view! { <Avatar name=other seed /> } end>
                    <p class="programme-row__name">{title}</p>
                    <p class="today__facts">{proposal.other.does.clone()}</p>
                    <p class="today__facts">{format!("{} · {expires}", proposal.programme)}</p>
                </Row>
            }
        })
        .collect::<Vec<_>>();
    section(words::proposals_title(), rows)
}

/// What waits for the other side, after the reader's yes.
#[component]
pub(crate) fn Awaited(proposals: Vec<WaitingProposal>) -> impl IntoView {
    let (now, offset) = use_viewer().with_untracked(|viewer| (viewer.now, viewer.offset));
    let rows = proposals
        .into_iter()
        .map(|one| {
            let name = one.other.name;
            let title = match one.me {
                Role::Mentor => proposal::title_mentor(&name),
                _ => proposal::title_mentee(&name),
            };
            let end = one.expires.date(offset);
            let until = words::awaited_until(&name, long_date(end), away(end, now.date(offset)));
            let seed = one.other.id.to_string();
            view! {
                <Row lead=move || view! { <Avatar name seed /> }>
                    <p class="programme-row__name">
                        <a href=path::proposal(one.id)>{title}</a>
                    </p>
                    <p>{until}</p>
                    <p class="today__facts">{one.programme}</p>
                </Row>
            }
        })
        .collect::<Vec<_>>();
    section(words::awaited_title(), rows)
}

/// The reader's mentorships, each with what comes next.
#[component]
pub(crate) fn Mentorships(mentorships: Vec<MyMentorship>) -> impl IntoView {
    let (now, offset) = use_viewer().with_untracked(|viewer| (viewer.now, viewer.offset));
    let rows =
        mentorships.into_iter().map(|one| view! { <OneMentorship one now offset /> }).collect::<Vec<_>>();
    section(words::mentorships_title(), rows)
}

#[component]
fn OneMentorship(one: MyMentorship, now: Instant, offset: i32) -> impl IntoView {
    let names = one.others.iter().map(|person| person.name.as_str()).collect::<Vec<_>>().join(", ");
    let next = match &one.next {
        Some(next) => {
            let owner = if next.mine { words::mentorship_mine() } else { words::mentorship_theirs() };
            let when = next.due.map(|date| format!(" · {}", due(date, now.date(offset)))).unwrap_or_default();
            format!("{}{when} · {owner}", words::mentorship_next(&next.title))
        }
        None if one.goals == 0 => words::mentorship_no_goal().to_owned(),
        None => words::mentorship_no_step().to_owned(),
    };
    let facts = format!("{} · {}", one.programme, words::mentorship_quiet(one.moved.relative(now)));
    let (done, of) = (one.steps_done as u32, one.steps as u32);
    let href = path::mentorship(one.id);
    let person = one.others.first();
    let (face, seed) = person.map(|person| (person.name.clone(), person.id.to_string())).unwrap_or_default();
    let title = words::mentorship_with(&names);
    view! {
        <Row lead=move || view! { <Avatar name=face seed /> } end=move || {
            (of > 0)
                .then(|| view! { <Progress label=words::mentorship_steps(done, of) done of label_hidden=true /> })
        }>
            <p class="programme-row__name">
                <a href=href>{title}</a>
            </p>
            <p>{next}</p>
            <p class="today__facts">{facts}</p>
        </Row>
    }
}

/// Programmes in which the reader waits to be matched.
#[component]
pub(crate) fn Enrolments(enrolled: Vec<Enrolled>) -> impl IntoView {
    let rows = enrolled
        .into_iter()
        .map(|one| {
            let mentee = one.role == Role::Mentee;
            let state = match (one.state, mentee) {
                (ParticipationState::Invited, _) => words::enrolled_invited(),
                (ParticipationState::Applied, _) => words::enrolled_applied(),
                (ParticipationState::Paused, _) => words::enrolled_paused(),
                (ParticipationState::Completed, _) => words::enrolled_completed(),
                (_, true) => words::enrolled_approved_mentee(),
                (_, false) => words::enrolled_approved_mentor(),
            };
            let phase = one.phase.map(|(kind, ends)| words::enrolled_phase(kind.title(), long_date(ends)));
            let slug = one.slug.clone();
            let end = move || {
                view! {
                    <Cluster>
                        <ButtonLink href=path::profile()>{words::enrolled_profile()}</ButtonLink>
                        {mentee
                            .then(|| view! {
                                <ButtonLink href=path::directory(&slug)>{words::enrolled_directory()}</ButtonLink>
                            })}
                    </Cluster>
                }
            };
            view! {
                <Row end>
                    <p class="programme-row__name">
                        <a href=path::programme(&one.slug)>{one.programme.clone()}</a>
                        " "
                        {words::enrolled_as(one.role.title())}
                    </p>
                    <p class="today__facts">{state}</p>
                    {phase.map(|phase| view! { <p class="today__facts">{phase}</p> })}
                </Row>
            }
        })
        .collect::<Vec<_>>();
    section(words::enrolled_title(), rows)
}

/// A titled list, or nothing where it is empty.
fn section<R: IntoView + Send + 'static>(title: &'static str, rows: Vec<R>) -> impl IntoView {
    (!rows.is_empty()).then(|| {
        view! {
            <Section title>
                <Rows label=title>{rows.into_iter().map(IntoView::into_view).collect_view()}</Rows>
            </Section>
        }
    })
}
