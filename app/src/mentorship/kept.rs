//! A field that loses nothing: where somebody else has changed the same text meanwhile, both are kept and one chooses.

use super::bench::Bench;
use crate::error::AppError;
use crate::form;
use crate::ui::{Choice, RadioGroup};
use domain::mentorship::{Clash, Plan, Refusal, StepState};
use domain::text::mentorship as words;
use domain::{PersonId, calendar};
use leptos::prelude::*;

/// A field of an existing goal or step. Shows `children`, the field itself, until its text meets another one; then
/// both texts, and the two joined where they are free text.
#[component]
pub(super) fn Kept(
    bench: Bench,
    /// The word of the field.
    field: &'static str,
    label: &'static str,
    /// What the form was filled with.
    was: String,
    /// Makes ids unlike those of other forms.
    key: String,
    children: ChildrenFn,
) -> impl IntoView {
    let refusal = form::refusal();
    // Once two texts have met, the choice stays until the form is made anew.
    let clash = Memo::new(move |before: Option<&Option<(Clash, String)>>| {
        let found = refusal.with(|error| found(error.as_ref(), field));
        found.or_else(|| before.cloned().flatten())
    });
    let name = format!("form[{field}]");
    let was_name = format!("was[{field}]");
    let was = form::typed(&was_name).unwrap_or(was);
    let was = move || {
        clash.with(|clash| clash.as_ref().map_or_else(|| was.clone(), |(clash, _)| clash.theirs.clone()))
    };
    view! {
        {move || match clash.get() {
            None => children().into_any(),
            Some((clash, by)) => {
                let options = bench.plan.with_untracked(|plan| options(plan, &clash, &by));
                let id = format!("{field}-{key}");
                view! {
                    <RadioGroup name=name.clone() id label=label options value=clash.mine hint=words::conflict_title() />
                }
                    .into_any()
            }
        }}
        <input type="hidden" name=was_name value=was />
    }
}

fn found(error: Option<&AppError>, field: &str) -> Option<(Clash, String)> {
    let AppError::Refused(refused) = error? else { return None };
    let Some(Refusal::Conflict { clashes, by, .. }) = refused.mentorship() else { return None };
    let clash = clashes.iter().find(|clash| clash.field == field)?;
    Some((clash.clone(), by.clone().unwrap_or_else(|| words::somebody().to_owned())))
}

fn options(plan: &Plan, clash: &Clash, by: &str) -> Vec<Choice> {
    let choice =
        |value: &str, label: String| Choice::new(value, label).hint(shown(plan, &clash.field, value));
    let joined = clash.joined().map(|text| choice(&text, words::conflict_joined().to_owned()));
    let mine = choice(&clash.mine, words::conflict_mine().to_owned());
    let theirs = choice(&clash.theirs, words::conflict_theirs(by));
    [Some(mine), Some(theirs), joined].into_iter().flatten().collect()
}

/// A field's text as people read it.
fn shown(plan: &Plan, field: &str, text: &str) -> String {
    let person = || {
        text.parse().ok().and_then(|id: PersonId| plan.member(id).map(|member| member.person.name.clone()))
    };
    let objective =
        || plan.objectives.iter().find(|own| own.id.to_string() == text).map(|own| own.name.clone());
    match field {
        _ if text.is_empty() => words::conflict_empty().to_owned(),
        "owner" => person().unwrap_or_default(),
        "objective" => objective().unwrap_or_default(),
        "due" => calendar::parse_date(text).map(calendar::long_date).unwrap_or_default(),
        "state" => text.parse().map(state).unwrap_or_default().to_owned(),
        _ => text.to_owned(),
    }
}

/// "under way".
fn state(state: StepState) -> &'static str {
    match state {
        StepState::Todo => words::todo(),
        StepState::Doing => words::doing(),
        StepState::Done => words::done(),
    }
}
