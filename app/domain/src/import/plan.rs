//! What an import would do: who is new, changed, unchanged, refused or missing. Stores nothing.

mod index;
mod people;

pub use people::{Changed, Known, Missing, New, Options, Standing};

use super::draft::fold_doubles::fill_profile;
use super::draft::{Draft, Reading};
use super::{Field, Full, Reason, Remark};
use crate::person::Employment;
use crate::{PersonId, Role};
use index::Index;
use std::collections::HashSet;

/// What an import would do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    pub new: Vec<New>,
    pub changed: Vec<Changed>,
    /// The rows of those who stay as they are, and their names.
    pub unchanged: Vec<(u32, PersonId)>,
    pub refused: Vec<Remark>,
    pub notes: Vec<Remark>,
    pub missing: Vec<Missing>,
    pub repeated: usize,
}

impl Plan {
    /// How many rows are refused; one row can have several reasons.
    pub fn refused_rows(&self) -> usize {
        self.refused.iter().map(|remark| remark.row).collect::<HashSet<_>>().len()
    }
}

/// Compares what was read with `known`: at least everybody whom the list names by number or address, everybody who
/// takes part in the programme, and the managers whom it names.
pub fn plan_changes(
    reading: Reading,
    known: &[Known],
    headings: impl Fn(Field) -> String,
    options: Options,
) -> Plan {
    let index = Index::of(known, &reading.drafts);
    let Reading { drafts, refused, notes, refused_people, repeated, covers } = reading;
    let mut plan = Plan { refused, notes, repeated, ..Plan::default() };
    let mut listed: HashSet<(PersonId, Role)> = HashSet::new();
    let mut in_refused: HashSet<PersonId> = HashSet::new();
    for (id, email) in &refused_people {
        in_refused
            .extend(index.find(id.as_deref(), email.as_deref()).into_iter().flatten().map(|at| known[at].id));
    }
    let mut taken: HashSet<usize> = HashSet::new();
    for mut draft in drafts {
        draft.manager = plan.manager(&draft, &index, &headings);
        let [by_id, by_email] = index.find(draft.external_id.as_deref(), draft.email.as_deref());
        match index.recognise(&draft, known, by_id, by_email) {
            Ok(Some(at)) if taken.insert(at) => {
                listed.extend(draft.roles.iter().map(|role| (known[at].id, *role)));
                plan.meet(draft, &known[at], &headings, options);
            }
            Ok(Some(at)) => {
                in_refused.insert(known[at].id);
                plan.refuse(&draft, &headings, Field::Email, Reason::AddressTaken);
            }
            Ok(None) => plan.welcome(draft, &headings),
            Err(reason) => {
                in_refused.extend([by_id, by_email].into_iter().flatten().map(|at| known[at].id));
                plan.refuse(&draft, &headings, Field::Email, reason);
            }
        }
    }
    if options.full != Full::Part {
        plan.missing =
            missing(known, &covers, |id, role| listed.contains(&(id, role)) || in_refused.contains(&id));
    }
    plan.refused.sort_by_key(|remark| remark.row);
    plan.notes.sort_by_key(|remark| remark.row);
    plan
}

fn missing(known: &[Known], covers: &[Role], is_listed: impl Fn(PersonId, Role) -> bool) -> Vec<Missing> {
    let mut missing = Vec::new();
    for person in known {
        for (role, standing) in &person.standing {
            let takes_part = matches!(standing, Standing::Approved | Standing::Waiting);
            if takes_part && covers.contains(role) && !is_listed(person.id, *role) {
                missing.push(Missing {
                    person: person.id,
                    name: person.name.clone(),
                    email: person.email.clone(),
                    external_id: person.employment.external_id.clone(),
                    role: *role,
                });
            }
        }
    }
    missing.sort_by(|one, other| one.name.cmp(&other.name));
    missing
}

impl Plan {
    fn refuse(&mut self, draft: &Draft, headings: &impl Fn(Field) -> String, field: Field, reason: Reason) {
        let value = match field {
            Field::Email => draft.email.as_deref(),
            Field::Name => draft.name.as_deref(),
            _ => None,
        };
        self.refused.push(Remark::new(draft.row, &headings(field), field, value.unwrap_or_default(), reason));
    }

