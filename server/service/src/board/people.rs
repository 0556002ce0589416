//! Reads what the criteria compare, for everybody of a programme or for a few.

use super::base::Base;
use crate::choice::Choices;
use crate::entity::{person, profile, programme};
use crate::error::Result;
use crate::fairness::Backgrounds;
use crate::introduction::introductions;
use crate::matter::Matters;
use crate::subject::{Zones, subject};
use crate::tie::Ties;
use domain::board::{Excepted, Exceptions, Fits, Names, Traits};
use domain::criteria::{Criteria, Outcome, Rule, Scorer, Subject};
use domain::person::{Meeting, PersonLine};
use domain::{Instant, ParticipationId, PersonId, Role};
use futures::try_join;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use std::collections::{BTreeSet, HashMap};
use std::num::NonZero;
use std::sync::mpsc::{SyncSender, sync_channel};
use uuid::Uuid;

/// People of a board with their answers, prepared for comparing as the plan's exceptions want it.
pub(crate) struct People {
    answers: Answers,
    exceptions: Exceptions,
    known: HashMap<ParticipationId, Known>,
}

/// The answers alone, by the programme's rules.
struct Answers {
    scorer: Scorer,
    mentees: HashMap<ParticipationId, usize>,
    mentors: HashMap<ParticipationId, usize>,
}

/// What lists show of one person.
pub(crate) struct Known {
    pub(crate) line: PersonLine,
    /// What a mentee looks for, or a mentor offers, in a few words.
    pub(crate) gist: String,
    /// What the board is filtered by.
    pub(crate) traits: Traits,
    /// The mentors whom a mentee wishes for, the best first.
    pub(crate) wishes: Vec<ParticipationId>,
    /// The mentors to whom a mentee was introduced, and when, the last one first.
    pub(crate) introduced: Vec<(ParticipationId, Instant)>,
    pub(crate) email: Option<String>,
    pub(crate) biography: String,
}

/// So many skills and goals stand on a card.
const GIST: usize = 3;
/// No more ids than this in one query.
const CHUNK: usize = 1000;
/// So many pairs are worth a thread of their own.
const PAIRS: usize = 100_000;
/// So many rows of fits may wait to be taken.
const AHEAD: usize = 16;

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
        let programme = base.programme.id;
        let chosen = Choices::load(db, programme, only.map(|_| &ids));
        let matters = Matters::load(db, programme, only.map(|_| &ids));
        let backgrounds = Backgrounds::load(db, &base.programme, only.map(|_| &ids));
        let met = introductions(db, programme, only);
        let ((people, profiles), ties, choices, matters, backgrounds, mut introduced) =
            try_join!(rows(db, &ids), Ties::load(db, programme), chosen, matters, backgrounds, met)?;
        let mut zones = Zones::at(now);
        let mut known_by_id = HashMap::new();
        let (mut mentee_at, mut mentor_at) = (HashMap::new(), HashMap::new());
        let (mut mentees, mut mentors) = (vec![], vec![]);
        for (id, person, role) in wanted {
            let Some(row) = people.get(&person.0) else { continue };
            let mut subject = subject(row, profiles.get(&person.0), &mut zones);
            ties.tell(&mut subject);
            choices.tell(&mut subject, role);
            matters.tell(&mut subject);
            backgrounds.tell(&mut subject);
            let wishes = choices.wishes_of(person).iter().map(|(_, mentor)| *mentor).collect();
            let introduced = introduced.remove(&id).unwrap_or_default();
            known_by_id.insert(id, Known { wishes, introduced, ..known(row, &subject, role) });
            let (list, at) = if role == Role::Mentor {
                (&mut mentors, &mut mentor_at)
            } else {
                (&mut mentees, &mut mentee_at)
            };
            at.insert(id, list.len());
            list.push(subject);
        }
        let scorer = Scorer::new(&criteria(&base.programme), mentees, mentors);
        Ok(Self {
            answers: Answers { scorer, mentees: mentee_at, mentors: mentor_at },
            exceptions: base.exceptions.clone(),
            known: known_by_id,
        })
    }

    /// The fit of two with its reasons; none where one of them was not read.
    pub(crate) fn outcome(&self, mentee: ParticipationId, mentor: ParticipationId) -> Option<Outcome> {
        let Answers { scorer, mentees, mentors } = &self.answers;
        let relaxed = match self.exceptions.rule(mentee, mentor) {
            Some(Rule::Criterion(kind)) => Some(kind),
            _ => None,
        };
        Some(scorer.fit_without(*mentees.get(&mentee)?, *mentors.get(&mentor)?, relaxed))
    }

    /// The fits of the same people as another plan's exceptions want it.
    pub(crate) fn under<'a>(&'a self, exceptions: &'a Exceptions) -> impl Fits + 'a {
        Excepted { fits: &self.answers, exceptions }
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
    fn fit(&self, mentee: ParticipationId, mentor: ParticipationId) -> Result<i64, Rule> {
        self.under(&self.exceptions).fit(mentee, mentor)
    }

    fn fit_without(&self, mentee: ParticipationId, mentor: ParticipationId, rule: Rule) -> Result<i64, Rule> {
        self.under(&self.exceptions).fit_without(mentee, mentor, rule)
    }

    fn fits(
        &self,
        mentees: &[ParticipationId],
        mentors: &[ParticipationId],
        each: &mut dyn FnMut(usize, usize, Result<i64, Rule>),
    ) {
        self.under(&self.exceptions).fits(mentees, mentors, each);
    }
}

