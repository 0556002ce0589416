//! A remedy tried: a new plan made from another one, in which a single change holds that gives somebody a mentor; and
//! exceptions taken back.

use super::base::{Base, exceptions};
use super::engine::{self, Run, work};
use super::people::People;
use super::{plan_command, plan_row, plans};
use crate::entity::match_plan;
use crate::error::Result;
use crate::{Context, Opened};
use domain::board::{Change, Chosen, Exception, ExceptionWithdrawn, Exceptions, PlanForm, Refusal};
use domain::stream::Aggregate;
use domain::text::board as words;
use domain::{CommandId, MatchPlanId, ParticipationId};
use sea_orm::{ActiveModelTrait, Set};
use serde_json::Value;
use std::sync::Arc;

/// A new plan with the pairs of `plan` and the change that was `chosen` for `mentee`, who is pinned where they were promised
/// to come; everybody else is placed by the engine. For coordinators.
///
/// # Errors
/// [`Refusal::RemedyGone`] where the change is none that would help on the plan as it is.
pub async fn try_remedy(
    cx: &Context,
    slug: &str,
    plan: MatchPlanId,
    mentee: ParticipationId,
    chosen: Chosen,
    command: CommandId,
) -> Result<MatchPlanId> {
    let programme = plan_command(cx, slug).await?;
    let base = Base::load(cx.read(), &programme, plan).await?;
    let people = Arc::new(People::load(cx.read(), &base, None, cx.now()).await?);
    // With groups nothing is promised to one person alone.
    if base.board.is_large() || base.board.has_groups() {
        return Err(Refusal::RemedyGone.into());
    }
    let fits = people.clone();
    let helps = work(&base, &people, move |mut studio, board| {
        let why = studio.unmatched(board, mentee, &*fits)?;
        let helps = |why: domain::board::Unmatched| why.remedies.iter().any(|one| one.chosen() == chosen);
        Ok(why.is_some_and(helps))
    })
    .await?;
    let change = match cx.change(Aggregate::Programme(programme.id), command).await? {
        Opened::Repeated(plan) => return Ok(plan),
        Opened::New(change) => change,
    };
    if !helps {
        return Err(Refusal::RemedyGone.into());
    }
    let mut exceptions = base.exceptions.clone();
    exceptions.admit(mentee, chosen);
    let pairs = chosen.pairs(&base.board, mentee);
    let name = name(&base.plan.name, mentee, chosen, &people);
    let begun = plans::begin(change, &programme, PlanForm::named(name), &pairs, &exceptions).await?;
    let new = begun.change.commit(begun.plan).await?;
    engine::run(cx, slug, new, Run::default(), None, cx.new_id()).await?;
    Ok(new)
}

/// "Second round, with one place more at Ana Ruiz": of a long name the plan's own part is cut.
fn name(plan: &str, mentee: ParticipationId, chosen: Chosen, people: &People) -> String {
    let called = |plan: &str| match chosen.change {
        Change::Place(at) => words::remedy_place_name(plan, people.line(at).name),
        Change::Pin(who) => words::remedy_pin_name(plan, people.line(who).name),
        Change::Rule(_) => {
            words::remedy_rule_name(plan, people.line(mentee).name, people.line(chosen.mentor).name)
        }
    };
    let over = called(plan).chars().count().saturating_sub(plans::NAME);
    let kept = plan.chars().count().saturating_sub(over);
    let short: String = plan.chars().take(kept).collect();
    called(&short).chars().take(plans::NAME).collect()
}

/// Takes an exception of a plan back; one that is not there any more is none. Pairs that relied on it stay where they are,
/// and cannot be published. For coordinators.
///
/// # Errors
/// Those of every change of a plan.
pub async fn withdraw_exception(
    cx: &Context,
    slug: &str,
    plan: MatchPlanId,
    exception: Exception,
    command: CommandId,
) -> Result<()> {
    let programme = plan_command(cx, slug).await?;
    plan_row(cx.read(), &programme, plan).await?;
    let mut change = match cx.change(Aggregate::MatchPlan(plan), command).await? {
        Opened::Repeated(()) => return Ok(()),
        Opened::New(change) => change,
    };
    let row = plan_row(change.tx(), &programme, plan).await?;
    let mut left = exceptions(&row);
    if left.withdraw(exception) {
        let fewer = match_plan::ActiveModel { exceptions: Set(stored(&left)?), ..row.into() };
        fewer.update(change.tx()).await?;
        change.record(&ExceptionWithdrawn { plan })?;
    }
    change.commit(()).await
}

/// As a row holds them.
pub(super) fn stored(exceptions: &Exceptions) -> Result<Option<Value>> {
    Ok((!exceptions.is_empty()).then(|| serde_json::to_value(exceptions)).transpose()?)
}
