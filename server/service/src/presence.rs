//! Who looks at a board at this moment, and which card they hold.
//!
//! Lives in this node's memory and as long as the streams that say it: nothing is stored, and a coordinator on another node
//! is not seen. It only informs. What keeps two hands apart is the revision of a card, not this.

use crate::entity::person;
use crate::error::Result;
use crate::{Context, Error, Service};
use domain::board::Present;
use domain::{Instant, MatchPlanId, ParticipationId, PersonId};
use sea_orm::EntityTrait;
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::broadcast;
use uuid::Uuid;

/// The people at the boards of this node.
#[derive(Debug)]
pub struct Presence {
    boards: Mutex<HashMap<MatchPlanId, BTreeMap<PersonId, There>>>,
    changed: broadcast::Sender<MatchPlanId>,
}

#[derive(Debug)]
struct There {
    name: String,
    /// Open streams: one for each visible tab.
    tabs: u32,
    /// By tab, what was taken up last at the end.
    holds: Vec<(Uuid, ParticipationId)>,
    /// When the last change of this was.
    at: Instant,
}

/// For so many milliseconds it is remembered what somebody held whose stream has ended: it may only be opened anew.
const REMEMBERED: i64 = 5_000;
/// So many tabs of one person may have a card in their hand.
const TABS: usize = 16;

impl Presence {
    pub(crate) fn new() -> Self {
        Self { boards: Mutex::default(), changed: broadcast::Sender::new(256) }
    }

    /// The boards at which somebody comes, goes, takes a card up or puts it down from now on.
    pub fn subscribe(&self) -> broadcast::Receiver<MatchPlanId> {
        self.changed.subscribe()
    }

    /// Who is at a board, by name.
    pub fn at(&self, plan: MatchPlanId) -> Vec<Present> {
        let boards = self.boards();
        let people = boards.get(&plan).into_iter().flatten().filter(|(_, there)| there.tabs > 0);
        let present = |(id, there): (&PersonId, &There)| {
            // A tab that was closed with a card in its hand has put nothing down.
            let open = there.holds.iter().rev().take(there.tabs as usize);
            Present { person: *id, name: there.name.clone(), holds: open.map(|(_, card)| *card).collect() }
        };
        let mut all: Vec<Present> = people.map(present).collect();
        all.sort_by(|a, b| a.name.cmp(&b.name).then_with(|| a.person.cmp(&b.person)));
        all
    }

    fn change(
        &self,
        plan: MatchPlanId,
        (person, name): (PersonId, &str),
        now: Instant,
        how: impl FnOnce(&mut There),
    ) {
        let mut boards = self.boards();
        boards.retain(|_, people| {
            people.retain(|_, there| there.tabs > 0 || now.0 - there.at.0 < REMEMBERED);
            !people.is_empty()
        });
        let there = There { name: name.to_owned(), tabs: 0, holds: vec![], at: now };
        let there = boards.entry(plan).or_default().entry(person).or_insert(there);
        how(there);
        there.at = now;
        drop(boards);
        // Nobody listening is not an error.
        let _ = self.changed.send(plan);
    }

    // Nothing is left half done by whoever panics with it.
    fn boards(&self) -> MutexGuard<'_, HashMap<MatchPlanId, BTreeMap<PersonId, There>>> {
        self.boards.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Somebody is at a board for as long as this lives.
#[derive(Debug)]
pub struct Stay {
    service: Arc<Service>,
    plan: MatchPlanId,
    person: PersonId,
    name: String,
}

impl Drop for Stay {
    fn drop(&mut self) {
        let (who, now) = ((self.person, self.name.as_str()), self.service.now());
        self.service.presence.change(self.plan, who, now, |there| there.tabs = there.tabs.saturating_sub(1));
    }
}

/// The asker comes to a board. For its coordinators.
///
/// # Errors
/// Those of every page of a plan.
pub async fn arrive(cx: &Context, plan: MatchPlanId) -> Result<Stay> {
    let (person, name) = asker(cx, plan).await?;
    cx.service.presence.change(plan, (person, &name), cx.now(), |there| there.tabs += 1);
    Ok(Stay { service: cx.service.clone(), plan, person, name })
}

/// The asker takes a card up in one of their tabs, or puts down what they held there. It is seen while they are at the board.
/// For its coordinators.
///
/// # Errors
/// Those of every page of a plan.
pub async fn hold_card(
    cx: &Context,
    plan: MatchPlanId,
    tab: Uuid,
    card: Option<ParticipationId>,
) -> Result<()> {
    let (person, name) = asker(cx, plan).await?;
    cx.service.presence.change(plan, (person, &name), cx.now(), |there| {
        there.holds.retain(|(other, _)| *other != tab);
        there.holds.extend(card.map(|card| (tab, card)));
        // Nobody has that many: only what tabs that were closed had in their hand is forgotten.
        let old = there.holds.len().saturating_sub(TABS);
        there.holds.drain(..old);
    });
    Ok(())
}

async fn asker(cx: &Context, plan: MatchPlanId) -> Result<(PersonId, String)> {
    crate::board::may_follow(cx, plan).await?;
    let person = cx.actor()?.person;
    let row = person::Entity::find_by_id(person.0).one(cx.read()).await?.ok_or(Error::NotFound)?;
    Ok((person, row.name))
}
