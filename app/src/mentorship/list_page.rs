//! Everybody I work with.

use super::{api, names};
use crate::load::Load;
use crate::path;
use crate::ui::*;
use crate::viewer::use_viewer;
use crate::wire::load;
use domain::mentorship::Line;
use domain::text::mentorship as words;
use domain::{Date, Role, calendar};
use leptos::prelude::*;

/// A mentor's mentees with their plans, a mentee's mentors.
#[component]
pub fn MentorshipsPage() -> impl IntoView {
    let loaded = load(|| (), |()| api::my_mentorships());
    let viewer = use_viewer();
    let show = move |lines: Vec<Line>| {
        let today = viewer.with_untracked(|viewer| viewer.today());
        let empty = lines.is_empty();
        let cards = lines.into_iter().map(|line| card(line, today)).collect_view();
        view! {
            <Page title=words::mine_title() lead=words::mine_lead()>
                {if empty { none().into_any() } else { view! { <CardGrid>{cards}</CardGrid> }.into_any() }}
            </Page>
        }
        .into_any()
    };
    view! { <Load resource=loaded view=show /> }
}

fn none() -> impl IntoView {
    let viewer = use_viewer();
    let slug = viewer.with_untracked(|viewer| {
        let person = viewer.person.as_ref()?;
        let mine = person.programmes.iter().find(|programme| programme.roles.contains(&Role::Mentee))?;
        Some(mine.slug.clone())
    });
    let actions = move || {
        view! {
            <ButtonLink href=path::today() look=Look::Primary>
                {words::mine_today()}
            </ButtonLink>
            {slug
                .map(|slug| {
                    view! { <ButtonLink href=path::directory(&slug)>{words::mine_look()}</ButtonLink> }
                })}
        }
    };
    view! { <EmptyState title=words::mine_none_title() why=words::mine_none_mentor() actions /> }
}

fn card(line: Line, today: Date) -> impl IntoView {
    let role = match line.role {
        Role::Mentor => words::mine_as_mentor(),
        Role::Facilitator => words::mine_as_facilitator(),
        _ => words::mine_as_mentee(),
    };
    let next = match &line.next {
        Some((step, Some(due))) => words::mine_next(step, calendar::near(*due, today)),
        Some((step, None)) => words::mine_next_plain(step),
        None => words::mine_next_none().to_owned(),
    };
    let title = names(line.others.iter());
    let (done, of) = (line.steps_done as u32, line.steps as u32);
    let people =
        line.others.iter().map(|member| Face::new(member.person.name.clone(), member.person.id)).collect();
    view! {
        <Card
            title=title.clone()
            href=path::mentorship(line.id)
            lead=format!("{} · {role}", line.programme)
            actions=move || view! { <AvatarStack people /> }
        >
            {(!line.open).then(|| view! { <Badge>{words::mine_ended()}</Badge> })}
            <Progress label=words::outline_done() done=Signal::stored(done) of=Signal::stored(of) />
            {line.open.then(|| view! { <p class="mine__next" dir="auto">{next}</p> })}
        </Card>
    }
}
