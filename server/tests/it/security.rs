//! What keeps strangers, other sites and large bodies out.

use crate::house::{House, config};
use reqwest::{Method, StatusCode};
use std::net::SocketAddr;

#[tokio::test]
async fn every_answer_carries_the_secure_headers() {
    let house = House::new().await;
    let visitor = house.visitor();
    for path in ["/", "/sign-in", "/nowhere", "/healthz", "/icons.svg", "/live"] {
        let answer = visitor.get(path).await;
        let header = |name: &str| answer.headers().get(name).map(|value| value.to_str().unwrap().to_owned());
        assert_eq!(header("x-content-type-options").as_deref(), Some("nosniff"), "{path}");
        assert_eq!(header("referrer-policy").as_deref(), Some("same-origin"), "{path}");
        assert_eq!(header("cross-origin-opener-policy").as_deref(), Some("same-origin"), "{path}");
        assert!(
            header("content-security-policy").is_some_and(|policy| policy.contains("frame-ancestors 'none'")),
            "{path}"
        );
        assert!(header("permissions-policy").is_some(), "{path}");
    }
}

#[tokio::test]
async fn each_page_has_a_nonce_of_its_own_and_no_script_without_it() {
    let house = House::new().await;
    let mut nonces = vec![];
    for _ in 0..2 {
        let answer = house.visitor().get("/sign-in").await;
        let policy = answer.headers()["content-security-policy"].to_str().unwrap().to_owned();
        assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{policy}");
        let nonce = policy.split("'nonce-").nth(1).unwrap().split('\'').next().unwrap().to_owned();
        let html = answer.text().await.unwrap();
        for tag in html.split("<script").skip(1) {
            let tag = &tag[..tag.find('>').unwrap()];
            assert!(tag.contains(&format!("nonce=\"{nonce}\"")), "a script without the nonce: <script{tag}>");
        }
        assert!(!html.contains(" style=\""), "a style attribute, which the policy forbids");
        assert!(!html.contains(" onclick="), "an inline handler, which the policy forbids");
        nonces.push(nonce);
    }
    assert_ne!(nonces[0], nonces[1]);
}

#[tokio::test]
async fn another_site_cannot_send_our_forms() {
    let house = House::new().await;
    let browser = house.enter("Ingrid Novák").await;
    let before = house.number("select count(*) from session").await;
    for (name, value) in [("origin", "https://evil.example"), ("sec-fetch-site", "cross-site")] {
        for path in ["/api/app/account/api/sign_out", "/theme"] {
            let request = browser.request(Method::POST, path).header(name, value);
            let answer = request.form(&[("command_id", "x")]).send().await.unwrap();
            assert_eq!(answer.status(), StatusCode::FORBIDDEN, "{path} with {name}: {value}");
        }
    }
    assert_eq!(house.number("select count(*) from session").await, before);
}

#[tokio::test]
async fn nothing_is_changed_by_get() {
    let house = House::new().await;
    let browser = house.enter("Ingrid Novák").await;
    let events = house.number("select count(*) from event").await;
    for path in leptos::server_fn::axum::server_fn_paths().map(|(path, _)| path) {
        // A reader who opens the address of a refused plain form again begins anew; nobody else asks it of a function.
        let answer = browser.get(path).await;
        assert_eq!(answer.status(), StatusCode::SEE_OTHER, "{path}");
        assert_eq!(answer.headers()["location"], "/");
        let answer = browser.request(Method::GET, path).header("accept", "application/json").send().await;
        assert_eq!(answer.unwrap().status(), StatusCode::METHOD_NOT_ALLOWED, "{path}");
    }
    assert_eq!(house.number("select count(*) from event").await, events);
}

#[tokio::test]
async fn a_body_beyond_the_limit_is_refused_unread() {
    let house = House::new().await;
    let browser = house.enter("Ingrid Novák").await;
    let request = browser.request(Method::POST, "/api/app/viewer/api/load_viewer");
    let answer = request.body(vec![b'a'; 2 * 1024 * 1024]).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn what_does_not_exist_and_what_is_not_for_ones_eyes_are_the_same() {
    let house = House::new().await;
    let stranger = house.enter("Samira Stranger").await;
    let real = stranger.get("/programmes/women-in-tech-26").await;
    let invented = stranger.get("/programmes/no-such-programme").await;
    assert_eq!((real.status(), invented.status()), (StatusCode::NOT_FOUND, StatusCode::NOT_FOUND));
    let shape = |html: String| {
        let start = html.find("<main").unwrap();
        html[start..html.find("</main>").unwrap()]
            .replace("women-in-tech-26", "")
            .replace("no-such-programme", "")
    };
    assert_eq!(shape(real.text().await.unwrap()), shape(invented.text().await.unwrap()));
}

#[tokio::test]
async fn connections_send_at_once() {
    let listener = server::host::listen(&config(SocketAddr::from(([127, 0, 0, 1], 0)))).await.unwrap();
    let address = axum::serve::Listener::local_addr(&listener).unwrap();
    let client = tokio::net::TcpStream::connect(address);
    let mut listener = listener;
    let (client, (stream, _)) = tokio::join!(client, axum::serve::Listener::accept(&mut listener));
    client.unwrap();
    assert!(stream.nodelay().unwrap(), "without TCP_NODELAY every answer waits 40 ms");
}

#[tokio::test]
async fn a_taken_port_is_said_with_what_to_do() {
    let taken = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = taken.local_addr().unwrap();
    let sentence = server::host::listen(&config(address)).await.err().unwrap();
    assert!(sentence.contains(&address.to_string()) && sentence.contains("--listen"), "{sentence}");
}

#[tokio::test]
async fn a_refused_plain_form_comes_back_with_what_was_typed_but_no_password() {
    let house = House::new().await;
    let fields = [("email", "nobody@example.org"), ("password", "purple lattice")];
    let answer = house.visitor().submit("/sign-in", "/api/app/account/api/sign_in", &fields).await;
    assert!(answer.status().is_client_error(), "{}", answer.status());
    let html = answer.text().await.unwrap();
    assert!(html.contains("value=\"nobody@example.org\""), "what was typed is gone");
    assert!(!html.contains("purple lattice"), "a password came back");
    assert!(
        html.contains("history.replaceState(null,'',\"/sign-in\")"),
        "the tab keeps the address of the form"
    );
}

#[tokio::test]
async fn a_page_for_others_says_for_whom_and_nothing_links_there() {
    let house = House::new().await;
    let sponsor = house.enter("Beatrix Vandenberghe").await;
    let progress = "/programmes/women-in-tech-26/progress";
    let answer = sponsor.get(progress).await;
    assert_eq!(answer.status(), StatusCode::FORBIDDEN);
    let html = answer.text().await.unwrap();
    assert!(html.contains("<h1>This page is for others<"), "{html}");
    assert!(html.contains("Only coordinators of this programme can open this page."), "{html}");
    for page in ["/", "/programmes", "/programmes/women-in-tech-26"] {
        assert!(
            !sponsor.get(page).await.text().await.unwrap().contains(&format!("href=\"{progress}")),
            "{page}"
        );
    }
}
