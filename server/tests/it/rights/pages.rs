//! Every page, and who may open it.

use super::{Request, Row, Who, World};

const PARTICIPANTS_AND_COORDINATOR: &[Who] = &[Who::OtherMember, Who::Mentor, Who::Mentee, Who::Coordinator];
const COORDINATOR_AND_ADMIN: &[Who] = &[Who::Coordinator, Who::Admin];

fn page(path: &'static str, allowed: &'static [Who], request: fn(&World, Who) -> Request) -> Row {
    Row { path, allowed, request }
}

pub(crate) fn rows() -> Vec<Row> {
    vec![
        page("/", &Who::ALL, |_, _| Request::Page("/".into())),
        page("/sign-in", &Who::ALL, |_, _| Request::Page("/sign-in".into())),
        page("/forgot", &Who::ALL, |_, _| Request::Page("/forgot".into())),
        page("/privacy", &Who::ALL, |_, _| Request::Page("/privacy".into())),
        page("/design", &Who::ALL, |_, _| Request::Page("/design".into())),
        page("/reset/:token", &Who::ALL, |world, _| Request::Page(format!("/reset/{}", world.reset))),
        page("/invitation/:token", &Who::ALL, |world, _| {
            Request::Page(format!("/invitation/{}", world.invitation))
        }),
        page("/account", Who::SIGNED_IN, |_, _| Request::Page("/account".into())),
        page("/profile", Who::SIGNED_IN, |_, _| Request::Page("/profile".into())),
        page("/programmes", Who::SIGNED_IN, |_, _| Request::Page("/programmes".into())),
        page("/mentorships", Who::SIGNED_IN, |_, _| Request::Page("/mentorships".into())),
        page("/programmes/new", Who::ADMIN, |_, _| Request::Page("/programmes/new".into())),
        page("/people", Who::ADMIN, |_, _| Request::Page("/people".into())),
        page("/mail", &Who::ALL, |_, _| Request::Page("/mail".into())),
        page("/mail/:mail", &Who::ALL, |world, _| Request::Page(format!("/mail/{}", world.mail))),
        page("/proposals/:proposal", &[Who::Mentor, Who::Mentee, Who::Coordinator], |world, _| {
            Request::Page(format!("/proposals/{}", world.proposal))
        }),
        page("/mentorships/:mentorship", &[Who::Mentor, Who::Mentee, Who::Coordinator], |world, _| {
            Request::Page(format!("/mentorships/{}", world.mentorship))
        }),
        page("/programmes/:programme", Who::SEES, |world, _| {
            Request::Page(format!("/programmes/{}", world.slug))
        }),
        page("/programmes/:programme/mentors", PARTICIPANTS_AND_COORDINATOR, |world, _| {
            Request::Page(format!("/programmes/{}/mentors", world.slug))
        }),
        page("/programmes/:programme/mentors/:mentor", PARTICIPANTS_AND_COORDINATOR, |world, _| {
            Request::Page(format!("/programmes/{}/mentors/{}", world.slug, world.mentor))
        }),
        page("/programmes/:programme/edit/:step", Who::COORDINATOR, |world, _| {
            Request::Page(format!("/programmes/{}/edit/purpose", world.slug))
        }),
        page("/programmes/:programme/people", COORDINATOR_AND_ADMIN, |world, _| {
            Request::Page(format!("/programmes/{}/people", world.slug))
        }),
        page("/programmes/:programme/import", Who::COORDINATOR, |world, _| {
            Request::Page(format!("/programmes/{}/import", world.slug))
        }),
        page("/programmes/:programme/import/:import", Who::COORDINATOR, |world, _| {
            Request::Page(format!("/programmes/{}/import/{}", world.slug, world.import))
        }),
        page("/programmes/:programme/matching", Who::COORDINATOR, |world, _| {
            Request::Page(format!("/programmes/{}/matching", world.slug))
        }),
        page("/programmes/:programme/matching/:plan", Who::COORDINATOR, |world, _| {
            Request::Page(format!("/programmes/{}/matching/{}", world.slug, world.plan))
        }),
        page("/programmes/:programme/matching/compare", Who::COORDINATOR, |world, _| {
            Request::Page(format!(
                "/programmes/{}/matching/compare?plan={plan}&with={plan}",
                world.slug,
                plan = world.plan
            ))
        }),
        page("/programmes/:programme/matching/:plan/engine", Who::COORDINATOR, |world, _| {
            Request::Page(format!("/programmes/{}/matching/{}/engine?most=1", world.slug, world.plan))
        }),
        page("/programmes/:programme/matching/:plan/verdict", Who::COORDINATOR, |world, _| {
            Request::Page(format!("/programmes/{}/matching/{}/verdict", world.slug, world.plan))
        }),
        page("/programmes/:programme/matching/:plan/fairness", Who::COORDINATOR, |world, _| {
            Request::Page(format!("/programmes/{}/matching/{}/fairness", world.slug, world.plan))
        }),
        page("/programmes/:programme/matching/:plan/history", Who::COORDINATOR, |world, _| {
            Request::Page(format!("/programmes/{}/matching/{}/history", world.slug, world.plan))
        }),
        page("/programmes/:programme/matching/:plan/history/:version", Who::COORDINATOR, |world, _| {
            Request::Page(format!("/programmes/{}/matching/{}/history/1", world.slug, world.plan))
        }),
        page("/programmes/:programme/matching/list/:list", Who::COORDINATOR, |world, _| {
            Request::Page(format!("/programmes/{}/matching/list/{}", world.slug, world.list))
        }),
        page("/programmes/:programme/matching/:plan/publish", Who::COORDINATOR, |world, _| {
            Request::Page(format!("/programmes/{}/matching/{}/publish", world.slug, world.plan))
        }),
        page("/programmes/:programme/waiting", Who::COORDINATOR, |world, _| {
            Request::Page(format!("/programmes/{}/waiting", world.slug))
        }),
        page("/programmes/:programme/progress", Who::COORDINATOR, |world, _| {
            Request::Page(format!("/programmes/{}/progress", world.slug))
        }),
        page("/programmes/:programme/progress/:stage", Who::COORDINATOR, |world, _| {
            Request::Page(format!("/programmes/{}/progress/active", world.slug))
        }),
    ]
}
