//! The form that invites somebody, to the organisation or to a programme.

use super::api::Invite;
use crate::form::{Form, FormAction};
use crate::ui::*;
use domain::Role;
use domain::people::Welcome;
use domain::text::account as words;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// Invites by e-mail. With the slug of a `programme`, in a role there.
#[component]
pub fn InviteForm(#[prop(optional, into)] programme: String, action: FormAction<Invite>) -> impl IntoView {
    let roles = (!programme.is_empty()).then(|| {
        let roles = [Role::Mentor, Role::Mentee, Role::Coordinator, Role::Sponsor];
        let options = roles.map(|role| Choice::new(role.as_str(), role.title())).to_vec();
        view! { <Select name="role" id="f-invite-role" label=words::invite_role() options short=true /> }
    });
    view! {
        <Form action>
            <input type="hidden" name="programme" value=programme />
            <FieldRow>
                <Field name="name" label=words::name() autocomplete="off" required=true />
                <Field
                    name="email"
                    label=words::email()
                    kind=FieldKind::Email
                    autocomplete="off"
                    required=true
                />
            </FieldRow>
            {roles}
            <FormActions>
                <Button submit=true look=Look::Primary icon=Glyph::Send>
                    {words::invite_send()}
                </Button>
            </FormActions>
        </Form>
    }
}

/// What became of the invitation that has led to this page.
#[component]
pub fn InviteAnswer() -> impl IntoView {
    let query = use_query_map();
    let welcome = move || query.with(|query| query.get("done")).and_then(|word| word.parse::<Welcome>().ok());
    view! {
        <div role="status">
            {move || {
                welcome()
                    .map(|welcome| {
                        let tone = match welcome {
                            Welcome::Sent | Welcome::Kept => Tone::Good,
                            Welcome::Again | Welcome::Enrolled => Tone::Info,
                        };
                        view! { <Note tone><p>{welcome.sentence()}</p></Note> }
                    })
            }}
        </div>
    }
}
