//! Match plans as files: a plan is written as CSV, and a list of pairs waits to become a plan of its own.

use super::base::Base;
use super::people::People;
use super::plan_command;
use super::plans;
use super::store::who;
use crate::entity::{match_plan, person, plan_list};
use crate::error::Result;
use crate::import::{plain_name, read_table};
use crate::{Context, Error, Opened, Programme};
use domain::board::{
    self, Beginning, Exceptions, ListProblem, ListUploaded, ListedPair, PairList, Place, PlanForm,
    PlanListView, PlanState, Refusal, Register, Who, pair_headings, percent, read_pairs,
};
use domain::import::clean;
use domain::stream::Aggregate;
use domain::text::board as words;
use domain::{CommandId, Instant, MatchPlanId, ParticipationId, PlanListId, ProgrammeId, Role};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set,
};
use serde_json::Value;
use std::collections::HashMap;
use uuid::Uuid;

/// How many lists of one programme may wait; the oldest give way.
const MOST_WAITING: u64 = 5;
/// For how long a list waits to become a plan, in days.
const WAITS: i64 = 1;
/// So many problems and pairs are shown; a file is mended in steps.
const SHOWN: usize = 200;

/// A plan as CSV, and the name of that file: everybody on its board with the mentor whom they have. What is written is
/// read again by [`upload_list`]. For coordinators.
///
/// # Errors
/// Those of every page of a plan.
pub async fn export_plan(cx: &Context, slug: &str, plan: MatchPlanId) -> Result<(String, Vec<u8>)> {
    let programme = cx.coordinated(slug).await?;
    let base = Base::load(cx.read(), &programme, plan).await?;
    let people = People::load(cx.read(), &base, None, cx.now()).await?;
    let numbers = numbers(cx.read(), &base).await?;
    let mut rows: Vec<_> = base
        .board
        .cards
        .iter()
        .map(|(mentee, card)| {
            let somebody = |id: ParticipationId| {
                let known = people.known(id);
                let person = base.participants.get(&id).map(|one| one.person.0);
                [
                    people.line(id).name,
                    known.and_then(|known| known.email.clone()).unwrap_or_default(),
                    person.and_then(|id| numbers.get(&id).cloned()).unwrap_or_default(),
                ]
            };
            let fit = card.place.mentor.and_then(|mentor| base.board.fit(*mentee, mentor, &people).ok());
            let fit = fit.map(|fit| percent(fit).to_string()).unwrap_or_default();
            let pinned = if card.place.pinned { words::list_yes() } else { "" };
            let mentor = card.place.mentor.map(somebody).unwrap_or_default();
            let mut cells = somebody(*mentee).to_vec();
            cells.extend(mentor);
            cells.extend([fit, pinned.to_owned()]);
            cells
        })
        .collect();
    rows.sort();
    let mut csv = csv::Writer::from_writer(vec![0xef, 0xbb, 0xbf]);
    csv.write_record(pair_headings()).map_err(Error::internal)?;
    for row in rows {
        csv.write_record(row.iter().map(|cell| clean::guard(cell))).map_err(Error::internal)?;
    }
    Ok((words::list_file(&base.plan.name), csv.into_inner().map_err(Error::internal)?))
}

/// The employee numbers of everybody on a board, by person.
async fn numbers(db: &impl ConnectionTrait, base: &Base) -> Result<HashMap<Uuid, String>> {
    let ids: Vec<Uuid> = base.participants.values().map(|one| one.person.0).collect();
    let mut numbers = HashMap::new();
    for chunk in ids.chunks(1000) {
        let rows = person::Entity::find()
            .select_only()
            .columns([person::Column::Id, person::Column::ExternalId])
            .filter(person::Column::Id.is_in(chunk.to_vec()))
            .filter(person::Column::ExternalId.is_not_null())
            .into_tuple::<(Uuid, String)>()
            .all(db)
            .await?;
        numbers.extend(rows);
    }
    Ok(numbers)
}

