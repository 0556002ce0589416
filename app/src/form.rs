//! Forms that work before and without wasm, keep what was typed, and are harmless when sent twice.
//!
//! With wasm, [`Form`] sends in the background and shows messages beside the fields. Without, the browser posts it; a
//! refusal renders the same page again with [`Returned`], so that every field comes back filled in. Each form carries
//! a `command_id`: the server answers a repeated one with its first answer.

mod action;
#[cfg(feature = "hydrate")]
mod post;

pub use action::{Answer, FormAction};
#[cfg(feature = "hydrate")]
pub(crate) use post::get;

use crate::error::AppError;
use domain::CommandId;
use leptos::context::Provider;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// A plain form that was refused: where it was sent, what was typed, and why it was refused.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Returned {
    pub path: String,
    pub fields: Vec<(String, String)>,
    pub error: AppError,
}

impl Returned {
    fn value(&self, name: &str) -> Option<String> {
        self.fields.iter().find(|(field, _)| field == name).map(|(_, value)| value.clone())
    }
}

/// What the fields inside a form can ask.
#[derive(Clone, Copy)]
pub struct FormState {
    error: Signal<Option<AppError>>,
    returned: StoredValue<Option<Returned>>,
    /// Whether an answer is awaited.
    pub pending: Signal<bool>,
}

/// Gives the refused form, if there is one, to the forms below. Called once, by the root.
pub(crate) fn provide_returned() {
    #[cfg(feature = "ssr")]
    let returned = crate::wire::hand_over(crate::request::returned);
    #[cfg(not(feature = "ssr"))]
    let returned = crate::wire::hand_over(|| None::<Returned>);
    provide_context(StoredValue::new(returned));
}

/// The message for the field `name` of the form around it, as it changes. Empty outside a form.
pub fn field_error(name: impl Into<String>) -> Signal<Option<String>> {
    let name = name.into();
    match use_context::<FormState>() {
        Some(form) => {
            Signal::derive(move || form.error.with(|error| error.as_ref().and_then(|e| e.field(&name))))
        }
        None => Signal::stored(None),
    }
}

/// What was typed into the field `name` before the form came back refused; none on a fresh page.
pub fn typed(name: &str) -> Option<String> {
    use_context::<FormState>()?.returned.with_value(|returned| returned.as_ref()?.value(name))
}

/// Why the value `name` was refused, for a form that has no field for it.
#[component]
pub fn Refused(name: &'static str) -> impl IntoView {
    let said = field_error(name);
    move || said.get().map(|said| view! { <p class="form__note" role="alert">{said}</p> })
}

/// Whether the checkbox or choice `name` was set to `value` when the form came back refused; none on a fresh page.
pub fn chosen(name: &str, value: &str) -> Option<bool> {
    use_context::<FormState>()?.returned.with_value(|returned| {
        let returned = returned.as_ref()?;
        Some(returned.fields.iter().any(|(field, typed)| field == name && typed == value))
    })
}

/// All that was chosen for `name` when the form came back refused; none on a fresh page.
pub fn all_chosen(name: &str) -> Option<Vec<String>> {
    use_context::<FormState>()?.returned.with_value(|returned| {
        let fields = &returned.as_ref()?.fields;
        Some(fields.iter().filter(|(field, _)| field == name).map(|(_, value)| value.clone()).collect())
    })
}

/// Why the form around was refused, as it changes. Empty outside a form.
pub fn refusal() -> Signal<Option<AppError>> {
    use_context::<FormState>().map_or_else(|| Signal::stored(None), |form| form.error)
}

/// Whether a plain form called `name` came back refused on this page.
pub fn came_back(name: &str) -> bool {
    let returned = use_context::<StoredValue<Option<Returned>>>();
    returned.is_some_and(|returned| {
        returned.with_value(|returned| {
            returned.as_ref().and_then(|r| r.value("form_name")).is_some_and(|own| own == name)
        })
    })
}

/// The page's own address, where a refused form has come back at the address of its server function.
fn form_page() -> Option<String> {
    let returned = use_context::<StoredValue<Option<Returned>>>()?;
    returned.with_value(|returned| returned.as_ref()?.value("form_page"))
}

/// Whether the form around is waiting for its answer.
pub fn pending() -> Signal<bool> {
    use_context::<FormState>().map_or_else(|| Signal::stored(false), |form| form.pending)
}

/// A new command id: random, and made by whoever sends the command.
pub fn new_command() -> CommandId {
    #[cfg(feature = "ssr")]
    return crate::request::new_command();
    #[cfg(not(feature = "ssr"))]
    {
        let mut bytes = [0; 16];
        #[cfg(feature = "hydrate")]
        if let Some(crypto) = web_sys::window().and_then(|window| window.crypto().ok()) {
            // Every browser that runs wasm has it; a refusal would leave the nil id, which the server refuses as used.
            let _ = crypto.get_random_values_with_u8_array(&mut bytes);
        }
        CommandId(uuid::Builder::from_random_bytes(bytes).into_uuid())
    }
}

