//! The people of a programme: search, filter, and what can be done with each enrolment.

use super::api::{SetParticipation, load_people};
use super::done;
use crate::form::{Form, FormAction};
use crate::load::Load;
use crate::path;
use crate::people::api::Invite;
use crate::people::{InviteAnswer, InviteForm};
use crate::ui::*;
use crate::wire::load;
use domain::Role;
use domain::programme::ParticipationState;
use domain::programme::view::{Participant, People, PeopleQuery};
use domain::text::{account, programme as words};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

/// How many skills a row names.
const SKILLS: usize = 3;

/// The page of a programme's people.
#[component]
pub fn ParticipantsPage() -> impl IntoView {
    let (params, asked) = (use_params_map(), use_query_map());
    let change = FormAction::<SetParticipation>::new();
    let invite = FormAction::<Invite>::new();
    let done = done(vec![(change.value().into(), change.version().into())]);
    let query = Memo::new(move |_| {
        asked.with(|asked| PeopleQuery {
            search: asked.get("search").unwrap_or_default(),
            role: asked.get("role").and_then(|word| word.parse().ok()),
            state: asked.get("state").and_then(|word| word.parse().ok()),
            page: asked.get("page").and_then(|page| page.parse().ok()).unwrap_or(1),
        })
    });
    let slug = Memo::new(move |_| params.with(|params| params.get("programme").unwrap_or_default()));
    let people = load(
        move || (slug.get(), query.get(), done.get(), invite.version().get()),
        |(slug, query, ..)| load_people(slug, query),
    );
    view! { <Load resource=people view=move |people| view! { <List people change invite /> }.into_any() /> }
}

#[component]
fn List(people: People, change: FormAction<SetParticipation>, invite: FormAction<Invite>) -> impl IntoView {
    let crumbs = vec![
        Crumb::new(words::list_title(), path::programmes()),
        Crumb::new(people.programme.clone(), path::programme(&people.slug)),
    ];
    let (may_edit, import) = (people.may_edit, path::import(&people.slug));
    let programme = people.slug.clone();
    let body = match (people.all, people.found) {
        (0, _) => {
            let import = import.clone();
            view! {
                <EmptyState
                    title=words::people_empty_title()
                    why=words::people_empty()
                    actions=move || may_edit.then(|| view! { <ImportLink href=import look=Look::Primary /> })
                />
            }
            .into_any()
        }
        (_, 0) => {
            view! { <Filters people=people.clone() /> <p role="status">{words::people_none_found()}</p> }
                .into_any()
        }
        _ => {
            let (from, to) = people.places();
            let what = words::people_showing(from, to, people.found);
            view! {
                <Filters people=people.clone() />
                <p role="status">{what}</p>
                <Table people=people.clone() change />
                <Pages people=people.clone() />
            }
            .into_any()
        }
    };
    view! {
        <Page
            title=words::people_title()
            lead=words::people_lead(words::enrolments(people.all))
            crumbs
            width=PageWidth::Full
            actions=move || may_edit.then(|| view! { <ImportLink href=import look=Look::Secondary /> })
        >
            <InviteAnswer />
            {body}
            {may_edit
                .then(|| view! {
                    <Section title=account::invite_title() lead=account::invite_lead() id="invite">
                        <InviteForm programme action=invite />
                    </Section>
                })}
        </Page>
    }
}

#[component]
fn ImportLink(href: String, look: Look) -> impl IntoView {
    view! { <ButtonLink href look icon=Glyph::Import>{words::page_import()}</ButtonLink> }
}

/// A form that only asks: it is part of the address, and works without script.
#[component]
fn Filters(people: People) -> impl IntoView {
    let query = people.query;
    let roles = [Role::Mentor, Role::Mentee].map(|role| Choice::new(role.as_str(), role.title())).to_vec();
    let states = ParticipationState::ALL
        .iter()
        .map(|state| Choice::new(state.as_str(), state.title()))
        .collect::<Vec<_>>();
    let filtered = !query.search.is_empty() || query.role.is_some() || query.state.is_some();
    let here = path::participants(&people.slug);
    view! {
        <leptos_router::components::Form method="GET" action=here.clone()>
            <Toolbar label=words::people_search()>
                <SearchBox name="search" label=words::people_search() value=query.search />
                <Select
                    name="role"
                    label=words::people_filter_role()
                    options=roles
                    value=query.role.map(|role| role.to_string()).unwrap_or_default()
                    empty_label=words::people_all_roles()
                    short=true
                />
                <Select
                    name="state"
                    label=words::people_filter_state()
                    options=states
                    value=query.state.map(|state| state.to_string()).unwrap_or_default()
                    empty_label=words::people_all_states()
                    short=true
                />
                <Button submit=true>{words::people_show()}</Button>
                {filtered.then(|| view! { <ButtonLink href=here look=Look::Quiet>{words::people_clear()}</ButtonLink> })}
            </Toolbar>
        </leptos_router::components::Form>
    }
}

