//! The engine in this tab: what every place would mean for a card, known before the hand has moved.
//!
//! It loads the fits of everybody once, follows the board as cards move, and answers in well under a frame. Until it has
//! them, and for people who have come since, the server is asked instead: it knows the same.

use super::chosen::mean;
use super::desk::Desk;
use domain::ParticipationId;
use domain::board::{
    Board, Candidate, Card, CardView, Command, FitTable, Fits, Gain, Mentor, MentorView, Place, Shift, Stake,
    Studio, decide, sort_candidates,
};
use domain::criteria::Rule;
use leptos::prelude::*;

/// After so long without a change the proof is checked.
const CALM: std::time::Duration = std::time::Duration::from_millis(600);

/// The fits of everybody, and the best plan by them.
#[derive(Debug, Default)]
pub(super) struct Engine {
    table: FitTable,
    studio: Option<Studio>,
}

impl Engine {
    /// Takes `board` over: from the present plan where that is possible. None where the table lacks somebody.
    fn follow(&mut self, board: &Board) -> Option<&mut Studio> {
        if !self.table.covers(board) {
            return None;
        }
        let followed = self.studio.as_mut().is_some_and(|studio| studio.follow(board));
        if !followed {
            self.studio = measured("trellis-best-plan", || Studio::new(board, &self.table).ok());
        }
        self.studio.as_mut()
    }

    /// Every place for a card with what it would mean, the best first.
    fn candidates(&mut self, board: &Board, mentee: ParticipationId, desk: Desk) -> Option<Vec<Candidate>> {
        self.follow(board)?;
        let (studio, table) = (self.studio.as_mut()?, &self.table);
        let outlook = studio.outlook(board, mentee, table).ok()?;
        let here = board.cards.get(&mentee)?.place.mentor;
        let loads = board.loads();
        let name = |id: ParticipationId| desk.card(id).map(|card| card.person.name);
        let candidate = |one: &MentorView| Candidate {
            mentor: one.id,
            person: one.person.clone(),
            places: one.places,
            free: one.places.saturating_sub(loads.get(&one.id).copied().unwrap_or(0)),
            fit: board.fit(mentee, one.id, table),
            here: here == Some(one.id),
            consequence: outlook.get(&one.id).copied(),
            displaced: outlook.get(&one.id).and_then(|one| name(one.displaced?)),
        };
        let mut candidates: Vec<Candidate> = desk.mentors.with_untracked(|mentors| {
            let offered = mentors.iter().filter(|one| one.active || here == Some(one.id));
            offered.map(candidate).filter(|one| one.fit != Err(Rule::Oneself)).collect()
        });
        sort_candidates(&mut candidates);
        Some(candidates)
    }
}

impl Desk {
    /// Fetches the fits and finds the best plan, when the browser has nothing better to do.
    pub(super) fn start_engine(self) {
        #[cfg(feature = "hydrate")]
        leptos::task::spawn_local(async move {
            let path = crate::path::board_fits(&self.slug(), self.plan);
            let Ok(bytes) = crate::form::get(&path).await else { return };
            let Ok(table) = FitTable::from_bytes(&bytes) else { return };
            if !self.is_alive() {
                return;
            }
            self.engine.set_value(Some(Engine { table, studio: None }));
            // Not within the frame in which the bytes came: finding the best plan takes a few milliseconds too.
            request_idle_callback(move || {
                if self.is_alive() {
                    self.judge();
                }
            });
        });
    }

    /// Every place for a card with what it would mean, the best first; none where only the server knows.
    pub(super) fn known_places(self, card: ParticipationId) -> Option<Vec<Candidate>> {
        let board = self.board();
        let ask = |engine: &mut Option<Engine>| engine.as_mut()?.candidates(&board, card, self);
        measured("trellis-what-if", || self.engine.try_update_value(ask)).flatten()
    }

    /// The cards that `command` will change, as they are and as they will be, where the engine knows the rules; the server
    /// decides all the same.
    pub(super) fn foreseen(self, command: &Command) -> Vec<(CardView, CardView)> {
        let board = self.board();
        let events = self.engine.with_value(|engine| {
            let table = &engine.as_ref()?.table;
            let events = table.covers(&board).then(|| decide(&board, command, None, table).ok())??;
            let fit = |id, mentor| table.fit(id, mentor).ok();
            let shifts = events.iter().flat_map(|event| event.shifts().to_vec());
            Some(
                shifts
                    .map(|one| (one, one.after.mentor.and_then(|at| fit(one.mentee, at))))
                    .collect::<Vec<_>>(),
            )
        });
        let change = |(shift, fit): (Shift, Option<i64>)| {
            let before = self.card(shift.mentee)?;
            let (mentor, pinned) = (shift.after.mentor, shift.after.pinned);
            let revision = before.revision + 1;
            let after = CardView { mentor, pinned, fit, revision, broken: None, ..before.clone() };
            Some((before, after))
        };
        events.unwrap_or_default().into_iter().filter_map(change).collect()
    }

    /// How many of `cards` the rules allow with `mentor`, and how well these fit on average; none until the engine knows.
    pub(super) fn allowed(self, cards: &[CardView], mentor: ParticipationId) -> Option<(usize, u8)> {
        self.engine.with_value(|engine| {
            let table = &engine.as_ref()?.table;
            let fits: Vec<i64> = cards.iter().filter_map(|card| table.fit(card.id, mentor).ok()).collect();
            Some((fits.len(), mean(&fits)))
        })
    }

    /// The board as the rules see it, where the engine has the fits of everybody on it.
    pub(super) fn known_board(self) -> Option<Board> {
        let board = self.board();
        let covers = |engine: &Option<Engine>| engine.as_ref().is_some_and(|one| one.table.covers(&board));
        self.engine.with_value(covers).then_some(board)
    }

