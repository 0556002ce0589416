//! One person in the list, and what can be done to their account.

use super::api::ChangePerson;
use crate::form::{Form, FormAction};
use crate::ui::*;
use crate::viewer::{refresh_viewer, use_viewer};
use domain::Instant;
use domain::people::{Changed, PersonChange, Row, Standing};
use domain::text::account as words;
use leptos::prelude::*;

/// A row of the table. `again` loads the list anew after a change.
#[component]
pub(super) fn PersonRow(row: Row, now: Instant, has_server: bool, again: Callback<()>) -> impl IntoView {
    let offset = use_viewer().with_untracked(|viewer| viewer.offset);
    let changes = row.changes();
    let Row { person, email, standing, admin, may_create, seen, you } = row;
    let tone = match standing {
        Standing::Active => Tone::Good,
        Standing::Invited => Tone::Info,
        Standing::Listed | Standing::Archived => Tone::Neutral,
    };
    let seen = match seen {
        Some(seen) => view! {
            <RelativeDate relative=seen.relative(now) exact=seen.exact(offset) datetime=seen.iso() brief=true />
        }
        .into_any(),
        None => view! { <span class="muted">{words::people_never()}</span> }.into_any(),
    };
    let (id, seed) = (person.id.to_string(), person.id.to_string());
    let name = person.name.clone();
    view! {
        <tr>
            <RowHead>
                <PersonLine name=person.name what=person.does seed size=AvatarSize::Small />
            </RowHead>
            <Cell label=words::email()>
                <span class="people__email">{email}</span>
            </Cell>
            <Cell label=words::people_state()>
                <Cluster gap=Gap::Tight>
                    <Badge tone>{standing.label()}</Badge>
                    {admin.then(|| view! { <Badge icon=Glyph::Shield>{words::person_admin()}</Badge> })}
                    {may_create.then(|| view! { <Badge>{words::person_creates()}</Badge> })}
                </Cluster>
            </Cell>
            <Cell label=words::people_seen()>{seen}</Cell>
            <Cell>
                <Changes id name changes has_server you again />
            </Cell>
        </tr>
    }
}

#[component]
fn Changes(
    id: String,
    name: String,
    changes: Vec<PersonChange>,
    has_server: bool,
    you: bool,
    again: Callback<()>,
) -> impl IntoView {
    let action = FormAction::<ChangePerson>::new();
    let toasts = use_toasts();
    Effect::new(move || {
        let Some(Ok(Changed { change, name })) = action.value().get() else { return };
        toasts.good(change.done(&name, has_server));
        if you {
            refresh_viewer();
        }
        again.run(());
    });
    let items = changes
        .into_iter()
        .map(|change| {
            let icon = match change {
                PersonChange::Invite => Glyph::Send,
                PersonChange::MakeAdmin | PersonChange::EndAdmin => Glyph::Shield,
                PersonChange::AllowCreate | PersonChange::EndCreate => Glyph::Route,
                PersonChange::Archive => Glyph::Archive,
                PersonChange::Restore => Glyph::Undo,
            };
            let danger = change == PersonChange::Archive;
            view! {
                <MenuItem icon danger submit=true name="change" value=change.as_str()>
                    {change.label()}
                </MenuItem>
            }
        })
        .collect_view();
    view! {
        <Form action name=id.clone() class="people__changes">
            <input type="hidden" name="person" value=id.clone() />
            <Menu
                id=format!("changes-{id}")
                label=words::changes_of(name)
                icon=Glyph::More
                icon_only=true
            >
                {items}
            </Menu>
        </Form>
    }
}
