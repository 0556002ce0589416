//! A password is forgotten, or was never chosen.

use super::api::RequestReset;
use crate::form::{Form, FormAction};
use crate::path;
use crate::ui::*;
use crate::viewer::use_viewer;
use domain::text::account as words;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// Asks for a link by mail. What it says afterwards is the same whether there is such an account or not.
#[component]
pub fn ForgotPage() -> impl IntoView {
    let query = use_query_map();
    let sent = move || query.with(|query| query.get("sent").is_some());
    let demo = use_viewer().with_untracked(|viewer| viewer.demo);
    let action = FormAction::<RequestReset>::new();
    view! {
        <Page title=words::forgot_title() lead=words::forgot_lead()>
            <div role="status">
                {move || {
                    sent()
                        .then(|| {
                            view! {
                                <Note tone=Tone::Good>
                                    <p>{words::forgot_sent()}</p>
                                    {demo.then(|| view! { <p><a href=path::mail()>{words::demo_read_mail()}</a></p> })}
                                </Note>
                            }
                        })
                }}
            </div>
            <Form action>
                <Field
                    name="email"
                    label=words::email()
                    kind=FieldKind::Email
                    autocomplete="username"
                    required=true
                />
                <FormActions>
                    <Button submit=true look=Look::Primary size=Size::Large>
                        {words::forgot_send()}
                    </Button>
                </FormActions>
            </Form>
            <p class="small">
                <a href=path::sign_in()>{words::back_to_sign_in()}</a>
            </p>
        </Page>
    }
}
