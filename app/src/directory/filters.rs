//! The filters beside the list: a plain form, so that they work without wasm, sent by itself where there is some.

use super::meeting;
use crate::path;
use crate::ui::*;
use domain::directory::{Browsed, Facet, Filter, shown};
use domain::person::Meeting;
use domain::text::directory as words;
use leptos::ev::Event;
use leptos::prelude::*;
use leptos::web_sys::HtmlInputElement;
use leptos_router::params::ParamsMap;

/// Reads the filters from the address.
pub(super) fn read(query: &ParamsMap) -> Filter {
    let all = |name: &str| query.get_all(name).unwrap_or_default();
    Filter {
        words: query.get("q").unwrap_or_default(),
        skills: all("skill"),
        languages: all("speaks"),
        meeting: query.get("meets").and_then(|meeting| meeting.parse().ok()),
        free: query.get("free").is_some(),
        page: query.get("page").and_then(|page| page.parse().ok()).unwrap_or(1),
    }
}

/// The address of the directory with `filter`.
pub(super) fn address(slug: &str, filter: &Filter) -> String {
    let mut query = ParamsMap::new();
    let mut add = |name: &'static str, value: &str| query.insert(name, value.to_owned());
    if !filter.words.is_empty() {
        add("q", &filter.words);
    }
    filter.skills.iter().for_each(|skill| add("skill", skill));
    filter.languages.iter().for_each(|language| add("speaks", language));
    if let Some(meeting) = filter.meeting {
        add("meets", meeting.as_str());
    }
    if filter.free {
        add("free", "true");
    }
    if filter.page > 1 {
        add("page", &filter.page.to_string());
    }
    format!("{}{}", path::directory(slug), query.to_query_string())
}

/// The chosen filters, each with a way to take it off.
#[component]
pub(super) fn Chosen(slug: String, filter: Filter) -> impl IntoView {
    let without = |change: &dyn Fn(&mut Filter)| {
        let mut filter = Filter { page: 1, ..filter.clone() };
        change(&mut filter);
        address(&slug, &filter)
    };
    let mut chips = vec![];
    for skill in &filter.skills {
        chips.push((shown(skill), without(&|filter| filter.skills.retain(|own| own != skill))));
    }
    for language in &filter.languages {
        chips.push((shown(language), without(&|filter| filter.languages.retain(|own| own != language))));
    }
    if let Some(how) = filter.meeting {
        chips.push((meeting(how).to_owned(), without(&|filter| filter.meeting = None)));
    }
    if filter.free {
        chips.push((words::only_free().to_owned(), without(&|filter| filter.free = false)));
    }
    let chips = chips.into_iter().map(|(label, href)| view! { <Chip label href /> }).collect_view();
    view! { <Cluster gap=Gap::Tight>{chips}</Cluster> }
}

/// Checkboxes with how many mentors each would leave.
#[component]
pub(super) fn Filters(browsed: Browsed, filter: Filter) -> impl IntoView {
    let send = |event: Event| {
        if let Some(form) = event_target::<HtmlInputElement>(&event).form() {
            // A form that the browser finds wrong stays as it is and says why.
            let _ = form.request_submit();
        }
    };
    let group =
        move |legend: &'static str, name: &'static str, facets: Vec<Facet>, label: fn(&str) -> String| {
            let boxes = facets
                .into_iter()
                .map(|facet| {
                    view! {
                        <label class="checkbox filter">
                            <input
                                class="checkbox__box"
                                type="checkbox"
                                name=name
                                value=facet.value.clone()
                                checked=facet.chosen
                                prop:checked=facet.chosen
                                on:change=send
                            />
                            <span class="checkbox__words">{label(&facet.value)}</span>
                            <span class="checkbox__count">{facet.count}</span>
                        </label>
                    }
                })
                .collect_view();
            view! {
                <fieldset class="filters__group">
                    <legend>{legend}</legend>
                    {boxes}
                </fieldset>
            }
        };
    let free = Facet { value: "true".to_owned(), count: browsed.free, chosen: filter.free };
    let how = |value: &str| value.parse::<Meeting>().map(meeting).unwrap_or_default().to_owned();
    view! {
        <div class="filters">
            {group(words::can_help_with(), "skill", browsed.skills, shown)}
            {group(words::meets(), "meets", browsed.meetings, how)}
            {group(words::speaks(), "speaks", browsed.languages, shown)}
            {group(words::places(), "free", vec![free], |_| words::only_free().to_owned())}
            <button class="button" type="submit">
                {words::apply()}
            </button>
        </div>
    }
}
