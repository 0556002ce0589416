//! The page that somebody begins with.

use super::api::load_today;
use super::coordinated::{Coordinates, Publications};
use super::mine::{Awaited, Enrolments, Mentorships, Proposals};
use crate::load::Load;
use crate::path;
use crate::programme::ProgrammeRows;
use crate::ui::*;
use crate::viewer::use_viewer;
use crate::wire::{load, read};
use domain::stream::{Topic, Version};
use domain::text::{programme, today as words};
use domain::today::Today;
use leptos::prelude::*;

/// The start page of who is signed in.
#[component]
pub fn TodayPage() -> impl IntoView {
    let viewer = use_viewer();
    let name =
        Memo::new(move |_| viewer.with(|viewer| viewer.person.as_ref().map(|person| person.name.clone())));
    move || name.get().map(|name| view! { <Begin name /> })
}

#[component]
fn Begin(name: String) -> impl IntoView {
    let today = load(|| (), |()| load_today());
    // What the inbox topic brings is the whole page anew.
    let live = RwSignal::new(None::<Today>);
    Effect::new(move || {
        let again = move || today.refetch();
        let anew = move |frame: crate::live::AnyFrame| match read(&frame.rows) {
            Some(today) => live.set(Some(today)),
            None => today.refetch(),
        };
        crate::live::follow(Topic::Inbox, Version(0), anew, again);
    });
    view! {
        <Load
            resource=today
            view=move |loaded| {
                let name = name.clone();
                (move || {
                    let today = live.get().unwrap_or_else(|| loaded.clone());
                    view! { <Everything name=name.clone() today /> }
                })
                .into_any()
            }
        />
    }
}

#[component]
fn Everything(name: String, today: Today) -> impl IntoView {
    let waiting = today.proposals.len() as u64;
    let lead = if waiting > 0 {
        words::lead_waiting(words::proposals_wait(waiting))
    } else if today.coordinated.is_empty() {
        words::lead_quiet().to_owned()
    } else {
        String::new()
    };
    let nothing = today.proposals.is_empty()
        && today.awaited.is_empty()
        && today.mentorships.is_empty()
        && today.coordinated.is_empty()
        && today.sponsored.is_empty()
        && today.enrolled.is_empty();
    let may_create = today.may_create;
    view! {
        <Page title=words::greeting(name) nostrip:lead=(!nothing && !lead.is_empty()).then_some(lead)>
            {nothing.then(|| view! { <Nothing may_create /> })}
            <Proposals proposals=today.proposals />
            <Awaited proposals=today.awaited />
            <Mentorships mentorships=today.mentorships />
            <Publications news=today.publications />
            <Coordinates programmes=today.coordinated />
            {(!today.sponsored.is_empty())
                .then(|| view! {
                    <Section title=words::sponsored_title() lead=words::sponsored_lead()>
                        <ProgrammeRows lines=today.sponsored />
                    </Section>
                })}
            <Enrolments enrolled=today.enrolled />
            {today
                .people
                .map(|people| view! {
                    <Section title=words::admin_title()>
                        <p>{words::admin_people(people)}</p>
                        <p>
                            <ButtonLink href=path::people() icon=Glyph::People>
                                {words::admin_people_link()}
                            </ButtonLink>
                        </p>
                    </Section>
                })}
        </Page>
    }
}

/// For who has no part in anything yet.
#[component]
fn Nothing(may_create: bool) -> impl IntoView {
    let (title, why) = match may_create {
        true => (words::empty_creator_title(), words::empty_creator()),
        false => (words::empty_title(), words::empty_other()),
    };
    let actions = move || {
        if may_create {
            view! {
                <ButtonLink href=path::new_programme() look=Look::Primary icon=Glyph::Add>
                    {programme::list_new()}
                </ButtonLink>
            }
            .into_any()
        } else {
            view! { <ButtonLink href=path::profile()>{words::empty_profile()}</ButtonLink> }.into_any()
        }
    };
    view! { <EmptyState title why actions /> }
}
