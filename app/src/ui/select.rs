//! One of many, in the browser's own list.

use super::field::{FieldFrame, field_id, message_for, tell};
use super::{Choice, Glyph, Icon};
use crate::form;
use leptos::html;
use leptos::prelude::*;

/// One of many. For up to five, a `RadioGroup` shows them all at once.
#[component]
pub fn Select(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    options: Vec<Choice>,
    #[prop(optional, into)] value: String,
    /// The first option, for "nothing chosen".
    #[prop(optional, into)]
    empty_label: Option<String>,
    #[prop(optional, into)] hint: Option<String>,
    #[prop(optional, into)] error: MaybeProp<String>,
    #[prop(optional, into)] who_sees: Option<String>,
    #[prop(optional)] required: bool,
    #[prop(optional)] short: bool,
    #[prop(optional, into)] id: Option<String>,
    #[prop(optional, into)] on_change: Option<Callback<String>>,
    #[prop(optional)] node_ref: NodeRef<html::Select>,
) -> impl IntoView {
    let value = form::typed(&name).unwrap_or(value);
    let error = message_for(&name, error);
    let frame = FieldFrame { id: field_id(&name, id), label, hint, who_sees, error, required, short };
    let options = options
        .into_iter()
        .map(|option| {
            let selected = option.value == value;
            view! {
                <option value=option.value selected=selected disabled=option.disabled>
                    {option.label}
                </option>
            }
        })
        .collect_view();
    let control = view! {
        <div class="field__line">
            <span class="select">
                <select
                    class="control"
                    node_ref=node_ref
                    id=frame.id.clone()
                    name=name
                    required=required
                    aria-invalid=frame.invalid()
                    aria-describedby=frame.described_by()
                    on:change=move |event| tell(on_change, event_target_value(&event))
                >
                    {empty_label.map(|label| view! { <option value="">{label}</option> })}
                    {options}
                </select>
                <Icon glyph=Glyph::ChevronDown />
            </span>
        </div>
    };
    frame.around(control.into_any())
}
