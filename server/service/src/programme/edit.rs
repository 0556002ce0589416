//! What coordinators change. Each function is one command: authorise, open, load, decide, store, commit.

use super::load::{load, today_in};
use super::store::{insert, store};
use crate::entity::{person, profile, programme, slug_redirect};
use crate::error::Result;
use crate::scope::Programme as Scope;
use crate::{Change, Context, Error, Opened, fairness};
use domain::actor::Who;
use domain::fairness::read_questions;
use domain::form::Problem;
use domain::programme::form::{
    CreateForm, CriteriaForm, DescribeForm, ObjectiveForm, PhasesForm, RulesForm, with_ids,
};
use domain::programme::view::mark;
use domain::programme::{Command, Event, Objective, Programme, ProgrammeState, Refusal, apply, decide, slug};
use domain::stream::Aggregate;
use domain::{CommandId, ObjectiveId, PersonId, PhaseId, ProgrammeId, Role};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

/// Creates a draft from a template, with the asker as coordinator; returns its slug.
///
/// # Errors
/// [`Error::Denied`] for who may not create programmes, [`Error::Invalid`].
pub async fn create_programme(cx: &Context, command_id: CommandId, form: CreateForm) -> Result<String> {
    let actor = cx.actor()?;
    if !actor.creates() {
        return Err(Error::Denied(Who::Creators));
    }
    let begins = form.read()?;
    let mut change = match cx.change(Aggregate::Organisation, command_id).await? {
        Opened::Repeated(slug) => return Ok(slug),
        Opened::New(change) => change,
    };
    let id: ProgrammeId = cx.new_id();
    let template = begins.template;
    let zone = profile::Entity::find_by_id(actor.person.0).one(change.tx()).await?.map(|row| row.time_zone);
    let is = Programme {
        id,
        slug: slug::choose(&begins.name, &taken(change.tx(), &begins.name, id).await?),
        state: ProgrammeState::Draft,
        template,
        description: template.description(&begins.name),
        rules: template.rules(),
        criteria: template.criteria(),
        asked: vec![],
        time_zone: zone.filter(|zone| !zone.is_empty()).unwrap_or_else(|| "UTC".into()),
        objectives: template
            .objectives(begins.starts)
            .into_iter()
            .map(|is| Objective { id: cx.new_id(), is })
            .collect(),
        phases: with_ids(&template.phases(begins.starts), &[], || cx.new_id::<PhaseId>()),
        roles: vec![(actor.person, Role::Coordinator)],
    };
    insert(change.tx(), &is, change.now).await?;
    let at = Aggregate::Programme(id);
    change.record_on(at, &Event::Created { template }).await?;
    change.record_on(at, &Event::RoleGiven { person: actor.person, role: Role::Coordinator }).await?;
    change.commit(is.slug).await
}

/// New texts. A new name brings a new slug; the old one leads here from then on. Returns the slug.
///
/// # Errors
/// [`Error::Stale`] where the texts are no longer those that the form was filled from (`seen`).
pub async fn describe_programme(
    cx: &Context,
    command_id: CommandId,
    at: &str,
    seen: &str,
    form: DescribeForm,
) -> Result<String> {
    let mut edit = match Edit::begin(cx, at, command_id).await? {
        Begun::Done(slug) => return Ok(slug),
        Begun::New(edit) => edit,
    };
    let description = form.read()?;
    edit.must_be(seen, mark(&edit.is.description), description == edit.is.description)?;
    let same_name = description.name == edit.is.description.name;
    let slug = match same_name {
        true => edit.is.slug.clone(),
        false => {
            slug::choose(&description.name, &taken(edit.change.tx(), &description.name, edit.is.id).await?)
        }
    };
    edit.run(Command::Describe { description, slug })?;
    edit.finish().await
}

/// Format and phases.
///
/// # Errors
/// As [`describe_programme`].
pub async fn schedule_programme(
    cx: &Context,
    command_id: CommandId,
    at: &str,
    seen: &str,
    format: String,
    phases: PhasesForm,
) -> Result<String> {
    let mut edit = match Edit::begin(cx, at, command_id).await? {
        Begun::Done(slug) => return Ok(slug),
        Begun::New(edit) => edit,
    };
    let rules = RulesForm { format, ..RulesForm::from(&edit.is.rules) };
    let (rules, dates) = both(rules.read(), phases.read())?;
    let phases = with_ids(&dates, &edit.is.phases, || cx.new_id());
    let present = mark(&(edit.is.rules.format, &edit.is.phases));
    edit.must_be(seen, present, rules == edit.is.rules && phases == edit.is.phases)?;
    edit.run(Command::SetRules(rules))?;
    edit.run(Command::SchedulePhases(phases))?;
    edit.finish().await
}

