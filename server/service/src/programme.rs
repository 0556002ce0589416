//! Programmes: created from a template, described, scheduled, opened, and the people in them.
//!
//! Coordinators change; whoever has a role in a programme reads its page; a draft is there for its coordinators and for
//! organisation admins only. Lists of people are for coordinators and admins.

mod edit;
mod list;
mod load;
mod people;
mod store;

pub use edit::{
    add_objective, add_role, ask_mentees, change_state, create_programme, describe_programme,
    remove_objective, remove_role, schedule_programme, set_matching, set_objective,
};
pub(crate) use list::{counts, line, lines_of};
pub use list::{list_programmes, load_programme};
pub(crate) use load::{load, phases_of, today_in, word};
pub use people::{load_people, set_participation};
pub(crate) use store::insert;

use crate::error::Result;
use crate::scope::Programme as Scope;
use crate::{Change, Context, Error};
use domain::ProgrammeId;
use domain::programme::{Command, ProgrammeState, apply, decide};

impl Context {
    /// The programme at `slug` where the asker may read it: not a draft, but for coordinators, admins and the command
    /// line.
    pub(crate) async fn readable(&self, slug: &str) -> Result<Scope> {
        let programme = self.programme(slug).await?;
        let is_draft = programme.row.state == ProgrammeState::Draft.as_str();
        let sees_drafts = self.is_system()
            || self.signed_in().is_some_and(|actor| actor.admin || actor.coordinates(programme.id));
        if is_draft && !sees_drafts { Err(Error::NotFound) } else { Ok(programme) }
    }
}

/// Notes, within the change that makes its first mentorship, that the programme is at work. Does nothing where it is
/// already, or where it was not opened.
pub(crate) async fn note_at_work(change: &mut Change, programme: ProgrammeId) -> Result<()> {
    change.lock(domain::stream::Aggregate::Programme(programme)).await?;
    let before = load(change.tx(), programme).await?;
    if before.state != ProgrammeState::Open {
        return Ok(());
    }
    let mut after = before.clone();
    for event in decide(&before, &Command::Start)? {
        apply(&mut after, &event);
        change.record_on(domain::stream::Aggregate::Programme(programme), &event).await?;
    }
    store::store(change.tx(), &before, &after, change.now).await
}
