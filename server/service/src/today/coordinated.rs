//! What of a programme its coordinators act on.

use crate::Context;
use crate::entity::{match_plan, mentorship, mentorship_member, pair, participation, programme, proposal};
use crate::error::Result;
use domain::programme::{ParticipationState, ProgrammeState};
use domain::proposal::ProposalState;
use domain::today::Standing;
use domain::{Instant, MatchPlanId, Role};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// After so many days without a change a mentorship is quiet.
const QUIET_DAYS: i64 = 14;

pub(super) async fn standing(cx: &Context, row: &programme::Model) -> Result<Standing> {
    let db = cx.read();
    let people: Vec<(Uuid, Uuid, String, String)> = participation::Entity::find()
        .select_only()
        .columns([participation::Column::Id, participation::Column::PersonId])
        .columns([participation::Column::Role, participation::Column::State])
        .filter(participation::Column::ProgrammeId.eq(row.id))
        .filter(
            Condition::any()
                .add(participation::Column::State.eq(ParticipationState::Applied.as_str()))
                .add(participation::Column::State.eq(ParticipationState::Approved.as_str())),
        )
        .into_tuple()
        .all(db)
        .await?;
    let open_mentorships: Vec<(Uuid, i64)> = mentorship::Entity::find()
        .select_only()
        .columns([mentorship::Column::Id, mentorship::Column::MovedAt])
        .filter(mentorship::Column::ProgrammeId.eq(row.id))
        .filter(mentorship::Column::ClosedAt.is_null())
        .into_tuple()
        .all(db)
        .await?;
    let in_mentorship = mentorship::Entity::find()
        .select_only()
        .column(mentorship::Column::Id)
        .filter(mentorship::Column::ProgrammeId.eq(row.id))
        .filter(mentorship::Column::ClosedAt.is_null())
        .into_query();
    let mentored: HashSet<Uuid> = mentorship_member::Entity::find()
        .select_only()
        .column(mentorship_member::Column::PersonId)
        .filter(mentorship_member::Column::Role.eq(Role::Mentee.as_str()))
        .filter(mentorship_member::Column::MentorshipId.in_subquery(in_mentorship))
        .into_tuple::<Uuid>()
        .all(db)
        .await?
        .into_iter()
        .collect();
    let proposed: HashSet<Uuid> = proposal::Entity::find()
        .select_only()
        .column(proposal::Column::MenteeId)
        .filter(proposal::Column::ProgrammeId.eq(row.id))
        .filter(proposal::Column::ClosedAt.is_null())
        .into_tuple::<Uuid>()
        .all(db)
        .await?
        .into_iter()
        .collect();
    // A later proposal of the same mentee replaces the earlier one.
    let last: HashMap<Uuid, String> = proposal::Entity::find()
        .select_only()
        .columns([proposal::Column::MenteeId, proposal::Column::State])
        .filter(proposal::Column::ProgrammeId.eq(row.id))
        .order_by_asc(proposal::Column::CreatedAt)
        .into_tuple()
        .all(db)
        .await?
        .into_iter()
        .collect();
    let plan: Option<Uuid> = match_plan::Entity::find()
        .select_only()
        .column(match_plan::Column::Id)
        .filter(match_plan::Column::ProgrammeId.eq(row.id))
        .order_by_desc(match_plan::Column::CreatedAt)
        .into_tuple()
        .one(db)
        .await?;
    let on_board: HashSet<Uuid> = match plan {
        None => HashSet::new(),
        Some(plan) => pair::Entity::find()
            .select_only()
            .column(pair::Column::MenteeId)
            .filter(pair::Column::MatchPlanId.eq(plan))
            .into_tuple::<Uuid>()
            .all(db)
            .await?
            .into_iter()
            .collect(),
    };
    let approved =
        |role: Role| people.iter().filter(move |one| one.3 == "approved" && one.2 == role.as_str());
    let waits =
        |one: &&(Uuid, Uuid, String, String)| !mentored.contains(&one.1) && !proposed.contains(&one.0);
    let waiting: Vec<Uuid> = approved(Role::Mentee).filter(waits).map(|one| one.0).collect();
    let declined = |id: &&Uuid| last.get(*id).is_some_and(|state| state == ProposalState::Declined.as_str());
    let before = cx.now().plus_days(-QUIET_DAYS);
    Ok(Standing {
        is_draft: row.state == ProgrammeState::Draft.as_str(),
        is_closed: row.state == ProgrammeState::Closed.as_str(),
        applied: people.iter().filter(|one| one.3 == "applied").count() as u64,
        approved_mentors: approved(Role::Mentor).count() as u64,
        approved_mentees: approved(Role::Mentee).count() as u64,
        waiting_mentees: waiting.len() as u64,
        declined: waiting.iter().filter(declined).filter(|id| !on_board.contains(id)).count() as u64,
        plan: plan.map(MatchPlanId),
        unpublished: waiting.iter().filter(|id| on_board.contains(id)).count() as u64,
        unanswered: proposed.len() as u64,
        mentorships: open_mentorships.len() as u64,
        quiet: open_mentorships.iter().filter(|one| Instant(one.1) <= before).count() as u64,
    })
}
