//! The match plans of a programme, and a new one.

use super::base::{Base, exceptions, fewest};
use super::engine::{self, Run};
use super::people::People;
use super::store::{Writer, who};
use super::{plan_command, plan_row, remedy, versions, view};
use crate::entity::{match_plan, person};
use crate::error::Result;
use crate::{Change, Context, Opened, Programme};
use domain::board::{self, Aim, Exceptions, Place, Places, PlanForm, PlanLine, PlanList, PlanState, Refusal};
use domain::form::Check;
use domain::stream::{Aggregate, Version};
use domain::{CommandId, Instant, MatchPlanId, ParticipationId, Role};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Set};
use serde_json::Value;
use std::collections::{BTreeSet, HashMap};
use uuid::Uuid;

/// The most letters in a plan's name and in its note.
pub(super) const NAME: usize = 80;
const NOTE: usize = 2000;

/// The programme's match plans. For coordinators.
///
/// # Errors
/// [`Error::SignInRequired`], [`Error::NotFound`], [`Error::Denied`].
pub async fn list_plans(cx: &Context, slug: &str) -> Result<PlanList> {
    let programme = cx.coordinated(slug).await?;
    let rows = match_plan::Entity::find()
        .filter(match_plan::Column::ProgrammeId.eq(programme.id.0))
        .order_by_desc(match_plan::Column::CreatedAt)
        .order_by_desc(match_plan::Column::Id)
        .all(cx.read())
        .await?;
    let authors: Vec<Uuid> = rows.iter().filter_map(|row| row.author).collect();
    let names: HashMap<Uuid, String> = person::Entity::find()
        .filter(person::Column::Id.is_in(authors))
        .all(cx.read())
        .await?
        .into_iter()
        .map(|row| (row.id, row.name))
        .collect();
    let mut plans = vec![];
    for row in rows {
        let base = Base::of(cx.read(), programme.row.clone(), row).await?;
        // Counts without fits need nobody's answers.
        let nobody = People::load(cx.read(), &base, Some(&BTreeSet::new()), cx.now()).await?;
        plans.push(PlanLine {
            id: base.board.plan,
            name: base.plan.name.clone(),
            note: base.plan.note.clone(),
            state: base.plan.state.parse().unwrap_or(PlanState::Draft),
            created_at: Instant(base.plan.created_at),
            published_at: base.plan.published_at.map(Instant),
            author: base.plan.author.and_then(|id| names.get(&id).cloned()),
            counts: view::counts(&base, &nobody),
            overfull: base.board.overfull().len() as u32,
        });
    }
    let (mentors, mentees) = enrolled(cx, &programme).await?;
    Ok(PlanList {
        slug: programme.slug().to_owned(),
        programme: programme.name().to_owned(),
        plans,
        mentors,
        mentees,
        fewest: fewest(&programme.row),
        now: cx.now(),
    })
}

/// How many mentors and mentees are approved.
async fn enrolled(cx: &Context, programme: &Programme) -> Result<(u32, u32)> {
    use crate::entity::participation::{Column, Entity};
    use domain::programme::ParticipationState;
    use sea_orm::PaginatorTrait;
    let count = |role: Role| {
        Entity::find()
            .filter(Column::ProgrammeId.eq(programme.id.0))
            .filter(Column::State.eq(ParticipationState::Approved.as_str()))
            .filter(Column::Role.eq(role.as_str()))
            .count(cx.read())
    };
    Ok((count(Role::Mentor).await? as u32, count(Role::Mentee).await? as u32))
}

/// A new plan, as typed.
#[derive(Clone, Debug, Default)]
pub struct NewPlan {
    pub name: String,
    pub note: String,
    /// The plan with whose pairs and exceptions it begins.
    pub from: Option<MatchPlanId>,
    /// What the engine fills it for, as [`Aim`] has it; nothing where it stays as it begins.
    pub fill: String,
}

impl NewPlan {
    /// A plan with everybody in the tray.
    pub fn named(name: &str) -> Self {
        Self { name: name.to_owned(), ..Self::default() }
    }

    /// A plan with the pairs of another.
    pub fn copy(name: &str, from: MatchPlanId) -> Self {
        Self { from: Some(from), ..Self::named(name) }
    }

    fn read(&self) -> Result<(PlanForm, Option<Aim>)> {
        let mut check = Check::default();
        let name = check.text("name", &self.name, NAME);
        let note = check.optional_text("note", &self.note.replace("\r\n", "\n"), NOTE);
        let aim = if self.fill.is_empty() { None } else { check.choice("fill", &self.fill) };
        Ok(check.done((PlanForm { name, note }, aim))?)
    }
}

/// A new match plan: with everybody in the tray, or with the pairs of another plan as far as they are still possible; and
/// filled by the engine around their pins, where that is asked for. For coordinators.
///
/// # Errors
/// [`Error::Invalid`] with the fields that are wrong; [`Error::NotFound`] where `from` is no plan of the programme;
/// [`Refusal::GroupsForTotalOnly`] where groups have a minimum to which the aim cannot keep.
pub async fn create_plan(cx: &Context, slug: &str, new: NewPlan, command: CommandId) -> Result<MatchPlanId> {
    let programme = plan_command(cx, slug).await?;
    let (called, fill) = new.read()?;
    fill.unwrap_or_default().with_groups_of(fewest(&programme.row))?;
    let (pairs, exceptions) = match new.from {
        Some(from) => {
            let row = plan_row(cx.read(), &programme, from).await?;
            (versions::pairs_now(cx.read(), from).await?, exceptions(&row))
        }
        None => (Places::new(), Exceptions::default()),
    };
    create(cx, &programme, called, pairs, &exceptions, fill, command).await
}

