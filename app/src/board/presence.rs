//! Who else is at the board, what they hold, and how one sees what they do.

use super::api;
use super::desk::Desk;
use crate::live::follow;
use crate::ui::*;
use crate::wire::read;
use domain::ParticipationId;
use domain::board::Present;
use domain::stream::{Topic, Version};
use domain::text::board as words;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos::task::spawn_local;
use std::time::Duration;
use uuid::Uuid;

/// A card that is put down again within this was in no one's way: nobody is told.
const HELD: Duration = Duration::from_millis(150);

impl Desk {
    /// Is seen by the others and sees them; tells them which card is in the hand here.
    pub(super) fn be_present(self) {
        let me = self.viewer.with_untracked(|viewer| viewer.person.as_ref().map(|one| one.id));
        let learn = move |frame: crate::live::AnyFrame| {
            if let Some(mut present) = read::<Vec<Present>>(&frame.rows) {
                present.retain(|one| Some(one.person) != me);
                self.present.set(present);
            }
        };
        follow(Topic::Presence(self.plan), Version(0), learn, || {});
        let tab = tab();
        let holding = Memo::new(move |_| {
            let held = self.held.with(|held| held.as_ref().map(|held| held.card));
            held.or_else(|| self.placing.get())
        });
        // One after the other: of two that are on their way together, the earlier one could arrive last.
        let sending = StoredValue::new(false);
        let told = StoredValue::new(None);
        Effect::new(move || {
            holding.track();
            if sending.get_value() {
                return;
            }
            sending.set_value(true);
            spawn_local(async move {
                loop {
                    pause(HELD).await;
                    let Some(now) = holding.try_get_untracked() else { return };
                    // At first it is told too: a page that is loaded anew holds nothing, whatever this tab held before.
                    if told.get_value() == Some(now) {
                        break;
                    }
                    told.set_value(Some(now));
                    // Only informs: where it does not arrive, nothing is lost.
                    let _ = api::hold_card(self.plan, tab, now).await;
                }
                sending.set_value(false);
            });
        });
        // A tab that is closed with a card in its hand puts it down.
        let leave = window_event_listener_untyped("pagehide", move |_| {
            if holding.try_get_untracked().flatten().is_some() {
                post_form(api::HoldCard::PATH, &format!("plan={}&tab={tab}", self.plan));
            }
        });
        on_cleanup(move || leave.remove());
    }

    /// Who else holds a card.
    pub(super) fn holder(self, card: ParticipationId) -> Option<String> {
        self.present
            .with(|present| present.iter().find(|one| one.holds.contains(&card)).map(|one| one.name.clone()))
    }
}

/// This tab, the same when its page is loaded anew: the card that another tab holds stays in its hand.
fn tab() -> Uuid {
    #[cfg(feature = "hydrate")]
    const NAME: &str = "trellis-tab";
    #[cfg(feature = "hydrate")]
    if let Some(known) = kept_in_tab(NAME).and_then(|known| known.parse().ok()) {
        return known;
    }
    let new = crate::form::new_command().0;
    #[cfg(feature = "hydrate")]
    keep_in_tab(NAME, &new.to_string());
    new
}

/// Who else is here.
#[component]
pub(super) fn Others() -> impl IntoView {
    let desk = expect_context::<Desk>();
    move || {
        let present = desk.present.get();
        let names: Vec<String> = present.iter().map(|one| one.name.clone()).collect();
        let faces = present.into_iter().map(|one| Face::new(one.name, one.person.to_string())).collect();
        (!names.is_empty()).then(|| {
            view! {
                <span class="board__others">
                    <AvatarStack people=faces />
                    {words::here_too(names.join(", "))}
                </span>
            }
        })
    }
}

/// Where cards were on the screen, so that they can be seen to move from there.
#[cfg(feature = "hydrate")]
pub(super) struct Before(Vec<(ParticipationId, f64, f64)>);

#[cfg(feature = "hydrate")]
impl Before {
    pub(super) fn of(cards: &[ParticipationId]) -> Self {
        let place = |id: &ParticipationId| place(*id).map(|(_, x, y)| (*id, x, y));
        Self(cards.iter().filter_map(place).collect())
    }

    /// Lets the cards glide to where they are now, once that is drawn.
    pub(super) fn glide(self) {
        let calm = window().match_media("(prefers-reduced-motion: reduce)").ok().flatten();
        if calm.is_some_and(|calm| calm.matches()) {
            return;
        }
        request_animation_frame(move || {
            for (id, x, y) in self.0 {
                if let Some((card, to_x, to_y)) = place(id) {
                    glide(&card, x - to_x, y - to_y);
                }
            }
        });
    }
}

/// A card and where it is in the window.
#[cfg(feature = "hydrate")]
fn place(id: ParticipationId) -> Option<(leptos::web_sys::Element, f64, f64)> {
    let card = document().get_element_by_id(&format!("card-{id}"))?;
    let at = card.get_bounding_client_rect();
    Some((card, at.left(), at.top()))
}

/// Plays a move from so far away. Through the object, as the binding of `animate` is not a stable one.
#[cfg(feature = "hydrate")]
fn glide(card: &leptos::web_sys::Element, x: f64, y: f64) {
    use wasm_bindgen::{JsCast, JsValue};
    if x.abs() + y.abs() < 1.0 {
        return;
    }
    let Ok(animate) = js_sys::Reflect::get(card, &"animate".into()) else { return };
    let Ok(animate) = animate.dyn_into::<js_sys::Function>() else { return };
    let frame = |translate: String| {
        let frame = js_sys::Object::new();
        let _ = js_sys::Reflect::set(&frame, &"translate".into(), &translate.into());
        frame
    };
    let frames = js_sys::Array::of2(&frame(format!("{x}px {y}px")), &frame("0px 0px".to_owned()));
    let how = js_sys::Object::new();
    for (name, value) in [("duration", JsValue::from(GLIDE)), ("easing", "ease-out".into())] {
        let _ = js_sys::Reflect::set(&how, &name.into(), &value);
    }
    let _ = animate.call2(card, &frames, &how);
}

/// So many milliseconds a card takes to its place, as all motion here.
#[cfg(feature = "hydrate")]
const GLIDE: f64 = 200.0;
