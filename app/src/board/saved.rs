//! The reader's own ways of looking at a board, each by its name.

use super::api::{DeleteView, SaveView};
use super::board_page::Links;
use super::desk::Desk;
use super::find::Find;
use crate::form::{Form, FormAction};
use crate::ui::*;
use domain::board::{BoardQuery, LONGEST_NAME, MOST_VIEWS, SavedView};
use domain::text::board as words;
use leptos::prelude::*;

#[component]
pub(super) fn SavedViews() -> impl IntoView {
    let desk = expect_context::<Desk>();
    let find = expect_context::<Find>();
    let (save, delete) = (FormAction::<SaveView>::new(), FormAction::<DeleteView>::new());
    Effect::new(move || {
        if let Some(Ok(kept)) = save.value().get() {
            find.saved.set(kept);
        }
    });
    Effect::new(move || {
        if let Some(Ok(kept)) = delete.value().get() {
            find.saved.set(kept);
        }
    });
    let look = move || find.query.with(serde_json::to_string).unwrap_or_default();
    let first = untrack(look);
    let kept = move || find.saved.with(|all| all.iter().map(|one| one.id).collect::<Vec<_>>());
    view! {
        <details class="disclosure board-saved">
            <summary>
                <Icon glyph=Glyph::Star size=Size::Small />
                {words::views()}
            </summary>
            <div class="disclosure__body board-saved__body">
                <Show
                    when=move || find.saved.with(|all| !all.is_empty())
                    fallback=|| view! { <p>{words::views_none()}</p> }
                >
                    <ul class="board-saved__list" aria-label=words::views()>
                        <For each=kept key=|id| *id let(id)>
                            <Kept id delete />
                        </For>
                    </ul>
                </Show>
                <Form action=save class="panel__form" label=words::view_save()>
                    <input type="hidden" name="programme" value=desk.slug() />
                    <input type="hidden" name="look" value=first prop:value=look />
                    <Field
                        name="name"
                        label=words::view_name()
                        hint=words::view_hint(MOST_VIEWS)
                        maxlength=LONGEST_NAME as u32
                        required=true
                    />
                    <Button submit=true>{words::view_save()}</Button>
                </Form>
            </div>
        </details>
    }
}

#[component]
fn Kept(id: domain::SavedViewId, delete: FormAction<DeleteView>) -> impl IntoView {
    let desk = expect_context::<Desk>();
    let find = expect_context::<Find>();
    let links = expect_context::<StoredValue<Links>>();
    let view = Memo::new(move |_| find.saved.with(|all| all.iter().find(|one| one.id == id).cloned()));
    let name = move || view.get().map(|view| view.name).unwrap_or_default();
    let same = |view: &SavedView, now: &BoardQuery| {
        view.query == BoardQuery { page: 1, tray_page: 1, ..now.clone() }
    };
    let on =
        move || find.query.with(|now| view.with(|view| view.as_ref().is_some_and(|view| same(view, now))));
    let href = move || view.get().map(|view| links.with_value(|links| links.to(&view.query, None)));
    view! {
        <li>
            <a href=href dir="auto" data-noscroll="" aria-current=move || on().then_some("true")>
                {name}
            </a>
            <Form action=delete name=format!("delete-{id}") label=words::view_delete(name())>
                <input type="hidden" name="programme" value=desk.slug() />
                <input type="hidden" name="view" value=id.to_string() />
                <IconButton glyph=Glyph::Trash label=words::view_delete(name()) size=Size::Small submit=true />
            </Form>
        </li>
    }
}
