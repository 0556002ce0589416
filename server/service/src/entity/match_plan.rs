//! One complete proposal of who is matched with whom.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "match_plan")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub programme_id: Uuid,
    pub name: String,
    pub state: String,
    pub author: Option<Uuid>,
    pub engine: Json,
    pub created_at: i64,
    pub published_at: Option<i64>,
    pub version: i64,
    /// What its coordinators want to remember of it.
    pub note: String,
    /// What holds in it alone; nothing for most.
    pub exceptions: Option<Json>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
