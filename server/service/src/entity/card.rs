//! A mentee on a board: who moved them last, and how often.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "card")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub match_plan_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub mentee_id: Uuid,
    pub revision: i64,
    pub moved_by: Option<Uuid>,
    pub moved_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
