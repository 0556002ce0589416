//! The few things that only a browser can do. On the server they do nothing, so that handlers compile for both.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{self, Element, HtmlElement};

/// Where the focus goes inside a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Move {
    First,
    Last,
    Next,
    Previous,
}

impl Move {
    /// What a key asks for in a list from top to bottom.
    pub(crate) fn of_key(key: &str) -> Option<Move> {
        match key {
            "ArrowDown" => Some(Move::Next),
            "ArrowUp" => Some(Move::Previous),
            "Home" => Some(Move::First),
            "End" => Some(Move::Last),
            _ => None,
        }
    }

    /// The place in a list of `len` that it leads to from `at`, round the ends.
    pub(crate) fn from(self, at: Option<usize>, len: usize) -> usize {
        match (self, at) {
            _ if len == 0 => 0,
            (Move::First, _) | (Move::Next, None) => 0,
            (Move::Last, _) | (Move::Previous, None) => len - 1,
            (Move::Next, Some(at)) => (at + 1) % len,
            (Move::Previous, Some(at)) => (at + len - 1) % len,
        }
    }
}

/// Moves the focus between the elements of `class` inside `list`.
pub(crate) fn move_focus(list: &Element, class: &str, to: Move) {
    let items = list.get_elements_by_class_name(class);
    let len = items.length();
    let focused = document().active_element();
    let at = (0..len).find(|&index| items.item(index) == focused && focused.is_some());
    let next = to.from(at.map(|at| at as usize), len as usize);
    focus_element(items.item(u32::try_from(next).unwrap_or_default()));
}

/// Focuses the next element of `class` inside `list` whose text begins with `typed`, after the focused one.
pub(crate) fn focus_by_letter(list: &Element, class: &str, typed: &str) {
    let items = list.get_elements_by_class_name(class);
    let len = items.length();
    let focused = document().active_element();
    let at = (0..len).find(|&index| items.item(index) == focused && focused.is_some()).unwrap_or(len);
    let typed = typed.to_lowercase();
    let found = (1..=len)
        .filter_map(|step| items.item((at + step) % len.max(1)))
        .find(|item| item.text_content().is_some_and(|text| text.trim().to_lowercase().starts_with(&typed)));
    focus_element(found);
}

