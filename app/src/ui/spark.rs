//! A line the height of a word.

use leptos::prelude::*;

/// How a figure came to be what it is, in the space of a word.
#[component]
pub fn Spark(
    /// What it shows: "Meetings a week, from 3 to 9".
    #[prop(into)]
    label: String,
    #[prop(into)] values: Signal<Vec<f64>>,
) -> impl IntoView {
    let points = move || values.with(|values| points(values));
    let line = move || {
        points()
            .iter()
            .enumerate()
            .map(|(index, (x, y))| format!("{}{x:.1} {y:.1}", if index == 0 { 'M' } else { 'L' }))
            .collect::<String>()
    };
    let end = move || points().last().map(|(x, y)| format!("M{x:.1} {y:.1}h0"));
    view! {
        <svg class="spark" viewBox="0 0 100 24" preserveAspectRatio="none" role="img" aria-label=label>
            <path class="spark__line" d=line />
            <path class="spark__end" d=end />
        </svg>
    }
}

/// Places in a box of 100 by 24, with room for the line's own width.
fn points(values: &[f64]) -> Vec<(f64, f64)> {
    let (low, high) =
        values.iter().fold((f64::MAX, f64::MIN), |(low, high), &value| (low.min(value), high.max(value)));
    let span = if high > low { high - low } else { 1.0 };
    let last = values.len().saturating_sub(1).max(1);
    values
        .iter()
        .enumerate()
        .map(|(index, value)| {
            #[expect(clippy::cast_precision_loss, reason = "a word has room for some dozen points")]
            let x = 2.0 + 96.0 * index as f64 / last as f64;
            (x, 21.0 - 18.0 * (value - low) / span)
        })
        .collect()
}
