//! Several lines of text.

use super::field::{FieldFrame, field_id, message_for, tell};
use crate::form;
use leptos::html;
use leptos::prelude::*;

/// Several lines; grows with what is written.
#[component]
pub fn TextArea(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] value: String,
    #[prop(optional, into)] hint: Option<String>,
    #[prop(optional, into)] error: MaybeProp<String>,
    #[prop(optional, into)] who_sees: Option<String>,
    #[prop(optional)] required: bool,
    #[prop(default = 4)] rows: u32,
    #[prop(optional, into)] id: Option<String>,
    #[prop(optional, into)] placeholder: Option<String>,
    #[prop(optional)] maxlength: Option<u32>,
    #[prop(optional, into)] on_input: Option<Callback<String>>,
    #[prop(optional, into)] on_change: Option<Callback<String>>,
    #[prop(optional)] node_ref: NodeRef<html::Textarea>,
) -> impl IntoView {
    let value = form::typed(&name).unwrap_or(value);
    let error = message_for(&name, error);
    let frame = FieldFrame { id: field_id(&name, id), label, hint, who_sees, error, required, short: false };
    let control = view! {
        <textarea
            class="control"
            node_ref=node_ref
            id=frame.id.clone()
            name=name
            rows=rows
            required=required
            placeholder=placeholder
            maxlength=maxlength
            dir="auto"
            aria-invalid=frame.invalid()
            aria-describedby=frame.described_by()
            on:input=move |event| tell(on_input, event_target_value(&event))
            on:change=move |event| tell(on_change, event_target_value(&event))
        >
            {value}
        </textarea>
    };
    frame.around(control.into_any())
}
