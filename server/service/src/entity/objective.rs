//! A measured objective of a programme.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "objective")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub programme_id: Uuid,
    pub position: i64,
    pub measure: String,
    pub unit: String,
    pub baseline: f64,
    pub target: f64,
    pub due_on: Option<Date>,
    pub organisational_goal: String,
    pub revision: i64,
    pub source: String,
    pub by_hand: Option<f64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
