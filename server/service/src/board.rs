//! The board: reading a match plan, changing it by hand, letting the engine work on it. For coordinators only.

mod answer;
mod base;
mod compare;
mod engine;
mod history;
mod list;
mod page;
mod people;
mod plans;
mod remedy;
mod runs;
mod saved;
mod store;
mod verdict;
mod versions;
mod view;
mod waiting;

pub(crate) use answer::about_pair;
pub(crate) use base::{Base, plan_row};
pub use compare::compare_plans;
pub use engine::{Run, aim, load_fits, preview_engine, run_engine};
pub(crate) use list::purge as purge_lists;
pub use list::{create_plan_from_list, export_plan, load_list, upload_list};
pub(crate) use people::{People, criteria};
pub use plans::{NewPlan, create_plan, create_plan_from_version, describe_plan, list_plans};
pub use remedy::{try_remedy, withdraw_exception};
pub use runs::{engine_file, input_hash, run_again};
pub use saved::{delete_view, save_view};
pub(crate) use store::{Writer, who};
pub use verdict::load_verdict;
pub use versions::{load_history, load_version};
pub(crate) use view::{coordinators, reasons};
pub use waiting::load_waiting;

use crate::entity::{match_plan, programme};
use crate::error::Result;
use crate::{Context, Error, Opened, Programme, Service};
use answer::{Done, answer, finish};
use domain::board::{
    BoardAnswer, BoardQuery, BoardView, CardDetail, Command, Deed, Event, Revision, SeenCard, Target,
};
use domain::introduction::{INTRODUCED, Introduced};
use domain::stream::{Aggregate, Logged, Version};
use domain::{CommandId, MatchPlanId, ParticipationId, proposal};
use sea_orm::EntityTrait;
use serde_json::Value;
use std::collections::BTreeSet;
use std::sync::Arc;
use view::Extras;

/// For a change of more cards than this the whole board is read.
const FEW: usize = 100;

/// A page of the board with its numbers; page 0 is all of it. For coordinators.
///
/// # Errors
/// [`Error::SignInRequired`], [`Error::NotFound`], [`Error::Denied`].
pub async fn load_board(
    cx: &Context,
    slug: &str,
    plan: MatchPlanId,
    query: &BoardQuery,
) -> Result<BoardView> {
    let programme = cx.coordinated(slug).await?;
    let base = Base::load(cx.read(), &programme, plan).await?;
    view::board(cx.read(), &base, query, who(cx), cx.now()).await
}

/// A card with its reasons, and every other place for it with its fit; about the pair with the mentor it has, or `with` another
/// one. For coordinators.
///
/// # Errors
/// [`Error::NotFound`] also where the card is not on the board.
pub async fn load_card(
    cx: &Context,
    slug: &str,
    plan: MatchPlanId,
    mentee: ParticipationId,
    with: Option<ParticipationId>,
) -> Result<CardDetail> {
    let programme = cx.coordinated(slug).await?;
    let base = Base::load(cx.read(), &programme, plan).await?;
    let people = People::load(cx.read(), &base, None, cx.now()).await?;
    let extras = Extras::load(cx.read(), &base).await?;
    view::detail(&base, &people, &extras, mentee, with)?.ok_or(Error::NotFound)
}

/// Moves a card to a mentor, or into the tray where `to` is none. For coordinators.
///
/// # Errors
/// The board's refusals.
pub async fn move_card(
    cx: &Context,
    slug: &str,
    plan: MatchPlanId,
    card: SeenCard,
    to: Target,
    command: CommandId,
) -> Result<BoardAnswer> {
    carry_out(cx, slug, plan, command, Command::Move { mentee: card.id, to: to.0, seen: card.revision }).await
}

/// Lets two cards change places. For coordinators.
///
/// # Errors
/// The board's refusals.
pub async fn swap_cards(
    cx: &Context,
    slug: &str,
    plan: MatchPlanId,
    one: SeenCard,
    other: SeenCard,
    command: CommandId,
) -> Result<BoardAnswer> {
    let seen = (one.revision, other.revision);
    carry_out(cx, slug, plan, command, Command::Swap { one: one.id, other: other.id, seen }).await
}

/// Puts a card in the place of another, which goes to the tray. For coordinators.
///
/// # Errors
/// The board's refusals.
pub async fn take_place(
    cx: &Context,
    slug: &str,
    plan: MatchPlanId,
    one: SeenCard,
    other: SeenCard,
    command: CommandId,
) -> Result<BoardAnswer> {
    let seen = (one.revision, other.revision);
    carry_out(cx, slug, plan, command, Command::Replace { one: one.id, other: other.id, seen }).await
}

