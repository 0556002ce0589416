//! Whom a mentee wishes for: the list in its order, and the choice on one mentor's page.

use super::api::{KeepApart, WishFor};
use crate::form::{Form, FormAction, Refused};
use crate::path;
use crate::ui::*;
use domain::choice::{Choice, MOST_WISHES, WHO, Wish};
use domain::person::PersonLine;
use domain::text::choice as words;
use domain::{ParticipationId, PersonId};
use leptos::prelude::*;

/// The wishes in their order, each with ways to move it and to take it off. `kept` is what the page knows of them.
#[component]
pub(super) fn Wishes(slug: String, kept: RwSignal<Vec<Wish>>) -> impl IntoView {
    // The forms share an action: an answer finds it also where the list has been drawn anew meanwhile.
    let about = RwSignal::new(None);
    let change = wish_action(kept, about);
    let rows = move || {
        let wishes = kept.get();
        let count = wishes.len();
        let row = |(at, wish): (usize, Wish)| row(&slug, change, about, at + 1, count, wish);
        wishes.into_iter().enumerate().map(row).collect_view()
    };
    let none = move || kept.with(Vec::is_empty);
    view! {
        <Section title=words::wishes_title() lead=words::wishes_lead()>
            {move || none().then(|| view! { <p class="muted">{words::none()}</p> })} <ol class="wishes" role="list">
                {rows}
            </ol>
        </Section>
    }
}

/// Sends a wish for the mentor whom it is `about`, keeps the answer and says what has become of it.
fn wish_action(kept: RwSignal<Vec<Wish>>, about: RwSignal<Option<ParticipationId>>) -> FormAction<WishFor> {
    let change = FormAction::<WishFor>::new();
    let (answer, toasts) = (change.value(), use_toasts());
    Effect::new(move || {
        let Some(Ok(now)) = answer.get() else { return };
        let before = kept.get_untracked();
        let mentor = about.get_untracked();
        if let Some(said) = mentor.and_then(|mentor| said(&before, &now, mentor)) {
            toasts.good(said);
        }
        // The list is drawn anew, so the wish that has moved keeps the focus, or the first where it is gone.
        if let Some(to) = mentor.and_then(|mentor| find(&now, mentor)).map(|(_, wish)| wish).or(now.first()) {
            focus_by_id(row_id(to.mentor));
        }
        kept.set(now);
    });
    change
}

fn find(all: &[Wish], mentor: ParticipationId) -> Option<(usize, &Wish)> {
    all.iter().enumerate().find(|(_, one)| one.mentor == mentor)
}

/// What has become of the wish for one mentor, for somebody who hears it.
fn said(before: &[Wish], now: &[Wish], mentor: ParticipationId) -> Option<String> {
    match (find(before, mentor), find(now, mentor)) {
        (Some((_, gone)), None) => Some(words::taken_off(&gone.name)),
        (None, Some((_, new))) => Some(words::wished(&new.name)),
        (Some(_), Some((at, moved))) => Some(words::moved(&moved.name, at + 1)),
        (None, None) => None,
    }
}

fn row_id(mentor: ParticipationId) -> String {
    format!("wish-{mentor}")
}

fn row(
    slug: &str,
    change: FormAction<WishFor>,
    about: RwSignal<Option<ParticipationId>>,
    place: usize,
    of: usize,
    wish: Wish,
) -> impl IntoView + use<> {
    let Wish { mentor, name } = wish;
    let (href, slug) = (path::mentor(slug, mentor), slug.to_owned());
    let step = |to: usize, glyph: Glyph, label: String| {
        view! { <IconButton glyph label name="place" value=to.to_string() submit=true /> }
    };
    let up = (place > 1).then(|| step(place - 1, Glyph::ArrowUp, words::up(&name)));
    let down = (place < of).then(|| step(place + 1, Glyph::ArrowDown, words::down(&name)));
    let off = step(0, Glyph::Close, words::off(&name));
    view! {
        <li class="wishes__row" on:click=move |_| about.set(Some(mentor))>
            <span class="wishes__place">{place}</span>
            <a id=row_id(mentor) class="wishes__name" href=href dir="auto">
                {name}
            </a>
            <Form action=change name=mentor.to_string() class="wishes__ways">
                <input type="hidden" name="programme" value=slug />
                <input type="hidden" name="mentor" value=mentor.to_string() />
                {up}
                {down}
                {off}
            </Form>
        </li>
    }
}

