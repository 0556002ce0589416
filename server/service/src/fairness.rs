//! Fairness: what people say of themselves, how groups of mentees fare in a match plan, and what is compared in pairs.
//!
//! An answer is read back by its person alone. Everybody else gets what `domain::fairness` tells of groups; no answer goes
//! into the log, a stream or a list.

use crate::actor::living;
use crate::board::{Base, People, criteria};
use crate::choice::FEW;
use crate::entity::{fairness_answer, programme};
use crate::error::Result;
use crate::{Context, Error, Opened};
use domain::board::Board;
use domain::criteria::{Attribute, CriterionKind, Subject};
use domain::fairness::{Asked, FairnessView, Figures, Group, LEAST, Question, Spoken, TellForm, Told, Uses};
use domain::fairness::{audit, cases};
use domain::programme::Programme;
use domain::stream::Aggregate;
use domain::{Actor, CommandId, MatchPlanId, ParticipationId, PersonId, ProgrammeId, Role};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, Set};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use uuid::Uuid;

/// What the programmes ask the asker, who takes part there or has an answer from when they did, with their answers.
pub(crate) async fn asked_of(cx: &Context) -> Result<Vec<Asked>> {
    let actor = cx.actor()?;
    let answers = fairness_answer::Entity::find()
        .filter(fairness_answer::Column::PersonId.eq(actor.person.0))
        .all(cx.read())
        .await?;
    let takes_part = |role: &Role| matches!(role, Role::Mentee | Role::Mentor);
    let mine = actor.roles.iter().filter(|(_, role)| takes_part(role)).map(|(id, _)| id.0);
    let ids: BTreeSet<_> = mine.chain(answers.iter().map(|row| row.programme_id)).collect();
    let rows = living(cx.read(), ids).await?;
    let mut asked = vec![];
    for row in rows {
        let uses = uses(actor, &row);
        for question in questions(&row)? {
            let own =
                |one: &&fairness_answer::Model| one.programme_id == row.id && one.question == question.text;
            let told = answers.iter().find(own).map(told);
            if uses.any() || told.is_some() {
                asked.push(Asked {
                    slug: row.slug.clone(),
                    programme: row.name.clone(),
                    question,
                    uses,
                    told,
                });
            }
        }
    }
    Ok(asked)
}

fn questions(row: &programme::Model) -> Result<Vec<Question>> {
    Ok(serde_json::from_value(row.asked.clone())?)
}

fn told(row: &fairness_answer::Model) -> Told {
    Told {
        choice: row.choice.clone(),
        figures: row.for_figures,
        matching: row.for_matching,
        comparing: row.for_comparing,
    }
}

fn uses(actor: &Actor, row: &programme::Model) -> Uses {
    let is = |role| actor.is(role, ProgrammeId(row.id));
    Uses::of(is(Role::Mentee), is(Role::Mentor), counts_backgrounds(row))
}

fn counts_backgrounds(row: &programme::Model) -> bool {
    criteria(row).get(CriterionKind::Background).weight > 0
}

/// Keeps what the asker says of themselves, or deletes it, and answers what is kept now. For mentees of the programme, and for
/// its mentors where it counts different backgrounds; whoever has left it can still take back what they have said.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Invalid`].
pub async fn tell(cx: &Context, slug: &str, form: TellForm, command: CommandId) -> Result<Option<Told>> {
    let actor = cx.actor()?;
    let row = programme::Entity::find().filter(programme::Column::Slug.eq(slug)).one(cx.read()).await?;
    let row = row.ok_or(Error::NotFound)?;
    let programme = ProgrammeId(row.id);
    let key = (actor.person.0, programme.0, form.question.clone());
    let has_answer = fairness_answer::Entity::find_by_id(key.clone()).one(cx.read()).await?.is_some();
    let may = uses(actor, &row).any() || (has_answer && form.choice.is_empty());
    if !may {
        return Err(Error::NotFound);
    }
    // On the programme, so that a question is not taken away while it is answered.
    let mut change = match cx.change(Aggregate::Programme(programme), command).await? {
        Opened::Repeated(()) => {
            let kept = fairness_answer::Entity::find_by_id(key).one(cx.read()).await?;
            return Ok(kept.as_ref().map(told));
        }
        Opened::New(change) => change,
    };
    let row = programme::Entity::find_by_id(programme.0).one(change.tx()).await?.ok_or(Error::NotFound)?;
    let wanted = form.read(&questions(&row)?, uses(actor, &row))?;
    fairness_answer::Entity::delete_by_id(key).exec(change.tx()).await?;
    if let Some(told) = &wanted {
        let row = fairness_answer::ActiveModel {
            person_id: Set(actor.person.0),
            programme_id: Set(programme.0),
            question: Set(form.question),
            choice: Set(told.choice.clone()),
            for_figures: Set(told.figures),
            for_matching: Set(told.matching),
            for_comparing: Set(told.comparing),
            said_at: Set(change.now.0),
        };
        fairness_answer::Entity::insert(row).exec_without_returning(change.tx()).await?;
    }
    change.record_on(Aggregate::Person(actor.person), &Spoken { programme }).await?;
    // What was said is not kept with the command either.
    change.commit(()).await?;
    Ok(wanted)
}

