//! Who sees what, in plain words, for everybody, also signed out.

use crate::ui::*;
use domain::text::today as words;
use leptos::prelude::*;

/// The page about privacy.
#[component]
pub fn PrivacyPage() -> impl IntoView {
    let parts = [
        (words::privacy_profile_title(), words::privacy_profile()),
        (words::privacy_fairness_title(), words::privacy_fairness()),
        (words::privacy_mentorship_title(), words::privacy_mentorship()),
        (words::privacy_sponsor_title(), words::privacy_sponsor()),
        (words::privacy_admin_title(), words::privacy_admin()),
        (words::privacy_operator_title(), words::privacy_operator()),
        (words::privacy_log_title(), words::privacy_log()),
    ];
    view! {
        <Page title=words::privacy_title() lead=words::privacy_lead() width=PageWidth::Read>
            {parts.map(|(title, text)| view! { <Section title><p>{text}</p></Section> }).collect_view()}
        </Page>
    }
}
