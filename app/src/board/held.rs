//! A card in the hand: what is known of every place for it.

use super::api;
use super::desk::Desk;
use domain::ParticipationId;
use domain::board::{Candidate, Revision, percent};
use domain::text::board as words;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::HashMap;

/// The card that is being dragged.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Held {
    pub(super) card: ParticipationId,
    pub(super) revision: Revision,
    /// Every place with its fit; empty until the server has answered.
    pub(super) places: HashMap<ParticipationId, Candidate>,
    /// What the card hangs over: a mentor, or none for the tray.
    pub(super) over: Option<Option<ParticipationId>>,
}

/// What a column says while a card is held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Prospect {
    pub(super) text: String,
    pub(super) possible: bool,
    pub(super) best: bool,
}

impl Desk {
    /// Takes a card up, and asks for what every place would mean.
    pub(super) fn pick_up(self, card: ParticipationId) {
        let Some(view) = self.card(card) else { return };
        self.heard.set(words::picked_up(&view.person.name));
        self.held.set(Some(Held { card, revision: view.revision, places: HashMap::new(), over: None }));
        spawn_local(async move {
            let Ok(detail) = api::load_card(self.slug(), self.plan, card).await else { return };
            self.held.update(|held| {
                if let Some(held) = held.as_mut().filter(|held| held.card == card) {
                    held.places = detail.candidates.into_iter().map(|one| (one.mentor, one)).collect();
                }
            });
        });
    }

    /// What dropping the held card on `mentor` would do.
    pub(super) fn prospect(self, mentor: ParticipationId) -> Option<Prospect> {
        let places =
            self.mentors.with(|all| all.iter().find(|one| one.id == mentor).map(|one| one.places))?;
        self.held.with(|held| {
            let place = held.as_ref()?.places.get(&mentor)?;
            let best = held.as_ref()?.places.values().filter_map(|one| one.fit.ok()).max();
            Some(match place.fit {
                Err(rule) => Prospect { text: rule.sentence().to_owned(), possible: false, best: false },
                Ok(_) if self.load(mentor) >= places && !place.here => {
                    Prospect { text: words::drop_full().to_owned(), possible: false, best: false }
                }
                Ok(fit) => Prospect {
                    text: words::fit_figure(percent(fit)),
                    possible: true,
                    best: best == Some(fit),
                },
            })
        })
    }

    /// Lets go over `over`, perhaps on another card.
    pub(super) fn drop_on(self, over: Option<Option<ParticipationId>>, card: Option<ParticipationId>) {
        let Some(held) = self.held.get_untracked() else { return };
        self.held.set(None);
        self.heard.set(String::new());
        let name = self.card(held.card).map(|card| card.person.name).unwrap_or_default();
        let from = self.card(held.card).and_then(|card| card.mentor);
        match over {
            Some(to) if to != from => {
                let fit = to.and_then(|to| held.places.get(&to)).and_then(|place| place.fit.ok());
                let places = |mentor| {
                    self.mentors
                        .with_untracked(|all| all.iter().find(|one| one.id == mentor).map(|one| one.places))
                };
                let load = |mentor| {
                    self.places.with_untracked(|all| all.get(&Some(mentor)).map_or(0, Vec::len) as u32)
                };
                let full = to.is_some_and(|to| places(to).is_some_and(|places| load(to) >= places));
                match card.filter(|other| full && *other != held.card) {
                    Some(other) => self.swap(held.card, other),
                    None => self.move_card(held.card, to, fit),
                }
            }
            // Let go where it was: a press on the handle, which opens the list.
            Some(_) => self.said.set(None),
            None => self.said.set(Some((words::cancelled(name), false))),
        }
        self.catch_up();
    }

    /// Puts the card back.
    pub(super) fn let_go(self) {
        self.drop_on(None, None);
    }
}
