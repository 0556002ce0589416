//! How the people of a programme already stand to each other: who has worked with whom, and who is whose manager's
//! manager. Read once for everybody.

use crate::entity::{mentorship, mentorship_member, participation, person};
use crate::error::Result;
use domain::PersonId;
use domain::criteria::Subject;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait};
use std::collections::HashMap;
use uuid::Uuid;

/// What is known of the ties of a programme's people.
pub(crate) struct Ties {
    /// Whom somebody was the mentor or the mentee of, in a mentorship of any programme that has ended.
    earlier: HashMap<Uuid, Vec<PersonId>>,
    /// The address of a manager's own manager, by the manager's.
    above: HashMap<String, String>,
}

impl Ties {
    /// Everybody who takes part in `programme`, in two queries.
    pub(crate) async fn load(db: &impl ConnectionTrait, programme: Uuid) -> Result<Self> {
        let people = participation::Entity::find()
            .select_only()
            .column(participation::Column::PersonId)
            .filter(participation::Column::ProgrammeId.eq(programme))
            .into_query();
        let ended = mentorship::Entity::find()
            .select_only()
            .column(mentorship::Column::Id)
            .filter(mentorship::Column::ClosedAt.is_not_null())
            .into_query();
        let members = mentorship_member::Entity::find()
            .filter(mentorship_member::Column::MentorshipId.in_subquery(ended))
            .filter(mentorship_member::Column::PersonId.in_subquery(people.clone()))
            .all(db)
            .await?;
        let managers = person::Entity::find()
            .select_only()
            .column(person::Column::ManagerEmail)
            .filter(person::Column::Id.in_subquery(people))
            .into_query();
        let above = person::Entity::find()
            .select_only()
            .columns([person::Column::Email, person::Column::ManagerEmail])
            .filter(person::Column::Email.in_subquery(managers))
            .filter(person::Column::ManagerEmail.ne(""))
            .into_tuple::<(Option<String>, String)>()
            .all(db)
            .await?;
        let above = above.into_iter().filter_map(|(email, above)| Some((email?, above))).collect();
        Ok(Self { earlier: earlier(&members), above })
    }

    /// Adds to the answers of one person what is known of their ties.
    pub(crate) fn tell(&self, one: &mut Subject) {
        one.earlier = self.earlier.get(&one.person.0).cloned().unwrap_or_default();
        one.second_manager = self.above.get(&one.employment.manager_email).cloned().unwrap_or_default();
    }
}

/// Two members of a mentorship had each other where their roles differ.
fn earlier(members: &[mentorship_member::Model]) -> HashMap<Uuid, Vec<PersonId>> {
    let mut together: HashMap<Uuid, Vec<&mentorship_member::Model>> = HashMap::new();
    for member in members {
        together.entry(member.mentorship_id).or_default().push(member);
    }
    let mut earlier: HashMap<Uuid, Vec<PersonId>> = HashMap::new();
    for member in members {
        let others = together.get(&member.mentorship_id).into_iter().flatten();
        let others = others.filter(|other| other.role != member.role).map(|other| PersonId(other.person_id));
        earlier.entry(member.person_id).or_default().extend(others);
    }
    earlier
}
