//! In by a link from a mail.

use super::api::{self, AcceptInvitation, ResetPassword};
use super::new_password::PasswordField;
use crate::error::AppError;
use crate::form::DoorForm;
use crate::load::ErrorPage;
use crate::path;
use crate::ui::*;
use crate::wire::load;
use domain::account::{LinkView, Purpose};
use domain::text::account as words;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos_router::hooks::use_params_map;

/// An invitation is taken: the first password.
#[component]
pub fn InvitationPage() -> impl IntoView {
    view! { <LinkPage purpose=Purpose::Invitation /> }
}

/// A password is chosen anew.
#[component]
pub fn ResetPage() -> impl IntoView {
    view! { <LinkPage purpose=Purpose::Reset /> }
}

#[component]
fn LinkPage(purpose: Purpose) -> impl IntoView {
    let params = use_params_map();
    let token = move || params.with(|params| params.get("token").unwrap_or_default());
    let page = load(token, move |token| api::link_page(purpose, token));
    view! {
        <Suspense>
            {move || Suspend::new(async move {
                match page.await {
                    Ok(view) => view! { <Opened view token=untrack(token) /> }.into_any(),
                    Err(AppError::Refused(refused)) => {
                        view! { <Closed purpose sentence=refused.sentence /> }.into_any()
                    }
                    Err(error) => view! { <ErrorPage error /> }.into_any(),
                }
            })}
        </Suspense>
    }
}

#[component]
fn Opened(view: LinkView, token: String) -> impl IntoView {
    let LinkView { purpose, name, email, programmes } = view;
    let (title, lead, save, action) = match purpose {
        Purpose::Invitation => (
            words::invitation_title(),
            words::invitation_lead(name),
            words::invitation_save(),
            AcceptInvitation::url(),
        ),
        Purpose::Reset => {
            (words::reset_title(), words::reset_lead(name), words::reset_save(), ResetPassword::url())
        }
    };
    let invited = programmes.into_iter().map(|name| view! { <p>{words::invitation_programme(name)}</p> });
    view! {
        <Page title lead>
            {invited.collect_view()}
            <DoorForm action>
                <input type="hidden" name="token" value=token />
                <Field
                    name="email"
                    label=words::email()
                    kind=FieldKind::Email
                    value=email
                    autocomplete="username"
                    readonly=true
                />
                <PasswordField name="password" label=words::new_password() fresh=true />
                <FormActions>
                    <Button submit=true look=Look::Primary size=Size::Large>
                        {save}
                    </Button>
                </FormActions>
            </DoorForm>
        </Page>
    }
}

/// Why the link does not work, and the way to one that does.
#[component]
fn Closed(purpose: Purpose, sentence: String) -> impl IntoView {
    let title = match purpose {
        Purpose::Invitation => words::invitation_closed(),
        Purpose::Reset => words::reset_closed(),
    };
    view! {
        <Page title lead=sentence>
            <Cluster>
                <ButtonLink href=path::sign_in() look=Look::Primary>
                    {words::sign_in()}
                </ButtonLink>
                <ButtonLink href=path::forgot()>{words::invitation_again()}</ButtonLink>
            </Cluster>
        </Page>
    }
}
