//! The way in.

use super::api::{self, SignIn};
use super::cast::Cast;
use super::new_password::PasswordField;
use crate::form::DoorForm;
use crate::load::Load;
use crate::path;
use crate::ui::*;
use crate::wire::load;
use domain::account::SignInView;
use domain::text::account as words;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos_router::hooks::use_query_map;

/// Sign in by e-mail address and password; in a demonstration also as anybody.
#[component]
pub fn SignInPage() -> impl IntoView {
    let query = use_query_map();
    let asked = move |name: &str| query.with(|query| query.get(name).unwrap_or_default());
    let page = load(move || asked("find"), api::sign_in_page);
    let view = move |view: SignInView| {
        let (find, next) = untrack(|| (asked("find"), asked("next")));
        let SignInView { signed_in, cast } = view;
        let (demo, form_next) = (cast.is_some(), next.clone());
        view! {
            <Page title=words::sign_in_title() lead=words::sign_in_lead()>
                {signed_in.map(|name| view! { <SignedIn name /> })}
                <DoorForm action=SignIn::url()>
                    <input type="hidden" name="next" value=form_next />
                    <Field
                        name="email"
                        label=words::email()
                        kind=FieldKind::Email
                        autocomplete="username"
                        required=true
                    />
                    <PasswordField name="password" label=words::password() />
                    <FormActions>
                        <Button submit=true look=Look::Primary size=Size::Large>
                            {words::sign_in()}
                        </Button>
                    </FormActions>
                </DoorForm>
                <p class="small">
                    <a href=path::forgot()>{words::forgot_link()}</a>
                </p>
                {(!demo).then(|| view! { <p class="small muted">{words::no_account()}</p> })}
                {cast.map(|people| view! { <Cast people find next /> })}
            </Page>
        }
        .into_any()
    };
    view! { <Load resource=page view /> }
}

#[component]
fn SignedIn(name: String) -> impl IntoView {
    view! {
        <Note tone=Tone::Info>
            <p>{words::signed_in_as(name)} " " <a href=path::today()>{words::to_start()}</a></p>
        </Note>
    }
}
