//! A question and the place for its answer.
//!
//! Inside a [`crate::form::Form`] a field finds its message and what was typed by its `name`; both can also be given.

use super::{Glyph, Icon, Size, VisibilityNote};
use crate::form;
use domain::text::ui as words;
use leptos::html;
use leptos::prelude::*;

/// What kind of answer a [`Field`] takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FieldKind {
    #[default]
    Text,
    Email,
    Password,
    Number,
    Date,
    Time,
    DateTime,
    Search,
    Url,
    Tel,
}

impl FieldKind {
    const fn attribute(self) -> &'static str {
        match self {
            FieldKind::Text => "text",
            FieldKind::Email => "email",
            FieldKind::Password => "password",
            FieldKind::Number => "number",
            FieldKind::Date => "date",
            FieldKind::Time => "time",
            FieldKind::DateTime => "datetime-local",
            FieldKind::Search => "search",
            FieldKind::Url => "url",
            FieldKind::Tel => "tel",
        }
    }
}

/// What stands around the control of every field.
pub(crate) struct FieldFrame {
    pub(crate) id: String,
    pub(crate) label: String,
    pub(crate) hint: Option<String>,
    pub(crate) who_sees: Option<String>,
    pub(crate) error: Signal<Option<String>>,
    pub(crate) required: bool,
    pub(crate) short: bool,
}

impl FieldFrame {
    /// The ids of what describes the control, for `aria-describedby`.
    pub(crate) fn described_by(&self) -> impl Fn() -> Option<String> + Clone + Send + Sync + use<> {
        let (id, hint, who, error) =
            (self.id.clone(), self.hint.is_some(), self.who_sees.is_some(), self.error);
        move || {
            let wrong = error.with(Option::is_some);
            let parts = [(wrong, "error"), (hint, "hint"), (who, "who")];
            let ids: Vec<String> =
                parts.iter().filter(|(there, _)| *there).map(|(_, part)| format!("{id}-{part}")).collect();
            (!ids.is_empty()).then(|| ids.join(" "))
        }
    }

    /// `aria-invalid`, as it changes.
    pub(crate) fn invalid(&self) -> impl Fn() -> Option<&'static str> + Clone + Send + Sync + use<> {
        let error = self.error;
        move || error.with(|error| error.is_some().then_some("true"))
    }

    /// The label above one control, and the rest around it.
    pub(crate) fn around(self, control: AnyView) -> impl IntoView {
        let FieldFrame { id, label, hint, who_sees, error, required, short } = self;
        let error_id = format!("{id}-error");
        view! {
            <div class="field" data-short=short data-wrong=move || error.with(Option::is_some)>
                <label class="field__label" for=id.clone()>
                    {label}
                    {required_mark(required)}
                </label>
                {hint.map(|hint| view! { <p class="field__hint" id=format!("{id}-hint")>{hint}</p> })}
                {move || field_message(&error_id, error.get())}
                {control}
                {who_sees.map(|who| view! { <VisibilityNote text=who attr:id=format!("{id}-who") /> })}
            </div>
        }
    }

    /// One question above several controls: `role` is `group` or `radiogroup`.
    pub(crate) fn group(self, role: &'static str, controls: AnyView) -> impl IntoView {
        let described_by = self.described_by();
        let FieldFrame { id, label, hint, who_sees, error, required, .. } = self;
        let error_id = format!("{id}-error");
        view! {
            <div
                class="field"
                role=role
                id=id.clone()
                tabindex="-1"
                aria-labelledby=format!("{id}-label")
                aria-describedby=described_by
                data-wrong=move || error.with(Option::is_some)
            >
                <span class="field__label" id=format!("{id}-label")>
                    {label}
                    {required_mark(required)}
                </span>
                {hint.map(|hint| view! { <p class="field__hint" id=format!("{id}-hint")>{hint}</p> })}
                {move || field_message(&error_id, error.get())}
                {controls}
                {who_sees.map(|who| view! { <VisibilityNote text=who attr:id=format!("{id}-who") /> })}
            </div>
        }
    }
}

