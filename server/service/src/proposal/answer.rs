//! Yes, no, recalled, and over for want of an answer.

use super::{Loaded, letters, start};
use crate::account::address_of;
use crate::board::{Base, People, Writer, plan_row, who};
use crate::entity::{match_plan, proposal, proposal_answer};
use crate::error::Result;
use crate::{Context, Error, Opened, Programme, Service, mail};
use domain::actor::Who;
use domain::board::{Command as BoardCommand, Returned, Stage};
use domain::criteria::CriterionKind;
use domain::form::Check;
use domain::mail::Letter;
use domain::proposal::{self as rules, Command, Event, LONGEST_REASON, ProposalState, misfit};
use domain::stream::Aggregate;
use domain::{CommandId, MatchPlanId, MentorshipId, ParticipationId, PersonId, ProgrammeId, ProposalId};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect, Set};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Says yes. For the mentor and the mentee. Answers with the mentorship where it was the last yes that was needed.
///
/// # Errors
/// [`Error::NotFound`] for strangers; [`rules::Refusal`] where it is over.
pub async fn accept_proposal(
    cx: &Context,
    id: ProposalId,
    command: CommandId,
) -> Result<Option<MentorshipId>> {
    must_be_party(cx, id).await?;
    carry_out(cx, id, command, Command::Accept, "").await
}

/// Says no, with a reason that coordinators read, and the criterion that did not fit or an empty word: it counts double in
/// every pair of theirs from now on. For the mentor and the mentee.
///
/// # Errors
/// As [`accept_proposal`]; [`Error::Invalid`] without a reason, or for a criterion that nobody is asked for.
pub async fn decline_proposal(
    cx: &Context,
    id: ProposalId,
    reason: &str,
    criterion: &str,
    command: CommandId,
) -> Result<()> {
    must_be_party(cx, id).await?;
    let mut check = Check::default();
    let reason = check.text("reason", reason, LONGEST_REASON);
    let criterion = misfit::chosen(&mut check, criterion);
    let reason = check.done(reason)?;
    carry_out(cx, id, command, Command::Decline { criterion }, &reason).await.map(drop)
}

/// Takes a proposal back. For coordinators.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`rules::Refusal`] where it is over.
pub async fn recall_proposal(cx: &Context, id: ProposalId, command: CommandId) -> Result<()> {
    cx.actor()?;
    let loaded = Loaded::read(cx.read(), id).await?;
    cx.must_coordinate(ProgrammeId(loaded.row.programme_id))?;
    carry_out(cx, id, command, Command::Recall, "").await.map(drop)
}

/// Takes back every proposal of a match plan that waits for an answer, and answers how many. For coordinators.
///
/// # Errors
/// [`Error::SignInRequired`], [`Error::NotFound`], [`Error::Denied`].
pub async fn recall_proposals(
    cx: &Context,
    slug: &str,
    plan: MatchPlanId,
    command: CommandId,
) -> Result<usize> {
    let programme = cx.coordinated(slug).await?;
    plan_row(cx.read(), &programme, plan).await?;
    let change = match cx.change(Aggregate::MatchPlan(plan), command).await? {
        Opened::Repeated(count) => return Ok(count),
        Opened::New(change) => change,
    };
    let mut writer = Writer::new(change, plan).await?;
    let mut base = Base::load(writer.change.tx(), &programme, plan).await?;
    let people = People::load(writer.change.tx(), &base, None, writer.change.now).await?;
    let waiting: Vec<ProposalId> = base.waiting.values().copied().collect();
    for id in &waiting {
        let loaded = Loaded::read(writer.change.tx(), *id).await?;
        settle(&mut writer, &mut base, &people, loaded, Command::Recall, "").await?;
    }
    writer.change.commit(waiting.len()).await
}

