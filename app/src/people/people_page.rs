//! Everybody with an account, for organisation admins.

use super::api::{self, Invite};
use super::invite_form::{InviteAnswer, InviteForm};
use super::person_row::PersonRow;
use crate::form::FormAction;
use crate::load::Load;
use crate::path;
use crate::ui::*;
use crate::wire::load;
use domain::mail::PAGE;
use domain::people::PeopleList;
use domain::text::account as words;
use leptos::prelude::*;
use leptos_router::components::Form as SearchForm;
use leptos_router::hooks::use_query_map;

/// Finds, invites and changes people.
#[component]
pub fn PeoplePage() -> impl IntoView {
    let query = use_query_map();
    let asked = Memo::new(move |_| {
        query.with(|query| {
            let page = query.get("page").and_then(|page| page.parse().ok()).unwrap_or(1);
            (query.get("find").unwrap_or_default(), page)
        })
    });
    let invite = FormAction::<Invite>::new();
    let list =
        load(move || (asked.get(), invite.version().get()), |((find, page), _)| api::people(find, page));
    let again = Callback::new(move |()| list.refetch());
    let view = move |list: PeopleList| {
        let PeopleList { rows, find, page, total, has_server, now } = list;
        let searched = !find.is_empty();
        let first = (page - 1) * PAGE + 1;
        let last = first + rows.len() as u64;
        let what = words::people_shown(first, last.saturating_sub(1), words::people(total));
        let sought = find.clone();
        let href = move |page: u32| path::people_page(&sought, page);
        let pages = u32::try_from(total.div_ceil(PAGE)).unwrap_or(u32::MAX);
        let none = rows.is_empty();
        let rows =
            rows.into_iter().map(|row| view! { <PersonRow row now has_server again /> }).collect_view();
        view! {
            <Page
                title=words::people_title()
                lead=words::people_lead()
                actions=move || {
                    view! {
                        <ButtonLink href=path::people_invite() icon=Glyph::Add>
                            {words::invite_title()}
                        </ButtonLink>
                    }
                }
            >
                <InviteAnswer />
                <SearchForm method="GET" action=path::people() attr:class="people__find">
                    <SearchBox name="find" label=words::people_search() value=find count=words::people(total) />
                    <Button submit=true>{words::people_find()}</Button>
                    {searched
                        .then(|| {
                            view! {
                                <ButtonLink href=path::people() look=Look::Quiet>
                                    {words::people_clear()}
                                </ButtonLink>
                            }
                        })}
                </SearchForm>
                {if none {
                    view! { <p>{words::people_none()}</p> }.into_any()
                } else {
                    view! {
                        <DataTable caption=words::people(total) caption_hidden=true stack=true>
                            <thead>
                                <tr>
                                    <ColumnHead label=words::people_name() />
                                    <ColumnHead label=words::email() />
                                    <ColumnHead label=words::people_state() />
                                    <ColumnHead label=words::people_seen() />
                                    <ColumnHead label=words::people_actions() hidden=true />
                                </tr>
                            </thead>
                            <tbody>{rows}</tbody>
                        </DataTable>
                    }
                        .into_any()
                }}
                <Pagination page=u32::try_from(page).unwrap_or(1) pages what href />
                <Section title=words::invite_title() lead=words::invite_lead() id="invite">
                    <InviteForm action=invite />
                </Section>
            </Page>
        }
        .into_any()
    };
    view! { <Load resource=list view /> }
}
