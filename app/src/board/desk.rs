//! What the browser knows of a board: cards and mentors, changed at once and put back where the server says no.

use super::api;
use super::engine::Engine;
use super::held::Held;
use super::keys::{focused_card, follow_card};
use super::queue::{Call, Queue};
use crate::error::AppError;
use crate::live::{AnyFrame, follow};
use crate::ui::{Toasts, use_toasts};
use crate::viewer::{Viewer, clock, use_viewer};
use crate::wire::read;
use domain::board::{
    BoardAnswer, BoardQuery, BoardRows, BoardView, CardView, Counts, EXCEPTION_WITHDRAWN, Gain, HistoryLine,
    MentorView, Names, Present, SeenCard, Stage, Target,
};
use domain::calendar::long_date;
use domain::proposal::DECLINED;
use domain::stream::Topic;
use domain::text::{board as words, today};
use domain::{Instant, MatchPlanId, ParticipationId, PersonId};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::HashMap;

/// So long, in milliseconds, a page is taken to be up to date when somebody comes back to it.
const FRESH_FOR: i64 = 60_000;

/// The board in this tab. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    slug: StoredValue<String>,
    pub(super) plan: MatchPlanId,
    /// With how many mentees a group begins.
    pub(super) fewest: u32,
    /// In the order of the page.
    pub(super) mentors: RwSignal<Vec<MentorView>>,
    pub(super) cards: RwSignal<HashMap<ParticipationId, CardView>>,
    /// The cards of each mentor, and of the tray, in order.
    pub(super) places: Memo<HashMap<Option<ParticipationId>, Vec<ParticipationId>>>,
    /// So many mentors here have more mentees than places, of whom some are not published yet.
    pub(super) overfull: Memo<usize>,
    /// Counted here once the whole board is.
    pub(super) counts: Memo<Counts>,
    /// What the server counted over all pages, and what of that was here.
    counted: StoredValue<(Counts, Counts)>,
    /// Whether everything is here, not only a page.
    pub(super) whole: RwSignal<bool>,
    /// Of a large board: what this page of it was asked for with.
    asked: StoredValue<Option<BoardQuery>>,
    /// What was said last, and whether undo belongs to it.
    pub(super) said: RwSignal<Option<(String, bool)>>,
    /// The card that the focus follows to its new place.
    pub(super) followed: RwSignal<Option<ParticipationId>>,
    /// What others did, for the screen reader.
    pub(super) heard: RwSignal<String>,
    pub(super) undo: RwSignal<Option<String>>,
    pub(super) redo: RwSignal<Option<String>>,
    pub(super) history: RwSignal<Vec<HistoryLine>>,
    /// The cards that changed last, and who changed them where it was somebody else.
    pub(super) fresh: RwSignal<Vec<ParticipationId>>,
    pub(super) fresh_by: RwSignal<Option<String>>,
    /// Who else is here.
    pub(super) present: RwSignal<Vec<Present>>,
    /// Whether an undo or a redo is on its way.
    pub(super) busy: RwSignal<bool>,
    /// Whose places are being chosen in the dialog.
    pub(super) placing: RwSignal<Option<ParticipationId>>,
    pub(super) held: RwSignal<Option<Held>>,
    /// What the held card hangs over: a mentor, or none for the tray. Apart from it, so that what all places would mean is
    /// not said anew wherever the hand goes.
    pub(super) over: RwSignal<Option<Option<ParticipationId>>>,
    /// The card that it hangs over.
    pub(super) over_card: RwSignal<Option<ParticipationId>>,
    /// The cards that are chosen together, in the order in which they were.
    pub(super) chosen: RwSignal<Vec<ParticipationId>>,
    /// By how much the best plan under the pins is better, once the engine knows.
    pub(super) better: RwSignal<Option<Gain>>,
    /// When the certificate of that best plan was checked here and held.
    pub(super) proved: RwSignal<Option<Instant>>,
    /// What all pins cost together, as it was when nothing moved last.
    pub(super) pins_cost: RwSignal<Gain>,
    /// Whether that is about to be found out anew.
    pub(super) judging: StoredValue<bool>,
    /// How often it was.
    pub(super) judged: StoredValue<u32>,
    /// The engine, once it has what it needs.
    pub(super) engine: StoredValue<Option<Engine>>,
    names: StoredValue<Vec<(PersonId, String)>>,
    waiting_rows: StoredValue<Vec<(BoardRows, Option<String>, bool)>>,
    /// What the server has not answered yet.
    pub(super) queue: Queue,
    // Looked up once: answers and frames come from outside of any component.
    toasts: Toasts,
    pub(super) viewer: RwSignal<Viewer>,
    #[cfg(feature = "hydrate")]
    live: StoredValue<Option<crate::live::Live>, LocalStorage>,
}

