//! A programme of a size at which everything shows: 500 mentors, 1,500 mentees and a plan from the engine.
//!
//! Its people are put together from parts of the cast, the same on every machine: somebody's name and another's family
//! name, one's job, another's skills, a third's interests and calendar. So they fit each other as real people do, some well
//! and some hardly.

use super::cast::{self, Member};
use super::{people, programmes};
use crate::entity::person;
use crate::error::Result;
use crate::{Context, Error, Opened, board};
use domain::stream::{Aggregate, Event};
use domain::{CommandId, PersonId, Role};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::Serialize;
use std::collections::BTreeSet;
use uuid::Uuid;

/// What its people are called in the table of roles.
pub(super) const KEY: &str = "company";
pub(super) const NAME: &str = "Across the company 26";
const MENTORS: usize = 500;
const MENTEES: usize = 1500;

/// The commands that load it, always the same: each can only be carried out once.
const COMMAND: CommandId = CommandId(Uuid::from_u128(0x7e11_15de_7000_7000_8000_0000_0000_0002));
const PLAN: CommandId = CommandId(Uuid::from_u128(0x7e11_15de_7000_7000_8000_0000_0000_0003));
const RUN: CommandId = CommandId(Uuid::from_u128(0x7e11_15de_7000_7000_8000_0000_0000_0004));

#[derive(Serialize)]
struct Loaded {
    people: usize,
}

impl Event for Loaded {
    fn kind(&self) -> &'static str {
        "organisation.large_demo_loaded"
    }
}

/// Loads the demo and, beside it, the large programme, each where it is not there yet.
///
/// # Errors
/// As [`load`](super::load).
pub async fn load(cx: &Context) -> Result<()> {
    super::load(cx).await?;
    let slug: String = match cx.change(Aggregate::Organisation, COMMAND).await? {
        Opened::Repeated(slug) => slug,
        Opened::New(mut change) => {
            let cast = cast::read()?;
            let large = draw(&cast);
            let coordinators = coordinators(cx, &cast).await?;
            let people = people::insert(&mut change, &large, KEY, 'L').await?;
            let running = programmes::across_the_company(&mut change, &people, &coordinators).await?;
            people::enrol(&mut change, &people, &running, KEY).await?;
            change.record(&Loaded { people: large.len() })?;
            change.commit(running.programme.slug).await?
        }
    };
    let plan = board::create_plan(cx, &slug, board::NewPlan::named("First round"), PLAN).await?;
    board::run_engine(cx, &slug, plan, board::Run::default(), RUN).await?;
    Ok(())
}

/// Who coordinates the other programmes of the demo.
async fn coordinators(cx: &Context, cast: &[Member]) -> Result<Vec<PersonId>> {
    let emails = cast
        .iter()
        .filter(|one| one.roles("wit").any(|role| role == Role::Coordinator.as_str()))
        .map(Member::email);
    let rows = person::Entity::find()
        .filter(person::Column::Email.is_in(emails))
        .order_by_asc(person::Column::ExternalId)
        .all(cx.read())
        .await?;
    if rows.is_empty() {
        return Err(Error::internal("the demo has no coordinator"));
    }
    Ok(rows.into_iter().map(|row| PersonId(row.id)).collect())
}

/// Mentors first, then mentees.
fn draw(cast: &[Member]) -> Vec<Member> {
    let with = |role: &str| -> Vec<&Member> {
        cast.iter().filter(|one| one.roles("wit").any(|has| has == role)).collect()
    };
    let (mentors, mentees) = (with("mentor"), with("mentee"));
    let everybody: Vec<&Member> = mentors.iter().chain(&mentees).copied().collect();
    let mut dice = Dice(0x7e11_15de);
    let mut taken: BTreeSet<String> = cast.iter().map(|one| one.name.clone()).collect();
    let mut all = Vec::with_capacity(MENTORS + MENTEES);
    for number in 0..MENTORS + MENTEES {
        let is_mentor = number < MENTORS;
        let likely = if is_mentor { &mentors } else { &mentees };
        let (work, skills, more, life) =
            (dice.pick(likely), dice.pick(likely), dice.pick(likely), dice.pick(&everybody));
        let name = loop {
            let (first, last) = (dice.pick(&everybody), dice.pick(&everybody));
            let name = format!("{} {}", given(&first.name), family(&last.name));
            if taken.insert(name.clone()) {
                break name;
            }
        };
        all.push(Member {
            email: format!("l{:04}@example.org", number + 1),
            offers: mixed(&skills.offers, &more.offers),
            wants: mixed(&skills.wants, &more.wants),
            goals: mixed(&skills.goals, ""),
            interests: mixed(&life.interests, &more.interests),
            style: life.style.clone(),
            meeting: life.meeting.clone(),
            time: life.time.clone(),
            places: if is_mentor { (2 + usize::from(dice.below(10) > 1)).to_string() } else { String::new() },
            roles: format!("{KEY}={}", if is_mentor { "mentor" } else { "mentee" }),
            biography: String::new(),
            name,
            ..work.clone()
        });
    }
    all
}

/// Two of the one list and two of the other.
fn mixed(one: &str, other: &str) -> String {
    let mut names = BTreeSet::new();
    let parts = one.split(',').take(2).chain(other.split(',').take(2)).map(str::trim);
    // A skill that both have counts once, at the first's level.
    let parts = parts.filter(|part| !part.is_empty() && names.insert(part.split(':').next()));
    parts.collect::<Vec<_>>().join(", ")
}

fn given(name: &str) -> &str {
    name.split_once(' ').map_or(name, |parts| parts.0)
}

fn family(name: &str) -> &str {
    name.split_once(' ').map_or(name, |parts| parts.1)
}

/// Numbers that look drawn and are the same everywhere (Marsaglia's xorshift).
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((self.0 >> 11) % end.max(1) as u64) as usize
    }

    fn pick<'a>(&mut self, from: &[&'a Member]) -> &'a Member {
        from[self.below(from.len())]
    }
}
