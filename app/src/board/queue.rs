//! Moves on their way to the server, and what takes them back: one after the other, in the order in which they were made.
//!
//! A move is on the screen at once and its card's revision counted on as the server will count it, so that a second move of
//! the same card builds on the first. While the server does not answer, moves wait here, and the page says how many. Each
//! keeps its number: one that was carried out although its answer was lost is not carried out twice.

use super::api;
use super::desk::Desk;
use crate::error::AppError;
use crate::form::new_command;
use crate::live::{Link, link};
use domain::board::{BoardAnswer, CardView, Deed, SeenCard, Target};
use domain::{CommandId, ParticipationId};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::{HashMap, VecDeque};
use std::time::Duration;

/// After so long the server is asked again.
const AGAIN: Duration = Duration::from_secs(3);

/// What the server is asked.
#[derive(Clone, Debug)]
pub(super) enum Call {
    Move(SeenCard, Target),
    /// The same with several; whoever cannot be moved stays.
    Several(Vec<SeenCard>, Deed),
    Swap(SeenCard, SeenCard),
    TakePlace(SeenCard, SeenCard),
    Pin(SeenCard),
    Unpin(SeenCard),
    /// Not shown before it is answered: only the server knows what it takes back. But it takes its turn.
    Undo,
    Redo,
}

/// A change that is on the screen already.
#[derive(Clone, Debug)]
struct Shown {
    call: Call,
    command: CommandId,
    /// The cards as they were and as they are shown.
    cards: Vec<(CardView, CardView)>,
}

impl Shown {
    fn touches(&self, cards: &[(CardView, CardView)]) -> bool {
        self.cards.iter().any(|(one, _)| cards.iter().any(|(card, _)| card.id == one.id))
    }
}

/// The changes that the server has not answered yet.
#[derive(Clone, Copy)]
pub(super) struct Queue {
    waiting: StoredValue<VecDeque<Shown>>,
    sending: StoredValue<bool>,
    /// How many wait because the server does not answer.
    pub(super) stuck: RwSignal<usize>,
    /// How many were answered: what only the server knows of a card is another thing since then.
    pub(super) answered: RwSignal<usize>,
}

impl Queue {
    pub(super) fn new() -> Self {
        Self {
            waiting: StoredValue::new(VecDeque::new()),
            sending: StoredValue::new(false),
            stuck: RwSignal::new(0),
            answered: RwSignal::new(0),
        }
    }
}

impl Desk {
    /// Goes on as soon as the connection is back, and asks before a page is left from which moves have not been sent.
    pub(super) fn watch_queue(self) {
        let connection = link();
        Effect::new(move || {
            if connection.get() == Link::Connected {
                self.send_next();
            }
        });
        let back = window_event_listener_untyped("online", move |_| self.send_next());
        let leave = window_event_listener_untyped("beforeunload", move |event| {
            if self.queue.waiting.try_with_value(|waiting| !waiting.is_empty()) == Some(true) {
                event.prevent_default();
            }
        });
        on_cleanup(move || {
            back.remove();
            leave.remove();
        });
    }

    /// Shows cards as they will be, and asks the server when it is its turn.
    pub(super) fn act(self, call: Call, cards: Vec<(CardView, CardView)>) {
        if !cards.is_empty() {
            self.change_cards(|all| all.extend(cards.iter().map(|(_, after)| (after.id, after.clone()))));
        }
        let shown = Shown { call, command: new_command(), cards };
        self.queue.waiting.update_value(|waiting| waiting.push_back(shown));
        self.send_next();
    }

    /// Shows what is not answered yet on cards that have just been read.
    pub(super) fn show_unsent(self, all: &mut HashMap<ParticipationId, CardView>) {
        self.queue.waiting.with_value(|waiting| {
            for (before, after) in waiting.iter().flat_map(|shown| &shown.cards) {
                if all.get(&before.id).is_some_and(|known| known.revision == before.revision) {
                    all.insert(after.id, after.clone());
                }
            }
        });
    }