    fn note(
        &mut self,
        row: u32,
        headings: &impl Fn(Field) -> String,
        field: Field,
        value: &str,
        reason: Reason,
    ) {
        self.notes.push(Remark::new(row, &headings(field), field, value, reason));
    }

    /// The address of the manager, however the list names them.
    fn manager(
        &mut self,
        draft: &Draft,
        index: &Index,
        headings: &impl Fn(Field) -> String,
    ) -> Option<String> {
        let written = draft.manager.as_deref()?;
        if written.contains('@') && crate::form::email(written).is_some() {
            return Some(written.to_owned());
        }
        let found = index.address_of(written);
        match &found {
            Some(address) if Some(address) == draft.email.as_ref() => {
                self.note(draft.row, headings, Field::Manager, written, Reason::OwnManager);
                return None;
            }
            Some(_) => {}
            None => self.note(draft.row, headings, Field::Manager, written, Reason::UnknownManager),
        }
        found
    }

    /// Somebody new: needs a name, and an address under which they can be told.
    fn welcome(&mut self, draft: Draft, headings: &impl Fn(Field) -> String) {
        let name = draft.name.clone();
        if draft.email.is_none() {
            self.refuse(&draft, headings, Field::Email, Reason::Missing);
        }
        let Some(name) = name else {
            self.refuse(&draft, headings, Field::Name, Reason::Missing);
            return;
        };
        if draft.email.is_none() {
            return;
        }
        self.new.push(New {
            row: draft.row,
            name,
            email: draft.email,
            employment: Employment {
                external_id: draft.external_id,
                team: draft.team.unwrap_or_default(),
                manager_email: draft.manager.unwrap_or_default(),
                location: draft.location.unwrap_or_default(),
            },
            profile: draft.profile,
            roles: draft.roles,
        });
    }

    /// Somebody who is here: the list owns name, team, manager and location, and fills what is empty.
    fn meet(&mut self, draft: Draft, known: &Known, headings: &impl Fn(Field) -> String, options: Options) {
        let mut after = known.clone();
        let mut fields = Vec::new();
        let mut own = |field: Field, mine: &mut String, said: Option<String>| {
            if let Some(said) = said.filter(|said| said != mine) {
                *mine = said;
                fields.push(field);
            }
        };
        own(Field::Name, &mut after.name, draft.name);
        own(Field::Team, &mut after.employment.team, draft.team);
        own(Field::Manager, &mut after.employment.manager_email, draft.manager);
        own(Field::Location, &mut after.employment.location, draft.location);
        if after.employment.external_id.is_none() && draft.external_id.is_some() {
            after.employment.external_id = draft.external_id;
            fields.push(Field::ExternalId);
        }
        match (&after.email, draft.email) {
            (None, Some(email)) => {
                after.email = Some(email);
                fields.push(Field::Email);
            }
            (Some(mine), Some(said)) if *mine != said => {
                self.note(draft.row, headings, Field::Email, &said, Reason::OtherAddress);
            }
            _ => {}
        }
        fields.extend(fill_profile(&mut after.profile, &draft.profile, options.overwrite));
        let (mut joins, mut approved) = (Vec::new(), Vec::new());
        for role in draft.roles {
            match known.standing.iter().find(|(known, _)| *known == role).map(|(_, standing)| standing) {
                None => joins.push(role),
                Some(Standing::Waiting | Standing::Missed) => approved.push(role),
                Some(Standing::Away) => {
                    self.note(draft.row, headings, Field::Role, role.as_str(), Reason::NotActive);
                }
                Some(Standing::Approved) => {}
            }
        }
        if !joins.is_empty() || !approved.is_empty() {
            fields.push(Field::Role);
        }
        if fields.is_empty() {
            self.unchanged.push((draft.row, known.id));
        } else {
            self.changed.push(Changed { row: draft.row, after, fields, joins, approved });
        }
    }
}
