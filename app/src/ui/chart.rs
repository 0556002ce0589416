//! What every chart has: a title, words that say what it shows, and its table one click away.

use super::{Cell, ColumnHead, DataTable, Glyph, Icon, RowHead, Size};
use domain::text::ui as words;
use leptos::prelude::*;

/// The frame of a chart.
pub(crate) fn chart(
    title: String,
    desc: Option<String>,
    picture: AnyView,
    heads: Vec<String>,
    rows: Vec<Vec<String>>,
) -> impl IntoView {
    view! {
        <figure class="chart">
            <figcaption>
                <span class="chart__title">{title.clone()}</span>
            </figcaption>
            {picture}
            {desc.map(|desc| view! { <p class="chart__desc">{desc}</p> })}
            <details class="chart__table">
                <summary>
                    <Icon glyph=Glyph::Table size=Size::Small />
                    {words::as_table()}
                </summary>
                {table(title, heads, rows)}
            </details>
        </figure>
    }
}

fn table(caption: String, heads: Vec<String>, rows: Vec<Vec<String>>) -> impl IntoView {
    let heads = heads
        .into_iter()
        .enumerate()
        .map(|(index, label)| view! { <ColumnHead label numeric=index != 0 /> })
        .collect_view();
    let rows = rows
        .into_iter()
        .map(|row| {
            let cells = row
                .into_iter()
                .enumerate()
                .map(|(index, cell)| match index {
                    0 => view! { <RowHead>{cell}</RowHead> }.into_any(),
                    _ => view! { <Cell numeric=true>{cell}</Cell> }.into_any(),
                })
                .collect_view();
            view! { <tr>{cells}</tr> }
        })
        .collect_view();
    view! {
        <DataTable caption caption_hidden=true>
            <thead>
                <tr>{heads}</tr>
            </thead>
            <tbody>{rows}</tbody>
        </DataTable>
    }
}

/// A round figure at or above `value`, for the top of a scale: 1, 2, 5, 10, 20, 50 and so on.
pub(crate) fn ceiling(value: f64) -> f64 {
    let mut scale = 1.0;
    while scale * 10.0 < value {
        scale *= 10.0;
    }
    [1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0]
        .into_iter()
        .map(|step| step * scale)
        .find(|&top| top >= value)
        .unwrap_or(10.0 * scale)
}

/// A figure as it is written: whole ones without a fraction.
pub(crate) fn written(value: f64) -> String {
    if value.fract() == 0.0 { format!("{value:.0}") } else { format!("{value:.1}") }
}

#[cfg(test)]
mod tests {
    use super::{ceiling, written};

    #[test]
    fn a_scale_ends_on_a_round_figure() {
        for (value, top) in
            [(0.0, 1.0), (1.0, 1.0), (7.0, 8.0), (12.0, 15.0), (71.0, 80.0), (320.0, 400.0), (1000.0, 1000.0)]
        {
            assert!((ceiling(value) - top).abs() < 1e-9, "{value}: {}", ceiling(value));
        }
    }

    #[test]
    fn whole_figures_have_no_fraction() {
        assert_eq!((written(12.0).as_str(), written(4.25).as_str()), ("12", "4.2"));
    }
}
