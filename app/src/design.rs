//! The page that shows every part in every state, for those who build pages and for those who check them.

mod actions;
mod finding;
mod forms;
mod foundations;
mod numbers;
mod people;
mod saying;

use crate::ui::*;
use domain::text::design as words;
use leptos::prelude::*;

/// Every part in every state.
#[component]
pub fn DesignPage() -> impl IntoView {
    let compact = RwSignal::new(false);
    view! {
        <div data-density=move || compact.get().then_some("compact")>
            <Page
                title=words::title()
                lead=words::lead()
                actions=move || {
                    view! {
                        <Button icon=Glyph::List on_press=move |_| compact.update(|compact| *compact = !*compact)>
                            {move || if compact.get() { words::comfortable() } else { words::compact() }}
                        </Button>
                    }
                }
            >
                <foundations::Foundations />
                <actions::Actions />
                <forms::Forms />
                <people::People />
                <saying::Saying />
                <finding::Finding />
                <numbers::Numbers />
            </Page>
        </div>
    }
}
