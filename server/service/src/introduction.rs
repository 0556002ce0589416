//! Introductions: a coordinator lets a mentee and a mentor meet before anything is proposed to them.
//!
//! They are made on a board and known on every board of the programme. The two are told by mail, and nothing else is asked
//! of them: what they think afterwards they say as ever, in [`crate::choice`].

use crate::account::{address_of, issue};
use crate::actor::offset_minutes;
use crate::board::{Base, People, about_pair, criteria, plan_row, reasons, telling_command, who};
use crate::choice::FEW;
use crate::entity::{introduction, participation, person};
use crate::error::Result;
use crate::proposal::{named, recipient, without_password};
use crate::{Change, Context, Error, Opened, mail};
use domain::account::Purpose;
use domain::board::{BoardAnswer, Names, Pair};
use domain::choice::Named;
use domain::introduction::{decide, why};
use domain::mail::{Introduction, Letter};
use domain::stream::{Aggregate, Version};
use domain::text::introduction as words;
use domain::{CommandId, Instant, MatchPlanId, ParticipationId, PersonId, Role};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait, Set, SqlErr,
};
use std::collections::{BTreeSet, HashMap};
use uuid::Uuid;

/// Introduces a mentee and a mentor to each other: both get a mail. For coordinators.
///
/// # Errors
/// The board's refusals, said with names: a rule forbids the pair, one of the two has left, the mentee is proposed or at
/// work, or they were introduced before.
pub async fn introduce(
    cx: &Context,
    slug: &str,
    plan: MatchPlanId,
    mentee: ParticipationId,
    mentor: ParticipationId,
    command: CommandId,
) -> Result<BoardAnswer> {
    let programme = telling_command(cx, slug).await?;
    plan_row(cx.read(), &programme, plan).await?;
    let pair = Pair { mentee, mentor };
    // On the plan, whose followers hear of it; the programme's other boards show it when they are read next.
    let mut change = match cx.change::<Vec<ParticipationId>>(Aggregate::MatchPlan(plan), command).await? {
        Opened::Repeated(untold) => {
            let base = Base::load(cx.read(), &programme, plan).await?;
            return about_pair(cx.read(), cx, &base, pair, |people| said(people, pair, &untold)).await;
        }
        Opened::New(change) => change,
    };
    let base = Base::load(change.tx(), &programme, plan).await?;
    let people = People::load(change.tx(), &base, Some(&[mentee, mentor].into()), change.now).await?;
    let before = introduction::Entity::find_by_id((mentee.0, mentor.0)).one(change.tx()).await?;
    let before = before.map(|row| {
        let at = Instant(row.at);
        at.date(offset_minutes(&base.programme.time_zone, at).unwrap_or(0))
    });
    let made = decide(&base.board, (mentee, mentor), before, &people)
        .map_err(|refusal| named(refusal.into(), &people))?;
    let row = introduction::ActiveModel {
        mentee_id: Set(mentee.0),
        mentor_id: Set(mentor.0),
        programme_id: Set(base.programme.id),
        at: Set(change.now.0),
        by: Set(who(cx).map(|by| by.0)),
    };
    introduction::Entity::insert(row).exec_without_returning(change.tx()).await.map_err(taken)?;
    change.record(&made)?;
    let untold = tell(&mut change, &base, &people, pair).await?;
    let answer = about_pair(change.tx(), cx, &base, pair, |people| said(people, pair, &untold)).await?;
    change.show(serde_json::to_value(&answer.rows)?);
    change.commit(untold).await?;
    Ok(BoardAnswer { version: Version(base.plan.version + 1), ..answer })
}

/// On two boards at the same moment, one of them is first.
fn taken(error: DbErr) -> Error {
    match error.sql_err() {
        Some(SqlErr::UniqueConstraintViolation(_)) => Error::Stale,
        _ => error.into(),
    }
}

/// What has happened, and whom the coordinator has to tell.
fn said(people: &People, pair: Pair, untold: &[ParticipationId]) -> String {
    let (mentee, mentor) = (people.line(pair.mentee).name, people.line(pair.mentor).name);
    let untold: Vec<String> = untold.iter().filter_map(|id| people.participant(*id)).collect();
    match untold.as_slice() {
        [] => words::said(mentee, mentor),
        [one] => words::said_untold(mentee, mentor, one),
        [one, other, ..] => words::said_untold(mentee, mentor, words::both(one, other)),
    }
}

