//! What the page of a proposal asks of the server.

use crate::error::AppError;
use domain::proposal::ProposalView;
use domain::{CommandId, MatchPlanId, ProposalId};
use leptos::prelude::*;

/// A proposal with its reasons. For its mentor, its mentee and coordinators.
#[server]
pub async fn load_proposal(proposal: ProposalId) -> Result<ProposalView, AppError> {
    let cx = crate::request::context()?;
    Ok(service::proposal::load_proposal(&cx, proposal).await?)
}

/// Says yes. For the mentor and the mentee.
#[server]
pub async fn accept_proposal(command_id: CommandId, proposal: ProposalId) -> Result<(), AppError> {
    let cx = crate::request::context()?;
    service::proposal::accept_proposal(&cx, proposal, command_id).await?;
    Ok(())
}

/// Says no, with a reason and what did not fit. For the mentor and the mentee.
#[server]
pub async fn decline_proposal(
    command_id: CommandId,
    proposal: ProposalId,
    #[server(default)] reason: String,
    #[server(default)] criterion: String,
) -> Result<(), AppError> {
    let cx = crate::request::context()?;
    Ok(service::proposal::decline_proposal(&cx, proposal, &reason, &criterion, command_id).await?)
}

/// Takes a proposal back. For coordinators.
#[server]
pub async fn recall_proposal(command_id: CommandId, proposal: ProposalId) -> Result<(), AppError> {
    let cx = crate::request::context()?;
    Ok(service::proposal::recall_proposal(&cx, proposal, command_id).await?)
}

/// Takes back all proposals of a match plan that wait for an answer, and answers how many. For coordinators.
#[server]
pub async fn recall_proposals(
    command_id: CommandId,
    programme: String,
    plan: MatchPlanId,
) -> Result<usize, AppError> {
    let cx = crate::request::context()?;
    Ok(service::proposal::recall_proposals(&cx, &programme, plan, command_id).await?)
}
