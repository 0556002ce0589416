//! Above the board: find, order, the engine, undo, how far the plan is, and what was said last.

use super::api::RunEngine;
use super::backward::Backward;
use super::desk::Desk;
use crate::form::{Form, FormAction};
use crate::path;
use crate::ui::*;
use domain::board::{BoardQuery, Counts, Gain, Sort, percent};
use domain::text::board as words;
use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlElement;

/// Find, order, run, undo. The search and the order are a plain form for reading; with wasm they act while one types.
#[component]
pub(super) fn Tools(words_typed: RwSignal<String>, sort: RwSignal<Sort>, query: BoardQuery) -> impl IntoView {
    let desk = expect_context::<Desk>();
    let run = FormAction::<RunEngine>::new();
    Effect::new(move || run.value().get().into_iter().for_each(|answer| desk.answered(answer)));
    let options = Sort::ALL.iter().map(|by| Choice::new(by.as_str(), sort_title(*by))).collect::<Vec<_>>();
    let hidden = move || {
        view! {
            <input type="hidden" name="programme" value=desk.slug() />
            <input type="hidden" name="plan" value=desk.plan.to_string() />
        }
    };
    view! {
        <Toolbar label=words::tools()>
            <form class="board__find" method="get" on:submit=move |event| event.prevent_default()>
                <SearchBox
                    name="q"
                    label=words::find()
                    value=query.words
                    on_input=Callback::new(move |typed| words_typed.set(typed))
                />
                <Select
                    name="sort"
                    label=words::sort()
                    options
                    value=query.sort.as_str()
                    short=true
                    on_change=Callback::new(move |word: String| sort.set(word.parse().unwrap_or(Sort::Name)))
                />
                <Button submit=true>{words::show()}</Button>
            </form>
            <Backward />
            <Form action=run label=words::run_engine()>
                {hidden()}
                <Button submit=true icon=Glyph::Wand attr:title=words::run_engine_hint()>
                    {words::run_engine()}
                </Button>
            </Form>
            <ButtonLink
                href=path::engine(&desk.slug(), desk.plan, None)
                look=Look::Quiet
                attr:title=words::engine_look_hint()
            >
                {words::engine_look()}
            </ButtonLink>
        </Toolbar>
        <Figures />
    }
}

fn sort_title(by: Sort) -> &'static str {
    match by {
        Sort::Name => words::sort_name(),
        Sort::Places => words::sort_places(),
        Sort::Fit => words::sort_fit(),
    }
}

/// How far the plan is.
#[component]
fn Figures() -> impl IntoView {
    let desk = expect_context::<Desk>();
    let now = desk.counts;
    let verdict = move || {
        desk.better.get().map(|better| match better > Gain::default() {
            true => view! {
                <a class="board__verdict" href=path::engine(&desk.slug(), desk.plan, None)>
                    <Badge tone=Tone::Info icon=Glyph::Wand>{words::verdict_more(better.text())}</Badge>
                </a>
            }
            .into_any(),
            false => {
                view! { <Badge tone=Tone::Good icon=Glyph::Check>{words::verdict_best()}</Badge> }.into_any()
            }
        })
    };
    view! {
        <ul class="board__figures" aria-label=words::figures()>
            <li>
                <Badge icon=Glyph::People>
                    {move || {
                        let counts = now.get();
                        words::matched_of(counts.mentees - counts.waiting, counts.mentees)
                    }}
                </Badge>
            </li>
            <li>{move || mean(&now.get()).map(|fit| view! { <Badge tone=Tone::Good>{words::mean_fit(fit)}</Badge> })}</li>
            <li>{verdict}</li>
            <li>
                {move || {
                    Some(now.get().pinned)
                        .filter(|n| *n > 0)
                        .map(|n| view! { <Badge icon=Glyph::Pin>{words::pins(n)}</Badge> })
                }}
            </li>
            <li>
                {move || {
                    Some(now.get().proposed)
                        .filter(|n| *n > 0)
                        .map(|n| view! { <Badge tone=Tone::Info icon=Glyph::Send>{words::answers_awaited(n)}</Badge> })
                }}
            </li>
            <li>
                {move || {
                    Some(now.get().broken)
                        .filter(|n| *n > 0)
                        .map(|n| view! { <Badge tone=Tone::Bad icon=Glyph::Alert>{words::rules_broken(n)}</Badge> })
                }}
            </li>
        </ul>
    }
}

fn mean(counts: &Counts) -> Option<u8> {
    let pairs = i64::from(counts.mentees - counts.waiting);
    (pairs > 0).then(|| percent(counts.total / pairs))
}

/// What was said last, with an undo where it can be taken back. One line that is replaced, so that many moves do not
/// pile up messages.
#[component]
pub(super) fn Said() -> impl IntoView {
    let desk = expect_context::<Desk>();
    let place = NodeRef::<html::Div>::new();
    // What was done by hand stays; the others may be placed anew around it, after a look at who would move.
    let around = move || {
        desk.better.get().filter(|better| *better > Gain::default()).map(|better| {
            view! {
                <ButtonLink href=path::engine(&desk.slug(), desk.plan, None) size=Size::Small icon=Glyph::Wand>
                    {words::engine_around(better.text())}
                </ButtonLink>
            }
        })
    };
    Effect::new(move || {
        if desk.said.with(Option::is_some) && desk.astray.get() {
            desk.astray.set(false);
            request_animation_frame(move || {
                let first = place.get_untracked().and_then(|place| place.query_selector("button").ok()?);
                if let Some(button) = first.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
                    let _ = button.focus();
                }
            });
        }
    });
    view! {
        <div class="board__said" role="status" node_ref=place data-shown=move || desk.said.with(Option::is_some)>
            {move || {
                desk.said
                    .get()
                    .map(|(said, undoable)| {
                        view! {
                            <p>{said}</p>
                            {undoable
                                .then(|| {
                                    view! {
                                        <Button
                                            size=Size::Small
                                            icon=Glyph::Undo
                                            busy=desk.busy
                                            on_press=move |_| desk.undo_last()
                                        >
                                            {words::undo()}
                                        </Button>
                                    }
                                })}
                            {undoable.then_some(around)}
                            <IconButton
                                glyph=Glyph::Close
                                label=words::panel_close()
                                size=Size::Small
                                on_press=move |_| desk.said.set(None)
                            />
                        }
                    })
            }}
        </div>
    }
}