/// Acceptance, capacity and criteria; the format stays.
///
/// # Errors
/// As [`describe_programme`].
pub async fn set_matching(
    cx: &Context,
    command_id: CommandId,
    at: &str,
    seen: &str,
    rules: RulesForm,
    criteria: CriteriaForm,
) -> Result<String> {
    let mut edit = match Edit::begin(cx, at, command_id).await? {
        Begun::Done(slug) => return Ok(slug),
        Begun::New(edit) => edit,
    };
    let rules = RulesForm { format: edit.is.rules.format.to_string(), ..rules };
    let (rules, criteria) = both(rules.read(), criteria.read())?;
    let present = mark(&(edit.is.rules.matching(), &edit.is.criteria));
    edit.must_be(seen, present, rules == edit.is.rules && criteria == edit.is.criteria)?;
    edit.run(Command::SetRules(rules))?;
    edit.run(Command::SetCriteria(criteria))?;
    edit.finish().await
}

/// What mentees are asked for fairness. Answers to words that are there no more are deleted with them.
///
/// # Errors
/// As [`describe_programme`].
pub async fn ask_mentees(
    cx: &Context,
    command_id: CommandId,
    at: &str,
    seen: &str,
    questions: &str,
) -> Result<String> {
    let mut edit = match Edit::begin(cx, at, command_id).await? {
        Begun::Done(slug) => return Ok(slug),
        Begun::New(edit) => edit,
    };
    let asked = read_questions(questions)?;
    edit.must_be(seen, mark(&edit.is.asked), asked == edit.is.asked)?;
    edit.run(Command::Ask(asked))?;
    fairness::forget_unasked(edit.change.tx(), &edit.is).await?;
    edit.finish().await
}

/// A further objective.
///
/// # Errors
/// [`Error::Invalid`], [`Error::Refused`].
pub async fn add_objective(
    cx: &Context,
    command_id: CommandId,
    at: &str,
    form: ObjectiveForm,
) -> Result<String> {
    let mut edit = match Edit::begin(cx, at, command_id).await? {
        Begun::Done(slug) => return Ok(slug),
        Begun::New(edit) => edit,
    };
    let is = form.read()?;
    let today = today_in(&edit.is.time_zone, edit.change.now);
    if is.due.is_some_and(|due| due < today) {
        return Err(Error::field("due", Problem::Before { date: today }));
    }
    edit.run(Command::AddObjective(Objective { id: cx.new_id(), is }))?;
    edit.finish().await
}

/// An objective as it shall be from now on.
///
/// # Errors
/// As [`describe_programme`]; [`Error::Refused`] where it was removed meanwhile.
pub async fn set_objective(
    cx: &Context,
    command_id: CommandId,
    at: &str,
    objective: ObjectiveId,
    seen: &str,
    form: ObjectiveForm,
) -> Result<String> {
    let mut edit = match Edit::begin(cx, at, command_id).await? {
        Begun::Done(slug) => return Ok(slug),
        Begun::New(edit) => edit,
    };
    let is = form.read()?;
    if let Some(old) = edit.is.objectives.iter().find(|old| old.id == objective) {
        edit.must_be(seen, mark(&old.is), old.is == is)?;
    }
    edit.run(Command::SetObjective(Objective { id: objective, is }))?;
    edit.finish().await
}

/// Takes an objective away.
///
/// # Errors
/// [`Error::Refused`] where it is away already.
pub async fn remove_objective(
    cx: &Context,
    command_id: CommandId,
    at: &str,
    objective: ObjectiveId,
) -> Result<String> {
    run(cx, command_id, at, Command::RemoveObjective(objective)).await
}

/// Opens, closes or reopens.
///
/// # Errors
/// [`Error::Refused`] where the state does not lead there, or something is missing.
pub async fn change_state(
    cx: &Context,
    command_id: CommandId,
    at: &str,
    to: ProgrammeState,
) -> Result<String> {
    let command = match to {
        ProgrammeState::Open => Command::Open,
        ProgrammeState::Running => Command::Reopen,
        ProgrammeState::Closed => Command::Close,
        ProgrammeState::Draft => return Err(Refusal::WrongState { state: ProgrammeState::Draft }.into()),
    };
    run(cx, command_id, at, command).await
}

