//! A step of an action plan.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "step")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub mentorship_id: Uuid,
    pub goal_id: Uuid,
    pub title: String,
    pub owner: Option<Uuid>,
    pub due_on: Option<Date>,
    pub state: String,
    pub note: String,
    pub position: i64,
    pub revision: i64,
    pub created_at: i64,
    pub done_at: Option<i64>,
    pub archived_at: Option<i64>,
    pub touched_by: Option<Uuid>,
    pub touched_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