/// Takes a list of pairs; it waits to be looked at. For coordinators.
///
/// # Errors
/// [`domain::import::Refusal`] of the whole file, [`Refusal::ListWithoutPeople`], [`Refusal::ListTooLong`]; nothing is
/// kept then.
pub async fn upload_list(
    cx: &Context,
    command: CommandId,
    slug: &str,
    file_name: &str,
    bytes: Vec<u8>,
) -> Result<PlanListId> {
    let programme = plan_command(cx, slug).await?;
    let base = empty(cx.read(), &programme).await?;
    read(cx.read(), &base, bytes.clone()).await?;
    let mut change = match cx.change(Aggregate::Programme(programme.id), command).await? {
        Opened::Repeated(list) => return Ok(list),
        Opened::New(change) => change,
    };
    purge(change.tx(), change.now).await?;
    make_room(change.tx(), programme.id).await?;
    let id: PlanListId = cx.new_id();
    let row = plan_list::ActiveModel {
        id: Set(id.0),
        programme_id: Set(programme.id.0),
        person_id: Set(who(cx).map(|person| person.0)),
        file_name: Set(plain_name(file_name)),
        content: Set(bytes),
        created_at: Set(change.now.0),
    };
    row.insert(change.tx()).await?;
    change.record(&ListUploaded { list: id })?;
    change.commit(id).await
}

/// A list that waits: what would become of it, and what is wrong with it. For coordinators.
///
/// # Errors
/// [`Error::NotFound`] also where it is no longer kept.
pub async fn load_list(cx: &Context, slug: &str, list: PlanListId) -> Result<PlanListView> {
    let programme = cx.coordinated(slug).await?;
    let row = list_row(cx.read(), &programme, list).await?;
    let base = empty(cx.read(), &programme).await?;
    let pairs = read(cx.read(), &base, row.content).await?;
    let people = People::load(cx.read(), &base, None, cx.now()).await?;
    let beginning = board::begin(&base.board, &places(&pairs), &people);
    let problems = problems(&pairs, &beginning, &people);
    let name = |id| people.line(id).name;
    let placed = beginning
        .shifts
        .iter()
        .filter_map(|shift| Some((name(shift.mentee), name(shift.after.mentor?), shift.after.pinned)));
    Ok(PlanListView {
        slug: programme.slug().to_owned(),
        programme: programme.name().to_owned(),
        list,
        plan_name: row.file_name.rsplit_once('.').map_or(row.file_name.as_str(), |(stem, _)| stem).to_owned(),
        file_name: row.file_name.clone(),
        pairs: beginning.shifts.len() as u32,
        waiting: pairs.waiting,
        wrong: problems.len() as u32,
        placed: placed.take(SHOWN).collect(),
        problems: problems.into_iter().take(SHOWN).collect(),
    })
}

/// A new match plan with the pairs of a list. Rows that are not possible refuse the whole list, unless `leave` says that
/// they are to be left out. For coordinators.
///
/// # Errors
/// [`Refusal::ListHasProblems`]; [`Error::Invalid`] where the name is missing or too long; [`Error::NotFound`] where the
/// list is no longer kept.
pub async fn create_plan_from_list(
    cx: &Context,
    slug: &str,
    list: PlanListId,
    name: &str,
    leave: bool,
    command: CommandId,
) -> Result<MatchPlanId> {
    let programme = plan_command(cx, slug).await?;
    let name = plans::named(name)?;
    let change = match cx.change(Aggregate::Programme(programme.id), command).await? {
        Opened::Repeated(plan) => return Ok(plan),
        Opened::New(change) => change,
    };
    let row = list_row(change.tx(), &programme, list).await?;
    let base = empty(change.tx(), &programme).await?;
    let pairs = read(change.tx(), &base, row.content).await?;
    plan_list::Entity::delete_by_id(list.0).exec(change.tx()).await?;
    let begun =
        plans::begin(change, &programme, PlanForm::named(name), &places(&pairs), &Exceptions::default())
            .await?;
    let wrong = pairs.problems.len() + begun.left.len();
    if wrong > 0 && !leave {
        return Err(Refusal::ListHasProblems { rows: wrong }.into());
    }
    begun.change.commit(begun.plan).await
}

/// A board with everybody in the tray, as a new plan would have it.
async fn empty(db: &impl ConnectionTrait, programme: &Programme) -> Result<Base> {
    let row = match_plan::Model {
        id: Uuid::nil(),
        programme_id: programme.id.0,
        name: String::new(),
        state: PlanState::Draft.to_string(),
        author: None,
        engine: Value::Null,
        created_at: 0,
        published_at: None,
        version: 0,
        note: String::new(),
        exceptions: None,
    };
    Base::of(db, programme.row.clone(), row).await
}

