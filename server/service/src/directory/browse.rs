//! Mentors as mentees find them, with how well each would fit.

use crate::choice;
use crate::entity::{mentorship, mentorship_member, participation, person, profile, proposal};
use crate::error::Result;
use crate::matter::Matters;
use crate::subject::{Zones, subject};
use crate::tie::Ties;
use crate::{Context, Error, Programme};
use domain::criteria::{Criteria, Fit, Outcome, Scorer, Subject, sentences_before};
use domain::directory::{Audience, Card, DirectoryPage, Filter, Match, MentorPage, Seen, browse};
use domain::person::PersonLine;
use domain::proposal::ProposalState;
use domain::{ParticipationId, PersonId, Role};
use sea_orm::sea_query::SelectStatement;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect, QueryTrait};
use std::collections::{BTreeSet, HashMap};
use uuid::Uuid;

/// One page of the mentors of a programme, for its participants and coordinators.
///
/// # Errors
/// [`Error::NotFound`] for everybody else, sponsors and organisation admins among them.
pub async fn load_directory(cx: &Context, slug: &str, filter: Filter) -> Result<DirectoryPage> {
    let programme = scope(cx, slug).await?;
    let mentors = mentors(cx, &programme).await?;
    let me = asking_mentee(cx, &programme).await?;
    let cards = cards(&programme, mentors, me.clone());
    Ok(DirectoryPage {
        name: programme.name().to_owned(),
        slug: programme.slug().to_owned(),
        fitted: me.is_some(),
        wishes: match &me {
            Some(me) => Some(choice::named_wishes(cx.read(), programme.id, me.person).await?),
            None => None,
        },
        browsed: browse(cards, &filter),
        filter,
    })
}

/// One mentor's profile with what the asker may see of it.
///
/// # Errors
/// As [`load_directory`]; [`Error::NotFound`] also for who is no approved mentor here.
pub async fn load_mentor(cx: &Context, slug: &str, id: ParticipationId) -> Result<MentorPage> {
    let programme = scope(cx, slug).await?;
    let mentors: Vec<Mentor> =
        mentors(cx, &programme).await?.into_iter().filter(|mentor| mentor.id == id).collect();
    let found = mentors.first().ok_or(Error::NotFound)?;
    let reader = reader(cx, &programme, found.subject.person).await?;
    let seen = Seen::by(reader, &found.subject.employment, &found.subject.profile);
    let me = asking_mentee(cx, &programme).await?;
    let own = cx.signed_in().is_some_and(|actor| actor.person == found.subject.person);
    let choice = match &me {
        Some(me) if !own => {
            Some(choice::choice_about(cx.read(), programme.id, me.person, found.subject.person).await?)
        }
        _ => None,
    };
    let card = cards(&programme, mentors, me).pop().ok_or(Error::NotFound)?;
    let (name, slug) = (programme.name().to_owned(), programme.slug().to_owned());
    Ok(MentorPage { name, slug, card, seen, own, choice })
}

/// A programme whose people the asker may look at.
async fn scope(cx: &Context, slug: &str) -> Result<Programme> {
    let programme = cx.programme(slug).await?;
    let actor = cx.actor()?;
    let sees = actor.coordinates(programme.id) || actor.takes_part(programme.id);
    if sees { Ok(programme) } else { Err(Error::NotFound) }
}

/// What the asker is to `mentor`.
async fn reader(cx: &Context, programme: &Programme, mentor: PersonId) -> Result<Audience> {
    let actor = cx.actor()?;
    if actor.person == mentor {
        return Ok(Audience::Oneself);
    }
    if actor.coordinates(programme.id) {
        return Ok(Audience::Coordinators);
    }
    let together = mentorship_member::Entity::find()
        .filter(mentorship_member::Column::PersonId.eq(actor.person.0))
        .filter(mentorship_member::Column::MentorshipId.in_subquery(of_person(mentor)))
        .one(cx.read())
        .await?;
    Ok(if together.is_some() { Audience::Match } else { Audience::Participants })
}

fn of_person(person: PersonId) -> SelectStatement {
    mentorship_member::Entity::find()
        .select_only()
        .column(mentorship_member::Column::MentorshipId)
        .filter(mentorship_member::Column::PersonId.eq(person.0))
        .into_query()
}

/// An approved mentor with the places that are taken.
struct Mentor {
    id: ParticipationId,
    name: String,
    capacity: Option<i64>,
    taken: u32,
    subject: Subject,
}

async fn mentors(cx: &Context, programme: &Programme) -> Result<Vec<Mentor>> {
    let db = cx.read();
    let here = Condition::all()
        .add(participation::Column::ProgrammeId.eq(programme.id.0))
        .add(participation::Column::Role.eq(Role::Mentor.as_str()))
        .add(participation::Column::State.eq("approved"));
    let found = participation::Entity::find().filter(here.clone()).all(db).await?;
    let people = || {
        participation::Entity::find()
            .select_only()
            .column(participation::Column::PersonId)
            .filter(here.clone())
            .into_query()
    };
    let persons = person::Entity::find().filter(person::Column::Id.in_subquery(people())).all(db).await?;
    let profiles =
        profile::Entity::find().filter(profile::Column::PersonId.in_subquery(people())).all(db).await?;
    let persons: HashMap<Uuid, person::Model> = persons.into_iter().map(|row| (row.id, row)).collect();
    let profiles: HashMap<Uuid, profile::Model> =
        profiles.into_iter().map(|row| (row.person_id, row)).collect();
    let taken = taken(cx, programme).await?;
    let ties = Ties::load(db, programme.id.0).await?;
    let mut zones = Zones::at(cx.now());
    let mentor = |row: participation::Model| {
        let person = persons.get(&row.person_id)?;
        let mut subject = subject(person, profiles.get(&row.person_id), &mut zones);
        ties.tell(&mut subject);
        Some(Mentor {
            id: ParticipationId(row.id),
            name: person.name.clone(),
            capacity: row.capacity,
            taken: taken.get(&row.person_id).copied().unwrap_or_default(),
            subject,
        })
    };
    Ok(found.into_iter().filter_map(mentor).collect())
}

