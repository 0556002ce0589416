//! Writes a programme to its rows: the whole of a new one, or what has changed of an old one.

use crate::entity::{objective, phase, programme, programme_role, slug_redirect};
use crate::error::Result;
use domain::Instant;
use domain::programme::{Objective, Phase, Programme};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, Set};

/// Inserts a new programme.
pub(crate) async fn insert(db: &impl ConnectionTrait, is: &Programme, now: Instant) -> Result<()> {
    let row = programme::ActiveModel {
        id: Set(is.id.0),
        version: Set(0),
        revision: Set(0),
        created_at: Set(now.0),
        archived_at: Set(None),
        ..columns(is)?
    };
    row.insert(db).await?;
    for (position, one) in is.objectives.iter().enumerate() {
        objective_row(is, one, position).insert(db).await?;
    }
    for (position, one) in is.phases.iter().enumerate() {
        phase_row(is, one, position).insert(db).await?;
    }
    store_roles(db, None, is, now).await
}

/// Stores what differs between `before` and `after`.
pub(crate) async fn store(
    db: &impl ConnectionTrait,
    before: &Programme,
    after: &Programme,
    now: Instant,
) -> Result<()> {
    let row = programme::ActiveModel { id: Set(after.id.0), ..columns(after)? };
    row.update(db).await?;
    programme::Entity::update_many()
        .col_expr(programme::Column::Revision, Expr::col(programme::Column::Revision).add(1))
        .filter(programme::Column::Id.eq(after.id.0))
        .exec(db)
        .await?;
    if before.slug != after.slug {
        // A name that is taken back leads here directly again.
        slug_redirect::Entity::delete_by_id(&after.slug).exec(db).await?;
        let old =
            slug_redirect::ActiveModel { slug: Set(before.slug.clone()), programme_id: Set(after.id.0) };
        old.insert(db).await?;
    }
    store_objectives(db, before, after).await?;
    if before.phases != after.phases {
        phase::Entity::delete_many().filter(phase::Column::ProgrammeId.eq(after.id.0)).exec(db).await?;
        for (position, one) in after.phases.iter().enumerate() {
            phase_row(after, one, position).insert(db).await?;
        }
    }
    store_roles(db, Some(before), after, now).await
}

async fn store_objectives(db: &impl ConnectionTrait, before: &Programme, after: &Programme) -> Result<()> {
    for gone in before.objectives.iter().filter(|old| after.objectives.iter().all(|new| new.id != old.id)) {
        objective::Entity::delete_by_id(gone.id.0).exec(db).await?;
    }
    for (position, new) in after.objectives.iter().enumerate() {
        match before.objectives.iter().position(|old| old.id == new.id) {
            None => {
                objective_row(after, new, position).insert(db).await?;
            }
            Some(place) if place == position && before.objectives[place] == *new => {}
            Some(_) => {
                let mut row = objective_row(after, new, position);
                row.revision = sea_orm::NotSet;
                row.update(db).await?;
                objective::Entity::update_many()
                    .col_expr(objective::Column::Revision, Expr::col(objective::Column::Revision).add(1))
                    .filter(objective::Column::Id.eq(new.id.0))
                    .exec(db)
                    .await?;
            }
        }
    }
    Ok(())
}

async fn store_roles(
    db: &impl ConnectionTrait,
    before: Option<&Programme>,
    after: &Programme,
    now: Instant,
) -> Result<()> {
    let old = before.map_or(&[][..], |before| &before.roles);
    for (person, role) in old.iter().filter(|one| !after.roles.contains(one)) {
        programme_role::Entity::delete_by_id((after.id.0, person.0, role.to_string())).exec(db).await?;
    }
    for (person, role) in after.roles.iter().filter(|one| !old.contains(one)) {
        let row = programme_role::ActiveModel {
            programme_id: Set(after.id.0),
            person_id: Set(person.0),
            role: Set(role.to_string()),
            created_at: Set(now.0),
        };
        row.insert(db).await?;
    }
    Ok(())
}

/// The columns that a coordinator's changes reach.
fn columns(is: &Programme) -> Result<programme::ActiveModel> {
    let (starts, ends) = is.span().unzip();
    Ok(programme::ActiveModel {
        slug: Set(is.slug.clone()),
        name: Set(is.description.name.clone()),
        purpose: Set(is.description.purpose.clone()),
        gives_mentors: Set(is.description.mentors.clone()),
        gives_mentees: Set(is.description.mentees.clone()),
        format: Set(is.rules.format.to_string()),
        acceptance: Set(is.rules.acceptance.to_string()),
        sign_off: Set(is.rules.sign_off),
        state: Set(is.state.to_string()),
        template: Set(is.template.to_string()),
        time_zone: Set(is.time_zone.clone()),
        starts_on: Set(starts),
        ends_on: Set(ends),
        default_capacity: Set(is.rules.capacity.mentor_default.into()),
        most_mentees: Set(is.rules.capacity.mentor_most.into()),
        fewest_mentees: Set(is.rules.capacity.mentor_fewest.into()),
        proposal_days: Set(is.rules.capacity.proposal_days.into()),
        criteria: Set(serde_json::to_value(&is.criteria)?),
        asked: Set(serde_json::to_value(&is.asked)?),
        ..Default::default()
    })
}

fn objective_row(of: &Programme, one: &Objective, position: usize) -> objective::ActiveModel {
    objective::ActiveModel {
        id: Set(one.id.0),
        programme_id: Set(of.id.0),
        position: Set(position as i64),
        measure: Set(one.is.measure.clone()),
        unit: Set(one.is.unit.clone()),
        baseline: Set(one.is.baseline),
        target: Set(one.is.target),
        due_on: Set(one.is.due),
        organisational_goal: Set(one.is.serves.clone()),
        revision: Set(0),
        source: Set(one.is.source.to_string()),
        by_hand: Set(one.is.by_hand),
    }
}

fn phase_row(of: &Programme, one: &Phase, position: usize) -> phase::ActiveModel {
    phase::ActiveModel {
        id: Set(one.id.0),
        programme_id: Set(of.id.0),
        position: Set(position as i64),
        kind: Set(one.kind.to_string()),
        starts_on: Set(Some(one.starts)),
        ends_on: Set(Some(one.ends)),
    }
}