fn focus_element(element: Option<Element>) {
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Focuses what has this id, once it is on the page.
pub(crate) fn focus_by_id(id: impl Into<String>) {
    let id = id.into();
    request_animation_frame(move || focus_element(document().get_element_by_id(&id)));
}

/// The first field inside `around` that holds something typed which is not saved, except those inside `but`.
pub(crate) fn unsent(around: &Element, but: Option<&Element>) -> Option<Element> {
    #[cfg(feature = "hydrate")]
    {
        use js_sys::Reflect;
        let differs = |field: &Element, now: &str, before: &str| {
            Reflect::get(field, &now.into()).ok() != Reflect::get(field, &before.into()).ok()
        };
        let fields = around.query_selector_all("input, textarea").ok()?;
        let mut fields = (0..fields.length()).filter_map(|at| fields.item(at)?.dyn_into::<Element>().ok());
        fields.find(|field| {
            !but.is_some_and(|but| but.contains(Some(field)))
                && (differs(field, "value", "defaultValue") || differs(field, "checked", "defaultChecked"))
        })
    }
    #[cfg(not(feature = "hydrate"))]
    {
        let _ = (around, but);
        None
    }
}

/// Holds back a form where beside it, inside the listener's element, something is typed that it would not send. Focuses
/// that, and answers whether there was any.
pub(crate) fn hold_unsent(event: &SubmitEvent) -> bool {
    let element = |target: Option<web_sys::EventTarget>| target?.dyn_into::<Element>().ok();
    let sent = element(event.target());
    let typed = element(event.current_target()).and_then(|around| unsent(&around, sent.as_ref()));
    let Some(typed) = typed else { return false };
    event.prevent_default();
    event.stop_propagation();
    if let Some(closed) = typed.closest("details:not([open])").ok().flatten() {
        let _ = closed.set_attribute("open", "");
    }
    focus_element(Some(typed));
    true
}

/// Whether a key press is meant for a text field rather than for the page.
pub(crate) fn is_typing(target: Option<web_sys::EventTarget>) -> bool {
    target.and_then(|target| target.dyn_into::<HtmlElement>().ok()).is_some_and(|element| {
        matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
            || element.is_content_editable()
    })
}

/// The names of the files that were chosen.
pub(crate) fn file_names(input: &web_sys::HtmlInputElement) -> Vec<String> {
    #[cfg(feature = "hydrate")]
    if let Some(files) = input.files() {
        return (0..files.length()).filter_map(|index| files.get(index)).map(|file| file.name()).collect();
    }
    let _ = input;
    Vec::new()
}

/// Puts `text` on the clipboard.
pub(crate) fn copy_text(text: &str) {
    #[cfg(feature = "hydrate")]
    {
        use js_sys::{Function, Reflect};
        let clipboard = Reflect::get(&window().navigator(), &"clipboard".into()).unwrap_or_default();
        if let Ok(write) =
            Reflect::get(&clipboard, &"writeText".into()).and_then(JsCast::dyn_into::<Function>)
        {
            let _ = write.call1(&clipboard, &text.into());
        }
    }
    let _ = text;
}

/// Brings `element` into sight, as little as is needed.
pub(crate) fn scroll_into_view(element: &Element) {
    #[cfg(feature = "hydrate")]
    {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
    let _ = element;
}

/// Brings `element` to the top of the window where it begins in the lower half, and else into sight as little as is needed.
pub(crate) fn bring_up(element: &Element) {
    #[cfg(feature = "hydrate")]
    {
        let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(0.0);
        if element.get_bounding_client_rect().top() > height / 2.0 {
            element.scroll_into_view();
            return;
        }
    }
    scroll_into_view(element);
}

/// Focuses `element` without scrolling to it.
pub(crate) fn focus_in_place(element: &HtmlElement) {
    #[cfg(feature = "hydrate")]
    {
        // Through the object: the binding would need another feature of every build.
        let how = js_sys::Object::new();
        let _ = js_sys::Reflect::set(&how, &"preventScroll".into(), &true.into());
        let focus = js_sys::Reflect::get(element, &"focus".into()).unwrap_or_default();
        if let Ok(focus) = focus.dyn_into::<js_sys::Function>() {
            let _ = focus.call1(element, &how);
        }
    }
    let _ = element;
}

/// Ends after so long; with nothing to wait for, once what the frame has changed is laid out.
pub(crate) async fn pause(time: std::time::Duration) {
    let (here, come) = futures::channel::oneshot::channel();
    set_timeout(
        move || {
            let _ = here.send(());
        },
        time,
    );
    let _ = come.await;
}

/// Sends a plain form in the background and leaves the answer; it arrives also where the page is left meanwhile.
pub(crate) fn post_form(url: &str, body: &str) {
    #[cfg(feature = "hydrate")]
    {
        let Ok(body) = web_sys::UrlSearchParams::new_with_str(body) else { return };
        let init = web_sys::RequestInit::new();
        init.set_method("POST");
        init.set_body(&body);
        let _ = js_sys::Reflect::set(&init, &"keepalive".into(), &true.into());
        // The answer leads back to this page, which is here already.
        let _ = js_sys::Reflect::set(&init, &"redirect".into(), &"manual".into());
        let _ = window().fetch_with_str_and_init(url, &init);
    }
    let _ = (url, body);
}

/// Reads a setting that stays in this browser.
pub(crate) fn stored(name: &str) -> Option<String> {
    #[cfg(feature = "hydrate")]
    return window().local_storage().ok()??.get_item(name).ok()?;
    #[cfg(not(feature = "hydrate"))]
    {
        let _ = name;
        None
    }
}

/// Keeps a setting in this browser.
pub(crate) fn store(name: &str, value: &str) {
    #[cfg(feature = "hydrate")]
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.set_item(name, value);
    }
    let _ = (name, value);
}

/// Reads what stays in this tab.
#[cfg(feature = "hydrate")]
pub(crate) fn kept_in_tab(name: &str) -> Option<String> {
    window().session_storage().ok()??.get_item(name).ok()?
}

/// Keeps something as long as this tab is open.
#[cfg(feature = "hydrate")]
pub(crate) fn keep_in_tab(name: &str, value: &str) {
    if let Ok(Some(storage)) = window().session_storage() {
        let _ = storage.set_item(name, value);
    }
}

#[cfg(test)]
mod tests {
    use super::Move;

    #[test]
    fn a_list_has_no_ends() {
        assert_eq!(Move::Next.from(Some(2), 3), 0);
        assert_eq!(Move::Previous.from(Some(0), 3), 2);
        assert_eq!(Move::Next.from(None, 3), 0);
        assert_eq!(Move::Previous.from(None, 3), 2);
        assert_eq!(Move::Last.from(None, 0), 0);
    }
}
