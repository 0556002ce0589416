//! The people whom a list may concern, as they are.

use super::rows;
use crate::entity::{participation, person, profile};
use crate::error::Result;
use domain::import::draft::Reading;
use domain::import::plan::{Known, Standing};
use domain::person::Employment;
use domain::{PersonId, ProgrammeId, Role};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::{BTreeSet, HashMap};
use uuid::Uuid;

/// How many values one query asks for.
const CHUNK: usize = 500;

/// People, with the rows behind them.
#[derive(Default)]
pub(super) struct Found {
    pub known: Vec<Known>,
    pub people: HashMap<Uuid, person::Model>,
    pub profiles: HashMap<Uuid, profile::Model>,
    /// The programme's participations, by person and role.
    pub participations: HashMap<(Uuid, String), participation::Model>,
}

/// Finds everybody whom `reading` names, their managers, and everybody in `programme`. With `lock`, nobody else changes
/// them until the transaction ends.
pub(super) async fn find<C: ConnectionTrait>(
    db: &C,
    programme: ProgrammeId,
    reading: &Reading,
    missed: &HashMap<Uuid, i64>,
    lock: bool,
) -> Result<Found> {
    let mut found = Found::default();
    let participations = participation::Entity::find()
        .filter(participation::Column::ProgrammeId.eq(programme.0))
        .filter(participation::Column::Role.is_in([Role::Mentor.as_str(), Role::Mentee.as_str()]))
        .all(db)
        .await?;
    let wanted = Wanted::of(reading);
    let in_programme: BTreeSet<Uuid> = participations.iter().map(|row| row.person_id).collect();
    let in_programme: Vec<Uuid> = in_programme.into_iter().collect();
    for ids in in_programme.chunks(CHUNK) {
        found
            .add_people(db, Condition::any().add(person::Column::Id.is_in(ids.iter().copied())), lock)
            .await?;
    }
    for (column, values) in [
        (person::Column::ExternalId, &wanted.ids),
        (person::Column::Email, &wanted.emails),
        (person::Column::Name, &wanted.names),
    ] {
        let values: Vec<&String> = values.iter().collect();
        for chunk in values.chunks(CHUNK) {
            let names = chunk.iter().map(|value| value.as_str());
            found.add_people(db, Condition::any().add(column.is_in(names)), lock).await?;
        }
    }
    let ids: Vec<Uuid> = found.people.keys().copied().collect();
    for ids in ids.chunks(CHUNK) {
        let rows = profile::Entity::find()
            .filter(profile::Column::PersonId.is_in(ids.iter().copied()))
            .all(db)
            .await?;
        found.profiles.extend(rows.into_iter().map(|row| (row.person_id, row)));
    }
    let mut standing: HashMap<Uuid, Vec<(Role, Standing)>> = HashMap::new();
    for row in participations {
        if let Ok(role) = row.role.parse() {
            standing.entry(row.person_id).or_default().push((role, rows::standing(&row, missed)));
        }
        found.participations.insert((row.person_id, row.role.clone()), row);
    }
    found.known = found.people.values().map(|row| known(row, &found.profiles, &mut standing)).collect();
    // The order of a map is chance; the order of people is not.
    found.known.sort_by_key(|person| person.id);
    Ok(found)
}

impl Found {
    async fn add_people<C: ConnectionTrait>(
        &mut self,
        db: &C,
        condition: Condition,
        lock: bool,
    ) -> Result<()> {
        let mut query = person::Entity::find().filter(condition).order_by_asc(person::Column::Id);
        if lock {
            query = query.lock_exclusive();
        }
        self.people.extend(query.all(db).await?.into_iter().map(|row| (row.id, row)));
        Ok(())
    }
}

fn known(
    row: &person::Model,
    profiles: &HashMap<Uuid, profile::Model>,
    standing: &mut HashMap<Uuid, Vec<(Role, Standing)>>,
) -> Known {
    Known {
        id: PersonId(row.id),
        name: row.name.clone(),
        email: row.email.clone(),
        employment: Employment {
            external_id: row.external_id.clone(),
            team: row.team.clone(),
            manager_email: row.manager_email.clone(),
            location: row.location.clone(),
        },
        profile: profiles.get(&row.id).map(rows::profile).unwrap_or_default(),
        standing: standing.remove(&row.id).unwrap_or_default(),
    }
}

/// The numbers, addresses and names that a list mentions.
struct Wanted {
    ids: BTreeSet<String>,
    emails: BTreeSet<String>,
    names: BTreeSet<String>,
}

impl Wanted {
    fn of(reading: &Reading) -> Self {
        let mut wanted = Self { ids: BTreeSet::new(), emails: BTreeSet::new(), names: BTreeSet::new() };
        let drafts = reading.drafts.iter().map(|draft| (&draft.external_id, &draft.email));
        let refused = reading.refused_people.iter().map(|(id, email)| (id, email));
        for (id, email) in drafts.chain(refused) {
            wanted.ids.extend(id.clone());
            wanted.emails.extend(email.clone());
        }
        // A manager who is written as a number or a name is looked for under both.
        let managers = reading.drafts.iter().filter_map(|draft| draft.manager.as_ref());
        for manager in managers.filter(|manager| !manager.contains('@')) {
            wanted.ids.insert(manager.clone());
            wanted.names.insert(manager.clone());
            if let Some((last, first)) = manager.split_once(',') {
                wanted.names.insert(format!("{} {}", first.trim(), last.trim()));
            }
        }
        wanted
    }
}