impl Desk {
    /// The board as it was loaded for `asked`, which may have left some of it out.
    pub(super) fn new(view: &BoardView, asked: &BoardQuery) -> Self {
        let cards: HashMap<_, _> = view.cards.iter().map(|card| (card.id, card.clone())).collect();
        let cards = RwSignal::new(cards);
        let complete = !asked.narrows() && view.pages == 1 && view.tray_pages == 1;
        let whole = RwSignal::new(complete && !view.large);
        let counted = StoredValue::new((view.counts, cards.with_untracked(count)));
        let mentors = RwSignal::new(view.mentors.clone());
        let places = Memo::new(move |_| cards.with(arrange));
        let overfull = Memo::new(move |_| {
            let full =
                |places: &_| cards.with_untracked(|cards| mentors.with(|all| overfull(all, cards, places)));
            places.with(full)
        });
        let (large, viewer) = (view.large, use_viewer());
        let offset = viewer.with_untracked(|viewer| viewer.offset);
        let sent = view.published.map(|published| match published.until {
            Some(until) => words::sent(words::proposals(published.pairs), long_date(until.date(offset))),
            None => words::begun(today::mentorships(published.pairs as u64)),
        });
        let fresh = view.history.first().filter(|line| !line.undone).map(|line| line.mentees.clone());
        Self {
            slug: StoredValue::new(view.slug.clone()),
            plan: view.plan,
            fewest: view.fewest,
            mentors,
            cards,
            places,
            overfull,
            counts: Memo::new(move |_| match cards.with(count) {
                all if whole.get() => all,
                here if large => counted.with_value(|(all, before)| all.changed(before, &here)),
                _ => counted.with_value(|(all, _)| *all),
            }),
            counted,
            asked: StoredValue::new(large.then(|| asked.clone())),
            whole,
            said: RwSignal::new(sent.map(|sent| (sent, false))),
            followed: RwSignal::new(None),
            heard: RwSignal::new(String::new()),
            undo: RwSignal::new(view.undo.clone()),
            redo: RwSignal::new(view.redo.clone()),
            history: RwSignal::new(view.history.clone()),
            fresh: RwSignal::new(few(fresh.unwrap_or_default(), view.counts.mentees as usize)),
            fresh_by: RwSignal::new(None),
            present: RwSignal::new(vec![]),
            busy: RwSignal::new(false),
            placing: RwSignal::new(None),
            held: RwSignal::new(None),
            over: RwSignal::new(None),
            over_card: RwSignal::new(None),
            chosen: RwSignal::new(vec![]),
            judging: StoredValue::new(false),
            judged: StoredValue::new(0),
            better: RwSignal::new(None),
            proved: RwSignal::new(None),
            pins_cost: RwSignal::new(Gain::default()),
            engine: StoredValue::new(None),
            names: StoredValue::new(view.coordinators.clone()),
            waiting_rows: StoredValue::new(vec![]),
            queue: Queue::new(),
            toasts: use_toasts(),
            viewer,
            #[cfg(feature = "hydrate")]
            live: StoredValue::new_local(use_context::<crate::live::Live>()),
        }
    }

    pub(super) fn slug(&self) -> String {
        self.slug.get_value()
    }

    /// Follows what others do, and fetches what is not on this page.
    pub(super) fn wake(self, view: &BoardView) {
        let reload = move || self.fetch_all();
        follow(Topic::MatchPlan(self.plan), view.version, move |frame| self.receive(frame), reload);
        self.be_present();
        self.watch_queue();
        self.read_again();
        let whole = self.whole.get_untracked();
        let large = self.asked.with_value(Option::is_some);
        Effect::new(move || match whole {
            true => self.start_engine(),
            false if large => {}
            false => self.fetch_all(),
        });
        Effect::new(move || {
            self.cards.track();
            self.mentors.track();
            self.judge_soon();
        });
    }

    /// Whether the page is still there.
    #[cfg(feature = "hydrate")]
    pub(super) fn is_alive(self) -> bool {
        !self.cards.is_disposed()
    }

