//! How parts stand to each other.

use leptos::children::ViewFnOnce;
use leptos::prelude::*;

/// The space between things.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Gap {
    None,
    Tight,
    Snug,
    /// What the arrangement takes by itself.
    #[default]
    Normal,
    Loose,
    Wide,
}

impl Gap {
    const fn attribute(self) -> Option<&'static str> {
        match self {
            Gap::None => Some("none"),
            Gap::Tight => Some("tight"),
            Gap::Snug => Some("snug"),
            Gap::Normal => None,
            Gap::Loose => Some("loose"),
            Gap::Wide => Some("wide"),
        }
    }
}

/// A main column and, where there is room, an aside.
#[component]
pub fn Split(
    #[prop(into)] aside: ViewFnOnce,
    /// The aside stands first, as filters do.
    #[prop(optional)]
    aside_first: bool,
    children: Children,
) -> impl IntoView {
    let main = view! { <div class="split__main">{children()}</div> };
    let aside = view! { <div class="split__aside">{aside.run()}</div> };
    view! {
        <div class="split" data-aside-first=aside_first>
            {if aside_first { (aside.into_any(), main.into_any()) } else { (main.into_any(), aside.into_any()) }}
        </div>
    }
}

/// Cards, as many beside each other as fit; `narrow` for figures.
#[component]
pub fn CardGrid(#[prop(optional)] narrow: bool, children: Children) -> impl IntoView {
    view! {
        <div class="card-grid" data-narrow=narrow>
            {children()}
        </div>
    }
}

/// One below the other.
#[component]
pub fn Stack(#[prop(optional)] gap: Gap, children: Children) -> impl IntoView {
    view! {
        <div class="stack" data-gap=gap.attribute()>
            {children()}
        </div>
    }
}

/// Side by side, on to the next line where it is too narrow.
#[component]
pub fn Cluster(
    #[prop(optional)] gap: Gap,
    /// The first at the start, the last at the end.
    #[prop(optional)]
    between: bool,
    children: Children,
) -> impl IntoView {
    view! {
        <div class="cluster" data-gap=gap.attribute() data-between=between>
            {children()}
        </div>
    }
}

/// Search, filters and sorting above a list.
#[component]
pub fn Toolbar(#[prop(into)] label: String, children: Children) -> impl IntoView {
    view! {
        <div class="toolbar" role="group" aria-label=label>
            {children()}
        </div>
    }
}
