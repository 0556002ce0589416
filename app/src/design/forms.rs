//! Fields in every state.

use crate::ui::*;
use domain::text::design as words;
use leptos::prelude::*;

#[component]
pub(super) fn Forms() -> impl IntoView {
    let errors = vec![
        FieldError::new("f-email", words::email_wrong()),
        FieldError::new("f-scale", words::scale_wrong()),
    ];
    let skills = vec![
        Choice::new("people", "Leading people").count(14),
        Choice::new("rust", "Rust").count(6),
        Choice::new("data", "Data engineering").count(9),
    ];
    let ways = vec![
        Choice::new("video", words::by_video()),
        Choice::new("person", words::in_person()).hint(words::in_person_hint()),
        Choice::new("either", words::either()).disabled(true),
    ];
    let scale = (1..=5).map(|step| Choice::new(step.to_string(), step.to_string())).collect::<Vec<_>>();
    let zones = vec![Choice::new("berlin", "Europe/Berlin"), Choice::new("madrid", "Europe/Madrid")];
    view! {
        <Section title=words::forms() id="forms">
            <ErrorSummary errors=errors />
            <Split aside=move || {
                view! {
                    <Card title=words::skills() level=3>
                        <CheckboxGroup
                            name="skills"
                            label=words::skills()
                            options=skills
                            values=vec!["people".to_owned(), "rust".to_owned()]
                        />
                    </Card>
                    <Card>
                        <FileDrop name="list" label=words::file() hint=words::file_hint() accept=".csv,.xlsx" />
                    </Card>
                }
            }>
                <Card>
                    <form class="form">
                        <Fieldset legend=words::about_you()>
                            <Field
                                name="name"
                                label=words::name()
                                hint=words::name_hint()
                                value="ليلى حداد"
                                who_sees=words::name_who()
                                required=true
                                autocomplete="off"
                            />
                            <Field
                                name="email"
                                kind=FieldKind::Email
                                label=words::email()
                                value="priya.example.org"
                                error=words::email_wrong()
                                autocomplete="off"
                            />
                            <FieldRow>
                                <Field
                                    name="hours"
                                    kind=FieldKind::Number
                                    label=words::hours()
                                    value="4"
                                    unit=words::hours_unit()
                                    short=true
                                    min="0"
                                />
                                <Field name="when" kind=FieldKind::Date label=words::when() value="2026-11-26" short=true />
                            </FieldRow>
                            <Field name="secret" kind=FieldKind::Password label=words::password() autocomplete="off" />
                            <Field name="long" label=words::long_label() readonly=true value=words::only_you() />
                            <TextArea
                                name="biography"
                                label=words::biography()
                                hint=words::biography_hint()
                                who_sees=words::only_coordinators()
                            />
                            <Select name="zone" label=words::zone() options=zones empty_label=words::choose() />
                        </Fieldset>
                        <Fieldset legend=words::format()>
                            <RadioGroup
                                name="way"
                                label=words::format()
                                hint=words::format_hint()
                                options=ways
                                value="video"
                            />
                            <RadioGroup
                                name="scale"
                                label=words::scale()
                                options=scale
                                inline=true
                                error=words::scale_wrong()
                            />
                            <Checkbox name="updates" label=words::updates() hint=words::updates_hint() checked=true />
                        </Fieldset>
                        <FormActions>
                            <Button look=Look::Primary submit=true>
                                {words::save()}
                            </Button>
                            <ButtonLink href="/design" look=Look::Quiet>
                                {words::cancel()}
                            </ButtonLink>
                        </FormActions>
                    </form>
                </Card>
            </Split>
        </Section>
    }
}