    /// Whoever comes back to the page after a while reads it anew: profiles and wishes are other ones without a move.
    fn read_again(self) {
        let read_at = StoredValue::new(clock());
        let handles = ["visibilitychange", "focus"].map(|event| {
            window_event_listener_untyped(event, move |_| {
                let now = clock();
                let is_old = read_at.try_get_value().is_some_and(|at| now.0 - at.0 > FRESH_FOR);
                if is_old && !document().hidden() && self.held.with_untracked(Option::is_none) {
                    read_at.set_value(now);
                    self.fetch_all();
                }
            })
        });
        on_cleanup(move || handles.into_iter().for_each(|handle| handle.remove()));
    }

    pub(super) fn fetch_all(self) {
        spawn_local(async move {
            let page = self.asked.get_value();
            let whole = page.is_none();
            let loaded = api::load_board(self.slug(), self.plan, page.unwrap_or_default()).await;
            if let Ok(view) = loaded {
                let mut cards = view.cards.into_iter().map(|card| (card.id, card)).collect();
                self.counted.set_value((view.counts, count(&cards)));
                self.show_unsent(&mut cards);
                self.change_cards(|all| *all = cards);
                self.mentors.set(view.mentors);
                self.undo.set(view.undo);
                self.redo.set(view.redo);
                self.history.set(view.history);
                if whole {
                    self.whole.set(true);
                    self.start_engine();
                }
                #[cfg(feature = "hydrate")]
                if let Some(live) = self.live.try_get_value().flatten() {
                    live.seen(Topic::MatchPlan(self.plan), view.version);
                }
            }
        });
    }

    /// What somebody did, here or elsewhere. While a card is held it waits, so that nothing moves under the hand.
    fn receive(self, frame: AnyFrame) {
        let Some(rows) = read::<BoardRows>(&frame.rows) else { return };
        let me = self.viewer.with_untracked(|viewer| viewer.person.as_ref().map(|one| one.id));
        let mine = frame.events.iter().all(|event| event.actor == me);
        let by =
            rows.history.first().map(|line| line.by.clone().unwrap_or_else(|| words::by_system().to_owned()));
        let by = by.filter(|_| !mine);
        // Places and fits are others then.
        let anew =
            frame.events.iter().any(|event| [EXCEPTION_WITHDRAWN, DECLINED].contains(&event.kind.as_str()));
        if let (Some(by), Some(line)) = (&by, rows.history.first()) {
            self.heard.set(words::remote(by, &line.said));
        }
        let taken = |card: &CardView| {
            let by = rows.history.first().and_then(|line| line.by.clone());
            let by = by.unwrap_or_else(|| words::somebody_else().to_owned());
            self.toasts.fail(match card.stage {
                Stage::Open => words::taken_from_hand(by, &card.person.name),
                Stage::Proposed | Stage::AtWork => words::published_from_hand(by, &card.person.name),
            });
        };
        // What changes no place, as an introduction, takes nothing from anybody.
        let newer = |card: &&CardView| self.card(card.id).is_none_or(|known| known.revision < card.revision);
        let placing = self.placing.get_untracked().filter(|_| !mine);
        if let Some(card) = rows.cards.iter().find(|card| placing == Some(card.id)).filter(newer) {
            self.placing.set(None);
            taken(card);
        }
        if let Some(held) = self.held.get_untracked() {
            if let Some(card) =
                rows.cards.iter().find(|card| card.id == held.card && card.revision > held.revision)
            {
                self.held.set(None);
                self.over.set(None);
                taken(card);
                self.catch_up();
            } else {
                self.waiting_rows.update_value(|waiting| waiting.push((rows, by, anew)));
                return;
            }
        }
        self.take(rows, by, anew);
    }

    /// Shows what waited while a card was held.
    pub(super) fn catch_up(self) {
        for (rows, by, anew) in self.waiting_rows.try_update_value(std::mem::take).unwrap_or_default() {
            self.take(rows, by, anew);
        }
    }

