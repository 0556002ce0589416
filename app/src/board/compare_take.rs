//! How a place that somebody has in the other plan becomes theirs here: at once, by changing places, or in the place of
//! somebody who goes to the tray. Plain forms, each of which names whoever would move.

use super::api::{MoveCard, SwapCards, TakePlace};
use crate::error::AppError;
use crate::form::{Form, FormAction, Returned, came_back};
use crate::ui::*;
use domain::MatchPlanId;
use domain::board::{BoardAnswer, Difference, MakesRoom, SeenCard, TakeOver};
use domain::text::board as words;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// The plan that is changed, and who hears what has become of it.
#[derive(Clone)]
pub(super) struct Taking {
    pub(super) slug: String,
    pub(super) plan: MatchPlanId,
    pub(super) told: Callback<Result<BoardAnswer, AppError>>,
}

impl Taking {
    /// What can be done about a difference. Each line has actions of its own, so that a refusal stands where it belongs.
    pub(super) fn offer(&self, one: &Difference) -> AnyView {
        match &one.take {
            TakeOver::Free => self.at_once(one).into_any(),
            TakeOver::Full(rooms) => self.make_room(one, rooms).into_any(),
            TakeOver::Not(why) => {
                let why = why.clone();
                view! { <span class="muted small" dir="auto">{why}</span> }.into_any()
            }
        }
    }

    fn at_once(&self, one: &Difference) -> impl IntoView + use<> {
        let take = FormAction::<MoveCard>::new();
        self.hears(take);
        let there = one.there.mentor.clone().unwrap_or_else(|| words::waiting().to_owned());
        let label = words::compare_take(&one.mentee.name, there);
        let (plan, seen, to) = (self.fields(), one.seen, one.to);
        view! {
            <Form action=take name=seen.id.to_string() label=label.clone()>
                {plan}
                <input type="hidden" name="card" value=String::from(seen) />
                <input type="hidden" name="to" value=String::from(to) />
                <IconButton glyph=Glyph::ArrowLeft label submit=true />
            </Form>
        }
    }

    /// Everybody who could make room: by changing places, and by going to the tray.
    fn make_room(&self, one: &Difference, rooms: &[(String, MakesRoom)]) -> impl IntoView + use<> {
        let (mentee, mentor) = (&one.mentee.name, one.there.mentor.clone().unwrap_or_default());
        let swap = |(name, room): &(String, MakesRoom)| {
            Some((room.card, words::swap_with_gain(name, room.swap?.text())))
        };
        let tray =
            |(name, room): &(String, MakesRoom)| (room.card, words::compare_to_tray(name, room.tray.text()));
        let swaps: Vec<_> = rooms.iter().filter_map(swap).collect();
        let trays: Vec<_> = rooms.iter().map(tray).collect();
        let swap_label = words::compare_swap(mentee, &mentor);
        let tray_label = words::compare_replace(mentee, &mentor);
        let swaps = (!swaps.is_empty())
            .then(|| self.choose(FormAction::<SwapCards>::new(), one.seen, swap_label, Glyph::Swap, swaps));
        let trays = self.choose(FormAction::<TakePlace>::new(), one.seen, tray_label, Glyph::Inbox, trays);
        let open = came_back(&one.seen.id.to_string());
        view! {
            <Disclosure summary=words::compare_full(&mentor, mentee) open>
                <div class="compare__room">{swaps} {trays}</div>
            </Disclosure>
        }
    }

    /// A button for each of those who could make room.
    fn choose<F>(
        &self,
        action: FormAction<F>,
        one: SeenCard,
        label: String,
        icon: Glyph,
        others: Vec<(SeenCard, String)>,
    ) -> impl IntoView + use<F>
    where
        F: ServerFn<Error = AppError, Output = BoardAnswer> + 'static,
    {
        self.hears(action);
        let plan = self.fields();
        let button = move |(other, said): (SeenCard, String)| {
            view! {
                <li>
                    <Button submit=true size=Size::Small icon name="other" value=String::from(other)>
                        <span dir="auto">{said}</span>
                    </Button>
                </li>
            }
        };
        view! {
            <Form action name=one.id.to_string() label>
                {plan}
                <input type="hidden" name="one" value=String::from(one) />
                <ul role="list">{others.into_iter().map(button).collect_view()}</ul>
            </Form>
        }
    }

    fn hears<F>(&self, action: FormAction<F>)
    where
        F: ServerFn<Error = AppError, Output = BoardAnswer> + 'static,
    {
        let told = self.told;
        Effect::new(move || action.value().get().into_iter().for_each(|answer| told.run(answer)));
    }

    fn fields(&self) -> impl IntoView + use<> {
        view! {
            <input type="hidden" name="programme" value=self.slug.clone() />
            <input type="hidden" name="plan" value=self.plan.to_string() />
        }
    }
}

/// Why a plain form of this page was refused whose line is another by now, or gone; any other says it itself.
pub(super) fn refused(lines: &[Difference]) -> Option<impl IntoView + use<>> {
    let returned = use_context::<StoredValue<Option<Returned>>>()?.get_value()?;
    let path = returned.path.as_str();
    let here = [MoveCard::PATH, SwapCards::PATH, TakePlace::PATH].contains(&path);
    let says = |one: &Difference| {
        let at = match one.take {
            TakeOver::Free => path == MoveCard::PATH,
            TakeOver::Full(_) => path == SwapCards::PATH || path == TakePlace::PATH,
            TakeOver::Not(_) => false,
        };
        at && came_back(&one.seen.id.to_string())
    };
    (here && !lines.iter().any(says)).then(|| {
        view! { <ErrorNote what=returned.error.title() next=returned.error.sentence() /> }
    })
}