/// What a file says about the people on the board of `base`.
async fn read(db: &impl ConnectionTrait, base: &Base, bytes: Vec<u8>) -> Result<PairList> {
    let table = read_table(bytes).await?;
    let roll = Roll::load(db, base).await?;
    Ok(read_pairs(&table, &roll)?)
}

/// Everybody who takes part, by what lists call them.
#[derive(Default)]
struct Roll(HashMap<(Role, String), Vec<ParticipationId>>);

impl Roll {
    async fn load(db: &impl ConnectionTrait, base: &Base) -> Result<Self> {
        let ids: Vec<Uuid> = base.participants.values().map(|one| one.person.0).collect();
        let mut people = HashMap::new();
        for chunk in ids.chunks(1000) {
            let rows =
                person::Entity::find().filter(person::Column::Id.is_in(chunk.to_vec())).all(db).await?;
            people.extend(rows.into_iter().map(|row| (row.id, row)));
        }
        let mut roll = Self::default();
        for (id, one) in &base.participants {
            let Some(person) = people.get(&one.person.0) else { continue };
            let called = [
                person.email.as_deref().unwrap_or_default(),
                person.external_id.as_deref().unwrap_or_default(),
                &person.name,
            ];
            for (kind, called) in called.into_iter().enumerate().filter(|(_, called)| !called.is_empty()) {
                roll.0.entry((one.role, key(kind, called))).or_default().push(*id);
            }
        }
        Ok(roll)
    }
}

/// An address, a number and a name that are spelled alike are not the same.
fn key(kind: usize, called: &str) -> String {
    format!("{kind}:{}", called.to_lowercase())
}

impl Register for Roll {
    fn find(&self, role: Role, who: &Who) -> Option<ParticipationId> {
        let called = [&who.email, &who.number, &who.name];
        let (kind, called) = called.into_iter().enumerate().find(|(_, called)| !called.is_empty())?;
        match self.0.get(&(role, key(kind, called)))?.as_slice() {
            [only] => Some(*only),
            _ => None,
        }
    }
}

fn places(list: &PairList) -> Vec<(ParticipationId, Place)> {
    let place = |pair: &ListedPair| (pair.mentee, Place { mentor: Some(pair.mentor), pinned: pair.pinned });
    list.pairs.iter().map(place).collect()
}

/// What is wrong with the rows of a list, in their order.
fn problems(list: &PairList, beginning: &Beginning, people: &People) -> Vec<ListProblem> {
    let mut problems = list.problems.clone();
    for (at, refusal) in &beginning.left {
        let pair = &list.pairs[*at];
        let why = match refusal {
            Refusal::NotOnBoard => {
                words::list_not_free(people.line(pair.mentee).name, people.line(pair.mentor).name)
            }
            other => other.sentence_with(people),
        };
        problems.push(ListProblem { row: pair.row, why });
    }
    problems.sort_by_key(|problem| problem.row);
    problems
}

async fn list_row(
    db: &impl ConnectionTrait,
    programme: &Programme,
    list: PlanListId,
) -> Result<plan_list::Model> {
    plan_list::Entity::find_by_id(list.0)
        .filter(plan_list::Column::ProgrammeId.eq(programme.id.0))
        .one(db)
        .await?
        .ok_or(Error::NotFound)
}

/// Deletes the oldest waiting lists of a programme, so that one more may wait.
async fn make_room(db: &impl ConnectionTrait, programme: ProgrammeId) -> Result<()> {
    let old: Vec<Uuid> = plan_list::Entity::find()
        .select_only()
        .column(plan_list::Column::Id)
        .filter(plan_list::Column::ProgrammeId.eq(programme.0))
        .order_by_desc(plan_list::Column::CreatedAt)
        .offset(MOST_WAITING - 1)
        .limit(1000)
        .into_tuple()
        .all(db)
        .await?;
    plan_list::Entity::delete_many().filter(plan_list::Column::Id.is_in(old)).exec(db).await?;
    Ok(())
}

/// Deletes lists that nobody made a plan of.
pub(crate) async fn purge(db: &impl ConnectionTrait, now: Instant) -> Result<()> {
    plan_list::Entity::delete_many()
        .filter(plan_list::Column::CreatedAt.lt(now.plus_days(-WAITS).0))
        .exec(db)
        .await?;
    Ok(())
}
