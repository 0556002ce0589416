//! Which state of a programme a form was filled from, and what to do when somebody else was faster.

use super::api::load_programme;
use crate::error::AppError;
use crate::form;
use crate::path;
use crate::ui::*;
use domain::programme::Programme;
use domain::text::programme as words;
use leptos::prelude::*;

/// The hidden field `seen` of a form. When the form is refused because somebody else has saved meanwhile, what was
/// typed stays, the reader is shown where to look, and sending again means: replace what is there now.
#[component]
pub(crate) fn Seen<T: Clone + Send + Sync + 'static>(
    slug: String,
    /// The fingerprint of what the form was filled from.
    mark: String,
    /// How the fingerprint is made of a programme.
    #[prop(into)]
    of: Callback<Programme, String>,
    /// The form's answer.
    answer: Signal<Option<Result<T, AppError>>>,
) -> impl IntoView {
    // A plain form that was refused brings back the mark that it was sent with.
    let overtaken = RwSignal::new(form::typed("seen").is_some_and(|sent| sent != mark));
    let seen = RwSignal::new(mark);
    let at = StoredValue::new(slug.clone());
    Effect::new(move || {
        if answer.with(|answer| matches!(answer, Some(Err(AppError::Stale)))) {
            overtaken.set(true);
            leptos::task::spawn_local(async move {
                if let Ok(view) = load_programme(at.get_value()).await {
                    seen.set(of.run(view.programme));
                }
            });
        }
    });
    let href = path::programme(&slug);
    view! {
        <input type="hidden" name="slug" value=slug />
        <input type="hidden" name="seen" value=move || seen.get() />
        {move || {
            let href = href.clone();
            overtaken
                .get()
                .then(|| view! {
                    <Note tone=Tone::Warn>
                        <p>{words::seen_overtaken()}</p>
                        <p>
                            <a href=href target="_blank" rel="external">
                                {words::seen_look()}
                            </a>
                        </p>
                    </Note>
                })
        }}
    }
}
