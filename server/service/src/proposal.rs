//! Use cases of this noun.

use crate::entity::{proposal, proposal_answer};
use domain::PersonId;
use sea_orm::sea_query::{Expr, ExprTrait, Query, SimpleExpr};

/// Proposals to which `person` has not answered yet.
pub(crate) fn unanswered_by(person: PersonId) -> SimpleExpr {
    let mut answered = Query::select();
    answered
        .column(proposal_answer::Column::ProposalId)
        .from(proposal_answer::Entity)
        .and_where(Expr::col(proposal_answer::Column::PersonId).eq(person.0));
    Expr::col((proposal::Entity, proposal::Column::Id)).not_in_subquery(answered)
}
