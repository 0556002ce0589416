//! A mentorship programme.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "programme")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub slug: String,
    pub name: String,
    pub purpose: String,
    pub gives_mentors: String,
    pub gives_mentees: String,
    pub format: String,
    pub acceptance: String,
    pub state: String,
    pub template: String,
    pub time_zone: String,
    pub starts_on: Option<Date>,
    pub ends_on: Option<Date>,
    pub default_capacity: i64,
    pub most_mentees: i64,
    pub fewest_mentees: i64,
    pub proposal_days: i64,
    pub sign_off: bool,
    pub criteria: Json,
    /// What mentees are asked for fairness.
    pub asked: Json,
    pub version: i64,
    pub revision: i64,
    pub created_at: i64,
    pub archived_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
