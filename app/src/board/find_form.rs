//! Search, filters and order: one plain form for reading, which acts while one types where there is script.

use super::board_page::Links;
use super::desk::Desk;
use super::find::Find;
use super::tools::Tuck;
use crate::ui::*;
use domain::board::{BoardQuery, By, Facet, Filter, Has, Sort, TraySort, Waits};
use domain::directory::shown;
use domain::text::board as words;
use leptos::prelude::*;

#[component]
pub(super) fn FindForm() -> impl IntoView {
    let find = expect_context::<Find>();
    let first = find.query.get_untracked();
    let left = move || {
        let found = find.left.get();
        found.map(|(mentors, waiting)| words::found(words::mentors_counted(mentors as usize), waiting))
    };
    let sorts = Sort::ALL.iter().map(|by| Choice::new(by.as_str(), sort_title(*by))).collect::<Vec<_>>();
    let orders = TraySort::ALL.iter().map(|by| Choice::new(by.as_str(), tray_title(*by))).collect::<Vec<_>>();
    let kept = move || find.query.with(|query| query.density.map(|density| density.as_str()));
    view! {
        <form class="board__find" method="get" on:submit=move |event| event.prevent_default()>
            <div class="board__seek">
                <SearchBox
                    name="q"
                    label=words::find()
                    value=first.words
                    count=Signal::derive(left)
                    on_input=Callback::new(move |typed| find.change(|query| query.words = typed))
                />
                <Tuck id="board-order" label=words::find_tools() glyph=Glyph::Filter>
                    <Select
                        name="sort"
                        label=words::sort()
                        options=sorts
                        value=first.sort.as_str()
                        short=true
                        on_change=Callback::new(move |word: String| {
                            find.change(|query| query.sort = word.parse().unwrap_or_default());
                        })
                    />
                    <Select
                        name="order"
                        label=words::tray_sort()
                        options=orders
                        value=first.tray_sort.as_str()
                        short=true
                        on_change=Callback::new(move |word: String| {
                            find.change(|query| query.tray_sort = word.parse().unwrap_or_default());
                        })
                    />
                    <Button submit=true>{words::show()}</Button>
                    <Filters />
                </Tuck>
            </div>
            <On />
            {move || kept().map(|density| view! { <input type="hidden" name="density" value=density /> })}
        </form>
    }
}

fn sort_title(by: Sort) -> &'static str {
    match by {
        Sort::Name => words::sort_name(),
        Sort::Places => words::sort_places(),
        Sort::Fit => words::sort_fit(),
        Sort::Team => words::sort_team(),
    }
}

fn tray_title(by: TraySort) -> &'static str {
    match by {
        TraySort::Waiting => words::tray_sort_waiting(),
        TraySort::Name => words::tray_sort_name(),
        TraySort::Hardest => words::tray_sort_hardest(),
        TraySort::Wish => words::tray_sort_wish(),
        TraySort::Team => words::tray_sort_team(),
    }
}

/// What can be chosen, with how many of either side each would leave.
#[component]
fn Filters() -> impl IntoView {
    let find = expect_context::<Find>();
    let summary = move || match find.query.with(|query| query.filters.len()) {
        0 => words::filter().to_owned(),
        count => words::filter_on(count),
    };
    view! {
        <details class="disclosure board-filter" on:toggle=move |event| find.open.set(is_open(&event))>
            <summary>
                <Icon glyph=Glyph::Filter size=Size::Small />
                {summary}
            </summary>
            <div class="disclosure__body board-filter__kinds">
                <p>{words::filter_lead()}</p>
                {By::ALL.iter().map(|by| view! { <Kind by=*by /> }).collect_view()}
            </div>
        </details>
    }
}

fn is_open(event: &leptos::ev::Event) -> bool {
    event_target::<leptos::web_sys::Element>(event).has_attribute("open")
}

