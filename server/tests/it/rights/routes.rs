//! Every route that is neither a page nor a server function: files, streams and the odd form.

use super::{Request, Row, Who, World};

fn route(path: &'static str, allowed: &'static [Who], request: fn(&World, Who) -> Request) -> Row {
    Row { path, allowed, request }
}

pub(crate) fn rows() -> Vec<Row> {
    vec![
        // Whoever opens the address of a refused plain form again is led to the start page.
        route("/api/{*function}", &Who::ALL, |_, _| Request::Page("/api/app/mentorship/api/add_goal".into())),
        route("/healthz", &Who::ALL, |_, _| Request::Page("/healthz".into())),
        route("/density", &Who::ALL, |_, _| Request::Form(vec![("density", "compact".into())])),
        route("/theme", &Who::ALL, |_, _| Request::Form(vec![("theme", "dark".into())])),
        route("/programmes/{programme}/import/upload", Who::COORDINATOR, |world, _| {
            Request::File(
                format!("/programmes/{}/import/upload", world.slug),
                "Name,E-mail\nNils New,nils@example.org\n",
            )
        }),
        route("/programmes/{programme}/import/{import}/refused.csv", Who::COORDINATOR, |world, _| {
            Request::Page(format!("/programmes/{}/import/{}/refused.csv", world.slug, world.import))
        }),
        route("/programmes/{programme}/matching/list", Who::COORDINATOR, |world, _| {
            Request::File(
                format!("/programmes/{}/matching/list", world.slug),
                "Mentee e-mail address,Mentor e-mail address\nnobody@example.org,noone@example.org\n",
            )
        }),
        route("/programmes/{programme}/matching/{plan}/plan.csv", Who::COORDINATOR, |world, _| {
            Request::Page(format!("/programmes/{}/matching/{}/plan.csv", world.slug, world.plan))
        }),
        route("/programmes/{programme}/matching/{plan}/engine/{file}", Who::COORDINATOR, |world, _| {
            Request::Page(format!("/programmes/{}/matching/{}/engine/plan.json", world.slug, world.plan))
        }),
        route("/programmes/{programme}/matching/{plan}/fits", Who::COORDINATOR, |world, _| {
            Request::Page(format!("/programmes/{}/matching/{}/fits", world.slug, world.plan))
        }),
        route("/live", Who::COORDINATOR, |world, _| follow("plan", &world.plan.to_string())),
        route("/live", Who::MEMBERS, |world, _| follow("mentorship", &world.mentorship.to_string())),
        route("/live", Who::COORDINATOR, |world, _| follow("progress", &world.programme.to_string())),
        route("/live", Who::SIGNED_IN, |_, _| Request::Page("/live?topic=inbox@0".into())),
    ]
}

fn follow(topic: &str, id: &str) -> Request {
    Request::Page(format!("/live?topic={topic}:{id}@0"))
}
