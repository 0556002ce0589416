//! What can be done with a card, as plain forms: move, swap, pin, unpin, recall.

use super::api::{MoveCard, PinCard, SwapCards, TakePlace, TryRemedy, UnpinCard};
use super::board_page::Links;
use super::card::is_movable;
use super::desk::Desk;
use super::introductions::noted;
use crate::error::AppError;
use crate::form::{Fields, Form, FormAction, came_back};
use crate::proposal::api::{RecallProposal, RecallProposals};
use crate::ui::*;
use domain::board::{Candidate, CardDetail, CardView, Remedy, SeenCard, Target, percent};
use domain::text::{board as words, today};
use domain::{ParticipationId, ProposalId};
use leptos::prelude::*;

/// The names of two forms of the panel.
const MOVE: &str = "move";
const SWAP: &str = "swap";

/// Moves a card to where a form says, as from the board itself: at once on the screen, in its turn to the server.
fn moves(desk: Desk, card: ParticipationId, places: &[Candidate]) -> Callback<Fields> {
    let fits: Vec<_> = places.iter().filter_map(|one| Some((one.mentor, one.fit.ok()?))).collect();
    Callback::new(move |fields: Fields| {
        let Some(Target(to)) = fields.read("to") else { return };
        let fit = fits.iter().find(|(mentor, _)| Some(*mentor) == to).map(|(_, fit)| *fit);
        desk.move_card(card, to, fit);
    })
}

/// The best other places, each with the button that chooses it.
#[component]
pub(super) fn Instead(card: CardView, possible: Vec<Candidate>) -> impl IntoView {
    let (desk, links) = (expect_context::<Desk>(), expect_context::<StoredValue<Links>>());
    let mover = FormAction::<MoveCard>::new();
    let seen = SeenCard { id: card.id, revision: card.revision };
    let send = moves(desk, seen.id, &possible);
    let one = move |one: Candidate| {
        let (name, mentor) = (one.person.name.clone(), one.mentor);
        let label = words::match_pair(&card.person.name, &name);
        let fit = one.fit.map(percent).unwrap_or(0);
        view! {
            <li>
                <PersonLine
                    name=name
                    what=noted(desk, &card, &one)
                    seed=one.person.id.to_string()
                    href=links.with_value(|links| links.pair(seen.id, mentor))
                    size=AvatarSize::Small
                    end=move || {
                        view! {
                            <Badge tone=Tone::Info>{fit}</Badge>
                            <IconButton glyph=Glyph::ArrowRight label submit=true name="to" value=mentor.to_string() />
                        }
                    }
                />
            </li>
        }
    };
    view! {
        <Form action=mover name="instead" label=words::panel_instead() instead=send>
            <input type="hidden" name="programme" value=desk.slug() />
            <input type="hidden" name="plan" value=desk.plan.to_string() />
            <input type="hidden" name="card" value=String::from(seen) />
            <ul class="panel__instead">{possible.into_iter().map(one).collect_view()}</ul>
        </Form>
    }
}

/// The best places that are taken, each with what it would mean and the button that takes it.
#[component]
pub(super) fn InPlaceOf(card: CardView, full: Vec<Candidate>) -> impl IntoView {
    let (desk, links) = (expect_context::<Desk>(), expect_context::<StoredValue<Links>>());
    let taker = FormAction::<TakePlace>::new();
    let seen = SeenCard { id: card.id, revision: card.revision };
    let one = |place: Candidate| {
        let other = desk.card(place.consequence?.displaced?)?;
        let there = SeenCard { id: other.id, revision: other.revision };
        let label = words::in_place_of_do(&card.person.name, &other.person.name);
        Some(view! {
            <li>
                <PersonLine
                    name=place.person.name.clone()
                    what=noted(desk, &card, &place)
                    seed=place.person.id.to_string()
                    href=links.with_value(|links| links.pair(seen.id, place.mentor))
                    size=AvatarSize::Small
                    end=move || {
                        view! {
                            <Badge tone=Tone::Info>{place.fit.map(percent).unwrap_or(0)}</Badge>
                            <IconButton glyph=Glyph::ArrowRight label submit=true name="other" value=String::from(there) />
                        }
                    }
                />
            </li>
        })
    };
    let fits: Vec<_> =
        full.iter().filter_map(|one| Some((one.consequence?.displaced?, one.fit.ok()?))).collect();
    let send = move |fields: Fields| {
        let Some(SeenCard { id: other, .. }) = fields.read("other") else { return };
        let fit = fits.iter().find(|(one, _)| *one == other).map(|(_, fit)| *fit);
        desk.take_place(seen.id, other, fit);
    };
    let list: Vec<_> = full.into_iter().filter_map(one).collect();
    (!list.is_empty()).then(|| {
        view! {
            <h3>{words::in_place_of()}</h3>
            <Form action=taker name="in-place-of" label=words::in_place_of() instead=send>
                <input type="hidden" name="programme" value=desk.slug() />
                <input type="hidden" name="plan" value=desk.plan.to_string() />
                <input type="hidden" name="one" value=String::from(seen) />
                <ul class="panel__instead">{list}</ul>
            </Form>
        }
    })
}