impl Fits for Answers {
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
        let mentors: Vec<Option<usize>> = mentors.iter().map(|id| self.mentors.get(id).copied()).collect();
        // Half of a run of the engine: on all cores, where there are enough pairs to be worth a thread.
        let cores = std::thread::available_parallelism().map_or(1, NonZero::get);
        let threads = cores.min(1 + mentees.len() * mentors.len() / PAIRS);
        let score = &|first: usize, scored: SyncSender<Vec<Result<i64, Rule>>>| {
            let mut rows = self.scorer.rows();
            for mentee in mentees.iter().skip(first).step_by(threads) {
                let row = self.mentees.get(mentee).map(|mentee| rows.of(*mentee));
                let fit = |mentor: &Option<usize>| row?.get((*mentor)?).copied();
                let fits = mentors.iter().map(|mentor| fit(mentor).unwrap_or(Err(Rule::Oneself)));
                if scored.send(fits.collect()).is_err() {
                    break;
                }
            }
        };
        std::thread::scope(|scope| {
            let part = |first: usize| {
                let (sender, receiver) = sync_channel(AHEAD);
                scope.spawn(move || score(first, sender));
                receiver
            };
            let parts: Vec<_> = (0..threads).map(part).collect();
            // Each thread scores every so-manieth row, so that they come in order.
            for (at, part) in (0..mentees.len()).zip(parts.iter().cycle()) {
                for (to, fit) in part.recv().into_iter().flatten().enumerate() {
                    each(at, to, fit);
                }
            }
        });
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
    ids: &BTreeSet<Uuid>,
) -> Result<(HashMap<Uuid, person::Model>, HashMap<Uuid, profile::Model>)> {
    let (mut people, mut profiles) = (HashMap::new(), HashMap::new());
    let ids: Vec<Uuid> = ids.iter().copied().collect();
    for chunk in ids.chunks(CHUNK) {
        let some = person::Entity::find().filter(person::Column::Id.is_in(chunk.to_vec())).all(db);
        let theirs = profile::Entity::find().filter(profile::Column::PersonId.is_in(chunk.to_vec())).all(db);
        let (some, theirs) = try_join!(some, theirs)?;
        people.extend(some.into_iter().map(|row| (row.id, row)));
        profiles.extend(theirs.into_iter().map(|row| (row.person_id, row)));
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
            meets: meets(profile.meeting),
        },
        wishes: vec![],
        introduced: vec![],
        email: row.email.clone(),
        biography: profile.biography.clone(),
    }
}

/// How somebody would meet: both, where either will do.
fn meets(meeting: Option<Meeting>) -> Vec<String> {
    let all = [Meeting::Video, Meeting::InPerson];
    let would = |one: &Meeting| meeting.is_some_and(|own| own == Meeting::Either || own == *one);
    all.into_iter().filter(would).map(|one| one.as_str().to_owned()).collect()
}
