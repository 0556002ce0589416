//! What a change of a board did to its cards, so that it can be undone.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "board_change")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub match_plan_id: Uuid,
    pub version: i64,
    pub person_id: Option<Uuid>,
    pub kind: String,
    pub before: Json,
    pub after: Json,
    pub at: i64,
    pub undone_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
