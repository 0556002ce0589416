//! Runs of the engine that can be repeated: their input as files, and one done again on a plan of its own.

use super::base::Base;
use super::engine::{self, Run, work};
use super::people::People;
use super::{history, plan_command, plans, versions};
use crate::error::Result;
use crate::{Context, Error, Opened};
use domain::board::{self, Aim, Board, EngineError, Places, PlanForm, Studio};
use domain::exchange::{Certificate, Instance, Question, capacities_csv, plan_csv, scores_csv};
use domain::stream::{Aggregate, Version};
use domain::text::board as words;
use domain::{CommandId, MatchPlanId};
use sha2::{Digest, Sha256};
use std::sync::Arc;

/// The hash of an input in its canonical form, in hexadecimal digits.
pub fn input_hash(instance: &Instance) -> String {
    let mut hash = Sha256::new();
    instance.canonical(|bytes| hash.update(bytes));
    hex(hash)
}

pub(super) fn text_hash(text: &str) -> String {
    let mut hash = Sha256::new();
    hash.update(text);
    hex(hash)
}

fn hex(hash: Sha256) -> String {
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// One of the files with which the command line repeats what the engine would do on this board: `scores.csv`,
/// `capacities.csv`, or a plan and its proof, which [`Aim::files`] names. For coordinators.
///
/// # Errors
/// [`Error::NotFound`] also for any other name, and for a plan that groups cannot have.
pub async fn engine_file(cx: &Context, slug: &str, plan: MatchPlanId, file: &str) -> Result<Vec<u8>> {
    let programme = cx.coordinated(slug).await?;
    let base = Base::load(cx.read(), &programme, plan).await?;
    let people = Arc::new(People::load(cx.read(), &base, None, cx.now()).await?);
    let wanted = file.to_owned();
    let text = work(&base, &people, move |studio, board| {
        let instance = if board.has_groups() { studio.whole_instance(board) } else { studio.instance() };
        let possible = |aim: &&Aim| aim.with_groups_of(board.fewest).is_ok();
        let named = |aim: &&Aim| aim.files().contains(&wanted.as_str());
        Ok(match wanted.as_str() {
            "scores.csv" => Some(Ok(scores_csv(&instance))),
            "capacities.csv" => Some(Ok(capacities_csv(&instance))),
            file => match Aim::ALL.iter().filter(possible).find(named) {
                Some(aim) => Some(answered(&studio, board, &instance, *aim, file)?),
                None => None,
            },
        })
    });
    Ok(text.await?.ok_or(Error::NotFound)??.into_bytes())
}

/// The plan for `aim`, or its proof where `file` is that.
fn answered(
    studio: &Studio,
    board: &Board,
    instance: &Instance,
    aim: Aim,
    file: &str,
) -> std::result::Result<serde_json::Result<String>, EngineError> {
    let answer = studio.answer(board, aim)?;
    let [plan, _] = aim.files();
    if file == plan {
        return Ok(Ok(plan_csv(instance, answer.pairs())));
    }
    let question = Question { objective: aim.objective(), ..Question::default() };
    let certificate = Certificate::new(instance, &input_hash(instance), &question, &answer);
    Ok(serde_json::to_string_pretty(&certificate).map(|text| text + "\n"))
}

/// A new plan with the pairs that there were before a run of the engine, and the same run on it: whether the same came out is
/// told by its history. For coordinators.
///
/// # Errors
/// [`Error::NotFound`] where this change is no run of the engine; [`board::Refusal::GroupsForTotalOnly`] where groups have got
/// a minimum since, with which it cannot be repeated.
pub async fn run_again(
    cx: &Context,
    slug: &str,
    plan: MatchPlanId,
    version: Version,
    command: CommandId,
) -> Result<MatchPlanId> {
    let programme = plan_command(cx, slug).await?;
    let pairs = versions::pairs_at(cx.read(), &programme, plan, version).await?;
    let row = versions::change_at(cx.read(), plan, version).await?;
    let run = history::run(&row).ok_or(Error::NotFound)?;
    let aim = Aim::of(run.objective);
    aim.with_groups_of(super::base::fewest(&programme.row))?;
    let mut before: Places = pairs;
    if let Some(event) = history::event(&row) {
        board::take_back(&mut before, &event);
    }
    let row = super::plan_row(cx.read(), &programme, plan).await?;
    let exceptions = super::base::exceptions(&row);
    let name: String = words::run_again_name(row.name).chars().take(plans::NAME).collect();
    let change = match cx.change(Aggregate::Programme(programme.id), command).await? {
        Opened::Repeated(plan) => return Ok(plan),
        Opened::New(change) => change,
    };
    let before: Vec<_> = before.into_iter().collect();
    let begun = plans::begin(change, &programme, PlanForm::named(name), &before, &exceptions).await?;
    let new = begun.change.commit(begun.plan).await?;
    let again = Run { aim, most: run.most, least: run.least, room: run.room.clone(), ..Run::default() };
    engine::run(cx, slug, new, again, Some(&run), cx.new_id()).await?;
    Ok(new)
}