#[component]
fn Kind(by: By) -> impl IntoView {
    let find = expect_context::<Find>();
    let facets = Memo::new(move |_| {
        let of =
            |facets: &domain::board::Facets| facets.iter().find(|one| one.0 == by).map(|one| one.1.clone());
        find.facets.with(of).unwrap_or_default()
    });
    let values = move || facets.with(|all| all.iter().map(|one| one.value.clone()).collect::<Vec<_>>());
    let one = move |value: String| {
        let (name, same) = (label(by, &value), value.clone());
        let count = Memo::new(move |_| {
            facets.with(|all| all.iter().find(|one| one.value == same).map(|one| counted(by, one)))
        });
        let filter = StoredValue::new(Filter { by, value: value.clone() });
        let on = move || filter.with_value(|filter| find.query.with(|query| query.filters.contains(filter)));
        let first = untrack(on);
        view! {
            <label class="checkbox">
                <input
                    class="checkbox__box"
                    type="checkbox"
                    name=by.as_str()
                    value=value
                    checked=first
                    prop:checked=on
                    on:change=move |_| find.change(|query| query.toggle(filter.get_value()))
                />
                <span class="checkbox__words" dir="auto">
                    {name}
                </span>
                <span class="checkbox__count">
                    <span aria-hidden="true">{move || count.get().map(|count| count.0)}</span>
                    <span class="unseen">{move || count.get().map(|count| count.1)}</span>
                </span>
            </label>
        }
    };
    view! {
        <Show when=move || facets.with(|all| !all.is_empty())>
            <fieldset class="filters__group">
                <legend>{kind(by)}</legend>
                <For each=values key=Clone::clone let(value)>
                    {one(value)}
                </For>
            </fieldset>
        </Show>
    }
}

/// The filters that are on, each with a way to take it off.
#[component]
fn On() -> impl IntoView {
    let find = expect_context::<Find>();
    let desk = expect_context::<Desk>();
    let links = expect_context::<StoredValue<Links>>();
    let to = move |change: &dyn Fn(&mut BoardQuery)| {
        let mut query = BoardQuery { page: 1, tray_page: 1, ..find.query.get_untracked() };
        change(&mut query);
        links.with_value(|links| links.to(&query, None))
    };
    // A link without script and before the whole board is here; with all of it, the page changes at once.
    let chip = move |filter: Filter| {
        let name = label(filter.by, &filter.value);
        let href = to(&|query| query.filters.retain(|one| *one != filter));
        view! {
            <Chip
                label=name
                href
                on:click=move |event| {
                    if desk.whole.get_untracked() {
                        event.prevent_default();
                        find.change(|query| query.filters.retain(|one| *one != filter));
                    }
                }
            />
        }
    };
    let clear = move || {
        let href = to(&|query| query.filters.clear());
        view! {
            <a
                class="button"
                data-look="quiet"
                data-size="small"
                href=href
                on:click=move |event| {
                    if desk.whole.get_untracked() {
                        event.prevent_default();
                        find.change(|query| query.filters.clear());
                    }
                }
            >
                {words::filter_clear()}
            </a>
        }
    };
    move || {
        let on = find.query.with(|query| query.filters.clone());
        (!on.is_empty()).then(|| {
            view! {
                <div class="board-filter__on" role="group" aria-label=words::filters_on()>
                    {on.into_iter().map(chip).collect_view()}
                    {clear()}
                </div>
            }
        })
    }
}

fn kind(by: By) -> &'static str {
    match by {
        By::Skill => words::filter_skill(),
        By::Team => words::filter_team(),
        By::Language => words::filter_language(),
        By::Meets => words::filter_meets(),
        By::Has => words::filter_has(),
        By::Waits => words::filter_waits(),
    }
}

fn label(by: By, value: &str) -> String {
    let state = match by {
        By::Has => value.parse().ok().map(has),
        By::Waits => value.parse().ok().map(waits),
        By::Meets => value.parse().ok().map(crate::directory::meeting),
        By::Skill | By::Team | By::Language => None,
    };
    state.map_or_else(|| shown(value), str::to_owned)
}

fn has(state: Has) -> &'static str {
    match state {
        Has::Free => words::has_free(),
        Has::Full => words::has_full(),
        Has::Broken => words::has_broken(),
        Has::Low => words::has_low(),
        Has::Pinned => words::has_pinned(),
        Has::Proposed => words::has_proposed(),
        Has::AtWork => words::has_at_work(),
    }
}

fn waits(state: Waits) -> &'static str {
    match state {
        Waits::Impossible => words::waits_impossible(),
        Waits::Possible => words::waits_possible(),
        Waits::Declined => words::waits_declined(),
        Waits::Unanswered => words::waits_unanswered(),
    }
}

/// How many each side has, in figures and in words.
fn counted(by: By, facet: &Facet) -> (String, String) {
    let (mentors, mentees) = (facet.mentors, facet.mentees);
    let (theirs, waiting) = (words::mentors_counted(mentors as usize), words::mentees(mentees));
    match by {
        By::Has => (mentors.to_string(), theirs),
        By::Waits => (mentees.to_string(), waiting),
        _ => (format!("{mentors} · {mentees}"), words::filter_counts(theirs, waiting)),
    }
}