/// Mentees that each mentor has at work, and those whose proposal waits.
async fn taken(cx: &Context, programme: &Programme) -> Result<HashMap<Uuid, u32>> {
    let db = cx.read();
    let at_work = mentorship::Entity::find()
        .select_only()
        .column(mentorship::Column::Id)
        .filter(mentorship::Column::ProgrammeId.eq(programme.id.0))
        .filter(mentorship::Column::ClosedAt.is_null())
        .into_query();
    let members = mentorship_member::Entity::find()
        .filter(mentorship_member::Column::MentorshipId.in_subquery(at_work))
        .all(db)
        .await?;
    let mut mentees: HashMap<Uuid, u32> = HashMap::new();
    for member in members.iter().filter(|member| member.role == Role::Mentee.as_str()) {
        *mentees.entry(member.mentorship_id).or_default() += 1;
    }
    let mut taken: HashMap<Uuid, u32> = HashMap::new();
    for member in members.iter().filter(|member| member.role == Role::Mentor.as_str()) {
        *taken.entry(member.person_id).or_default() +=
            mentees.get(&member.mentorship_id).copied().unwrap_or(1);
    }
    let waiting = proposal::Entity::find()
        .filter(proposal::Column::ProgrammeId.eq(programme.id.0))
        .filter(proposal::Column::State.eq(ProposalState::Waiting.as_str()))
        .all(db)
        .await?;
    let sides: Vec<Uuid> = waiting.iter().map(|row| row.mentor_id).collect();
    let people: HashMap<Uuid, Uuid> = participation::Entity::find()
        .filter(participation::Column::Id.is_in(sides))
        .all(db)
        .await?
        .into_iter()
        .map(|row| (row.id, row.person_id))
        .collect();
    for person in waiting.iter().filter_map(|row| people.get(&row.mentor_id)) {
        *taken.entry(*person).or_default() += 1;
    }
    Ok(taken)
}

/// The asker with their answers, where they are a mentee here.
async fn asking_mentee(cx: &Context, programme: &Programme) -> Result<Option<Subject>> {
    let actor = cx.actor()?;
    if !programme.has(actor, Role::Mentee) {
        return Ok(None);
    }
    let person = person::Entity::find_by_id(actor.person.0).one(cx.read()).await?.ok_or(Error::NotFound)?;
    let profile = profile::Entity::find_by_id(actor.person.0).one(cx.read()).await?;
    let mut subject = subject(&person, profile.as_ref(), &mut Zones::at(cx.now()));
    Ties::load(cx.read(), programme.id.0).await?.tell(&mut subject);
    // Their own alone: what mentors have chosen, or declined for, is not for them, nor from whom they would rather be apart for
    // this page.
    subject.wishes = choice::wishes(cx.read(), programme.id, actor.person).await?;
    let own = BTreeSet::from([actor.person.0]);
    Matters::load(cx.read(), programme.id.0, Some(&own)).await?.tell(&mut subject);
    Ok(Some(subject))
}

fn cards(programme: &Programme, mentors: Vec<Mentor>, mentee: Option<Subject>) -> Vec<Card> {
    let row = &programme.row;
    let mut cards: Vec<Card> = mentors
        .iter()
        .map(|mentor| {
            let profile = &mentor.subject.profile;
            let offered = mentor.capacity.or(profile.capacity.map(i64::from)).unwrap_or(row.default_capacity);
            let places = u32::try_from(offered.min(row.most_mentees)).unwrap_or_default();
            let employment = &mentor.subject.employment;
            let line = PersonLine::new(mentor.subject.person, &mentor.name, &profile.job, &employment.team);
            Card::new(mentor.id, line, employment, profile, places, places.saturating_sub(mentor.taken))
        })
        .collect();
    let Some(mentee) = mentee else { return cards };
    let criteria: Criteria = serde_json::from_value(row.criteria.clone()).unwrap_or_default();
    let (mentees, subjects) =
        (vec![mentee], mentors.into_iter().map(|mentor| mentor.subject).collect::<Vec<_>>());
    let scorer = Scorer::new(&criteria, mentees, subjects);
    for (at, card) in cards.iter_mut().enumerate() {
        card.fit = Some(match scorer.fit(0, at) {
            Outcome::Allowed(fit) => seen_fit(fit),
            Outcome::Forbidden(rule) => Match::Cannot { why: rule.sentence().to_owned() },
        });
    }
    cards
}

/// A fit as the mentee may read it.
fn seen_fit(fit: Fit) -> Match {
    let percent = u8::try_from((fit.score / 10_000).clamp(0, 100)).unwrap_or_default();
    Match::Fits { percent, reasons: sentences_before(Role::Mentee, fit.reasons) }
}