    fn send_next(self) {
        let next = self.queue.waiting.try_with_value(|waiting| waiting.front().cloned()).flatten();
        let Some(next) = next else { return };
        if self.queue.sending.get_value() {
            return;
        }
        self.queue.sending.set_value(true);
        spawn_local(async move {
            let answer = self.call(&next).await;
            if self.queue.sending.try_set_value(false).is_some() {
                // The page is gone: the server has it, or was never asked.
                return;
            }
            if answer == Err(AppError::Offline) {
                self.queue.stuck.set(self.queue.waiting.with_value(VecDeque::len));
                set_timeout(move || self.send_next(), AGAIN);
                return;
            }
            let undone = match &answer {
                Err(_) => next.cards.clone(),
                Ok(answer) => stayed(answer, &next),
            };
            self.queue.waiting.update_value(|waiting| {
                waiting.pop_front();
                // What was built on it cannot be done either.
                waiting.retain(|shown| !shown.touches(&undone));
            });
            if self.queue.stuck.get_untracked() > 0 {
                self.queue.stuck.set(self.queue.waiting.with_value(VecDeque::len));
            }
            if matches!(next.call, Call::Undo | Call::Redo) {
                self.busy.set(false);
            }
            match answer {
                Err(error) => self.put_back(&error, undone),
                Ok(answer) => {
                    self.answered(Ok(answer));
                    self.show_as_before(undone);
                    if let Call::Several(_, deed) = next.call {
                        self.release(deed);
                    }
                }
            }
            self.queue.answered.update(|count| *count += 1);
            self.send_next();
        });
    }

    async fn call(self, shown: &Shown) -> Result<BoardAnswer, AppError> {
        let (command, slug, plan) = (shown.command, self.slug(), self.plan);
        match shown.call.clone() {
            Call::Move(card, to) => api::move_card(command, slug, plan, card, to).await,
            Call::Several(cards, Deed::Move(to)) => {
                api::move_cards(command, slug, plan, cards, Target(to)).await
            }
            Call::Several(cards, Deed::Pin) => api::pin_cards(command, slug, plan, cards).await,
            Call::Several(cards, Deed::Unpin) => api::unpin_cards(command, slug, plan, cards).await,
            Call::Swap(one, other) => api::swap_cards(command, slug, plan, one, other).await,
            Call::TakePlace(one, other) => api::take_place(command, slug, plan, one, other).await,
            Call::Pin(card) => api::pin_card(command, slug, plan, card).await,
            Call::Unpin(card) => api::unpin_card(command, slug, plan, card).await,
            Call::Undo => api::undo(command, slug, plan).await,
            Call::Redo => api::redo(command, slug, plan).await,
        }
    }

    /// Says why not, and shows the cards as they were where nothing newer has arrived.
    fn put_back(self, error: &AppError, cards: Vec<(CardView, CardView)>) {
        self.refused(error, true);
        self.show_as_before(cards);
        // The refusal may come before the frame that tells where the card is now.
        self.fetch_all();
    }

    /// Cards as they were, where nothing newer has arrived.
    fn show_as_before(self, cards: Vec<(CardView, CardView)>) {
        if cards.is_empty() {
            return;
        }
        self.change_cards(|all| {
            for (before, after) in cards {
                if all.get(&before.id) == Some(&after) {
                    all.insert(before.id, before);
                }
            }
        });
    }
}

/// Of several those whom the answer does not name: they stayed, and were shown elsewhere for a moment.
fn stayed(answer: &BoardAnswer, shown: &Shown) -> Vec<(CardView, CardView)> {
    let named = |id: ParticipationId| answer.rows.cards.iter().any(|card| card.id == id);
    match shown.call {
        Call::Several(..) => shown.cards.iter().filter(|(before, _)| !named(before.id)).cloned().collect(),
        _ => vec![],
    }
}
