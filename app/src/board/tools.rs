//! Above the board: find, order, the engine, undo, how far the plan is, and what was said last.

use super::api::RunEngine;
use super::backward::Backward;
use super::chosen::ChooseButton;
use super::density::Densities;
use super::desk::Desk;
use super::find_form::FindForm;
use super::presence::Others;
use super::saved::SavedViews;
use crate::form::{Form, FormAction};
use crate::path;
use crate::ui::*;
use crate::viewer::use_viewer;
use domain::board::Gain;
use domain::text::{board as words, verdict as said};
use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlElement;

/// Find, run, undo.
#[component]
pub(super) fn Tools() -> impl IntoView {
    let desk = expect_context::<Desk>();
    let run = FormAction::<RunEngine>::new();
    Effect::new(move || run.value().get().into_iter().for_each(|answer| desk.answered(answer)));
    let hidden = move || {
        view! {
            <input type="hidden" name="programme" value=desk.slug() />
            <input type="hidden" name="plan" value=desk.plan.to_string() />
        }
    };
    view! {
        <Toolbar label=words::tools()>
            <FindForm />
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
            <SavedViews />
            <Densities />
            <ChooseButton />
        </Toolbar>
        <Figures />
    }
}

/// How far the plan is.
#[component]
fn Figures() -> impl IntoView {
    let desk = expect_context::<Desk>();
    let now = desk.counts;
    let offset = use_viewer().with_untracked(|viewer| viewer.offset);
    let verdict = move || {
        let better = desk.better.get();
        let (tone, icon, title) = match better {
            Some(better) if better > Gain::default() => {
                (Tone::Info, Glyph::Wand, words::verdict_more(better.text()))
            }
            Some(_) => (Tone::Good, Glyph::Check, words::verdict_best().to_owned()),
            None => (Tone::Neutral, Glyph::Check, said::link().to_owned()),
        };
        let proved =
            desk.proved.get().filter(|_| better.is_some()).map(|at| said::proved_short(at.clock(offset)));
        let why = proved.is_some().then(said::proved_title);
        view! {
            <a class="board__verdict" href=path::verdict(&desk.slug(), desk.plan) title=why>
                <Badge tone icon>{title} {proved.map(|proved| format!(" · {proved}"))}</Badge>
            </a>
        }
    };
    view! {
        <ul class="board__figures" aria-label=words::figures()>
            <li>
                <Others />
            </li>
            <li>
                <Badge icon=Glyph::People>
                    {move || {
                        let counts = now.get();
                        words::matched_of(counts.mentees - counts.waiting, counts.mentees)
                    }}
                </Badge>
            </li>
            <li>{move || now.get().mean_fit().map(|fit| view! { <Badge tone=Tone::Good>{words::mean_fit(fit)}</Badge> })}</li>
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
