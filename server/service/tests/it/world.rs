//! A small programme on a fresh database: people, a mentorship, and a clock that stands until it is moved.

use crate::house::{BEGIN, House};
use domain::proposal::ProposalState;
use domain::{Actor, CommandId, Instant, MentorshipId, ParticipationId, PersonId, ProgrammeId, Role};
use sea_orm::sea_query::{Alias, Expr, Query};
use sea_orm::{ConnectionTrait, DatabaseConnection, Value};
use service::{Context, Service};
use std::sync::Arc;
use uuid::Uuid;

/// When everything happens.
pub const NOW: Instant = BEGIN;

/// One database and the people in it.
pub struct World {
    pub service: Arc<Service>,
    pub programme: ProgrammeId,
    db: DatabaseConnection,
    pub house: House,
}

impl World {
    /// A running programme without people.
    pub async fn new() -> Self {
        let house = House::new().await;
        let (service, db) = (house.service.clone(), house.handles.write.clone());
        let world = Self { service, programme: ProgrammeId(id()), db, house };
        let criteria = serde_json::to_value(domain::criteria::Criteria::default()).unwrap();
        world
            .insert(
                "programme",
                &[
                    ("id", world.programme.0.into()),
                    ("slug", "women-in-tech".into()),
                    ("name", "Women in Tech".into()),
                    ("purpose", "".into()),
                    ("gives_mentors", "".into()),
                    ("gives_mentees", "".into()),
                    ("format", "one-to-one".into()),
                    ("acceptance", "both".into()),
                    ("state", "running".into()),
                    ("template", "blank".into()),
                    ("time_zone", "Europe/Berlin".into()),
                    ("default_capacity", 2_i64.into()),
                    ("most_mentees", 3_i64.into()),
                    ("proposal_days", 10_i64.into()),
                    ("criteria", criteria.into()),
                    ("created_at", NOW.0.into()),
                ],
            )
            .await;
        world
    }

    /// A row, by hand.
    pub async fn insert(&self, table: &str, row: &[(&str, Value)]) {
        let mut insert = Query::insert();
        insert
            .into_table(Alias::new(table))
            .columns(row.iter().map(|(column, _)| Alias::new(*column)))
            .values_panic(row.iter().map(|(_, value)| Expr::value(value.clone())));
        self.db.execute(&insert).await.unwrap();
    }

    /// How many rows `table` has.
    pub async fn count(&self, table: &str) -> i64 {
        let mut select = Query::select();
        select.expr_as(Expr::cust("count(*)"), Alias::new("n")).from(Alias::new(table));
        self.db.query_one(&select).await.unwrap().unwrap().try_get("", "n").unwrap()
    }

    /// Everything that the log keeps, as text.
    pub async fn log(&self) -> String {
        let mut text = String::new();
        for (table, columns) in [("event", ["kind", "payload"]), ("command", ["aggregate_id", "answer"])] {
            let mut select = Query::select();
            select.columns(columns.map(Alias::new)).from(Alias::new(table));
            for row in self.db.query_all(&select).await.unwrap() {
                let json: serde_json::Value = row.try_get("", columns[1]).unwrap();
                text.push_str(&format!(
                    "{} {json}\n",
                    row.try_get::<String>("", columns[0]).unwrap_or_default()
                ));
            }
        }
        text
    }

    /// Somebody without a role.
    pub async fn person(&self, name: &str) -> Person {
        let person = PersonId(id());
        self.insert(
            "person",
            &[
                ("id", person.0.into()),
                ("name", name.into()),
                ("team", "".into()),
                ("manager_email", format!("boss-of-{}@example.org", name.to_lowercase()).into()),
                ("location", "Berlin".into()),
                ("created_at", NOW.0.into()),
            ],
        )
        .await;
        Person { id: person, name: name.to_owned(), roles: vec![], participation: None }
    }

    /// Somebody who takes part, approved.
    pub async fn participant(&self, name: &str, role: Role) -> Person {
        self.participant_in_state(name, role, "approved").await
    }

