//! Several rows of one person become one: both roles are added up, contradictions are refused.

use super::row::Outcome;
use super::{Columns, Draft, Reading};
use crate::import::{Field, Reason, Remark, fold};
use crate::person::Profile;
use std::collections::HashMap;

/// The people read so far.
#[derive(Default)]
pub(super) struct People {
    reading: Reading,
    /// What each row of a person said by itself, by the place of their draft.
    said: Vec<Vec<Draft>>,
    by_id: HashMap<String, usize>,
    by_email: HashMap<String, usize>,
}

impl People {
    /// Takes one row in.
    pub(super) fn add(&mut self, mut outcome: Outcome, columns: &Columns) {
        let draft = std::mem::take(&mut outcome.draft);
        if outcome.refused.is_empty() {
            match self.same_person(&draft) {
                Ok(None) => self.push(draft),
                Ok(Some(at)) => self.join(at, draft, columns, &mut outcome),
                Err((field, reason)) => outcome.refuse(&draft, columns, field, reason),
            }
        } else {
            self.reading.refused_people.push((draft.external_id, draft.email));
        }
        if outcome.refused.is_empty() {
            self.reading.notes.append(&mut outcome.notes);
        }
        self.reading.refused.append(&mut outcome.refused);
    }

    pub(super) fn done(self) -> Reading {
        self.reading
    }

    fn push(&mut self, draft: Draft) {
        let at = self.reading.drafts.len();
        self.index(&draft, at);
        self.said.push(vec![draft.clone()]);
        self.reading.drafts.push(draft);
    }

    fn index(&mut self, draft: &Draft, at: usize) {
        if let Some(id) = &draft.external_id {
            self.by_id.insert(id.clone(), at);
        }
        if let Some(email) = &draft.email {
            self.by_email.insert(email.clone(), at);
        }
    }

    /// Where the person of `draft` stands already; an error where number, address and name contradict an earlier row.
    fn same_person(&self, draft: &Draft) -> Result<Option<usize>, (Field, Reason)> {
        let by_id = draft.external_id.as_ref().and_then(|id| self.by_id.get(id)).copied();
        let by_email = draft.email.as_ref().and_then(|email| self.by_email.get(email)).copied();
        let Some(at) = by_id.or(by_email) else { return Ok(None) };
        let earlier = &self.reading.drafts[at];
        let row = earlier.row;
        let differ = |one: &Option<String>, other: &Option<String>| matches!((one, other), (Some(a), Some(b)) if fold(a) != fold(b));
        match (by_id, by_email) {
            (Some(_), Some(other)) if other != at => {
                let row = self.reading.drafts[other].row;
                Err((Field::Email, Reason::AddressOfRow { row }))
            }
            (Some(_), _)
                if draft.email.is_some() && earlier.email.is_some() && draft.email != earlier.email =>
            {
                Err((Field::ExternalId, Reason::NumberOfRow { row }))
            }
            (Some(_), _) if differ(&draft.name, &earlier.name) => {
                Err((Field::ExternalId, Reason::NumberOfRow { row }))
            }
            (None, _) if draft.external_id.is_some() && earlier.external_id.is_some() => {
                Err((Field::Email, Reason::AddressOfRow { row }))
            }
            (None, _) if differ(&draft.name, &earlier.name) => {
                Err((Field::Email, Reason::AddressOfRow { row }))
            }
            _ => Ok(Some(at)),
        }
    }

    /// Another row of the same person: a further role is added; the same role is refused unless it says the same.
    fn join(&mut self, at: usize, draft: Draft, columns: &Columns, outcome: &mut Outcome) {
        let row = self.reading.drafts[at].row;
        let field = if draft.email.is_some() { Field::Email } else { Field::ExternalId };
        if self.said[at].iter().any(|said| Draft { row: draft.row, ..said.clone() } == draft) {
            self.reading.repeated += 1;
            outcome.notes = vec![remark(&draft, columns, field, Reason::Repeated { row })];
            return;
        }
        let roles = self.reading.drafts[at].roles.clone();
        if draft.roles.iter().any(|role| roles.contains(role)) {
            outcome.refuse(&draft, columns, field, Reason::Twice { row });
            return;
        }
        self.index(&draft, at);
        self.said[at].push(draft.clone());
        self.reading.drafts[at].take_in(draft);
    }
}

impl Outcome {
    fn refuse(&mut self, draft: &Draft, columns: &Columns, field: Field, reason: Reason) {
        self.refused.push(remark(draft, columns, field, reason));
    }
}

fn remark(draft: &Draft, columns: &Columns, field: Field, reason: Reason) -> Remark {
    let value = if field == Field::Email { &draft.email } else { &draft.external_id };
    Remark::new(draft.row, columns.heading_of(field), field, value.as_deref().unwrap_or_default(), reason)
}

impl Draft {
    /// Adds what a further row of the same person says and this one does not.
    fn take_in(&mut self, other: Self) {
        let fill = |mine: &mut Option<String>, theirs: Option<String>| *mine = mine.take().or(theirs);
        fill(&mut self.name, other.name);
        fill(&mut self.email, other.email);
        fill(&mut self.external_id, other.external_id);
        fill(&mut self.team, other.team);
        fill(&mut self.manager, other.manager);
        fill(&mut self.location, other.location);
        fill_profile(&mut self.profile, &other.profile, false);
        self.roles.extend(other.roles);
        self.roles.sort();
    }
}

/// Fills the empty fields of `profile` (all that `said` says, where `overwrite`), and returns which have changed.
pub(in crate::import) fn fill_profile(profile: &mut Profile, said: &Profile, overwrite: bool) -> Vec<Field> {
    let mut changed = Vec::new();
    macro_rules! fill {
        ($($field:ident, $name:ident, $empty:expr;)*) => {$(
            let empty: fn(&_) -> bool = $empty;
            if !empty(&said.$name) && (overwrite || empty(&profile.$name)) && profile.$name != said.$name {
                profile.$name.clone_from(&said.$name);
                changed.push(Field::$field);
            }
        )*};
    }
    fill! {
        Job, job, String::is_empty;
        Pronouns, pronouns, String::is_empty;
        Seniority, seniority, Option::is_none;
        Experience, experience_years, Option::is_none;
        SkillsOffered, skills_offered, Vec::is_empty;
        SkillsWanted, skills_wanted, Vec::is_empty;
        Goals, goals, Vec::is_empty;
        Interests, interests, Vec::is_empty;
        Languages, languages, Vec::is_empty;
        TimeZone, time_zone, String::is_empty;
        Availability, availability, String::is_empty;
        Meeting, meeting, Option::is_none;
        Style, style, Option::is_none;
        Capacity, capacity, Option::is_none;
        Biography, biography, String::is_empty;
    }
    changed
}