    /// What it changes if two cards change places on a board that the engine knows; or the rule that forbids it.
    pub(super) fn exchange(
        self,
        board: &Board,
        one: ParticipationId,
        other: ParticipationId,
    ) -> Option<Result<Gain, Rule>> {
        let at = |card: ParticipationId| board.cards.get(&card).and_then(|card| card.place.mentor);
        let (here, there) = (at(one), at(other));
        self.engine.with_value(|engine| {
            let table = &engine.as_ref()?.table;
            let fit = |card, mentor: Option<_>| mentor.map_or(Ok(0), |mentor| board.fit(card, mentor, table));
            let sum = |first, second| Ok(fit(one, first)? + fit(other, second)?);
            // A pair that a rule forbids by now counts as nothing.
            let before = sum(here, there).unwrap_or(0);
            Some(sum(there, here).map(|after| Gain { pairs: 0, fit: after - before }))
        })
    }

    /// Who else is better or worse off in the best plan around a pair, in words; none where only the server knows, or no
    /// plan has the pair.
    pub(super) fn stakes(self, card: ParticipationId, mentor: ParticipationId) -> Option<Vec<String>> {
        let board = self.board();
        let ask = |engine: &mut Option<Engine>| {
            let engine = engine.as_mut()?;
            engine.follow(&board)?;
            engine.studio.as_mut()?.stakes(&board, card, mentor, &engine.table).ok()?
        };
        let stakes = self.engine.try_update_value(ask).flatten()?;
        let text = |one: &Stake| Some(one.text(&self.card(one.mentee)?.person.name));
        Some(stakes.iter().filter(|one| one.is_seen()).filter_map(text).collect())
    }

    /// Finds out how far the board is from the best plan under its pins, when the browser has a moment: a move is on the
    /// screen before that.
    pub(super) fn judge_soon(self) {
        if self.engine.with_value(Option::is_none) || self.judging.get_value() {
            return;
        }
        self.judging.set_value(true);
        request_idle_callback(move || {
            if self.judging.try_set_value(false).is_none() {
                self.judge();
            }
        });
    }

    fn judge(self) {
        let board = self.board();
        let ask = |engine: &mut Option<Engine>| Some(engine.as_mut()?.follow(&board)?.better(&board));
        let better = self.engine.try_update_value(ask).flatten();
        if self.better.get_untracked() != better {
            self.better.set(better);
        }
        self.proved.set(None);
        self.judged.update_value(|judged| *judged += 1);
        self.prove_later();
    }

    /// Once nothing has moved for a moment and no card is in the hand: a proof is for reading, and costs a few milliseconds.
    fn prove_later(self) {
        let known = self.judged.get_value();
        let later = move || {
            if self.judged.try_get_value() != Some(known) {
                return;
            }
            if self.held.with_untracked(Option::is_some) { self.prove_later() } else { self.prove() }
        };
        set_timeout(later, CALM);
    }

    /// Checks the certificate of the best plan.
    fn prove(self) {
        let ask = |engine: &mut Option<Engine>| engine.as_ref()?.studio.as_ref().map(Studio::is_proved);
        let holds = measured("trellis-proof", || self.engine.try_update_value(ask)).flatten();
        self.proved.set(holds.unwrap_or(false).then(crate::viewer::clock));
        request_idle_callback(move || {
            if self.judging.try_get_value() == Some(false) {
                self.price_pins();
            }
        });
    }

    /// What the pins cost is for reading too, and takes a plan without them: not while a card is in the hand.
    fn price_pins(self) {
        if self.held.with_untracked(Option::is_some) {
            return self.prove_later();
        }
        let board = self.board();
        let ask = |engine: &mut Option<Engine>| {
            let engine = engine.as_ref()?;
            engine.studio.as_ref()?.pins_cost(&board, &engine.table).ok()
        };
        let cost = self.engine.try_update_value(ask).flatten().unwrap_or_default();
        if self.pins_cost.get_untracked() != cost {
            self.pins_cost.set(cost);
        }
    }

    /// The board as the rules see it.
    fn board(self) -> Board {
        let mut board = Board::empty(self.plan);
        self.mentors.with_untracked(|mentors| {
            board.mentors = mentors
                .iter()
                .map(|one| {
                    (one.id, Mentor { places: one.places, elsewhere: one.elsewhere, active: one.active })
                })
                .collect();
        });
        self.cards.with_untracked(|cards| {
            board.cards = cards.iter().map(|(id, card)| (*id, rules(card))).collect();
        });
        board
    }
}

/// So many measurements are kept.
#[cfg(feature = "hydrate")]
const MOST_MEASURES: u32 = 200;

/// Notes how long something took, for whoever measures the page.
fn measured<T>(name: &str, work: impl FnOnce() -> T) -> T {
    #[cfg(feature = "hydrate")]
    if let Some(performance) = window().performance() {
        let begin = format!("{name}-begins");
        let _ = performance.mark(&begin);
        let done = work();
        let _ = performance.measure_with_start_mark(name, &begin);
        performance.clear_marks_with_mark_name(&begin);
        // The browser keeps them for ever otherwise.
        if performance.get_entries_by_type("measure").length() > MOST_MEASURES {
            performance.clear_measures();
        }
        return done;
    }
    let _ = name;
    work()
}

/// A card as the rules see it. Who has declined whom is in the table.
fn rules(card: &CardView) -> Card {
    let place = Place { mentor: card.mentor, pinned: card.pinned };
    Card { place, revision: card.revision, stage: card.stage, active: card.active, ..Card::default() }
}
