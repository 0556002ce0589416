//! Reads a programme from its rows.

use crate::Error;
use crate::entity::{objective, phase, programme, programme_role};
use crate::error::Result;
use domain::programme::objective::Measured;
use domain::programme::{
    Acceptance, CapacityRule, Description, Format, Objective, Phase, PhaseKind, Programme, ProgrammeState,
    Rules, Source, Template,
};
use domain::{Date, Instant, ObjectiveId, PersonId, PhaseId, ProgrammeId, Role};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

/// The programme with its objectives, phases and roles.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Internal`] where a row holds a word that nobody knows.
pub(crate) async fn load(db: &impl ConnectionTrait, id: ProgrammeId) -> Result<Programme> {
    let row = programme::Entity::find_by_id(id.0).one(db).await?.ok_or(Error::NotFound)?;
    let objectives = objective::Entity::find()
        .filter(objective::Column::ProgrammeId.eq(id.0))
        .order_by_asc(objective::Column::Position)
        .all(db)
        .await?;
    let roles = programme_role::Entity::find()
        .filter(programme_role::Column::ProgrammeId.eq(id.0))
        .order_by_asc(programme_role::Column::CreatedAt)
        .order_by_asc(programme_role::Column::PersonId)
        .all(db)
        .await?;
    Ok(Programme {
        id,
        state: word(&row.state)?,
        template: word::<Template>(&row.template)?,
        rules: Rules {
            format: word::<Format>(&row.format)?,
            acceptance: word::<Acceptance>(&row.acceptance)?,
            sign_off: row.sign_off,
            capacity: CapacityRule {
                mentor_default: small(row.default_capacity),
                mentor_most: small(row.most_mentees),
                mentor_fewest: small(row.fewest_mentees),
                proposal_days: small(row.proposal_days),
            },
        },
        criteria: serde_json::from_value(row.criteria)?,
        asked: serde_json::from_value(row.asked)?,
        slug: row.slug,
        description: Description {
            name: row.name,
            purpose: row.purpose,
            mentors: row.gives_mentors,
            mentees: row.gives_mentees,
        },
        time_zone: row.time_zone,
        objectives: objectives.into_iter().map(measured).collect::<Result<_>>()?,
        phases: phases_of(db, id).await?,
        roles: roles
            .into_iter()
            .map(|role| Ok((PersonId(role.person_id), word::<Role>(&role.role)?)))
            .collect::<Result<_>>()?,
    })
}

/// The phases of a programme, in order; a row without dates is none.
pub(crate) async fn phases_of(db: &impl ConnectionTrait, id: ProgrammeId) -> Result<Vec<Phase>> {
    let rows = phase::Entity::find()
        .filter(phase::Column::ProgrammeId.eq(id.0))
        .order_by_asc(phase::Column::Position)
        .all(db)
        .await?;
    let phase = |row: phase::Model| {
        let (starts, ends) = row.starts_on.zip(row.ends_on)?;
        Some(word::<PhaseKind>(&row.kind).map(|kind| Phase { id: PhaseId(row.id), kind, starts, ends }))
    };
    rows.into_iter().filter_map(phase).collect()
}

fn measured(row: objective::Model) -> Result<Objective> {
    Ok(Objective {
        id: ObjectiveId(row.id),
        is: Measured {
            measure: row.measure,
            unit: row.unit,
            source: word::<Source>(&row.source)?,
            baseline: row.baseline,
            target: row.target,
            by_hand: row.by_hand,
            due: row.due_on,
            serves: row.organisational_goal,
        },
    })
}

/// A stored word. One that is not known is a defect, or a database of a later version.
pub(crate) fn word<T: std::str::FromStr>(text: &str) -> Result<T> {
    text.parse().map_err(|_| Error::Internal(format!("the word {text:?} is not known")))
}

/// The state of a row, where only that is wanted.
pub(crate) fn state_of(row: &programme::Model) -> Result<ProgrammeState> {
    word(&row.state)
}

fn small(number: i64) -> u8 {
    u8::try_from(number.clamp(0, 255)).unwrap_or_default()
}

/// The date in an IANA zone; in UTC where the zone is not known.
pub(crate) fn today_in(zone: &str, now: Instant) -> Date {
    now.date(crate::actor::offset_minutes(zone, now).unwrap_or_default())
}
