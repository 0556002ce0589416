//! A person, always shown in the same way.

use super::{Avatar, AvatarSize};
use leptos::children::ViewFnOnce;
use leptos::prelude::*;

/// Face, name and what they do; at the end what matters here (badges, a button).
#[component]
pub fn PersonLine(
    #[prop(into)] name: String,
    /// What they do: "Staff engineer · Payments".
    #[prop(optional, into)]
    what: Option<String>,
    /// The person's id, for the hue.
    #[prop(optional, into)]
    seed: Option<String>,
    #[prop(optional, into)] photo: Option<String>,
    #[prop(optional, into)] href: Option<String>,
    #[prop(optional)] size: AvatarSize,
    #[prop(optional, into)] end: Option<ViewFnOnce>,
) -> impl IntoView {
    let called = name.clone();
    let called = match href {
        Some(href) => view! {
            <a class="person__name" href=href>
                <bdi>{called}</bdi>
            </a>
        }
        .into_any(),
        None => view! {
            <span class="person__name">
                <bdi>{called}</bdi>
            </span>
        }
        .into_any(),
    };
    view! {
        <div class="person" data-size=size.attribute()>
            <Avatar name nostrip:seed=seed nostrip:photo=photo size />
            <div class="person__words">
                {called}
                {what
                    .filter(|what| !what.is_empty())
                    .map(|what| {
                        view! {
                            <span class="person__what">
                                <bdi>{what}</bdi>
                            </span>
                        }
                    })}
            </div>
            {end.map(|end| view! { <div class="person__end">{end.run()}</div> })}
        </div>
    }
}
