//! A publication that waits for its time, for a second coordinator, or for both.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "publish_request")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub programme_id: Uuid,
    pub match_plan_id: Uuid,
    pub asked_by: Uuid,
    pub asked_at: i64,
    pub due_at: Option<i64>,
    pub signed_at: Option<i64>,
    pub closed_at: Option<i64>,
    pub signed_by: Option<Uuid>,
    pub pairs: Json,
    pub state: String,
    pub reason: String,
    pub left_out: Json,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
