//! The demo's signed-in pages, each beside a bare axum route that runs the same query and answers in JSON: what
//! rendering costs on top of the data. One process, one run, sequential requests over one loopback connection.
//!
//! `cargo bench -p server --bench pages`

#![allow(clippy::expect_used, reason = "a benchmark may stop where something is not as it must be")]

use axum::routing::get;
use axum::{Json, Router};
use reqwest::Client;
use server::config::Config;
use server::{host, router};
use service::{Context, Service, board, database, directory, mentorship, programme, progress};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

const WARM_UP: usize = 50;
const ROUNDS: usize = 500;

#[tokio::main]
async fn main() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let url = format!("sqlite://{}", folder.path().join("trellis.db").display());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let listen = listener.local_addr().expect("an address");
    drop(listener);
    let config = Config {
        database_url: url.clone(),
        demo: true,
        public_url: format!("http://{listen}"),
        smtp_url: None,
        mail_from: "Trellis <trellis@example.org>".into(),
        listen,
        proxies: 0,
        site: "target/site".into(),
        log: "warn".into(),
        log_json: false,
    };
    let service = Service::start(database::open(&url).await.expect("a database"), config.settings())
        .await
        .expect("a service");
    let system = Context::system(service.clone());
    service::demo::load(&system).await.expect("the demo");
    let slug = "women-in-tech-26";
    let coordinator = enter(&service, "Ingrid Novák").await;
    let mentor = enter(&service, "Tomás Herrera").await;
    let plan = board::list_plans(&coordinator.1, slug).await.expect("match plans").plans[0].id;
    let at_work = mentorship::my_mentorships(&mentor.1).await.expect("mentorships")[0].id;

    let bare = Router::new()
        .route(
            "/today",
            get({
                let cx = coordinator.1.clone();
                async move || Json(service::today::load_today(&cx).await.expect("today"))
            }),
        )
        .route(
            "/people",
            get({
                let cx = coordinator.1.clone();
                async move || {
                    let query = Default::default();
                    Json(programme::load_people(&cx, slug, query).await.expect("the people"))
                }
            }),
        )
        .route(
            "/directory",
            get({
                let cx = mentor.1.clone();
                async move || {
                    let filter = Default::default();
                    Json(directory::load_directory(&cx, slug, filter).await.expect("the directory"))
                }
            }),
        )
        .route(
            "/programme",
            get({
                let cx = coordinator.1.clone();
                async move || Json(programme::load_programme(&cx, slug).await.expect("the programme"))
            }),
        )
        .route(
            "/progress",
            get({
                let cx = coordinator.1.clone();
                async move || Json(progress::load_progress(&cx, slug).await.expect("progress"))
            }),
        )
        .route(
            "/board",
            get({
                let cx = coordinator.1.clone();
                async move || {
                    Json(board::load_board(&cx, slug, plan, &Default::default()).await.expect("the board"))
                }
            }),
        )
        .route(
            "/mentorship",
            get({
                let cx = mentor.1.clone();
                async move || Json(mentorship::load_mentorship(&cx, at_work).await.expect("the mentorship"))
            }),
        );
    let app = router::router(host::state(service.clone(), &config).expect("the site")).nest("/bare", bare);
    let listener = host::listen(&config).await.expect("the port again");
    tokio::spawn(async move {
        axum::serve(listener, app.into_make_service_with_connect_info::<SocketAddr>()).await
    });

    println!(
        "{:<12} {:>10} {:>10} {:>10} {:>10} {:>7}",
        "page", "median", "p99", "bare", "bare p99", "ratio"
    );
    let pages = [
        ("today", "/".to_owned(), &coordinator.0),
        ("people", app::path::participants(slug), &coordinator.0),
        ("directory", app::path::directory(slug), &mentor.0),
        ("programme", app::path::programme(slug), &coordinator.0),
        ("progress", app::path::progress(slug), &coordinator.0),
        ("board", app::path::board(slug, plan), &coordinator.0),
        ("mentorship", app::path::mentorship(at_work), &mentor.0),
    ];
    for (name, path, token) in pages {
        let page = measure(&format!("{}{path}", config.public_url), token).await;
        let bare = measure(&format!("{}/bare/{name}", config.public_url), token).await;
        println!(
            "{name:<12} {:>10} {:>10} {:>10} {:>10} {:>7.1}",
            shown(page.0),
            shown(page.1),
            shown(bare.0),
            shown(bare.1),
            page.0.as_secs_f64() / bare.0.as_secs_f64()
        );
    }
    println!("memory: {} MB resident after {} requests", resident_mb(), (WARM_UP + ROUNDS) * 14);
}

async fn enter(service: &Arc<Service>, name: &str) -> (String, Context) {
    let visitor = Context::visitor(service.clone());
    let cast = service::account::sign_in_page(&visitor, name).await.expect("the cast");
    let person = cast
        .cast
        .unwrap_or_default()
        .into_iter()
        .find(|one| one.person.name == name)
        .expect("one of the cast")
        .person
        .id;
    let entered = service::account::sign_in_as(&visitor, person).await.expect("a session");
    let (session, actor) =
        service::account::resume(service, &entered.token).await.expect("a session").expect("a person");
    (entered.token, Context::of(service.clone(), actor).with_session(session))
}

/// Median and 99th percentile.
async fn measure(url: &str, token: &str) -> (Duration, Duration) {
    let client = Client::builder().tcp_nodelay(true).build().expect("a client");
    let mut times = Vec::with_capacity(ROUNDS);
    for round in 0..WARM_UP + ROUNDS {
        let begin = Instant::now();
        let answer =
            client.get(url).header("cookie", format!("trellis={token}")).header("accept", "text/html");
        let answer = answer.send().await.expect("an answer");
        assert!(answer.status().is_success(), "{url} answers {}", answer.status());
        answer.bytes().await.expect("a body");
        if round >= WARM_UP {
            times.push(begin.elapsed());
        }
    }
    times.sort();
    (times[ROUNDS / 2], times[ROUNDS * 99 / 100])
}

fn shown(time: Duration) -> String {
    format!("{:.2} ms", time.as_secs_f64() * 1000.0)
}

/// Linux only; 0 elsewhere.
fn resident_mb() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|kb| kb.parse::<u64>().ok()).unwrap_or_default() / 1024
}
