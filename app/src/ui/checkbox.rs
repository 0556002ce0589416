//! Yes or no; or several of many.

use super::field::{FieldFrame, field_id, field_message, message_for, required_mark};
use super::{Choice, VisibilityNote};
use crate::form;
use leptos::prelude::*;

/// Yes or no. Its box and its words are one target.
#[component]
pub fn Checkbox(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    /// What is sent when it is checked.
    #[prop(default = "true".into(), into)]
    value: String,
    #[prop(optional)] checked: bool,
    #[prop(optional, into)] hint: Option<String>,
    #[prop(optional, into)] error: MaybeProp<String>,
    #[prop(optional, into)] who_sees: Option<String>,
    #[prop(optional)] required: bool,
    #[prop(optional)] disabled: bool,
    /// Leaves only the box on screen, as in the first column of a table.
    #[prop(optional)]
    label_hidden: bool,
    #[prop(optional)] count: Option<u32>,
    #[prop(optional, into)] id: Option<String>,
    #[prop(optional, into)] on_change: Option<Callback<bool>>,
) -> impl IntoView {
    let checked = form::chosen(&name, &value).unwrap_or(checked);
    let error = message_for(&name, error);
    let id = field_id(&name, id);
    let hidden = FieldFrame { id, label, hint: None, who_sees, error, required, short: false };
    let (invalid, described_by) = (hidden.invalid(), hidden.described_by());
    let FieldFrame { id, label, who_sees, .. } = hidden;
    let error_id = format!("{id}-error");
    view! {
        <div class="field" data-wrong=move || error.with(Option::is_some)>
            {move || field_message(&error_id, error.get())}
            <label class="checkbox">
                <input
                    class="checkbox__box"
                    type="checkbox"
                    id=id.clone()
                    name=name
                    value=value
                    checked=checked
                    required=required
                    disabled=disabled
                    aria-invalid=invalid
                    aria-describedby=described_by
                    on:change=move |event| {
                        if let Some(on_change) = on_change {
                            on_change.run(event_target_checked(&event));
                        }
                    }
                />
                <span class=if label_hidden { "unseen" } else { "checkbox__words" }>
                    {label} {required_mark(required)} {hint.map(|hint| view! { <small>{hint}</small> })}
                </span>
                {count.map(|count| view! { <span class="checkbox__count">{count}</span> })}
            </label>
            {who_sees.map(|who| view! { <VisibilityNote text=who attr:id=format!("{id}-who") /> })}
        </div>
    }
}

/// Several of many, under one question.
#[component]
pub fn CheckboxGroup(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    options: Vec<Choice>,
    /// The values that are checked at first.
    #[prop(optional)]
    values: Vec<String>,
    #[prop(optional, into)] hint: Option<String>,
    #[prop(optional, into)] error: MaybeProp<String>,
    #[prop(optional, into)] who_sees: Option<String>,
    #[prop(optional)] required: bool,
    /// Side by side rather than one below the other.
    #[prop(optional)]
    inline: bool,
    #[prop(optional, into)] id: Option<String>,
    /// Told the value and whether it is checked now.
    #[prop(optional, into)]
    on_change: Option<Callback<(String, bool)>>,
) -> impl IntoView {
    let error = message_for(&name, error);
    let id = field_id(&name, id);
    let boxes = options
        .into_iter()
        .enumerate()
        .map(|(index, option)| {
            let checked =
                form::chosen(&name, &option.value).unwrap_or_else(|| values.contains(&option.value));
            let told = option.value.clone();
            view! {
                <label class="checkbox">
                    <input
                        class="checkbox__box"
                        type="checkbox"
                        id=format!("{id}-{index}")
                        name=name.clone()
                        value=option.value
                        checked=checked
                        disabled=option.disabled
                        on:change=move |event| {
                            if let Some(on_change) = on_change {
                                on_change.run((told.clone(), event_target_checked(&event)));
                            }
                        }
                    />
                    <span class="checkbox__words">
                        {option.label} {option.hint.map(|hint| view! { <small>{hint}</small> })}
                    </span>
                    {option.count.map(|count| view! { <span class="checkbox__count">{count}</span> })}
                </label>
            }
        })
        .collect_view();
    let group = view! {
        <div class="choices" data-inline=inline>
            {boxes}
        </div>
    };
    let frame = FieldFrame { id, label, hint, who_sees, error, required, short: false };
    frame.group("group", group.into_any())
}