/// A list of the panel that is drawn over the one of another card, whose choice the browser would keep: it begins with its
/// first line, unless its form has come back `refused`.
pub(super) fn unchosen(refused: bool) -> NodeRef<leptos::html::Select> {
    let list = NodeRef::<leptos::html::Select>::new();
    Effect::new(move || {
        list.get().filter(|_| !refused).into_iter().for_each(|list| list.set_selected_index(0))
    });
    list
}

/// Move, swap, pin and unpin as forms.
#[component]
pub(super) fn Changes(detail: CardDetail) -> impl IntoView {
    let desk = expect_context::<Desk>();
    let (mover, swapper) = (FormAction::<MoveCard>::new(), FormAction::<SwapCards>::new());
    let (pinner, unpinner) = (FormAction::<PinCard>::new(), FormAction::<UnpinCard>::new());
    let card = detail.card.clone();
    let seen = SeenCard { id: card.id, revision: card.revision };
    let hidden = move |name: &'static str| {
        view! {
            <input type="hidden" name="programme" value=desk.slug() />
            <input type="hidden" name="plan" value=desk.plan.to_string() />
            <input type="hidden" name=name value=String::from(seen) />
        }
    };
    let moved = moves(desk, seen.id, &detail.candidates);
    let swapped = move |fields: Fields| {
        if let Some(other) = fields.read::<SeenCard>("other") {
            desk.swap(seen.id, other.id);
        }
    };
    let mut places: Vec<Choice> = detail
        .candidates
        .iter()
        .filter(|one| !one.here)
        .filter_map(|one| {
            let fit = words::fit_figure(percent(one.fit.ok()?));
            let around = one
                .consequence
                .and_then(|one| one.around)
                .map(|around| words::gain_around(around.text()))
                .unwrap_or_default();
            let label = format!("{} · {fit} · {around} · {}", one.person.name, words::free(one.free));
            Some(Choice::new(one.mentor.to_string(), label).disabled(one.free == 0))
        })
        .collect();
    if card.mentor.is_some() {
        places.push(Choice::new(Target::TRAY, words::tray_choice()));
    }
    let mut others: Vec<CardView> = desk.cards.with_untracked(|cards| cards.values().cloned().collect());
    others.retain(|other| is_movable(other) && other.mentor.is_some() && other.mentor != card.mentor);
    others.sort_by(|a, b| a.person.name.cmp(&b.person.name));
    let others: Vec<Choice> = others
        .into_iter()
        .map(|other| {
            let seen = SeenCard { id: other.id, revision: other.revision };
            Choice::new(String::from(seen), other.person.name)
        })
        .collect();
    let swaps = !others.is_empty();
    view! {
        <Form action=mover name=MOVE class="panel__form" label=words::panel_move() instead=moved>
            {hidden("card")}
            // Nothing is chosen beforehand: the first that is possible may be the tray.
            <Select name="to" label=words::panel_move() options=places empty_label=words::panel_move_none() required=true node_ref=unchosen(came_back(MOVE)) />
            <Button submit=true>{words::panel_move_button()}</Button>
        </Form>
        {swaps
            .then(|| {
                view! {
                    <Form action=swapper name=SWAP class="panel__form" label=words::panel_swap() instead=swapped>
                        {hidden("one")}
                        <Select name="other" label=words::panel_swap() options=others node_ref=unchosen(came_back(SWAP)) />
                        <Button submit=true icon=Glyph::Swap>{words::panel_swap_button()}</Button>
                    </Form>
                }
            })}
        {match (card.mentor.is_some(), card.pinned) {
            (true, true) => view! {
                <Form action=unpinner class="panel__form" label=words::unpin() instead=move |_| desk.pin(seen.id, false)>
                    {hidden("card")}
                    <Button submit=true icon=Glyph::PinOff>{words::unpin()}</Button>
                </Form>
            }
            .into_any(),
            (true, false) => view! {
                <Form action=pinner class="panel__form" label=words::pin() instead=move |_| desk.pin(seen.id, true)>
                    {hidden("card")}
                    <Button submit=true icon=Glyph::Pin>{words::pin()}</Button>
                </Form>
            }
            .into_any(),
            (false, _) => ().into_any(),
        }}
    }
}

