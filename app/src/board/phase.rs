//! From a press to a drag, as a machine of states: pure, so that it can be tested without a pointer.

use domain::ParticipationId;

/// Pixels that a mouse moves before a press on a card is a drag, and that a finger may tremble while it holds.
const SLACK: f64 = 5.0;

/// What the pointer is doing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Phase {
    Idle,
    /// Pressed on a card; it is not clear yet whether it is a drag.
    Armed {
        card: ParticipationId,
        pointer: i32,
        x: f64,
        y: f64,
        touch: bool,
    },
    Dragging {
        card: ParticipationId,
        pointer: i32,
        x: f64,
        y: f64,
    },
}

/// What happens to the pointer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Input {
    Press {
        card: ParticipationId,
        pointer: i32,
        x: f64,
        y: f64,
        touch: bool,
        handle: bool,
    },
    Travel {
        pointer: i32,
        x: f64,
        y: f64,
    },
    /// The finger has held long enough.
    Held,
    Release {
        pointer: i32,
    },
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
        (Phase::Armed { card, pointer, x, y, touch: true }, Input::Held) => {
            Phase::Dragging { card, pointer, x, y }
        }
        (Phase::Dragging { card, pointer, .. }, Input::Travel { pointer: which, x, y })
            if which == pointer =>
        {
            Phase::Dragging { card, pointer, x, y }
        }
        (
            Phase::Armed { pointer, .. } | Phase::Dragging { pointer, .. },
            Input::Release { pointer: which },
        ) if which != pointer => phase,
        (_, Input::Release { .. } | Input::Cancel) => Phase::Idle,
        (phase, _) => phase,
    }
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
