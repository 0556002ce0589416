//! Several cards chosen together: by Ctrl or Shift and a click, by x on a handle, or with boxes; and what is done with them.

use super::card::is_movable;
use super::desk::Desk;
use super::find::Find;
use super::keys::follow_card;
use super::queue::Call;
use crate::ui::*;
use domain::ParticipationId;
use domain::board::{CardView, Command, Deed, MentorView, SeenCard, percent, says};
use domain::text::board as words;
use leptos::prelude::*;

/// So many mentors are drawn in the list.
const SHOWN: usize = 40;

impl Desk {
    /// Chooses a card, or takes it back.
    pub(super) fn choose(self, id: ParticipationId) {
        if !self.card(id).is_some_and(|card| is_movable(&card)) {
            return;
        }
        self.chosen.update(|all| match all.iter().position(|one| *one == id) {
            Some(at) => {
                all.remove(at);
            }
            None => all.push(id),
        });
    }

    /// Chooses everybody between the card that was chosen last and this one, where both lie in one place.
    pub(super) fn choose_to(self, find: Find, id: ParticipationId) {
        let last = self.chosen.with_untracked(|all| all.last().copied());
        let place = self.card(id).and_then(|card| card.mentor);
        let list = match place {
            None => find.tray.get_untracked(),
            Some(_) => self.places.with_untracked(|places| places.get(&place).cloned().unwrap_or_default()),
        };
        let at = |one: ParticipationId| list.iter().position(|other| *other == one);
        let Some((from, to)) = last.and_then(at).zip(at(id)) else { return self.choose(id) };
        let range = &list[from.min(to)..=from.max(to)];
        let free = |id: &&ParticipationId| self.card(**id).is_some_and(|card| is_movable(&card));
        self.chosen.update(|all| {
            all.extend(
                range.iter().filter(free).filter(|one| !all.contains(one)).copied().collect::<Vec<_>>(),
            );
        });
    }

    /// Whether the card is one of several that move together.
    pub(super) fn carries(self, card: ParticipationId) -> bool {
        self.chosen.with_untracked(|all| all.len() > 1 && all.contains(&card))
    }

    /// The chosen cards that can still be moved.
    fn chosen_cards(self) -> Vec<CardView> {
        self.chosen.with(|all| {
            self.cards.with(|cards| {
                all.iter().filter_map(|id| cards.get(id)).filter(|card| is_movable(card)).cloned().collect()
            })
        })
    }

    /// Does the same with all that are chosen: at once where the engine knows the rules, and as the server says in any case.
    /// Whoever stays behind stays chosen.
    pub(super) fn change_chosen(self, deed: Deed) {
        let before = untrack(move || self.chosen_cards());
        let Some(first) = before.first().map(|card| card.id) else { return };
        let seen: Vec<SeenCard> =
            before.iter().map(|card| SeenCard { id: card.id, revision: card.revision }).collect();
        let cards = seen.iter().map(|one| (one.id, one.revision)).collect();
        let foreseen = self.foreseen(&Command::Several { cards, deed });
        follow_card(self, first, true);
        self.act(Call::Several(seen, deed), foreseen);
    }

    /// Whoever has been done to as was wanted is not chosen any more.
    pub(super) fn release(self, deed: Deed) {
        let there = |card: CardView| match deed {
            Deed::Move(to) => card.mentor == to,
            Deed::Pin => card.pinned,
            Deed::Unpin => !card.pinned,
        };
        self.chosen.update(|all| all.retain(|id| self.card(*id).is_some_and(|card| !there(card))));
    }
}

/// Whether each card has a box.
#[derive(Clone, Copy)]
pub(super) struct Boxes(pub(super) RwSignal<bool>);

/// Shows and hides the boxes.
#[component]
pub(super) fn ChooseButton() -> impl IntoView {
    let desk = expect_context::<Desk>();
    let Boxes(boxes) = expect_context::<Boxes>();
    view! {
        <button
            class="button board-choose"
            type="button"
            aria-pressed=move || if boxes.get() { "true" } else { "false" }
            title=words::choose_hint()
            on:click=move |_| {
                boxes.update(|on| *on = !*on);
                if !boxes.get_untracked() {
                    desk.chosen.set(vec![]);
                }
            }
        >
            <Icon glyph=Glyph::Checklist />
            <span>{words::choose()}</span>
        </button>
    }
}

/// A card's box, while boxes are shown.
#[component]
pub(super) fn ChooseBox(id: ParticipationId) -> impl IntoView {
    let desk = expect_context::<Desk>();
    let Boxes(boxes) = expect_context::<Boxes>();
    let label = move || desk.card(id).map(|card| words::choose_one(card.person.name)).unwrap_or_default();
    let on = move || desk.chosen.with(|all| all.contains(&id));
    view! {
        <Show when=move || boxes.get()>
            <input
                class="checkbox__box board-card__box"
                type="checkbox"
                aria-label=label
                prop:checked=on
                on:change=move |_| desk.choose(id)
            />
        </Show>
    }
}

