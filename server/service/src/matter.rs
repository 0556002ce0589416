//! What matters to people more than usual, since a proposal that they have declined did not fit in it. Read once for
//! everybody. It leaves this file to the criteria alone.

use crate::choice::FEW;
use crate::entity::{proposal, proposal_answer};
use crate::error::Result;
use domain::criteria::{CriterionKind, Subject};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait};
use std::collections::{BTreeSet, HashMap};
use uuid::Uuid;

/// What has not fitted people of a programme.
#[derive(PartialEq, Default)]
pub(crate) struct Matters(HashMap<Uuid, BTreeSet<CriterionKind>>);

impl Matters {
    /// To everybody, or to `only` those; in one query.
    pub(crate) async fn load(
        db: &impl ConnectionTrait,
        programme: Uuid,
        only: Option<&BTreeSet<Uuid>>,
    ) -> Result<Self> {
        let here = proposal::Entity::find()
            .select_only()
            .column(proposal::Column::Id)
            .filter(proposal::Column::ProgrammeId.eq(programme))
            .into_query();
        let mut answers = proposal_answer::Entity::find()
            .select_only()
            .columns([proposal_answer::Column::PersonId, proposal_answer::Column::Criterion])
            .filter(proposal_answer::Column::ProposalId.in_subquery(here))
            .filter(proposal_answer::Column::Accepted.eq(false))
            .filter(proposal_answer::Column::Criterion.is_not_null());
        if let Some(few) = only.filter(|only| only.len() <= FEW) {
            answers = answers.filter(proposal_answer::Column::PersonId.is_in(few.iter().copied()));
        }
        let mut matters: HashMap<Uuid, BTreeSet<CriterionKind>> = HashMap::new();
        for (person, word) in answers.into_tuple::<(Uuid, String)>().all(db).await? {
            matters.entry(person).or_default().extend(word.parse::<CriterionKind>());
        }
        Ok(Self(matters))
    }

    /// Adds to the answers of one person what matters to them.
    pub(crate) fn tell(&self, one: &mut Subject) {
        one.matters = self.0.get(&one.person.0).into_iter().flatten().copied().collect();
    }
}
