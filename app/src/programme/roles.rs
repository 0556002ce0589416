//! Who runs a programme and who sponsors it, with the forms of its coordinators.

use super::api::{AddRole, RemoveRole};
use crate::form::{Form, FormAction};
use crate::ui::*;
use domain::Role;
use domain::person::PersonLine as Line;
use domain::text::programme as words;
use leptos::prelude::*;

/// Coordinators and sponsors, with forms for who may change them.
#[component]
pub(crate) fn Roles(
    slug: String,
    people: Vec<(Line, Role)>,
    may_edit: bool,
    add: FormAction<AddRole>,
    remove: FormAction<RemoveRole>,
) -> impl IntoView {
    let rows = people
        .into_iter()
        .map(|(person, role)| {
            let slug = slug.clone();
            let (id, name) = (person.id.to_string(), person.name.clone());
            let tool = move || {
                may_edit.then(|| {
                    view! {
                        <Form action=remove name=format!("{id}-{role}")>
                            <input type="hidden" name="slug" value=slug />
                            <input type="hidden" name="person" value=id />
                            <input type="hidden" name="role" value=role.as_str() />
                            <IconButton
                                glyph=Glyph::Close
                                label=words::roles_remove_named(name, role.title())
                                submit=true
                                size=Size::Small
                            />
                        </Form>
                    }
                })
            };
            let what = if person.does.is_empty() {
                role.title().to_owned()
            } else {
                format!("{} · {}", role.title(), person.does)
            };
            view! {
                <Row end=tool>
                    <PersonLine name=person.name.clone() what seed=person.id.to_string() />
                </Row>
            }
        })
        .collect_view();
    let roles =
        [Role::Coordinator, Role::Sponsor].map(|role| Choice::new(role.as_str(), role.title())).to_vec();
    view! {
        <Rows label=words::roles_title()>{rows}</Rows>
        {may_edit
            .then(|| view! {
                <Disclosure summary=words::roles_add_title()>
                    <p>{words::roles_lead()}</p>
                    <Form action=add>
                        <input type="hidden" name="slug" value=slug />
                        <Field
                            name="email"
                            label=words::roles_email()
                            kind=FieldKind::Email
                            autocomplete="off"
                            required=true
                        />
                        <Select name="role" label=words::roles_role() options=roles value=Role::Coordinator.as_str() />
                        <FormActions>
                            <Button submit=true busy=add.pending()>
                                {words::roles_add()}
                            </Button>
                        </FormActions>
                    </Form>
                </Disclosure>
            })}
    }
}
