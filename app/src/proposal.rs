//! A proposal, for the two people in it.

pub mod api;
mod proposal_page;

pub use proposal_page::ProposalPage;
