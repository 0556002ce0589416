//! Rows and columns.

use super::{Glyph, Icon, Size};
use leptos::prelude::*;

/// A table. Where it is too wide it scrolls in its own region, which the keyboard reaches; with `stack` each row
/// becomes a card on a phone, each cell led by its `label`.
#[component]
pub fn DataTable(
    /// What the table shows and how many: "148 mentees, longest waiting first".
    #[prop(into)]
    caption: String,
    /// Leaves the caption to assistive technology, where a heading says the same.
    #[prop(optional)]
    caption_hidden: bool,
    #[prop(optional)] stack: bool,
    children: Children,
) -> impl IntoView {
    let name = caption.clone();
    view! {
        <div class="table" role="group" tabindex="0" aria-label=name data-stack=stack>
            <table>
                <caption class:unseen=caption_hidden>{caption}</caption>
                {children()}
            </table>
        </div>
    }
}

/// How a column is sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sorted {
    /// It can be, and is not.
    #[default]
    Not,
    /// Smallest or first letter first.
    Up,
    /// Largest or last letter first.
    Down,
}

/// The head of a column. With `href` it sorts.
#[component]
pub fn ColumnHead(
    #[prop(into)] label: String,
    /// Aligned with its figures.
    #[prop(optional)]
    numeric: bool,
    #[prop(optional)] sorted: Sorted,
    /// The same page, sorted by this column.
    #[prop(optional, into)]
    href: Option<String>,
    /// For a column of boxes or buttons: the label is only read out.
    #[prop(optional)]
    hidden: bool,
) -> impl IntoView {
    let sort = match (&href, sorted) {
        (None, _) => None,
        (_, Sorted::Not) => Some("none"),
        (_, Sorted::Up) => Some("ascending"),
        (_, Sorted::Down) => Some("descending"),
    };
    let glyph = match sorted {
        Sorted::Not => None,
        Sorted::Up => Some(Glyph::ArrowUp),
        Sorted::Down => Some(Glyph::ArrowDown),
    };
    view! {
        <th scope="col" data-numeric=numeric aria-sort=sort>
            {match href {
                Some(href) => {
                    view! {
                        <a href=href>
                            {label} {glyph.map(|glyph| view! { <Icon glyph size=Size::Small /> })}
                        </a>
                    }
                        .into_any()
                }
                None if hidden => view! { <span class="unseen">{label}</span> }.into_any(),
                None => label.into_any(),
            }}
        </th>
    }
}

/// The cell that names its row.
#[component]
pub fn RowHead(children: Children) -> impl IntoView {
    view! { <th scope="row">{children()}</th> }
}

/// A cell. `label` leads it on a phone, where the table stacks.
#[component]
pub fn Cell(
    #[prop(optional, into)] label: Option<String>,
    #[prop(optional)] numeric: bool,
    children: Children,
) -> impl IntoView {
    view! {
        <td data-label=label data-numeric=numeric>
            {children()}
        </td>
    }
}
