//! Colours, type and pictures.

use crate::ui::*;
use domain::text::design as words;
use leptos::prelude::*;

/// The roles that are worth seeing beside each other.
const ROLES: [&str; 22] = [
    "page",
    "nav",
    "card",
    "well",
    "raised",
    "hover",
    "neutral-soft",
    "accent",
    "danger",
    "good-soft",
    "warn-soft",
    "bad-soft",
    "info-soft",
    "good-fill",
    "warn-fill",
    "bad-fill",
    "info-fill",
    "chart-1",
    "chart-2",
    "chart-3",
    "chart-4",
    "chart-5",
];

#[component]
pub(super) fn Foundations() -> impl IntoView {
    let swatches = ROLES
        .map(|role| {
            view! {
                <li class="swatch">
                    <span class="swatch__ground" data-role=role></span>
                    <code>{role}</code>
                </li>
            }
        })
        .collect_view();
    let icons = Glyph::ALL
        .iter()
        .map(|&glyph| {
            view! {
                <li class="swatch">
                    <Icon glyph size=Size::Large />
                    <code>{glyph.name()}</code>
                </li>
            }
        })
        .collect_view();
    view! {
        <Section title=words::foundations() id="foundations">
            <ul class="swatches">{swatches}</ul>
            <div class="read">
                <h2>{words::sample_heading()}</h2>
                <h3>{words::sample_heading()}</h3>
                <h4>{words::sample_heading()}</h4>
                <p>{words::sample_heading()} " " {words::sample_text()}</p>
                <p class="muted small">{words::sample_text()}</p>
            </div>
            <Disclosure summary=words::icons(Glyph::ALL.len())>
                <ul class="swatches">{icons}</ul>
            </Disclosure>
        </Section>
    }
}
