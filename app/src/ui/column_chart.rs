//! Columns over weeks, two series: what happened, and quietly beside it what was agreed.

use super::chart::{ceiling, chart, written};
use leptos::prelude::*;

/// One week.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    pub label: String,
    pub first: f64,
    pub second: Option<f64>,
}

impl Point {
    /// A week of one series.
    pub fn new(label: impl Into<String>, first: impl Into<f64>) -> Self {
        Point { label: label.into(), first: first.into(), second: None }
    }

    /// What the first is compared with.
    pub fn beside(mut self, second: impl Into<f64>) -> Self {
        self.second = Some(second.into());
        self
    }
}

/// From the top of the plot to its floor, in percent of the picture; the labels stand below.
const TOP: f64 = 12.0;
const FLOOR: f64 = 84.0;

/// Columns, one or two for each point, on a scale that starts at nought.
#[component]
pub fn ColumnChart(
    #[prop(into)] title: String,
    #[prop(into)] points: Signal<Vec<Point>>,
    /// What it shows, in a sentence.
    #[prop(optional, into)]
    desc: Option<String>,
    /// What the points are: "week".
    #[prop(into)]
    head: String,
    /// What the first series counts.
    #[prop(into)]
    first: String,
    /// What the second series counts, where there is one.
    #[prop(optional, into)]
    second: Option<String>,
) -> impl IntoView {
    let first_table = points.get_untracked();
    let many = match first_table.len() {
        0..=14 => None,
        15..=26 => Some("many"),
        _ => Some("lots"),
    };
    let said = desc.clone();
    let (name, region) = (title.clone(), title.clone());
    let (series, beside) = (first.clone(), second.clone());
    let picture = move || {
        let points = points.get();
        let tallest =
            points.iter().flat_map(|point| [point.first, point.second.unwrap_or(0.0)]).fold(0.0, f64::max);
        let top = ceiling(tallest);
        // A few columns do not swell to fill the room.
        let slots = points.len().max(7);
        #[expect(clippy::cast_precision_loss, reason = "a chart has some dozen columns")]
        let slot = 100.0 / slots as f64;
        points
            .into_iter()
            .enumerate()
            .map(|(index, point)| {
                #[expect(clippy::cast_precision_loss, reason = "a chart has some dozen columns")]
                let left = slot * index as f64;
                columns(point, left, slot, top, (&series, beside.as_deref()))
            })
            .collect_view()
    };
    let picture = view! {
        <div class="column-chart__region" tabindex=many.map(|_| "0") role=many.map(|_| "group") aria-label=many.map(|_| region)>
            <svg class="column-chart" role="img" aria-label=name data-points=many>
                {said.map(|said| view! { <desc>{said}</desc> })}
                {[TOP, f64::midpoint(TOP, FLOOR), FLOOR]
                    .map(|height| {
                        let y = format!("{height:.1}%");
                        view! { <line x1="0" x2="100%" y1=y.clone() y2=y /> }
                    })
                    .collect_view()}
                {picture}
            </svg>
        </div>
        {second.clone().map(|second| key(first.clone(), second))}
    };
    let heads = [Some(head), Some(first), second].into_iter().flatten().collect();
    let rows = first_table
        .into_iter()
        .map(|point| {
            [Some(point.label), Some(written(point.first)), point.second.map(written)]
                .into_iter()
                .flatten()
                .collect()
        })
        .collect();
    chart(title, desc, picture.into_any(), heads, rows)
}

fn columns(
    point: Point,
    left: f64,
    slot: f64,
    top: f64,
    names: (&str, Option<&str>),
) -> impl IntoView + use<> {
    let height = |value: f64| (FLOOR - TOP) * value.max(0.0) / top;
    let (wide, start) = if point.second.is_some() { (0.42, 0.185) } else { (0.56, 0.22) };
    let at = |share: f64| format!("{:.2}%", left + slot * share);
    let tall = height(point.first);
    let tip = match (point.second, names.1) {
        (Some(second), Some(name)) => {
            format!("{}: {} {}, {} {name}", point.label, written(point.first), names.0, written(second))
        }
        _ => format!("{}: {} {}", point.label, written(point.first), names.0),
    };
    view! {
        <g>
            <title>{tip}</title>
            <rect
                data-series="0"
                x=at(start)
                width=format!("{:.2}%", slot * wide)
                y=format!("{:.2}%", FLOOR - tall)
                height=format!("{tall:.2}%")
                rx="4"
            />
            {point
                .second
                .map(|second| {
                    let tall = height(second);
                    view! {
                        <rect
                            data-series="1"
                            x=at(start + wide + 0.05)
                            width=format!("{:.2}%", slot * 0.16)
                            y=format!("{:.2}%", FLOOR - tall)
                            height=format!("{tall:.2}%")
                            rx="3"
                        />
                    }
                })}
            <text class="column-chart__figure" x=at(start + wide / 2.0) y=format!("{:.2}%", FLOOR - tall) dy="-6">
                {written(point.first)}
            </text>
            <text class="column-chart__label" x=at(0.5) y="97%">
                {point.label}
            </text>
        </g>
    }
}

fn key(first: String, second: String) -> impl IntoView {
    let entries = [first, second]
        .into_iter()
        .enumerate()
        .map(|(index, name)| {
            view! {
                <li>
                    <svg class="chart__swatch" aria-hidden="true">
                        <rect data-series=index width="100%" height="100%" rx="3" />
                    </svg>
                    {name}
                </li>
            }
        })
        .collect_view();
    view! { <ul class="chart__key">{entries}</ul> }
}
