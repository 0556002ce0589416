//! Dragging by pointer: mouse at once on the handle or after a few pixels, touch after a moment's hold. Escape puts
//! the card back, and near an edge the page scrolls.

use super::desk::Desk;
use super::phase::{Input, Phase, next};
use domain::ParticipationId;
use leptos::ev;
use leptos::leptos_dom::helpers::WindowListenerHandle;
use leptos::prelude::*;
use leptos::web_sys::{self, Element, PointerEvent};
use std::time::Duration;

/// How long a finger holds a card.
const HOLD: Duration = Duration::from_millis(250);
/// So near to an edge the page scrolls, and so far at a time.
const EDGE: f64 = 72.0;
const STEP: f64 = 14.0;

/// The pointer over a board.
#[derive(Clone, Copy)]
pub(super) struct Drag {
    desk: Desk,
    phase: RwSignal<Phase>,
    /// Counts presses, so that a late timer finds that it is not meant.
    press: StoredValue<u32>,
    /// Whether the last press became a drag.
    dragged: StoredValue<bool>,
    listeners: StoredValue<Vec<WindowListenerHandle>>,
}

impl Drag {
    pub(super) fn new(desk: Desk) -> Self {
        Self {
            desk,
            phase: RwSignal::new(Phase::Idle),
            press: StoredValue::new(0),
            dragged: StoredValue::new(false),
            listeners: StoredValue::new(vec![]),
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

    /// Whether the last press became a drag: what the browser calls a click then is none.
    pub(super) fn has_dragged(self) -> bool {
        self.dragged.get_value()
    }

    /// A press on any card, whether it may be moved or not.
    pub(super) fn touched(self) {
        self.dragged.set_value(false);
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
        // By a style it would be inherited by all of the board, and cost a frame.
        let select = window_event_listener(ev::selectstart, move |event| {
            if self.is_dragging() {
                event.prevent_default();
            }
        });
        self.listeners.update_value(|all| all.extend([travel, release, cancel, escape, select]));
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
                self.dragged.set_value(true);
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
        let element = under(x, y);
        let over = element.as_ref().and_then(place_of);
        if self.desk.over.get_untracked() != over {
            self.desk.over.set(over);
        }
        let card = element.as_ref().and_then(card_of);
        if self.desk.over_card.get_untracked() != card {
            self.desk.over_card.set(card);
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
            let by = if y < EDGE {
                -STEP
            } else if y > height - EDGE {
                STEP
            } else {
                0.0
            };
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