/// Writes to both. Answers who has no address.
async fn tell(change: &mut Change, base: &Base, people: &People, pair: Pair) -> Result<Vec<ParticipationId>> {
    let Pair { mentee, mentor } = pair;
    let cx = change.cx().clone();
    let by = cx.actor()?.name.clone();
    let persons = [people.line(mentee).id, people.line(mentor).id];
    let strangers = without_password(change.tx(), persons.iter()).await?;
    let mut untold = vec![];
    let criteria = criteria(&base.programme);
    for (me, other, reader) in [(mentee, mentor, Role::Mentee), (mentor, mentee, Role::Mentor)] {
        let Some(to) = recipient(people, me) else {
            untold.push(me);
            continue;
        };
        let person = people.line(me).id;
        // As a participant may read them: what counts double for the other is not told by their order.
        let reasons = reasons(people, mentee, mentor).into_iter();
        let reasons: Vec<_> = reasons.filter_map(|one| one.for_participants(&criteria)).collect();
        let joins = strangers.contains(&person);
        let page = match reader {
            _ if joins => issue(change, person, Purpose::Invitation).await?,
            // The mentor's page, with the wish; or one's own profile, with whom one would rather be apart from.
            Role::Mentee => format!("/programmes/{}/mentors/{mentor}", base.programme.slug),
            _ => "/profile".to_owned(),
        };
        let line = people.line(other);
        let what = Introduction {
            programme: base.programme.name.clone(),
            by: by.clone(),
            reader,
            other: line.name,
            does: line.does,
            reasons: why(reader, reasons),
            address: recipient(people, other).map(|other| other.address),
            joins,
        };
        let link = address_of(&cx, &page);
        mail::queue(change, &to, &Letter::Introduction { what, link }).await?;
    }
    Ok(untold)
}

/// The mentors to whom the mentees of a programme were introduced, and when, the last one first; of everybody or of `only`
/// those.
pub(crate) async fn introductions(
    db: &impl ConnectionTrait,
    programme: Uuid,
    only: Option<&BTreeSet<ParticipationId>>,
) -> Result<HashMap<ParticipationId, Vec<(ParticipationId, Instant)>>> {
    let mut query = introduction::Entity::find()
        .filter(introduction::Column::ProgrammeId.eq(programme))
        .order_by_desc(introduction::Column::At)
        .order_by_asc(introduction::Column::MentorId);
    if let Some(few) = only.filter(|only| only.len() <= FEW) {
        query = query.filter(introduction::Column::MenteeId.is_in(few.iter().map(|id| id.0)));
    }
    let mut all: HashMap<_, Vec<_>> = HashMap::new();
    for row in query.all(db).await? {
        let met = (ParticipationId(row.mentor_id), Instant(row.at));
        all.entry(ParticipationId(row.mentee_id)).or_default().push(met);
    }
    Ok(all)
}

/// Whom somebody was introduced to in a programme, in the order of their names.
pub(crate) async fn met(db: &impl ConnectionTrait, me: PersonId, programme: Uuid) -> Result<Vec<Named>> {
    let mine = participation::Entity::find()
        .select_only()
        .column(participation::Column::Id)
        .filter(participation::Column::PersonId.eq(me.0))
        .filter(participation::Column::ProgrammeId.eq(programme))
        .into_query();
    let mine = Condition::any()
        .add(introduction::Column::MenteeId.in_subquery(mine.clone()))
        .add(introduction::Column::MentorId.in_subquery(mine));
    let rows = introduction::Entity::find().filter(mine).all(db).await?;
    let sides: BTreeSet<Uuid> = rows.iter().flat_map(|row| [row.mentee_id, row.mentor_id]).collect();
    let others = participation::Entity::find()
        .select_only()
        .column(participation::Column::PersonId)
        .filter(participation::Column::Id.is_in(sides))
        .filter(participation::Column::PersonId.ne(me.0))
        .into_query();
    let people = person::Entity::find()
        .select_only()
        .columns([person::Column::Id, person::Column::Name])
        .filter(person::Column::Id.in_subquery(others))
        .order_by_asc(person::Column::Name)
        .into_tuple::<(Uuid, String)>()
        .all(db)
        .await?;
    Ok(people.into_iter().map(|(id, name)| Named { id: PersonId(id), name }).collect())
}
