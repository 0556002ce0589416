//! Find a mentor.

use super::api::load_directory;
use super::filters::{Chosen, Filters, address, read};
use super::fit::{Fit, places};
use super::skill;
use super::wishes::{WishMark, Wishes};
use crate::load::Load;
use crate::path;
use crate::ui::*;
use crate::wire::load;
use domain::choice::Wish;
use domain::directory::{Card as Mentor, DirectoryPage as Loaded, Filter};
use domain::text::directory as words;
use leptos::prelude::*;
use leptos_router::components::Form as SearchForm;
use leptos_router::hooks::{use_params_map, use_query_map};

/// The mentors of a programme: search, filters, and how well each fits.
#[component]
pub fn DirectoryPage() -> impl IntoView {
    let (params, query) = (use_params_map(), use_query_map());
    let asked = move || (params.with(|params| params.get("programme").unwrap_or_default()), query.with(read));
    let loaded = load(asked, |(slug, filter)| load_directory(slug, filter));
    view! { <Load resource=loaded view=|page: Loaded| show(page).into_any() /> }
}

fn show(page: Loaded) -> impl IntoView {
    let Loaded { name, slug, fitted, wishes, filter, browsed } = page;
    let kept = wishes.map(RwSignal::new);
    if browsed.all == 0 {
        return view! {
            <Page title=words::title() kicker=name>
                <EmptyState title=words::none_title() why=words::none() />
            </Page>
        }
        .into_any();
    }
    let lead = match browsed.all {
        1 => words::lead_one(browsed.all_free),
        all => words::lead(all, browsed.all_free),
    };
    let found = match browsed.found {
        1 => words::found_one().to_owned(),
        count => words::found(count),
    };
    let cards = browsed.cards.iter().map(|mentor| card(&slug, mentor, kept)).collect_view();
    let wishes = kept.map(|kept| view! { <Wishes slug=slug.clone() kept /> });
    let nothing = browsed.found == 0;
    let sorted = if fitted { words::sorted_by_fit() } else { words::sorted_by_name() };
    let (clear, base) = (path::directory(&slug), filter.clone());
    let (home, at) = (slug.clone(), (browsed.page, browsed.pages));
    let href = Callback::new(move |page: u32| address(&home, &Filter { page, ..base.clone() }));
    let aside = {
        let (filter, browsed) = (filter.clone(), browsed.clone());
        move || view! { <Filters browsed filter /> }
    };
    let typed = filter.words.clone();
    view! {
        <Page title=words::title() lead kicker=name>
            {wishes}
            <SearchForm method="get" action="" attr:class="directory">
                <div class="directory__search">
                    <SearchBox name="q" label=words::search_label() value=typed count=found.clone() />
                    <Button submit=true icon=Glyph::Search>
                        {words::search()}
                    </Button>
                </div>
                <Split aside aside_first=true>
                    <Stack>
                        <Cluster between=true>
                            <Chosen slug=slug.clone() filter=filter.clone() />
                            <span class="directory__sorted">{sorted}</span>
                        </Cluster>
                        {nothing
                            .then(|| {
                                let actions = move || {
                                    view! {
                                        <ButtonLink href=clear look=Look::Primary>
                                            {words::clear()}
                                        </ButtonLink>
                                    }
                                };
                                view! {
                                    <EmptyState title=words::nothing_found_title() why=words::nothing_found() actions />
                                }
                            })} <ul class="mentors" role="list">
                            {cards}
                        </ul> <Pagination page=at.0 pages=at.1 what=found href />
                    </Stack>
                </Split>
            </SearchForm>
        </Page>
    }
    .into_any()
}

fn card(slug: &str, mentor: &Mentor, kept: Option<RwSignal<Vec<Wish>>>) -> impl IntoView + use<> {
    let href = path::mentor(slug, mentor.id);
    let person = mentor.person.clone();
    let does = [person.does.clone(), mentor.location.clone()];
    let does: Vec<String> = does.into_iter().filter(|part| !part.is_empty()).collect();
    let skills =
        mentor.skills.iter().take(6).map(skill).map(|skill| view! { <li><Badge>{skill}</Badge></li> });
    let skills = skills.collect_view();
    let biography = mentor.biography.clone();
    let places = places(mentor);
    let id = mentor.id;
    let mark = kept.map(|kept| view! { <WishMark mentor=id kept /> });
    view! {
        <li class="card mentor" data-link=true>
            <Avatar name=person.name.clone() seed=person.id.to_string() size=AvatarSize::Large />
            <div class="mentor__words">
                <h2>
                    <a class="card__link" href=href dir="auto">
                        {person.name}
                    </a>
                </h2>
                <p class="mentor__does" dir="auto">{does.join(" · ")}</p>
                {(!biography.is_empty()).then(|| view! { <p class="mentor__says" dir="auto">{biography}</p> })}
                <ul class="mentor__skills" role="list">{skills}</ul>
            </div>
            <div class="mentor__fit">
                <Fit mentor=mentor.clone() most=2 />
                {mark}
                <p class="mentor__places">{places}</p>
            </div>
        </li>
    }
}
