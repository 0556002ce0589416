//! From whom one would rather be apart: on one's own profile, a list and a form a programme.

use super::api::KeepApart;
use crate::form::{Form, FormAction, Refused, field_error};
use crate::ui::*;
use domain::choice::{Apart, Named, WHO};
use domain::text::choice as words;
use leptos::prelude::*;

/// All one's programmes; nothing where one takes part in none.
pub(super) fn apart_forms(all: Vec<Apart>) -> AnyView {
    if all.is_empty() {
        return ().into_any();
    }
    let forms = all.into_iter().map(|one| view! { <ApartForms one /> }).collect_view();
    view! { <Section title=words::own_title() lead=words::own_lead()>{forms}</Section> }.into_any()
}

#[component]
fn ApartForms(one: Apart) -> impl IntoView {
    let (add, remove) = (FormAction::<KeepApart>::new(), FormAction::<KeepApart>::new());
    let (kept, introduced) = (RwSignal::new(one.people), StoredValue::new(one.met));
    // A form of its own for each who is named: an empty field waits for the next.
    let typed = RwSignal::new(0);
    let toasts = use_toasts();
    let slug = one.slug;
    let name = slug.clone();
    let id = StoredValue::new(format!("f-apart-{name}"));
    let answered = move |change: FormAction<KeepApart>, then: fn(RwSignal<usize>) -> &'static str| {
        let answer = change.value();
        Effect::new(move || {
            if let Some(Ok(now)) = answer.get() {
                kept.set(now);
                toasts.good(then(typed));
                // What was pressed is drawn anew or gone.
                focus_by_id(id.get_value());
            }
        });
    };
    answered(add, |typed| {
        typed.update(|times| *times += 1);
        words::added()
    });
    answered(remove, |_| words::apart_taken_off());
    let programme = StoredValue::new(slug);
    let rows = move || {
        let row = |person: Named| {
            let label = words::remove(&person.name);
            view! {
                <li class="wishes__row">
                    <span class="wishes__name" dir="auto">
                        {person.name}
                    </span>
                    <Form action=remove name=person.id.to_string() class="wishes__ways">
                        <input type="hidden" name="programme" value=programme.get_value() />
                        <input type="hidden" name=WHO value=person.id.to_string() />
                        <input type="hidden" name="apart" value="false" />
                        <Refused name=WHO />
                        <IconButton glyph=Glyph::Close label submit=true />
                    </Form>
                </li>
            }
        };
        kept.get().into_iter().map(row).collect_view()
    };
    let met = move || {
        let row = |person: Named| {
            let label = words::apart_do(&person.name);
            view! {
                <Form action=add name=format!("met-{}", person.id)>
                    <input type="hidden" name="programme" value=programme.get_value() />
                    <input type="hidden" name=WHO value=person.id.to_string() />
                    <input type="hidden" name="apart" value="true" />
                    <Refused name=WHO />
                    <Button submit=true>
                        <span dir="auto">{label}</span>
                    </Button>
                </Form>
            }
        };
        let free = |one: &Named| kept.with(|kept| kept.iter().all(|other| other.id != one.id));
        let met: Vec<Named> =
            introduced.with_value(|met| met.iter().filter(|one| free(one)).cloned().collect());
        (!met.is_empty()).then(|| {
            view! {
                <p class="muted">{words::own_met()}</p>
                <div class="cluster">{met.into_iter().map(row).collect_view()}</div>
            }
        })
    };
    let field = move || {
        typed.track();
        let error = field_error(WHO);
        view! {
            <Field
                name=WHO
                id=id.get_value()
                kind=FieldKind::Email
                label=words::who()
                hint=words::who_hint()
                error
                autocomplete="off"
            />
        }
    };
    view! {
        <h3>{words::own_of(one.programme)}</h3>
        {move || kept.with(Vec::is_empty).then(|| view! { <p class="muted">{words::own_none()}</p> })}
        <ul class="wishes" role="list">
            {rows}
        </ul>
        {met}
        <Form action=add name=name>
            <input type="hidden" name="programme" value=programme.get_value() />
            <input type="hidden" name="apart" value="true" />
            {field}
            <FormActions>
                <Button submit=true>{words::add()}</Button>
            </FormActions>
        </Form>
    }
}
