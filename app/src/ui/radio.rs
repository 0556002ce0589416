//! One of a few, all of them seen.

use super::Choice;
use super::field::{FieldFrame, field_id, message_for, tell};
use crate::form;
use leptos::prelude::*;

/// One of up to five or so.
#[component]
pub fn RadioGroup(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    options: Vec<Choice>,
    #[prop(optional, into)] value: String,
    #[prop(optional, into)] hint: Option<String>,
    #[prop(optional, into)] error: MaybeProp<String>,
    #[prop(optional, into)] who_sees: Option<String>,
    #[prop(optional)] required: bool,
    /// Side by side, as for a scale.
    #[prop(optional)]
    inline: bool,
    #[prop(optional, into)] id: Option<String>,
    #[prop(optional, into)] on_change: Option<Callback<String>>,
) -> impl IntoView {
    let value = form::typed(&name).unwrap_or(value);
    let error = message_for(&name, error);
    let id = field_id(&name, id);
    let dots = options
        .into_iter()
        .enumerate()
        .map(|(index, option)| {
            let checked = option.value == value;
            view! {
                <label class="radio">
                    <input
                        class="radio__dot"
                        type="radio"
                        id=format!("{id}-{index}")
                        name=name.clone()
                        value=option.value
                        checked=checked
                        required=required
                        disabled=option.disabled
                        on:change=move |event| tell(on_change, event_target_value(&event))
                    />
                    <span class="radio__words">
                        {option.label} {option.hint.map(|hint| view! { <small>{hint}</small> })}
                    </span>
                </label>
            }
        })
        .collect_view();
    let group = view! {
        <div class="choices" data-inline=inline>
            {dots}
        </div>
    };
    let frame = FieldFrame { id, label, hint, who_sees, error, required, short: false };
    frame.group("radiogroup", group.into_any())
}