/// Tells the engine to leave a pair alone. For coordinators.
///
/// # Errors
/// The board's refusals.
pub async fn pin_card(
    cx: &Context,
    slug: &str,
    plan: MatchPlanId,
    card: SeenCard,
    command: CommandId,
) -> Result<BoardAnswer> {
    carry_out(cx, slug, plan, command, Command::Pin { mentee: card.id, seen: card.revision }).await
}

/// Lets the engine move a card again. For coordinators.
///
/// # Errors
/// The board's refusals.
pub async fn unpin_card(
    cx: &Context,
    slug: &str,
    plan: MatchPlanId,
    card: SeenCard,
    command: CommandId,
) -> Result<BoardAnswer> {
    carry_out(cx, slug, plan, command, Command::Unpin { mentee: card.id, seen: card.revision }).await
}

/// Does the same with several cards, in this order; whoever cannot stays, and the answer says why. For coordinators.
///
/// # Errors
/// The board's refusals, where it can be done with none of them.
pub async fn change_cards(
    cx: &Context,
    slug: &str,
    plan: MatchPlanId,
    cards: &[SeenCard],
    deed: Deed,
    command: CommandId,
) -> Result<BoardAnswer> {
    let cards = cards.iter().map(|card| (card.id, card.revision)).collect();
    carry_out(cx, slug, plan, command, Command::Several { cards, deed }).await
}

/// Takes back the asker's last change. For coordinators.
///
/// # Errors
/// The board's refusals: somebody else may have changed the same card since.
pub async fn undo(cx: &Context, slug: &str, plan: MatchPlanId, command: CommandId) -> Result<BoardAnswer> {
    carry_out(cx, slug, plan, command, Command::Undo).await
}

/// Does again what the asker took back last. For coordinators.
///
/// # Errors
/// The board's refusals: somebody else may have changed the same card since.
pub async fn redo(cx: &Context, slug: &str, plan: MatchPlanId, command: CommandId) -> Result<BoardAnswer> {
    carry_out(cx, slug, plan, command, Command::Redo).await
}

async fn carry_out(
    cx: &Context,
    slug: &str,
    plan: MatchPlanId,
    command_id: CommandId,
    command: Command,
) -> Result<BoardAnswer> {
    let programme = plan_command(cx, slug).await?;
    plan_row(cx.read(), &programme, plan).await?;
    let change = match cx.change(Aggregate::MatchPlan(plan), command_id).await? {
        Opened::Repeated(done) => return answer(cx, &programme, plan, done).await,
        Opened::New(change) => change,
    };
    let mut writer = Writer::new(change, plan).await?;
    let first = Version(writer.version().0 + 1);
    let mut base = match touched(&command) {
        Some(some) => {
            let base = Base::around(writer.change.tx(), &programme, plan, &some).await?;
            if cfg!(debug_assertions) {
                let whole = Base::load(writer.change.tx(), &programme, plan).await?;
                debug_assert_eq!(
                    base.excerpt(&some),
                    whole.excerpt(&some),
                    "a part is as on the whole board"
                );
            }
            base
        }
        None => Base::load(writer.change.tx(), &programme, plan).await?,
    };
    match command {
        Command::Undo => {
            let row = history::next_undone(writer.change.tx(), &base.board, who(cx)).await?;
            base.board.past.extend(row.as_ref().map(history::past).transpose()?);
            writer.undoes(row);
        }
        Command::Redo => {
            let row = history::last_undone(writer.change.tx(), plan, who(cx)).await?;
            base.board.undone.extend(row.map(|row| history::past(&row)).transpose()?);
        }
        _ => {}
    }
    let people =
        People::load(writer.change.tx(), &base, Some(&involved(&base, &command)), writer.change.now).await?;
    let events = writer.carry_out(&mut base, &people, &command).await?;
    let done = Done { first, last: writer.version(), engine: false, aim: domain::board::Aim::Total };
    if events.is_empty() {
        // An earlier change may be offered to be taken back, which can be about anybody.
        base = Base::load(writer.change.tx(), &programme, plan).await?;
    }
    finish(writer, &base, None, &events, done).await
}

/// A programme whose plans the asker may change.
pub(crate) async fn plan_command(cx: &Context, slug: &str) -> Result<Programme> {
    let programme = cx.coordinated(slug).await?;
    if programme.row.state == domain::programme::ProgrammeState::Closed.as_str() {
        return Err(domain::programme::Refusal::Closed.into());
    }
    Ok(programme)
}

