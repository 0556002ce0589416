//! What a person says about themselves.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "profile")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: Uuid,
    pub job: String,
    pub pronouns: String,
    pub seniority: Option<String>,
    pub experience_years: Option<i64>,
    pub skills_offered: Json,
    pub skills_wanted: Json,
    pub goals: Json,
    pub interests: Json,
    pub languages: Json,
    pub time_zone: String,
    pub availability: String,
    pub meeting: Option<String>,
    pub style: Option<String>,
    pub capacity: Option<i64>,
    pub biography: String,
    pub revision: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