/// "Wish 2", where the mentor is one.
#[component]
pub(super) fn WishMark(mentor: ParticipationId, kept: RwSignal<Vec<Wish>>) -> impl IntoView {
    move || {
        let place = kept.with(|all| all.iter().position(|one| one.mentor == mentor))? + 1;
        Some(view! { <Badge tone=Tone::Info>{words::wish(place)}</Badge> })
    }
}

/// What a mentee has chosen about the mentor whose page this is.
#[component]
pub(super) fn ChoiceCard(
    slug: String,
    mentor: ParticipationId,
    person: PersonLine,
    choice: Choice,
) -> impl IntoView {
    let (kept, apart) = (RwSignal::new(choice.wishes), RwSignal::new(choice.apart));
    let change = wish_action(kept, RwSignal::new(Some(mentor)));
    let answer = change.value();
    Effect::new(move || {
        if answer.with(|answer| matches!(answer, Some(Ok(now)) if now.iter().any(|one| one.mentor == mentor)))
        {
            apart.set(false);
        }
    });
    let name = StoredValue::new(person.name.clone());
    let back = path::directory(&slug);
    let programme = StoredValue::new(slug.clone());
    let place = move || kept.with(|all| find(all, mentor).map(|(at, _)| at + 1));
    let of = move || kept.with(Vec::len);
    let state = move || match place() {
        Some(place) => words::is_wish(place, of()),
        None if of() >= MOST_WISHES => words::full(MOST_WISHES),
        None => words::why().to_owned(),
    };
    let label = move || match place() {
        Some(_) => words::take_off().to_owned(),
        None => name.with_value(|name| words::wish_for(name)),
    };
    let to = move || if place().is_some() { 0 } else { of() + 1 };
    // The button stays while its words change, and with it the focus.
    let possible = Memo::new(move |_| place().is_some() || of() < MOST_WISHES);
    let button = move || {
        possible.get().then(|| {
            view! {
                <Form action=change name="wish">
                    <input type="hidden" name="programme" value=programme.get_value() />
                    <input type="hidden" name="mentor" value=mentor.to_string() />
                    <input type="hidden" name="place" value=move || to().to_string() />
                    <Refused name="place" />
                    <Button submit=true look=Look::Primary icon=Glyph::Heart>
                        {label}
                    </Button>
                </Form>
            }
        })
    };
    view! {
        <Card title=words::title()>
            <p role="status">{state}</p>
            {button}
            <a href=back>{words::all_wishes()}</a>
            <ApartForm slug person=(person.id, person.name) apart kept mentor />
        </Card>
    }
}

/// "Rather not": folded up, for nobody should choose it by accident.
#[component]
fn ApartForm(
    slug: String,
    person: (PersonId, String),
    apart: RwSignal<bool>,
    kept: RwSignal<Vec<Wish>>,
    mentor: ParticipationId,
) -> impl IntoView {
    let change = FormAction::<KeepApart>::new();
    let (answer, toasts) = (change.value(), use_toasts());
    let (id, name) = person;
    let name = StoredValue::new(name);
    Effect::new(move || {
        let Some(Ok(now)) = answer.get() else { return };
        let is = now.iter().any(|one| one.id == id);
        toasts.good(
            name.with_value(|name| if is { words::apart_done(name) } else { words::apart_undone(name) }),
        );
        apart.set(is);
        if is {
            kept.update(|all| all.retain(|one| one.mentor != mentor));
        }
    });
    let state = move || {
        name.with_value(|name| if apart.get() { words::apart_is(name) } else { words::apart_why(name) })
    };
    let label = move || match apart.get() {
        true => words::apart_undo().to_owned(),
        false => name.with_value(|name| words::apart_do(name)),
    };
    view! {
        <Disclosure summary=words::apart_title() open=apart.get_untracked()>
            <Form action=change name="apart">
                <input type="hidden" name="programme" value=slug />
                <input type="hidden" name="who" value=id.to_string() />
                <input type="hidden" name="apart" value=move || (!apart.get()).to_string() />
                <p role="status">{state}</p>
                <Refused name=WHO />
                <Button submit=true>{label}</Button>
            </Form>
        </Disclosure>
    }
}
