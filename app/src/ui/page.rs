//! A page answers one question, named in its heading.

use super::card::heading;
use super::{Breadcrumb, Crumb};
use leptos::children::ViewFnOnce;
use leptos::prelude::*;
use leptos_meta::Title;

/// How wide a page is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PageWidth {
    /// A text to read.
    Read,
    /// A form to fill in.
    Form,
    /// Everything else.
    #[default]
    Normal,
    /// A table that needs the room.
    Full,
    /// The board: to the edges, and its own head.
    Bleed,
}

impl PageWidth {
    const fn attribute(self) -> Option<&'static str> {
        match self {
            PageWidth::Read => Some("read"),
            PageWidth::Form => Some("form"),
            PageWidth::Normal => None,
            PageWidth::Full => Some("full"),
            PageWidth::Bleed => Some("bleed"),
        }
    }
}

/// The page: its one `<h1>`, what it is about in a line, its actions, and the title of the document.
#[component]
pub fn Page(
    #[prop(into)] title: String,
    #[prop(optional, into)] lead: Option<String>,
    /// A short line above the heading: "Women in Tech 26 · week 7 of 24".
    #[prop(optional, into)]
    kicker: Option<String>,
    /// The pages above this one.
    #[prop(optional)]
    crumbs: Vec<Crumb>,
    #[prop(optional, into)] actions: Option<ViewFnOnce>,
    #[prop(optional)] width: PageWidth,
    children: Children,
) -> impl IntoView {
    view! {
        <Title text=title.clone() />
        <div class="page" data-width=width.attribute()>
            <header class="page__head">
                <div class="page__words">
                    {(!crumbs.is_empty()).then(|| view! { <Breadcrumb crumbs /> })}
                    {kicker.map(|kicker| view! { <p class="page__kicker">{kicker}</p> })}
                    <h1>{title}</h1>
                    {lead.map(|lead| view! { <p class="page__lead">{lead}</p> })}
                </div>
                {actions.map(|actions| view! { <div class="page__actions">{actions.run()}</div> })}
            </header>
            {children()}
        </div>
    }
}

/// A titled part of a page.
#[component]
pub fn Section(
    #[prop(into)] title: String,
    #[prop(optional, into)] lead: Option<String>,
    /// To link to; also names the part for assistive technology.
    #[prop(optional, into)]
    id: Option<String>,
    #[prop(default = 2)] level: u8,
    #[prop(optional, into)] actions: Option<ViewFnOnce>,
    children: Children,
) -> impl IntoView {
    let title_id = id.as_ref().map(|id| format!("{id}-title"));
    let labelled_by = title_id.clone();
    view! {
        <section class="section" id=id aria-labelledby=labelled_by>
            <header class="section__head">
                <div>
                    {heading(level, title_id, title.into_any())}
                    {lead.map(|lead| view! { <p class="section__lead">{lead}</p> })}
                </div>
                {actions.map(|actions| view! { <div class="section__actions">{actions.run()}</div> })}
            </header>
            {children()}
        </section>
    }
}
