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
    /// It was undone, and its author has changed nothing since: it can be done again.
    pub again: bool,
    /// The change that this one undid, or did again.
    pub of_version: Option<i64>,
    /// What the engine was given and what came out, where this was one of its runs.
    pub run: Option<Json>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