#[component]
fn Table(people: People, change: FormAction<SetParticipation>) -> impl IntoView {
    let may_edit = people.may_edit;
    let slug = people.slug;
    let rows = people
        .rows
        .into_iter()
        .map(|row| view! { <OneParticipant slug=slug.clone() row change may_edit /> })
        .collect_view();
    view! {
        <div class="participants">
        <DataTable caption=words::people_title() caption_hidden=true stack=true>
            <thead>
                <tr>
                    <ColumnHead label=words::people_column_name() />
                    <ColumnHead label=words::people_column_role() />
                    <ColumnHead label=words::people_column_state() />
                    <ColumnHead label=words::people_column_team() />
                    <ColumnHead label=words::people_column_skills() />
                    <ColumnHead label=words::people_column_places() numeric=true />
                    {may_edit.then(|| view! { <ColumnHead label=words::people_column_change() /> })}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </DataTable>
        </div>
    }
}

#[component]
fn OneParticipant(
    slug: String,
    row: Participant,
    change: FormAction<SetParticipation>,
    may_edit: bool,
) -> impl IntoView {
    let tone = match row.state {
        ParticipationState::Approved | ParticipationState::Completed => Tone::Good,
        ParticipationState::Invited | ParticipationState::Applied => Tone::Info,
        ParticipationState::Paused => Tone::Warn,
        ParticipationState::Withdrawn => Tone::Neutral,
    };
    let (id, programme) = (row.participation.to_string(), slug.clone());
    let name = row.person.name.clone();
    let ways = row
        .ways
        .clone()
        .into_iter()
        .map(|way| {
            let label = words::people_change_named(way.title(), &name);
            view! {
                <Button
                    submit=true
                    size=Size::Small
                    look=Look::Quiet
                    name="change"
                    value=way.as_str()
                    attr:aria-label=label
                >
                    {way.title()}
                </Button>
            }
        })
        .collect_view();
    // One form with a button for each way: fifty rows are on a page, and a form costs more than a button.
    let form = may_edit.then(|| {
        view! {
            <Cell label=words::people_column_change()>
                <Form action=change name=id.clone()>
                    <input type="hidden" name="slug" value=slug />
                    <input type="hidden" name="participation" value=id />
                    <Cluster gap=Gap::Tight>{ways}</Cluster>
                </Form>
            </Cell>
        }
    });
    let (skills, places) = (skills(&row), row.places.map(|places| places.to_string()));
    // Coordinators can open the profile of a mentor who takes part; nobody else has a page.
    let seen = may_edit && row.role == Role::Mentor && row.state == ParticipationState::Approved;
    let href = seen.then(|| path::mentor(&programme, row.participation));
    let (person, role, state, team) = (row.person, row.role, row.state, row.team);
    view! {
        <tr>
            <RowHead>
                <PersonLine name=person.name what=person.does seed=person.id.to_string() nostrip:href=href />
            </RowHead>
            <Cell label=words::people_column_role()>{role.title()}</Cell>
            <Cell label=words::people_column_state()>
                <Badge tone>{state.title()}</Badge>
            </Cell>
            <Cell label=words::people_column_team()>{team}</Cell>
            <Cell label=words::people_column_skills()>{skills}</Cell>
            <Cell label=words::people_column_places() numeric=true>
                {places}
            </Cell>
            {form}
        </tr>
    }
}

/// "offers rust, code review, and 2 more".
fn skills(row: &Participant) -> String {
    if row.skills.is_empty() {
        return String::new();
    }
    let mut named = row.skills.iter().take(SKILLS).cloned().collect::<Vec<_>>().join(", ");
    let more = row.skills.len().saturating_sub(SKILLS);
    if more > 0 {
        named = format!("{named} {}", words::people_more(more));
    }
    if row.role == Role::Mentor { words::people_offers(named) } else { words::people_wants(named) }
}

#[component]
fn Pages(people: People) -> impl IntoView {
    let (page, pages) = (people.query.page, people.pages());
    let (slug, query) = (people.slug, people.query);
    (pages > 1).then(|| {
        let href = move |page: u32| {
            let mut address = leptos_router::params::ParamsMap::new();
            address.insert("search", query.search.clone());
            address.insert("role", query.role.map(|role| role.to_string()).unwrap_or_default());
            address.insert("state", query.state.map(|state| state.to_string()).unwrap_or_default());
            address.insert("page", page.to_string());
            format!("{}{}", path::participants(&slug), address.to_query_string())
        };
        view! { <Pagination page pages what=words::people_title() href /> }
    })
}
