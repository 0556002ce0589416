//! Dragging by pointer: mouse at once on the handle or after a few pixels, touch after a moment's hold. Escape puts
//! the card back, and near an edge the page scrolls.

use super::desk::Desk;
use domain::ParticipationId;
use leptos::ev;
use leptos::leptos_dom::helpers::WindowListenerHandle;
use leptos::prelude::*;
use leptos::web_sys::{self, Element, PointerEvent};
use std::time::Duration;

/// Pixels that a mouse moves before a press on a card is a drag, and that a finger may tremble while it holds.
const SLACK: f64 = 5.0;
/// How long a finger holds a card.
const HOLD: Duration = Duration::from_millis(250);
/// So near to an edge the page scrolls, and so far at a time.
const EDGE: f64 = 72.0;
const STEP: f64 = 14.0;

/// What the pointer is doing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Phase {
    Idle,
    /// Pressed on a card; it is not clear yet whether it is a drag.
    Armed { card: ParticipationId, pointer: i32, x: f64, y: f64, touch: bool },
    Dragging { card: ParticipationId, pointer: i32, x: f64, y: f64 },
}

/// What happens to the pointer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Input {
    Press { card: ParticipationId, pointer: i32, x: f64, y: f64, touch: bool, handle: bool },
    Travel { pointer: i32, x: f64, y: f64 },
    /// The finger has held long enough.
    Held,
    Release { pointer: i32 },
    Cancel,
}

/// The next phase.
pub(super) fn next(phase: Phase, input: Input) -> Phase {
    match (phase, input) {
        (_, Input::Press { card, pointer, x, y, touch: false, handle: true }) => {
            Phase::Dragging { card, pointer, x, y }
        }
        (_, Input::Press { card, pointer, x, y, touch, .. }) => Phase::Armed { card, pointer, x, y, touch },
        (Phase::Armed { card, pointer, x, y, touch }, Input::Travel { pointer: which, x: to_x, y: to_y })
            if which == pointer =>
        {
            let far = (to_x - x).hypot(to_y - y) > SLACK;
            match (far, touch) {
                (false, _) => phase,
                // A finger that travels before it has held is scrolling.
                (true, true) => Phase::Idle,
                (true, false) => Phase::Dragging { card, pointer, x: to_x, y: to_y },
            }
        }
        (Phase::Armed { card, pointer, x, y, touch: true }, Input::Held) => Phase::Dragging { card, pointer, x, y },
        (Phase::Dragging { card, pointer, .. }, Input::Travel { pointer: which, x, y }) if which == pointer => {
            Phase::Dragging { card, pointer, x, y }
        }
        (Phase::Armed { pointer, .. } | Phase::Dragging { pointer, .. }, Input::Release { pointer: which })
            if which != pointer =>
        {
            phase
        }
        (_, Input::Release { .. } | Input::Cancel) => Phase::Idle,
        (phase, _) => phase,
    }
}

/// The pointer over a board.
#[derive(Clone, Copy)]
pub(super) struct Drag {
    desk: Desk,
    phase: RwSignal<Phase>,
    /// Counts presses, so that a late timer finds that it is not meant.
    press: StoredValue<u32>,
    listeners: StoredValue<Vec<WindowListenerHandle>, LocalStorage>,
}

impl Drag {
    pub(super) fn new(desk: Desk) -> Self {
        Self {
            desk,
            phase: RwSignal::new(Phase::Idle),
            press: StoredValue::new(0),
            listeners: StoredValue::new_local(vec![]),
        }
    }

    /// Where the held card hangs, in the window.
    pub(super) fn at(self) -> Option<(f64, f64)> {
        match self.phase.get() {
            Phase::Dragging { x, y, .. } => Some((x, y)),
            _ => None,
        }
    }

    pub(super) fn is_dragging(self) -> bool {
        matches!(self.phase.get_untracked(), Phase::Dragging { .. })
    }

    /// A press on a card, or on its handle.
    pub(super) fn press(self, event: &PointerEvent, card: ParticipationId, handle: bool) {
        if event.button() != 0 || !event.is_primary() {
            return;
        }
        let touch = event.pointer_type() != "mouse";
        let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
        self.listen();
        self.step(Input::Press { card, pointer: event.pointer_id(), x, y, touch, handle });
        let number = self.press.get_value() + 1;
        self.press.set_value(number);
        if touch {
            set_timeout(
                move || {
                    if self.press.try_get_value() == Some(number) {
                        self.step(Input::Held);
                    }
                },
                HOLD,
            );
        }
    }

    fn listen(self) {
        self.quiet();
        let travel = window_event_listener(ev::pointermove, move |event: PointerEvent| {
            let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
            self.step(Input::Travel { pointer: event.pointer_id(), x, y });
        });
        let release = window_event_listener(ev::pointerup, move |event: PointerEvent| {
            self.release(event.pointer_id());
        });
        let cancel = window_event_listener(ev::pointercancel, move |_: PointerEvent| self.cancel());
        let escape = window_event_listener(ev::keydown, move |event: web_sys::KeyboardEvent| {
            if event.key() == "Escape" && self.is_dragging() {
                event.prevent_default();
                self.cancel();
            }
        });
        self.listeners.update_value(|all| all.extend([travel, release, cancel, escape]));
    }

