//! How much of a hundred; how many of how many.

use super::Tone;
use domain::text::ui as words;
use leptos::prelude::*;

/// Below this a fit is called low.
const LOW: u8 = 75;

/// A bar in SVG, because the content security policy allows no style attribute.
fn bar(class: &'static str, percent: impl Fn() -> f64 + Send + Sync + 'static) -> impl IntoView {
    view! {
        <svg class=class aria-hidden="true">
            <rect class="bar__track" width="100%" height="100%" />
            <rect class="bar__fill" width=move || format!("{:.1}%", percent()) height="100%" />
        </svg>
    }
}

/// A figure from 0 to 100 and its bar, such as the fit of two people. Low ones turn amber unless a `tone` is given.
#[component]
pub fn Meter(
    /// What is measured: "fit with you".
    #[prop(into)]
    label: String,
    #[prop(into)] value: Signal<u8>,
    #[prop(optional)] tone: Option<Tone>,
    /// Leaves the label to assistive technology.
    #[prop(optional)]
    label_hidden: bool,
    /// Leaves the figure to assistive technology.
    #[prop(optional)]
    figure_hidden: bool,
    /// The figure large and first, as on a mentor's card.
    #[prop(optional)]
    large: bool,
) -> impl IntoView {
    let name = label.clone();
    let tone = move || tone.unwrap_or(if value.get() < LOW { Tone::Warn } else { Tone::Good }).attribute();
    view! {
        <div
            class="meter"
            role="meter"
            aria-label=name
            aria-valuemin="0"
            aria-valuemax="100"
            aria-valuenow=move || value.get()
            data-tone=tone
            data-large=large
            data-inline=label_hidden && !large
        >
            {(!label_hidden).then(|| view! { <span class="meter__label">{label}</span> })}
            {(!figure_hidden).then(|| view! { <span class="meter__figure">{move || value.get()}</span> })}
            {bar("meter__bar", move || f64::from(value.get().min(100)))}
        </div>
    }
}

/// How many of how many: steps done, lessons read. Live ones take signals.
#[component]
pub fn Progress(
    #[prop(into)] label: String,
    #[prop(into)] done: Signal<u32>,
    #[prop(into)] of: Signal<u32>,
    /// Says it in other words than "2 of 4".
    #[prop(optional, into)]
    text: MaybeProp<String>,
    #[prop(optional)] label_hidden: bool,
) -> impl IntoView {
    let name = label.clone();
    let said = move || text.get().unwrap_or_else(|| words::done_of(done.get(), of.get()));
    let percent = move || match of.get() {
        0 => 0.0,
        of => f64::from(done.get().min(of)) * 100.0 / f64::from(of),
    };
    view! {
        <div
            class="progress"
            role="meter"
            aria-label=name
            aria-valuemin="0"
            aria-valuemax=move || of.get().max(1)
            aria-valuenow=move || done.get().min(of.get())
            aria-valuetext=said
            data-inline=label_hidden
        >
            {(!label_hidden).then(|| view! { <span class="progress__label">{label}</span> })}
            <span class="progress__figure">{said}</span>
            {bar("progress__bar", percent)}
        </div>
    }
}
