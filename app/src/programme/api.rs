//! What the pages of programmes ask of the server.

use crate::error::AppError;
use domain::programme::view::{People, PeopleQuery, ProgrammeView, Programmes};
use domain::programme::{Enrolment, ProgrammeState};
use domain::{CommandId, ObjectiveId, ParticipationId, PersonId, Role};
use leptos::prelude::*;

#[cfg(feature = "ssr")]
use domain::programme::form::{CreateForm, CriteriaForm, DescribeForm, ObjectiveForm, PhasesForm, RulesForm};

/// The programmes that the asker may see.
#[server]
pub async fn list_programmes() -> Result<Programmes, AppError> {
    let cx = crate::request::context()?;
    Ok(service::programme::list_programmes(&cx).await?)
}

/// A programme's page. For whoever has a role in it, and admins.
#[server]
pub async fn load_programme(slug: String) -> Result<ProgrammeView, AppError> {
    let cx = crate::request::context()?;
    Ok(service::programme::load_programme(&cx, &slug).await?)
}

/// A draft from a template. For who may create programmes.
#[server]
pub async fn create_programme(
    command_id: CommandId,
    #[server(default)] template: String,
    #[server(default)] name: String,
    #[server(default)] starts: String,
) -> Result<(), AppError> {
    let cx = crate::request::context()?;
    let form = CreateForm { template, name, starts };
    let slug = service::programme::create_programme(&cx, command_id, form).await?;
    crate::request::go_to(&super::after(&slug, super::Step::Purpose.word()));
    Ok(())
}

/// Name and texts. For coordinators.
#[server]
pub async fn describe_programme(
    command_id: CommandId,
    slug: String,
    seen: String,
    #[server(default)] then: String,
    name: String,
    purpose: String,
    #[server(default)] mentors: String,
    #[server(default)] mentees: String,
) -> Result<(), AppError> {
    let cx = crate::request::context()?;
    let form = DescribeForm { name, purpose, mentors, mentees };
    let slug = service::programme::describe_programme(&cx, command_id, &slug, &seen, form).await?;
    crate::request::go_to(&super::after(&slug, &then));
    Ok(())
}

/// Format and phases. For coordinators.
#[server]
pub async fn schedule_programme(
    command_id: CommandId,
    slug: String,
    seen: String,
    #[server(default)] then: String,
    #[server(default)] format: String,
    #[server(default)] starts: Vec<String>,
    #[server(default)] ends: Vec<String>,
) -> Result<(), AppError> {
    let cx = crate::request::context()?;
    let phases = PhasesForm { starts, ends };
    let slug = service::programme::schedule_programme(&cx, command_id, &slug, &seen, format, phases).await?;
    crate::request::go_to(&super::after(&slug, &then));
    Ok(())
}

/// Acceptance, capacity and criteria. For coordinators.
#[server]
pub async fn set_matching(
    command_id: CommandId,
    slug: String,
    seen: String,
    #[server(default)] then: String,
    #[server(default)] acceptance: String,
    #[server(default)] sign_off: String,
    mentor_default: String,
    mentor_most: String,
    #[server(default)] mentor_fewest: String,
    proposal_days: String,
    #[server(default)] weights: Vec<String>,
    #[server(default)] hard: Vec<String>,
) -> Result<(), AppError> {
    let cx = crate::request::context()?;
    let format = String::new();
    let rules =
        RulesForm { format, acceptance, sign_off, mentor_default, mentor_most, mentor_fewest, proposal_days };
    let criteria = CriteriaForm { weights, hard };
    let slug = service::programme::set_matching(&cx, command_id, &slug, &seen, rules, criteria).await?;
    crate::request::go_to(&super::after(&slug, &then));
    Ok(())
}

/// What mentees are asked for fairness. For coordinators.
#[server]
pub async fn ask_mentees(
    command_id: CommandId,
    slug: String,
    seen: String,
    #[server(default)] questions: String,
) -> Result<(), AppError> {
    let cx = crate::request::context()?;
    service::programme::ask_mentees(&cx, command_id, &slug, &seen, &questions).await?;
    Ok(())
}

/// A further objective. For coordinators.
#[server]
pub async fn add_objective(
    command_id: CommandId,
    slug: String,
    measure: String,
    unit: String,
    source: String,
    baseline: String,
    target: String,
    #[server(default)] by_hand: String,
    due: String,
    #[server(default)] serves: String,
) -> Result<(), AppError> {
    let cx = crate::request::context()?;
    let form = ObjectiveForm { measure, unit, source, baseline, target, by_hand, due, serves };
    service::programme::add_objective(&cx, command_id, &slug, form).await?;
    Ok(())
}

/// An objective as it shall be. For coordinators.
#[server]
pub async fn set_objective(
    command_id: CommandId,
    slug: String,
    objective: ObjectiveId,
    seen: String,
    measure: String,
    unit: String,
    source: String,
    baseline: String,
    target: String,
    #[server(default)] by_hand: String,
    due: String,
    #[server(default)] serves: String,
) -> Result<(), AppError> {
    let cx = crate::request::context()?;
    let form = ObjectiveForm { measure, unit, source, baseline, target, by_hand, due, serves };
    service::programme::set_objective(&cx, command_id, &slug, objective, &seen, form).await?;
    Ok(())
}

/// Takes an objective away. For coordinators.
#[server]
pub async fn remove_objective(
    command_id: CommandId,
    slug: String,
    objective: ObjectiveId,
) -> Result<(), AppError> {
    let cx = crate::request::context()?;
    service::programme::remove_objective(&cx, command_id, &slug, objective).await?;
    Ok(())
}

/// Opens, closes or reopens. For coordinators.
#[server]
pub async fn change_state(command_id: CommandId, slug: String, to: ProgrammeState) -> Result<(), AppError> {
    let cx = crate::request::context()?;
    service::programme::change_state(&cx, command_id, &slug, to).await?;
    Ok(())
}

/// Makes somebody coordinator or sponsor. For coordinators.
#[server]
pub async fn add_role(
    command_id: CommandId,
    slug: String,
    email: String,
    role: Role,
) -> Result<(), AppError> {
    let cx = crate::request::context()?;
    service::programme::add_role(&cx, command_id, &slug, &email, role).await?;
    Ok(())
}

/// Takes that role back. For coordinators.
#[server]
pub async fn remove_role(
    command_id: CommandId,
    slug: String,
    person: PersonId,
    role: Role,
) -> Result<(), AppError> {
    let cx = crate::request::context()?;
    service::programme::remove_role(&cx, command_id, &slug, person, role).await?;
    Ok(())
}

/// One page of a programme's people. For its coordinators, and admins.
#[server]
pub async fn load_people(slug: String, query: PeopleQuery) -> Result<People, AppError> {
    let cx = crate::request::context()?;
    Ok(service::programme::load_people(&cx, &slug, query).await?)
}

/// Changes an enrolment. For coordinators.
#[server]
pub async fn set_participation(
    command_id: CommandId,
    slug: String,
    participation: ParticipationId,
    change: Enrolment,
) -> Result<(), AppError> {
    let cx = crate::request::context()?;
    service::programme::set_participation(&cx, command_id, &slug, participation, change).await?;
    Ok(())
}
