//! Where this stands.

use domain::text::ui as words;
use leptos::prelude::*;

/// One step on the way to this page.
#[derive(Clone, Debug, PartialEq)]
pub struct Crumb {
    pub label: String,
    pub href: String,
}

impl Crumb {
    /// A link to a page above this one.
    pub fn new(label: impl Into<String>, href: impl Into<String>) -> Self {
        Crumb { label: label.into(), href: href.into() }
    }
}

/// The pages above this one, from the outermost. The page itself is not in it: its heading follows.
#[component]
pub fn Breadcrumb(crumbs: Vec<Crumb>) -> impl IntoView {
    let links = crumbs
        .into_iter()
        .map(|crumb| {
            view! {
                <li>
                    <a href=crumb.href>{crumb.label}</a>
                </li>
            }
        })
        .collect_view();
    view! {
        <nav aria-label=words::you_are_in()>
            <ol class="breadcrumb">{links}</ol>
        </nav>
    }
}
