//! Whom people wish for, and from whom they would rather be apart.
//!
//! Wishes leave this file to the mentee who has them and to the board. From whom somebody would rather be apart leaves it
//! to themselves, and to the criteria, which only ever say "not possible, confidential".

use crate::actor::living;
use crate::entity::{avoidance, participation, person, programme, wish};
use crate::error::Result;
use crate::introduction::met;
use crate::{Context, Error, Opened};
use domain::choice::{self, Apart, Choice, Chosen, MOST_WISHES, Named, WHO, Wish};
use domain::criteria::Subject;
use domain::form::{Check, FieldError, Problem};
use domain::stream::Aggregate;
use domain::{CommandId, ParticipationId, PersonId, ProgrammeId, Role};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait, JoinType, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait, RelationTrait, Set, sea_query::SimpleExpr,
};
use std::collections::{BTreeSet, HashMap};
use uuid::Uuid;

/// What people of a programme have chosen, for those who compare pairs.
#[derive(PartialEq, Default)]
pub(crate) struct Choices {
    wishes: HashMap<Uuid, Vec<(PersonId, ParticipationId)>>,
    apart: HashMap<Uuid, Vec<PersonId>>,
}

/// More people than this are not named one by one in a query.
pub(crate) const FEW: usize = 500;

impl Choices {
    /// Of everybody, or of `only` those; in three queries at most.
    pub(crate) async fn load(
        db: &impl ConnectionTrait,
        programme: Uuid,
        only: Option<&BTreeSet<Uuid>>,
    ) -> Result<Self> {
        if only.is_some_and(BTreeSet::is_empty) {
            return Ok(Self::default());
        }
        let few = only.filter(|only| only.len() <= FEW);
        let among = |column: SimpleExpr| {
            let of = |few: &BTreeSet<Uuid>| Condition::all().add(column.is_in(few.iter().copied()));
            few.map_or_else(Condition::all, of)
        };
        let mut wishes: HashMap<Uuid, Vec<(PersonId, ParticipationId)>> = HashMap::new();
        for (person, mentor, id) in wished(db, among(wish::Column::PersonId.into_expr()), programme).await? {
            wishes.entry(person).or_default().push((mentor, id));
        }
        let rows = avoidance::Entity::find()
            .filter(avoidance::Column::ProgrammeId.eq(programme))
            .filter(among(avoidance::Column::PersonId.into_expr()))
            .order_by_asc(avoidance::Column::OtherId)
            .all(db)
            .await?;
        let mut apart: HashMap<Uuid, Vec<PersonId>> = HashMap::new();
        for row in rows {
            apart.entry(row.person_id).or_default().push(PersonId(row.other_id));
        }
        Ok(Self { wishes, apart })
    }

    /// Adds to the answers of one person what they have chosen. Wishes are for mentors: whoever is both mentor and mentee
    /// has not put any mentee in order.
    pub(crate) fn tell(&self, one: &mut Subject, role: Role) {
        if role == Role::Mentee {
            one.wishes = self.wishes_of(one.person).iter().map(|(person, _)| *person).collect();
        }
        one.apart = self.apart.get(&one.person.0).cloned().unwrap_or_default();
    }

    /// The mentors whom somebody wishes for, the best first.
    pub(crate) fn wishes_of(&self, person: PersonId) -> &[(PersonId, ParticipationId)] {
        self.wishes.get(&person.0).map_or(&[], Vec::as_slice)
    }
}

