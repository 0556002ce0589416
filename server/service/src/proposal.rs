//! Proposals: publishing a match plan, and what mentors, mentees and coordinators answer.

mod answer;
mod letters;
mod publish;
mod read;
mod request;
mod start;

pub(crate) use answer::release;
pub use answer::{accept_proposal, decline_proposal, expire_due, recall_proposal, recall_proposals};
pub(crate) use letters::recipient;
pub(crate) use publish::{named, without_password};
pub use publish::{preview_publish, publish_pairs, publish_plan};
pub(crate) use read::waiting_for;
pub use read::{inbox, load_proposal};
pub use request::{cancel_publication, publish_due, publish_now, send_back, sign_off};
pub(crate) use request::{latest, news};

use crate::entity::{programme, proposal, proposal_answer};
use crate::error::Result;
use crate::{Error, entity};
use domain::proposal::Proposal;
use domain::{Instant, PersonId, ProposalId};
use sea_orm::sea_query::{Expr, ExprTrait, Query, SimpleExpr};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

/// A proposal with what its rules and its pages need.
pub(crate) struct Loaded {
    pub(crate) row: proposal::Model,
    pub(crate) programme: programme::Model,
    pub(crate) answers: Vec<proposal_answer::Model>,
    pub(crate) state: Proposal,
}

impl Loaded {
    /// Reads the proposal; none is there for an unknown id.
    pub(crate) async fn read(db: &impl ConnectionTrait, id: ProposalId) -> Result<Self> {
        let row = proposal::Entity::find_by_id(id.0).one(db).await?.ok_or(Error::NotFound)?;
        let programme =
            programme::Entity::find_by_id(row.programme_id).one(db).await?.ok_or(Error::NotFound)?;
        let answers = proposal_answer::Entity::find()
            .filter(proposal_answer::Column::ProposalId.eq(id.0))
            .all(db)
            .await?;
        let state = Proposal {
            id,
            mentee: person_of(db, row.mentee_id).await?,
            mentor: person_of(db, row.mentor_id).await?,
            state: row.state.parse().map_err(|()| Error::internal("a proposal in no state"))?,
            expires_at: Instant(row.expires_at),
            acceptance: acceptance(&programme)?,
            accepted_by: answers
                .iter()
                .filter(|row| row.accepted)
                .map(|row| PersonId(row.person_id))
                .collect(),
        };
        Ok(Self { row, programme, answers, state })
    }

    /// Whether `person` is the mentor or the mentee.
    pub(crate) fn is_party(&self, person: PersonId) -> bool {
        person == self.state.mentee || person == self.state.mentor
    }
}

async fn person_of(db: &impl ConnectionTrait, participation: Uuid) -> Result<PersonId> {
    let row = entity::participation::Entity::find_by_id(participation).one(db).await?;
    row.map(|row| PersonId(row.person_id)).ok_or(Error::NotFound)
}

/// Whose yes the programme wants.
pub(crate) fn acceptance(programme: &programme::Model) -> Result<domain::programme::Acceptance> {
    programme.acceptance.parse().map_err(|()| Error::internal("a programme without a rule of acceptance"))
}

/// Proposals to which `person` has not answered yet.
pub(crate) fn unanswered_by(person: PersonId) -> SimpleExpr {
    let mut answered = Query::select();
    answered
        .column(proposal_answer::Column::ProposalId)
        .from(proposal_answer::Entity)
        .and_where(Expr::col(proposal_answer::Column::PersonId).eq(person.0));
    Expr::col((proposal::Entity, proposal::Column::Id)).not_in_subquery(answered)
}
