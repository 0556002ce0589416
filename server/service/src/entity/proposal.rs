//! A published pair that waits for acceptance.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "proposal")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub programme_id: Uuid,
    pub match_plan_id: Uuid,
    pub mentee_id: Uuid,
    pub mentor_id: Uuid,
    pub fit: i64,
    pub reasons: Json,
    pub state: String,
    pub created_at: i64,
    pub expires_at: i64,
    pub closed_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
