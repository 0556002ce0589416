//! What mentees are asked for fairness.

use super::api::AskMentees;
use super::seen::Seen;
use crate::form::{Form, FormAction};
use crate::ui::*;
use domain::fairness::write_questions;
use domain::programme::{Programme, mark};
use domain::text::fairness as words;
use leptos::prelude::*;

#[component]
pub(crate) fn AskedForm(programme: Programme, save: FormAction<AskMentees>) -> impl IntoView {
    let any = !programme.asked.is_empty();
    view! {
        <Form action=save label=words::ask_title()>
            <Seen
                slug=programme.slug
                mark=mark(&programme.asked)
                of=|programme: Programme| mark(&programme.asked)
                answer=save.value().into()
            />
            <TextArea
                name="questions"
                label=words::ask_label()
                hint=words::ask_hint()
                value=write_questions(&programme.asked)
                rows=3
            />
            {any.then(|| view! { <p class="muted">{words::ask_changed()}</p> })}
            <FormActions>
                <Button submit=true busy=save.pending()>
                    {words::ask_do()}
                </Button>
            </FormActions>
        </Form>
    }
}
