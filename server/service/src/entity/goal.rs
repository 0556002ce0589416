//! A goal of a mentorship.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "goal")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub mentorship_id: Uuid,
    pub objective_id: Option<Uuid>,
    pub title: String,
    pub measure: String,
    pub unit: String,
    pub baseline: Option<f64>,
    pub target: Option<f64>,
    pub current: Option<f64>,
    pub due_on: Option<Date>,
    pub position: i64,
    pub revision: i64,
    pub created_at: i64,
    pub archived_at: Option<i64>,
    pub touched_by: Option<Uuid>,
    pub touched_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
