//! On through a long list.

use super::{Glyph, Icon};
use domain::text::ui as words;
use leptos::prelude::*;

/// Links to the pages of a list. Nothing where there is only one.
#[component]
pub fn Pagination(
    /// The page shown, from 1.
    page: u32,
    pages: u32,
    /// What is listed and which of it: "31 to 60 of 148 mentees".
    #[prop(into)]
    what: String,
    /// The address of a page.
    #[prop(into)]
    href: Callback<u32, String>,
    /// Tells it from others on the page.
    #[prop(optional, into)]
    label: Option<String>,
) -> impl IntoView {
    let step = move |to: u32, there: bool, glyph: Glyph, name: &'static str| {
        there.then(|| {
            view! {
                <li>
                    <a href=href.run(to) aria-label=name rel=if to < page { "prev" } else { "next" }>
                        <Icon glyph />
                    </a>
                </li>
            }
        })
    };
    let links = shown(page, pages)
        .into_iter()
        .map(|shown| match shown {
            Some(to) => view! {
                <li>
                    <a href=href.run(to) aria-label=words::page(to) aria-current=(to == page).then_some("page")>
                        {to}
                    </a>
                </li>
            }
            .into_any(),
            None => view! {
                <li>
                    <span>"…"</span>
                </li>
            }
            .into_any(),
        })
        .collect_view();
    let label = label.unwrap_or_else(|| words::pages().to_owned());
    (pages > 1).then(|| {
        view! {
            <nav class="pagination" aria-label=label>
                <p>{what}</p>
                <ul class="pagination__pages">
                    {step(page.saturating_sub(1), page > 1, Glyph::ChevronLeft, words::previous_page())} {links}
                    {step(page + 1, page < pages, Glyph::ChevronRight, words::next_page())}
                </ul>
            </nav>
        }
    })
}

/// The pages that get a link: the first, the last, and those around the one shown. `None` is a gap.
fn shown(page: u32, pages: u32) -> Vec<Option<u32>> {
    let mut out = Vec::new();
    let mut last = 0;
    for candidate in 1..=pages {
        if candidate == 1 || candidate == pages || candidate.abs_diff(page) <= 1 || pages <= 7 {
            match candidate - last {
                0 | 1 => {}
                2 => out.push(Some(candidate - 1)),
                _ => out.push(None),
            }
            out.push(Some(candidate));
            last = candidate;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn gaps_are_never_for_one_page() {
        let flat =
            |page, pages| shown(page, pages).into_iter().map(|page| page.unwrap_or(0)).collect::<Vec<_>>();
        assert_eq!(flat(1, 3), [1, 2, 3]);
        assert_eq!(flat(1, 20), [1, 2, 0, 20]);
        assert_eq!(flat(4, 20), [1, 2, 3, 4, 5, 0, 20]);
        assert_eq!(flat(10, 20), [1, 0, 9, 10, 11, 0, 20]);
        assert_eq!(flat(20, 20), [1, 0, 19, 20]);
        assert_eq!(flat(1, 0), [0; 0]);
    }
}
