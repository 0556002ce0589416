//! A mentorship as a vine on its trellis.

use domain::text::ui as words;
use leptos::prelude::*;

/// The places that the vine passes, from the root; it winds round the upright bars.
const WAY: [(f64, f64); 10] = [
    (18.0, 150.0),
    (28.0, 122.0),
    (52.0, 108.0),
    (64.0, 84.0),
    (86.0, 66.0),
    (124.0, 60.0),
    (150.0, 44.0),
    (178.0, 34.0),
    (214.0, 32.0),
    (244.0, 20.0),
];

/// Points on each stretch between two places.
const FINE: usize = 7;

/// A lattice on which a vine has grown as far as the work has: leaves for what is done, dots for what is ahead.
#[component]
pub fn Growth(
    /// What grows: "Steps of your action plan".
    #[prop(into)]
    label: String,
    #[prop(into)] done: Signal<u32>,
    #[prop(into)] of: Signal<u32>,
    /// Words below the lattice, from the beginning to where it leads: "agreement", "3 meetings", "midpoint".
    #[prop(optional)]
    marks: Vec<String>,
) -> impl IntoView {
    let grown = move || match of.get() {
        0 => 0,
        of => (done.get().min(of) as usize * (STEPS - 1)) / of as usize,
    };
    let name = move || format!("{label}: {}", words::done_of(done.get(), of.get()));
    let leaves = move || leaves(grown()).collect_view();
    view! {
        <figure class="growth">
            <svg class="growth__picture" viewBox="0 0 280 160" role="img" aria-label=name>
                <path class="growth__bars" d=BARS />
                <path class="growth__ahead" d=move || path(grown(), STEPS - 1) />
                <path class="growth__vine" d=move || path(0, grown()) />
                {leaves}
            </svg>
            {(!marks.is_empty())
                .then(|| {
                    view! {
                        <figcaption class="growth__marks">
                            {marks.into_iter().map(|mark| view! { <span>{mark}</span> }).collect_view()}
                        </figcaption>
                    }
                })}
        </figure>
    }
}

/// Seven uprights and four bars.
const BARS: &str =
    "M18 8V152M62 8V152M106 8V152M150 8V152M194 8V152M238 8V152M6 24H274M6 62H274M6 100H274M6 138H274";

/// How many points the whole vine has.
const STEPS: usize = (WAY.len() - 1) * FINE + 1;

/// A point on the vine: a Catmull-Rom curve through [`WAY`].
fn point(step: usize) -> (f64, f64) {
    let stretch = (step / FINE).min(WAY.len() - 2);
    #[expect(clippy::cast_precision_loss, reason = "a few points on a stretch")]
    let t = (step - stretch * FINE) as f64 / FINE as f64;
    let at = |offset: usize| WAY[(stretch + offset).saturating_sub(1).min(WAY.len() - 1)];
    let (a, b, c, d) = (at(0), at(1), at(2), at(3));
    let along = |a: f64, b: f64, c: f64, d: f64| {
        let bend = 2.0 * a - 5.0 * b + 4.0 * c - d;
        let turn = 3.0 * b - a - 3.0 * c + d;
        0.5 * (2.0 * b + t * (c - a + t * (bend + t * turn)))
    };
    (along(a.0, b.0, c.0, d.0), along(a.1, b.1, c.1, d.1))
}

fn path(from: usize, to: usize) -> String {
    (from..=to)
        .map(|step| {
            let (x, y) = point(step);
            format!("{}{x:.1} {y:.1}", if step == from { 'M' } else { 'L' })
        })
        .collect()
}

/// Pairs of leaves, by turns on either side, as far as the vine has grown.
fn leaves(grown: usize) -> impl Iterator<Item = impl IntoView> {
    (9..STEPS).step_by(6).take_while(move |&step| step <= grown).enumerate().map(|(index, step)| {
        let (x, y) = point(step);
        let turn = if index % 2 == 0 { 24 } else { -62 };
        view! {
            <path
                class="growth__leaf"
                d="M0 0C3 -7 11 -8 17 -3C12 3 5 4 0 0Z"
                transform=format!("translate({x:.1} {y:.1}) rotate({turn}) scale(1.15)")
            />
        }
    })
}

#[cfg(test)]
mod tests {
    use super::{STEPS, WAY, path, point};

    #[test]
    fn the_vine_passes_its_places() {
        for (index, place) in WAY.iter().enumerate() {
            let (x, y) = point(index * super::FINE);
            assert!((x - place.0).abs() < 1e-9 && (y - place.1).abs() < 1e-9);
        }
    }

    #[test]
    fn nothing_done_is_a_root() {
        assert_eq!(path(0, 0), "M18.0 150.0");
        assert!(path(0, STEPS - 1).ends_with("L244.0 20.0"));
    }
}
