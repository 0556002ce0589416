//! What a mentee has said of themselves for fairness, and what it may be used for. Nobody but they themselves read it.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "fairness_answer")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub programme_id: Uuid,
    /// The words of the question and of the answer, as they stood.
    #[sea_orm(primary_key, auto_increment = false)]
    pub question: String,
    pub choice: String,
    pub for_figures: bool,
    pub for_matching: bool,
    pub for_comparing: bool,
    pub said_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