/// Wishes for approved mentors of a programme, by who wishes and then the best first: who wishes, and whom for. A mentor
/// who is not there any more leaves no gap.
async fn wished(
    db: &impl ConnectionTrait,
    of: impl Into<Condition>,
    programme: Uuid,
) -> Result<Vec<(Uuid, PersonId, ParticipationId)>> {
    let wishes = wish::Entity::find()
        .filter(of.into().add(wish::Column::ProgrammeId.eq(programme)))
        .order_by_asc(wish::Column::PersonId)
        .order_by_asc(wish::Column::Place);
    let rows = wishes.clone().all(db).await?;
    if rows.is_empty() {
        return Ok(vec![]);
    }
    let others = wishes.select_only().column(wish::Column::OtherId).into_query();
    let mentors: HashMap<Uuid, Uuid> = participation::Entity::find()
        .select_only()
        .columns([participation::Column::PersonId, participation::Column::Id])
        .filter(mentors_of(programme))
        .filter(participation::Column::PersonId.in_subquery(others))
        .into_tuple::<(Uuid, Uuid)>()
        .all(db)
        .await?
        .into_iter()
        .collect();
    let known = |row: wish::Model| {
        let id = mentors.get(&row.other_id)?;
        Some((row.person_id, PersonId(row.other_id), ParticipationId(*id)))
    };
    Ok(rows.into_iter().filter_map(known).collect())
}

fn mentors_of(programme: Uuid) -> Condition {
    Condition::all()
        .add(participation::Column::ProgrammeId.eq(programme))
        .add(participation::Column::Role.eq(Role::Mentor.as_str()))
        .add(participation::Column::State.eq("approved"))
}

/// Whom one mentee wishes for, the best first.
pub(crate) async fn wishes(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
    person: PersonId,
) -> Result<Vec<PersonId>> {
    let wished = wished(db, wish::Column::PersonId.eq(person.0), programme.0).await?;
    Ok(wished.into_iter().map(|(_, mentor, _)| mentor).collect())
}

/// The same with names.
pub(crate) async fn named_wishes(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
    person: PersonId,
) -> Result<Vec<Wish>> {
    let wished = wished(db, wish::Column::PersonId.eq(person.0), programme.0).await?;
    let ids = wished.iter().map(|(_, mentor, _)| mentor.0).collect::<Vec<_>>();
    let names: HashMap<Uuid, String> = person::Entity::find()
        .select_only()
        .columns([person::Column::Id, person::Column::Name])
        .filter(person::Column::Id.is_in(ids))
        .into_tuple::<(Uuid, String)>()
        .all(db)
        .await?
        .into_iter()
        .collect();
    let named = |(_, mentor, id): (Uuid, PersonId, ParticipationId)| {
        Some(Wish { mentor: id, name: names.get(&mentor.0)?.clone() })
    };
    Ok(wished.into_iter().filter_map(named).collect())
}

/// What a mentee has chosen about one mentor, and their wishes.
pub(crate) async fn choice_about(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
    mentee: PersonId,
    mentor: PersonId,
) -> Result<Choice> {
    let key = (mentee.0, programme.0, mentor.0);
    Ok(Choice {
        wishes: named_wishes(db, programme, mentee).await?,
        apart: avoidance::Entity::find_by_id(key).one(db).await?.is_some(),
    })
}