    /// `by` somebody else, whose name stands on the cards that they moved. Read `anew` is all of it where not only cards changed.
    fn take(self, rows: BoardRows, by: Option<String>, anew: bool) {
        if anew {
            return self.fetch_all();
        }
        if rows.cards.is_empty() && rows.history.is_empty() {
            return;
        }
        let fresh =
            few(rows.cards.iter().map(|card| card.id).collect(), self.cards.with_untracked(HashMap::len));
        #[cfg(feature = "hydrate")]
        if by.is_some() {
            super::presence::Before::of(&fresh).glide();
        }
        self.fresh_by.set(by);
        self.fresh.set(fresh);
        self.change_cards(|cards| {
            for mut card in rows.cards {
                let known = cards.get(&card.id);
                // Of a large board only a page is here, and it stays that page.
                if known.is_none() && self.asked.with_value(Option::is_some) {
                    continue;
                }
                if known.is_none_or(|known| known.revision <= card.revision) {
                    // Only the whole board has them counted, and a move does not change them.
                    card.choices = card.choices.or(known.and_then(|known| known.choices));
                    cards.insert(card.id, card);
                }
            }
        });
        self.history.update(|history| {
            for line in rows.history.into_iter().rev() {
                // An earlier change is told again where it was undone, or done again.
                match history.iter().position(|known| known.version <= line.version) {
                    Some(at) if history[at].version == line.version => history[at] = line,
                    Some(0) => history.insert(0, line),
                    None if history.is_empty() => history.push(line),
                    _ => {}
                }
            }
            history.truncate(12);
        });
    }

    /// The answer to a command of this tab.
    pub(super) fn answered(self, answer: Result<BoardAnswer, AppError>) {
        match answer {
            Ok(answer) => {
                let undoable = answer.undo.as_ref() == Some(&answer.said);
                self.said.set(Some((answer.said, undoable)));
                self.undo.set(answer.undo);
                self.redo.set(answer.redo);
                self.take(answer.rows, None, false);
            }
            Err(error) => self.refused(&error, false),
        }
    }

    /// Says why not, with names.
    pub(super) fn refused(self, error: &AppError, put_back: bool) {
        let refusal = match error {
            AppError::Refused(refused) => refused.board(),
            _ => None,
        };
        let sentence = refusal.map_or_else(|| error.sentence(), |refusal| refusal.sentence_with(&self));
        let sentence = if put_back { words::put_back(sentence) } else { sentence };
        self.said.set(None);
        self.toasts.fail(sentence);
    }

    /// Changes cards. Where the one that has the focus goes elsewhere, the focus goes along.
    pub(super) fn change_cards(self, change: impl FnOnce(&mut HashMap<ParticipationId, CardView>)) {
        let place = |id: ParticipationId| self.card(id).map(|card| card.mentor);
        let before = focused_card().map(|id| (id, place(id)));
        self.cards.update(change);
        if let Some((id, _)) = before.filter(|(id, before)| *before != place(*id)) {
            follow_card(self, id, false);
        }
    }

    /// The mentor to whom the focus follows a card.
    pub(super) fn followed_to(self) -> Option<ParticipationId> {
        self.card(self.followed.get()?)?.mentor
    }

    pub(super) fn card(self, id: ParticipationId) -> Option<CardView> {
        self.cards.with_untracked(|cards| cards.get(&id).cloned())
    }

    /// Moves a card at once, and puts it back where the server refuses. `fit` where it is known.
    pub(super) fn move_card(self, id: ParticipationId, to: Option<ParticipationId>, fit: Option<i64>) {
        let Some(card) = self.card(id) else { return };
        self.placing.set(None);
        if card.mentor == to && (to.is_none() || card.pinned) {
            return;
        }
        self.act(Call::Move(seen(&card), Target(to)), vec![(card.clone(), put(card, to, fit))]);
    }

    /// Lets two cards change places at once.
    pub(super) fn swap(self, one: ParticipationId, other: ParticipationId) {
        let (Some(one), Some(other)) = (self.card(one), self.card(other)) else { return };
        let there = (one.mentor, other.mentor);
        let call = Call::Swap(seen(&one), seen(&other));
        self.act(
            call,
            vec![(one.clone(), put(one, there.1, None)), (other.clone(), put(other, there.0, None))],
        );
    }

    /// Puts a card in the place of another at once; that one goes to the tray. `fit` where it is known.
    pub(super) fn take_place(self, one: ParticipationId, other: ParticipationId, fit: Option<i64>) {
        let (Some(one), Some(other)) = (self.card(one), self.card(other)) else { return };
        self.placing.set(None);
        let (call, to) = (Call::TakePlace(seen(&one), seen(&other)), other.mentor);
        self.act(call, vec![(one.clone(), put(one, to, fit)), (other.clone(), put(other, None, None))]);
    }

