//! The panel of a card: why this pair, who else, and every change as a plain form; and what was done to the board.

use super::api::{self, MoveCard, PinCard, SwapCards, UnpinCard};
use super::board_page::Links;
use super::card::{LOW, is_movable};
use super::desk::Desk;
use crate::error::AppError;
use crate::form::Form;
use crate::proposal::api::RecallProposal;
use crate::ui::*;
use domain::board::{Candidate, CardDetail, CardView, Returned, SeenCard, Stage, Target, percent};
use domain::criteria::Reason;
use domain::text::board as words;
use domain::{Instant, ParticipationId};
use leptos::prelude::*;

/// Other places that are named without asking for the list.
const INSTEAD: usize = 5;

#[component]
pub(super) fn Panel(selected: Memo<Option<ParticipationId>>, now: Instant) -> impl IntoView {
    let desk = expect_context::<Desk>();
    let revision = move |id| desk.cards.with(|cards| cards.get(&id).map(|card| (card.revision, card.stage)));
    let detail = Resource::new_blocking(
        move || selected.get().map(|id| (id, revision(id))),
        move |asked| async move {
            match asked {
                Some((id, _)) => api::load_card(desk.slug(), desk.plan, id).await.map(Some),
                None => Ok(None),
            }
        },
    );
    let place = NodeRef::<leptos::html::Aside>::new();
    Effect::new(move |before: Option<Option<ParticipationId>>| {
        let now = selected.get();
        // Below the columns on a phone: whoever opens a card shall see it.
        if before.is_some_and(|before| before != now)
            && now.is_some()
            && let Some(place) = place.get_untracked()
        {
            scroll_into_view(&place);
        }
        now
    });
    view! {
        <aside class="panel" id="panel" tabindex="-1" aria-label=words::panel() node_ref=place>
            <Transition>
                {move || Suspend::new(async move {
                    match detail.await {
                        Ok(Some(detail)) => view! { <Opened detail now /> }.into_any(),
                        Ok(None) => view! { <p class="panel__none">{words::panel_none()}</p> }.into_any(),
                        Err(error) => view! { <p class="panel__none">{error.sentence()}</p> }.into_any(),
                    }
                })}
            </Transition>
            <History now />
            <VisibilityNote text=words::who_sees() />
        </aside>
    }
}

#[component]
fn Opened(detail: CardDetail, now: Instant) -> impl IntoView {
    let links = expect_context::<StoredValue<Links>>();
    let card = detail.card.clone();
    let title = match &detail.mentor {
        Some(mentor) => words::panel_with(&card.person.name, &mentor.person.name),
        None => words::panel_alone(&card.person.name),
    };
    let heading = if card.mentor.is_some() { words::panel_instead() } else { words::panel_possible() };
    let possible: Vec<Candidate> = detail
        .candidates
        .iter()
        .filter(|one| one.fit.is_ok() && !one.here && one.free > 0)
        .take(INSTEAD)
        .cloned()
        .collect();
    let none_possible = detail.candidates.iter().all(|one| one.fit.is_err());
    view! {
        <header class="panel__head">
            <h2 dir="auto">{title}</h2>
            <a class="icon-button" href=links.with_value(Links::close) aria-label=words::panel_close() data-noscroll="">
                <Icon glyph=Glyph::Close />
            </a>
        </header>
        {(!card.wish.is_empty()).then(|| view! { <p dir="auto">{words::panel_wish(&card.wish)}</p> })}
        <p class="panel__marks">
            {card.fit.map(|fit| view! { <Badge tone=Tone::Good>{words::fit_figure(percent(fit))}</Badge> })}
            {card.broken.map(|rule| view! { <Badge tone=Tone::Bad>{rule.sentence()}</Badge> })}
            {card.pinned.then(|| view! { <Badge icon=Glyph::Pin>{words::pinned()}</Badge> })}
            {card
                .mentor
                .is_none()
                .then(|| view! { <Badge>{words::waits_since(card.since.relative(now))}</Badge> })}
        </p>
        {returned(&card)}
        <Reasons reasons=detail.reasons.clone() />
        {is_movable(&card)
            .then(|| {
                view! {
                    <h3>{heading}</h3>
                    {none_possible.then(|| view! { <p>{words::panel_none_possible()}</p> })}
                    <Instead card=card.clone() possible />
                    <Changes detail=detail.clone() />
                }
            })}
        {card.proposal.map(|proposal| view! { <Recall proposal /> })}
    }
}

fn returned(card: &CardView) -> Option<AnyView> {
    let line = card.returned.as_ref().filter(|_| card.stage == Stage::Open)?;
    let said = match line.why {
        Returned::Declined => words::panel_returned(&line.mentor, &line.by, &line.reason),
        Returned::Expired => words::panel_expired(&line.mentor),
        Returned::Recalled => words::panel_recalled(&line.mentor),
    };
    Some(view! { <Note tone=Tone::Warn><p dir="auto">{said}</p></Note> }.into_any())
}

/// Why two people fit: a bar for what counts, a line for what is missing.
#[component]
pub(crate) fn Reasons(reasons: Vec<Reason>) -> impl IntoView {
    let (known, missing): (Vec<_>, Vec<_>) =
        reasons.into_iter().filter(|one| one.weight > 0).partition(|one| one.percent().is_some());
    (!known.is_empty() || !missing.is_empty()).then(|| {
        view! {
            <h3>{words::panel_reasons()}</h3>
            <ul class="reasons">
                {known
                    .into_iter()
                    .map(|one| {
                        let value = one.percent().unwrap_or(0);
                        let tone = if value < LOW { Tone::Warn } else { Tone::Good };
                        view! {
                            <li dir="auto">
                                <Meter label=one.sentence() value=Signal::stored(value) tone />
                            </li>
                        }
                    })
                    .collect_view()}
                {missing
                    .into_iter()
                    .map(|one| view! { <li class="reasons__missing">{one.sentence()}</li> })
                    .collect_view()}
            </ul>
        }
    })
}