/// Puts everybody who is not at work with `mentor` yet back into the tray, in every plan of the programme: proposals are
/// recalled, and both sides told; drafts are moved. Done twice, it is done once.
pub(crate) async fn release(cx: &Context, programme: &Programme, mentor: ParticipationId) -> Result<()> {
    let plans = match_plan::Entity::find()
        .select_only()
        .column(match_plan::Column::Id)
        .filter(match_plan::Column::ProgrammeId.eq(programme.id.0))
        .into_tuple::<uuid::Uuid>()
        .all(cx.read())
        .await?;
    for plan in plans.into_iter().map(MatchPlanId) {
        let Opened::New(change) = cx.change::<usize>(Aggregate::MatchPlan(plan), cx.new_id()).await? else {
            continue;
        };
        let mut writer = Writer::new(change, plan).await?;
        let mut base = Base::load(writer.change.tx(), programme, plan).await?;
        let people = People::load(writer.change.tx(), &base, None, writer.change.now).await?;
        let with: Vec<_> = base
            .board
            .cards
            .iter()
            .filter(|(_, card)| card.place.mentor == Some(mentor))
            .map(|(id, card)| (*id, card.stage, card.active, card.revision))
            .collect();
        let mut count = 0;
        for (mentee, stage, active, seen) in with {
            if let Some(id) = base.waiting.get(&mentee).copied().filter(|_| stage == Stage::Proposed) {
                let loaded = Loaded::read(writer.change.tx(), id).await?;
                settle(&mut writer, &mut base, &people, loaded, Command::Recall, "").await?;
            } else if stage == Stage::Open && active {
                let to_tray = BoardCommand::Move { mentee, to: None, seen };
                writer.carry_out(&mut base, &people, &to_tray).await?;
            } else {
                continue;
            }
            count += 1;
        }
        if count > 0 {
            writer.change.commit(count).await?;
        }
    }
    Ok(())
}

/// Ends the waiting of every proposal whose time is over, and answers how many. For the schedule.
///
/// # Errors
/// Where the database does.
pub async fn expire_due(service: &Arc<Service>) -> Result<usize> {
    let cx = Context::system(service.clone());
    let due: Vec<uuid::Uuid> = proposal::Entity::find()
        .select_only()
        .column(proposal::Column::Id)
        .filter(proposal::Column::State.eq(ProposalState::Waiting.as_str()))
        .filter(proposal::Column::ExpiresAt.lte(cx.now().0))
        .into_tuple()
        .all(cx.read())
        .await?;
    for id in &due {
        carry_out(&cx, ProposalId(*id), cx.new_id(), Command::Expire, "").await?;
    }
    Ok(due.len())
}

/// Coordinators see a proposal and may not answer it; to everybody else it is not there.
async fn must_be_party(cx: &Context, id: ProposalId) -> Result<()> {
    let actor = cx.actor()?;
    let loaded = Loaded::read(cx.read(), id).await?;
    if loaded.is_party(actor.person) {
        return Ok(());
    }
    let coordinates = actor.coordinates(ProgrammeId(loaded.row.programme_id));
    Err(if coordinates { Error::Denied(Who::Owner) } else { Error::NotFound })
}

async fn carry_out(
    cx: &Context,
    id: ProposalId,
    command_id: CommandId,
    command: Command,
    reason: &str,
) -> Result<Option<MentorshipId>> {
    let plan = MatchPlanId(Loaded::read(cx.read(), id).await?.row.match_plan_id);
    let change = match cx.change(Aggregate::MatchPlan(plan), command_id).await? {
        Opened::Repeated(answer) => return Ok(answer),
        Opened::New(change) => change,
    };
    let mut writer = Writer::new(change, plan).await?;
    let loaded = Loaded::read(writer.change.tx(), id).await?;
    let row = match_plan::Entity::find_by_id(plan.0).one(writer.change.tx()).await?.ok_or(Error::NotFound)?;
    let mut base = Base::of(writer.change.tx(), loaded.programme.clone(), row).await?;
    let both = BTreeSet::from([ParticipationId(loaded.row.mentee_id), ParticipationId(loaded.row.mentor_id)]);
    let people = People::load(writer.change.tx(), &base, Some(&both), writer.change.now).await?;
    let mentorship = settle(&mut writer, &mut base, &people, loaded, command, reason).await?;
    writer.change.commit(mentorship).await
}