    /// Pins a card where it lies, or leaves it to the engine again.
    pub(super) fn pin(self, id: ParticipationId, pinned: bool) {
        let Some(card) = self.card(id).filter(|card| card.mentor.is_some() && card.pinned != pinned) else {
            return;
        };
        let call = if pinned { Call::Pin(seen(&card)) } else { Call::Unpin(seen(&card)) };
        let after = CardView { pinned, revision: card.revision + 1, ..card.clone() };
        self.act(call, vec![(card, after)]);
    }

    /// Takes back the asker's last change.
    pub(super) fn undo_last(self) {
        self.go_back(Call::Undo);
    }

    /// Does again what the asker took back last.
    pub(super) fn redo_last(self) {
        self.go_back(Call::Redo);
    }

    /// A key that is held down waits for the answer before it asks for more.
    fn go_back(self, call: Call) {
        if !self.busy.get_untracked() {
            self.busy.set(true);
            self.act(call, vec![]);
        }
    }
}

impl Names for Desk {
    fn participant(&self, id: ParticipationId) -> Option<String> {
        let mentee = self.cards.with_untracked(|cards| cards.get(&id).map(|card| card.person.name.clone()));
        mentee.or_else(|| {
            self.mentors.with_untracked(|mentors| {
                mentors.iter().find(|mentor| mentor.id == id).map(|mentor| mentor.person.name.clone())
            })
        })
    }

    fn person(&self, id: PersonId) -> Option<String> {
        self.names.with_value(|names| names.iter().find(|(one, _)| *one == id).map(|(_, name)| name.clone()))
    }
}

fn seen(card: &CardView) -> SeenCard {
    SeenCard { id: card.id, revision: card.revision }
}

/// The card as it is once the server has put it there.
fn put(card: CardView, to: Option<ParticipationId>, fit: Option<i64>) -> CardView {
    let revision = card.revision + 1;
    CardView { mentor: to, pinned: to.is_some(), fit, broken: None, revision, ..card }
}

/// The cards that changed last, where they stand out: a run over most of the board marks none.
fn few(changed: Vec<ParticipationId>, of: usize) -> Vec<ParticipationId> {
    if changed.len() * 2 > of.max(20) { vec![] } else { changed }
}

/// What the figures say of all cards; mentors are not counted anew.
fn count(cards: &HashMap<ParticipationId, CardView>) -> Counts {
    let mut counts = Counts::default();
    for card in cards.values().filter(|card| !card.is_left()) {
        let draft = card.stage == Stage::Open && card.active && card.mentor.is_some();
        counts.mentees += 1;
        counts.waiting += u32::from(card.mentor.is_none());
        counts.drafts += u32::from(draft);
        counts.pinned += u32::from(card.pinned);
        counts.proposed += u32::from(card.stage == Stage::Proposed);
        counts.at_work += u32::from(card.stage == Stage::AtWork);
        counts.broken += u32::from(card.broken.is_some());
        counts.total += card.fit.unwrap_or(0);
    }
    counts
}

/// How many of the mentors have more mentees than places, of whom some are not published yet.
fn overfull(
    mentors: &[MentorView],
    cards: &HashMap<ParticipationId, CardView>,
    places: &HashMap<Option<ParticipationId>, Vec<ParticipationId>>,
) -> usize {
    let full = |mentor: &&MentorView| {
        let here = places.get(&Some(mentor.id)).into_iter().flatten();
        let here = || here.clone().filter_map(|id| cards.get(id)).filter(|card| !card.is_left());
        here().count() > mentor.places as usize && here().any(|card| card.stage == Stage::Open)
    };
    mentors.iter().filter(full).count()
}

/// The order of cards: with a mentor by name, in the tray the longest waiting first.
fn arrange(
    cards: &HashMap<ParticipationId, CardView>,
) -> HashMap<Option<ParticipationId>, Vec<ParticipationId>> {
    let mut sorted: Vec<&CardView> = cards.values().collect();
    // Only the tray knows since when: one key for all, so that the order is total.
    let key = |card: &'_ CardView| (card.mentor, card.mentor.is_none().then_some(card.since));
    sorted.sort_by(|a, b| {
        key(a).cmp(&key(b)).then_with(|| a.person.name.cmp(&b.person.name)).then_with(|| a.id.cmp(&b.id))
    });
    let mut places: HashMap<_, Vec<_>> = HashMap::new();
    for card in sorted {
        places.entry(card.mentor).or_default().push(card.id);
    }
    places
}
