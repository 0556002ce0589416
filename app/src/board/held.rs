//! A card in the hand: what is known of every place for it.

use super::api;
use super::desk::Desk;
use super::keys::follow_card;
use domain::ParticipationId;
use domain::board::{Candidate, Consequence, Deed, Gain, Revision, percent};
use domain::text::board as words;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::HashMap;

/// The card that is being dragged.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Held {
    pub(super) card: ParticipationId,
    pub(super) revision: Revision,
    /// Every place with what it would mean; empty until the server has answered.
    pub(super) places: HashMap<ParticipationId, Candidate>,
    /// The best places, the best first.
    best: Vec<ParticipationId>,
}

/// The same in one line.
fn short(one: &Consequence) -> String {
    let now = one.alone.short();
    match one.around {
        None => now,
        Some(around) if around == Gain::default() => words::gain_short_free(now),
        Some(around) => words::gain_short(now, around.short()),
    }
}

/// What is said of a place where the card hangs over it.
fn closer(fit: u8, place: &Candidate) -> String {
    let room = place.displaced.as_ref().map(words::makes_room);
    [Some(words::fit_figure(fit)), room].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

impl Held {
    /// Takes in what every place would mean, the best first.
    fn learn(&mut self, candidates: Vec<Candidate>) {
        let open = candidates.iter().filter(|one| one.is_open());
        self.best = open.map(|one| one.mentor).take(BEST).collect();
        self.places = candidates.into_iter().map(|one| (one.mentor, one)).collect();
    }
}

/// What a column says while a card is held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Prospect {
    pub(super) text: String,
    /// The fit, and who must make room; said where the card hangs over the place.
    pub(super) closer: Option<String>,
    pub(super) possible: bool,
    /// 1 for the best place, up to 3.
    pub(super) rank: Option<usize>,
}

/// So many of the best places are marked.
const BEST: usize = 3;

/// What taking a place means: what the move changes, and who must make room or how many places are free.
pub(super) fn meaning(place: &Candidate) -> String {
    let mut lines = vec![];
    if let Some(consequence) = place.consequence.filter(|_| !place.here) {
        lines.push(words::gain_alone(consequence.alone.text()));
        lines.extend(consequence.around.map(|around| match around == Gain::default() {
            true => words::gain_free().to_owned(),
            false => words::gain_around(around.text()),
        }));
    }
    lines.extend(place.displaced.as_ref().map(words::makes_room));
    lines.extend((place.free > 0).then(|| words::free(place.free)));
    lines.join(" · ")
}

/// Who loses and who gains, as far as there is room; none where nobody does.
pub(super) fn few_stakes(mut stakes: Vec<String>, most: usize) -> Option<String> {
    let more = stakes.len().saturating_sub(most);
    stakes.truncate(most);
    stakes.extend((more > 0).then(|| words::stakes_more(more)));
    (!stakes.is_empty()).then(|| stakes.join(" · "))
}

impl Desk {
    /// Takes a card up, and asks for what every place would mean.
    pub(super) fn pick_up(self, card: ParticipationId) {
        let Some(view) = self.card(card) else { return };
        self.heard.set(words::picked_up(&view.person.name));
        self.over.set(None);
        self.over_card.set(None);
        let mut held = Held { card, revision: view.revision, places: HashMap::new(), best: vec![] };
        if let Some(known) = self.known_places(card) {
            held.learn(known);
            self.held.set(Some(held));
            return;
        }
        self.held.set(Some(held));
        spawn_local(async move {
            let Ok(detail) = api::load_card(self.slug(), self.plan, card, None).await else { return };
            self.held.update(|held| {
                if let Some(held) = held.as_mut().filter(|held| held.card == card) {
                    held.learn(detail.candidates);
                }
            });
        });
    }

    /// What dropping the held card on `mentor` would do.
    pub(super) fn prospect(self, mentor: ParticipationId) -> Option<Prospect> {
        self.held.with(|held| {
            let held = held.as_ref()?;
            let place = held.places.get(&mentor)?;
            let no = |text: &str| Prospect { text: text.into(), closer: None, possible: false, rank: None };
            Some(match (place.fit, place.consequence) {
                (Err(rule), _) => no(rule.sentence()),
                (Ok(_), None) if !place.here => no(words::drop_settled()),
                (Ok(fit), consequence) => Prospect {
                    text: match consequence.filter(|_| !place.here) {
                        Some(one) => short(&one),
                        None => words::fit_figure(percent(fit)),
                    },
                    closer: (!place.here).then(|| closer(percent(fit), place)),
                    possible: true,
                    rank: held.best.iter().position(|best| *best == mentor).map(|at| at + 1),
                },
            })
        })
    }

    /// What dropping the held card on the card that it hangs over would do, where that one has a place with `mentor` and
    /// none is free.
    pub(super) fn exchange_over(self, mentor: ParticipationId) -> Option<String> {
        let other = self.card(self.over_card.get()?).filter(|other| other.mentor == Some(mentor))?;
        let held = self.held.with(|held| {
            let held = held.as_ref().filter(|held| held.card != other.id && !self.carries(held.card))?;
            held.places.get(&mentor)?.consequence?.displaced.map(|_| held.card)
        })?;
        Some(match self.exchange(&self.known_board()?, held, other.id)? {
            Ok(gain) => words::exchange(other.person.name, gain.text()),
            Err(rule) => words::exchange_not(other.person.name, rule.sentence()),
        })
    }

    /// Lets go over `over`, perhaps on another card.
    pub(super) fn drop_on(self, over: Option<Option<ParticipationId>>, card: Option<ParticipationId>) {
        let Some(held) = self.held.get_untracked() else { return };
        self.held.set(None);
        self.over.set(None);
        self.over_card.set(None);
        self.heard.set(String::new());
        let name = self.card(held.card).map(|card| card.person.name).unwrap_or_default();
        let from = self.card(held.card).and_then(|card| card.mentor);
        match over {
            Some(to) if to != from && self.carries(held.card) => self.change_chosen(Deed::Move(to)),
            Some(to) if to != from => {
                let fit = to.and_then(|to| held.places.get(&to)).and_then(|place| place.fit.ok());
                let displaced = to.and_then(|to| held.places.get(&to)?.consequence?.displaced);
                match (card.filter(|other| displaced.is_some() && *other != held.card), displaced) {
                    (Some(other), _) => self.swap(held.card, other),
                    (None, Some(other)) => self.take_place(held.card, other, fit),
                    (None, None) => self.move_card(held.card, to, fit),
                }
            }
            // Let go where it was: a press on the handle, which opens the list.
            Some(_) => self.said.set(None),
            None => self.said.set(Some((words::cancelled(name), false))),
        }
        // The hand is where the card is: nothing scrolls under it. A press on the handle opens the list, which has the focus.
        if over != Some(from) {
            follow_card(self, held.card, false);
        }
        self.catch_up();
    }

    /// Puts the card back.
    pub(super) fn let_go(self) {
        self.drop_on(None, None);
    }
}
