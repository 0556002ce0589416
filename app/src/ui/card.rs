//! A sheet of paper on the page.

use super::Tone;
use leptos::children::ViewFnOnce;
use leptos::prelude::*;

/// A heading of the level that fits its place.
pub(crate) fn heading(level: u8, id: Option<String>, content: AnyView) -> AnyView {
    match level {
        1 => view! { <h1 id=id>{content}</h1> }.into_any(),
        2 => view! { <h2 id=id>{content}</h2> }.into_any(),
        3 => view! { <h3 id=id>{content}</h3> }.into_any(),
        _ => view! { <h4 id=id>{content}</h4> }.into_any(),
    }
}

/// What belongs together, on one sheet. With `href` the heading is a link and the whole sheet can be pressed.
#[component]
pub fn Card(
    #[prop(optional, into)] title: Option<String>,
    /// The heading's level.
    #[prop(default = 2)]
    level: u8,
    #[prop(optional, into)] lead: Option<String>,
    #[prop(optional, into)] href: Option<String>,
    /// A coloured edge, for a card whose state matters.
    #[prop(optional)]
    tone: Tone,
    /// Behind the heading: badges, a date, a small button.
    #[prop(optional, into)]
    actions: Option<ViewFnOnce>,
    children: Children,
) -> impl IntoView {
    let linked = href.is_some();
    let has_head = title.is_some() || actions.is_some() || lead.is_some();
    let title = title.map(|title| {
        let content = match href {
            Some(href) => view! {
                <a class="card__link" href=href>
                    {title}
                </a>
            }
            .into_any(),
            None => title.into_any(),
        };
        heading(level, None, content)
    });
    let head = has_head.then(|| {
        view! {
            <header class="card__head">
                {title} {actions.map(|actions| view! { <div class="card__actions">{actions.run()}</div> })}
                {lead.map(|lead| view! { <p class="card__lead">{lead}</p> })}
            </header>
        }
    });
    view! {
        <section class="card" data-tone=tone.attribute() data-link=linked>
            {head}
            {children()}
        </section>
    }
}
