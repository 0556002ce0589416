//! The shape of what is coming.

use domain::text::ui as words;
use leptos::prelude::*;

/// What the content will look like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SkeletonShape {
    /// Text.
    #[default]
    Lines,
    /// A grid of cards.
    Cards,
    /// People one below the other.
    Rows,
    /// Large figures.
    Figures,
}

/// Stands in the place and shape of content that is being fetched.
#[component]
pub fn Skeleton(
    #[prop(optional)] shape: SkeletonShape,
    #[prop(default = 3)] count: usize,
    /// What is being fetched; else "Loading".
    #[prop(optional, into)]
    label: Option<String>,
) -> impl IntoView {
    let (name, face, lines) = match shape {
        SkeletonShape::Lines => ("lines", false, 1),
        SkeletonShape::Cards => ("cards", true, 3),
        SkeletonShape::Rows => ("rows", true, 2),
        SkeletonShape::Figures => ("figures", false, 3),
    };
    let blocks = (0..count)
        .map(|_| {
            view! {
                <div class="skeleton__block">
                    {face.then(|| view! { <span class="skeleton__face"></span> })}
                    <span class="skeleton__lines">
                        {(0..lines).map(|_| view! { <span class="skeleton__line"></span> }).collect_view()}
                    </span>
                </div>
            }
        })
        .collect_view();
    view! {
        <div role="status">
            <span class="unseen">{label.unwrap_or_else(|| words::loading().to_owned())}</span>
            <div class="skeleton" data-shape=name aria-hidden="true">
                {blocks}
            </div>
        </div>
    }
}
