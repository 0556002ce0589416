//! Turns an accepted proposal into a mentorship, in the transaction of the last yes.

use super::letters;
use crate::account::address_of;
use crate::board::{Base, People, Writer};
use crate::entity::{mentorship, mentorship_member, proposal};
use crate::error::Result;
use crate::mail;
use crate::programme::note_at_work;
use domain::board::Command;
use domain::mail::Letter;
use domain::proposal::ProposalState;
use domain::{MentorshipId, ParticipationId, ProgrammeId, ProposalId, Role};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, Set};

/// The state of a mentorship at work.
const STATE: &str = "active";

/// Begins the mentorship of `pair` (mentee, mentor), and moves the card on.
pub(super) async fn start(
    writer: &mut Writer,
    base: &mut Base,
    people: &People,
    proposal: ProposalId,
    (mentee, mentor): (ParticipationId, ParticipationId),
) -> Result<MentorshipId> {
    let now = writer.change.now.0;
    close(writer, proposal, ProposalState::Accepted).await?;
    let id: MentorshipId = writer.change.cx().new_id();
    let row = mentorship::ActiveModel {
        id: Set(id.0),
        programme_id: Set(base.programme.id),
        proposal_id: Set(Some(proposal.0)),
        state: Set(STATE.to_owned()),
        started_at: Set(now),
        closed_at: Set(None),
        closure_reason: Set(String::new()),
        moved_at: Set(now),
        version: Set(0),
    };
    row.insert(writer.change.tx()).await?;
    for (who, other, role) in [(mentor, mentee, Role::Mentor), (mentee, mentor, Role::Mentee)] {
        let person = people.line(who).id;
        let member = mentorship_member::ActiveModel {
            mentorship_id: Set(id.0),
            person_id: Set(person.0),
            role: Set(role.as_str().to_owned()),
        };
        member.insert(writer.change.tx()).await?;
        writer.change.tell(person);
        if let Some(to) = letters::recipient(people, who) {
            let letter = Letter::MentorshipBegun {
                programme: base.programme.name.clone(),
                others: vec![people.line(other).name],
                link: address_of(writer.change.cx(), &format!("/mentorships/{id}")),
            };
            mail::queue(&mut writer.change, &to, &letter).await?;
        }
    }
    writer.carry_out(base, people, &Command::Start { mentee, mentor }).await?;
    note_at_work(&mut writer.change, ProgrammeId(base.programme.id)).await?;
    Ok(id)
}

/// Ends the proposal's waiting.
pub(super) async fn close(writer: &Writer, id: ProposalId, state: ProposalState) -> Result<()> {
    proposal::Entity::update_many()
        .filter(proposal::Column::Id.eq(id.0))
        .col_expr(proposal::Column::State, Expr::value(state.as_str()))
        .col_expr(proposal::Column::ClosedAt, Expr::value(writer.change.now.0))
        .exec(writer.change.tx())
        .await?;
    Ok(())
}
