//! One's own account.

use super::api::{self, ChangePassword, EndOtherSessions, EndSession, Rename};
use super::new_password::PasswordField;
use super::sessions::Sessions;
use crate::form::{Form, FormAction};
use crate::load::Load;
use crate::ui::*;
use crate::viewer::refresh_viewer;
use crate::wire::load;
use domain::account::AccountView;
use domain::text::account as words;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// Name, password, and where one is signed in.
#[component]
pub fn AccountPage() -> impl IntoView {
    let rename = FormAction::<Rename>::new();
    let change = FormAction::<ChangePassword>::new();
    let end = FormAction::<EndSession>::new();
    let end_others = FormAction::<EndOtherSessions>::new();
    let changed = move || {
        (rename.version().get(), change.version().get(), end.version().get(), end_others.version().get())
    };
    let page = load(changed, |_| api::account_page());
    Effect::new(move || {
        if rename.value().with(|answer| matches!(answer, Some(Ok(())))) {
            refresh_viewer();
        }
    });
    let query = use_query_map();
    let done = Memo::new(move |_| query.with(|query| query.get("done").and_then(|what| said(&what))));
    let view = move |account: AccountView| {
        let AccountView { name, email, admin, has_password, sessions, now } = account;
        let shown_email = email.clone();
        view! {
            <Page title=words::account_title() lead=words::account_lead() width=PageWidth::Form>
                <div role="status">
                    {move || done.get().map(|text| view! { <Note tone=Tone::Good><p>{text}</p></Note> })}
                </div>
                <Section title=words::name_title()>
                    <Form action=rename>
                        <Field
                            name="name"
                            label=words::name()
                            hint=words::name_hint()
                            value=name
                            autocomplete="name"
                            required=true
                        />
                        <Field
                            name="email"
                            label=words::email()
                            hint=words::email_hint()
                            kind=FieldKind::Email
                            value=shown_email
                            autocomplete="username"
                            readonly=true
                        />
                        {admin.then(|| view! { <p class="small muted">{words::account_admin()}</p> })}
                        <FormActions>
                            <Button submit=true>{words::name_save()}</Button>
                        </FormActions>
                    </Form>
                </Section>
                {has_password
                    .then(|| {
                        view! {
                            <Section title=words::password_title() lead=words::password_lead()>
                                <Form action=change>
                                    <input type="hidden" name="username" autocomplete="username" value=email />
                                    <PasswordField name="present_password" label=words::present_password() />
                                    <PasswordField name="password" label=words::new_password() fresh=true />
                                    <FormActions>
                                        <Button submit=true>{words::password_save()}</Button>
                                    </FormActions>
                                </Form>
                            </Section>
                        }
                    })}
                <Sessions sessions now end end_others />
            </Page>
        }
        .into_any()
    };
    view! { <Load resource=page view /> }
}

/// What was done, from the address of the page.
fn said(what: &str) -> Option<&'static str> {
    match what {
        "name" => Some(words::name_saved()),
        "password" => Some(words::password_saved()),
        "session" => Some(words::session_ended()),
        "sessions" => Some(words::sessions_ended()),
        _ => None,
    }
}