/// What would give somebody in the tray a mentor, each with the button that makes a new plan of it.
#[component]
pub(super) fn Helps(card: ParticipationId, helps: Vec<(Remedy, String)>) -> impl IntoView {
    let desk = expect_context::<Desk>();
    let attempt = FormAction::<TryRemedy>::new();
    Effect::new(move || {
        if let Some(Err(error)) = attempt.value().get() {
            let error: AppError = error;
            desk.refused(&error, false);
        }
    });
    let line = move |(remedy, said): (Remedy, String)| {
        let label = words::remedy_do_for(&said);
        view! {
            <li dir="auto">
                {said}
                <Button
                    submit=true
                    size=Size::Small
                    icon=Glyph::Wand
                    name="chosen"
                    value=String::from(remedy.chosen())
                    attr:aria-label=label
                >
                    {words::remedy_do()}
                </Button>
            </li>
        }
    };
    view! {
        <Form action=attempt name="remedy" label=words::why_helps()>
            <input type="hidden" name="programme" value=desk.slug() />
            <input type="hidden" name="plan" value=desk.plan.to_string() />
            <input type="hidden" name="mentee" value=card.to_string() />
            <ul class="panel__why panel__helps">{helps.into_iter().map(line).collect_view()}</ul>
            <p class="muted small">{words::remedy_lead()}</p>
        </Form>
    }
}

/// Takes the card of somebody who has left off the board.
#[component]
pub(super) fn TakeOff(card: CardView) -> impl IntoView {
    let desk = expect_context::<Desk>();
    let mover = FormAction::<MoveCard>::new();
    let seen = SeenCard { id: card.id, revision: card.revision };
    view! {
        <Form
            action=mover
            name="take-off"
            class="panel__form"
            label=words::take_off()
            instead=move |_| desk.move_card(seen.id, None, None)
        >
            <input type="hidden" name="programme" value=desk.slug() />
            <input type="hidden" name="plan" value=desk.plan.to_string() />
            <input type="hidden" name="card" value=String::from(seen) />
            <input type="hidden" name="to" value=Target::TRAY />
            <p>{words::take_off_why()}</p>
            <Button submit=true>{words::take_off()}</Button>
        </Form>
    }
}

/// Takes back the proposal of a card.
#[component]
pub(super) fn Recall(proposal: ProposalId) -> impl IntoView {
    let desk = expect_context::<Desk>();
    let recall = FormAction::<RecallProposal>::new();
    Effect::new(move || {
        if let Some(Err(error)) = recall.value().get() {
            let error: AppError = error;
            desk.refused(&error, false);
        }
    });
    view! {
        <Form action=recall class="panel__form" label=words::panel_recall()>
            <input type="hidden" name="proposal" value=proposal.to_string() />
            <p>{words::panel_recall_hint()}</p>
            <Button submit=true look=Look::Danger icon=Glyph::Undo>
                {words::panel_recall()}
            </Button>
        </Form>
    }
}

/// Takes back all proposals of the plan that wait.
#[component]
pub(super) fn RecallAll() -> impl IntoView {
    let desk = expect_context::<Desk>();
    let recall = FormAction::<RecallProposals>::new();
    Effect::new(move || match recall.value().get() {
        Some(Ok(count)) => desk.said.set(Some((words::recalled_all(words::proposals(count)), false))),
        Some(Err(error)) => desk.refused(&error, false),
        None => {}
    });
    let waiting = move || desk.counts.with(|counts| counts.proposed as usize);
    view! {
        <Show when=move || { waiting() > 0 }>
            <Disclosure summary=words::recall_all()>
                <Form action=recall class="panel__form" label=words::recall_all()>
                    <input type="hidden" name="programme" value=desk.slug() />
                    <input type="hidden" name="plan" value=desk.plan.to_string() />
                    <p>{move || words::recall_all_hint(today::proposals_wait(waiting() as u64))}</p>
                    <Button submit=true look=Look::Danger icon=Glyph::Undo>
                        {move || words::recall_all_button(words::proposals(waiting()))}
                    </Button>
                </Form>
            </Disclosure>
        </Show>
    }
}