/// The best other places, each with the button that chooses it.
#[component]
fn Instead(card: CardView, possible: Vec<Candidate>) -> impl IntoView {
    let desk = expect_context::<Desk>();
    let mover = ServerAction::<MoveCard>::new();
    Effect::new(move || mover.value().get().into_iter().for_each(|answer| desk.answered(answer)));
    let seen = SeenCard { id: card.id, revision: card.revision };
    let one = move |one: Candidate| {
        let (name, mentor) = (one.person.name.clone(), one.mentor);
        let label = words::match_pair(&card.person.name, &name);
        let fit = one.fit.map(percent).unwrap_or(0);
        view! {
            <li>
                <PersonLine
                    name=name
                    what=words::free(one.free)
                    seed=one.person.id.to_string()
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
        <Form action=mover name="instead" label=words::panel_instead()>
            <input type="hidden" name="programme" value=desk.slug() />
            <input type="hidden" name="plan" value=desk.plan.to_string() />
            <input type="hidden" name="card" value=String::from(seen) />
            <ul class="panel__instead">{possible.into_iter().map(one).collect_view()}</ul>
        </Form>
    }
}

/// Move, swap, pin and unpin as forms.
#[component]
fn Changes(detail: CardDetail) -> impl IntoView {
    let desk = expect_context::<Desk>();
    let (mover, swapper) = (ServerAction::<MoveCard>::new(), ServerAction::<SwapCards>::new());
    let (pinner, unpinner) = (ServerAction::<PinCard>::new(), ServerAction::<UnpinCard>::new());
    Effect::new(move || mover.value().get().into_iter().for_each(|answer| desk.answered(answer)));
    Effect::new(move || swapper.value().get().into_iter().for_each(|answer| desk.answered(answer)));
    Effect::new(move || pinner.value().get().into_iter().for_each(|answer| desk.answered(answer)));
    Effect::new(move || unpinner.value().get().into_iter().for_each(|answer| desk.answered(answer)));
    let card = detail.card.clone();
    let seen = SeenCard { id: card.id, revision: card.revision };
    let hidden = move |name: &'static str| {
        view! {
            <input type="hidden" name="programme" value=desk.slug() />
            <input type="hidden" name="plan" value=desk.plan.to_string() />
            <input type="hidden" name=name value=String::from(seen) />
        }
    };
    let mut places: Vec<Choice> = detail
        .candidates
        .iter()
        .filter(|one| !one.here)
        .filter_map(|one| {
            let fit = words::fit_figure(percent(one.fit.ok()?));
            let label = format!("{} · {fit} · {}", one.person.name, words::free(one.free));
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
        <Form action=mover class="panel__form" label=words::panel_move()>
            {hidden("card")}
            <Select name="to" label=words::panel_move() options=places />
            <Button submit=true>{words::panel_move_button()}</Button>
        </Form>
        {swaps
            .then(|| {
                view! {
                    <Form action=swapper class="panel__form" label=words::panel_swap()>
                        {hidden("one")}
                        <Select name="other" label=words::panel_swap() options=others />
                        <Button submit=true icon=Glyph::Swap>{words::panel_swap_button()}</Button>
                    </Form>
                }
            })}
        {match (card.mentor.is_some(), card.pinned) {
            (true, true) => view! {
                <Form action=unpinner class="panel__form" label=words::unpin()>
                    {hidden("card")}
                    <Button submit=true icon=Glyph::PinOff>{words::unpin()}</Button>
                </Form>
            }
            .into_any(),
            (true, false) => view! {
                <Form action=pinner class="panel__form" label=words::pin()>
                    {hidden("card")}
                    <Button submit=true icon=Glyph::Pin>{words::pin()}</Button>
                </Form>
            }
            .into_any(),
            (false, _) => ().into_any(),
        }}
    }
}

#[component]
fn Recall(proposal: domain::ProposalId) -> impl IntoView {
    let desk = expect_context::<Desk>();
    let recall = ServerAction::<RecallProposal>::new();
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

/// What was done to the board, newest first.
#[component]
fn History(now: Instant) -> impl IntoView {
    let desk = expect_context::<Desk>();
    view! {
        <Disclosure summary=words::history()>
            {move || {
                let lines = desk.history.get();
                if lines.is_empty() {
                    return view! { <p>{words::history_none()}</p> }.into_any();
                }
                let lines = lines
                    .into_iter()
                    .map(|line| {
                        let by = line.by.unwrap_or_else(|| words::by_system().to_owned());
                        // A line that has come since the page was made is not older than the page.
                        let when = line.at.relative(now.max(line.at));
                        view! {
                            <li data-undone=line.undone>
                                <span dir="auto">{line.said}</span>
                                <small>{words::history_by(by, when)}</small>
                                {line.undone.then(|| view! { <Badge>{words::history_undone()}</Badge> })}
                            </li>
                        }
                    })
                    .collect_view();
                view! { <ol class="panel__history">{lines}</ol> }.into_any()
            }}
        </Disclosure>
    }
}