/// Deletes answers to what is not asked any more.
pub(crate) async fn forget_unasked(db: &impl ConnectionTrait, is: &Programme) -> Result<()> {
    let still = |question: &Question| {
        Condition::all()
            .add(fairness_answer::Column::Question.eq(&question.text))
            .add(fairness_answer::Column::Choice.is_in(&question.choices))
    };
    let mut gone = Condition::all().add(fairness_answer::Column::ProgrammeId.eq(is.id.0));
    for question in &is.asked {
        gone = gone.add(still(question).not());
    }
    fairness_answer::Entity::delete_many().filter(gone).exec(db).await?;
    Ok(())
}

/// How groups of mentees fare in a plan. For coordinators.
///
/// # Errors
/// Those of every page of a plan.
pub async fn load_fairness(cx: &Context, slug: &str, plan: MatchPlanId) -> Result<FairnessView> {
    let programme = cx.coordinated(slug).await?;
    let base = Base::load(cx.read(), &programme, plan).await?;
    let people = People::load(cx.read(), &base, None, cx.now()).await?;
    let since = |id| base.participants.get(&id).map(|one| one.since);
    let cases = cases(&base.board, &people, since, cx.now());
    let mut said: BTreeMap<String, BTreeMap<ParticipationId, String>> = BTreeMap::new();
    for (id, row) in answers(cx.read(), &base, fairness_answer::Column::ForFigures).await? {
        said.entry(row.question).or_default().insert(id, row.choice);
    }
    let nobody = BTreeMap::new();
    let questions = questions(&base.programme)?;
    Ok(FairnessView {
        slug: base.programme.slug.clone(),
        programme: base.programme.name.clone(),
        plan,
        name: base.plan.name.clone(),
        everybody: Figures::of_all(&cases),
        questions: questions
            .iter()
            .map(|question| audit(question, &cases, said.get(&question.text).unwrap_or(&nobody)))
            .collect(),
    })
}

/// The groups for which room can be made: those whose people let their answers be used for it, and of whom [`LEAST`] and
/// more take part at present.
pub(crate) async fn groups(
    db: &impl ConnectionTrait,
    base: &Base,
) -> Result<BTreeMap<Group, BTreeSet<ParticipationId>>> {
    let mut groups: BTreeMap<Group, BTreeSet<ParticipationId>> = BTreeMap::new();
    for (id, row) in answers(db, base, fairness_answer::Column::ForMatching).await? {
        groups.entry(Group { question: row.question, choice: row.choice }).or_default().insert(id);
    }
    groups.retain(|_, people| {
        people.iter().filter(|id| takes_part(&base.board, **id)).count() >= LEAST as usize
    });
    Ok(groups)
}

fn takes_part(board: &Board, id: ParticipationId) -> bool {
    board.cards.get(&id).is_some_and(|card| card.active)
}

/// The answers of the mentees on a board that may be used for this.
async fn answers(
    db: &impl ConnectionTrait,
    base: &Base,
    consent: fairness_answer::Column,
) -> Result<Vec<(ParticipationId, fairness_answer::Model)>> {
    let rows = fairness_answer::Entity::find()
        .filter(fairness_answer::Column::ProgrammeId.eq(base.programme.id))
        .filter(consent.eq(true))
        .all(db)
        .await?;
    let mentees: BTreeMap<PersonId, ParticipationId> = base
        .participants
        .iter()
        .filter(|(_, one)| one.role == Role::Mentee)
        .map(|(id, one)| (one.person, *id))
        .collect();
    let known = |row: fairness_answer::Model| Some((*mentees.get(&PersonId(row.person_id))?, row));
    Ok(rows.into_iter().filter_map(known).collect())
}

/// What people of a programme have let be compared with each other. It leaves this file to the criteria alone.
#[derive(PartialEq, Default)]
pub(crate) struct Backgrounds(HashMap<Uuid, Vec<Attribute>>);

impl Backgrounds {
    /// Of everybody, or of `only` those, in one query; of nobody where the programme does not count it.
    pub(crate) async fn load(
        db: &impl ConnectionTrait,
        programme: &programme::Model,
        only: Option<&BTreeSet<Uuid>>,
    ) -> Result<Self> {
        let mut backgrounds: HashMap<Uuid, Vec<Attribute>> = HashMap::new();
        if !counts_backgrounds(programme) {
            return Ok(Self(backgrounds));
        }
        let mut rows = fairness_answer::Entity::find()
            .filter(fairness_answer::Column::ProgrammeId.eq(programme.id))
            .filter(fairness_answer::Column::ForComparing.eq(true))
            .order_by_asc(fairness_answer::Column::Question);
        if let Some(few) = only.filter(|only| only.len() <= FEW) {
            rows = rows.filter(fairness_answer::Column::PersonId.is_in(few.iter().copied()));
        }
        for row in rows.all(db).await? {
            let one = Attribute { question: row.question, answer: row.choice };
            backgrounds.entry(row.person_id).or_default().push(one);
        }
        Ok(Self(backgrounds))
    }

    /// Adds to the answers of one person what they let be compared.
    pub(crate) fn tell(&self, one: &mut Subject) {
        one.attributes = self.0.get(&one.person.0).cloned().unwrap_or_default();
    }
}