/// Puts a mentor at a place among the asker's wishes, from 1 on, or takes them off at 0; the wishes that are kept now. For
/// mentees of the programme.
///
/// # Errors
/// [`Error::NotFound`], also for who is no approved mentor here; [`Error::Invalid`] for a wish too many.
pub async fn wish_for(
    cx: &Context,
    slug: &str,
    mentor: ParticipationId,
    place: usize,
    command: CommandId,
) -> Result<Vec<Wish>> {
    let programme = cx.programme(slug).await?;
    let me = cx.actor()?;
    if !programme.has(me, Role::Mentee) {
        return Err(Error::NotFound);
    }
    let (programme, me) = (programme.id, me.person);
    let found = participation::Entity::find_by_id(mentor.0)
        .filter(mentors_of(programme.0))
        .one(cx.read())
        .await?
        .filter(|row| row.person_id != me.0)
        .ok_or(Error::NotFound)?;
    let mentor = PersonId(found.person_id);
    // On the asker, so that two tabs do not put two mentors at one place.
    let mut change = match cx.change(Aggregate::Person(me), command).await? {
        Opened::Repeated(()) => return named_wishes(cx.read(), programme, me).await,
        Opened::New(change) => change,
    };
    let mine =
        Condition::all().add(wish::Column::PersonId.eq(me.0)).add(wish::Column::ProgrammeId.eq(programme.0));
    let before = wishes(change.tx(), programme, me).await?;
    // Whoever pauses is not among these; their place waits for them, while there is one.
    let all =
        wish::Entity::find().filter(mine.clone()).order_by_asc(wish::Column::Place).all(change.tx()).await?;
    let others = all.into_iter().map(|row| PersonId(row.other_id)).filter(|one| *one != mentor);
    let paused: Vec<(usize, PersonId)> =
        others.enumerate().filter(|(_, one)| !before.contains(one)).collect();
    let mut after = choice::placed(before, mentor, place).map_err(|problem| refused("place", problem))?;
    let room = MOST_WISHES.saturating_sub(after.len());
    for (at, one) in paused.into_iter().take(room) {
        after.insert(at.min(after.len()), one);
    }
    wish::Entity::delete_many().filter(mine).exec(change.tx()).await?;
    let rows = (1..).zip(&after).map(|(place, other)| wish::ActiveModel {
        person_id: Set(me.0),
        programme_id: Set(programme.0),
        other_id: Set(other.0),
        place: Set(place),
    });
    wish::Entity::insert_many(rows).exec_without_returning(change.tx()).await?;
    if place > 0 {
        avoidance::Entity::delete_by_id((me.0, programme.0, mentor.0)).exec(change.tx()).await?;
    }
    change.record(&Chosen { programme })?;
    let kept = named_wishes(change.tx(), programme, me).await?;
    // Ranks are not kept with the command either.
    change.commit(()).await?;
    Ok(kept)
}

/// Keeps the asker apart from somebody, who is named by an address or an id, or no longer; from whom they are apart now.
/// For mentors and mentees of the programme; whoever has left it can still take back what they have said.
///
/// By an address somebody may be named who does not take part, so that nobody learns who does; an id is only known to whom
/// the directory or the asker's own list showed it.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Invalid`] where nobody is of that name, it is the asker, or it is one too many.
pub async fn keep_apart(
    cx: &Context,
    slug: &str,
    who: &str,
    apart: bool,
    command: CommandId,
) -> Result<Vec<Named>> {
    let actor = cx.actor()?;
    let (me, key) = (actor.person, programme::Column::Slug.eq(slug));
    let row = programme::Entity::find().filter(key).one(cx.read()).await?.ok_or(Error::NotFound)?;
    let programme = ProgrammeId(row.id);
    let takes_part = [Role::Mentor, Role::Mentee].iter().any(|role| actor.is(*role, programme));
    if !takes_part && (apart || apart_from(cx.read(), me, programme).await?.is_empty()) {
        return Err(Error::NotFound);
    }
    let other = named(cx.read(), who, me, programme).await?;
    let (other, typed) = match other {
        None => return Err(refused(WHO, Problem::Nobody)),
        Some((other, _)) if other == me => return Err(refused(WHO, Problem::Oneself)),
        Some(named) => named,
    };
    let mut change = match cx.change(Aggregate::Person(me), command).await? {
        Opened::Repeated(()) => return apart_from(cx.read(), me, programme).await,
        Opened::New(change) => change,
    };
    let key = (me.0, programme.0, other.0);
    avoidance::Entity::delete_by_id(key).exec(change.tx()).await?;
    if apart {
        choice::one_more_apart(apart_from(change.tx(), me, programme).await?.len())?;
        let row = avoidance::ActiveModel {
            person_id: Set(me.0),
            programme_id: Set(programme.0),
            other_id: Set(other.0),
            typed: Set(typed),
        };
        avoidance::Entity::insert(row).exec_without_returning(change.tx()).await?;
        wish::Entity::delete_by_id(key).exec(change.tx()).await?;
    }
    change.record(&Chosen { programme })?;
    let kept = apart_from(change.tx(), me, programme).await?;
    // Who it is is not kept with the command either.
    change.commit(()).await?;
    Ok(kept)
}

