//! Reads what the criteria compare, for everybody of a programme or for a few.

use super::base::Base;
use crate::entity::{person, profile, programme};
use crate::error::Result;
use crate::subject::{Zones, subject};
use crate::tie::Ties;
use domain::board::{Fits, Names, Traits};
use domain::criteria::{Criteria, Outcome, Rule, Scorer, Subject};
use domain::person::PersonLine;
use domain::{Instant, ParticipationId, PersonId, Role};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use std::collections::{BTreeSet, HashMap};
use uuid::Uuid;

/// People of a board with their answers, prepared for comparing.
pub(crate) struct People {
    scorer: Scorer,
    mentees: HashMap<ParticipationId, usize>,
    mentors: HashMap<ParticipationId, usize>,
    known: HashMap<ParticipationId, Known>,
}

/// What lists show of one person.
pub(crate) struct Known {
    pub(crate) line: PersonLine,
    /// What a mentee looks for, or a mentor offers, in a few words.
    pub(crate) gist: String,
    /// What the board is filtered by.
    pub(crate) traits: Traits,
    pub(crate) email: Option<String>,
    pub(crate) biography: String,
}

/// So many skills and goals stand on a card.
const GIST: usize = 3;
/// No more ids than this in one query.
const CHUNK: usize = 1000;

impl People {
    /// Everybody on the board of `base`, or only those in `only`.
    pub(crate) async fn load(
        db: &impl ConnectionTrait,
        base: &Base,
        only: Option<&BTreeSet<ParticipationId>>,
        now: Instant,
    ) -> Result<Self> {
        let wanted: Vec<(ParticipationId, PersonId, Role)> = base
            .participants
            .iter()
            .filter(|(id, _)| only.is_none_or(|only| only.contains(id)))
            .map(|(id, one)| (*id, one.person, one.role))
            .collect();
        let ids: BTreeSet<Uuid> = wanted.iter().map(|(_, person, _)| person.0).collect();
        let (people, profiles) = rows(db, ids).await?;
        let ties = Ties::load(db, base.programme.id).await?;
        let mut zones = Zones::at(now);
        let mut all = Self {
            scorer: Scorer::new(&Criteria(vec![]), vec![], vec![]),
            mentees: HashMap::new(),
            mentors: HashMap::new(),
            known: HashMap::new(),
        };
        let (mut mentees, mut mentors) = (vec![], vec![]);
        for (id, person, role) in wanted {
            let Some(row) = people.get(&person.0) else { continue };
            let mut subject = subject(row, profiles.get(&person.0), &mut zones);
            ties.tell(&mut subject);
            all.known.insert(id, known(row, &subject, role));
            let (list, at) = if role == Role::Mentor {
                (&mut mentors, &mut all.mentors)
            } else {
                (&mut mentees, &mut all.mentees)
            };
            at.insert(id, list.len());
            list.push(subject);
        }
        all.scorer = Scorer::new(&criteria(&base.programme), mentees, mentors);
        Ok(all)
    }

    /// The fit of two with its reasons; none where one of them was not read.
    pub(crate) fn outcome(&self, mentee: ParticipationId, mentor: ParticipationId) -> Option<Outcome> {
        Some(self.scorer.fit(*self.mentees.get(&mentee)?, *self.mentors.get(&mentor)?))
    }

    /// What lists show of somebody.
    pub(crate) fn known(&self, id: ParticipationId) -> Option<&Known> {
        self.known.get(&id)
    }

    /// Somebody's line; an empty one where they were not read.
    pub(crate) fn line(&self, id: ParticipationId) -> PersonLine {
        self.known.get(&id).map_or_else(
            || PersonLine { id: PersonId(Uuid::nil()), name: String::new(), does: String::new() },
            |known| known.line.clone(),
        )
    }
}

impl Fits for People {
    /// Somebody who was not read fits nobody: a caller who forgets to ask for them changes nothing.
    fn fit(&self, mentee: ParticipationId, mentor: ParticipationId) -> Result<i64, Rule> {
        match (self.mentees.get(&mentee), self.mentors.get(&mentor)) {
            (Some(mentee), Some(mentor)) => self.scorer.score(*mentee, *mentor),
            _ => Err(Rule::Oneself),
        }
    }

    fn fit_without(&self, mentee: ParticipationId, mentor: ParticipationId, rule: Rule) -> Result<i64, Rule> {
        match (self.mentees.get(&mentee), self.mentors.get(&mentor), rule) {
            (Some(mentee), Some(mentor), Rule::Criterion(kind)) => {
                self.scorer.score_without(*mentee, *mentor, Some(kind))
            }
            _ => Err(rule),
        }
    }

    fn fits(
        &self,
        mentees: &[ParticipationId],
        mentors: &[ParticipationId],
        each: &mut dyn FnMut(usize, usize, Result<i64, Rule>),
    ) {
        let mut rows = self.scorer.rows();
        let mentors: Vec<Option<usize>> = mentors.iter().map(|id| self.mentors.get(id).copied()).collect();
        for (at, mentee) in mentees.iter().enumerate() {
            let row = self.mentees.get(mentee).map(|mentee| rows.of(*mentee));
            for (to, mentor) in mentors.iter().enumerate() {
                let fit = row.zip(*mentor).and_then(|(row, mentor)| row.get(mentor).copied());
                each(at, to, fit.unwrap_or(Err(Rule::Oneself)));
            }
        }
    }
}

impl Names for People {
    fn participant(&self, id: ParticipationId) -> Option<String> {
        self.known.get(&id).map(|known| known.line.name.clone())
    }

    /// Whoever only changed something is not among them.
    fn person(&self, _: PersonId) -> Option<String> {
        None
    }
}

/// The programme's criteria; the defaults where they cannot be read.
pub(crate) fn criteria(programme: &programme::Model) -> Criteria {
    serde_json::from_value(programme.criteria.clone()).unwrap_or_default()
}

async fn rows(
    db: &impl ConnectionTrait,
    ids: BTreeSet<Uuid>,
) -> Result<(HashMap<Uuid, person::Model>, HashMap<Uuid, profile::Model>)> {
    let (mut people, mut profiles) = (HashMap::new(), HashMap::new());
    let ids: Vec<Uuid> = ids.into_iter().collect();
    for chunk in ids.chunks(CHUNK) {
        let some = person::Entity::find().filter(person::Column::Id.is_in(chunk.to_vec())).all(db).await?;
        people.extend(some.into_iter().map(|row| (row.id, row)));
        let some =
            profile::Entity::find().filter(profile::Column::PersonId.is_in(chunk.to_vec())).all(db).await?;
        profiles.extend(some.into_iter().map(|row| (row.person_id, row)));
    }
    Ok((people, profiles))
}

fn known(row: &person::Model, subject: &Subject, role: Role) -> Known {
    let profile = &subject.profile;
    let skills = if role == Role::Mentor { &profile.skills_offered } else { &profile.skills_wanted };
    let goals = if role == Role::Mentor { &[][..] } else { &profile.goals };
    let gist: Vec<&str> = goals
        .iter()
        .map(String::as_str)
        .chain(skills.iter().map(|skill| skill.name.as_str()))
        .take(GIST)
        .collect();
    Known {
        line: PersonLine::new(PersonId(row.id), &row.name, &profile.job, &row.team),
        gist: gist.join(", "),
        traits: Traits {
            team: row.team.clone(),
            skills: skills.iter().map(|skill| skill.name.clone()).collect(),
            languages: profile.languages.clone(),
        },
        email: row.email.clone(),
        biography: profile.biography.clone(),
    }
}