/// What can be done with those who are chosen.
#[component]
pub(super) fn ChosenBar() -> impl IntoView {
    let desk = expect_context::<Desk>();
    let count = Memo::new(move |_| desk.chosen_cards().len());
    let moving = RwSignal::new(false);
    let placed = move || desk.chosen_cards().iter().any(|card| card.mentor.is_some());
    let pinned = move || desk.chosen_cards().iter().any(|card| card.pinned);
    let unpinned = move || desk.chosen_cards().iter().any(|card| card.mentor.is_some() && !card.pinned);
    view! {
        <p class="unseen" role="status">
            {move || Some(count.get()).filter(|count| *count > 0).map(|count| words::chosen_count(words::people(count)))}
        </p>
        <Show when=move || { count.get() > 0 }>
            <div class="board-chosen" role="group" aria-label=words::chosen()>
                <strong>{move || words::people(count.get())}</strong>
                <Button size=Size::Small icon=Glyph::ArrowRight on_press=move |_| moving.set(true)>
                    {words::chosen_move()}
                </Button>
                <Show when=placed>
                    <Button
                        size=Size::Small
                        icon=Glyph::Inbox
                        on_press=move |_| desk.change_chosen(Deed::Move(None))
                    >
                        {words::chosen_to_tray()}
                    </Button>
                </Show>
                <Show when=unpinned>
                    <Button size=Size::Small icon=Glyph::Pin on_press=move |_| desk.change_chosen(Deed::Pin)>
                        {words::pin()}
                    </Button>
                </Show>
                <Show when=pinned>
                    <Button
                        size=Size::Small
                        icon=Glyph::PinOff
                        on_press=move |_| desk.change_chosen(Deed::Unpin)
                    >
                        {words::unpin()}
                    </Button>
                </Show>
                <IconButton
                    glyph=Glyph::Close
                    label=words::chosen_clear()
                    size=Size::Small
                    on_press=move |_| desk.chosen.set(vec![])
                />
            </div>
        </Show>
        <MoveDialog open=moving />
    }
}

/// A mentor as a place for several.
#[derive(Clone, PartialEq)]
struct Room {
    mentor: MentorView,
    free: u32,
    /// How many the rules allow there, and their mean fit; none until the engine knows.
    allowed: Option<(usize, u8)>,
}

/// "Move to…": the mentors with room, those first who can take most of them, best.
#[component]
fn MoveDialog(open: RwSignal<bool>) -> impl IntoView {
    let desk = expect_context::<Desk>();
    let typed = RwSignal::new(String::new());
    let rooms = Memo::new(move |_| if open.get() { rooms(desk) } else { vec![] });
    let found = move || {
        let typed = typed.get().trim().to_lowercase();
        rooms.with(|rooms| {
            let says = |room: &&Room| says(&typed, &[&room.mentor.person.name, &room.mentor.person.does]);
            rooms.iter().filter(says).take(SHOWN).cloned().collect::<Vec<_>>()
        })
    };
    let take = move |mentor: ParticipationId| {
        open.set(false);
        desk.change_chosen(Deed::Move(Some(mentor)));
    };
    view! {
        <Dialog id="chosen-dialog" title=words::chosen_move_title() open lead=words::chosen_move_lead()>
            <SearchBox
                name="room"
                label=words::match_with_find()
                on_input=Callback::new(move |text| typed.set(text))
            />
            {move || {
                let none = rooms.with(Vec::is_empty);
                none.then(|| view! { <p class="board__none">{words::chosen_no_room()}</p> })
            }}
            <ul class="places">
                <For each=found key=|room| room.mentor.id let(room)>
                    <li>
                        <button class="places__one" type="button" on:click=move |_| take(room.mentor.id)>
                            <span class="places__name" dir="auto">
                                {room.mentor.person.name.clone()}
                            </span>
                            <span class="places__does" dir="auto">
                                {room.mentor.person.does.clone()}
                            </span>
                            <span class="places__fit">{room.allowed.map(|(_, fit)| fit)}</span>
                            <span class="places__note">{note(&room)}</span>
                        </button>
                    </li>
                </For>
            </ul>
        </Dialog>
    }
}

fn note(room: &Room) -> String {
    let allowed = room.allowed.map(|(count, _)| words::chosen_allowed(words::people(count)));
    [Some(words::free(room.free)), allowed].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn rooms(desk: Desk) -> Vec<Room> {
    let cards = desk.chosen_cards();
    let mut rooms: Vec<Room> = desk.mentors.with(|mentors| {
        desk.places.with(|places| {
            let free = |one: &MentorView| {
                one.places.saturating_sub(places.get(&Some(one.id)).map_or(0, Vec::len) as u32)
            };
            let room = |one: &MentorView| Room {
                free: free(one),
                allowed: desk.allowed(&cards, one.id),
                mentor: one.clone(),
            };
            mentors.iter().filter(|one| one.active && free(one) > 0).map(room).collect()
        })
    });
    rooms.retain(|room| room.allowed.is_none_or(|(count, _)| count > 0));
    rooms.sort_by(|a, b| {
        let takes = |room: &Room| room.allowed.map(|(count, fit)| (count.min(room.free as usize), fit));
        takes(b)
            .cmp(&takes(a))
            .then(b.free.cmp(&a.free))
            .then_with(|| a.mentor.person.name.cmp(&b.mentor.person.name))
    });
    rooms
}

/// The mean of fits, as a whole hundredth.
pub(super) fn mean(fits: &[i64]) -> u8 {
    let count = i64::try_from(fits.len().max(1)).unwrap_or(1);
    percent(fits.iter().sum::<i64>() / count)
}
