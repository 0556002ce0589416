//! Before a match plan is published: who is with whom, and who will be told what.

use super::api::{self, PublishPlan};
use super::{address, nothing_to_do};
use crate::form::{Form, FormAction};
use crate::load::Load;
use crate::path;
use crate::ui::*;
use crate::viewer::use_viewer;
use crate::wire::load;
use domain::board::{PreviewMessage, PublishPreview, percent};
use domain::calendar::long_date;
use domain::programme::Acceptance;
use domain::text::board as words;
use leptos::prelude::*;

#[component]
pub fn PublishPage() -> impl IntoView {
    let address = address();
    let preview = load(move || address.get(), |(slug, plan)| api::preview_publish(slug, plan));
    let publish = FormAction::<PublishPlan>::new();
    let offset = use_viewer().with_untracked(|viewer| viewer.offset);
    let view = move |preview: PublishPreview| {
        let board = path::board(&preview.slug, preview.plan);
        let crumbs = vec![
            Crumb::new(preview.programme.clone(), path::programme(&preview.slug)),
            Crumb::new(preview.name.clone(), board.clone()),
        ];
        if let Some(why) = preview.refused.clone() {
            return nothing_to_do(words::publish_title(), words::publish_nothing(), why, crumbs, board);
        }
        let pairs = words::pairs(preview.pairs.len());
        let lead = words::publish_lead(&pairs, words::people(preview.messages.len()));
        let rule = match preview.acceptance {
            Acceptance::Both => words::publish_both(),
            Acceptance::Mentor => words::publish_mentor(),
            Acceptance::Nobody => words::publish_nobody(),
        };
        let until = (preview.acceptance != Acceptance::Nobody)
            .then(|| words::publish_until(long_date(preview.expires_at.date(offset))));
        view! {
            <Page title=words::publish_title() lead crumbs>
                <Stack>
                    <Note icon=Glyph::Agreement>
                        <p>{rule} " " {until}</p>
                        {(preview.waiting > 0)
                            .then(|| view! { <p>{words::publish_waiting(words::people(preview.waiting as usize))}</p> })}
                    </Note>
                    <Form action=publish label=words::publish_title()>
                        <input type="hidden" name="programme" value=preview.slug.clone() />
                        <input type="hidden" name="plan" value=preview.plan.to_string() />
                        <FormActions>
                            <Button submit=true look=Look::Primary icon=Glyph::Send>
                                {words::publish_button(&pairs)}
                            </Button>
                            <ButtonLink href=board>{words::publish_back()}</ButtonLink>
                        </FormActions>
                    </Form>
                    <Section title=words::publish_pairs()>
                        <DataTable caption=words::publish_pairs() caption_hidden=true stack=true>
                            <thead>
                                <tr>
                                    <ColumnHead label=words::publish_mentor_head() />
                                    <ColumnHead label=words::publish_mentee_head() />
                                    <ColumnHead label=words::fit() numeric=true />
                                </tr>
                            </thead>
                            <tbody>
                                {preview
                                    .pairs
                                    .into_iter()
                                    .map(|pair| {
                                        view! {
                                            <tr>
                                                <RowHead>{pair.mentor.name}</RowHead>
                                                <Cell label=words::publish_mentee_head()>{pair.mentee.name}</Cell>
                                                <Cell label=words::fit() numeric=true>
                                                    {pair.fit.map(percent)}
                                                </Cell>
                                            </tr>
                                        }
                                    })
                                    .collect_view()}
                            </tbody>
                        </DataTable>
                    </Section>
                    <Section title=words::publish_messages()>
                        {preview.messages.into_iter().map(message).collect_view()}
                    </Section>
                </Stack>
            </Page>
        }
        .into_any()
    };
    view! { <Load resource=preview view /> }
}

fn message(message: PreviewMessage) -> impl IntoView {
    let how = if message.by_mail { words::publish_by_mail() } else { words::publish_in_app() };
    view! {
        <Disclosure summary=format!("{}, {how}", message.person.name)>
            <p>
                <strong>{message.subject}</strong>
            </p>
            <p class="publish__letter" dir="auto">
                {message.text}
            </p>
        </Disclosure>
    }
}
