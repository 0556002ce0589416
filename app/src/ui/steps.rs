//! How far through a longer form.

use domain::text::ui as words;
use leptos::prelude::*;

/// One step.
#[derive(Clone, Debug, PartialEq)]
pub struct StepItem {
    pub label: String,
    pub href: Option<String>,
}

impl StepItem {
    /// A step that cannot be gone to yet.
    pub fn new(label: impl Into<String>) -> Self {
        StepItem { label: label.into(), href: None }
    }

    /// A step that can be gone to.
    pub fn href(mut self, href: impl Into<String>) -> Self {
        self.href = Some(href.into());
        self
    }
}

/// The steps of a wizard: done, now, to come. On a phone only the words of the present one are shown.
#[component]
pub fn Steps(
    #[prop(into)] label: String,
    items: Vec<StepItem>,
    /// The present one, from 0.
    current: usize,
) -> impl IntoView {
    let items = items
        .into_iter()
        .enumerate()
        .map(|(index, item)| {
            let (state, said) = match index.cmp(&current) {
                std::cmp::Ordering::Less => ("done", Some(words::done())),
                std::cmp::Ordering::Equal => ("now", None),
                std::cmp::Ordering::Greater => ("later", None),
            };
            let text = match item.href.filter(|_| index != current) {
                Some(href) => view! { <a href=href>{item.label}</a> }.into_any(),
                None => view! { <span>{item.label}</span> }.into_any(),
            };
            view! {
                <li class="steps__item" data-state=state aria-current=(index == current).then_some("step")>
                    {text}
                    {said.map(|said| view! { <span class="unseen">{said}</span> })}
                </li>
            }
        })
        .collect_view();
    view! {
        <nav aria-label=label>
            <ol class="steps">{items}</ol>
        </nav>
    }
}
