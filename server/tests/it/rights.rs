//! Who may do what: for every page and every endpoint, each kind of person. The allowed are answered; the others are
//! refused, and nothing at all has changed. An endpoint without a row here fails.

use crate::house::{Browser, House};
use reqwest::StatusCode;
use std::collections::BTreeSet;

mod endpoints;
mod pages;
mod routes;
mod world;

pub(crate) use world::{Who, World};

/// What somebody may get who is not allowed: nothing, or that it exists.
const REFUSALS: [StatusCode; 3] = [StatusCode::UNAUTHORIZED, StatusCode::FORBIDDEN, StatusCode::NOT_FOUND];

/// One endpoint or page and who may use it.
pub(crate) struct Row {
    /// The path of a server function, or of a page with its parameters named as in the router.
    pub(crate) path: &'static str,
    /// Who may.
    pub(crate) allowed: &'static [Who],
    /// The address of the page, or the fields of the form, in this world.
    pub(crate) request: fn(&World, Who) -> Request,
}

/// A valid request for a row.
pub(crate) enum Request {
    Page(String),
    Form(Vec<(&'static str, String)>),
    /// A list of people, sent to an address.
    File(String, &'static str),
}

async fn ask(browser: &Browser, row: &Row, world: &World, who: Who) -> StatusCode {
    let answer = match (row.request)(world, who) {
        Request::Page(path) => browser.get(&path).await,
        Request::Form(mut fields) => {
            fields.push(("command_id", service::source::new_uuid().to_string()));
            let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            browser.call(row.path, &fields).await
        }
        Request::File(path, list) => browser.send_file(&path, list).await,
    };
    answer.status()
}

async fn check(rows: &[Row]) {
    let house = House::new().await;
    let world = World::build(&house).await;
    let copy = house.checkpoint().await;
    let mut wrong = vec![];
    for row in rows {
        let refused: Vec<Who> = Who::ALL.into_iter().filter(|who| !row.allowed.contains(who)).collect();
        let before = house.everything().await;
        for who in &refused {
            let status = ask(&world.browser(*who), row, &world, *who).await;
            if !REFUSALS.contains(&status) {
                wrong.push(format!("{} answers {who:?} with {status}, but must refuse", row.path));
            }
        }
        if house.everything().await != before {
            wrong.push(format!("{} has changed something although it refused", row.path));
        }
        for who in row.allowed {
            let fresh = House::copy_of(&copy).await;
            let status = ask(&world.browser(*who).at(&fresh.url), row, &world, *who).await;
            if !(status.is_success() || status.is_redirection()) {
                wrong.push(format!("{} answers {who:?} with {status}, but they may", row.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_page_is_for_whom_it_is() {
    check(&pages::rows()).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_endpoint_is_for_whom_it_is() {
    check(&endpoints::rows()).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_other_route_is_for_whom_it_is() {
    check(&routes::rows()).await;
}

#[test]
fn every_other_route_has_a_row() {
    let rows: BTreeSet<&str> = routes::rows().iter().map(|row| row.path).collect();
    let sources = [
        include_str!("../../src/router.rs"),
        include_str!("../../src/import_upload.rs"),
        include_str!("../../src/fits.rs"),
        include_str!("../../src/plan_files.rs"),
    ];
    let routed: BTreeSet<&str> = sources
        .iter()
        .flat_map(|source| source.split(".route(\"").skip(1))
        .filter_map(|rest| rest.split('"').next())
        .collect();
    assert_eq!(routed, rows);
    let elsewhere = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src")).unwrap();
    for file in elsewhere.map(|file| file.unwrap().path()).filter(|path| path.is_file()) {
        let known = ["router.rs", "import_upload.rs", "fits.rs", "plan_files.rs"]
            .iter()
            .any(|name| file.ends_with(name));
        let routes = std::fs::read_to_string(&file).unwrap().contains(".route(\"");
        assert!(known || !routes, "{} declares routes: read it here too", file.display());
    }
}

#[test]
fn every_endpoint_has_a_row() {
    let rows: BTreeSet<&str> = endpoints::rows().iter().map(|row| row.path).collect();
    let registered: BTreeSet<&str> =
        leptos::server_fn::axum::server_fn_paths().map(|(path, _)| path).collect();
    let missing: Vec<_> = registered.difference(&rows).collect();
    let gone: Vec<_> =
        rows.iter().filter(|path| path.starts_with("/api/") && !registered.contains(*path)).collect();
    assert!(missing.is_empty(), "without a row: {missing:#?}");
    assert!(gone.is_empty(), "a row without an endpoint: {gone:#?}");
}

#[tokio::test]
async fn every_page_has_a_row() {
    let _house = House::new().await;
    let rows: BTreeSet<String> = pages::rows().iter().map(|row| row.path.to_owned()).collect();
    let routed: BTreeSet<String> =
        leptos_axum::generate_route_list(app::App).iter().map(|route| route.path().to_owned()).collect();
    let named = |path: &String| path.replace('{', ":").replace('}', "");
    let missing: Vec<_> = routed.iter().map(named).filter(|path| !rows.contains(path)).collect();
    assert!(missing.is_empty(), "without a row: {missing:#?}");
}
