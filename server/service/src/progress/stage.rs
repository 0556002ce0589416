//! Who is at which stage, as a condition on participations: one for the figure and for the list behind it.

use crate::entity::{
    match_plan, mentorship, mentorship_member, pair, participation, proposal, proposal_answer,
};
use domain::progress::{QUIET_DAYS, Stage};
use domain::proposal::ProposalState;
use domain::{Instant, Role};
use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect, QueryTrait};
use uuid::Uuid;

/// Proposals that wait or were accepted; the others are over.
const STANDING: [&str; 2] = [ProposalState::Waiting.as_str(), ProposalState::Accepted.as_str()];

/// A mentorship that has last moved at this moment or before is quiet.
pub(super) fn still_since(now: Instant) -> i64 {
    now.plus_days(-QUIET_DAYS).0
}

/// Participations of `programme` that have come to `stage` or further.
pub(super) fn reached(stage: Stage, programme: Uuid, now: Instant) -> Condition {
    let further = Stage::ALL.iter().filter(|later| **later >= stage);
    let any = further.fold(Condition::any(), |any, stage| any.add(at(*stage, programme, now)));
    Condition::all().add(participation::Column::ProgrammeId.eq(programme)).add(any)
}

fn at(stage: Stage, programme: Uuid, now: Instant) -> Condition {
    let id = participation::Column::Id;
    let any = Condition::any();
    match stage {
        Stage::Imported => any.add(participation::Column::ProgrammeId.eq(programme)),
        Stage::Approved => any.add(participation::Column::State.is_in(["approved", "paused", "completed"])),
        Stage::Matched => any
            .add(id.in_subquery(paired(programme, pair::Column::MenteeId)))
            .add(id.in_subquery(paired(programme, pair::Column::MentorId))),
        Stage::Proposed => any
            .add(id.in_subquery(proposed(programme, proposal::Column::MenteeId)))
            .add(id.in_subquery(proposed(programme, proposal::Column::MentorId))),
        Stage::Accepted => any
            .add(id.in_subquery(accepted(programme, proposal::Column::MenteeId)))
            .add(id.in_subquery(accepted(programme, proposal::Column::MentorId)))
            .add(in_mentorship(Condition::all().add(mentorship::Column::ProgrammeId.eq(programme)))),
        Stage::Active => any.add(in_mentorship(
            super::is_at_work(programme).add(mentorship::Column::MovedAt.gt(still_since(now))),
        )),
    }
}

fn paired(programme: Uuid, side: pair::Column) -> SelectStatement {
    let plans = match_plan::Entity::find()
        .select_only()
        .column(match_plan::Column::Id)
        .filter(match_plan::Column::ProgrammeId.eq(programme))
        .into_query();
    pair::Entity::find()
        .select_only()
        .column(side)
        .filter(pair::Column::MatchPlanId.in_subquery(plans))
        .into_query()
}

/// One side of the proposals that stand.
fn proposed(programme: Uuid, side: proposal::Column) -> SelectStatement {
    proposal::Entity::find()
        .select_only()
        .column(side)
        .filter(proposal::Column::ProgrammeId.eq(programme))
        .filter(proposal::Column::State.is_in(STANDING))
        .into_query()
}

/// One side of the proposals that stand, where that side has said yes itself.
fn accepted(programme: Uuid, side: proposal::Column) -> SelectStatement {
    let mut query = Query::select();
    query
        .column((proposal::Entity, side))
        .from(proposal::Entity)
        .inner_join(
            proposal_answer::Entity,
            Expr::col((proposal_answer::Entity, proposal_answer::Column::ProposalId))
                .equals((proposal::Entity, proposal::Column::Id)),
        )
        .inner_join(
            participation::Entity,
            Expr::col((participation::Entity, participation::Column::Id)).equals((proposal::Entity, side)),
        )
        .and_where(
            Expr::col((participation::Entity, participation::Column::PersonId))
                .equals((proposal_answer::Entity, proposal_answer::Column::PersonId)),
        )
        .and_where(Expr::col((proposal_answer::Entity, proposal_answer::Column::Accepted)).eq(true))
        .and_where(Expr::col((proposal::Entity, proposal::Column::ProgrammeId)).eq(programme))
        .and_where(Expr::col((proposal::Entity, proposal::Column::State)).is_in(STANDING));
    query
}

/// Participations whose person is, in the same role, in a mentorship of the kind that `which` says.
fn in_mentorship(which: Condition) -> Condition {
    let roles = [Role::Mentor, Role::Mentee, Role::Facilitator];
    roles.into_iter().fold(Condition::any(), |any, role| {
        let mentorships = mentorship::Entity::find()
            .select_only()
            .column(mentorship::Column::Id)
            .filter(which.clone())
            .into_query();
        let people = mentorship_member::Entity::find()
            .select_only()
            .column(mentorship_member::Column::PersonId)
            .filter(mentorship_member::Column::Role.eq(role.as_str()))
            .filter(mentorship_member::Column::MentorshipId.in_subquery(mentorships))
            .into_query();
        any.add(
            Condition::all()
                .add(participation::Column::Role.eq(role.as_str()))
                .add(participation::Column::PersonId.in_subquery(people)),
        )
    })
}
