//! One bar cut into its parts: how many mentorships thrive, and how many are silent.

use super::Tone;
use super::chart::{chart, written};
use leptos::prelude::*;

/// One part.
#[derive(Clone, Debug, PartialEq)]
pub struct Share {
    pub label: String,
    pub value: f64,
    pub tone: Tone,
    pub href: Option<String>,
}

impl Share {
    /// A part that opens nothing.
    pub fn new(label: impl Into<String>, value: impl Into<f64>, tone: Tone) -> Self {
        Share { label: label.into(), value: value.into(), tone, href: None }
    }

    /// Opens the list behind the figure.
    pub fn href(mut self, href: impl Into<String>) -> Self {
        self.href = Some(href.into());
        self
    }
}

/// A bar of parts, each with its word and figure below it.
#[component]
pub fn ShareBar(
    #[prop(into)] title: String,
    #[prop(into)] parts: Signal<Vec<Share>>,
    #[prop(optional, into)] desc: Option<String>,
    /// The heads of the table: what the parts are, and what they count.
    #[prop(into)]
    heads: (String, String),
) -> impl IntoView {
    let cut = move || {
        let parts = parts.get();
        let whole = parts.iter().map(|part| part.value.max(0.0)).sum::<f64>().max(f64::MIN_POSITIVE);
        let mut left = 0.0;
        parts
            .into_iter()
            .filter(|part| part.value > 0.0)
            .map(|part| {
                let (x, width) = (left, part.value * 100.0 / whole);
                left += width;
                view! {
                    <rect
                        data-tone=tone_name(part.tone)
                        x=format!("{x:.2}%")
                        width=format!("{:.2}%", (width - 0.4).max(0.2))
                        height="100%"
                    />
                }
            })
            .collect_view()
    };
    let list = move || parts.get().into_iter().map(entry).collect_view();
    let picture = view! {
        <svg class="share-bar" aria-hidden="true">
            {cut}
        </svg>
        <ul class="share-list" role="list">
            {list}
        </ul>
    };
    let rows = parts.get_untracked().into_iter().map(|part| vec![part.label, written(part.value)]).collect();
    chart(title, desc, picture.into_any(), vec![heads.0, heads.1], rows)
}

fn entry(part: Share) -> impl IntoView {
    let inner = view! {
        <svg class="chart__swatch share__swatch" aria-hidden="true">
            <rect data-tone=tone_name(part.tone) width="100%" height="100%" rx="3" />
        </svg>
        <span>{part.label}</span>
        <b>{written(part.value)}</b>
    };
    view! {
        <li>
            {match part.href {
                Some(href) => {
                    view! {
                        <a class="share-list__part" href=href>
                            {inner}
                        </a>
                    }
                        .into_any()
                }
                None => view! { <div class="share-list__part">{inner}</div> }.into_any(),
            }}
        </li>
    }
}

fn tone_name(tone: Tone) -> &'static str {
    tone.attribute().unwrap_or("neutral")
}
