//! Above the board: find, order, the engine, undo, how far the plan is, and what was said last.

use super::api::RunEngine;
use super::backward::Backward;
use super::chosen::ChooseButton;
use super::density::Densities;
use super::desk::Desk;
use super::find_form::FindForm;
use super::keys::{is_focus_lost, rescue_focus};
use super::presence::Others;
use super::saved::SavedViews;
use crate::form::{Form, FormAction};
use crate::path;
use crate::ui::*;
use crate::viewer::use_viewer;
use domain::ParticipationId;
use domain::board::{Gain, Since};
use domain::text::{board as words, fairness as fair, verdict as said};
use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlElement;
use std::collections::HashMap;

/// Find, run, undo.
#[component]
pub(super) fn Tools(
    /// Who has come and gone since the plan was made.
    since: Since,
) -> impl IntoView {
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
            <Tuck id="board-more" label=words::more_tools() glyph=Glyph::More>
                <ButtonLink
                    href=path::engine(&desk.slug(), desk.plan, None)
                    look=Look::Quiet
                    attr:title=words::engine_look_hint()
                >
                    {words::engine_look()}
                </ButtonLink>
                <ButtonLink href=path::fairness(&desk.slug(), desk.plan) look=Look::Quiet>
                    {fair::page_title()}
                </ButtonLink>
                <SavedViews />
                <Densities />
                <ChooseButton />
            </Tuck>
        </Toolbar>
        <Figures since />
    }
}

/// What stands in the row of tools, and on a phone is folded behind a button. A popover, so that it opens without script.
#[component]
pub(super) fn Tuck(id: &'static str, label: &'static str, glyph: Glyph, children: Children) -> impl IntoView {
    let body = NodeRef::<html::Div>::new();
    // What leads elsewhere, or changes the whole board, is to be looked at.
    let close = move |event: leptos::ev::MouseEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<leptos::web_sys::Element>().ok());
        let leads = target.is_some_and(|target| target.closest("a, .board-choose").ok().flatten().is_some());
        if leads && let Some(body) = body.get_untracked() {
            let _ = body.hide_popover();
        }
    };
    view! {
        <div class="tuck">
            <button class="button tuck__button" type="button" popovertarget=id aria-label=label title=label>
                <Icon glyph />
            </button>
            <div
                class="tuck__body"
                id=id
                popover="auto"
                role="group"
                aria-label=label
                node_ref=body
                on:click=close
            >
                {children()}
            </div>
        </div>
    }
}

/// How far the plan is.
#[component]
fn Figures(since: Since) -> impl IntoView {
    let desk = expect_context::<Desk>();
    let now = desk.counts;
    let offset = use_viewer().with_untracked(|viewer| viewer.offset);
    let verdict = move || {
        let better = desk.better.get();
        let (tone, icon, title) = match better {
            // What cannot be is not the best.
            Some(_) if desk.overfull.get() > 0 => (Tone::Bad, Glyph::Alert, said::link().to_owned()),
            Some(better) if better > Gain::default() && desk.fewest > 1 => {
                (Tone::Neutral, Glyph::Wand, words::verdict_any_size(better.text()))
            }
            Some(better) if better > Gain::default() => {
                (Tone::Info, Glyph::Wand, words::verdict_more(better.text()))
            }
            Some(_) => match desk.pins_cost.get() {
                cost if cost > Gain::default() => {
                    (Tone::Info, Glyph::Check, words::verdict_pins(cost.text()))
                }
                _ => (Tone::Good, Glyph::Check, words::verdict_best().to_owned()),
            },
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
    let small = move || {
        let here = |id: &ParticipationId| {
            desk.cards.with_untracked(|cards| cards.get(id).is_some_and(|card| !card.is_left()))
        };
        let taken = |ids: &Vec<ParticipationId>| ids.iter().filter(|id| here(id)).count() as u32;
        let elsewhere: HashMap<_, _> =
            desk.mentors.with(|all| all.iter().map(|one| (one.id, one.elsewhere)).collect());
        let small = |(mentor, ids): &(&Option<ParticipationId>, &Vec<ParticipationId>)| {
            let more = mentor.and_then(|id| elsewhere.get(&id).copied()).unwrap_or(0);
            let taken = taken(ids);
            mentor.is_some() && taken > 0 && taken + more < desk.fewest
        };
        let count = desk.places.with(|places| places.iter().filter(small).count());
        (count > 0).then(|| {
            view! {
                <Badge tone=Tone::Warn icon=Glyph::People attr:title=words::group_small_hint(desk.fewest)>
                    {words::small_groups(count)}
                </Badge>
            }
        })
    };
    let overfull = move || {
        let count = desk.overfull.get();
        (count > 0).then(|| {
            view! {
                <Badge tone=Tone::Bad icon=Glyph::Alert attr:title=words::overfull_hint()>
                    {words::overfull(count)}
                </Badge>
            }
        })
    };
    // The proposals for it, the one that moves nobody first.
    let repair = since.sentence().map(|what| {
        view! {
            <a
                class="board__verdict"
                href=path::engine(&desk.slug(), desk.plan, Some(0))
                title=words::since_hint()
            >
                <Badge tone=Tone::Warn icon=Glyph::People>{words::since_repair(what)}</Badge>
            </a>
        }
    });
    view! {
        <ul class="board__figures" aria-label=words::figures()>
            <li>
                <Others />
            </li>
            <li>
                <Badge icon=Glyph::People>
                    {move || {
                        let counts = now.get();
                        words::matched_of(counts.matched(), counts.mentees)
                    }}
                </Badge>
            </li>
            <li>{move || now.get().mean_fit().map(|fit| view! { <Badge tone=Tone::Good>{words::mean_fit(fit)}</Badge> })}</li>
            <li>{verdict}</li>
            {repair.map(|repair| view! { <li>{repair}</li> })}
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
            <li>{small}</li>
            <li>{overfull}</li>
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
                    {if desk.fewest > 1 {
                        words::engine_around_groups().to_owned()
                    } else {
                        words::engine_around(better.text())
                    }}
                </ButtonLink>
            }
        })
    };
    // What had the focus may be gone with the line before, or with the card that was moved.
    Effect::new(move |before: Option<()>| {
        let (said, following) = (desk.said.with(Option::is_some), desk.followed.with(Option::is_some));
        if before.is_none() || following {
            return;
        }
        request_animation_frame(move || {
            let first = place.try_get_untracked().flatten().filter(|_| said && is_focus_lost());
            let first = first.and_then(|place| place.query_selector("button").ok()?);
            match first.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
                Some(button) => {
                    let _ = button.focus();
                }
                None => rescue_focus(),
            }
        });
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