    fn quiet(self) {
        for listener in self.listeners.try_update_value(std::mem::take).unwrap_or_default() {
            listener.remove();
        }
    }

    fn step(self, input: Input) {
        let Some(before) = self.phase.try_get_untracked() else { return };
        let after = next(before, input);
        if after == before {
            return;
        }
        self.phase.set(after);
        match (before, after) {
            (Phase::Dragging { .. }, Phase::Dragging { x, y, .. }) => self.hover(x, y),
            (_, Phase::Dragging { card, x, y, .. }) => {
                self.desk.pick_up(card);
                self.hover(x, y);
                self.scroll();
            }
            (Phase::Dragging { .. } | Phase::Armed { .. }, Phase::Idle) => self.quiet(),
            _ => {}
        }
    }

    fn hover(self, x: f64, y: f64) {
        // Somebody else has taken the card.
        if self.desk.held.with_untracked(Option::is_none) {
            self.step(Input::Cancel);
            return;
        }
        let over = under(x, y).and_then(|element| place_of(&element));
        if self.desk.held.with_untracked(|held| held.as_ref().map(|held| held.over)) != Some(over) {
            self.desk.held.update(|held| {
                if let Some(held) = held {
                    held.over = over;
                }
            });
        }
    }

    fn release(self, pointer: i32) {
        let before = self.phase.get_untracked();
        self.step(Input::Release { pointer });
        if let Phase::Dragging { x, y, .. } = before
            && self.phase.get_untracked() == Phase::Idle
        {
            let element = under(x, y);
            let over = element.as_ref().and_then(place_of);
            let card = element.as_ref().and_then(card_of);
            self.desk.drop_on(over, card);
        }
    }

    fn cancel(self) {
        let dragging = self.is_dragging();
        self.step(Input::Cancel);
        if dragging {
            self.desk.let_go();
        }
    }

    /// Scrolls while the card is near the upper or lower edge.
    fn scroll(self) {
        request_animation_frame(move || {
            let Some(Phase::Dragging { x, y, .. }) = self.phase.try_get_untracked() else { return };
            let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(0.0);
            let by = if y < EDGE { -STEP } else if y > height - EDGE { STEP } else { 0.0 };
            if by != 0.0 {
                window().scroll_by_with_x_and_y(0.0, by);
                self.hover(x, y);
            }
            self.scroll();
        });
    }
}

fn under(x: f64, y: f64) -> Option<Element> {
    document().element_from_point(x as f32, y as f32)
}

/// The mentor, or the tray, that `element` belongs to.
fn place_of(element: &Element) -> Option<Option<ParticipationId>> {
    let place = element.closest("[data-place]").ok()??.get_attribute("data-place")?;
    if place.is_empty() { Some(None) } else { place.parse().ok().map(Some) }
}

fn card_of(element: &Element) -> Option<ParticipationId> {
    element.closest("[data-card]").ok()??.get_attribute("data-card")?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    const CARD: ParticipationId = ParticipationId(Uuid::nil());

    fn press(touch: bool, handle: bool) -> Phase {
        next(Phase::Idle, Input::Press { card: CARD, pointer: 1, x: 10.0, y: 10.0, touch, handle })
    }

    fn travel(phase: Phase, x: f64) -> Phase {
        next(phase, Input::Travel { pointer: 1, x, y: 10.0 })
    }

    fn drags(phase: Phase) -> bool {
        matches!(phase, Phase::Dragging { .. })
    }

    #[test]
    fn a_mouse_drags_at_once_on_the_handle_and_after_five_pixels_elsewhere() {
        assert!(drags(press(false, true)));
        let pressed = press(false, false);
        assert!(!drags(travel(pressed, 14.0)));
        assert!(drags(travel(pressed, 16.0)));
    }

    #[test]
    fn a_finger_holds_before_it_drags_and_scrolls_otherwise() {
        for handle in [true, false] {
            let pressed = press(true, handle);
            assert!(!drags(pressed));
            assert_eq!(travel(pressed, 30.0), Phase::Idle);
            assert!(drags(next(travel(pressed, 13.0), Input::Held)));
        }
    }

    #[test]
    fn another_pointer_changes_nothing() {
        let held = press(false, true);
        assert_eq!(next(held, Input::Travel { pointer: 2, x: 90.0, y: 90.0 }), held);
        assert_eq!(next(held, Input::Release { pointer: 2 }), held);
        assert_eq!(next(held, Input::Release { pointer: 1 }), Phase::Idle);
        assert_eq!(next(held, Input::Cancel), Phase::Idle);
        assert_eq!(next(Phase::Idle, Input::Held), Phase::Idle);
    }
}