/// Makes whoever has this address coordinator or sponsor. For coordinators and, so that no programme is ever without
/// one who is still here, for organisation admins.
///
/// # Errors
/// [`Error::Refused`] where nobody has the address, or they have the role already.
pub async fn add_role(
    cx: &Context,
    command_id: CommandId,
    at: &str,
    email: &str,
    role: Role,
) -> Result<String> {
    let mut edit = match Edit::begin_as_admin(cx, at, command_id).await? {
        Begun::Done(slug) => return Ok(slug),
        Begun::New(edit) => edit,
    };
    let mut check = domain::form::Check::default();
    let email = check.email("email", email);
    let email = check.done(email)?;
    let found = person::Entity::find()
        .filter(person::Column::Email.eq(&email))
        .filter(person::Column::ArchivedAt.is_null())
        .one(edit.change.tx())
        .await?;
    let person = PersonId(found.ok_or(Refusal::NoSuchPerson { email })?.id);
    edit.run(Command::GiveRole { person, role })?;
    edit.change.tell(person);
    edit.finish().await
}

/// Takes a role of coordinator or sponsor back. For coordinators and organisation admins.
///
/// # Errors
/// [`Error::Refused`] for the last coordinator.
pub async fn remove_role(
    cx: &Context,
    command_id: CommandId,
    at: &str,
    person: PersonId,
    role: Role,
) -> Result<String> {
    match Edit::begin_as_admin(cx, at, command_id).await? {
        Begun::Done(slug) => Ok(slug),
        Begun::New(mut edit) => {
            edit.run(Command::TakeRole { person, role })?;
            edit.finish().await
        }
    }
}

async fn run(cx: &Context, command_id: CommandId, at: &str, command: Command) -> Result<String> {
    match Edit::begin(cx, at, command_id).await? {
        Begun::Done(slug) => Ok(slug),
        Begun::New(mut edit) => {
            edit.run(command)?;
            edit.finish().await
        }
    }
}

/// A programme that is locked and about to be changed.
struct Edit {
    change: Box<Change>,
    before: Programme,
    is: Programme,
}

enum Begun {
    /// The command was carried out before; the slug that it answered.
    Done(String),
    New(Box<Edit>),
}

impl Edit {
    async fn begin(cx: &Context, slug: &str, command_id: CommandId) -> Result<Begun> {
        Self::open(cx, cx.coordinated(slug).await?, command_id).await
    }

    async fn begin_as_admin(cx: &Context, slug: &str, command_id: CommandId) -> Result<Begun> {
        if !cx.signed_in().is_some_and(|actor| actor.admin) {
            return Self::begin(cx, slug, command_id).await;
        }
        Self::open(cx, cx.programme(slug).await?, command_id).await
    }

    async fn open(cx: &Context, scope: Scope, command_id: CommandId) -> Result<Begun> {
        match cx.change(Aggregate::Programme(scope.id), command_id).await? {
            Opened::Repeated(slug) => Ok(Begun::Done(slug)),
            Opened::New(change) => {
                let is = load(change.tx(), scope.id).await?;
                Ok(Begun::New(Box::new(Self { change, before: is.clone(), is })))
            }
        }
    }

    /// Refuses a form that was filled from something else than what is there now, unless it asks for just that.
    fn must_be(&self, seen: &str, present: String, wanted: bool) -> Result<()> {
        if seen == present || wanted { Ok(()) } else { Err(Error::Stale) }
    }

    fn run(&mut self, command: Command) -> Result<()> {
        for event in decide(&self.is, &command)? {
            apply(&mut self.is, &event);
            self.change.record(&event)?;
        }
        Ok(())
    }

    async fn finish(self) -> Result<String> {
        if self.before != self.is {
            store(self.change.tx(), &self.before, &self.is, self.change.now).await?;
        }
        self.change.commit(self.is.slug).await
    }
}

/// Two readings, or everything that is wrong with both.
fn both<A, B>(
    a: Result<A, Vec<domain::FieldError>>,
    b: Result<B, Vec<domain::FieldError>>,
) -> Result<(A, B), Vec<domain::FieldError>> {
    match (a, b) {
        (Ok(a), Ok(b)) => Ok((a, b)),
        (a, b) => Err(a.err().into_iter().chain(b.err()).flatten().collect()),
    }
}

/// Slugs like the one that `name` asks for, which other programmes have or had.
async fn taken(db: &impl ConnectionTrait, name: &str, but: ProgrammeId) -> Result<Vec<String>> {
    let base = slug::from_name(name);
    let mut taken: Vec<String> = programme::Entity::find()
        .select_only()
        .column(programme::Column::Slug)
        .filter(programme::Column::Slug.starts_with(&base))
        .filter(programme::Column::Id.ne(but.0))
        .into_tuple()
        .all(db)
        .await?;
    let former: Vec<String> = slug_redirect::Entity::find()
        .select_only()
        .column(slug_redirect::Column::Slug)
        .filter(slug_redirect::Column::Slug.starts_with(&base))
        .filter(slug_redirect::Column::ProgrammeId.ne(but.0))
        .into_tuple()
        .all(db)
        .await?;
    taken.extend(former);
    Ok(taken)
}