/// Who has this address, whether they take part or not, and the address; or who has this id, of the mentors here, of those to
/// whom `me` was introduced, and of those they have named.
async fn named(
    db: &impl ConnectionTrait,
    who: &str,
    me: PersonId,
    programme: ProgrammeId,
) -> Result<Option<(PersonId, Option<String>)>> {
    let who = who.trim();
    if let Ok(id) = who.parse::<Uuid>() {
        let mentor = participation::Column::PersonId.eq(id);
        let mentor =
            participation::Entity::find().filter(mentors_of(programme.0)).filter(mentor).one(db).await?;
        if mentor.is_some() || met(db, me, programme.0).await?.iter().any(|one| one.id.0 == id) {
            return Ok(Some((PersonId(id), None)));
        }
        let before = avoidance::Entity::find_by_id((me.0, programme.0, id)).one(db).await?;
        return Ok(before.map(|row| (PersonId(id), row.typed)));
    }
    let mut check = Check::default();
    let email = check.email(WHO, who);
    check.done(())?;
    let found = person::Entity::find()
        .filter(person::Column::Email.eq(&email))
        .filter(person::Column::ArchivedAt.is_null())
        .one(db)
        .await?;
    Ok(found.map(|row| (PersonId(row.id), Some(email))))
}

fn refused(field: &str, problem: Problem) -> Error {
    Error::Invalid(vec![FieldError { field: field.to_owned(), problem }])
}

/// From whom somebody would rather be apart in a programme, in the order of their names. Whoever was named by an address is
/// told by it: to type one is not to learn a name.
async fn apart_from(db: &impl ConnectionTrait, me: PersonId, programme: ProgrammeId) -> Result<Vec<Named>> {
    let people = avoidance::Entity::find()
        .select_only()
        .column(avoidance::Column::OtherId)
        .column(avoidance::Column::Typed)
        .column(person::Column::Name)
        .join(JoinType::InnerJoin, avoidance::Relation::Other.def())
        .filter(avoidance::Column::PersonId.eq(me.0))
        .filter(avoidance::Column::ProgrammeId.eq(programme.0))
        .into_tuple::<(Uuid, Option<String>, String)>()
        .all(db)
        .await?;
    let named = |(id, typed, name): (Uuid, Option<String>, String)| Named {
        id: PersonId(id),
        name: typed.unwrap_or(name),
    };
    let mut people: Vec<Named> = people.into_iter().map(named).collect();
    people.sort_by(|a, b| a.name.cmp(&b.name).then(a.id.cmp(&b.id)));
    Ok(people)
}

/// From whom the asker would rather be apart, in each programme that they take part in or have said so in.
pub(crate) async fn apart_of(cx: &Context) -> Result<Vec<Apart>> {
    let actor = cx.actor()?;
    let said = avoidance::Entity::find()
        .select_only()
        .column(avoidance::Column::ProgrammeId)
        .filter(avoidance::Column::PersonId.eq(actor.person.0))
        .into_tuple::<Uuid>()
        .all(cx.read())
        .await?;
    let takes_part = |role: &Role| matches!(role, Role::Mentor | Role::Mentee);
    let mine = actor.roles.iter().filter(|(_, role)| takes_part(role)).map(|(id, _)| id.0);
    let ids: BTreeSet<Uuid> = mine.chain(said).collect();
    let rows = living(cx.read(), ids).await?;
    let mut all = vec![];
    for row in rows {
        let people = apart_from(cx.read(), actor.person, ProgrammeId(row.id)).await?;
        let met = met(cx.read(), actor.person, row.id).await?;
        all.push(Apart { slug: row.slug, programme: row.name, people, met });
    }
    Ok(all)
}