/// Decides about one proposal, stores what follows and tells both.
async fn settle(
    writer: &mut Writer,
    base: &mut Base,
    people: &People,
    mut loaded: Loaded,
    command: Command,
    reason: &str,
) -> Result<Option<MentorshipId>> {
    let id = loaded.state.id;
    let pair = (ParticipationId(loaded.row.mentee_id), ParticipationId(loaded.row.mentor_id));
    let actor = who(writer.change.cx());
    let events = rules::decide(&loaded.state, command, actor, writer.change.now)?;
    let mut mentorship = None;
    for event in &events {
        rules::apply(&mut loaded.state, event);
        writer.record(event)?;
        match event {
            Event::Accepted { by, .. } => store_answer(writer, id, *by, true, "", None).await?,
            Event::Agreed { .. } => {
                mentorship = Some(start::start(writer, base, people, id, pair).await?);
            }
            Event::Declined { by, criterion, .. } => {
                store_answer(writer, id, *by, false, reason, *criterion).await?;
                let other = if people.line(pair.0).id == *by { pair.1 } else { pair.0 };
                end(writer, base, people, id, pair, Returned::Declined, &[other]).await?;
            }
            Event::Recalled { .. } => {
                end(writer, base, people, id, pair, Returned::Recalled, &[pair.0, pair.1]).await?;
            }
            Event::Expired { .. } => {
                end(writer, base, people, id, pair, Returned::Expired, &[pair.0, pair.1]).await?;
            }
        }
    }
    for who in [pair.0, pair.1] {
        writer.change.tell(people.line(who).id);
    }
    Ok(mentorship)
}

/// An answer replaces the person's earlier one.
async fn store_answer(
    writer: &Writer,
    id: ProposalId,
    by: PersonId,
    accepted: bool,
    reason: &str,
    criterion: Option<CriterionKind>,
) -> Result<()> {
    use proposal_answer::Column;
    let row = proposal_answer::ActiveModel {
        proposal_id: Set(id.0),
        person_id: Set(by.0),
        accepted: Set(accepted),
        reason: Set(reason.to_owned()),
        criterion: Set(criterion.map(|kind| kind.to_string())),
        at: Set(writer.change.now.0),
    };
    let again = OnConflict::columns([Column::ProposalId, Column::PersonId])
        .update_columns([Column::Accepted, Column::Reason, Column::Criterion, Column::At])
        .to_owned();
    proposal_answer::Entity::insert(row)
        .on_conflict(again)
        .exec_without_returning(writer.change.tx())
        .await?;
    Ok(())
}

/// The card goes back to the tray, and `hear` are told.
async fn end(
    writer: &mut Writer,
    base: &mut Base,
    people: &People,
    id: ProposalId,
    (mentee, mentor): (ParticipationId, ParticipationId),
    why: Returned,
    hear: &[ParticipationId],
) -> Result<()> {
    let state = match why {
        Returned::Declined => ProposalState::Declined,
        Returned::Expired => ProposalState::Expired,
        Returned::Recalled => ProposalState::Recalled,
    };
    start::close(writer, id, state).await?;
    writer.carry_out(base, people, &BoardCommand::Return { mentee, mentor, why }).await?;
    for who in hear {
        let other = if *who == mentee { mentor } else { mentee };
        if let Some(to) = letters::recipient(people, *who) {
            let letter = Letter::ProposalOver {
                programme: base.programme.name.clone(),
                other: people.line(other).name,
                link: address_of(writer.change.cx(), "/"),
            };
            mail::queue(&mut writer.change, &to, &letter).await?;
        }
    }
    Ok(())
}
