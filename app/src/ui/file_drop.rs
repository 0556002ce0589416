//! A file from the reader's machine.

use super::field::{field_id, field_message, message_for};
use super::{Glyph, Icon, Size, VisibilityNote};
use domain::text::ui as words;
use leptos::html;
use leptos::prelude::*;

/// A zone on which a file is dropped, or pressed to choose one. It is the file input itself, so it needs no script.
#[component]
pub fn FileDrop(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] hint: Option<String>,
    #[prop(optional, into)] error: MaybeProp<String>,
    #[prop(optional, into)] who_sees: Option<String>,
    /// As in HTML: `.csv,text/csv`.
    #[prop(optional, into)]
    accept: Option<String>,
    #[prop(optional)] multiple: bool,
    #[prop(optional)] required: bool,
    #[prop(optional, into)] id: Option<String>,
    /// Told the names of the files whenever they change.
    #[prop(optional, into)]
    on_files: Option<Callback<Vec<String>>>,
    #[prop(optional)] node_ref: NodeRef<html::Input>,
) -> impl IntoView {
    let error = message_for(&name, error);
    let id = field_id(&name, id);
    let error_id = format!("{id}-error");
    let over = RwSignal::new(false);
    let files = RwSignal::new(Vec::<String>::new());
    let chosen = move |input: &leptos::web_sys::HtmlInputElement| {
        let names = super::browser::file_names(input);
        files.set(names.clone());
        if let Some(on_files) = on_files {
            on_files.run(names);
        }
    };
    view! {
        <div class="field" data-wrong=move || error.with(Option::is_some)>
            <label class="field__label" for=id.clone()>
                {label}
            </label>
            {hint.map(|hint| view! { <p class="field__hint" id=format!("{id}-hint")>{hint}</p> })}
            {move || field_message(&error_id, error.get())}
            <div class="file-drop" data-over=move || over.get()>
                <Icon glyph=Glyph::Upload size=Size::Large />
                <span class="file-drop__what">{words::drop_file()}</span>
                <span>{words::or_choose_file()}</span>
                <span class="file-drop__files" role="status">
                    {move || files.with(|files| files.join(", "))}
                </span>
                <input
                    class="file-drop__input"
                    node_ref=node_ref
                    type="file"
                    id=id.clone()
                    name=name
                    accept=accept
                    multiple=multiple
                    required=required
                    aria-invalid=move || error.with(|error| error.is_some().then_some("true"))
                    aria-describedby=format!("{id}-error {id}-hint {id}-who")
                    on:dragenter=move |_| over.set(true)
                    on:dragleave=move |_| over.set(false)
                    on:drop=move |_| over.set(false)
                    on:change=move |event| chosen(&event_target::<leptos::web_sys::HtmlInputElement>(&event))
                />
            </div>
            {who_sees.map(|who| view! { <VisibilityNote text=who attr:id=format!("{id}-who") /> })}
        </div>
    }
}
