//! The phases of a programme in time: one bar a phase, and where today is.

use crate::ui::*;
use domain::Date;
use domain::calendar::long_date;
use domain::programme::phase::{Phase, When, span};
use domain::text::programme as words;
use leptos::prelude::*;

/// How wide the picture is in its own units.
const WIDTH: i64 = 1000;

/// The timeline. Each phase says its days in words; the picture is only beside them.
#[component]
pub(crate) fn Timeline(phases: Vec<Phase>, today: Date) -> impl IntoView {
    let Some((first, last)) = span(&phases) else {
        return view! { <p>{words::page_no_dates()}</p> }.into_any();
    };
    let days = (last - first).num_days() + 1;
    let at = move |date: Date| (date - first).num_days() * WIDTH / days.max(1);
    let now = (first..=last).contains(&today).then(|| at(today));
    let rows = phases
        .into_iter()
        .map(|phase| {
            let (from, to) = (at(phase.starts), at(phase.ends) + WIDTH / days.max(1));
            let (word, tone) = match phase.when(today) {
                When::Past => (words::phase_past(), Tone::Neutral),
                When::Now => (words::phase_now(), Tone::Good),
                When::Ahead => (words::phase_ahead(), Tone::Info),
            };
            let when = match phase.when(today) {
                When::Past => "past",
                When::Now => "now",
                When::Ahead => "ahead",
            };
            view! {
                <li class="timeline__phase" data-when=when>
                    <p class="timeline__words">
                        <strong>{phase.kind.title()}</strong>
                        <span>{words::page_span(long_date(phase.starts), long_date(phase.ends))}</span>
                        <Badge tone>{word}</Badge>
                    </p>
                    <svg class="timeline__picture" viewBox=format!("0 0 {WIDTH} 20") preserveAspectRatio="none" aria-hidden="true">
                        <rect class="timeline__track" x="0" y="7" width=WIDTH height="6" />
                        <rect class="timeline__bar" x=from y="4" width=(to - from).max(8) height="12" />
                        {now.map(|now| view! { <line class="timeline__today" x1=now x2=now y1="0" y2="20" /> })}
                    </svg>
                </li>
            }
        })
        .collect_view();
    view! { <ol class="timeline" role="list" aria-label=words::timeline_label()>{rows}</ol> }.into_any()
}