/// What a form holds when it is sent, with the value of the button that was pressed.
#[derive(Clone, Debug)]
pub struct Fields(#[cfg(feature = "hydrate")] String);

impl Fields {
    /// What the field `name` holds, read as a `T`.
    pub fn read<T: TryFrom<String>>(&self, name: &str) -> Option<T> {
        #[cfg(feature = "hydrate")]
        return T::try_from(web_sys::UrlSearchParams::new_with_str(&self.0).ok()?.get(name)?).ok();
        #[cfg(not(feature = "hydrate"))]
        {
            let _ = name;
            None
        }
    }
}

/// A form that sends `action`.
///
/// Where a page has several forms with the same action, give each a `name`, so that a refused one finds its way back.
/// Messages that belong to no field are shown at the top of the form.
#[component]
pub fn Form<F>(
    /// The server function behind the form.
    action: FormAction<F>,
    /// Tells this form from others with the same action on the page.
    #[prop(optional, into)]
    name: String,
    /// A class beside `form`.
    #[prop(optional, into)]
    class: String,
    /// Names the form for assistive technology, where no heading does.
    #[prop(optional, into)]
    label: Option<String>,
    /// By which a button elsewhere on the page finds it.
    #[prop(optional)]
    id: Option<&'static str>,
    /// In the browser, what is done with what the form holds, where the page sends that in its own time.
    #[prop(optional, into)]
    instead: Option<Callback<Fields>>,
    children: Children,
) -> impl IntoView
where
    F: ServerFn<Error = AppError> + 'static,
    F::Output: DeserializeOwned + Send + Sync + 'static,
{
    let returned =
        use_context::<StoredValue<Option<Returned>>>().and_then(|all| all.get_value()).filter(|returned| {
            returned.path == F::PATH && returned.value("form_name").unwrap_or_default() == name
        });
    let earlier = returned.as_ref().map(|returned| returned.error.clone());
    let value = action.value();
    let version = action.version();
    let own = StoredValue::new(name.clone());
    let error = Signal::derive(move || match version.get() {
        0 => earlier.clone(),
        _ if !own.with_value(|name| action.is_by(name)) => None,
        _ => value.with(|answer| answer.as_ref().and_then(|answer| answer.as_ref().err().cloned())),
    });
    let command = RwSignal::new(new_command().to_string());
    Effect::new(move || {
        if value.with(|answer| matches!(answer, Some(Ok(_)))) {
            command.set(new_command().to_string());
        }
    });
    let state = FormState { error, returned: StoredValue::new(returned), pending: action.pending() };
    let note = move || {
        error.get().filter(|error| !matches!(error, AppError::Invalid(_))).map(|error| {
            view! { <p class="form__note" role="alert">{error.sentence()}</p> }
        })
    };
    let class = format!("form {class}");
    let submit = move |event: SubmitEvent| {
        #[cfg(feature = "hydrate")]
        if !event.default_prevented()
            && let Some(fields) = post::fields(&event)
        {
            event.prevent_default();
            match instead {
                Some(instead) => instead.run(Fields(fields)),
                None => own.with_value(|name| action.send(name, fields)),
            }
        }
        #[cfg(not(feature = "hydrate"))]
        let _ = (event, instead);
    };
    view! {
        <form method="post" action=F::PATH id=id class=class aria-label=label on:submit=submit>
            <input type="hidden" name="command_id" value=move || command.get() />
            {(!name.is_empty()).then(|| view! { <input type="hidden" name="form_name" value=name.clone() /> })}
            {form_page().map(|page| view! { <input type="hidden" name="form_page" value=page /> })}
            {note}
            // Of this form alone: given to all around it, a field beside it would find a form that is gone.
            <Provider value=state>{children()}</Provider>
        </form>
    }
}

/// A form that the browser posts by itself, with wasm too: after signing in or out everything on the page is somebody
/// else's, so the page is loaded anew. Fields inside work as in [`Form`]; `action` is the address of a server function.
#[component]
pub fn DoorForm(
    action: &'static str,
    /// Tells this form from others with the same action on the page.
    #[prop(optional, into)]
    name: String,
    /// A class beside `form`.
    #[prop(optional, into)]
    class: String,
    children: Children,
) -> impl IntoView {
    let returned =
        use_context::<StoredValue<Option<Returned>>>().and_then(|all| all.get_value()).filter(|returned| {
            returned.path == action && returned.value("form_name").unwrap_or_default() == name
        });
    let error = returned.as_ref().map(|returned| returned.error.clone());
    let note = error.clone().filter(|error| !matches!(error, AppError::Invalid(_))).map(|error| {
        view! { <p class="form__note" role="alert">{error.sentence()}</p> }
    });
    let state = FormState {
        error: Signal::stored(error),
        returned: StoredValue::new(returned),
        pending: Signal::stored(false),
    };
    let command = RwSignal::new(new_command().to_string());
    view! {
        <form method="post" action=action class=format!("form {class}")>
            <input type="hidden" name="command_id" value=move || command.get() />
            {(!name.is_empty()).then(|| view! { <input type="hidden" name="form_name" value=name.clone() /> })}
            {form_page().map(|page| view! { <input type="hidden" name="form_page" value=page /> })}
            {note}
            // Of this form alone: given to all around it, a field beside it would find a form that is gone.
            <Provider value=state>{children()}</Provider>
        </form>
    }
}

/// A refused plain form is answered at the address of its server function; this gives the tab the address of the page
/// back before the router reads it.
#[cfg(feature = "ssr")]
pub(crate) fn restore_address() -> Option<impl IntoView> {
    let nonce = leptos::nonce::use_nonce();
    crate::request::returned().map(|_| {
        let parts = use_context::<axum::http::request::Parts>();
        let address = parts
            .and_then(|parts| parts.uri.path_and_query().map(ToString::to_string))
            .unwrap_or_else(crate::path::today);
        // JSON is a JavaScript literal once "<" cannot end the script.
        let literal = serde_json::to_string(&address).unwrap_or_default().replace('<', "\\u003c");
        view! { <script nonce=nonce>{format!("history.replaceState(null,'',{literal})")}</script> }
    })
}
