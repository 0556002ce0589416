//! What people see: pages, parts and server functions, compiled for the server (`ssr`) and for the browser (`hydrate`).
//!
//! One folder a noun. A page loads through a blocking resource, so that its first HTML is whole; a form works before
//! and without wasm. Owns the words' places on the screen, not the words (`domain::text`), and no rule.
#![recursion_limit = "512"]

pub mod account;
pub mod board;
pub mod design;
pub mod directory;
pub mod error;
mod files;
pub mod form;
pub mod import;
pub mod layout;
pub mod live;
pub mod load;
pub mod mail;
pub mod mentorship;
pub mod path;
pub mod people;
pub mod programme;
pub mod progress;
pub mod proposal;
#[cfg(feature = "ssr")]
pub mod request;
pub mod routes;
#[cfg(feature = "ssr")]
pub mod site;
pub mod today;
pub mod ui;
pub mod viewer;
pub mod wire;

use leptos::prelude::*;
#[cfg(feature = "ssr")]
use leptos_meta::MetaTags;
use leptos_meta::{Title, provide_meta_context};

/// The document around every page.
#[cfg(feature = "ssr")]
pub fn shell(site: &site::Site) -> impl IntoView + use<> {
    let viewer = request::viewer();
    let script = site.script(&request::path(), viewer.person.is_some());
    let theme = (!viewer.theme.is_empty()).then(|| viewer.theme.clone());
    view! {
        <!DOCTYPE html>
        <html lang="en" data-theme=theme>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="description" content=domain::text::layout::description() />
                <meta name="color-scheme" content="light dark" />
                <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
                <link rel="preload" href="/fonts/figtree-latin.woff2" r#as="font" type="font/woff2" crossorigin="anonymous" />
                <link rel="preload" href="/fonts/fraunces-latin.woff2" r#as="font" type="font/woff2" crossorigin="anonymous" />
                <link rel="stylesheet" href=site.styles() id="style" />
                {script}
                {form::restore_address()}
                <MetaTags />
            </head>
            <body>
                <App />
            </body>
        </html>
    }
}

/// The root of every page.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    viewer::provide_viewer();
    form::provide_returned();
    live::provide_live();
    Effect::new(|| {
        #[cfg(feature = "hydrate")]
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("data-hydrated", "");
            if let Some(performance) = window().performance() {
                let _ = performance.mark("trellis-hydrated");
            }
        }
    });
    view! {
        <Title formatter=|title: String| format!("{title} · Trellis") />
        <routes::Pages />
    }
}

/// Makes the server's HTML come alive, once the files of its page are there.
#[cfg(feature = "hydrate")]
pub async fn hydrate() {
    let outside = document().query_selector(".frame[data-public]").is_ok_and(|frame| frame.is_some());
    files::fetch(&location().pathname().unwrap_or_default(), !outside).await;
    leptos::mount::hydrate_body(App);
}