/// The same for what people are told of: what a letter leads to, they have to be able to open.
pub(crate) async fn telling_command(cx: &Context, slug: &str) -> Result<Programme> {
    let programme = plan_command(cx, slug).await?;
    if programme.row.state == domain::programme::ProgrammeState::Draft.as_str() {
        return Err(domain::programme::Refusal::StillDraft.into());
    }
    Ok(programme)
}

/// Whom a command by hand is about; none where that can be anybody.
fn touched(command: &Command) -> Option<BTreeSet<ParticipationId>> {
    match command {
        Command::Move { mentee, to, .. } => Some([*mentee].into_iter().chain(*to).collect()),
        Command::Swap { one, other, .. } | Command::Replace { one, other, .. } => Some([*one, *other].into()),
        Command::Pin { mentee, .. } | Command::Unpin { mentee, .. } => Some([*mentee].into()),
        Command::Several { cards, deed } if cards.len() <= FEW => Some(all_of(cards, *deed).collect()),
        _ => None,
    }
}

/// Everybody whom a change of several cards names.
fn all_of(cards: &[(ParticipationId, Revision)], deed: Deed) -> impl Iterator<Item = ParticipationId> {
    let to = if let Deed::Move(to) = deed { to } else { None };
    cards.iter().map(|(mentee, _)| *mentee).chain(to)
}

/// Everybody whose answers a command by hand needs.
fn involved(base: &Base, command: &Command) -> BTreeSet<ParticipationId> {
    let mut involved = BTreeSet::new();
    match command {
        Command::Move { mentee, to, .. } => {
            involved.insert(*mentee);
            involved.extend(*to);
        }
        Command::Swap { one, other, .. } | Command::Replace { one, other, .. } => {
            involved.extend([*one, *other])
        }
        Command::Pin { mentee, .. } | Command::Unpin { mentee, .. } => {
            involved.insert(*mentee);
        }
        Command::Several { cards, deed } => involved.extend(all_of(cards, *deed)),
        Command::Undo | Command::Redo => {
            for shift in base.board.past.iter().chain(&base.board.undone).flat_map(|past| &past.shifts) {
                involved.insert(shift.mentee);
                involved.extend(shift.before.mentor);
                involved.extend(shift.after.mentor);
            }
        }
        Command::Rebalance { .. }
        | Command::Publish
        | Command::PublishPairs { .. }
        | Command::Start { .. }
        | Command::Return { .. } => {
            involved.extend(base.participants.keys());
        }
    }
    let here: Vec<_> = involved.iter().filter_map(|id| base.board.cards.get(id)?.place.mentor).collect();
    involved.extend(here);
    involved
}

/// Refuses whoever may not follow the plan: only its coordinators do.
pub(crate) async fn may_follow(cx: &Context, id: MatchPlanId) -> Result<()> {
    let row = match_plan::Entity::find_by_id(id.0).one(cx.read()).await?.ok_or(Error::NotFound)?;
    cx.must_coordinate(domain::ProgrammeId(row.programme_id))
}

/// The cards that `events` touched, as they are now.
pub(crate) async fn frame_rows(
    service: &Arc<Service>,
    id: MatchPlanId,
    events: &[Logged<Value>],
) -> Result<Value> {
    let db = service.read();
    let plan = match_plan::Entity::find_by_id(id.0).one(db).await?.ok_or(Error::NotFound)?;
    let programme = programme::Entity::find_by_id(plan.programme_id).one(db).await?.ok_or(Error::NotFound)?;
    let base = Base::of(db, programme, plan).await?;
    let mut mentees = BTreeSet::new();
    for event in events {
        if event.kind == INTRODUCED {
            mentees.insert(serde_json::from_value::<Introduced>(event.payload.clone())?.mentee);
        } else if let Ok(event) = serde_json::from_value::<Event>(event.payload.clone()) {
            mentees.extend(event.mentees());
        } else if let Ok(event) = serde_json::from_value::<proposal::Event>(event.payload.clone()) {
            let asked = event.proposal();
            mentees.extend(base.waiting.iter().filter(|(_, id)| **id == asked).map(|(mentee, _)| *mentee));
        }
    }
    let mentees: Vec<_> = mentees.into_iter().collect();
    let (first, last) = match (events.first(), events.last()) {
        (Some(first), Some(last)) => (first.version, last.version),
        _ => return Ok(Value::Null),
    };
    let changes = history::between(db, id, first, last).await?;
    let wanted = view::concerned(&base, &mentees, &changes);
    let people = People::load(db, &base, Some(&wanted), service.now()).await?;
    Ok(serde_json::to_value(view::rows(db, &base, &people, &mentees, &changes).await?)?)
}
