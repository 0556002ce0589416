//! What holds fields together.

use super::{Glyph, Icon};
use domain::text::ui as words;
use leptos::html;
use leptos::prelude::*;

/// Fields that belong together, under one heading.
#[component]
pub fn Fieldset(
    #[prop(into)] legend: String,
    #[prop(optional, into)] hint: Option<String>,
    children: Children,
) -> impl IntoView {
    view! {
        <fieldset class="fieldset">
            <legend>{legend}</legend>
            {hint.map(|hint| view! { <p class="fieldset__hint">{hint}</p> })}
            {children()}
        </fieldset>
    }
}

/// Short fields side by side, where there is room.
#[component]
pub fn FieldRow(children: Children) -> impl IntoView {
    view! { <div class="field-row">{children()}</div> }
}

/// The buttons at the end of a form: first what the form is for.
#[component]
pub fn FormActions(children: Children) -> impl IntoView {
    view! { <div class="form-actions">{children()}</div> }
}

/// A message and the field that it is about.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldError {
    pub field_id: String,
    pub message: String,
}

impl FieldError {
    /// `field_id` is the field's `id`, by default `f-` and its name.
    pub fn new(field_id: impl Into<String>, message: impl Into<String>) -> Self {
        FieldError { field_id: field_id.into(), message: message.into() }
    }
}

/// What has to be put right, at the top of a long form; takes the focus when it appears. Empty while all is well.
#[component]
pub fn ErrorSummary(#[prop(into)] errors: Signal<Vec<FieldError>>) -> impl IntoView {
    let place = NodeRef::<html::Div>::new();
    let wrong = Memo::new(move |_| errors.with(|errors| !errors.is_empty()));
    Effect::new(move |before: Option<bool>| {
        let now = wrong.get();
        if now
            && before.is_some_and(|before| !before)
            && let Some(place) = place.get()
        {
            let _ = place.focus();
        }
        now
    });
    let links = move || {
        errors.with(|errors| {
            errors
                .iter()
                .map(|error| {
                    let (href, message) = (format!("#{}", error.field_id), error.message.clone());
                    view! { <li><a href=href rel="external">{message}</a></li> }
                })
                .collect_view()
        })
    };
    view! {
        <Show when=move || wrong.get()>
            <div class="error-summary" node_ref=place tabindex="-1" role="alert">
                <p class="cluster">
                    <Icon glyph=Glyph::Error />
                    <strong>{move || words::put_right(errors.with(Vec::len))}</strong>
                </p>
                <ul class="error-summary__list">{links}</ul>
            </div>
        </Show>
    }
}
