//! The cast and the demo programmes, for the demo, for tests and for screenshots.
//!
//! Everybody in it is made up. Dates are relative to the moment of loading, so that what is quiet stays quiet. It is
//! loaded in one transaction, and only into a database without people; loading it again does nothing.

mod cast;
mod fairness;
mod large;
mod people;
mod plans;
mod programmes;
mod story;
mod work;

use crate::entity::person;
use crate::error::Result;
use crate::{Context, Error, Opened};
use domain::stream::{Aggregate, Event};
use domain::{CommandId, Date};
use sea_orm::{EntityTrait, PaginatorTrait};
use serde::Serialize;
use uuid::Uuid;

/// The command under which the demo is loaded, always the same one: it can only be carried out once.
const COMMAND: CommandId = CommandId(Uuid::from_u128(0x7e11_15de_7000_7000_8000_0000_0000_0001));

/// The demo was loaded.
#[derive(Serialize)]
struct Loaded {
    people: usize,
    mentorships: usize,
}

impl Event for Loaded {
    fn kind(&self) -> &'static str {
        "organisation.demo_loaded"
    }
}

/// Loads the demo where the database has no people yet.
///
/// # Errors
/// Outside demo mode, as everybody may sign in as anybody of the cast.
pub async fn load(cx: &Context) -> Result<()> {
    if !cx.service.settings.demo {
        return Err(Error::Internal(domain::text::cli::demo_refused().to_owned()));
    }
    if person::Entity::find().count(cx.read()).await? > 0 {
        return Ok(());
    }
    let mut change = match cx.change(Aggregate::Organisation, COMMAND).await? {
        Opened::Repeated(()) => return Ok(()),
        Opened::New(change) => change,
    };
    let cast = cast::read()?;
    let people = people::insert(&mut change, &cast, "wit", 'D').await?;
    let tech = programmes::women_in_tech(&mut change, &people).await?;
    let buddies = programmes::buddies(&mut change, &people).await?;
    people::enrol(&mut change, &people, &tech, "wit").await?;
    people::enrol(&mut change, &people, &buddies, "buddies").await?;
    fairness::answer(&change, &people, &tech).await?;
    let first = plans::first_round(&mut change, &people, &tech).await?;
    let mut mentorships = work::begin(&mut change, &people, &tech, Some(first), story::TECH).await?;
    mentorships += work::begin(&mut change, &people, &buddies, None, story::BUDDIES).await?;
    plans::second_round(&mut change, &people, &tech).await?;
    change.record(&Loaded { people: cast.len(), mentorships })?;
    change.commit(()).await
}

pub use large::load as load_large;

/// The day that is `days` after `date`, or before it where negative.
fn day(date: Date, days: i64) -> Date {
    date.checked_add_signed(chrono::Duration::days(days)).unwrap_or(date)
}