    /// Somebody who takes part, in a state of enrolment.
    pub async fn participant_in_state(&self, name: &str, role: Role, state: &str) -> Person {
        let mut person = self.person(name).await;
        let participation = ParticipationId(id());
        self.insert(
            "participation",
            &[
                ("id", participation.0.into()),
                ("programme_id", self.programme.0.into()),
                ("person_id", person.id.0.into()),
                ("role", role.as_str().into()),
                ("state", state.into()),
                ("created_at", NOW.0.into()),
            ],
        )
        .await;
        person.roles.push((self.programme, role));
        person.participation = Some(participation);
        person
    }

    /// Somebody who looks after the programme.
    pub async fn coordinator(&self, name: &str) -> Person {
        let mut person = self.person(name).await;
        person.roles.push((self.programme, Role::Coordinator));
        person
    }

    /// A mentorship at work that began, and last moved, `days` ago.
    pub async fn mentorship(&self, mentor: &Person, mentee: &Person, days: i64) -> MentorshipId {
        let mentorship = MentorshipId(id());
        let began = NOW.plus_days(-days).0;
        self.insert(
            "mentorship",
            &[
                ("id", mentorship.0.into()),
                ("programme_id", self.programme.0.into()),
                ("state", "active".into()),
                ("started_at", began.into()),
                ("closure_reason", "".into()),
                ("moved_at", began.into()),
            ],
        )
        .await;
        for (person, role) in [(mentor, Role::Mentor), (mentee, Role::Mentee)] {
            self.insert(
                "mentorship_member",
                &[
                    ("mentorship_id", mentorship.0.into()),
                    ("person_id", person.id.0.into()),
                    ("role", role.as_str().into()),
                ],
            )
            .await;
        }
        mentorship
    }

    /// A proposal of the two that stands, and who has said yes.
    pub async fn proposal(&self, mentor: &Person, mentee: &Person, yes: &[&Person]) {
        let (plan, proposal) = (id(), id());
        self.insert(
            "match_plan",
            &[
                ("id", plan.into()),
                ("programme_id", self.programme.0.into()),
                ("name", "Plan".into()),
                ("state", "published".into()),
                ("engine", serde_json::json!({}).into()),
                ("created_at", NOW.0.into()),
            ],
        )
        .await;
        self.insert(
            "proposal",
            &[
                ("id", proposal.into()),
                ("programme_id", self.programme.0.into()),
                ("match_plan_id", plan.into()),
                ("mentee_id", mentee.participation.unwrap().0.into()),
                ("mentor_id", mentor.participation.unwrap().0.into()),
                ("fit", 0_i64.into()),
                ("reasons", serde_json::json!([]).into()),
                ("state", ProposalState::Waiting.as_str().into()),
                ("created_at", NOW.0.into()),
                ("expires_at", NOW.plus_days(10).0.into()),
            ],
        )
        .await;
        for person in yes {
            self.insert(
                "proposal_answer",
                &[
                    ("proposal_id", proposal.into()),
                    ("person_id", person.id.0.into()),
                    ("accepted", true.into()),
                    ("reason", "".into()),
                    ("at", NOW.0.into()),
                ],
            )
            .await;
        }
    }

    /// A request of `person`.
    pub fn of(&self, person: &Person) -> Context {
        let actor = Actor {
            person: person.id,
            name: person.name.clone(),
            admin: false,
            may_create: false,
            roles: person.roles.clone(),
        };
        Context::of(self.service.clone(), actor)
    }

    /// A request of somebody who runs the installation and has no role.
    pub fn of_admin(&self, person: &Person) -> Context {
        let actor = Actor {
            person: person.id,
            name: person.name.clone(),
            admin: true,
            may_create: true,
            roles: vec![],
        };
        Context::of(self.service.clone(), actor)
    }
}

/// Somebody in the world.
#[derive(Clone)]
pub struct Person {
    pub id: PersonId,
    pub name: String,
    pub roles: Vec<(ProgrammeId, Role)>,
    pub participation: Option<ParticipationId>,
}

fn id() -> Uuid {
    service::source::new_uuid()
}

/// A new command id.
pub fn command() -> CommandId {
    CommandId(id())
}