/// The word after the label of a field that must be answered.
pub(crate) fn required_mark(required: bool) -> Option<impl IntoView> {
    required.then(|| view! { <span class="field__required">{format!(" · {}", words::required())}</span> })
}

/// What is wrong with an answer.
pub(crate) fn field_message(id: &str, error: Option<String>) -> Option<impl IntoView + use<>> {
    let id = id.to_owned();
    error.map(|error| {
        view! {
            <p class="field__error" id=id>
                <Icon glyph=Glyph::Error size=Size::Small />
                <span>{error}</span>
            </p>
        }
    })
}

/// The message for a field: the one given, else the one that the form around it brings.
pub(crate) fn message_for(name: &str, given: MaybeProp<String>) -> Signal<Option<String>> {
    let from_form = form::field_error(name);
    Signal::derive(move || given.get().or_else(|| from_form.get()))
}

/// A field's id: the one given, else made from its name.
pub(crate) fn field_id(name: &str, given: Option<String>) -> String {
    given.unwrap_or_else(|| format!("f-{name}"))
}

/// One line: text, e-mail, password, number, date or search.
#[component]
pub fn Field(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional)] kind: FieldKind,
    /// What it holds at first; what was typed before a refusal goes before.
    #[prop(optional, into)]
    value: String,
    #[prop(optional, into)] hint: Option<String>,
    #[prop(optional, into)] error: MaybeProp<String>,
    /// Who can read the answer, in a sentence.
    #[prop(optional, into)]
    who_sees: Option<String>,
    #[prop(optional)] required: bool,
    #[prop(optional)] readonly: bool,
    /// Only as wide as a figure or a date.
    #[prop(optional)]
    short: bool,
    /// What follows the figure, as "hours a month".
    #[prop(optional, into)]
    unit: Option<String>,
    #[prop(optional, into)] id: Option<String>,
    #[prop(optional, into)] autocomplete: Option<String>,
    #[prop(optional, into)] placeholder: Option<String>,
    #[prop(optional, into)] min: Option<String>,
    #[prop(optional, into)] max: Option<String>,
    #[prop(optional, into)] step: Option<String>,
    #[prop(optional)] maxlength: Option<u32>,
    /// The id of a `<datalist>`.
    #[prop(optional, into)]
    list: Option<String>,
    #[prop(optional, into)] on_input: Option<Callback<String>>,
    #[prop(optional, into)] on_change: Option<Callback<String>>,
    #[prop(optional)] node_ref: NodeRef<html::Input>,
) -> impl IntoView {
    let secret = kind == FieldKind::Password;
    let value = if secret { String::new() } else { form::typed(&name).unwrap_or(value) };
    let error = message_for(&name, error);
    let frame = FieldFrame { id: field_id(&name, id), label, hint, who_sees, error, required, short };
    let control = view! {
        <div class="field__line">
            <input
                class="control"
                node_ref=node_ref
                type=kind.attribute()
                id=frame.id.clone()
                name=name
                value=value
                required=required
                readonly=readonly
                autocomplete=autocomplete
                placeholder=placeholder
                min=min
                max=max
                step=step
                maxlength=maxlength
                list=list
                dir=matches!(kind, FieldKind::Text | FieldKind::Search).then_some("auto")
                aria-invalid=frame.invalid()
                aria-describedby=frame.described_by()
                on:input=move |event| tell(on_input, event_target_value(&event))
                on:change=move |event| tell(on_change, event_target_value(&event))
            />
            {unit.map(|unit| view! { <span class="field__unit">{unit}</span> })}
        </div>
    };
    frame.around(control.into_any())
}

pub(crate) fn tell(listener: Option<Callback<String>>, value: String) {
    if let Some(listener) = listener {
        listener.run(value);
    }
}