/// A new match plan with the pairs that plan `from` had after its change number `version`. For coordinators.
///
/// # Errors
/// As [`create_plan`]; [`Error::NotFound`] also where no change has this number.
pub async fn create_plan_from_version(
    cx: &Context,
    slug: &str,
    name: &str,
    from: MatchPlanId,
    version: Version,
    command: CommandId,
) -> Result<MatchPlanId> {
    let programme = plan_command(cx, slug).await?;
    let pairs = versions::pairs_at(cx.read(), &programme, from, version).await?;
    let exceptions = exceptions(&plan_row(cx.read(), &programme, from).await?);
    let called = PlanForm::named(named(name)?);
    create(cx, &programme, called, pairs, &exceptions, None, command).await
}

/// Sent twice, the plan that is there already is the answer, as it is by then.
async fn create(
    cx: &Context,
    programme: &Programme,
    called: PlanForm,
    pairs: Places,
    exceptions: &Exceptions,
    fill: Option<Aim>,
    command: CommandId,
) -> Result<MatchPlanId> {
    let change = match cx.change(Aggregate::Programme(programme.id), command).await? {
        Opened::Repeated(plan) => return Ok(plan),
        Opened::New(change) => change,
    };
    let pairs: Vec<_> = pairs.into_iter().collect();
    let begun = begin(change, programme, called, &pairs, exceptions).await?;
    let plan = begun.change.commit(begun.plan).await?;
    if let Some(aim) = fill {
        engine::run(cx, programme.slug(), plan, Run { aim, ..Run::default() }, None, cx.new_id()).await?;
    }
    Ok(plan)
}

/// What a plan is called.
pub(super) fn named(name: &str) -> Result<String> {
    let mut check = Check::default();
    let name = check.text("name", name, NAME);
    Ok(check.done(name)?)
}

/// A plan that has been begun, and the pairs that it could not take over.
pub(super) struct Begun {
    pub(super) change: Box<Change>,
    pub(super) plan: MatchPlanId,
    pub(super) left: Vec<(usize, Refusal)>,
}

/// Stores a new plan with `pairs` and `exceptions`. Who has left, is proposed or at work by now, or whom a rule forbids stays in the tray.
pub(super) async fn begin(
    mut change: Box<Change>,
    programme: &Programme,
    called: PlanForm,
    pairs: &[(ParticipationId, Place)],
    exceptions: &Exceptions,
) -> Result<Begun> {
    let plan: MatchPlanId = change.cx().new_id();
    let row = match_plan::ActiveModel {
        id: Set(plan.0),
        programme_id: Set(programme.id.0),
        name: Set(called.name),
        state: Set(PlanState::Draft.as_str().to_owned()),
        author: Set(who(change.cx()).map(|person| person.0)),
        engine: Set(Value::Null),
        created_at: Set(change.now.0),
        published_at: Set(None),
        version: Set(0),
        note: Set(called.note),
        exceptions: Set(remedy::stored(exceptions)?),
    };
    let row = row.insert(change.tx()).await?;
    change.record(&board::PlanCreated { plan })?;
    if pairs.is_empty() {
        return Ok(Begun { change, plan, left: vec![] });
    }
    let mut base = Base::of(change.tx(), programme.row.clone(), row).await?;
    let people = People::load(change.tx(), &base, None, change.now).await?;
    let beginning = board::begin(&base.board, pairs, &people);
    let mut writer = Writer::new(change, plan).await?;
    writer.begin(&mut base, &people, beginning.shifts).await?;
    Ok(Begun { change: writer.change, plan, left: beginning.left })
}

/// Gives a plan another name or note, where nobody else has since the form was filled with `was`. For coordinators.
///
/// # Errors
/// [`Error::Invalid`] with the fields that are wrong; [`Refusal::DescribedMeanwhile`].
pub async fn describe_plan(
    cx: &Context,
    slug: &str,
    plan: MatchPlanId,
    form: PlanForm,
    was: PlanForm,
    command: CommandId,
) -> Result<()> {
    let programme = cx.coordinated(slug).await?;
    plan_row(cx.read(), &programme, plan).await?;
    let mut check = Check::default();
    let name = check.text("form[name]", &form.name, NAME);
    let note = check.optional_text("form[note]", &form.note, NOTE);
    let (name, note) = check.done((name, note))?;
    let mut change = match cx.change(Aggregate::MatchPlan(plan), command).await? {
        Opened::Repeated(()) => return Ok(()),
        Opened::New(change) => change,
    };
    let row = plan_row(change.tx(), &programme, plan).await?;
    // A form sends line ends as browsers do.
    let was_note = was.note.replace("\r\n", "\n");
    let note = note.replace("\r\n", "\n");
    if (row.name != was.name && row.name != name) || (row.note != was_note && row.note != note) {
        return Err(Refusal::DescribedMeanwhile.into());
    }
    if row.name != name || row.note != note {
        let described = match_plan::ActiveModel { name: Set(name), note: Set(note), ..row.into() };
        described.update(change.tx()).await?;
        change.record(&board::PlanDescribed { plan })?;
    }
    change.commit(()).await
}
