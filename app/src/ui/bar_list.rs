//! Bars with their names in front and their figures behind: a funnel, skills wanted, reasons for ending.

use super::chart::{chart, written};
use domain::text::ui as words;
use leptos::prelude::*;

/// One bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    pub label: String,
    pub value: f64,
    /// Below the figure: "66 % of those before".
    pub note: Option<String>,
    pub href: Option<String>,
}

impl Bar {
    /// A bar that opens nothing.
    pub fn new(label: impl Into<String>, value: impl Into<f64>) -> Self {
        Bar { label: label.into(), value: value.into(), note: None, href: None }
    }

    /// Says more below the figure.
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }

    /// Opens the list behind the figure.
    pub fn href(mut self, href: impl Into<String>) -> Self {
        self.href = Some(href.into());
        self
    }
}

/// A list of bars, longest as long as there is room. With `faded` they pale step by step, as a funnel does.
#[component]
pub fn BarList(
    #[prop(into)] title: String,
    #[prop(into)] bars: Signal<Vec<Bar>>,
    /// What it shows, in a sentence.
    #[prop(optional, into)]
    desc: Option<String>,
    /// The heads of the table: what the bars are, and what they count.
    #[prop(into)]
    heads: (String, String),
    #[prop(optional)] faded: bool,
) -> impl IntoView {
    let picture = move || {
        let bars = bars.get();
        let longest = bars.iter().map(|bar| bar.value).fold(0.0, f64::max).max(f64::MIN_POSITIVE);
        let last = bars.len().saturating_sub(1).max(1);
        bars.into_iter()
            .enumerate()
            .map(|(index, bar)| {
                #[expect(clippy::cast_precision_loss, reason = "a chart has a handful of bars")]
                let strength = if faded { 1.0 - 0.28 * index as f64 / last as f64 } else { 1.0 };
                row(bar, longest, strength)
            })
            .collect_view()
    };
    let picture = view! {
        <ul class="bar-list" role="list">
            {picture}
        </ul>
    };
    let rows = bars.get_untracked().into_iter().map(|bar| vec![bar.label, written(bar.value)]).collect();
    chart(title, desc, picture.into_any(), vec![heads.0, heads.1], rows)
}

fn row(bar: Bar, longest: f64, strength: f64) -> impl IntoView {
    let width = format!("{:.1}%", bar.value.max(0.0) * 100.0 / longest);
    let inner = view! {
        <span class="bar-list__label">{bar.label.clone()}</span>
        <svg class="bar-list__bar" aria-hidden="true">
            <rect width=width height="100%" rx="4" fill-opacity=format!("{strength:.2}") />
        </svg>
        <span class="bar-list__figure">
            {written(bar.value)} {bar.note.map(|note| view! { <small>{note}</small> })}
        </span>
    };
    view! {
        <li class="bar-list__item">
            {match bar.href {
                Some(href) => {
                    view! {
                        <a class="bar-list__row" href=href title=words::open_list(&bar.label)>
                            {inner}
                        </a>
                    }
                        .into_any()
                }
                None => view! { <div class="bar-list__row">{inner}</div> }.into_any(),
            }}
        </li>
    }
}
