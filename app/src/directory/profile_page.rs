//! My own profile: every field says who can see it.

use super::apart_forms::apart_forms;
use super::api::{EditProfile, load_profile};
use super::told_form::told_forms;
use super::{meeting, seniority, style};
use crate::form::{Form, FormAction, field_error};
use crate::load::Load;
use crate::ui::*;
use crate::wire::load;
use domain::directory::{OwnProfile, ProfileField};
use domain::person::{Meeting, Seniority, Style};
use domain::text::directory as words;
use domain::text::form as form_words;
use leptos::prelude::*;

/// What others know about me.
#[component]
pub fn ProfilePage() -> impl IntoView {
    let loaded = load(|| (), |()| load_profile());
    view! { <Load resource=loaded view=|own: OwnProfile| show(own).into_any() /> }
}

fn show(own: OwnProfile) -> impl IntoView {
    let edit = FormAction::<EditProfile>::new();
    let value = edit.value();
    let revision = RwSignal::new(own.revision);
    let toasts = use_toasts();
    Effect::new(move || {
        if let Some(Ok(now)) = value.get() {
            revision.set(now);
            toasts.good(words::profile_saved());
        }
    });
    let name = own.name.clone();
    let own = StoredValue::new(own);
    let field = move |field: ProfileField| own.with_value(|own| one(field, own));
    view! {
        <Page title=words::profile_title() lead=words::profile_lead() kicker=name width=PageWidth::Form>
            <Form action=edit>
                <input type="hidden" name="seen" value=move || revision.get() />
                <Section title=words::about_you()>
                    {field(ProfileField::Job)} {field(ProfileField::Pronouns)} {field(ProfileField::Biography)}
                    <FieldRow>{field(ProfileField::Seniority)} {field(ProfileField::ExperienceYears)}</FieldRow>
                </Section>
                <Section title=words::skills_title()>
                    {field(ProfileField::SkillsOffered)} {field(ProfileField::SkillsWanted)} {field(ProfileField::Goals)}
                    {field(ProfileField::Interests)}
                </Section>
                <Section title=words::together_title()>
                    {field(ProfileField::Languages)} {field(ProfileField::Availability)} {field(ProfileField::TimeZone)}
                    {field(ProfileField::Meeting)} {field(ProfileField::Style)} {field(ProfileField::Capacity)}
                </Section>
                <FormActions>
                    <Button submit=true look=Look::Primary>
                        {form_words::save()}
                    </Button>
                </FormActions>
            </Form>
            {told_forms(own.with_value(|own| own.asked.clone()))} {apart_forms(own.with_value(|own| own.apart.clone()))}
            <Section title=words::employment_title() lead=words::employment_lead()>
                {own.with_value(employment)}
            </Section>
        </Page>
    }
}

fn one(field: ProfileField, own: &OwnProfile) -> AnyView {
    let (name, id) = (format!("form[{field}]"), format!("f-{field}"));
    let (label, value) = (field.label(), own.form.typed(field).to_owned());
    let (error, who_sees) = (field_error(field.as_str()), field.audience().sentence());
    let line = |hint: &'static str| {
        let (name, id, value) = (name.clone(), id.clone(), value.clone());
        match hint.is_empty() {
            true => view! { <Field name id label value error who_sees /> }.into_any(),
            false => view! { <Field name id label value error who_sees hint /> }.into_any(),
        }
    };
    let area = |hint: &'static str, rows: u32| {
        let (name, id, value) = (name.clone(), id.clone(), value.clone());
        view! { <TextArea name id label value error who_sees hint rows /> }.into_any()
    };
    let choice = |options: Vec<Choice>| {
        let (name, id, value) = (name.clone(), id.clone(), value.clone());
        view! { <Select name id label value error who_sees options empty_label=words::unsaid() /> }.into_any()
    };
    match field {
        ProfileField::Job => line(words::job_hint()),
        ProfileField::Biography => area(words::biography_hint(), 4),
        ProfileField::SkillsOffered | ProfileField::SkillsWanted => area(words::skills_hint(), 2),
        ProfileField::Goals => area(words::goals_hint(), 3),
        ProfileField::Interests | ProfileField::Languages => line(words::list_hint()),
        ProfileField::TimeZone => line(words::time_zone_hint()),
        ProfileField::Availability => line(words::availability_hint()),
        ProfileField::Capacity => line(words::capacity_hint()),
        ProfileField::Seniority => {
            choice(Seniority::ALL.iter().map(|own| Choice::new(own.as_str(), seniority(*own))).collect())
        }
        ProfileField::Meeting => {
            choice(Meeting::ALL.iter().map(|own| Choice::new(own.as_str(), meeting(*own))).collect())
        }
        ProfileField::Style => {
            choice(Style::ALL.iter().map(|own| Choice::new(own.as_str(), style(*own))).collect())
        }
        _ => line(""),
    }
}

/// What the organisation's list owns: shown, with who sees it, and not to be changed here.
fn employment(own: &OwnProfile) -> impl IntoView + use<> {
    let employment = &own.employment;
    let lines = [
        (ProfileField::Team, employment.team.clone()),
        (ProfileField::Location, employment.location.clone()),
        (ProfileField::Manager, employment.manager_email.clone()),
        (ProfileField::ExternalId, employment.external_id.clone().unwrap_or_default()),
    ];
    let lines = lines
        .into_iter()
        .map(|(field, value)| {
            let value = if value.is_empty() { words::profile_empty().to_owned() } else { value };
            view! {
                <Fact term=field.label()>
                    <div dir="auto">{value}</div>
                    <VisibilityNote text=field.audience().sentence() />
                </Fact>
            }
        })
        .collect_view();
    view! { <Facts>{lines}</Facts> }
}
