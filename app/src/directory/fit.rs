//! How well a mentor fits, and how many places they have.

use crate::ui::*;
use domain::directory::{Card as Mentor, Match};
use domain::text::directory as words;
use leptos::prelude::*;

/// The fit with its strongest reasons, or why there can be none; nothing where nobody is to be fitted.
#[component]
pub(super) fn Fit(
    mentor: Mentor,
    /// So many reasons.
    most: usize,
) -> impl IntoView {
    let name = mentor.person.name.clone();
    match mentor.fit {
        Some(Match::Fits { percent, reasons }) => {
            let reasons =
                reasons.into_iter().take(most).map(|reason| view! { <li>{reason}</li> }).collect_view();
            view! {
                <div class="fit">
                    <Meter label=words::fit_of(&name) value=Signal::stored(percent) label_hidden=true large=true />
                    <p class="fit__words">{words::fit_with_you()}</p>
                    <ul class="fit__reasons">{reasons}</ul>
                </div>
            }
            .into_any()
        }
        Some(Match::Cannot { why }) => view! {
            <div class="fit">
                <Badge tone=Tone::Warn>{words::cannot()}</Badge>
                <p class="fit__words">{why}</p>
            </div>
        }
        .into_any(),
        None => ().into_any(),
    }
}

/// "1 of 3 places free".
pub(super) fn places(mentor: &Mentor) -> String {
    match mentor.free {
        0 => words::full().to_owned(),
        free => words::free_of(free, mentor.places),
    }
}
