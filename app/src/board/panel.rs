//! The panel of a card: why this pair, who else, and every change as a plain form; and what was done to the board.

use super::api;
use super::board_page::Links;
use super::card::is_movable;
use super::changes::{Changes, Helps, InPlaceOf, Instead, Recall, RecallAll, TakeOff};
use super::desk::Desk;
use super::introductions::Introduction;
use crate::path;
use crate::ui::*;
use crate::wire::load;
use domain::board::{
    Candidate, CardDetail, CardView, Gain, LOW, OtherMentee, Returned, Stage, Stake, Standing, WhyNone,
    percent,
};
use domain::criteria::{Reason, missing_sentences};
use domain::text::{board as words, verdict};
use domain::{Instant, ParticipationId};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// Other places that are named without asking for the list.
const INSTEAD: usize = 5;
/// And so many that are taken.
const IN_PLACE_OF: usize = 3;
/// So many of those who lose or gain are named.
pub(super) const STAKES: usize = 5;

#[component]
pub(super) fn Panel(selected: Memo<Option<ParticipationId>>, now: Instant) -> impl IntoView {
    let desk = expect_context::<Desk>();
    let state = |card: &CardView| (card.revision, card.stage, card.introduced.len());
    let revision = move |id| desk.cards.with(|cards| cards.get(&id).map(state));
    let query = use_query_map();
    let with = Memo::new(move |_| query.with(|query| query.get("with")?.parse().ok()));
    let detail = load(
        move || selected.get().map(|id| (id, with.get(), revision(id), desk.queue.answered.get())),
        move |asked| async move {
            match asked {
                Some((id, with, ..)) => api::load_card(desk.slug(), desk.plan, id, with).await.map(Some),
                None => Ok(None),
            }
        },
    );
    let place = NodeRef::<leptos::html::Aside>::new();
    Effect::new(move |before: Option<(Option<ParticipationId>, Option<ParticipationId>)>| {
        let now = (selected.get(), with.get());
        // Below the columns on a phone: whoever opens a card, or looks at another pair, shall see it.
        if before.is_some_and(|before| before != now)
            && now.0.is_some()
            && let Some(place) = place.get_untracked()
        {
            bring_up(&place);
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
            <RecallAll />
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
    let (possible, full): (Vec<Candidate>, Vec<Candidate>) =
        detail.candidates.iter().filter(|one| one.is_open()).cloned().partition(|one| one.free > 0);
    let first = |all: Vec<Candidate>, most| all.into_iter().take(most).collect::<Vec<_>>();
    let (possible, full) = (first(possible, INSTEAD), first(full, IN_PLACE_OF));
    let none_possible = detail.candidates.iter().all(|one| one.fit.is_err());
    view! {
        <header class="panel__head">
            <h2 dir="auto">{title}</h2>
            <a class="icon-button" href=move || links.with_value(Links::close) aria-label=words::panel_close() data-noscroll="">
                <Icon glyph=Glyph::Close />
            </a>
        </header>
        {(!card.wish.is_empty()).then(|| view! { <p dir="auto">{words::panel_wish(&card.wish)}</p> })}
        <p class="panel__marks">
            {detail.fit.map(|fit| match fit {
                Ok(fit) => view! { <Badge tone=Tone::Good>{words::fit_figure(percent(fit))}</Badge> },
                Err(rule) => view! { <Badge tone=Tone::Bad>{rule.sentence()}</Badge> },
            })}
            {(card.pinned && !detail.is_other()).then(|| view! { <Badge icon=Glyph::Pin>{words::pinned()}</Badge> })}
            {card
                .mentor
                .is_none()
                .then(|| {
                    let waits = card.since.span(now).map_or(words::waiting().to_owned(), words::waits_for);
                    view! { <Badge>{waits}</Badge> }
                })}
        </p>
        {other_pair(&detail)}
        {returned(&card)}
        <Reasons reasons=detail.reasons.clone() weights=true />
        {detail.standing.map(standing)}
        {stakes(&detail.stakes)}
        {others(&detail)}
        {detail.why_none.clone().map(|why| why_none(why, card.id))}
        {card.is_left().then(|| view! { <TakeOff card=card.clone() /> })}
        {is_movable(&card)
            .then(|| {
                view! {
                    {(none_possible || !possible.is_empty()).then(|| view! { <h3>{heading}</h3> })}
                    {none_possible.then(|| view! { <p>{words::panel_none_possible()}</p> })}
                    <Instead card=card.clone() possible />
                    <InPlaceOf card=card.clone() full />
                    <Changes detail=detail.clone() />
                }
            })}
        <Introduction detail=detail.clone() />
        {card.proposal.map(|proposal| view! { <Recall proposal /> })}
    }
}

/// What the pair means for everybody together.
fn standing(standing: Standing) -> impl IntoView {
    let without = |loss: Gain| (Gain::default() - loss).text();
    let text = match standing {
        Standing::Always(None) => verdict::always().to_owned(),
        Standing::Always(Some(loss)) => verdict::always_by(without(loss)),
        Standing::Sometimes => verdict::sometimes().to_owned(),
        Standing::Never(loss) => verdict::never(without(loss)),
    };
    view! {
        <h3>{verdict::standing()}</h3>
        <p>{text}</p>
    }
}

/// That the pair is only looked at, and the way to the one that there is.
fn other_pair(detail: &CardDetail) -> Option<impl IntoView + use<>> {
    let links = expect_context::<StoredValue<Links>>();
    let (card, name) = (detail.card.id, detail.card.person.name.clone());
    detail.is_other().then(|| {
        view! {
            <Note>
                <p dir="auto">{words::pair_asked(&name)}</p>
                <p>
                    <a href=move || links.with_value(|links| links.card(card)) data-noscroll="">
                        {words::pair_back()}
                    </a>
                </p>
            </Note>
        }
    })
}

/// Who loses and who gains in the best plan around the pair.
fn stakes(stakes: &[(String, Stake)]) -> Option<impl IntoView + use<>> {
    let seen: Vec<String> =
        stakes.iter().filter(|(_, stake)| stake.is_seen()).map(|(name, stake)| stake.text(name)).collect();
    let more = seen.len().saturating_sub(STAKES);
    let line = |text: String| view! { <li dir="auto">{text}</li> };
    (!seen.is_empty()).then(|| {
        view! {
            <p>{words::stakes_title()}</p>
            <ul class="panel__why">
                {seen.into_iter().take(STAKES).map(line).collect_view()}
                {(more > 0).then(|| view! { <li>{words::stakes_more(more)}</li> })}
            </ul>
        }
    })
}

/// Who else would fit the mentor.
fn others(detail: &CardDetail) -> Option<AnyView> {
    let links = expect_context::<StoredValue<Links>>();
    let mentor = detail.mentor.as_ref().filter(|_| !detail.others.is_empty())?;
    let line = |one: &OtherMentee| {
        let (fit, card, with) = (percent(one.fit), one.card, mentor.id);
        let note = match &one.with {
            Some(with) => verdict::other(fit, with),
            None => verdict::other_waiting(fit),
        };
        view! {
            <li dir="auto">
                <a href=move || links.with_value(|links| links.pair(card, with)) data-noscroll="">
                    {one.name.clone()}
                </a>
                " "
                <small>{note}</small>
            </li>
        }
    };
    let list = detail.others.iter().map(line).collect_view();
    Some(
        view! { <h3>{verdict::others(&mentor.person.name)}</h3><ul class="panel__why">{list}</ul> }
            .into_any(),
    )
}

fn returned(card: &CardView) -> Option<AnyView> {
    let line = card.returned.as_ref().filter(|_| card.stage == Stage::Open)?;
    let said = match line.why {
        Returned::Declined => words::panel_returned(&line.mentor, &line.by, &line.reason),
        Returned::Expired => words::panel_expired(&line.mentor),
        Returned::Recalled => words::panel_recalled(&line.mentor),
    };
    let misfit = line.did_not_fit().map(|said| view! { <p dir="auto">{said}</p> });
    Some(view! { <Note tone=Tone::Warn><p dir="auto">{said}</p>{misfit}</Note> }.into_any())
}

/// Why two people fit: a bar for what counts, a line for what is missing.
#[component]
pub(crate) fn Reasons(
    reasons: Vec<Reason>,
    /// Says how much each reason counts, for who sets the weights.
    #[prop(optional)]
    weights: bool,
) -> impl IntoView {
    let label = move |one: &Reason| {
        if weights { words::reason_counts(one.sentence(), one.weight) } else { one.sentence() }
    };
    let (known, missing): (Vec<_>, Vec<_>) =
        reasons.into_iter().filter(|one| one.weight > 0).partition(|one| one.percent().is_some());
    let neutral = (!missing.is_empty()).then(words::reasons_neutral);
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
                                <Meter label=label(&one) value=Signal::stored(value) tone />
                            </li>
                        }
                    })
                    .collect_view()}
                {missing_sentences(&missing)
                    .into_iter()
                    .map(|missing| view! { <li class="reasons__missing">{missing}</li> })
                    .collect_view()}
                {neutral.map(|neutral| view! { <li class="reasons__missing">{neutral}</li> })}
            </ul>
        }
    })
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
                view! {
                    <ol class="panel__history">{lines}</ol>
                    <a href=path::plan_history(&desk.slug(), desk.plan, 1)>{words::history_all()}</a>
                }
                .into_any()
            }}
        </Disclosure>
    }
}

/// Why a card in the tray has no match, and what would help, with the button that tries it.
fn why_none(why: WhyNone, card: ParticipationId) -> impl IntoView {
    let list = |lines: Vec<String>| {
        view! { <ul class="panel__why">{lines.into_iter().map(|line| view! { <li dir="auto">{line}</li> }).collect_view()}</ul> }
    };
    let remedies = match &why {
        WhyNone::Unmatched { why, .. } => Some(why.remedies.clone()),
        WhyNone::Ready | WhyNone::Large(_) | WhyNone::Group(..) => None,
    };
    let helps = remedies.map(|remedies| remedies.into_iter().zip(why.helps()).collect::<Vec<_>>());
    view! {
        <h3>{words::why_none()}</h3>
        {list(why.sentences())}
        {helps
            .map(|helps| {
                let none = helps.is_empty().then(words::help_nothing);
                view! {
                    <h3>{words::why_helps()}</h3>
                    {(!helps.is_empty()).then(|| view! { <Helps card helps /> })}
                    {none.map(|none| view! { <p>{none}</p> })}
                }
            })}
    }
}
