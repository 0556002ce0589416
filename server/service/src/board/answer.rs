//! What a command did, told to its author.

use super::base::Base;
use super::people::People;
use super::store::{Writer, who};
use super::{history, view};
use crate::error::Result;
use crate::{Context, Programme, event_log};
use domain::board::{self, Aim, BoardAnswer, Event, Pair};
use domain::stream::{Aggregate, Version};
use domain::{Instant, MatchPlanId, ParticipationId, PersonId};
use sea_orm::ConnectionTrait;
use serde::{Deserialize, Serialize};

/// What of an answer is kept: which events a command made. The rest is read anew, so that no name outlives its person
/// in the list of commands.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) struct Done {
    /// The first version is above the last where nothing happened.
    pub(crate) first: Version,
    pub(crate) last: Version,
    pub(crate) engine: bool,
    /// What the engine was run for.
    #[serde(default)]
    pub(crate) aim: Aim,
}

/// What an earlier change did, as its author is told again.
pub(crate) async fn answer(
    cx: &Context,
    programme: &Programme,
    plan: MatchPlanId,
    done: Done,
) -> Result<BoardAnswer> {
    let db = cx.read();
    let base = Base::load(db, programme, plan).await?;
    let before = Version(done.first.0 - 1);
    let count = u64::try_from(done.last.0 - before.0).unwrap_or(0);
    let events = match count {
        0 => vec![],
        count => event_log::read_after(db, Aggregate::MatchPlan(plan), before, count).await?,
    };
    let events: Vec<Event> =
        events.into_iter().filter_map(|logged| serde_json::from_value(logged.payload).ok()).collect();
    told(db, &base, None, who(cx), &events, done, cx.now()).await
}

/// Commits what `writer` did to the board of `base`, with what its author and everybody who follows are told of it. `people`
/// where everybody has been read already.
pub(crate) async fn finish(
    mut writer: Writer,
    base: &Base,
    people: Option<&People>,
    events: &[Event],
    done: Done,
) -> Result<BoardAnswer> {
    let (by, now) = (who(writer.change.cx()), writer.change.now);
    let answer = told(writer.change.tx(), base, people, by, events, done, now).await?;
    writer.change.show(serde_json::to_value(&answer.rows)?);
    writer.change.commit(done).await?;
    Ok(answer)
}

/// The answer to what is no change of the board, and is about `pair`: the card as it is now, and `said`.
pub(crate) async fn about_pair(
    db: &impl ConnectionTrait,
    cx: &Context,
    base: &Base,
    pair: Pair,
    said: impl FnOnce(&People) -> String,
) -> Result<BoardAnswer> {
    let offered = history::Offered::load(db, &base.board, who(cx)).await?;
    let mut wanted = view::concerned(base, &[pair.mentee], &[]);
    wanted.insert(pair.mentor);
    wanted.extend(offered.named());
    let people = People::load(db, base, Some(&wanted), cx.now()).await?;
    let rows = view::rows(db, base, &people, &[pair.mentee], &[]).await?;
    let (undo, redo) = offered.said(&people);
    Ok(BoardAnswer { version: Version(base.plan.version), rows, said: said(&people), undo, redo })
}

async fn told(
    db: &impl ConnectionTrait,
    base: &Base,
    people: Option<&People>,
    by: Option<PersonId>,
    events: &[Event],
    done: Done,
    now: Instant,
) -> Result<BoardAnswer> {
    let plan = base.board.plan;
    let mentees: Vec<ParticipationId> = events.iter().flat_map(Event::mentees).collect();
    let changes = history::between(db, plan, done.first, done.last).await?;
    let offered = history::Offered::load(db, &base.board, by).await?;
    let read;
    let people = match people {
        Some(people) => people,
        None => {
            let mut wanted = view::concerned(base, &mentees, &changes);
            wanted.extend(offered.named());
            read = People::load(db, base, Some(&wanted), now).await?;
            &read
        }
    };
    let rows = view::rows(db, base, people, &mentees, &changes).await?;
    let said = match events.first() {
        Some(event) => board::said(event, people),
        None if done.engine => done.aim.said_nothing_moved().to_owned(),
        None => domain::text::board::said_nothing().to_owned(),
    };
    let (undo, redo) = offered.said(people);
    Ok(BoardAnswer { version: done.last, rows, said, undo, redo })
}
